"""The keys of a configuration: the one table that reading, its JSON Schema and `init` go by."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from followlint.config import values
from followlint.config.values import Form, must_be_known
from followlint.config.working import HOLIDAYS, WORKDAYS


class Scope(Enum):
    """What a key is about: the file, the drafts (so that it may stand in an override), a run."""

    FILE = "file"
    DRAFTS = "drafts"
    RUN = "run"


class Key(NamedTuple):
    """A key: the form of its values, what it is about, what it says, and an example in TOML."""

    form: Form
    scope: Scope
    says: str
    example: str


#: Every key, in the order in which `init` shows them: plain ones before tables, as TOML wants it.
KEYS: Mapping[str, Key] = {
    "required-version": Key(
        values.VERSION,
        Scope.FILE,
        "Refuse to run with another followlint.",
        'required-version = ">=0.1,<1"',
    ),
    "extend": Key(
        values.PATH, Scope.FILE, "Begin with what another file says.", 'extend = "../base.toml"'
    ),
    "select": Key(
        values.RULE_NAMES,
        Scope.DRAFTS,
        "Check only these rules: codes, beginnings of codes, or names. Without it, all.",
        'select = ["FL", "placeholder"]',
    ),
    "extend-select": Key(
        values.RULE_NAMES,
        Scope.DRAFTS,
        "Check these, too.",
        'extend-select = ["placeholder"]',
    ),
    "ignore": Key(
        values.RULE_NAMES, Scope.DRAFTS, "Leave these rules out.", 'ignore = ["missing-subject"]'
    ),
    "exclude": Key(
        values.GLOBS,
        Scope.FILE,
        "Pass over these files and folders, as in a .gitignore.",
        'exclude = ["sent/", "README.md"]',
    ),
    "force-exclude": Key(
        values.SWITCH,
        Scope.FILE,
        "Pass over them even where they are named, by a commit hook, say.",
        "force-exclude = true",
    ),
    "templates": Key(
        values.GLOBS,
        Scope.FILE,
        "Files of templates, whose slots count as filled in, as in a .gitignore.",
        'templates = ["templates/"]',
    ),
    "accept": Key(
        values.STRINGS, Scope.DRAFTS, "Words that are never misspelt.", 'accept = ["dbt", "Klarna"]'
    ),
    "accept-files": Key(
        values.PATHS,
        Scope.DRAFTS,
        "Lists of such words, one a line.",
        'accept-files = ["terms.txt"]',
    ),
    "kind": Key(
        values.KIND,
        Scope.DRAFTS,
        "What the emails are; else told from each draft.",
        'kind = "thank-you"',
    ),
    "dialect": Key(
        values.DIALECT,
        Scope.DRAFTS,
        "The English they are in; else that of every region is right.",
        'dialect = "british"',
    ),
    "workdays": Key(
        WORKDAYS,
        Scope.DRAFTS,
        "The days on which they work, for whom a week is not Monday to Friday.",
        'workdays = ["sunday", "monday", "tuesday", "wednesday", "thursday"]',
    ),
    "holidays": Key(
        HOLIDAYS,
        Scope.DRAFTS,
        "Days on which nobody works: dates, and in quotes days of every year.",
        'holidays = [2026-05-25, 2026-08-31, "12-25"]',
    ),
    "spacy-model": Key(
        values.STRING,
        Scope.FILE,
        "Another installed spaCy pipeline for English.",
        'spacy-model = "en_core_web_md"',
    ),
    "networks": Key(
        values.SWITCH,
        Scope.FILE,
        "Ask the small neural networks that come with followlint; false goes without.",
        "networks = false",
    ),
    "cache": Key(
        values.SWITCH,
        Scope.FILE,
        "Keep what came of a draft, sealed, for as long as it stays as it is; false keeps nothing.",
        "cache = false",
    ),
    "output-format": Key(
        values.FORMAT,
        Scope.RUN,
        "How findings are printed (this key and the next ones: for runs in this folder).",
        'output-format = "full"',
    ),
    "fail-on": Key(
        values.SEVERITY,
        Scope.RUN,
        "The mildest finding that makes the exit status 1.",
        'fail-on = "error"',
    ),
    "redact": Key(
        values.SWITCH, Scope.RUN, "Leave all words of the drafts out of reports.", "redact = true"
    ),
    "fix": Key(values.SWITCH, Scope.RUN, "Mend what is beyond doubt, as --fix does.", "fix = true"),
    "unsafe-fixes": Key(
        values.SWITCH,
        Scope.RUN,
        "With fix, --fix or --diff: mend by good guesses, too.",
        "unsafe-fixes = true",
    ),
    "rules": Key(
        values.RULES,
        Scope.DRAFTS,
        "Folders with rules of your own, and the options of single rules.",
        '[rules]\nfolders = ["team-rules"]\n[rules.too-long]\nmax = { thank-you = 150 }\n'
        'severity = "error"',
    ),
    "severity": Key(
        values.SEVERITIES,
        Scope.DRAFTS,
        "How grave the findings of rules are: warning or error.",
        '[severity]\nslang = "error"',
    ),
    "context": Key(
        values.CONTEXT,
        Scope.DRAFTS,
        "What holds where a draft does not say otherwise.",
        '[context]\ncompany = "Harrow Freight"\ninterviewer = ["Ana Berg", "Tom Hale"]\n'
        "interview-date = 2026-05-12",
    ),
    "template": Key(
        values.TEMPLATE,
        Scope.FILE,
        "The placeholders that templates may hold: a list, or a table with a sample for each.",
        '[template]\nplaceholders = ["Company", "Interviewer Name", "mention *"]',
    ),
    "per-file-ignores": Key(
        values.PER_FILE,
        Scope.FILE,
        "Rules left out by path.",
        '[per-file-ignores]\n"templates/*" = ["placeholder"]',
    ),
    "typos": Key(
        values.TYPOS,
        Scope.FILE,
        "Who looks for typos: harper, languagetool or all; and a LanguageTool server of yours.",
        '[typos]\nengine = "languagetool"\nlanguagetool.url = "http://localhost:8081"',
    ),
    "overrides": Key(
        values.TABLES,
        Scope.FILE,
        "What holds for the drafts of some paths only; the last that means a draft goes first.",
        '[[overrides]]\nfiles = ["phone-screens/"]\nignore = ["too-short"]\n'
        "[overrides.rules.too-long]\nmax = { thank-you = 100 }",
    ),
}


def value_of(path: Path, key: str, value: Any) -> Any:
    """Return what a key of the file at `path` means; raises `ConfigError`."""
    must_be_known(path, key, tuple(KEYS))
    return KEYS[key].form.read(path, key, value)
