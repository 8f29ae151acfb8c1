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
