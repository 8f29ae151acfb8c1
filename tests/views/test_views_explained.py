"""An explanation as plain text and for a colour terminal: marks, labels, nothing that moves a cursor."""

from io import StringIO

from rich.console import Console

from dragoman.views.explained import Fact, Marked, Shown, plain, rendered

SHOWN = Shown(
    "E1 SANCTION expel | happened",
    "A title\x1b[31m | 1995-05-09",
    (Marked("Oman", "actor"), Marked(" \n"), Marked("expelled", "trigger"), Marked(" two envoys\x07.")),
    (Fact("rule", ("expel: SANCTION", "verbs: expel, [banish]")), Fact("or else", ("COERCE 0.10",))),
)


def test_plain_text_marks_words_and_aligns_facts():
    assert plain(SHOWN) == (
        "E1 SANCTION expel | happened\n"
        "    A title\ufffd[31m | 1995-05-09\n"
        "\n"
        "    [Oman: actor] [expelled: trigger] two envoys\ufffd.\n"
        "\n"
        "  rule          expel: SANCTION\n"
        "                verbs: expel, [banish]\n"
        "  or else       COERCE 0.10\n"
    )


def test_without_a_sentence_there_is_no_line_for_it():
    assert plain(Shown("T1", "", (), (Fact("id", ("ab",)),))) == "T1\n\n  id            ab\n"


def test_a_terminal_shows_the_same_words_in_colours():
    file = StringIO()
    Console(file=file, force_terminal=True, color_system="standard", width=100).print(rendered(SHOWN))
    text = file.getvalue()
    assert "\x1b[1;31mexpelled" in text
    assert "\x1b[1;36mOman" in text
    assert "[banish]" in text
    assert "\x07" not in text
    assert "\x1b[31m |" not in text
