"""The word before "-held" to who holds the place: a name, the rebels or the government of its country, a people."""

from typing import Final

from dragoman.actors.registry import registry
from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind
from dragoman.standings.around import Around
from dragoman.standings.slots import NOBODY, Side, Slots

# What such a word stands for: the sector of a group, and what it is called behind the adjective of its country.
_GROUPS: Final = {
    "rebel": ("REB", "rebels"),
    "insurgent": ("REB", "insurgents"),
    "guerrilla": ("REB", "guerrillas"),
    "guerilla": ("REB", "guerrillas"),
    "militant": ("REB", "militants"),
    "militia": ("REB", "militia"),
    "jihadist": ("REB", "jihadists"),
    "jihadi": ("REB", "jihadists"),
    "islamist": ("REB", "Islamists"),
    "mutineer": ("REB", "mutineers"),
    "separatist": ("SEP", "separatists"),
    "opposition": ("OPP", "opposition"),
    "resistance": ("REB", "resistance"),
    "gang": ("UAF", "gangs"),
}
_RULERS: Final = frozenset({"government", "regime", "state", "army", "junta", "loyalist"})
# Peoples without a state, or who fight outside of theirs.
_PEOPLES: Final = frozenset(
    """kurdish kurd serb croat muslim tamil armenian albanian tuareg druze maronite hutu tutsi azeri shi'ite shiite
    sunni karen kachin abkhaz chechen russian tigrayan amhara""".split()
)
_STATES: Final = {"serb": "SRB", "croat": "HRV", "armenian": "ARM", "albanian": "ALB", "azeri": "AZE", "russian": "RUS"}


def prefixed(slots: Slots, play: Around, i: int) -> Side:
    """The holder in "Houthi-held Sanaa", "rebel-held Goma", "government-controlled areas"; `i` is the participle."""
    tree = slots.tree
    k = _word(tree, i)
    if k is None:
        return NOBODY
    country = _country(slots, i)
    people = tree.lower[k] in _PEOPLES and country is not None and _STATES.get(tree.lower[k]) != country
    found = slots.named((k,))
    if found.actors and not (people and found.actors[0].kind is ActorKind.STATE and tree.lower[k] in ("serb", "croat")):
        return found
    if tree.lower[k] in _RULERS and country is not None:
        return slots.state(country, k)
    if tree.lemmas[k].lower() in _GROUPS:
        return _group(slots, play, k, country)
    return Side((_people(slots, k, country),), (k,)) if people else NOBODY


def _word(tree: Tree, i: int) -> int | None:
    """The word before "-held": the one that the hyphen joins to it."""
    if i < 2 or tree.deps[i] not in ("amod", "acl", "nmod", "compound") or tree.tokens[i - 1].text not in ("-", "–"):
        return None
    return i - 2


def _country(slots: Slots, i: int) -> str | None:
    """The country of the place that is held."""
    tree, cast = slots.tree, slots.cast
    head = tree.heads[i]
    for j in (head, *tree.kids_by(head, "nmod", "obl", "compound", "flat", "appos"), tree.heads[head]):
        place = cast.place_of(tree.tokens[j])
        if place is not None and place.country:
            return place.country
        if cast.country_of(tree.tokens[j]) and tree.deps[j] != "nmod:poss":
            return cast.country_of(tree.tokens[j])
    return None


def _group(slots: Slots, play: Around, k: int, country: str | None) -> Side:
    """The rebels or opposition named most, if they are of that country, else those of the country without a name."""
    sector, name = _GROUPS[slots.tree.lemmas[k].lower()]
    known = play.foremost(sector)
    if known is not None and country in (None, known.country):
        return Side((known,), (k,))
    return Side((_described(slots, k, country, sector, name),), (k,)) if country else NOBODY


def _people(slots: Slots, k: int, country: str | None) -> Actor:
    word = slots.tree.tokens[k].text
    if word in ("Serb", "Croat"):
        return _described(slots, k, country, "SEP", f"{word}s")
    return _described(slots, k, None, "REB", f"{word} forces")


def _described(slots: Slots, k: int, country: str | None, sector: str, words: str) -> Actor:
    state = registry().states.get(country or "")
    name = f"{state.adjective} {words}" if state is not None else words
    token = slots.tree.tokens[k]
    id_ = "-".join(f"{country or 'int'} {name}".lower().split())
    return Actor(id_, name, country, sector, ActorKind.ARMED_GROUP, None, (token.idx, token.idx + len(token)))
