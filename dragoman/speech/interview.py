"""Takes the words before the turns of an interview, gives who answers and who asks in it."""

from collections import Counter
from typing import TYPE_CHECKING, Final

from dragoman.records import Actor, ActorKind
from dragoman.speech.tree import Tree

if TYPE_CHECKING:
    from dragoman.actors import Cast

SUBJECT: Final = 2  # what a mention as a subject weighs against one elsewhere
IN_INTERVIEW: Final = 10
SPOKEN: Final = frozenset({"interview", "interviewed"})
ASKING: Final = frozenset({"to", "with", "by", "for"})  # "spoke to the Herald", "in an interview with the Herald"
INTERVIEW: Final = frozenset(
    "interview interviewed spoke speaks speaking talked talks talking told sat conversation questions asked".split()
)


def answers(tree: Tree, cast: "Cast", first: int) -> Actor | None:
    """The person that the words before offset `first` are most about: subjects count twice, of equals the latest.

    Who is said to speak in an interview counts above all.
    """
    weight: Counter[str] = Counter()
    people: dict[str, Actor] = {}
    for mention in cast.mentions:
        if tree.start[mention.start] >= first:
            break
        actor = mention.actors[0]
        if len(mention.actors) == 1 and actor.kind is ActorKind.PERSON:
            people.pop(actor.id, None)  # so that they stand in the order of their last mention
            people[actor.id] = actor
            weight[actor.id] += SUBJECT if tree.dep[mention.head].startswith("nsubj") else 1
            begin, end = tree.sentence(mention.head)
            if tree.dep[mention.head].startswith("nsubj") and not SPOKEN.isdisjoint(tree.low[begin:end]):
                weight[actor.id] += IN_INTERVIEW
    return max(reversed(people.values()), key=lambda actor: weight[actor.id], default=None)


def asks(tree: Tree, cast: "Cast", first: int) -> Actor | None:
    """The newspaper or station that somebody is said to have spoken to before offset `first`."""
    for mention in cast.mentions:
        if tree.start[mention.start] >= first:
            break
        if len(mention.actors) != 1 or mention.actors[0].sector != "MED":
            continue
        begin, _ = tree.sentence(mention.head)
        mark = tree.introducer(mention.head)
        before = tree.low[mark] if mark is not None else tree.low[max(0, mention.start - 1)]  # a wrong attachment
        if before in ASKING and not INTERVIEW.isdisjoint(tree.low[begin : mention.head]):
            return mention.actors[0]
    return None
