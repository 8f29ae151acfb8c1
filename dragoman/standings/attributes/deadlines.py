"""A promise or demand to the day by which it is to be fulfilled: "by Friday", "within 72 hours", "until June 30"."""

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from dragoman.events.tree import Tree
from dragoman.records import Anchor, Precision, Span
from dragoman.standings.content import content
from dragoman.standings.drafts import Draft
from dragoman.times import Kind, Tense, resolve

if TYPE_CHECKING:
    from dragoman.speech import Voices
    from dragoman.times import Calendar, TimePhrase

TOPICS: Final = frozenset({"pledge", "demand"})
_BY: Final = frozenset({"by", "before", "within"})
# A promise "until Friday" lasts till then; what is demanded "until Friday" has to be done.
_UNTIL: Final = frozenset({"until", "till", "to"})
_LATER: Final = (("no", "later", "than"), ("not", "later", "than"), ("at", "the", "latest"), ("prior", "to"))
# What may stand between "by" and a day: "by noon on Friday", "by the end of next June".
_BETWEEN: Final = frozenset(
    "the a end start middle close of next this early late mid noon midnight sunset dawn dusk on at latest".split()
)
_DEADLINE: Final = frozenset({"deadline", "ultimatum", "limit", "cutoff"})
_GIVING: Final = frozenset({"give", "grant", "set", "allow", "have"})  # "gave Chad 72 hours"
_DEEPEST: Final = 7


def deadline(
    tree: Tree, calendar: "Calendar", voices: "Voices", draft: Draft, *, published: date | None
) -> dict[str, str]:
    """`deadline`, an ISO day, and `deadline_text`, its words; the day is missing where the text does not settle it.

    Days and hours ("within 72 hours") count from the day of the promise or demand where the draft has one, else from
    that of speaking, else from `published`.
    """
    if draft.topic not in TOPICS:
        return {}
    start, end = tree.sentence(draft.i)
    said = content(tree, draft.i)
    for phrase in calendar.phrases:
        if not start <= phrase.start < end:
            continue
        first = _opener(tree, phrase, draft)
        if first is None or not _about(tree, phrase, draft, said[0] if said else None):
            continue
        words = tree.text[tree.tokens[first].idx : phrase.span[1]]
        day = _day(tree, calendar, voices, draft, phrase, words, published)
        return ({"deadline": day.isoformat()} if day is not None else {}) | {"deadline_text": words}
    return {}


def _opener(tree: Tree, phrase: "TimePhrase", draft: Draft) -> int | None:
    """The first token of the phrase with the words that make it a deadline, None where it is none."""
    k = phrase.start
    before = [k - 1 - n for n in range(4) if k - 1 - n >= 0]
    for i in before[:3]:  # "by the end of June", "by next Friday"
        word = tree.lower[i]
        if word in _BY or (word in _UNTIL - {"to"} and draft.topic == "demand"):
            return i
        if word not in _BETWEEN:
            break
    for words in _LATER:
        n = len(words)
        if tuple(tree.lower[max(0, k - n) : k]) == words:
            return k - n
    near = tree.lower[phrase.end : phrase.end + 2] + tree.lower[max(0, k - 3) : k]
    if _DEADLINE & set(near):
        return k
    if draft.topic == "demand" and phrase.kind is Kind.DURATION and tree.lemmas[draft.i] in _GIVING:
        return k
    return k - 1 if phrase.kind is Kind.DURATION and draft.topic == "demand" and tree.lower[k - 1] == "in" else None


def _about(tree: Tree, phrase: "TimePhrase", draft: Draft, said: Span | None) -> bool:
    """Whether the phrase belongs to what is promised or asked: it lies in its words, or hangs on them."""
    if said is not None and said[0] <= phrase.span[0] < said[1]:
        return True
    own = {draft.i, tree.heads[draft.i]} if tree.deps[draft.i] in ("mark", "advmod", "det") else {draft.i}
    i = phrase.end - 1
    for _ in range(_DEEPEST):
        if i in own:
            return True
        if tree.heads[i] == i:
            return False
        i = tree.heads[i]
    return i in own


def _day(  # noqa: PLR0917 - what the rooms before have read
    tree: Tree,
    calendar: "Calendar",
    voices: "Voices",
    draft: Draft,
    phrase: "TimePhrase",
    words: str,
    published: date | None,
) -> date | None:
    """The last day on which it may be done."""
    token = tree.tokens[draft.i]
    made = draft.when.start if draft.when is not None and draft.when.precision is Precision.DAY else None
    if phrase.kind is Kind.DURATION:
        anchor = made or voices.spoken(token) or published
        text = words if words.lower().startswith("within") else f"within {tree.text[slice(*phrase.span)]}"
        when = resolve(text, anchor=anchor, basis=Anchor.STATED, tense=Tense.FUTURE) if anchor is not None else None
        return when.end if when is not None else _read(tree, calendar, voices, phrase)
    last = _last(phrase.value)
    if last is None:
        return _read(tree, calendar, voices, phrase)
    said = made or voices.spoken(token) or published
    if said is not None and last < said:  # "demanded that Peru reply by Friday": no day that is over
        text = tree.text[slice(*phrase.span)]
        when = resolve(text, anchor=said, basis=Anchor.STATED, tense=Tense.FUTURE)
        return when.end if when is not None and when.end is not None and when.end >= said else None
    first = _first(phrase.value)
    before = (
        words.lower().startswith(("before", "prior")) and "end of" not in words.lower()
    )  # the end itself is in time
    return first - timedelta(days=1) if before and first else last


def _read(tree: Tree, calendar: "Calendar", voices: "Voices", phrase: "TimePhrase") -> date | None:
    """The end of the time as the act that it hangs on is dated."""
    i = phrase.end - 1
    for _ in range(_DEEPEST):
        when = calendar.of(tree.tokens[i], spoken=voices.spoken(tree.tokens[i])) if tree.verbal(i) else None
        if when is not None and when.text == phrase.span:
            return when.end
        i = tree.heads[i]
    return None


def _first(value: str) -> date | None:
    """The first day of a TIMEX3 value: "2015-06-30", "2015-06", "2015"; None for others."""
    parts = value.partition("T")[0].split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4 or not 1 <= len(parts) <= 3:
        return None
    try:
        return date(*(int(part) for part in (*parts, "1", "1")[:3]))
    except ValueError:
        return None


def _last(value: str) -> date | None:
    """The last day of a TIMEX3 value."""
    first = _first(value)
    match len(value.partition("T")[0].split("-")):
        case _ if first is None:
            return None
        case 1:
            return date(first.year, 12, 31)
        case 2:
            return date(first.year, first.month, monthrange(first.year, first.month)[1])
    return first
