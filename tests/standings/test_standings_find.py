import json
from pathlib import Path

import pytest

from dragoman.reading import read
from dragoman.records import Status

SHARED = Path(__file__).parents[3] / "shared" / "data" / "reading"

# What is no standing: sport, markets, people outside politics.
NOTHING = (
    "",
    " \n\n ",
    "Prices fell for a third day as traders weighed the outlook for wheat.",
    "The striker promised his mother a new house.",
    "The museum recalled a faulty toy.",
    "The company closed its office in the town.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_found_where_nothing_stands(text):
    assert read(text).standings == ()


def test_negation_makes_no_promise():
    found = read("Chad did not promise Niger to open the border.").standings
    assert [s for s in found if s.topic == "pledge"] == []


def test_spans_lie_in_the_text_and_ids_differ():
    text = (
        "Kenya closed its embassy in Juba on Monday and told Kenyans to leave South Sudan. Uganda said its embassy "
        "would remain open. Kenya will lift a ban on flights to Juba if South Sudan frees three pilots."
    )
    standings = read(text, published="2014-01-15").standings
    assert len(standings) >= 3
    assert len({s.id for s in standings}) == len(standings)
    for standing in standings:
        spans = (*standing.evidence, *standing.conditions)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert standing.evidence
        assert 0 < standing.confidence < 1


def test_ids_do_not_depend_on_the_date():
    text = "Spain recalled its ambassador from Venezuela."
    one, other = read(text, id="a", published="2014-01-15"), read(text, id="a", published="2019-01-15")
    assert [s.id for s in one.standings] == [s.id for s in other.standings] != []


def test_a_standing_told_twice_is_one_with_both_places():
    text = "The Polish embassy in Damascus remains open. The Polish embassy in Damascus was working normally, he said."
    found = [s for s in read(text).standings if (s.topic, s.value) == ("mission", "operating")]
    assert len(found) == 1
    assert len(found[0].evidence) == 2


def test_a_condition_is_kept_with_the_promise():
    text = "Libya will free two Greek sailors only if Greece returns the ship."
    (found,) = [s for s in read(text).standings if s.topic == "pledge"]
    assert (found.value, found.status) == ("conditional", Status.CONDITIONAL)
    assert [text[start:end] for start, end in found.conditions] == ["only if Greece returns the ship"]


def test_the_content_says_what_is_promised_and_the_kind_what_is_closed():
    text = "Libya promised Malta to return the ferry. Malta closed its consulate in Benghazi."
    pledge, mission = read(text).standings
    assert [text[start:end] for start, end in pledge.content] == ["to return the ferry"]
    assert mission.content is None
    assert mission.attributes["kind"] == "consulate"


def test_promises_for_promises_are_linked():
    text = "Cuba promised Jamaica to release the trawler. In exchange, Jamaica pledged fuel to Cuba."
    pledges = {s.holder.country: s for s in read(text).standings if s.topic == "pledge"}
    assert pledges["CUB"].in_return_for == pledges["JAM"].id
    assert pledges["JAM"].in_return_for == pledges["CUB"].id


def test_what_a_speaker_says_stands_according_to_him():
    text = "The Danish embassy in Tripoli remains open, Danish Foreign Minister Lars Holm said."
    (found,) = [s for s in read(text).standings if s.topic == "mission"]
    assert found.according_to is not None
    assert found.according_to.name == "Lars Holm"


def test_the_same_text_gives_the_same_standings():
    text = "Egypt and Sudan signed a water treaty. Ethiopia refused to sign it and demanded new talks with Egypt."
    assert read(text).standings == read(text).standings


@pytest.mark.corpus
def test_development_reports_hold_standings():
    paths = sorted(SHARED.glob("*.json"))
    gold = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    found = [read(report["text"], published=report["published"]).standings for report in gold]
    assert paths
    assert all(s.holder.name for standings in found for s in standings)
    assert sum(map(len, found)) > 0.6 * sum(len(report["standings"]) for report in gold)
