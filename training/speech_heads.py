"""Three ways to find who said what, over the same word vectors, and their losses.

tags    every word gets a role (BIO of source, cue, content); a link joins each source and content to its cue
cue     each cue labels all words of the window: none, its source, its content
points  each cue points at the first and last word of its source and of its content

All read `role` logits for the cues. Scores of a cue and a word are biaffine (Dozat and Manning 2017) plus a learned
term for their distance.
"""

from typing import Final

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dragoman.language.hearing import NEAR
from training.parts import HIDDEN, Dropout
from training.speech_corpus import ROLES

WIDE: Final = 128
CUE: Final = ROLES.index("B-Q")
KINDS: Final = {"cue": 3, "points": 4, "link": 1}


def buckets(cues: Tensor, words: int) -> Tensor:
    """(n, words) classes of the signed distance from the cue at each of `cues` (n,) to every word."""
    away = torch.arange(words, device=cues.device)[None] - cues[:, None]
    near = torch.bucketize(away.abs(), torch.from_numpy(NEAR).to(cues.device), right=True)
    return near + (away < 0) * (len(NEAR) + 1)


class Pairs(nn.Module):
    """Scores (n, words, labels) of pairs of a cue and a word."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.labels = labels
        self.weight = nn.Parameter(torch.randn(WIDE + 1, labels, WIDE + 1) * 0.02)
        self.near = nn.Parameter(torch.zeros(2 * len(NEAR) + 2, labels))

    def forward(self, cue: Tensor, word: Tensor, near: Tensor) -> Tensor:
        """`cue` (n, WIDE), `word` (n, words, WIDE), `near` (n, words) of `buckets`."""
        cue, word = F.pad(cue, (0, 1), value=1.0), F.pad(word, (0, 1), value=1.0)
        left = torch.einsum("nd,dlh->nlh", cue, self.weight)
        return torch.einsum("nlh,nwh->nwl", left, word) / WIDE**0.5 + self.near[near]


class SpeechHeads(nn.Module):
    """The heads on the speech family's word vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.role = nn.Linear(HIDDEN, len(ROLES))
        self.cue, self.word = nn.Linear(HIDDEN, WIDE), nn.Linear(HIDDEN, WIDE)
        self.pairs = nn.ModuleDict({name: Pairs(n) for name, n in KINDS.items()})
        self.none = nn.Linear(WIDE, KINDS["points"])
        self.drop = Dropout(0.2)

    def forward(self, vectors: Tensor) -> dict[str, Tensor]:
        """(batch, words, 384) to `role` logits and the two sides of the pair scorers."""
        x = self.drop(vectors)
        return {
            "role": self.role(x),
            "said_cue": self.drop(F.gelu(self.cue(x))),
            "said_word": self.drop(F.gelu(self.word(x))),
        }

    def losses(self, out: dict[str, Tensor], gold: dict[str, Tensor]) -> dict[str, Tensor]:
        """The loss of each way, over the gold cues of the batch; words of `role` -100 cost nothing."""
        role, owner = gold["role"], gold["owner"]
        found = {"role": F.cross_entropy(out["role"].flatten(0, 1), role.flatten(), ignore_index=-100)}
        row, at = (role == CUE).nonzero(as_tuple=True)
        if not len(row):
            return found
        near = buckets(at, role.shape[1])
        cue, word, real = out["said_cue"][row, at], out["said_word"][row], role[row] >= 0
        own = owner[row] == at[:, None] + 1
        label = own * (((role[row] == 1) | (role[row] == 2)) * 1 + (role[row] >= 5) * 2)
        scores = self.pairs["cue"](cue, word, near)
        found["cue"] = F.cross_entropy(scores[real], label[real], reduction="sum") / len(row) / 12
        found["points"] = self._points(cue, word, near, real, label)
        found["link"] = self._link(out, role, owner)
        return found

    def points(self, cue: Tensor, word: Tensor, near: Tensor, real: Tensor) -> Tensor:
        """Logits (n, 1 + words, 4) of source first and last, content first and last; place 0 says none."""
        scores = self.pairs["points"](cue, word, near).masked_fill(~real[..., None], -1e4)
        return torch.cat([self.none(cue)[:, None], scores], 1)

    def _points(self, cue: Tensor, word: Tensor, near: Tensor, real: Tensor, label: Tensor) -> Tensor:
        scores = self.points(cue, word, near, real)
        width = label.shape[1]
        place = torch.arange(1, width + 1, device=label.device)[None]
        loss = scores.new_zeros(())
        for role in (1, 2):
            mine = label == role
            first = torch.where(mine, place, width + 1).amin(1)
            last = torch.where(mine, place, 0).amax(1)
            first = first * (first <= width)
            loss = loss + F.cross_entropy(scores[..., 2 * role - 2], first)
            loss = loss + F.cross_entropy(scores[..., 2 * role - 1], last)
        return loss / 4

    def _link(self, out: dict[str, Tensor], role: Tensor, owner: Tensor) -> Tensor:
        row, at = (((role == 1) | (role == 5)) & (owner > 0)).nonzero(as_tuple=True)
        if not len(row):
            return out["role"].new_zeros(())
        near = buckets(at, role.shape[1])
        scores = self.pairs["link"](out["said_word"][row, at], out["said_cue"][row], near)[..., 0]
        scores = scores.masked_fill(role[row] != CUE, -1e4)
        return F.cross_entropy(scores, owner[row, at] - 1)
