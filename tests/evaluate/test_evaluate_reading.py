"""The measure of readings: gold against itself, what an empty or a turned-round reading gets, and who is who."""

import pytest

from dragoman.evaluate.reading import dates
from dragoman.evaluate.reading.names import is_holder, is_party, is_speaker
from dragoman.evaluate.reading.score import ACCURACIES, MEASURES, Scored, lines

TEXT = "Mali closed its embassy in Niamey on Monday. “We will be back if the road is safe,” Awa Diarra said."
MALI = {"name": "Mali", "country": "MLI", "sector": "GOV"}
NIGER = {"name": "Niger", "country": "NER", "sector": "GOV"}
DIARRA = {"name": "Awa Diarra", "country": "MLI", "sector": "GOV"}
MONDAY = {"start": "1997-03-03", "end": "1997-03-03", "precision": "day"}


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def gold() -> dict:
    return {
        "id": "g",
        "text": TEXT,
        "statements": [
            {
                "speaker": DIARRA,
                "content": [at("We will be back if the road is safe")],
                "form": "direct",
                "date": MONDAY,
            }
        ],
        "events": [
            {
                "type": "SANCTION",
                "mode": "discontinue",
                "trigger": at("closed"),
                "actors": [MALI],
                "recipients": [NIGER],
                "when": MONDAY,
                "status": "happened",
            }
        ],
        "standings": [
            {
                "topic": "mission",
                "holder": MALI,
                "subject": NIGER,
                "value": "closed",
                "when": MONDAY,
                "evidence": [at("Mali closed its embassy in Niamey on Monday")],
                "conditions": [at("if the road is safe")],
            }
        ],
    }


def scores(predicted: dict) -> dict:
    return Scored({"g": gold()}, {"g": predicted}).scores()["all"]


def test_gold_against_itself_is_perfect():
    found = scores(gold())
    assert all(found[name]["F1"] == 1.0 for name in MEASURES)
    assert all(found[name] in (None, 1.0) for name in ACCURACIES)
    assert found["reading"] == 1.0


def test_an_empty_reading_gets_nothing():
    found = scores({})
    assert all(found[name]["F1"] == 0.0 for name in MEASURES)


def test_parties_turned_round_are_wrong():
    turned = gold()
    event = turned["events"][0]
    event["actors"], event["recipients"] = event["recipients"], event["actors"]
    found = scores(turned)
    assert found["events_type"]["F1"] == 1.0
    assert found["events_parties"]["F1"] == 0.0


def test_one_repetition_is_forgiven_and_no_more():
    for times, precision in ((2, 1.0), (3, 0.5)):
        again = gold()
        again["standings"] *= times
        assert scores(again)["standings_key"]["P"] == precision


def test_what_is_not_core_costs_nothing_when_left_out():
    whole = gold()
    whole["statements"][0]["core"] = False
    found = Scored({"g": whole}, {"g": {**gold(), "statements": []}}).scores()["all"]
    assert found["statements"]["R"] == 1.0
    assert found["statements"]["P"] == 1.0


def test_a_quotation_in_pieces_is_right_leniently():
    pieces = gold()
    (one,), (two,) = gold()["statements"], gold()["statements"]
    one["content"], two["content"] = [at("We will")], [at("be back")]
    pieces["statements"] = [one, two]
    found = scores(pieces)
    assert found["statements"]["hit"] == 0
    assert (found["statements_lenient"]["P"], found["statements_lenient"]["R"]) == (1.0, 1.0)


def test_mistakes_are_named():
    scored = Scored({"g": gold()}, {})
    assert [line.split()[1:3] for line in scored.mistakes] == [
        ["missed", kind] for kind in ("event", "standing", "statement")
    ]
    assert "SANCTION Mali -> Niger" in scored.mistakes[0]
    assert lines(scored.scores())[0] == "1 reports"


def actor(name: str, country: str | None = "BGR", sector: str | None = "GOV") -> dict:
    return {"name": name, "country": country, "sector": sector}


# what it is asked for, gold, predicted, whether they are one
NAMES = (
    (is_speaker, actor("Rada Ilieva"), actor("Foreign Minister Rada Ilieva"), True),
    (is_speaker, actor("Rada Ilieva"), actor("Ivan Ilieva"), False),
    (is_speaker, actor("Rada Ilieva"), actor("Ilieva"), True),
    (is_speaker, actor("Rada Ilieva"), actor("Bulgaria"), False),
    (is_speaker, actor("Bulgaria"), actor("Bulgarian foreign ministry"), True),
    (is_party, actor("Bulgaria"), actor("Rada Ilieva"), True),
    (is_party, actor("Taliban", "AFG", "REB"), actor("Afghanistan", "AFG"), False),
    (is_party, actor("Zaire", "ZAR"), actor("Democratic Republic of the Congo", "COD"), True),
    (is_holder, actor("UNITA", "AGO", "REB"), actor("FLEC", "AGO", "REB"), False),
    (is_holder, actor("Angolans", "AGO", "CVL"), actor("civilians", "AGO", "CVL"), True),
    (is_holder, actor("Huambo", "AGO", None), actor("Kuito", "AGO", None), True),
)


@pytest.mark.parametrize(("same", "one", "other", "expected"), NAMES)
def test_who_is_who(same, one, other, expected):
    assert same(one, other, frozenset()) is expected


def test_a_surname_that_two_share_is_nobodys():
    assert not is_speaker(actor("Rada Ilieva"), actor("Ilieva"), frozenset({"ilieva"}))


# gold, predicted, whether the dates agree
DATES = (
    (MONDAY, "1997-03-03", True),
    (MONDAY, "1997-03", False),  # a month is more than three times a day and a day
    (None, "1997-03", True),
    (MONDAY, None, False),
    ({"start": "1997-03-01", "end": "1997-03-31"}, {"start": "1997-03", "end": "1997-03"}, True),
    ({"start": "1997-01-01", "end": "1997-12-31"}, "1997-03-03", True),
    (MONDAY, "1997-02-30", False),
    (MONDAY, "1997-03-01/1997-03-03", False),
    (MONDAY, "1997-03-02/1997-03-03", True),
)


@pytest.mark.parametrize(("ours", "theirs", "expected"), DATES)
def test_dates(ours, theirs, expected):
    assert dates.agree(ours, theirs) is expected
