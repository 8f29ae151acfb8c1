"""`explain` says of a standing which words of its evidence license it, and which party they name."""

from pathlib import Path

from dragoman.explaining import Reread
from dragoman.explaining_standings import RULES
from dragoman.reading import read
from dragoman.reports import from_text

TEXT = (
    "Uganda protested on Sunday. Officials met for a day. Kenya has yet to recognise the junta in Chad. "
    "It promised on Monday to open the border."
)


def supports(topic):
    again = Reread(from_text(TEXT, published="2003-05-06"))
    standing = next(s for s in again.reading.standings if s.topic == topic)
    details = again.explain(standing).details
    return standing, [(d.value, d.why) for d in details if d.what == "supported by"]


def test_the_words_of_the_light_and_the_names_are_told():
    standing, told = supports("recognition")
    whys = [why for _, why in told]
    assert "“recognise” says it" in whys
    assert "“yet” throws the light that it is read in" in whys
    assert "“Kenya” names the holder" in whys
    assert "“junta” describes the subject" in whys
    start = TEXT.index("Kenya")
    assert (f"{start}:{start + 5}", "“Kenya” names the holder") in told
    assert standing.evidence[0][0] <= start


def test_a_pronoun_and_a_party_from_elsewhere_are_told_as_such():
    standing, told = supports("pledge")
    whys = [why for _, why in told]
    assert "“It” stands for the holder" in whys
    assert any(why.endswith("the subject, outside the words that say it") for why in whys)
    assert standing.attributes["inferred_party"] is True


def test_every_rule_of_the_room_is_explained():
    folder = Path(__file__).parent / "worked"
    texts = [
        row.split("\t")[4]
        for topic in ("demand", "pledge", "concern")
        for row in (folder / f"{topic}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    ]
    made = {s.made_by.partition(":")[0].partition("+")[0] for text in texts for s in read(text).standings}
    assert len(made) >= 12
    assert made <= {*RULES, "event", "wording"}
