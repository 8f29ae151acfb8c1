"""Irregular English forms to their lemmas: past tenses, participles and plurals that no ending tells."""

from typing import Final

# one row a verb: lemma, then its irregular forms
_VERBS: Final = """
be am is are was were been being 's 'm 're|have has had 've 'd|do does did done|go goes went gone|say said
make made|take took taken|come came|see saw seen|get got gotten|give gave given|find found|think thought|tell told
become became|show showed shown|leave left|feel felt|put|bring brought|begin began begun|keep kept|hold held
write wrote written|stand stood|hear heard|let|mean meant|set|meet met|run ran|pay paid|sit sat|speak spoke spoken
lie lying|lead led|read|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood
draw drew drawn|break broke broken|spend spent|cut|rise rose risen|drive drove driven|buy bought|wear wore worn
choose chose chosen|seek sought|throw threw thrown|catch caught|deal dealt|win won|fight fought|teach taught
sell sold|strike struck stricken|shoot shot|bear bore borne|eat ate eaten|fly flew flown|forget forgot forgotten
hang hung|hide hid hidden|hit|hurt|know knew known|lay laid|lend lent|quit|ride rode ridden|ring rang rung
shake shook shaken|shut|sing sang sung|sink sank sunk|sleep slept|spread|steal stole stolen|swear swore sworn
sweep swept|swim swam swum|swing swung|tear tore torn|wake woke woken|weep wept|wind wound
withdraw withdrew withdrawn|forbid forbade forbidden|forgive forgave forgiven|freeze froze frozen
overthrow overthrew overthrown|overcome overcame|undergo underwent undergone|undertake undertook undertaken
uphold upheld|withhold withheld|withstand withstood|foresee foresaw foreseen|flee fled|bleed bled|breed bred
feed fed|speed sped|bind bound|grind ground|bend bent|burst|cast|broadcast|forecast|cling clung|creep crept|dig dug
dwell dwelt|fling flung|kneel knelt|leap leapt|light lit|mistake mistook mistaken|oversee oversaw overseen
rebuild rebuilt|retake retook retaken|rethink rethought|resell resold|repay repaid|remake remade|shed
shrink shrank shrunk|slay slew slain|slide slid|sow sown|spin spun|split|spring sprang sprung|stick stuck
sting stung|strive strove striven|thrust|tread trod trodden|bet|bid bade bidden|beat beaten|bite bit bitten
blow blew blown|burn burnt|drink drank drunk|beseech besought|arise arose arisen|awake awoke awoken|abide abode
befall befell befallen|behold beheld|die dying|tie tying|vie vying|learn learnt|dream dreamt|will 'll wo|can ca
shall sha|panic panicked panicking|outbid|outdo outdid outdone|override overrode overridden|overrun overran
overtake overtook overtaken|mislead misled|misunderstand misunderstood|partake partook partaken|prove proven
saw sawn|shear shorn
"""
_NOUNS: Final = """
man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|goose geese|life lives|wife wives
knife knives|half halves|leaf leaves|loaf loaves|thief thieves|shelf shelves|self selves|wolf wolves|calf calves
crisis crises|analysis analyses|basis bases|hypothesis hypotheses|thesis theses|oasis oases|axis axes
phenomenon phenomena|criterion criteria|datum data|medium media|referendum referenda|spokesman spokesmen
spokeswoman spokeswomen|policeman policemen|gunman gunmen|militiaman militiamen|serviceman servicemen
businessman businessmen|fisherman fishermen|congressman congressmen|statesman statesmen|tribesman tribesmen
elf elves|scarf scarves|hoof hooves|wharf wharves|series|species|diagnosis diagnoses|emphasis emphases
synthesis syntheses|calorie calories|quiz quizzes|bus buses|gas gases|bias biases|lens lenses|bonus bonuses
campus campuses|census censuses|chorus choruses|consensus consensuses|sheaf sheaves|virus viruses
"""


def _table(rows: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows.replace("\n", "|").split("|"):
        lemma, *forms = row.split() or [""]
        for form in (lemma, *forms):
            if form:
                found.setdefault(form, lemma)
    return found


# a form that is itself a lemma ("found", "ground") still reads as the irregular one under a past tag
VERBS: Final = _table(_VERBS)
NOUNS: Final = _table(_NOUNS)
