"""Words to the tense in which a time phrase among them is told, with no tree: the verb group nearest to it.

The rules, in the order in which they are asked; `EXAMPLES` has a sentence where each fires and one where it must not.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, cast

from dragoman.times.meaning import Tense
from dragoman.times.words import PARAGRAPH, Words


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: an id, a sentence in which the time in square brackets is read so, one in which it is not."""

    id: str
    tense: Tense
    fires: str
    stays: str


RULES: Final = (
    Rule("touching", Tense.PAST, "It will keep the ban imposed [Friday].", "It will keep the vote due [Friday]."),
    Rule("ahead", Tense.FUTURE, "The trial was set for [Monday].", "The trial began on [Monday]."),
    Rule("modal", Tense.FUTURE, "Peru will recall its envoy on [Monday].", "Peru will have recalled it [Monday]."),
    Rule("perfect", Tense.PAST, "Peru has recalled its envoy since [Monday].", "Peru is recalling its envoy [Monday]."),
    Rule("could_not", Tense.PAST, "They could not be reached [Friday].", "They could be freed [Friday]."),
    Rule("infinitive", Tense.FUTURE, "Envoys plan to meet [Friday].", "Envoys met to hear him [Friday]."),
    Rule("is_to", Tense.FUTURE, "The envoy is to leave on [Friday].", "The envoy was in Rome on [Friday]."),
    Rule("passive", Tense.FUTURE, "A ruling may be issued [Friday].", "A ruling was issued [Friday]."),
    Rule("opening", Tense.FUTURE, "On [Friday], the two will meet.", "On [Friday], the two met."),
    Rule("scheduled", Tense.FUTURE, "The truce ends on [Monday].", "The truce ended on [Monday]."),
    Rule("owner", Tense.PAST, "He will study [Monday]'s ruling.", "He will run in [Monday]'s vote."),
)

MODALS: Final = frozenset({"may", "might", "can", "could", "must", "should", "would", "cannot"})
COMING: Final = frozenset({"will", "shall", "ll", "won", "wo", "sha"})
PAST_BE: Final = frozenset({"was", "were", "had", "did", "didn", "wasn", "weren", "hadn", "couldn"})
PRESENT_BE: Final = frozenset({"is", "are", "am", "isn", "aren"})
NOUN_BEFORE: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "of", "s", "some", "other"})
NO_VERB: Final = frozenset(
    "the a an this that these those his her its their our my your which whom what one two three all each any some it "
    "them him us me you have date total day work power war peace prison death justice school court parliament life "
    "people and or both about what where more".split()
)
OWNERS: Final = frozenset({"the", "a", "its", "their", "his", "her", "s"})
FREE: Final = frozenset(
    "and or but to in at for with when after before if that as by on from while who which was".split()
)
NOT_BARE: Final = NOUN_BEFORE | MODALS | COMING | frozenset({"to", "do", "does", "did", "didn", "doesn", "don", "and"})
BETWEEN: Final = frozenset({"not", "n", "t", "also", "now", "'", "’", "only", "already", "never", "still", "soon"})
QUOTES: Final = frozenset({'"', "”", "'"})
SHORT: Final = frozenset(
    "gen sen rep gov col mrs sgt capt lt st rev sept oct nov dec jan feb aug inc maj adm amb hon".split()
)
LEFT: Final = 40  # words that are looked at on the left of a phrase
RIGHT: Final = 16  # and on its right


@cache
def _verbs(kind: str) -> frozenset[str]:
    rows = files("dragoman.times").joinpath("data/verbs.tsv").read_text("utf-8").splitlines()[1:]
    return frozenset(word for word, of in (row.split("\t") for row in rows) if of == kind)


# Acts that are set for a day, so that a day named before them may be one to come ("will run in Sunday's vote").
SET_FOR_A_DAY: Final = frozenset(
    "election elections vote referendum ballot poll polls summit runoff inauguration meeting talk talks hearing "
    "conference session round visit trip rally march ceremony match game launch trial signing swearing "
    "deadline debate".split()
)


def tense_by_words(w: Words, first: int, after: int, relation: str = "in", outer: int | None = None) -> Tense:
    """The tense in which words `first:after` are told; `outer` is the index where their preposition begins.

    The verb group nearest on the left in the sentence, else on the right; past when there is none, as in most news.
    """
    begin = first if outer is None else outer
    if relation == "since":
        return Tense.PAST
    owned = _owned(w, first, after)
    if owned and SET_FOR_A_DAY.isdisjoint(w.low[owned : owned + 3]):
        return Tense.FUTURE if relation == "ahead" or w.low[owned] in _verbs("ahead") else Tense.PAST
    if relation == "ahead":
        return Tense.FUTURE
    if relation == "until" and _put_off(w, begin - 1):
        return Tense.FUTURE
    touching = _touching(w, begin - 1, relation)
    if touching is not None and not owned:
        return touching
    if w.low[begin - 1 : begin] == ("as",) and w.low[begin - 2] in ("soon", "early", "late"):
        return Tense.FUTURE
    between = _group(w, after) if not owned else None  # "the envoy on Friday tried to ..."
    if between in (Tense.PAST, Tense.FUTURE):
        return Tense(between)
    left = _on_the_left(w, begin - 1)
    if left in (Tense.PAST, Tense.PRESENT, Tense.FUTURE):
        return Tense(left)
    right = _on_the_right(w, after)
    return right if right is not None else Tense.FUTURE if left else Tense.PAST


def _owned(w: Words, first: int, after: int) -> int:
    """The index of the noun that the phrase stands before ("Monday's ruling", "the July 27 truce"), 0 if none."""
    if w.low[after] in ("'", "’") and w.low[after + 1] == "s":
        return after + 2
    noun = w.low[after].isalpha() and w.low[after] not in FREE and not _past_form(w, after)
    return after if noun and first and w.low[first - 1] in OWNERS and w.low[after - 1].isdecimal() else 0


def _put_off(w: Words, i: int) -> bool:
    """Such as "gave them until", "postponed the vote until": what lasts to a day yet to come."""
    words = _verbs("put_off")
    for at in range(i, max(i - 9, -1), -1):
        if stops(w, at):
            return False
        if w.low[at] in words:
            return True
    return False


def _touching(w: Words, i: int, relation: str) -> Tense | None:
    """The word right before the phrase, where it is a participle or an act set for a day."""
    if i < 0:
        return None
    low = w.low[i]
    if low in _verbs("ahead") and (low != "set" or relation == "for"):
        return Tense.FUTURE
    if not _past_form(w, i):
        return None
    helper = _helper(w, i)
    return None if helper in ("be", "have", "to") or helper in MODALS | COMING | PRESENT_BE else Tense.PAST


def _past_form(w: Words, i: int) -> bool:
    """Whether the word looks like a past tense or participle that is not a noun's adjective."""
    low = w.low[i]
    if low not in _verbs("past") and (not low.endswith("ed") or len(low) < 5 or low in _verbs("no_past")):
        return False
    return _helper(w, i) not in NOUN_BEFORE and not (w.capital(i) and i > 0)


def _helper(w: Words, i: int) -> str:
    """The word before a verb form, adverbs passed over."""
    at = i - 1
    while at >= 0 and at > i - 4 and (w.low[at] in BETWEEN or (w.low[at].endswith("ly") and len(w.low[at]) > 3)):
        at -= 1
    return w.low[at] if at >= 0 else ""


def stops(w: Words, i: int) -> bool:
    """Whether the sentence ends at word `i`: not at the point of "Gen." or "U.S."."""
    low = w.low[i]
    if low in ("?", "!", ";", PARAGRAPH, ""):
        return True
    if low in QUOTES:
        return i > 0 and w.low[i - 1] in (".", "?", "!") and w.capital(i + 1)
    if low != "." or w.glued(i + 1):
        return False
    short = i > 0 and w.capital(i - 1) and (len(w.low[i - 1]) < 3 or w.low[i - 1] in SHORT) and w.glued(i)
    return not short and not (w.low[i + 1].isalpha() and not w.capital(i + 1))


def _on_the_left(w: Words, i: int) -> Tense | str | None:
    """The nearest verb group, from word `i` to the left until the sentence begins."""
    purpose = False
    at = _telling(w, i, -1)
    while at >= 0 and at > i - LEFT and not stops(w, at):
        at, here = _telling(w, at - 1, -1), at
        found = _group(w, here)
        if found is _INFINITIVE:
            if w.low[here - 1] in _verbs("forward") or w.low[here - 1] in PRESENT_BE or w.low[here + 1] == "be":
                return Tense.FUTURE
            purpose = True
            continue
        if purpose:  # "met to hear", "agreed with them to meet"
            forward = w.low[here] in _verbs("forward")
            return Tense.FUTURE if forward else found
        return found
    return _INFINITIVE if purpose else None


_INFINITIVE: Final = "to"


def _telling(w: Words, i: int, step: int) -> int:
    """The nearest word from `i` on (`step` -1 to the left, 1 to the right) that tells a tense or ends a sentence.

    -1 or the size where there is none.

    Kept for all words passed over, so that many phrases without a verb among them cost no more than one.
    """
    known = w.left if step < 0 else w.right
    at = i
    while 0 <= at < w.size and at not in known and not stops(w, at) and _group(w, at) is None:
        at += step
    found = known.get(at, at)
    for passed in range(i, at, step):
        known[passed] = found
    return found


def _group(w: Words, i: int) -> Tense | str | None:
    """The tense of the verb group whose telling word is word `i`, "to" for an infinitive, None if it tells none."""
    if i in w.verbs:
        return cast("Tense | str | None", w.verbs[i])
    w.verbs[i] = got = _read_group(w, i)
    return got


def _read_group(w: Words, i: int) -> Tense | str | None:
    low = w.low[i]
    if low in COMING:
        return Tense.PAST if _next(w, i) == "have" else Tense.FUTURE
    if low in MODALS and not w.capital(i):
        gone = _next(w, i) == "have" or (low == "could" and w.low[i + 1] == "not")
        return Tense.PAST if gone else Tense.FUTURE
    if low == "to":
        return _INFINITIVE if _verb_after_to(w, i + 1) else None
    if low in PAST_BE:
        nxt = _next(w, i)
        ahead = low in ("was", "were", "had") and (nxt in _verbs("ahead") or nxt in ("to", "going"))
        return Tense.FUTURE if ahead and nxt != "been" else Tense.PAST
    if low in PRESENT_BE:
        return Tense.PRESENT
    if low in ("has", "have"):
        return _perfect(w, i)
    if _past_form(w, i):
        return _of_participle(w, i)
    if low in _verbs("scheduled") and _helper(w, i) not in NOT_BARE:
        return Tense.FUTURE
    if low in _verbs("present") and _helper(w, i) not in NOT_BARE:
        return Tense.PRESENT
    return None


def _next(w: Words, i: int) -> str:
    at = i + 1
    while at < i + 5 and (w.low[at] in BETWEEN or (w.low[at].endswith("ly") and len(w.low[at]) > 3)):
        at += 1
    return w.low[at]


def _verb_after_to(w: Words, i: int) -> bool:
    low = w.low[i]
    return low == "be" or (low.isalpha() and not w.capital(i) and low not in NO_VERB and not low.endswith("ing"))


def _perfect(w: Words, i: int) -> Tense | None:
    if _helper(w, i) in MODALS | COMING | {"to"}:
        return None
    nxt = _next(w, i)
    if nxt == "to":
        return Tense.FUTURE
    return Tense.PAST if nxt in _verbs("past") or nxt.endswith("ed") else Tense.PRESENT


def _of_participle(w: Words, i: int) -> Tense | None:
    helper = _helper(w, i)
    if w.low[i] in _verbs("booked") or (w.low[i] == "set" and w.low[i + 1] == "for"):
        return Tense.FUTURE
    if helper in ("be", "been", "being", "have", "has", "getting") or helper in MODALS | COMING | {"to"}:
        return None  # the helper to the left tells
    return Tense.PRESENT if helper in PRESENT_BE else Tense.PAST


def _on_the_right(w: Words, i: int) -> Tense | None:
    at = i - 1
    while (at := _telling(w, at + 1, 1)) < min(i + RIGHT, w.size) and not stops(w, at):
        found = _group(w, at)
        if found is _INFINITIVE and w.low[at - 1] in _verbs("forward"):
            return Tense.FUTURE
        if isinstance(found, Tense):  # "on Friday it planned to leave" is when it planned
            return Tense.PAST if w.low[at] in _verbs("booked") and w.low[at].endswith("ed") else found
    return None
