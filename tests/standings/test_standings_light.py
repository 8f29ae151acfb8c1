import pytest

from dragoman import language
from dragoman.events.tree import Tree
from dragoman.standings.conditions import conditions
from dragoman.standings.light import light

# sentence, the word, its light
LIGHTS = (
    ("Mexico recognised the junta.", "recognised", "plain"),
    ("Mexico did not recognise the junta.", "recognise", "negated"),
    ("Mexico has yet to recognise the junta.", "recognise", "negated"),
    ("Mexico stopped short of recognising the junta.", "recognising", "negated"),
    ("Mexico will not recognise the junta.", "recognise", "refused"),
    ("Mexico refused to recognise the junta.", "recognise", "refused"),
    ("Mexico ruled out recognising the junta.", "recognising", "refused"),
    ("Mexico will recognise the junta.", "recognise", "promised"),
    ("Mexico plans to recognise the junta.", "recognise", "promised"),
    ("Mexico is to recognise the junta.", "recognise", "promised"),
    ("Mexico is considering whether to recognise the junta.", "recognise", "weighed"),
    ("Mexico may recognise the junta.", "recognise", "weighed"),
    ("Mexico threatened to close the embassy.", "close", "threatened"),
    ("Mexico denied closing the embassy.", "closing", "denied"),
    ("Mexico urged Chile to recognise the junta.", "recognise", "asked"),
    ("Mexico told Chile that it had recognised the junta.", "recognised", "plain"),
    ("If Mexico recognised the junta, Chile would protest.", "recognised", "supposed"),
    ("Mexico no longer recognises the junta.", "recognises", "ceased"),
    ("Mexico has ceased to recognise the junta.", "recognise", "ceased"),
    ("Mexico stopped recognising the junta.", "recognising", "ceased"),
    ("Mexico met the junta without recognising it.", "recognising", "negated"),
    ("Mexico cannot recognise the junta.", "recognise", "refused"),
    ("Mexico vowed never to recognise the junta.", "recognise", "refused"),
    ("Mexico has no plans to recognise the junta.", "recognise", "refused"),
    ("Mexico has no intention of recognising the junta.", "recognising", "refused"),
    ("Mexico does not intend to recognise the junta.", "recognise", "refused"),
    ("Mexico would under no circumstances recognise the junta.", "recognise", "refused"),
    ("Mexico will neither recognise nor fight the junta.", "recognise", "refused"),
    ("Neither Mexico nor Chile has recognised the junta.", "recognised", "negated"),
    ("Mexico decided to recognise the junta.", "recognise", "promised"),
    ("Mexico has not decided whether to recognise the junta.", "recognise", "weighed"),
    ("Mexico has not made up its mind about recognising the junta.", "recognising", "weighed"),
    ("Mexico is examining the possibility of recognising the junta.", "recognising", "weighed"),
    ("Mexico asked whether Chile recognised the junta.", "recognised", "asked"),
    ("Mexico insists that it does not recognise the junta.", "recognise", "negated"),
    ("The recognition of the junta is under review.", "recognition", "weighed"),
    ("Its recognition depends on an election.", "recognition", "conditional"),
    ("Mexico suspended its recognition of the junta.", "recognition", "denied"),
    ("Had Mexico kept its promise, Chile would be at peace.", "kept", "negated"),
)

# sentence, the word, the conditions on it
CONDITIONS = (
    ("Peru will free the men if Chile withdraws.", "free", ["if Chile withdraws"]),
    ("Peru would sign only if the fees were dropped.", "sign", ["only if the fees were dropped"]),
    ("Peru promised to free the men once the troops had gone.", "promised", ["once the troops had gone"]),
    ("Peru will lift the ban when the last troops leave.", "lift", ["when the last troops leave"]),
    ("Peru freed the men when the rain stopped.", "freed", []),
    ("Peru freed the men on Monday.", "freed", []),
)


def parsed(text, word):
    tree = Tree(language.parse(text))
    return tree, tree.lower.index(word)


@pytest.mark.parametrize(("text", "word", "expected"), LIGHTS)
def test_light(text, word, expected):
    assert light(*parsed(text, word)) == expected


@pytest.mark.parametrize(("text", "word", "expected"), CONDITIONS)
def test_conditions(text, word, expected):
    tree, i = parsed(text, word)
    found = conditions(tree, i, coming=light(tree, i) == "promised")
    assert [text[start:end] for start, end in found] == expected
