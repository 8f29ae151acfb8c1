"""A trained encoder layer to the same layer with ONNX Runtime's fused attention: half the nodes, one matrix product."""

from typing import Any

import torch
from torch import Tensor, nn

from training.model import ATTENTION_HEADS, Layer
from training.parts import HIDDEN


class _Attention(torch.autograd.Function):
    """Exports as com.microsoft.Attention; in torch it only gives the shape."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor, mask: Tensor) -> Tensor:
        return x.clone()

    @staticmethod
    def symbolic(g: Any, x: Any, weight: Any, bias: Any, mask: Any) -> Any:
        return g.op("com.microsoft::Attention", x, weight, bias, mask, num_heads_i=ATTENTION_HEADS).setType(x.type())


class Fused(nn.Module):
    """`Layer` with query, key and value in one weight (384, 1152)."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        parts = (layer.query, layer.key, layer.value)
        self.weight = nn.Parameter(torch.cat([p.weight.T for p in parts], 1).contiguous())
        self.bias = nn.Parameter(torch.cat([p.bias for p in parts]))
        self.layer = layer

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`mask` is (batch, pieces) int32, 1 for a real piece: ONNX Runtime's raw attention mask."""
        seen = _Attention.apply(x, self.weight, self.bias, mask)
        x = self.layer.norm1(x + self.layer.out(seen))
        return self.layer.norm2(x + self.layer.down(nn.functional.gelu(self.layer.up(x))))


class FusedEncoder(nn.Module):
    """`Encoder` as it is exported."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        self.layers = nn.ModuleList(Fused(layer) for layer in encoder.layers)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        e = self.encoder
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = e.norm(e.words(pieces) + (e.places(places)[None] + e.kind) + e.shapes(shapes))
        raw = mask.to(torch.int32)
        seen = []
        for layer in self.layers:
            x = layer(x, raw)
            seen.append(x)
        return seen


assert HIDDEN % ATTENTION_HEADS == 0
