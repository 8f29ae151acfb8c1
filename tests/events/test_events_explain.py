"""Why an event is there, or why none: rule, words, parties, status, and each way in which a word comes to nothing."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from dragoman import actors, language, reports, speech, times
from dragoman.events.code import code
from dragoman.events.explained import Account, Outcome
from dragoman.events.explaining import Explainer
from dragoman.events.explaining_rules import FLAGS, FORMS, SLOTS, condition_told, rule_told, slot_told
from dragoman.events.heads import BONUS, NONE, Heads, Verdict, hinted
from dragoman.events.lexicon import lexicon
from dragoman.records import Event

TEXT = (
    "LIMA, May 9, 2011 (Reuters) - Chile on Monday expelled two Bolivian diplomats and demanded that La Paz free nine "
    "miners. Peru plans to recall its ambassador to Chile. Oman did not attack Yemen. Foreign Minister Ana Rojas of "
    "Peru condemned Cuba. The expulsion of the Bolivian diplomats surprised La Paz. Ecuador has promised to lift the "
    "embargo if oil prices rise.\n\n"
    "Peru beat Chile 2-1 in the semi-final of the football tournament, and striker Diego Soto attacked the Chilean "
    "goalkeeper in the penalty area of the stadium. The dog was attacked. Rain fell over the hills."
)


@dataclass(frozen=True)
class Read:
    explainer: Explainer
    coded: tuple[Event, ...]

    def event(self, words: str) -> Event:
        return next(e for e in self.explainer.events if TEXT[slice(*e.trigger)] == words)

    def of(self, words: str) -> Account:
        return self.explainer.of(self.event(words))[0]

    def at(self, words: str) -> Account:
        start = TEXT.index(words)
        return self.explainer.at((start, start + len(words)))[0]


def read(*, acting: bool) -> Read:
    report = reports.from_text(TEXT)
    doc = language.parse(report.text, breaks=[end for _, end in report.boiler], acting=acting)
    cast = actors.resolve(report, doc)
    calendar = times.Calendar(report, doc)
    voices = speech.Voices(doc, speech.find(report, doc, cast, calendar))
    return Read(Explainer(report, doc, cast, calendar, voices), code(report, doc, cast, calendar, voices))


@pytest.fixture(scope="module")
def ruled() -> Read:
    return read(acting=False)


@pytest.fixture(scope="module")
def headed() -> Read:
    return read(acting=True)


@pytest.fixture(params=["ruled", "headed"])
def either(request: pytest.FixtureRequest) -> Read:
    found: Read = request.getfixturevalue(request.param)
    return found


def test_the_events_are_those_that_are_coded(either: Read) -> None:
    assert either.explainer.events == either.coded
    assert either.coded


def test_every_event_is_accounted_for(either: Read) -> None:
    for event in either.explainer.events:
        first, *again = either.explainer.of(event)
        assert (first.entry, first.type, first.mode, first.span) == (event.id, event.type, event.mode, event.trigger)
        assert first.outcome is Outcome.EVENT
        assert [p.name for p in first.parties] == [a.name for a in event.actors + event.recipients]
        assert first.status is not None
        assert first.status.status == event.status
        assert {d.what for d in first.details} >= {"mode", "day", "confidence"}
        assert all(account.joined and account.entry == event.id for account in again)
        kind, _, rule = event.made_by.replace("/", ":").rpartition(":")
        if kind == "lexicon" or "/" in event.made_by:
            assert first.rule is not None
            assert first.rule.id == rule
        else:
            assert first.rule is None


def test_a_rule_is_told_with_its_words_and_examples(ruled: Read) -> None:
    rule = ruled.of("expelled").rule
    assert rule is not None
    assert (rule.id, rule.type, rule.mode, rule.part) == ("expel", "SANCTION", "expel", "verb")
    assert "expel" in rule.words
    assert rule.met == ("diplomats",)
    assert rule.conditions[0].startswith("its object is a political actor")
    assert rule.yes
    assert rule.no


@pytest.mark.parametrize(
    ("trigger", "party", "how", "inferred"),
    [
        ("expelled", "Chile", "its subject", False),
        ("expelled", "Bolivian diplomats", "its object", False),
        ("condemned", "Ana Rojas", "its subject", False),
        ("condemned", "Peru", "the state of Ana Rojas", False),
        ("promised", "Ecuador", "its subject", False),
    ],
)
def test_how_a_party_was_found(ruled: Read, trigger: str, party: str, how: str, inferred: bool) -> None:
    found = [p for p in ruled.of(trigger).parties if p.name == party]
    assert found
    assert found[0].how.startswith(how)
    assert found[0].inferred is inferred


def test_a_party_that_the_clause_does_not_name_is_inferred(ruled: Read) -> None:
    (party,) = [p for p in ruled.of("promised").parties if p.side == "recipient"]
    assert party.inferred
    assert "text around" in party.how


@pytest.mark.parametrize(
    ("trigger", "words", "effect"),
    [
        ("recall", "plans", "planned"),
        ("attack", "did … not … attack", "denied"),
        ("free", "demanded", "suppress"),
        ("expelled", "expelled", "happened"),
    ],
)
def test_the_words_that_give_the_status(ruled: Read, trigger: str, words: str, effect: str) -> None:
    status = ruled.at(trigger).status
    assert status is not None
    assert (words, effect) in [(step.words, step.effect) for step in status.steps]


@pytest.mark.parametrize(
    ("words", "outcome", "why"),
    [
        ("free", Outcome.STATUS, "only ask"),
        ("Reuters", Outcome.NO_TRIGGER, "no part of the news"),
        ("diplomats", Outcome.NO_TRIGGER, "part of another trigger, “expelled”"),
        ("prices", Outcome.NO_TRIGGER, "no rule of the lexicon has “price” as a noun"),
        ("2-1 in the semi-final", Outcome.NO_TRIGGER, "no rule"),
        ("dog was attacked", Outcome.NO_PARTIES, "nobody"),
        ("attacked the Chilean", Outcome.SILENCE, "row sport"),
        ("beat", Outcome.NO_PARTIES, "actor Peru; recipient Chile"),
    ],
)
def test_why_there_is_no_event(ruled: Read, words: str, outcome: Outcome, why: str) -> None:
    account = ruled.at(words)
    assert account.outcome is outcome
    assert why in account.why
    assert account.entry == ""


def test_a_rule_that_does_not_fit_tells_what_it_asks(ruled: Read) -> None:
    account = ruled.at("fell")
    assert account.outcome is Outcome.NO_TRIGGER
    assert account.others
    assert all(rule.unmet for rule in account.others)
    assert "fall" in account.others[0].words


def test_a_second_telling_points_to_its_entry(ruled: Read) -> None:
    first, second = ruled.explainer.of(ruled.event("expelled"))
    assert TEXT[slice(*second.span)] == "expulsion"
    assert second.joined
    assert not first.joined
    assert "told before" in second.why


def test_words_over_several_acts_give_each(ruled: Read) -> None:
    found = ruled.explainer.at((0, TEXT.index("Peru plans")))
    assert [account.words for account in found] == ["expelled", "demanded", "free"]


def test_without_heads_nothing_is_weighed(ruled: Read) -> None:
    account = ruled.of("expelled")
    assert account.head is None
    assert account.weights == ()
    assert any("did not run" in d.why for d in account.details)


def test_rule_and_head_are_weighed(headed: Read) -> None:
    for event in headed.explainer.events:
        account = headed.explainer.of(event)[0]
        assert account.head is not None
        assert account.weights[0].type == event.type
        chances = [w.chance for w in account.weights]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) <= 1.001
        assert [p for _, p in account.head.types] == sorted((p for _, p in account.head.types), reverse=True)
        assert all(rival.type != event.type for rival in account.rivals if rival.chance is not None)
        if account.rule is not None:
            assert {w.type: w.bonus for w in account.weights}.get(account.rule.type, BONUS) == BONUS


def test_the_head_alone_can_say_no(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Heads.judge

    def no(self: Heads, *arguments) -> Verdict:  # type: ignore[no-untyped-def]
        verdict = judge(self, *arguments)
        assert verdict is not None
        return replace(verdict, type=NONE, chance=0.9, rivals=(("SANCTION", 0.1),))

    monkeypatch.setattr(Heads, "judge", no)
    found = read(acting=True)
    account = found.at("expelled")
    assert found.explainer.events == ()
    assert account.outcome is Outcome.NONE
    assert [rival.type for rival in account.rivals if rival.chance is not None] == ["SANCTION"]


def test_a_word_that_only_the_head_sees_has_no_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.language import Hint

    made = Heads.__init__

    def hinting(self: Heads, tree) -> None:  # type: ignore[no-untyped-def]
        made(self, tree)
        self.hints = {i: Hint(i, 0.9, "ACCUSE", 0.9) for i, low in enumerate(tree.lower) if low == "surprised"}

    monkeypatch.setattr(Heads, "__init__", hinting)
    account = read(acting=False).at("surprised")
    assert account.rule is None
    assert account.outcome is not Outcome.NO_TRIGGER


def test_everything_in_the_tables_can_be_told() -> None:
    for rule in (*lexicon().rules, *hinted().values()):
        told = rule_told(rule)
        assert all(told.actor + told.recipient + told.conditions)
        assert rule.flags <= FLAGS.keys()
        for condition in rule.conditions:
            assert condition_told(condition)


def test_slots_and_conditions_in_words() -> None:
    assert slot_told("obj.owner") == "the owner of its object"
    assert slot_told("obj.with") == "the phrase behind “with” of its object"
    assert slot_told("placein") == "the state of the place behind “in”"
    assert not SLOTS.keys() & FORMS.keys()


def test_an_empty_report_has_nothing_to_explain() -> None:
    report = reports.from_text("", published=date(2001, 1, 1))
    doc = language.parse("")
    cast = actors.resolve(report, doc)
    calendar = times.Calendar(report, doc)
    explainer = Explainer(report, doc, cast, calendar, speech.Voices(doc, ()))
    assert explainer.events == ()
    assert explainer.at((0, 1)) == ()
