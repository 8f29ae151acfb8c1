"""Words to their analysis: one pass of the encoder over a run of words, then trees, labels and entities."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dragoman.language import hearing, mending
from dragoman.language.entities import Decoder, Found
from dragoman.language.hearing import Heard, moved
from dragoman.language.pieces import Pieces
from dragoman.language.shapes import shape
from dragoman.language.tree import tree
from dragoman.language.windows import FULL, GIVEN, Window, titled, windows

FOLDER: Final = Path(__file__).parent / "model"
SPEECH: Final = ("role", "said_cue", "said_word")
TOWER: Final = ("words", "tag")
STANDINGS: Final = ("stood", "topic")
NETWORKS: Final = ("trunk", "model", "labels", "speech", "events", "standings", "acts", "holds")
FILES: Final = ("labels.json", "tokenizer.json", *(f"{name}.onnx" for name in NETWORKS))
Lower: TypeAlias = dict[str, NDArray[Any]]  # inputs and lower layers of a batch by name
BATCH: Final = 2  # windows of one report that go through the encoder together: few, so that they stay in the cache


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the encoder says of a run of words, a value a word; labels as indices into `Model.labels`.

    `heads` are indices into the run, the word itself for the root of its sentence; `starts` marks first words.
    `vectors` (words, 384) and `tags` (words, tags) a window are those of the event tower, if it was asked for, tags as
    log-probabilities; `stood` (words, 384) and `topics` (words, 1 + topics, probabilities) those of the standings.
    """

    upos: list[int]
    xpos: list[int]
    feats: list[int]
    lemma: list[int]
    heads: list[int]
    deprels: list[int]
    starts: list[bool]
    entities: Found
    heard: list[Heard]
    vectors: list[NDArray[np.float16]] = field(default_factory=list)
    tags: list[NDArray[np.float32]] = field(default_factory=list)
    stood: list[NDArray[np.float16]] = field(default_factory=list)
    topics: list[NDArray[np.float32]] = field(default_factory=list)

    def part(self, start: int, end: int) -> "Analysis":
        """The analysis of words `start:end`, which must be whole sentences."""
        inside = [(a - start, b - start, label) for a, b, label in self.entities if start <= a and b <= end]
        return Analysis(
            self.upos[start:end],
            self.xpos[start:end],
            self.feats[start:end],
            self.lemma[start:end],
            [head - start for head in self.heads[start:end]],
            self.deprels[start:end],
            self.starts[start:end],
            inside,
            [moved(h, -start) for h in self.heard if h.within(start, end)],
        )  # the tower's vectors are not cut: nobody asks for them of given sentences


class Model:
    """The shipped network in `folder`, run on one thread."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Raises FileNotFoundError when the package was built without the model's files."""
        self.labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.pieces = Pieces(folder / "tokenizer.json")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        sessions = (
            onnxruntime.InferenceSession(str(folder / f"{name}.onnx"), options, providers=["CPUExecutionProvider"])
            for name in NETWORKS
        )
        self._trunk, self._upper, self._scorer, self._hearer, self._tower, self._above = islice(sessions, 6)
        self.judge, self.hold = sessions
        self._outputs = [o.name for o in self._upper.get_outputs()]
        self._layers = [o.name for o in self._trunk.get_outputs()]
        self._root = self.labels["deprel"].index("root")
        self._known = mending.labels(self.labels)
        self._decode = Decoder(self.labels["ner"])
        self._shapes: dict[str, int] = {}

    def __call__(
        self,
        words: Sequence[str],
        opens: Sequence[bool],
        *,
        closed: bool = False,
        acting: bool = False,
        begun: Sequence[Lower] = (),
    ) -> Analysis:
        """The analysis of `words`; `opens` marks words that surely start a sentence; `acting` runs the event tower too.

        `begun` is what `sketch` kept of the same words: their lower layers are not run again. With `closed` these are
        all the sentence starts there are (gold sentences). Batches hold words of this run alone: int8 activations are
        scaled a batch, so what is read beside a report must not share one with it.
        """
        found = Analysis([], [], [], [], [], [], [], [], [])
        cut = windows(words, opens, self.pieces, GIVEN if closed else FULL)
        if not closed:
            opens = [o or titled(words, i) for i, o in enumerate(opens)]
        for n, at in enumerate(range(0, len(cut), BATCH)):
            batch = cut[at : at + BATCH]
            outputs = self._run(begun[n] if begun else self._below(words, batch), acting)
            for row, window in enumerate(batch):
                self._read({k: v[row] for k, v in outputs.items()}, window, opens, closed, found)
        mending.appositions(words, found.heads, found.deprels, found.upos, self._known)
        return found

    def sketch(self, words: Sequence[str], opens: Sequence[bool]) -> tuple[Analysis, list[Lower]]:
        """The event tower's vectors and tags of `words`, and what the layers that tag and parse can go on from."""
        found, kept = Analysis([], [], [], [], [], [], [], [], []), []
        cut = windows(words, opens, self.pieces)
        for at in range(0, len(cut), BATCH):
            batch = cut[at : at + BATCH]
            kept.append(self._below(words, batch))
            outputs = self._act(kept[-1])
            for row, window in enumerate(batch):
                self._keep({k: v[row] for k, v in outputs.items()}, window, found)
        return found, kept

    def _run(self, below: Lower, acting: bool) -> dict[str, NDArray[Any]]:
        feed = {name: value for name, value in below.items() if name not in ("pieces", "shapes", "lower")}
        out = dict(zip(self._outputs, self._upper.run(self._outputs, feed), strict=True))
        return out | self._act(below) | self._stand(below) if acting else out

    def _below(self, words: Sequence[str], batch: Sequence[Window]) -> Lower:
        """A batch with what the layers that all heads share make of it: vectors (batch, pieces, 384), last `trunk`."""
        inputs = self._inputs(words, batch)
        feed = {name: inputs[name] for name in ("pieces", "shapes", "mask")}
        return inputs | dict(zip(self._layers, self._trunk.run(self._layers, feed), strict=True))

    def _act(self, below: Lower) -> dict[str, NDArray[Any]]:
        """The event tower's vectors and tags; leaves in `below` what the standings' layers go on from."""
        feed = {name: below[name] for name in ("trunk", "mask", "first")}
        *found, below["lower"] = self._tower.run((*TOWER, "lower"), feed)
        return dict(zip(TOWER, found, strict=True))

    def _stand(self, below: Lower) -> dict[str, NDArray[Any]]:
        feed = {name: below[name] for name in ("lower", "mask", "first")}
        return dict(zip(STANDINGS, self._above.run(STANDINGS, feed), strict=True))

    def _inputs(self, words: Sequence[str], batch: Sequence[Window]) -> Lower:
        rows, forms, firsts = [], [], []
        for window in batch:
            ids, kinds, first = [self.pieces.cls], [0], []
            for word in words[window.start : window.end]:
                first.append(len(ids))
                parts = self.pieces(word)
                ids += parts
                kinds += [self._shape(word)] * len(parts)
            ids.append(self.pieces.sep)
            kinds.append(0)
            rows.append(ids)
            forms.append(kinds)
            firsts.append(first)
        return {
            "pieces": _padded(rows),
            "shapes": _padded(forms),
            "mask": _padded([[1] * len(r) for r in rows]),
            "first": _padded(firsts),
        }

    def _shape(self, word: str) -> int:
        found = self._shapes.get(word)
        if found is None:
            if len(self._shapes) > 100_000:
                self._shapes.clear()
            found = self._shapes[word] = shape(word)
        return found

    def _read(
        self, out: dict[str, NDArray[Any]], window: Window, opens: Sequence[bool], closed: bool, found: Analysis
    ) -> None:
        n = window.end - window.start
        for head in ("upos", "xpos", "feats", "lemma"):
            getattr(found, head).extend(out[head][:n].tolist())
        sure = opens[window.start : window.end]
        starts = (
            list(sure) if closed else [a or b for a, b in zip(sure, (out["start"][:n] > 0.5).tolist(), strict=True)]
        )
        starts[0] = True
        bounds = [i for i, s in enumerate(starts) if s] + [n]
        heads = np.zeros(n, dtype=np.int64)  # place in label_head: 0 the root, else 1 + word
        for begin, end in pairwise(bounds):
            columns = np.concatenate(([0], np.arange(begin + 1, end + 1)))
            local = tree(out["arc"][begin:end][:, columns])
            heads[begin:end] = [0 if h == 0 else begin + h for h in local]
            for first, last, label in self._decode(out["ner"][begin:end]):
                base = window.start + begin
                found.entities.append((base + first, base + last, label))
        labels = self._labels(out["label_dep"][:n], out["label_head"][heads], heads == 0)
        found.deprels.extend(labels)
        found.heads.extend(window.start + (i if h == 0 else h - 1) for i, h in enumerate(heads.tolist()))
        found.starts.extend(starts)
        found.heard.extend(moved(h, window.start) for h in self._hear({k: out[k][:n] for k in SPEECH}))
        if "tag" in out:
            self._keep(out, window, found)

    @staticmethod
    def _keep(out: dict[str, NDArray[Any]], window: Window, found: Analysis) -> None:
        n = window.end - window.start
        found.vectors.append(out["words"][:n].astype(np.float16))
        found.tags.append(out["tag"][:n])
        if "stood" in out:
            found.stood.append(out["stood"][:n].astype(np.float16))
            found.topics.append(out["topic"][:n])

    def _hear(self, out: dict[str, NDArray[Any]]) -> list[Heard]:
        """Who said what in a window, from its words' roles and the two sides of the pair scorer."""
        cues, sure = hearing.cues(out["role"])
        if not cues:
            return []
        at = np.array([start for start, _ in cues])
        near = hearing.buckets(at, len(out["role"]))
        pairs = {"cue": out["said_cue"][at], "word": out["said_word"], "near": near}
        return hearing.heard(cues, sure, *self._hearer.run(["labels", "points"], pairs))

    def _labels(self, dep: NDArray[np.float32], head: NDArray[np.float32], root: NDArray[np.bool_]) -> list[int]:
        scores = self._scorer.run(["scores"], {"dep": dep, "head": head})[0]
        scores[:, self._root] = -np.inf
        best = scores.argmax(1)
        best[root] = self._root
        return best.tolist()  # type: ignore[no-any-return]


def _padded(rows: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    width = max(len(r) for r in rows)
    out = np.zeros((len(rows), width), dtype=np.int64)
    for n, row in enumerate(rows):
        out[n, : len(row)] = row
    return out


@cache
def model() -> Model:
    """The shipped model, loaded once a process."""
    return Model()


@cache
def version() -> str:
    """Eight hex digits over the shipped model's files, for the coder's name in a reading."""
    digest = blake2b(digest_size=4)
    for name in FILES:
        digest.update((FOLDER / name).read_bytes())
    return digest.hexdigest()
