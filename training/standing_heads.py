"""The standing heads: over the event tower's word vectors, which words say where something stands, what they say, and
who and what they say it of.

The tower stays as it is. The standings' layers branch off below its last ones, and start from their weights; from
there: topic of each word (`tag`), value and status at a word that says something (the anchor), and for each other
word whether it is the holder, the subject, or part of a condition.
"""

from typing import Final

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.model import Layer
from training.parts import HIDDEN, Dropout
from training.speech_heads import WIDE, Pairs, buckets

TOWER: Final = 4  # layers of the event tower
SIDES: Final = ("holder", "subject", "condition")


class Standings(nn.Module):
    """Layers and heads; `sizes` counts the labels of tag, value and status."""

    def __init__(self, layers: int, sizes: dict[str, int]) -> None:
        """`layers` stand where the tower's last ones stand, over what the tower's lower ones give."""
        super().__init__()
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop = Dropout(0.2)
        self.tag = nn.Sequential(nn.Linear(HIDDEN, 256), nn.GELU(), nn.Linear(256, sizes["tag"]))
        self.near = nn.Sequential(nn.Linear(HIDDEN, 256), nn.GELU())
        self.value, self.status = nn.Linear(256, sizes["value"]), nn.Linear(256, sizes["status"])
        self.anchor, self.word = nn.Linear(HIDDEN, WIDE), nn.Linear(HIDDEN, WIDE)
        self.sides = Pairs(len(SIDES))

    def forward(self, below: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Vectors (batch, pieces, 384) from within the tower, a mask of real pieces and the first pieces of words
        (batch, words) to vectors of words (batch, words, 384)."""
        bias = (1.0 - mask[:, None, None, :].to(below.dtype)) * -10000.0
        x = below
        for layer in self.layers:
            x = layer(x, bias)
        return torch.gather(x, 1, first[..., None].expand(-1, -1, HIDDEN))

    def said(self, anchors: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of value and status at anchors (n, 384)."""
        x = self.drop(self.near(self.drop(anchors)))
        return self.value(x), self.status(x)

    def parts(self, anchors: Tensor, words: Tensor, at: Tensor) -> Tensor:
        """Logits (n, words, 3) that words are holder, subject, condition of what the anchors at `at` (n,) say."""
        return self.pairs(anchors, words, buckets(at, words.shape[1]))

    def pairs(self, anchors: Tensor, words: Tensor, near: Tensor) -> Tensor:
        """The same with the buckets of distance (n, words)."""
        left, right = F.gelu(self.anchor(self.drop(anchors))), F.gelu(self.word(self.drop(words)))
        return self.sides(left, right, near)


def sizes(tags: int, values: int, statuses: int) -> dict[str, int]:
    """The label counts by head."""
    return {"tag": tags, "value": values, "status": statuses}


def begun(heads: Standings, tower: dict[str, torch.Tensor]) -> None:
    """Starts the layers of `heads` from the last ones of the `tower`."""
    for n, own in enumerate(heads.layers):
        name = f"layers.{TOWER - len(heads.layers) + n}."
        own.load_state_dict({k.removeprefix(name): v.float() for k, v in tower.items() if k.startswith(name)})
