"""Trees of our own with a name hung astray, mended: "met her predecessor, Luis Paz"."""

import pytest

from dragoman.language.mending import appositions, labels

NAMES = {
    "deprel": ["root", "nsubj", "nsubj:pass", "obj", "dep", "appos", "punct", "flat"],
    "upos": ["NOUN", "PROPN", "VERB", "PUNCT"],
}
KNOWN = labels(NAMES)


def mended(rows: list[tuple[str, str, int, str]]) -> tuple[int, str]:
    """Rows of word, part of speech, head and relation; gives head and relation of "Paz" afterwards."""
    words = [r[0] for r in rows]
    heads, deprels = [r[2] for r in rows], [NAMES["deprel"].index(r[3]) for r in rows]
    appositions(words, heads, deprels, [NAMES["upos"].index(r[1]) for r in rows], KNOWN)
    at = words.index("Paz")
    return heads[at], NAMES["deprel"][deprels[at]]


MET = [
    ("She", "NOUN", 1, "nsubj"),
    ("met", "VERB", 1, "root"),
    ("envoys", "NOUN", 1, "obj"),
    (",", "PUNCT", 1, "punct"),
]
SAID = [("said", "VERB", 0, "root"), ("he", "NOUN", 0, "nsubj"), (",", "PUNCT", 0, "punct")]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([*MET, ("Paz", "PROPN", 1, "nsubj")], (2, "appos")),
        ([*MET, ("Paz", "PROPN", 1, "dep")], (2, "appos")),
        ([*SAID, ("Paz", "PROPN", 0, "nsubj")], (1, "appos")),
        ([*MET, ("Paz", "PROPN", 1, "obj")], (1, "obj")),  # another relation is left alone
        (
            [("met", "VERB", 0, "root"), *[(w, p, 0, d) for w, p, _, d in MET[2:]], ("Paz", "PROPN", 0, "nsubj")],
            (0, "nsubj"),
        ),  # one subject
    ],
)
def test_a_second_subject_after_a_noun_and_a_comma_is_its_apposition(
    rows: list[tuple[str, str, int, str]], found: tuple[int, str]
) -> None:
    assert mended(rows) == found
