"""Actors and explanations -> text for a terminal, and through a pipe as plain text that no screen's width changes."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.actors.explain import Candidate, Explanation, Read
from dragoman.actors.explain_roles import Held, period
from dragoman.cli.actors_rows import Row
from dragoman.views.words import one_line

MANY: Final = 8  # roles of one actor; of more, the first and last ones are shown
WINS: Final = "→"


def head(found: Explanation) -> str:
    """As in "Lavrov on 2010-05-01"."""
    return one_line(found.asked) + (f" on {found.on}" if found.on else "")


def codes(country: str, sector: str) -> str:
    """As in "(RUS GOV)", "" where neither is known."""
    said = " ".join(part for part in (country, sector) if part)
    return f"({said})" if said else ""


def short(source: str) -> str:
    """A source without the folders of its file."""
    return one_line(Path(source).name)


def plain(found: Explanation) -> str:
    """The explanation as plain text, a line for each thing said."""
    return "\n".join(_lines(found))


def _lines(found: Explanation) -> Iterator[str]:
    yield head(found)
    for one in found.candidates:
        yield ""
        yield f"{WINS if one.wins else ' '} {one_line(one.name)} {codes(one.country, one.sector)}".rstrip()
        yield f"    {_facts(one)}"
        yield f"    {one.why}"
        for role in one.roles:
            yield "    " + " | ".join(part for part in (*_role(role), one_line(role.why)) if part)
    for text in _closing(found):
        yield ""
        yield text
    for read in found.read:
        yield f"    {_read(read)}"


def _facts(one: Candidate) -> str:
    """Kind of name, kind of actor, id."""
    name = f"{one.matched} “{one_line(one.text)}”" if one.matched != "description" else "description"
    return " · ".join(part for part in (name, one.kind, one_line(one.id)) if part)


def _role(role: Held) -> tuple[str, ...]:
    return (
        period(role) or "at all times",
        one_line(role.title),
        codes(role.country, role.sector)[1:-1],
        short(role.source),
    )


def _closing(found: Explanation) -> Iterator[str]:
    if found.verdict:
        yield found.verdict
    if found.similar:
        yield f"Of close spelling: {', '.join(map(one_line, found.similar))}."
    if found.text:
        yield (
            f"Read in “{one_line(found.text)}”:"
            if found.read
            else f"In “{one_line(found.text)}” nothing was read of it."
        )


def _read(read: Read) -> str:
    actor = f"{one_line(read.name)} {codes(read.country, read.sector)}".rstrip()
    return f"“{one_line(read.words)}” is {actor}, by {read.how}; {read.id}"


def rendered(found: Explanation) -> RenderableType:
    """The explanation for a colour terminal of any width."""
    parts: list[RenderableType] = [Rule(Text(head(found), style="bold"), align="left", characters="─", style="dim")]
    for one in found.candidates:
        name = Text.assemble((f"{WINS} " if one.wins else "  ", "bold green"), (one_line(one.name), "bold cyan"))
        name.append(f" {codes(one.country, one.sector)}", style="" if one.known else "dim")
        facts = Text(_facts(one), style="dim")
        parts += [Text(""), name, *(Padding(part, (0, 1, 0, 4)) for part in (facts, _why(one), _roles(one.roles)))]
    for text in _closing(found):
        parts += [Text(""), Text(text, style="yellow" if text == found.verdict else "")]
    parts += [Padding(Text(_read(read)), (0, 1, 0, 4)) for read in found.read]
    return Group(*parts, Text(""))


def _why(one: Candidate) -> Text:
    return Text(one.why, style="green" if one.wins else "dim")


def _roles(roles: Sequence[Held]) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(overflow="fold", min_width=10)
    grid.add_column(overflow="fold")
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", style="dim")
    noted = [role.why for role in roles if role.why]
    shown = roles if len(roles) <= MANY else (*roles[: MANY // 2], *roles[-MANY // 2 :])
    for n, role in enumerate(shown):
        if len(roles) > MANY and n == MANY // 2:
            grid.add_row("", f"... {len(roles) - MANY} more ...", "", "")
        grid.add_row(*(Text(cell, style="bold" if role.holds else "") for cell in _role(role)))
    return Group(grid, *(Text(one_line(why), style="italic dim") for why in dict.fromkeys(noted)))


def plain_rows(found: Sequence[Row]) -> str:
    """A list of actors as plain text, one a line, cells separated by " | "."""
    return "\n".join(" | ".join(map(one_line, _cells(row))) for row in found)


def _cells(row: Row) -> tuple[str, ...]:
    return row.id, row.name, row.kind, "; ".join(row.roles), ", ".join(row.names), _files(row)


def _files(row: Row) -> str:
    return ", ".join(short(file) for file in row.source.split(", "))


def table(found: Sequence[Row]) -> RenderableType:
    """A list of actors for a terminal: name and id, roles, other names; a block each, whatever the width."""
    parts: list[RenderableType] = []
    for row in found:
        top = Text.assemble(
            (one_line(row.name), "bold cyan"), (f"  {row.kind} · {one_line(row.id)} · {_files(row)}", "dim")
        )
        parts.append(top)
        shown = row.roles if len(row.roles) <= MANY else (*row.roles[:MANY], f"... {len(row.roles) - MANY} more")
        parts += [Padding(Text(one_line(role)), (0, 1, 0, 4)) for role in shown]
        if row.names:
            parts.append(Padding(Text("also " + one_line(", ".join(row.names)), style="dim"), (0, 1, 0, 4)))
    return Group(*parts)
