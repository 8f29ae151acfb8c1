"""How the three ways of speech_heads.py do on a development file: `python -m training.speech_compare DEV.jsonl`.

Prints content and pair scores of the PolNeAR scorer for each way, from one checkpoint that trained all of them.
"""

import argparse
import json
from pathlib import Path
from typing import Final

import numpy as np
import torch

from dragoman.evaluate import quotes
from dragoman.language import hearing as hear
from dragoman.language.hearing import Heard, Range, moved
from dragoman.language.pieces import Pieces
from training import minilm
from training.batches import tensors
from training.export import load
from training.model import Network
from training.speech_corpus import Speech, document, pack
from training.speech_heads import buckets

WAYS: Final = ("tags", "cue", "points", "both")


@torch.no_grad()
def read(network: Network, one: Speech, pieces: Pieces) -> dict[str, list[Heard]]:
    """The attributions of a document by each way, as ranges of its words."""
    found: dict[str, list[Heard]] = {way: [] for way in WAYS}
    cut = pack(one, pieces)
    for at in range(0, len(cut), 16):
        part = cut[at : at + 16]
        inputs, _ = tensors([w for _, w in part], [], torch.device("cpu"))
        out = {k: v.float() for k, v in network(**inputs).items()}
        for row, ((start, end), _) in enumerate(part):
            n = end - start
            here = {k: out[k][row, :n] for k in ("role", "said_cue", "said_word")}
            for way, items in window(network, here).items():
                found[way] += [moved(item, start) for item in items]
    return found


def window(network: Network, out: dict[str, torch.Tensor]) -> dict[str, list[Heard]]:
    """The same for one window, from its words' vectors."""
    roles = out["role"].log_softmax(-1).numpy()
    found, sure = hear.cues(roles)
    if not found:
        return {}
    heads, n = network.speech, len(found)
    at = torch.tensor([a for a, _ in found])
    near = buckets(at, len(roles))
    cue, word = out["said_cue"][at], out["said_word"][None].expand(n, -1, -1)
    scores = heads.pairs["cue"](cue, word, near).log_softmax(-1).numpy()
    points = heads.points(cue, word, near, torch.ones(n, len(roles), dtype=torch.bool)).log_softmax(1).numpy()
    flat = np.zeros_like(points)
    flat[:, 0] = -1e-6
    given = {"both": hear.heard(found, sure, scores, points)}
    given["cue"] = hear.heard(found, sure, scores, flat)
    given["points"] = [h for k in range(n) if (h := _pointed(found[k], sure[k], points[k], found))]
    given["tags"] = _tagged(network, out, roles, found, sure)
    return given


def _pointed(cue: Range, sure: float, points: np.ndarray, cues: list[Range]) -> Heard | None:
    spans = [_hull(points[:, 2 * k], points[:, 2 * k + 1]) for k in range(2)]
    source, content = spans
    if content is None:
        return None
    out = [cue, *([source] if source else [])]
    pieces, a = [], content[0]
    for x, y in sorted(out):  # a content is broken by its own cue and source
        if content[0] <= x and y <= content[1]:
            pieces.append((a, x))
            a = y
    pieces = tuple((x, y) for x, y in [*pieces, (a, content[1])] if x < y)
    return Heard(cue, (source,) if source else (), pieces, sure, 1.0) if pieces else None


def _hull(first: np.ndarray, last: np.ndarray) -> Range | None:
    both = first[1:, None] + last[None, 1:]
    both = np.where(np.tri(len(both), dtype=bool).T, both, -np.inf)
    a, b = np.unravel_index(both.argmax(), both.shape)
    return (int(a), int(b) + 1) if both[a, b] > first[0] + last[0] else None


def _tagged(network: Network, out: dict, roles: np.ndarray, cues: list[Range], sure: list[float]) -> list[Heard]:  # type: ignore[type-arg]
    best = roles.argmax(1)
    at = torch.tensor([a for a, _ in cues])
    held: list[dict[int, list[Range]]] = [{1: [], 5: []} for _ in cues]
    i = 0
    while i < len(best):
        kind = int(best[i])
        if kind in (1, 5):
            end = i + 1
            while end < len(best) and best[end] == kind + 1:
                end += 1
            near = buckets(torch.tensor([i]), len(roles))[:, at]
            to = network.speech.pairs["link"](out["said_word"][i][None], out["said_cue"][at][None], near)
            held[int(to[0, :, 0].argmax())][kind].append((i, end))
            i = end
        else:
            i += 1
    pairs = zip(cues, sure, held, strict=True)
    return [Heard(c, tuple(h[1][:1]), tuple(h[5]), s, 1.0) for c, s, h in pairs if h[5]]


def row(one: Speech, found: list[Heard]) -> dict:  # type: ignore[type-arg]
    """Predictions as the scorer takes them."""
    spans = lambda ranges: [[one.spans[a][0], one.spans[b - 1][1]] for a, b in ranges]
    items = [{"source": spans(h.source), "cue": spans((h.cue,)), "content": spans(h.content)} for h in found]
    return {"id": one.id, "attributions": items}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("gold", type=Path)
    ask.add_argument("--work", type=Path, default=Path("training/work"))
    given = ask.parse_args()
    torch.set_num_threads(1)
    network, _ = load(given.work)
    pieces = Pieces(minilm.folder() / "tokenizer.json")
    gold = [json.loads(line) for line in given.gold.read_text().splitlines()]
    found: dict[str, list[dict]] = {way: [] for way in WAYS}  # type: ignore[type-arg]
    for item in gold:
        one = document(item)
        for way, heard in read(network, one, pieces).items():
            found[way].append(row(one, heard))
    for way, rows in found.items():
        scores = quotes.score(gold, rows)
        for kind in ("all", "direct", "mixed", "indirect"):
            measures = ("content.exact", "content.soft", "pair.exact", "pair.soft")
            told = " ".join(f"{m} {scores[kind][m]['f1']:.3f}" for m in measures)
            print(f"{way:7} {kind:9} {told} gold {scores[kind]['gold']} found {scores[kind]['predicted']}")


if __name__ == "__main__":
    main()
