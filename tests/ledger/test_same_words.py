"""Words to stems and kinds of act."""

import pytest

from dragoman.ledger.same_words import acts, stem, stems, words

ALIKE = (
    ("expel", "expelled"),
    ("attack", "attacks"),
    ("negotiate", "negotiations"),
    ("detain", "detained"),
    ("withdraw", "withdrawing"),
    ("treaty", "treaties"),
    ("agree", "agreement"),
    ("minister", "ministers"),
    ("minister", "minister's"),
)
UNLIKE = (("envoy", "enmity"), ("port", "party"), ("ship", "shell"))


@pytest.mark.parametrize(("one", "two"), ALIKE)
def test_forms_of_one_word_share_a_stem(one: str, two: str) -> None:
    assert stem(one) == stem(two)


@pytest.mark.parametrize(("one", "two"), UNLIKE)
def test_other_words_do_not(one: str, two: str) -> None:
    assert stem(one) != stem(two)


def test_stems_leave_out_words_without_content() -> None:
    assert stems(words("On Monday the envoy said that 1,200 men were in Mbandaka")) == [
        "envo",
        "1200",
        "men",
        "mbandaka",
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [("expelled", "expulsion"), ("talks", "met"), ("bombed", "shelling"), ("signed", "pact"), ("seized", "captured")],
)
def test_words_for_one_act(one: str, two: str) -> None:
    assert set(acts(stems([one]))) & set(acts(stems([two])))


def test_words_for_other_acts() -> None:
    assert not set(acts(stems(["praised"]))) & set(acts(stems(["arrested"])))
