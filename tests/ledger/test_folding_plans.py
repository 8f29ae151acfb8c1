"""Planned events: held, cancelled, still due, or passed without a word."""

import pytest
from folding_told import day

from dragoman.ledger.folding import Plan, plans
from dragoman.ledger.lines import Line

STATUS = {"?": "planned", "!": "denied", "+": "ongoing"}


def event(row: int, text: str) -> Line:
    """ "KNOWN LABEL SOURCE-TARGET [TIME] [?|!|+] [MODE]" to a line."""
    known, label, sides, *words = text.split()
    status = next((STATUS[word] for word in words if word in STATUS), "happened")
    time = next((word for word in words if word[0].isdigit()), "")
    first, _, last = time.partition("-")
    source, _, target = sides.partition("-")
    start = day(first) if first else None
    return Line(
        row=row,
        id=f"v{row}",
        report=row,
        family="event",
        label=label,
        value=next((word for word in words if word.islower()), None),
        status=status,
        day=start or day(known),
        known=day(known),
        start=start,
        end=day(last) if last else start,
        precise=bool(start and not last),
        source=source,
        target=target or None,
    )


def told(text: str, links: list[tuple[int, int]], on: str, known_by: str | None = None) -> tuple[Plan, ...]:
    lines = [event(row, part) for row, part in enumerate(text.split("; "), start=1)]
    found = plans(lines, links, on=day(on), known_by=day(known_by) if known_by else None)
    assert (
        plans(lines[::-1], [(b, a) for a, b in links], on=day(on), known_by=day(known_by) if known_by else None)
        == found
    )
    return found


# lines, links, on[/known by], "OUTCOME DUE plan rows > outcome rows", several with commas
CASES = """
8.1 CONSULT RUS-TAL 8.17 ? | | 8.10 | due 8.17 1
8.1 CONSULT RUS-TAL 8.17 ? | | 8.17 | due 8.17 1
8.1 CONSULT RUS-TAL 8.17 ? | | 8.18 | no report since 8.17 1
8.1 CONSULT RUS-TAL 8.17 ?; 8.18 CONSULT TAL-RUS 8.17 | | 8.20 | held 8.17 1 > 2
8.1 CONSULT RUS-TAL 8.17 ?; 8.18 CONSULT TAL-RUS 8.17 | | 8.20/8.17 | no report since 8.17 1
8.1 CONSULT RUS-TAL 8.17 ?; 8.18 CONSULT TAL-RUS 8.17 | | 8.14 | due 8.17 1
8.1 CONSULT RUS-TAL 8.17 ?; 8.18 CONSULT RUS-TAL | | 8.20 | held 8.17 1 > 2
8.1 CONSULT RUS-TAL 8.17 ?; 8.20 CONSULT RUS-TAL 8.19 + | | 8.20 | held 8.17 1 > 2
8.1 CONSULT RUS-TAL 8.17 ?; 8.20 CONSULT RUS-TAL 8.20 | | 8.20 | no report since 8.17 1
8.1 CONSULT RUS-TAL 8.17 ?; 8.20 CONSULT RUS-TAL 8.20 | 1-2 | 8.20 | held 8.17 1 > 2
8.1 CONSULT RUS-TAL 8.17 ?; 8.18 CONSULT RUS-CHN 8.17 | | 8.20 | no report since 8.17 1
8.1 AID RUS-TAL 8.17 ?; 8.18 AID TAL-RUS 8.17 | | 8.20 | no report since 8.17 1
8.1 AID RUS-TAL 8.17 ?; 8.18 CONSULT RUS-TAL 8.17 | | 8.20 | no report since 8.17 1
8.1 CONSULT RUS-TAL 8.1-8.31 ?; 9.4 CONSULT RUS-TAL 9.2 | | 9.5 | held 8.31 1 > 2
8.16 CONSULT RUS-TAL 8.17 ?; 8.15 CONSULT RUS-TAL 8.15 | | 8.18 | no report since 8.17 1
8.1 CONSULT RUS-TAL 8.17 ?; 8.12 CONSULT RUS-TAL 8.17 ! | | 8.13 | cancelled 8.17 1 > 2
8.1 CONSULT RUS-TAL 8.17 ?; 8.12 CONSULT RUS-TAL 8.17 cancelled | | 8.13 | cancelled 8.17 1 > 2
8.1 CONSULT RUS-TAL 8.17 ?; 8.12 CONSULT RUS-TAL ! | | 8.13 | cancelled 8.17 1 > 2
8.1 CONSULT RUS-TAL 8.17 ?; 8.30 CONSULT RUS-TAL ! | | 8.31 | no report since 8.17 1
8.1 CONSULT RUS-TAL 8.17 ?; 8.12 CONSULT RUS-TAL 8.17 ! | | 8.11 | due 8.17 1
8.1 CONSULT RUS-TAL 8.17 ?; 8.12 CONSULT RUS-TAL 8.17 !; 8.18 CONSULT RUS-TAL 8.17 | | 8.20 | held 8.17 1 > 3
8.1 CONSULT RUS-TAL 8.17 ?; 8.2 CONSULT TAL-RUS 8.15-8.20 ? | | 8.10 | due 8.17 1,2
8.1 CONSULT RUS-TAL 8.17 ?; 8.2 CONSULT RUS-TAL 8.27 ?; 8.17 CONSULT RUS-TAL 8.17 | | 8.20 | held 8.17 1 > 3, due 8.27 2
8.1 CONSULT RUS-TAL ? | | 12.1 | due - 1
8.1 CONSULT RUS-TAL ?; 9.1 CONSULT RUS-TAL 9.1 | 1-2 | 12.1 | held - 1 > 2
8.1 CONSULT RUS-TAL ?; 8.3 CONSULT RUS-TAL 9.1 ? | 1-2 | 8.9 | due 9.1 1,2
8.18 CONSULT RUS-TAL 8.17 | | 8.20 | nothing
"""


@pytest.mark.parametrize("row", CASES.strip("\n").splitlines())
def test_what_became_of_it(row: str) -> None:
    text, links, asked, expected = (part.strip() for part in row.split("|"))
    on, _, known_by = asked.partition("/")
    pairs = [(int(pair.partition("-")[0]), int(pair.partition("-")[2])) for pair in links.split()]

    def shown(plan: Plan) -> str:
        due = f"{int(plan.due[5:7])}.{int(plan.due[8:])}" if plan.due else "-"
        rows, by = (",".join(str(line.row) for line in part) for part in (plan.lines, plan.by))
        return f"{plan.outcome} {due} {rows}" + (f" > {by}" if by else "")

    assert (", ".join(shown(plan) for plan in told(text, pairs, on, known_by or None)) or "nothing") == expected
