"""Drafts of a report to the same with what their promises bring: fates, demands in return, promises in return."""

from typing import Final

from dragoman.events.tree import Tree
from dragoman.standings.asked import asked
from dragoman.standings.bargains import bargains
from dragoman.standings.drafts import Draft
from dragoman.standings.exchange import given_back
from dragoman.standings.kept import kept
from dragoman.standings.sides import Sides

_GIVEN: Final = frozenset({"promise", "offer", "pledge", "guarantee", "assure"})


def promised(tree: Tree, sides: Sides, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of kept and broken promises, and of what is asked or promised for a promise."""
    drafts = [d for d in drafts if not _to_its_holder(tree, d)]
    drafts = [*drafts, *bargains(tree, sides, drafts)]
    drafts = kept(tree, sides, drafts)
    drafts += given_back(tree, sides, drafts)
    return drafts + asked(tree, sides, drafts)


def _to_its_holder(tree: Tree, draft: Draft) -> bool:
    """Whether a passive takes for the promiser who was promised something: "what Chad had been promised"."""
    i = draft.i
    if draft.topic != "pledge" or tree.lemmas[i] not in _GIVEN or not tree.verbal(i) or not tree.passive(i):
        return False
    if tree.slot(i, "by") or not draft.holder.actors:
        return False
    spans = [tree.tokens[k] for k in tree.kids_by(i, "nsubj:pass", "nsubj")]
    mention = draft.holder.actors[0].mention
    return mention is not None and any(mention[0] <= token.idx < mention[1] for token in spans)
