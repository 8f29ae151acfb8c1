"""Short reports as small papers print them, and world reports with the same names: where each name lies.

Names stand in square brackets, which are taken out; expected is the state of a US place or the country of another.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.places.locate import Name, decide, locate

LOCAL = (
    (
        "lamar",
        "[PARIS] - A [Lamar County] jury on Tuesday cleared a [Reno] man. Officers from [Blossom] and [Powderly] "
        "had searched a farm near [Sulphur Springs].",
        "TX TX TX TX TX TX",
        None,
    ),
    (
        "henry",
        "The [Paris] fire hall burned down. Crews came from [Huntingdon], [McKenzie] and as far as [Jackson], said"
        " the [Henry County] mayor.",
        "TN TN TN TN TN",
        None,
    ),
    (
        "wilson",
        "[LEBANON] - Schools in [Wilson County] open late. Buses to [Mt. Juliet] and [Watertown] run again; those "
        "to [Nashville] do not.",
        "TN TN TN TN TN",
        None,
    ),
    (
        "lebanon_pa",
        "[Lebanon], Pa. - Police in [Palmyra] and [Annville] looked for a van last seen in [Harrisburg].",
        "PA PA PA PA",
        None,
    ),
    (
        "athens_ga",
        "The [Athens] council met. [Clarke County] and [Oconee County] share the water of [Watkinsville] with "
        "[Atlanta].",
        "GA GA GA GA GA",
        None,
    ),
    (
        "athens_oh",
        "Students in [Athens], Ohio, marched to [Nelsonville]. [Athens] police closed the road to [Chillicothe].",
        "OH OH OH OH",
        None,
    ),
    (
        "moscow_id",
        "Wheat prices rose in [Moscow] and [Pullman], and in [Lewiston], [Idaho], grain barges waited.",
        "ID WA ID ID",
        None,
    ),
    (
        "cuba_mo",
        "The mayor of [Cuba] met those of [Steelville] and [Rolla] about the highway to [St. Louis].",
        "MO MO MO MO",
        None,
    ),
    (
        "cuba_ny",
        "[Cuba], N.Y. - The lake near [Olean] is frozen, and so is the one in [Friendship].",
        "NY NY NY",
        None,
    ),
    (
        "jamaica_ny",
        "A bus from [Jamaica] to [Flushing] hit a van in [Queens], police in [New York City] said.",
        "NY NY NY NY",
        None,
    ),
    (
        "versailles",
        "[Versailles], Ky. - A [Woodford County] horse farm was sold to a buyer in [Lexington].",
        "KY KY KY",
        None,
    ),
    (
        "rome_ga",
        "[ROME] - [Floyd County] deputies arrested two people from [Cedartown] and one from [Calhoun].",
        "GA GA GA GA",
        None,
    ),
    (
        "florence_sc",
        "[Florence] and [Darlington] have a new bus line; [Hartsville] and [Myrtle Beach], [S.C.], may follow.",
        "SC SC SC SC SC",
        None,
    ),
    (
        "florence_al",
        "The bridge between [Florence] and [Sheffield] closes. Drivers go by [Muscle Shoals] to [Tuscumbia].",
        "AL AL AL AL",
        None,
    ),
    (
        "mexico_mo",
        "In [Audrain County], [Mexico] and [Vandalia] lost power; crews from [Columbia] helped.",
        "MO MO MO MO",
        None,
    ),
    (
        "peru_in",
        "[Peru], [Ind.], and [Wabash] share a judge, said a clerk in [Kokomo].",
        "IN IN IN IN",
        None,
    ),
    (
        "warsaw_in",
        "[Warsaw] and [Winona Lake] will vote in May, as will all of [Kosciusko County], [Indiana].",
        "IN IN IN IN",
        None,
    ),
    (
        "cairo_il",
        "A barge sank at [Cairo], Ill., where the road to [Paducah], Ky., crosses the river.",
        "IL KY",
        None,
    ),
    (
        "berlin_nh",
        "The mill in [Berlin] laid off men from [Gorham] and [Lancaster], [New Hampshire].",
        "NH NH NH NH",
        None,
    ),
    (
        "manchester_nh",
        "[MANCHESTER] - Snow fell on [Nashua] and [Concord], and [N.H.] schools closed.",
        "NH NH NH NH",
        None,
    ),
    (
        "springfield_il",
        "[Springfield] lawmakers fought over [Decatur], [Peoria] and the rest of [Illinois].",
        "IL IL IL IL",
        None,
    ),
    (
        "springfield_mo",
        "Storms hit [Springfield], [Branson] and [Joplin] in southwest [Missouri].",
        "MO MO MO MO",
        None,
    ),
    (
        "tyler",
        "Firemen fought a blaze near [Bullard]. Others came from [Whitehouse] and [Lindale].",
        "TX TX TX",
        "http://www.tylerpaper.com/article/1",
    ),
    (
        "georgetown_sc",
        "[Georgetown] and [Andrews] asked [Georgetown County] for money.",
        "SC SC SC",
        None,
    ),
    (
        "away",
        "The [Lamar County] guardsmen left [Paris] for [Fort Worth]. From there they fly to [Kuwait], then to "
        "[Iraq] and [Afghanistan].",
        "TX TX TX KWT IRQ AFG",
        None,
    ),
    (
        "visit",
        "Two teachers from [Watertown] and [Mt. Juliet] in [Wilson County], [Tennessee], spent a year in [China] "
        "and one in [Moscow], [Russia].",
        "TN TN TN TN CHN RUS RUS",
        None,
    ),
    (
        "two",
        "He was born in [Portland], Maine, and moved to [Portland], Ore., in 1987.",
        "ME OR",
        None,
    ),
)
WORLD = (
    (
        "paris",
        "[PARIS] - [France] and [Germany] called on [Russia] to withdraw; [Berlin] and [Moscow] had talked before.",
        "FRA FRA DEU RUS DEU RUS",
        None,
    ),
    (
        "lebanon",
        "Rockets from [Lebanon] fell on [Haifa]. [Beirut] denied it, and [Israel] hit [Tyre] and [Sidon].",
        "LBN ISR LBN ISR LBN LBN",
        None,
    ),
    (
        "tripoli",
        "Clashes in [Tripoli] in northern [Lebanon] wounded three.",
        "LBN LBN",
        None,
    ),
    (
        "tripoli_libya",
        "Shells hit the airport of [Tripoli] as fighters from [Misrata] left [Benghazi].",
        "LBY LBY LBY",
        None,
    ),
    (
        "georgia",
        "[Georgia] said that [Tbilisi] and [Batumi] were calm, while [Abkhazia] closed its border with [Russia].",
        "GEO GEO GEO GEO RUS",
        None,
    ),
    (
        "hyderabad",
        "Police in [Hyderabad], [Karachi] and [Sukkur] in [Sindh] were on alert.",
        "PAK PAK PAK PAK",
        None,
    ),
    (
        "people",
        "The [Syrian] border town of [Qamishli] lies across from [Nusaybin] in [Turkey].",
        "SYR SYR TUR TUR",
        None,
    ),
    (
        "ontario",
        "[London], Ont., and [Kitchener] lie west of [Toronto].",
        "CAN CAN CAN",
        None,
    ),
    (
        "uk",
        "Men from [Boston] and [Spalding] in [Lincolnshire] were held in [Lincoln].",
        "GBR GBR GBR GBR",
        "https://www.lincolnshirelive.co.uk/a",
    ),
    (
        "australia",
        "Fires near [Newcastle], [Maitland] and [Cessnock] in [New South Wales] spread.",
        "AUS AUS AUS AUS",
        None,
    ),
    ("washington", "[Washington] and [London] asked [Tehran] to sign.", "DC GBR IRN", None),
    ("washington_state", "A fire near [Spokane], [Washington], spread to [Yakima].", "WA WA WA", None),
    ("states", "[Idaho], [Ohio], [New York], [Utah] and [Washington] sued.", "ID OH NY UT WA", None),
    (
        "other_sense",
        'In [Valencia] two were shot. [Petare] and [Caracas] were calm in [Venezuela]. "I am in [Valencia], [Spain]."',
        "VEN VEN VEN VEN ESP ESP",
        None,
    ),
    ("short", "A shop in [Hitchin], [Herts], and one in [Dubbo], [N.S.W.], burnt.", "GBR GBR AUS AUS", None),
    ("country_town", "[Cuba] and [Steelville] lie near [Rolla] and [Sullivan] in [Missouri].", "MO MO MO MO MO", None),
    ("country_itself", "[Cuba] and [Peru] broke with [Lebanon].", "CUB PER LBN", None),
    (
        "former",
        "He left [Leningrad] for [Bombay], then [Saigon] and [Leopoldville].",
        "RUS IND VNM COD",
        None,
    ),
)


def read(marked: str) -> tuple[str, list[Name]]:
    """The text without the brackets, and its names."""
    text, names = "", []
    for part in re.split(r"(\[[^\]]+\])", marked):
        if part.startswith("["):
            names.append(Name(part[1:-1], len(text), len(text) + len(part) - 2))
            text += part[1:-1]
        else:
            text += part
    return text, names


def found(marked: str, url: str | None) -> str:
    """The state or country of each name."""
    text, names = read(marked)
    entries = [unit.chosen.entry if unit.chosen else None for unit in decide(names, text, url=url)]
    return " ".join(
        "none" if e is None else e.admin1 if e.country == "USA" and e.admin1 else e.country or "-" for e in entries
    )


@pytest.mark.parametrize(("marked", "wanted", "url"), [row[1:] for row in LOCAL], ids=[row[0] for row in LOCAL])
def test_small_papers(marked: str, wanted: str, url: str | None) -> None:
    assert found(marked, url) == wanted


@pytest.mark.parametrize(("marked", "wanted", "url"), [row[1:] for row in WORLD], ids=[row[0] for row in WORLD])
def test_world_reports(marked: str, wanted: str, url: str | None) -> None:
    assert found(marked, url) == wanted


def test_a_name_that_the_gazetteer_lacks_takes_the_point_of_its_neighbour() -> None:
    text, names = read("Fire destroyed [Old Quillby Mill] near [Blossom]. Crews came from [Paris] and [Reno], [Texas].")
    lacking, blossom, *_ = locate(names, text)
    assert lacking is not None
    assert blossom is not None
    assert (lacking.name, lacking.country, lacking.geonames_id) == ("Old Quillby Mill", "USA", None)
    assert (lacking.lat, lacking.lon) == (blossom.lat, blossom.lon)
    assert text[slice(*(lacking.mention or (0, 0)))] == "Old Quillby Mill"


def test_one_unknown_name_never_empties_the_result() -> None:
    text, names = read("[Qwzxy] lies between [France] and [Germany].")
    assert [place and place.country for place in locate(names, text)] == [None, "FRA", "DEU"]


@pytest.mark.parametrize("text", ["", "Paris", "\x00", ", ,", "[" * 50])
def test_any_spans_are_taken(text: str) -> None:
    names = [Name(text, 0, len(text)), Name("", 0, 0), Name("Paris", 5, 3), Name("Lima", 900, 904, within=0)]
    assert len(locate(names, text)) == 4
    assert locate([], text) == ()


@given(st.lists(st.tuples(st.text(max_size=12), st.integers(0, 40), st.booleans()), max_size=8), st.text(max_size=60))
def test_nothing_raises(found: list[tuple[str, int, bool]], text: str) -> None:
    names = [Name(name, at, at + len(name), adjective=people) for name, at, people in found]
    assert len(locate(names, text)) == len(names)
