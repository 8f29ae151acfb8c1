"""From the corpora to a checkpoint: `python -m training.train --data ../shared/data/language --work training/work`.

Resumes from the last checkpoint in the work folder; seeds are fixed; uses a GPU when there is one, bf16 where the
processor has it. On the CPU set OMP_WAIT_POLICY=PASSIVE and GOMP_SPINCOUNT=0 (done here before torch is loaded).
"""

import argparse
import json
import os
import random
import time
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "0")

import torch
from safetensors.torch import load_file
from torch import nn

from dragoman.language.pieces import Pieces
from training import corpora, labels, minilm
from training.batches import epoch, tensors
from training.losses import losses, total
from training.model import Network, Sizes
from training.progress import dev_scores
from training.speech_corpus import ROLES, Speech, documents
from training.windows import Packer, Window

RATE_ENCODER, RATE_HEADS, WARMUP = 3e-4, 1.2e-3, 200


def load_pieces(data: Path, names: tuple[str, ...]) -> list[corpora.Piece]:
    """All training pieces of the named corpora, in file order."""
    found: list[corpora.Piece] = []
    for name in names:
        if name.startswith("ner-"):
            found += corpora.entities(data / f"{name}.jsonl.gz")
        else:
            found += corpora.treebank(data / f"{name}.conllu.gz")
    return found


def start(network: Network, path: Path) -> frozenset[str]:
    """Fills `network` from a shipped fp16 checkpoint; what it lacks (word embeddings, new heads) stays and is given.

    Raises RuntimeError when a head has other sizes: its labels are in the file's metadata and must keep their order.
    """
    held = {name: value.float() for name, value in load_file(path).items()}
    missing, unknown = network.load_state_dict(held, strict=False)
    print(f"started from {path}; fresh: {sorted(missing)}; unused: {sorted(unknown)}", flush=True)
    return frozenset(missing)


def optimiser(network: Network, fresh: frozenset[str]) -> torch.optim.AdamW:
    """AdamW over three groups with rates of their own: encoder, heads, `fresh` ones; word and place embeddings stay."""
    network.encoder.words.weight.requires_grad_(False)
    network.encoder.places.weight.requires_grad_(False)
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in network.encoder.parameters()}
    new = [p for name, p in network.named_parameters() if name in fresh and id(p) not in known]
    known |= {id(p) for p in new}
    heads = [p for p in network.parameters() if id(p) not in known]
    return torch.optim.AdamW(
        [{"params": p, "lr": RATE_HEADS} for p in (encoder, heads, new)],
        betas=(0.9, 0.98),
        weight_decay=0.01,
    )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data/language"))
    ask.add_argument("--work", type=Path, default=Path("training/work"))
    ask.add_argument("--epochs", type=float, default=8)
    ask.add_argument("--budget", type=int, default=2048, help="subwords in a batch, padding included")
    ask.add_argument("--layers", type=int, default=6, choices=(3, 6))
    ask.add_argument("--open-only", action="store_true", help="train on openly licensed corpora only")
    ask.add_argument("--start", type=Path, help="train on from these shipped fp16 weights; new heads start fresh")
    ask.add_argument("--speech", type=Path, help="a PolNeAR file: train the speech heads too")
    ask.add_argument("--speech-share", type=float, default=1.0, help="how much of it an epoch sees")
    ask.add_argument("--only", nargs="*", default=[], help="train these heads alone (speech, ner), all else is frozen")
    ask.add_argument("--replay", type=float, default=1.0, help="how much of the other corpora an epoch sees")
    ask.add_argument("--rate", type=float, default=1.0, help="of the full learning rate, for all that is not new")
    ask.add_argument("--steps", type=int, default=0, help="stop after so many steps (for timing)")
    ask.add_argument("--minutes", type=float, default=0, help="save and stop after so many minutes; run again to go on")
    given = ask.parse_args()
    run(given)


def run(given: argparse.Namespace) -> None:
    """Trains until the last epoch is done, writing `checkpoint.pt` every 200 steps and at each epoch's end."""
    torch.manual_seed(7)
    torch.set_num_threads(int(os.environ.get("TRAIN_THREADS", os.cpu_count() or 1)))
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    given.work.mkdir(parents=True, exist_ok=True)
    pieces = load_pieces(given.data, corpora.OPEN if given.open_only else corpora.ALL)
    names = labels.count(pieces) | {"role": list(ROLES)}
    (given.work / "labels.json").write_text(json.dumps(names, ensure_ascii=False, indent=0))
    table = labels.allowed(given.data / "ner_schema.json")
    corpus_names = sorted(table)
    allowed = torch.tensor([[table[c][t] for t in names["ner"]] for c in corpus_names], device=device)
    network = Network(Sizes({h: len(v) for h, v in names.items()}, layers=given.layers)).to(device)
    minilm.load(network.encoder)
    fresh = start(network, given.start) if given.start else frozenset(dict(network.named_parameters()))
    packer = Packer(Pieces(minilm.folder() / "tokenizer.json"), names)
    if given.only:
        pieces = [p for p in pieces if any(head in p.gold for head in given.only)]
        for name, weight in network.named_parameters():
            weight.requires_grad_(any(part in given.only for part in name.split(".")[:2]))
    update = optimiser(network, fresh)
    speech: list[Speech] = list(documents(given.speech)) if given.speech else []
    some = lambda number: random.Random(number).sample(speech, round(given.speech_share * len(speech)))
    windows = lambda number: epoch(pieces, packer, given.budget, number, some(number), given.replay)
    first = windows(0)
    steps = round(len(first) * given.epochs)
    step, began, path = 0, time.time(), given.work / "checkpoint.pt"
    if path.exists():
        saved = torch.load(path, map_location=device, weights_only=False)
        network.load_state_dict(saved["network"])
        update.load_state_dict(saved["update"])
        step = saved["step"]
        torch.set_rng_state(saved["random"].cpu())
        print(f"resumed at step {step}", flush=True)
    print(f"{len(pieces)} pieces, {len(first)} steps an epoch, {steps} in all, on {device}", flush=True)

    def save() -> None:
        held = {
            "network": network.state_dict(),
            "update": update.state_dict(),
            "step": step,
            "random": torch.get_rng_state(),
        }
        torch.save(held, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    rates = [given.rate * RATE_ENCODER, given.rate * RATE_HEADS, RATE_HEADS]
    network.train()
    seen: dict[str, float] = {}
    while step < steps:
        number = step // len(first)
        batches = first if number == 0 else windows(number)
        # epochs are packed at random, so their lengths differ a little: the schedule counts the first one's
        batches = [batches[n % len(batches)] for n in range(len(first))]
        for batch in batches[step % len(first) :]:
            share = min(1.0, (step + 1) / WARMUP) * (1 - step / steps)
            for group, rate in zip(update.param_groups, rates, strict=True):
                group["lr"] = rate * share
            for head, value in one_step(network, update, batch, corpus_names, allowed, device).items():
                seen[head] = 0.98 * seen.get(head, value) + 0.02 * value
            step += 1
            if step % 50 == 0:
                told = " ".join(f"{h} {v:.3f}" for h, v in seen.items())
                print(f"step {step}/{steps} {time.time() - began:.0f}s {told}", flush=True)
            late = given.minutes and time.time() - began > 60 * given.minutes
            if step % 200 == 0 or late or step == given.steps:
                save()
            if late or step == given.steps:
                return
            if step == steps:
                break
        save()
        if device.type == "cuda" or step == steps or (number % 2 == 1):
            scores = dev_scores(network, packer, names, given.data, device)
            print(f"epoch {number + 1}: " + " ".join(f"{k} {v:.2f}" for k, v in scores.items()), flush=True)


def one_step(
    network: Network,
    update: torch.optim.AdamW,
    batch: list[Window],
    corpus_names: list[str],
    allowed: torch.Tensor,
    device: torch.device,
) -> dict[str, float]:
    """One update; gives the loss of each head."""
    inputs, gold = tensors(batch, corpus_names, device)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        out = network(**inputs)
    found = losses(network, {k: v.float() for k, v in out.items()}, gold, allowed)
    update.zero_grad(set_to_none=True)
    total(found).backward()
    nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
    update.step()
    return {head: float(loss.detach()) for head, loss in found.items()}


if __name__ == "__main__":
    main()
