"""spaCy's English tokenizer with the few cases changed where UD treebanks and newspapers cut words differently."""

from typing import TYPE_CHECKING, Any, Final

import spacy
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

if TYPE_CHECKING:
    from spacy.language import Language

# ranks and other abbreviations that newspapers print with a point and spaCy's table lacks
ABBREVIATIONS: Final = (
    "Brig. Capt. Cmdr. Col. Cpl. Hon. Insp. Lt. Maj. Pres. Pvt. Sgt. Supt. Sr. Supt. etc. No. Nos. Amb. Fr. Sec."
).split()
# a run of one mark is one word ("!!", "=====", "***", "$$$"), as in EWT
RUNS: Final = (r"[!?][!?]+", r"==+", r"\*\*+", r"__+", r"\$\$+", r"##+", r"~~+", r"<<+", r">>+")

EXAMPLES: Final = (
    ("Capt. Ruiz fled!!", ("Capt.", "Ruiz", "fled", "!!")),
    ("ROME/PARIS: troops and/or police", ("ROME", "/", "PARIS", ":", "troops", "and", "/", "or", "police")),
    ("***", ("***",)),
    ("a US-led raid", ("a", "US", "-", "led", "raid")),
)


def english() -> "Language":
    """A blank English pipeline with the changed tokenizer."""
    blank = spacy.blank("en")
    defaults: Any = blank.Defaults
    special = {word: cut for word, cut in defaults.tokenizer_exceptions.items() if word != "and/or"}
    special |= {word: [{ORTH: word}] for word in ABBREVIATIONS}
    # made anew, not changed: each change would load the table of special cases again
    blank.tokenizer = Tokenizer(
        blank.vocab,
        rules=special,
        prefix_search=compile_prefix_regex([*RUNS, *defaults.prefixes]).search,
        suffix_search=compile_suffix_regex([*RUNS, *defaults.suffixes]).search,
        infix_finditer=compile_infix_regex([*RUNS, *defaults.infixes]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )
    return blank
