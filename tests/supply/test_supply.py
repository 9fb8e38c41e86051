"""`make supply` takes no silence for a good answer, and makes the same bill of the same lock."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from .__main__ import UNANSWERED, told, verdict
from .tools import BIN, LOCKS, ROOT, audited, bill, lint

LOCK = Path("site.txt")
FOUND = {"id": "PYSEC-2024-1", "fix_versions": ["3.1.6"], "aliases": [], "description": "A hole."}
WELL = {"name": "nh3", "version": "0.3.0", "vulns": []}
ILL = {"name": "jinja2", "version": "3.1.2", "vulns": [FOUND]}
UNASKED = {"name": "uv", "skip_reason": "not found and could not be audited"}

needs_tools = pytest.mark.skipif(
    not (BIN / "zizmor").exists(), reason="the tools of `make supply` are installed by it alone"
)


def answer(*dependencies: dict[str, object]) -> str:
    return json.dumps({"dependencies": dependencies, "fixes": []})


class TestTheAuditor:
    def test_passes_what_has_no_advisory(self) -> None:
        well = audited(LOCK, answer(WELL))
        assert (well.known, verdict(True, [well])) == (1, 0)
        assert told(well) == "pip-audit: site.txt: 0 advisories on 1 packages"

    def test_fails_by_an_advisory_and_names_it(self) -> None:
        ill = audited(LOCK, answer(WELL, ILL))
        assert verdict(True, [ill]) == 1
        assert told(ill).endswith("1 advisories on 2 packages\n  jinja2 3.1.2: PYSEC-2024-1")

    def test_does_not_take_silence_for_a_good_answer(self) -> None:
        silent = audited(LOCK, answer(WELL, UNASKED))
        assert (silent.known, silent.unasked) == (1, ("uv",))
        assert verdict(True, [audited(LOCK, answer(WELL)), silent]) == UNANSWERED
        assert told(silent).endswith("0 advisories on 1 packages, no answer for 1")

    @pytest.mark.parametrize("said", ["", "{}", "no JSON"])
    def test_says_why_where_the_service_cannot_be_reached(self, said: str) -> None:
        failed = audited(LOCK, said, "Traceback\nConnectionError: no such host\n")
        assert verdict(True, [failed]) == UNANSWERED
        assert told(failed) == "pip-audit: site.txt: no answer (ConnectionError: no such host)"

    def test_lets_a_finding_go_before_silence(self) -> None:
        assert verdict(True, [audited(LOCK, answer(UNASKED)), audited(LOCK, answer(ILL))]) == 1
        assert verdict(False, [audited(LOCK, answer(UNASKED))]) == 1
        assert verdict(False, [audited(LOCK, answer(WELL))]) == 1


def test_every_lock_is_made_by_make_lock_and_audited() -> None:
    recipe = re.search(
        r"^lock:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert recipe
    assert set(re.findall(r"--output-file (requirements/\S+)", recipe[1])) == {
        lock.relative_to(ROOT).as_posix() for lock in LOCKS
    }


@needs_tools
class TestTheTools:
    def test_find_nothing_in_the_workflows(self) -> None:
        clean, said = lint()
        assert clean, said

    def test_make_the_same_bill_of_the_same_lock(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lock = ROOT / "requirements" / "site.txt"
        first = bill(lock, tmp_path / "a").read_bytes()
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
        assert bill(lock, tmp_path / "b").read_bytes() == first
        assert os.fsencode(ROOT) not in first

    def test_list_each_package_with_its_version_and_hashes(self, tmp_path: Path) -> None:
        lock = ROOT / "requirements" / "site.txt"
        pins = re.findall(
            r"^([a-z0-9.-]+)(?:\[\w+\])?==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE
        )
        found = json.loads(bill(lock, tmp_path).read_text(encoding="utf-8"))
        assert found["bomFormat"] == "CycloneDX"
        listed = found["components"]
        assert sorted((each["name"], each["version"]) for each in listed) == sorted(pins)
        assert all(each["externalReferences"][0]["hashes"] for each in listed)
        assert found["metadata"]["component"]["name"] == "annotated-briefs"

    def test_say_why_no_bill_was_made(self, tmp_path: Path) -> None:
        with pytest.raises(OSError, match=r"no\.txt"):
            bill(tmp_path / "no.txt", tmp_path)
