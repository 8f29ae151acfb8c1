"""The store: rows come back as they went in, nothing is lost, damage is told with its line."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import own, own_store
from dragoman.actors.own_cells import plain
from dragoman.actors.own_records import OwnRow, actors_of
from dragoman.errors import ActorsError

TABLE = """name,kind,country,sector,title,of,start,end,aliases,acronyms
Amina Wanjala,person,KEN,,foreign minister,,2013-04-01,2016-06-30,Amina W. Wanjala,
Amina Wanjala,person,KEN,OPP,leader,Lake Reform Party,2016-07,,,
Lake Reform Party,party,KEN,,,,2001,,Reform Party of the Lake,LRP
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "settings" / "actors.csv"
    with own_store.using(file):
        yield file


def table(folder: Path, name: str, text: str = TABLE) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_adding_twice_changes_nothing(store: Path, tmp_path: Path) -> None:
    file = table(tmp_path, "a.csv")
    first = own.add(file)
    assert (first.actors, first.names, first.roles, first.skipped) == (2, 5, 3, 0)
    before = store.read_bytes()
    again = own.add(file)
    assert (again.actors, again.names, again.roles, again.seen) == (0, 0, 0, 2)
    assert store.read_bytes() == before


def test_no_store_is_made_where_nothing_is_added(store: Path, tmp_path: Path) -> None:
    assert own.actors() == ()
    assert own.add(table(tmp_path, "a.csv", "name\n")).actors == 0
    assert not store.exists()


def test_the_order_of_additions_does_not_matter(tmp_path: Path) -> None:
    one = table(tmp_path, "one.csv")
    two = table(
        tmp_path, "two.csv", "name,kind,country,start\nHill Front,armed group,PER,1988\nAmina Wanjala,,UGA,1999\n"
    )
    bytes_of = []
    for n, files in enumerate(((one, two), (two, one))):
        with own_store.using(tmp_path / f"{n}.csv"):
            for file in files:
                own.add(file)
            bytes_of.append((tmp_path / f"{n}.csv").read_bytes())
    assert bytes_of[0] == bytes_of[1]


def test_what_a_file_no_longer_has_is_kept_and_told_or_replaced(store: Path, tmp_path: Path) -> None:
    own.add(table(tmp_path, "a.csv"))
    other = table(tmp_path, "b.csv", "name,kind,country\nHill Front,armed group,PER\n")
    own.add(other)
    changed = table(tmp_path, "a.csv", TABLE.replace("2016-06-30", "2016-05-31"))
    done = own.add(changed)
    assert (done.roles, done.stale) == (1, 1)
    assert len(own_store.by_id()["person:amina-wanjala"].roles) == 3
    done = own.add(changed, replacing=True)
    assert [role.end for role in own_store.by_id()["person:amina-wanjala"].roles] == ["2016-05-31", ""]
    assert "per:hill-front" in own_store.by_id()


def test_lines_that_move_give_new_sources_and_no_new_rows(store: Path, tmp_path: Path) -> None:
    own.add(table(tmp_path, "a.csv"))
    mark = own.mark()
    head, rest = TABLE.split("\n", 1)
    assert own.add(table(tmp_path, "a.csv", f"{head}\n\n\n{rest}")).roles == 0
    assert [role.source.rpartition(":")[2] for role in own_store.by_id()["person:amina-wanjala"].roles] == ["4", "5"]
    assert own.mark() == mark  # where it is written changes no reading


def test_removing_by_id_and_by_file(store: Path, tmp_path: Path) -> None:
    own.add(table(tmp_path, "a.csv"), table(tmp_path, "b.csv", "name,kind,country\nHill Front,armed group,PER\n"))
    assert own.remove(id="person:amina-wanjala") == 1
    assert sorted(own_store.by_id()) == ["ken:lake-reform-party", "per:hill-front"]
    assert own.remove(file="b.csv") == 1
    assert own.remove(file="b.csv") == 0
    assert sorted(own_store.by_id()) == ["ken:lake-reform-party"]


def test_one_row_from_two_files_stays_until_both_are_gone(store: Path, tmp_path: Path) -> None:
    own.add(table(tmp_path, "a.csv"), table(tmp_path, "b.csv"))
    assert len(own_store.by_id()["person:amina-wanjala"].roles) == 2
    own.remove(file="a.csv")
    assert len(own.actors()) == 2


def test_additions_at_the_same_time_are_all_kept(store: Path, tmp_path: Path) -> None:
    files = [table(tmp_path, f"{n}.csv", f"name,kind,country\nHill Front {n},party,PER\n") for n in range(6)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(own.add, files))
    assert len(own.actors()) == 6
    assert not list(store.parent.glob(".*.new"))


DAMAGE = [
    ("id,name\n", 1, "not the columns"),
    ("HEADER\nperson:a,A,person\n", 2, "not 15 cells"),
    ("HEADER\n,A,person,KEN,,,,,,,,,,,\n", 2, "not 15 cells with an id and a name"),
    ("HEADER\nperson:a,A,person,QQQ,,,,,,,,,,,\n", 2, "unknown country 'QQQ'"),
    ("HEADER\nperson:a,A,person,KEN,QQQ,,,,,,,,,,\n", 2, "unknown sector 'QQQ'"),
    ("HEADER\nperson:a,A,planet,KEN,,,,,,,,,,,\n", 2, "unknown kind 'planet'"),
    ("HEADER\nperson:a,A,person,KEN,,,,2010-77,,,,,,,\n", 2, "no date in '2010-77'"),
    ("HEADER\nperson:a,A,person,KEN,,,,,,,,,,,x:1", 2, "the last line is cut off"),
]


@pytest.mark.parametrize(("text", "line", "seen"), DAMAGE)
def test_damage_is_told_with_its_line_and_left(store: Path, tmp_path: Path, text: str, line: int, seen: str) -> None:
    store.parent.mkdir()
    store.write_text(text.replace("HEADER", ",".join(own_store.COLUMNS)))
    for act in (own.actors, own.mark, lambda: own.add(table(tmp_path, "a.csv")), lambda: own.remove(id="x")):
        with pytest.raises(ActorsError) as raised:
            act()
        assert raised.value.where == f"{store}:{line}"
        assert seen in raised.value.seen
        assert "\n" not in str(raised.value)
    assert store.read_text() == text.replace("HEADER", ",".join(own_store.COLUMNS))


def test_bytes_that_are_no_text(store: Path) -> None:
    store.parent.mkdir()
    store.write_bytes(b"a\nb\n\xff\xfe\n")
    with pytest.raises(ActorsError, match="not in UTF-8"):
        own.actors()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with own_store.using(tmp_path / "file" / "actors.csv"), pytest.raises(ActorsError, match="may write to"):
        own.add(table(tmp_path, "a.csv"))


def test_set_to_nothing_there_are_no_own_actors(tmp_path: Path) -> None:
    with own_store.using(""):
        assert own.actors() == ()
        assert own.mark() == ""
        with pytest.raises(ActorsError, match="no file of own actors"):
            own.add(table(tmp_path, "a.csv"))


def test_a_folder_holds_the_file_of_the_usual_name(tmp_path: Path) -> None:
    with own_store.using(tmp_path):
        assert own_store.path() == tmp_path / "actors.csv"


WORDS = st.text(min_size=1, max_size=20).map(plain).filter(lambda text: text and ";" not in text)
ROWS = st.builds(
    OwnRow,
    id=WORDS,
    name=WORDS,
    kind=st.sampled_from(["person", "party", ""]),
    country=st.sampled_from(["KEN", "PER", ""]),
    sector=st.sampled_from(["GOV", "REB", ""]),
    title=WORDS | st.just(""),
    start=st.sampled_from(["", "1999", "1999-05", "1999-05-17"]),
    aliases=st.lists(WORDS, max_size=3, unique=True).map(tuple),
    source=WORDS.map(lambda text: f"{text}:1"),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, max_size=6))
def test_rows_come_back_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, rows: list[OwnRow]) -> None:
    file = tmp_path_factory.mktemp("store") / "actors.csv"
    kept = own_store.merged(rows)
    own_store.save(file, kept)
    assert own_store.load(file) == kept
    assert own_store.merged((*kept, *kept)) == kept
    assert actors_of(kept) == actors_of(tuple(reversed(kept)))
