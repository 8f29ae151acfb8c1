"""Paths, bytes and streams to Reports, one after the other; what cannot be read comes as a Finding in its place."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO, Final, TypeAlias

from dragoman.records import Finding, Report
from dragoman.reports.dates import published_day
from dragoman.reports.encoding import Decoded, decode
from dragoman.reports.limits import LONGEST, LONGEST_LINE, shorten
from dragoman.reports.lines import Peeked, numbered
from dragoman.reports.page import looks_like_html, read_page
from dragoman.reports.rows import Item, Rows, from_line, from_row, parse_row
from dragoman.reports.text import from_text

Source: TypeAlias = str | os.PathLike[str] | bytes | IO[bytes]
Found: TypeAlias = Iterator[Report | Finding | Item]

ENDINGS: Final = (".txt", ".html", ".htm", ".jsonl", ".ndjson", ".json")
_ROWS: Final = (".jsonl", ".ndjson")
_PAGES: Final = (".html", ".htm")
_PAGE_LONGEST: Final = 16 * 1024 * 1024


def load(*sources: Source, published: date | str | None = None) -> Iterator[Report | Finding]:
    """The reports of `sources` in their order, findings between them; nothing is read before it is asked for.

    A source is a path (a folder is walked in the order of its names), "-" for standard input, bytes, or an open binary
    file. `published` is the day of reports that name none in their row or page; it goes before a plain text's own.
    Raises ValueError when `published` is no date; problems of the data never raise.
    """
    return load_rows(*sources, published=published, rows=from_row)


def load_rows(
    *sources: Source, published: date | str | None = None, rows: Rows[Item]
) -> Iterator[Item | Report | Finding]:
    """As `load`, with what `rows` makes of a parsed row of JSON, the place where it stands, and `published`."""
    day = published_day(published)
    return (item for source in sources for item in _load(source, day, rows))


def _load(source: Source, published: date | None, rows: Rows[Item]) -> Found[Item]:
    if isinstance(source, bytes):
        import io

        yield from _stream(io.BytesIO(source), "", "bytes", published, rows)
    elif isinstance(source, str) and source == "-":
        yield from _stream(sys.stdin.buffer, "", "standard input", published, rows)
    elif isinstance(source, str | os.PathLike):
        yield from _path(Path(source), published, rows)
    else:
        yield from _stream(source, "", str(getattr(source, "name", "stream")), published, rows)


def _path(path: Path, published: date | None, rows: Rows[Item]) -> Found[Item]:
    try:
        if path.is_dir():
            yield from _folder(path, published, rows)
            return
        with path.open("rb") as stream:
            yield from _stream(stream, path.suffix.lower(), str(path), published, rows)
    except FileNotFoundError:
        yield Finding("missing", "there is no such file or folder; check the path", str(path))
    except PermissionError:
        yield Finding("unreadable", "no permission to read it; change its mode or run as another user", str(path))
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        yield Finding("unreadable", f"it cannot be read: {error}", str(path)[:200])


def _folder(path: Path, published: date | None, rows: Rows[Item]) -> Found[Item]:
    """The files with a known ending below `path`, sorted by their names; hidden ones are left out."""
    count = 0
    problems: list[OSError] = []
    for place, folders, names in os.walk(path, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place) / name
            if (
                not name.startswith(".")
                and file.suffix.lower() in ENDINGS
                and not (file.exists() and not file.is_file())
            ):
                count += 1
                yield from _path(file, published, rows)
    for problem in problems:
        yield Finding("unreadable", f"it cannot be read: {problem.strerror}", str(problem.filename))
    if not count and not problems:
        yield Finding("no-reports", f"no report in this folder; reports end in {', '.join(ENDINGS)}", str(path))


def _stream(raw: IO[bytes], ending: str, where: str, published: date | None, rows: Rows[Item]) -> Found[Item]:
    """What an open binary file holds, by its ending, else by its first line."""
    stream = Peeked(raw)
    first = stream.first_line()
    if not first.strip():
        yield Finding("empty", "it is empty; nothing was read", where)
    elif ending in _ROWS or (ending not in _PAGES and not _wide(first) and _is_row(first)):
        yield from _rows(stream, where, published, rows)
    elif ending == ".json":
        yield from _json(stream, where, published, rows)
    else:
        yield from _whole(stream, ending, where, published)


def _wide(first: bytes) -> bool:
    return first.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))


def _is_row(line: bytes) -> bool:
    """Whether a first line is a row of JSON lines: a whole JSON object with a text, or one that takes it back."""
    line = line.removeprefix(b"\xef\xbb\xbf").strip()
    if not (line.startswith(b"{") and line.endswith(b"}")):
        return False
    try:
        row = parse_row(line)
    except ValueError:
        return False
    return isinstance(row, dict) and ("text" in row or "retracted" in row)


def _rows(stream: Peeked, where: str, published: date | None, rows: Rows[Item]) -> Found[Item]:
    """JSON lines, one line in memory at a time."""
    count = 0
    told = False
    for number, line, whole in numbered(stream):
        place = f"{where}:{number}"
        if not whole:
            yield Finding("too-long", f"a row of more than {LONGEST_LINE:,} bytes is left out; split it", place)
            continue
        if not line.strip():
            continue
        count += 1
        found = decode(line)
        if found.guessed and not told:
            told = True
            yield _encoding(found, place)
        yield from from_line(found.text if not found.binary else line, place, published, rows)
    if not count:
        yield Finding("empty", "it is empty; nothing was read", where)


def _json(stream: Peeked, where: str, published: date | None, rows: Rows[Item]) -> Found[Item]:
    """A JSON file: one object with a text, a list of them, or, failing that, JSON lines."""
    raw = stream.read(LONGEST_LINE + 1)
    if len(raw) > LONGEST_LINE:
        yield Finding(
            "too-long",
            f"a JSON file of more than {LONGEST_LINE:,} bytes is left out; write one row a line (.jsonl)",
            where,
        )
        return
    found = decode(raw)
    try:
        value = parse_row(found.text if not found.binary else raw)
    except ValueError as error:
        yield Finding("broken-row", f"the file is no JSON ({error}); for JSON lines name it .jsonl", where)
        return
    if found.guessed:
        yield _encoding(found, where)
    if not isinstance(value, list):
        yield from rows(value, where, published)
        return
    if not value:
        yield Finding("empty", "the list has no rows; nothing was read", where)
    for number, row in enumerate(value, 1):
        yield from rows(row, f"{where}:{number}", published)


def _whole(stream: Peeked, ending: str, where: str, published: date | None) -> Iterator[Report | Finding]:
    """One text or one page."""
    size = _PAGE_LONGEST if ending in _PAGES else 4 * LONGEST + 4
    raw = stream.read(size)
    more = bool(stream.read(1))
    found = decode(raw, cut=more)
    if found.binary:
        yield Finding("binary", f"no text: {found.binary}", where)
        return
    if found.guessed:
        yield _encoding(found, where)
    if ending in _PAGES or (ending != ".txt" and looks_like_html(found.text)):
        yield from _page(found.text + (decode(stream.read(_PAGE_LONGEST)).text if more else ""), where, published)
        return
    if not found.text.strip():
        yield Finding("empty", "it holds nothing but blanks; nothing was read", where)
        return
    text, problem = shorten(found.text, where, more=more)
    if problem:
        yield problem
    yield replace(from_text(text, published=published), origin=where)


def _page(html: str, where: str, published: date | None) -> Iterator[Report | Finding]:
    page = read_page(html)
    if page.too_deep:
        message = "parts of the page are nested deeper than 256 elements and were not read; give its text instead"
        yield Finding("nested-too-deep", message, where)
    if not page.text.strip():
        yield Finding("no-text", "no news text was found in this page; give its text instead", where)
        return
    text, problem = shorten(page.text, where)
    if problem:
        yield problem
    try:
        day = published_day(page.published)
    except ValueError:
        day = None
        yield Finding(
            "unreadable-date", f"unreadable date {str(page.published)[:60]!r}; the report is read without it", where
        )
    report = from_text(text, published=day or published, title=page.title, source=page.source, url=page.url)
    yield replace(report, origin=where)


def _encoding(found: Decoded, where: str) -> Finding:
    message = f"not UTF-8: read as {found.encoding}, which is a guess; convert it (iconv -t utf-8) if names look wrong"
    return Finding("encoding", message, where)
