"""CAMEO actor codes ("PSEREBHMS") -> country, sector and what they say besides.

A code is cut into parts of three letters: first a country, region or type of organisation, then roles from the most to
the least important. Source: CAMEO codebook 1.1b3, chapters 3 and 4, and the dictionaries of PETRARCH, which add some.
"""

from dataclasses import dataclass
from typing import Final

from dragoman.actors.own_cells import BadCell, country

# part of a code -> sector of the codebook; a test holds the values to the codebook
ROLES: Final = {
    **{code: code for code in ("GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "OPP", "REB", "UAF", "CVL", "BUS")},
    **{code: code for code in ("LAB", "AGR", "EDU", "MED", "HLH", "REF", "REL", "ELI", "CRM", "IGO", "NGO", "ISM")},
    **{code: code for code in ("IMG", "MNC", "PRM", "UNS")},
    "INS": "REB", "SEP": "REB", "TRI": "REB", "NGM": "NGO", "UIS": "UAF",
    "HRI": "NGO", "ENV": "SOC", "DEV": "SOC", "AMN": "NGO", "IRC": "NGO", "GRP": "NGO", "XFM": "NGO",
    "SET": "CVL", "PPL": "CVL", "KID": "CVL", "JUR": "JUD", "JRN": "MED",
}  # fmt: skip
# Parts that only qualify: radical, moderate, and what a ministry or agency is for. They never make a sector alone.
QUALIFIERS: Final = frozenset(("RAD", "MOD", "NUC", "WMD", "SCI", "TOP", "MID", "LOC", "SOC"))
REGIONS: Final = frozenset(
    """AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST INT WEU NRD
    KKL BLT CNT""".split()
)
# Religions and their branches: REL unless a role says more.
FAITHS: Final = frozenset(
    """ATH BAH BUD CHR CON CPT CTH DOX DRZ HIN HSD IFR JAN JEW JHW LDS MRN MAR MOS MUS SUN SHI SFI SIK TAO UDX ZRO PRO
    PAG OGS ALE ALW ADR CLT NRM ITR ULT""".split()
)
EMPTY: Final = frozenset(("", "---", "###", "--", "***"))  # the actor is nobody then


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code says: country (ISO alpha-3, "" for none), sector ("" where it tells none), and the parts unused."""

    country: str
    sector: str
    rest: tuple[str, ...]

    @property
    def bare(self) -> bool:
        """Whether it is a country's code and nothing else: the name of a state, a town or a province."""
        return bool(self.country) and not self.sector and not self.rest


def meaning(code: str) -> Meaning | None:
    """What `code` says; None for one that says the actor is nobody ("---"). BadCell where it is no code at all."""
    text = code.strip().upper()
    if text in EMPTY:
        return None
    if not text.isalpha() or len(text) % 3 or len(text) > 30:
        raise BadCell(f"code {code.strip()!r} is no CAMEO code; write parts of three letters, as in KENGOV")
    parts = [text[i : i + 3] for i in range(0, len(text), 3)]
    where = "" if parts[0] in ROLES or parts[0] in REGIONS else _country(parts[0])
    if where or parts[0] in REGIONS:
        parts = parts[1:]
    elif parts[0] not in ROLES and parts[0] not in FAITHS:
        raise BadCell(f"code {code.strip()!r} begins with no country, region or role of CAMEO")
    sector = next((ROLES[part] for part in parts if part in ROLES), "")
    if not sector and any(part in FAITHS for part in parts):
        sector = "REL"
    used = next((i for i, part in enumerate(parts) if part in ROLES), len(parts))
    rest = tuple(part for i, part in enumerate(parts) if i != used)
    return Meaning(where, sector, rest)


def _country(part: str) -> str:
    try:
        return country(part)
    except BadCell:
        return ""
