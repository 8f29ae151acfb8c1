"""Bands and likeness: what copies share, what they do not, and that both depend on nothing but the texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ledger.copies import LEAD, WHOLE, bands, copied, likeness

WIRE = """NICOSIA, Feb 12 (Reuters) - Cyprus asked Egypt on Monday to recognise its new maritime boundary and promised
in return to share the gas of the Zenon field, which lies across the median line.

Energy Minister Leda Stavrou said the offer would stay on the table for 45 days. "We have drawn our half of the map
and left the pencil on the table," she told a news conference.

Egypt's petroleum ministry declined to comment. A delegation from Cairo visited the port of Limassol in January and
inspected a platform.

Turkey, which disputes the boundary, sent the survey ship Barbaros to the area and warned foreign companies against
drilling there. Its foreign ministry summoned the ambassadors of France and Italy, whose firms hold licences.

The European Commission called for restraint. Diplomats in Brussels said that the dispute would be raised at a summit
in March, two weeks before parliamentary elections on the island."""
CUT = WIRE.split("\n\nEgypt", maxsplit=1)[0]
HOUSE = (
    WIRE.replace("recognise", "recognize").replace("45 days", "forty-five days").replace("Energy Minister", "Mrs")
).replace('"', "'")
OTHER = """CAIRO (AFP) - Egypt is in no hurry to answer a Cypriot proposal on the sharing of gas, officials here said
Monday, and will first hear what Turkey has to offer.

A member of the negotiating team said the papers from Nicosia had reached the president's desk. "We have drawn our
half of the map and left the pencil on the table," Cypriot minister Leda Stavrou had told the press earlier.

The Zenon reservoir holds some four trillion cubic feet according to an American consultant. Cairo needs fuel for its
power stations, which failed six times last summer.

Parliament in Ankara debated a motion to escort the Barbaros with two frigates."""


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        (WIRE, WIRE, True),
        (WIRE, CUT, True),  # a third of it
        (WIRE, HOUSE, True),
        (CUT, HOUSE, True),
        (WIRE, WIRE.upper(), True),  # old wires are set in capitals
        (WIRE, "Gas row deepens\n\nBy Staff Reporter\n\n" + WIRE.split(" - ", 1)[1], True),
        (WIRE, "\n\n".join(reversed(WIRE.split("\n\n"))), True),
        (WIRE, OTHER, False),  # one minister's words in both
        (CUT, OTHER, False),
    ],
)
def test_copies_meet_under_a_band_and_are_told(one: str, other: str, copies: bool) -> None:
    assert (copied(one, other) is not None) == copies
    if copies:
        assert set(bands(one)) & set(bands(other))


def test_a_form_filled_in_anew_is_no_copy_and_the_same_form_printed_twice_is() -> None:
    form = (
        "The lira closed at {} to the dollar on {} against {} in the previous session, dealers at {} said. The central "
        "bank sold {} million dollars to support the currency and raised its overnight rate to {} percent."
    )
    first = form.format("1.41", "Monday", "1.39", "Garanti", "300", "17.5")
    second = form.format("2.08", "Friday", "2.11", "Akbank", "120", "9.25")
    assert likeness(first, second).covered > 0.5
    assert copied(first, second) is None
    assert copied(first, "ISTANBUL: " + first) is not None


def test_a_toll_that_rose_in_the_update_leaves_it_a_copy() -> None:
    assert copied(WIRE, WIRE.replace("45 days", "60 days")) is not None


@pytest.mark.parametrize(
    "text", ["", " \n", "Talks end.", "Seven words are not enough for bands", "。" * 40, "the of and to " * 9]
)
def test_texts_of_too_few_words_have_no_bands(text: str) -> None:
    assert bands(text) == ()
    assert likeness(text, WIRE).covered == 0
    assert copied(text, WIRE) is None


def test_bands_are_the_same_on_every_machine() -> None:
    """Ledgers are merged: a change of these numbers needs a migration that computes them anew."""
    assert bands("Monitors counted 14 tanks near the bridge of Zuwara at dawn, the mission said.") == (
        -5653028529827809522,
        -2669536681269627052,
        3022658356446642465,
        4287205727667053151,
        7206649474450935236,
    )


def test_bands_are_few_of_64_bits_and_ascending() -> None:
    found = bands(WIRE)
    assert found == tuple(sorted(set(found)))
    assert WHOLE / 2 < len(found) <= WHOLE + LEAD
    assert all(-(2**63) <= number < 2**63 for number in found)
    assert all(type(number) is int for number in found)  # sqlite3 stores numpy's as blobs


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*WIRE.split(), '"', "'", "\n\n", "é", "12", "1,500", "U.N."]), max_size=80))
def test_likeness_is_symmetric_and_from_0_to_1(tokens: list[str]) -> None:
    text = " ".join(tokens)
    one, other = likeness(text, WIRE), likeness(WIRE, text)
    assert one == other
    assert copied(text, WIRE) == copied(WIRE, text)
    assert 0 <= one.resemblance <= one.containment <= 1
    assert 0 <= one.covered <= 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one).covered in (0, 1)
    assert len(bands(one)) <= WHOLE + LEAD


def test_a_part_has_its_share_of_the_bands_of_the_whole() -> None:
    """Why bottom-k: bands of several hashes of the whole text would all be lost by a cut."""
    whole = "\n\n".join(
        [WIRE, *(f"Clause {n} of annex {n * 7} binds harbour {n * 3} to tariff {n * 11}." for n in range(9))]
    )
    assert len(set(bands(CUT)) & set(bands(whole))) >= 4
