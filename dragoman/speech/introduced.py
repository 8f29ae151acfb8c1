"""Takes a quotation without a cue, gives who is introduced just before it or named just after it, as a word."""

import re
from typing import Final

from dragoman.speech import sources
from dragoman.speech.cues import forms
from dragoman.speech.quotations import Quotation
from dragoman.speech.tree import Tree

# Words that point back at what was just quoted: "That was the verdict of X", "So said X", "Those words are X's".
POINTING: Final = frozenset("that this those these so such thus".split())
WORDS: Final = frozenset(
    (
        "word words verdict message view views assessment warning answer response reply reaction quote quotation "
        "remark remarks comment comments statement sentiment sentiments conclusion advice plea appeal question how "
        "what way"
    ).split()
)
LEADS: Final = frozenset({"of", "from", "by"})
FIRST: Final = 8  # words within which a sentence says that it points back
# "- Maria Silva, nurse." after a quotation, to the end of the line or on a line of its own: a dash and a name.
SIGNED: Final = re.compile(r"[”\"'’\s]{0,6}[-–—―]{1,2}[ \t]?(?P<name>[^\W\d_a-z][^\n\"“”:]{1,90})(?:\n|\Z)")
LABEL: Final = 12  # words of a name, with an age or office, that a paragraph begins with
REST: Final = re.compile(r"[ \t\r\xa0.,]{0,4}(?:\n|\Z)")
HUMAN: Final = frozenset({"he", "she", "they", "who"})
ISSUING: Final = frozenset(
    "issued issues released releases posted posts sent sends published publishes gave gives".split()
)


# Verbs that report words only where they stand at the marks: '"Go," read the sign', 'a letter that began: "Sir"'.
AT_MARKS: Final = frozenset(
    (
        "read reads reading reacted reacts jeered boomed charged charges chimed piped deadpanned roared croaked "
        "hissed sobbed wailed ventured began begins started ended ends echoed echoes parroted sang sings sneered "
        "shrugged grinned nodded winced groused riposted demurred raged snarled spluttered hollered declaimed groaned "
        "confessed confesses confided confides"
    ).split()
)


def beside(tree: Tree, q: Quotation) -> tuple[int, int] | None:
    """The verb at the marks that cues nothing elsewhere, and its subject: 'the banner read', 'read one banner'."""
    verb = _verb_at_marks(tree, q)
    if verb is None:
        return None
    word = _inverted(tree, verb) if tree.start[verb] - q.outer[1] in (0, 1) else None
    word = sources.of_verb(tree, verb) if word is None else word
    if word in (None, verb) or _inside(tree, word, q):
        word = sources.nearby(tree, verb)
    if word == verb and tree.pos[verb - 1] in ("NOUN", "PROPN"):
        word = verb - 1  # "the sign read": taken for a kind of read
    return (verb, word) if word not in (None, verb) and not _inside(tree, word, q) else None


def _inside(tree: Tree, word: int | None, q: Quotation) -> bool:
    return word is not None and q.outer[0] <= tree.start[word] < q.outer[1]


def label(tree: Tree, q: Quotation, paragraph: int) -> tuple[int, int] | None:
    """The first and last token of a name that a paragraph prints before its quotation, and nothing else.

    'Ana Lima, nurse "We go."', '- MAYOR OF BEIRA "We go."', in round-ups of what people say. `paragraph` is the offset
    at which the paragraph begins.
    """
    a, b = tree.covering((paragraph, q.outer[0]))
    if b - a > 2 * LABEL:
        return None
    while a < b and not tree.low[a][:1].isalnum():
        a += 1
    while a < b and not tree.low[b - 1][:1].isalnum():
        b -= 1
    named = [j for j in range(a, b) if tree.pos[j] == "PROPN"]
    if not named or b - a > LABEL or not tree.text[tree.start[a]].isupper() or not REST.match(tree.text, q.outer[1]):
        return None
    if any(tree.pos[j] in ("VERB", "AUX", "SCONJ", "PRON") or tree.low[j] in (".", "!", "?") for j in range(a, b)):
        return None
    return a, b - 1


def _verb_at_marks(tree: Tree, q: Quotation) -> int | None:
    """The verb of AT_MARKS right before the opening mark, or after the closing one where its clause ends."""
    at = tree.token_at(q.outer[0]) - 1
    while at >= 0 and (tree.space[at] or tree.low[at] in (",", ":")):
        at -= 1
    if at >= 0 and tree.low[at] in AT_MARKS and tree.pos[at] != "NOUN":
        return at
    a = tree.token_at(q.outer[1])
    for i in range(a, min(a + FIRST, tree.n)):
        if tree.low[i] in (".", "!", "?", ";", ":") or "\n" in tree.text[tree.start[i] : tree.end[i]]:
            break
        stops = i + 1 >= tree.n or not tree.low[i + 1][:1].isalnum()
        verb = tree.pos[i] != "NOUN" and (stops or i == a or tree.pos[i + 1] in ("ADV", "ADP"))
        if tree.low[i] in AT_MARKS and (verb or (stops and tree.low[i] in ("read", "reads"))):
            return i
    return None


def _inverted(tree: Tree, verb: int) -> int | None:
    """The head of the phrase right after a verb: 'read one red banner'."""
    for j in range(verb + 1, min(verb + FIRST, tree.n)):
        if tree.pos[j] in ("NOUN", "PROPN", "PRON"):
            return j
        if tree.pos[j] not in ("DET", "ADJ", "NUM"):
            return None
    return None


def before(tree: Tree, q: Quotation) -> int | None:
    """The subject of the sentence that ends right before `q`, if it can speak: a name, a person, a teller.

    'Lopes was blunt.' and then the quotation, in the same paragraph or the next.
    """
    at = tree.token_at(q.outer[0]) - 1
    while at >= 0 and (tree.space[at] or tree.pos[at] == "PUNCT"):
        at -= 1
    if at < 0:
        return None
    begin, end = tree.sentence(at)
    main = root(tree, begin, min(end, at + 1))
    word = sources.subject(tree, main, passive=True) if main is not None else None
    if main is None or word is None or not begin <= word < end:
        return None
    if tree.low[word] in HUMAN or tree.doc[word].ent_type_ == "PERSON":
        return word
    cues = forms().get((tree.low[main], "V"), ())
    tells = tree.low[main] in ISSUING or any(cue.clausal and not cue.particle for cue in cues)
    return word if tells and tree.pos[word] in ("NOUN", "PROPN") else None


def after(tree: Tree, q: Quotation) -> int | None:
    """The word that names who spoke in a sentence after `q` that points back at it."""
    a = tree.token_at(q.outer[1])
    while a < tree.n and (tree.space[a] or tree.pos[a] == "PUNCT"):
        a += 1
    if a >= tree.n or tree.low[a] not in POINTING:
        return None
    _, end = tree.sentence(a)
    near = range(a + 1, min(end, a + FIRST))
    if tree.low[a] in ("so", "thus"):
        return next((sources.subject(tree, i) for i in near if (tree.low[i], "V") in forms()), None)
    word = next((i for i in near if tree.low[i] in WORDS), None)
    if word is None:
        return None
    for k in range(word + 1, min(end, word + FIRST)):
        if tree.low[k] in LEADS and tree.dep[k] == "case":
            return tree.head[k]
    if tree.low[word] in ("how", "what", "way"):
        found = (sources.subject(tree, i) for i in range(word + 1, end) if tree.tag[i] in ("VBD", "VBZ", "VBP"))
        return next((i for i in found if i is not None), None)
    return next((k for k in tree.having(word, "nmod:poss")), None)


def signature(tree: Tree, q: Quotation) -> tuple[int, int] | None:
    """The first and last token of a name that signs a quotation: "- Maria Silva, nurse" after it or on the line below.

    What follows a comma is left out; a clause is no name.
    """
    match = SIGNED.match(tree.text, q.inner[1])
    if match is None:
        return None
    first, last = tree.covering(match.span("name"))
    last = next((j for j in range(first + 1, last) if tree.low[j] == ","), last)
    while last > first and not tree.low[last - 1][:1].isalnum():
        last -= 1
    plain = not any(tree.pos[j] in ("VERB", "AUX", "PRON", "SCONJ") for j in range(first, last))
    named = any(tree.pos[j] == "PROPN" for j in range(first, last))
    return (first, last - 1) if plain and named and last - first <= LABEL else None


def head_of(tree: Tree, a: int, b: int) -> int:
    """The name's own head among the tokens `a` to `b`: the first proper noun that hangs on none of them."""
    names = (j for j in range(a, b + 1) if tree.pos[j] == "PROPN")
    return next((j for j in names if tree.head[j] == j or not a <= tree.head[j] <= b), a)


def root(tree: Tree, begin: int, end: int) -> int | None:
    """The main verb, or noun with a copula, of a sentence."""
    tops = (j for j in range(begin, end) if tree.head[j] == j or not begin <= tree.head[j] < end)
    return next((j for j in tops if tree.pos[j] != "PUNCT" and not tree.space[j]), None)
