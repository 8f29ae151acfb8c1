"""A wire text to the words a paper prints: house style and synonyms; headlines, credits and paragraphs of its own."""

import re
from random import Random

# one style <-> the other; a paper goes one way for all of them
HOUSE = [
    (a, b)
    for a, _, b in (
        row.partition("=")
        for row in """per cent=percent|defence=defense|labour=labor|neighbour=neighbor|organisation=organization
centre=center|recognise=recognize|programme=program|harbour=harbor|authorised=authorized|metres=meters|kilometres=kilometers
travelled=traveled|favour=favor|cease-fire=ceasefire|cooperation=co-operation|United Nations=U.N.|United States=U.S.
two=2|three=3|four=4|five=5|six=6|seven=7|eight=8|nine=9|ten=10|twelve=12|14=fourteen|20=twenty|30=thirty
Foreign Minister=foreign minister|Prime Minister=premier|President=president|spokesman=spokesperson|Mr =
January=Jan.|February=Feb.|August=Aug.|September=Sept.|October=Oct.|November=Nov.|December=Dec.
dollars=US dollars|euros=EUR|million=mln|did not=didn't|will not=won't|have not=haven't|was not=wasn't
on Monday=Monday|on Tuesday=Tuesday|on Wednesday=Wednesday|on Thursday=Thursday|on Friday=yesterday|troops=soldiers
""".replace("\n", "|").split("|")
        if row
    )
]

# what a sub-editor puts for a word, each place by chance
SYNONYMS = {
    a: b
    for a, _, b in (
        row.partition("=")
        for row in """said=stated|told=informed|talks=discussions|demanded=called for|announced=declared|about=some
killed=left dead|wounded=injured|began=started|ended=finished|agreed=consented|refused=declined|promised=pledged
accused=blamed|denied=rejected|border=frontier|frontier=border|attack=assault|troops=soldiers|government=authorities
country=nation|capital=city|warned=cautioned|asked=requested|offered=proposed|rejected=turned down|signed=inked
suspended=halted|reopen=open again|visit=trip|meeting=session|aid=assistance|help=assist|deal=agreement|treaty=pact
accord=agreement|envoy=emissary|opposition=rival parties|elections=polls|vote=ballot|police=officers|town=settlement
people=persons|children=youngsters|during=in the course of|after=following|before=prior to|because=since|but=however
also=too|many=numerous|several=some|more than=over|nearly=almost|last week=a week ago|official=functionary
residents=locals|villagers=inhabitants|journalists=reporters|large=big|small=little|old=ageing|new=fresh
including=among them|road=highway|bridge=crossing|ship=vessel|boat=craft|plane=aircraft|money=funds|price=cost
work=labour|house=home
killed=slain|sent=dispatched|returned=came back|left=departed|allow=permit|stop=cease|need=require|hope=trust|want=wish
""".replace("\n", "|").split("|")
        if row
    )
}
ADVERBS = "reportedly meanwhile however yesterday formally once again in a statement also then apparently".split()
HEADLINES = (
    "{} row deepens|Tension grows over {}|{}: what next?|World briefing: {}|Talk of the day: {}|Anger and hope in {}|"
    "Diplomats puzzled by {}|{} at a crossroads|IN BRIEF - {}|NEW TWIST IN {} AFFAIR"
).split("|")
CREDITS = (
    "(Reuters)|AP|- AFP|Agencies|From our wire services|(Additional reporting by staff)|REUTERS/AFP|"
    "(Reporting by foreign desk; Editing by M. Holt)|Copyright 2009 The Associated Press."
).split("|")
BYLINES = "From our correspondent|By Staff Reporter|By agencies in {}|Foreign Desk|By OUR FOREIGN STAFF".split("|")
CITIES = "LONDON PARIS NAIROBI DELHI SYDNEY DUBLIN OTTAWA SINGAPORE GENEVA ACCRA".split()

# a paper's own paragraph, of the place where it is read
LOCAL = (
    "Readers in our county will remember the choir from that part of the world which sang at the harvest fair in "
    "Tilbrook two summers ago. Its conductor, reached at home, said she could not sleep for worry about her cousins.",
    "The Chamber of Commerce of this city, thirty of whose members export pumps and seed drills to the region, "
    "advised them to wait with shipments. Freight rates out of the eastern docks have already gone up by a tenth.",
    "At the university here, historian Gwen Abernathy said that nobody should expect the matter to be settled soon. "
    "She has taught the subject since 1987 and calls it a quarrel with three doors and no key.",
    "Our consulate asks citizens who are travelling there to register by e-mail. Some sixty holidaymakers from the "
    "province were on a coach tour when the news broke; all are well, the operator said.",
    "In the lower house the member for Hartwell North, Desmond Quayle, put a question on the order paper. He wants "
    "to hear from the cabinet what is being done for the families of sailors from the constituency.",
    "Shares of Northern Zinc, the only listed firm from this state with a mine near the area, lost four cents before "
    "lunch. The board spoke of a storm in a teacup and kept the dividend.",
)
DATELINE = re.compile(
    r"\A(?:[^\n]{0,90}\n+)?(?:By [^\n]+\n[^\n]*\n+)?([A-Z][\w ,.'/-]{2,60}(?:\([A-Za-z. ]+\))?\s*(?:-+|_|—|–)\s+)"
)


def styled(text: str, chance: float, rng: Random) -> str:
    """House style: each of the rows with that chance, in one direction for the whole text."""
    way = rng.random() < 0.5
    for left, right in HOUSE:
        if rng.random() < chance:
            old, new = (left, right) if way or not right else (right, left)
            text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)" if old.strip() == old else re.escape(old), new, text)
    return text


def edited(text: str, rate: float, rng: Random) -> str:
    """A sub-editor's changes outside quotations: of each word replaced, left out or put in, `rate` is the chance."""
    out: list[str] = []
    inside = False
    for word in re.split(r"(\s+)", text):
        if '"' in word:
            inside ^= word.count('"') % 2 == 1
        bare = word.strip('.,;:" \n').lower()
        if not bare or inside or '"' in word:
            out.append(word)
        elif bare in SYNONYMS and rng.random() < 4 * rate:  # so few words have one that it must come oftener
            out.append(word.lower().replace(bare, SYNONYMS[bare]))
        elif rng.random() < rate:
            out += rng.choice(([], [word, " ", rng.choice(ADVERBS)], [rng.choice(list(SYNONYMS.values()))]))
        else:
            out.append(word)
    return "".join(out)
