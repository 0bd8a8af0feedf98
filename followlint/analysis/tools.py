"""The heavy things that analyses share: built once, when first asked for, side by side."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import cache
from typing import Generic, TypeVar

from followlint.analysis.content import Content
from followlint.analysis.kind import KindDetector
from followlint.analysis.meaning import Meaning
from followlint.analysis.need import Need
from followlint.analysis.opinion import Weights
from followlint.analysis.parse import DEFAULT_PIPELINE, Pipeline
from followlint.analysis.typos.engine import Engine
from followlint.analysis.typos.engines import EngineChoice, build
from followlint.analysis.typos.fitting import Fitting
from followlint.analysis.typos.lexicon import Terms
from followlint.analysis.typos.misfits import Misfits
from followlint.analysis.typos.misspelt import Misspelt

T = TypeVar("T")
_NO_TERMS = Terms()
_DEFAULT_ENGINE = EngineChoice()


class _Later(Generic[T]):
    """A thing that is built in the background once `start` is called, or at the latest by `get`."""

    def __init__(self, build: Callable[[], T]) -> None:
        self._build = build
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._built: list[T] = []
        self._error: BaseException | None = None

    def start(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, daemon=True)
                self._thread.start()

    def get(self) -> T:
        self.start()
        assert self._thread is not None
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._built[0]

    def _run(self) -> None:
        try:
            self._built.append(self._build())
        except BaseException as error:  # handed to whoever asks
            self._error = error


@cache
def _meaning() -> Meaning:
    """Return the one reader of meanings of this process: it keeps 70 MB, and never changes."""
    return Meaning()


@cache
def _fitting() -> Fitting:
    """Return the one reader of words that do not fit: it keeps 240 MB, and never changes."""
    return Fitting()


class Tools:
    """The English pipeline, the typo engine and the kind detector of a run."""

    def __init__(
        self,
        kinds: KindDetector,
        content: Content,
        terms: Terms = _NO_TERMS,
        opinions: Weights | None = None,
        pipeline: str = DEFAULT_PIPELINE,
        engine: EngineChoice = _DEFAULT_ENGINE,
        networks: bool = False,
    ) -> None:
        """Nothing is loaded yet; `pipeline` names an installed spaCy pipeline.

        With `networks` small neural networks read what sentences mean, and which of their words
        does not fit, where that is asked.
        """
        self.kinds = kinds
        self.content = content
        self.terms = terms
        self.opinions = opinions
        #: Reads what sentences mean; None where no network is to be asked.
        self.meaning = _meaning() if networks else None
        #: Finds real words in the wrong place, whichever engine looks for typos.
        self.misfits = Misfits(fitting=_fitting() if networks else None)
        #: Tells a misspelt word from one that no dictionary has.
        self.misspelt = Misspelt(self.misfits.folder, self.misfits.ngrams)
        #: Held by whoever analyses a draft: Harper is not made for two threads at once.
        self.turn = threading.RLock()
        self._pipeline_name = pipeline
        self._pipeline: _Later[Pipeline] = _Later(lambda: Pipeline(pipeline))
        self._engine_choice = engine
        self._engine: _Later[Engine] = _Later(lambda: build(engine))

    def same_as(self, other: Tools) -> bool:
        """Tell whether the two would be built alike."""
        return self._make() == other._make()

    def _make(self) -> tuple[object, ...]:
        return (
            self._pipeline_name,
            self._engine_choice,
            self.kinds,
            self.content,
            self.terms,
            self.opinions,
            self.meaning is None,
        )

    def warm(self, needs: Iterable[Need]) -> None:
        """Begin to build what is needed. Harper's construction releases the GIL, so it hides
        behind spaCy's import."""
        wanted = set(needs)
        if Need.TYPOS in wanted:
            self._engine.start()
        if Need.PARSE in wanted:
            self._pipeline.start()

    @property
    def pipeline(self) -> Pipeline:
        """The English pipeline; raises `ToolError` where it cannot be loaded."""
        return self._pipeline.get()

    @property
    def engine(self) -> Engine:
        """The typo engine; raises `ToolError` where it cannot be built."""
        return self._engine.get()
