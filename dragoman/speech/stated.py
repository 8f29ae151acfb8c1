"""Takes an attribution with its tree, says whether it is a statement of the ledger or why it is none."""

from dataclasses import dataclass
from typing import Final

from dragoman.speech.attribution import Attribution
from dragoman.speech.sources import RELATIVES, is_passive
from dragoman.speech.tree import Tree

FIRST_PERSON: Final = frozenset({"i", "we", "us", "me", "my", "our"})
ANYONE: Final = frozenset({"you", "nobody", "one", "it", "there", "this", "that", "what", "none", "no"})
# Classes of data/cues.tsv that are statements. The others (know, see, refuse, back, plan ...) tell what somebody does
# or is aware of, not what they say; PolNeAR counts them as attributions, a ledger of statements does not.
STATED: Final = frozenset(
    (
        "say ask demand warn promise threaten deny accuse evaluate belief fear hope expect want regret rule find doubt"
    ).split()
)
IRREALIS: Final = frozenset({"would", "could", "may", "might", "should", "must", "can", "ca"})
WITHHOLDING: Final = frozenset(
    (
        "refuse refused refuses refusing decline declined declines declining fail failed fails yet unable unwilling "
        "reluctant"
    ).split()
)
SPEAKING: Final = frozenset(
    "want wants wanted hope hopes hoped expect expects expected swear swore wish wishes wished".split()
)
ORDERING: Final = ("order", "instruct", "command", "direct", "invite", "encourag", "press", "push")
HIDING: Final = frozenset({"named", "identified", "quoted", "anonymous", "published"})
STANCE: Final = frozenset({"belief", "want", "expect", "hope", "fear"})


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason to drop an attribution: an id, an example that it drops and one that it keeps."""

    id: str
    drops: str
    keeps: str


GROUNDS: Final = (
    Ground("wide", "Peru backed the accord.", "Peru said the accord was dead."),
    Ground("unnamed", "He was told to leave the camp.", "Lima told him to leave the camp."),
    Ground("withheld", "The minister would not say whether troops would go.", "The minister said troops would go."),
    Ground("irrealis", "The envoy may announce that talks are over.", "The envoy announced that talks are over."),
    Ground("speaker's own", '"I think that we shall win," Sharma said.', "Sharma thinks that they will win."),
    Ground("standing promise", "Chad has pledged to open the border.", "Chad pledged on Monday to open the border."),
    Ground("intention", "Oslo seeks to host the talks.", "Oslo wants to host the talks."),
    Ground("order", "The court ordered Chile to pay.", "The court urged Chile to pay."),
    Ground("anonymity", "An envoy asked not to be named.", "An envoy asked not to be blamed."),
    Ground("noun alone", "The pledge to open the border was old.", "Chad's claim that the border is open was old."),
)


def ground(tree: Tree, a: Attribution) -> str | None:
    """The id of the row of GROUNDS by which `a` is no statement, or None if it is one."""
    if a.rule in ("turn", "goes_on", "loose", "colon"):
        return None
    if a.wide or a.kind not in STATED:
        return "wide"
    if not a.source and a.rule != "quote":
        return "unnamed"
    if a.verb is None or a.rule in ("quote", "according"):
        return None
    if a.rule.startswith("noun"):
        return "noun alone" if a.rule == "noun.to" or not a.source else None
    return _of_verb(tree, a, a.verb)


def _of_verb(tree: Tree, a: Attribution, verb: int) -> str | None:
    who = tree.low[a.speaker] if a.speaker is not None else ""
    if who in ANYONE - RELATIVES and who != "it" and not _one_of(tree, a.speaker):
        return "unnamed"
    if (tree.negated(verb) and a.kind not in STANCE) or _nobody(tree, a.speaker):
        return "withheld"
    if _withheld(tree, verb):
        return "withheld"
    helpers = {tree.low[k] for k in tree.having(verb, "aux")}
    if not helpers.isdisjoint(IRREALIS) or (tree.dep[verb] == "xcomp" and tree.tag[verb] == "VB"):
        return "irrealis"
    if a.depth and who in FIRST_PERSON:
        return "speaker's own"
    if a.rule in ("say.to", "ask.to") and tree.low[verb] not in SPEAKING and a.kind in ("want", "belief", "rule"):
        return "intention"
    if a.rule == "ask.to" and tree.low[verb].startswith(ORDERING):
        return "order"
    if a.rule == "say.to" and tree.low[_last(tree, a)] in HIDING:
        return "anonymity"
    perfect = not helpers.isdisjoint(("has", "have", "had")) and not is_passive(tree, verb)
    if a.rule == "say.to" and (a.kind == "promise" and perfect):
        return "standing promise"
    return None


def _nobody(tree: Tree, speaker: int | None) -> bool:
    """As in "neither Peru nor Chile said", "no official said"; not "No 10 said"."""
    kids = tree.kids[speaker] if speaker is not None else []
    return any(
        tree.low[k] == "neither" or (tree.low[k] == "no" and k + 1 < tree.n and not tree.low[k + 1].isdigit())
        for k in kids
    )


def _one_of(tree: Tree, speaker: int | None) -> bool:
    """As in "one of the negotiators said": somebody, if without a name."""
    return speaker is not None and tree.low[speaker] == "one" and bool(tree.having(speaker, "nmod"))


def _last(tree: Tree, a: Attribution) -> int:
    """The last token of the content."""
    return max(tree.token_at(a.content[-1][1]) - 1, 0)


def _withheld(tree: Tree, verb: int) -> bool:
    """Refused to say, has yet to say, stopped short of saying: the verb above takes it back."""
    if verb > 1 and (tree.low[verb - 1] == "without" or tree.low[verb - 2 : verb] == ["short", "of"]):
        return True
    if tree.tag[verb] == "VBG" and tree.low[verb - 1] == ",":
        return False  # "refused to go, saying A"
    up = tree.head[verb]
    if up == verb or tree.dep[verb] not in ("xcomp", "advcl", "acl", "ccomp"):
        return False
    if tree.low[up] in WITHHOLDING or (tree.dep[verb] == "xcomp" and tree.negated(up)):
        return True
    return tree.dep[verb] == "xcomp" and any(tree.low[k] == "yet" for k in tree.kids[up])
