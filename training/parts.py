"""What all heads are made of: the vectors' width, dropout, the layer mix."""

from typing import Final

import torch
from torch import Tensor, nn

HIDDEN: Final = 384


class Dropout(nn.Module):
    """Dropout with one mask for the whole batch: drawing a mask a row takes a tenth of a step on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        mask = torch.empty(x.shape[1:], device=x.device, dtype=x.dtype).bernoulli_(1 - self.share)
        return x * mask.div_(1 - self.share)


class Mix(nn.Module):
    """A learned weighted sum of layers (ELMo's scalar mix, Peters et al. 2018)."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        start = torch.zeros(layers)
        start[-1] = 2.0
        self.weights = nn.Parameter(start)

    def forward(self, layers: list[Tensor]) -> Tensor:
        weights = self.weights.softmax(0)
        mixed = weights[0] * layers[0]
        for n in range(1, len(layers)):
            mixed = mixed + weights[n] * layers[n]
        return mixed
