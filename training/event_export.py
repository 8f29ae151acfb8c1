"""From a trained tower to the shipped files: `python -m training.event_export --tower WORK/tower.pt --out
dragoman/language/model`.

Writes `events.onnx` (the tower, int8: trunk vectors to vectors of words and trigger tags), `acts.onnx` (the heads on
triggers and parties of one sentence), and gives `model.onnx` one more output, the trunk; its weights stay as they
are. Adds the label names to `labels.json` and, with `--checkpoint`, writes the fp16 weights that later issues train
on from.
"""

import argparse
import json
from pathlib import Path
from typing import Final

import onnx
import torch
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import save_file
from torch import Tensor, nn

from training.event_heads import Tower
from training.event_train import MODES, PLV, SIDES, SIZES, STATUSES, TAGS, TYPES
from training.fused import Fused
from training.model import Encoder
from training.parts import HIDDEN

HEADS: Final = ("type", "mode", "status", "plv", "binary", "fact")


class Shipped(nn.Module):
    """The tower as it runs at users'."""

    def __init__(self, tower: Tower) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Fused(layer) for layer in tower.layers)
        self.tag = tower.tag

    def forward(self, trunk: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        x, raw = trunk, mask.to(torch.int32)
        for layer in self.layers:
            x = layer(x, raw)
        words = torch.gather(x, 1, first[..., None].expand(-1, -1, HIDDEN))
        return words, F.log_softmax(self.tag(words), -1)


class Acts(nn.Module):
    """The heads over one sentence."""

    def __init__(self, tower: Tower) -> None:
        super().__init__()
        self.tower = tower

    def forward(self, words: Tensor, roles: Tensor, near: Tensor) -> tuple[Tensor, ...]:
        """`words` (words, 384) of a sentence, `roles` (acts, 3, words) shares, `near` (acts, words) distances."""
        tower = self.tower
        n = roles.shape[0]
        spread = words[None].expand(n, -1, -1)
        z = tower.acts(spread, roles, torch.ones_like(near, dtype=torch.bool))
        trigger = (roles[:, :1] @ spread)[:, 0]
        left, right = F.gelu(tower.arg_trigger(trigger)), F.gelu(tower.arg_word(spread))
        sides = F.log_softmax(tower.arg(left, right, near), -1)
        out = [tower.heads[f"to_{name}"](z) for name in HEADS]
        return (z, sides, *(F.log_softmax(o, -1) for o in out[:-1]), out[-1])


def names() -> dict[str, list[str]]:
    """The label names of the event heads, as they are added to labels.json."""
    tables = {"tag": TAGS, "type": TYPES, "mode": MODES, "status": STATUSES, "plv": PLV, "binary": SIDES}
    return {f"event_{name}": list(table) for name, table in tables.items()}


def tower_graph(tower: Tower, path: Path, plain: Path, *, fp32: bool = False) -> None:
    sample = (torch.ones(2, 9, HIDDEN), torch.ones((2, 9), dtype=torch.int64), torch.ones((2, 6), dtype=torch.int64))
    axes = {"trunk": {0: "batch", 1: "pieces"}, "mask": {0: "batch", 1: "pieces"}, "first": {0: "batch", 1: "words"}}
    axes |= {"words": {0: "batch", 1: "words"}, "tag": {0: "batch", 1: "words"}}
    torch.onnx.export(
        Shipped(tower).eval(),
        sample,
        str(path if fp32 else plain),
        input_names=["trunk", "mask", "first"],
        output_names=["words", "tag"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )
    if not fp32:
        quantize_dynamic(
            plain, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Attention"]
        )


def acts_graph(tower: Tower, path: Path, plain: Path) -> None:
    """int8: it is called for one act at a time, and what takes the time is fetching its weights."""
    sample = (torch.ones(7, HIDDEN), torch.ones(2, 3, 7) / 7, torch.zeros((2, 7), dtype=torch.int64))
    outputs = ["vector", "sides", *HEADS]
    axes = {"words": {0: "words"}, "roles": {0: "acts", 2: "words"}, "near": {0: "acts", 1: "words"}}
    axes |= {name: {0: "acts"} for name in outputs}
    axes["sides"] = {0: "acts", 1: "words"}
    torch.onnx.export(
        Acts(tower).eval(),
        sample,
        str(plain),
        input_names=["words", "roles", "near"],
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    kinds = ["MatMul", "Gemm"]
    quantize_dynamic(plain, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=kinds)


def split(folder: Path, below: int) -> None:
    """Cuts the graph `model.onnx` after layer `below` into `trunk.onnx` and what stands on it, their weights untouched.

    The tower can then run without the layers that tag and parse, which
    mix in what each lower layer gives (`layer0` ...). Does nothing where that was done before.
    """
    path = folder / "model.onnx"
    model = onnx.load(str(path))
    if "trunk" in [i.name for i in model.graph.input]:
        return
    lower = {f"/network/encoder/layers.{n}/norm2/LayerNormalization_output_0": f"layer{n}" for n in range(below - 1)}
    lower[f"/network/encoder/layers.{below - 1}/norm2/LayerNormalization_output_0"] = "trunk"
    for node in model.graph.node:
        for names in (node.input, node.output):
            names[:] = [lower.get(name, name) for name in names]
    whole, outputs = path.with_suffix(".whole"), [o.name for o in model.graph.output]
    onnx.save(model, str(whole))
    cut = onnx.utils.extract_model
    cut(str(whole), str(folder / "trunk.onnx"), ["pieces", "shapes", "mask"], [*lower.values()], check_model=False)
    cut(str(whole), str(path), [*lower.values(), "mask", "first"], outputs, check_model=False)
    whole.unlink()


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--tower", type=Path, nargs="+", required=True, help="of several, the mean of their weights ships")
    ask.add_argument("--below", type=int, default=2)
    ask.add_argument("--out", type=Path, default=Path("dragoman/language/model"))
    ask.add_argument("--checkpoint", type=Path)
    ask.add_argument("--fp32", action="store_true", help="ship the tower as it is, to measure what int8 loses")
    given = ask.parse_args()
    tower = Tower(Encoder(6), given.below, len(TAGS), SIZES)
    states = [torch.load(path, weights_only=False)["tower"] for path in given.tower]
    state = {name: sum(s[name] for s in states) / len(states) for name in states[0]}
    tower.load_state_dict(state)
    tower.eval()
    if given.checkpoint:
        kept = {k: v.half().contiguous() for k, v in state.items()}
        save_file(kept, given.checkpoint, {"labels": json.dumps(names()), "below": str(given.below)})
    acts_graph(tower, given.out / "acts.onnx", given.tower[0].with_suffix(".acts.onnx"))
    tower_graph(tower, given.out / "events.onnx", given.tower[0].with_suffix(".plain.onnx"), fp32=given.fp32)
    split(given.out, given.below)
    path = given.out / "labels.json"
    labels = json.loads(path.read_text(encoding="utf-8")) | names()
    path.write_text(json.dumps(labels, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print({f.name: f.stat().st_size for f in sorted(given.out.iterdir())})


if __name__ == "__main__":
    main()
