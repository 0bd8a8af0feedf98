"""Facts across the drafts of a run: who wrote to whom when, and what two of them share.

All of it works on plain facts that were taken from each draft; none of it sees a draft's text.
"""

from followlint.across.letter import Letter, letter_of

__all__ = ["Letter", "letter_of"]
