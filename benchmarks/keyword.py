"""The baseline: a naive keyword coder, what a good afternoon with regular expressions gives.

Every country named in a sentence is a party, a handful of verbs give the type, "X said" gives the speaker, and every
date is the day of publication. Readings come in the JSON shape of schema 1.
"""

import re
from typing import Any

from dragoman.actors.registry import State, registry

VERBS = {
    "CONSULT": "met meet talks visited visit discussed",
    "AGREE": "agreed promised pledged offered",
    "SUPPORT": "signed praised recognised recognized backed ratified",
    "AID": "aid donated",
    "CONCEDE": "eased lifted released",
    "RETREAT": "withdrew ceasefire",
    "REQUEST": "urged demanded called asked",
    "ACCUSE": "accused condemned criticised blamed summoned",
    "REJECT": "rejected refused denied",
    "THREATEN": "threatened warned",
    "PROTEST": "protested marched rallied",
    "SANCTION": "sanctions expelled recalled suspended",
    "MOBILIZE": "deployed mobilised",
    "COERCE": "arrested detained seized",
    "ASSAULT": "attacked killed bombed shelled captured",
}
TYPE = {word: name for name, words in VERBS.items() for word in words.split()}
SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
WORD = re.compile(r"\w+")
SAID = re.compile(r"([A-Z]\w+(?: [A-Z]\w+){0,2}) (?:said|told)|(?:said|told) ([A-Z]\w+(?: [A-Z]\w+){0,2})")


def code(text: str, published: str) -> dict[str, Any]:
    """The reading of one report by keywords."""
    day = {"start": published, "end": published, "precision": "day"}
    statements, events = [], []
    for match in SENTENCE.finditer(text):
        sentence, base = match.group(), match.start()
        states = _states(sentence)
        said = SAID.search(sentence)
        if said:
            speaker = {"name": said.group(1) or said.group(2), "country": None, "sector": None}
            span = [[base, match.end()]]
            statements.append({"speaker": speaker, "content": span, "form": "indirect", "date": day})
        for word in WORD.finditer(sentence):
            name = TYPE.get(word.group().lower())
            if name and states:
                trigger = [base + word.start(), base + word.end()]
                events.append(
                    {"type": name, "trigger": trigger, "actors": states[:1], "recipients": states[1:2], "when": day,
                     "status": "happened"}
                )  # fmt: skip
    return {"statements": statements, "events": events, "standings": []}


def _states(sentence: str) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for word in WORD.finditer(sentence):
        for entry in registry().names.get(word.group(), ()):
            if isinstance(entry.record, State) and entry.record.code not in found:
                name, country = entry.record.names[-1].text, entry.record.iso
                found[entry.record.code] = {"name": name, "country": country, "sector": "GOV"}
    return list(found.values())
