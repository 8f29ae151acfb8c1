"""Our own sentences with standings to training rows: `python -m training.standing_rows --out
training/work-standings/rows.pkl`."""

import argparse
import pickle
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from training.event_rows import DATA, quiet, row, words
from training.standing_sentences import sentences


@dataclass(slots=True)
class Said:
    """One standing over the words of a row; `parts` are the words of holder, subject and conditions."""

    at: int
    topic: str
    value: str
    status: str
    parts: tuple[list[int], list[int], list[int]]


@dataclass(slots=True)
class Row:
    """A text as words with all its standings."""

    id: str
    words: list[str]
    said: list[Said]
    held: bool = False


def rows() -> tuple[list[Row], list[Row]]:
    """Our own sentences as rows, and sentences of reviews, answers and mail, where nothing stands."""
    found = []
    for one in sentences():
        cut = row(one.id, "own", one.text)
        said = []
        for s in one.standings:
            at = words(cut, [s.anchor])
            parts = (words(cut, s.holder), words(cut, s.subject), words(cut, s.conditions))
            said.append(Said(at[0], s.topic, s.value, s.status, parts))
        found.append(Row(one.id, cut.words, said, one.held))
    return found, [Row(r.id, r.words, []) for r in quiet(DATA)]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--out", type=Path, required=True)
    given = ask.parse_args()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    own, silent = import_module("training.standing_rows").rows()  # so that the pickle does not name __main__
    given.out.write_bytes(pickle.dumps((own, silent)))
    print(len(own), len(silent))


if __name__ == "__main__":
    main()
