"""Two sources of chance, for figures and for names, to bulletins: forms that an agency fills in each day."""

from collections.abc import Callable
from random import Random

DAYS = "Monday Tuesday Wednesday Thursday Friday".split()
FIRMS = "Gulf Cement|Orient Steel|Delta Foods|Kanto Rail|Baltic Lines|Andes Copper|Nile Sugar|Harbour Bank".split("|")
TOWNS = "Arica Beira Cork Dalian Esbjerg Fuzhou Gwadar Havana Izmir Jaffna".split()
SKIES = "rain|snow|sunshine|fog|thunderstorms|drizzle".split("|")
STATES = "Chad|Laos|Peru|Oman|Togo|Fiji|Mali|Cuba|Nepal|Malta".split("|")
NAMES = "Adeyemi Baumann Castro Dufour Eriksen Farah Gupta Haddad Ishii Jansen".split()


def market(rng: Random, names: Random) -> str:
    """A stock exchange's close."""
    up, down, turnover = names.choice(FIRMS), names.choice(FIRMS), rng.randint(400, 4000)
    return (
        f"Shares closed {rng.choice(['higher', 'lower'])} on {rng.choice(DAYS)} in moderate trade, dealers said. The "
        f"composite index moved {rng.uniform(1, 90):.1f} points to finish at {rng.uniform(900, 9000):,.1f}. Turnover "
        f"was {turnover} million shares against {turnover + rng.randint(3, 300)} million in the previous session.\n\n"
        f"Gainers outnumbered losers by {rng.randint(100, 400)} to {rng.randint(50, 300)}, with {rng.randint(9, 99)} "
        f"counters unchanged. {up} led the advance, adding {rng.uniform(0.1, 9):.2f} to {rng.uniform(10, 99):.2f}. "
        f"{down} lost {rng.uniform(0.1, 9):.2f} to {rng.uniform(10, 99):.2f} on profit taking.\n\nThe currency "
        f"traded at {rng.uniform(2, 80):.3f} to the dollar. Brokers expect the market to stay in a narrow range "
        f"until the central bank's meeting on {rng.choice(DAYS)}."
    )


def weather(rng: Random, names: Random) -> str:
    """A forecast for the region."""
    a, b, c = names.sample(TOWNS, 3)
    return (
        f"The weather office forecasts {rng.choice(SKIES)} over the northern coast on {rng.choice(DAYS)}, with winds "
        f"of {rng.randint(10, 30)} to {rng.randint(31, 60)} kilometres an hour and waves of up to "
        f"{rng.randint(2, 6)} metres. Small craft should stay in port.\n\nTemperatures will reach "
        f"{rng.randint(5, 39)} degrees in {a}, {rng.randint(5, 39)} in {b} and {rng.randint(5, 39)} in {c}, falling "
        f"to {rng.randint(-5, 12)} at night. Relative humidity is put at {rng.randint(30, 95)} per cent. The sun "
        f"rises at {rng.randint(4, 7)}.{rng.randint(10, 59)} and sets at "
        f"{rng.randint(17, 20)}.{rng.randint(10, 59)}.\n\nThe outlook for the following two days is "
        f"{rng.choice(SKIES)} in the hills and {rng.choice(SKIES)} in the plains."
    )


def quake(rng: Random, names: Random) -> str:
    """An earthquake's first notice."""
    town, state = names.choice(TOWNS), names.choice(STATES)
    return (
        f"An earthquake with a magnitude of {rng.uniform(4, 7.9):.1f} struck {rng.randint(11, 190)} kilometres "
        f"{rng.choice(['north', 'south', 'east', 'west'])} of {town} on {rng.choice(DAYS)}, seismologists said. It "
        f"hit at {rng.randint(0, 23)}.{rng.randint(10, 59)} GMT at a depth of {rng.randint(5, 600)} "
        "kilometres.\n\nThere were no immediate reports of damage or casualties. No tsunami warning was "
        f"issued.\n\n{state} lies on the Ring of Fire, an arc of volcanoes and fault lines around the ocean where "
        "most of the world's earthquakes occur."
    )


def visit(rng: Random, names: Random) -> str:
    """A state agency's notice of a courtesy call."""
    home, guest, host = names.choice(STATES), names.choice(NAMES), names.choice(NAMES)
    return (
        f"Foreign Minister {host} received in his office on {rng.choice(DAYS)} morning the ambassador of {home}, "
        f"{guest}, who paid him a farewell visit at the end of his tour of duty. They reviewed bilateral relations "
        "and ways of enhancing them in all fields, in the interest of the two friendly peoples.\n\nThe ambassador "
        f"conveyed greetings from President {names.choice(NAMES)} and praised the care that he had enjoyed during his "
        f"{rng.randint(2, 9)} years in the capital. The minister wished him success and the people of {home} further "
        f"progress and prosperity. The meeting was attended by the director of protocol, {names.choice(NAMES)}, and "
        f"{rng.randint(2, 9)} senior aides."
    )


def toll(rng: Random, names: Random) -> str:
    """A monitor's daily count of incidents."""
    a, b = names.sample(TOWNS, 2)
    return (
        f"Monitors recorded {rng.randint(11, 400)} ceasefire violations along the contact line in the past 24 hours, "
        f"including {rng.randint(2, 90)} explosions, compared with {rng.randint(11, 400)} in the previous reporting "
        f"period. Most occurred near {a}, where {rng.randint(2, 30)} undetermined detonations were heard.\n\nAt a "
        f"checkpoint {rng.randint(2, 40)} kilometres from {b} armed men denied a patrol passage for "
        f"{rng.randint(5, 90)} minutes, citing mines. An unmanned aircraft spotted {rng.randint(2, 20)} howitzers "
        f"and {rng.randint(2, 20)} tanks in violation of withdrawal lines. Repairs to a water pipeline continued "
        "under guarantees of silence."
    )


BULLETINS: tuple[tuple[str, Callable[[Random, Random], str]], ...] = (
    ("market", market),
    ("weather", weather),
    ("quake", quake),
    ("visit", visit),
    ("toll", toll),
)
