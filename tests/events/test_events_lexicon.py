"""Every row of the lexicon is sound, fires on its example and is silent on its counter-example."""

from bisect import bisect_right
from functools import cache

import pytest

from dragoman import language
from dragoman.codebook import codebook
from dragoman.events.lexicon import Rule, classes, lexicon, table
from dragoman.events.status import lights, operators
from dragoman.events.tree import Tree
from dragoman.events.triggers import find

FLAGS = frozenset(
    """agentless armed cancels deny infersubj light military need2 noinner noneed now planned
    official opaque ownneg people persons soft sym""".split()
)

# Share of the examples that must fire; parsers get some of them wrong, each release a different few.
FLOOR = 0.93


@cache
def fired(texts: tuple[str, ...]) -> dict[int, set[str]]:
    """The rules that fire on each text, all of them parsed together."""
    doc = language.parse("\n\n".join(texts))
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + 2)
    tree = Tree(doc)
    names = {t.i for t in doc if t.ent_type_}
    found: dict[int, set[str]] = {}
    for trigger in find(tree, lambda k: k in names):
        rules = {trigger.rule.id} | {rule.id for rule in trigger.others}
        found.setdefault(bisect_right(starts, tree.tokens[trigger.i].idx) - 1, set()).update(rules)
    return found


def rules() -> tuple[Rule, ...]:
    return lexicon().rules


def test_several_hundred_rules_cover_every_type() -> None:
    assert len(rules()) > 350
    assert {rule.type for rule in rules()} == set(codebook().types)


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in rules()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_row_is_sound(rule: Rule) -> None:
    assert rule.pos in ("V", "N", "A")
    assert rule.actor and rule.recipient
    assert rule.cameo is None or rule.cameo in codebook().cameo
    assert rule.flags <= FLAGS


def test_examples_fire() -> None:
    examples = [(rule.id, rule.yes) for rule in rules() if rule.yes]
    found = fired(tuple(text for _, text in examples))
    silent = [f"{id}: {text}" for n, (id, text) in enumerate(examples) if id not in found.get(n, set())]
    assert len(examples) > 320
    assert len(silent) <= (1 - FLOOR) * len(examples), silent


def test_forms_of_a_class_word_are_known() -> None:
    assert lexicon().nouns["embassies"] == "embassy"
    assert "embassy" in classes()["MISSION"]


@pytest.mark.parametrize("row", table("operators.tsv"), ids=lambda row: str(row["id"]))
def test_operator_is_sound(row: dict[str, str]) -> None:
    assert row["effect"] in ("planned", "hypothetical", "denied", "suppress", "pass")
    assert all((row["pos"], lemma) in operators() for lemma in row["lemmas"].split("|"))


def test_light_verbs_have_known_effects() -> None:
    assert set(lights().values()) <= {"pass", "planned", "hypothetical", "denied", "suppress"}


def test_contexts_are_those_of_the_codebook() -> None:
    assert {row["context"] for row in table("contexts.tsv")} == set(codebook().contexts)


def test_conventions_name_rules_and_types() -> None:
    ids = {rule.id for rule in rules()}
    assert all(row["rule"] in ids and row["type"] in codebook().types for row in table("plv.tsv"))
