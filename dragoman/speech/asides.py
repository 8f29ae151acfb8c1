"""Takes a cue verb, gives what is said around it by the print: "A, X said", "A, X said on Monday, and B", "A, said X".

A clause set off by commas is easier to see than to parse: subject and verb stand between a comma and a comma or stop,
with no other finite verb between. The tree only helps to find where the subject begins.
"""

from typing import Final

from dragoman.speech.content import Content, Range
from dragoman.speech.sources import subject
from dragoman.speech.tree import Tree

NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
OPENERS: Final = frozenset((", \" ” '' ’ - – — -- ) …").split())
STOPS: Final = frozenset((", . ; : ! ? — – - --").split())
NOT_FIRST: Final = frozenset(
    (
        "who which whom that and but or while although though if when as after before because since where whose "
        "than what how"
    ).split()
)
JOINING: Final = frozenset({"and", "but", "or", "yet"})
DAYS: Final = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow late early january february "
        "march april may june july august september october november december"
    ).split()
)
UNNAMED: Final = (NOT_FIRST | {"or", *STOPS}) - {"and", "-"}  # what stands in no "its secretary-general, X"
GOES_ON: Final = frozenset({"and", "nor", "or"})
SUBORDINATE: Final = frozenset(
    "when after before as while if although though since because until once unless asked".split()
)
OPENS_CLAUSE: Final = frozenset({"who", "which", "that", "where", "what"})
TELLING: Final = frozenset(
    {"told", "tells", "tell", "telling", "informed", "reminded", "assured", "warned", "advised", "notified"}
)
TWICE: Final = 3  # commas around a speaker named by office and by name
DETERMINERS: Final = frozenset("the a an its his her their our your".split())
WIDEST: Final = 30  # words that a subject with its titles and appositions may have


def aside(tree: Tree, verb: int) -> Content | None:
    """The content around the aside whose verb is `verb`, None if the verb stands in no aside."""
    plain = tree.low[verb] == "say" and tree.low[verb - 1] in OPENERS  # ", say aides": taken for an infinitive
    if not (tree.finite(verb) or plain) or (
        tree.dep[verb] == "acl:relcl" and tree.low[_first_kid(tree, verb)] in NOT_FIRST
    ):
        return None
    begin, end = tree.sentence(verb)
    end = _last_word(tree, begin, end)
    start = _start(tree, verb, begin)
    if start is None or start <= begin or tree.low[start - 1] not in OPENERS or tree.low[start] in NOT_FIRST:
        return None
    stop = _stop(tree, verb, end)
    if stop is None:
        return None
    if start == verb:
        stop = _past_apposition(tree, stop, end)
    left = _left(tree, begin, start - 1)
    if left[0] > left[1]:
        return None
    if tree.low[left[1]] in OPENS_CLAUSE:  # "rebels who, it says, train there"
        inner = _right(tree, stop, end, False)
        return Content((inner,), "say.aside", source=speaker_in(tree, start, verb, stop)) if inner else None
    broken = tree.low[left[1]] in JOINING  # "A, but, X said, B"
    right = _right(tree, stop, end, _clause(tree, *left) and not broken)
    if not _clause(tree, *left) and right is None:
        return None
    who = speaker_in(tree, start, verb, stop)
    return Content((left,) if right is None else (left, right), "say.aside", source=who)


def inverted(tree: Tree, verb: int) -> bool:
    """Whether the speaker follows in the aside: ", said X,", whatever the parser took for the subject."""
    if tree.low[verb - 1] not in OPENERS or tree.low[verb] in TELLING:
        return False
    if tree.tag[verb] not in ("VBD", "VBZ") and tree.low[verb] != "say":
        return False
    after = next((j for j in range(verb + 1, min(verb + 4, tree.n)) if tree.pos[j] not in ("DET", "ADJ")), None)
    return after is not None and tree.pos[after] in ("NOUN", "PROPN") and tree.low[after] not in DAYS


def _past_apposition(tree: Tree, stop: int, end: int) -> int:
    """The comma after "said X, the envoy," and "said X, who leads Y," where what is said goes on behind it."""
    comma = next((j for j in range(stop + 1, min(end, stop + WIDEST)) if tree.low[j] == ","), None)
    if comma is None or tree.low[stop] != "," or tree.low[stop + 1] in GOES_ON or not _finite(tree, comma + 1, end):
        return stop
    relative = tree.low[stop + 1] in ("who", "which", "whose")
    return comma if relative or not any(tree.pos[j] in ("VERB", "AUX") for j in range(stop + 1, comma)) else stop


def _first_kid(tree: Tree, verb: int) -> int:
    return min([verb, *tree.kids[verb]])


def _start(tree: Tree, verb: int, begin: int) -> int | None:
    """The first token of the aside: of the subject before the verb, or the verb itself before its subject."""
    named = _named_twice(tree, verb, begin)
    if named is not None:
        return named
    found = subject(tree, verb)
    if found is not None and found < verb - 1 and tree.low[verb - 1] == "," and inverted(tree, verb):
        return verb  # "The treaty, said X, is dead": parsers take the treaty for the speaker
    if found is not None and begin <= found < verb and verb - tree.near_first(found) <= WIDEST:
        at = tree.near_first(found)
        while at < found and tree.pos[at] == "PUNCT":
            at += 1  # parsers hang the comma before a subject on the subject
        return at
    if tree.low[verb - 1] in OPENERS and tree.pos[verb] == "VERB":
        after = next(
            (j for j in range(verb + 1, min(verb + 4, tree.n)) if tree.pos[j] not in ("DET", "ADJ", "PUNCT")), None
        )
        if after is not None and tree.pos[after] in NOUNS and (found is None or found > verb):
            return verb
    return _by_print(tree, verb, begin)


def opening(tree: Tree, verb: int, begin: int) -> int | None:
    """The first token of "its envoy, X," or "the ministry" in the aside whose verb is `verb`, None if it is in none."""
    start = _start(tree, verb, begin)
    return start if start is not None and begin < start < verb and tree.low[start - 1] == "," else None


def _named_twice(tree: Tree, verb: int, begin: int) -> int | None:
    """The first token of ", its envoy, X, said" and ", X, its envoy, said": two phrases between three commas.

    One of them must hold a name, and neither a verb; parsers take them for names in the clause before.
    """
    if tree.low[verb - 1] != ",":
        return None
    commas = [verb - 1]
    for at in range(verb - 2, max(begin, verb - WIDEST), -1):
        if tree.low[at] == ",":
            commas.append(at)
            if len(commas) == TWICE:
                break
        elif tree.pos[at] in ("SCONJ", "AUX") or tree.low[at] in UNNAMED or _act(tree, at):
            return None
    if len(commas) < TWICE:
        return None
    end, middle, first = commas
    for a, b in ((first + 1, middle), (middle + 1, end)):
        if not any(tree.pos[j] in NOUNS for j in range(a, b)):
            return None
    one, two = tree.pos[middle - 1] == "PROPN", tree.pos[end - 1] == "PROPN"
    opens = tree.low[first + 1] in DETERMINERS or tree.low[middle + 1] in DETERMINERS
    return first + 1 if (one or two) and opens else None


def _act(tree: Tree, i: int) -> bool:
    """Whether a token is a verb, participles of the past ("ousted") not counted."""
    return tree.pos[i] == "VERB" and tree.tag[i] != "VBN"


def _by_print(tree: Tree, verb: int, begin: int) -> int | None:
    """The token after the nearest comma before the verb, if nothing but a noun phrase stands between."""
    at, names = verb - 1, False
    while at > begin and verb - at <= WIDEST:
        if tree.low[at] in OPENERS and tree.low[at] not in ("-", "'", "’", ")"):
            return at + 1 if names else None
        pair = tree.pos[at] == "CCONJ" and tree.low[at] == "and" and tree.pos[at - 1] in NOUNS
        if not pair and (tree.pos[at] in ("VERB", "SCONJ", "CCONJ") or tree.low[at] in NOT_FIRST):
            return None
        names = names or tree.pos[at] in NOUNS
        at -= 1
    return None


def speaker_in(tree: Tree, start: int, verb: int, stop: int) -> int | None:
    """The word of the aside that names who speaks: the subject if it is in there, else the first of its heads."""
    found = subject(tree, verb)
    if found is not None and start <= found < stop:
        return found
    a, b = (start, verb) if start < verb else (verb + 1, stop)
    names = [j for j in range(a, b) if tree.pos[j] in NOUNS]
    tops = [j for j in names if not a <= tree.head[j] < b or tree.head[j] in (j, verb)]
    return next(iter(tops or names), None)


def _stop(tree: Tree, verb: int, end: int) -> int | None:
    """The comma or the sentence's last word that ends the aside; None if a clause follows the verb first."""
    objects = [k for k in tree.having(verb, "obj") if k > verb]
    if (
        objects
        and tree.low[verb] not in TELLING
        and not tree.having(objects[0], "flat")
        and tree.low[verb - 1] not in OPENERS
    ):
        return None
    for j in range(verb + 1, end + 1):
        if tree.low[j] in STOPS and tree.low[j] not in ("-", "–"):
            return j
        if (
            tree.pos[j] in ("VERB", "AUX")
            and tree.tag[j] in ("VBD", "VBZ", "VBP", "MD")
            and tree.low[j - 1] not in NOT_FIRST
        ):
            return None
    return end + 1


def _clause(tree: Tree, a: int, b: int) -> bool:
    """Whether a range of tokens has a finite verb of its own and does not open as a subordinate clause."""
    opener = next((j for j in range(a, b + 1) if tree.pos[j] not in ("PUNCT", "CCONJ", "SPACE")), b)
    if tree.low[opener] in SUBORDINATE:  # "If A, B" is a clause, "if A" is none
        comma = next((j for j in range(opener, b) if tree.low[j] == "," and _finite(tree, opener, j)), b)
        return comma < b and _finite(tree, comma, b)
    return _finite(tree, a, b)


def _finite(tree: Tree, a: int, b: int) -> bool:
    """Whether a range of tokens has a finite verb outside relative clauses."""
    for j in range(a, b + 1):
        relative = tree.dep[j] == "acl:relcl" or (tree.pos[j] == "AUX" and tree.dep[tree.head[j]] == "acl:relcl")
        if tree.tag[j] in ("VBD", "VBZ", "VBP", "MD") and not relative:
            return True
    return False


def _left(tree: Tree, begin: int, comma: int) -> Range:
    """The words before the aside, without what stands before a semicolon if that is somebody's words already."""
    for j in range(comma - 1, begin, -1):
        if tree.low[j] == ";" and any(tree.dep[k] == "ccomp" and tree.head[k] < k for k in range(begin, j)):
            begin = j + 1
            break
    b = comma
    while b >= begin and (tree.pos[b] == "PUNCT" or tree.space[b]):
        b -= 1
    while begin <= b and (tree.space[begin] or tree.low[begin] in (",", ";")):
        begin += 1
    return begin, b


def _right(tree: Tree, stop: int, end: int, complete: bool) -> Range | None:
    """The words after the aside that go on with what is said: the rest of a broken clause, or "and B"."""
    a = stop + 1
    if stop > end or tree.low[stop] not in (",", "—", "–", "--"):
        return None
    while a <= end and (tree.space[a] or tree.low[a] in ('"', "“", "''", "``", "‘")):
        a += 1
    if a > end or tree.low[a] in ("who", "whose"):
        return None
    if not complete:
        return (a, end) if _finite(tree, a, end) else None
    if tree.low[a] in GOES_ON and _clause(tree, a, end) and not _speaks(tree, a, end):
        return (a + 1 if tree.low[a] == "and" else a), end
    return None


def _speaks(tree: Tree, a: int, end: int) -> bool:
    """Whether a clause with a complement of its own follows: "..., Lima said, and Quito warned that ..."."""
    return any(tree.dep[k] == "ccomp" and a <= tree.head[k] < k for k in range(a, end + 1))


def _last_word(tree: Tree, begin: int, end: int) -> int:
    end -= 1
    while end > begin and (tree.space[end] or tree.low[end] in (".", "!", "?", "”", '"', "''", "’")):
        end -= 1
    return end
