"""The event tower: the upper layers of the published MiniLM over a lower layer of the shared encoder, and the event
heads.

The lower layers are those that parsing and names share, frozen: what is trained here cannot make them worse. The
upper layers start from the published weights, which know more of meaning than the shared ones that have learned to
parse (PLV root accuracy of one fold, source and target marked: 0.80 against 0.75). One pass gives vectors of words,
and everything is read from them: triggers and their types (`tag`), the parties of a trigger (`arg`), and type, mode
and status of a trigger with its parties.
"""

from typing import Final

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.model import Encoder, Layer
from training.parts import HIDDEN, Dropout
from training.speech_heads import WIDE, Pairs, buckets

SIDES: Final = 3  # a word is neither, actor, recipient
ATTENDING: Final = 6


class Tower(nn.Module):
    """Layers and heads; `sizes` is the number of labels of each head on the pair vector."""

    def __init__(self, encoder: Encoder, below: int, tags: int, sizes: dict[str, int]) -> None:
        """`below` layers of the shared encoder stay under the tower; it takes those above from `encoder`."""
        super().__init__()
        self.below = below
        self.layers = nn.ModuleList(layer for layer in list(encoder.layers)[below:] if isinstance(layer, Layer))
        self.drop = Dropout(0.2)
        self.tag = nn.Sequential(nn.Linear(HIDDEN, 256), nn.GELU(), nn.Linear(256, tags))
        self.arg_trigger, self.arg_word = nn.Linear(HIDDEN, WIDE), nn.Linear(HIDDEN, WIDE)
        self.arg = Pairs(SIDES)
        self.lacking = nn.Parameter(torch.randn(3, HIDDEN) * 0.02)
        self.query, self.key = nn.Linear(3 * HIDDEN, HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.pair = nn.Sequential(nn.Linear(4 * HIDDEN, HIDDEN), nn.GELU())
        self.heads = nn.ModuleDict({f"to_{name}": nn.Linear(HIDDEN, n) for name, n in sizes.items()})

    def forward(self, trunk: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Trunk vectors (batch, pieces, 384), mask, and first pieces (batch, words) to (batch, words, 384)."""
        bias = (1.0 - mask[:, None, None, :].to(trunk.dtype)) * -10000.0
        x = trunk
        for layer in self.layers:
            x = layer(x, bias)
        return torch.gather(x, 1, first[..., None].expand(-1, -1, HIDDEN))

    def args(self, trigger: Tensor, words: Tensor, at: Tensor) -> Tensor:
        """Logits (n, words, 3) that words are actors or recipients of triggers (n, 384) at words `at` (n,)."""
        left, right = F.gelu(self.arg_trigger(trigger)), F.gelu(self.arg_word(words))
        return self.arg(left, right, buckets(at, words.shape[1]))

    def acts(self, words: Tensor, roles: Tensor, inside: Tensor) -> Tensor:
        """Vectors (n, 384) of acts: `words` (n, words, 384), `roles` (n, 3, words) the shares of trigger, source and
        target words (all 0 where there is none), `inside` (n, words) true for words of the sentence.
        """
        held = roles @ words
        parts = torch.where(roles.sum(-1, keepdim=True) > 0, held, self.lacking.to(held.dtype)[None])
        n, w = inside.shape
        query = self.query(parts.flatten(1)).view(n, ATTENDING, 1, -1)
        key = self.key(words).view(n, w, ATTENDING, -1).transpose(1, 2)
        scores = (query @ key.transpose(2, 3)).squeeze(2) / (HIDDEN // ATTENDING) ** 0.5
        share = scores.masked_fill(~inside[:, None, :], -1e4).softmax(-1).to(words.dtype)
        value = words.view(n, w, ATTENDING, -1).transpose(1, 2)
        context = (share[:, :, None, :] @ value).reshape(n, HIDDEN)
        return self.drop(self.pair(self.drop(torch.cat([context, parts.flatten(1)], -1))))
