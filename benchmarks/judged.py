"""A gold report and the events read in it -> of each event whether it is right with its parties."""

from collections.abc import Sequence

from dragoman.evaluate.reading.events import Compared
from dragoman.evaluate.reading.gold import Gold
from dragoman.evaluate.reading.matching import assign
from dragoman.evaluate.rows import Row


def judged(gold: Row, events: Sequence[Row]) -> list[bool | None]:
    """For each event whether the scorer's `events_parties` matches it to a gold one, core or not.

    None for one repetition of an event that is matched: the scorer counts it as neither right nor wrong.
    """
    compared = Compared(Gold(gold))
    golds = gold["events"]
    pairs = assign(golds, events, compared.by_parties)
    used, spare = set(pairs.values()), dict.fromkeys(pairs)
    found: list[bool | None] = []
    for j, event in enumerate(events):
        again = None
        if j not in used:
            again = next(
                (i for i in spare if compared.by_parties(golds[i], event) and compared.parties(golds[i], event)), None
            )
        if again is not None:
            del spare[again]
        found.append(None if again is not None else j in used)
    return found
