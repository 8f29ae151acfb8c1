"""Worked cases of folding: what was told, and where things stand on a day by what was known."""

import pytest
from folding_told import day, ledger

from dragoman.ledger.folding import State, fold

# topic, lines (notation of folding_told.py), asked "ON[/KNOWN BY]", expected.
# Expected: "VALUE since DAY" (a day that was named), "VALUE by DAY" (it held by then), "unknown", with "(until DAY)"
# and "disputed A|B" for the sides; of control the holders stand behind the value: "held:CHN".
CASES = """
mission | 5.20 closed 5.18 | 6.1 | closed since 5.18
mission | 5.20 closed 5.18 | 5.17 | unknown (until 5.17)
mission | 5.20 closed 5.18; 9.3 opened 9.1 | 8.1 | closed since 5.18 (until 8.31)
mission | 5.20 closed 5.18; 9.3 opened 9.1 | 9.1 | opened since 9.1
mission | 5.20 closed 5.18; 9.3 opened 9.1 | 9.1/9.2 | closed since 5.18
mission | 5.20 closed 5.18; 8.9 closed 5.1-5.31 | 8.9 | closed since 5.18
mission | 5.20 closed 5.18; 9.3 opened 9.1; 10.2 closed | 10.2 | closed by 10.2
mission | 5.20 closed 5.18; 9.3 opened 9.1 r=A; 9.3 closed r=A | 9.4 | opened since 9.1
mission | 5.20 closed 5.18; 8.9 closed + | 8.9 | closed since 5.18
mission | 8.9 closed 5.1-8.9 + | 8.9 | closed by 5.31
mission | 8.9 operating 8.9 + | 8.9 | operating by 8.9
mission | 8.9 operating 8.9 + by X; 8.9 closed 8.9 | 8.9 | disputed closed|operating
mission | 8.9 operating 8.9 + by X; 8.11 closed 8.11 | 8.11 | closed since 8.11
mission | 8.9 closed 8.9; 8.11 operating 8.11 + by X | 8.10 | closed since 8.9 (until 8.10)
mission | 8.9 closed 8.9; 8.11 operating 8.11 + by X | 8.11 | disputed closed|operating
mission | 8.9 closed 8.9; 9.11 operating 9.11 + by X | 9.11 | operating by 9.11
mission | 8.9 operating 8.9 + by X; 8.9 closed 8.9; 8.14 opened 8.14 | 8.14 | opened since 8.14
mission | 8.9 operating 8.9 + by X; 8.9 closed 8.9; 8.14 operating 8.14 + by X | 8.14 | disputed closed|operating
mission | 8.9 operating 8.9 + by X; 8.9 closed 8.9; 8.14 closed 8.14 + by Y | 8.14 | closed since 8.9
mission | 8.31 closed 8.1-8.31; 8.31 operating 8.31 + by X | 8.31 | operating by 8.31
mission | 8.9 closed 8.9; 8.10 closed ! by X | 8.10 | disputed closed|not closed
mission | 8.9 closed 8.9; 8.10 closed ! by X | 8.10/8.9 | closed since 8.9
mission | 8.9 closed ! by X | 8.10 | unknown
mission | 8.9 closed ! by X; 8.20 closed 8.20 | 8.20 | closed since 8.20
mission | 8.9 closed 8.9 by X; 8.10 closed ! by X | 8.10 | closed since 8.9
mission | 8.9 closed 8.9; 8.10 closed ! by X; 8.30 closed + by X | 8.30 | closed since 8.9
mission | 8.9 opened ? 8.20 | 8.10 | unknown
mission | 8.9 opened ? 8.20; 8.22 opened 8.20 | 8.22 | opened since 8.20
mission | 8.9 opened 8.9; 8.20 attacked 8.20; 8.21 guarded 8.21 | 8.22 | opened since 8.9
mission | 8.9 opened 8.9; 8.20 reduced 8.20; 8.22 operating 8.22 + | 8.22 | reduced since 8.20
mission | 8.9 reduced 8.9; 8.22 evacuated 8.22; 8.23 closed 8.23 | 8.22 | evacuated since 8.22 (until 8.22)
mission | 8.5 closed 8.5 r=A; 8.5 opened 8.5 r=A; 8.6 closed 8.5 r=B; 8.6 opened 8.5 r=B | 8.6 | closed since 8.5
mission | 8.20 closed 8.5-8.20 +; 8.12 operating 8.12 + by X | 8.13 | disputed closed|operating
mission | 8.20 closed 8.5-8.20 +; 8.12 operating 8.12 + by X | 8.13/8.13 | operating by 8.12
recognition | 3.1 withheld 3.1 +; 3.9 under_review 3.9 +; 4.1 withheld 4.1 + | 4.1 | under review by 3.9
recognition | 3.1 withheld 3.1 +; 5.2 granted 5.1 | 5.2 | granted since 5.1
recognition | 3.1 withheld 3.1 +; 5.2 granted 5.1 | 4.30 | withheld by 3.1 (until 4.30)
recognition | 5.2 granted 5.1; 6.2 withdrawn 6.1; 7.2 withheld 7.2 + | 7.2 | withdrawn since 6.1
recognition | 5.2 granted 5.1; 6.2 withdrawn 6.1; 9.2 granted 9.1 | 9.2 | granted since 9.1
recognition | 5.2 granted 5.2 by X; 5.2 refused 5.2 by Y | 5.2 | disputed granted|refused
recognition | 5.2 granted 5.1; 5.3 withheld 5.3 + by Y | 5.3 | disputed granted|withheld
recognition | 5.2 granted ? 6.1; 5.2 withheld 5.2 + | 5.4 | withheld by 5.2
recognition | 5.2 conditional if 5.2 | 5.4 | conditional since 5.2
recognition | 5.2 under_review may 5.2 | 5.4 | under review since 5.2
recognition | 5.2 granted if 5.2 | 5.4 | unknown
recognition | 5.9 granted 3.1-3.31; 4.20 refused 4.2 | 4.20 | refused since 4.2
recognition | 5.2 granted 5.1; 5.3 granted ! by Y; 5.9 withdrawn 5.9 | 5.9 | withdrawn since 5.9
relations | 1.5 severed 1.4; 6.5 restored 6.4 of TCD to=MLI | 6.5 | restored since 6.4
relations | 1.5 severed 1.4; 6.5 restored 6.4; 9.9 severed 9.9 | 9.10 | severed since 9.9
relations | 1.5 severed 1.4; 6.5 unofficial 6.4 + | 6.5 | severed since 1.4
relations | 1.5 improving 1.5 +; 2.5 maintained 2.5 + | 2.5 | improving by 1.5
relations | 1.5 strained 1.5 +; 2.5 maintained 2.5 + | 2.5 | maintained by 2.5
relations | 1.5 strained 1.5 +; 1.5 maintained 1.5 + | 1.5 | strained by 1.5
relations | 1.5 severed 1.5 by X; 1.5 maintained 1.5 + by Y | 1.5 | disputed maintained|severed
relations | 1.5 severed 1.5; 1.9 severed ! by Y | 1.9 | disputed severed|not severed
relations | 1.5 restored ? 3.1; 1.5 severed 1.5-1.5 + | 3.9 | severed by 1.5
relations | 7.5 severed 1.1-1.31; 3.5 improving 3.5 | 2.1 | severed by 1.31 (until 3.4)
relations | 7.5 severed 1.1-1.31; 3.5 improving 3.5 | 2.1/7.1 | unknown (until 3.4)
pledge | 1.5 made 1.5 | 2.1 | made since 1.5
pledge | 1.5 made 1.5; 4.2 kept 4.1 | 4.2 | kept since 4.1
pledge | 1.5 made 1.5; 4.2 kept 4.1; 4.9 made | 4.9 | kept since 4.1
pledge | 1.5 made 1.5; 4.2 kept 4.1; 6.9 made 6.9 | 6.9 | made since 6.9
pledge | 1.5 made 1.5; 4.2 kept 4.2 by X; 4.9 broken 4.8 by Y | 4.9 | disputed broken|kept
pledge | 1.5 made 1.5; 4.2 kept 4.2 by X; 5.9 made 5.9; 6.9 broken 6.8 by Y | 6.9 | broken since 6.8
pledge | 1.5 offered 1.5; 2.5 made 2.5; 3.5 offered 3.5 | 3.5 | made since 2.5
pledge | 1.5 conditional if 1.5; 2.5 withdrawn 2.5 | 3.5 | withdrawn since 2.5
pledge | 1.5 made 1.5; 2.5 kept ? 3.1 | 3.5 | made since 1.5
pledge | 1.5 made 1.5; 2.5 broken ! by MLI | 3.5 | made since 1.5
pledge | 1.5 made 1.5; 2.5 broken 2.5; 2.7 broken ! by MLI | 3.5 | disputed broken|not broken
pledge | 1.5 made 1.5; 2.5 broken w=none 2.5 | 3.5 | broken since 2.5
pledge | 1.5 made; 1.7 made 1.4 | 3.5 | made since 1.4
demand | 1.5 made 1.5; 2.5 refused 2.5; 3.5 met 3.5 | 2.6 | refused since 2.5 (until 3.4)
demand | 1.5 made 1.5; 2.5 refused 2.5; 3.5 met 3.5 | 3.6 | met since 3.5
demand | 1.5 made 1.5; 2.5 made 2.5 +; 2.7 made 2.7 + | 2.8 | made since 1.5
demand | 1.5 made 1.5; 2.5 met 2.5 by X; 2.5 refused 2.5 by Y | 2.8 | disputed met|refused
demand | 1.5 made 1.5; 2.5 met 2.5; 2.9 made | 2.9 | met since 2.5
demand | 1.5 made 1.5; 2.5 refused 2.5; 4.9 made 4.9 | 4.9 | made since 4.9
demand | 1.5 made 1.5; 2.5 withdrawn 2.5 | 4.9 | withdrawn since 2.5
demand | 1.5 made 1.5; 2.5 met ! by X | 4.9 | made since 1.5
demand | 1.5 made 1.5; 2.5 met 2.5; 2.6 met ! by X | 4.9 | disputed met|not met
demand | 5.5 refused w=none 5.5; 1.5 made 1.5 | 5.5 | refused since 5.5
agreement | 1.5 proposed 1.5; 2.5 under_negotiation 2.5 +; 3.5 agreed 3.5; 3.5 signed 3.5 | 3.5 | signed since 3.5
agreement | 1.5 signed 1.5; 2.5 agreed 2.5 | 2.5 | signed since 1.5
agreement | 1.5 signed 1.5; 2.5 ratified ? 6.1 | 6.9 | signed since 1.5
agreement | 1.5 signed 1.5; 6.2 in_force 6.1 + until 9.30 | 6.9 | in force by 6.1 (until 9.30)
agreement | 1.5 signed 1.5; 6.2 in_force 6.1 + until 9.30 | 10.1 | unknown
agreement | 1.5 in_force 1.5 +; 6.2 terminated 6.1; 6.2 in_force 6.1 + by X | 6.2 | disputed in force|terminated
agreement | 1.5 in_force 1.5 +; 6.2 breached 6.1 of TCD to=MLI; 7.2 in_force 7.2 + | 7.2 | in force by 7.2
agreement | 1.5 in_force 1.5 +; 6.2 suspended 6.1; 7.2 in_force 7.2 | 7.2 | in force since 7.2
agreement | 1.5 signed 1.5; 3.3 terminated 3.3; 3.9 signed | 3.9 | terminated since 3.3
agreement | 1.5 signed 1.5; 1.6 signed ! by X | 3.9 | disputed signed|not signed
sanction | 1.5 threatened may 1.5; 2.5 imposed 2.5; 3.5 threatened 3.5 | 3.5 | imposed since 2.5
sanction | 1.5 imposed 1.5; 2.5 eased 2.5; 3.5 imposed 3.5 + | 3.5 | eased since 2.5
sanction | 1.5 imposed 1.5; 2.5 eased 2.5; 3.5 imposed 3.5 | 3.5 | imposed since 3.5
sanction | 1.5 imposed 1.5 until 6.30; 3.5 extended 3.5 until 12.31 | 8.1 | extended since 3.5 (until 12.31)
sanction | 1.5 imposed 1.5 until 6.30 | 8.1 | unknown
sanction | 1.5 imposed 1.5; 2.5 lifted 2.5; 3.5 threatened 3.5 may | 3.5 | threatened since 3.5
sanction | 1.5 imposed 1.5; 2.5 lifted 2.5 by X; 2.5 extended 2.5 by Y | 2.5 | disputed extended|lifted
sanction | 1.5 imposed 1.5; 2.5 lifted 2.5; 2.6 lifted ! by X | 2.6 | disputed lifted|not lifted
sanction | 1.5 imposed ? 2.5 | 3.5 | unknown
sanction | 9.9 imposed 1.5-9.9 + | 3.5 | imposed by 1.5
control | 8.8 seized 8.8 of REB | 8.9 | seized:REB since 8.8
control | 8.1 held 8.1 + of GOV; 8.8 seized 8.8 of REB | 8.9 | seized:REB since 8.8
control | 8.8 seized 8.8 of REB; 8.8 held 8.8 + of GOV by GOV | 8.9 | disputed held:GOV|seized:REB
control | 8.8 seized 8.8 of REB; 8.10 held 8.10 + of GOV by GOV | 8.11 | disputed held:GOV|seized:REB
control | 8.8 seized 8.8 of REB; 8.10 held 8.10 + of GOV by GOV; 8.20 seized 8.20 of GOV | 8.21 | seized:GOV since 8.20
control | 8.8 seized 8.8 of REB; 8.8 lost 8.8 of GOV | 8.9 | seized:REB since 8.8
control | 8.1 held 8.1 + of GOV; 8.8 lost 8.8 of GOV | 8.9 | lost: since 8.8
control | 8.8 seized 8.8 of REB; 8.9 held + of GOV by GOV; 8.30 held + of REB | 8.29 | disputed held:GOV|seized:REB
control | 8.8 seized 8.8 of REB; 8.9 held + of GOV by GOV; 8.30 held + of REB | 8.30 | seized:REB since 8.8
control | 8.1 held 8.1 + of REB; 8.9 seized ! of REB by GOV | 8.9 | disputed held:REB|not held:REB
control | 8.1 held 8.1 + of GOV; 8.8 lost 8.8 of REB | 8.9 | held:GOV by 8.1
control | 8.1 held 8.1 + of GOV; 8.8 contested 8.8 + of REB | 8.9 | disputed contested:REB|held:GOV
control | 8.1 held 8.1 + of GOV; 8.8 contested 8.8 + of REB; 8.20 seized 8.20 of REB | 8.21 | seized:REB since 8.20
control | 7.1 handed_over 7.1 of GBR; 7.1 held 7.1 + of CHN | 7.9 | held:CHN by 7.1
control | 8.8 seized 8.8 of REB; 9.8 held 9.8 + of REB | 9.9 | seized:REB since 8.8
control | 8.8 seized 8.8 of REB; 8.9 seized ! of REB by GOV | 8.9 | disputed seized:REB|not seized:REB
hostilities | 1.5 declared 1.5; 1.9 ongoing 1.9 + | 1.9 | ongoing by 1.9
hostilities | 1.5 ongoing 1.5 +; 2.5 ceasefire 2.5; 2.9 ongoing 2.9 + | 2.9 | ongoing by 2.9
hostilities | 1.5 ongoing 1.5 +; 2.5 ceasefire 2.5; 2.5 ongoing 2.5 + by X | 2.5 | disputed ceasefire|ongoing
hostilities | 1.5 ongoing 1.5 +; 2.5 ceasefire 2.5 until 2.20 | 3.1 | unknown
hostilities | 2.5 ceasefire 2.5 until 2.20; 3.1 ceasefire 3.1 + | 2.25 | unknown (until 2.28)
hostilities | 2.5 ceasefire 2.5 until 2.20; 3.1 ceasefire 3.1 + | 3.2 | ceasefire by 3.1
hostilities | 1.5 ongoing 1.5 +; 2.5 ceasefire ? 2.20 | 3.1 | ongoing by 1.5
hostilities | 1.5 ongoing 1.5 +; 2.5 ended 2.5; 3.1 ceasefire | 3.1 | ended since 2.5
hostilities | 1.5 escalating 1.5 +; 2.5 ongoing 2.5 + | 3.1 | ongoing by 2.5
hostilities | 1.5 ceasefire 1.5; 1.6 ceasefire ! by X | 3.1 | disputed ceasefire|not ceasefire
hostilities | 6.5 ongoing 2.1-6.5 of TCD to=MLI | 2.1 | unknown (until 2.27)
hostilities | 6.5 ongoing 2.1-6.5 + of TCD to=MLI | 3.1 | ongoing by 2.28
advisory | 1.5 issued 1.5; 2.5 ongoing 2.5 +; 3.5 lifted 3.5 | 3.6 | lifted since 3.5
advisory | 1.5 issued 1.5; 3.5 lifted 3.5; 3.9 issued | 3.9 | lifted since 3.5
advisory | 1.5 issued 1.5; 3.5 lifted 3.5; 5.9 issued 5.9 | 5.9 | issued since 5.9
advisory | 1.5 issued 1.5; 3.5 completed 3.5 | 3.4 | issued since 1.5 (until 3.4)
advisory | 1.5 issued 1.5; 1.5 lifted 1.5 by X; 1.9 issued | 1.5 | lifted since 1.5
advisory | 1.5 issued 1.5; 1.9 lifted ! by X | 1.9 | issued since 1.5
advisory | 1.5 issued 1.5; 1.9 lifted ? 2.1 | 2.9 | issued since 1.5
advisory | 1.5 issued w=none 1.5; 1.9 lifted w=none 1.9 | 2.9 | lifted since 1.9
concern | 1.5 stated 1.5 | 1.9 | stated since 1.5
concern | 1.5 stated 1.5; 1.9 stated 1.9 | 1.9 | stated since 1.5
concern | 1.5 stated 1.5 + | 1.9 | stated by 1.5
concern | 1.5 stated 1.5; 1.6 stated ! by MLI | 1.9 | disputed stated|not stated
concern | 1.5 stated ? 1.8 | 1.9 | unknown
concern | 1.5 stated if 1.5 | 1.9 | unknown
concern | 1.5 stated 1.5 | 1.9/1.4 | nothing
concern | 1.5 stated w=none 1.5; 1.9 stated w=none 1.9 | 1.9 | stated since 1.5
"""
ROWS = [tuple(part.strip() for part in row.split("|", 3)) for row in CASES.strip().splitlines()]


def shown(state: State) -> str:
    """A state in the words of the table."""

    def short(iso: str | None) -> str:
        return f"{int(iso[5:7])}.{int(iso[8:])}" if iso else "?"

    if state.disputed:
        sides = (("not " if s.denied else "") + s.value + (f":{s.holder}" if s.holder else "") for s in state.sides)
        return "disputed " + "|".join(sides)
    until = f" (until {short(state.until)})" if state.until else ""
    if state.value is None:
        return "unknown" + until
    held = ":" + ",".join(state.holders) if state.identity.topic == "control" else ""
    return f"{state.value}{held} {'since' if state.certain else 'by'} {short(state.since)}{until}"


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}-{n}" for n, row in enumerate(ROWS)])
def test_where_it_stands(row: tuple[str, str, str, str]) -> None:
    topic, text, asked, expected = row
    on, _, known_by = asked.partition("/")
    lines, links = ledger(topic, text)
    states = fold(lines, links, on=day(on), known_by=day(known_by) if known_by else None)
    assert [shown(state) for state in states] == ([] if expected == "nothing" else [expected])


def test_every_topic_has_cases() -> None:
    topics = [row[0] for row in ROWS]
    assert {topic: topics.count(topic) >= 8 for topic in topics} == dict.fromkeys(topics, True)
    assert len(set(topics)) == 11
