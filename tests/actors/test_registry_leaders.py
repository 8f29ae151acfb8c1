"""Who held which office when: spot checks, how much of 1990 to 2025 is filled, and the check that finds overlaps."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from dragoman.actors.registry import Leader, Registry, registry
from dragoman.actors.registry_check_leaders import faults_of_leaders

# The states most in the news.
MOST = """
USA GBR FRA DEU ITA ESP RUS UKR CHN JPN KOR PRK TWN IND PAK AFG BGD LKA NPL MMR THA VNM KHM MYS SGP IDN PHL AUS NZL
IRN IRQ SYR LBN ISR JOR EGY SAU YEM ARE QAT KWT BHR OMN TUR GRC CYP LBY TUN DZA MAR SDN SSD ETH ERI SOM KEN UGA RWA
BDI COD CAF TCD NGA GHA CIV LBR SLE SEN MLI BFA NER ZAF ZWE AGO MOZ SRB HRV BIH XKX MKD ALB POL CZE SVK HUN ROU BGR
BLR MDA LTU LVA EST GEO ARM AZE KAZ UZB KGZ TJK TKM MEX CUB HTI VEN COL PER ECU BOL BRA ARG CHL NIC CAN IRL NLD BEL
SWE NOR DNK FIN AUT CHE PRT VAT
""".split()
HEADS = frozenset(
    {
        *("president", "prime minister", "leader", "king", "emir", "sultan", "chancellor", "taoiseach", "monarch"),
        *("premier", "supreme leader", "pope", "emperor", "chief executive", "chief adviser", "military ruler"),
        *("acting president", "junta leader"),
    }
)
FOREIGN = frozenset({"foreign minister", "foreign secretary", "secretary of state"})
FIRST, LAST = date(1990, 1, 1), date(2026, 1, 1)


def _filled(code: str, titles: frozenset[str]) -> float:
    """Which part of the state's life between 1990 and 2025 has a holder of one of the offices."""
    found = registry()
    state = found.states[code]
    offices = (o for leader in found.leaders.values() for o in leader.offices if o.of == code and o.title in titles)
    start, end = max(FIRST, state.start or FIRST), min(LAST, state.end or LAST)
    return _covered(((o.start or FIRST, o.end or LAST) for o in offices), start, end) / (end - start).days


def _covered(spans: Iterable[tuple[date, date]], start: date, end: date) -> int:
    days, reached = 0, start
    for begins, ends in sorted(spans):
        first, after = max(begins, reached), min(ends, end)
        if first < after:
            days += (after - first).days
            reached = after
    return days


def test_heads_of_state_and_government_are_there_from_1990_to_2025() -> None:
    filled = {code: _filled(code, HEADS) for code in MOST}
    assert {code for code, part in filled.items() if part < 0.85} == set()
    assert sum(part > 0.99 for part in filled.values()) >= 110


def test_foreign_ministers_are_there_for_most() -> None:
    filled = {code: _filled(code, FOREIGN) for code in MOST}
    assert sum(part > 0.9 for part in filled.values()) >= 90
    assert sum(part > 0.98 for part in filled.values()) >= 60


@pytest.mark.parametrize(
    ("name", "on", "title", "of"),
    [
        ("Joe Clark", "1990-06-01", "foreign minister", "CAN"),
        ("Gianni De Michelis", "1991-05-01", "foreign minister", "ITA"),
        ("Petre Roman", "1990-06-14", "prime minister", "ROU"),
        ("Borys Tarasyuk", "1999-01-01", "foreign minister", "UKR"),
        ("Kalonzo Musyoka", "1995-01-01", "foreign minister", "KEN"),
        ("Guido Di Tella", "1995-01-01", "foreign minister", "ARG"),
        ("Domingo Siazon", "1996-01-01", "foreign secretary", "PHL"),
        ("Alpha Oumar Konare", "1995-01-01", "president", "MLI"),
        ("Alpha Oumar Konare", "2005-01-01", "chairperson", "african-union-commission"),
        ("Qassem Soleimani", "2015-01-01", "Quds Force commander", "IRN"),
        ("Nancy Pelosi", "2019-06-01", "house speaker", "USA"),
        ("Aslan Maskhadov", "1997-06-01", "president", "XCH"),
        ("Ratsiraka", "1990-01-01", "president", "MDG"),
    ],
)
def test_offices_on_a_day(name: str, on: str, title: str, of: str) -> None:
    entry = next(entry for entry in registry().lookup(name) if isinstance(entry.record, Leader))
    assert isinstance(entry.record, Leader)
    office = entry.record.office_on(date.fromisoformat(on))
    assert office is not None
    assert (office.title, office.of) == (title, of)


@pytest.mark.parametrize(
    ("name", "on", "sector"),
    [
        ("Mohammad Omar", "1996-05-01", "REB"),
        ("Mohammad Omar", "1999-05-01", "GOV"),
        ("Mohammad Omar", "2005-05-01", "REB"),
        ("Mohamed Hamdan Dagalo", "2020-05-01", "MIL"),
        ("Mohamed Hamdan Dagalo", "2024-05-01", "REB"),
        ("Aung San Suu Kyi", "1995-05-01", "OPP"),
        ("George Tenet", "2002-05-01", "SPY"),
        ("Gennady Seleznyov", "1998-05-01", "LEG"),
    ],
)
def test_the_leader_of_a_group_changes_sector_with_it(name: str, on: str, sector: str) -> None:
    leader = registry().lookup(name)[0].record
    assert isinstance(leader, Leader)
    office = leader.office_on(date.fromisoformat(on))
    assert office is not None
    assert office.sector == sector


def _with(leader: Leader) -> Registry:
    found = registry()
    return replace(found, leaders={**found.leaders, leader.id: leader})


def test_the_check_finds_two_holders_of_one_office() -> None:
    chirac = registry().leaders["person:jacques-chirac"]
    longer = tuple(replace(o, end=date(2008, 1, 1)) if o.title == "president" else o for o in chirac.offices)
    says = "FRA: president is both Jacques Chirac and Nicolas Sarkozy on 2007-05-16"
    assert says in tuple(faults_of_leaders(_with(replace(chirac, offices=longer))))
    excused = tuple(replace(o, why="a rival") for o in longer)
    assert tuple(faults_of_leaders(_with(replace(chirac, offices=excused)))) == ()


def test_rivals_say_why() -> None:
    rivals = [o for leader in registry().leaders.values() for o in leader.offices if o.why]
    assert {o.of for o in rivals} >= {"LBY", "VEN", "CIV", "AFG"}
    assert all(len(o.why.split()) > 4 for o in rivals)
