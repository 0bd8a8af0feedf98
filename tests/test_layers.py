"""Imports point one way, and each third-party library stands in one file."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import followlint

PACKAGE = Path(followlint.__file__).parent

#: From the ground up: a module or package imports what stands in rows above its own, no more.
LAYERS = [
    {"original", "errors", "icalendar", "globs", "safe", "replace", "limits", "later"},
    {"text", "toml", "rulefiles", "intake", "workers"},
    {"required"},
    {"view"},
    {"pattern"},
    {"schema"},
    {"mail"},
    {"analysis", "finding"},
    {"across"},
    {"checks"},
    {"rule"},
    {"rulebook"},
    {"suppression", "tuning"},
    {"facts", "fix_message"},
    {"linter"},
    {"template"},
    {"fix", "report", "examples", "explain", "inspection", "status", "when", "keying", "drafts"},
    {"config", "ignores"},
    {"accepts", "baseline", "cache", "comparing", "homes", "idle"},
    {"templating", "keeping"},
    {"linters"},
    {"declaring"},
    {"run"},
    {"many", "mending", "showing", "starting"},
    {"commands"},
    {"cli"},
    {"__main__"},
]
#: Where each library is imported: one file. (click: the command line, see below; numpy: wherever
#: another library wants arrays.)
HOMES = {
    "spacy": "analysis/parse.py",
    "harper": "analysis/typos/harper.py",
    "emoji": "analysis/emojis.py",
    "rapidfuzz": "analysis/likeness.py",
    "textstat": "analysis/metrics.py",
    "yaml": "schema/documents.py",
    "re2": "pattern/engine.py",
}
#: Dear to import: inside the function that first needs it.
HEAVY = {"spacy", "harper", "emoji", "rapidfuzz", "textstat"}

TREES = {
    str(path.relative_to(PACKAGE).as_posix()): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}


def module_name(file: str) -> str:
    """Return the dotted name of a file of the package: "mail/email.py" is "mail.email"."""
    return file.removesuffix(".py").removesuffix("__init__").rstrip("/").replace("/", ".")


MODULES = {module_name(file) for file in TREES}


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the full names of what is imported, wherever the statement stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(tree: ast.AST) -> set[str]:
    """Return which of our modules are imported, by dotted name."""
    found = set()
    for name in imports(tree):
        if name.split(".")[0] == "followlint":
            inner = name.removeprefix("followlint").lstrip(".")
            found.add(inner if inner in MODULES else inner.rpartition(".")[0])
    return found


def libraries(tree: ast.AST) -> set[str]:
    """Return the third-party libraries that are imported."""
    tops = {name.split(".")[0] for name in imports(tree)}
    return tops - sys.stdlib_module_names - {"followlint", "tomli"}  # tomli: tomllib before 3.11


def layer(module: str) -> int:
    top = module.split(".")[0]
    return next((n for n, names in enumerate(LAYERS) if top in names), -1)


def test_every_module_has_a_layer() -> None:
    assert [name for name in sorted(MODULES) if name and layer(name) < 0] == []


@pytest.mark.parametrize("file", TREES)
def test_imports_point_down(file: str) -> None:
    importer = module_name(file)
    astray = [
        imported
        for imported in sorted(own_imports(TREES[file]))
        if imported.split(".")[0] != importer.split(".")[0] and layer(imported) >= layer(importer)
    ]
    # The package itself (its version) may be imported by anybody.
    assert [name for name in astray if name] == []


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = {module_name(file): own_imports(tree) for file, tree in TREES.items()}
    assert set(TopologicalSorter(graph).static_order()) == MODULES


def test_the_package_itself_imports_nothing() -> None:
    assert list(imports(TREES["__init__.py"])) == []


def test_each_library_is_imported_in_one_file() -> None:
    users: dict[str, list[str]] = {}
    for file, tree in TREES.items():
        for library in libraries(tree) - {"click", "numpy"}:
            users.setdefault(library, []).append(file)
    homeless = {library: files for library, files in users.items() if library not in HOMES}
    assert {library: files for library, files in homeless.items() if len(files) > 1} == {}
    assert {library: users.get(library) for library in HOMES} == {
        library: [home] for library, home in HOMES.items()
    }


def test_click_is_the_command_lines_alone() -> None:
    users = {file.split("/")[0] for file, tree in TREES.items() if "click" in libraries(tree)}
    assert users == {"cli.py", "commands"}


@pytest.mark.parametrize("file", TREES)
def test_heavy_libraries_are_imported_inside_functions(file: str) -> None:
    inside = {
        node
        for function in ast.walk(TREES[file])
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    outside = [node for node in ast.walk(TREES[file]) if node not in inside]
    top = {
        name.split(".")[0]
        for node in outside
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in imports(node)
    }
    assert top & HEAVY == set()
