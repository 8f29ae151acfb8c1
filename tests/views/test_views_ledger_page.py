"""Pages of the ledger: sources numbered in the order of citing, lines that fit, words for every state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dragoman.codebook import codebook
from dragoman.query.asked import Named
from dragoman.query.citing import Citation
from dragoman.query.who import Meant
from dragoman.views.ledger_brief import TOPICS, shorter
from dragoman.views.ledger_claims import names
from dragoman.views.ledger_page import Item, Note, Page, Section, Sources
from dragoman.views.ledger_show import WIDTH, plain
from dragoman.views.ledger_words import BAD, CAME, GOOD, STATES, WAITING, named, told


def citation(report: str, at: int = 0, **fields: object) -> Citation:
    given = {
        "entry": f"{report}-{at}", "report": report, "version": report, "title": f"Title of {report}",
        "publisher": "Post", "carrier": None, "agency": "AFP", "url": None, "published": "1997-03-04",
        "known": "1997-03-04", "dated": True,
        "quote": f"words at {at}", "spans": ((at, at + 5),), "according_to": None, "according_id": None, "value": None,
        "status": None, "confidence": 0.5, "coder": "hand", "judged": None,
    }  # fmt: skip
    return Citation(**{**given, **fields})


def page(*items: Item) -> Page:
    return Page("Title", ("taken",), (Section("Lines", items),))


def test_a_report_has_one_number_and_its_places_have_letters():
    items = (
        Item("first", (citation("b", 1), citation("a", 1)), notes=(Note("below", (citation("b", 9),)),)),
        Item("second", (citation("b", 1), citation("c", 3))),
    )
    sources = Sources(page(*items))
    assert [sources.marks(item.cited) for item in items] == ["[1a] [2]", "[1a] [3]"]
    assert sources.marks(items[0].notes[0].cited) == "[1b]"
    assert [(one.number, one.quotes) for one in sources] == [
        (1, ("a: “words at 1”", "b: “words at 9”")),
        (2, ("“words at 1”",)),
        (3, ("“words at 3”",)),
    ]


# fields of a citation, what its source says
FACTS = (
    ({}, "Post, AFP, 1997-03-04, r"),
    ({"carrier": "Portal", "agency": None}, "Post, on Portal, 1997-03-04, r"),
    ({"known": "1997-03-06"}, "Post, AFP, 1997-03-04, changed 1997-03-06, r"),
    ({"published": None, "dated": False, "known": "2026-01-02"}, "Post, AFP, undated, added 2026-01-02, r"),
    ({"publisher": "Po\x1bst"}, "Po\ufffdst, AFP, 1997-03-04, r"),
)


@pytest.mark.parametrize(("fields", "said"), FACTS)
def test_a_source_says_who_published_it_and_when(fields, said):
    (found,) = Sources(page(Item("line", (citation("r", **fields),))))
    assert found.facts == said


def test_letters_go_on_after_z():
    items = [Item("line", (citation("a", n),)) for n in range(28)]
    sources = Sources(page(*items))
    assert [sources.marks(item.cited) for item in items][24:] == ["[1y]", "[1z]", "[1aa]", "[1ab]"]


words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=30)


@given(st.lists(st.lists(words, min_size=1, max_size=30), min_size=1, max_size=5))
def test_lines_fit_and_lose_no_word(given):
    items = [Item(" ".join(one), (citation("a", n),), mark="1997-03-04") for n, one in enumerate(given)]
    shown = plain(page(*items))
    assert all(cell_len(line) <= WIDTH for line in shown.split("\n"))
    body = shown.split("\nSources\n")[0]
    for one in given:
        assert "".join(one) in "".join(body.split())


def test_ids_stand_below_their_line_where_they_are_asked_for():
    one = page(Item("line", (citation("a", 1), citation("b", 2))))
    assert "\n      a-1 b-2\n" in plain(one, ids=True)
    assert "a-1" not in plain(one)


def test_a_day_that_is_not_named_is_explained():
    assert "~ about that day" in plain(page(Item("line", mark="~1997-03-04")))
    assert "~ about that day" not in plain(page(Item("line", mark="1997-03-04")))


def test_tables_of_words_know_only_the_codebook():
    topics = codebook().topics
    pairs = {f"{name} {value}" for name, topic in topics.items() for value in topic.values}
    values = {value for topic in topics.values() for value in topic.values}
    assert set(STATES) <= pairs
    assert set(CAME) <= pairs
    assert values >= GOOD | BAD | WAITING
    assert not GOOD & BAD
    assert set(TOPICS) | {"pledge", "demand"} == set(topics)


# topic, kind, place, words -> a standing in words, of Samoa and Tonga
NAMED = (
    ("mission", "embassy", "Apia", "", "embassy of Samoa in Apia, Tonga"),
    ("mission", "", "", "", "mission of Samoa in Tonga"),
    ("recognition", "", "", "", "recognition of Tonga by Samoa"),
    ("pledge", "", "", "pay", "Samoa to Tonga, “pay”"),
    ("demand", "", "", "", "Samoa of Tonga"),
    ("agreement", "ceasefire", "", "that", "Samoa and Tonga, ceasefire"),
    ("agreement", "", "", "a treaty", "Samoa and Tonga, “a treaty”"),
    ("control", "", "", "", "Tonga"),
    ("advisory", "", "", "leave", "Samoa to its citizens in Tonga, “leave”"),
    ("sanction", "", "", "", "Samoa against Tonga"),
    ("concern", "", "", "", "Samoa about Tonga"),
    ("hostilities", "", "", "", "Samoa and Tonga"),
)


@pytest.mark.parametrize(("topic", "kind", "place", "content", "said"), NAMED)
def test_a_standing_is_named_in_plain_words(topic, kind, place, content, said):
    assert named(topic, "Samoa", "Tonga", words=content, kind=kind, place=place) == said


def test_who_acts_for_another_stands_with_it():
    samoa, leota, tonga = Named("WSM", "Samoa", "WSM"), Named("p:l", "Sina Leota", "WSM"), Named("TON", "Tonga", "TON")
    assert names((leota, samoa)) == "Sina Leota (Samoa)"
    assert names((leota,)) == "Sina Leota"
    assert names((samoa, tonga, leota)) == "Tonga and Sina Leota (Samoa)"
    assert names(()) == ""


# words of a content, the words that are shown for it
CONTENTS = (
    ("its promise", "words at 1"),
    ("", "words at 1"),
    ("pay for the cars", "pay for the cars"),
)


@pytest.mark.parametrize(("content", "shown"), CONTENTS)
def test_a_content_that_says_too_little_gives_way_to_the_quotation(content, shown):
    assert told(content, (citation("b", 9), citation("a", 1)), "a-1") == shown


def test_nobody_is_cited_for_words_without_a_citation():
    assert told("its promise", (), "a-1") == "its promise"


def meant(asked: str, name: str) -> Meant:
    return Meant(asked, "azawad", name, "a name")


def test_a_long_name_is_shown_as_the_asker_wrote_it_and_only_there():
    long = "National Movement for the Liberation of Azawad"
    asked = (meant("MNLA", long), None)
    actors = (Named("azawad", long, "azawad"), Named("MLI", "Mali", "MLI"))
    assert [one.name for one in shorter(actors, asked)] == ["MNLA", "Mali"]
    cited = citation("r", according_to=long, according_id="azawad", quote=long)
    (found,) = shorter((cited,), asked)
    assert (found.according_to, found.quote) == ("MNLA", long)
    assert shorter(actors, (meant("the National Movement for the Liberation of Azawad", long),)) == actors
