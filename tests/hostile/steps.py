"""Counts the steps of a backtracking matcher, so that a pattern's growth is a number, not a time.

The matcher walks the tree that Python's own parser makes of a pattern, as Python's own matcher
does, without its shortcuts: what is linear here is linear there.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

if sys.version_info >= (3, 11):
    from re import _constants as c
    from re import _parser as parser
else:
    import sre_constants as c
    import sre_parse as parser

#: More repetitions than this are taken for any number of them.
MANY = 20
_UNLIKELY = "\x01"


class RunawayError(Exception):
    """A pattern that took more steps than anybody could wait for."""


class Counted:
    """A pattern whose steps are counted. `steps` are those of the last call."""

    def __init__(self, pattern: re.Pattern[Any], budget: int = 400_000) -> None:
        source = pattern.pattern
        if isinstance(source, bytes):
            source = source.decode("latin-1")
        self.tree = list(parser.parse(source, pattern.flags & ~re.DEBUG))
        self._fold = bool(pattern.flags & re.IGNORECASE)
        self._dotall = bool(pattern.flags & re.DOTALL)
        self._lines = bool(pattern.flags & re.MULTILINE)
        self._budget = budget
        self.steps = 0
        self._text = ""
        self._groups: dict[int, tuple[int, int]] = {}

    def match(self, text: str, at: int = 0) -> int | None:
        """Return the end of the first match that begins right there."""
        self.steps, self._text, self._groups = 0, text, {}
        return next(self._sequence(self.tree, 0, at), None)

    def search(self, text: str) -> int | None:
        """Return the end of the first match anywhere."""
        total, end = 0, None
        for at in range(len(text) + 1):
            end = self.match(text, at)
            total += self.steps
            if end is not None:
                break
            if total > self._budget:
                raise RunawayError
        self.steps = total
        return end

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self._budget:
            raise RunawayError

    def _sequence(self, nodes: list[Any], number: int, at: int) -> Iterator[int]:
        if number == len(nodes):
            yield at
            return
        for end in self._node(*nodes[number], at):
            yield from self._sequence(nodes, number + 1, end)

    def _node(self, op: Any, argument: Any, at: int) -> Iterator[int]:
        self._step()
        if op in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN, c.CATEGORY):
            if at < len(self._text) and self._fits(op, argument, self._text[at]):
                yield at + 1
        elif op in (c.MAX_REPEAT, c.MIN_REPEAT):
            yield from self._repeat(op, *argument, at)
        elif op is c.SUBPATTERN:
            group, _, _, inner = argument
            for end in self._sequence(list(inner), 0, at):
                if group is not None:
                    self._groups[group] = (at, end)
                yield end
        elif op is c.BRANCH:
            for branch in argument[1]:
                yield from self._sequence(list(branch), 0, at)
        elif op in (c.ASSERT, c.ASSERT_NOT):
            if self._looks(*argument, at) is (op is c.ASSERT):
                yield at
        elif op is c.AT:
            if self._stands(argument, at):
                yield at
        elif op is c.GROUPREF:
            start, end = self._groups.get(argument, (0, 0))
            if self._text.startswith(self._text[start:end], at):
                yield at + end - start
        else:
            raise NotImplementedError(op)

    def _repeat(self, op: Any, least: int, most: Any, body: Any, at: int) -> Iterator[int]:
        body = list(body)
        ends = [at]
        if len(body) == 1 and body[0][0] in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN):
            limit = len(self._text) if most is c.MAXREPEAT else at + most
            end = at
            while end < min(limit, len(self._text)) and self._fits(*body[0], self._text[end]):
                self._step()
                end += 1
            ends = list(range(at + least, end + 1))
            for end in ends if op is c.MIN_REPEAT else reversed(ends):
                self._step()
                yield end
            return
        yield from self._rounds(op, least, most, body, at, 0)

    def _rounds(
        self, op: Any, least: int, most: Any, body: list[Any], at: int, done: int
    ) -> Iterator[int]:
        if op is c.MIN_REPEAT and done >= least:
            yield at
        if most is c.MAXREPEAT or done < most:
            for end in self._sequence(body, 0, at):
                if end > at or done < least:
                    yield from self._rounds(op, least, most, body, end, done + 1)
        if op is c.MAX_REPEAT and done >= least:
            yield at

    def _looks(self, direction: int, inner: Any, at: int) -> bool:
        if direction > 0:
            return next(self._sequence(list(inner), 0, at), None) is not None
        low, _ = inner.getwidth()
        return at >= low and any(end == at for end in self._sequence(list(inner), 0, at - low))

    def _stands(self, where: Any, at: int) -> bool:
        text = self._text
        if where in (c.AT_BEGINNING, c.AT_BEGINNING_STRING):
            return at == 0 or (where is c.AT_BEGINNING and self._lines and text[at - 1] == "\n")
        if where is c.AT_END:
            end = at == len(text) or (at == len(text) - 1 and text[at] == "\n")
            return end or (self._lines and text[at] == "\n")
        if where is c.AT_END_STRING:
            return at == len(text)
        left = at > 0 and _is_word(text[at - 1])
        right = at < len(text) and _is_word(text[at])
        return (left != right) is (where is c.AT_BOUNDARY)

    def _fits(self, op: Any, argument: Any, char: str) -> bool:
        if op is c.ANY:
            return self._dotall or char != "\n"
        forms = {char, char.lower(), char.upper()} if self._fold else {char}
        if op is c.LITERAL:
            return any(form == chr(argument) for form in forms)
        if op is c.NOT_LITERAL:
            return all(form != chr(argument) for form in forms)
        if op is c.CATEGORY:
            return in_category(argument, char)
        return any(fits_set(argument, form) for form in forms)


def fits_set(items: list[Any], char: str) -> bool:
    """Tell whether a character is in a set of a pattern."""
    wanted = True
    for op, argument in items:
        if op is c.NEGATE:
            wanted = False
        elif (
            (op is c.LITERAL and char == chr(argument))
            or (op is c.RANGE and argument[0] <= ord(char) <= argument[1])
            or (op is c.CATEGORY and in_category(argument, char))
        ):
            return wanted
    return not wanted


def in_category(category: Any, char: str) -> bool:
    """Tell whether a character is one of `\\w`, `\\s`, `\\d`, or of what is not."""
    name = str(category)
    if name.endswith("WORD"):
        found = _is_word(char)
    elif name.endswith("SPACE"):
        found = char.isspace()
    else:
        found = unicodedata.category(char) == "Nd"
    return found is not ("NOT" in name)


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


#: What is tried for a set, the everyday first.
_TRIED = "a A1 .,-'\"_/@:;()[]{}<>!?=+*#%&$|~^\\\t\n\r’é京"


def sample(nodes: Any) -> str:
    """Return a text that a piece of a pattern matches, near enough."""
    pieces = []
    for op, argument in nodes:
        if op is c.LITERAL:
            pieces.append(chr(argument))
        elif op is c.NOT_LITERAL:
            pieces.append(next(char for char in _TRIED if ord(char) != argument))
        elif op is c.ANY:
            pieces.append("a")
        elif op is c.IN:
            fitting = (char for char in _TRIED if fits_set(argument, char))
            pieces.append(next(fitting, None) or _first(argument))
        elif op in (c.MAX_REPEAT, c.MIN_REPEAT):
            pieces.append(sample(argument[2]) * max(argument[0], 1 if argument[1] else 0))
        elif op is c.SUBPATTERN:
            pieces.append(sample(argument[3]))
        elif op is c.BRANCH:
            pieces.append(sample(argument[1][0]))
    return "".join(pieces)


def _first(items: list[Any]) -> str:
    op, argument = next(item for item in items if item[0] is not c.NEGATE)
    return chr(argument if op is c.LITERAL else argument[0]) if op is not c.CATEGORY else "a"


def attacks(nodes: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield, for each repeat in a pattern, what stands before it and what it repeats."""
    for op, argument in nodes:
        if op in (c.MAX_REPEAT, c.MIN_REPEAT):
            _, most, body = argument
            if most is c.MAXREPEAT or most > MANY:
                yield before, sample(body) or "a"
            yield from attacks(body, before)
        elif op is c.SUBPATTERN:
            yield from attacks(argument[3], before)
        elif op is c.BRANCH:
            for branch in argument[1]:
                yield from attacks(branch, before)
        elif op in (c.ASSERT, c.ASSERT_NOT):
            yield from attacks(argument[1], before)
        before += sample([(op, argument)])


def attacked(before: str, body: str, length: int) -> str:
    """Return a text of about that length that a pattern almost matches."""
    return before + body * (length // len(body)) + _UNLIKELY
