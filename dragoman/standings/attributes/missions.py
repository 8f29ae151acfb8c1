"""A mission's draft to its attributes: the city it sits in, the envoys by name, the number of diplomats.

`place` is the city that the words name as the seat, `envoy` the envoy's name (a tuple where there are several), `count`
the figure of those expelled, withdrawn or left.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dragoman.events.number_words import plain
from dragoman.events.tree import Tree
from dragoman.records import ActorKind, Attribute
from dragoman.standings.drafts import Draft

if TYPE_CHECKING:
    from dragoman.actors import Cast

_PEOPLE: Final = frozenset(
    """diplomat envoy staff personnel employee official officer worker attaché attache person people staffer guard
    spy member""".split()
)
_WHOM: Final = ("obj", "iobj", "of", "as", "xcomp", "on", "for.of", "to.of")
_COUNTED: Final = ("obj", "of", "obj.of", "subj")
_LEFT: Final = ("to", "with")  # "cut its staff to five", "works with a staff of three"
_PARTICLES: Final = (
    "al-",
    "el-",
    "de",
    "van",
    "von",
    "bin",
    "bint",
    "ben",
    "da",
    "di",
    "du",
    "dos",
    "der",
    "den",
    "ibn",
)
_MOST: Final = 10_000  # no mission has so many
_OFFICES: Final = frozenset("envoy ambassador diplomat consul embassy".split())


def attributes(tree: Tree, cast: "Cast", draft: Draft) -> dict[str, Attribute]:
    """Those of place, envoy and count that the words give; empty for other topics than mission."""
    if draft.topic != "mission":
        return {}
    names = tuple(dict.fromkeys(_names(tree, cast, draft)))
    found: dict[str, Attribute] = {
        "place": _place(tree, cast, draft),
        "envoy": names if len(names) > 1 else next(iter(names), None),
        "count": _count(tree, draft),
    }
    return {key: value for key, value in found.items() if value is not None}


def _place(tree: Tree, cast: "Cast", draft: Draft) -> str | None:
    """The city among the words that name the host: "Moscow" of "in Moscow", nothing of "in Russia"."""
    hosts = {a.country for a in draft.subject.actors}
    for k in draft.subject.tokens:
        mention = cast.at(k)
        if mention is None or mention.how not in ("place", "metonym"):
            continue
        state = cast.state(cast.country_of(tree.tokens[k]) or "")
        name = " ".join(tree.doc[mention.start : mention.end].text.split())
        if state is None or state.country not in hosts or name.lower() in _names_of(state.name):
            continue
        return name.removeprefix("the ")
    return None


def _names_of(state: str) -> set[str]:
    return {state.lower(), f"the {state.lower()}", *state.lower().split()}


def _names(tree: Tree, cast: "Cast", draft: Draft) -> Iterator[str]:
    """The names of those whom the words are about: the object of the verb, or its subject if that is the envoy."""
    whom = [k for slot in _WHOM for k in tree.slot(draft.i, slot)]
    whom += [k for k in (draft.i, *draft.used, *tree.slot(draft.i, "subj")) if tree.lemmas[k] in _OFFICES]
    for k in dict.fromkeys(whom):
        near = [k, *tree.kids_by(k, "appos", "flat", "conj")]
        if tree.lemmas[k] not in _OFFICES and not any(tree.lemmas[c] in _OFFICES for c in tree.kids(k)):
            near = [k]
        else:  # "its ambassador to Lima, Ana Rojas": the parser hangs her on Lima
            seats = tree.kids_by(k, "nmod")
            near += [j for c in seats for j in tree.kids_by(c, "conj", "appos") if tree.tokens[j].ent_type_ == "PERSON"]
        for j in near:
            for actor in cast.of(tree.tokens[j]):
                if actor.kind is ActorKind.PERSON and _is_name(actor.name):
                    yield actor.name


def _is_name(name: str) -> bool:
    """Whether it is a person's own name and no description: "Ali al-Musa", not "Libyan ambassador to Chad"."""
    words = name.split()
    plain_words = [w for w in words if w[:1].islower() and not w.startswith(_PARTICLES)]
    return len(words) > 1 and not plain_words and not any(w.lower().rstrip("s") in _PEOPLE | _OFFICES for w in words)


def _count(tree: Tree, draft: Draft) -> int | None:
    """The figure of diplomats: of those sent away or withdrawn, or of those left behind."""
    slots = (*_LEFT, *_COUNTED) if draft.value == "reduced" else _COUNTED
    for k in dict.fromkeys([k for slot in slots for k in tree.slot(draft.i, slot)] + [draft.i, *draft.used]):
        if tree.lemmas[k] == "staff" and (size := [c for c in tree.kids_by(k, "nmod") if tree.case(c) == "of"]):
            return _number(tree, size[0])
        if tree.tokens[k].pos_ == "NUM":
            of = [tree.lemmas[c] for c in tree.kids_by(k, "nmod")]
            if draft.value == "reduced" or _PEOPLE & set(of):
                return _number(tree, k)
        if tree.lemmas[k] in _PEOPLE and (numbers := tree.kids_by(k, "nummod")):
            return _number(tree, numbers[0])
    return None


def _number(tree: Tree, k: int) -> int | None:
    first = min([k, *tree.kids_by(k, "compound", "flat")])
    read = plain(tree.lower, first)
    return int(read.low) if read is not None and read.low == read.high and 0 < read.low < _MOST else None
