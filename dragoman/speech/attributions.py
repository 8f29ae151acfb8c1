"""Takes a parsed Doc, gives every attribution in it: cued quotations, reported clauses, "according to X", turns."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc

from dragoman.records import Form, Span, Spans
from dragoman.speech import clauses, contents, heads, in_words, sources
from dragoman.speech.according import according
from dragoman.speech.asides import aside, inverted, speaker_in
from dragoman.speech.attribution import Attribution
from dragoman.speech.content import Content
from dragoman.speech.cues import Cue, forms
from dragoman.speech.ending import ending
from dragoman.speech.goes_on import continued, disjoint, nested, without_cue
from dragoman.speech.page import Page
from dragoman.speech.printed import FAR, tie
from dragoman.speech.quotations import Quotation
from dragoman.speech.reconcile import doubtful, reconcile
from dragoman.speech.transcripts import Turn
from dragoman.speech.tree import Tree

JUDGING: Final = frozenset({"deny", "accuse", "demand", "praise", "evaluate", "promise"})  # "rejected 'empty words'"
PHRASED: Final = frozenset({"accuse", "demand", "warn"})  # "accused X of A", "called for A", "warned against A"
PLAIN: Final = frozenset({"say", "tell", "add", "warn", "insist", "claim"})  # what follows them is said
NAMING: Final = frozenset({"NOUN", "PROPN", "PRON"})
NO_CUE: Final = frozenset({"aux", "aux:pass", "amod", "compound", "case"})


def attributions(doc: Doc, boiler: Spans = (), *, speech_in_speech: bool = False) -> tuple[Attribution, ...]:
    """Every attribution of `doc` in the order of the text; `boiler` spans yield nothing and are cut off contents.

    With `speech_in_speech` also those whose cue stands in the content of another, as PolNeAR does not mark them.
    Method: cues of data/cues.tsv with the frames of contents.py, quotations tied to cues by their place (printed.py).
    """
    finder = Finder(Tree(doc), boiler)
    found = finder.all(encoder_first=True)
    if speech_in_speech:
        return found
    return continued(finder.page, [a for a in found if not (a.inside or a.depth or doubtful(a))], across=True)


class Finder:
    """One reading of one report: `all()` gives its attributions; `tree` and `page` serve what is built on them."""

    def __init__(self, tree: Tree, boiler: Spans = ()) -> None:
        self.tree, self.page = tree, Page(tree, boiler)
        self.tied = tie(tree, self.page.quotations, dict(enumerate(self.page.starts)))
        self.quoted: dict[int, list[Quotation]] = {}
        for t in self.tied:
            if t.cue is not None:
                self.quoted.setdefault(t.cue, []).append(t.quotation)

    def all(self, *, encoder_first: bool = False) -> tuple[Attribution, ...]:
        """All attributions, each once, in the order of their first word of content.

        With `encoder_first` the encoder's extents of source and content stand before the rules' (reconcile.py).
        """
        ruled = [d for d in self._cued() if d.content]
        drafts = disjoint(
            self.page,
            reconcile(self.tree, ruled, heads.attributions(self.tree, self.page), encoder_first=encoder_first),
        )
        drafts += without_cue(self.page, self.tree, self.tied, drafts)
        drafts += [self._turn(turn) for turn in self.page.turns]
        unique = {(d.content, d.source): d for d in reversed(nested(drafts))}
        return tuple(sorted(unique.values(), key=lambda d: (d.content[0][0], -d.content[-1][1], d.cue)))

    def _cued(self) -> Iterator[Attribution]:
        tree, table = self.tree, forms()
        for i in range(tree.n):
            low = tree.low[i]
            if not low.isalpha() or self.page.in_boiler(tree.start[i]):
                continue
            pos = tree.pos[i]
            if low == "according":
                yield from self._according(i)
            yield from in_words.attributions(tree, self.page, i)
            if i in self.quoted or pos == "VERB" or (pos == "AUX" and tree.tag[i] != "MD"):
                cues = table.get((low, "V"))
                if cues and tree.dep[i] not in NO_CUE:
                    yield from self._verb(i, cues)
            elif pos in ("NOUN", "ADJ"):
                cues = table.get((low, pos[0]))
                if cues:
                    yield from self._noun(i, cues)

    def _verb(self, i: int, cues: tuple[Cue, ...]) -> Iterator[Attribution]:
        quotes = self.quoted.get(i, [])
        fitting = [c for c in cues if not c.particle or self.tree.follows(i, c.particle) is not None]
        if not fitting:
            return
        tries = ((cue, self._content(i, cue)) for cue in fitting)
        cue, content = next((pair for pair in tries if pair[1] is not None), (fitting[0], None))
        if content is None and not quotes:
            return
        source = sources.of_verb(self.tree, i)
        if source is None and content is not None and not sources.is_passive(self.tree, i):
            source = self._behind_dateline(i)
        if content is not None and content.source is not None and not self.tree.low[i].startswith("quot"):
            source = content.source
        if content is not None and content.rule == "raise":
            source = None
        if quotes and (source is None or self._quoted_word(source, quotes)):
            source = self._outside(i, quotes[0]) or sources.nearby(self.tree, i)
        yield self._draft(i, cue, content, source, quotes)

    def _behind_dateline(self, i: int) -> int | None:
        """The subject of a report's first verb and its conjuncts where the parser hung it on the dateline's town."""
        tree, main = self.tree, i
        while tree.dep[main] == "conj" and tree.head[main] < main:
            main = tree.head[main]
        begin, _ = tree.sentence(main)
        if tree.head[main] != main or not self.page.in_boiler(tree.start[begin]):
            return None
        hung = (j for j in range(begin, main) if self.page.in_boiler(tree.start[tree.head[j]]))
        return next((j for j in hung if tree.pos[j] in NAMING and not self.page.in_boiler(tree.start[j])), None)

    def _quoted_word(self, word: int, quotes: list[Quotation]) -> bool:
        at = self.tree.start[word]
        return any(q.outer[0] <= at < q.outer[1] for q in quotes)

    def _outside(self, i: int, quote: Quotation) -> int | None:
        """Who speaks by the words between the quotation and its cue, where the tree points into the quotation."""
        start = self.tree.token_at(quote.outer[1])
        return speaker_in(self.tree, start, i, i) if start < i <= start + FAR else None

    def _content(self, i: int, cue: Cue) -> Content | None:
        """What the verb governs: a clause after it, else the sentence that it is an aside of, else lesser frames."""
        content = contents.of_verb_cue(self.tree, i, cue)
        if content is not None and content.rule == "say.that":
            return content if content.lead or not cue.clausal or i in self.quoted else self._broken(i, content)
        if cue.clausal and (content is None or content.rule == "np" or content.rule.startswith("phrase")):
            return (
                aside(self.tree, i)
                or clauses.around(self.tree, i)
                or content
                or (clauses.after(self.tree, i) if cue.lemma in PLAIN else None)
            )
        return content

    def _broken(self, i: int, content: Content) -> Content:
        """The complement with what stands before the aside: "Of the money, he said, half was lost"."""
        tree = self.tree
        if inverted(tree, i):
            return aside(tree, i) or content
        if i + 1 >= tree.n or tree.low[i + 1] != ",":
            return content
        around = aside(tree, i)
        if around is None or tree.tag[around.pieces[0][0]] in ("VBN", "VBG"):
            return content  # "Asked about it, he said, ..."
        return around if len(around.pieces) > 1 else replace(around, pieces=(*around.pieces, *content.pieces))

    def _noun(self, i: int, cues: tuple[Cue, ...]) -> Iterator[Attribution]:
        content = contents.of_noun_cue(self.tree, i, cues[0])
        if content is None:
            return
        source = sources.subject(self.tree, i) if cues[0].pos == "A" else sources.of_noun(self.tree, i, cues[0].frames)
        if source is not None or cues[0].pos == "N":
            yield self._draft(i, cues[0], content, source, [])

    def _draft(
        self, i: int, cue: Cue, content: Content | None, source: int | None, quotes: list[Quotation]
    ) -> Attribution:
        around, depth = self.page.around(self.tree.start[i])
        pieces = [q.inner for q in quotes]
        if content is not None and (not quotes or self._joins(content, quotes, i)):
            begin, end = self.tree.sentence(i)
            kept = ((max(a, begin), ending(self.tree, a, min(b, end - 1), i)) for a, b in content.pieces)
            pieces += [self.tree.span(a, b) for a, b in kept if a <= b]
        spans = self.page.clean(pieces, around)
        form = self.page.form(spans, depth)
        rule = "quote" if quotes else content.rule if content else "none"
        bare = rule == "np" and (form is Form.INDIRECT or cue.kind not in JUDGING)
        return Attribution(
            source=self._source(source, i),
            cue=(self._cue_span(i, cue),),
            content=spans,
            form=form,
            kind=cue.kind,
            rule=rule,
            speaker=source,
            verb=i,
            lead=self._lead(content),
            depth=depth + self.page.in_turn(self.tree.start[i]),
            wide=bare or rule in ("noun.phrase", "raise") or (rule.startswith("phrase") and cue.kind not in PHRASED),
        )

    def _joins(self, content: Content, quotes: list[Quotation], cue: int) -> bool:
        """Whether the tree's content adds to the quotations: a clause of the same sentence before or after them."""
        if content.rule in ("np", "judge") or content.rule.startswith("phrase"):
            return False
        a, b = content.pieces[0][0], content.pieces[-1][1]
        first, last = self.tree.token_at(quotes[0].outer[0]), self.tree.token_at(quotes[-1].outer[1])
        if a < first and self.page.before(quotes[0].outer[0]) in (".", "!", "?", ":", "”", '"', "’", ""):
            return False  # another sentence: the tree ran over its end
        out = any(not first <= j < last and self.tree.pos[j] in ("VERB", "AUX") and j != cue for j in range(a, b + 1))
        return out and a <= last and b >= first and not (b > cue > last and a < cue)

    def _lead(self, content: Content | None) -> Spans:
        if content is None or content.lead is None or content.lead[0] > content.lead[1]:
            return ()
        return (self.tree.span(*content.lead),)

    def _cue_span(self, i: int, cue: Cue) -> Span:
        return self.tree.span(i, i + 1 if cue.particle and self.tree.follows(i, cue.particle) == i + 1 else i)

    def _source(self, head: int | None, cue: int) -> Spans:
        if head is None:
            return ()
        a, b = sources.phrase(self.tree, head, cue)
        span = self.page.without_boiler(self.tree.span(a, b))
        return (span,) if span[0] < span[1] else ()

    def _according(self, i: int) -> Iterator[Attribution]:
        found = according(self.tree, i)
        if found is None:
            return
        around, depth = self.page.around(self.tree.start[i])
        spans = self.page.clean([self.tree.span(a, b) for a, b in found.pieces], around)
        a, b = self.tree.first[found.source], self.tree.last[found.source]
        yield Attribution(
            source=(self.tree.span(max(a, i + 2), max(b, i + 2)),),
            cue=(self.tree.span(*found.cue),),
            content=spans,
            form=self.page.form(spans, depth),
            kind="say",
            rule="according",
            speaker=found.source,
            verb=i,
            depth=depth,
        )

    def _turn(self, turn: Turn) -> Attribution:
        i = self.tree.token_at(turn.name[0])
        speaker = i if i < self.tree.n and not turn.asks else None
        return Attribution(
            (turn.name,), (), (turn.content,), Form.DIRECT, "say", "turn", speaker=speaker, label=turn.label
        )
