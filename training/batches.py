"""Windows to padded batches of about the same number of subwords, one epoch at a time from a fixed seed."""

import random
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
import torch
from torch import Tensor

from training.corpora import Piece
from training.speech_corpus import Speech, pack
from training.windows import IGNORE, Packer, Window

# how much of each corpus an epoch sees: entity corpora come down to the size of the treebanks
SHARES = {"ner-wwn": 0.5, "ner-gmb": 0.25}


def epoch(
    pieces: Sequence[Piece],
    packer: Packer,
    budget: int,
    seed: int,
    speech: Sequence[Speech] = (),
    replay: float = 1.0,
) -> list[list[Window]]:
    """The batches of one epoch: each at most `budget` subwords with padding, in an order drawn from `seed`.

    All of `speech` is seen, of the other corpora the share `replay` of `SHARES`.
    """
    rng = random.Random(seed)
    windows = [w for one in speech for _, w in pack(one, packer.pieces, rng)]
    for (corpus, _), run in groupby(
        pieces, key=lambda p: (p.corpus, p.doc if p.corpus.endswith(("train", "wwn")) else "")
    ):
        held = list(run)
        share = replay * SHARES.get(corpus, 1.0)
        if corpus in ("ner-gmb", "ner-wikigold"):
            held = [p for p in held if rng.random() < share]
        elif rng.random() >= share:
            continue
        windows += packer.pack(held, rng)
    rng.shuffle(windows)
    batches: list[list[Window]] = []
    for at in range(0, len(windows), 2000):
        batches += _cut(sorted(windows[at : at + 2000], key=lambda w: len(w.pieces)), budget)
    rng.shuffle(batches)
    return batches


def _cut(windows: Sequence[Window], budget: int) -> Iterator[list[Window]]:
    held: list[Window] = []
    for window in windows:
        if held and len(window.pieces) * (len(held) + 1) > budget:
            yield held
            held = []
        held.append(window)
    if held:
        yield held


def tensors(
    batch: Sequence[Window], corpora: Sequence[str], device: torch.device
) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """The network's inputs and the gold of a batch, padded, on `device`."""

    def pad(rows: Sequence[np.ndarray], fill: int) -> Tensor:
        width = max(len(r) for r in rows)
        out = np.full((len(rows), width), fill, dtype=np.int64)
        for n, row in enumerate(rows):
            out[n, : len(row)] = row
        return torch.from_numpy(out).to(device)

    inputs = {
        "pieces": pad([w.pieces for w in batch], 0),
        "shapes": pad([w.shapes for w in batch], 0),
        "mask": pad([np.ones(len(w.pieces), dtype=np.int64) for w in batch], 0),
        "first": pad([w.first for w in batch], 0),
    }
    gold = {head: pad([w.gold[head] for w in batch], IGNORE) for head in batch[0].gold}
    gold["sentence"] = pad([w.sentence for w in batch], -1)
    gold["corpus"] = torch.tensor([corpora.index(w.corpus) if w.corpus in corpora else 0 for w in batch], device=device)
    return inputs, gold
