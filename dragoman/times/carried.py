"""A verb whose sentence names no day to the verb that it goes on from in the sentence before; a table of openings."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Opening:
    """A way to go on with the story of the sentence before: an id, an example that goes on and one that does not."""

    id: str
    goes_on: str
    does_not: str


OPENINGS: Final = (
    Opening(
        "exchange",
        "Envoys of the two states met in Quito on Monday. In return, Peru freed two fishermen.",
        "Envoys of the two states met in Quito on Monday. In return, Peru will free two fishermen.",
    ),
    Opening(
        "pronoun",
        "Kenyan and Somali officers met in Wajir on Monday. They agreed to patrol the road together.",
        "Kenyan and Somali officers met in Wajir on Monday. They have agreed to patrol the road together.",
    ),
    Opening(
        "state",
        "Police raided a house in Davao on Monday. They arrested nine men.",
        "Police raided a house in Davao on Monday. They had a warrant.",
    ),
)
IN_TURN: Final = frozenset({"exchange", "return", "response", "reply", "retaliation", "turn"})
SAME: Final = frozenset({"he", "she", "it", "they", "both"})
STATES: Final = frozenset("be have know want need seem remain like believe own belong own lie stand live".split())
LONGEST: Final = 80  # words of a sentence that is looked at


def carried_from(doc: "Doc", token: "Token") -> "Token | None":
    """The main verb of the sentence before if `token` goes on with its story: past tense, same paragraph, own words."""
    main = token
    if token.dep_ in ("xcomp", "advcl") and token.head.i < token.i and _begins(token.head):
        main = token = token.head  # "went on to accuse"
    while main.dep_ == "conj" and main.head.i != main.i and main.head.i < main.i and main.tag_ == main.head.tag_:
        main = main.head
    if main.head.i != main.i or not _past(main) or not _past(token) or token.lemma_.lower() in STATES:
        return None
    start = _start(doc, main.i)
    if start is None or start == 0 or not _goes_on(doc, start, main):
        return None
    previous = _start(doc, start - 1)
    if previous is None or any("\n" in doc[i].text for i in range(previous, start)):
        return None
    root = next((doc[i] for i in range(previous, start) if doc[i].head.i == i), None)
    return root if root is not None and _past(root) else None


def _begins(verb: "Token") -> bool:
    """Whether it is the "went on" of "went on to accuse", "proceeded" of "proceeded to read"."""
    return verb.lemma_ == "proceed" or (verb.lemma_ == "go" and any(c.lower_ == "on" for c in verb.children))


def _past(verb: "Token") -> bool:
    """Whether a verb is told in the simple past, the passive ("was summoned") included."""
    if verb.tag_ == "VBD":
        return True
    return verb.tag_ == "VBN" and any(c.dep_ == "aux:pass" and c.tag_ == "VBD" for c in verb.children)


def _start(doc: "Doc", i: int) -> int | None:
    """The first token of the sentence that holds token `i`, None if it is too far off."""
    return next((k for k in range(i, max(i - LONGEST, -1), -1) if doc[k].is_sent_start or k == 0), None)


def _goes_on(doc: "Doc", start: int, main: "Token") -> bool:
    first = doc[start]
    if first.lower_ == "in" and start + 1 < main.i and doc[start + 1].lower_ in IN_TURN:
        return True
    two = first.lower_ == "the" and start + 1 < len(doc) and doc[start + 1].lower_ == "two"
    subject = next((c for c in main.children if c.dep_.startswith("nsubj")), None)
    if subject is None or subject.i > start + 2:
        return False
    return (first.lower_ in SAME and subject.i == start) or (two and subject.i in (start + 1, start + 2))
