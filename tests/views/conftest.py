"""A small reading by hand: one report of two paragraphs with a statement, two events and two standings."""

from datetime import date

import pytest

from dragoman.records import (
    Actor,
    ActorKind,
    Anchor,
    Event,
    Finding,
    Form,
    Place,
    Precision,
    Reading,
    Report,
    Role,
    Span,
    Standing,
    Statement,
    Status,
    When,
    entry_id,
)

TEXT = (
    "NAIROBI, March 4 (Reuters) - Kenya closed its consulate in Kismayo on Tuesday. "
    "The ministry said the step was temporary.\n\n"
    "“We shall return when the road is safe,” Foreign Minister Amina Otieno told reporters. "
    "Somalia has promised to guard the building in exchange for fuel."
)
DAY = When(date(2014, 3, 4), date(2014, 3, 4), Precision.DAY, Anchor.PUBLISHED)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


def actor(name: str, country: str, mention: str | None = None, kind: ActorKind = ActorKind.STATE) -> Actor:
    return Actor(name.lower(), name, country, "GOV", kind, mention=at(mention) if mention else None)


@pytest.fixture
def reading() -> Reading:
    kenya, somalia = actor("Kenya", "KEN", "Kenya"), actor("Somalia", "SOM", "Somalia")
    minister = actor("Amina Otieno", "KEN", "Amina Otieno", ActorKind.PERSON)
    first, second = (
        at("Kenya closed its consulate in Kismayo on Tuesday"),
        at("The ministry said the step was temporary"),
    )
    third = at("“We shall return when the road is safe,” Foreign Minister Amina Otieno told reporters")
    last = at("Somalia has promised to guard the building in exchange for fuel")
    report = Report(
        id="fixture", text=TEXT, title="Kenya closes <b>consulate</b>", published=date(2014, 3, 4), agency="Reuters",
        datelines=(Place("Nairobi", "KEN"),), boiler=((0, TEXT.index("Kenya")),),
    )  # fmt: skip

    def name(kind: str, words: str) -> str:
        return entry_id("fixture", kind, at(words), "")

    statement = Statement(
        id=name("statement", "told"), speaker=minister, content=(at("We shall return when the road is safe"),),
        form=Form.DIRECT, evidence=(third,), confidence=0.97, made_by="hand", cue=at("told"), date=DAY,
    )  # fmt: skip
    closed = Event(
        id=name("event", "closed"), type="SANCTION", mode="discontinue", trigger=at("closed"), actors=(kenya,),
        recipients=(somalia,), status=Status.HAPPENED, evidence=(first,), confidence=0.8, made_by="hand", when=DAY,
        where=Place("Kismayo", "SOM"), cameo="174",
    )  # fmt: skip
    promised = Event(
        id=name("event", "promised"), type="AGREE", mode=None, trigger=at("promised"), actors=(somalia,),
        recipients=(kenya,), status=Status.HAPPENED, evidence=(last,), confidence=0.7, made_by="hand",
    )  # fmt: skip
    mission = Standing(
        id=name("standing", "closed"), topic="mission", holder=kenya, subject=somalia, value="closed",
        status=Status.HAPPENED, evidence=(first, second), confidence=0.6, made_by="hand", when=DAY,
        according_to=minister,
    )  # fmt: skip
    pledge = Standing(
        id=name("standing", "promised"), topic="pledge", holder=somalia, subject=kenya, value="made",
        status=Status.CONDITIONAL, evidence=(last,), confidence=0.5, made_by="hand",
        content=(at("guard the building"),),
        conditions=(at("in exchange for fuel"),), in_return_for=mission.id,
    )  # fmt: skip
    ends = [first[1] + 1, second[1] + 1, third[1] + 1, last[1] + 1]
    starts = [0, second[0], third[0], last[0]]
    findings = (Finding("TEST", "a note\x1b[31m for the reader"),)
    sentences = tuple(zip(starts, ends, strict=True))
    office = at("Foreign Minister Amina Otieno")
    roles = (Role(minister, "foreign minister", "Kenya", "KEN", "GOV", date(2014, 3, 4), evidence=(office,)),)
    return Reading(
        report, (statement,), (closed, promised), (mission, pledge), findings, "dragoman test", sentences, roles
    )
