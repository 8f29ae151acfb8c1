"""Logits and gold to one loss a head; words without gold for a head cost nothing there."""

import torch
import torch.nn.functional as F
from torch import Tensor

from training.model import Network

WEIGHTS = {"upos": 0.5, "xpos": 0.5, "feats": 0.4, "lemma": 0.3, "start": 0.5, "arc": 1.0, "label": 0.7, "ner": 1.0}
WEIGHTS |= {"role": 1.0, "cue": 1.0, "points": 0.5, "link": 0.3}


def losses(network: Network, out: dict[str, Tensor], gold: dict[str, Tensor], allowed: Tensor) -> dict[str, Tensor]:
    """The losses of one batch.

    gold: (batch, words) each, -100 where there is none; `sentence` numbers sentences within a window.
    allowed: (corpora, gold tag, tag) table of `labels.allowed`; gold["corpus"] (batch,) indexes it.
    """
    found: dict[str, Tensor] = {}
    parsed = gold["head"] >= 0
    if parsed.any():
        for head in ("upos", "xpos", "feats", "lemma", "start"):
            found[head] = F.cross_entropy(out[head].flatten(0, 1).float(), gold[head].flatten(), ignore_index=-100)
        found["arc"], found["label"] = _tree(network, out, gold, parsed)
    tagged = gold["ner"] >= 0
    if tagged.any():
        scores = out["ner"].float()[tagged]
        corpus = gold["corpus"][:, None].expand_as(gold["ner"])[tagged]
        open_ = allowed[corpus, gold["ner"][tagged]]
        # the likelihood of any tag the annotation leaves open (marginal likelihood over partial labels)
        kept = torch.logsumexp(scores.masked_fill(~open_, -1e4), -1)
        found["ner"] = (torch.logsumexp(scores, -1) - kept).mean()
    if (gold["role"] >= 0).any():
        found |= network.speech.losses(out, gold)
    return found


def _tree(network: Network, out: dict[str, Tensor], gold: dict[str, Tensor], parsed: Tensor) -> tuple[Tensor, Tensor]:
    sentence = gold["sentence"]
    same = F.pad(sentence[:, :, None] == sentence[:, None, :], (1, 0), value=True)
    own = torch.eye(sentence.shape[1] + 1, dtype=torch.bool, device=sentence.device)[1:]
    scores = out["arc"].float().masked_fill(~same | own, -1e4)
    head = gold["head"].clamp(min=0)
    arc = F.cross_entropy(scores[parsed], head[parsed])
    heads = torch.gather(out["label_head"], 1, head[..., None].expand(-1, -1, out["label_head"].shape[-1]))
    keep = parsed & (gold["deprel"] >= 0)
    labels = network.labels(out["label_dep"][keep], heads[keep]).float()
    return arc, F.cross_entropy(labels, gold["deprel"][keep])


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum that is minimised."""
    return torch.stack([WEIGHTS[head] * loss for head, loss in found.items()]).sum()
