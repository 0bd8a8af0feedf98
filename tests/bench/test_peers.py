"""Peers: where they are looked for, and what is said of those that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import languagetool
from bench.__main__ import peers
from bench.peers import PEERS, TEXTLINT, MissingError, home, last_line


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOLLOWLINT_BENCH_PEERS", str(tmp_path))
    return tmp_path


def test_peers_live_outside_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOLLOWLINT_BENCH_PEERS", raising=False)
    assert Path(__file__).parents[2] not in home().parents


def test_every_peer_that_is_missing_is_named_with_the_reason(empty: Path) -> None:
    (empty / "alex").mkdir()
    (empty / "alex" / "why-not.txt").write_text("no network", encoding="utf-8")
    missing: dict[str, str] = {}
    assert list(peers([], missing)) == []
    assert missing.keys() == {peer.titled for peer in PEERS}
    assert missing.pop("alex 11.0.1") == "could not be installed: no network"
    assert set(missing.values()) == {"not installed: python -m bench.peers install"}


def test_a_peer_that_is_there(empty: Path) -> None:
    program = empty / "textlint" / "node_modules" / ".bin" / TEXTLINT.program
    program.parent.mkdir(parents=True)
    program.touch()
    one, many = peers([Path("a.txt"), Path("b.txt")], {})
    assert one.name == "textlint 15.8.0, 1 draft"
    assert one.argv[0] == str(program)
    assert one.argv[-1] == "a.txt"
    assert many.argv[-2:] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_versions_are_pinned(peer: object) -> None:
    packages = peer.packages  # type: ignore[attr-defined]
    assert all("==" in name or "@" in name[1:] for name in packages)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (
            "ERROR: Could not find a version that satisfies it\nERROR: No matching distribution\n",
            "No matching distribution",
        ),
        (
            "npm error code E404\nnpm error 404 Not Found - x\n"
            "npm error A complete log of this run can be found in: /a/log\n",
            "404 Not Found - x",
        ),
        ("Killed\n", "Killed"),
        ("", "it did not say why"),
    ],
)
def test_what_an_installer_said_last(said: str, reason: str) -> None:
    assert last_line(said) == reason


def test_without_jars_the_server_says_what_names_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(languagetool, "_java", lambda: "java")
    monkeypatch.setenv(languagetool.JAR_FOLDER, str(tmp_path))
    with (
        pytest.raises(MissingError, match=r"LTP_JAR_DIR_PATH .* languagetool-server\.jar"),
        languagetool.running(),
    ):
        pass
