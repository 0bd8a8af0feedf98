"""What can keep followlint from doing its job. Each message is one line, fit to be printed."""

from __future__ import annotations


class FollowlintError(Exception):
    """Something that a user can act on; the command line prints it and exits with status 2."""


class ToolError(FollowlintError):
    """A tool that a chosen rule needs (the English pipeline, a typo engine) is not to be had."""
