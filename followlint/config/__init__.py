"""`followlint.toml`, `.followlint.toml` or `[tool.followlint]` -> Config.

The nearest file upward from a draft holds for it, with those that it extends and no others; where
there is none, the user's own. What is found and cannot be read, and every key that means nothing,
is an error: silence would switch rules off behind the user's back.
"""

from followlint.config.files import find_config, read_config, users_config
from followlint.config.keys import KEYS
from followlint.config.model import Config, ConfigError
from followlint.config.overrides import overridden
from followlint.config.words import Accepted, accepted

__all__ = [
    "KEYS",
    "Accepted",
    "Config",
    "ConfigError",
    "accepted",
    "find_config",
    "overridden",
    "read_config",
    "users_config",
]
