"""A Doc with its cast and statements to whether nothing in it is of politics, so that its statements are nobody's news.

Words of people outside politics are no part of the ledger (what a coach says, a neighbour, a shop assistant). In a
report that tells of politics they may stand beside the rest; a text that tells of none gives none.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from dragoman.actors import own_store
from dragoman.events.fields import Fields
from dragoman.events.silence import LAW
from dragoman.events.surroundings import POWERS
from dragoman.events.tree import Tree
from dragoman.records import Actor, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A text with more words of politics is one of politics, as is one that has them in so many of its sentences.
FEW: Final = 2
SHARE: Final = 0.5


def private(doc: "Doc", statements: Iterable[Statement]) -> bool:
    """Whether a text without events and standings has nobody of politics speak and hardly a word about it."""
    if not (made := tuple(statements)):
        return False
    if any(_public(side) for s in made for side in (s.speaker, s.addressee)):
        return False
    fields = Fields(Tree(doc))
    return fields.total("politics") <= FEW and fields.share("politics") < SHARE


def _public(actor: Actor | None) -> bool:
    """Whether it is of a state, a party or an armed group, courts and police apart, or one of the user's own actors."""
    if actor is None:
        return False
    return (actor.sector in POWERS and actor.sector not in LAW) or actor.id in own_store.by_id()
