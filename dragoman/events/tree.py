"""A Doc to the words around a trigger: who stands as its subject, its object, behind which preposition."""

from typing import TYPE_CHECKING

from dragoman.events.verbs import is_passive, lemma_of
from dragoman.events.words import (
    ANSWERING,
    GIVING,
    MEANWHILE,
    MEASURES,
    MEETINGS,
    NAMING,
    PARTICLES,
    PRONOUNS,
    SUBJECT_CONTROL,
    SUBJECTS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Tree:
    """The dependency tree of a Doc with the children of every token and its lemma, each looked up once."""

    def __init__(self, doc: "Doc") -> None:
        self.doc = doc
        self.tokens: list[Token] = list(doc)
        self.deps: list[str] = [token.dep_ for token in self.tokens]
        self.heads: list[int] = [token.head.i for token in self.tokens]
        self.lower: list[str] = [token.lower_ for token in self.tokens]
        self.lemmas: list[str] = [lemma_of(token, low) for low, token in zip(self.lower, self.tokens, strict=True)]
        self._kids: list[list[int]] = [[] for _ in self.tokens]
        for i, head in enumerate(self.heads):
            if head != i:
                self._kids[head].append(i)
        self._sentences: list[tuple[int, int]] = []
        for sentence in doc.sents:
            self._sentences += [(sentence.start, sentence.end)] * (sentence.end - sentence.start)
        self._slots: dict[tuple[int, str], tuple[int, ...]] = {}
        self._passive: dict[int, bool] = {}

    def kids(self, i: int) -> list[int]:
        """The children of token `i` in the order of the text."""
        return self._kids[i]

    def sentence(self, i: int) -> tuple[int, int]:
        """First token of the sentence of token `i`, and the one after its last."""
        return self._sentences[i] if i < len(self._sentences) else (0, len(self.tokens))

    def kids_by(self, i: int, *deps: str) -> list[int]:
        """The children of token `i` that hang on it by one of `deps`."""
        found = self.deps
        return [k for k in self._kids[i] if found[k] in deps]

    def case(self, i: int) -> str:
        """The preposition of a phrase, "out of" and "because of" joined; empty when it has none."""
        cases = [k for k in self._kids[i] if self.deps[k] in ("case", "mark") and k < i]
        return self.lower[cases[-1]] if cases else ""

    def passive(self, i: int) -> bool:
        """Whether the verb `i` is passive, also without auxiliary ("troops killed by rebels")."""
        if i not in self._passive:
            self._passive[i] = is_passive(self, i)
        return self._passive[i]

    def slot(self, i: int, name: str) -> tuple[int, ...]:
        """The tokens that fill slot `name` of the verb or noun `i`; a path "obj.with" goes on from what "obj" gives."""
        key = (i, name)
        found = self._slots.get(key)
        if found is None:
            self._slots[key] = ()  # a path that comes back to itself (a broken tree) finds nothing
            found = self._slots[key] = self._fill(i, name)
        return found

    def _fill(self, i: int, name: str) -> tuple[int, ...]:
        first, dot, rest = name.partition(".")
        if dot:
            return tuple(k for j in self.slot(i, first) for k in self.slot(self.through(j), rest))
        if self.verbal(i):
            return self._of_verb(i, name)
        return self._of_noun(i, name)

    def verbal(self, i: int) -> bool:
        """Whether token `i` stands as a verb: "free" in "is to free nine" too, which taggers take for an adjective.

        Not a gerund that stands as a noun does: "Fighting between the two resumed".
        """
        token = self.tokens[i]
        if token.pos_ in ("VERB", "AUX"):
            return not (token.tag_ == "VBG" and self._nominal(i))
        return token.pos_ == "ADJ" and any(self.deps[k] == "obj" or self.lower[k] == "to" for k in self._kids[i])

    def _nominal(self, i: int) -> bool:
        kids = [self.deps[k] for k in self._kids[i]]
        if "obj" in kids or "aux" in kids or "nsubj" in kids or "aux:pass" in kids:
            return False
        if self.deps[i] in ("nsubj", "nsubj:pass", "obj", "obl", "nmod") or "det" in kids or "amod" in kids:
            return True
        first = self.tokens[i].is_sent_start and any(
            self.lower[c] in ("between", "of") for c in range(i + 1, min(i + 2, len(self.lower)))
        )
        return bool(first)

    def through(self, i: int) -> int:
        """The noun that a measure stands for: "talks" for "rounds" in "two rounds of talks", else `i` itself."""
        if self.lemmas[i] in MEASURES or self.tokens[i].pos_ == "NUM":
            for k in self._kids[i]:
                if self.deps[k] == "nmod" and self.case(k) == "of":
                    return k
        return i

    def _of_verb(self, i: int, name: str) -> tuple[int, ...]:
        match name:
            case "subj":
                return self._agent(i) if self.passive(i) else self._surface(i)
            case "obj":
                return self._object(i)
            case "iobj":
                return self._indirect(i)
            case "prt":
                return self._particles(i)
            case "xcomp":
                return self._infinitives(i)
            case "ccomp":
                return tuple(self.kids_by(i, "ccomp", "csubj:pass"))
            case "csubj":
                return tuple(k for c in self.kids_by(i, "ccomp", "csubj:pass") for k in self._clause_subject(c))
            case "comp":
                return tuple(self.kids_by(i, "ccomp", "xcomp", "csubj:pass")) + self._infinitives(i)
            case "discourse":
                return tuple(self.kids_by(i, "discourse", "obj", "advmod", "ccomp", "intj"))
            case "upsubj":
                return self._surface(self.heads[i]) if self.deps[i] == "ccomp" else ()
            case "advmod" | "advcl":
                return tuple(self.kids_by(i, name))
        return self._behind(i, name)

    def _of_noun(self, i: int, name: str) -> tuple[int, ...]:
        match name:
            case "poss":
                return self._possessors(i)
            case "compound" | "amod":  # parsers take either for the other: "Close ties"
                return tuple(self.kids_by(i, "compound", "amod"))
            case "acl" | "cop":
                return tuple(self.kids_by(i, name))
            case "verb":
                outer = self.measure(i)
                head = self.heads[outer]
                return (head,) if self.deps[outer] == "nsubj" and self.verbal(head) else ()
            case "subj":
                return self._noun_subject(i)
            case "obj" | "iobj":
                verb = self.light(i)
                return () if verb is None else tuple(k for k in self.slot(verb, name) if self.through(k) != i)
            case "xcomp" | "comp":
                return tuple(
                    k for k in self.kids_by(i, "acl", "xcomp", "ccomp", "advcl") if self.lower_mark(k) in ("to", "that")
                )
        found = self._behind(i, name)
        outer = self.measure(i)
        if outer != i:
            found += self._behind(outer, name)
        verb = self.light(i)
        if verb is not None:
            found += tuple(k for k in self._behind(verb, name) if k != outer and self.through(k) != i)
        return found

    def _possessors(self, i: int) -> tuple[int, ...]:
        """Whose it is: "Iran's", "Iranian", "the Iran" talks, and the leader of a "US-led" force."""
        near = self.kids_by(i, "compound", "amod", "nmod:desc")
        led = [c for k in near if self.lower[k] in ("led", "backed", "brokered", "sponsored") for c in self._kids[k]]
        before = [k for k in self.kids_by(i, "nmod:poss", "nmod") if k < i]
        return tuple(before + near + [c for c in led if not self.tokens[c].is_punct])

    def measure(self, i: int) -> int:
        """The measure that noun `i` stands behind ("rounds" for "talks"), else `i`."""
        head = self.heads[i]
        if self.deps[i] == "nmod" and head != i and self.lemmas[head] in MEASURES and self.case(i) == "of":
            return head
        return i

    def light(self, i: int) -> int | None:
        """The verb that carries noun `i`: "held" for "talks" in "held talks", "took part in talks"; None without."""
        outer = self.measure(i)
        dep, head = self.deps[outer], self.heads[outer]
        if head == outer or self.tokens[head].pos_ != "VERB":
            return None
        if dep in ("obj", "nsubj:pass") or (
            dep in ("obl", "xcomp") and self.case(outer) in ("in", "for", "into", "under")
        ):
            return head
        if dep == "obl" and self.case(outer) in MEANWHILE and self.lemmas[i] in MEETINGS and self._behind(i, "with"):
            return head  # "said after talks with his Omani counterpart"
        if dep == "obl" and self.case(outer) == "with" and self.lemmas[head] in ANSWERING:
            return head
        if dep == "conj" and self.deps[head] == "obj":
            return self.heads[head]
        return None

    def _noun_subject(self, i: int) -> tuple[int, ...]:
        """Who does what the noun names: its own subject ("is in contact with") or that of its light verb."""
        own = tuple(self.kids_by(i, "nsubj"))
        if own and any(self.deps[k] == "cop" for k in self._kids[i]):
            return tuple(self.antecedent(k, i) for k in own)
        head = self.heads[i]
        if self.deps[i] == "ccomp" and self.verbal(head) and self.kids_by(i, "cop"):
            return self._surface(head)  # "Jordan signalled it was willing": "it" passes for an expletive
        verb = self.light(i)
        if verb is not None:
            return tuple(k for k in self.slot(verb, "subj") if self.through(k) != i)
        outer = self.measure(i)
        if self.deps[outer] == "conj" and self.light(self.heads[outer]) is not None:
            return self.slot(self.heads[outer], "subj")
        return ()

    def _behind(self, i: int, prep: str) -> tuple[int, ...]:
        """The phrases behind preposition `prep`, coordinated ones with their own preposition included."""
        found = []
        for k in self._kids[i]:
            dep = self.deps[k]
            phrase = dep.startswith(("obl", "nmod")) and dep != "nmod:poss"
            if (phrase or dep in ("advcl", "acl", "advmod")) and self._cased(k, prep):
                found.append(k)
        if not found and self.verbal(i):
            found = [self.antecedent_of_stranded(i)] if self._stranded(i, prep) else []
            if not found:
                found = [k for o in self.kids_by(i, "obj", "nsubj:pass") for k in self._plain_behind(o, prep)]
        return tuple(found)

    def _plain_behind(self, i: int, prep: str) -> list[int]:
        return [k for k in self._kids[i] if self.deps[k] == "nmod" and self._cased(k, prep)]

    def _cased(self, k: int, prep: str) -> bool:
        return any(self.deps[c] in ("case", "mark") and self.lower[c] == prep for c in self._kids[k] if c < k)

    def _stranded(self, i: int, prep: str) -> bool:
        """Whether the preposition has lost its phrase: "the rebels it talked with", "Iran was called on to"."""
        return any(
            self.lower[k] == prep and self.deps[k] in ("obl", "advmod", "compound:prt", "case") for k in self._kids[i]
        ) and (self.deps[i] == "acl:relcl" or self.passive(i))

    def antecedent_of_stranded(self, i: int) -> int:
        """The noun that the preposition of a relative or passive clause belongs to."""
        if self.deps[i] == "acl:relcl":
            return self.heads[i]
        subjects = self.kids_by(i, "nsubj:pass")
        return subjects[0] if subjects else i

    def antecedent(self, k: int, verb: int) -> int:
        """The noun that a relative pronoun stands for, else `k`."""
        if self.lower[k] in PRONOUNS and self.tokens[k].pos_ in ("PRON", "DET", "SCONJ"):
            up = verb
            while self.deps[up] == "conj" and self.heads[up] != up:
                up = self.heads[up]
            if self.deps[up] in ("acl:relcl", "acl") and self.heads[up] != up:
                return self.heads[up]
            if self.lower[k] in ("which", "who"):
                return self._before(k)
        return k

    def _before(self, k: int) -> int:
        """The noun before a relative pronoun that the parser has not tied to one, else `k`."""
        j = k - 1
        while j >= 0 and self.tokens[j].is_punct:
            j -= 1
        return j if j >= 0 and self.tokens[j].pos_ in ("NOUN", "PROPN") else k

    def _surface(self, i: int, depth: int = 0) -> tuple[int, ...]:
        """The grammatical subject, found through control, coordination, participles and relative clauses."""
        own = [k for k in self._kids[i] if self.deps[k] in SUBJECTS]
        if own:
            return tuple(self.antecedent(k, i) for k in own[:1])
        dep, head = self.deps[i], self.heads[i]
        if head == i or depth > 6:
            return ()
        if dep in ("acl", "acl:relcl"):
            return self._of_acl(i, head, depth)
        if dep == "xcomp":
            objects = self.kids_by(head, "obj", "iobj") if self.verbal(head) else []
            if objects and self.lemmas[head] not in SUBJECT_CONTROL:
                return tuple(objects[:1])
            if self.verbal(head) and self.lemmas[head] == "call":
                return self._behind(head, "on") or self._surface(head, depth + 1)
            return self._surface(head, depth + 1)
        if dep == "advcl" and self.lower_mark(i) in ("of", "from", "for", "into") and self.kids_by(head, "obj"):
            return tuple(self.kids_by(head, "obj"))  # "accused Chad of bombing": Chad bombs
        if dep in ("advcl", "conj", "ccomp", "dep") and (self.verbal(head) or self.kids_by(head, "cop")):
            return self._surface(head, depth + 1)
        if dep == "advcl":  # "stopped short of leaving": on an adverb of the verb
            return self._surface(self.heads[head] if self.deps[head] == "advmod" else head, depth + 1)
        return ()

    def _of_acl(self, i: int, head: int, depth: int) -> tuple[int, ...]:
        """Of a clause under a noun: the noun itself, or the holder of a plan, decision or promise to do so."""
        if self.lower_mark(i) != "to":
            return (head,)
        verb = self.heads[head] if self.deps[head] in ("obj", "nsubj:pass") else None
        holders = tuple(self.kids_by(head, "nmod:poss"))
        if holders:
            return holders
        if verb is None:
            return ()
        if self.tokens[head].pos_ == "PROPN" or self.tokens[head].ent_type_ or self.lemmas[verb] in ("order", "tell"):
            return (head,)
        return self._surface(verb, depth + 1)

    def lower_mark(self, i: int) -> str:
        """The word that opens a clause ("to", "if", "of"); empty without."""
        marks = self.kids_by(i, "mark", "case")
        return self.lower[marks[0]] if marks else ""

    def _agent(self, i: int) -> tuple[int, ...]:
        agents = [k for k in self._kids[i] if self.deps[k] == "obl:agent"]
        if not agents:
            agents = [k for k in self._kids[i] if self.deps[k].startswith("obl") and self._cased(k, "by")]
        if not agents and self.deps[i] == "conj" and not [k for k in self._kids[i] if self.deps[k] in SUBJECTS]:
            head = self.heads[i]
            return self._agent(head) if head != i and self.passive(head) else ()
        return tuple(agents)

    def _object(self, i: int) -> tuple[int, ...]:
        if self.passive(i):
            kept = [k for k in self.kids_by(i, "obj", "xcomp") if self.tokens[k].pos_ == "NOUN"]
            if kept and self.lemmas[i] in GIVING:
                return tuple(kept)
            return self._surface_of_passive(i)
        own = self.kids_by(i, "obj")
        if len(own) > 1 and not self.kids_by(i, "iobj"):
            own = own[1:]  # two objects: the first is the one who gets
        own = own or self.kids_by(i, "iobj")
        if own:
            return tuple(self.antecedent(k, i) for k in own)
        split = [k for k in self.kids_by(i, "obl") if self.case(k) in PARTICLES and i + 1 in self.kids_by(k, "case")]
        if split:
            return tuple(split)
        if self.lemmas[i] in NAMING:
            return tuple(k for c in self.kids_by(i, "ccomp") for k in self.kids_by(c, "nsubj"))
        if self.deps[i] == "acl:relcl" and self._has_own_subject(i):
            return (self.heads[i],)
        return self._shared_object(i)

    def _has_own_subject(self, i: int) -> bool:
        subjects = [k for k in self._kids[i] if self.deps[k] in SUBJECTS]
        return bool(subjects) and self.antecedent(subjects[0], i) == subjects[0]

    def _surface_of_passive(self, i: int) -> tuple[int, ...]:
        own = self.kids_by(i, "nsubj:pass", "nsubj")
        if own:
            return tuple(self.antecedent(k, i) for k in own[:1])
        if self.deps[i] in ("acl", "acl:relcl") and self.heads[i] != i:
            return (self.heads[i],)
        return self._surface(i)

    def _shared_object(self, i: int) -> tuple[int, ...]:
        """As in "attacked and killed soldiers": the object hangs on one verb and belongs to both."""
        for k in self.kids_by(i, "conj"):
            if self.verbal(k) and not self.passive(k) and k - i <= 3:
                objects = self.kids_by(k, "obj")
                if objects and not self.kids_by(i, "obl"):
                    return tuple(objects)
        head = self.heads[i]
        if self.deps[i] == "conj" and head != i and self.verbal(head) and not self.passive(head):
            return tuple(k for k in self.kids_by(head, "obj") if k > i)
        return ()

    def _indirect(self, i: int) -> tuple[int, ...]:
        own = self.kids_by(i, "iobj")
        if own:
            return tuple(own)
        objects = [k for k in self.kids_by(i, "obj", "xcomp") if self.tokens[k].pos_ in ("NOUN", "PROPN", "PRON")]
        if self.passive(i):
            return self._surface_of_passive(i) if objects and self.lemmas[i] in GIVING else ()
        return (objects[0],) if len(objects) > 1 else ()

    def _particles(self, i: int) -> tuple[int, ...]:
        """Particles, and the adverbs and bare prepositions that parsers take for something else."""
        found = self.kids_by(i, "compound:prt")
        found += [k for k in self.kids_by(i, "advmod") if 0 < k - i <= 4 and len(self.lower[k]) <= 5]
        found += [
            c for k in self._kids[i] if k > i and self.deps[k].startswith("obl") for c in self._kids[k] if c == i + 1
        ]  # "pulled out of": "out" as the first of two prepositions
        return tuple(found)

    def _infinitives(self, i: int) -> tuple[int, ...]:
        found = self.kids_by(i, "xcomp")
        for o in self.kids_by(i, "obj", "nsubj:pass", "obl"):
            found += [k for k in self.kids_by(o, "acl") if self.lower_mark(k) == "to"]
        found += [k for k in self.kids_by(i, "advcl") if self.lower_mark(k) == "to" and k - i < 8]
        return tuple(found)

    def _clause_subject(self, i: int) -> tuple[int, ...]:
        return self._agent(i) or self._object(i) if self.passive(i) else self._surface(i)
