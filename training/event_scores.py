"""A trained event tower and rows to its scores: PLV on the fold left out, our own sentences that are held back."""

import argparse
import pickle
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import torch
import torch.nn.functional as F

from dragoman.codebook import codebook
from dragoman.evaluate.relations import classification
from training.event_rows import NONE, Row

if TYPE_CHECKING:
    from training.event_train import Trainer


def penta(type_: str) -> int:
    kind = codebook().types["CONCEDE" if type_ == "YIELD" else type_]
    return codebook().quads[kind.quad].penta


@torch.no_grad()
def report(trainer: "Trainer", rows: list[Row], given: argparse.Namespace) -> None:
    from training.event_train import MODES, PLV, STATUSES, TAGS, TYPES, batches, gold

    tower = trainer.tower.eval()
    test = [r for r in rows if (r.corpus == "plv" and r.fold == given.fold) or (r.corpus == "own" and r.held)]
    plv: list[tuple[str, str, str, list[float]]] = []
    own: Counter[str] = Counter()
    dump = []
    for batch in batches(list(trainer.packer.pack(test, None)), 3000, None):
        seen, want = trainer.words(batch).float(), gold(batch, None)
        z = tower.acts(seen[want.where], want.roles, want.inside)
        out = {name.removeprefix("to_"): F.log_softmax(head(z), -1) for name, head in tower.heads.items()}
        tags = tower.tag(seen).argmax(-1)
        args = tower.args(seen[want.where, want.at], seen[want.where], want.at).argmax(-1)
        k = 0
        for n, window in enumerate(batch):
            for start, row in window.rows:
                for act in row.acts:
                    one = {name: out[name][k] for name in out}
                    if row.corpus == "plv":
                        plv.append((row.id, act.plv or "", PLV[int(one["plv"].argmax())], one["plv"].tolist()))
                    else:
                        _count(own, act, one, TYPES, MODES, STATUSES)
                        known = want.sides[k] >= 0
                        for side in (1, 2):
                            a, b = want.sides[k][known] == side, args[k][known] == side
                            own["arg tp"] += int((a & b).sum())
                            own["arg gold"] += int(a.sum())
                            own["arg made"] += int(b.sum())
                        dump.append((row.id, act, {h: v.tolist() for h, v in one.items()}))
                    k += 1
                if row.corpus == "own":
                    _tags(own, row, [TAGS[t] for t in tags[n, start : start + len(row.words)].tolist()])
    if plv:
        golds, guesses = [p[1] for p in plv], [p[2] for p in plv]
        found = classification(golds, guesses)
        quad = np.mean([penta(a) == penta(b) for a, b in zip(golds, guesses, strict=True)])
        two = np.mean([(penta(a) > 2) == (penta(b) > 2) for a, b in zip(golds, guesses, strict=True)])
        told = f"acc {found['accuracy']:.3f} macro {found['macro_f1']:.3f} quad {quad:.3f} binary {two:.3f}"
        print(f"PLV fold {given.fold} n={len(plv)} {told}")
    share = lambda a, b: own[a] / max(1, own[b])
    f1 = lambda tp, a, b: 2 * own[tp] / max(1, own[a] + own[b])
    tags = f"tag F1 {f1('tag tp', 'tag gold', 'tag made'):.3f} typed {f1('tag typed', 'tag gold', 'tag made'):.3f}"
    found_share = f"(P {share('tag tp', 'tag made'):.3f} R {share('tag tp', 'tag gold'):.3f})"
    args_f1 = f"arg F1 {f1('arg tp', 'arg gold', 'arg made'):.3f}"
    each = " ".join(f"{name} {share(name, 'acts'):.3f}" for name in ("type", "mode", "status"))
    print(f"own: {tags} {found_share} {args_f1} {each} none {share('none', 'nones'):.3f} n={own['acts']}", flush=True)
    (given.work / f"{given.name}.scores").write_bytes(pickle.dumps((plv, dump)))


def _count(own, act, one, types, modes, statuses) -> None:  # type: ignore[no-untyped-def]
    guess = types[int(one["type"].argmax())]
    if act.type == NONE:
        own["nones"] += 1
        own["none"] += guess == NONE
        return
    own["acts"] += 1
    own["type"] += guess == act.type
    own["mode"] += modes[int(one["mode"].argmax())] == f"{act.type} {act.mode or '-'}"
    own["status"] += statuses[int(one["status"].argmax())] == act.status


def _tags(own: Counter[str], row: Row, guessed: list[str]) -> None:
    for ours, theirs in zip(row.tags or [], guessed, strict=False):
        own["tag gold"] += ours != "O"
        own["tag made"] += theirs != "O"
        own["tag tp"] += ours != "O" and theirs != "O"
        own["tag typed"] += ours != "O" and ours == theirs
