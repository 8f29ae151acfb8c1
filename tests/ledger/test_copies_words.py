"""Words by which copies are told: what style books change is folded or left out."""

import pytest

from dragoman.ledger.copies_words import words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Neighbours travelled to the harbour", "neighbors traveled to the harbor"),
        ("a defence programme", "a defense program"),
        ("organisations recognised", "organizations recognized"),
        ("12 per cent of 1,500 tonnes", "twelve percent of 1500 tonnes"),
        ("$1.3 million in arrears", "1.3 mln dollars in arrears"),
        ("thirty-one villages", "31 villages"),
        ("the third round", "the 3rd round"),
        ("a cease-fire", "the ceasefire"),
        ("U.N. monitors", "United Nations monitors"),
        ("Foreign Minister Rahmonzoda", "Mr Rahmonzoda"),
        ("Bogotá’s mayor", "Bogota's mayor"),
        ("Rebels attacked Gao on Tuesday, Reuters reported", "Rebels attacked Gao yesterday (AP)"),
    ],
)
def test_styles_are_folded(one: str, other: str) -> None:
    assert words(one).forms == words(other).forms != ()


@pytest.mark.parametrize(("one", "other"), [("14 dead", "16 dead"), ("tanks left", "banks left"), ("Chad", "Mali")])
def test_what_tells_reports_apart_is_kept(one: str, other: str) -> None:
    assert words(one).forms != words(other).forms


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Stavrou smiled. "Maps burn," she said.', "maps burn"),
        ("Stavrou smiled. “Maps burn,” she said.", "maps burn"),
        ("Stavrou smiled. 'Maps can't burn,' she said of Cyprus' gas.", "maps cant burn"),
        ('"Maps burn.\n\nEgypt waited.', "maps burn"),  # a quotation left open ends with its paragraph
        ("The fishermen's boats rotted in the '90s.", ""),
    ],
)
def test_quotations_are_told(text: str, quoted: str) -> None:
    found = words(text)
    assert " ".join(form for form, inside in zip(found.forms, found.quoted, strict=True) if inside) == quoted


def test_names_and_figures_are_told() -> None:
    found = words("They said Chad signed 14 treaties with Togo")
    assert [form for form, slot in zip(found.forms, found.slots, strict=True) if slot] == ["chad", "14", "togo"]


def test_a_text_in_capitals_has_no_names() -> None:
    assert not any(words("REBELS TOOK THE AIRFIELD OF GAO AND BURNT ITS HANGARS").slots)


def test_all_words_are_counted() -> None:
    assert words("It was the end of the war, they said.").count == 9
