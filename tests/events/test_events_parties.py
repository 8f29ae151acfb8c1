"""Who did what to whom: actives, passives, nouns, possessives, control, coordination."""

import pytest

# sentence, type, country or name of an actor, of a recipient
CASES = [
    ("Iran on Monday expelled two French diplomats.", "SANCTION", "IRN", "FRA"),
    ("Two French diplomats were expelled by Iran on Monday.", "SANCTION", "IRN", "FRA"),
    ("Thailand and Cambodia signed a border agreement on Friday.", "SUPPORT", "THA", "KHM"),
    ("Kenya's foreign minister met his Ugandan counterpart in Nairobi.", "CONSULT", "KEN", "UGA"),
    ("Peru's president paid a visit to Chile.", "CONSULT", "PER", "CHL"),
    ("Japan condemned North Korea's missile test.", "ACCUSE", "JPN", "PRK"),
    ("Canada imposed sanctions on Myanmar.", "SANCTION", "CAN", "MMR"),
    ("Sanctions were imposed on Myanmar by Canada.", "SANCTION", "CAN", "MMR"),
    ("Iraq invaded Kuwait in August.", "ASSAULT", "IRQ", "KWT"),
    ("Kuwait was invaded by Iraq in August.", "ASSAULT", "IRQ", "KWT"),
    ("Italy urged Libya to release the fishermen.", "REQUEST", "ITA", "LBY"),
    ("Libya was urged by Italy to release the fishermen.", "REQUEST", "ITA", "LBY"),
    ("Turkey threatened to attack Syria.", "THREATEN", "TUR", "SYR"),
    ("Algeria rejected a Moroccan proposal.", "REJECT", "DZA", "MAR"),
    ("Germany recognised Croatia in December.", "SUPPORT", "DEU", "HRV"),
    ("Vietnam withdrew its troops from Cambodia.", "RETREAT", "VNM", "KHM"),
    ("Norway donated food to Ethiopia.", "AID", "NOR", "ETH"),
    ("The Soviet withdrawal from Afghanistan ended in February.", "RETREAT", "SUN", "AFG"),
    ("India accused Pakistan of shelling a village.", "ACCUSE", "IND", "PAK"),
    ("India accused Pakistan of shelling a village.", "ASSAULT", "PAK", "IND"),
    ("Egypt recalled its ambassador from Qatar.", "SANCTION", "EGY", "QAT"),
    ("Sudan broke off diplomatic relations with Iran.", "SANCTION", "SDN", "IRN"),
    ("India deployed troops along the Chinese border.", "MOBILIZE", "IND", "CHN"),
    ("China offered loans to Kenya.", "AGREE", "CHN", "KEN"),
    ("Norway lifted sanctions on Serbia.", "CONCEDE", "NOR", "SRB"),
]


@pytest.mark.parametrize(("text", "type", "actor", "recipient"), CASES)
def test_sides(code, text: str, type: str, actor: str, recipient: str) -> None:  # type: ignore[no-untyped-def]
    from datetime import date

    day = date(1989, 3, 1) if "Soviet" in text else date(2010, 6, 15)
    found = [e for e in code(text, day) if e.type == type]
    assert found, "no such event"
    assert actor in {a.country for a in found[0].actors}
    assert recipient in {a.country for a in found[0].recipients}


@pytest.mark.parametrize(
    "text",
    [
        "Two French diplomats were expelled by Iran on Monday.",
        "Kuwait was invaded by Iraq in August.",
        "Libya was urged by Italy to release the fishermen.",
    ],
)
def test_passive_is_never_reversed(code, text: str) -> None:  # type: ignore[no-untyped-def]
    for event in code(text):
        assert not {a.country for a in event.actors} & {"FRA", "KWT", "LBY"}


def test_spokesman_is_not_the_actor_of_what_he_reports(code) -> None:  # type: ignore[no-untyped-def]
    events = code("A Turkish foreign ministry spokesman said that Greece had expelled two Albanian diplomats.")
    expelled = [e for e in events if e.type == "SANCTION"]
    assert expelled
    assert {a.country for a in expelled[0].actors} == {"GRC"}
    assert not [e for e in events if "TUR" in {a.country for a in e.actors}]


def test_person_in_office_is_followed_by_the_state(code) -> None:  # type: ignore[no-untyped-def]
    (event, *_) = code("Kenya's foreign minister, Amina Otieno, condemned Eritrea on Tuesday.")
    assert [a.name for a in event.actors][-1] == "Kenya"
    assert len(event.actors) == 2


def test_evidence_holds_trigger_and_names(code) -> None:  # type: ignore[no-untyped-def]
    text = "Officials were busy. Iran on Monday expelled two French diplomats, who left at once."
    (event,) = [e for e in code(text) if e.type == "SANCTION"]
    words = text[slice(*event.evidence[0])]
    assert text[slice(*event.trigger)] in words
    assert "Iran" in words
    assert "French diplomats" in words
    assert "busy" not in words


def test_the_same_act_told_twice_is_one_entry(code) -> None:  # type: ignore[no-untyped-def]
    events = code("Iran expelled two French diplomats. France protested.\n\nIran expelled the French diplomats.")
    expelled = [e for e in events if e.type == "SANCTION"]
    assert len(expelled) == 1
    assert len(expelled[0].evidence) == 2


def test_promise_goes_to_those_whom_they_met(code) -> None:  # type: ignore[no-untyped-def]
    text = "Libyan envoys met Chad's president in Ndjamena, promising that no arms would cross the border."
    (event,) = [e for e in code(text) if e.type == "AGREE"]
    assert {a.country for a in event.actors} == {"LBY"}
    assert {a.country for a in event.recipients} == {"TCD"}


def test_visit_called_off_did_not_take_place(code) -> None:  # type: ignore[no-untyped-def]
    found = {e.type: e for e in code("Kenya's president called off a visit to Sudan on Monday.")}
    assert found["REJECT"].mode == "meet"
    assert (found["CONSULT"].mode, str(found["CONSULT"].status)) == ("visit", "denied")


def test_demand_to_let_go_is_a_demand_to_yield(code) -> None:  # type: ignore[no-untyped-def]
    (event,) = [e for e in code("Italy demanded that Libya release the fishermen.") if e.type == "REQUEST"]
    assert event.mode == "yield"
