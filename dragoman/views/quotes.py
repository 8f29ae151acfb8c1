"""Statements of a reading -> text for a terminal: who said it, to whom, when and where, and the words in full.

Through a pipe the same content comes as plain text. Each statement ends with the place to check it: the number of its
sentence as `dragoman read` numbers them, and the character offsets of the words in the report's text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.records import Form, Reading, Statement
from dragoman.views.lines import Line, lines
from dragoman.views.words import head_words, one_line

SPEAKER_WIDTH: Final = (24, 38)  # columns of who said it, at least and at most
WORDS_WIDTH: Final = 40  # columns: with fewer beside the speaker, the words stand below
MARGINS: Final = 10  # columns of the key and between the others
INDENT: Final = 3  # columns before words that stand below their speaker
CLOSING: Final = " ,;:"  # printed before a closing mark that is left out


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement for people: its line as in a reading, the words in full, their offsets."""

    line: Line
    words: str
    direct: bool
    offsets: str


def quotes(reading: Reading, statements: Sequence[Statement]) -> tuple[Quote, ...]:
    """The quotes of `statements`, some or all of those of `reading`."""
    shown = lines(replace(reading, events=(), standings=()))
    by_id = {line.cited.id: line for line in shown.statements}
    return tuple(_quote(reading.report.text, by_id[statement.id], statement) for statement in statements)


def _quote(text: str, line: Line, statement: Statement) -> Quote:
    pieces = [one_line(text[start:end]) for start, end in statement.content]
    direct = statement.form is Form.DIRECT
    words = " ... ".join(piece.rstrip(CLOSING) if direct else piece for piece in pieces)
    offsets = " ".join(f"{start}:{end}" for start, end in statement.content)
    return Quote(line, f"“{words}”" if direct else words, direct, offsets)


def head(reading: Reading) -> tuple[str, ...]:
    """The head lines of a report: its name, what is known of its origin, the file or row that it was read from."""
    title, facts = head_words(reading.report)
    return title, *(line for line in (facts, one_line(reading.report.origin)) if line)


def plain(reading: Reading, statements: Sequence[Statement]) -> str:
    """The statements as plain text below the report's name, the same on every screen; ends with a line end."""
    found = [*head(reading)]
    for quote in quotes(reading, statements):
        found += ["", *_plain_quote(quote)]
    return "\n".join(found) + "\n"


def _plain_quote(quote: Quote) -> Iterator[str]:
    line = quote.line
    source = f"according to {line.cited.according_to}" if line.cited.according_to else ""
    parties = line.who + (f" -> {line.whom}" if line.whom else "")
    facts = (parties, line.label, line.date or "no date", line.status, source)
    yield f"  {line.key:<4}{' | '.join(fact for fact in facts if fact)}"
    yield f"      {quote.words}"
    yield f"      {_place(quote)}; confidence {line.cited.confidence:.2f}; {line.cited.id}"


def rendered(reading: Reading, statements: Sequence[Statement], width: int) -> RenderableType:
    """The statements for a colour terminal of `width` columns: a row each, speaker beside words; if narrow, above."""
    title, *facts = head(reading)
    parts: list[RenderableType] = [Rule(Text(title, style="bold"), align="left", characters="─", style="dim")]
    parts += [Text(line, style="dim") for line in facts]
    left = min(SPEAKER_WIDTH[1], max(SPEAKER_WIDTH[0], width // 3))
    right = width - left - MARGINS
    for quote in quotes(reading, statements):
        parts += [Text(""), _row(quote, left, right) if right >= WORDS_WIDTH else _block(quote, width - INDENT)]
    return Group(*parts, Text(""))


def _row(quote: Quote, left: int, right: int) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True, width=4, justify="right")
    grid.add_column(width=left, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text(quote.line.key, style="dim"), _who(quote, left), _said(quote, right))
    return grid


def _block(quote: Quote, width: int) -> RenderableType:
    top = Text(f"{quote.line.key} ", style="dim").append_text(_who(quote))
    return Group(top, Padding(_said(quote, width), (0, 0, 0, INDENT)))


def _who(quote: Quote, width: int = 0) -> Text:
    """Who said it, to whom and when: lines of `width` columns, or all on one line."""
    line, between = quote.line, "\n" if width else " "
    whom = between + _named(f"→ {line.whom}", width) if line.whom else ""
    when = between + line.date if line.date else ""
    return Text.assemble((_named(line.who, width), "bold cyan"), (whom, "cyan"), when)


def _named(actor: str, width: int) -> str:
    """An actor with its code; where both are wider than `width`, the code stands on the next line, in one piece."""
    name, opening, code = actor.rpartition(" (")
    return f"{name}\n({code}" if opening and 0 < width < cell_len(actor) else actor


def _said(quote: Quote, width: int) -> RenderableType:
    """The words, then verb of saying, form and venue, who passes it on, and the place to check them."""
    line = quote.line
    label = f"{line.label} · " if line.label else ""
    source = f" · says {line.cited.according_to}" if line.cited.according_to else ""
    facts = Text.assemble((label, "magenta"), (line.status, "dim"), (source, "yellow"))
    place = Text(_place(quote), style="dim")
    one = Text.assemble(facts, (" · ", "dim"), place)
    below = [one] if one.cell_len <= width else [facts, place]
    return Group(Text(quote.words, style="green" if quote.direct else ""), *below)


def _place(quote: Quote) -> str:
    """Where to check the words: the sentences by number, then the offsets."""
    numbers = quote.line.cited.sentences
    noun = "sentence" if len(numbers) == 1 else "sentences"
    return f"{noun} {', '.join(map(str, numbers))} [{quote.offsets}]"
