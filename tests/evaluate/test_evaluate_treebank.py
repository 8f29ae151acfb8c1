"""A treebank's document becomes its text, and a parse of it comes back with the same characters."""

import pytest

from dragoman.errors import GoldError, TextsDiffer
from dragoman.evaluate import parse
from dragoman.evaluate.conllu import matched, read_conllu
from dragoman.evaluate.predict.parse import predict
from dragoman.evaluate.treebank import answered, documents

GOLD = """\
# newdoc id = one
# newpar
# sent_id = 1
# text = Chad didn't sign it.
1	Chad	Chad	PROPN	NNP	_	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	sign	sign	VERB	VB	_	0	root	_	_
5	it	it	PRON	PRP	_	4	obj	_	SpaceAfter=No
6	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = 2
1	(	(	PUNCT	-LRB-	_	2	punct	_	SpaceAfter=No
2	Reuters	Reuters	PROPN	NNP	_	0	root	_	SpaceAfter=No
3	)	)	PUNCT	-RRB-	_	2	punct	_	_

# newpar
# sent_id = 3
1-2	gonna	_	_	_	_	_	_	_	_
1	going	go	VERB	VBG	_	0	root	_	_
2	to	to	PART	TO	_	3	mark	_	_
3	vote	vote	VERB	VB	_	1	xcomp	_	_
3.1	voted	vote	VERB	VB	_	_	_	_	_

# newdoc id = two
# text = Talks go on.
1	Talks	talk	NOUN	NNS	_	2	nsubj	_	_
2	go	go	VERB	VBP	_	0	root	_	_
3	on	on	ADP	RP	_	2	compound:prt	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_
"""


def lines(text: str = GOLD) -> list[str]:
    return text.splitlines(keepends=True)


def blinded() -> list[str]:
    def blind(line: str) -> str:
        c = line.rstrip("\n").split("\t")
        return "\t".join([*c[:2], *["_"] * 8]) + "\n" if len(c) == 10 else line

    return [blind(line) for line in lines()]


def test_texts_keep_spacing_and_paragraphs():
    one, two = documents(lines())
    assert one.text == "Chad didn't sign it. (Reuters)\n\ngonna vote"
    assert two.text == "Talks go on."
    assert one.sentences[0].words == ["Chad", "did", "n't", "sign", "it", "."]
    assert one.sentences[2].words == ["going", "to", "vote"]


def test_without_its_columns_the_text_comes_from_the_comment():
    one, _ = documents(blinded())
    assert one.sentences[0].text == "Chad didn't sign it."
    assert one.sentences[1].text == "( Reuters )"
    assert not answered(one)
    assert answered(next(documents(lines())))


def test_a_comment_with_other_characters_is_not_believed():
    text = GOLD.replace("# text = Talks go on.", "# text = Talks go on!")
    assert list(documents(lines(text)))[1].text == "Talks go on."


@pytest.mark.parametrize("gold_tokens", [False, True])
def test_predictions_hold_the_characters_of_the_text(gold_tokens):
    found = [line for document in documents(blinded()) for line in predict(document, gold_tokens=gold_tokens)]
    gold, system = read_conllu(lines()), read_conllu(found)
    assert gold.text == system.text
    scores = parse.score(lines(), found)
    assert scores["upos"]["f1"] > 50
    if gold_tokens:
        assert scores["words"]["f1"] == scores["sentences"]["f1"] == 100
    heads = [line.split("\t")[6] for line in found if line[0].isdigit()]
    assert heads.count("0") == sum(line == "\n" for line in found), "one root a sentence"


def test_gold_against_itself_is_perfect():
    scores = parse.score(lines(), lines())
    assert all(scores[name]["f1"] == 100 for name in parse.NAMES)


def test_words_that_share_a_span_match_by_form():
    gold, other = (
        read_conllu(lines()).words,
        read_conllu(lines(GOLD.replace("1	going	go", "1	gon	go"))).words,
    )
    assert len(matched(gold, gold)) == len(gold)
    assert len(matched(gold, other)) == len(gold) - 1


def test_subtypes_count_in_full_only():
    system = GOLD.replace("compound:prt", "compound")
    scores = parse.score(lines(), lines(system))
    assert scores["las"]["f1"] == 100
    assert scores["las_full"]["f1"] < 100


def test_other_characters_are_refused():
    with pytest.raises(TextsDiffer, match="differ at character 7: gold"):
        parse.score(lines(), lines(GOLD.replace("2-3	didn't", "2-3	did").replace("3	n't", "3	not")))


@pytest.mark.parametrize("bad", ["Chad signed it.\n", "1\tChad\n", "1\tChad\t_\t_\t_\t_\tx\tdep\t_\t_\n"])
def test_what_is_no_conllu_is_said(bad):
    with pytest.raises(GoldError):
        list(documents([bad]))
        read_conllu([bad])
