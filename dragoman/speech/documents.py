"""Takes a noun for a document that speaks ("a statement said"), gives the words that name who issued it."""

from typing import Final

from dragoman.speech.tree import Tree

# What speaks for its issuer whatever it is called after; WORKS keep their own name where nobody is said to have made
# them ("a Gallup poll").
WORKS: Final = frozenset("poll polls survey surveys study studies book article editorial documentary".split())
ISSUED: Final = WORKS | frozenset(
    (
        "statement statements communique communiqué letter letters report reports declaration announcement tweet post "
        "memo memorandum note filing message email e-mail bulletin advisory notice cable release dispatch broadcast "
        "commentary newsletter leaflet fax telegram video recording indictment lawsuit motion brief paper document "
        "documents census review audit"
    ).split()
)
FROM: Final = frozenset({"from", "by", "of"})
PRINTED: Final = frozenset("editorial article commentary column story report dispatch letter".split())  # "in the Times"
SENT: Final = frozenset(
    (
        "issued released published signed sent written posted drafted prepared compiled carried broadcast conducted "
        "commissioned obtained faxed filed made ordered produced read distributed "
        "attributed ascribed credited"
    ).split()
)
ASCRIBED: Final = frozenset({"attributed", "ascribed", "credited"})
EXAMPLES: Final = (
    ("A statement issued by the ministry said the road was shut.", "ministry"),
    ("A report by Lima on the mine said it was shut.", "Lima"),
    ("A letter attributed to Lima said the mine was shut.", "Lima"),
    ("The army's communique said the road was shut.", "army"),
)


def issuers(tree: Tree, word: int) -> list[int]:
    """The heads of phrases that may name who issued the document `word`, the surest first."""
    out = tree.having(word, "nmod:poss")
    for k in tree.having(word, "nmod", "nmod:agent", "obl"):
        mark = tree.introducer(k)
        low = tree.low[mark] if mark is not None else ""
        if low in FROM or (low in ("in", "on") and tree.low[word] in PRINTED):
            out.append(k)
    for act in tree.having(word, "acl"):
        if tree.low[act] in SENT:
            out += [k for k in tree.having(act, "obl:agent", "obl") if _by(tree, k, tree.low[act])]
    return [*out, *(k for k in tree.having(word, "compound", "nmod:desc") if tree.pos[k] == "PROPN")]


def _by(tree: Tree, k: int, act: str) -> bool:
    mark = tree.introducer(k)
    return mark is not None and tree.low[mark] in (("to",) if act in ASCRIBED else ("by", "from"))


def without_document(name: str) -> str:
    """The name of an actor without the document it was read with: "Kenyan interior ministry statement"."""
    head, _, last = name.rpartition(" ")
    return head if last.lower() in ISSUED else name
