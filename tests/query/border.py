"""A crisis in sixteen made reports: Peru and Ecuador over a river post, with a front that holds a town between them.

Told by several publishers and agencies from January to June 1994, as readings made by hand; nothing of it happened.
"""

from making import event, group, person, place, reading, report, standing, state, statement

from dragoman.records import Reading

PERU = state("PER", "Peru")
ECUADOR = state("ECU", "Ecuador")
FRONT = group("river-front", "River Front", "ECU")
ARANA = person("Julio Arana Soto", PERU)
VEGA = person("Marta Vega Lind", ECUADOR)
MINISTRY = person("Peruvian Foreign Ministry", PERU)
TOWN = place("Puerto Sombra", "ECU")

PLEDGE = "withdraw its patrols from the Santiago river"
DEMAND = "remove the mines around Puerto Sombra"


def readings() -> tuple[Reading, ...]:
    """The sixteen readings in the order of publication."""
    return (*_january(), *_february(), *_spring())


def _january() -> tuple[Reading, ...]:
    return (
        reading(
            report(
                "QUITO, Jan 10 - Peruvian soldiers attacked an Ecuadorean border post on the Santiago on Sunday. "
                "Relations between the two countries are strained, the ministry said.",
                "1994-01-10", source="Andes Courier", agency="Reuters", title="Border post attacked",
            ),
            event("ASSAULT", PERU, ECUADOR, "Peruvian soldiers attacked an Ecuadorean border post on the Santiago",
                  trigger="attacked", when="1994-01-09", confidence=0.9),
            standing("relations", PERU, ECUADOR, "strained", "Relations between the two countries are strained",
                     status="ongoing"),
        ),
        reading(
            report(
                "LIMA, Jan 10 - Peruvian soldiers attacked a border post of Ecuador on the Santiago river on Sunday, "
                "officials in Quito said.",
                "1994-01-10", source="Lima Gazette", agency="reuters",
            ),
            event("ASSAULT", PERU, ECUADOR, "Peruvian soldiers attacked a border post of Ecuador on the Santiago river",
                  trigger="attacked", when="1994-01-09", by=ECUADOR, confidence=0.7),
        ),
        reading(
            report(
                "QUITO, Jan 11 - An Ecuadorean border post on the Santiago river was attacked by Peruvian soldiers on "
                "Sunday, witnesses told this paper.",
                "1994-01-11", source="Quito Star",
            ),
            event("ASSAULT", PERU, ECUADOR,
                  "An Ecuadorean border post on the Santiago river was attacked by Peruvian soldiers",
                  trigger="attacked", when="1994-01-09", confidence=0.8),
        ),
        reading(
            report(
                "QUITO, Jan 12 - Ecuador recalled its ambassador from Lima on Wednesday. Foreign Minister Marta Vega "
                "Lind said Peru had broken the peace of forty years.",
                "1994-01-12", source="Quito Star",
            ),
            standing("mission", ECUADOR, PERU, "recalled", "Ecuador recalled its ambassador from Lima",
                     when="1994-01-12", kind="ambassador"),
            event("SANCTION", ECUADOR, PERU, "Ecuador recalled its ambassador from Lima", trigger="recalled",
                  when="1994-01-12"),
            statement(VEGA, "Peru had broken the peace of forty years",
                      "Foreign Minister Marta Vega Lind said Peru had broken the peace of forty years",
                      to=PERU, when="1994-01-12"),
        ),
    )  # fmt: skip


def _february() -> tuple[Reading, ...]:
    return (
        reading(
            report(
                f"LIMA, Feb 2 - Peru promised Ecuador to {PLEDGE} within a month.",
                "1994-02-02", source="Lima Gazette",
            ),
            standing("pledge", PERU, ECUADOR, "made", f"Peru promised Ecuador to {PLEDGE}", content=f"to {PLEDGE}",
                     when="1994-02-02"),
        ),
        reading(
            report(
                f"QUITO, Feb 3 - Peru has promised to {PLEDGE}, Ecuador's foreign minister said.",
                "1994-02-03", source="Andes Courier", agency="AFP",
            ),
            standing("pledge", PERU, ECUADOR, "made", f"Peru has promised to {PLEDGE}", content=f"to {PLEDGE}",
                     when="1994-02-02", by=VEGA),
        ),
        reading(
            report(
                f"LIMA, Feb 5 - Peru demanded that Ecuador {DEMAND}. The foreign ministers will meet in Bogota on "
                "March 1. President Julio Arana Soto told Ecuador that Peru wants no war.",
                "1994-02-05", source="Lima Gazette",
            ),
            standing("demand", PERU, ECUADOR, "made", f"Peru demanded that Ecuador {DEMAND}", content=DEMAND,
                     when="1994-02-05"),
            event("CONSULT", PERU, ECUADOR, "The foreign ministers will meet in Bogota", trigger="meet",
                  when="1994-03-01", status="planned"),
            statement(ARANA, "Peru wants no war", "President Julio Arana Soto told Ecuador that Peru wants no war",
                      to=ECUADOR, when="1994-02-05"),
        ),
        reading(
            report(
                "LIMA, Feb 7 - The River Front seized Puerto Sombra on Sunday, a spokesman for the rebels said.",
                "1994-02-07", source="Lima Gazette", agency="AFP",
            ),
            standing("control", FRONT, TOWN, "seized", "The River Front seized Puerto Sombra on Sunday",
                     when="1994-02-06", by=FRONT),
            event("COERCE", FRONT, ECUADOR, "The River Front seized Puerto Sombra on Sunday", trigger="seized",
                  when="1994-02-06", by=FRONT),
        ),
        reading(
            report(
                "QUITO, Feb 8 - Puerto Sombra is held by the army, Marta Vega Lind said, denying that rebels took it.",
                "1994-02-08", source="Quito Star",
            ),
            standing("control", ECUADOR, TOWN, "held", "Puerto Sombra is held by the army", status="ongoing",
                     when="1994-02-08", by=VEGA),
        ),
    )  # fmt: skip


def _spring() -> tuple[Reading, ...]:
    return (
        reading(
            report("BOGOTA, March 2 - The foreign ministers of Peru and Ecuador met in Bogota on Tuesday.",
                   "1994-03-02", source="Bogota Times"),
            event("CONSULT", PERU, ECUADOR, "The foreign ministers of Peru and Ecuador met in Bogota on Tuesday",
                  trigger="met", when="1994-03-01"),
        ),
        reading(
            report(f"QUITO, March 20 - Peru has broken its promise to {PLEDGE}, a general said.",
                   "1994-03-20", source="Quito Star"),
            standing("pledge", PERU, ECUADOR, "broken", f"Peru has broken its promise to {PLEDGE}",
                     content=f"to {PLEDGE}", when="1994-03-20", by=ECUADOR),
        ),
        reading(
            report("LIMA, April 4 - Peru and Ecuador will sign a treaty on fishing in Lima on April 20.",
                   "1994-04-04", source="Lima Gazette"),
            event("COOPERATE", PERU, ECUADOR, "Peru and Ecuador will sign a treaty on fishing in Lima", trigger="sign",
                  when="1994-04-20", status="planned"),
        ),
        reading(
            report("LIMA, May 2 - Peru closed its consulate in Guayaquil on Monday.",
                   "1994-05-02", id="guayaquil", source="Lima Gazette"),
            standing("mission", PERU, ECUADOR, "closed", "Peru closed its consulate in Guayaquil", when="1994-05-02",
                     kind="consulate", place="Guayaquil"),
        ),
        reading(
            report("LIMA, May 2 - Peru reduced its consulate in Guayaquil on Monday. This corrects an earlier report.",
                   "1994-05-02", id="guayaquil", source="Lima Gazette", updated="1994-05-04"),
            standing("mission", PERU, ECUADOR, "reduced", "Peru reduced its consulate in Guayaquil", when="1994-05-02",
                     kind="consulate", place="Guayaquil"),
        ),
        reading(
            report("QUITO, May 20 - Ecuador's ambassador returned to Lima and relations improve, both sides said.",
                   "1994-05-20", source="Quito Star"),
            standing("mission", ECUADOR, PERU, "appointed", "Ecuador's ambassador returned to Lima",
                     when="1994-05-20", kind="ambassador"),
            standing("relations", ECUADOR, PERU, "improving", "relations improve", when="1994-05-20", status="ongoing"),
        ),
        reading(
            report("LIMA, June 10 - Peru and Ecuador will open talks on a common park on July 15.",
                   "1994-06-10", source="Lima Gazette"),
            event("CONSULT", PERU, ECUADOR, "Peru and Ecuador will open talks on a common park on July 15",
                  trigger="talks", when="1994-07-15", status="planned"),
        ),
    )  # fmt: skip
