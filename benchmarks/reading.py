"""The `reading` score beside a naive keyword coder on the development reports (needs ../shared)."""

import json
import tempfile
from pathlib import Path

from benchmarks.keyword import code

GOLD = Path(__file__).parent.parent.parent / "shared" / "data" / "reading"


def main() -> None:
    """Prints the scores of both, and their ratio."""
    if not GOLD.is_dir():
        print(f"{GOLD} is not here: nothing measured")
        return
    import dragoman
    from dragoman.evaluate.reading import score

    ours, naive = Path(tempfile.mkdtemp()), Path(tempfile.mkdtemp())
    for path in sorted(GOLD.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        reading = dragoman.read(row["text"], published=row["published"])
        (ours / path.name).write_bytes(reading.to_json())
        (naive / path.name).write_text(json.dumps(code(row["text"], row["published"])))
    for name, folder in (("dragoman", ours), ("keywords", naive)):
        print(name, score(GOLD, folder))
