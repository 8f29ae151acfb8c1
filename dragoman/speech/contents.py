"""Takes a cue word in its tree, gives what is said: the clause, infinitive or phrase that fits the cue's frames."""

from typing import Final

from dragoman.speech.clauses import complement
from dragoman.speech.content import Content, whole
from dragoman.speech.cues import Cue
from dragoman.speech.sources import is_passive, subject
from dragoman.speech.tree import Tree

THOUGHT: Final = frozenset({"say", "belief", "expect", "find", "hope", "fear"})
ASKING: Final = frozenset({"demand", "ask", "say", "promise", "threaten"})
NO_PHRASE: Final = frozenset({"that", "to"})  # of a noun's frames, those that are clauses
DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday week month year".split()
)
CONDITIONS: Final = frozenset({"if", "unless", "provided", "providing", "once", "until"})


def of_verb_cue(tree: Tree, verb: int, cue: Cue) -> Content | None:
    """The content that the verb `verb` governs under the frames of `cue`; the first frame that fits wins."""
    frames = cue.frames
    found = None
    if "that" in frames:
        found = complement(tree, verb)
    if found is None and not frames.isdisjoint(("to", "raise")):
        found = _infinitive(tree, verb, cue)
    if found is None and "on.to" in frames:
        found = _call_on(tree, verb)
    if found is None and "ing" in frames:
        found = _gerund(tree, verb)
    if found is None and ("np.as" in frames or "np.pred" in frames):
        found = _judgement(tree, verb, frames)
    if found is None and not frames.isdisjoint(("np", "np.to")) and "np.as" not in frames:
        found = _object(tree, verb, frames)
    return found or _phrase(tree, verb, frames)


def _extended(tree: Tree, verb: int, b: int) -> int:
    """The end of a content with the clauses after it that the parser hung on the cue: "unless A", "by doing A"."""
    for k in tree.having(verb, "advcl"):
        a = tree.first[k]
        if a == b + 1 and (tree.low[a] != "," or tree.low[a + 1] in CONDITIONS):
            b = tree.last[k]
    return b


def _infinitive(tree: Tree, verb: int, cue: Cue) -> Content | None:
    """Promised to go; urged X to go, where X is the lead."""
    for k in tree.having(verb, "xcomp", "advcl", "ccomp"):
        a, b = whole(tree, k)
        if a <= verb:
            continue
        to = next((j for j in range(a, k + 1) if tree.low[j] == "to"), None)
        if to is None or (tree.dep[k] == "advcl" and cue.kind not in ASKING):
            continue
        if to > a and tree.low[a] in ("not", "never"):
            to = a
        asked = [j for j in tree.having(verb, "obj", "iobj") if verb < j < to]
        lead = (tree.first[asked[0]], tree.last[asked[0]]) if asked else (a, to - 1) if to > a else None
        b = _extended(tree, verb, b)
        whom = subject(tree, verb, passive=True)
        if whom is not None and ("raise" in cue.frames or (is_passive(tree, verb) and cue.kind in THOUGHT)):
            return Content((whole(tree, whom), (to, b)), "raise")  # "the deal is expected to hold", "seems to hold"
        return Content(((to, b),), "ask.to" if asked else "say.to", lead)
    return None


def _call_on(tree: Tree, verb: int) -> Content | None:
    """Called on X to go, appealed to X to go: the infinitive hangs on the verb or on X."""
    for k in tree.having(verb, "obl"):
        mark = tree.introducer(k)
        if k < verb or mark is None or tree.low[mark] not in ("on", "upon", "to") or mark > verb + 2:
            continue
        for j in (*tree.having(verb, "xcomp", "advcl"), *tree.having(k, "acl", "advcl", "xcomp")):
            if j > k and any(tree.low[m] == "to" for m in range(tree.first[j], j)):
                return Content(((tree.first[j], tree.last[j]),), "ask.on", (tree.first[k] + 1, tree.first[j] - 1))
    return None


def _gerund(tree: Tree, verb: int) -> Content | None:
    """Denied having gone, proposed holding a vote."""
    for k in tree.having(verb, "xcomp", "ccomp", "advcl", "obj"):
        if k > verb and tree.tag[k] == "VBG" and tree.pos[k] in ("VERB", "AUX") and tree.introducer(k) is None:
            return Content((whole(tree, k),), "say.ing")
        if k > verb and tree.tag[k] == "VBN" and any(tree.low[j] == "having" for j in tree.kids[k]):
            return Content((whole(tree, k),), "say.ing")
    return None


def _judgement(tree: Tree, verb: int, frames: frozenset[str]) -> Content | None:
    """Described X as Y, called X Y: both X and Y are content, from the first to the last."""
    objects = [k for k in tree.having(verb, "obj", "iobj", "ccomp") if k > verb]
    if not objects:
        return None
    a, b = whole(tree, objects[0])
    for k in tree.having(verb, "xcomp", "obl", "advcl", "obj", "nmod"):
        mark = tree.introducer(k)
        if k <= objects[0] or (mark is not None and tree.low[mark] != "as"):
            continue
        if ("np.as" in frames and mark is not None) or ("np.pred" in frames and tree.dep[k] in ("xcomp", "obj")):
            return Content(((a, max(b, tree.last[k])),), "judge")
    inside = any(tree.low[j] == "as" for j in range(objects[0] + 1, b + 1))
    if inside or ("np.pred" in frames and any(tree.low[j] in ('"', "“", "''", "``") for j in range(verb + 1, b + 1))):
        return Content(((a, b),), "judge")
    return Content(((a, b),), "np") if "np" in frames else None


def _object(tree: Tree, verb: int, frames: frozenset[str]) -> Content | None:
    """Backed the plan: a bare object, an attribution in the wide sense only."""
    for k in tree.having(verb, "obj", "ccomp"):
        if k > verb and tree.pos[k] != "PRON":
            (a, b), rule = whole(tree, k), "np"
            for j in tree.having(verb, "obl", "advcl"):  # "blamed X for Y"
                mark = tree.introducer(j)
                if mark is not None and tree.low[mark] in frames and b < j and tree.first[j] <= b + 1:
                    b, rule = tree.last[j], f"phrase.{tree.low[mark]}"
            return Content(((a, b),), rule)
    return None


def _phrase(tree: Tree, verb: int, frames: frozenset[str]) -> Content | None:
    """Accused X of going, warned of war, called for talks: the preposition's phrase, its lead the object before it."""
    for k in tree.having(verb, "obl", "advcl", "nmod", "obj"):
        below = tree.having(k, "nmod", "acl", "advcl") if tree.dep[k] == "obj" or tree.low[k] in DAYS else []
        heads = [k, *below]  # "accused Rome on Monday of A": parsers hang A on Rome or on Monday
        for h in heads:
            mark = tree.introducer(h)
            if h <= verb or mark is None or tree.low[mark] not in frames or mark < verb or tree.tag[mark] == "TO":
                continue
            b = tree.last[h]
            if mark >= b:
                continue
            if (
                tree.low[mark] == "for"
                and tree.dep[k] != "obj"
                and tree.low[verb].startswith("call")
                and tree.having(verb, "obj")
            ):
                continue  # "called the envoy home for talks"
            lead = next(((tree.first[j], mark) for j in tree.having(verb, "obj", "iobj") if verb < j < mark), None)
            return Content(((mark + 1, _extended(tree, verb, b)),), f"phrase.{tree.low[mark]}", lead)
    return None


def of_noun_cue(tree: Tree, noun: int, cue: Cue) -> Content | None:
    """A claim that A, a promise to go: the clause that hangs on the noun or adjective."""
    for k in tree.having(noun, "acl", "ccomp", "acl:relcl", "xcomp", "csubj", "advcl"):
        a, b = whole(tree, k)
        if k < noun or a >= b or a <= noun:
            continue
        if "that" in cue.frames and tree.low[a] == "that" and tree.dep[a] in ("mark", "advmod", "dep"):
            return Content(((a + 1, b),), "noun.that", (a, a))
        if "that" in cue.frames and cue.pos == "A" and tree.dep[k] == "ccomp":
            return Content(((a, b),), "noun.that")
        if "to" in cue.frames and cue.pos == "A" and tree.low[a] in ("to", "not") and tree.dep[k] in ("xcomp", "ccomp"):
            return Content(((a, b),), "noun.to")
    for k in tree.having(noun, "nmod", "acl"):
        mark = tree.introducer(k)
        if (
            cue.pos == "N"
            and k > noun
            and mark is not None
            and noun < mark
            and tree.low[mark] in cue.frames - NO_PHRASE
        ):
            return Content(((mark + 1, tree.last[k]),), "noun.phrase")
    return None
