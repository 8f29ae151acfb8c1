"""A store and a path -> a copy of the ledger in one SQLite file, whole or not at all."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from dragoman.errors import LedgerError
from dragoman.ledger.checking import sound
from dragoman.ledger.failures import told
from dragoman.ledger.merging import merge
from dragoman.ledger.opening import is_address
from dragoman.ledger.store import Store


def backup(store: Store, path: str | os.PathLike[str]) -> Path:
    """Writes a copy of the ledger, as it is at one moment, to the new file `path`; others may go on writing meanwhile.

    Of PostgreSQL, too, the copy is a SQLite file, which `dragoman ledger merge` brings back. The copy is checked before
    it gets its name. Raises LedgerError where the file is there already, cannot be written or is not sound.
    """
    place = Path(path)
    if place.exists():
        raise LedgerError("there is such a file already", str(place), "Name a new one: a backup overwrites nothing.")
    part = place.with_name(place.name + ".part")
    _remove(part)
    try:
        if is_address(store.where):
            with Store(part) as copy:
                merge(copy, store)
        else:
            _copied(store.where, part)
        with Store(part, readonly=True) as copy:
            sound(copy)
        _remove(part, but=part)
        part.rename(place)
    except BaseException:
        _remove(part)
        raise
    return place


def _copied(where: str, part: Path) -> None:
    """Copies by SQLite's own online backup; the copy has no write-ahead log beside it."""
    address = f"file:{quote(str(Path(where).resolve()))}?mode=ro"
    with (
        told(str(part)),
        closing(sqlite3.connect(address, uri=True)) as source,
        closing(sqlite3.connect(part)) as copy,
    ):
        source.backup(copy)


def _remove(part: Path, but: Path | None = None) -> None:
    for ending in ("", "-wal", "-shm"):
        file = part.with_name(part.name + ending)
        if file != but:
            file.unlink(missing_ok=True)
