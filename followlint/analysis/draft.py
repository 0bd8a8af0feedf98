"""A draft under the linter: its email and every fact that a check may ask about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from followlint.analysis import emojis
from followlint.analysis.clauses import Clause, clauses
from followlint.analysis.faults import SlotProblems
from followlint.analysis.grams import sentence_grams
from followlint.analysis.kind import SURE_LEAD, Verdict
from followlint.analysis.meaning import Meaning, Meanings, kind_likelihoods, meanings_of
from followlint.analysis.names import Names, names_of
from followlint.analysis.need import Need
from followlint.analysis.parse import Sentence, Token
from followlint.analysis.tools import Tools
from followlint.analysis.typos import Slip
from followlint.analysis.typos.proofreading import PROOFREAD, mended, proofread
from followlint.analysis.typos.regional import Regional, regional
from followlint.analysis.workdays import Workdays
from followlint.errors import ToolError
from followlint.mail import Dialect, Email, Kind, Moment, Part
from followlint.mail.email import VISIBLE
from followlint.mail.headers import Problem
from followlint.text import Span
from followlint.view import View, Word

__all__ = ["Draft", "Need"]


class Draft:
    """An email and the facts about it. Facts are worked out once, when first asked for."""

    def __init__(
        self,
        email: Email,
        tools: Tools,
        kind: Kind | None = None,
        accept: Iterable[str] = (),
        broken: str = "",
        sentences: tuple[Sentence, ...] | None = None,
        today: date | None = None,
        idle: Callable[[Draft], tuple[Problem, ...]] | None = None,
        slot_problems: SlotProblems | None = None,
        dialect: Dialect | None = None,
        workdays: Workdays | None = None,
    ) -> None:
        """Take an email and what the user said about it.

        `kind` overrules what the draft's headers or its text say, `accept` are words that are
        right here, `broken` says why the file is no draft (and then nothing else is asked).
        `sentences` spares the parse where they are known; `today` is by default the day of the run.
        `idle` finds what the draft's own ignores are wrong about: it takes the rules to say that.
        `slot_problems`, of a template, are those of its slots, which are all that is asked then.
        `dialect` overrules what is said above the draft and in its configuration; `workdays` are
        those of the reader, Monday to Friday by default.
        """
        self.email = email
        #: What is wrong with the slots of a template; None for any other draft.
        self.slot_problems = slot_problems
        self.broken = broken
        self._tools = tools
        self._kind = kind
        self._accept = tuple(accept)
        self._sentences = sentences
        self._today = today
        self._idle = idle
        self._dialect = dialect
        #: The days on which the reader works.
        self.workdays = workdays or Workdays()
        self._content: dict[tuple[int, int], list[int]] = {}

    @cached_property
    def idle_ignores(self) -> tuple[Problem, ...]:
        """The entries of the draft's `Followlint-Ignore:` that ignore nothing."""
        return self._idle(self) if self._idle else ()

    @property
    def text(self) -> str:
        """The whole text as read; every span indexes into it."""
        return self.email.text

    @cached_property
    def sent(self) -> Moment:
        """When the draft goes out: its own `Date:`, or today where it has none."""
        given = self.email.context.date
        return given.value if given else Moment(self._today or date.today())

    @property
    def hangs_on_today(self) -> bool:
        """Whether a fact that was asked for so far hangs on the day of the run."""
        mended = vars(self).get("mended")
        asked = "sent" in vars(self) or (mended is not None and mended.hangs_on_today)
        return asked and self.email.context.date is None

    @cached_property
    def verdict(self) -> Verdict:
        """The kind of the email, who told it and why."""
        if self._kind:
            return Verdict(self._kind, "option")
        if declared := self.email.declared_kind:
            return Verdict(declared, "header")
        verdict = self._tools.kinds.detect(self.email)
        if verdict.lead > SURE_LEAD or not self.has_meanings:
            return verdict
        try:
            return verdict.read_again(kind_likelihoods(self.meanings.read(self.meanings)))
        except ToolError:  # whichever rule needs the same tool says so
            return verdict

    @property
    def dialect(self) -> Dialect | None:
        """The English that the draft is to be in; None where nobody said, and each one is right."""
        said = self.email.context.dialect
        return self._dialect or (said.value if said else None)

    @property
    def kind(self) -> Kind:
        """The kind of the email."""
        return self.verdict.kind

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the writer's new words."""
        if self._sentences is not None:
            return self._sentences
        return self._tools.pipeline.sentences(self.email)

    @cached_property
    def clauses(self) -> tuple[tuple[Clause, ...], ...]:
        """The clauses of each sentence of the prose."""
        return tuple(tuple(clauses(sentence)) for sentence in self.prose)

    @cached_property
    def prose(self) -> tuple[Sentence, ...]:
        """The sentences without the greeting: what the email says."""
        return tuple(s for s in self.sentences if s.part is not Part.GREETING)

    @cached_property
    def view(self) -> View:
        """All that the email says as patterns see it."""
        return View([Word(t.text, t.span) for sentence in self.prose for t in sentence.tokens])

    def content_of(self, tokens: Sequence[Token]) -> list[int]:
        """Return the indices of the words among `tokens` that say something particular."""
        if not tokens:
            return []
        asked = tokens[0].span.start, tokens[-1].span.end
        if asked not in self._content:  # every expression found in a clause asks for its own
            self._content[asked] = self._tools.content.words(tokens, self.names)
        return self._content[asked]

    @cached_property
    def opinions(self) -> Mapping[Span, Mapping[str, float]]:
        """How likely each sentence makes each move, by its words alone; by the sentence's place."""
        learned = self._tools.opinions
        if not learned:
            return {}
        return {
            sentence.span: learned.likelihoods(sentence_grams(sentence.span.of(self.text)))
            for sentence in self.prose
            if sentence.part is not Part.CLOSING
        }

    @property
    def has_meanings(self) -> bool:
        """Whether a network is there to be asked."""
        return self._tools.meaning is not None

    @cached_property
    def meanings(self) -> Meanings:
        """What each sentence means, as a network reads it; empty where none is to be asked."""
        meaning = self._tools.meaning
        return meanings_of(self.prose if meaning else (), self.text, meaning or Meaning())

    @cached_property
    def names(self) -> Names:
        """The words that are names here."""
        return names_of(self.email, self.sentences, self._accept)

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """The typos that passed the gate, in the order of the text."""
        tools = self._tools
        return tuple(
            proofread(
                self.email,
                self.prose,
                self.names,
                tools.terms,
                tools.engine,
                tools.misfits,
                tools.misspelt,
            )
        )

    @cached_property
    def regional(self) -> tuple[Regional, ...]:
        """The words that are spelt as in another region than that of the dialect asked for."""
        if not self.dialect:
            return ()
        sentences = [sentence for sentence in self.prose if sentence.part in PROOFREAD]
        return tuple(regional(sentences, self.text, self.names, self.dialect))

    @cached_property
    def mended(self) -> Draft | None:
        """The draft with misspelt words read as what was most likely meant; None if there are none.

        "I am greatful" thanks somebody, too. Spans stay those of the text as written.
        """
        sentences = mended(self.sentences, self.slips)
        if sentences is None:
            return None
        return Draft(
            self.email,
            self._tools,
            self.kind,
            self._accept,
            self.broken,
            sentences=sentences,
            today=self._today,
            dialect=self._dialect,
            workdays=self.workdays,
        )

    @cached_property
    def emojis(self) -> tuple[emojis.Emoji, ...]:
        """The pictographs in what the reader will see as new."""
        return tuple(
            found
            for block in self.email.of(*VISIBLE)
            for found in emojis.emojis(block.span.of(self.text), block.span.start)
        )

    def spans(self, *parts: Part) -> list[Span]:
        """Return the spans of the blocks of some parts."""
        return [block.span for block in self.email.of(*parts)]
