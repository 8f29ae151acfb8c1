"""A noun for a body beside a name ("the UNITA movement", "their agency, NAME") -> the one named, not another body."""

from typing import Final

from dragoman.actors.phrases import Phrase
from dragoman.actors.registry import State
from dragoman.actors.scene import Referent
from dragoman.actors.stage import Stage

# Nouns that say what the one named before them is; of them those that take up any group by where it is from.
ITSELF: Final = frozenset(
    """movement group organisation organization party front militia faction agency radio television newspaper daily
    channel station network website magazine alliance bloc broadcaster newsagency insurgency""".split()
)
SAME_GROUP: Final = frozenset("movement group organisation organization militia faction party".split())
KINDS: Final = frozenset(
    """news rebel armed militant guerrilla political opposition separatist islamist terrorist jihadist resistance
    guerilla insurgent state satellite run official semi independent private national government pan arab local main
    -""".split()
)


def itself(stage: Stage, phrase: Phrase, owner: Referent) -> Referent | None:
    """As in "the UNITA movement", "the Itar-Tass news agency": the one named; "the Shi'ite group": the last such."""
    page, actor = stage.page, owner.actors[0]
    lemma = page.lemma[phrase.head]
    if page.low[phrase.head] != lemma or phrase.owner_how != "name" or lemma not in ITSELF:
        return None
    if any(page.low[w] not in KINDS for w in phrase.words):
        return None
    if (owner.shape in ("group", "organisation") or actor.sector == "MED") and actor.sector != "CVL":
        return owner if len(owner.actors) == 1 else None
    if lemma not in SAME_GROUP or not phrase.definite:
        return None
    country = actor.country if owner.shape in ("state", "demonym") else None
    return stage.scene.last(
        phrase.head,
        lambda t: (
            t.referent.shape == "group"
            and len(t.referent.actors) == 1
            and t.referent.actors[0].sector != "CVL"
            and country in (None, t.referent.country)
            and not t.referent.nouns.isdisjoint(SAME_GROUP)
        ),
    )


def apposed(stage: Stage, i: int) -> Referent | None:
    """As in "their news agency, NAME, said": the body named in apposition."""
    page = stage.page
    for k in page.kids[i]:
        if page.dep[k] != "appos" or k < i:
            continue
        name, hit = stage.organisations.get(k), stage.hits.get(k)
        if name is not None or (hit is not None and not isinstance(hit.entries[0].record, State)):
            found = stage.refer(k)
            return found if found is not None and found.shape in ("organisation", "group", "body") else None
    return None
