"""The `reading` score beside a naive keyword coder, on our own gold and, where it is there, the shared one."""

import json
import tempfile
from pathlib import Path

from benchmarks.keyword import code

ROOT = Path(__file__).parent.parent
GOLD = (ROOT / "tests" / "gold", ROOT.parent / "shared" / "data" / "reading")


def main() -> None:
    """Prints `reading` and its three parts for both coders."""
    from dragoman.evaluate.run import evaluate
    from dragoman.evaluate.tasks import Wishes, task

    for gold in GOLD:
        if not gold.is_dir():
            print(f"{gold} is not here: nothing measured on it")
            continue
        ours = evaluate(task("reading"), [gold], Wishes()).scores
        with tempfile.TemporaryDirectory() as folder:
            for path in sorted(gold.glob("*.json")):
                row = json.loads(path.read_text(encoding="utf-8"))
                (Path(folder) / path.name).write_text(
                    json.dumps(code(row["text"], row["published"]) | {"id": row["id"]})
                )
            naive = evaluate(task("reading"), [gold], Wishes(), made=Path(folder)).scores
        print(gold.name if gold.parent.name == "tests" else "shared/data/reading")
        for name, scores in (("dragoman", ours), ("keywords", naive)):
            if scores is None:
                raise SystemExit(f"{gold} has no answers")
            parts = {part: scores["all"][part]["F1"] for part in ("statements", "events_parties", "standings_key")}
            print(f"  {name:10} reading {scores['all']['reading']:.3f}   {parts}")
