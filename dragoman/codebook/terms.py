"""The terms of the codebook: what types, modes, codes, contexts, sectors and topics are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.codebook.crosswalk import nearest


@dataclass(frozen=True, slots=True)
class Quad:
    """A quad class; `penta` is its number in data sets: 0 neutral, 1 and 2 cooperation, 3 and 4 conflict."""

    name: str
    penta: int
    definition: str


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of an event type; `cameo` is the CAMEO code that comes nearest."""

    name: str
    cameo: str
    definition: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER event type; `modes` is empty where the type has none.

    `symmetric` types may be mutual ("they met", "they signed"), each side is then named once. `recipient` says whether
    PLOVER asks for one. `score` is PLOVER's conflict and cooperation score, `cameo` the code of an event without mode.
    """

    name: str
    definition: str
    modes: Mapping[str, Mode]
    quad: str
    symmetric: bool
    recipient: bool
    score: float
    cameo: str


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code (2 to 4 digits) with its Goldstein score and the crosswalk to PLOVER.

    `root` is the 2-digit code, `parent` the code one digit shorter (None for a root). `type` is None for the comments
    of root 01, which PLOVER dropped. `quad` is CAMEO's own class, that of the root; an event's class is its type's.
    """

    code: str
    name: str
    root: str
    parent: str | None
    goldstein: float
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    quad: str


@dataclass(frozen=True, slots=True)
class Plover:
    """A CAMEO code in PLOVER's terms: `quad` is the class of the type, `goldstein` the score of the code."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: str
    goldstein: float


@dataclass(frozen=True, slots=True)
class Context:
    """One of PLOVER's contexts: what an event is about."""

    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of actors; `plover` is the code that PLOVER data sets write for it, None if they have none."""

    code: str
    name: str
    plover: str | None
    definition: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A standing topic. `values` maps each value to its definition, in the order in which things mostly go.

    `passing` values are history and change no state. `identity` names what makes two standings one line: parties,
    place, kind, content. `symmetric` topics have no first side.
    """

    name: str
    definition: str
    holder: str
    subject: str
    values: Mapping[str, str]
    passing: frozenset[str]
    identity: tuple[str, ...]
    symmetric: bool


@dataclass(frozen=True, slots=True)
class Codebook:
    """All terms by name or code; the mappings are read-only and keep the order of the data files."""

    quads: Mapping[str, Quad]
    types: Mapping[str, EventType]
    contexts: Mapping[str, Context]
    sectors: Mapping[str, Sector]
    cameo: Mapping[str, Cameo]
    topics: Mapping[str, Topic]

    def cameo_of(self, type: str, mode: str | None = None, contexts: Iterable[str] = ()) -> str | None:
        """The CAMEO code of a PLOVER type and mode, None where the codebook has no such type or mode.

        `contexts` make it more exact where they settle on one code of that type and mode ("REQUEST yield military" is
        1056); where several fit, the code that they have in common stands.
        """
        found = self.types.get(type)
        if found is None:
            return None
        named = found.modes.get(mode) if mode is not None else None
        if mode is not None and named is None:
            return None
        return nearest(self.cameo, named.cameo if named else found.cameo, type, mode, frozenset(contexts))

    def plover_of(self, code: str) -> Plover | None:
        """What a CAMEO code is in PLOVER's terms; None for the comments of root 01 and for what is no code."""
        found = self.cameo.get(code)
        if found is None or found.type is None:
            return None
        return Plover(found.type, found.mode, found.contexts, self.types[found.type].quad, found.goldstein)
