"""What the report has named so far: referents in the order of the text, and which of them fits a later phrase."""

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman.actors.page import Page
from dragoman.records import Actor

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "obl:agent"))
# What a state does with its own: the object is not another country's.
OWN_ACTS = frozenset(
    """send deploy dispatch withdraw recall move pull mobilise mobilize lose station mass order keep appoint name call
    evacuate have use reinforce""".split()
)
# What states do to one another's governments.
ABROAD = frozenset(
    """recognise recognize accept accuse condemn sanction urge warn press back support oppose criticise criticize blame
    threaten arm fund aid denounce isolate engage welcome ask""".split()
)
# Sectors whose country a text is about when they are its subject; tourists and papers may be anybody's.
CONDUCT = frozenset("GOV MIL LEG JUD SPY COP OPP PTY REB".split())
REACH = 80  # how many turns a look back covers: about two paragraphs of a dense report


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
    whether more than all others together, `ground` the places named in each sentence.
    """

    page: Page
    home: str | None = None
    lead: str | None = None
    dominant: bool = False
    ground: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)

    def note(self, i: int, referent: Referent) -> None:
        """Adds a mention of `referent` at token `i`."""
        page = self.page
        top = i
        while page.dep[top] in ("conj", "flat", "appos") and page.head[top] != top:
            top = page.head[top]
        subject = page.dep[top] in SUBJECTS
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
        found = self.back(i, fits)
        return found[0].referent if found else None

    def country(self, i: int, but: str | None = None, *, near: bool = False) -> str | None:
        """The country that the text is about at token `i`, for "the government", "police", "a minister".

        In this order: the subject before it in its sentence, a place named in the sentence, the subjects of earlier
        sentences of the paragraph, the dateline, the last subject before, the first country of the report.
        `but` is a country that it cannot be (an embassy's host); `near` stops at the paragraph.
        An object of a foreign state's act belongs to the country of the dateline ("Washington named two generals").
        """
        page = self.page
        sent, para = page.sent[i], page.para[i]
        outside = not page.quoted[i]
        earlier = self.back(
            i,
            lambda t: (
                t.subject
                and t.referent.actors[0].sector in CONDUCT
                and (t.main or t.referent.shape != "group")
                and t.referent.country not in (None, but)
                and not (outside and page.quoted[t.i])
            ),
        )
        main = [turn for turn in earlier if turn.main]
        foreign = self._done_to_others(i)
        for turn in earlier:
            if turn.sent == sent and turn.referent.country:
                if foreign and self.home not in (None, but, turn.referent.country):
                    return self.home
                if foreign and page.lemma[page.head[i]] == "summon":
                    return self._other(i, turn.referent.country) or turn.referent.country
                abroad = page.dep[i] == "obj" and page.lemma[page.head[i]] in ABROAD
                if abroad and turn.referent.shape != "group":
                    return self._other(i, turn.referent.country) or turn.referent.country
                return turn.referent.country
        if place := self._place(sent, i, but):
            return place
        for turn in main or earlier:
            if turn.para == para and turn.referent.country:
                return turn.referent.country
        for n in range(sent - 1, -1, -1):
            if page.para[page.starts[n]] != para:
                break
            if place := self._place(n, i, but):
                return place
        if near:
            return None
        if self.home and self.home != but:
            return self.home
        if self.dominant and self.lead != but:
            return self.lead
        last = main or earlier
        return last[0].referent.country if last else self.lead

    def _done_to_others(self, i: int) -> bool:
        page = self.page
        while page.dep[i] in ("nmod:desc", "flat", "compound") and page.head[i] != i:
            i = page.head[i]
        if page.dep[i] == "nsubj":
            return False
        if page.lemma[page.head[i]] == "summon":
            return True
        patient = page.dep[i] == "obj" or page.case(i) in ("with", "against")
        return patient and page.lemma[page.head[i]] not in OWN_ACTS

    def against(self, i: int) -> str | None:
        """The country named last that is not the one of the subject before `i` in its sentence."""
        page = self.page
        own = self.back(i, lambda t: t.subject and t.sent == page.sent[i] and t.referent.country is not None)
        return self._other(i, own[0].referent.country or "") if own else None

    def _other(self, i: int, but: str) -> str | None:
        """The country named last before `i` that is not `but`."""
        turns = self.back(i, lambda t: t.referent.shape != "place" and t.referent.country not in (None, but))
        return turns[0].referent.country if turns else None

    def _place(self, sent: int, i: int, but: str | None) -> str | None:
        """The country of the place nearest to token `i` in a sentence."""
        places = [place for place in self.ground.get(sent, ()) if place[1] != but]
        return min(places, key=lambda place: abs(place[0] - i))[1] if places else None

    def principals(self, i: int, count: int, but: str | None, *, groups: bool) -> list[str]:
        """Ids of the `count` parties that the report is most about before `i`, in order of first mention.

        States count for each person, body and demonym of theirs; `groups` lets armed groups and parties in. Turns of
        the paragraph of `i` weigh twelve times, for "the two countries" after both were named; `but` is a country that
        stands outside ("Zaire appealed to both sides").
        """
        weights: dict[str, float] = {}
        for turn in self.turns[-10 * REACH :]:
            if turn.i >= i or len(turn.referent.actors) != 1:
                continue
            actor = turn.referent.actors[0]
            group = groups and turn.referent.shape == "group"
            key = actor.id if group else (actor.acts_for or "" if groups else "")
            if not group and (key == "" or key not in weights):
                key = actor.country or ""
            if not key or key == but or actor.sector in ("CVL", "MED", "BUS"):
                continue
            weights[key] = weights.get(key, 0.0) + (
                12.0 if turn.para == self.page.para[i] and turn.referent.shape != "place" else 1.0
            )
        if groups and count == 2 and (pair := self._torn(weights, i)):
            return pair
        best = sorted(weights, key=lambda key: -weights[key])[:count]
        return [key for key in weights if key in best]

    def _torn(self, weights: dict[str, float], i: int) -> list[str] | None:
        """A state and a group that fights in it, unless the paragraph itself is about two states."""
        named = [key for key, weight in weights.items() if weight >= 12.0 and len(key) == 3 and key.isupper()]
        fighters: dict[str, str] = {}
        for turn in self.turns[-10 * REACH :]:
            actor = turn.referent.actors[0]
            if turn.i < i and turn.referent.shape == "group" and actor.country and actor.id in weights:
                fighters.setdefault(actor.country, actor.id)
        states = sorted((key for key in fighters if key in weights), key=lambda key: -weights[key])
        if not states or sum(weights[key] > weights[states[0]] for key in named) > 1:
            return None
        return [key for key in weights if key in (states[0], fighters[states[0]])]

    def persons(self, i: int, count: int) -> list[Referent]:
        """The last `count` different persons before `i`."""
        return self._distinct(i, count, lambda r: len(r.actors) == 1 and r.shape == "person")

    def _distinct(self, i: int, count: int, fits: Callable[[Referent], bool]) -> list[Referent]:
        found: dict[str, Referent] = {}
        for turn in self.back(i, lambda t: fits(t.referent)):
            found.setdefault(turn.referent.actors[0].id, turn.referent)
            if len(found) == count:
                break
        return list(found.values())[::-1]
