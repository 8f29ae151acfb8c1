"""A quick look at the development splits while training: accuracy with gold sentences and words, entity span F1."""

import random
from pathlib import Path

import torch

from training import corpora
from training.batches import tensors
from training.model import Network
from training.windows import Packer, Window


@torch.no_grad()
def dev_scores(
    network: Network, packer: Packer, names: dict[str, list[str]], data: Path, device: torch.device
) -> dict[str, float]:
    """Per cent: ewt-dev and gum-dev UPOS, UAS, LAS (greedy heads, subtypes cut), wwn-dev span F1."""
    network.eval()
    found: dict[str, float] = {}
    for name in ("ewt-dev", "gum-dev"):
        windows = [packer.window([p]) for p in corpora.treebank(data / f"{name}.conllu.gz")]
        found |= {f"{name} {k}": v for k, v in _trees(network, windows, names, device).items()}
    pieces = list(corpora.entities(data / "ner-wwn-dev.jsonl.gz"))
    found["wwn f1"] = _spans(network, packer.pack(pieces, random.Random(0)), names, device)
    network.train()
    return found


def _run(network: Network, windows: list[Window], device: torch.device):  # type: ignore[no-untyped-def]
    windows = sorted(windows, key=lambda w: len(w.pieces))
    for at in range(0, len(windows), 24):
        inputs, gold = tensors(windows[at : at + 24], [], device)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            out = network(**inputs)
        yield {k: v.float() for k, v in out.items()}, gold


def _trees(
    network: Network, windows: list[Window], names: dict[str, list[str]], device: torch.device
) -> dict[str, float]:
    cut = torch.tensor(
        [sorted({n.split(":")[0] for n in names["deprel"]}).index(n.split(":")[0]) for n in names["deprel"]]
    )
    words = upos = uas = las = 0
    for out, gold in _run(network, windows, device):
        real = gold["head"] >= 0
        own = torch.eye(real.shape[1] + 1, dtype=torch.bool, device=device)[1:]
        pad = torch.nn.functional.pad(~real, (1, 0))[:, None, :]
        heads = out["arc"].masked_fill(own | pad, -1e9).argmax(-1)
        reps = torch.gather(out["label_head"], 1, heads[..., None].expand(-1, -1, out["label_head"].shape[-1]))
        labels = network.labels(out["label_dep"][real], reps[real]).argmax(-1).cpu()
        right = (heads == gold["head"])[real].cpu()
        wanted = gold["deprel"][real].clamp(min=0).cpu()
        words += int(real.sum())
        upos += int((out["upos"].argmax(-1) == gold["upos"])[real].sum())
        uas += int(right.sum())
        las += int((right & (cut[labels] == cut[wanted])).sum())
    return {"upos": 100 * upos / words, "uas": 100 * uas / words, "las": 100 * las / words}


def _spans(network: Network, windows: list[Window], names: dict[str, list[str]], device: torch.device) -> float:
    both = gold_n = ours_n = 0
    for out, gold in _run(network, windows, device):
        for ours, wanted in zip(out["ner"].argmax(-1).tolist(), gold["ner"].tolist(), strict=True):
            keep = [n for n, t in enumerate(wanted) if t >= 0]
            a = _read([names["ner"][ours[n]] for n in keep])
            b = _read([names["ner"][wanted[n]] for n in keep])
            a = {s for s in a if not s[2].startswith("EVENT")}
            both, gold_n, ours_n = both + len(a & b), gold_n + len(b), ours_n + len(a)
    return 200 * both / max(1, gold_n + ours_n)


def _read(tags: list[str]) -> set[tuple[int, int, str]]:
    found, start = set(), None
    for n, tag in enumerate(tags):
        if tag[0] in "BS":
            start = n
        if tag[0] in "ES" and start is not None and tags[start][2:] == tag[2:]:
            found.add((start, n + 1, tag[2:]))
            start = None
    return found
