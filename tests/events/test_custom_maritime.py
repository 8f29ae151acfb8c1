"""The shipped worked example: no fault, and its three reports are coded as their writer meant them."""

from pathlib import Path

import pytest

import dragoman
from dragoman.events.custom import load, ready_space
from dragoman.events.custom.check import check
from dragoman.events.custom.schema import Level

ROOT = Path(__file__).resolve().parents[2]
MARITIME = ROOT / "dragoman" / "events" / "custom" / "data" / "maritime.yaml"

# type, mode, who, whom, status: every incident of the reports, in their order. "French gang" is a slip of the cast
# ("the same gang" after a French warship), so the pirates' own capture of the dhow is not asked for.
INCIDENTS = {
    "south_china_sea_2014": (
        ("HARASS", "block", "CHN", "PHL", "happened"),
        ("WATER CANNON", None, "CHN", "PHL", "happened"),
        ("RAM", None, "CHN", "PHL", "happened"),
        ("SHADOW", None, "CHN", "PHL", "happened"),
        ("RAM", None, "CHN", "PHL", "denied"),
        ("RAM", None, "PHL", "CHN", "happened"),
        ("SEIZE", None, "CHN", "VNM", "happened"),
        ("RESCUE", None, "PHL", "CHN", "happened"),
    ),
    "gulf_of_oman_2019": (
        ("BOARD", None, "IRN", "GRC", "happened"),
        ("SEIZE", None, "IRN", "PAN", "happened"),
        ("DETAIN", None, "IRN", "PAN", "ongoing"),
        ("SHADOW", None, "GBR", "GRC", "happened"),
    ),
    "gulf_of_aden_2009": (
        ("PIRACY", None, "SOM", "DNK", "happened"),
        ("SEIZE", "release", "FRA", "YEM", "happened"),
        ("BOARD", None, "FRA", "YEM", "happened"),
        ("HARASS", "shots", "IRN", "", "happened"),
    ),
}
STRAYS = 2  # entries over all three reports that are no incident of the list


def test_the_worked_example_has_no_error_and_no_gap_but_of_nearness():
    found = check(load(MARITIME), ready_space())
    graver = [f.told("") for f in found.faults if f.level is not Level.HINT]
    assert [one for one in graver if "is nearest to one of" not in one] == []
    assert len(graver) <= 5, graver  # which examples lie near another type changes with the model's weights
    assert all(type.by_rules >= 3 for type in found.types)


def _land(side: tuple[dragoman.Actor, ...]) -> str:
    return " ".join(sorted({actor.country or "" for actor in side}))


def test_its_reports_are_coded_as_they_were_meant():
    strays = []
    for name, wanted in INCIDENTS.items():
        (report,) = dragoman.load(ROOT / "examples" / "maritime" / f"{name}.txt")
        events = dragoman.read_report(report, codebook=MARITIME).events
        told = [(e.type, e.mode, _land(e.actors), _land(e.recipients), str(e.status)) for e in events]
        assert [one for one in wanted if one not in told] == [], name
        strays += [one for one in told if one not in wanted]
    assert len(strays) <= STRAYS, strays


@pytest.mark.parametrize("word", ["pirates", "boarded", "trawler"])
def test_plain_reports_are_not_flooded(word):
    text = f"Chile's foreign minister told Peru on Monday that a film about {word} would be shown in Lima in May."
    assert dragoman.read(text, published="1999-03-01", codebook=MARITIME).events == ()
