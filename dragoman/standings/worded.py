"""The wordings of the table to drafts: every word of a Doc that a row fires on, with its sides."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dragoman.events.lexicon import Condition
from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.events.triggers import match
from dragoman.standings import advice
from dragoman.standings.conditions import binding, conditions
from dragoman.standings.dealings import FLAGS as DEALT
from dragoman.standings.dealings import dealt, fitting
from dragoman.standings.dealings import value as by_tense
from dragoman.standings.drafts import Draft
from dragoman.standings.echoes import echoed
from dragoman.standings.holders import TOPICS as FOUGHT
from dragoman.standings.holders import allowed, fighters
from dragoman.standings.lasting import stays
from dragoman.standings.lexicon import Wording, all_wordings, classes, wordings
from dragoman.standings.light import is_coming, light
from dragoman.standings.missions import spread
from dragoman.standings.sides import Sides
from dragoman.standings.slots import NOBODY, Side, apart, is_power, may_hold
from dragoman.standings.ties import noun_of, tied

# Topics whose standing becomes conditional when a condition hangs on it.
_MAYBE: Final = frozenset({"may", "might", "can", "could", "will", "would"})
STATELIKE: Final = frozenset({"GOV", "IGO"})
_CLAUSE: Final = 14  # tokens behind a word that "later" looks at
_ON_CONDITION: Final = frozenset({"pledge", "recognition", "sanction"})


def worded(tree: Tree, sides: Sides, skip: frozenset[int]) -> Iterator[Draft]:
    """The drafts in the order of the text; `skip` are tokens that yield nothing (datelines, bylines)."""
    table = wordings()
    eaten: set[tuple[str, int]] = set()
    drafts: list[Draft] = []
    for i, lemma in enumerate(tree.lemmas):
        for pos in _positions(tree, i):
            rows = table.get((pos, tree.lower[i] if pos == "A" and tree.tokens[i].tag_ == "VBN" else lemma))
            if rows and i not in skip:
                drafts += _first(tree, sides, i, rows, eaten)
    drafts = [draft for draft in drafts if (draft.topic, draft.i) not in eaten]
    yield from drafts
    yield from echoed(tree, sides, drafts, lambda rule, i: _valued_by(tree, rule, i))


def _valued_by(tree: Tree, rule: str, i: int) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    """What the outcome of a wording amounts to where another word, at `i`, takes it up."""
    row = next((w for w in all_wordings() if f"wording:{w.rule.id}" == rule), None)
    return valued(tree, i, row.outcome.values, row.outcome.topic) if row is not None else ("", "plain", ())


def _positions(tree: Tree, i: int) -> tuple[str, ...]:
    match tree.tokens[i].pos_:
        case "VERB" | "AUX":
            return ("V", "A") if tree.tokens[i].tag_ == "VBN" else ("V",)
        case "NOUN":
            return ("N",)
        case "ADJ":
            return ("A", "V") if tree.verbal(i) else ("A",)
        case "ADV":
            return ("A",) if tree.kids_by(i, "cop") else ()
        case "PRON":
            return ("N",)
    return ()


def _first(tree: Tree, sides: Sides, i: int, rows: tuple[Wording, ...], eaten: set[tuple[str, int]]) -> Iterator[Draft]:
    """What the first row of each topic gives that fires, and those that are told besides ("also").

    Into `eaten` go the words that a row takes whole ("won recognition from"): they say nothing more of its topic.
    """
    done: set[str] = set()
    for row in rows:
        also = "also" in row.rule.flags
        if row.outcome.topic in done and not also:
            continue
        drafts = list(_drafts(tree, sides, i, row))
        if "whole" in row.rule.flags and (used := fires(tree, sides, i, row)) is not None:
            eaten |= {(row.outcome.topic, k) for k in used}
        if drafts:
            done |= set() if also else {row.outcome.topic}
            yield from drafts


def _drafts(tree: Tree, sides: Sides, i: int, row: Wording) -> Iterator[Draft]:
    used = fires(tree, sides, i, row)
    if used is None or ("citizen" in row.rule.flags and not sides.home(i, row.rule.flags).actors):
        return
    if row.rule.flags & advice.FLAGS and not advice.holds(tree, i, row.rule.flags):
        return
    if "recognition" in row.rule.flags and not sides.about_recognition:
        return
    if "told-that" in row.rule.flags and not _told_that(tree, i):
        return
    if "since" in row.rule.flags and not any(tree.lower[c] == "since" for k in tree.kids(i) for c in tree.kids(k)):
        return
    if "told" in row.rule.flags and not _to_do(tree, i):
        return
    if "wish" in row.rule.flags and not _wishes(tree, i):
        return
    if "stays" in row.rule.flags and not stays(tree, i):
        return
    if row.rule.flags & DEALT and not fitting(tree, i, row.rule):
        return
    value, shade, terms = valued(tree, i, row.outcome.values, row.outcome.topic)
    value = by_tense(tree, i, row.rule, value) if row.rule.flags & DEALT else value
    if not value or ("spoken" in row.rule.flags and not is_coming(tree, i)):
        return
    found = _sides(sides, i, row, used)
    if found is None:
        return
    holder, subject, guessed = found
    if "spoken" in row.rule.flags and not _own_promise(sides, i, holder):
        return
    ordered = spread(row.outcome.topic, holder, subject)
    if "each" in row.rule.flags:  # what each of the two does to the other
        ordered += [(other, one) for one, other in ordered]
    for one, other in ordered:
        yield Draft(
            i,
            row.outcome.topic,
            value,
            shade,
            one,
            other,
            f"wording:{row.rule.id}",
            row.confidence * (0.75 if guessed else 1.0),
            terms,
            used=used,
            now="now" in row.rule.flags,
            guessed=guessed,
        )


def fires(tree: Tree, sides: Sides, i: int, row: Wording) -> tuple[int, ...] | None:
    """The tokens that the row's conditions take around token `i`, None if it does not fire there."""
    ties = [c for c in row.near if c.alternatives[0].slot == "tie"]
    if not all(_near(tree, i, condition) for condition in row.near if condition not in ties):
        return None
    nouns = [noun_of(tree, i, c.alternatives[0].lemmas) for c in ties]
    found = match(tree, i, row.rule, lambda k: bool(sides.cast.of(tree.tokens[k])))
    return None if found is None or None in nouns else (*found, *(k for k in nouns if k is not None))


def _to_do(tree: Tree, i: int) -> bool:
    """As in "told its citizens on Sunday to leave": an infinitive soon after, wherever the parser hangs it."""
    return any(tree.tokens[k].tag_ == "TO" for k in range(i + 1, min(i + 15, len(tree.tokens))))


def _told_that(tree: Tree, i: int) -> bool:
    """As in "recommended that Swedes leave Haiti", "said Swedes should leave"."""
    return any(tree.lemmas[k] in classes()["GOING"] for k in tree.kids_by(i, "ccomp")) and (
        tree.lemmas[i] != "say" or _wishes(tree, i)
    )


def _wishes(tree: Tree, i: int) -> bool:
    """As in "insists that the rebels disarm": the clause says what shall be, not what is."""
    for k in tree.kids_by(i, "ccomp"):
        helpers = {tree.lower[c] for c in tree.kids_by(k, "aux", "cop", "aux:pass")}
        if helpers & {"must", "should", "shall"} or "be" in helpers:
            return True
        if tree.tokens[k].tag_ == "VB" and not helpers & _MAYBE:
            return True
        if tree.tokens[k].tag_ == "VBP" and any(tree.tokens[c].tag_ in ("NN", "NNP") for c in tree.kids_by(k, "nsubj")):
            return True
    return bool(tree.slot(i, "on"))


def _near(tree: Tree, i: int, condition: Condition) -> bool:
    if condition.alternatives[0].slot == "next":  # of the two words behind it, whatever the parser makes of them
        behind = any(word in condition.alternatives[0].lemmas for word in tree.lower[i + 1 : i + 3])
        return behind is not condition.negated
    if condition.alternatives[0].slot == "later":  # anywhere behind it, as far as one clause may go
        end = min(i + _CLAUSE, tree.sentence(i)[1])
        told = any(word in condition.alternatives[0].lemmas for word in tree.lower[i + 1 : end])
        return told is not condition.negated
    held = any(
        tree.lower[k] in alternative.lemmas
        for alternative in condition.alternatives
        for k in tree.kids(i)
        if tree.deps[k].partition(":")[0] == alternative.slot
    )
    return held is not condition.negated


def valued(tree: Tree, i: int, values: dict[str, str], topic: str) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    """The value for the light on token `i`, that light, and the conditions; the value is "" where nothing is said."""
    shade = light(tree, i)
    if shade in ("asked", "supposed"):
        return "", shade, ()
    terms = conditions(tree, i, coming=shade in ("promised", "threatened", "weighed") or topic == "pledge")
    if terms and shade in ("promised", "threatened", "conditional") and topic == "mission":
        return "", shade, terms  # a promise or threat of it, which is told as such
    if shade == "conditional" and not terms:
        shade = "weighed"
    shades = ("plain", "promised", "conditional", *(("negated", "refused") if topic == "recognition" else ()))
    bound = binding(tree, terms) or (topic == "recognition" and shade in ("negated", "refused"))
    if bound and terms and topic in _ON_CONDITION and shade in shades and values["conditional"]:
        return values["conditional"], "conditional", terms
    return values.get(shade, ""), shade, terms


def _warlike(sides: Sides, row: Wording, used: tuple[int, ...]) -> bool:
    return row.outcome.topic == "hostilities" or any(sides.tree.lemmas[k] in classes()["TRUCE"] for k in used)


def _sides(sides: Sides, i: int, row: Wording, used: tuple[int, ...]) -> tuple[Side, Side, bool] | None:
    rule = row.rule
    if rule.flags & DEALT:
        both = dealt(sides.tree, sides, i, rule, used)
        return _fit(both[0], both[1], row, both[2]) if both is not None else None
    if rule.pos == "A" and sides.tree.verbal(i) and sides.tree.passive(i):
        rule = replace(rule, actor=tuple("obj" if slot == "subj" else slot for slot in rule.actor))
    if "ties" in rule.flags:
        between = tied(sides, i, used[-1] if used else i, guess="?" in rule.recipient)
        if between is not None:
            return _fit(*between[:2], row, between[2])
        if "pair" not in rule.flags:
            return None
    if "sym" in rule.flags:
        pair = sides.both(i, rule.actor)
        if pair is not None:
            return pair[0], pair[1], False
    guessed = False
    holder = sides.side(i, tuple(slot for slot in rule.actor if slot != "?"))
    subject = sides.side(i, tuple(slot for slot in rule.recipient if slot != "?"), holder)
    if "citizen" in rule.flags:
        home = sides.home(i, rule.flags)
        if holder.actors and not _speaks_to(sides, holder, home):
            return None
        holder = home
        subject = sides.side(i, tuple(slot for slot in rule.recipient if slot != "?"), holder)
    if rule.flags & {"host", "alien"} and (hosts := sides.missions.hosts(i, holder)).actors:
        if "alien" in rule.flags:
            return None  # "ordered its diplomats to leave": its own
        subject, holder, guessed = hosts, sides.side(i, ("?",), hosts), True
    if "ours" in rule.flags and not sides.missions.hosts(i, holder).actors:
        return None  # "ordered the Libyan envoy to return"
    if not holder.actors and "?" in rule.actor and subject.actors:
        holder, guessed = sides.side(i, ("country", "?"), subject), True
    if not holder.actors and not subject.actors and "pair" in rule.flags:
        pair = sides.pair(hostile=_warlike(sides, row, used))
        return (*pair, True) if pair is not None else None
    if row.outcome.topic == "control" and "place" not in rule.flags and sides.lands.is_person(subject):
        return None  # "captured Smith"
    if "power" in rule.flags and holder.actors and not subject.actors:
        home = sides.side(i, ("homestate",), holder)
        country = holder.actors[0].country
        subject = home if home.actors or country is None else sides.state(country, i)
    if holder.actors and not subject.actors and "?" in rule.recipient:
        near = "toward" if row.outcome.topic == "pledge" else "country"
        subject, guessed = sides.side(i, (near, "?"), holder), True
        if row.outcome.topic == "mission" and any(a.sector not in STATELIKE for a in subject.actors):
            return None  # a host is a state
    if holder.actors and row.outcome.topic == "pledge" and subject.actors and not any(map(is_power, subject.actors)):
        subject, guessed = sides.side(i, ("toward", "?"), holder), True
    if not holder.actors or not (subject.actors or "alone" in rule.flags):
        return None
    if row.outcome.topic in FOUGHT:
        holder = fighters(sides, holder)
        if not allowed(sides, holder, subject, row):
            return None
    return _fit(holder, subject, row, guessed)


def _fit(holder: Side, subject: Side, row: Wording, guessed: bool) -> tuple[Side, Side, bool] | None:
    """The sides when they are of the right kind for the topic, else None."""
    topic, flags = row.outcome.topic, row.rule.flags
    actors = tuple(a for a in holder.actors if may_hold(a, topic) and ("powers" not in flags or is_power(a)))
    if not actors:
        return None
    official = topic in ("recognition", "relations", "mission", "agreement", "sanction") and "ruler" not in flags
    if official and not all(map(is_power, subject.actors)):
        return None
    if subject.actors and topic != "control" and {apart(a) for a in actors} == {apart(subject.actors[0])}:
        return None
    return Side(actors, holder.tokens), subject or NOBODY, guessed


def _speaks_to(sides: Sides, holder: Side, home: Side) -> bool:
    """Whether those who advise are the citizens' own state, or an embassy, whosever it was taken for."""
    if any(sides.principal(a).id == h.id for a in holder.actors for h in home.actors):
        return True
    return any("embassy" in a.name.lower() or "consulate" in a.name.lower() for a in holder.actors) or any(
        sides.tree.lemmas[k] in ("embassy", "envoy") for k in holder.tokens
    )


def _own_promise(sides: Sides, i: int, holder: Side) -> bool:
    """Whether what will be done is told by the report or by the side that will do it."""
    speaker = sides.voices.speaker(sides.tree.tokens[i])
    if speaker is None:
        return True
    return any(side_of(sides.principal(speaker)) == side_of(sides.principal(a)) for a in holder.actors)
