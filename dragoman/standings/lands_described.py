"""A noun for a land without a name to the place that its words describe: "the eastern districts"."""

import re
from typing import TYPE_CHECKING, Final

from dragoman.events.tree import Tree
from dragoman.records import Actor, ActorKind
from dragoman.standings.lexicon import classes
from dragoman.standings.slots import NOBODY, Side

if TYPE_CHECKING:
    from dragoman.actors import Cast

# Nouns that say what is held only with a word more: "the northern border", not "the border".
_BARE: Final = frozenset(
    """land area region zone side border post position station field line part most half bank district territory base
    country strip pocket quarter road terminal complex settlement crossing town city village capital island port
    province camp headquarters reef stronghold enclave height pass junction""".split()
)
_MODIFIERS: Final = ("amod", "compound", "nummod", "nmod:desc")
_EMPTY: Final = frozenset("own other several many few more last new whole same entire different key former".split())
_BACK: Final = 300  # tokens in which the last place named tells the country


def described(tree: Tree, cast: "Cast", k: int) -> Side:
    """The place that the phrase at `k` describes without a name; NOBODY for what is no land, or just "the town"."""
    noun = k
    for j in tree.kids_by(k, "nmod", "obl"):
        if tree.lemmas[k] in ("most", "much", "part", "half", "third", "all", "rest") and tree.case(j) == "of":
            noun = j
    lemma = tree.lemmas[noun]
    if tree.tokens[noun].pos_ not in ("NOUN", "ADV", "ADJ") or not any(
        lemma in classes()[name] for name in ("GROUND", "SITE")
    ):
        return NOBODY
    own = [c for c in tree.kids_by(noun, *_MODIFIERS) if c < noun and tree.tokens[c].pos_ in ("ADJ", "NOUN", "ADV")]
    own = [c for c in own if tree.lower[c] not in _EMPTY and not cast.of(tree.tokens[c])]
    if (not own and lemma in _BARE) or cast.of(tree.tokens[noun]):
        return NOBODY
    first = min([noun, *own])
    words = tree.doc[first : noun + 1]
    name = " ".join(words.text.split())
    span = (tree.tokens[first].idx, tree.tokens[noun].idx + len(tree.tokens[noun]))
    slug = re.sub(r"\W+", "-", name.lower()).strip("-")
    place = Actor(f"place:{slug}", name, _country(tree, cast, noun), None, ActorKind.PLACE, None, span)
    return Side((place,), (noun,))


def _country(tree: Tree, cast: "Cast", k: int) -> str | None:
    """The country that the phrase or the nearest place before it belongs to."""
    own = cast.country_of(tree.tokens[k])
    if own is not None:
        return own
    before = [m for m in cast.mentions if k - _BACK < m.start < k and m.actors and m.actors[0].country]
    return before[-1].actors[0].country if before else None
