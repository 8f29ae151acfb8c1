"""Two entries to a link: events, contents of standings, sayings."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ledger.same import Link, _scored, same, weights
from dragoman.ledger.same_features import GROUPS, NAMES, NEAR, SIGNS, SIZES, distance, features
from dragoman.ledger.traits import Traits

DAY = 730_000


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def event(**more: Any) -> Traits:
    told = {
        "label": "SANCTION",
        "value": "expel",
        "status": "happened",
        "sources": words("CHL"),
        "targets": words("PER"),
        "actors": words("CHL"),
        "recipients": words("per-envoys"),
        "lands": words("CHL"),
        "other_lands": words("PER"),
        "known": DAY + 1,
        "start": DAY,
        "end": DAY,
        "precision": "day",
        "words": words("expel four diplomat naval base spying north"),
        "trigger": words("expel"),
        "acts": words("expel"),
    }
    return Traits("event", **(told | more))


OTHER_TELLING = event(
    value="",
    actors=words("chl-foreign-ministry"),
    known=DAY + 2,
    words=words("order leave diplomat spying naval base"),
    trigger=words("expuls"),
)
SAME = (
    ("told again", OTHER_TELLING),
    ("a day between", event(start=DAY + 1, end=DAY + 1)),
    ("time unsaid", event(start=None, end=None, precision="", known=DAY + 1)),
)
OTHERS = (
    ("a year later", event(start=DAY + 365, end=DAY + 365, known=DAY + 366)),
    ("other parties", event(sources=words("MLI"), targets=words("NER"), actors=words("MLI"), recipients=words("NER"),
                            lands=words("MLI"), other_lands=words("NER"))),
    ("the answer: Peru's own expulsion two days on",
     event(sources=words("PER"), targets=words("CHL"), actors=words("PER"), recipients=words("chl-envoys"),
           lands=words("PER"), other_lands=words("CHL"), start=DAY + 2, end=DAY + 2, known=DAY + 3,
           words=words("retaliation three attache home"))),
    ("another kind of act", event(label="AID", value="", words=words("quake tent blanket"), trigger=words("send"),
                                  acts=words("help"), start=DAY + 2, end=DAY + 2)),
)  # fmt: skip


@pytest.mark.parametrize("other", [case[1] for case in SAME], ids=[case[0] for case in SAME])
def test_one_event(other: Traits) -> None:
    link = same(event(), other)
    assert link is not None
    assert link.kind == "event"
    assert 0.5 <= link.score <= 1
    assert "parties" in link.reason


@pytest.mark.parametrize("other", [case[1] for case in OTHERS], ids=[case[0] for case in OTHERS])
def test_two_events(other: Traits) -> None:
    assert same(event(), other) is None


def test_the_reason_is_plain() -> None:
    link = same(event(), event())
    assert link is not None
    assert link.reason == "same type, parties and day; words alike 1.00"


DEMAND = Traits(
    "standing",
    "demand",
    "made",
    lands=words("CHN"),
    other_lands=words("USA"),
    known=DAY,
    words=words("correct mistak once"),
)
SAYING = Traits(
    "statement",
    "say",
    "direct",
    actors=words("person:ana-ruiz"),
    persons=words("person:ana-ruiz"),
    sources=words("CHL"),
    lands=words("CHL"),
    known=DAY,
    words=words("harbour remain open fish boat nation"),
)


def changed(t: Traits, **more: Any) -> Traits:
    fields = {name: getattr(t, name) for name in Traits.__struct_fields__}
    return Traits(**(fields | more))


def kind(link: Link | None) -> str:
    return link.kind if link else ""


CONTENTS = (
    ("asked again in other words", changed(DEMAND, words=words("correct mistak smear"), known=DAY + 20), "content"),
    ("refused", changed(DEMAND, value="refused"), "content"),
    ("another content", changed(DEMAND, words=words("releas journalist")), ""),
    ("another party", changed(DEMAND, other_lands=words("JPN")), ""),
    ("another topic", changed(DEMAND, label="pledge"), ""),
    ("three years on", changed(DEMAND, known=DAY + 1100), ""),
)


@pytest.mark.parametrize(("other", "expected"), [c[1:] for c in CONTENTS], ids=[c[0] for c in CONTENTS])
def test_contents(other: Traits, expected: str) -> None:
    assert kind(same(DEMAND, other)) == expected


def test_other_figures_are_another_pledge() -> None:
    one = changed(DEMAND, label="pledge", words=words("5 mill dollar relief refuge"))
    assert same(one, changed(one, words=words("20 mill dollar relief refuge"))) is None
    assert kind(same(one, changed(one, words=words("5 mill dollar relief camp")))) == "content"


SAYINGS = (
    ("part of it", changed(SAYING, words=words("harbour remain open boat")), "words"),
    (
        "indirect",
        changed(SAYING, value="indirect", known=DAY + 1, words=words("harbour remain open fish vessel")),
        "words",
    ),
    ("another matter", changed(SAYING, words=words("court judge verdict appeal")), ""),
    ("two words of it", changed(SAYING, words=words("harbour open")), ""),
    (
        "another person of the state",
        changed(SAYING, actors=words("person:leo-paz"), persons=words("person:leo-paz")),
        "",
    ),
    ("the state itself", changed(SAYING, actors=words("CHL"), persons=frozenset()), "words"),
    ("weeks later", changed(SAYING, known=DAY + 21), ""),
)


@pytest.mark.parametrize(("other", "expected"), [c[1:] for c in SAYINGS], ids=[c[0] for c in SAYINGS])
def test_sayings(other: Traits, expected: str) -> None:
    assert kind(same(SAYING, other)) == expected


def test_families_are_never_linked() -> None:
    assert same(event(), DEMAND) is None
    assert same(DEMAND, SAYING) is None


FEW = st.frozensets(st.sampled_from(("usa", "rus", "tank", "border", "talk", "12")), max_size=4)


@st.composite
def any_traits(draw: st.DrawFn) -> Traits:
    start = draw(st.none() | st.integers(DAY, DAY + 12))
    return Traits(
        draw(st.sampled_from(("event", "event", "standing", "statement"))),
        draw(st.sampled_from(("CONSULT", "AGREE", "demand", "say"))),
        draw(st.sampled_from(("", "visit", "meet"))),
        draw(st.sampled_from(("happened", "planned", "ongoing"))),
        known=draw(st.integers(DAY, DAY + 12)),
        start=start,
        end=None if start is None else start + draw(st.sampled_from((0, 1, 20))),
        precision="" if start is None else "day",
        place=draw(st.sampled_from(("", "kabul", "herat"))),
        lat=draw(st.sampled_from((None, 34.5))),
        lon=draw(st.sampled_from((None, 69.2))),
        numbers=draw(st.dictionaries(st.sampled_from(("killed", "expelled")), st.sampled_from((4.0, 5.0, 20.0)))),
        meaning=draw(st.binary(min_size=4, max_size=4)),
        **{n: draw(FEW) for n in ("sources", "targets", "actors", "recipients", "persons", "lands", "other_lands")},
        **{n: draw(FEW) for n in ("words", "names", "trigger", "acts")},
    )


@settings(max_examples=400)
@given(any_traits(), any_traits())
def test_order_of_the_two_does_not_matter(a: Traits, b: Traits) -> None:
    assert same(a, b) == same(b, a)
    assert features(a, b) == features(b, a)


def test_weights_are_there_for_all_features_and_keep_their_signs() -> None:
    by = weights()
    assert len(by) == len(NAMES)
    assert any(by[1:])
    assert all(weight * SIGNS[name] >= 0 for name, weight in zip(NAMES, by, strict=True) if SIGNS[name])


def test_near_types_are_pairs_of_plover() -> None:
    from dragoman.codebook import codebook

    assert all(len(pair) == 2 and pair <= set(codebook().types) for pair in NEAR)


def test_distance() -> None:
    assert distance(52.52, 13.4, 48.85, 2.35) == pytest.approx(878, rel=0.01)  # Berlin to Paris


@settings(max_examples=200, deadline=None)
@given(any_traits(), any_traits())
def test_a_score_that_stops_early_is_that_of_all_features(a: Traits, b: Traits) -> None:
    """What stops it is that a feature adds its weight at most: those that speak for one event are 1 at most."""
    assert [len(group(a, b)) for group in GROUPS] == list(SIZES)
    told = features(a, b)
    assert all(value <= 1 for name, value in zip(NAMES, told, strict=True) if weights()[NAMES.index(name)] > 0)
    whole = sum(weight * value for weight, value in zip(weights(), told, strict=True))
    found = _scored(a, b)
    if found is None:
        assert whole < 1e-9
    else:
        assert found == (pytest.approx(whole), list(told))
