"""A small crisis as stored readings, for tests of the ledger's verbs: Samoa and Tonga over a lagoon in 1997.

Nothing of it happened. Seven reports, one of them a copy, one in two versions: an embassy closed and said to be open,
a pledge that is open, a demand, a recognition, talks that are planned.
"""

from pathlib import Path

from making import event, person, reading, report, standing, state, statement

from dragoman.records import Reading

SAMOA = state("WSM", "Samoa")
TONGA = state("TON", "Tonga")
FIJI = state("FJI", "Fiji")
LEOTA = person("Sina Leota", SAMOA)
FIFITA = person("Tevita Fifita", TONGA)

CLOSED = "Samoa closed its embassy in Nuku'alofa on Monday"
TAIL = (
    " after fishermen had burned two cars in its yard. The last eleven diplomats left by ferry, and a caretaker locked"
    " the gate behind them, neighbours who watched it from the market told a reporter."
)


def readings() -> tuple[Reading, ...]:
    """All of them, in the order of publication."""
    return (
        closed("r1", "Apia Post"),
        closed("r2", "Suva Mail"),
        _open(),
        _pledged("40"),
        _pledged("60"),
        _asked(),
        _due(),
    )


def closed(id: str, source: str) -> Reading:
    """The embassy closed: one wire text in two papers."""
    told = report(
        f"APIA, March 4 - {CLOSED}{TAIL}", "1997-03-04", id=id, source=source, agency="Reuters", title="Gate shut"
    )
    return reading(
        told,
        event("SANCTION", SAMOA, TONGA, CLOSED, trigger="closed", mode="withdraw", when="1997-03-03"),
        standing("mission", SAMOA, TONGA, "closed", CLOSED, when="1997-03-03", kind="embassy", place="Nuku'alofa"),
    )


def _open() -> Reading:
    words = "Samoa's embassy in Nuku'alofa remains open"
    told = report(
        f'NUKU\'ALOFA, March 5 - "{words}," minister Fifita said.', "1997-03-05", id="r3", source="Tonga Star"
    )
    return reading(
        told,
        standing(
            "mission", SAMOA, TONGA, "operating", words, when="1997-03-04", kind="embassy", place="Nuku'alofa",
            status="ongoing", by=FIFITA,
        ),
        statement(FIFITA, words, f'"{words}," minister Fifita said', form="direct", when="1997-03-05"),
    )  # fmt: skip


def _pledged(boats: str) -> Reading:
    """Tonga's pledge, in two versions of one report."""
    words = f"Tonga promised Samoa to call back {boats} boats"
    told = report(
        f"{words} by April 1.",
        "1997-03-10",
        id="r4",
        source="Apia Post",
        updated="1997-03-12" if boats == "60" else None,
    )
    return reading(
        told,
        standing("pledge", TONGA, SAMOA, "made", words, content=f"call back {boats} boats", when="1997-03-09"),
    )


def _asked() -> Reading:
    words = "Samoa demanded that Tonga pay for the cars"
    told = report(f"{words}, Sina Leota said.", "1997-03-11", id="r5", source="Suva Mail", agency="AFP")
    return reading(
        told,
        standing("demand", SAMOA, TONGA, "made", words, content="pay for the cars", when="1997-03-10", by=LEOTA),
        standing("recognition", FIJI, TONGA, "withheld", "Samoa demanded", when="1997-03-01"),
    )


def _due() -> Reading:
    words = "Samoa and Tonga will meet in Suva on June 2"
    told = report(f"SUVA, May 3 - {words}.", "1997-05-03", id="r6", source="Suva Mail")
    return reading(told, event("CONSULT", SAMOA, TONGA, words, trigger="meet", when="1997-06-02", status="planned"))


def stored(folder: Path, *given: Reading) -> Path:
    """A file of whole readings, all of them unless some are given."""
    file = folder / "lagoon.jsonl"
    file.write_bytes(b"".join(one.to_json(whole=True) + b"\n" for one in given or readings()))
    return file
