"""Docs built by hand: one "word|TAG|dep|head" a token, head as the word's place in the sentence from 1, 0 the root."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "VB": "VERB", "VBD": "VERB", "VBN": "VERB",
    "VBG": "VERB", "VBZ": "VERB", "VBP": "VERB", "MD": "AUX", "DT": "DET", "IN": "ADP", "TO": "PART", "PRP": "PRON",
    "PRP$": "PRON", "WDT": "PRON", "WP": "PRON", "WRB": "ADV", "RB": "ADV", "JJ": "ADJ", "CD": "NUM", "CC": "CCONJ",
    "POS": "PART", ",": "PUNCT", ".": "PUNCT", "``": "PUNCT", "''": "PUNCT", ":": "PUNCT",
}  # fmt: skip
LEMMAS = {
    "has": "have", "had": "have", "have": "have", "was": "be", "were": "be", "is": "be", "are": "be", "been": "be",
    "gave": "give", "said": "say", "began": "begin", "refused": "refuse", "postponed": "postpone", "talks": "talk",
}  # fmt: skip
NLP = spacy.blank("en")


def build(*sentences: str) -> Doc:
    """A parsed Doc of sentences in the notation above; words are joined by blanks, marks stand on the word before."""
    words, tags, deps, heads, starts = [], [], [], [], []
    for sentence in sentences:
        first = len(words)
        for row in sentence.split():
            word, tag, dep, head = row.split("|")
            heads.append(len(words) if head == "0" else first + int(head) - 1)
            starts.append(len(words) == first)
            words.append(word)
            tags.append(tag)
            deps.append("ROOT" if head == "0" else dep)
    glued = {",", ".", "'s", "”"}
    spaces = [i + 1 < len(words) and words[i + 1] not in glued and word != "“" for i, word in enumerate(words)]
    pos = ["AUX" if dep.startswith(("aux", "cop")) else POS[tag] for tag, dep in zip(tags, deps, strict=True)]
    lemmas = [LEMMAS.get(word.lower(), word.lower()) for word in words]
    return Doc(
        NLP.vocab, words=words, spaces=spaces, tags=tags, pos=pos, deps=deps, heads=heads, lemmas=lemmas,
        sent_starts=starts,
    )  # fmt: skip


@pytest.fixture
def parsed() -> Callable[..., Doc]:
    """The builder of Docs."""
    return build
