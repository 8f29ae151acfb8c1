"""Takes a cue in its tree, gives what stands around it: to whom it was said, and where (a letter, the radio)."""

from typing import Final

from dragoman.speech.tree import Tree

ADDRESSING: Final = frozenset({"to", "with"})
PLACES: Final = frozenset({"in", "on", "at", "during", "through", "via", "by", "over", "from"})
# Verbs whose object is the one spoken to, by their first letters: the object of the others is what is said.
TELLING: Final = (
    "tell",
    "told",
    "ask",
    "urg",
    "inform",
    "remind",
    "assur",
    "warn",
    "advis",
    "beg",
    "implor",
    "notif",
    "want",
    "promis",
)
MEDIA: Final = frozenset("radio television tv parliament congress conference agency".split())
VENUES: Final = frozenset(
    (
        "statement interview conference briefing tweet tweets letter radio television tv speech address post "
        "communique communiqué message remarks telephone phone broadcast report article column memoir e-mail email "
        "note testimony hearing twitter facebook telegram instagram newspaper magazine programme program podcast "
        "blog website video editorial release memo memorandum declaration text ceremony press debate sermon rally "
        "meeting session parliament congress court channel station network agency weibo x youtube appearance call "
        "cable filing"
    ).split()
)


def addressee(tree: Tree, verb: int, speaker: int | None) -> int | None:
    """The head of the phrase that names to whom it was said: told X, said to X, in a letter to X, called on X."""
    if tree.low[verb].startswith(TELLING):
        for k in tree.having(verb, "iobj", "obj"):
            if k > verb and k != speaker and tree.pos[k] in ("PROPN", "NOUN", "PRON"):
                return k
    for k in tree.having(verb, "obl"):
        mark = tree.introducer(k)
        word = tree.low[mark] if mark is not None else ""
        if word == "to" or (word in ("on", "upon") and tree.low[verb].startswith("call")):
            return k
        if tree.low[k] in VENUES:
            for j in tree.having(k, "nmod"):
                inner = tree.introducer(j)
                if inner is not None and tree.low[inner] in ADDRESSING:
                    return j
    return None


def venue(tree: Tree, verb: int) -> str | None:
    """The words that say where it was said, without their preposition: "a letter to the council", "state radio"."""
    for k in tree.having(verb, "obl", "obj", "iobj", "nmod"):
        low, mark = tree.low[k], tree.introducer(k)
        placed = mark is not None and mark < k and tree.low[mark] in PLACES
        if low in VENUES and (placed or low in MEDIA):
            first = mark + 1 if placed and mark is not None else tree.first[k]
            start, end = tree.span(first, min(tree.last[k], k + 12))
            return " ".join(tree.text[start:end].split()).strip(' ,;"')
    return None
