"""The bar: made wire rewrites are found, and reports that only look alike are not, bands and comparison together."""

import pytest
import rewrites

from dragoman.ledger.copies import bands, copied

FLOOR = 0.98


def found(pair: rewrites.Pair) -> bool:
    return bool(set(bands(pair.one)) & set(bands(pair.other))) and copied(pair.one, pair.other) is not None


@pytest.fixture(scope="module")
def pairs() -> list[rewrites.Pair]:
    return [*rewrites.copies(11, 640, rewrites.bases()), *rewrites.others(11, 480)]


def test_recall_and_precision(pairs: list[rewrites.Pair]) -> None:
    called = [pair for pair in pairs if found(pair)]
    right = sum(pair.copies for pair in called)
    assert right / sum(pair.copies for pair in pairs) >= FLOOR
    assert right / len(called) >= FLOOR


def test_no_severity_and_no_kind_is_left_behind(pairs: list[rewrites.Pair]) -> None:
    for kind in sorted({pair.kind for pair in pairs}):
        ours = [pair for pair in pairs if pair.kind == kind]
        share = sum(found(pair) for pair in ours) / len(ours)
        assert share >= 0.93 if ours[0].copies else share <= 0.04, kind


def test_rewrites_are_severe(pairs: list[rewrites.Pair]) -> None:
    """The bar means nothing if the copies are easy: of the cut ones a third have under 0.6 of the wire's length."""
    lengths = [len(p.other.split()) / len(p.one.split()) for p in pairs if p.kind in ("cut", "heavy")]
    assert sum(share < 0.6 for share in lengths) > len(lengths) / 3
    assert sum(p.copies for p in pairs) >= 600
    assert len({p.kind for p in pairs if not p.copies}) >= 8


def test_a_seed_gives_the_same_pairs() -> None:
    assert list(rewrites.others(3, 24)) == list(rewrites.others(3, 24))
    texts = rewrites.bases()[:4]
    assert list(rewrites.copies(3, 8, texts)) == list(rewrites.copies(3, 8, texts))


def test_unrelated_reports_do_not_meet() -> None:
    sets = [set(bands(text)) for text in rewrites.bases()]
    assert not [1 for n, one in enumerate(sets) for other in sets[n + 1 :] if one & other]
