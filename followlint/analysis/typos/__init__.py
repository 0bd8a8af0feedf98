"""Typos: an engine finds them, one mapping names them, one gate drops what is none."""

from followlint.analysis.typos.engine import Engine, Slip, SlipKind
from followlint.analysis.typos.gate import gated, masked

__all__ = ["Engine", "Slip", "SlipKind", "gated", "masked"]
