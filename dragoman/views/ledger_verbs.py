"""An event's type, mode and status -> what its actors did to its recipients, in plain words."""

from typing import Final

# type or "type mode" -> past, bare form, and the word before recipients
VERBS: Final = {
    "AGREE": ("agreed", "agree", "with"),
    "CONSULT": ("met", "meet", ""),
    "CONSULT visit": ("visited", "visit", ""),
    "CONSULT third-party": ("met through a mediator", "meet through a mediator", "with"),
    "CONSULT multilateral": ("met with several others", "meet with several others", "and"),
    "CONSULT phone": ("spoke", "speak", "with"),
    "SUPPORT": ("voiced support", "voice support", "for"),
    "CONCEDE": ("gave way", "give way", "to"),
    "COOPERATE": ("worked together", "work together", "with"),
    "AID": ("aided", "aid", ""),
    "AID economic": ("gave economic aid", "give economic aid", "to"),
    "AID military": ("gave military aid", "give military aid", "to"),
    "AID humanitarian": ("gave relief", "give relief", "to"),
    "AID asylum": ("gave asylum", "give asylum", "to"),
    "RETREAT": ("pulled back", "pull back", "from"),
    "RETREAT withdraw": ("withdrew", "withdraw", "from"),
    "RETREAT release": ("released", "release", ""),
    "RETREAT return": ("gave back something", "give back something", "to"),
    "RETREAT disarm": ("disarmed", "disarm", "for"),
    "RETREAT ceasefire": ("ceased fire", "cease fire", "with"),
    "RETREAT access": ("opened the way", "open the way", "to"),
    "RETREAT resign": ("resigned", "resign", "under pressure from"),
    "REQUEST": ("asked", "ask", ""),
    "REQUEST assist": ("asked for help", "ask for help", "from"),
    "REQUEST change": ("called for a change", "call for a change", "from"),
    "REQUEST yield": ("made demands", "make demands", "on"),
    "REQUEST meet": ("asked for talks", "ask for talks", "with"),
    "ACCUSE": ("accused", "accuse", ""),
    "ACCUSE disapprove": ("criticised", "criticise", ""),
    "ACCUSE investigate": ("investigated", "investigate", ""),
    "ACCUSE allege": ("accused", "accuse", ""),
    "REJECT": ("refused", "refuse", ""),
    "REJECT assist": ("refused help", "refuse help", "to"),
    "REJECT change": ("refused to change course", "refuse to change course", "for"),
    "REJECT yield": ("refused to yield", "refuse to yield", "to"),
    "REJECT meet": ("refused talks", "refuse talks", "with"),
    "THREATEN": ("threatened", "threaten", ""),
    "THREATEN restrict": ("threatened restrictions", "threaten restrictions", "against"),
    "THREATEN ban": ("threatened a ban", "threaten a ban", "on"),
    "THREATEN arrest": ("threatened arrests", "threaten arrests", "of"),
    "THREATEN relations": ("threatened to cut ties", "threaten to cut ties", "with"),
    "THREATEN expel": ("threatened to expel", "threaten to expel", ""),
    "THREATEN territory": ("threatened to take land", "threaten to take land", "of"),
    "THREATEN violence": ("threatened force", "threaten force", "against"),
    "PROTEST": ("protested", "protest", "against"),
    "PROTEST demo": ("demonstrated", "demonstrate", "against"),
    "PROTEST riot": ("rioted", "riot", "against"),
    "PROTEST strike": ("went on strike", "go on strike", "against"),
    "PROTEST hunger": ("went on hunger strike", "go on hunger strike", "against"),
    "PROTEST boycott": ("boycotted", "boycott", ""),
    "PROTEST obstruct": ("blocked the way", "block the way", "of"),
    "SANCTION": ("penalised", "penalise", ""),
    "SANCTION convict": ("convicted", "convict", ""),
    "SANCTION expel": ("expelled", "expel", ""),
    "SANCTION withdraw": ("withdrew people or posts", "withdraw people or posts", "from"),
    "SANCTION discontinue": ("cut off dealings", "cut off dealings", "with"),
    "MOBILIZE": ("mobilised", "mobilise", "against"),
    "MOBILIZE troops": ("moved troops", "move troops", "against"),
    "MOBILIZE weapons": ("readied weapons", "ready weapons", "against"),
    "MOBILIZE police": ("moved police", "move police", "against"),
    "MOBILIZE militia": ("raised militias", "raise militias", "against"),
    "COERCE": ("used coercion", "use coercion", "against"),
    "COERCE seize": ("seized something", "seize something", "of"),
    "COERCE restrict": ("restricted", "restrict", ""),
    "COERCE ban": ("banned", "ban", ""),
    "COERCE censor": ("censored", "censor", ""),
    "COERCE curfew": ("imposed a curfew", "impose a curfew", "on"),
    "COERCE martial-law": ("imposed martial law", "impose martial law", "on"),
    "COERCE arrest": ("arrested", "arrest", ""),
    "COERCE deport": ("deported", "deport", ""),
    "COERCE withhold": ("held something back", "hold something back", "from"),
    "COERCE misinformation": ("spread false news", "spread false news", "about"),
    "COERCE cyber": ("attacked computers", "attack computers", "of"),
    "ASSAULT": ("attacked", "attack", ""),
    "ASSAULT abduct": ("abducted", "abduct", ""),
    "ASSAULT beat": ("beat", "beat", ""),
    "ASSAULT torture": ("tortured", "torture", ""),
    "ASSAULT execute": ("executed", "execute", ""),
    "ASSAULT sexual": ("raped", "rape", ""),
    "ASSAULT assassinate": ("killed by design", "kill by design", ""),
    "ASSAULT destroy": ("destroyed something", "destroy something", "of"),
    "ASSAULT primitive": ("attacked with blades or stones", "attack with blades or stones", ""),
    "ASSAULT firearms": ("shot at", "shoot at", ""),
    "ASSAULT explosives": ("bombed", "bomb", ""),
    "ASSAULT suicide-attack": ("attacked by suicide", "attack by suicide", ""),
    "ASSAULT aerial": ("bombed from the air", "bomb from the air", ""),
    "ASSAULT drone": ("attacked by drone", "attack by drone", ""),
    "ASSAULT heavy-weapons": ("shelled", "shell", ""),
    "ASSAULT crowd-control": ("used force on the crowd", "use force on the crowd", "of"),
    "ASSAULT cleansing": ("drove out", "drive out", ""),
    "ASSAULT massacre": ("massacred", "massacre", ""),
    "ASSAULT unconventional": ("used banned weapons", "use banned weapons", "against"),
    "ASSAULT sideAB": ("fought", "fight", ""),
}

# status -> what goes before the bare form; happened and ongoing take the past
BEFORE: Final = {
    "planned": "planned to",
    "conditional": "would, on a condition,",
    "hypothetical": "might",
    "denied": "did not",
}
SINGLE: Final = "happened"


def did(type: str, mode: str | None, status: str | None) -> tuple[str, str]:
    """The verb of an event with its status, and the word before its recipients: ("planned to meet", "").

    A type that is not PLOVER's (of a user's own codebook) stands for itself.
    """
    found = VERBS.get(f"{type} {mode}") or VERBS.get(type)
    if found is None:
        return f"{type}{f' {mode}' if mode else ''}{f' ({status})' if status not in (None, SINGLE) else ''}", "->"
    past, bare, before = found
    start = BEFORE.get(status or "")
    return (f"{start} {bare}" if start else past), before
