"""Nouns to what they count: people and their groups, troops, lives, vessels and aircraft (data/people.tsv)."""

from functools import cache
from typing import Final

from dragoman.events.forms import forms, noun_forms
from dragoman.events.lexicon import classes, table
from dragoman.events.tree import Tree

# Words of measure and time that a count of people never counts.
UNITS: Final = frozenset(
    """year month week day hour minute second century decade percent mile kilometre kilometer km metre meter foot acre
    hectare tonne ton kg gram litre liter barrel degree time round point vote seat""".split()
)
VESSELS: Final = frozenset(
    """ship vessel boat tanker trawler freighter ferry frigate corvette destroyer submarine gunboat yacht dhow barge
    warship cruiser carrier dinghy launch tug speedboat cutter flotilla schooner""".split()
)
AIRCRAFT: Final = frozenset(
    """aircraft plane jet helicopter airliner warplane bomber fighter drone airplane aeroplane gunship glider balloon
    mig f-16""".split()
)
TROOPS: Final = frozenset(
    """troop soldier marine paratrooper policeman police peacekeeper reservist commando guard legionnaire gendarme
    personnel sailor serviceman ranger mercenary adviser trainer fighter militiaman officer man force airman""".split()
)
LIVES: Final = frozenset({"life", "live", "death", "fatality", "injury"})
NAMELESS: Final = frozenset({"other", "people", "person", "one", "them", "those", "us", "whom", "crowd", "member"})
ONE: Final = frozenset({"a", "an", "one", "another", "his", "her", "its", "their", "the"})
WHOLES: Final = frozenset(
    """crowd group total number party team band column convoy contingent force battalion brigade regiment company unit
    squad division platoon battery""".split()
)
PERSONAL: Final = frozenset({"people", "troops", "crowd"})
COLLECTIVE: Final = frozenset(
    "police crew people force personnel family couple national troop guard head vice cabinet".split()
)


@cache
def groups() -> dict[str, str]:
    """Every noun for a person, in each of its forms, to its group; "" where it is of no group (data/people.tsv)."""
    found: dict[str, str] = {}
    for row in table("people.tsv"):
        for form in forms(row["words"].split(), noun_forms):
            found.setdefault(form, row["group"])
    return found | {"children": "children", "women": "women", "men": "", "wives": "", "troops": "soldiers"}


def is_of_kind(tree: Tree, noun: int, what: str) -> bool:
    """Whether a counted noun is of the kind that is asked for."""
    low = tree.lower[noun]
    lemma = tree.lemmas[noun].removesuffix("s") if tree.lemmas[noun] == low else tree.lemmas[noun]
    bare = tree.tokens[noun].pos_ in ("NUM", "PRON") or lemma in NAMELESS
    match what:
        case "vessel":
            return lemma in VESSELS
        case "aircraft":
            return lemma in AIRCRAFT and low not in groups()
        case "life":
            return lemma in LIVES
        case "troops":
            return (
                lemma in TROOPS
                or lemma.endswith("-strong")
                or (low in groups() and groups()[low] in ("soldiers", "police"))
            )
    if lemma in VESSELS or (lemma in AIRCRAFT and lemma != "fighter") or lemma in UNITS:
        return False
    if tree.tokens[noun].pos_ == "PROPN" and tree.tokens[noun].ent_type_ == "PERSON":
        return True
    return bare or low in groups() or lemma in groups() or _demonym(tree, noun) or lemma in _more_people()


@cache
def _more_people() -> frozenset[str]:
    wide = classes()["PERSONS"] | classes()["OFFICE"] | TROOPS
    return wide - {"family", "couple", "leadership", "chief"}


def _demonym(tree: Tree, i: int) -> bool:
    """A plural of a people's name: "12 Palestinians"."""
    return tree.tokens[i].ent_type_ == "NORP" and tree.tokens[i].pos_ in ("PROPN", "NOUN", "ADJ")


def person(tree: Tree, k: int) -> bool:
    """Whether the noun at `k`, in the singular, is one person."""
    return tree.lower[k] in groups() or tree.lower[k] in _more_people() - COLLECTIVE
