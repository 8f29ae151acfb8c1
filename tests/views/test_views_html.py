"""The HTML views: everything escaped, every link has its target, one page for many readings."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.views.html import fragment, page
from dragoman.views.lines import sentences_of
from dragoman.views.marks import marked
from dragoman.views.terminal import plain
from dragoman.views.words import visible

VOID = {"meta", "br", "link", "img", "hr", "input"}


class Checker(HTMLParser):
    """Collects ids, links and text; fails on tags that do not close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.add(tag)
        if "id" in values:
            self.ids.append(values["id"])
        if "href" in values:
            self.links.append(values["href"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.words += data


def checked(html: str) -> Checker:
    checker = Checker()
    checker.feed(html)
    checker.close()
    assert checker.open == []
    assert len(checker.ids) == len(set(checker.ids))
    inner = {link[1:] for link in checker.links if link.startswith("#")}
    assert inner <= set(checker.ids)
    return checker


def test_a_fragment_shows_text_and_entries(reading):
    seen = checked(fragment(reading))
    assert "SANCTION discontinue" in seen.words
    assert "Kenya closes <b>consulate</b>" in seen.words
    assert "b" not in seen.tags
    assert "script" not in seen.tags
    assert "html" not in seen.tags


def test_roles_lead_to_their_sentence(reading):
    assert "Amina Otieno (KEN GOV) foreign minister of Kenya" in " ".join(checked(fragment(reading)).words.split())
    assert "who is who" not in checked(fragment(replace(reading, roles=()))).words


def test_a_page_of_several_readings_keeps_ids_apart(reading):
    seen = checked(page([reading, reading], title="Two < three"))
    assert page([reading]).startswith("<!doctype html>")
    assert seen.words.count("told reporters") == 2
    assert "Two < three" in seen.words


def test_an_empty_page_says_so():
    assert "No report was read" in checked(page([])).words


@pytest.mark.parametrize(
    "bad", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "</style><script>", "{{ 7*7 }}"]
)
def test_untrusted_words_are_escaped(reading, bad):
    report = replace(reading.report, text=bad, title=bad, source=bad, byline=bad, boiler=())
    event = replace(reading.events[0], trigger=(0, len(bad)), evidence=((0, len(bad)),), type=bad)
    hostile = replace(reading, report=report, statements=(), events=(event,), standings=(), sentences=((0, len(bad)),))
    seen = checked(page([hostile]))
    assert not {"script", "img"} & seen.tags
    assert bad in seen.words


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1", True),
        ("javascript:alert(1)", False),
        ("http://[", False),
        ("data:text/html,x", False),
    ],
)
def test_only_web_addresses_become_links(reading, url, linked):
    html = fragment(replace(reading, report=replace(reading.report, url=url)))
    assert any(not link.startswith("#") for link in checked(html).links) is linked


def test_hovering_an_entry_lights_its_sentences(reading):
    html = fragment(reading)
    prefix = re.search(r'id="(r0-\w+)"', html)[1]
    assert f".dragoman:has(#{prefix}-T1:hover) #{prefix}-s1," in html
    assert f".dragoman:has(#{prefix}-T1:hover) #{prefix}-s2" in html


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), text=st.text(st.characters(), max_size=120))
def test_any_text_with_any_spans_is_shown_whole(reading, data, text):
    place = st.integers(0, len(text))
    span = st.tuples(place, place).map(lambda pair: (min(pair), max(pair)))
    some = st.lists(span, max_size=4).map(tuple)
    event = replace(reading.events[0], trigger=data.draw(span), evidence=data.draw(some))
    statement = replace(reading.statements[0], content=data.draw(some), cue=data.draw(span), evidence=data.draw(some))
    report = replace(reading.report, text=text, boiler=data.draw(some), title=None)
    odd = replace(reading, report=report, statements=(statement,), events=(event,), standings=(), sentences=())
    shown = marked(odd, ())
    whole = [visible(text[start:end].strip()) for start, end in sentences_of(odd)]
    assert ["".join(piece.text for piece in sentence.pieces) for sentence in shown] == whole
    checked(fragment(odd))
    assert "\x1b" not in plain(odd)
