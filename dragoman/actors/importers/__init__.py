"""Files of actors -> rows of the store: one module a format, each a generator over the lines of a file.

| format | module | what it is |
| --- | --- | --- |
| csv | table.py | a table with a header, one row a role |
| petrarch, cameo | cameo.py | actor dictionaries of TABARI, PETRARCH and PETRARCH2 with CAMEO codes |
| ftm | ftm.py | FollowTheMoney entities, one JSON object a line (OpenSanctions) |
| wikidata | wikidata.py | Wikidata entities, one JSON object a line |
"""

import bz2
import gzip
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from typing import Final, TypeAlias

from dragoman.actors.own_records import LeftOut, OwnRow
from dragoman.errors import ActorsError
from dragoman.records import Finding

Found: TypeAlias = OwnRow | Finding | LeftOut

FORMATS: Final = {"csv": "table", "petrarch": "cameo", "cameo": "cameo", "ftm": "ftm", "wikidata": "wikidata"}
FIRST: Final = 200  # lines looked at to tell the format
CODED: Final = re.compile(rb"^[^a-z\[\],;]{2,200}\[[~A-Z#-]|^\s+\[[A-Z]{3}|^\+[^a-z]{2}", re.MULTILINE)
GZIP: Final = b"\x1f\x8b"
BZIP2: Final = b"BZh"


def rows(name: str, format: str | None = None) -> Iterator[Found]:
    """What the file `name` ("-" for standard input) says, in its order; `format` is told by its content if None.

    Files packed with gzip or bzip2 are unpacked on the way. Faults of the file are findings that name the line.
    Raises ActorsError when it cannot be read at all.
    """
    try:
        with _opened(name) as file:
            first = list(islice(file, FIRST))
            module = import_module(f"dragoman.actors.importers.{FORMATS[format or told(first)]}")
            yield from module.read(chain(first, file), where(name))
    except (OSError, EOFError) as error:
        seen = getattr(error, "strerror", None) or str(error)
        raise ActorsError(seen, name, "Check the path and its permissions.") from error


def where(name: str) -> str:
    """The file as sources name it: its whole path, so that files of one name in two folders stay apart."""
    return "standard input" if name == "-" else str(Path(name).absolute())


@contextmanager
def _opened(name: str) -> Iterator[Iterable[bytes]]:
    if name == "-":
        yield sys.stdin.buffer
        return
    with Path(name).open("rb") as file:
        first = file.read(3)
        file.seek(0)
        if first[:2] == GZIP:
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield unpacked
        elif first == BZIP2:
            with bz2.BZ2File(file) as unpacked_too:
                yield unpacked_too
        else:
            yield file


def told(lines: list[bytes]) -> str:
    """The format of a file that begins with these lines; "csv" where it is like none of the others."""
    text = b"".join(lines).lstrip(b"\xef\xbb\xbf \t\r\n[")
    if text.startswith(b"{"):
        head = text.partition(b"\n")[0]
        wikidata = b'"claims"' in head or (b'"labels"' in head and b'"schema"' not in head)
        return "wikidata" if wikidata else "ftm"
    return "cameo" if CODED.search(b"".join(line for line in lines if line[:1] not in b"#;")) else "csv"


def decoded(lines: Iterable[bytes]) -> Iterator[str]:
    """Lines in UTF-8, else Windows-1252 (Latin-1 where that has no character); UTF-16 as spreadsheets save it."""
    start = iter(lines)
    first = next(start, b"")
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        whole = (first + b"".join(start)).decode("utf-16", "replace")
        yield from whole.splitlines(keepends=True)
        return
    for line in chain([first.removeprefix(b"\xef\xbb\xbf")], start):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            try:
                yield line.decode("cp1252")
            except UnicodeDecodeError:
                yield line.decode("latin-1")
