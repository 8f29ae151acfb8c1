"""The nodes of a type's rules and example sentences to their records."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from dragoman.events.custom import marks, slots, source
from dragoman.events.custom.schema import Example, OwnRule, Wanted
from dragoman.events.custom.source import Faults, Node

TRIGGERS: Final = {"verbs": "V", "nouns": "N", "adjectives": "A"}
OWN_KEYS: Final = frozenset(
    ("id", "mode", "unless", "actor", "recipient", "need", "example", "examples", "not", "notes")
)
SLOTS: Final = frozenset(slots.PREPOSITIONS | slots.NAMED.keys() | slots.WORDS_ONLY.keys())
NEEDS: Final = frozenset(("any", "both", "actor", "recipient", "nobody"))
KINDS: Final = frozenset(("ACTOR", "NUMBER", "ANY"))
EXAMPLE: Final = frozenset(("text", "mode"))


class Lists:
    """The user's lists of words by name; a name in capitals stands for its list in the rules."""

    def __init__(self, node: Node | None, faults: Faults) -> None:
        self.words: dict[str, tuple[str, ...]] = {}
        for name, value in (source.table(node, faults, "`lists`") if node is not None else {}).items():
            if not name.isupper() or name in KINDS:
                advice = f"{', '.join(sorted(KINDS))} are taken" if name in KINDS else f"write {name.upper()!r}"
                faults.error(value, f"{name!r} is no name for a list", f"it must be in capitals; {advice}")
            self.words[name] = tuple(word.lower() for word, _ in source.texts(value, faults, f"a word of {name!r}"))

    def expand(self, node: Node, faults: Faults, what: str) -> tuple[tuple[str, ...], frozenset[str]]:
        """The words that a node lists, those of named lists included, and the kinds (ACTOR ...)."""
        words: list[str] = []
        kinds: set[str] = set()
        for word, at in source.texts(node, faults, what):
            if word in KINDS:
                kinds.add(word)
            elif word in self.words:
                words += self.words[word]
            elif word.isupper() and len(word) > 1:
                known = frozenset(self.words) | KINDS
                faults.error(
                    at, f"there is no list {word!r}", f"{source.near(word, known)}; plain words are written small"
                )
            else:
                words.append(word.lower())
        return tuple(dict.fromkeys(words)), frozenset(kinds)


@dataclass(frozen=True, slots=True)
class Within:
    """Where rules and sentences stand: their type (None for none) with its modes, the user's lists, the faults."""

    type: str | None
    modes: Mapping[str, str]
    lists: Lists
    faults: Faults


def rules(node: Node, within: Within) -> tuple[OwnRule, ...]:
    """The rules of a type."""
    stem = (within.type or "").lower().replace(" ", "-")
    return tuple(_rule(item, f"{stem}-{n}", within) for n, item in enumerate(source.items(node), start=1))


def _rule(node: Node, default: str, within: Within) -> OwnRule:
    faults, lists = within.faults, within.lists
    parts = source.table(node, faults, f"a rule of {within.type!r}")
    id = (source.text(parts["id"], faults, "the id") if "id" in parts else None) or default
    what = f"rule {id!r}"
    words = tuple(
        (pos, *_headed(word, pos))
        for key, pos in TRIGGERS.items()
        if key in parts
        for word in lists.expand(parts[key], faults, f"{key} of {what}")[0]
    )
    if parts and not words:
        faults.error(node, f"{what} has no trigger", "give it `verbs: [board, seize]` or `nouns: [boarding]`")
    told = [key for key in ("example", "examples") if key in parts]
    return OwnRule(
        id=id,
        line=source.line(node),
        type=within.type or "",
        words=words,
        mode=_one_of(parts.get("mode"), frozenset(within.modes), f"mode of {within.type!r}", faults),
        wanted=_wanted(parts, what, lists, faults),
        actor=_parties(parts.get("actor"), ("subject",), faults),
        recipient=_parties(parts.get("recipient"), ("object",), faults),
        need=_one_of(parts.get("need"), NEEDS, "`need`", faults) or "any",
        examples=tuple(e for key in told for e in examples(parts[key], within, f"examples of {what}")),
        nots=examples(parts["not"], within, f"`not` of {what}") if "not" in parts else (),
    )


def _headed(word: str, pos: str) -> tuple[str, tuple[str, ...]]:
    """The word that is looked up and those that go with it: (open, (fire,)), (attack, (water, cannon))."""
    parts = word.split()
    return (parts[0], tuple(parts[1:])) if pos == "V" else (parts[-1], tuple(parts[:-1]))


def _wanted(parts: Mapping[str, Node], what: str, lists: Lists, faults: Faults) -> tuple[Wanted, ...]:
    found = []
    for key, node in parts.items():
        if key not in OWN_KEYS and key not in TRIGGERS:
            found.append(_condition(key, node, what, lists, faults))
    if "unless" in parts:
        for key, node in source.table(parts["unless"], faults, f"`unless` of {what}").items():
            found.append(replace(_condition(key, node, what, lists, faults), negated=True))
    return tuple(found)


def _condition(key: str, node: Node, what: str, lists: Lists, faults: Faults) -> Wanted:
    seen = slots.fault(key, party=False)
    if seen is not None:
        known = OWN_KEYS | TRIGGERS.keys() | SLOTS
        close = source.near(key, frozenset(known))
        advice = close if close.startswith("did") else seen[1]
        faults.error(node, f"{what} has a key {key!r} that nobody knows", advice)
    words, kinds = lists.expand(node, faults, f"{key!r} of {what}")
    return Wanted(key, words, kinds)


def _parties(node: Node | None, default: tuple[str, ...], faults: Faults) -> tuple[str, ...]:
    if node is None:
        return default
    found = []
    for name, at in source.texts(node, faults, "the place of a party"):
        seen = slots.fault(name, party=True)
        if seen is not None:
            faults.error(at, *seen)
        else:
            found.append(name)
    return tuple(found)


def _one_of(node: Node | None, known: frozenset[str], what: str, faults: Faults) -> str | None:
    word = source.text(node, faults, f"the {what}") if node is not None else None
    if word is None or node is None or word in known:
        return word
    advice = source.near(word, known) if known else "the type has no `modes`: list them there"
    faults.error(node, f"{word!r} is no {what}", advice)
    return None


def examples(node: Node, within: Within, what: str) -> tuple[Example, ...]:
    """The sentences of a list, each a text or a table with `text` and `mode`; `what` names the list."""
    found = (_entry(item, number, within, what) for number, item in enumerate(source.items(node), start=1))
    return tuple(one for one in found if one is not None)


def _entry(item: Node, number: int, within: Within, what: str) -> Example | None:
    faults = within.faults
    parts: Mapping[str, Node] = {"text": item}
    if source.is_table(item):
        if not any(key.value in EXAMPLE for key, _ in item.value):
            faults.error(item, f"a sentence of {what} has a colon", 'put it in "quotation marks"')
            return None
        parts = source.table(item, faults, f"an entry of {what}", EXAMPLE)
        if "text" not in parts:
            faults.error(item, f"an entry of {what} has no `text`", "write `text: the sentence`")
            return None
    sentence = source.text(parts["text"], faults, f"a sentence of {what}")
    if sentence is None:
        return None
    mode = _one_of(parts.get("mode"), frozenset(within.modes), f"mode of {within.type!r}", faults)
    try:
        read = marks.read(sentence)
    except marks.BadMark as error:
        faults.error(item, error.seen, error.advice)
        return None
    return Example(read.text, source.line(item), within.type, number, mode, read.trigger, read.actors, read.recipients)
