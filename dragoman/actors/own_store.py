"""The file of a user's own actors: a CSV that people can read, rewritten whole and in one step.

It lies in the user's folder for settings, or where DRAGOMAN_ACTORS says (a file, or a folder to hold "actors.csv");
DRAGOMAN_ACTORS set to nothing means that there are no own actors. Rows are sorted, and what a file says twice stands
once, so the same additions in any order give the same bytes. Whoever writes holds a lock beside the file, reads what is
there, and puts the new file in the place of the old: nothing is lost when two add at once or one is cut off.
"""

import csv
import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Final

from dragoman.actors.own_records import COLUMNS, OwnActor, OwnRow, actors_of, content, sort_key
from dragoman.errors import ActorsError
from dragoman.records import digest

VARIABLE: Final = "DRAGOMAN_ACTORS"
NAME: Final = "actors.csv"
LISTS: Final = frozenset(("aliases", "acronyms"))


def path() -> Path | None:
    """Where the user's actors are, whether or not there are any; None where the user wants none."""
    said = os.environ.get(VARIABLE)
    if said is not None:
        found = Path(said).expanduser().absolute()
        return None if not said else found / NAME if found.is_dir() else found
    from click import get_app_dir

    return Path(get_app_dir("dragoman")) / NAME


def in_use() -> tuple[OwnActor, ...]:
    """The actors of the file in use, read once; none where there is no file. Raises ActorsError if it is damaged."""
    return _in_use(path())


@cache
def _in_use(file: Path | None) -> tuple[OwnActor, ...]:
    return actors_of(_held(file))


@cache
def _held(file: Path | None) -> tuple[OwnRow, ...]:
    return load(file) if file is not None else ()


@cache
def _mark(file: Path | None) -> str:
    said = sorted({content(row) for row in _held(file)})
    return digest(*map(repr, said), size=4) if said else ""


def by_id() -> dict[str, OwnActor]:
    """The actors in use by their ids."""
    return _by_id(path())


@cache
def _by_id(file: Path | None) -> dict[str, OwnActor]:
    return {actor.id: actor for actor in _in_use(file)}


def mark() -> str:
    """Eight hex digits that name the actors in use, "" for none: the same for the same actors, whatever the files.

    Sources (file and line) do not count: they change no reading.
    """
    return _mark(path())


def refresh() -> None:
    """Forgets what was read, so that the file is read again when it is next asked for."""
    from dragoman.actors.registry import registry

    for known in (_held, _in_use, _by_id, _mark, registry):
        known.cache_clear()
    if (names := sys.modules.get("dragoman.actors.mentions_names")) is not None:  # only loaded to read reports
        names.trie.cache_clear()


@contextmanager
def using(file: str | Path) -> Iterator[None]:
    """Makes `file` the one in use, in this process and in those that it starts; "" for none."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(Path(file).expanduser().absolute()) if file else ""
    refresh()
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before
        refresh()


def load(file: Path) -> tuple[OwnRow, ...]:
    """The rows of the file, in its order; none if there is no such file.

    Raises ActorsError that names the line where it is damaged; the file is left as it is.
    """
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise ActorsError(error.strerror or str(error), str(file), "Check the path and its permissions.") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _damaged(file, raw.count(b"\n", 0, error.start) + 1, "not in UTF-8") from error
    if text and not text.endswith("\n"):
        raise _damaged(file, text.count("\n") + 1, "the last line is cut off")
    return tuple(_rows(file, text))


def _rows(file: Path, text: str) -> Iterator[OwnRow]:
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = next(reader, [])
        if header and tuple(header) != COLUMNS:
            raise _damaged(file, 1, "not the columns of a file of actors")
        for cells in reader:
            if len(cells) != len(COLUMNS) or not cells[0] or not cells[1]:
                raise _damaged(file, reader.line_num, f"not {len(COLUMNS)} cells with an id and a name")
            row = _row(dict(zip(COLUMNS, cells, strict=True)))
            if (wrong := _wrong(row)) is not None:
                raise _damaged(file, reader.line_num, wrong)
            yield row
    except csv.Error as error:
        raise _damaged(file, reader.line_num, str(error)) from error


def _row(cells: dict[str, str]) -> OwnRow:
    lists = {name: tuple(filter(None, cells.pop(name).split(";"))) for name in sorted(LISTS)}
    return OwnRow(**cells, aliases=lists["aliases"], acronyms=lists["acronyms"])


def _wrong(row: OwnRow) -> str | None:
    """What keeps a row from being read, if anything: the store may have been written to by hand."""
    return _wrong_date(row.start) or _wrong_date(row.end) or _wrong_code(row.country, row.sector, row.kind)


@cache
def _wrong_date(cell: str) -> str | None:
    from dragoman.actors.own_cells import day_after, first_day

    try:
        first_day(cell), day_after(cell)
    except ValueError:
        return f"no date in {cell!r}"
    return None


@cache
def _wrong_code(country: str, sector: str, kind: str) -> str | None:
    from dragoman.actors.own_cells import SHAPES
    from dragoman.actors.registry import shipped
    from dragoman.codebook import codebook

    if country and country not in shipped().states:
        return f"unknown country {country!r}"
    if sector and sector not in codebook().sectors:
        return f"unknown sector {sector!r}"
    return f"unknown kind {kind!r}" if kind and kind not in SHAPES else None


def _damaged(file: Path, line: int, seen: str) -> ActorsError:
    advice = "Mend that line, or move the file away and add your files again; nothing was changed."
    return ActorsError(f"the file of your actors is damaged: {seen}", f"{file}:{line}", advice)


def merged(rows: Iterable[OwnRow]) -> tuple[OwnRow, ...]:
    """The rows sorted; of rows of one file that say the same, only the last, which has the newest line number."""
    found = {(content(row), file_of(row.source)): row for row in rows}
    return tuple(sorted(found.values(), key=sort_key))


def file_of(source: str) -> str:
    """The file of a source, without the line: "people.csv" of "people.csv:12"."""
    return source.rpartition(":")[0] or source


def save(file: Path, rows: tuple[OwnRow, ...]) -> None:
    """Puts a file of these rows in the place of the old one; the old one stays whole until then. Raises ActorsError."""
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as new:
            new.write(written(rows))
            new.flush()
            os.fsync(new.fileno())
        beside.replace(file)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise _unwritable(file, error) from error


def written(rows: tuple[OwnRow, ...]) -> bytes:
    """The bytes of a file of these rows: UTF-8, a header, a line a row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(getattr(row, name)) for name in COLUMNS] for row in rows)
    return out.getvalue().encode("utf-8")


def _cell(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ";".join(value)


def _unwritable(file: Path, error: OSError) -> ActorsError:
    return ActorsError(error.strerror or str(error), str(file), "Name a file that you may write to with --actors.")


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Waits until no other process changes the file, and keeps others waiting until done; its folder is made.

    The lock is the system's, on a file beside it, so it ends with its process. Raises ActorsError.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = file.with_name(f".{file.name}.lock").open("ab")
    except OSError as error:
        raise _unwritable(file, error) from error
    with lock:
        if os.name == "nt":
            import msvcrt

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
            try:
                yield
            finally:
                lock.seek(0)
                msvcrt.locking(lock.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
