"""The atlas of a report: its places with coordinates, and where an act took place."""

import pytest

import dragoman
from dragoman import language, reports
from dragoman.places import atlas_scene
from dragoman.places.atlas import Atlas


def atlas_of(text: str):
    report = reports.from_text(text)
    doc = language.parse(report.text, breaks=[end for _, end in report.boiler])
    return Atlas(report, doc), doc


def scene(text: str, act: str) -> str | None:
    atlas, doc = atlas_of(text)
    place = atlas.of(next(t for t in doc if t.text == act))
    return None if place is None else text[place.mention[0] : place.mention[1]]


@pytest.mark.parametrize(("id", "act", "text", "name", "without"), atlas_scene.EXAMPLES)
def test_scenes(id, act, text, name, without):
    assert scene(text, act) == name
    assert scene(without, act) is None


# text, act, place
MORE = (
    ("The fleet sailed from Piraeus, officials in Ankara said.", "sailed", "Piraeus"),
    ("Oman sent an envoy to Aden on Monday.", "sent", "Aden"),
    ("Under an accord signed in Accra in 1991 both sides disarmed.", "signed", "Accra"),
    ("Two guards were wounded in a clash with smugglers near Tamale.", "wounded", "Tamale"),
    ("Iran condemned the bombing of Aden.", "condemned", None),
    ("Relations with Chad have cooled since the envoys met.", "met", None),
    ("The minister met editors of the Manila Times.", "met", None),
    ("GENEVA, May 3 (Reuters) - Iraq and Iran signed a truce on Tuesday.", "signed", "GENEVA"),
    ("GENEVA, May 3 (Reuters) - Iraq accused Iran on Tuesday of a raid.", "accused", None),
)


@pytest.mark.parametrize(("text", "act", "place"), MORE)
def test_more_scenes(text, act, place):
    assert scene(text, act) == place


def test_places_have_coordinates_and_mentions():
    text = "He went from Lima to Xyzzyville in Kenya."
    atlas, _ = atlas_of(text)
    lima, kenya = atlas.places[0], atlas.places[-1]
    assert (lima.country, round(lima.lat), round(lima.lon), lima.mention) == ("PER", -12, -77, (13, 17))
    assert kenya.country == "KEN"
    assert atlas.at(3) == lima
    assert atlas.at(0) is None


def test_a_name_that_nobody_knows_keeps_the_others():
    atlas, _ = atlas_of("Shells hit Qwertzbrok and Lima.")
    assert {p.name: p.lat is not None for p in atlas.places} == {"Qwertzbrok": False, "Lima": True}


@pytest.mark.parametrize("text", ["", "\n\n", "\x00\x01 %%%", "a" * 5000])
def test_any_text(text):
    atlas, doc = atlas_of(text)
    assert atlas.places == ()
    assert all(atlas.of(token) is None for token in doc)


def test_an_event_has_its_place_with_coordinates():
    text = "Peru closed its embassy in Nairobi on Monday. Chile cancelled a meeting in Rabat."
    closed, *others = dragoman.read(text, published="2004-03-03").events
    assert closed.where is not None
    assert (closed.where.name, closed.where.country, closed.where.mention) == ("Nairobi", "KEN", (27, 34))
    assert abs(closed.where.lat + 1.28) < 0.1
    assert abs(closed.where.lon - 36.8) < 0.1
    assert closed.where.geonames_id == 184745
    assert {e.where and e.where.name for e in others if e.type == "CONSULT"} == {"Rabat"}


def test_a_party_is_no_scene():
    events = dragoman.read(
        "Peru accused Chile of spying. Relations with Ghana are good.", published="2004-03-03"
    ).events
    assert events
    assert all(event.where is None for event in events)


@pytest.mark.parametrize(
    "text",
    ["He met them " + "in a room in a house " * 300 + "in Lima.", "He saw " + "Peru, Chile and " * 400 + "Togo."],
)
def test_long_chains_do_no_harm(text):
    atlas, doc = atlas_of(text)
    assert atlas.places
    for token in doc:
        atlas.of(token)
