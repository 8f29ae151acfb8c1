import pytest

from dragoman import language
from dragoman.events.tree import Tree
from dragoman.standings.conditions import conditions
from dragoman.standings.lexicon import relemmatise

# A sentence, the word that the condition is of, and the condition ("" for none).
CASES = (
    ("Chad will free the crew if Libya pays the fine.", "free", "if Libya pays the fine"),
    ("Kenya will reopen its embassy only if the airport is safe.", "reopen", "only if the airport is safe"),
    ("Once a government is formed in Tripoli, Italy will return.", "return", "Once a government is formed in Tripoli"),
    ("Mali pledged to free two judges provided that monitors are sent.", "pledged", "provided that monitors are sent"),
    ("Spain will stay as long as the guards are paid, it said.", "stay", "as long as the guards are paid"),
    ("Togo will pay as soon as the boats come home.", "pay", "as soon as the boats come home"),
    ("Ghana offered a truce on condition that Togo withdraws.", "offered", "on condition that Togo withdraws"),
    ("Ghana offered a truce, subject to a vote in parliament.", "offered", "subject to a vote in parliament"),
    ("Fiji's promise to leave depends on the vote in May.", "promise", "depends on the vote in May"),
    ("Norway will release the money, depending on the outcome.", "release", "depending on the outcome"),
    ("Britain suspended aid to Malawi pending an inquiry.", "suspended", "pending an inquiry"),
    ("Peru will not sign without guarantees from Chile.", "sign", "without guarantees from Chile"),
    ("Laos will not sit down until the camps are shut.", "sit", "until the camps are shut"),
    ("Should the shelling resume, Jordan will close the road.", "close", "Should the shelling resume"),
    ("Only after the last soldier has left will Syria sign.", "sign", "Only after the last soldier has left"),
    ("Cuba threatened to leave unless it was paid.", "threatened", "unless it was paid"),
    ("Chad will free the crew when Libya pays.", "free", "when Libya pays"),
    # No conditions.
    ("Chad freed the crew when Libya paid.", "freed", ""),
    ("Chad will free the crew by the end of May.", "free", ""),
    ("Chad asked whether Libya would pay.", "asked", ""),
    ("Mali will talk for as long as it takes.", "talk", ""),
    ("Mali will pay as soon as possible.", "pay", ""),
    ("An official spoke of a plan to leave on condition of anonymity.", "leave", ""),
    ("France signed without delay.", "signed", ""),
    ("Oman freed two men, adding that it would shut the border if Yemen attacked.", "freed", ""),
    ("Iran signed once a year.", "signed", ""),
)


@pytest.mark.parametrize(("text", "word", "wanted"), CASES, ids=[f"{case[1]}-{case[2]}" for case in CASES])
def test_the_condition_of_a_word(text, word, wanted):
    tree = Tree(language.parse(text))
    relemmatise(tree)
    i = tree.lower.index(word)
    coming = any(tree.lower[k] in ("will", "would") for k in tree.kids(i)) or word in ("pledged", "offered")
    found = [text[start:end] for start, end in conditions(tree, i, coming=coming)]
    assert found == ([wanted] if wanted else [])
