"""Exchanges and the fates of promises, through the whole pipeline."""

import pytest

from dragoman.reading import read

# A text, then the two standings that are given for one another: topic, holder, subject.
EXCHANGES = (
    (
        "Eritrea undertook to pull its guns back in exchange for a promise by Djibouti to free nineteen prisoners.",
        ("pledge", "ERI", "DJI"),
        ("pledge", "DJI", "ERI"),
    ),
    (
        "Malawi will free the crew if Zambia pays for the boat.",
        ("pledge", "MWI", "ZMB"),
        ("demand", "MWI", "ZMB"),
    ),
    (
        "Turkey has offered Syria a truce in return for the withdrawal of two brigades.",
        ("pledge", "TUR", "SYR"),
        ("demand", "TUR", "SYR"),
    ),
    (
        "Uzbekistan agreed to let trains through to Tajikistan in return for Tajik electricity.",
        ("pledge", "UZB", "TJK"),
        ("pledge", "TJK", "UZB"),
    ),
    (
        "Belgrade promised Zagreb to return the paintings. In return, Croatia promised Serbia to open its archives.",
        ("pledge", "SRB", "HRV"),
        ("pledge", "HRV", "SRB"),
    ),
    (
        "Ecuador promised Peru to clear the mines. Peru for its part pledged to Ecuador to reopen the bridge.",
        ("pledge", "ECU", "PER"),
        ("pledge", "PER", "ECU"),
    ),
    (
        "Seoul would ship fertilizer as soon as North Korea lets the reunions resume, South Korea said.",
        ("pledge", "KOR", "PRK"),
        ("demand", "KOR", "PRK"),
    ),
    (
        "France promised Croatia to drop its veto. In turn Croatia will buy French trains.",
        ("pledge", "FRA", "HRV"),
        ("pledge", "HRV", "FRA"),
    ),
)
ALONE = (
    "Chad promised Libya to free the crew.",
    "Ghana promised Togo in return visits to open a bridge.",
    "Kenya will free the crew if the weather is good.",
)


def of(standing):
    return (standing.topic, standing.holder.country, standing.subject and standing.subject.country)


@pytest.mark.parametrize(("text", "one", "other"), EXCHANGES, ids=[case[0][:40] for case in EXCHANGES])
def test_what_is_given_for_one_another_is_linked_both_ways(text, one, other):
    found = read(text, published="2015-06-16").standings
    by_id = {s.id: s for s in found}
    pairs = [(of(s), of(by_id[s.in_return_for])) for s in found if s.in_return_for]
    assert (one, other) in pairs
    assert (other, one) in pairs


@pytest.mark.parametrize("text", ALONE)
def test_a_promise_alone_has_no_partner(text):
    assert [s for s in read(text, published="2015-06-16").standings if s.in_return_for] == []


def test_a_promise_that_was_kept_is_not_told_as_made_too():
    found = read("Eritrea freed 40 Sudanese soldiers on Monday, as it had promised Khartoum.").standings
    assert [s.value for s in found if s.topic == "pledge"] == ["kept"]


def test_parties_come_from_the_earlier_promise():
    text = "Vietnam promised Laos in March to reopen the crossing. Hanoi has not done so."
    found = read(text, published="2015-06-16").standings
    (broken,) = [s for s in found if s.value == "broken"]
    assert of(broken) == ("pledge", "VNM", "LAO")


def test_a_condition_of_ones_own_is_no_demand():
    found = read("Kenya will pay Uganda if Kenya wins the loan.", published="2015-06-16").standings
    assert [s for s in found if s.topic == "demand"] == []
