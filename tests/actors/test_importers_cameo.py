"""Actor dictionaries with CAMEO codes: names, synonyms, days, what is left out, and lines that cannot be meant."""

from collections import Counter
from pathlib import Path

import pytest

from dragoman.actors import importers
from dragoman.actors.importers import cameo_codes, cameo_names
from dragoman.actors.importers.cameo_codes import meaning
from dragoman.actors.own_cells import SECTORS_OF_KINDS, BadCell
from dragoman.actors.own_records import LeftOut, OwnRow
from dragoman.codebook import codebook
from dragoman.records import Finding

DICTIONARY = """# an actor file of our own
<!-- and a remark of the other sort -->
KENYA_ [KEN]
+KENYAN_
+NAIROBI_
AMINA_WANJALA_  # a remark
+WANJALA_
+FOREIGN_MINISTER_WANJALA_
\t[KENELI 750101-120101]
\t[KENGOV 130401-160630]
\t[KENOPP >160701]
\t[KENELI]
LAKE_DEFENCE_FRONT_(LDF)_ [KENREB] ; another remark
+FRONT_FOR_THE_DEFENCE_OF_THE_LAKE_
HILL_GOVERNOR'S_OFFICE [UGAGOV]
JOSE_MCALLISTER-QUISPE_\t[PERGOV <061231] [IGOUNOMED]\t[---] #2009# by hand
MINISTER {MINISTERS} [~GOV]
!PERSON! = MAN, WOMAN
&AGREEMENT
+ACCORD
+PACT
NOBODY_AT_ALL [###]
OKELLO_ [UGAGOV >060101]
"""


def read(folder: Path, text: str) -> tuple[list[OwnRow], list[Finding], Counter[str]]:
    file = folder / "x.actors.txt"
    file.write_text(text, encoding="latin-1")
    rows, faults, left = [], [], Counter[str]()
    for one in importers.rows(str(file)):  # the format is told by the content
        if isinstance(one, OwnRow):
            rows.append(one)
        elif isinstance(one, Finding):
            faults.append(one)
        else:
            assert isinstance(one, LeftOut)
            left[one.why.partition(";")[0]] += one.count
    return rows, faults, left


def test_a_dictionary(tmp_path: Path) -> None:
    rows, faults, left = read(tmp_path, DICTIONARY)
    assert not faults
    assert [(row.name, row.kind, row.country, row.sector, row.start, row.end, row.code) for row in rows] == [
        ("Amina Wanjala", "person", "KEN", "GOV", "2013-04-01", "2016-06-30", "KENGOV"),
        ("Amina Wanjala", "person", "KEN", "OPP", "2016-07-01", "", "KENOPP"),
        ("Lake Defence Front", "armed group", "KEN", "REB", "", "", "KENREB"),
        ("Hill Governor's Office", "ministry", "UGA", "GOV", "", "", "UGAGOV"),
        ("Jose McAllister-Quispe", "person", "PER", "GOV", "", "2006-12-31", "PERGOV"),
        ("Jose McAllister-Quispe", "person", "", "IGO", "", "", "IGOUNOMED"),
    ]
    assert rows[2].aliases == ("Front for the Defence of the Lake",)
    assert rows[2].acronyms == ("LDF",)
    assert rows[0].source == f"{tmp_path}/x.actors.txt:10"
    assert left == {
        "names of states and places": 1,
        "nouns of agents": 1,
        "sets of synonyms": 2,
        "actors that are nobody": 1,
        "surnames alone": 1,
    }


BAD = [
    ("ANN_ONE_ [KENGOV 2004017-20061201]", "dates that cannot be read; write them as 890120-930120"),
    ("ANN_ONE_ [KENGOV 930120-890120]", "ends before it begins"),
    ("ANN_ONE_ [KENGOV 991332-000101]", "not in the calendar"),
    ("ANN_ONE_ [KENGOV 930120]", "dates that cannot be read"),
    ("ANN_ONE_ [KENGO]", "is no CAMEO code; write parts of three letters"),
    ("ANN_ONE_ [QQQGOV]", "begins with no country, region or role"),
    ("ANN_ONE_ [>930120]", "dates and no code"),
    ("ANN_ONE_", "has no code; write one after it in square brackets"),
    ("+ANN_ONE_", "no actor before it"),
]


@pytest.mark.parametrize(("line", "said"), BAD)
def test_a_bad_line_is_told_and_the_rest_is_read(tmp_path: Path, line: str, said: str) -> None:
    rows, faults, _ = read(tmp_path, f"{line}\nHILL_FRONT_ [PERREB]\n+HILLS_FRONT\n")
    assert [row.name for row in rows] == ["Hill Front"]
    assert [fault.where for fault in faults] == [f"{tmp_path}/x.actors.txt:1"]
    assert said in faults[0].message


CODES = [
    ("KENGOV", "KEN", "GOV", ()),
    ("KENGOVMIL", "KEN", "GOV", ("MIL",)),
    ("PSEREBHMS", "PSE", "REB", ("HMS",)),
    ("IGOUNO", "", "IGO", ("UNO",)),
    ("NGOHRI", "", "NGO", ("HRI",)),
    ("IMGMOSALQ", "", "IMG", ("MOS", "ALQ")),
    ("MEAREB", "", "REB", ()),
    ("IRQMOS", "IRQ", "REL", ("MOS",)),
    ("IRQRAD", "IRQ", "", ("RAD",)),
    ("ROMOPP", "ROU", "OPP", ()),
    ("chrcth", "", "REL", ("CHR", "CTH")),
    ("KEN", "KEN", "", ()),
]


@pytest.mark.parametrize(("code", "country", "sector", "rest"), CODES)
def test_codes(code: str, country: str, sector: str, rest: tuple[str, ...]) -> None:
    found = meaning(code)
    assert found is not None
    assert (found.country, found.sector, found.rest) == (country, sector, rest)


def test_codes_that_are_none() -> None:
    assert meaning("---") is None
    assert meaning("###") is None
    for code in ("KE", "KENGOVM", "K3N", "QQQ"):
        with pytest.raises(BadCell):
            meaning(code)


def test_roles_are_sectors_of_the_codebook() -> None:
    assert set(cameo_codes.ROLES.values()) <= set(codebook().sectors)
    assert set(cameo_names.KINDS.values()) <= set(SECTORS_OF_KINDS)


NAMES = [
    (["BAN_KI-MOON"], "Ban Ki-moon", ("Ban Ki-Moon",), ()),
    (["LAKE_FRONT_(LDF)_", "LF_", "FRONT_OF_THE_LAKE"], "Lake Front", ("Front of the Lake",), ("LDF", "LF")),
    (["UNITED_LAKE_PARTY_OF_OURS", "ULPO", "PTHR"], "United Lake Party of Ours", (), ("ULPO", "PTHR")),
    (["JOHN_O'MARA_", "PRESIDENT_O'MARA", "MR._JOHN_O'MARA"], "John O'Mara", (), ()),
    (["GENERAL_ANN_MCADAM_"], "Ann McAdam", (), ()),
    (["AL-NUR_BRIGADES", "KATIBAT_AL-NUR"], "Al-Nur Brigades", ("Katibat al-Nur",), ()),
    (["THE_LAKE_BANK", "PRESIDENT_OF_THE_LAKE_BANK", "ORDER_OF_LAKES,_THE"], "Lake Bank", ("Order of Lakes",), ()),
    (["UN_ENVOY", "RUSSIAN_FOREIGN_MINISTER", "SECRETARY_GENERAL_OF_THE_UN"], "", (), ()),
    (["ACTING_MINISTER_ANN_BERG"], "Ann Berg", (), ()),
    (["MARTIN_LUTHER_KING_"], "Martin Luther King", (), ()),
    (["UNHCR_"], "UNHCR", (), ()),  # the registry knows the acronym
    (["K._ANNAN_OF_THE_LAKE"], "K. Annan of the Lake", (), ()),
]


@pytest.mark.parametrize(("raw", "name", "aliases", "acronyms"), NAMES)
def test_names_in_the_case_of_newspapers(
    raw: list[str], name: str, aliases: tuple[str, ...], acronyms: tuple[str, ...]
) -> None:
    found = cameo_names.written(raw)
    assert found[0] == name
    assert set(aliases) <= set(found[1])
    assert found[2] == acronyms


KINDS = [
    ("Amina Wanjala", {"GOV"}, True, "person"),
    ("Lake Defence Front", {"REB"}, False, "armed group"),
    ("Ministry of Water", {"GOV"}, False, "ministry"),
    ("Lake Workers' Party", {"PTY"}, True, "party"),
    ("Peter Okello", {"REB"}, False, "person"),
    ("World Lake Organization", {"IGO"}, False, "international organisation"),
    ("Anna Berg", {"IGO"}, True, "person"),
    ("Wanjala", {"GOV", "OPP"}, True, "person"),
    ("NATO", {"IGO"}, True, "international organisation"),
    ("Hamas", {"REB"}, True, "armed group"),
]


@pytest.mark.parametrize(("name", "sectors", "dated", "kind"), KINDS)
def test_whether_a_name_is_a_persons(name: str, sectors: set[str], dated: bool, kind: str) -> None:
    assert cameo_names.kind_of(name, sectors, dated=dated) == kind
