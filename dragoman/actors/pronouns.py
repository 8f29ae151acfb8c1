"""A pronoun at its place -> the actor named before (or, for "we" in a quotation, the speaker) that it stands for."""

from typing import Final

from dragoman.actors.scene import Referent, Turn
from dragoman.actors.scene_interview import interviewed
from dragoman.actors.stage import Stage

SPEECH: Final = frozenset(
    """speak say tell add state declare announce insist argue warn claim deny assert stress note explain reply respond
    ask urge write tweet comment vow pledge promise acknowledge concede admit recall remark observe continue conclude
    affirm reiterate repeat complain maintain report believe call accuse quote""".split()
)
# form -> (shape of what it stands for, gender). Rows are tests: tests/actors/test_cast_pronouns.py reads them.
THIRD: Final = {
    "he": ("person", "m"), "him": ("person", "m"), "his": ("person", "m"), "himself": ("person", "m"),
    "she": ("person", "f"), "her": ("person", "f"), "hers": ("person", "f"), "herself": ("person", "f"),
    "it": ("body", ""), "its": ("body", ""), "itself": ("body", ""),
    "they": ("many", ""), "them": ("many", ""), "their": ("many", ""), "themselves": ("many", ""),
}  # fmt: skip
FIRST_MANY: Final = frozenset("we us our ours ourselves".split())
FIRST_ONE: Final = frozenset("i me my mine myself".split())
RELATIVE: Final = frozenset("who which that whom whose".split())
# What states and bodies are the object of; any other verb with "it" as object has a thing there ("fund it").
DONE_TO_BODIES: Final = frozenset(
    """accuse urge warn blame attack criticise criticize condemn recognise recognize isolate threaten pressure press
    force allow ask tell invite help arm support back back oppose sanction punish reward expel suspend admit join leave
    lead defeat weaken strengthen fight defend protect destroy overthrow oust topple ban outlaw disarm crush surround
    target bomb invade provoke persuade convince push compel oblige require permit enable stop prevent prompt lead
    represent call name cost give offer grant send sell lend pay owe deny deprive rob strip hit hurt harm thank praise
    trust engage contact approach consult inform notify remind advise order instruct authorise authorize bar exclude
    embarrass betray deter contain encircle""".split()
)
# Predicates of states and bodies; with another adjective or noun "it" is a thing or nothing ("it was tense").
STATES_OF_BODIES: Final = frozenset(
    """ready willing prepared able unable unwilling concerned worried confident aware unaware committed determined
    opposed open grateful satisfied dissatisfied pleased disappointed alarmed sure certain right wrong responsible
    behind neutral independent interested reluctant keen eager happy free guilty innocent bound entitled loyal
    involved party member ally hopeful optimistic pessimistic sceptical skeptical cautious angry outraged shocked
    saddened surprised appalled anxious careful serious weak strong capable incapable against victim target""".split()
)
# Verbs whose passive subject is a thing ("it was signed").
DONE_TO_THINGS: Final = frozenset(
    """sign publish build schedule broadcast postpone adopt ratify write draft conclude implement carry discuss
    televise print translate seal extend cancel amend approve reach broker hold""".split()
)
BODIES: Final = frozenset(("state", "body", "organisation", "group"))
MANY: Final = frozenset(("people", "group", "thing"))


def of_pronoun(stage: Stage, i: int) -> Referent | None:
    """The referent of the pronoun at `i`, with its mention noted; None for expletives and what nothing fits."""
    page = stage.page
    word = page.low[i]
    if page.dep[i] == "expl":
        return None
    if word in RELATIVE:
        return _relative(stage, i)
    if word in THIRD:
        shape, gender = THIRD[word]
        if word == "it" and _is_thing(stage, i):
            return None
        found = _third(stage, i, shape, gender)
    elif word in FIRST_ONE or word in FIRST_MANY:
        if not page.quoted[i]:
            return None
        found = speaker_at(stage, i)
        if word in FIRST_MANY and found is not None:
            found = _side(stage, found)
    else:
        return None
    return found and stage.mention(i, i + 1, i, found, "pronoun")


def _is_thing(stage: Stage, i: int) -> bool:
    """Whether the place of "it" in its clause is one of things: "to host it", "it was tense", "it was signed"."""
    page, above = stage.page, stage.page.head[i]
    dep, lemma = page.dep[i], page.lemma[above]
    if dep == "obj":
        return page.pos[above] == "VERB" and lemma not in DONE_TO_BODIES
    if dep == "nsubj:pass":
        return lemma in DONE_TO_THINGS
    if dep == "nsubj" and page.kid(above, "cop") is not None and page.pos[above] in ("ADJ", "NOUN"):
        if page.case(above) or page.kid(above, "nmod:poss") is not None:
            return False
        return lemma not in STATES_OF_BODIES and page.low[above] not in STATES_OF_BODIES
    return False


def _relative(stage: Stage, i: int) -> Referent | None:
    """As in "rebels who attacked": the noun that the relative clause hangs on."""
    page, at = stage.page, i
    for _ in range(6):
        if page.dep[at].startswith("acl"):
            noun = page.head[at]
            return stage.refer(noun) if noun < i else None
        if page.head[at] == at:
            break
        at = page.head[at]
    return _noun_before(stage, i)


def _noun_before(stage: Stage, i: int) -> Referent | None:
    """As in "South Africa, which agreed": the name right before, where the parser missed the relative clause."""
    page = stage.page
    before = i - 2 if i > 1 and page.text[i - 1] == "," else i - 1
    if page.low[i] not in ("who", "which", "whose") or before < 0 or page.sent[before] != page.sent[i]:
        return None
    for _ in range(6):
        if page.dep[before] not in ("flat", "compound") or page.pos[before] not in ("PROPN", "NOUN"):
            break
        before = page.head[before]
    return stage.refer(before) if before < i and page.pos[before] in ("PROPN", "NOUN") else None


def _third(stage: Stage, i: int, shape: str, gender: str) -> Referent | None:
    """The best candidate of the last sentences, by a sum of small preferences.

    After Lappin and Leass (1994): recency by sentence, subjects over other roles; of the clause that the pronoun
    stands in, its own arguments are out and the subjects of higher clauses in front.
    """
    page = stage.page
    above = _subjects_above(stage, i)
    barred = _coarguments(stage, i)
    beside = [stage.memo[k] for k in barred if k < i and stage.memo.get(k) is not None]  # "he told him" of two men
    speaks = page.dep[i] == "nsubj" and page.lemma[page.head[i]] in SPEECH
    part = page.dep[i] == "nmod" and page.dep[page.head[i]] == "nsubj"  # "one of them said"
    telling = speaks or (part and page.lemma[page.head[page.head[i]]] in SPEECH)
    speaker = speaker_at(stage, i) if page.quoted[i] else None
    own = _own_side(speaker) if shape != "person" else set()
    best, chosen = -99.0, None
    for turn in stage.scene.back(i, lambda t: page.sent[i] - t.sent <= 12):
        referent = turn.referent
        if turn.i in barred or not _fits(referent, shape, gender) or referent is speaker or referent in beside:
            continue
        if shape == "many" and referent.shape == "state" and not _paired(stage, turn.i):
            continue
        score = _score(stage, i, turn, shape, gender) + above.get(turn.i, 0.0)
        if (turn.sent != page.sent[i] and any(actor.id in own for actor in referent.actors)) or any(
            actor.acts_for in own and (actor.acts_for or "").startswith("person:") for actor in referent.actors
        ):
            score -= 3.0  # who speaks says "we" of his own side
        if page.quoted[i] and not page.quoted[turn.i] and _hears(stage, turn.i):
            score -= 3.0
        if telling and referent.shape == "thing":
            score -= 3.0  # helicopters say nothing
        if speaks and page.dep[turn.i] == "nsubj" and page.lemma[page.head[turn.i]] in SPEECH:
            score += 2.0
        if score > best:
            best, chosen = score, _together(stage, turn) if shape == "many" else referent
    return chosen


def _own_side(speaker: Referent | None) -> set[str]:
    """Ids of the speaker and of whom he acts for."""
    if speaker is None:
        return set()
    return {actor.id for actor in speaker.actors} | {actor.acts_for or "" for actor in speaker.actors}


def _hears(stage: Stage, i: int) -> bool:
    """Whether the noun is who is told something: "he told reporters"."""
    page = stage.page
    return page.dep[i] in ("obj", "iobj", "obl") and page.lemma[page.head[i]] in SPEECH


def _paired(stage: Stage, i: int) -> bool:
    """Whether token `i` begins a coordination of names."""
    page = stage.page
    return any(page.dep[k] == "conj" and stage.memo.get(k) is not None for k in page.kids[i])


def _together(stage: Stage, turn: Turn) -> Referent:
    """As in "Chile and Peru closed their ...": both."""
    page = stage.page
    others = [stage.memo.get(k) for k in page.kids[turn.i] if page.dep[k] == "conj"]
    actors = [a for r in (turn.referent, *others) if r is not None and r.shape != "place" for a in r.actors]
    if len(actors) == len(turn.referent.actors):
        return turn.referent
    return Referent(tuple(dict.fromkeys(actors)), turn.referent.shape, plural=True)


def _fits(referent: Referent, shape: str, gender: str) -> bool:
    if shape == "person":
        return referent.shape == "person" and (not referent.gender or referent.gender == gender)
    if shape == "body":
        return referent.shape in BODIES and len(referent.actors) == 1
    return referent.plural or referent.shape in ("group", "people", "body", "organisation", "state")


def _score(stage: Stage, i: int, turn: Turn, shape: str, gender: str) -> float:
    page = stage.page
    score = -1.5 * min(page.sent[i] - turn.sent, 4) - (1.0 if page.para[i] != turn.para else 0.0) - 0.001 * (i - turn.i)
    if turn.subject:
        score += 1.5
    if page.quoted[turn.i] and not page.quoted[i]:
        score -= 5.0  # the report's own pronouns take up its own nouns
    if shape == "person" and not turn.referent.actors[0].id.startswith("person:"):
        score -= 0.7
    if gender and turn.referent.gender == gender:
        score += 1.0
    if shape == "many":
        score += 1.0 if turn.referent.plural or _paired(stage, turn.i) else -0.5
    if shape == "many" and page.dep[turn.i] in ("compound", "amod", "nmod:desc"):
        score -= 2.0  # the police of "police station"
    if shape == "body" and turn.referent.plural:
        score -= 0.5
    if page.dep[turn.i] == "nmod:poss" and turn.sent != page.sent[i]:
        score -= 0.5
    return score


def _subjects_above(stage: Stage, i: int) -> dict[int, float]:
    """Subjects of the clauses around the pronoun, nearest with most; not the pronoun's own clause for a subject."""
    page, at, out, bonus = stage.page, i, {}, 2.5
    own_clause = page.dep[i] in ("nsubj", "nsubj:pass", "obj", "iobj")
    for _ in range(12):
        above = page.head[at]
        if above == at:
            break
        if page.pos[above] in ("VERB", "AUX", "ADJ", "NOUN"):
            subject = page.kid(above, "nsubj", "nsubj:pass")
            if subject is not None and subject < i and not own_clause:
                out[subject] = bonus
                bonus = max(bonus - 1.0, 0.5)
            own_clause = own_clause and page.pos[above] not in ("VERB", "AUX", "ADJ")
        if page.dep[above] in ("acl:relcl", "acl") and page.head[above] < i:
            out.setdefault(page.head[above], bonus)
        at = above
    return out


def _coarguments(stage: Stage, i: int) -> set[int]:
    """Other arguments of the pronoun's own verb: "Mali accused it" is not Mali. Not for possessives and reflexives."""
    page = stage.page
    if page.dep[i] == "nmod:poss" or page.low[i].endswith(("self", "selves")):
        return set()
    verb = page.head[i]
    found = {k for k in page.kids[verb] if k != i}
    for _ in range(4):  # "soldiers fired but did not stop them": not the soldiers
        if page.dep[verb] not in ("conj", "xcomp") or page.kid(verb, "nsubj", "nsubj:pass") is not None:
            break
        verb = page.head[verb]
        subject = page.kid(verb, "nsubj", "nsubj:pass")
        if subject is not None and page.dep[i] not in ("nsubj", "nsubj:pass"):
            found.add(subject)
    return found


def speaker_at(stage: Stage, i: int) -> Referent | None:
    """Who says the quotation around token `i`: the cue of the sentence, the next or an earlier one of the paragraph."""
    page = stage.page
    if page.asked is not None and page.answer[i]:
        return interviewed(stage.scene)
    sent, para = page.sent[i], page.para[i]
    order = [sent, sent + 1, *range(sent - 1, max(-1, sent - 12), -1)]
    for n in order:
        if not 0 <= n < len(page.starts):
            continue
        if n == sent + 1 and (page.para[page.starts[n]] != para or not page.quoted[page.starts[n]]):
            continue
        verb = _cue(stage, n)
        if verb is None:
            continue
        subject = page.kid(verb, "nsubj")
        if subject is not None:
            return stage.refer(subject)
    return None


def _cue(stage: Stage, n: int) -> int | None:
    """The first verb of speech of sentence `n` that has a subject, looked for once."""
    if n not in stage.cues:
        page = stage.page
        stage.cues[n] = next((v for v in range(page.starts[n], page.ends[n]) if _is_cue(stage, v)), None)
    return stage.cues[n]


def _is_cue(stage: Stage, v: int) -> bool:
    page = stage.page
    return page.pos[v] == "VERB" and page.lemma[v] in SPEECH and not page.quoted[v] and page.kid(v, "nsubj") is not None


def _side(stage: Stage, speaker: Referent) -> Referent | None:
    """As in "we": the state or group that the speaker acts for, else the speaker."""
    if len(speaker.actors) != 1:
        return speaker
    acts_for = speaker.actors[0].acts_for
    if not acts_for:
        return speaker
    return stage.known.get(acts_for) or stage.government(acts_for) or speaker
