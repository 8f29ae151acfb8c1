"""A token of a parsed Doc to the time phrases that may date its act, the likeliest first.

The order: phrases that hang on the token itself; on the nouns of its clause (attachments go wrong there); for a noun,
those of its own participles and of the verb it serves; for a verb without one, the date that its "when" clause
opens on, those of the clause it shares subject and tense with, of a dated meeting or message it names; last the
phrase that opens the sentence. Phrases of embedded clauses, of speech and of other nouns' possessives stay out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from dragoman.times.meaning import Kind, Vague
from dragoman.times.mending import Quotations, clause_of, has_subject
from dragoman.times.placing import Placed
from dragoman.times.relative import Every, Length
from dragoman.times.tense import DONE, PUT_OFF, has_perfect, tense_of
from dragoman.times.tense_words import SET_FOR_A_DAY

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Relations by which a noun hands its verb's date on: "held talks on Monday", "took part in talks on Monday".
SERVES: Final = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "obl:unmarked", "iobj", "nsubj:outer"})
CLIMBS: Final = frozenset({"nmod", "appos", "compound", "flat", "amod", "conj", "nmod:poss", "nmod:unmarked"})
CLAUSES: Final = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "parataxis", "csubj", "csubj:pass", "conj"})
SAME_TIME: Final = frozenset({"as", "while", "when", "by", "where"})
# Nouns whose own date is that of what is said or done in them: "in a statement issued on Monday", "at Monday's talks".
VENUES: Final = SET_FOR_A_DAY | frozenset(
    "statement message letter interview speech broadcast communique communiqué tweet post briefing address note "
    "report telegram telephone call sermon debate ceremony congress gathering article editorial decree order memo "
    "cable email announcement resolution raid attack operation clash".split()
)


# What is done to an act before it: "an inspection proposed last week is to take place on Monday".
ABOUT: Final = frozenset("propose announce offer request demand suggest postpone cancel urge".split())
# Acts that take place with what is their object: "won last year's election", "signed the 1991 accords".
WITH_OBJECT: Final = frozenset("sign boycott attend hold win lose stage join host contest observe rig".split())
FAR: Final = 150  # words from a sentence's opening phrase to its verb at most


class Belonging:
    """Which phrases of a Doc belong to which token."""

    def __init__(self, doc: "Doc", placed: list[Placed], quoted: Quotations) -> None:
        self._doc = doc
        self._quoted = quoted
        self._placed = placed
        self._on: dict[int, list[int]] = defaultdict(list)
        self._in_clause: dict[int, list[int]] = defaultdict(list)
        self._own_phrase = {i: index for index, p in enumerate(placed) for i in range(p.start, p.end)}
        for index, p in enumerate(placed):
            if (
                p.governor < 0
                or isinstance(p.found.meaning, Every)
                or (p.before and isinstance(p.found.meaning, Vague))
            ):
                continue
            governor = self._past_phrases(doc[p.governor])
            self._on[governor.i].append(index)
            if not p.before:
                self._in_clause[clause_of(doc, governor).i].append(index)

    def _past_phrases(self, governor: "Token") -> "Token":
        """The governor beyond other phrases: "on Tuesday" under "morning"."""
        for _ in range(4):
            if governor.i not in self._own_phrase or governor.head.i == governor.i:
                break
            governor = governor.head
        return governor

    def of(self, token: "Token") -> Iterator[int]:
        """Indices of phrases, likeliest first, each once."""
        token = _content(token)
        seen: set[int] = set()
        inside = self._quoted.at(token.idx)
        for index in self._ranked(token):
            if index not in seen and self._quoted.at(self._placed[index].found.start) == inside:
                seen.add(index)
                yield index

    def _ranked(self, token: "Token") -> Iterator[int]:
        own = self._sorted(self._on[token.i], token)
        if token.lemma_ in PUT_OFF:  # "gave them until Sunday": when it ends, not when it was given
            own = [i for i in own if self._placed[i].found.relation != "until"]
        yield from own
        if any(self._dates(i) for i in own):
            return
        if token.pos_ in ("VERB", "AUX") or has_subject(token):
            yield from self._of_clause(token)
        else:
            yield from self._of_noun(token)

    def _sorted(self, indices: Iterable[int], token: "Token") -> list[int]:
        """Dates before lengths, printed dates before "then", near before far."""
        placed = self._placed

        def rank(index: int) -> tuple[bool, bool, int]:
            found = placed[index].found
            length = isinstance(found.meaning, Length) and not found.hang
            return length, found.hidden, abs(placed[index].head - token.i)

        return sorted(indices, key=rank)

    def _dates(self, index: int) -> bool:
        return self._placed[index].found.meaning.kind in (Kind.DATE, Kind.TIME)

    def _of_clause(self, verb: "Token") -> Iterator[int]:
        mine = self._sorted(self._in_clause[verb.i], verb)
        if verb.lemma_ in PUT_OFF:
            mine = [i for i in mine if self._placed[i].found.relation != "until"]
        yield from mine
        if any(self._dates(i) for i in mine):
            return
        yield from self._since_of(verb)
        yield from self._when_of(verb)
        yield from self._shared(verb, 0)
        yield from self._later_of_matrix(verb)
        yield from self._of_venue(verb)
        yield from self._of_object(verb)
        yield from self._opening(verb)

    def _shared(self, verb: "Token", depth: int) -> Iterator[int]:
        for other in self._sharing(verb):
            theirs = {*self._on[other.i], *self._in_clause[other.i]}
            if other.i > verb.i:  # "the day before" said later is not yet known here
                theirs = {i for i in theirs if self._goes_back(i, other)}
            yield from self._sorted(sorted(theirs), verb)
            if depth < 2 and other.i < verb.i:
                yield from self._shared(other, depth + 1)

    def _goes_back(self, index: int, later: "Token") -> bool:
        """Whether a later conjunct's phrase may date the verb before it; not "and last month threatened"."""
        placed = self._placed[index]
        return placed.start > later.i and not getattr(placed.found.meaning, "told", False)

    def _since_of(self, verb: "Token") -> Iterator[int]:
        """Such as "held since Sunday's coup"."""
        for child in verb.children:
            if child.dep_ == "obl":
                yield from (i for i in self._on[child.i] if self._placed[i].found.relation == "since")

    def _when_of(self, verb: "Token") -> Iterator[int]:
        """Such as "in 2009, when a consul was declared ...": the phrase right before the clause's "when"."""
        for child in verb.children:
            if child.i >= verb.i or child.lower_ not in ("when", "after"):
                continue
            at = child.i - 1
            while at > 0 and self._doc[at].text == ",":
                at -= 1
            if child.lower_ == "when" and at in self._own_phrase:
                yield self._own_phrase[at]

    def _later_of_matrix(self, verb: "Token") -> Iterator[int]:
        """Such as "intend to march on parliament next week": a phrase after an infinitive, hung on its matrix verb."""
        if verb.lemma_ in DONE:  # "began leaving on Sunday" is when it began
            yield from (i for c in verb.children if c.dep_ == "xcomp" for i in self._sorted(self._on[c.i], verb))
        if verb.dep_ == "xcomp" and verb.head.i < verb.i:
            after = [i for i in self._on[verb.head.i] if self._placed[i].start > verb.i]
            yield from self._sorted(after, verb)

    def _of_venue(self, verb: "Token") -> Iterator[int]:
        """Such as "In a statement of Monday they denied it", "called them so during last month's talks"."""
        for child in verb.children:
            if child.dep_ in ("obl", "obl:unmarked", "nmod") and child.lemma_.lower() in VENUES:
                yield from self._sorted(self._on[child.i], verb)
                yield from self._of_participles(child, to_come=False)
                if child.i < verb.i:  # "in a statement sent on Monday they denied": the participle hung on the verb
                    sent = [c for c in verb.children if _participle_of(c, child, verb)]
                    yield from self._sorted([i for c in sent for i in self._on[c.i]], verb)

    def _of_object(self, verb: "Token") -> Iterator[int]:
        """Such as "boycotted the May elections": what happens when its object does."""
        if verb.lemma_ in WITH_OBJECT:
            for child in verb.children:
                if child.dep_ in ("obj", "nsubj:pass"):
                    yield from (i for i in self._sorted(self._on[child.i], verb) if self._placed[i].before)

    def _of_noun(self, noun: "Token") -> Iterator[int]:
        """A noun's phrases: its participles', its parts', those of the noun it is part of, of the verb it serves."""
        yield from self._of_participles(noun)
        yield from self._of_parts(noun)
        at = noun
        for _ in range(5):
            if at.dep_ not in CLIMBS or at.head.i == at.i:
                break
            at = at.head
            if at.pos_ == "VERB":
                break
            yield from self._sorted([i for i in self._on[at.i] if not self._placed[i].before], noun)
            yield from self._of_participles(at)
        if at.dep_ in SERVES and at.head.i != at.i:
            verb = at.head
            yield from self._sorted(self._on[verb.i], noun)
            yield from self._of_clause(verb)
        elif at.head.i == at.i or has_subject(at):
            yield from self._of_clause(at)

    def _of_participles(self, noun: "Token", *, to_come: bool = True) -> Iterator[int]:
        """Such as "talks held a month later", "a trip planned for Tuesday".

        Without `to_come` not "an interview to be aired on Sunday", which was given before.
        """
        for child in noun.children:
            if child.dep_ in ("acl", "advcl") and child.i > noun.i and not has_subject(child):
                if child.lemma_ in ABOUT and noun.dep_.startswith("nsubj") and child.tag_ == "VBN":
                    continue
                if not to_come and any(c.tag_ == "TO" for c in child.children):
                    continue
                yield from self._sorted(self._on[child.i], noun)

    def _of_parts(self, noun: "Token") -> Iterator[int]:
        """Such as "the closure of two stations in May": a phrase on a noun inside the noun's phrase."""
        for child in noun.children:
            if child.dep_ == "nmod" and child.i > noun.i:
                yield from self._sorted([i for i in self._on[child.i] if not self._placed[i].before], noun)

    def _sharing(self, verb: "Token") -> Iterator["Token"]:
        """Clauses that happen at the same time: conjuncts with one subject and tense, participles, aspectual verbs."""
        head = verb.head
        if head.i != verb.i and self._goes_with(verb, head):
            yield head
            if verb.dep_ == "advcl" and head.dep_ == "xcomp" and self._doc[verb.i - 1].text == ",":
                yield head.head  # "refused on Friday to go, dismissing the note": hung on "go"
        if verb.dep_ == "acl" and any(c.lower_ in ("first", "last", "latest") for c in head.children):
            yield from _governing(head)
        for child in verb.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and not has_subject(child) and _alike(child, verb):
                yield child
            if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > verb.i and self._means(verb, child):
                yield child

    def _means(self, verb: "Token", clause: "Token") -> bool:
        """Whether a clause tells how the act was done: "broke the truce by shelling a town on Sunday"."""
        by = any(c.lower_ == "by" for c in clause.children if c.dep_ in ("mark", "case"))
        return by and not any(t.pos_ == "VERB" for t in self._doc[verb.i + 1 : clause.i])

    def _goes_with(self, verb: "Token", head: "Token") -> bool:
        if verb.dep_ == "conj":
            return (not has_subject(verb) or _by_pronoun(verb)) and _alike(verb, head)
        if verb.dep_ == "advcl":
            return self._simultaneous(verb)
        return verb.dep_ == "xcomp" and head.lemma_ in DONE and self._doc[verb.i - 1].tag_ != "TO"

    def _simultaneous(self, verb: "Token") -> bool:
        marks = [c.lower_ for c in verb.children if c.dep_ == "mark" or (c.dep_ == "advmod" and c.lower_ in SAME_TIME)]
        if not marks:
            return verb.tag_ in ("VBG", "VBN") and not has_subject(verb)
        return all(m in SAME_TIME or m == "to" for m in marks) and "been" not in marks

    def _opening(self, verb: "Token") -> Iterator[int]:
        """A phrase that opens the sentence, for its main verb and that verb's conjuncts."""
        main = verb
        for _ in range(8):
            if main.dep_ != "conj" or main.head.i == main.i:
                break
            main = main.head
        if main.head.i != main.i:
            return
        start = next((i for i in range(main.i, max(main.i - FAR, -1), -1) if self._doc[i].is_sent_start), None)
        for at in range(start, start + 4) if start is not None else ():
            index = self._own_phrase.get(at)
            if index is None:
                continue
            if not self._of_speech(self._placed[index], main):
                yield index
            return

    def _of_speech(self, placed: Placed, main: "Token") -> bool:
        """Such as "Since Thursday forces have killed 300, it added": the phrase dates what is said, not the saying."""
        if not 0 <= placed.governor < main.i:
            return False
        said = self._doc[placed.governor]
        finite = said.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_.startswith("aux") for c in said.children)
        return said.pos_ == "AUX" or (said.pos_ == "VERB" and finite)

    def host(self, token: "Token") -> "Token | None":
        """The act that a clause or noun with "after" or "before" is measured against."""
        at = _content(token)
        if at.dep_ in ("advcl", "obl", "nmod", "acl") and at.head.i != at.i:
            return self._past_phrases(at.head)
        return None


def _participle_of(word: "Token", venue: "Token", verb: "Token") -> bool:
    """Whether `word` is the "sent" of "in a statement sent on Monday they denied", hung on "denied"."""
    if not venue.i < word.i < verb.i:
        return False
    return word.tag_ == "VBN" or (word.tag_ == "VBD" and word.dep_ == "advcl" and word.i == venue.i + 1)


def _by_pronoun(verb: "Token") -> bool:
    """Whether the clause goes on with "it" or "they": "charged today that ..., and it asked the court"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    joined = any(c.lower_ == "and" for c in verb.children if c.dep_ == "cc")
    return joined and subject is not None and subject.lower_ in ("it", "he", "she", "they")


def _alike(one: "Token", other: "Token") -> bool:
    """The same tense and aspect: "left the pact in 1988 and has asked" are two times."""
    return tense_of(one) is tense_of(other) and has_perfect(one) == has_perfect(other)


def _governing(noun: "Token") -> Iterator["Token"]:
    """The verb above a noun, or the noun itself where it is the predicate."""
    if has_subject(noun):
        yield noun
    elif noun.dep_ in SERVES | {"xcomp"} and noun.head.i != noun.i:
        yield noun.head


def _content(token: "Token") -> "Token":
    """The content word of an auxiliary or particle."""
    if token.dep_ in ("aux", "aux:pass", "cop", "compound:prt", "mark", "advmod") and token.head.pos_ in (
        "VERB",
        "AUX",
        "NOUN",
        "ADJ",
    ):
        return token.head
    return token
