"""Which letters of a run are the writer's, and which are from the other side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from followlint.across.letter import Letter
from followlint.mail import Kind


def sides(letters: Sequence[Letter]) -> list[bool | None]:
    """Return for each letter whether the writer wrote it; None where nobody can tell.

    What has no sender is a draft. Else the writer's addresses are those beside a context of ours;
    without any, the one that takes part in most of the letters. Where two addresses exchange all
    of them, it is the one that writes what applicants write, and if both do, nobody's.
    """
    # Whom a draft is written to is on the other side.
    theirs = {a for letter in letters if not letter.sender for a in letter.readers}
    own = _own(letters, theirs)
    names = {letter.sender_name for letter in letters if letter.sender in own} - {""}
    return [_is_own(letter, own, names, theirs) for letter in letters]


def _is_own(letter: Letter, own: frozenset[str], names: set[str], theirs: set[str]) -> bool | None:
    if letter.ours or not letter.sender or letter.sender in own:
        return True
    if not own:
        return False if letter.sender in theirs else None
    # People write from two addresses, under one name.
    return letter.sender_name in names


def _own(letters: Sequence[Letter], theirs: set[str]) -> frozenset[str]:
    declared = frozenset(letter.sender for letter in letters if letter.ours and letter.sender)
    if declared:
        return declared
    sent = [letter for letter in letters if letter.sender and letter.sender not in theirs]
    present = Counter(a for letter in sent for a in {letter.sender, *letter.readers})
    writers = sorted({letter.sender for letter in sent})
    most = max((present[address] for address in writers), default=0)
    likely = [address for address in writers if present[address] == most]
    if len(likely) > 1:
        likely = [address for address in likely if _applies(address, sent)]
    return frozenset(likely) if len(likely) == 1 else frozenset()


def _applies(address: str, letters: Sequence[Letter]) -> bool:
    """Tell whether somebody answers a refusal, or asks where none of the others does.

    Without evidence an email is taken for a thank-you, so that being one says nothing.
    """
    return any(letter.kind is not Kind.THANK_YOU for letter in letters if letter.sender == address)
