"""Opening a ledger: what is refused and how it is told, how transactions begin, what a reader may do."""

from pathlib import Path

import pytest
from sqlalchemy import text

from dragoman.errors import LedgerError, NetworkFileError, NoLedgerError, SchemaError
from dragoman.ledger import opening
from dragoman.ledger.store import Store

MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:35 / /home rw shared:20 - nfs4 server:/home rw,vers=4.2
41 40 254:1 / /home/local\\040disk rw shared:21 - xfs /dev/vdb rw
42 22 0:36 / /mnt/share rw - cifs //server/share rw
43 22 0:37 / /mnt/box rw - fuse.sshfs box: rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/x.db", "ext4"),
        ("/home/ana/x.db", "nfs4"),
        ("/homely/x.db", "ext4"),
        ("/home/local disk/x.db", "xfs"),
        ("/mnt/share/deep/x.db", "cifs"),
        ("/mnt/box/x.db", "fuse.sshfs"),
    ],
)
def test_file_system_of_a_path(tmp_path: Path, path: str, kind: str) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert opening.file_system(Path(path), mounts) == kind


def test_a_windows_share_is_a_network() -> None:
    assert opening.file_system(Path(r"\\server\share\x.db")) in opening.NETWORKS


def test_a_system_that_tells_no_mounts(tmp_path: Path) -> None:
    assert opening.file_system(Path("/x.db"), tmp_path / "none") == ""


def test_a_network_file_system_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "file_system", lambda path: "nfs4")
    with pytest.raises(NetworkFileError, match=r"network file system \(nfs4\).*postgresql://"):
        Store(tmp_path / "x.db")
    assert not (tmp_path / "x.db").exists()


def test_what_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(NoLedgerError, match=r"no such ledger.*dragoman add"):
        Store(tmp_path / "x.db", readonly=True)
    with pytest.raises(NoLedgerError, match="no such folder"):
        Store(tmp_path / "none" / "x.db")
    with pytest.raises(LedgerError, match="this is a folder"):
        Store(tmp_path)
    (tmp_path / "text.db").write_text("The ambassador left. " * 400, encoding="utf-8")
    with pytest.raises(SchemaError, match="no SQLite database"):
        Store(tmp_path / "text.db", readonly=True)


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    made = opening.engine(tmp_path / "other.db")
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE stamps (country TEXT)"))
    made.dispose()
    for readonly in (False, True):
        with pytest.raises(SchemaError, match=r"no ledger: it holds stamps"):
            Store(tmp_path / "other.db", readonly=readonly)


@pytest.mark.parametrize(
    "address", ["postgresql://ana:secret@nowhere.invalid/x", "postgresql://ana:secret@127.0.0.1:1/x"]
)
def test_a_server_that_is_not_there_is_told_without_its_password(address: str) -> None:
    with pytest.raises(LedgerError) as told:
        Store(address)
    assert "secret" not in str(told.value)
    assert "postgresql" not in type(told.value).__name__.lower()


def test_an_address_that_is_none() -> None:
    with pytest.raises(LedgerError, match="no address of a database"):
        Store("postgresql://ana:pw@host:port/x")


def test_writers_begin_at_once_and_readers_change_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "x.db") as store:
        with store.writing() as connection:
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
            assert connection.execute(text("PRAGMA synchronous")).scalar() == 2  # FULL
            assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        with Store(tmp_path / "x.db", readonly=True) as reader:
            with reader.reading() as connection, pytest.raises(Exception, match="readonly"):
                connection.execute(text("DELETE FROM versions"))
            with pytest.raises(LedgerError, match="opened to read"), reader.writing():
                pass


def test_a_path_with_odd_characters(tmp_path: Path) -> None:
    place = tmp_path / "rela tions?mode=ro#é%20.db"
    with Store(place):
        pass
    assert place.exists()
    with Store(place, readonly=True) as store, store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM versions")).scalar() == 0


def test_who_reads_on_a_store_that_may_write_keeps_no_writer_out(where: str) -> None:
    with Store(where) as store, store.reading() as reader:
        assert reader.execute(text("SELECT count(*) FROM versions")).scalar() == 0
        with Store(where) as other, other.writing() as writer:
            writer.execute(text("DELETE FROM versions"))
