"""A reading -> text for a terminal: head line, numbered sentences with marks, a table for each kind of entry.

Through a pipe the same content comes as plain text: no colour, no box characters, one block an entry, lines that do not
depend on the width of anybody's screen. Sentences are never cut, so every entry's citation can be read.
"""

from collections.abc import Iterator
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.records import Reading
from dragoman.views.lines import Line, lines, role_lines
from dragoman.views.marks import Mark, Sentence, marked
from dragoman.views.words import head_words, one_line

STYLES: Final = {
    Mark.TRIGGER: "bold red",
    Mark.CUE: "bold magenta",
    Mark.ACTOR: "bold cyan",
    Mark.CONTENT: "green",
    Mark.BOILER: "dim",
}
STATUS_STYLES: Final = {
    "happened": "green",
    "ongoing": "green",
    "planned": "yellow",
    "conditional": "yellow",
    "hypothetical": "yellow",
    "denied": "red",
}
TABLE_WIDTH: Final = 110  # columns; below it the cells of a table would break words
KINDS: Final = (("statements", "how"), ("events", "what"), ("standings", "where it stands"))


def plain(reading: Reading) -> str:
    """The reading as plain text, the same on every screen; ends with a line end."""
    return "\n".join(_plain_lines(reading)) + "\n"


def _plain_lines(reading: Reading) -> Iterator[str]:
    title, facts = head_words(reading.report)
    found = lines(reading)
    yield title
    yield facts
    for sentence in marked(reading, tuple(found)):
        if sentence.opens:
            yield ""
        yield f"{sentence.number:>4}  {one_line(_text(sentence))}"
    for kind, _ in KINDS:
        entries: tuple[Line, ...] = getattr(found, kind)
        yield ""
        yield f"{kind}: {len(entries)}"
        for line in entries:
            yield from _plain_entry(line)
    if roles := role_lines(reading):
        yield ""
        yield f"roles: {len(roles)}"
        for role in roles:
            offsets = " ".join(f"{start}:{end}" for start, end in role.evidence)
            yield f"  {role.who} | {role.what} | sentence {_listed(role.sentences)} [{offsets}]"
    for finding in reading.findings:
        yield f"note {finding.code}: {one_line(finding.message)}"


def _plain_entry(line: Line) -> Iterator[str]:
    parties = line.who + (f" -> {line.whom}" if line.whom else "")
    facts = (line.date or "no date", parties, line.label, line.status)
    yield f"  {line.key:<4}{' | '.join(fact for fact in facts if fact)}"
    yield f"      {line.what}"
    yield f"      {_cited(line)}"


def _cited(line: Line) -> str:
    """The citation of an entry: sentence numbers, offsets, who vouches, confidence, id."""
    numbers = _listed(line.cited.sentences)
    offsets = " ".join(f"{start}:{end}" for start, end in line.cited.evidence)
    source = f"according to {line.cited.according_to}; " if line.cited.according_to else ""
    return f"{source}sentence {numbers} [{offsets}]; confidence {line.cited.confidence:.2f}; {line.cited.id}"


def rendered(reading: Reading, width: int) -> RenderableType:
    """The reading for a colour terminal of `width` columns; where that is too narrow for tables, one block an entry."""
    title, facts = head_words(reading.report)
    found = lines(reading)
    parts: list[RenderableType] = [
        Rule(Text(title, style="bold"), align="left", characters="─", style="dim"),
        Text(facts, style="dim"),
        Text(""),
    ]
    parts += _paragraphs(marked(reading, tuple(found)))
    parts += [Text(""), _legend()]
    for kind, column in KINDS:
        entries: tuple[Line, ...] = getattr(found, kind)
        parts += [Text(""), _table(kind, column, entries) if width >= TABLE_WIDTH else _blocks(kind, entries)]
    parts += _roles(reading)
    parts += [Text(f"note {f.code}: {one_line(f.message)}", style="yellow") for f in reading.findings]
    return Group(*parts, Text(""))


def _paragraphs(sentences: tuple[Sentence, ...]) -> list[RenderableType]:
    """The marked sentences, those of a paragraph in one block, each with its number before it."""
    blocks: list[Text] = []
    for sentence in sentences:
        if sentence.opens or not blocks:
            blocks.append(Text())
        elif blocks[-1]:
            blocks[-1].append(" ")
        blocks[-1].append(f"{sentence.number} ", style="dim")
        for piece in sentence.pieces:
            blocks[-1].append(piece.text.replace("\n", " "), style=STYLES[piece.marks[0]] if piece.marks else "")
    return [Padding(block, (0, 2, 1, 2)) for block in blocks]


def _legend() -> Text:
    legend = Text("  ")
    for mark in (Mark.ACTOR, Mark.CUE, Mark.CONTENT, Mark.TRIGGER):
        legend.append("words said  " if mark is Mark.CONTENT else f"{mark}  ", style=STYLES[mark])
    return legend.append("numbers are sentences", style="dim")


def _table(kind: str, column: str, entries: tuple[Line, ...]) -> RenderableType:
    title = Text(_title(kind, entries), style="bold")
    if not entries:
        return title
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("", no_wrap=True)
    table.add_column("date", min_width=10, max_width=14)
    table.add_column("who", ratio=5, overflow="fold")
    longest = max((len(word) for line in entries for word in line.label.split()), default=0)
    table.add_column(column, width=min(max(longest, len(column)), 16), overflow="fold")
    table.add_column("words", ratio=7, overflow="fold")
    table.add_column("status", min_width=12, max_width=20, overflow="fold")
    table.add_column("from", justify="right", min_width=4)
    for line in entries:
        table.add_row(*_cells(line))
    return table


def _blocks(kind: str, entries: tuple[Line, ...]) -> RenderableType:
    """The entries below one another, each with its words, and what is known of it before and after."""
    blocks: list[RenderableType] = [Text(_title(kind, entries), style="bold")]
    for line in entries:
        key, date, who, label, what, status, numbers = _cells(line)
        head = Text(" ").join([key, *([date] if date else []), who, label, status])
        head.append(f" [{numbers}]", style="dim")
        blocks += [Padding(part, (0, 1, 0, indent)) for part, indent in ((head, 2), (what, 6))]
    return Group(*blocks)


def _roles(reading: Reading) -> list[RenderableType]:
    """Who is who, as the report itself says; nothing where it says of nobody."""
    blocks: list[RenderableType] = []
    for role in role_lines(reading):
        words = Text(role.who, style="cyan").append(f" {role.what}", style="default")
        words.append(f" [{_listed(role.sentences)}]", style="dim")
        blocks.append(Padding(words, (0, 1, 0, 2)))
    return [Text(""), Text("who is who in this report", style="bold"), *blocks] if blocks else []


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(str(number) for number in numbers)


def _title(kind: str, entries: tuple[Line, ...]) -> str:
    return f"{len(entries) or 'no'} {kind if len(entries) != 1 else kind[:-1]}"


def _cells(line: Line) -> tuple[Text, ...]:
    """Key, date, who, label, words, status and sentence numbers."""
    status = Text(line.status, style=STATUS_STYLES.get(line.status, ""))
    if line.cited.according_to:
        status.append(f", says {line.cited.according_to}", style="dim")
    who = Text(line.who, style="cyan")
    if line.whom:
        who.append(" → ", style="dim").append(line.whom)
    return (
        Text(line.key, style="dim"),
        Text(line.date),
        who,
        Text(line.label, style="magenta" if line.key.startswith("S") else "red"),
        Text(line.what),
        status,
        Text(_listed(line.cited.sentences)),
    )


def _text(sentence: Sentence) -> str:
    return "".join(piece.text for piece in sentence.pieces)
