"""What the report has named so far: referents in the order of the text, and which of them fits a later phrase."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from dragoman.actors.mentions_titles import role_at
from dragoman.actors.page import Page
from dragoman.actors.scene_clauses import above, appealed, clauses, done_to_others, is_cited, is_told
from dragoman.actors.scene_interview import interviewed
from dragoman.actors.scene_words import (
    ABROAD,
    AIDED,
    BESIDE,
    CONDUCT,
    DOMESTIC,
    ENVOYS,
    FORCES,
    INNER,
    MEETING,
    OWN_ACTS,
    OWN_BODIES,
    REACH,
    REACTS,
    REBELS,
    RISING,
    RULERS,
    SAYING,
    SPEAKS,
    SUBJECTS,
    A,
)
from dragoman.actors.story import FADES, Story
from dragoman.records import Actor

# What the last subject of a paragraph weighs: a body or person, a state, troops, an envoy or a state that only says
# something.
TAKEN_UP: Final = 2.5
STATE: Final = 1.5
OFFICE: Final = 6.0  # a state, for offices that speak for it: "Chad closed the border. The foreign minister said"
FORCE: Final = 1.0
ONLOOKER: Final = 0.3
ASIDE: Final = 0.35  # of the home's evidence: what has less stands aside, unless it speaks just there
ALONE: Final = 3.0  # how much more it weighs in a report that has no home
# What the home weighs more than other countries, and how far the sentences around count: for those who are at odds
# within a country, for others.
AT_ODDS: Final = (0.5, 1.0)
SPEAKING: Final = (2.0, 0.4)


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
    """The turns so far; `seat` is the country of the dateline, `home` that of the story (story.py), `lead` the one
    named most, `ground` the places named in each sentence.
    """

    page: Page
    home: str | None = None
    seat: str | None = None
    lead: str | None = None
    ground: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    events: dict[int, list[tuple[int, str]]] = field(default_factory=dict)  # places of events: "the coup in Turkey"
    grounds: list[int] = field(default_factory=list)  # the sentences of `ground` in order
    story: Story = field(default_factory=Story)
    answers: list[Referent | None] = field(default_factory=list)  # who is interviewed, once it was looked for

    def note(self, i: int, referent: Referent) -> None:
        """Adds a mention of `referent` at token `i`."""
        page = self.page
        top = i
        while page.dep[top] in ("conj", "flat", "appos") and page.head[top] != top:
            top = page.head[top]
        subject = page.dep[top] in SUBJECTS or is_cited(page, top)
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

        In this order: the subject before it in its sentence, a place named in the sentence, and what weighs most of the
        story (story.py), the names in the sentences around and the last subject of the paragraph.
        `but` is a country that it cannot be (an embassy's host); `near` stops at the paragraph.
        An object of a foreign state's act belongs to the home of the story ("Washington named two generals").
        """
        page = self.page
        for _ in range(4):  # from the first word of the phrase to its noun
            if page.dep[i] not in ("compound", "amod", "nmod:desc") or page.head[i] <= i:
                break
            i = page.head[i]
        sent = page.sent[i]
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
                and not is_told(page, t.i)
                and not (bare and self._beside(t, i))
            ),
        )
        main = [turn for turn in earlier if turn.main]
        if len(earlier) > 1 and earlier[1].sent == sent:
            higher = above(page, i)  # "India put ... after Pakistan's army rose, and the ministry said": India's
            earlier.sort(key=lambda t: t.sent == sent and page.head[t.i] not in higher)
        patient = done_to_others(page, i)
        for turn in earlier:
            if turn.sent == sent and turn.referent.country:
                fights = turn.referent.actors[0].sector in REBELS and page.lemma[i] in FORCES
                if fights and self.home not in (None, but):
                    return self.home
                met = page.dep[i] == "obj" and page.lemma[page.head[i]] in MEETING
                met = met and turn.referent.actors[0].sector not in REBELS
                if self._intervenes(turn, i):
                    return self.home
                if met and (host := self._place(sent, i, turn.referent.country)) is not None:
                    return host  # "the American envoy met the foreign minister in Beijing"
                sector = turn.referent.actors[0].sector
                foreign = patient and sector not in DOMESTIC
                if self._spoken_of(turn, i) or self._credited(turn, i):
                    return self.home
                if not foreign and turn.referent.actors[0].sector in DOMESTIC:
                    return turn.referent.country
                if foreign and self.home not in (None, but, turn.referent.country):
                    return self.home
                if foreign and page.lemma[page.head[i]] == "summon":
                    return self.other(i, turn.referent.country) or turn.referent.country
                abroad = (page.dep[i] == "obj" and page.lemma[page.head[i]] in ABROAD) or appealed(page, i)
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
        if near:
            return self._nearby(i, but, main or earlier)
        role = role_at(page, i)
        civil = role is not None and role.sector == "CVL" and not self.home
        if civil and self.lead != but:
            return self.lead  # "relatives": of those that the text is about, not of whoever spoke last
        return self._in_play(i, but, earlier)

    def _nearby(self, i: int, but: str | None, subjects: list[Turn]) -> str | None:
        """The country of the nearest subject or place of the paragraph before `i`."""
        page = self.page
        para = page.para[i]
        for turn in subjects:
            if turn.para == para and turn.referent.country:
                return turn.referent.country
        for n in self._grounds_before(page.sent[i]):
            if page.para[page.starts[n]] != para:
                break
            if place := self._place(n, i, but):
                return place
        return None

    def _in_play(self, i: int, but: str | None, subjects: list[Turn]) -> str | None:
        """The country that most speaks for: the story here, the last subject of the paragraph, the dateline."""
        page = self.page
        inner = page.lemma[i] in INNER or any(page.lemma[k] in INNER for k in page.kids[i] if k < i)
        scores = self.story.at(page.sent[i], *(AT_ODDS if inner else SPEAKING))
        here = [t for t in subjects if t.para == page.para[i] and page.dep[t.i] != "obl:agent"]
        near = next((t for t in here if t.main), here[0] if here else None)
        if near is None and self.home is None:
            near = next((t for t in subjects if t.main), subjects[0] if subjects else None)
        if near is not None and (code := near.referent.country):
            faded = ALONE if self.home is None else FADES ** max(0, page.sent[i] - near.sent - 1)
            scores[code] = scores.get(code, 0.0) + self._weight(near, inner) * faded
        scores.pop(but or "", None)
        if scores:
            return max(sorted(scores), key=lambda code: scores[code])
        if self.home and self.home != but:
            return self.home
        return subjects[0].referent.country if subjects else self.lead

    def _weight(self, turn: Turn, inner: bool) -> float:
        """What a subject before says of whose "the army" is: a state that looks on little, its own bodies much."""
        one = turn.referent
        if one.shape == "group" and one.actors[0].sector in REBELS and one.country != self.home:
            return ONLOOKER  # those who fight across a border
        if one.shape == "people" and one.actors[0].sector == "MIL":
            return FORCE
        if one.shape == "person":
            return STATE if one.nouns.isdisjoint(ENVOYS) or self.home is None else ONLOOKER
        if one.shape != "state":
            return TAKEN_UP if one.nouns.isdisjoint(ENVOYS) else ONLOOKER
        verb = self.page.lemma[self.page.head[turn.i]]
        if inner:
            return ONLOOKER if verb in SAYING else STATE
        total = self.story.total
        aside = total.get(one.country or "", 0.0) < ASIDE * total.get(self.home or "", 0.0)
        return STATE if verb in REACTS or (aside and verb not in SPEAKS) else OFFICE

    def _intervenes(self, turn: Turn, i: int) -> bool:
        """As in "French soldiers flown to Mali fought rebels", "Eritrea, which fought beside the army": not its own."""
        page, home = self.page, self.home
        one = turn.referent
        if home in (None, one.country) or one.shape not in ("state", "people", "body", "thing"):
            return False
        if page.dep[i].startswith("nsubj"):
            return one.actors[0].sector == "MIL" and page.lemma[i] in RISING
        if page.case(i) in BESIDE:
            return True
        if one.shape == "state" and page.case(i) in AIDED and page.lemma[i] in OWN_BODIES:
            return True
        if one.actors[0].sector not in ("MIL", "GOV") or page.lemma[page.head[i]] in OWN_ACTS:
            return False
        scene = self.story.scenes.get(page.sent[i], ())
        return page.lemma[i] not in OWN_BODIES and any(code == home and weight >= 1.5 for code, weight in scene)

    def _host_of(self, i: int) -> str | None:
        """As in "Q: What does the opposition say?": of the country of whoever is interviewed."""
        page = self.page
        if page.asked is None or not page.asked <= i < page.answered:
            return None
        return one.country if (one := interviewed(self)) is not None else None

    def _grounds_before(self, sent: int) -> Iterator[int]:
        """The sentences before one in which places are named, the nearest first."""
        if len(self.grounds) != len(self.ground):
            self.grounds = sorted(self.ground)
        for k in range(bisect_left(self.grounds, sent) - 1, -1, -1):
            yield self.grounds[k]

    def _spoken_of(self, turn: Turn, i: int) -> bool:
        """As in "Paris said the government must go": not its own, where the dateline gives another country."""
        page = self.page
        if turn.referent.shape != "state" or page.lemma[i] not in RULERS or self.home in (None, turn.referent.country):
            return False
        above = page.head[turn.i]
        around = clauses(page, i)
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
        around = clauses(self.page, i)
        first = self.page.starts[sent]
        places = [
            place
            for place in self.ground.get(sent, ())
            if place[1] != but
            and (sent != self.page.sent[i] or place[0] - first < 3 or clauses(self.page, place[0])[0] in around)
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
            settled = self.home is not None and page.lemma[i] in OWN_BODIES
            return (page.lemma[verb] in REACTS or settled) and page.dep[i] in SUBJECTS
        if turn.sent != page.sent[i] or verb == own or turn.i > i:
            return False
        if page.lemma[verb] in REACTS and own != verb and verb in above(page, i):
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
        verb = clauses(page, place)[0]
        while page.dep[i] in ("compound", "amod", "nmod:desc", "flat") and page.head[i] != i:
            i = page.head[i]
        return page.lemma[verb] in MEETING and page.dep[i] in SUBJECTS and clauses(page, i)[0] == verb
