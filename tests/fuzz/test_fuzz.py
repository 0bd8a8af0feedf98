"""A short run of every target, and all that longer runs have found (`make fuzz`)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

sys.path.insert(0, str(Path(__file__).parent))
from generating import inputs, seeds
from targets import TARGETS

HERE = Path(__file__).parent
#: How often each target is tried here: a few seconds each.
TIMES = {"mail": 400, "rules": 150, "config": 300, "kept": 200, "check": 60, "fix": 40}
FOUND = sorted((HERE / "regressions").glob("*/*"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_stays_mended(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_seeds(name: str) -> None:
    assert seeds(name)
    for data in seeds(name)[:20]:
        TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run(name: str) -> None:
    @settings(max_examples=TIMES[name], suppress_health_check=list(HealthCheck), database=None)
    @given(inputs(name))
    def run(data: bytes) -> None:
        TARGETS[name](data)

    run()
