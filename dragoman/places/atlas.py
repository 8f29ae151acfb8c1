"""A report and its Doc -> the places it names, resolved together, and where the act of a token took place."""

from typing import TYPE_CHECKING, Final

from dragoman.places.atlas_scene import Scenes
from dragoman.places.locate import Name, locate
from dragoman.places.recognise import find
from dragoman.places.recognise_inside import nature
from dragoman.places.recognise_tree import lay_out
from dragoman.places.toponyms import Toponym, Use
from dragoman.records import Place, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OPENING: Final = 200  # characters: boiler further on is no dateline
NO_SCENE: Final = frozenset((Use.ADJECTIVE, Use.EMBEDDED))


class Atlas:
    """The place names of one report, made once for it as its calendar is.

    `toponyms` and `resolved` run side by side; a toponym that the gazetteer lacks has None there.
    """

    def __init__(self, report: Report, doc: "Doc") -> None:
        layout = lay_out(doc)
        self.toponyms: tuple[Toponym, ...] = find(doc, report.boiler, layout)
        self.resolved: tuple[Place | None, ...] = ()
        if self.toponyms:
            self.resolved = locate(
                [_name(toponym) for toponym in self.toponyms],
                report.text,
                dateline=report.datelines,
                publisher=report.source,
                url=report.url,
            )
        self._at = {k: n for n, toponym in enumerate(self.toponyms) for k in range(toponym.start, toponym.end)}
        scenes = {k: n for k, n in self._at.items() if _may_be_scene(self.toponyms[n])}
        countries = frozenset(n for n in set(scenes.values()) if nature(self.toponyms[n].name)[0])
        self._scenes = Scenes(layout, scenes, countries)
        self._dateline = self._own_dateline(report)
        self._lead = _lead(report, doc) if self._dateline is not None else (0, 0)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places named, in the order of the text, with their mentions; peoples' adjectives are not among them."""
        return tuple(self._place(n) for n, t in enumerate(self.toponyms) if t.use is not Use.ADJECTIVE)

    def at(self, i: int) -> Place | None:
        """The place named by the words that token `i` is one of, None if it is in no place name."""
        return self._place(self._at[i]) if i in self._at else None

    def of(self, token: "Token") -> Place | None:
        """Where the act that `token` names took place, None where the text does not say."""
        number = self._scenes.of(token.i)
        if number is None and self._dateline is not None and self._scenes.at_dateline(token.i, self._lead):
            number = self._dateline
        return None if number is None else self._place(number)

    def _own_dateline(self, report: Report) -> int | None:
        """The toponym of the dateline, if it names one town."""
        if len(report.datelines) != 1:
            return None
        return next((n for n, toponym in enumerate(self.toponyms) if toponym.boiler), None)

    def _place(self, number: int) -> Place:
        """A place that nobody could resolve keeps its name and mention."""
        toponym = self.toponyms[number]
        return self.resolved[number] or Place(toponym.name, mention=toponym.span)


def _lead(report: Report, doc: "Doc") -> tuple[int, int]:
    """The tokens of the first sentence that is not all dateline."""
    after = next((end for start, end in report.boiler if start <= OPENING), 0)
    for sentence in doc.sents:
        if sentence.end_char > after and not sentence.text.isspace():
            return sentence.start, sentence.end
    return 0, 0


def _may_be_scene(toponym: Toponym) -> bool:
    return toponym.use not in NO_SCENE and not toponym.boiler


def _name(toponym: Toponym) -> Name:
    start, end = toponym.span
    return Name(toponym.name, start, end, adjective=toponym.use is Use.ADJECTIVE, feature=toponym.feature)
