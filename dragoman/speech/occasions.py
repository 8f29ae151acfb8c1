"""Takes a cue in its tree, says whether it was spoken on an occasion that the report has told of before."""

from typing import Final

from dragoman.speech.tree import Tree

# (example that is of an occasion told before, example that is not): the article makes the difference.
EXAMPLES: Final = (
    (
        "The treaty is dead, the envoy said after the closing session.",
        "The treaty is dead, the envoy said in a speech.",
    ),
    ("Ministers were late, he said as he left the palace.", "Ministers were late, he said because they were asked."),
)
KNOWN: Final = frozenset({"the", "this", "these", "his", "her", "their", "its"})
WHEN: Final = frozenset({"at", "after", "during", "before", "following", "outside"})
MOVING: Final = frozenset({"after", "before", "as", "when", "while"})
LEAVING: Final = frozenset(
    (
        "left leaving departed departing arrived arriving flew flying boarded boarding returned returning emerged "
        "emerging landed landing signed signing opened opening closed closing"
    ).split()
)
HELD: Final = frozenset(
    (
        "ceremony session signing talks meeting meetings summit rally funeral hearing vote ballot inauguration march "
        "parade trial verdict ruling conference handover raid attack blast explosion crash fighting protest "
        "demonstration burial swearing launch opening closing"
    ).split()
)
NEAR: Final = 12  # words after the cue
# "told the crowd": what a report tells of before as people who came together, and what it calls them when they listen.
GATHERINGS: Final = frozenset(
    (
        "crowd crowds marchers marched march protesters protested protest protests demonstrators demonstrated "
        "demonstration rally rallied rallies mourners funeral worshippers congregation strikers strike pilgrims "
        "supporters thousands delegates gathered gathering buried burial"
    ).split()
)
LISTENING: Final = frozenset(
    "crowd marchers protesters demonstrators mourners worshippers congregation strikers pilgrims gathering".split()
)


def occasion(tree: Tree, verb: int) -> bool:
    """Whether `verb` was said at, after or before something that the report knows: "at the ceremony"."""
    for k in range(verb + 1, min(verb + NEAR, tree.n)):
        low, mark = tree.low[k], tree.introducer(k)
        if tree.pos[k] == "PUNCT":
            break
        word = tree.low[mark] if mark is not None else ""
        if tree.dep[k] == "advcl" and word in MOVING and low in LEAVING:
            return True
        if tree.tag[k] in ("VBD", "VBZ", "VBP", "MD"):
            break
        known = any(tree.low[j] in KNOWN for j in tree.kids[k])
        if known and tree.dep[k] in ("obl", "nmod") and word in WHEN and low in HELD:
            return True
    return False


def gathered(tree: Tree, hearer: int) -> bool:
    """Whether those spoken to are a crowd that the report knows: "told the marchers", not "told a crowd"."""
    return tree.low[hearer] in LISTENING and any(tree.low[k] in KNOWN for k in tree.kids[hearer])
