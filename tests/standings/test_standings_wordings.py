import pytest

from dragoman import reports
from dragoman.events.tree import Tree
from dragoman.reading import read, rooms
from dragoman.standings.lexicon import all_wordings, relemmatise
from dragoman.standings.missions import Missions
from dragoman.standings.slots import Slots
from dragoman.standings.worded import fires

NAMES = ("LOC", "ORG", "PERSON", "NORP")


class Names:
    """A cast that takes every name for an actor."""

    @staticmethod
    def of(token):
        return (token.text,) if token.ent_type_ in NAMES else ()


class Stage:
    cast = Names()


@pytest.mark.parametrize("wording", all_wordings(), ids=lambda wording: wording.rule.id)
def test_the_example_fires(wording):
    seen = rooms(reports.from_text(wording.rule.yes))
    tree = Tree(seen.doc)
    relemmatise(tree)
    Missions(tree, seen.cast, Slots(tree, seen.cast))  # one lemma for all embassies
    found = [i for i, lemma in enumerate(tree.lemmas) if lemma in wording.rule.lemmas]
    assert any(fires(tree, Stage, i, wording) is not None for i in found)


@pytest.mark.parametrize("wording", [w for w in all_wordings() if w.rule.no], ids=lambda wording: wording.rule.id)
def test_the_counterexample_yields_nothing(wording):
    assert [s.made_by for s in read(wording.rule.no).standings if s.made_by == f"wording:{wording.rule.id}"] == []
