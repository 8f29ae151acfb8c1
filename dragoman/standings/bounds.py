"""A draft in its tree to the day up to which it is said to hold: "until the end of July", "expires in 2042".

A time bound comes from a date behind "until", "through" or "till", from a verb of ending in the future ("runs out in
March", "is due to expire next year"), or from a length counted from the day of the draft itself ("renewed on Monday
for six months"). "Until the rebels disarm" is a condition and no bound; so is a date inside such a clause.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from dragoman.events.tree import Tree
from dragoman.records import Anchor, Precision, When
from dragoman.standings import accords, measures
from dragoman.standings.drafts import Draft
from dragoman.times import Kind, Tense, resolve
from dragoman.times.stretch import months_on, shifted

if TYPE_CHECKING:
    from dragoman.speech import Voices
    from dragoman.times import Calendar, TimePhrase

TOPICS: Final = frozenset({"agreement", "sanction", "hostilities", "control", "mission"})
# Values that are over, or not begun: nothing holds until then.
_OVER: Final = frozenset(
    {"terminated", "breached", "lifted", "lost", "proposed", "under negotiation", "threatened", "ended"}
)
_UNTIL: Final = frozenset({"until", "till", "til", "through", "’til"})
_BETWEEN: Final = frozenset(
    {"at", "least", "the", "early", "late", "mid", "-", "end", "of", "beginning", "middle", "midnight", "on"}
)
_ENDING: Final = frozenset({"expire", "lapse", "end", "run", "terminate", "elapse"})
_STATIVE: Final = frozenset({"hold", "last", "remain", "stay", "be", "survive", "stand", "rule", "control", "run"})
_LENGTH: Final = re.compile(r"P(\d{1,4})([DWMY])$")
_HIGH: Final = 5  # heads between a time phrase and the words it bounds


def until(tree: Tree, calendar: "Calendar", voices: "Voices", draft: Draft, published: date | None) -> When | None:
    """The day, month or year up to which `draft` holds, None where the text sets no time."""
    if draft.topic not in TOPICS or draft.value in _OVER:
        return None
    start, end = tree.sentence(draft.i)
    spoken = voices.spoken(tree.tokens[draft.i])
    own = _own(tree, draft)
    for phrase in calendar.phrases:
        if not start <= phrase.start < end or not _reaches(tree, phrase, own):
            continue
        found = _of_date(tree, phrase, spoken or published, Anchor.SPOKEN if spoken else Anchor.PUBLISHED)
        found = found or _of_length(tree, phrase, draft)
        if found is not None:
            return found
    return None


def _own(tree: Tree, draft: Draft) -> frozenset[int]:
    """The words that the bound may hang on: the draft's, the noun it speaks of, and the verbs that say how long."""
    nouns = {accords.accord(tree, draft.i, draft.used)} if draft.topic in ("agreement", "hostilities") else set()
    if draft.topic == "sanction":
        nouns.add(measures.measure(tree, draft.i, draft.used))
    words = {draft.i, *draft.used, *(k for k in nouns if k is not None)}
    words |= {k for i in tuple(words) for k in tree.kids_by(i, "acl", "acl:relcl", "amod", "appos")}
    up = tree.heads[draft.i]
    if tree.deps[draft.i] in ("obj", "nsubj", "nsubj:pass", "nmod", "xcomp", "obl") and tree.deps[up] != "nmod":
        words.add(up)
    return frozenset(words)


def _reaches(tree: Tree, phrase: "TimePhrase", own: frozenset[int]) -> bool:
    """Whether the phrase hangs on one of the draft's words, with no other clause between."""
    head = next(
        (k for k in range(phrase.start, phrase.end) if not phrase.start <= tree.heads[k] < phrase.end), phrase.start
    )
    for _ in range(_HIGH):
        if head in own:
            return True
        up = tree.heads[head]
        if up == head:
            return False
        if up not in own and tree.verbal(up) and tree.lemmas[up] not in _ENDING:
            return False
        head = up
    return False


def _of_date(tree: Tree, phrase: "TimePhrase", anchor: date | None, basis: Anchor) -> When | None:
    """The bound that a date sets behind "until", or as the day of an end to come."""
    if phrase.kind is Kind.DURATION or phrase.kind is Kind.SET:
        return None
    verb = _governor(tree, phrase)
    if not _behind_until(tree, phrase):
        if tree.lemmas[verb] not in _ENDING or not _coming(tree, verb):
            return None
        if tree.lemmas[verb] == "run" and not any(tree.lower[k] == "out" for k in tree.kids(verb)):
            return None
    past = tree.lemmas[verb] in _STATIVE and tree.tokens[verb].tag_ == "VBD"
    words = tree.text[slice(*phrase.span)]
    found = resolve(words, anchor=anchor, basis=basis, tense=Tense.PAST if past else Tense.FUTURE, text=phrase.span)
    if found is None or found.end is None:
        return None
    if "end of" in words.lower() or words.lower().startswith("the end"):
        return When(found.end, found.end, Precision.DAY, found.anchor, phrase.span)
    return found


def _behind_until(tree: Tree, phrase: "TimePhrase") -> bool:
    k = phrase.start - 1
    while k > 0 and tree.lower[k] in _BETWEEN:
        k -= 1
    return k >= 0 and tree.lower[k] in _UNTIL


def _governor(tree: Tree, phrase: "TimePhrase") -> int:
    """The verb or noun that the phrase hangs on."""
    k = phrase.start
    while phrase.start <= tree.heads[k] < phrase.end and tree.heads[k] != k:
        k = tree.heads[k]
    return tree.heads[k]


def _coming(tree: Tree, verb: int) -> bool:
    """Whether the end is still to come: "expires", "will lapse", "is due to run out", "expiring in"."""
    token = tree.tokens[verb]
    helpers = {tree.lower[k] for k in tree.kids_by(verb, "aux", "cop")}
    if helpers & {"will", "would", "shall", "'ll", "may", "could"}:
        return True
    return token.tag_ in ("VBZ", "VBP", "VBG") or (token.tag_ == "VB" and tree.lower_mark(verb) == "to")


def _of_length(tree: Tree, phrase: "TimePhrase", draft: Draft) -> When | None:
    """The end of a length that runs from the day of the draft itself: "renewed on Monday for six months"."""
    length = _LENGTH.match(phrase.value)
    begun = draft.when.start if draft.when is not None and draft.when.start == draft.when.end else None
    if length is None or begun is None or phrase.start == 0 or draft.light not in ("plain", "promised"):
        return None
    if tree.lower[phrase.start - 1] not in ("for", "by", "another", "further") and phrase.start - 1 not in _fors(tree):
        return None
    count, unit = int(length[1]), length[2]
    last = (
        months_on(begun, count * (12 if unit == "Y" else 1))
        if unit in "MY"
        else shifted(begun, count * (7 if unit == "W" else 1))
    )
    return When(last, last, Precision.DAY, Anchor.NARRATIVE, phrase.span)


def _fors(tree: Tree) -> frozenset[int]:
    """Tokens between "for" and a length: "for a further six months", "for at least two years"."""
    return frozenset(
        k
        for k, word in enumerate(tree.lower)
        if word in ("further", "another", "least", "a", "next", "additional") and "for" in tree.lower[max(0, k - 3) : k]
    )
