"""From a checkpoint to the shipped files: `python -m training.export --out dragoman/language/model`.

Writes the ONNX graph with int8 weights (`model.onnx`), the label scorer, the speech scorer and label names
(`labels.onnx`, `speech.onnx`, `labels.json`),
the vocabulary (`tokenizer.json`), and with `--checkpoint FILE` the fp16 weights without the frozen word embeddings.
"""

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from training import minilm
from training.fused import FusedEncoder
from training.model import Network, Sizes
from training.speech_heads import WIDE

OUTPUTS = ("upos", "xpos", "feats", "lemma", "ner", "start", "arc", "label_dep", "label_head")
SPEECH = ("role", "said_cue", "said_word")


class Shipped(nn.Module):
    """The network as it runs at users': taggers give their best label, entities log-probabilities."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        out = self.network(pieces, shapes, mask, first)
        best = [out[head].argmax(-1) for head in Network.TAGGERS]
        ner = F.log_softmax(out["ner"], -1)
        start = F.softmax(out["start"], -1)[..., 1]
        role = F.log_softmax(out["role"], -1)
        return (*best, ner, start, *(out[k] for k in OUTPUTS[-3:]), role, *(out[k] for k in SPEECH[1:]))


def load(work: Path) -> tuple[Network, dict[str, list[str]]]:
    """The network of a work folder's last checkpoint, or of a file of fp16 weights, ready to run, and its label names.

    A file without label names in its metadata (training.average) takes those of `labels.json` in its folder.
    """
    folder = work if work.is_dir() else work.parent
    if work.is_dir():
        held = torch.load(work / "checkpoint.pt", map_location="cpu", weights_only=False)["network"]
        named = ""
    else:
        held = {name: value.float() for name, value in load_file(work).items()}
        with safe_open(work, "pt") as file:
            named = (file.metadata() or {}).get("labels", "")
    names = json.loads(named or (folder / "labels.json").read_text())
    layers = len({k.split(".")[2] for k in held if k.startswith("encoder.layers.")})
    network = Network(Sizes({h: len(v) for h, v in names.items()}, layers=layers))
    minilm.load(network.encoder)
    network.load_state_dict(held, strict=work.is_dir())
    return network.eval(), names


def graph(network: Network, path: Path) -> None:
    """Writes the fp32 ONNX graph with free batch, piece and word axes."""
    shape, words = (2, 9), (2, 6)
    sample = (torch.ones(shape, dtype=torch.int64), torch.ones(shape, dtype=torch.int64))
    sample += (torch.ones(shape, dtype=torch.int64), torch.ones(words, dtype=torch.int64))
    axes = {name: {0: "batch", 1: "pieces"} for name in ("pieces", "shapes", "mask")} | {
        "first": {0: "batch", 1: "words"}
    }
    axes |= {name: {0: "batch", 1: "words"} for name in (*OUTPUTS, *SPEECH)} | {
        "arc": {0: "batch", 1: "words", 2: "heads"}
    }
    axes["label_head"] = {0: "batch", 1: "heads"}
    network.encoder = FusedEncoder(network.encoder).eval()
    torch.onnx.export(
        Shipped(network),
        sample,
        str(path),
        input_names=["pieces", "shapes", "mask", "first"],
        output_names=[*OUTPUTS, *SPEECH],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )


class Labels(nn.Module):
    """The label scorer as a graph of its own, run when the trees are known."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, dep: Tensor, head: Tensor) -> Tensor:
        return self.network.labels(dep, head)


def label_graph(network: Network, path: Path) -> None:
    """Writes the label scorer: `dep` and `head` (pairs, label) to `scores` (pairs, labels)."""
    sample = (torch.ones(3, network.sizes.label), torch.ones(3, network.sizes.label))
    axes = {"dep": {0: "pairs"}, "head": {0: "pairs"}, "scores": {0: "pairs"}}
    names = {"input_names": ["dep", "head"], "output_names": ["scores"], "dynamic_axes": axes}
    torch.onnx.export(Labels(network), sample, str(path), opset_version=17, dynamo=False, **names)


class Speech(nn.Module):
    """The scorer of cues and words as a graph of its own, run when the cues are known."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.heads = network.speech

    def forward(self, cue: Tensor, word: Tensor, near: Tensor) -> tuple[Tensor, Tensor]:
        word = word[None].expand(cue.shape[0], -1, -1)
        points = self.heads.points(cue, word, near, torch.ones_like(near, dtype=torch.bool))
        return F.log_softmax(self.heads.pairs["cue"](cue, word, near), -1), F.log_softmax(points, 1)


def speech_graph(network: Network, path: Path) -> None:
    """Writes the speech scorer: `cue` (cues, wide), `word` (words, wide), `near` (cues, words) to log-probabilities,
    `labels` (cues, words, 3) and `points` (cues, 1 + words, 4).
    """
    sample = (torch.ones(2, WIDE), torch.ones(5, WIDE), torch.zeros((2, 5), dtype=torch.int64))
    axes = {"cue": {0: "cues"}, "word": {0: "words"}}
    axes |= {name: {0: "cues", 1: "words"} for name in ("near", "labels")} | {"points": {0: "cues", 1: "places"}}
    names = {"input_names": ["cue", "word", "near"], "output_names": ["labels", "points"], "dynamic_axes": axes}
    torch.onnx.export(Speech(network), sample, str(path), opset_version=17, dynamo=False, **names)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--work", type=Path, default=Path("training/work"), help="a work folder or a file of weights")
    ask.add_argument("--out", type=Path, default=Path("dragoman/language/model"))
    ask.add_argument("--checkpoint", type=Path, help="also write the fp16 weights that later issues train on from")
    ask.add_argument("--fp32", action="store_true", help="ship the graph as it is, to measure what int8 loses")
    given = ask.parse_args()
    network, names = load(given.work)
    given.out.mkdir(parents=True, exist_ok=True)
    plain = (given.work if given.work.is_dir() else given.work.parent) / "plain.onnx"
    weights = {k: v.half().contiguous() for k, v in network.state_dict().items() if k != "encoder.words.weight"}
    graph(network, plain)
    target = given.out / "model.onnx"
    if given.fp32:
        shutil.copy(plain, target)
    else:
        quantize_dynamic(
            plain,
            target,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather", "Attention"],
        )
    onnx.checker.check_model(str(target))
    (given.out / "labels.json").write_text(json.dumps(names, ensure_ascii=False, indent=0, sort_keys=True) + "\n")
    label_graph(network, given.out / "labels.onnx")
    speech_graph(network, given.out / "speech.onnx")
    shutil.copy(minilm.folder() / "tokenizer.json", given.out / "tokenizer.json")
    if given.checkpoint:
        given.checkpoint.parent.mkdir(parents=True, exist_ok=True)
        save_file(weights, given.checkpoint, {"labels": json.dumps(names)})
    print({f.name: f.stat().st_size for f in sorted(given.out.iterdir())})


if __name__ == "__main__":
    main()
