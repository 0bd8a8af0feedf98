"""Which drafts are templates, and what holds for all templates of their repository."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from followlint.drafts import DraftFile, NoDraftError, find_drafts
from followlint.globs import placed
from followlint.homes import Homes, Settings
from followlint.mail import read_bytes
from followlint.template.declared import KEY, Declared, declared_names, find_declared, read_declared
from followlint.template.sheet import House, tally_of
from followlint.template.unused import Declaring
from followlint.text import Source, UnreadableError

#: What a repository is known by, else a folder of templates by its name.
_ROOTS = (".git", "followlint.toml", ".followlint.toml", "placeholders.toml")
_FOLDERS = ("template", "templates")
#: No template is longer (in bytes); a longer file is something else.
_LONGEST = 1 << 20


class Templating:
    """Knows the templates of a run, and of each repository what is declared and in use."""

    def __init__(self, settings: Settings, homes: Homes) -> None:
        """Take what was asked for; nothing is read yet."""
        self._settings = settings
        self._homes = homes
        self._declared_at = cache(read_declared)
        self._house = cache(self._read_house)

    def house(self, source: Source) -> House:
        """Return what holds for a file; raises `FollowlintError` for broken declarations."""
        return self._house(placed(Path(source.name)).parent)

    def _read_house(self, folder: Path) -> House:
        declared = self.declared(folder)
        sources = [source for file in self._files(folder) if (source := _source(file))]
        return House(declared, tally_of(sources, declared))

    def declared(self, folder: Path) -> Declared:
        """Return what is declared for the templates in a folder; raises `FollowlintError`."""
        own = Declared(self._homes.config(folder).template)
        found = None if self._settings.isolated else find_declared(folder)
        return own | self._declared_at(found) if found else own

    def declaring(self, folder: Path) -> Iterator[Declaring]:
        """Yield the files that declare what holds in a folder, with the templates below them.

        Of a configuration it is what it says itself: what it extends is for others, too.
        """
        found = None if self._settings.isolated else find_declared(folder)
        if found:
            yield self._declaring(found, self._declared_at(found))
        config = self._homes.config(folder)
        if config.path and folder.is_relative_to(config.path.resolve().parent):
            key, names = f"template.{KEY}", dict[str, str]()
            for name, (path, value) in config.origins.items():
                if path == config.path and name == key:
                    names |= declared_names(value, key).names
                elif path == config.path and name.startswith(f"{key}."):
                    names |= declared_names([name[len(key) + 1 :]], key).names
            if names:
                yield self._declaring(config.path, Declared(names))

    def _declaring(self, path: Path, declared: Declared) -> Declaring:
        below = find_drafts([str(path.resolve().parent)], excludes=self._homes.excludes)
        files = (file for file in below if isinstance(file, DraftFile) and not file.message)
        templates = (
            source
            for file in files
            if self._homes.is_template(file.path, self._homes.config_for(file.path))
            and (source := _source(file))
        )
        return Declaring(path, path.read_text(encoding="utf-8"), declared, templates)

    def _files(self, folder: Path) -> Iterator[DraftFile]:
        """Yield the templates of the repository that a folder belongs to."""
        config = self._homes.config(folder)
        named = config.templates and config.path
        root = config.path.resolve().parent if named and config.path else _root(folder)
        for file in find_drafts([str(root)], excludes=self._homes.excludes) if root else ():
            if isinstance(file, DraftFile) and not file.message:
                where = placed(file.path)
                if not named or any(glob.covers(where) for glob in config.templates):
                    yield file


def _root(folder: Path) -> Path | None:
    """Return the folder of a repository: where it begins, or else where its templates are."""
    above = (folder, *folder.parents)
    marked = (at for at in above if any((at / name).exists() for name in _ROOTS))
    named = (at for at in above if at.name.lower() in _FOLDERS)
    return next(marked, None) or next(named, None)


def _source(file: DraftFile) -> Source | None:
    try:
        if file.path.stat().st_size > _LONGEST:
            return None
        return read_bytes(file.name, file.read()).source
    except (NoDraftError, UnreadableError, OSError):
        return None  # said where it is checked
