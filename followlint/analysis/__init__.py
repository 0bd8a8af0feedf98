"""Facts about an email, each worked out when first asked for and then kept."""

from followlint.analysis.draft import Draft, Need
from followlint.analysis.tools import Tools

__all__ = ["Draft", "Need", "Tools"]
