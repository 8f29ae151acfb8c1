"""A Doc to the same Doc with some slips of parsers set right that lose a party of an event or its tense."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Participles that stand before a noun as adjectives do.
ADJECTIVES: Final = frozenset("visiting striking invading ruling protesting retreating rioting fleeing".split())
# Verbs whose infinitive is what they are about, never a purpose.
WILLING: Final = frozenset("vote agree decide refuse promise pledge offer vow threaten plan intend decline".split())
CLAUSES: Final = frozenset({"xcomp", "advcl", "ccomp"})
OPENING: Final = frozenset({"of", "for", "from"})
SUBJECT: Final = frozenset({"nsubj", "cop", "aux", "advmod"})


def mend(doc: "Doc") -> None:
    """Sets right, in the Doc, what parsers often get wrong in short sentences; cost one look at every token."""
    for token in doc:
        if token.dep_ == "nsubj":
            _second_subject(token)
        elif token.dep_ == "obj":
            _early_object(token)
        elif token.pos_ == "ADV" and _has(token, "obj") and _has(token, "aux"):
            token.pos_, token.tag_ = "VERB", "VB"  # "would back the bid"
        elif token.lower_ in ADJECTIVES:
            _adjective(token)
        elif token.lower_ == "due":
            _due(token)
        elif (
            token.dep_ == "advcl"
            and token.head.lemma_ in WILLING
            and any(k.lower_ == "to" and k.dep_ == "mark" for k in token.children)
        ):
            token.dep_ = "xcomp"
        elif token.dep_ == "compound:prt" and token.lower_ in ("on", "upon"):
            _particle(token)
        elif token.dep_ == "xcomp" and token.head.lemma_ == "vote" and token.tag_ == "VB":
            _voted(token)
        elif token.lower_ == "dead":
            _dead(token)
        elif token.dep_ == "nsubj:pass":
            _active(token)


def _second_subject(token: "Token") -> None:
    """A second subject, behind the verb, is its object: "Zembla accused Orland of ..."."""
    head = token.head
    first = any(k.dep_ == "nsubj" and k.i < head.i for k in head.children)
    if first and token.i > head.i and head.pos_ == "VERB" and not _has(head, "obj"):
        token.dep_ = "obj"


def _early_object(token: "Token") -> None:
    """An object before its verb and the verb's "of" is the outer verb's: "accused Morocco of breaking a truce"."""
    verb, outer = token.head, token.head.head
    between = any(k.lower_ in OPENING and token.i < k.i < verb.i for k in verb.children)
    if outer.i < token.i < verb.i and verb.dep_ in CLAUSES and between and not _has(outer, "obj"):
        token.head = outer
        verb.dep_ = "advcl"


def _adjective(token: "Token") -> None:
    """A participle before a noun is no verb: "met visiting minister NAME"."""
    head = token.head
    if token.dep_ in ("xcomp", "advcl") and token.i == head.i + 1 and not _has(head, "obj"):
        objects = [k for k in token.children if k.dep_ == "obj" and k.i > token.i]
        if objects:
            objects[0].head, objects[0].dep_ = head, "obj"
            token.head, token.dep_, token.pos_ = objects[0], "amod", "ADJ"


def _due(token: "Token") -> None:
    """The verb hangs on "due" in "is due to visit", which is no preposition."""
    verb = token.head
    to = next((k for k in token.children if k.lower_ == "to"), None)
    if token.dep_ not in ("case", "mark", "advmod") or verb.tag_ != "VB" or verb.i < token.i or to is None:
        return
    moved = [k for k in verb.children if k.i < token.i and k.dep_ in SUBJECT]
    if verb.head.i == verb.i:
        token.head, token.dep_ = token, "ROOT"
    else:
        token.head, token.dep_ = verb.head, verb.dep_
    for k in moved:
        k.head = token
    verb.head, verb.dep_ = token, "xcomp"
    to.head, to.dep_, token.pos_ = verb, "mark", "ADJ"


def _particle(token: "Token") -> None:
    """The preposition of "called on the mayor to resign" is no particle."""
    noun = next((k for k in token.head.children if k.dep_ in ("obl", "obj") and k.i > token.i), None)
    if noun is not None and not any(k.dep_ == "case" for k in noun.children):
        token.head, token.dep_, noun.dep_ = noun, "case", "obl"


def _voted(token: "Token") -> None:
    """What a house votes to do, it does: "voted to lift the embargo"."""
    token.dep_, token.tag_ = "conj", "VBD"
    for k in token.children:
        if k.lower_ == "to" and k.dep_ == "mark":
            k.dep_ = "cc"


def _dead(token: "Token") -> None:
    """The object of "shot dead two guards" is the verb's, and "dead" no part of it."""
    head = token.head
    verb = token.nbor(-1) if token.i else token
    if verb.dep_ == "acl" and verb.head.head.i == token.i and verb.head.dep_.startswith("nsubj") and _has(token, "obj"):
        _carry(token, verb)
    elif token.dep_ == "xcomp" and token.i == head.i + 1 and not _has(head, "obj"):
        for k in [k for k in token.children if k.dep_ in ("obj", "obl")]:
            k.head = head
        for k in [k for k in head.children if k.dep_ == "nsubj:pass"]:
            _active(k)
    elif token.dep_ == "amod" and head.dep_ == "obj" and head.head.i == token.i - 1 < head.i - 1:
        token.head, token.dep_ = head.head, "xcomp"
    else:
        return
    token.pos_ = "ADV"


def _carry(token: "Token", verb: "Token") -> None:
    """The verb before takes the place of `token` in the tree, with all that hangs on it."""
    dep, head = token.dep_, token.head
    kids = [k for k in token.children if k.i != verb.i]
    verb.head, verb.dep_, verb.tag_ = verb if head.i == token.i else head, dep, "VBD"
    for k in kids:
        k.head = verb
    token.head, token.dep_ = verb, "xcomp"


def _active(subject: "Token") -> None:
    """A verb with an object and no form of "be" is no passive: "gunmen shot ... a cleric"."""
    verb = subject.head
    if _has(verb, "obj") and not _has(verb, "aux:pass"):
        subject.dep_, verb.tag_ = "nsubj", "VBD"


def _has(verb: "Token", dep: str) -> bool:
    return any(k.dep_ == dep for k in verb.children)
