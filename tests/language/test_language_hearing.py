"""Scores of the speech heads -> who said what: made-up scores, so that each step is seen alone."""

import numpy as np
import pytest

from dragoman import language
from dragoman.language.hearing import GOES_ON, OPENS, Heard, best_range, buckets, cues, heard, moved
from dragoman.language.model import model

ROLES = 7


def logs(rows: list[list[float]]) -> np.ndarray:
    """Probabilities to log-probabilities, float32 as the graphs give them."""
    return np.log(np.array(rows, dtype=np.float32).clip(1e-6))


def ends(words: int, at: int, sure: float = 0.9) -> np.ndarray:
    """Log-probabilities of one end of a range: at word `at` (-1: there is none) with `sure`, the rest shared out."""
    row = np.full(1 + words, (1 - sure) / words, dtype=np.float32)
    row[1 + at] = sure
    return np.log(row)


@pytest.mark.parametrize(
    ("odds", "first", "last", "found"),
    [
        ([-1.0, 2.0, 3.0, -1.0], 1, 2, (1, 3)),
        ([2.0, -1.0, 2.0, 2.0], 0, 3, (0, 4)),  # one odd word does not break it
        ([2.0, 2.0, 2.0, -1.0], 2, 2, (2, 3)),  # nor do words inside outweigh a sure beginning
        ([2.0, 2.0, 2.0, 2.0], -1, -1, None),
    ],
)
def test_the_likeliest_range(odds: list[float], first: int, last: int, found: tuple[int, int] | None) -> None:
    assert best_range(np.array(odds, dtype=np.float32), ends(4, first), ends(4, last)) == found


def test_distance_classes_tell_before_from_after() -> None:
    (row,) = buckets(np.array([2]), 80)
    assert row[2] == 0 and row[3] == 1 and row[1] == 14
    assert row[79] == 12 and len(set(row.tolist())) == 15


def test_the_roles_are_those_that_the_model_was_trained_with() -> None:
    roles = model().labels["role"]
    assert len(roles) == ROLES and roles[OPENS] == "B-Q" and roles[GOES_ON] == "I-Q"


def test_cues_are_words_that_open_one_with_those_that_go_on() -> None:
    rows = [[0.98, 0, 0, 0, 0, 0, 0.02] for _ in range(6)]
    for at, role, sure in ((1, OPENS, 0.9), (2, GOES_ON, 0.8), (4, OPENS, 0.3)):
        rows[at] = [1 - sure if k == 0 else sure if k == role else 0.0 for k in range(ROLES)]
    found, sure_of = cues(logs(rows))
    assert found == [(1, 3)] and sure_of == [pytest.approx(0.9)]


def test_each_cue_takes_its_source_and_the_pieces_of_its_content() -> None:
    # words: A A | S cue | B B x, and a second cue with nothing to say
    none, who, what = [0.98, 0.01, 0.01], [0.01, 0.98, 0.01], [0.01, 0.01, 0.98]
    labels = np.stack([logs([what, what, who, none, what, what, none]), logs([none] * 7)])
    points = np.stack([np.stack([ends(7, at) for at in where], axis=1) for where in ((2, 2, 0, 5), (-1, -1, -1, -1))])
    (one,) = heard([(3, 4), (6, 7)], [0.9, 0.6], labels, points)
    assert one.source == ((2, 3),) and one.content == ((0, 2), (4, 6)) and one.score == 0.9
    assert one.content_score == pytest.approx(0.98, abs=0.01)
    assert moved(one, 10).content == ((10, 12), (14, 16))


def test_a_document_that_was_not_parsed_holds_nothing() -> None:
    assert language.heard(language.parse("")) == ()


def test_what_is_heard_is_told_in_tokens() -> None:
    doc = language.parse("Berlin.\n\n  The envoy told reporters that the talks had failed.")
    (one,) = language.heard(doc)
    assert isinstance(one, Heard)
    (a, b), (x, y) = one.source[0], one.content[-1]
    assert doc[a:b].text == "The envoy" and "talks had failed" in doc[x:y].text and "told" in doc[slice(*one.cue)].text
