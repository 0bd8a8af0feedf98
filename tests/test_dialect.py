"""`dialect`: nothing is said of any region's English without it, and of others' with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from followlint.analysis.typos.spellings import elsewhere
from followlint.cli import main
from followlint.config import Config, ConfigError, read_config
from followlint.drafts import DraftFile
from followlint.finding import Applicability
from followlint.homes import Homes, Settings
from followlint.keeping import Keeping
from followlint.linter import Linter
from followlint.mail import Dialect, Part, read, read_fragment
from followlint.mail.dialects import DIALECTS, dialect_of
from followlint.text import Source, word_set

A, B, C, U, I = Dialect  # noqa: E741


def pairs(text: str) -> dict[str, str]:
    """Return one -> other for pairs such as colour/color."""
    return dict(pair.split("/") for pair in text.split())


#: British -> American: one of each habit at least; as many as a reader of either will meet.
PAIRS = pairs(
    """
    colour/color favour/favor honour/honor labour/labor neighbour/neighbor behaviour/behavior
    rumour/rumor humour/humor flavour/flavor endeavour/endeavor favourite/favorite centre/center
    fibre/fiber litre/liter kilometre/kilometer calibre/caliber lustre/luster analyse/analyze
    paralyse/paralyze catalysed/catalyzed travelled/traveled travelling/traveling
    modelling/modeling labelled/labeled counsellor/counselor jeweller/jeweler fuelled/fueled
    marvellous/marvelous skilful/skillful enrolment/enrollment fulfilment/fulfillment
    defence/defense offence/offense pretence/pretense practising/practicing sceptical/skeptical
    grey/gray mould/mold plough/plow jewellery/jewelry pyjamas/pajamas aluminium/aluminum
    cosy/cozy moustache/mustache paediatric/pediatric anaemia/anemia haemoglobin/hemoglobin
    leukaemia/leukemia gynaecology/gynecology manoeuvre/maneuver
    """
)
#: Right in Britain, where both are (Oxford writes -ize), and one of them elsewhere.
IZE = pairs(
    """
    organise/organize realised/realized recognising/recognizing apologise/apologize
    organisation/organization prioritise/prioritize specialised/specialized summarise/summarize
    """
)
#: Right everywhere: with a word of theirs that only looks regional.
EVERYWHERE = sorted(
    word_set(
        """
    advise exercise surprise promise compromise enterprise supervise revise televised devise four
    hour flour tour your source course journey court doctor error mirror actor senator tense sense
    license's licensed concert theatre acre mediocre massacre dialogue monologue program
    programming check tire curb story draft while whilst towards dreamed learned called filled
    selling installed fully skills until control patrol aesthetic archaeology advisor adviser
    mise prise enquire inquire burnt fetus sulfur medieval practice practices
    """
    )
)


def spelt(linter: Linter, text: str, dialect: Dialect | None) -> dict[str, str]:
    """Return the words of another region in a text, with what is offered for each."""
    email = read_fragment(Source("draft.txt", text), Part.BODY)
    draft = linter.draft(email, dialect=dialect)
    return {found.span.of(text): found.right for found in draft.regional}


@pytest.mark.parametrize("dialect", [B, C, U, I])
def test_american_words_elsewhere(linter: Linter, dialect: Dialect) -> None:
    # Canada has -yze and some more of these, Canada and Australia those of medicine.
    own = {a for a in PAIRS.values() if dialect in (C, U) and elsewhere(a, dialect) is None}
    assert len(PAIRS) - len(own) >= 34
    text = " ".join(f"It is about {word} here." for word in PAIRS.values())
    british = {american: british for british, american in PAIRS.items() if american not in own}
    assert spelt(linter, text, dialect) == british


def test_british_words_in_america(linter: Linter) -> None:
    assert len(PAIRS) >= 40
    text = " ".join(f"It is about {word} here." for word in PAIRS)
    assert spelt(linter, text, A) == PAIRS


def test_every_word_at_home(linter: Linter) -> None:
    british = " ".join(f"It is about {word} here." for word in PAIRS)
    american = " ".join(f"It is about {word} here." for word in PAIRS.values())
    assert [spelt(linter, british, dialect) for dialect in (B, U, I)] == [{}, {}, {}]
    assert spelt(linter, american, A) == {}


def test_without_a_dialect_all_are_right(linter: Linter) -> None:
    words = [*PAIRS, *PAIRS.values(), *IZE, *IZE.values()]
    assert spelt(linter, " ".join(f"It is about {word} here." for word in words), None) == {}


@pytest.mark.parametrize("word", EVERYWHERE)
def test_words_that_only_look_regional(word: str) -> None:
    found = [elsewhere(word, dialect) for dialect in Dialect]
    # Of some words one sense is spelt otherwise: the verb "practice", not the noun.
    assert [entry for entry in found if entry and not entry.tags] == []


@pytest.mark.parametrize(
    ("dialect", "ise", "ize"), [(A, 8, 0), (B, 0, 0), (C, 8, 0), (U, 0, 8), (I, 0, 0)]
)
def test_ise_and_ize(linter: Linter, dialect: Dialect, ise: int, ize: int) -> None:
    assert len(IZE) == 8
    text = " ".join(f"We will talk about {word} here." for word in IZE)
    other = " ".join(f"We will talk about {word} here." for word in IZE.values())
    found, turned = spelt(linter, text, dialect), spelt(linter, other, dialect)
    assert (len(found), len(turned)) == (ise, ize)
    assert found.items() <= IZE.items()
    assert {right: wrong for wrong, right in turned.items()}.items() <= IZE.items()


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        (B, "I hold a license for this.", {"license": "licence"}),
        (B, "They license the software, and we are licensed.", {}),
        (B, "I want to practice every day.", {"practice": "practise"}),
        (B, "The practice was busy, and best practice is shared.", {}),
        (
            A,
            "I practise every day and hold a licence.",
            {"practise": "practice", "licence": "license"},
        ),
        (A, "The word was spelt with one l.", {"spelt": "spelled"}),
        (A, "We bake with spelt flour.", {}),
        (
            C,
            "The programme of the centre was organised.",
            {"programme": "program", "organised": "organized"},
        ),
        (C, "They analyzed the tire in the theatre and paid by cheque.", {}),
        (C, "The tyre lay on the kerb.", {"tyre": "tire", "kerb": "curb"}),
        (U, "The program of the labour centre was recognised.", {}),
    ],
)
def test_words_by_sense_and_country(
    linter: Linter, dialect: Dialect, text: str, expected: dict[str, str]
) -> None:
    assert spelt(linter, text, dialect) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I met Ana Honour at the Ministry of Defence.", id="name within a sentence"),
        pytest.param("We talked about the Centre for Colour.", id="title"),
        pytest.param('You said "the colour of the centre" twice.', id="straight quotes"),
        pytest.param("You said “the colour of the centre” twice.", id="curly quotes"),
        pytest.param("The sign ‘a favourite colour’ hung there.", id="single quotes"),
        pytest.param("The sign 'a favourite colour' hung there.", id="straight single quotes"),
        pytest.param("See https://colour.example/centre/defence for it.", id="address"),
        pytest.param("Write to colour@centre.example today.", id="mail address"),
        pytest.param("The file colour.css and the tag #colour are there.", id="file and tag"),
        pytest.param("Set `colour = grey` and body_colour.", id="code"),
        pytest.param("The COLOUR board hung there.", id="capitals"),
        pytest.param("We used Centre-Line paint.", id="compound with capitals"),
    ],
)
def test_names_quotes_and_code_are_left_alone(linter: Linter, text: str) -> None:
    assert spelt(linter, text, A) == {}


def test_what_the_headers_name_is_left_alone(linter: Linter) -> None:
    text = "Subject: Tuesday\nCompany: colour works\nAccept: centre\nDialect: american\n\n{}\n"
    email = read(Source("a.txt", text.format("Dear Ana,\n\nThe colour of the centre is grey.")))
    draft = linter.draft(email)
    assert [found.span.of(draft.text) for found in draft.regional] == ["grey"]


def test_an_apostrophe_opens_no_quotation(linter: Linter) -> None:
    text = "The teams' colour isn't theirs, and the bakers' centre wasn't."
    assert spelt(linter, text, A) == {"colour": "color", "centre": "center"}


def test_capitals_stay(linter: Linter) -> None:
    assert spelt(linter, "Colourful walls are rare.", A) == {"Colourful": "Colorful"}


@pytest.mark.parametrize(
    ("word", "dialect", "safe"),
    [
        ("colour", A, True),
        ("organised", A, True),
        ("color", B, True),
        ("grey", A, False),  # American dictionaries have it, too
        ("travelled", A, False),
        ("organize", U, False),
        ("license", B, False),  # the verb is right
    ],
)
def test_what_is_no_doubt_is_mended(
    linter: Linter, word: str, dialect: Dialect, safe: bool
) -> None:
    text = f"Subject: Tuesday\nDialect: {dialect.value}\n\nDear Ana,\n\nI liked the {word} there.\n"
    findings = [f for f in linter.lint(Source("a.txt", text)).findings if f.name == "misspelling"]
    (finding,) = findings
    assert finding.span.of(text) == word
    assert f"is not {dialect.value.capitalize()} spelling; it is “" in finding.message
    assert finding.edit
    assert (finding.edit.applicability is Applicability.SAFE) is safe


def test_a_slip_is_one_in_every_dialect(linter: Linter) -> None:
    for name in ("american", "indian"):
        text = f"Subject: Tuesday\nDialect: {name}\n\nDear Ana,\n\nI recieved the list.\n"
        messages = [f.message for f in linter.lint(Source("a.txt", text)).findings]
        assert any(message.startswith("“recieved” is misspelt; did you") for message in messages)


def test_every_name_of_a_dialect() -> None:
    assert {dialect_of(name) for name in DIALECTS} == set(Dialect)
    assert dialect_of(" EN_us ") is A
    with pytest.raises(ValueError, match="“brittish” is no dialect; did you mean “british”"):
        dialect_of("brittish")
    with pytest.raises(ValueError, match="“klingon” is no dialect; known are: american, british,"):
        dialect_of("klingon")


SAYING = "Subject: Tuesday\n{}\nDear Ana,\n\nI liked the {} there.\n"


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """(options, config, headers) -> what is printed of a draft in both spellings."""

    def check(*options: str, config: str = "", head: str = "", name: str = "a.txt") -> str:
        monkeypatch.chdir(tmp_path)
        Path("followlint.toml").write_text(config, encoding="utf-8")
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(SAYING.format(head, "colour and the color"), encoding="utf-8")
        main(["--select", "FL401", *options, name])
        return "".join(capsys.readouterr())

    return check


BRITISH, AMERICAN = "“color” is not British", "“colour” is not American"


def test_the_option_the_draft_and_the_configuration(run: Callable[..., str]) -> None:
    assert run() == ""
    assert BRITISH in run(config='dialect = "en-GB"')
    assert AMERICAN in run(config='dialect = "british"', head="Dialect: American\n")
    both = run("--dialect", "EN-gb", config='dialect = "indian"', head="Dialect: American\n")
    assert BRITISH in both
    assert AMERICAN not in both


def test_an_override_by_path(run: Callable[..., str]) -> None:
    config = 'dialect = "british"\n[[overrides]]\nfiles = ["us/"]\ndialect = "american"\n'
    assert AMERICAN in run(config=config, name="us/a.txt")
    assert BRITISH in run(config=config, name="b.txt")


def test_what_is_no_dialect(run: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "followlint.toml"
    path.write_text('dialect = "scots"', encoding="utf-8")
    with pytest.raises(ConfigError, match="'dialect' is 'scots', not one of: american, british,"):
        read_config(path)
    assert "Invalid value for '--dialect'" in run("--dialect", "scots")


def test_a_kept_report_hangs_on_the_dialect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", str(tmp_path / "kept"))
    text = SAYING.format("", "colour").encode()
    (tmp_path / "a.txt").write_bytes(text)
    file = DraftFile(tmp_path / "a.txt", "a.txt")

    def name(settings: Settings, config: Config) -> object:
        return Keeping(settings, Homes(settings)).slot(file, text, config, ())

    slots = [name(Settings(dialect=dialect), Config()) for dialect in (None, *Dialect)]
    slots += [name(Settings(), Config(dialect=dialect)) for dialect in Dialect]
    assert len(set(map(repr, slots))) == 11
    assert name(Settings(dialect=A), Config()) == name(Settings(dialect=A), Config())


def test_reports_kept_for_one_dialect_are_not_anothers(
    run: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", str(tmp_path / "kept"))
    for _ in range(2):
        assert run() == ""
        assert AMERICAN in run("--dialect", "american")
        assert BRITISH in run(config='dialect = "british"')


WORDS = """\
Subject: Thank you for Tuesday
Dialect: {}

{}

Thank you for the interview. Kindly revert with the date, do the needful, and prepone the call.

{}

Kind regards,
Tom
"""


@pytest.mark.parametrize(
    ("dialect", "number"), [("indian", 0), ("", 0), ("american", 3), ("british", 3), ("en-NZ", 3)]
)
def test_regional_wordings(linter: Linter, dialect: str, number: int) -> None:
    text = WORDS.format(dialect, "Respected Sir,", "I look forward to your favourable reply.")
    names = [finding.name for finding in linter.lint(Source("a.txt", text)).findings]
    assert names.count("regional-wording") == number
    assert names.count("impersonal-greeting") == min(number, 1)
    # Formulaic in India, and a presumption wherever nobody says so.
    assert names.count("presumptuous-tone") == (0 if dialect == "indian" else 1)


@pytest.mark.parametrize("dialect", Dialect)
def test_wordings_that_everybody_understands(linter: Linter, dialect: Dialect) -> None:
    text = (
        f"Subject: Thank you for Tuesday\nDialect: {dialect.value}\n\nHi Ana,\n\nThank you for the "
        "interview. I reckon a fortnight is a normal notice period; kindly consider my candidature "
        "whilst I am keen, and my CV is with you.\n\nCheers,\nTom Hale\n"
    )
    about = {"slang", "regional-wording", "impersonal-greeting", "misspelling", "intimate-tone"}
    findings = linter.lint(Source("a.txt", text)).findings
    assert [finding.message for finding in findings if finding.name in about] == []
