"""Words compared without accents and case, and by their lemmas."""

import pytest

from dragoman.cli.quotes_words import EXAMPLES, bases, cased, folded, holds, holds_any, holds_forms, plain


@pytest.mark.parametrize(("one", "other", "same"), EXAMPLES)
def test_inflected_forms(one, other, same):
    assert bases(one).isdisjoint(bases(other)) is not same
    assert holds_forms((other,), (one,)) is same


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Côte d’Ivoire", "Cote d’Ivoire"),
        ("Erdoğan", "Erdogan"),
        ("Wałęsa", "Walesa"),
        ("Jørgensen", "Jorgensen"),
        ("Yıldırım", "Yildirim"),
        ("Cafe\u0301", "Cafe"),
        ("Þórarinn Æsir", "Thorarinn Aesir"),
        ("北京", "北京"),
        ("", ""),
    ],
)
def test_letters_lose_their_accents(text, without):
    assert plain(text) == without


def test_words_are_cut_the_same_everywhere():
    assert cased("U.S.-led, the “Côte d’Ivoire’s”") == ("U", "S", "led", "the", "Cote", "d", "Ivoire", "s")
    assert folded("STRASSE Straße") == ("strasse", "strasse")


def test_runs_stand_one_after_another():
    words = folded("the gas pipelines through the desert")
    assert holds(words, ("gas", "pipelines"))
    assert not holds(words, ("gas", "pipeline"))
    assert holds_forms(words, ("gas", "pipeline"))
    assert not holds_forms(words, ("pipeline", "gas"))
    assert holds_any(words, {("desert",), ("no", "such")})
    assert not holds_any(words, {("gas", "desert")})


@pytest.mark.parametrize("words", [(), ("gas",)])
def test_nothing_holds_nothing(words):
    assert not holds(words, ())
    assert not holds_forms(words, ())
    assert not holds_any(words, {()})
    assert not holds_any((), {("gas",)})
