"""A user's codebook on reports: rules, nearest examples, parties, status, the same act told twice, no retraining."""

from datetime import date

import pytest
from custom_space import TableSpace

from dragoman import actors, language, reports, speech, times
from dragoman.events import custom
from dragoman.events.custom.load import parsed
from dragoman.records import Event

BOOK = """\
codebook: sea
lists:
  VESSEL: [ship, boat, vessel, trawler, tanker, freighter, dhow]
types:
  BOARD:
    definition: People of one side go on board a vessel of another.
    quad: material conflict
    modes: [search]
    cameo: "170"
    examples:
      - A<Greek police> T<boarded> R<a Maltese tanker>.
      - A<Iranian guards> T<stormed> R<an Omani freighter>.
      - text: R<A Danish trawler> was T<entered> by A<Spanish customs officers>.
        mode: search
    not: Greek tourists boarded a bus.
    rules:
      - id: board-vessel
        verbs: [board, go aboard]
        object: VESSEL
        unless: {object: [bus, plane]}
      - id: aboard
        verbs: [go]
        aboard: VESSEL
        recipient: aboard
      - id: boarding
        nouns: [boarding]
        of: VESSEL
  CANNON:
    definition: Water is aimed at a vessel.
    class: soaking
    rules:
      - id: cannon
        verbs: [fire]
        object: [water cannon]
        recipient: ["at", on]
        need: both
  RAM:
    definition: A vessel strikes another.
    like: ASSAULT
    examples:
      - A<A Peruvian gunboat> T<rammed> R<a Chilean trawler>.
      - A<The Israeli navy> T<struck> R<a Palestinian boat>.
      - A<Russian cutters> T<bumped> R<a Japanese trawler>.
"""


@pytest.fixture(scope="module")
def own() -> custom.Ready:
    return custom.ready(parsed(BOOK.encode(), "sea.yaml"), TableSpace())


@pytest.fixture(scope="module")
def code(own):
    def run(text: str, with_own: custom.Ready = own) -> tuple[Event, ...]:
        report = reports.from_text(text, published=date(2010, 6, 15))
        doc = language.parse(report.text, breaks=[end for _, end in report.boiler])
        cast = actors.resolve(report, doc)
        calendar = times.Calendar(report, doc)
        voices = speech.Voices(doc, speech.find(report, doc, cast, calendar))
        return custom.code(report, doc, cast, calendar, voices, own=with_own)

    return run


def told(event: Event) -> tuple[str, ...]:
    sides = (" ".join(sorted({a.country or a.name for a in side})) for side in (event.actors, event.recipients))
    return (event.type, *sides, str(event.status))


# sentence | rule | type | who | whom | status
BY_RULES = """\
Danish police boarded a Greek tanker. | board-vessel | BOARD | DNK | GRC | happened
A Greek tanker was boarded by Danish police. | board-vessel | BOARD | DNK | GRC | happened
Danish police did not board the Greek tanker. | board-vessel | BOARD | DNK | GRC | denied
Danish police will board a Greek tanker. | board-vessel | BOARD | DNK | GRC | planned
Danish police went aboard a Greek tanker. | aboard | BOARD | DNK | GRC | happened
Athens protested against the boarding of a Greek tanker by Denmark. | boarding | BOARD | DNK | GRC | happened
Danish police boarded the tanker of a Greek company. | board-vessel | BOARD | DNK | GRC | happened
Danish police boarded a Greek-flagged tanker. | board-vessel | BOARD | DNK | GRC | happened
Chinese cutters fired water cannons at a Philippine boat. | cannon | CANNON | CHN | PHL | happened
A Greek tanker left Oran. Danish police boarded the ship. | board-vessel | BOARD | DNK | GRC | happened
A Greek tanker left Oran on Monday, but Danish police boarded it. | board-vessel | BOARD | DNK | GRC | happened
A Chinese cutter met a Philippine boat and fired water cannon at it. | cannon | CANNON | CHN | PHL | happened
Yemen says that Eritrean police boarded two of its dhows. | board-vessel | BOARD | ERI | YEM | happened
"""
CASES = [tuple(cell.strip() for cell in line.split("|")) for line in BY_RULES.splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[case[0][:50] for case in CASES])
def test_rules_find_acts_and_parties(code, case):
    text, rule, *wanted = case
    found = [e for e in code(text) if e.made_by == f"codebook:sea/rule:{rule}"]
    assert [told(e) for e in found] == [tuple(wanted)]


SILENT = (
    "Danish police boarded a plane in Athens.",
    "Chinese cutters fired water cannons near a Philippine boat.",
    "The United States threatened to board a Cuban freighter.",
    "Portugal asked Spain to board the freighter.",
    "The Danish board discussed a Greek tanker.",
    "Ministers from Denmark and Greece met in Rome.",
    "",
    "\n\n?!",
)


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_read_where_nothing_was_done(code, text):
    assert code(text) == ()


def test_an_act_without_a_rule_is_read_by_the_nearest_example(code):
    (event,) = code("The Tunisian navy smashed an Italian trawler on Monday.")
    assert told(event) == ("RAM", "TUN", "ITA", "happened")
    assert event.made_by.startswith("codebook:sea/near:RAM#")
    assert event.attributes["example"] in BOOK.replace("A<", "").replace("T<", "").replace("R<", "").replace(">", "")
    assert 0 < event.attributes["similarity"] <= 1
    assert event.confidence <= 0.75
    assert event.when.start == date(2010, 6, 14)


def test_the_mode_is_that_of_the_nearest_example(code):
    (event,) = code("Moroccan customs officers entered a Portuguese trawler.")
    assert (event.type, event.mode) == ("BOARD", "search")


def test_parties_stand_where_the_example_has_them(code):
    (event,) = code("A Portuguese trawler was entered by Moroccan customs officers.")
    assert told(event)[1:3] == ("MAR", "PRT")


def test_no_space_means_rules_only(code, own):
    alone = custom.ready(own.book, None)
    assert code("The Tunisian navy smashed an Italian trawler.", alone) == ()
    assert len(code("Danish police boarded a Greek tanker.", alone)) == 1


def test_nearness_can_be_turned_off(code):
    space = TableSpace()
    off = custom.ready(parsed(("nearest: off\n" + BOOK).encode(), "off.yaml"), space)
    assert code("The Tunisian navy smashed an Italian trawler.", off) == ()
    assert space.asked == 0


def test_the_record_is_that_of_an_event(code):
    (event,) = code("Danish police boarded a Greek tanker in Oran.")
    assert (event.quad, event.cameo, event.goldstein) == ("material_conflict", "170", -7.0)
    (other,) = code("Chinese cutters fired water cannon at a Philippine boat.")
    assert (other.quad, other.cameo, other.goldstein) == ("soaking", None, None)
    (third,) = code("A Peruvian gunboat rammed a Chilean trawler.")
    assert third.quad is None
    assert len({event.id, other.id, third.id}) == 3
    assert code("Danish police boarded a Greek tanker in Oran.") == (event,)


def test_an_act_told_twice_is_one_entry_with_both_places(code):
    text = (
        "Danish police boarded a Greek tanker on Monday. Athens protested. The boarding of the tanker lasted an hour."
    )
    (event,) = code(text)
    assert [text[a:b].split(maxsplit=1)[0] for a, b in event.evidence] == ["Danish", "The"]


def test_words_of_a_speaker_are_according_to_him(code):
    found = code("Danish police boarded a Greek tanker, the Greek foreign ministry said.")
    assert [e.according_to.country for e in found] == ["GRC"]


def test_the_same_report_gives_the_same_events_in_any_order_of_reports(code):
    first = "Danish police boarded a Greek tanker."
    before = code(first)
    code("The Tunisian navy smashed an Italian trawler.")
    assert code(first) == before
