"""Two checkpoints of one network to their weighted mean: `python -m training.average OLD.safetensors WORK --share 0.6`.

A network trained on for a new head forgets a little of the old ones; the mean of both weights forgets less (Wortsman et
al. 2022, WiSE-FT). Heads that the old one lacks are taken as they are. Train on from the result with a low rate.
"""

import argparse
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("old", type=Path, help="fp16 weights as training.export --checkpoint writes them")
    ask.add_argument("work", type=Path, help="the work folder of the network trained on")
    ask.add_argument("--share", type=float, default=0.6, help="of the newer one")
    ask.add_argument("--out", type=Path, required=True)
    given = ask.parse_args()
    old = load_file(given.old)
    new = torch.load(given.work / "checkpoint.pt", map_location="cpu", weights_only=False)["network"]
    mean = {k: v if k not in old else given.share * v + (1 - given.share) * old[k].float() for k, v in new.items()}
    kept = {k: v.half().contiguous() for k, v in mean.items() if k != "encoder.words.weight"}
    given.out.parent.mkdir(parents=True, exist_ok=True)
    save_file(kept, given.out, {"labels": (given.work / "labels.json").read_text()})


if __name__ == "__main__":
    main()
