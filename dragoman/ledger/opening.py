"""A path or an address -> an SQLAlchemy engine on a ledger: SQLite by default, PostgreSQL for teams.

SQLite runs with WAL and synchronous=FULL. Every write begins with BEGIN IMMEDIATE: a deferred transaction that turns
into a write fails at once, whatever the busy timeout. Readers open the file read-only.
"""

import os
import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from dragoman.errors import LedgerError, NetworkFileError, NoLedgerError

BUSY_SECONDS: Final = 60.0  # how long a writer waits for another; one adding holds the file for milliseconds
POSTGRES: Final = ("postgresql:", "postgres:", "postgresql+psycopg:")
NETWORKS: Final = frozenset(
    "nfs nfs4 cifs smb smb2 smb3 smbfs 9p afs ceph glusterfs lustre beegfs gpfs ocfs2 gfs2 fuse.sshfs fuse.glusterfs"
    " fuse.s3fs fuse.rclone fuse.gcsfuse davfs fuse.davfs2 ncpfs".split()
)
"""File systems of which SQLite's locks and shared memory are not to be trusted (sqlite.org/useovernet.html)."""
LOGGED: Final = 16_000  # pages of the log, 64 MB, before it is written into the file: a report touches a hundred
MAPPED: Final = 2**31 - 2**16  # bytes of the file, 2 GiB, the most that SQLite allows, that are read without a copy
READING: Final = "dragoman_reading"
"""The execution option of a connection that only reads: its transaction takes no lock of a writer."""
LOCK: Final = 0x647261676F6D616E  # "dragoman": the advisory lock that PostgreSQL's writers take


def is_address(where: str | os.PathLike[str]) -> bool:
    """Whether it is the address of a PostgreSQL server, not the path of a file."""
    return str(where).startswith(POSTGRES)


def engine(where: str | os.PathLike[str], *, readonly: bool = False) -> Engine:
    """An engine on the ledger at `where`; without `readonly`, a SQLite file that is not there is made when first used.

    Raises NoLedgerError where there is no file to read, NetworkFileError on a network file system, LedgerError for an
    address that is none or a missing driver.
    """
    return _postgres(str(where), readonly) if is_address(where) else _sqlite(Path(where), readonly)


def _postgres(address: str, readonly: bool) -> Engine:
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        advice = "Write it as postgresql://USER:PASSWORD@HOST/DATABASE."
        raise LedgerError("this is no address of a database", _without_password(address), advice) from error
    try:
        made = create_engine(url, pool_size=4, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError as error:
        raise LedgerError(
            "the driver for PostgreSQL is not installed",
            address.rsplit("@", maxsplit=1)[-1],
            "Run pip install 'dragoman[postgres]'.",
        ) from error

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        if readonly or connection.get_execution_options().get(READING):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        else:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")  # links need to see all entries before

    return made


def _without_password(address: str) -> str:
    head, at, tail = address.rpartition("@")
    return f"{head.rsplit(':', 1)[0]}:***@{tail}" if at else address


def _sqlite(path: Path, readonly: bool) -> Engine:
    _checked(path, readonly)

    def connect() -> sqlite3.Connection:
        return _opened(path, readonly)

    made = create_engine(URL.create("sqlite", database=str(path)), creator=connect)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        reading = readonly or connection.get_execution_options().get(READING)
        file = driver(connection)
        assert file is not None
        file.execute("BEGIN" if reading else "BEGIN IMMEDIATE")

    return made


def driver(connection: Connection) -> sqlite3.Connection | None:
    """SQLite's own connection beneath, in the same transaction; None on PostgreSQL.

    Some twenty statements are run for every report: asked of it they take a tenth of the time that SQLAlchemy takes.
    """
    found = connection.connection.driver_connection
    return found if isinstance(found, sqlite3.Connection) else None


def _checked(path: Path, readonly: bool) -> None:
    if path.is_dir():
        raise LedgerError("this is a folder", str(path), "Name a file, as in relations.db.")
    if readonly and not path.exists():
        raise NoLedgerError("there is no such ledger", str(path), "Make one with: dragoman add FILE... --ledger PATH.")
    if not path.parent.is_dir():
        raise NoLedgerError("there is no such folder", str(path.parent), "Make it, or name another.")
    kind = file_system(path)
    if kind in NETWORKS:
        raise NetworkFileError(
            f"the file lies on a network file system ({kind}), where SQLite's locks fail and ledgers are damaged",
            str(path),
            "Keep it on a local disk, or use PostgreSQL: --ledger postgresql://...",
        )


def file_system(path: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """The kind of file system that `path` lies on, as the kernel names it; "" where it does not tell.

    `mounts` is Linux's table of mounts (man 5 proc_pid_mountinfo); other systems have none.
    """
    if str(path).startswith(("\\\\", "//")):
        return "smb"  # a Windows share
    try:
        table = mounts.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    place = os.path.realpath(path)
    best, kind = "", ""
    for line in table.splitlines():
        left, _, right = line.partition(" - ")
        mount = left.split()[4].replace("\\040", " ")
        inside = place == mount or place.startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= len(best):  # of two mounts at one place the later hides the earlier
            best, kind = mount, right.split()[0]
    return kind


def _opened(path: Path, readonly: bool) -> sqlite3.Connection:
    """A connection that begins no transaction by itself; the engine says how each begins."""
    mode = "ro" if readonly else "rwc"
    address = f"file:{quote(str(path.resolve()))}?mode={mode}"
    made = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        if readonly:
            made.execute(f"PRAGMA mmap_size={MAPPED}")
        else:
            made.execute("PRAGMA journal_mode=WAL")
            made.execute("PRAGMA synchronous=FULL")
            made.execute(f"PRAGMA wal_autocheckpoint={LOGGED}")
        made.execute("PRAGMA foreign_keys=ON")
        made.execute("PRAGMA cache_size=-65536")  # 64 MiB: the keys of a million entries are met at random
        made.execute("PRAGMA temp_store=MEMORY")
    except BaseException:
        made.close()
        raise
    return made
