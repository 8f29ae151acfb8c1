"""An actor and its mention to CAMEO's code: country and role ("TUNJUD", "REB", "DEU"), as its own phrase says them."""

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from dragoman.events.lexicon import table
from dragoman.records import Actor, ActorKind

if TYPE_CHECKING:
    from dragoman.actors import Cast
    from dragoman.actors.cast import Mention
    from dragoman.events.tree import Tree

# Marks the country of a stranger, a state or people that no list knows; it is never written.
UNKNOWN: Final = "?"

# Words that belong to the phrase of the noun they hang on.
PARTS: Final = frozenset({"compound", "amod", "nmod:poss", "nmod:desc", "nmod", "flat"})
OWN: Final = frozenset({"of", "in", "from", "'s", "’s", ""})
FOR: Final = frozenset({"for"})  # "a spokesman for the Sudanese rebels"

# Ways of naming a state itself, not its government: "Norway", "Norwegian", "Oslo".
PLAIN: Final = frozenset({"name", "demonym", "metonym", "pronoun", "place"})
# Metonyms that name the government and nothing else.
SEATS: Final = frozenset(
    {"house", "kremlin", "street", "elysee", "élysée", "whitehall", "office", "palace", "pentagon"}
)


@dataclass(frozen=True, slots=True)
class Roles:
    """CAMEO's role of a PLOVER sector, and of the nouns that CAMEO's coders file elsewhere."""

    sectors: dict[str, str]
    words: dict[str, str]
    weak: dict[str, str]  # nouns that say less than the words around them: "rebel leaders", "opposition spokesman"
    thing: dict[str, str]  # nouns that say nothing: a ship is the navy's or anybody's


@cache
def roles() -> Roles:
    """The crosswalk of data/cameo_roles.tsv, read once."""
    kinds: dict[str, dict[str, str]] = {"sector": {}, "word": {}, "weak": {}, "thing": {}}
    for row in table("cameo_roles.tsv"):
        kinds[row["kind"]] |= dict.fromkeys(row["name"].split(), row["role"] or "")
    return Roles(kinds["sector"], kinds["word"], kinds["weak"], kinds["thing"])


@cache
def bodies() -> dict[str, str]:
    """CAMEO's codes of international organisations by the registry's name (data/cameo_bodies.tsv)."""
    return {row["name"]: row["code"] for row in table("cameo_bodies.tsv")}


def code_of(actor: Actor, mention: "Mention | None", tree: "Tree", cast: "Cast") -> tuple[str, str]:
    """Country and role of an actor where `mention` names it; either may be empty, and an organisation is all country.

    CAMEO's coders take the country from the words of the phrase, never from the story around it: the police of "Police
    arrested three students in Lima" have none.
    """
    kept: dict[str, str | None] = getattr(cast, "sectors", {})
    actor = replace(actor, sector=kept.get(actor.id, actor.sector))
    body = _body(actor, mention, tree, cast)
    if body is not None:
        return body, ""
    country = actor.country or ""
    if mention is not None and mention.how in ("description", "title") and not _said(country, mention, tree, cast):
        country = ""
    if not country and mention is not None and actor.kind is ActorKind.PEOPLE:
        country = _prefixed(mention, tree, cast)
    role = _role(actor, mention, tree)
    return ("" if country.startswith(UNKNOWN) else country), role


def _prefixed(mention: "Mention", tree: "Tree", cast: "Cast") -> str:
    """The country that stands before a people's name: "Iraqi Kurds"."""
    kids = [k for k in tree.kids(mention.head) if tree.deps[k] in ("amod", "compound", "nmod:poss")]
    if any(tree.lower[j] == "ethnic" for j in range(mention.start, mention.end)):
        return ""
    return next((found for k in kids if (found := _country_at(k, mention, tree, cast))), "")


def _body(actor: Actor, mention: "Mention | None", tree: "Tree", cast: "Cast") -> str | None:
    """The code of the organisation that acts, or whose people or planes do ("UN monitors", "NATO jets")."""
    if actor.sector not in ("IGO", "NGO"):
        return None
    if actor.name in bodies():
        return bodies()[actor.name]
    if mention is None:
        return None
    head = mention.head
    while tree.deps[head] in ("compound", "nmod:desc", "flat", "appos") and tree.heads[head] != head:
        head = tree.heads[head]
    low, high = min(mention.start, tree.tokens[head].left_edge.i), mention.end
    for other in cast.mentions:
        if low <= other.start and other.end <= high and other is not mention:
            found = [bodies()[a.name] for a in other.actors if a.name in bodies()]
            if found:
                return found[0]
    return None


def _said(country: str, mention: "Mention", tree: "Tree", cast: "Cast") -> bool:
    """Whether the phrase itself names the country: "Kenyan police", "police in Nairobi", "Kenya's police"."""
    if mention.actors[0].kind is ActorKind.PERSON and tree.tokens[mention.head].pos_ == "PROPN":
        return True  # somebody's name, whose country the registry or the report's own titles give
    tokens = list(range(mention.start, mention.end))
    if any(tree.lower[j] == "ethnic" for j in tokens):
        return False  # "ethnic Albanians" live elsewhere
    own = OWN | FOR if tree.lemmas[mention.head] in roles().weak else OWN
    for k in (*tree.kids(mention.head), *_behind(mention, tree)):
        if tree.deps[k] in PARTS | {"obl"} and (tree.deps[k] not in ("nmod", "obl") or tree.case(k) in own):
            tokens += _near(k, tree)
    return any(_country_at(j, mention, tree, cast) == country for j in tokens if j != mention.head)


def _near(k: int, tree: "Tree") -> list[int]:
    """The tokens of the phrase of `k` without what else hangs on it: "raids near Medea" is no part of a name."""
    low, high = tree.tokens[k].left_edge.i, tree.tokens[k].right_edge.i
    cut = [j for j in tree.kids(k) if tree.deps[j] in ("nmod", "acl", "acl:relcl") and tree.case(j) not in ("of", "'s")]
    return list(range(low, min([high + 1, *(tree.tokens[j].left_edge.i for j in cut if j > k)])))


def _behind(mention: "Mention", tree: "Tree") -> tuple[int, ...]:
    """The place straight behind an object, which parsers may give to the verb: "attacked villagers in Uganda"."""
    at = mention.end
    if at >= len(tree.tokens) or tree.lower[at] != "in" or tree.deps[at] != "case":
        return ()
    place = tree.heads[at]
    beside = tree.deps[place] in ("obl", "nmod") and tree.heads[place] == tree.heads[mention.head]
    return (place,) if beside else ()


def _country_at(j: int, mention: "Mention", tree: "Tree", cast: "Cast") -> str | None:
    inner = cast.at(j)
    if inner is not None and inner is not mention and inner.actors:
        return inner.actors[0].country
    return cast.country_of(tree.tokens[j])


def _role(actor: Actor, mention: "Mention | None", tree: "Tree") -> str:
    words, sectors = roles().words, roles().sectors
    found = sectors.get(actor.sector or "", "")
    if mention is None:
        return "" if actor.kind is ActorKind.STATE else found
    head = mention.head
    if actor.kind is ActorKind.STATE and mention.how in PLAIN:
        return "GOV" if any(tree.lower[j] in SEATS for j in range(mention.start, mention.end)) else _by_noun(head, tree)
    if actor.kind is ActorKind.PEOPLE and mention.how in ("demonym", "name"):
        return words.get(tree.lemmas[head], "")
    if actor.sector in ("IGO", "NGO"):
        return found
    inside = [tree.lemmas[j] for j in range(mention.start, mention.end)]
    titled = tree.deps[head] == "appos" and tree.heads[head] < head
    low = tree.tokens[tree.heads[head] if titled else head].left_edge.i
    before = {tree.lower[j] for j in range(low, head) if actor.kind is ActorKind.PERSON}
    if {"former", "ex", "deposed", "ousted", "exiled"} & {*inside, *before}:
        return "ELI"
    if tree.tokens[head].pos_ == "PROPN" and actor.kind is ActorKind.PERSON:
        return found
    if any(words.get(lemma) == "REB" for lemma in inside):
        return "REB"
    if "party" in inside and actor.sector != "OPP" and "opposition" not in inside:
        return "PTY"
    if any(not a.id.startswith("int-") for a in mention.actors) and actor.sector in ("REB", "PTY") and _named(actor):
        return found
    for lemma in (tree.lemmas[head], *reversed(inside)):
        if lemma in words:
            return words[lemma]
    if tree.lemmas[head] in roles().thing:
        return ""
    if tree.lemmas[head] in roles().weak:
        return found or roles().weak[tree.lemmas[head]]
    return "" if actor.kind is ActorKind.STATE else found


def _named(actor: Actor) -> bool:
    """Whether the actor is a group with a name of its own: "Hezbollah", no mere "Zambian rebels"."""
    return (
        actor.kind in (ActorKind.ARMED_GROUP, ActorKind.PARTY)
        and actor.name[:1].isupper()
        and not (actor.name.split()[-1][:1].islower())
    )


def _by_noun(head: int, tree: "Tree") -> str:
    """The role of the noun that a state's name belongs to: the army for "Sudanese planes", none for a proposal.

    The noun may stand before it, too: "ministers from Kenya and Uganda".
    """
    while tree.deps[head] == "conj" and tree.heads[head] < head:
        head = tree.heads[head]
    noun, dep = tree.heads[head], tree.deps[head]
    if noun == head or (dep == "nmod" and (tree.case(head) != "from" or not tree.deps[noun].startswith("nsubj"))):
        return ""
    return roles().words.get(tree.lemmas[noun], "") if dep in ("amod", "compound", "nmod:desc", "nmod") else ""
