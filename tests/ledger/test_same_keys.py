"""Keys and probes: who meets whom in a ledger."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ledger.same_keys import keys, probes
from dragoman.ledger.traits import Traits

DAY = 730_000
TYPES = ("CONSULT", "AGREE", "SANCTION", "ASSAULT", "ACCUSE")
LANDS = st.frozensets(st.sampled_from(("USA", "RUS", "CHN", "nato")), max_size=3)
WORDS = st.frozensets(st.text(string.ascii_lowercase, min_size=3, max_size=7), max_size=8)


@st.composite
def entries(draw: st.DrawFn) -> Traits:
    family = draw(st.sampled_from(("event", "event", "standing", "statement")))
    labels = {"event": TYPES, "standing": ("pledge", "relations"), "statement": ("say",)}[family]
    start = draw(st.none() | st.integers(DAY, DAY + 40))
    long = draw(st.sampled_from((0, 0, 2, 6, 30, 364)))
    return Traits(
        family,
        draw(st.sampled_from(labels)),
        lands=draw(LANDS),
        other_lands=draw(LANDS),
        known=draw(st.integers(DAY, DAY + 40)),
        start=start,
        end=None if start is None or draw(st.booleans()) else start + long,
        precision="" if start is None else "day",
        place=draw(st.sampled_from(("", "", "kabul"))),
        acts=draw(st.frozensets(st.sampled_from(("meet", "visit", "attack")), max_size=2)),
        words=draw(WORDS),
    )


def meet(a: Traits, b: Traits) -> bool:
    return not set(keys(a)).isdisjoint(probes(b))


@settings(max_examples=400)
@given(entries(), entries())
def test_meeting_goes_both_ways(a: Traits, b: Traits) -> None:
    assert meet(a, b) == meet(b, a)


@given(entries())
def test_an_entry_meets_its_own_telling(a: Traits) -> None:
    assert not keys(a) or meet(a, a)
    assert list(keys(a)) == sorted(set(keys(a)))
    assert len(keys(a)) < 100


def event(day: int = DAY, *, long: int = 0, **more: object) -> Traits:
    given_ = {"label": "CONSULT", "lands": frozenset({"USA"}), "other_lands": frozenset({"RUS"})} | more
    acts = frozenset({"meet"})
    return Traits(family="event", start=day, end=day + long, known=day, acts=acts, precision="day", **given_)  # type: ignore[arg-type]


CASES = (
    ("a day apart", event(), event(DAY + 1), True),
    ("two days apart", event(), event(DAY + 2), True),
    ("a month apart", event(), event(DAY + 30), False),
    ("sides turned", event(), event(lands=frozenset({"RUS"}), other_lands=frozenset({"USA"})), True),
    ("one side unnamed", event(), event(other_lands=frozenset()), True),
    ("another pair altogether", event(), event(lands=frozenset({"FRA"}), other_lands=frozenset({"DEU"})), False),
    ("another type of the same mood", event(), event(label="AGREE"), True),
    ("last month", event(), event(DAY - 12, long=30), True),
    ("last month, both", event(DAY - 12, long=30), event(DAY - 5, long=25), True),
    ("last year tells nothing", event(), event(DAY - 100, long=364), False),
)


@pytest.mark.parametrize(("a", "b", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_meets(a: Traits, b: Traits, *, expected: bool) -> None:
    assert meet(a, b) is expected
    assert meet(b, a) is expected


def test_unsaid_time_falls_back_to_the_day_it_was_known() -> None:
    unsaid = Traits("event", "CONSULT", lands=frozenset({"USA"}), other_lands=frozenset({"RUS"}), known=DAY + 1)
    assert meet(unsaid, event())


def test_a_hot_pair_meets_tens_not_thousands() -> None:
    """Five meetings a day for four years: what one of them is compared with."""
    every = [event(DAY + n // 5) for n in range(5 * 1461)]
    mine = set(probes(every[3000]))
    assert sum(not mine.isdisjoint(keys(t)) for t in every) <= 60


def test_standings_without_content_are_never_looked_for() -> None:
    t = Traits("standing", "relations", lands=frozenset({"USA"}), words=frozenset({"ties"}), known=DAY)
    assert keys(t) == probes(t) == ()
