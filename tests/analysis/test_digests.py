from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from followlint.analysis import digests
from followlint.analysis.parse import DEFAULT_PIPELINE, Pipeline
from followlint.errors import ToolError

TAGGER = f"{DEFAULT_PIPELINE}-3.8.0/tagger/model"


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the installed pipeline that goes before it."""
    spec = find_spec(DEFAULT_PIPELINE)
    assert spec is not None and spec.origin is not None
    copy = tmp_path / DEFAULT_PIPELINE
    shutil.copytree(Path(spec.origin).parent, copy)
    monkeypatch.delitem(sys.modules, DEFAULT_PIPELINE, raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    return copy


def test_the_installed_pipeline_is_as_released() -> None:
    digests.verify(DEFAULT_PIPELINE)


def test_a_faithful_copy_passes_whatever_lies_beside_its_files(copied: Path) -> None:
    (copied / "notes.txt").write_text("mine", encoding="utf-8")
    digests.verify(DEFAULT_PIPELINE)


def test_a_changed_file_is_refused(copied: Path) -> None:
    model = copied / TAGGER
    model.write_bytes(model.read_bytes() + b"\0")
    with pytest.raises(ToolError, match=rf"not as released: {TAGGER} differs; not loaded"):
        digests.verify(DEFAULT_PIPELINE)


def test_a_missing_file_is_refused(copied: Path) -> None:
    (copied / TAGGER).unlink()
    with pytest.raises(ToolError, match=rf"lacks {TAGGER}; reinstall it"):
        digests.verify(DEFAULT_PIPELINE)


def test_a_changed_pipeline_is_never_loaded(copied: Path) -> None:
    (copied / "__init__.py").write_text("raise AssertionError('was run')", encoding="utf-8")
    with pytest.raises(ToolError, match=r"__init__\.py differs; not loaded"):
        Pipeline()


def test_a_missing_pipeline_is_named() -> None:
    with pytest.raises(ToolError, match="en_nowhere is not installed; pip install followlint"):
        digests.verify("en_nowhere")
