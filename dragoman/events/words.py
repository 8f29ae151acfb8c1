"""Closed lists of words and relations that the rules of the tree ask about; no rule of its own."""

from typing import Final

NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly"})
NO: Final = frozenset({"no", "neither", "nobody", "none", "nothing"})
PRONOUNS: Final = frozenset({"which", "who", "that", "whom", "whose"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})

# "handed the Philippines a note": verbs whose passive subject is the one who gets, when an object stays.
GIVING: Final = frozenset("give grant offer hand award send lend pay deny promise allow accord show tell".split())

# "calls the charges lies": what is named so hangs, for some parsers, as a subject on its name.
NAMING: Final = frozenset("call label brand term declare deem consider pronounce".split())

# "handed over the pilots": the particle may pass for a preposition.
PARTICLES: Final = frozenset("over down up off out".split())

# "Israel responded with air strikes": verbs that carry a noun behind "with".
ANSWERING: Final = frozenset("respond retaliate react reply answer threaten counter".split())

# "called its envoy home": adverbs that go with a verb as particles do, whatever the parser makes of them.
WAYS: Final = frozenset("home back away out off up down in over".split())

# "the first country to recognise it": words that make a noun the one that acts.
RANKS: Final = frozenset("first second third last latest only next".split())

# "arrived for talks": verbs whose subject is bound for, or busy with, what stands behind "for".
BOUND_FOR: Final = frozenset(
    """arrive come fly travel leave depart head go gather meet sit return converge assemble land set join be stay host
    receive welcome invite convene reconvene visit prepare send dispatch""".split()
)

# "said after talks with": meetings that the subject of another verb had meanwhile.
MEANWHILE: Final = frozenset({"at", "during", "after", "following"})
MEETINGS: Final = frozenset("talk meeting visit summit conversation negotiation consultation encounter session".split())

JOURNEYS: Final = frozenset("visit trip tour mission journey stopover pilgrimage".split())

# Verbs with an object whose infinitive still belongs to the subject ("promised Dakar to leave").
SUBJECT_CONTROL: Final = frozenset("promise vow threaten pledge swear use".split())

# Words that only measure what follows "of": "a round of talks", "days of fighting", "dozens of rebels".
MEASURES: Final = frozenset(
    """day week month year hour round series session wave spate string number dozen hundred thousand million lot group
    some many most all rest half bulk majority remainder several few third part set bout spell couple member handful
    score weekend night minute decade rash escalation start end beginning resumption continuation conclusion act
    wake truckload planeload shipload boatload trainload load crate box bag sack barrel batch litre liter kilo ton tonne
    """.split()
)

# Determiners of what was told before.
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "such"})
