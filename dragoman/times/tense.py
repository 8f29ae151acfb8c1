"""A token of a Doc to the tense of the act it names, by tags, auxiliaries and heads; else by the words around it."""

from typing import TYPE_CHECKING, Final

from dragoman.times.meaning import Tense

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS: Final = frozenset({"VERB", "AUX"})
COMING: Final = frozenset({"will", "shall", "would", "'ll", "wo", "’ll", "sha", "'d"})
MODALS: Final = frozenset({"may", "might", "could", "can", "must", "should", "ca"})
# Acts whose complement is still to come, whatever their own tense: "was due on Friday", "had planned a visit for May".
AHEAD: Final = frozenset(
    "due schedule scheduled plan planned planning expect expected set slate slated intend propose proposed deadline "
    "upcoming forthcoming expire tentative prepare loom await payable".split()
)
CONDITIONS: Final = frozenset({"if", "unless", "once", "provided", "until", "till"})
# Verbs whose infinitive tells what was done: "began to leave", "failed to agree", "forced to withdraw".
DONE: Final = frozenset(
    "begin start continue cease stop finish manage fail refuse decline help come go force use have get happen appear "
    "seem prove turn dare deign bother proceed".split()
)
# Verbs that put an act off to a later day: "postponed until Tuesday", "gave them until March 20".
PUT_OFF: Final = frozenset("postpone extend delay adjourn defer prolong renew give put suspend reschedule move".split())


def tense_of(token: "Token") -> Tense:
    """The tense of the act that `token` names; a noun has its verb's, a participle its auxiliaries' or head's."""
    verb = carrier_of(token)
    if verb is None:
        return Tense.PAST
    return _tense(verb, 0)


def carrier_of(token: "Token") -> "Token | None":
    """The verb that carries the token's tense: itself, or the one above a noun, or a noun with a copula."""
    for _ in range(8):
        if token.pos_ in VERBS or any(c.dep_ == "cop" for c in token.children):
            return token.head if token.dep_ in ("aux", "aux:pass", "cop") and token.head.i != token.i else token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _tense(verb: "Token", depth: int) -> Tense:
    helpers = [
        c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop") or (c.dep_ == "mark" and c.tag_ == "TO")
    ]
    words = [c.lower_ for c in helpers]
    if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in verb.children):
        return Tense.FUTURE
    if any(w in COMING for w in words if w != "'d") or ("'d" in words and verb.tag_ == "VB"):
        return Tense.FUTURE
    have = next((c for c in helpers if c.lemma_ in ("have", "'ve") and c.dep_ == "aux"), None)
    to = any(c.tag_ == "TO" for c in helpers)
    if any(w in MODALS for w in words):
        return Tense.PAST if have else Tense.FUTURE
    if to:
        return _infinitive(verb, helpers, have is not None, depth)
    if have is not None:
        been = verb.tag_ == "VBG" or any(c.lower_ == "been" and c.dep_ == "cop" for c in helpers)
        return Tense.PRESENT if been and have.tag_ != "VBD" else Tense.PAST
    if "going" in words:
        return Tense.FUTURE
    return _finite(verb, helpers, depth)


def has_perfect(token: "Token") -> bool:
    """Whether the token's verb is in the present perfect ("has been held", "have destroyed ... and killed")."""
    verb = carrier_of(token)
    for _ in range(4):
        if verb is None:
            return False
        if any(c.dep_ == "aux" and c.lemma_ in ("have", "'ve") and c.tag_ in ("VBZ", "VBP") for c in verb.children):
            return True
        bare = verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in verb.children)
        if not bare:
            return False
        verb = verb.head
    return False


def _infinitive(verb: "Token", helpers: "list[Token]", perfect: bool, depth: int) -> Tense:
    if perfect:
        return Tense.PAST
    if any(c.lemma_ == "be" and c.dep_ == "aux" for c in helpers):  # "is to meet"
        return Tense.FUTURE
    head = verb.head
    if depth < 4 and head.i != verb.i and verb.dep_ in ("xcomp", "conj") and head.lemma_ in DONE:
        return _tense(head, depth + 1)
    return Tense.FUTURE


def _finite(verb: "Token", helpers: "list[Token]", depth: int) -> Tense:
    for helper in helpers:
        if helper.tag_ == "VBD" or helper.lower_ in ("was", "were", "did", "had"):
            return Tense.PAST
    for helper in helpers:
        if helper.tag_ in ("VBZ", "VBP"):
            return Tense.PRESENT
    if verb.tag_ == "VBD":
        return Tense.PAST
    if verb.tag_ in ("VBZ", "VBP"):
        return Tense.PRESENT
    if verb.tag_ == "VB" and not (verb.dep_ in ("xcomp", "ccomp") and verb.head.i < verb.i):  # "saw them leave"
        return Tense.FUTURE
    if verb.tag_ == "VBN" and verb.dep_ not in ("conj", "xcomp"):
        return Tense.PAST
    head = verb.head
    if depth < 6 and head.i != verb.i:
        carrier = carrier_of(head)
        if carrier is not None and carrier.i != verb.i:
            return _tense(carrier, depth + 1)
    return Tense.PAST
