"""A long run: `python tests/fuzz --seconds 600`, all targets or the named ones in turn.

What fails is shrunk and put into `regressions/`, where the suite finds it; the run goes on. The
status is 1 where anything was found.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
import traceback
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

sys.path.insert(0, str(Path(__file__).parent))
from generating import inputs
from targets import TARGETS, Target

REGRESSIONS = Path(__file__).parent / "regressions"
#: How many inputs hypothesis makes before it begins anew, from another seed.
ROUND = 200


class _Tally:
    def __init__(self, name: str, target: Target) -> None:
        self.name, self._target = name, target
        self.executions, self.found = 0, set[str]()
        #: What failed last, which is the shortest of its kind when hypothesis is done.
        self.failed: bytes | None = None

    def __call__(self, data: bytes) -> None:
        self.executions += 1
        try:
            self._target(data)
        except Exception:
            self.failed = data
            raise

    def round(self, number: int, until: float) -> None:
        @seed(number)
        @settings(
            max_examples=ROUND,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.shrink],
            print_blob=False,
        )
        @given(inputs(self.name))
        def run(data: bytes) -> None:
            # What has failed is shrunk to the end, or it would seem to come and go.
            if self.failed is not None or time.monotonic() < until:
                self(data)

        self.failed = None
        try:
            run()
        except Exception as error:  # whatever it is, it is what we look for
            self._keep(error)

    def _keep(self, error: BaseException) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{type(error).__name__} {frames[-1].filename}:{frames[-1].lineno}"
        if place in self.found:
            return
        self.found.add(place)
        folder = REGRESSIONS / self.name
        folder.mkdir(parents=True, exist_ok=True)
        data = self.failed or b""
        path = folder / hashlib.sha256(data).hexdigest()[:12]
        path.write_bytes(data)
        print(f"{self.name}: {place}: {error!r:.300}\n  kept as {path}", flush=True)
        traceback.print_exception(error)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python tests/fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=0, help="another one makes other inputs")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    options = parser.parse_args()
    if unknown := set(options.targets) - set(TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    tallies = [_Tally(name, TARGETS[name]) for name in options.targets or TARGETS]
    share = options.seconds / len(tallies)
    for tally in tallies:
        until, number = time.monotonic() + share, options.seed
        while time.monotonic() < until:
            tally.round(number, until)
            number += 1
        print(f"{tally.name}: {tally.executions} executions, {len(tally.found)} found", flush=True)
    return 1 if any(tally.found for tally in tallies) else 0


if __name__ == "__main__":
    raise SystemExit(main())
