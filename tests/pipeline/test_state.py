"""What a build knew is read as it was kept, and of a large site in less memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.settings import Settings
from generator.pipeline import check, state
from generator.pipeline.make import Made
from generator.pipeline.state import State, States
from generator.render import record

ROOT = Path(__file__).parents[2]


def test_what_is_kept_is_read_again_and_of_many_briefs_says_each_name_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = check(ROOT, Settings()).findings
    made = {slug: Made(slug, "files", record=record(each)) for slug, each in findings.items()}
    for years, largest in ((1, 10**9), (2, 10**9), (2, 0)):
        monkeypatch.setattr(state, "_LARGE", largest)
        folder = tmp_path / f"{years}-{largest}"
        number = {slug: str(place % years) for place, slug in enumerate(made)}
        States(folder).keep(State(made=made), number.__getitem__)
        assert len(list(folder.glob("made-*.json"))) == years
        found = States(folder).read().made
        assert found == made
        records = [each.record for each in found.values() if each.record]
        parties = [origin.party for record in records for origin in record.origins]
        claims = [(record, origin.claim) for record in records for origin in record.origins]
        assert parties
        assert (len({*map(id, parties)}) == len({*parties})) == (largest == 0)
        if largest == 0:
            assert all(any(claim is own for own in record.claims) for record, claim in claims)


def test_what_is_damaged_is_not_there(tmp_path: Path) -> None:
    States(tmp_path).keep(State(made={"one": Made("one", "x"), "two": Made("two", "y")}), str)
    (tmp_path / "made-one.json").write_bytes((tmp_path / "made-one.json").read_bytes()[:-1])
    (tmp_path / "site.json").write_bytes(b"")
    assert States(tmp_path).read() == State(made={"two": Made("two", "y")})
