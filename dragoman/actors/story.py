"""Evidence of where a report plays -> the country that it is about, whose bodies stand there without their country.

Each name of a country, group, leader or town weighs something (`WEIGHTS`). The dateline is the weakest: bureaus report
on the countries around them, and talks are held in third places.
"""

from typing import Final

# What a name tells of where the report plays: id, weight, an example, and one that the row does not mean.
WEIGHTS: Final = (
    ("own body", 2.0, "Angolan rebels", "Angolan mediators"),
    ("scene", 2.0, "fighting in Angola", "talks in Angola"),
    ("own part", 2.0, "northern Mali", "Mali urged"),
    ("group", 1.5, "UNITA shelled", "the UN said"),
    ("town", 1.5, "the airport of Kuito", "Kuito Mbala said"),
    ("leader", 0.7, "Laurent Gbagbo", "Mr Dupont"),
    ("name", 1.0, "Angola will vote", "Angola urged restraint"),
    ("forces", 1.0, "Angolan jets", "Angolan voters"),
    ("abroad", 0.5, "the Angolan envoy", "Angolan voters"),
    ("whence", 0.5, "fled to Angola", "fought in Angola"),
    ("venue", 0.3, "talks in Angola", "fighting in Angola"),
    ("doer", 2.0, "LUANDA - Angola closed", "LUANDA - Zambia closed"),
    ("onlooker", 0.3, "Angola urged restraint", "Angola will vote"),
    ("no country", 0.0, "ethnic Albanian rebels", "Albanian rebels"),
)
WEIGHT: Final = {name: weight for name, weight, _, _ in WEIGHTS}
SCENES: Final = frozenset(("own body", "scene", "own part", "group", "town"))
# The first sentences and the title tell what a report is about.
OPENING: Final = (2.0, 1.5)
TITLE: Final = 4.0
PRIOR: Final = 2.0  # of the dateline
IMPLIED: Final = 4.0  # of a dateline whose country the lead leaves out: "LIMA - The government will send ..."
# By which another country must outweigh the dateline's: where the opening does not tell of that, where it does, and
# where there is none, or several.
MARGIN: Final = 1.2
MARGIN_TOLD: Final = 2.5
MARGIN_NONE: Final = 3.0
TOLD: Final = 2.0
LEAST: Final = 2.0  # and what it must weigh
FADES: Final = 0.6  # what evidence is worth in the next sentence
BACK: Final = 6  # sentences
WHOLE: Final = 3.0  # what the whole report's evidence weighs beside that of the sentences around


class Story:
    """How much a report is about each country, over the whole and sentence by sentence."""

    def __init__(self, lead: int = 0) -> None:
        """Nothing told yet; `lead` is the first sentence of the news."""
        self.lead = lead
        self.total: dict[str, float] = {}
        self.opening: dict[str, float] = {}
        self.scenes: dict[int, list[tuple[str, float]]] = {}
        self.implied = False
        self.place: str | None = None

    def add(self, code: str, kind: str, sent: int) -> None:
        """Takes in one name as evidence of a kind of `WEIGHTS` that the report plays in its country."""
        weight, place = WEIGHT[kind], sent - self.lead
        opens = 0 <= place < len(OPENING)
        self.total[code] = self.total.get(code, 0.0) + weight * (OPENING[place] if opens else 1.0)
        if opens:
            self.opening[code] = self.opening.get(code, 0.0) + weight
        if kind in SCENES or kind in ("name", "leader", "forces", "doer"):
            self.scenes.setdefault(sent, []).append((code, weight))

    def head(self, code: str) -> None:
        """Takes in a country that the title names."""
        self.total[code] = self.total.get(code, 0.0) + TITLE
        self.opening[code] = self.opening.get(code, 0.0) + TITLE

    def home(self, dateline: str | None) -> str | None:
        """The country that the report plays in: the dateline's, unless another one clearly outweighs it."""
        self.place = self._home(dateline)
        return self.place

    def _home(self, dateline: str | None) -> str | None:
        if dateline is not None:
            prior = PRIOR + (IMPLIED if self.implied else 0.0)
            self.total[dateline] = self.total.get(dateline, 0.0) + prior
        best = max(sorted(self.total), key=lambda code: self.total[code], default=None)
        if best is None or best == dateline:
            return dateline
        most = self.total[best]
        if dateline is None:
            margin, rival = MARGIN_NONE, self._second(best)
        else:
            told = self.opening.get(dateline, 0.0) >= TOLD
            margin, rival = MARGIN_TOLD if told else MARGIN, self.total[dateline]
        if most < LEAST or most < margin * rival or not self.opening.get(best):
            return dateline
        return best

    def _second(self, best: str) -> float:
        return max((weight for code, weight in self.total.items() if code != best), default=0.0)

    def at(self, sent: int, home: float, local: float) -> dict[str, float]:
        """How much each country is in play in a sentence: there, in those before it, and in the whole.

        `home` is what the story's home weighs more than others, `local` what the sentences around count for.
        """
        most = max(self.total.values(), default=0.0) or 1.0
        out = {code: WHOLE * weight / most for code, weight in self.total.items()}
        if self.place is not None:
            out[self.place] = WHOLE + home
        fades = local
        for n in range(sent, max(-1, sent - BACK), -1):
            for code, weight in self.scenes.get(n, ()):
                out[code] = out.get(code, 0.0) + weight * fades
            fades *= FADES
        return out
