"""`dragoman explain`: an entry's id or label, or words, and reports -> why the entry is there, or why there is none."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import click

from dragoman.cli.inputs import actors_in_use, day, on_terminal
from dragoman.cli.output import sink
from dragoman.errors import NoEntryError

if TYPE_CHECKING:
    from dragoman.explaining import Explanation, Reread
    from dragoman.records import Finding

ID: Final = 16  # digits of a whole id
READING: Final = b'{"schema":'  # how a line of `dragoman read --json` begins


class WrongAsking(click.ClickException):
    """Arguments that cannot be meant; wrong usage."""

    exit_code = 2


@click.command(short_help="Explain why an entry is there, or why none is.")
@click.argument("names", nargs=-1, required=True, metavar="[ENTRY] FILE...", type=click.Path(allow_dash=True))
@click.option("--at", "place", metavar="PLACE", help="Explain these words, or a character's offset; takes no ENTRY.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one line an entry or word.")
@click.option(
    "--codebook",
    type=click.Path(dir_okay=False, exists=True),
    metavar="FILE",
    help="Events were coded by your own codebook (YAML), not by PLOVER's types.",
)
@click.option("--published", metavar="DATE", help="Date of reports that give none, as in 2021-08-17.")
@click.option(
    "--actors",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    expose_value=False,
    callback=actors_in_use,
    help="Use the own actors of FILE, not those of `dragoman actors`.",
)
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to standard output.")
@click.pass_context
def explain(
    ctx: click.Context,
    *,
    names: tuple[str, ...],
    place: str | None,
    as_json: bool,
    codebook: str | None,
    published: str | None,
    out: str | None,
) -> None:
    """Explain why an entry is there: by which rule or head, how sure, and what else it could have been.

    ENTRY is an entry's id, the beginning of one, or, of one report, its label in the view of `dragoman read` (E1, S2,
    T1). FILE is as for `read`. With --at, explain why there is an event at these words, or why none.
    """
    entry, files = ("", names) if place is not None else (names[0], names[1:])
    if not files:
        raise WrongAsking(f"Name the report beside {entry}, as in `dragoman explain {entry} report.txt`.")
    if place is not None and not place.strip():
        raise WrongAsking("--at needs words, or a character's offset.")
    if place is not None and codebook is not None:
        raise WrongAsking("--at tells of PLOVER's types only: leave out --codebook, or name an ENTRY.")
    asking = _Asking(files, day("--published", published), codebook)
    found = asking.places(place) if place is not None else asking.entry(entry)
    with sink(out) as file:
        for one in found:
            _write(one, file, as_json=as_json, colour=on_terminal(out))
    ctx.exit(1 if asking.bad else 0)


class _Asking:
    """The reports of a command line, read as the question needs them; `bad` when one could not be read."""

    def __init__(self, files: tuple[str, ...], published: date | None, codebook: str | None) -> None:
        self.files = files
        self.codebook = codebook
        self.published = published
        self.bad = False

    def entry(self, name: str) -> "list[Explanation]":
        """The one entry of all reports that `name` means. Raises NoEntryError."""
        from dragoman.explaining import is_label, missing

        found = {}
        for n, report in enumerate(self._reports()):
            if n and is_label(name):
                raise WrongAsking(f"{name} is an entry of one report, and there are several: give its id, or one FILE.")
            if matching := report.matching(name):
                found[report] = matching
                if len(name) >= ID:
                    break
        if sum(map(len, found.values())) != 1:
            raise missing(name, found)
        (report, entries), *_ = found.items()
        return [report.explain(entry) for entry in entries.values()]

    def places(self, place: str) -> "list[Explanation]":
        """What is to be said of all places where the words stand. Raises NoEntryError."""
        found: list[Explanation] = []
        seen = False
        for report in self._reports():
            spans = _spans(report, place)
            seen = seen or bool(spans)
            told = (one for span in spans for one in report.at(span))
            found += [one for one in told if one not in found]
        if not seen:
            raise NoEntryError("these words stand nowhere in the text", "--at", "Write them as the report does.")
        if not found:
            raise NoEntryError("none of these words may name an act", "--at", "Name a verb, a noun or an adjective.")
        return found

    def _reports(self) -> "Iterator[Reread]":
        """The reports, each read again; what could not be loaded is told on standard error."""
        from dragoman import reports
        from dragoman.explaining import Reread
        from dragoman.records import Report

        for name in self.files:
            _refuse_reading(name)
        book = None
        if self.codebook is not None:
            from dragoman.events import custom

            book = custom.load(self.codebook)
        some = False
        for item in reports.load(*self.files, published=self.published):
            if isinstance(item, Report):
                if item.text.lstrip().startswith(READING.decode()):
                    raise _reading_error(item.origin or "standard input")
                some = True
                yield Reread(item, book)
            else:
                self._tell(item)
        if not some:
            raise NoEntryError("there is no report to explain", advice="Name its file, or - for standard input.")

    def _tell(self, finding: "Finding") -> None:
        from dragoman.views.words import one_line

        self.bad = True
        click.echo(f"{one_line(finding.where)}: {finding.code}: {one_line(finding.message)}", err=True)


def _refuse_reading(name: str) -> None:
    """Raises NoEntryError where a file holds readings, which have no text."""
    try:
        with Path(name).open("rb") as file:
            if file.read(len(READING)) == READING:
                raise _reading_error(name)
    except OSError:
        return  # a folder, "-", or what `load` will tell of


def _reading_error(where: str) -> NoEntryError:
    return NoEntryError("this is a reading, which has no text", where, "Give the file of the report that was read.")


def _spans(report: "Reread", place: str) -> tuple[tuple[int, int], ...]:
    """The spans of an offset ("120"), or of words, with or without quotation marks."""
    if place.isascii() and place.isdigit():
        at = int(place)
        return ((at, at + 1),) if at < len(report.report.text) else ()
    return report.spans(place.strip().strip("\"'“”"))


def _write(found: "Explanation", file: BinaryIO, *, as_json: bool, colour: bool) -> None:
    if as_json:
        from dragoman.explaining import plain as data

        file.write(json.dumps(data(found), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))
        file.write(b"\n")
        return
    from rich.console import Console

    from dragoman.cli.explain_facts import shown
    from dragoman.views.explained import plain, rendered

    for one in shown(found):
        if colour:
            Console(highlight=False).print(rendered(one))
        else:
            file.write((plain(one) + "\n").encode("utf-8", "replace"))
