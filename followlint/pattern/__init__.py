"""Patterns over the words of a clause.

A pattern is a regular expression (RE2 syntax: linear in the text whatever is written) over a
*view*: the tokens of a text in lower case, one space between them, contractions opened ("I'd" is
`i would`, "don't" is `do not`). `{name}` stands for the shared lexicon of that name. A pattern
always begins and ends at a token's edge, so `thank` never matches in "thankless". One stretch may
be marked as `<…>`: the place that a finding points at, with the rest as its surroundings.
"""

from followlint.pattern.engine import PatternError
from followlint.pattern.lexicons import Lexicons
from followlint.pattern.literal import Literal
from followlint.pattern.pattern import Pattern
from followlint.pattern.sets import PatternSet

__all__ = ["Lexicons", "Literal", "Pattern", "PatternError", "PatternSet"]
