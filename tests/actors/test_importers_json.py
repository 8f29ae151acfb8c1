"""FollowTheMoney and Wikidata entities: dated roles by ids, topics and claims, packed files, bad lines."""

import bz2
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dragoman.actors import importers
from dragoman.actors.importers import ftm, wikidata
from dragoman.actors.own_cells import SECTORS_OF_KINDS
from dragoman.actors.own_records import LeftOut, OwnRow
from dragoman.actors.registry import shipped
from dragoman.codebook import codebook
from dragoman.errors import ActorsError
from dragoman.records import Finding


def read(folder: Path, raw: bytes) -> tuple[list[OwnRow], list[Finding], Counter[str]]:
    file = folder / "x.json"
    file.write_bytes(raw)
    found = list(importers.rows(str(file)))
    left: Counter[str] = Counter()
    for one in found:
        if isinstance(one, LeftOut):
            left[one.why] += one.count
    return [r for r in found if isinstance(r, OwnRow)], [f for f in found if isinstance(f, Finding)], left


def lines(*objects: dict[str, Any]) -> bytes:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects).encode()


def thing(id: str, schema: str, caption: str, **properties: Any) -> dict[str, Any]:
    return {"id": id, "schema": schema, "caption": caption, "properties": {"name": [caption], **properties}}


PERSON = thing("Q1", "Person", "Amina Wanjala", alias=["WANJALA, Amina", "Амина"], country=["ke"], topics=["role.pep"])
POST = thing("p1", "Position", "Minister of Foreign Affairs of Kenya", country=["ke"])
OFFICE = {"id": "o1", "schema": "Occupancy", "properties": {"holder": ["Q1"], "post": ["p1"], "startDate": ["2013-04"]}}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_person_position_and_occupancy_are_joined_in_any_order(tmp_path: Path, order: tuple[int, ...]) -> None:
    entities = (PERSON, POST, OFFICE)
    rows, faults, _ = read(tmp_path, lines(*(entities[n] for n in order)))
    assert not faults
    assert [(r.id, r.name, r.country, r.sector, r.title, r.start, r.end) for r in rows] == [
        ("person:Q1", "Amina Wanjala", "KEN", "GOV", "foreign minister", "2013-04", "")
    ]
    assert rows[0].aliases == ()  # the alias is the name turned round


def test_nested_entities(tmp_path: Path) -> None:
    office = {"id": "o", "schema": "Occupancy", "properties": {"post": [POST], "endDate": ["2016-06-30"]}}
    person = {**PERSON, "properties": {**PERSON["properties"], "positionOccupancies": [office]}}
    rows, faults, _ = read(tmp_path, lines(person))
    assert not faults
    assert [(r.title, r.end) for r in rows] == [("foreign minister", "2016-06-30")]


def test_topics_positions_and_what_is_left_out(tmp_path: Path) -> None:
    rows, faults, left = read(
        tmp_path,
        lines(
            thing("a", "Person", "Bo Nilsen", country=["no"], position=["Member of the Norwegian Parliament"]),
            thing("b", "Organization", "Hill Front", alias=["HF", "HLF", "Front of Hill"], topics=["crime.terror"]),
            thing("c", "Company", "Hill Oil", jurisdiction=["pe"], topics=["gov.soe"]),
            thing("d", "Person", "Plain Citizen", country=["no"]),
            thing("e", "Person", "Some Relative", country=["no"], topics=["role.rca"]),
            thing("f", "Vessel", "Boat"),
            thing("g", "Person", "Иван Тест", topics=["role.pep"]),
            thing("h", "Organization", "Georgia", country=["us"], topics=["pol.party"]),
            thing("i", "Person", "Sergei Lavrov", country=["ru"], topics=["role.pep"], gender=["male"]),
        ),
    )
    assert not faults
    assert [(r.id, r.kind, r.country, r.sector, r.title) for r in rows] == [
        ("person:a", "person", "NOR", "LEG", "member of the Norwegian Parliament"),
        ("b", "armed group", "", "REB", ""),
        ("c", "company", "PER", "BUS", ""),
        ("person:sergei-lavrov", "person", "RUS", "GOV", ""),
    ]
    assert rows[1].acronyms == ("HLF",)
    assert rows[1].aliases == ("Front of Hill",)
    assert (
        left
        == {
            "persons and companies of whom nothing political is said": 2,
            "entities without a name in Latin letters": 2,
            "Vessel entities": 1,
        }
        or sum(left.values()) == 3
    )  # equal reasons come one by one


BAD_JSON = [
    (b"{broken\n", "not one JSON object on a line"),
    (b"[1, 2]\n", "JSON, but no object"),
    (b'{"id": "x"}\n', "no entity of FollowTheMoney"),
    (b'{"id": "x", "schema": "Person", "properties": []}\n', "no entity of FollowTheMoney"),
    (b'{"id": "\xff", "schema": "Person"}\n', "not one JSON object"),
    (b'{"a":' * 5000 + b"\n", "not one JSON object"),
]


@pytest.mark.parametrize(("line", "said"), BAD_JSON)
def test_a_bad_line_is_told_and_the_rest_is_read(tmp_path: Path, line: bytes, said: str) -> None:
    rows, faults, _ = read(tmp_path, lines(PERSON) + line + lines(thing("c", "PublicBody", "Hill Board")))
    assert [row.name for row in rows] == ["Amina Wanjala", "Hill Board"]
    assert [fault.where for fault in faults] == [f"{tmp_path}/x.json:2"]
    assert said in faults[0].message


def test_an_office_of_nobody_is_told(tmp_path: Path) -> None:
    _, faults, _ = read(tmp_path, lines(POST, OFFICE))
    assert "its holder 'Q1' is not in the file" in faults[0].message


ODD = [
    {"id": 5, "schema": "Person", "properties": {"name": ["X"]}},
    {"id": "x", "schema": "Person", "properties": {"name": "Ann One", "country": None, "topics": ["role.pep", 7]}},
    {"id": "x", "schema": "Occupancy", "properties": {"holder": [{}], "post": []}},
    {"id": "Q1", "labels": {"en": 5}, "claims": {"P31": [{"mainsnak": None}], "P39": "x"}},
    {"id": "Q1", "labels": {"en": {"value": "Ann"}}, "claims": {"P31": [{"mainsnak": {"datavalue": {"value": 5}}}]}},
]


@pytest.mark.parametrize("entity", ODD)
def test_odd_values_never_raise(tmp_path: Path, entity: dict[str, Any]) -> None:
    read(tmp_path, lines(entity))


@pytest.mark.parametrize("packing", [gzip.compress, bz2.compress])
def test_packed_files(tmp_path: Path, packing: Any) -> None:
    assert len(read(tmp_path, packing(lines(PERSON)))[0]) == 1


def test_a_packed_file_that_is_cut_off_is_told(tmp_path: Path) -> None:
    with pytest.raises(ActorsError):
        read(tmp_path, gzip.compress(lines(*[PERSON] * 50))[:40])


def test_topics_are_sectors_of_the_codebook() -> None:
    assert {sector for _, sector in ftm.TOPICS} - {""} <= set(codebook().sectors)
    assert {*ftm.SCHEMATA.values(), *ftm.KINDS.values(), *wikidata.CLASSES.values()} <= set(SECTORS_OF_KINDS)
    assert set(wikidata.OCCUPATIONS.values()) <= set(codebook().sectors)


def item(qid: str, rank: str = "normal") -> dict[str, Any]:
    return {"mainsnak": {"datavalue": {"value": {"id": qid}}}, "rank": rank}


def moment(time: str, precision: int) -> dict[str, Any]:
    return {"datavalue": {"value": {"time": time, "precision": precision}}}


def entity(id: str, label: str, *aliases: str, **claims: Any) -> dict[str, Any]:
    names = {"labels": {"en": {"value": label}}, "aliases": {"en": [{"value": alias} for alias in aliases]}}
    return {"id": id, "type": "item", **(names if label else {"labels": {}}), "claims": claims}


HELD = {
    **item("Q902"),
    "qualifiers": {"P580": [moment("+2013-04-01T00:00:00Z", 11)], "P582": [moment("+2016-06-00T00:00:00Z", 10)]},
}
DUMP = (
    entity("Q901", "Amina Wanjala", "A. W. Wanjala", P31=[item("Q5")], P27=[item("Q114")], P21=[item("Q6581072")],
           P39=[HELD, {**item("Q30461"), "qualifiers": {"P580": [moment("+2017-00-00T00:00:00Z", 9)]}},
                item("Q902", "deprecated")]),
    entity("Q902", "Minister of Foreign Affairs", P31=[item("Q4164871")], P1001=[item("Q114")]),
    entity("Q903", "Lake Reform Party", "LRP", P31=[item("Q7278")], P17=[item("Q114")],
           P571=[{"mainsnak": moment("+2001-01-01T00:00:00Z", 9)}]),
    entity("Q904", "Some River", P31=[item("Q4022")]),
    entity("Q905", "Bo Nilsen", P31=[item("Q5")], P27=[item("Q20")], P106=[item("Q1930187")]),
    entity("Q906", "Cy Nowhere", P31=[item("Q5")]),
    entity("Q907", "Dee Early", P31=[item("Q5")], P27=[item("Q900")]),
    entity("Q900", "Kingdom of Kenya", P297=[]),
)  # fmt: skip


def test_a_dump_with_its_brackets_and_commas(tmp_path: Path) -> None:
    rows, faults, left = read(tmp_path, b"[\n" + lines(*DUMP).replace(b"}\n", b"},\n") + b"]\n")
    assert not faults
    assert [(r.id, r.kind, r.country, r.sector, r.title, r.start, r.end) for r in rows[:4]] == [
        ("Q903", "party", "KEN", "", "", "2001", ""),
        ("person:Q901", "person", "KEN", "GOV", "foreign minister", "2013-04-01", "2016-06"),
        ("person:Q901", "person", "KEN", "GOV", "president", "2017", ""),
        ("person:Q905", "person", "NOR", "MED", "", "", ""),
    ]
    assert rows[0].acronyms == ("LRP",)
    assert (rows[1].gender, rows[1].aliases, rows[2].aliases) == ("f", ("A. W. Wanjala",), ())
    assert left[wikidata.NOT_HERE] == 1
    assert left[wikidata.NO_COUNTRY] == 1
    assert [(r.name, r.country) for r in rows[4:]] == [("Dee Early", "KEN")]


def test_a_position_held_backwards_and_an_entity_without_a_label(tmp_path: Path) -> None:
    held = {
        **item("Q30461"),
        "qualifiers": {"P580": [moment("+2016-01-01T00:00:00Z", 11)], "P582": [moment("+2013-01-01T00:00:00Z", 11)]},
    }
    person = entity("Q901", "Ann One", P31=[item("Q5")], P39=[held])
    rows, faults, _ = read(tmp_path, lines(person, entity("Q902", "", P31=[item("Q5")])))
    assert not rows
    assert [fault.message.split(";")[0] for fault in faults] == [
        "Q902 has no English label",
        "Ann One: president ends before it begins",
    ]


def test_every_sovereign_state_has_its_number_in_wikidata() -> None:
    codes = set(wikidata._countries().values())
    states = shipped().states
    assert codes <= set(states)
    assert {code for code, state in states.items() if state.sovereign and state.end is None} <= codes


def test_formats_are_told_by_content() -> None:
    assert importers.told([b"name,country\n"]) == "csv"
    assert importers.told([b"\xef\xbb\xbf[\n", b'{"id":"Q1","labels":{},"claims":{}},\n']) == "wikidata"
    assert importers.told([b'{"id":"a","schema":"Person","properties":{}}\n']) == "ftm"
    assert importers.told([b"# remark [KEN]\n", b"ANN_ONE_ [KENGOV]\n"]) == "cameo"
    assert importers.told([b"HAMAS_\n", b"\t[PSEREB]\n"]) == "cameo"
    assert importers.told([b"# remark\n", b"HILL_AGENCY_\t[IGOUNO] # remark\n"]) == "cameo"
    assert importers.told([]) == "csv"
