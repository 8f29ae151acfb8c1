"""Words of a report to stems, and stems to the acts that they name: plain Python, no model, for matching alone."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
SHORTEST: Final = 3

STOPS: Final = frozenset(
    """a about above after again against ago all almost along already also although am amid among an and another any are
    around as at away back be became because been before began behind being below between both but by called came can
    could day days did do does done down due during each early earlier either else even ever every few first for former
    from further gave get go going gone had has have having he held her here him his hold hour hours how however i if in
    into is it its itself just last late later least less made make many may me might month months more morning most mr
    mrs ms much must my near nearly new next night no nor not now of off on once one only onto or other others our out
    over own part per quite recent recently same said say saying says second seen several shall she should since so some
    still such than that the their them then there these they third this those though three through to today together
    told tomorrow too took toward towards two under until up upon us very via was we week weekend weeks well went were
    what when where whether which while who whom whose why will with within without would year years yesterday yet you
    your monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december afternoon evening dawn noon overnight official officials government spokesman
    spokesperson according statement reporters news agency reported country countries four five six seven eight nine
    ten added adding spokeswoman
    """.split()
)

# endings that English news adds to one word, longest first; what is left must keep four letters
ENDINGS: Final = (
    "ations ation ements ement ments ment ities ity nesses ness ings ing ions ion ates ate als al ies ers er ors or "
    "ed es ly e s y"
).split()

# Words for one kind of act, whatever the type they were read as: news says "talks" for a meeting, "raid" for an attack.
# Sets overlap where a word is loose; two acts are near when their words share a set.
ACTS: Final = {
    "expel": "expel expulsion deport oust declare persona grata undesirable banish evict order leave",
    "recall": "recall withdraw withdrawal pull summon ambassador envoy",
    "break": "sever severance break cut rupture ties suspend suspension freeze",
    "restore": "restore resume resumption reopen normalise normalize re-establish establish",
    "close": "close closure shut shutdown seal block blockade besiege siege surround encircle",
    "embargo": "sanction impose embargo ban blacklist restrict restriction penalty freeze tighten tariff duty levy",
    "lift": "lift ease remove waive relax suspend",
    "fine": "fine penalise penalize penalty",
    "arrest": "arrest detain detention seize hold jail imprison imprisonment custody capture apprehend round",
    "try": "sentence convict conviction charge indict indictment court trial try verdict condemn jail execute",
    "take": "seize seizure occupy occupation confiscate impound annex annexation board capture commandeer take storm",
    "coup": "coup putsch overthrow oust depose topple mutiny",
    "raid": "raid search storm ransack",
    "free": "free release liberate liberation swap exchange handover return pardon amnesty hand",
    "pull": "withdraw withdrawal pull pullout retreat leave evacuate evacuation departure pullback quit",
    "truce": "ceasefire cease truce armistice halt suspend stop",
    "quit": "resign resignation step quit abdicate dismiss sack",
    "meet": """meet meeting talk talks negotiate negotiation confer session summit discuss discussion consult round
        dialogue encounter conference gathering host parley hold receive sit table""",
    "visit": "visit travel arrive arrival trip tour fly receive host welcome come journey head mission delegation",
    "phone": "phone telephone call speak conversation ring",
    "mediate": "mediate mediation broker mediator shuttle facilitate",
    "shell": "shell bombard bombardment fire bomb attack pound strike raid hit barrage airstrike missile rocket drone",
    "attack": """attack assault ambush raid storm strike hit kill massacre slay offensive incursion invade invasion
        murder shoot gun assassinate assassination slaughter die death dead wound casualty gunman""",
    "blast": "bomb blast explode explosion detonate suicide car kill",
    "fight": "fight clash battle war skirmish combat firefight exchange",
    "abduct": "kidnap abduct abduction hostage hijack seize",
    "down": "shoot down fighter jet plane aircraft intercept",
    "deploy": "deploy deployment mass mobilise mobilize move send buildup reinforce reinforcement concentrate alert",
    "drill": "exercise drill manoeuvre maneuver test launch test-fire patrol",
    "protest": "protest demonstrate demonstration march rally riot unrest picket strike crowd street",
    "sign": "sign signature conclude initial agreement accord pact treaty deal seal ink strike memorandum contract",
    "agree": "agree agreement accept promise pledge propose proposal vow undertake commitment offer commit ready",
    "ratify": "ratify ratification approve approval endorse vote",
    "recognise": "recognise recognize recognition",
    "help": """help deliver delivery shipment donate donation aid provide supply convoy airlift ship relief assistance
        cargo loan grant credit fund arrive give send""",
    "accuse": "accuse accusation allege allegation charge claim blame complain complaint denounce suspect",
    "criticise": "criticise criticize condemn condemnation denounce deplore rebuke criticism decry slam",
    "protest-note": "summon protest note complain lodge demarche call",
    "ask": "demand ultimatum call appeal request ask urge press insist seek plead",
    "refuse": "refuse refusal reject rejection veto decline rebuff deny denial turn dismiss rule oppose",
    "threaten": "threaten threat warn warning vow retaliate",
    "praise": "praise laud hail welcome commend support back endorse congratulate thank",
    "extradite": "extradite extradition hand handover surrender",
    "ease": "concede concession apologise apologize apology drop allow yield",
}


# past forms that no ending tells
IRREGULAR: Final = dict(
    pair.split(":")
    for pair in """met:meet held:hold shot:shoot fought:fight struck:strike sent:send gave:give given:give broke:break
    broken:break withdrew:withdraw withdrawn:withdraw flew:fly flown:fly drove:drive driven:drive took:take taken:take
    fell:fall fallen:fall fled:flee left:leave lost:lose won:win hit:hit spoke:speak spoken:speak sought:seek slew:slay
    slain:slay freed:free began:begin begun:begin rose:rise overthrew:overthrow overthrown:overthrow built:build
    brought:bring bought:buy paid:pay sold:sell died:die dead:die death:die deaths:die killed:kill agreed:agree
    banned:ban shut:shut threw:throw thrown:throw laid:lay led:lead wrote:write swore:swear sworn:swear drew:draw
    drawn:draw sank:sink sunk:sink stole:steal hung:hang caught:catch blew:blow blown:blow
    tonne:ton tonnes:ton tons:ton""".split()
)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word in lower case: without the endings that news changes, four letters or more of it kept."""
    if word[0].isdigit():
        return word.replace(",", "")
    word = word.replace("’", "'").removesuffix("'s").replace("'", "")
    word = IRREGULAR.get(word, word)
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def _acts() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for act, words in ACTS.items():
        for word in words.split():
            found.setdefault(stem(word), []).append(act)
    return {root: tuple(sorted(set(acts))) for root, acts in found.items()}


_BY_STEM: Final = _acts()


def words(text: str) -> list[str]:
    """The words and numbers of `text` in its order, as they are written."""
    return WORD.findall(text)


def stems(found: Iterable[str]) -> list[str]:
    """The stems of those words that carry content, in their order."""
    return list(filter(None, map(root, found)))


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """The stem of a word as it is written; "" for one that carries no content."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    return stem(low) if low not in STOPS and (len(low) >= SHORTEST or low.isdecimal()) else ""


def acts(roots: Iterable[str]) -> tuple[str, ...]:
    """The kinds of act that stems name, sorted: "expul" and "expel" are one."""
    return tuple(sorted({act for root in roots for act in _BY_STEM.get(root, ())}))
