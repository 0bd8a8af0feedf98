"""A sequence that is made when somebody looks into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


class Later(Sequence[T_co]):
    """Stands for a sequence that costs something to make, and may never be asked for."""

    def __init__(self, make: Callable[[], Sequence[T_co]]) -> None:
        """Take what makes the sequence, once."""
        self._make = make

    @cached_property
    def _made(self) -> Sequence[T_co]:
        return self._make()

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T_co]: ...
    def __getitem__(self, index: Any) -> Any:
        return self._made[index]

    def __len__(self) -> int:
        return len(self._made)
