"""The check types. `CHECKS` is the whole registry: the name that rules use, and the type."""

from followlint.checks.absent import Absent
from followlint.checks.attachment import MissingAttachment
from followlint.checks.base import Check, Hit
from followlint.checks.broken import Broken
from followlint.checks.company import WrongCompany
from followlint.checks.count import Count
from followlint.checks.emoji import Emoji
from followlint.checks.emoticon import Emoticon
from followlint.checks.grade import Grade
from followlint.checks.invisible import Invisible
from followlint.checks.literal import Spots
from followlint.checks.measured import Measured
from followlint.checks.move import Move
from followlint.checks.muddled import Muddled
from followlint.checks.name_mismatch import NameMismatch
from followlint.checks.nearby_day import NearbyDay
from followlint.checks.phrase import Phrase
from followlint.checks.piece import Piece
from followlint.checks.placeholder import Placeholder
from followlint.checks.reused import Reused
from followlint.checks.shouting import Shouting
from followlint.checks.slip import SlipCheck
from followlint.checks.slot import SlotCheck
from followlint.checks.subject import Subject
from followlint.checks.swap import Swaps
from followlint.checks.timing import Early, Late, Unanswered
from followlint.checks.unused import Unused
from followlint.checks.weekday import Weekday
from followlint.checks.wording import Wordings

CHECKS: dict[str, type[Check]] = {
    "absent": Absent,
    "attachment": MissingAttachment,
    "broken": Broken,
    "company": WrongCompany,
    "count": Count,
    "early": Early,
    "emoji": Emoji,
    "emoticon": Emoticon,
    "grade": Grade,
    "invisible": Invisible,
    "late": Late,
    "literal": Spots,
    "measure": Measured,
    "move": Move,
    "muddled": Muddled,
    "name-mismatch": NameMismatch,
    "nearby-day": NearbyDay,
    "phrase": Phrase,
    "piece": Piece,
    "placeholder": Placeholder,
    "reused": Reused,
    "shouting": Shouting,
    "slip": SlipCheck,
    "slot": SlotCheck,
    "subject": Subject,
    "swap": Swaps,
    "unanswered": Unanswered,
    "unused": Unused,
    "weekday": Weekday,
    "wording": Wordings,
}

__all__ = ["CHECKS", "Check", "Hit"]
