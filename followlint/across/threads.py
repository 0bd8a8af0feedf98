"""Which letters belong together: by the ids of messages, else by company and person."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations, pairwise

from followlint.across.letter import Letter
from followlint.analysis.firms import firm_words, same_firm
from followlint.analysis.namesakes import name_form
from followlint.text import word_set

#: Whoever provides these mailboxes, those who have them do not work there.
_FREE_MAIL = word_set(
    """
    gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol proton protonmail pm gmx
    web t-online freenet mail zoho fastmail hey yandex qq 163 126 naver orange wanadoo laposte free
    libero btinternet sky comcast verizon
    """
)
#: So many letters about one company are held against each other; of more, only neighbours.
_MANY = 100
#: Left out of a role before two are compared.
_LEVELS = word_set("senior sr junior jr lead staff principal the a an of ii iii i")


def threads(letters: Sequence[Letter], own: Sequence[bool | None]) -> list[list[int]]:
    """Return the letters of each application, as their numbers in order; every letter is in one.

    `own` says of each whether the writer wrote it (see `sides`). Letters join where one answers the
    other, or they answer the same one; where they name one company, and no two roles; where they
    are exchanged with one address, full name or house. What names two companies never joins.
    """
    groups = _Groups(letters)
    for joins in (_by_identity, _by_company, _by_person):
        for one, other in joins(letters, own):
            groups.join(one, other)
    return groups.sorted()


def _role_key(letter: Letter) -> frozenset[str]:
    """Return the words of a letter's role that tell it from others."""
    words = letter.role.replace("-", " ").replace("/", " ").split()
    return frozenset(name_form(word) for word in words) - _LEVELS


def conversations(letters: Sequence[Letter]) -> list[int]:
    """Return the number of each letter's conversation: those in one answer each other, by ids."""
    groups = [{number} for number in range(len(letters))]
    for one, other in _by_identity(letters, ()):
        if groups[one] is not groups[other]:
            small, large = sorted((groups[one], groups[other]), key=len)
            large |= small
            for number in small:
                groups[number] = large
    first = {id(group): min(group) for group in {id(g): g for g in groups}.values()}
    return [first[id(group)] for group in groups]


def same_reader(one: Letter, other: Letter) -> bool | None:
    """Tell whether two letters of the writer go to the same person; None where nobody can tell."""
    if one.company and other.company and not same_firm(one.company, other.company):
        return False
    if set(one.readers) & set(other.readers):
        return True
    names = [(set(a.split()), set(b.split())) for a in one.people for b in other.people]
    alike = [mine & theirs for mine, theirs in names if mine <= theirs or theirs <= mine]
    if one.readers and other.readers:
        # "Ana" at two addresses is two people; "Ana Berg" has two.
        return any(len(shared) > 1 for shared in alike)
    if alike:
        return True
    return None if not (one.readers or one.people) or not (other.readers or other.people) else False


class _Groups:
    """Letters in groups, of which none may hold two companies or two roles."""

    def __init__(self, letters: Sequence[Letter]) -> None:
        self._members = {n: [n] for n in range(len(letters))}
        self._group = list(range(len(letters)))
        self._companies = [{a.company} - {""} for a in letters]
        self._roles = [{key} if (key := _role_key(a)) else set() for a in letters]

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._group[one], self._group[other]))
        if first == second or not self._agree(first, second):
            return
        for number in self._members.pop(second):
            self._group[number] = first
            self._members[first].append(number)
        self._companies[first] |= self._companies[second]
        self._roles[first] |= self._roles[second]

    def _agree(self, first: int, second: int) -> bool:
        firms = ((a, b) for a in self._companies[first] for b in self._companies[second])
        if not all(same_firm(a, b) for a, b in firms):
            return False
        pairs = ((a, b) for a in self._roles[first] for b in self._roles[second])
        return all(a <= b or b <= a for a, b in pairs)

    def sorted(self) -> list[list[int]]:
        return sorted(sorted(members) for members in self._members.values())


def _by_identity(
    letters: Sequence[Letter], own: Sequence[bool | None]
) -> Iterator[tuple[int, int]]:
    return _chained(
        (number, identity)
        for number, letter in enumerate(letters)
        for identity in (letter.identity, *letter.answers)
        if identity
    )


def _by_company(letters: Sequence[Letter], own: Sequence[bool | None]) -> Iterator[tuple[int, int]]:
    named: dict[frozenset[str], list[int]] = {}
    for number, letter in enumerate(letters):
        if letter.company:
            named.setdefault(frozenset(firm_words(letter.company)), []).append(number)
    for members in named.values():
        # Two roles may keep neighbours apart, and not others.
        few = len(members) <= _MANY
        yield from combinations(members, 2) if few else pairwise(members)
    holding: dict[str, list[frozenset[str]]] = {}
    for words in named:
        for word in words:
            holding.setdefault(word, []).append(words)
    for words in named:
        # "Harrow" is "Harrow Kilns", too.
        longer = min((holding[word] for word in words), key=len, default=[])
        yield from ((named[words][0], named[other][0]) for other in longer if words < other)


def _by_person(letters: Sequence[Letter], own: Sequence[bool | None]) -> Iterator[tuple[int, int]]:
    return _chained(
        (number, person)
        for number, letter in enumerate(letters)
        for person in _others(letter, own[number])
    )


def _others(letter: Letter, own: bool | None) -> Iterator[Hashable]:
    """Yield who is on the other side of a letter: addresses, and names that are whole."""
    if own is None:
        yield from (("between", *sorted({letter.sender, a})) for a in letter.readers)
        return
    addresses = letter.readers if own else (letter.sender,)
    names = letter.people if own else (letter.sender_name,)
    yield from addresses
    yield from (name for name in names if " " in name)
    for address in addresses:
        house = address.rpartition("@")[2]
        if house.partition(".")[0] not in _FREE_MAIL:
            yield ("house", house)


def _chained(keyed: Iterator[tuple[int, Hashable]]) -> Iterator[tuple[int, int]]:
    """Yield each number with the one before it of the same key."""
    last: dict[Hashable, int] = {}
    for number, key in keyed:
        if key in last:
            yield last[key], number
        last[key] = number
