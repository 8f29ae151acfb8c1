"""Sentences and records to windows: runs of up to 192 subwords of one document, as arrays with gold a word."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from dragoman.language import lemmas
from dragoman.language.pieces import Pieces
from dragoman.language.shapes import shape
from training.corpora import Piece

LONGEST: Final = 192
IGNORE: Final = -100

Style: TypeAlias = Callable[[str], str]
# how often a window is read as if in small letters (mail, search queries), capitals or Headline Case; the encoder is
# uncased, so only the word shapes change
STYLES: Final = ((0.05, str.lower), (0.08, str.upper), (0.11, str.title))


def style_of(rng: random.Random) -> Style:
    """How a window's letters are written, drawn from `STYLES`."""
    draw = rng.random()
    return next((style for until, style in STYLES if draw < until), str)


@dataclass(slots=True)
class Window:
    """One row of a batch: `pieces` and `shapes` a subword (with [CLS] first and [SEP] last), the rest a word.

    `first` is the place of each word's first subword. `head` counts words of the window from 1, 0 is the root;
    `sentence` numbers the sentence of each word. Heads without gold hold `IGNORE`.
    """

    corpus: str
    pieces: np.ndarray
    shapes: np.ndarray
    first: np.ndarray
    gold: dict[str, np.ndarray]
    sentence: np.ndarray


class Packer:
    """Packs pieces of a document into windows of random length, so that the encoder sees long and short context."""

    def __init__(self, pieces: Pieces, labels: dict[str, list[str]], longest: int = LONGEST) -> None:
        self.pieces, self.longest = pieces, longest
        self.index = {head: {label: n for n, label in enumerate(names)} for head, names in labels.items()}

    def sizes(self, piece: Piece) -> int:
        return sum(len(self.pieces(w)) for w in piece.words)

    def pack(self, run: Sequence[Piece], rng: random.Random) -> list[Window]:
        """The windows of `run`, consecutive pieces of one corpus in their order."""
        windows: list[Window] = []
        held: list[Piece] = []
        size, limit = 0, self._limit(rng)
        for piece in run:
            n = self.sizes(piece)
            if held and (size + n + 2 > limit or piece.doc != held[0].doc):
                windows.append(self.window(held, style_of(rng)))
                held, size, limit = [], 0, self._limit(rng)
            held.append(piece)
            size += n
        if held:
            windows.append(self.window(held, style_of(rng)))
        return [w for w in windows if len(w.pieces) <= self.longest + 64]

    def _limit(self, rng: random.Random) -> int:
        return rng.choice((1, 48, 96, 128, 160, self.longest))

    def window(self, held: Sequence[Piece], style: Style = str) -> Window:
        """One window of all words of `held`, their letters' case seen through `style`."""
        ids, forms, first = [self.pieces.cls], [0], []
        gold: dict[str, list[int]] = {
            h: [] for h in ("upos", "xpos", "feats", "lemma", "head", "deprel", "ner", "start", "role", "owner")
        }
        sentence: list[int] = []
        for number, piece in enumerate(held):
            base = len(first)
            for word in piece.words:
                first.append(len(ids))
                parts = self.pieces(word)
                ids.extend(parts)
                forms.extend([shape(style(word))] * len(parts))
                sentence.append(number)
            self._targets(piece, base, gold)
        ids.append(self.pieces.sep)
        forms.append(0)
        return Window(
            held[0].corpus,
            np.array(ids, dtype=np.int32),
            np.array(forms, dtype=np.int8),
            np.array(first, dtype=np.int16),
            {h: np.array(v, dtype=np.int16) for h, v in gold.items()},
            np.array(sentence, dtype=np.int16),
        )

    def _targets(self, piece: Piece, base: int, gold: dict[str, list[int]]) -> None:
        n, parsed = len(piece.words), "upos" in piece.gold
        for head in ("upos", "xpos", "feats", "deprel"):
            index = self.index[head]
            gold[head] += [index.get(str(v), IGNORE) for v in piece.gold[head]] if parsed else [IGNORE] * n
        if parsed:
            rules = (lemmas.rule(w, str(m)) for w, m in zip(piece.words, piece.gold["lemma"], strict=True))
            gold["lemma"] += [self.index["lemma"].get(r, IGNORE) for r in rules]
            gold["head"] += [0 if h == 0 else base + int(str(h)) for h in piece.gold["head"]]
            gold["start"] += [1] + [0] * (n - 1)
        else:
            for head in ("lemma", "head", "start"):
                gold[head] += [IGNORE] * n
        gold["role"] += [IGNORE] * n
        gold["owner"] += [IGNORE] * n
        tags = piece.gold.get("ner")
        gold["ner"] += [self.index["ner"][str(t)] for t in tags] if tags else [IGNORE] * n
