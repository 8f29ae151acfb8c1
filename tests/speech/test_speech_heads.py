"""What the encoder heard -> attributions, and rules and encoder joined: made-up hearings over sentences of our own."""

from dataclasses import replace

import pytest

from dragoman.language import Heard, parse
from dragoman.language.hearing import packed
from dragoman.language.parse import HEARD
from dragoman.records import Form
from dragoman.speech import heads
from dragoman.speech.attribution import Attribution
from dragoman.speech.attributions import Finder
from dragoman.speech.page import Page
from dragoman.speech.reconcile import merged, reconcile
from dragoman.speech.tree import Tree


def hearing(text: str, cue: str, content: tuple[str, ...], source: str = "") -> Tree:
    """The tree of `text` whose Doc holds one hearing, its parts given by their words."""
    doc = parse(text)

    def place(words: str) -> tuple[int, int]:
        span = doc.char_span(text.index(words), text.index(words) + len(words), alignment_mode="expand")
        assert span is not None
        return span.start, span.end

    one = Heard(place(cue), (place(source),) if source else (), tuple(place(c) for c in content), 0.9, 0.9)
    doc.user_data[HEARD] = [packed(one)]
    return Tree(doc)


def words(tree: Tree, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [tree.text[a:b] for a, b in spans]


def one(tree: Tree) -> Attribution:
    (found,) = heads.attributions(tree, Page(tree))
    return found


def test_parts_become_spans_and_that_becomes_the_lead() -> None:
    tree = hearing("Lusaka insisted that the dam was safe.", "insisted", ("that the dam was safe",), "Lusaka")
    found = one(tree)
    assert words(tree, found.source) == ["Lusaka"] and words(tree, found.content) == ["the dam was safe"]
    assert words(tree, found.lead) == ["that"] and words(tree, found.whole) == ["that", "the dam was safe"]
    assert found.kind == "say" and found.rule == "heard" and not found.wide
    assert found.verb is not None and tree.low[found.verb] == "insisted"


def test_most_of_a_quotation_is_all_of_it() -> None:
    text = 'Keita told the rally: "We opened the road, and we shall keep it open until the rains."'
    tree = hearing(text, "told the rally", ("We opened the road, and we shall keep it",), "Keita")
    assert words(tree, one(tree).content) == ["We opened the road, and we shall keep it open until the rains."]
    assert one(tree).form is Form.DIRECT


def test_a_scrap_of_a_quotation_stays_a_scrap() -> None:
    text = 'Keita backs "a road to the sea, a port, a railway and a pipeline" in the north.'
    tree = hearing(text, "backs", ("a pipeline",), "Keita")
    assert words(tree, one(tree).content) == ["a pipeline"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "wide"),
    [
        ("Quito wrangled that the line was old.", "wrangled", "the line was old", True),  # no cue that the table knows
        ('Quito wrangled: "The line is old."', "wrangled", "The line is old.", False),  # but a quotation is speech
        ("Quito suggested a neutral referee.", "suggested", "a neutral referee", True),  # no clause, no statement
        ("Quito suggested that a referee come.", "suggested", "a referee come", False),
    ],
)
def test_what_is_an_attribution_only_in_the_wide_sense(text: str, cue: str, content: str, wide: bool) -> None:
    assert one(hearing(text, cue, (content,), "Quito")).wide is wide


def test_a_hearing_without_words_is_none() -> None:
    tree = hearing("Quito shrugged, again.", "shrugged", (",",), "Quito")
    assert list(heads.attributions(tree, Page(tree))) == []


def test_of_one_cue_each_reading_gives_its_surer_part() -> None:
    text = '"The line is old," said Quito\'s envoy.'
    tree = hearing(text, "said", ("The line",), "Quito's envoy")
    rule = next(a for a in Finder(tree).all() if a.rule == "quote")
    (head,) = heads.attributions(tree, Page(tree))
    wrong = replace(rule, source=(), speaker=None)
    both = merged(wrong, head)
    assert words(tree, both.content) == ["The line is old,"] and both.rule == "quote"
    clause = merged(replace(wrong, rule="say.that"), head)
    assert clause.content == head.content and words(tree, clause.source) == ["Quito's envoy"]


def test_joined_holds_every_cue_once() -> None:
    tree = hearing("Oslo said that it had won. Bergen knew that it had lost.", "knew", ("it had lost",), "Bergen")
    heard = list(heads.attributions(tree, Page(tree)))
    ruled = list(Finder(Tree(parse(tree.text))).all())
    cues = [words(tree, a.cue) for a in reconcile(tree, ruled, heard, encoder_first=True)]
    assert sorted(cues) == [["knew"], ["said"]]
