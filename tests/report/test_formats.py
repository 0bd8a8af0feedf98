"""What each format promises to whoever reads it: the fields that its schema asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar
from xml.etree import ElementTree

import pytest

from followlint import __version__
from followlint.finding import Edit, Finding, Severity
from followlint.report import FORMATS, Results
from followlint.text import Span

Make = Callable[..., Results]


def at(start: int, end: int, code: str = "TM101", **more: Any) -> Finding:
    severity = more.pop("severity", Severity.ERROR)
    return Finding(Span(start, end), code, "first", severity, "a fault", **more)


class TestGithub:
    @staticmethod
    def commands(results: Results) -> list[str]:
        return FORMATS["github"].render(results).splitlines()

    def test_errors_go_first(self, results_of: Make) -> None:
        found = (at(0, 1, severity=Severity.WARNING), at(2, 3), at(4, 5))
        commands = self.commands(results_of("d.txt", "a b c", *found))
        assert [c.split()[0] for c in commands] == ["::error", "::error", "::warning"]
        assert ",col=3," in commands[0]

    def test_a_command(self, results_of: Make) -> None:
        found = at(0, 1, suggestion="100 % sure")
        assert self.commands(results_of("a,b:c%.txt", "a", found)) == [
            "::error title=TM101 first,file=a%2Cb%3Ac%25.txt,line=1,endLine=1,col=1,endColumn=2"
            "::a,b:c%25.txt:1:1: TM101 a fault%0A100 %25 sure"
        ]

    def test_columns_only_on_one_line(self, results_of: Make) -> None:
        (command,) = self.commands(results_of("d.txt", "a\nb", at(0, 3)))
        assert "line=1,endLine=2::" in command


class TestGitlab:
    @staticmethod
    def issues(results: Results) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(FORMATS["gitlab"].render(results))
        return found

    def test_required_fields(self, results: Results) -> None:
        for issue in self.issues(results):
            assert {type(issue[key]) for key in ("description", "check_name")} == {str}
            assert re.fullmatch("[0-9a-f]{64}", issue["fingerprint"])
            assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
            assert issue["location"]["path"] == "drafts/a.txt"
            assert issue["location"]["lines"]["begin"] >= 1

    def test_fingerprints_differ(self, results_of: Make) -> None:
        text = "a a"
        found = (at(0, 1), at(0, 1, "TM102"), at(2, 3))
        both = self.issues(results_of("d.txt", text, *found)) + self.issues(
            results_of("e.txt", text, *found)
        )
        assert len({issue["fingerprint"] for issue in both}) == 6

    def test_fingerprints_outlive_edits(self, results_of: Make) -> None:
        before = self.issues(results_of("d.txt", "a", at(0, 1)))
        after = self.issues(results_of("d.txt", "new\nlines\nz", at(10, 11), redact=True))
        assert before[0]["fingerprint"] == after[0]["fingerprint"]
        assert before[0]["location"] != after[0]["location"]

    def test_they_are_the_same_redacted_and_from_day_to_day(self, results: Results) -> None:
        issues = self.issues(results)
        hidden = self.issues(results.redacted())
        assert [i["fingerprint"] for i in issues] == [i["fingerprint"] for i in hidden]
        assert issues[0]["fingerprint"] == sha256(b"drafts/a.txt\0TM102\x000").hexdigest()

    def test_a_path_below_here_is_relative(
        self, results_of: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        below = results_of(str(tmp_path / "a" / "d.txt"), "a", at(0, 1))
        assert self.issues(below)[0]["location"]["path"] == "a/d.txt"


class TestRdjson:
    @staticmethod
    def result(results: Results) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(FORMATS["rdjson"].render(results))
        return found

    @pytest.mark.parametrize(
        ("text", "columns"),
        [
            pytest.param("ab X", (4, 5), id="plain letters"),
            pytest.param("é X", (4, 5), id="a letter of two bytes"),
            pytest.param("𝔏👍 X", (10, 11), id="letters of four bytes"),
            pytest.param("é\né X", (4, 5), id="in the second line"),
        ],
    )
    def test_columns_count_bytes(
        self, text: str, columns: tuple[int, int], results_of: Make
    ) -> None:
        start = text.index("X")
        (item,) = self.result(results_of("d.txt", text, at(start, start + 1)))["diagnostics"]
        place = item["location"]["range"]
        assert (place["start"]["column"], place["end"]["column"]) == columns

    def test_only_keys_of_the_protocol(self, results: Results) -> None:
        result = self.result(results)
        assert set(result) <= {"diagnostics", "source", "severity"}
        for item in result["diagnostics"]:
            assert set(item) <= {
                "message",
                "location",
                "severity",
                "source",
                "code",
                "suggestions",
                "original_output",
            }
            assert item["severity"] in {"ERROR", "WARNING", "INFO"}
            ranges = [item["location"]["range"]]
            for suggestion in item.get("suggestions", ()):
                assert set(suggestion) == {"range", "text"}
                ranges.append(suggestion["range"])
            for place in ranges:
                assert set(place) == {"start", "end"}
                for position in place.values():
                    assert set(position) == {"line", "column"}
                    assert min(position.values()) >= 1

    def test_a_suggestion(self, results_of: Make) -> None:
        found = at(2, 6, edit=Edit(Span(2, 6), "well"))
        (item,) = self.result(results_of("d.txt", "é wlel", found))["diagnostics"]
        place = {"start": {"line": 1, "column": 4}, "end": {"line": 1, "column": 8}}
        assert item["suggestions"] == [{"range": place, "text": "well"}]


class TestJunit:
    #: The attributes that Jenkins' junit-10.xsd knows.
    KNOWN: ClassVar = {
        "testsuites": {"name", "time", "tests", "failures", "errors"},
        "testsuite": {"name", "tests", "failures", "errors", "time", "skipped", "file", "id"},
        "testcase": {"name", "time", "classname", "group"},
        "failure": {"type", "message"},
        "error": {"type", "message"},
    }

    def test_schema(self, results: Results) -> None:
        root = ElementTree.fromstring(FORMATS["junit"].render(results))
        assert root.tag == "testsuites"
        for element in root.iter():
            assert set(element.attrib) <= self.KNOWN[element.tag]
        for suite in root:
            assert suite.tag == "testsuite"
            assert {"name", "tests", "failures", "errors"} <= set(suite.attrib)

    def test_numbers(self, results_of: Make) -> None:
        results = results_of("d.txt", "a", at(0, 1), failures=("no pipeline",))
        root = ElementTree.fromstring(FORMATS["junit"].render(results))
        assert [root.get(key) for key in ("tests", "failures", "errors")] == ["2", "1", "1"]
        assert [case.find("error") is not None for case in root.iter("testcase")] == [False, True]

    def test_a_clean_draft_is_a_test_passed(self, results_of: Make) -> None:
        root = ElementTree.fromstring(FORMATS["junit"].render(results_of("d.txt", "a")))
        (case,) = root.iter("testcase")
        assert (case.get("name"), list(case)) == ("thank-you", [])


class TestSarif:
    @staticmethod
    def run(results: Results) -> dict[str, Any]:
        log = json.loads(FORMATS["sarif"].render(results))
        assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
        run: dict[str, Any] = log["runs"][0]
        return run

    def test_required_fields(self, results: Results) -> None:
        run = self.run(results)
        driver = run["tool"]["driver"]
        assert (driver["name"], driver["semanticVersion"]) == ("followlint", __version__)
        assert run["columnKind"] == "unicodeCodePoints"
        for result in run["results"]:
            assert result["message"]["text"]
            assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["level"] in {"none", "note", "warning", "error"}

    def test_every_rule_is_described(self, results: Results) -> None:
        rules = self.run(results)["tool"]["driver"]["rules"]
        assert [(r["id"], r["name"], r["shortDescription"]["text"]) for r in rules] == [
            ("TM101", "first", "The first thing."),
            ("TM102", "second", "The second thing."),
        ]

    def test_a_rule_that_only_a_finding_names(self, results_of: Make) -> None:
        run = self.run(results_of("d.txt", "a", at(0, 1, "TM777"), rules=()))
        assert run["tool"]["driver"]["rules"] == [{"id": "TM777", "name": "first"}]

    @pytest.mark.parametrize(
        ("name", "uri"),
        [
            ("drafts/a.txt", "drafts/a.txt"),
            ("a b%.txt", "a%20b%25.txt"),
            ("mailto:x.txt", "mailto%3Ax.txt"),
            ("é\n?#.txt", "%C3%A9%0A%3F%23.txt"),
            ("\udcff.txt", "%FF.txt"),
            ("-", "-"),
        ],
    )
    def test_uris(self, name: str, uri: str, results_of: Make) -> None:
        (result,) = self.run(results_of(name, "a", at(0, 1)))["results"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": uri}

    def test_a_path_elsewhere_is_a_file_uri(self, results_of: Make, tmp_path: Path) -> None:
        (result,) = self.run(results_of(str(tmp_path / "a b.txt"), "a", at(0, 1)))["results"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri == (tmp_path / "a b.txt").as_uri()

    def test_what_could_not_be_done_is_no_success(self, results_of: Make) -> None:
        (good,) = self.run(results_of("d.txt", "a"))["invocations"]
        (bad,) = self.run(results_of("d.txt", "a", failures=("no pipeline",)))["invocations"]
        assert good == {"executionSuccessful": True}
        assert bad["executionSuccessful"] is False
        said = [n["message"]["text"] for n in bad["toolExecutionNotifications"]]
        assert said == ["d.txt: no pipeline"]
