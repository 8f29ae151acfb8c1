"""What is made of the event heads: their table of slots, verdicts, words that no rule knows, texts without vectors."""

from dataclasses import replace

import numpy as np
import pytest

from dragoman import actors, language, reports
from dragoman.codebook import codebook
from dragoman.events import heads as module
from dragoman.events.heads import BONUS, NONE, Heads, Verdict, hinted, weighed
from dragoman.events.lexicon import Rule, lexicon, table
from dragoman.events.parties import Casting
from dragoman.events.sided import SURE, Sided
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger, find
from dragoman.language import Act, Hint, Judgement
from dragoman.records import Status

TYPES = sorted(codebook().types)


def judgement(
    types: dict[str, float], modes: dict[str, float] | None = None, statuses: dict[str, float] | None = None
) -> Judgement:
    return Judgement(
        types=types,
        modes=modes or {},
        statuses=statuses or {"happened": 1.0},
        plv={},
        fact=0.0,
        vector=np.zeros(384, dtype=np.float32),
        sides=np.zeros((1, 3), dtype=np.float32),
        first=0,
    )


def verdict(type: str, **said: dict[str, float]) -> Verdict:
    return Verdict(type, 0.9, judgement({type: 0.9, NONE: 0.1}, **said), ())


def rule(id: str) -> Rule:
    return next(rule for rule in lexicon().rules if rule.id == id)


def test_each_type_has_slots_for_verbs_and_for_nouns() -> None:
    assert sorted(hinted()) == [(type, pos) for type in TYPES for pos in ("N", "V")]
    assert len(table("hinted.tsv")) == len(hinted())


@pytest.mark.parametrize("key", sorted(hinted()), ids="-".join)
def test_the_slots_are_those_that_the_lexicon_uses(key: tuple[str, str]) -> None:
    made = hinted()[key]
    rules = lexicon().rules
    assert (made.type, made.pos, made.id) == (*key, f"heads-{key[0].lower()}-{key[1].lower()}")
    assert set(made.actor) <= {slot for r in rules for slot in r.actor}
    assert set(made.recipient) <= {slot for r in rules for slot in r.recipient} | {"of.on"}
    assert made.flags <= {flag for r in rules for flag in r.flags}


def test_a_verdict_of_the_rules_type_leaves_the_rule_as_it_is() -> None:
    trigger = Trigger(3, rule("expel"), ())
    assert verdict("SANCTION").retyped(trigger) is trigger


def test_a_verdict_of_another_type_takes_mode_and_code_from_the_rule() -> None:
    trigger = Trigger(3, rule("expel"), (5,))
    made = verdict("COERCE").retyped(trigger)
    assert (made.i, made.used, made.rule.id) == (3, (5,), "expel")
    assert (made.rule.type, made.rule.mode, made.rule.cameo) == ("COERCE", None, None)


@pytest.mark.parametrize(("modes", "mode"), [
    ({"SANCTION expel": 0.2, "SANCTION convict": 0.1, "COERCE arrest": 0.7}, "expel"),
    ({"SANCTION expel": 0.2, "SANCTION -": 0.6}, None),
    ({"COERCE arrest": 1.0}, None),
    ({}, None),
])  # fmt: skip
def test_the_mode_is_the_likeliest_of_the_type(modes: dict[str, float], mode: str | None) -> None:
    assert verdict("SANCTION", modes=modes).mode("SANCTION") == mode


@pytest.mark.parametrize(("statuses", "told", "settled"), [
    ({"happened": 0.4, "planned": 0.6}, Status.HAPPENED, Status.HAPPENED),  # the rules count for more than a doubt
    ({"happened": 0.01, "planned": 0.99}, Status.HAPPENED, Status.PLANNED),  # but not for more than certainty
    ({"happened": 0.5, "denied": 0.5}, Status.DENIED, Status.DENIED),
    ({"happened": 1.0}, Status.HYPOTHETICAL, Status.HAPPENED),  # labels that the heads do not have
])  # fmt: skip
def test_the_status_is_settled_between_both(statuses: dict[str, float], told: Status, settled: Status) -> None:
    assert verdict("SANCTION", statuses=statuses).settled(told) is settled


def test_the_type_of_a_rule_is_raised_and_that_of_the_heads_alone_is_not() -> None:
    said = judgement({"SANCTION": 0.2, "COERCE": 0.5, NONE: 0.3})
    by_rule = weighed(said, rule("expel"))
    alone = weighed(said, hinted()["SANCTION", "V"])
    assert (by_rule.type, alone.type) == ("SANCTION", "COERCE")
    assert alone.chance == pytest.approx(0.5)
    assert by_rule.chance > 0.2 and by_rule.rivals[0][0] == "COERCE"
    assert by_rule.chance + sum(chance for _, chance in by_rule.rivals) == pytest.approx(1)


def test_a_rule_alone_in_a_text_is_worth_less() -> None:
    said = judgement({"SANCTION": 0.01, NONE: 0.99})
    assert weighed(said, rule("expel")).type == "SANCTION"
    assert weighed(said, rule("expel"), lone=True).type == NONE
    assert BONUS > module.LONE


def test_a_text_without_vectors_has_the_triggers_of_the_rules_alone() -> None:
    tree = Tree(language.parse("Mali expelled two Danish envoys on Friday."))
    heads = Heads(tree)
    found = find(tree, lambda _: False)
    assert not heads
    assert (heads.hints, heads.sides(1), heads.of(Act((1,)))) == ({}, ((), ()), None)
    assert heads.judge(found[0], (), ()) is None
    assert heads.widened(found, lambda _: False) == found


def test_a_likely_word_that_no_rule_took_becomes_a_trigger_unless_it_is_boilerplate() -> None:
    heads = Heads(Tree(language.parse("Mali wobbled Niger over a quarrel.")))
    heads.hints = {1: Hint(1, 0.9, "COERCE", 0.8), 5: Hint(5, 0.95, "REJECT", 0.9), 2: Hint(2, 0.2, "REJECT", 0.1)}
    found = heads.widened([], lambda i: False)
    assert [(t.i, t.rule.id) for t in found] == [(1, "heads-coerce-v"), (5, "heads-reject-n")]
    assert [t.i for t in heads.widened([], lambda i: i == 1)] == [5]
    assert [t.i for t in heads.widened([Trigger(0, rule("expel"), (1,))], lambda i: False)] == [0, 5]


class Said:
    """Heads that say of one word that it names an event, and of others on which side they stand."""

    def __init__(self, i: int, likely: float, acting: tuple[int, ...], target: tuple[int, ...]) -> None:
        self.hints = {i: Hint(i, likely, "COERCE", likely)}
        self._sides = acting, target

    def sides(self, i: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return self._sides


TEXT = "Chad stays away from Benin, and from Oman."  # Chad 0, Benin 4, Oman 8


def sought(said: Said) -> tuple[set[str], set[str]] | None:
    report = reports.from_text(TEXT)
    doc = language.parse(report.text)
    cast = actors.resolve(report, doc)
    casting = Casting(Tree(doc), cast, lambda i: None)
    found = Sided(said, casting).parties(Trigger(1, replace(hinted()["COERCE", "V"], actor=(), recipient=()), ()))
    return found and ({a.name for a in found.actors}, {a.name for a in found.recipients})


@pytest.mark.parametrize(("said", "wanted"), [
    (Said(1, 0.95, (0,), (4,)), ({"Chad"}, {"Benin"})),
    (Said(1, 0.95, (0,), (4, 8)), ({"Chad"}, {"Benin", "Oman"})),
    (Said(1, 0.95, (8,), (0,)), ({"Oman"}, {"Chad"})),
    (Said(1, 0.95, (), ()), None),  # nobody is named on either side
    (Said(1, 0.95, (1,), (2,)), None),  # nor at these words
    (Said(1, SURE - 0.01, (0,), (4,)), None),  # not sure that it is an event
    (Said(3, 0.95, (0,), (4,)), None),  # sure, but of another word
])  # fmt: skip
def test_parties_are_those_that_the_heads_see(said: Said, wanted: tuple[set[str], set[str]] | None) -> None:
    assert sought(said) == wanted


def test_one_actor_stands_on_one_side_only() -> None:
    found = sought(Said(1, 0.95, (0, 4), (4,)))
    assert found == ({"Chad", "Benin"}, set())
