"""spaCy's English tokenizer with the few cases changed where UD treebanks and newspapers cut words differently."""

from typing import TYPE_CHECKING, Any, Final

import spacy
from spacy.symbols import ORTH
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
    tokenizer: Any = blank.tokenizer
    defaults: Any = blank.Defaults
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *defaults.prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, *defaults.suffixes]).search
    tokenizer.infix_finditer = compile_infix_regex([*RUNS, *defaults.infixes]).finditer
    tokenizer.rules = {word: cut for word, cut in tokenizer.rules.items() if word != "and/or"}
    for word in ABBREVIATIONS:
        tokenizer.add_special_case(word, [{ORTH: word}])
    return blank
