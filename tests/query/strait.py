"""A quarrel in ten made reports: Fiji and Tonga over a reef, Vanuatu between them, and a breakaway island, 2003.

Told from March to July, as readings made by hand; nothing of it happened.
"""

from dataclasses import replace
from datetime import date

from making import Made, event, group, person, place, reading, report, standing, state, statement

from dragoman.records import Reading, Report, Role

FIJI = state("FJI", "Fiji")
TONGA = state("TON", "Tonga")
VANUATU = state("VUT", "Vanuatu")
SAMOA = state("WSM", "Samoa")
LAU = group("free-lau", "Free Lau", "FJI")
NAIVALU = person("Ratu Naivalu", FIJI)
TAUFA = person("Sione Taufa", TONGA)
REEF = place("Minerva Reef")

LEAVE = "to take down its beacon"
PAY = "to pay for the burned trawler"


def readings() -> tuple[Reading, ...]:
    """The ten readings in the order of publication."""
    return (*_march(), *_later())


def _march() -> tuple[Reading, ...]:
    return (
        reading(
            report(
                "SUVA, March 3 - Fijian sailors burned a Tongan trawler at Minerva Reef on Sunday. Tonga accused Fiji "
                "and Vanuatu of piracy.",
                "2003-03-03", source="Suva Mail", agency="Reuters", title="Trawler burned at reef",
            ),
            event("ASSAULT", FIJI, TONGA, "Fijian sailors burned a Tongan trawler at Minerva Reef",
                  trigger="burned", when="2003-03-02", confidence=0.9),
            event("ACCUSE", TONGA, (FIJI, VANUATU), "Tonga accused Fiji and Vanuatu of piracy", trigger="accused",
                  when="2003-03-03"),
        ),
        reading(
            report("NUKU'ALOFA, March 3 - A Tongan trawler was burned by Fijian sailors at Minerva Reef on Sunday.",
                   "2003-03-03", source="Tonga Chronicle"),
            event("ASSAULT", FIJI, TONGA, "A Tongan trawler was burned by Fijian sailors at Minerva Reef",
                  trigger="burned", when="2003-03-02", confidence=0.7),
        ),
        reading(
            report(
                "NUKU'ALOFA, March 10 - Tonga closed its embassy in Suva on Monday and recalled its staff. Tonga asked "
                'Fiji to pay. "We shall not sell a single rock," Foreign Minister Sione Taufa told Fiji.',
                "2003-03-10", source="Tonga Chronicle", title="Embassy in Suva closed",
            ),
            event("SANCTION", TONGA, FIJI, "Tonga closed its embassy in Suva on Monday", trigger="closed",
                  when="2003-03-10"),
            _from_the_event("mission", "closed"),
            standing("demand", TONGA, FIJI, "made", "Tonga asked Fiji to pay", content="to pay", when="2003-03-10"),
            statement(TAUFA, "We shall not sell a single rock",
                      '"We shall not sell a single rock," Foreign Minister Sione Taufa told Fiji',
                      to=FIJI, form="direct", when="2003-03-10"),
            roles=(
                Role(TAUFA, "foreign minister", "Tonga", "TON", "GOV", date(2003, 3, 10), False, ((150, 178),)),
            ),
        ),
        reading(
            report("PORT VILA, March 31 - Fiji and Tonga will meet in Port Vila on April 4, Vanuatu said.",
                   "2003-03-31", source="Port Vila Press"),
            event("CONSULT", FIJI, TONGA, "Fiji and Tonga will meet in Port Vila on April 4", trigger="meet",
                  when="2003-04-04", status="planned", by=VANUATU),
        ),
    )  # fmt: skip


def _later() -> tuple[Reading, ...]:
    return (
        reading(
            report("PORT VILA, April 5 - Fijian and Tongan ministers met in Port Vila on Friday.",
                   "2003-04-05", source="Port Vila Press"),
            event("CONSULT", FIJI, TONGA, "Fijian and Tongan ministers met in Port Vila on Friday", trigger="met",
                  when="2003-04-04", attributes={"symmetric": True}),
        ),
        exchanged(
            report(
                f"PORT VILA, April 6 - Fiji promised {LEAVE} if the weather held, and Tonga {PAY} in return, "
                "Ratu Naivalu said.",
                "2003-04-06", source="Port Vila Press", agency="AFP",
            ),
            standing("pledge", FIJI, TONGA, "conditional", f"Fiji promised {LEAVE} if the weather held",
                     content=LEAVE, when="2003-04-06", by=NAIVALU),
            standing("pledge", TONGA, FIJI, "made", f"Tonga {PAY} in return", content=PAY, when="2003-04-06"),
        ),
        reading(
            report(f"SUVA, May 2 - Fiji has kept its promise {LEAVE}, a diplomat of Samoa said.",
                   "2003-05-02", source="Suva Mail"),
            standing("pledge", FIJI, TONGA, "kept", f"Fiji has kept its promise {LEAVE}", content=LEAVE,
                     when="2003-05-01", by=SAMOA),
        ),
        reading(
            report("APIA, May 20 - Samoa recognised Free Lau on Tuesday. Vanuatu said it would not recognise Free Lau.",
                   "2003-05-20", source="Apia Star", agency="AFP"),
            standing("recognition", SAMOA, LAU, "granted", "Samoa recognised Free Lau on Tuesday", when="2003-05-20"),
            standing("recognition", VANUATU, LAU, "refused", "Vanuatu said it would not recognise Free Lau",
                     when="2003-05-20", by=VANUATU),
            event("SUPPORT", SAMOA, LAU, "Samoa recognised Free Lau on Tuesday", trigger="recognised",
                  when="2003-05-20"),
        ),
        reading(
            report("NUKU'ALOFA, July 1 - Tonga reopened its embassy in Suva on Tuesday.",
                   "2003-07-01", source="Tonga Chronicle"),
            standing("mission", TONGA, FIJI, "opened", "Tonga reopened its embassy in Suva", when="2003-07-01",
                     kind="embassy", place="Suva"),
        ),
        reading(
            report("APIA, July 9 - Samoa withdrew its recognition of Free Lau on Tuesday.", "2003-07-09",
                   source="Apia Star"),
            standing("recognition", SAMOA, LAU, "withdrawn", "Samoa withdrew its recognition of Free Lau",
                     when="2003-07-08"),
        ),
    )  # fmt: skip


def _from_the_event(topic: str, value: str) -> Made:
    """A mission that was read from the event before it, of the same words."""
    words = "Tonga closed its embassy in Suva on Monday"
    make = standing(topic, TONGA, FIJI, value, words, when="2003-03-10", kind="embassy", place="Suva")
    acted = event("SANCTION", TONGA, FIJI, words, trigger="closed", when="2003-03-10")
    return lambda told, ordinal: replace(make(told, ordinal), sources=(acted(told, 0).id,))


def exchanged(told: Report, one: Made, other: Made) -> Reading:
    """A reading of two pledges given for one another, the first under a condition."""
    made = reading(told, one, other)
    first, second = made.standings
    at = made.report.text.index("if the weather held")
    first = replace(first, in_return_for=second.id, conditions=((at, at + len("if the weather held")),))
    return replace(made, standings=(first, replace(second, in_return_for=first.id)))
