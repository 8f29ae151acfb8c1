"""A trigger to when its act took place: by its own time phrase, by the words that it is, by the story around it."""

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from dragoman.events.status import SPOKEN
from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.events.triggers import Trigger
from dragoman.events.words import MEETINGS
from dragoman.records import Actor, Precision, Statement, Status, When, overlap

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.speech import Voices
    from dragoman.times import Calendar

BEYOND: Final = frozenset("after following before since until despite over".split())
CARRIED: Final = 2  # sentences over which a story goes on without naming the day again
LEAD: Final = 30  # sentences in which the words of the first sentence may be quoted with their day
FOLLOWS: Final = 2  # sentences after an act of speaking in which its words may be quoted with their day


class Dating:
    """Dates the acts of one report, asked in the order of the text."""

    def __init__(self, tree: Tree, calendar: "Calendar", voices: "Voices", sentence_of: dict[int, int]) -> None:
        self.tree = tree
        self.calendar = calendar
        self.voices = voices
        self.sentence_of = sentence_of
        self._dated: tuple[int, When] | None = None  # the last token of a story with its day
        self._starts = [token.idx for token in tree.tokens]
        self._said = sorted((s for s in voices.statements if s.content), key=lambda s: s.content[0][0])
        self._said_at = [s.content[0][0] for s in self._said]
        timed = (p for p in calendar.phrases if p.kind.value in ("DATE", "TIME"))
        self._timed = {sentence_of.get(p.start, 0) for p in timed}

    def of(self, trigger: Trigger, status: Status, actors: tuple[Actor, ...]) -> When | None:
        """When the act took place, None where the text does not say."""
        i = trigger.i
        when = self._by_phrase(i)
        if when is None:
            when = self.voices.said(self.tree.tokens[i])
        if when is None and trigger.rule.type in SPOKEN and status is Status.HAPPENED:
            when = self._as_words(i, actors)
        if when is None and status in (Status.HAPPENED, Status.DENIED):
            when = self._carried(i)
        if when is not None and when.precision is Precision.DAY and self._tells(i):
            self._dated = (i, when)
        return when

    def of_token(self, token: "Token") -> When | None:
        """When what `token` names took place by its own phrase, counted from the day of the words around it."""
        spoken = self.voices.spoken(token)
        when = self.calendar.of(token, spoken=spoken)
        if when is None or spoken is None or when.text is None:
            return when
        statement = self.voices.at(token)
        if statement is None or any(overlap(when.text, span) for span in statement.content):
            return when
        return self.calendar.of(token)  # "could leave, he said yesterday": the phrase is the report's own

    def _by_phrase(self, i: int) -> When | None:
        """The calendar's answer for the trigger, else for the verb that it is joined to or that carries it."""
        tree = self.tree
        when = self.of_token(tree.tokens[i])
        if self._apart(i):
            return when if when is not None and self._under(i, when) else None
        if when is None and tree.deps[i] == "conj" and not tree.kids_by(i, "nsubj", "nsubj:pass"):
            when = self.of_token(tree.tokens[tree.heads[i]])
        if when is None and not tree.verbal(i):
            verb = tree.light(i)
            if verb is not None:
                when = self.of_token(tree.tokens[verb])
        return when

    def _apart(self, i: int) -> bool:
        """Whether a noun names what went before the act that its clause dates: "closed the border after the arrest"."""
        tree = self.tree
        outer = tree.measure(i)
        return not tree.verbal(i) and tree.case(outer) in BEYOND and tree.lemmas[i] not in MEETINGS

    def _under(self, i: int, when: When) -> bool:
        """Whether the phrase of `when` stands in the phrase of noun `i`."""
        noun = self.tree.tokens[self.tree.measure(i)]
        last = self.tree.tokens[noun.right_edge.i]
        return when.text is not None and noun.left_edge.idx <= when.text[0] and when.text[1] <= last.idx + len(last)

    def _as_words(self, i: int, actors: tuple[Actor, ...]) -> When | None:
        """The day of the statement that an act of speaking is, or whose words follow: "will not comply, he said"."""
        own = {side_of(a) for a in actors}
        token = self.tree.tokens[i]
        statement = self.voices.at(token)
        if statement is not None:
            return statement.date if self._by(statement, own, actors) else None
        here = self.sentence_of.get(i, 0)
        last = LEAD if here == 0 else FOLLOWS
        for following in self._said[bisect_left(self._said_at, token.idx) :][: 2 * last]:
            if following.date is None or not self._by(following, own, actors):
                continue
            away = self._sentence_at(following.content[0][0]) - here
            return following.date if away <= last else None
        return None

    def _by(self, statement: Statement, own: set[str], actors: tuple[Actor, ...]) -> bool:
        """Whether one of the sides `own` says it, or the press of its country that reports it."""
        who = statement.speaker or statement.according_to
        if who is None:
            return False
        return side_of(who) in own or (who.sector == "MED" and who.country in {a.country for a in actors} - {None})

    def _carried(self, i: int) -> When | None:
        """The day of the story that the sentence goes on with: "They met on Monday. Mali agreed to pay at once"."""
        if self._dated is None or not self._tells(i):
            return None
        last, when = self._dated
        away = self.sentence_of.get(i, 0) - self.sentence_of.get(last, 0)
        if not 0 < away <= CARRIED or any("\n" in t.text for t in self.tree.tokens[last:i] if t.is_space):
            return None
        return None if self._has_phrase(i) else when

    def _has_phrase(self, i: int) -> bool:
        """Whether the sentence names a time of its own, which then is not that of the story."""
        return self.sentence_of.get(i, 0) in self._timed

    def _tells(self, i: int) -> bool:
        """Whether the act is told in the simple past of the report's own words, as the steps of a story are."""
        tree, up = self.tree, i
        if self.voices.at(tree.tokens[i]) is not None:
            return False
        for _ in range(6):
            if tree.verbal(up) and tree.tokens[up].tag_ in ("VBD", "VBN", "VBP", "VBZ"):
                break
            if tree.heads[up] == up:
                return False
            up = tree.heads[up]
        if any(tree.lower[k] in ("had", "has", "have") for k in tree.kids_by(up, "aux")):
            return False
        past = tree.tokens[up].tag_ == "VBD" or any(tree.tokens[k].tag_ == "VBD" for k in tree.kids_by(up, "aux:pass"))
        return past and tree.deps[up] in ("ROOT", "conj", "parataxis", "advcl")

    def _sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds a character of the text."""
        return self.sentence_of.get(max(0, bisect_right(self._starts, offset) - 1), 0)
