"""The mean of two runs of one ancestry: `python -m train.average RUN OTHER --share 0.45 --out train/runs/NAME`.

Weights of runs that go on from a common start lie in one basin, and their mean often reads better than either (Wortsman
et al. 2022, "Model soups"). The head of relations is that of the first run: it may have learned another input.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch

ALONE = "relation."
"""Weights by this name are not mixed."""


def main() -> None:
    """Write the checkpoint, and the label spaces beside it."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("run", type=Path)
    p.add_argument("other", type=Path)
    p.add_argument("--share", type=float, required=True, help="share of the first run, from 0 to 1")
    p.add_argument("--out", type=Path, required=True)
    args = p.parse_args()
    first, second = (torch.load(run / "second.pt") for run in (args.run, args.other))
    mixed = {
        name: weight * args.share + second[name] * (1 - args.share)
        if weight.is_floating_point() and not name.startswith(ALONE)
        else weight
        for name, weight in first.items()
    }
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(mixed, args.out / "second.pt")
    shutil.copy(args.run / "labels.json", args.out / "labels.json")


if __name__ == "__main__":
    main()
