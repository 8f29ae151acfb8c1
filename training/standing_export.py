"""From trained standing heads to the shipped files: `python -m training.standing_export --heads WORK/heads.pt --out
dragoman/language/model`.

Writes `standings.onnx` (word vectors of the tower to those of this room, and topics) and `holds.onnx` (value, status
and parties at a word), both int8; adds the label names to `labels.json`, and with `--checkpoint` the fp16 weights.
"""

import argparse
import json
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import save_file
from torch import Tensor, nn

from training.event_train import STATUSES
from training.parts import HIDDEN
from training.standing_heads import Standings, sizes
from training.standing_train import TAGS, VALUES


class Layer(nn.Module):
    """The layers and the topics over a run of sentences."""

    def __init__(self, heads: Standings) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """`words` (words, 384) to as many vectors and probabilities of topics."""
        seen = self.heads(words[None], torch.ones_like(words[None, :, 0]))[0]
        return seen, self.heads.tag(seen).softmax(-1)


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


def export(
    module: nn.Module,
    sample: tuple[Tensor, ...],
    path: Path,
    names: tuple[list[str], list[str]],
    axes: dict[str, dict[int, str]],
) -> None:
    plain = path.with_suffix(".plain")
    torch.onnx.export(
        module.eval(),
        sample,
        str(plain),
        input_names=names[0],
        output_names=names[1],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        plain, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gemm"]
    )
    plain.unlink()


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
    names = {"standing_tag": list(TAGS), "standing_value": list(VALUES), "standing_status": list(STATUSES)}
    if given.checkpoint:
        save_file({k: v.half().contiguous() for k, v in state.items()}, given.checkpoint, {"labels": json.dumps(names)})
    words = torch.ones(7, HIDDEN)
    export(
        Layer(heads),
        (words,),
        given.out / "standings.onnx",
        (["words"], ["seen", "tag"]),
        {n: {0: "words"} for n in ("words", "seen", "tag")},
    )
    axes = {"seen": {0: "words"}, "at": {0: "anchors"}, "near": {0: "anchors", 1: "words"}}
    axes |= {"value": {0: "anchors"}, "status": {0: "anchors"}, "parts": {0: "anchors", 1: "words"}}
    sample = (words, torch.tensor([1, 3]), torch.zeros((2, 7), dtype=torch.int64))
    export(Holds(heads), sample, given.out / "holds.onnx", (["seen", "at", "near"], ["value", "status", "parts"]), axes)
    path = given.out / "labels.json"
    labels = json.loads(path.read_text(encoding="utf-8")) | names
    path.write_text(json.dumps(labels, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print({f.name: f.stat().st_size for f in sorted(given.out.iterdir())})


if __name__ == "__main__":
    main()
