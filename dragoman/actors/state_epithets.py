"""Words before "nation", "state" or "giant" ("the Caribbean nation") -> the states that can be meant.

Regions after the United Nations' geoscheme (M49), with the names that newspapers use; the rest from the encyclopedias.
"""

from collections.abc import Iterable
from typing import Final

_WEST: Final = "BEN BFA CPV CIV GMB GHA GIN GNB LBR MLI MRT NER NGA SEN SLE TGO"
_EAST: Final = "BDI COM DJI ERI ETH KEN MDG MUS RWA SYC SOM SSD TZA UGA"
_SOUTH: Final = "AGO BWA LSO MWI MOZ NAM ZAF SWZ ZMB ZWE RHO"
_NORTH: Final = "DZA EGY LBY MAR SDN TUN"
_MIDDLE: Final = "CMR CAF TCD COG COD ZAR GNQ GAB STP"
_GULF: Final = "BHR KWT OMN QAT SAU ARE IRQ IRN"
_LEVANT: Final = "ISR PSE JOR LBN SYR TUR YEM CYP YAR YMD"
_CARIBBEAN: Final = "ATG BHS BRB CUB DMA DOM GRD HTI JAM KNA LCA VCT TTO"
_ISTHMUS: Final = "BLZ CRI SLV GTM HND NIC PAN"
_ANDES: Final = "BOL CHL COL ECU PER VEN"
_SOUTH_AMERICA: Final = _ANDES + " ARG BRA GUY PRY SUR URY"
_STANS: Final = "KAZ KGZ TJK TKM UZB"
_SUBCONTINENT: Final = "AFG BGD BTN IND MDV NPL PAK LKA"
_SOUTHEAST: Final = "BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM DRV"
_FAR_EAST: Final = "CHN JPN KOR PRK MNG TWN"
_PACIFIC: Final = "FJI KIR MHL FSM NRU PLW PNG WSM SLB TON TUV VUT NZL"
_BALTIC: Final = "EST LVA LTU"
_BALKAN: Final = "ALB BIH BGR HRV GRC MKD MNE ROU SRB SVN YUG SCG XKX KOS"
_CAUCASUS: Final = "ARM AZE GEO"
_AFRICA: Final = " ".join((_WEST, _EAST, _SOUTH, _NORTH, _MIDDLE))
_ASIA: Final = " ".join((_GULF, _LEVANT, _STANS, _SUBCONTINENT, _SOUTHEAST, _FAR_EAST, _CAUCASUS))
_ATOMIC: Final = "USA RUS SUN GBR FRA CHN IND PAK PRK ISR"

# Words in small letters, as they stand before the noun; longer ones first where one begins with another.
KINDS: Final = {
    words: frozenset(codes.split())
    for words, codes in (
        ("west african", _WEST),
        ("east african", _EAST),
        ("southern african", _SOUTH),
        ("north african", _NORTH),
        ("central african", _MIDDLE),
        ("african", _AFRICA),
        ("sahel", "MLI NER BFA TCD MRT"),
        ("maghreb", "DZA LBY MAR TUN MRT"),
        ("gulf", _GULF),
        ("middle eastern", f"{_GULF} {_LEVANT} EGY"),
        ("arab", f"{_GULF} {_LEVANT} {_NORTH}"),
        ("caribbean", _CARIBBEAN),
        ("central american", _ISTHMUS),
        ("south american", _SOUTH_AMERICA),
        ("latin american", f"{_SOUTH_AMERICA} {_ISTHMUS} MEX CUB DOM"),
        ("andean", _ANDES),
        ("central asian", _STANS),
        ("south asian", _SUBCONTINENT),
        ("southeast asian", _SOUTHEAST),
        ("south-east asian", _SOUTHEAST),
        ("east asian", _FAR_EAST),
        ("asian", _ASIA),
        ("himalayan", "NPL BTN"),
        ("pacific", _PACIFIC),
        ("baltic", _BALTIC),
        ("balkan", _BALKAN),
        ("caucasus", _CAUCASUS),
        ("nordic", "DNK FIN ISL NOR SWE"),
        ("scandinavian", "DNK NOR SWE"),
        ("iberian", "ESP PRT"),
        ("alpine", "AUT CHE LIE"),
        ("communist", "CHN SUN CUB VNM DRV PRK LAO ALB DDR POL CSK HUN ROU BGR YUG"),
        ("stalinist", "PRK ALB"),
        ("nuclear", _ATOMIC),
        ("jewish", "ISR"),
        ("landlocked", "AFG ARM AUT BFA BDI BOL BTN BWA CAF CHE CZE ETH HUN KAZ KGZ LAO LSO LUX MDA MKD MLI MNG MWI NER"
         " NPL PRY RWA SRB SSD SVK SWZ TCD TJK TKM UGA UZB ZMB ZWE"),
        ("island", f"{_CARIBBEAN} {_PACIFIC} BHR CPV COM CYP GBR IDN IRL ISL JPN LKA MDG MDV MLT MUS PHL SGP STP SYC"
         " TWN"),
    )
}  # fmt: skip
# Nouns that name a state only after one of the words above ("the Asian giant"); "the giant" may be a company.
LOOMING: Final = frozenset("giant power heavyweight powerhouse".split())
GIANTS: Final = frozenset("CHN IND RUS SUN USA BRA IDN NGA DEU JPN".split())


def kind_of(before: Iterable[str], noun: str) -> frozenset[str] | None:
    """Codes (ISO alpha-3 and those of former states) that the words `before` the `noun` allow; None for any state."""
    said = " ".join(before).replace(" - ", "-")
    fits = next((codes for words, codes in KINDS.items() if f" {words} " in f" {said} "), None)
    if noun in ("giant", "heavyweight", "powerhouse"):
        return fits & GIANTS if fits is not None else None
    return fits
