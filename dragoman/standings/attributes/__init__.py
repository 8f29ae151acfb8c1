"""A draft to its attributes: what its words add to topic, value and parties; one file for what belongs together."""

from datetime import date
from typing import TYPE_CHECKING

from dragoman.events.tree import Tree
from dragoman.records import Attribute
from dragoman.standings.attributes import accords, control, deadlines, missions, recognition
from dragoman.standings.drafts import Draft

if TYPE_CHECKING:
    from dragoman.actors import Cast
    from dragoman.speech import Voices
    from dragoman.times import Calendar


def told(  # noqa: PLR0917 - what the rooms before have read
    tree: Tree, cast: "Cast", calendar: "Calendar", voices: "Voices", draft: Draft, published: date | None
) -> dict[str, Attribute]:
    """The attributes that the words of a draft give, of whatever topic it is."""
    found: dict[str, Attribute] = {}
    found |= accords.attributes(tree, draft)
    found |= control.attributes(tree, cast, draft)
    found |= deadlines.deadline(tree, calendar, voices, draft, published=published)
    found |= missions.attributes(tree, cast, draft)
    return found | recognition.attributes(tree, draft)
