"""Who a phrase stands for: country, sector and name by the words of the phrase and around it."""

from datetime import date

import pytest

from dragoman.actors import Cast, resolve
from dragoman.language import parse
from dragoman.records import Actor, Report

LEAD = "Uganda closed its border with Rwanda on Monday. "

# text, day, the head word, name, country, sector
CASES = (
    ("A senior Jordanian official said so.", "2020-01-05", "official", "Senior Jordanian official", "JOR", "GOV"),
    ("The Tajik energy ministry denied the report.", "2012-05-05", "ministry", "Tajik energy ministry", "TJK", "GOV"),
    ("In Dushanbe, the energy ministry denied it.", "2012-05-05", "ministry", "Tajik energy ministry", "TJK", "GOV"),
    ("Turkish warplanes bombed the camp.", "2018-02-01", "warplanes", "Turkish warplanes", "TUR", "MIL"),
    ("Chinese citizens were told to leave.", "2011-02-24", "citizens", "Chinese citizens", "CHN", "CVL"),
    ("The Burmese refused to talk.", "2003-02-24", "Burmese", "Myanmar", "MMR", "GOV"),
    ("Three Britons were freed.", "1999-02-24", "Britons", "Britons", "GBR", "CVL"),
    ("Zaire asked for help.", "1993-02-24", "Zaire", "Zaire", "COD", "GOV"),
    ("Moscow recalled its envoy.", "1985-02-24", "Moscow", "Soviet Union", "SUN", "GOV"),
    ("Moscow recalled its envoy.", "1995-02-24", "Moscow", "Russia", "RUS", "GOV"),
    ("Norway's embassy in Nairobi was closed.", "2001-02-24", "embassy", "Norwegian embassy in Nairobi", "NOR", "GOV"),
    ("The Peruvian government resigned.", "2001-02-24", "government", "Peru", "PER", "GOV"),
    (LEAD + "The government gave no reason.", "2019-03-01", "government", "Uganda", "UGA", "GOV"),
    ("The South China Sea is calm, the Thai army said.", "2001-02-24", "army", "Thai army", "THA", "MIL"),
    ("Hamas took over. The Hamas government met.", "2008-02-24", "government", "Hamas", "PSE", "REB"),
    (LEAD + "Police turned back lorries.", "2019-03-01", "Police", "Ugandan police", "UGA", "COP"),
)


def read(text: str, day: str | None) -> tuple[Cast, list[str]]:
    doc = parse(text)
    report = Report(id="r", text=text, published=date.fromisoformat(day) if day else None)
    return resolve(report, doc), [t.text for t in doc]


def actors(text: str, day: str | None, word: str, nth: int = 0) -> tuple[Actor, ...]:
    doc = parse(text)
    token = [t for t in doc if t.text == word][nth]
    return read(text, day)[0].of(token)


@pytest.mark.parametrize(("text", "day", "word", "name", "country", "sector"), CASES)
def test_stands_for(text: str, day: str, word: str, name: str, country: str, sector: str) -> None:
    found = actors(text, day, word)
    assert [(a.name, a.country, a.sector) for a in found] == [(name, country, sector)]


# text, the head word of the name, full name, country, sector
PERSONS = (
    ("Vice Foreign Minister Ana Belmonte of Chile arrived.", "Ana", "Ana Belmonte", "CHL", "GOV"),
    ("Foreign ministry spokeswoman Li Meihua said China had no plans.", "Li", "Li Meihua", "CHN", "GOV"),
    ("Canberra agreed, but Foreign Minister Ruth Tolley said aid would end.", "Ruth", "Ruth Tolley", "AUS", "GOV"),
    ("Daud Karimi, the Afghan defence minister, flew home.", "Daud", "Daud Karimi", "AFG", "GOV"),
    ("Belgian cyclist Luc Maes was seized in Mali.", "Luc", "Luc Maes", "BEL", "CVL"),
    ("Secretary of State Ann Lowry of the United States left Oslo.", "Ann", "Ann Lowry", "USA", "GOV"),
    ("Kenyan army spokesman Brig. Gen. Amos Kibet spoke.", "Amos", "Amos Kibet", "KEN", "MIL"),
    ("UNITA spokesman Jorge Valente denied the charge.", "Jorge", "Jorge Valente", "AGO", "REB"),
)


@pytest.mark.parametrize(("text", "word", "name", "country", "sector"), PERSONS)
def test_persons(text: str, word: str, name: str, country: str, sector: str) -> None:
    found = actors(text, "1998-07-07", word)
    assert [(a.name, a.country, a.sector) for a in found] == [(name, country, sector)]


def test_a_surname_is_the_person_named_in_full_before() -> None:
    text = "Kenyan minister Peter Otieno resigned. Otieno gave no reason."
    assert actors(text, None, "Otieno", 1)[0].name == "Peter Otieno"


def test_two_of_one_surname_are_kept_apart_by_gender() -> None:
    text = "President Omar Diallo met Mrs Aminata Diallo in Dakar. Mr Diallo smiled. Mrs Diallo did not."
    found = [actors(text, None, "Diallo", n)[0].name for n in (2, 3)]
    assert found == ["Omar Diallo", "Aminata Diallo"]


def test_coordination_gives_both() -> None:
    assert [a.country for a in actors("Russia and China signed the pact.", None, "Russia")] == ["RUS", "CHN"]


def test_two_demonyms_give_two_armies() -> None:
    found = actors("Thai and Cambodian troops exchanged fire.", None, "troops")
    assert sorted((a.country or "", a.sector or "") for a in found) == [("KHM", "MIL"), ("THA", "MIL")]


def test_tourists_do_not_lend_their_country_to_the_police() -> None:
    text = "KAMPALA - Two Spanish tourists were robbed in Uganda. Police arrested a man."
    assert actors(text, None, "Police")[0].country == "UGA"


def test_relative_pronoun_is_its_noun() -> None:
    text = "Rebels who attacked the town fled to Chad."
    assert [a.sector for a in actors(text, None, "who")] == ["REB"]


def test_a_place_is_no_actor() -> None:
    text = "The envoys met in Beijing."
    doc = parse(text)
    cast = resolve(Report(id="r", text=text), doc)
    token = next(t for t in doc if t.text == "Beijing")
    place = cast.place_of(token)
    assert cast.of(token) == ()
    assert place is not None
    assert (place.country, place.sector) == ("CHN", None)


def test_country_of_a_phrase_is_by_its_own_words() -> None:
    text = "Turkish bombers hit a Syrian airport and Iraq's pipeline."
    doc = parse(text)
    cast = resolve(Report(id="r", text=text), doc)
    found = {t.text: cast.country_of(t) for t in doc}
    assert (found["bombers"], found["airport"], found["pipeline"]) == ("TUR", "SYR", "IRQ")


def test_state_is_named_as_of_the_day() -> None:
    cast, _ = read("Nothing happened.", "1993-05-05")
    state = cast.state("COD")
    assert state is not None
    assert state.name == "Zaire"
    assert cast.state("QQQ") is None
