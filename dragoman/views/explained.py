"""An explanation in words -> text for a terminal: the sentence with marks, then facts, each with its reasons below."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.views.words import one_line, visible

LABEL_WIDTH: Final = 14  # columns of the name of a fact
STYLES: Final = {"trigger": "bold red", "actor": "bold cyan", "recipient": "cyan", "cue": "bold magenta"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of the sentence, and what it is: a trigger, an actor, a recipient, a cue, or "" for plain text."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that an explanation says, on as many lines as it needs."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An explanation as people see it: heading, a line on the report, the sentence, the facts in their order."""

    heading: str
    about: str
    sentence: tuple[Marked, ...]
    facts: tuple[Fact, ...]


def plain(shown: Shown) -> str:
    """As plain text, the same on every screen: "[Iran: actor] [expelled: trigger] two envoys"; ends with a line end."""
    return "\n".join(_lines(shown)) + "\n"


def _lines(shown: Shown) -> Iterator[str]:
    yield one_line(shown.heading)
    if shown.about:
        yield f"    {one_line(shown.about)}"
    if shown.sentence:
        yield ""
        parts = (f"[{piece.text}: {piece.mark}]" if piece.mark else piece.text for piece in shown.sentence)
        yield f"    {one_line(''.join(parts))}"
    yield ""
    for fact in shown.facts:
        for n, line in enumerate(fact.lines):
            yield f"  {'' if n else fact.label:<{LABEL_WIDTH}}{visible(line)}".rstrip()


def rendered(shown: Shown) -> RenderableType:
    """For a colour terminal."""
    parts: list[RenderableType] = [
        Rule(Text(one_line(shown.heading), style="bold"), align="left", characters="─", style="dim"),
        Text(one_line(shown.about), style="dim"),
    ]
    if shown.sentence:
        sentence = Text("  ")
        for piece in shown.sentence:
            sentence.append(visible(piece.text).replace("\n", " "), style=STYLES.get(piece.mark, ""))
        parts += [Text(""), sentence]
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=LABEL_WIDTH, no_wrap=True)
    grid.add_column(overflow="fold")
    for fact in shown.facts:
        grid.add_row(Text(fact.label, style="magenta"), Text("\n".join(visible(line) for line in fact.lines)))
    return Group(*parts, Text(""), grid, Text(""))
