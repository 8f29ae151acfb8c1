"""Short notation for the worked cases of folding: one line of a ledger as a few words.

    KNOWN VALUE [TIME] [MARKS]      "8.17 closed 8.15 by X"

Days are M.D of 1998, TIME a day, "8.1-8.31" or an open "8.1-"; blanks in values are "_". MARKS: "+" ongoing,
"?" planned, "if" conditional, "may" hypothetical, "!" denied (else happened), "by WHO" according to, "r=R" the report
(else each line is of its own), "of WHO" holder, "to=WHO" subject, "until DAY", "w=CONTENT" the content ("w=none": not
told; lines of one content are linked), "in=PLACE", "k=KIND".
"""

from dragoman.ledger.folding.table import rules
from dragoman.ledger.lines import Line

STATUS = {"+": "ongoing", "?": "planned", "if": "conditional", "may": "hypothetical", "!": "denied"}


def day(text: str) -> str:
    month, _, number = text.partition(".")
    return f"1998-{int(month):02}-{int(number):02}"


def told(topic: str, text: str, row: int) -> Line:
    """One line from the notation."""
    known, value, *words = text.split()
    start = end = None
    found: dict[str, str] = {}
    status = "happened"
    while words:
        word = words.pop(0)
        if word in STATUS:
            status = STATUS[word]
        elif word in ("by", "of", "until"):
            found[word] = words.pop(0)
        elif "=" in word:
            key, _, found_value = word.partition("=")
            found[key] = found_value
        else:
            first, dash, last = word.partition("-")
            start = day(first)
            end = day(last) if last else None if dash else start
    return Line(
        row=row,
        id=f"e{row:04}",
        report=sum(map(ord, found["r"])) + 10_000 if "r" in found else row,
        family="standing",
        label=topic,
        value=value.replace("_", " "),
        status=status,
        day=start or day(known),
        known=day(known),
        start=start,
        end=end,
        precise=start is not None and start == end,
        until=day(found["until"]) if "until" in found else None,
        source=found.get("of", "MLI"),
        target=found.get("to", "TCD"),
        holder=found.get("of", "MLI"),
        subject=found.get("to", "TCD"),
        according=found.get("by"),
        kind=found.get("k"),
        place=found.get("in"),
        words=found.get("w", "the thing" if rules(topic).contents else "").removesuffix("none"),
    )


def ledger(topic: str, text: str) -> tuple[list[Line], list[tuple[int, int]]]:
    """Lines parted by semicolons or line ends, and the links between those with the same words."""
    parts = [part.strip() for part in text.replace("\n", ";").split(";")]
    lines = [told(topic, part, row) for row, part in enumerate((part for part in parts if part), start=1)]
    links = [(a.row, b.row) for a in lines for b in lines if a.row < b.row and a.words and a.words == b.words]
    return lines, links
