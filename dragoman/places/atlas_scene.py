"""The tree of a report and its toponyms -> the one that an act took place at: its own, not any place in the text.

The order: locative phrases of the act itself ("met in Quito"), of what it is done to ("closed its mission in Quito"),
the ground it takes or crosses ("captured", "flew to"), then the clause it shares time and subject with. A place in
another clause, of a party or inside a name is none of them.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from dragoman.places.recognise_roles import LOCATIVE, MOTION, TAKES_GROUND
from dragoman.places.recognise_tree import Layout
from dragoman.places.recognise_words import FEATURES

# id, the verb or noun that names the act, a text with its place, that place, a text where it has none.
EXAMPLES: Final = (
    (
        "own",
        "met",
        "The two ministers met in Quito.",
        "Quito",
        "The two ministers met after talks in Quito had failed.",
    ),
    (
        "contained",
        "killed",
        "Two soldiers were killed in the town of Gao in northern Mali.",
        "Gao",
        "Mali said two soldiers were killed.",
    ),
    (
        "object",
        "closed",
        "Norway closed its embassy in Khartoum on Monday.",
        "Khartoum",
        "Norway closed its embassy and withdrew its envoy to Khartoum.",
    ),
    (
        "called off",
        "meeting",
        "Chile cancelled a meeting in Rabat.",
        "Rabat",
        "Chile cancelled a meeting after a row in Rabat.",
    ),
    (
        "blamed",
        "condemned",
        "In Oslo the premier condemned the killings in Bamako.",
        "Oslo",
        "The premier condemned the killings in Bamako.",
    ),
    ("ground", "captured", "Rebels captured the town of Gao.", "Gao", "Rebels captured two officers from Gao."),
    ("going", "flew", "The envoy flew to Tunis on Friday.", "Tunis", "The envoy flew home."),
    ("serving", "talks", "They held talks in Geneva.", "Geneva", "They held talks after a summit in Geneva."),
    (
        "opponents",
        "clashed",
        "Ethiopian troops clashed with rebels near Jijiga on Monday.",
        "Jijiga",
        "The minister clashed with the bishops in Jijiga.",
    ),
    (
        "hearers",
        "told",
        "The envoy told reporters in Geneva that the truce held.",
        "Geneva",
        "The envoy told the embassy in Geneva that the truce held.",
    ),
    ("going on", "promised", "He met them in Riga and promised aid.", "Riga", "They met in Riga. He promised aid."),
)
HERE: Final = LOCATIVE - {"toward", "towards", "from", "like"} | {"opposite", "along"}
# Behind "on" only these are places: "on the island of", "on the border", "on the Gao road".
GROUNDS: Final = FEATURES | frozenset(
    "border frontier outskirts island road coast shore bank edge soil territory front line".split()
)
# Nouns that hold a place behind "of": "the town of Gao", "the outskirts of Gao".
HOLDERS: Final = GROUNDS | frozenset(
    """capital outskirts part parts north south east west northeast northwest southeast southwest area side suburb
    suburbs centre center heart streets enclave stronghold zone vicinity middle settlement area rest district""".split()
)
# Verbs whose object's place is that of what they are about.
ABOUT: Final = frozenset(
    """say tell accuse condemn criticise criticize denounce urge demand call discuss deny promise protest deplore
    welcome praise blame report announce warn threaten fear ask offer pledge propose reject support back oppose regret
    describe claim confirm mention note want plan seek order cancel postpone
    recognise recognize monitor ban condole mourn""".split()
)
GOING: Final = MOTION | frozenset("visit tour send dispatch invite arrive deployment visit trip arrival tour".split())
BESIDE: Final = frozenset(("appos", "flat", "nmod:unmarked", "nmod:desc"))
THROUGH: Final = frozenset("of with between among by".split())
SUBJECTS: Final = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj"))
DEEP: Final = 4
# What is done where the reporter is, when the lead of a dated report tells it and names no other place.
ON_THE_SPOT: Final = frozenset(
    "sign meet march rally protest demonstrate riot gather clash talk demonstration arrest initial convene".split()
)
# Acts upon people at hand: where these are, the act is ("clashed with rebels near Jijiga").
UPON: Final = frozenset(
    """clash fight battle skirmish attack shoot fire kill wound injure arrest detain kidnap abduct ambush ram collide
    exchange meet talk negotiate confer speak shake surround beat stone rob hijack seize turn scuffle""".split()
)
PARTICIPANTS: Final = frozenset("with against by at on between to".split())
# Prepositions behind a participant that tell where the act was, though it is known who is meant: "the rebels near Gao".
BESIDES: Final = frozenset("near outside off at".split())
TELLING: Final = frozenset("tell address inform brief assure warn thank urge".split())
# Who is spoken to where the speech is made, not where they belong.
HEARERS: Final = frozenset(
    """reporter journalist correspondent deputy lawmaker legislator crowd rally conference meeting audience supporter
    student congress delegate newsman parliament briefing forum diplomat parliamentarian""".split()
)
# Nouns of taking and striking that no verb is spelt like.
TAKEN: Final = frozenset("fall shelling bombing occupation seizure siege".split())
HERES: Final = frozenset("capital city town port".split())
SAID: Final = frozenset("say tell report announce".split())


class Scenes:
    """`toponyms` maps a token to the number of the toponym it is in; `countries` are numbers of countries' names."""

    def __init__(self, layout: Layout, toponyms: Mapping[int, int], countries: frozenset[int]) -> None:
        self.layout = layout
        self.toponyms = toponyms
        self.countries = countries

    def of(self, i: int) -> int | None:
        """The number of the toponym where the act at token `i` took place."""
        return next(self._ranked(i), None)

    def at_dateline(self, i: int, lead: tuple[int, int]) -> bool:
        """Whether the act at token `i` took place where the report was written.

        Only of an act of `ON_THE_SPOT` that the lead (tokens `start:end`) tells outright and for which it names no
        place: "Police fired tear gas", not "China accused", which is done anywhere.
        """
        layout = self.layout
        if not lead[0] <= i < lead[1] or not self._on_the_spot(i):
            return False
        at = i
        for _ in range(DEEP):
            if layout.head[at] == at:
                break
            beside = layout.dep[at] == "advcl" and self._on_the_spot(layout.head[at])  # "arrested 60 as crowds marched"
            if layout.dep[at] not in ("conj", "ccomp", "parataxis", "obj") and not beside:
                return False
            at = layout.head[at]
            if layout.dep[at] == "ROOT" and layout.lemma[at] not in SAID and not self._on_the_spot(at):
                return layout.dep[i] == "obj" and layout.lemma[at] in ("hold", "open", "begin", "start", "resume")
        return not any(
            self._here(k) or (self._here(layout.head[k]) and not self._owns_capital(k))
            for k in range(*lead)
            if k in self.toponyms
        )

    def _owns_capital(self, k: int) -> bool:
        """As in "through Malawi's commercial capital", which is the town of the dateline."""
        layout = self.layout
        return k in layout.kids[layout.head[k]] and layout.dep[k] == "nmod:poss" and layout.low[layout.head[k]] in HERES

    def _on_the_spot(self, i: int) -> bool:
        layout = self.layout
        if layout.lemma[i] == "fire":
            return any(layout.dep[k] == "obj" and layout.low[k] in ("gas", "shots", "bullets") for k in layout.kids[i])
        return layout.lemma[i] in ON_THE_SPOT

    def _ranked(self, i: int) -> Iterator[int]:
        layout = self.layout
        yield from self._own(i)
        yield from self._ground(i)
        if layout.dep[i] == "obj" and layout.lemma[layout.head[i]] in ABOUT:
            yield from self._hung_above(i)
        at = i
        for _ in range(DEEP):
            above = self._above(at)
            if above is None:
                return
            yield from self._own(above)
            if layout.pos[at] != "VERB":
                yield from self._ground(above)
            at = above

    def _own(self, i: int) -> Iterator[int]:
        """Places of the act's own phrases, nearest behind it first, then those before it, then of its object."""
        layout = self.layout
        kids = [k for k in layout.kids[i] if layout.dep[k].startswith(("obl", "nmod")) and layout.dep[k] != "nmod:poss"]
        for k in (*(k for k in kids if k > i), *(k for k in kids if k < i)):
            if self._here(k) and (layout.lemma[i] not in ABOUT or self._heard(i) or not self._of_object(i, k)):
                yield from self._named(k, 0)
        if layout.lemma[i] in UPON:
            for k in kids:
                if self._case(k) in PARTICIPANTS:
                    yield from self._beside_participant(k)
        if layout.lemma[i] in ABOUT:
            if self._heard(i):
                for k in layout.kids[i]:
                    if layout.dep[k] in ("obj", "iobj"):
                        yield from self._behind(k, 1)
            return
        for k in layout.kids[i]:
            if layout.dep[k] in ("obj", "nsubj:pass"):
                yield from self._behind(k, 0)
        if layout.pos[i] != "VERB":
            yield from self._behind(i, 0)

    def _heard(self, verb: int) -> bool:
        """Whether a verb of speech has hearers who are where it is made."""
        layout = self.layout
        return layout.lemma[verb] in TELLING and any(
            layout.dep[k] in ("obj", "iobj") and layout.lemma[k] in HEARERS and not self._definite(k)
            for k in layout.kids[verb]
        )

    def _definite(self, k: int) -> bool:
        """Whether a noun phrase is one that is known already: "the rebels", "his allies"."""
        layout = self.layout
        return any(
            layout.dep[part] == "nmod:poss" or (layout.dep[part] == "det" and layout.low[part] not in ("a", "an"))
            for part in layout.kids[k]
        )

    def _beside_participant(self, k: int) -> Iterator[int]:
        """Locative phrases behind a participant, unless they say who is meant: "with the bishops in Jijiga"."""
        layout = self.layout
        for part in layout.kids[k]:
            place = layout.dep[part] == "nmod" and part > k and self._here(part)
            if place and (not self._definite(k) or self._case(part) in BESIDES):
                yield from self._named(part, 1)

    def _of_object(self, verb: int, k: int) -> bool:
        """Whether a phrase of a verb stands right behind its object: "called off a meeting in Rabat"."""
        before = min(self.layout.kids[k], default=k) - 1
        return any(self.layout.dep[o] == "obj" and o == before for o in self.layout.kids[verb])

    def _hung_above(self, noun: int) -> Iterator[int]:
        """The places of such phrases, for the noun."""
        verb = self.layout.head[noun]
        for k in self.layout.kids[verb]:
            if k > noun and self.layout.dep[k] == "obl" and self._here(k) and self._of_object(verb, k):
                yield from self._named(k, 0)

    def _behind(self, k: int, depth: int) -> Iterator[int]:
        """Locative phrases behind noun `k` and behind its parts: "a round of talks in Kigali"."""
        layout = self.layout
        for part in layout.kids[k]:
            if layout.dep[part] != "nmod" or part < k:
                continue
            if self._here(part):
                yield from self._named(part, depth + 1)
            elif depth < 2 and part not in self.toponyms and self._case(part) in THROUGH:
                yield from self._behind(part, depth + 1)

    def _here(self, k: int) -> bool:
        """Whether the phrase at `k` is a locative one."""
        case = self._case(k)
        if case == "on":
            return self.layout.low[k] in GROUNDS or any(
                self.layout.low[part] in GROUNDS for part in self.layout.kids[k] if part > k
            )
        return case in HERE

    def _case(self, k: int) -> str:
        layout = self.layout
        for part in layout.kids[k]:
            if layout.dep[part] == "case" and part < k:
                return " ".join(
                    [layout.low[part], *(layout.low[f] for f in layout.kids[part] if layout.dep[f] == "fixed")]
                )
        return ""

    def _named(self, k: int, depth: int) -> Iterator[int]:
        """The places in the noun phrase headed by `k`, the innermost that it is about first."""
        layout = self.layout
        if k in self.toponyms:
            yield self.toponyms[k]
            return
        if depth > DEEP:
            return
        for part in layout.kids[k]:
            dep = layout.dep[part]
            named = part in self.toponyms
            if named and (dep in BESIDE or (dep == "compound" and layout.low[k] in HOLDERS)):
                yield self.toponyms[part]
            elif dep == "nmod" and (self._here(part) or (self._case(part) == "of" and layout.low[k] in HOLDERS)):
                yield from self._named(part, depth + 1)
        if depth == 0:
            yield from self._behind(k, 1)

    def _ground(self, i: int) -> Iterator[int]:
        """What the act takes, strikes, leaves or goes to."""
        layout = self.layout
        lemma = layout.lemma[i]
        verbal = layout.pos[i] == "VERB"
        for k in layout.kids[i]:
            dep = layout.dep[k]
            if dep in ("obj", "nsubj:pass") if verbal else dep == "nmod":
                case = "" if verbal else self._case(k)
                if (case == "of" and lemma in TAKEN) or (case in ("", "on", "of") and lemma in TAKES_GROUND):
                    yield from self._towns(k)
        if lemma in GOING:
            for prep in ("to", "into", "from"):
                for k in layout.kids[i]:
                    if layout.dep[k].startswith(("obl", "nmod")) and self._case(k) == prep:
                        yield from self._towns(k) if prep != "from" else self._named(k, 0)
                    elif layout.dep[k] == "obj" and prep != "from":  # "send an envoy to Luanda"
                        for part in layout.kids[k]:
                            if layout.dep[part] == "nmod" and self._case(part) == prep:
                                yield from self._towns(part)
            if verbal:
                for k in layout.kids[i]:
                    if layout.dep[k] == "obj" and lemma in ("visit", "tour", "leave", "quit", "reach", "enter"):
                        yield from self._towns(k)

    def _towns(self, k: int) -> Iterator[int]:
        """Places that are no countries: a country is a party to such an act."""
        yield from (n for n in self._named(k, 0) if n not in self.countries)

    def _above(self, i: int) -> int | None:
        """The word whose clause `i` shares the place of: its verb, first conjunct, or matrix of a participle."""
        layout = self.layout
        dep, head = layout.dep[i], layout.head[i]
        if head == i:
            return None
        alone = layout.kid(i, *SUBJECTS) is None
        if dep == "conj":
            return head if alone else None
        if layout.pos[i] == "VERB":
            marks = [k for k in layout.kids[i] if layout.dep[k] == "mark" and layout.low[k] != "to"]
            participle = dep == "advcl" and alone and not marks and layout.low[i].endswith(("ing", "ed"))
            if participle and layout.lemma[head] not in ("say", "tell"):
                return head
            return None
        if dep in ("obj", "nsubj:pass", "obl", "iobj") and layout.pos[head] == "VERB":
            return head if layout.lemma[head] not in ABOUT else None
        if dep == "nmod" and layout.pos[head] == "NOUN" and self._case(i) == "of":
            return head
        return None
