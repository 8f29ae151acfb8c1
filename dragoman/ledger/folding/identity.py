"""A line of a standing to the Identity under which it is folded: topic, parties, and what else the topic asks for."""

from dataclasses import dataclass
from typing import Final

from dragoman.ledger.folding.table import kinds, rules
from dragoman.ledger.lines import Line

_PERSON: Final = {"": "envoy", "embassy": "envoy", "consulate": "consul"}  # of whom the words for a house may speak


@dataclass(frozen=True, slots=True, order=True)
class Identity:
    """What makes standings one line. `holder` and `subject` are sides, sorted where the topic has no first side.

    `kind` (embassy, consulate, envoy, consul, diplomats) and `place` belong to missions; the place of control is its
    `subject`, and its `holder` is "". `content` is the id of the first line known of a content, "" where none was
    told or the topic has none. A side that nobody named is "".
    """

    topic: str
    holder: str
    subject: str
    kind: str = ""
    place: str = ""
    content: str = ""

    def key(self) -> tuple[str, str, str, str, str, str]:
        """What identities are sorted by; as the comparison itself, but quicker."""
        return self.topic, self.holder, self.subject, self.kind, self.place, self.content


def identity(line: Line) -> Identity:
    """The identity of a line seen alone: without content, which only links to other lines can tell."""
    topic = line.label
    if topic == "control":
        return Identity(topic, "", line.subject or line.target or "")
    holder, subject = line.source or "", line.target or ""
    found = rules(topic)
    if found.symmetric and subject < holder:
        holder, subject = subject, holder
    if topic != "mission":
        return Identity(topic, holder, subject)
    kind = _kind(line.kind, line.value)
    return Identity(topic, holder, subject, kind, _place(line.place) if kind in ("embassy", "consulate") else "")


def _kind(word: str | None, value: str | None) -> str:
    """The kind that a mission's word stands for. What is done to envoys is no state of the house, and the reverse."""
    known = kinds()
    word = " ".join((word or "").casefold().split())
    kind = known.get(word) or known.get(word.rpartition(" ")[2]) or word
    if value in ("appointed", "recalled", "summoned", "expelled"):
        if kind == "embassy" and value == "expelled":
            return "diplomats"  # "expelled embassy staff" leaves the ambassador where he is
        return _PERSON.get(kind, kind)
    if kind == "diplomats" or (kind in ("envoy", "consul") and value not in ("operating", "reduced", "attacked")):
        return "embassy"
    return kind or "embassy"


def _place(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
