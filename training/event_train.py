"""Rows to the event tower: `python -m training.event_train --work training/work-events`; resumes, fixed seeds.

The lower layers run in ONNX Runtime from the shipped `model.onnx`, so that the tower learns on the very vectors it
will read.
"""

import argparse
import os
import pickle
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "0")

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dragoman.codebook import codebook
from dragoman.language.pieces import Pieces
from dragoman.language.shapes import shape
from training import minilm
from training.event_heads import Tower
from training.event_rows import NONE, Act, Row
from training.model import Encoder
from training.windows import style_of

MODEL: Final = Path("dragoman/language/model/model.onnx")
STATUSES: Final = ("happened", "ongoing", "planned", "conditional", "hypothetical", "denied")
TYPES: Final = (*codebook().types, NONE)
TAGS: Final = ("O", *codebook().types)
MODES: Final = tuple(f"{t.name} {mode or '-'}" for t in codebook().types.values() for mode in (None, *t.modes))
PLV: Final = tuple(sorted({t for t in codebook().types if t not in ("CONCEDE", "RETREAT")} | {"YIELD"}))
SIDES: Final = ("cooperation", "conflict")
SIZES: Final = {
    "type": len(TYPES),
    "mode": len(MODES),
    "status": len(STATUSES),
    "plv": len(PLV),
    "penta": 5,
    "broad": 5,
    "binary": 2,
    "fact": 1,
}
WEIGHTS: Final = {
    "type": 1.0,
    "mode": 0.5,
    "status": 0.7,
    "plv": 1.0,
    "penta": 0.3,
    "broad": 0.3,
    "binary": 0.4,
    "fact": 0.15,
}
REPEAT: Final = {"plv": 2.0, "aw": 1.0, "cameo": 1.0, "own": 1.0, "fact": 0.12, "quiet": 0.08}
SWAPPED = 0.25  # of PLV's rows are seen with source and target exchanged
RATE_LAYERS, RATE_HEADS, WARMUP = 3e-4, 1e-3, 100
MASK, MASKED = 103, 0.06  # so many subwords are hidden from a step


def trunk(below: int, path: Path) -> onnxruntime.InferenceSession:
    """The first `below` layers of the shipped network; cut out of it, to `path`, where that was not done."""
    if (MODEL.parent / "trunk.onnx").exists():
        path = MODEL.parent / "trunk.onnx"
    else:
        out = f"/network/encoder/layers.{below - 1}/norm2/LayerNormalization_output_0"
        onnx.utils.extract_model(str(MODEL), str(path), ["pieces", "shapes", "mask"], [out], check_model=False)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@dataclass(slots=True)
class Window:
    """Rows packed behind one another: subwords, shapes, first subwords of words, where the words of rows begin."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    rows: list[tuple[int, Row]]


class Packer:
    """Packs rows into windows."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces

    def size(self, row: Row) -> int:
        return sum(len(self.pieces(w)) for w in row.words)

    def pack(self, rows: Sequence[Row], rng: random.Random | None) -> Iterator[Window]:
        """Windows of one row, or with `rng` of several up to a random length."""
        held: list[Row] = []
        size, limit = 0, 0
        for row in rows:
            n = self.size(row)
            if held and size + n > limit:
                yield self.window(held, rng)
                held, size = [], 0
            if not held:
                limit = rng.choice((0, 0, 60, 100, 128, 150)) if rng else 0
            held.append(row)
            size += n
        if held:
            yield self.window(held, rng)

    def window(self, rows: Sequence[Row], rng: random.Random | None) -> Window:
        out = Window([self.pieces.cls], [0], [], [])
        for row in rows:
            style = style_of(rng) if rng else str
            out.rows.append((len(out.first), row))
            for word in row.words:
                parts = self.pieces(word)
                if len(out.pieces) + len(parts) > 300:
                    break
                out.first.append(len(out.pieces))
                out.pieces.extend(MASK if rng and rng.random() < MASKED else p for p in parts)
                out.shapes.extend([shape(style(word))] * len(parts))
        out.pieces.append(self.pieces.sep)
        out.shapes.append(0)
        return out


def batches(windows: list[Window], budget: int, rng: random.Random | None) -> list[list[Window]]:
    """Windows of like length together, at most `budget` subwords with padding."""
    windows = sorted(windows, key=lambda w: len(w.pieces)) if rng is None else windows
    found: list[list[Window]] = []
    for at in range(0, len(windows), 400):
        held: list[Window] = []
        for window in sorted(windows[at : at + 400], key=lambda w: len(w.pieces)):
            if held and len(window.pieces) * (len(held) + 1) > budget:
                found.append(held)
                held = []
            held.append(window)
        found.append(held)
    if rng:
        rng.shuffle(found)
    return found


def shown(act: Act, rng: random.Random | None) -> tuple[list[int], list[int], list[int]]:
    """Which of trigger and parties a training step sees: all, the trigger alone, the parties alone."""
    draw = rng.random() if rng else 0.0
    if rng and act.penta is not None and act.type is None and rng.random() < SWAPPED:
        return [], act.target, act.source  # a row of PLV: what is between the two, whoever is named as source
    if not act.trigger or not (act.source or act.target) or draw < 0.5:
        return act.trigger, act.source, act.target
    if act.type == NONE or not (act.source and act.target) or draw < 0.7:
        return act.trigger, [], []
    return [], act.source, act.target


@dataclass(slots=True)
class Gold:
    """A batch as tensors: acts with the window they stand in, the shares of their roles, and labels by head."""

    where: Tensor
    at: Tensor
    roles: Tensor
    inside: Tensor
    labels: dict[str, Tensor]
    sides: Tensor
    tags: Tensor


def gold(batch: Sequence[Window], rng: random.Random | None) -> Gold:
    width = max(len(w.first) for w in batch)
    where, at, roles, inside, sides = [], [], [], [], []
    labels: dict[str, list[Any]] = {name: [] for name in SIZES}
    tags = np.full((len(batch), width), -100)
    for n, window in enumerate(batch):
        for start, row in window.rows:
            end = min(start + len(row.words), len(window.first))
            if row.tags is not None:
                tags[n, start:end] = [TAGS.index(t) for t in row.tags][: end - start]
            for act in row.acts:
                seen = [[start + i for i in part if start + i < end] for part in shown(act, rng)]
                where.append(n)
                role = np.zeros((3, width), dtype=np.float32)
                for k, part in enumerate(seen):
                    role[k, part] = 1 / max(1, len(part))
                roles.append(role)
                inner = np.zeros(width, dtype=bool)
                inner[start:end] = True
                inside.append(inner)
                known = act.type not in (None, NONE) and bool(seen[0])
                at.append(seen[0][0] if seen[0] else 0)
                side = np.full(width, -100)
                if known:
                    side[start:end] = 0
                    side[[start + i for i in act.source if start + i < end]] = 1
                    side[[start + i for i in act.target if start + i < end]] = 2
                sides.append(side)
                for name, value in label(act).items():
                    labels[name].append(value)
    return Gold(
        torch.tensor(where),
        torch.tensor(at),
        torch.from_numpy(np.stack(roles) if roles else np.zeros((0, 3, width), dtype=np.float32)),
        torch.from_numpy(np.stack(inside) if inside else np.zeros((0, width), dtype=bool)),
        {k: torch.tensor(v) for k, v in labels.items()},
        torch.from_numpy(np.stack(sides) if sides else np.full((0, width), -100)),
        torch.from_numpy(tags),
    )


def label(act: Act) -> dict[str, Any]:
    index = lambda table, value: -100 if value is None else table.index(value)
    real = act.type not in (None, NONE)
    return {
        "type": index(TYPES, act.type),
        "mode": index(MODES, f"{act.type} {act.mode or '-'}" if real else None),
        "status": index(STATUSES, act.status),
        "plv": index(PLV, act.plv),
        "penta": -100 if act.penta is None else act.penta,
        "broad": -100 if act.broad is None else act.broad,
        "binary": index(SIDES, act.binary),
        "fact": float("nan") if act.fact is None else act.fact / 3,
    }


class Trainer:
    """Holds the tower, the trunk and the optimiser."""

    def __init__(self, given: argparse.Namespace) -> None:
        torch.manual_seed(given.seed)
        torch.set_num_threads(int(os.environ.get("TRAIN_THREADS", "2")))
        self.given = given
        encoder = Encoder(6)
        minilm.load(encoder)
        self.tower = Tower(encoder, given.below, len(TAGS), SIZES)
        self.trunk = trunk(given.below, given.work / f"trunk{given.below}.onnx")
        self.packer = Packer(Pieces(minilm.folder() / "tokenizer.json"))
        layers = [p for n, p in self.tower.named_parameters() if n.startswith("layers")]
        heads = [p for n, p in self.tower.named_parameters() if not n.startswith("layers")]
        self.update = torch.optim.AdamW(
            [{"params": layers, "lr": RATE_LAYERS}, {"params": heads, "lr": RATE_HEADS}],
            betas=(0.9, 0.98),
            weight_decay=0.01,
        )

    def words(self, batch: Sequence[Window]) -> Tensor:
        pad = lambda rows: np.array([r + [0] * (max(map(len, rows)) - len(r)) for r in rows])
        mask = pad([[1] * len(w.pieces) for w in batch])
        feed = {"pieces": pad([w.pieces for w in batch]), "shapes": pad([w.shapes for w in batch]), "mask": mask}
        (vectors,) = self.trunk.run([self.trunk.get_outputs()[-1].name], feed)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.tower.training):
            return self.tower(
                torch.from_numpy(vectors), torch.from_numpy(mask), torch.from_numpy(pad([w.first for w in batch]))
            )

    def losses(self, batch: Sequence[Window], rng: random.Random) -> dict[str, Tensor]:
        seen, want = self.words(batch).float(), gold(batch, rng)
        found: dict[str, Tensor] = {}
        known = want.tags >= 0
        if known.any():
            scores = self.tower.tag(self.tower.drop(seen[known]))
            # a trigger stands in about every tenth word: sums over triggers, not means over words
            found["tag"] = (
                F.cross_entropy(scores, want.tags[known], reduction="sum") / (want.tags > 0).sum().clamp(min=1) * 0.5
            )
        own = (want.sides >= 0).any(1)
        if own.any():
            where, at = want.where[own], want.at[own]
            scores = self.tower.args(self.tower.drop(seen[where, at]), self.tower.drop(seen[where]), at)
            real = want.sides[own] >= 0
            found["arg"] = F.cross_entropy(scores[real], want.sides[own][real], reduction="sum") / own.sum() / 4
        if not len(want.where):
            return found
        z = self.tower.acts(seen[want.where], want.roles, want.inside)
        for name, weight in WEIGHTS.items():
            target = want.labels[name]
            if name == "fact":
                have = ~torch.isnan(target)
                if have.any():
                    found[name] = (
                        weight
                        * F.smooth_l1_loss(
                            self.tower.heads[f"to_{name}"](z[have])[:, 0], target[have].float(), beta=0.3
                        )
                        * 4
                    )
            elif (target >= 0).any():
                found[name] = weight * F.cross_entropy(
                    self.tower.heads[f"to_{name}"](z), target, ignore_index=-100, label_smoothing=0.05
                )
        return found

    def train(self, rows: list[Row]) -> None:
        given, path = self.given, self.given.work / f"{self.given.name}.pt"
        steps, step, began = 0, 0, time.time()
        seen: dict[str, float] = {}
        begin = 0
        if path.exists():
            saved = torch.load(path, weights_only=False)
            self.tower.load_state_dict(saved["tower"])
            self.update.load_state_dict(saved["update"])
            begin, step = saved["epoch"], saved["step"]
        self.tower.train()
        for epoch in range(begin, given.epochs):
            rng = random.Random(epoch)
            cut = batches(list(self.packer.pack(draw(rows, rng), rng)), given.budget, rng)
            steps = steps or len(cut) * given.epochs
            for batch in cut:
                share = min(1.0, (step + 1) / WARMUP) * max(0.02, 1 - step / steps)
                for group, rate in zip(self.update.param_groups, (RATE_LAYERS, RATE_HEADS), strict=True):
                    group["lr"] = rate * share
                found = self.losses(batch, rng)
                self.update.zero_grad(set_to_none=True)
                torch.stack(list(found.values())).sum().backward()
                nn.utils.clip_grad_norm_(self.tower.parameters(), 1.0)
                self.update.step()
                step += 1
                for name, value in found.items():
                    seen[name] = 0.98 * seen.get(name, float(value)) + 0.02 * float(value)
            told = " ".join(f"{h} {v:.3f}" for h, v in seen.items())
            print(f"epoch {epoch + 1}: step {step}/{steps} {time.time() - began:.0f}s {told}", flush=True)
            torch.save(
                {
                    "tower": self.tower.state_dict(),
                    "update": self.update.state_dict(),
                    "epoch": epoch + 1,
                    "step": step,
                },
                path,
            )


def draw(rows: list[Row], rng: random.Random) -> list[Row]:
    """The rows of an epoch in random order, each corpus as often as `REPEAT` says."""
    found = []
    for row in rows:
        times = REPEAT[row.corpus]
        found += [row] * (int(times) + (rng.random() < times % 1))
    rng.shuffle(found)
    return found


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--work", type=Path, default=Path("training/work-events"))
    ask.add_argument("--name", default="tower")
    ask.add_argument("--below", type=int, default=2, help="layers of the shared encoder under the tower")
    ask.add_argument("--epochs", type=int, default=8)
    ask.add_argument("--budget", type=int, default=1400)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--fold", type=int, default=-1, help="leave this fifth of the corpora out (-1: none)")
    ask.add_argument("--without", nargs="*", default=[], help="corpora to leave out, for ablations")
    given = ask.parse_args()
    rows: list[Row] = pickle.loads((given.work / "rows.pkl").read_bytes())
    kept = [
        r
        for r in rows
        if not r.held
        and r.corpus not in given.without
        and (r.fold != given.fold or r.corpus in ("own", "fact", "quiet"))
    ]
    trainer = Trainer(given)
    trainer.train(kept)
    from training.event_scores import report

    report(trainer, rows, given)


if __name__ == "__main__":
    main()
