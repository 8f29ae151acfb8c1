"""From trained standing heads to the shipped files: `python -m training.standing_export --heads WORK/heads.pt --out
dragoman/language/model`.

Writes `standings.onnx` (what a lower layer of the event tower gives, to vectors of words and topics) and `holds.onnx`
(value, status and parties at a word), both int8; gives `events.onnx` one more output, `lower`, its weights untouched;
adds the label names to `labels.json`, and with `--checkpoint` writes the fp16 weights.
"""

import argparse
import json
from pathlib import Path
from typing import Final, TypeAlias

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import save_file
from torch import Tensor, nn

from training.event_train import STATUSES
from training.fused import Fused
from training.parts import HIDDEN
from training.standing_heads import TOWER, Standings, sizes
from training.standing_train import TAGS, VALUES

Axes: TypeAlias = dict[str, dict[int, str]]
KINDS: Final = ["MatMul", "Gemm", "Attention"]


class Layers(nn.Module):
    """The layers and the topics over a batch of windows."""

    def __init__(self, heads: Standings) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Fused(layer) for layer in heads.layers)
        self.tag = heads.tag

    def forward(self, lower: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        x, raw = lower, mask.to(torch.int32)
        for layer in self.layers:
            x = layer(x, raw)
        words = torch.gather(x, 1, first[..., None].expand(-1, -1, HIDDEN))
        return words, self.tag(words).softmax(-1)


class Holds(nn.Module):
    """What stands at some words of one sentence."""

    def __init__(self, heads: Standings) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, seen: Tensor, at: Tensor, near: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`seen` (words, 384), `at` (anchors,), `near` (anchors, words) to probabilities of value, status and parts."""
        anchors = seen[at]
        value, status = self.heads.said(anchors)
        parts = self.heads.pairs(anchors, seen[None].expand(at.shape[0], -1, -1), near)
        return value.softmax(-1), status.softmax(-1), parts.sigmoid()


def export(module: nn.Module, sample: tuple[Tensor, ...], path: Path, names: tuple[str, str], axes: Axes) -> None:
    """Writes `module`, quantized; `names` of its inputs and outputs stand behind one another, parted by blanks."""
    plain = path.with_suffix(".plain")
    torch.onnx.export(
        module.eval(),
        sample,
        str(plain),
        input_names=names[0].split(),
        output_names=names[1].split(),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )
    quantize_dynamic(plain, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=KINDS)
    plain.unlink()


def tapped(path: Path, layers: int) -> None:
    """Gives the graph of the tower the output `lower`: what the layer gives on which the standings' `layers` stand."""
    model = onnx.load(str(path))
    old = f"/layers.{TOWER - layers - 1}/norm2/LayerNormalization_output_0"
    made = {name for node in model.graph.node for name in node.output}
    if "lower" in made:
        if old in made:
            raise ValueError(f"{path} gives another layer as `lower` already: take it from git again")
        return
    for node in model.graph.node:
        for names in (node.input, node.output):
            names[:] = ["lower" if name == old else name for name in names]
    model.graph.output.append(onnx.helper.make_tensor_value_info("lower", 1, ["batch", "pieces", HIDDEN]))
    onnx.save(model, str(path))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--heads", type=Path, nargs="+", required=True, help="of several, the mean of their weights ships")
    ask.add_argument("--out", type=Path, default=Path("dragoman/language/model"))
    ask.add_argument("--checkpoint", type=Path)
    given = ask.parse_args()
    states = [torch.load(path, weights_only=True) for path in given.heads]
    state = {name: sum(s[name] for s in states) / len(states) for name in states[0]}
    layers = len({name.split(".")[1] for name in state if name.startswith("layers.")})
    heads = Standings(layers, sizes(len(TAGS), len(VALUES), len(STATUSES)))
    heads.load_state_dict(state)
    heads.eval()
    labels = {"standing_tag": list(TAGS), "standing_value": list(VALUES), "standing_status": list(STATUSES)}
    if given.checkpoint:
        save_file(
            {k: v.half().contiguous() for k, v in state.items()}, given.checkpoint, {"labels": json.dumps(labels)}
        )
    words, long = torch.ones(7, HIDDEN), torch.int64
    axes: Axes = {"lower": {0: "batch", 1: "pieces"}, "mask": {0: "batch", 1: "pieces"}}
    axes |= {name: {0: "batch", 1: "words"} for name in ("first", "stood", "topic")}
    sample = (torch.ones(2, 9, HIDDEN), torch.ones((2, 9), dtype=long), torch.ones((2, 6), dtype=long))
    export(Layers(heads), sample, given.out / "standings.onnx", ("lower mask first", "stood topic"), axes)
    axes = {"seen": {0: "words"}, "at": {0: "anchors"}, "near": {0: "anchors", 1: "words"}}
    axes |= {"value": {0: "anchors"}, "status": {0: "anchors"}, "parts": {0: "anchors", 1: "words"}}
    sample = (words, torch.tensor([1, 3]), torch.zeros((2, 7), dtype=long))
    export(Holds(heads), sample, given.out / "holds.onnx", ("seen at near", "value status parts"), axes)
    tapped(given.out / "events.onnx", layers)
    path = given.out / "labels.json"
    known = json.loads(path.read_text(encoding="utf-8")) | labels
    path.write_text(json.dumps(known, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print({f.name: f.stat().st_size for f in sorted(given.out.iterdir())})


if __name__ == "__main__":
    main()
