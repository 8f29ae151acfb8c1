"""The data files themselves: sound, wide enough, in step with pycountry, and the check that says so works."""

from dataclasses import replace
from datetime import date

import pycountry
import pytest

from dragoman.actors.registry import Registry, registry
from dragoman.actors.registry_check import AMBIGUOUS, faults
from dragoman.actors.registry_load import dated, day, rows

# ISO 3166-1 codes of territories too small for the news to name as actors.
LEFT_OUT = frozenset("ALA ATF BES BLM BVT CCK CXR HMD MAF NFK PCN SGS SJM SPM SXM TKL UMI WLF".split())


def test_the_data_are_sound() -> None:
    assert faults(registry()) == ()


def test_current_states_are_those_of_iso_3166() -> None:
    current = {state.code for state in registry().states.values() if state.end is None}
    assert {code for code in current if pycountry.countries.get(alpha_3=code) is None and code[0] != "X"} == set()
    assert {country.alpha_3 for country in pycountry.countries} - current == LEFT_OUT


def test_ended_states_have_codes_of_iso_3166_3() -> None:
    known = {country.alpha_3 for country in pycountry.historic_countries}
    assert {"SUN", "YUG", "DDR", "CSK", "SCG", "YMD", "ANT"} <= known & registry().states.keys()


def test_members_of_the_un_are_all_there() -> None:
    states = registry().states.values()
    assert sum(state.sovereign and state.end is None for state in states) == 193 + 2  # Palestine and the Vatican
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
    assert len(found.organisations) >= 150
    assert len(found.groups) >= 400
    assert len(found.bodies) >= 400
    assert len(found.leaders) >= 1000
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
