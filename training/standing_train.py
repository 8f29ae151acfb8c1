"""Our own sentences with standings to the standing heads: `python -m training.standing_train --work
training/work-standings`; fixed seeds.

Trunk and event tower run in ONNX Runtime from the shipped files, so that the heads learn on the very vectors that they
will read; nothing below them changes.
"""

import argparse
import os
import pickle
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "0")

import numpy as np
import onnxruntime
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from dragoman.codebook import codebook
from dragoman.language.pieces import Pieces
from training import minilm
from training.event_train import MODEL, STATUSES, Packer, Window, batches
from training.standing_heads import SIDES, Standings, begun, sizes
from training.standing_rows import Row

TAGS: Final = ("O", *codebook().topics)
VALUES: Final = tuple(f"{t.name} {value}" for t in codebook().topics.values() for value in t.values)
TOWER: Final = Path("training/checkpoint/events.safetensors")
QUIET: Final = 0.10  # of the quiet rows are seen in an epoch
RATE_LAYERS, RATE_HEADS, WARMUP = 2e-4, 1e-3, 60


def sessions() -> list[onnxruntime.InferenceSession]:
    """Trunk and tower as shipped."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.log_severity_level = 3
    folder = MODEL.parent
    return [
        onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
        for name in ("trunk.onnx", "events.onnx")
    ]


class Trainer:
    """Holds the heads, what lies below them, and the optimiser."""

    def __init__(self, given: argparse.Namespace) -> None:
        torch.manual_seed(given.seed)
        torch.set_num_threads(int(os.environ.get("TRAIN_THREADS", "2")))
        self.given = given
        self.heads = Standings(given.layers, sizes(len(TAGS), len(VALUES), len(STATUSES)))
        last = {k.removeprefix("layers.3."): v for k, v in load_file(TOWER).items() if k.startswith("layers.3.")}
        begun(self.heads, {k: v.float() for k, v in last.items()})
        self.trunk, self.tower = sessions()
        self.packer = Packer(Pieces(minilm.folder() / "tokenizer.json"))
        layers = [p for n, p in self.heads.named_parameters() if n.startswith("layers")]
        heads = [p for n, p in self.heads.named_parameters() if not n.startswith("layers")]
        groups = [{"params": layers, "lr": RATE_LAYERS}, {"params": heads, "lr": RATE_HEADS}]
        self.update = torch.optim.AdamW([g for g in groups if g["params"]], betas=(0.9, 0.98), weight_decay=0.02)

    def below(self, batch: Sequence[Window]) -> tuple[Tensor, Tensor]:
        """The tower's word vectors of a batch, and which are words."""
        pad = lambda rows: np.array([r + [0] * (max(map(len, rows)) - len(r)) for r in rows])
        mask = pad([[1] * len(w.pieces) for w in batch])
        feed = {"pieces": pad([w.pieces for w in batch]), "shapes": pad([w.shapes for w in batch]), "mask": mask}
        (trunk,) = self.trunk.run(["trunk"], feed)
        feed = {"trunk": trunk, "mask": mask, "first": pad([w.first for w in batch])}
        (words,) = self.tower.run(["words"], feed)
        return torch.from_numpy(words.astype(np.float16).astype(np.float32)), torch.from_numpy(
            pad([[1] * len(w.first) for w in batch])
        )

    def losses(self, batch: Sequence[Window]) -> dict[str, Tensor]:
        words, mask = self.below(batch)
        seen = self.heads(words, mask)
        want = gold(batch)
        found: dict[str, Tensor] = {}
        known = want["tags"] >= 0
        scores = self.heads.tag(self.heads.drop(seen[known]))
        count = (want["tags"] > 0).sum().clamp(min=4)
        found["tag"] = F.cross_entropy(scores, want["tags"][known], reduction="sum") / count * 0.7
        if not len(want["where"]):
            return found
        where, at = want["where"], want["at"]
        value, status = self.heads.said(seen[where, at])
        found["value"] = F.cross_entropy(value, want["value"], label_smoothing=0.05)
        found["status"] = 0.4 * F.cross_entropy(status, want["status"], label_smoothing=0.05)
        parts = self.heads.parts(seen[where, at], seen[where], at)
        real = want["inside"]
        lost = F.binary_cross_entropy_with_logits(parts[real], want["parts"][real], reduction="sum")
        found["parts"] = lost / len(where) / 4
        return found

    def train(self, rows: list[Row], quiet: list[Row]) -> None:
        given = self.given
        self.heads.train()
        steps, step, began = 0, 0, time.time()
        seen: dict[str, float] = {}
        for epoch in range(given.epochs):
            rng = random.Random(epoch + 100 * given.seed)
            drawn = rows + [r for r in quiet if rng.random() < QUIET]
            rng.shuffle(drawn)
            cut = batches(list(self.packer.pack(drawn, rng)), given.budget, rng)
            steps = steps or len(cut) * given.epochs
            for batch in cut:
                share = min(1.0, (step + 1) / WARMUP) * max(0.02, 1 - step / steps)
                for group in self.update.param_groups:
                    group["lr"] = (
                        RATE_LAYERS if group is self.update.param_groups[0] and given.layers else RATE_HEADS
                    ) * share
                found = self.losses(batch)
                self.update.zero_grad(set_to_none=True)
                torch.stack(list(found.values())).sum().backward()
                nn.utils.clip_grad_norm_(self.heads.parameters(), 1.0)
                self.update.step()
                step += 1
                for name, value in found.items():
                    seen[name] = 0.98 * seen.get(name, float(value)) + 0.02 * float(value)
            told = " ".join(f"{h} {v:.3f}" for h, v in seen.items())
            print(f"epoch {epoch + 1}: step {step}/{steps} {time.time() - began:.0f}s {told}", flush=True)
        torch.save(self.heads.state_dict(), given.work / f"{given.name}.pt")


def gold(batch: Sequence[Window]) -> dict[str, Tensor]:
    """A batch's labels: tags of words; and a row a standing with window, anchor, value, status and parts."""
    width = max(len(w.first) for w in batch)
    tags = np.full((len(batch), width), -100)
    found: dict[str, list[Any]] = {name: [] for name in ("where", "at", "value", "status", "inside", "parts")}
    for n, window in enumerate(batch):
        for start, row in window.rows:  # type: ignore[assignment]
            end = min(start + len(row.words), len(window.first))
            tags[n, start:end] = 0
            for one in row.said:  # type: ignore[attr-defined]
                if start + one.at >= end:
                    continue
                tags[n, start + one.at] = TAGS.index(one.topic)
                found["where"].append(n)
                found["at"].append(start + one.at)
                found["value"].append(VALUES.index(f"{one.topic} {one.value}"))
                found["status"].append(STATUSES.index(one.status))
                inside = np.zeros(width, dtype=bool)
                inside[start:end] = True
                parts = np.zeros((width, len(SIDES)), dtype=np.float32)
                for k, part in enumerate(one.parts):
                    parts[[start + i for i in part if start + i < end], k] = 1
                found["inside"].append(inside)
                found["parts"].append(parts)
    out = {k: torch.tensor(np.array(v)) if v else torch.zeros(0) for k, v in found.items()}
    return out | {"tags": torch.from_numpy(tags)}


@torch.no_grad()
def report(trainer: Trainer, rows: list[Row]) -> None:
    """Scores on rows held back: anchors, with topic, with value; parties as words; conditions."""
    heads = trainer.heads.eval()
    count: Counter[str] = Counter()
    for batch in batches(list(trainer.packer.pack(rows, None)), 3000, None):
        words, mask = trainer.below(batch)
        seen, want = heads(words, mask), gold(batch)
        tags = heads.tag(seen).argmax(-1)
        real = want["tags"] >= 0
        gold_tags = want["tags"]
        count["made"] += int((tags[real] > 0).sum())
        count["gold"] += int((gold_tags[real] > 0).sum())
        count["found"] += int(((tags > 0) & (gold_tags > 0))[real].sum())
        count["topic"] += int(((tags == gold_tags) & (gold_tags > 0))[real].sum())
        if not len(want["where"]):
            continue
        where, at = want["where"], want["at"]
        value, status = heads.said(seen[where, at])
        count["acts"] += len(where)
        count["value"] += int((value.argmax(-1) == want["value"]).sum())
        count["status"] += int((status.argmax(-1) == want["status"]).sum())
        parts = heads.parts(seen[where, at], seen[where], at).sigmoid() > 0.5
        for k, side in enumerate(SIDES):
            a, b = want["parts"][..., k][want["inside"]] > 0, parts[..., k][want["inside"]]
            count[f"{side} tp"] += int((a & b).sum())
            count[f"{side} gold"] += int(a.sum())
            count[f"{side} made"] += int(b.sum())
    f1 = lambda tp, a, b: 2 * count[tp] / max(1, count[a] + count[b])
    told = [f"anchor F1 {f1('found', 'made', 'gold'):.3f} typed {f1('topic', 'made', 'gold'):.3f}"]
    told += [f"{name} {count[name] / max(1, count['acts']):.3f}" for name in ("value", "status")]
    told += [f"{s} {f1(f'{s} tp', f'{s} made', f'{s} gold'):.3f}" for s in SIDES]
    print("held back:", " ".join(told), f"n={count['acts']}", flush=True)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--work", type=Path, default=Path("training/work-standings"))
    ask.add_argument("--name", default="heads")
    ask.add_argument("--layers", type=int, default=1)
    ask.add_argument("--epochs", type=int, default=12)
    ask.add_argument("--budget", type=int, default=1200)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--all", action="store_true", help="train on the sentences held back too")
    given = ask.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    own, quiet_rows = pickle.loads((given.work / "rows.pkl").read_bytes())
    trainer = Trainer(given)
    trainer.train([r for r in own if given.all or not r.held], quiet_rows)
    report(trainer, [r for r in own if r.held])


if __name__ == "__main__":
    main()
