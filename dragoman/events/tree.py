"""A Doc to the words around a trigger: who stands as its subject, its object, behind which preposition."""

from typing import TYPE_CHECKING

from dragoman.events.arcs import Arcs
from dragoman.events.words import (
    ANSWERING,
    BOUND_FOR,
    GIVING,
    JOURNEYS,
    MEANWHILE,
    MEETINGS,
    NAMING,
    PARTICLES,
    PRONOUNS,
    RANKS,
    SUBJECT_CONTROL,
    SUBJECTS,
    WAYS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Tree(Arcs):
    """The arcs of a Doc and the slots of its verbs and nouns, each filled once."""

    def __init__(self, doc: "Doc") -> None:
        super().__init__(doc)
        self._slots: dict[tuple[int, str], tuple[int, ...]] = {}

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
            case "title":
                return tuple(self.kids_by(i, "nmod:desc", "compound", "flat"))
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
        if not found and name == "by":  # "the arrest of two envoys by police": hung on the envoys
            found = tuple(k for o in self._behind(i, "of") for k in self._plain_behind(o, "by"))
        return found

    def _possessors(self, i: int) -> tuple[int, ...]:
        """Whose it is: "Iran's", "Iranian", "the Iran" talks, and the leader of a "US-led" force."""
        near = self.kids_by(i, "compound", "amod", "nmod:desc")
        led = [c for k in near if self.lower[k] in ("led", "backed", "brokered", "sponsored") for c in self._kids[k]]
        before = [k for k in self.kids_by(i, "nmod:poss", "nmod") if k < i]
        return tuple(before + near + [c for c in led if not self.tokens[c].is_punct])

    def light(self, i: int) -> int | None:
        """The verb that carries noun `i`: "held" for "talks" in "held talks", "took part in talks"; None without."""
        outer = self.measure(i)
        dep, head = self.deps[outer], self.heads[outer]
        if head == outer or self.tokens[head].pos_ != "VERB":
            return None
        if dep in ("obj", "nsubj:pass") or (dep in ("obl", "xcomp") and self.case(outer) in ("in", "into", "under")):
            return head
        if dep in ("obl", "xcomp") and self.case(outer) == "for" and self.lemmas[head] in BOUND_FOR:
            return head  # "arrived for talks", not "blamed Chad for the raid"
        if dep == "obl" and self.case(outer) in MEANWHILE and self.lemmas[i] in MEETINGS and self._behind(i, "with"):
            return head  # "said after talks with his Omani counterpart"
        if dep == "obl" and self.case(outer) == "on" and self.lemmas[i] in JOURNEYS:
            return head  # "said on a visit to Chisinau"
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
        if self.deps[outer] in ("nmod", "appos") and self.case(outer) == "on" and self.lemmas[i] in JOURNEYS:
            return (self.heads[outer],)  # "the commissioner, on a visit to Chisinau,"
        if self.deps[outer] == "conj" and self.light(self.heads[outer]) is not None:
            return self.slot(self.heads[outer], "subj")
        return ()

    def _behind(self, i: int, prep: str) -> tuple[int, ...]:
        """The phrases behind preposition `prep`, coordinated ones with their own preposition included."""
        found = []
        for k in self._kids[i]:
            dep = self.deps[k]
            phrase = dep.startswith(("obl", "nmod")) and dep != "nmod:poss"
            phrase = phrase or (dep == "obj" and k > i + 1)
            if (phrase or dep in ("advcl", "acl", "advmod")) and self._cased(k, prep):
                found.append(k)
        if not found and self.verbal(i):
            found = [self.antecedent_of_stranded(i)] if self._stranded(i, prep) else []
            if not found:
                found = [k for o in self.kids_by(i, "obj", "nsubj:pass") for k in self._plain_behind(o, prep)]
        return tuple(found)

    def _plain_behind(self, i: int, prep: str) -> list[int]:
        return [k for k in self._kids[i] if self.deps[k] == "nmod" and self._cased(k, prep)]

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

    def _surface(self, i: int, depth: int = 0) -> tuple[int, ...]:
        """The grammatical subject, found through control, coordination, participles and relative clauses."""
        own = self._subjects(i) or self._bare_before(i)
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
        if dep == "advcl" and self.lower_mark(i) in ("of", "from", "for", "into") and self.verbal(head):
            accused = self._object(head)  # "accused Chad of bombing": Chad bombs
            if accused and accused[0] < i:
                return accused[:1]
        if dep in ("advcl", "conj", "ccomp", "dep") and (self.verbal(head) or self.kids_by(head, "cop")):
            return self._surface(head, depth + 1)
        if dep == "advcl":  # "stopped short of leaving": on an adverb of the verb
            return self._surface(self.heads[head] if self.deps[head] == "advmod" else head, depth + 1)
        return ()

    def _subjects(self, i: int) -> list[int]:
        """The subjects that hang on a verb; of "which Iraq accuses" not the pronoun, which is the object."""
        found = [k for k in self._kids[i] if self.deps[k] in SUBJECTS]
        if len(found) > 1 and self.deps[i] == "acl:relcl" and self.lower[found[0]] in PRONOUNS:
            return found[1:]
        return found

    def _bare_before(self, i: int) -> list[int]:
        """The noun right before a verb in the past that the parser hangs elsewhere.

        A name taken for a time ("Zambia on Thursday called") or for part of the clause before ("left Oran and police
        boarded it").
        """
        if self.tokens[i].tag_ != "VBD":
            return []
        bare = [k for k in self.kids_by(i, "obl:unmarked", "nmod:unmarked", "vocative") if k < i and not self.case(k)]
        names = [k for k in bare if self.tokens[k].pos_ == "PROPN" and self.tokens[k].ent_type_ not in ("DATE", "TIME")]
        if names or i == 0:
            return names
        joined = self.deps[i - 1] == "conj" and self.tokens[i - 1].pos_ in ("NOUN", "PROPN")
        up = self.heads[self.heads[i - 1]]
        return [i - 1] if joined and self.deps[i] in ("ROOT", "ccomp") and self.verbal(up) and up < i - 1 else []

    def _of_acl(self, i: int, head: int, depth: int) -> tuple[int, ...]:
        """Of a clause under a noun: the noun itself, or the holder of a plan, decision or promise to do so."""
        if self.lower_mark(i) != "to":
            return (head,)
        if any(self.lower[k] in RANKS for k in self._kids[head]):
            return self._ranked(head, depth)
        verb = self.heads[head] if self.deps[head] in ("obj", "nsubj:pass") else None
        holders = tuple(self.kids_by(head, "nmod:poss"))
        if holders:
            return holders
        if verb is None:
            return ()
        if self.tokens[head].pos_ == "PROPN" or self.tokens[head].ent_type_ or self.lemmas[verb] in ("order", "tell"):
            return (head,)
        return self._surface(verb, depth + 1)

    def _ranked(self, noun: int, depth: int) -> tuple[int, ...]:
        """Who is "the first country to recognise it": what the noun is said of, else the noun."""
        dep, head = self.deps[noun], self.heads[noun]
        if dep == "appos":
            return (head,)
        own = self.kids_by(noun, "nsubj")
        if own:
            return tuple(own)
        return self._surface(head, depth + 1) or (noun,) if dep in ("xcomp", "obj") and self.verbal(head) else (noun,)

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
        own = [k for k in self.kids_by(i, "obj") if not self.case(k)] or self._object_below(i)
        if len(own) > 1 and not self.kids_by(i, "iobj"):
            own = own[1:]  # two objects: the first is the one who gets
        own = own or self.kids_by(i, "iobj")
        if own:
            return tuple(self.antecedent(k, i) for k in own)
        split = [
            k for k in self.kids_by(i, "obl", "obj") if self.case(k) in PARTICLES and i + 1 in self.kids_by(k, "case")
        ]
        if split:
            return tuple(split)
        if self.kids_by(i, "compound:prt"):  # "handed over the bodies": taken for a time or place
            bare = [k for k in self.kids_by(i, "obl") if not self.case(k) and 1 < k - i < 9]
            if bare and self.tokens[bare[0]].pos_ == "NOUN" and not self.tokens[bare[0]].ent_type_:
                return tuple(bare[:1])
        if self.lemmas[i] in NAMING:
            return tuple(k for c in self.kids_by(i, "ccomp") for k in self.kids_by(c, "nsubj"))
        if self.deps[i] == "acl:relcl" and self._has_own_subject(i):
            return (self.heads[i],)
        return self._shared_object(i)

    def _object_below(self, i: int) -> list[int]:
        """The object that the parser hangs on the clause behind it: "accused Djibouti of holding its fuel"."""
        for clause in self.kids_by(i, "advcl", "xcomp", "ccomp"):
            last = clause + 1 == len(self.tokens)  # a text that breaks off
            if (
                clause == i + 1
                and self.tokens[clause].tag_ == "VBG"
                and not last
                and self.tokens[i + 2].pos_ == "PROPN"
            ):
                return [clause + 1]  # "accused neighbouring Guinea of": the adjective passes for a verb
            marks = [k for k in self.kids_by(clause, "mark") if self.lower[k] in ("of", "to", "from", "into")]
            names = [k for k in self.kids_by(clause, "nsubj") if marks and i < k < marks[0]]
            if names and clause > i:
                return names
        return []

    def _has_own_subject(self, i: int) -> bool:
        subjects = self._subjects(i)
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
            k for k in self.kids_by(i, "xcomp", "obl:unmarked", "obl") if self.lower[k] in WAYS and k not in found
        ]
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
        """Who is to do, or has done, what a clause says; of a passive the one behind "by", never who suffers it."""
        return self._agent(i) if self.passive(i) else self._surface(i)
