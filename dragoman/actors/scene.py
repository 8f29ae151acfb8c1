"""What the report has named so far: referents in the order of the text, and which of them fits a later phrase."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.actors.mentions_titles import role_at
from dragoman.actors.page import Page
from dragoman.actors.scene_torn import torn
from dragoman.actors.scene_words import (
    ABROAD,
    CITING,
    CLAUSES,
    CONDUCT,
    DOMESTIC,
    FORCES,
    GO_BETWEENS,
    INTERVIEW,
    MEETING,
    OWN_ACTS,
    OWN_BODIES,
    REACH,
    REACTS,
    REBELS,
    RULERS,
    SUBJECTS,
    TELLING,
    A,
)
from dragoman.records import Actor


@dataclass(slots=True, eq=False)
class Referent:
    """One actor (or several together) as the report knows it.

    `shape` is person, people, body, state, group, organisation or thing. `nouns` are the words that may take it up
    again ("ministry", "rebel"); `plural` whether "they" may, `gender` "m", "f" or "" if unknown.
    """

    actors: tuple[Actor, ...]
    shape: str
    plural: bool = False
    gender: str = ""
    nouns: frozenset[str] = frozenset()

    @property
    def country(self) -> str | None:
        """The one country of all its actors."""
        codes = {actor.country for actor in self.actors}
        return codes.pop() if len(codes) == 1 else None


@dataclass(slots=True)
class Turn:
    """A referent mentioned at token `i`; `subject` of a clause there, `main` of the sentence's own."""

    i: int
    sent: int
    para: int
    subject: bool
    main: bool
    referent: Referent


@dataclass(slots=True)
class Scene:
    """The turns so far; `home` is the country of the dateline, `lead` the one named most, `dominant`
    whether more than all others together, `abroad` whether the text never names `home` (a foreign bureau's report),
    `ground` the places named in each sentence.
    """

    page: Page
    home: str | None = None
    lead: str | None = None
    dominant: bool = False
    abroad: bool = False
    ground: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    events: dict[int, list[tuple[int, str]]] = field(default_factory=dict)  # places of events: "the coup in Turkey"
    grounds: list[int] = field(default_factory=list)  # the sentences of `ground` in order
    answers: list[Referent | None] = field(default_factory=list)  # who is interviewed, once it was looked for

    def note(self, i: int, referent: Referent) -> None:
        """Adds a mention of `referent` at token `i`."""
        page = self.page
        top = i
        while page.dep[top] in ("conj", "flat", "appos") and page.head[top] != top:
            top = page.head[top]
        subject = page.dep[top] in SUBJECTS or _is_cited(page, top)
        alone = top == i and page.kid(i, "conj") is None
        main = subject and alone and page.dep[page.head[top]] in ("ROOT", "parataxis")
        self.turns.append(Turn(i, page.sent[i], page.para[i], subject, main, referent))

    def back(self, i: int, fits: Callable[[Turn], bool]) -> list[Turn]:
        """The turns before token `i` that fit, nearest first."""
        out = [t for t in self.turns[-REACH:] if t.i < i and fits(t)]
        out.sort(key=lambda t: -t.i)
        return out

    def last(self, i: int, fits: Callable[[Turn], bool]) -> Referent | None:
        """The nearest referent before `i` that fits; one in the same paragraph or a subject is not preferred."""
        return next((turn.referent for turn in self.back(i, fits)), None)

    def country(self, i: int, but: str | None = None, *, near: bool = False) -> str | None:
        """The country that the text is about at token `i`, for "the government", "police", "a minister".

        In this order: the subject before it in its sentence, a place named in the sentence, the subjects of earlier
        sentences of the paragraph, the dateline, the last subject before, the first country of the report.
        `but` is a country that it cannot be (an embassy's host); `near` stops at the paragraph.
        An object of a foreign state's act belongs to the country of the dateline ("Washington named two generals").
        """
        page = self.page
        for _ in range(4):  # from the first word of the phrase to its noun
            if page.dep[i] not in ("compound", "amod", "nmod:desc") or page.head[i] <= i:
                break
            i = page.head[i]
        sent, para = page.sent[i], page.para[i]
        outside = not page.quoted[i]
        bare = page.lemma[i] in OWN_BODIES and page.kid(i, "nmod:poss") is None and not page.has(i, "det", A)
        earlier = self.back(
            i,
            lambda t: (
                t.subject
                and t.referent.actors[0].sector in CONDUCT
                and (t.main or t.referent.shape != "group")
                and t.referent.country not in (None, but)
                and not (outside and page.quoted[t.i])
                and not _is_told(page, t.i)
                and not (bare and self._beside(t, i))
            ),
        )
        main = [turn for turn in earlier if turn.main]
        if len(earlier) > 1 and earlier[1].sent == sent:
            above = self._heads(i)  # "India put ... after Pakistan's army rose, and the ministry said": India's
            earlier.sort(key=lambda t: t.sent == sent and page.head[t.i] not in above)
        patient = self._done_to_others(i)
        for turn in earlier:
            if turn.sent == sent and turn.referent.country:
                fights = turn.referent.actors[0].sector in REBELS and page.lemma[i] in FORCES
                if fights and not self.abroad and self.home not in (None, but):
                    return self.home
                met = page.dep[i] == "obj" and page.lemma[page.head[i]] in MEETING
                if met and (host := self._place(sent, i, turn.referent.country)) is not None:
                    return host  # "the American envoy met the foreign minister in Beijing"
                sector = turn.referent.actors[0].sector
                foreign = patient and sector not in DOMESTIC and not (self.abroad and sector in REBELS)
                if self._spoken_of(turn, i) or self._credited(turn, i):
                    return self.home
                if not foreign and turn.referent.actors[0].sector in DOMESTIC:
                    return turn.referent.country
                topic = self.lead if self.abroad else self.home
                if foreign and topic not in (None, but, turn.referent.country):
                    return topic
                if foreign and page.lemma[page.head[i]] == "summon":
                    return self.other(i, turn.referent.country) or turn.referent.country
                abroad = (page.dep[i] == "obj" and page.lemma[page.head[i]] in ABROAD) or self._appealed(i)
                rebels = turn.referent.actors[0].sector in REBELS
                if abroad and turn.referent.shape != "group" and not rebels:
                    return self.other(i, turn.referent.country) or turn.referent.country
                return turn.referent.country
        if place := self._place(sent, i, but):
            return place
        if found := [country for _, country in self.events.get(sent, ()) if country != but]:
            return found[0]
        if page.asked is not None and (one := self._host_of(i)) not in (None, but):
            return one
        for turn in main or earlier:
            if turn.para == para and turn.referent.country:
                return turn.referent.country
        for n in self._grounds_before(sent):
            if page.para[page.starts[n]] != para:
                break
            if place := self._place(n, i, but):
                return place
        if near:
            return None
        about = next((t.referent.country for t in main if t.referent.shape == "state"), None) if self.abroad else None
        if about not in (None, but):
            return about
        if self.home and self.home != but:
            return self.home
        if self.dominant and self.lead != but:
            return self.lead
        if found := [country for _, country in self.ground.get(sent, ()) if country != but]:
            return found[0]
        role = role_at(page, i)
        if role is not None and role.sector == "CVL" and self.lead != but:
            return self.lead  # "relatives": of those that the text is about, not of whoever spoke last
        last = main or earlier
        return last[0].referent.country if last else self.lead

    def interviewed(self) -> Referent | None:
        """Who answers in a transcript: the person that the words before it are most about, "interview" before all."""
        page, asked = self.page, self.page.asked
        if asked is None:
            return None
        if not self.answers:
            people = [
                t for t in self.turns if t.i < asked and t.referent.shape == "person" and len(t.referent.actors) == 1
            ]
            told = [t for t in people if not INTERVIEW.isdisjoint(page.low[page.starts[t.sent] : page.ends[t.sent]])]
            weight: dict[str, int] = {}
            for turn in told or people:
                key = turn.referent.actors[0].id
                weight[key] = weight.get(key, 0) + (2 if turn.subject else 1)
            best = max((told or people)[::-1], key=lambda t: weight[t.referent.actors[0].id], default=None)
            self.answers.append(best.referent if best is not None else None)
        return self.answers[0]

    def _host_of(self, i: int) -> str | None:
        """As in "Q: What does the opposition say?": of the country of whoever is interviewed."""
        page = self.page
        if page.asked is None or not page.asked <= i < page.answered:
            return None
        return one.country if (one := self.interviewed()) is not None else None

    def _grounds_before(self, sent: int) -> Iterator[int]:
        """The sentences before one in which places are named, the nearest first."""
        if len(self.grounds) != len(self.ground):
            self.grounds = sorted(self.ground)
        for k in range(bisect_left(self.grounds, sent) - 1, -1, -1):
            yield self.grounds[k]

    def _heads(self, i: int) -> set[int]:
        """All tokens above `i` in the tree."""
        page = self.page
        out: set[int] = set()
        while page.head[i] != i and len(out) < 40:
            i = page.head[i]
            out.add(i)
        return out

    def clauses(self, i: int) -> list[int]:
        """The heads of the clauses around token `i`, innermost first."""
        page, out = self.page, []
        for _ in range(30):
            verbal = page.dep[i] == "conj" and page.pos[i] in ("VERB", "AUX")
            if verbal or page.dep[i] in CLAUSES:
                out.append(i)
            if page.head[i] == i:
                break
            i = page.head[i]
        return out or [i]

    def _spoken_of(self, turn: Turn, i: int) -> bool:
        """As in "Paris said the government must go": not its own, where the dateline gives another country."""
        page = self.page
        if turn.referent.shape != "state" or page.lemma[i] not in RULERS or self.home in (None, turn.referent.country):
            return False
        above = page.head[turn.i]
        around = self.clauses(i)
        return page.pos[above] == "VERB" and above in around[1:] and page.dep[around[0]] == "ccomp"

    def _credited(self, turn: Turn, i: int) -> bool:
        """As in SEOUL, "North Korea barred Southern workers, the ministry said": the source is the dateline's country.

        Only where the sentence names that country too and the speaker comes after the words.
        """
        page, home = self.page, self.home
        if turn.referent.shape != "state" or home in (None, turn.referent.country) or page.dep[i] != "nsubj":
            return False
        verb = page.head[i]
        after = page.dep[verb] == "parataxis" or (page.dep[verb] == "ROOT" and page.kid(verb, "ccomp") is not None)
        if not after or turn.i > i or page.head[turn.i] == verb:
            return False
        sent = page.sent[i]
        if self._place(sent, i, None) == turn.referent.country:
            return False
        named = (t for t in self.turns[-REACH:] if t.sent == sent and t.i < i and page.text[t.i][:1].isupper())
        return any(t.referent.country == home and t.referent.shape != "place" for t in named)

    def _done_to_others(self, i: int) -> bool:
        page = self.page
        while page.dep[i] in ("nmod:desc", "flat", "compound") and page.head[i] != i:
            i = page.head[i]
        if page.dep[i] == "nsubj":
            return False
        if page.lemma[page.head[i]] == "summon":
            return True
        if page.lemma[page.head[i]] in ("call", "order", "bring") and page.case(i) in ("to", "into"):
            return page.kid(page.head[i], "nsubj:pass") is not None
        patient = page.dep[i] == "obj" or page.case(i) in ("with", "against") or self._appealed(i)
        return patient and page.lemma[page.head[i]] not in OWN_ACTS

    def _appealed(self, i: int) -> bool:
        """As in "called on the military", "appealed to the government"."""
        page = self.page
        return (page.lemma[page.head[i]], page.case(i)) in (("call", "on"), ("call", "upon"), ("appeal", "to"))

    def against(self, i: int) -> str | None:
        """The country named last that is not the one of the subject before `i` in its sentence."""
        page = self.page
        own = self.back(i, lambda t: t.subject and t.sent == page.sent[i] and t.referent.country is not None)
        return self.other(i, own[0].referent.country or "") if own else None

    def other(self, i: int, but: str) -> str | None:
        """The country named last before `i` that is not `but`."""
        turns = self.back(i, lambda t: t.referent.shape != "place" and t.referent.country not in (None, but))
        return turns[0].referent.country if turns else None

    def _place(self, sent: int, i: int, but: str | None) -> str | None:
        """The country of the place nearest to token `i` in a sentence."""
        around = self.clauses(i)
        first = self.page.starts[sent]
        places = [
            place
            for place in self.ground.get(sent, ())
            if place[1] != but
            and (sent != self.page.sent[i] or place[0] - first < 3 or self.clauses(place[0])[0] in around)
            and not (sent == self.page.sent[i] and place[0] > i and self._visited(i, place[0]))
        ]
        return min(places, key=lambda place: abs(place[0] - i))[1] if places else None

    def _beside(self, turn: Turn, i: int) -> bool:
        """As in "France urged restraint, and the government said": a foreign state in a clause of its own.

        So also in the sentence before, where it only reacts. "The government" of a state just named would be "it".
        """
        page, country = self.page, turn.referent.country
        if turn.referent.shape != "state" or country == (self.home or self.lead) or not page.text[turn.i][:1].isupper():
            return False
        verb, own = page.head[turn.i], page.head[i]
        if turn.sent < page.sent[i]:
            return page.lemma[verb] in REACTS and page.dep[i] in SUBJECTS
        if turn.sent != page.sent[i] or verb == own or turn.i > i:
            return False
        if page.lemma[verb] in REACTS and own != verb and verb in self._heads(i):
            return page.dep[own] in (
                "xcomp",
                "ccomp",
                "conj",
                "parataxis",
            )  # "India urged the king to free the opposition"
        subject = page.dep[i] in SUBJECTS
        return subject and page.dep[own] in ("conj", "parataxis") and page.head[own] == verb

    def _visited(self, i: int, place: int) -> bool:
        """As in "the president will meet Hassan in Djibouti": where one goes is not where one is from."""
        page = self.page
        verb = self.clauses(place)[0]
        while page.dep[i] in ("compound", "amod", "nmod:desc", "flat") and page.head[i] != i:
            i = page.head[i]
        return page.lemma[verb] in MEETING and page.dep[i] in SUBJECTS and self.clauses(i)[0] == verb

    def principals(self, i: int, count: int, but: str | None, *, groups: bool, flat: bool = False) -> list[str]:
        """Ids of the `count` parties that the report is most about before `i`, in order of first mention.

        States count for each person, body and demonym of theirs; `groups` lets armed groups and parties in. Turns of
        the paragraph of `i` weigh twelve times, for "the two countries" after both were named; `but` is a country that
        stands outside ("Zaire appealed to both sides"); `flat` weighs all paragraphs alike.
        """
        here = 1.0 if flat else 12.0
        near_turns = self.turns[-10 * REACH :]
        outside = (
            {t.referent.country for t in near_turns if not t.referent.nouns.isdisjoint(GO_BETWEENS)} if groups else ()
        )
        weights: dict[str, float] = {}
        for turn in self.turns[-10 * REACH :]:
            if turn.i >= i or len(turn.referent.actors) != 1:
                continue
            actor = turn.referent.actors[0]
            group = groups and turn.referent.shape == "group"
            key = actor.id if group else (actor.acts_for or "" if groups else "")
            if not group and (key == "" or key not in weights):
                key = actor.country or ""
            if (
                not key
                or key in (but, *outside)
                or actor.sector in ("CVL", "MED", "BUS")
                or turn.referent.shape == "place"
            ):
                continue
            near = turn.para == self.page.para[i] and turn.referent.shape != "place"
            if near and turn.referent.shape == "demonym":
                near = False  # "the Austrian capital" makes Austria no party
                weights[key] = weights.get(key, 0.0) + here / 6
            weights[key] = weights.get(key, 0.0) + (here if near else 1.0)
        if groups and count == 2 and (pair := torn(self.turns[-10 * REACH :], weights, i)):
            return pair
        best = sorted(weights, key=lambda key: -weights[key])[:count]
        return [key for key in weights if key in best]

    def persons(self, i: int, count: int) -> list[Referent]:
        """The last `count` different persons before `i`."""
        found: dict[str, Referent] = {}
        for turn in self.back(i, lambda t: len(t.referent.actors) == 1 and t.referent.shape == "person"):
            if len(found) < count:
                found.setdefault(turn.referent.actors[0].id, turn.referent)
        return list(found.values())[::-1]


def _is_cited(page: Page, i: int) -> bool:
    """Whether the noun is who is quoted: "radio quoted the ministry as saying"."""
    return page.dep[i] == "obj" and page.lemma[page.head[i]] in CITING


def _is_told(page: Page, i: int) -> bool:
    """As in "the envoy was told that ...": who hears something is not who speaks."""
    return page.dep[i] == "nsubj:pass" and page.lemma[page.head[i]] in TELLING
