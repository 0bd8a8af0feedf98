"""`python -m bench`: followlint beside its peers and the floors it stands on, in one run.

Peers come from `python -m bench.peers install`, LanguageTool from the folder that LTP_JAR_DIR_PATH
names; those that are not there are named under the table.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from bench import drafts, languagetool
from bench.measure import Command, measure
from bench.peers import HARPER, PEERS, TEXTLINT, MissingError
from bench.table import Target, of_commands, of_targets
from followlint.workers import processors

ROOT = Path(__file__).parents[1]
MANY = 200
ONE_DRAFT, MANY_DRAFTS = "1 draft", f"{MANY} drafts"
PYTHON = [sys.executable]
FOLLOWLINT = [*PYTHON, "-m", "followlint"]
CLICK = "import click"
COLD, KEPT = f"followlint, {ONE_DRAFT}", f"followlint, {ONE_DRAFT}, unchanged"
EDITED = f"followlint, {ONE_DRAFT}, edited"
#: Checks another draft each time: the rules are kept by then, what came of the draft is not.
EDIT = """
import pathlib, sys, time
source, copy = map(pathlib.Path, sys.argv[1:3])
copy.write_text(f"{source.read_text()} {time.time_ns()}")
sys.argv[1:] = ["check", "--isolated", str(copy)]
from followlint.cli import main
raise SystemExit(main())
"""
SIDE_BY_SIDE = f"followlint, {MANY_DRAFTS}, {processors()} processes"
HELP, RULES, EXPLAIN = "followlint --help", "followlint rules", "followlint explain"
TARGETS = (
    Target(EDITED, 1.2, f"{HARPER.titled}, {ONE_DRAFT}"),
    Target(COLD, 1.2, f"{HARPER.titled}, {ONE_DRAFT}"),
    Target(SIDE_BY_SIDE, 0.7, f"{HARPER.titled}, {MANY_DRAFTS}"),
    Target(SIDE_BY_SIDE, 0.2, f"{TEXTLINT.titled}, {MANY_DRAFTS}"),
    Target(KEPT, 3, CLICK),
    *(Target(name, 0.15) for name in (HELP, RULES, EXPLAIN)),
)


def floors() -> Iterator[Command]:
    """Yield what anything like followlint has to pay for."""
    from followlint.analysis.parse import DEFAULT_PIPELINE

    load = f"import spacy; spacy.load({DEFAULT_PIPELINE!r})"
    for name, what, code in (
        ("python -c pass", "floor: Python", "pass"),
        (CLICK, "floor: a command line", "import click"),
        ("import spacy", "floor", "import spacy"),
        ("spacy.load", "floor: the English pipeline, whole", load),
        ("Harper()", "floor: its construction alone", "import harper; harper.Linter()"),
    ):
        yield Command(name, what, [*PYTHON, "-c", code])


def ours(paths: Sequence[Path], cache: Path) -> Iterator[Command]:
    """Yield followlint's commands; their warm-ups fill the cache."""
    env = {"FOLLOWLINT_CACHE_DIR": str(cache)}
    check = [*FOLLOWLINT, "check", "--isolated"]
    one, many = str(paths[0]), [str(path) for path in paths]
    rules = "all rules: missing moves, tone, typos, form"
    for name, what, argv in (
        (HELP, "nothing", [*FOLLOWLINT, "--help"]),
        (RULES, "nothing", [*FOLLOWLINT, "rules", "--isolated"]),
        (EXPLAIN, "nothing", [*FOLLOWLINT, "explain", "slang", "--isolated"]),
        (COLD, rules, [*check, "--no-cache", one]),
        (EDITED, f"{rules}; these kept", [*PYTHON, "-c", EDIT, one, str(cache / "edited.txt")]),
        (f"followlint, {MANY_DRAFTS}", rules, [*check, "--no-cache", "--jobs", "1", *many]),
        (SIDE_BY_SIDE, rules, [*check, "--no-cache", "--jobs", str(processors()), *many]),
        (KEPT, "all rules, from the cache", [*check, one]),
        (f"followlint, {MANY_DRAFTS}, unchanged", "all rules, from the cache", [*check, *many]),
    ):
        yield Command(name, what, argv, env=env)


def peers(paths: Sequence[Path], missing: dict[str, str]) -> Iterator[Command]:
    """Yield the peers' commands; those that are not there go into `missing`, with the reason."""
    for peer in PEERS:
        try:
            command = peer.command()
        except MissingError as error:
            missing[peer.titled] = str(error)
            continue
        for title, some in ((ONE_DRAFT, paths[:1]), (MANY_DRAFTS, paths)):
            yield Command(
                f"{peer.titled}, {title}",
                peer.checks,
                [*command, *map(str, some)],
                cwd=peer.folder,  # its settings are there
                fine=peer.fine,
            )


def servers(paths: Sequence[Path], stack: ExitStack, missing: dict[str, str]) -> Iterator[Command]:
    """Yield the commands for LanguageTool's server, which runs until `stack` is closed."""
    try:
        url, pid = stack.enter_context(languagetool.running())
    except MissingError as error:
        missing[languagetool.NAME] = str(error)
        return
    name = f"{languagetool.NAME} {languagetool.ask(url, ['Ready?'])}"
    program = [*PYTHON, "-m", "bench.languagetool"]
    one, many = str(paths[0]), [str(path) for path in paths]
    what = languagetool.CHECKS
    yield Command(f"{name}, start and {ONE_DRAFT}", what, [*program, "alone", one], ROOT)
    for title, some in ((ONE_DRAFT, [one]), (MANY_DRAFTS, many)):
        argv = [*program, "ask", url, *some]
        yield Command(f"{name}, running, {title}", what, argv, ROOT, server=pid)


def main() -> None:
    parser = argparse.ArgumentParser(description="followlint beside its peers and its floors")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command")
    parser.add_argument("--only", default="", help="only commands whose names have this in them")
    options = parser.parse_args()
    missing: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        paths = drafts.write(Path(name) / "drafts", MANY)
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths) / MANY
        commands = [
            *floors(),
            *ours(paths, Path(name) / "cache"),
            *peers(paths, missing),
            *servers(paths, stack, missing),
        ]
        chosen = [command for command in commands if options.only in command.name]
        all_series = measure(chosen, options.runs, lambda line: print(line, file=sys.stderr))
    print(
        f"{platform.system()}, {platform.machine()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}; drafts of {words:.0f} words; medians of "
        f"{options.runs} runs in turn after a warm-up. Memory is that of all processes of a "
        "command, shared pages counted once.\n"
    )
    missing |= {series.command.name: series.failed for series in all_series if series.failed}
    all_series = [series for series in all_series if not series.failed]
    print("\n".join(of_commands(all_series)), end="\n\n")
    for absent, reason in missing.items():
        print(f"Not measured: {absent}: {reason}.\n")
    print("\n".join(of_targets(TARGETS, all_series)), end="\n\n", flush=True)
    if not options.only:
        subprocess.run([*PYTHON, "-m", "bench.inprocess"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
