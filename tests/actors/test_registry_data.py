"""The data files themselves: sound, wide enough, in step with pycountry, and the check that says so works."""

from dataclasses import replace
from datetime import date

import pycountry
import pytest

from dragoman.actors.registry import Registry, registry
from dragoman.actors.registry_check import AMBIGUOUS, faults
from dragoman.actors.registry_load import by_id, dated, day, rows, slug


def test_the_data_are_sound() -> None:
    assert faults(registry()) == ()


def test_current_states_are_those_of_iso_3166() -> None:
    current = {state.code for state in registry().states.values() if state.end is None}
    assert {code for code in current if pycountry.countries.get(alpha_3=code) is None and code[0] != "X"} == set()
    assert {country.alpha_3 for country in pycountry.countries} <= current


def test_ended_states_have_codes_of_iso_3166_3() -> None:
    states = registry().states.values()
    own = {state.code for state in states} | {code for state in states for code in state.former_codes}
    known = {country.alpha_3 for country in pycountry.historic_countries}
    # islands of the Pacific, parts of Antarctica and zones between states, that no report names as actors
    assert known - own == {"ATB", "ATN", "CTE", "JTN", "MID", "NTZ", "PUS", "WAK"}
    assert {code for state in states for code in state.former_codes} <= known


def test_members_of_the_un_are_all_there() -> None:
    states = [state for state in registry().states.values() if state.end is None]
    assert sum(state.sovereign for state in states) == 193 + 2  # Palestine and the Vatican
    assert all(state.cow and state.gw for state in states if state.sovereign and state.code not in ("PSE", "VAT"))


@pytest.mark.parametrize("column", ["cow", "gw"])
def test_numbers_are_of_one_state_at_a_time(column: str) -> None:
    held: dict[int, list[str]] = {}
    for state in registry().states.values():
        number = getattr(state, column)
        if number is not None:
            held.setdefault(number, []).append(state.code)
    shared = {number: codes for number, codes in held.items() if len(codes) > 1}
    assert set(shared) <= {345, 365}  # Yugoslavia to Serbia, Soviet Union to Russia


def test_the_registry_is_wide() -> None:
    found = registry()
    assert sum(one.sector == "IGO" for one in found.organisations.values()) >= 250
    assert sum(one.kind == "armed group" for one in found.groups.values()) >= 280
    assert len({one.country for one in found.groups.values() if one.kind == "party"}) >= 100
    assert len(found.bodies) >= 600
    assert len(found.leaders) >= 3000
    for code in ("USA", "GBR", "FRA", "RUS", "CHN", "ISR", "IRN", "IND", "PAK", "TUR", "EGY", "ZAF", "BRA", "JPN"):
        offices = [o for leader in found.leaders.values() for o in leader.offices if o.of == code]
        assert len(offices) >= 8, code


def test_ambiguous_names_are_ambiguous() -> None:
    for text in sorted(AMBIGUOUS):
        assert len({entry.record.id for entry in registry().lookup(text)}) > 1, text


def _spoilt(code: str, **changes: object) -> Registry:
    found = registry()
    return replace(found, states={**found.states, code: replace(found.states[code], **changes)})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        (_spoilt("FRA", start=date(2000, 1, 1), end=date(1999, 1, 1)), "FRA: ends before it begins"),
        (_spoilt("FRA", successor="QQQ"), "FRA: unknown successor QQQ"),
        (_spoilt("FRA", names=()), "FRA: no name"),
        (_spoilt("FRA", names=(dated("Gaul"), dated("France@1900.."))), "FRA: Gaul and France overlap"),
    ],
)
def test_the_check_finds_planted_faults(spoilt: Registry, says: str) -> None:
    assert says in faults(spoilt)


def test_the_check_finds_a_name_of_two_states() -> None:
    found = registry()
    spoilt = replace(found, names={**found.names, "Paris": found.names["Paris"] + found.names["Rome"]})
    assert "Paris: names FRA and ITA at one time" in faults(spoilt)


def test_cells() -> None:
    assert day("1997") == date(1997, 1, 1)
    assert day("1997-05") == date(1997, 5, 1)
    assert day("") is None
    item = dated("Zaire@1971-10-27..1997-05-17")
    assert (item.text, item.on(date(1997, 5, 16)), item.on(date(1997, 5, 17))) == ("Zaire", True, False)
    with pytest.raises(ValueError, match="month"):
        day("1997-13")
    assert next(rows("states.tsv"))["code"] == "USA"


def test_two_rows_of_one_id_are_an_error() -> None:
    group = next(iter(registry().groups.values()))
    with pytest.raises(ValueError, match="two records have the id"):
        by_id([group, group])
    assert (slug("OPEC+"), slug("OPEC")) == ("opec-plus", "opec")


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        (_spoilt("SVK", predecessors=()), "CSK: its successor SVK does not name it as predecessor"),
        (_spoilt("FRA", successors=("DEU",)), "FRA: has successors but no end"),
        (_spoilt("XKX", why=""), "XKX: neither sovereign nor a dependency, and no why"),
        (_spoilt("FRA", gw=225), "gw 225: of both FRA and CHE"),
        (_spoilt("FRA", capitals=(dated("Paris"), dated("Vichy@1940.."))), "FRA: the capitals Paris and Vichy overlap"),
        (_spoilt("GIB", belongs="QQQ"), "GIB: belongs to unknown QQQ"),
    ],
)
def test_the_check_of_states_finds_planted_faults(spoilt: Registry, says: str) -> None:
    assert says in faults(spoilt)
