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
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from dragoman.codebook import codebook
from dragoman.language.pieces import Pieces
from training import minilm
from training.event_train import MODEL, STATUSES, Packer, Window, batches
from training.standing_heads import SIDES, TOWER, Standings, begun, sizes
from training.standing_rows import Row

TAGS: Final = ("O", *codebook().topics)
VALUES: Final = tuple(f"{t.name} {value}" for t in codebook().topics.values() for value in t.values)
CHECKPOINT: Final = Path("training/checkpoint/events.safetensors")
QUIET: Final = 0.10  # of the quiet rows are seen in an epoch
TWICE: Final = ("plain_wire", "plain_wire_two", "reports")  # files in the plain style of agencies, seen twice
RATE_LAYERS, RATE_HEADS, WARMUP = 2e-4, 1e-3, 60


def sessions(layers: int, path: Path) -> list[onnxruntime.InferenceSession]:
    """Trunk as shipped, and the tower without its last `layers`, cut out to `path`."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.log_severity_level = 3
    below = TOWER - layers
    if below:
        tower, cut = str(MODEL.parent / "events.onnx"), onnx.utils.extract_model
        made = {name for node in onnx.load(tower).graph.node for name in node.output}
        out = f"/layers.{below - 1}/norm2/LayerNormalization_output_0"
        cut(tower, str(path), ["trunk", "mask"], [out if out in made else "lower"], check_model=False)
    paths = [MODEL.parent / "trunk.onnx", *([path] if below else [])]
    return [onnxruntime.InferenceSession(str(p), options, providers=["CPUExecutionProvider"]) for p in paths]


class Trainer:
    """Holds the heads, what lies below them, and the optimiser."""

    def __init__(self, given: argparse.Namespace) -> None:
        torch.manual_seed(given.seed)
        torch.set_num_threads(int(os.environ.get("TRAIN_THREADS", "2")))
        self.given = given
        self.heads = Standings(given.layers, sizes(len(TAGS), len(VALUES), len(STATUSES)))
        begun(self.heads, load_file(CHECKPOINT))
        self.trunk, *self.tower = sessions(given.layers, given.work / f"below{given.layers}.onnx")
        self.packer = Packer(Pieces(minilm.folder() / "tokenizer.json"))
        layers = [p for n, p in self.heads.named_parameters() if n.startswith("layers")]
        heads = [p for n, p in self.heads.named_parameters() if not n.startswith("layers")]
        groups = [{"params": layers, "lr": RATE_LAYERS}, {"params": heads, "lr": RATE_HEADS}]
        self.update = torch.optim.AdamW([g for g in groups if g["params"]], betas=(0.9, 0.98), weight_decay=0.02)

    def seen(self, batch: Sequence[Window]) -> Tensor:
        """The words of a batch as this room's vectors."""
        pad = lambda rows: np.array([r + [0] * (max(map(len, rows)) - len(r)) for r in rows])
        mask = pad([[1] * len(w.pieces) for w in batch])
        feed = {"pieces": pad([w.pieces for w in batch]), "shapes": pad([w.shapes for w in batch]), "mask": mask}
        (below,) = self.trunk.run(["trunk"], feed)
        for session in self.tower:
            (below,) = session.run(None, {"trunk": below, "mask": mask})
        first = torch.from_numpy(pad([w.first for w in batch]))
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.heads.training):
            return self.heads(torch.from_numpy(below), torch.from_numpy(mask), first).float()

    def losses(self, batch: Sequence[Window]) -> dict[str, Tensor]:
        seen, want = self.seen(batch), gold(batch)
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
            drawn = rows + [r for r in rows if r.id.partition(":")[0] in TWICE]
            drawn += [r for r in quiet if rng.random() < QUIET]
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
                    seen[name] = 0.98 * seen.get(name, value.item()) + 0.02 * value.item()
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
        seen, want = trainer.seen(batch), gold(batch)
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
