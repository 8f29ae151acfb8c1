"""The network: MiniLM with a word-shape embedding, a layer mix for each family of heads, and the heads."""

from dataclasses import dataclass
from typing import Final

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.parts import HIDDEN, Dropout, Mix
from training.speech_heads import SpeechHeads

ATTENTION_HEADS: Final = 12
SHAPES: Final = 8


@dataclass(frozen=True, slots=True)
class Sizes:
    """How wide each head is; the label counts come from the corpora."""

    labels: dict[str, int]
    layers: int = 6
    arc: int = 256
    label: int = 64


class Layer(nn.Module):
    """One transformer layer of BERT (Devlin et al. 2019), post-norm."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, 1e-12), nn.LayerNorm(HIDDEN, 1e-12)
        self.up, self.down = nn.Linear(HIDDEN, 4 * HIDDEN), nn.Linear(4 * HIDDEN, HIDDEN)
        self.drop = Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` (batch, pieces, 384) and an additive attention bias (batch, 1, 1, pieces) to the next (…, 384)."""
        b, t, _ = x.shape
        split = lambda y: y.view(b, t, ATTENTION_HEADS, -1).transpose(1, 2)
        # written out: the fused kernel's backward pass takes a fifth of a step on a CPU at these lengths
        weights = split(self.query(x)) @ split(self.key(x)).transpose(2, 3) * (HIDDEN // ATTENTION_HEADS) ** -0.5
        seen = (weights + bias).softmax(-1).to(x.dtype) @ split(self.value(x))
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, t, HIDDEN))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Subwords and word shapes to one vector a layer for each subword."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.places = nn.Embedding(512, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop = Dropout(0.1)
        nn.init.zeros_(self.shapes.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        """(batch, pieces) ids, shapes and mask (1 for a real piece) to `layers` tensors (batch, pieces, 384)."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.places(places)[None] + self.kind + self.shapes(shapes)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        seen = []
        for layer in self.layers:
            x = layer(x, bias)
            seen.append(x)
        return seen


class Network(nn.Module):
    """Everything that one pass gives: tags, arcs, the two sides of the label scorer, entity tags, sentence starts."""

    TAGGERS = ("upos", "xpos", "feats", "lemma")

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes.layers)
        self.mixes = nn.ModuleDict({family: Mix(sizes.layers) for family in ("syntax", "tags", "ner", "speech")})
        self.drop = Dropout(0.3)
        self.taggers = nn.ModuleDict({head: nn.Linear(HIDDEN, sizes.labels[head]) for head in self.TAGGERS})
        self.ner = nn.Linear(HIDDEN, sizes.labels["ner"])
        self.start = nn.Linear(HIDDEN, 2)
        self.speech = SpeechHeads()
        self.arc_dep, self.arc_head = nn.Linear(HIDDEN, sizes.arc), nn.Linear(HIDDEN, sizes.arc)
        self.arc = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.label_dep, self.label_head = nn.Linear(HIDDEN, sizes.label), nn.Linear(HIDDEN, sizes.label)
        self.label = nn.Parameter(torch.zeros(sizes.label + 1, sizes.labels["deprel"], sizes.label + 1))
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.label, std=0.02)

    def encode(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> dict[str, Tensor]:
        """The vectors of words, root at place 0 ([CLS]): a family of heads to (batch, 1 + words, 384)."""
        layers = self.encoder(pieces, shapes, mask)
        places = F.pad(first, (1, 0))[..., None].expand(-1, -1, HIDDEN)
        layers = [torch.gather(layer, 1, places) for layer in layers]
        return {family: mix(layers) for family, mix in self.mixes.items()}

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> dict[str, Tensor]:
        """Logits of every head.

        pieces, shapes, mask: (batch, pieces); first: (batch, words), the place of each word's first piece.
        Gives (batch, words, labels) for upos, xpos, feats, lemma, ner, start; `arc` (batch, words, 1 + words) with the
        root at place 0; `label_dep` (batch, words, label) and `label_head` (batch, 1 + words, label); `role`,
        `said_cue` and `said_word` of speech_heads.py.
        """
        vectors = self.encode(pieces, shapes, mask, first)
        tags, syntax = self.drop(vectors["tags"][:, 1:]), self.drop(vectors["syntax"])
        out = {head: tagger(tags) for head, tagger in self.taggers.items()}
        out["ner"] = self.ner(self.drop(vectors["ner"][:, 1:]))
        out["start"] = self.start(tags)
        dep = self.drop(F.relu(self.arc_dep(syntax[:, 1:])))
        head = self.drop(F.relu(self.arc_head(syntax)))
        scored = dep @ self.arc[:-1] + self.arc[-1]
        out["arc"] = scored @ head.transpose(1, 2) / self.sizes.arc**0.5
        out["label_dep"] = self.drop(F.relu(self.label_dep(syntax[:, 1:])))
        out["label_head"] = self.drop(F.relu(self.label_head(syntax)))
        return out | self.speech(vectors["speech"][:, 1:])

    def labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """Label logits (n, labels) of n pairs of dependent and head vectors (n, label) each."""
        dep, head = F.pad(dep, (0, 1), value=1.0), F.pad(head, (0, 1), value=1.0)
        left = torch.einsum("nd,dlh->nlh", dep, self.label)
        return (left * head[:, None, :]).sum(-1)
