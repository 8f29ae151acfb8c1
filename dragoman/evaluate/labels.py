"""Labels of event coding -> PLOVER root type, penta class, and cooperation or conflict."""

from typing import Final

from dragoman.evaluate.rows import Row

# names of PLOVER before 2021, and what they are now
ALIASES: Final = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
MERGED: Final = ("CONCEDE", "RETREAT")  # one type, YIELD, in the PLV corpus
# 0 neutral, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
PENTA: Final = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "CONCEDE", "RETREAT", "YIELD"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
QUADS: Final = {
    "neutral": 0,
    "verbal_cooperation": 1,
    "material_cooperation": 2,
    "verbal_conflict": 3,
    "material_conflict": 4,
}


def root(label: object, *, merged: bool = False) -> str | None:
    """The root type of a label in today's name, or None; with `merged`, CONCEDE and RETREAT are YIELD."""
    if not label:
        return None
    name = str(label).strip().upper()
    name = ALIASES.get(name, name)
    return "YIELD" if merged and name in MERGED else name


def penta(row: Row) -> int | None:
    """The penta class of a row: its own `penta` or `quad`, else that of its type."""
    value = row.get("penta")
    if value is None:
        value = row.get("quad")
    if isinstance(value, str) and not value.isdigit():
        return QUADS.get(value.strip().lower())
    if value is not None:
        return int(value)
    return PENTA.get(root(row.get("plover")) or "")


def binary(row: Row) -> str | None:
    """cooperation, conflict, or None (neutral or unknown)."""
    if row.get("binary") is not None:
        return str(row["binary"])
    value = penta(row)
    return None if not value else "conflict" if value >= 3 else "cooperation"
