"""What a build knew is read as it was kept, and of a site that is built a year at a time in less memory."""

from __future__ import annotations

from pathlib import Path

from generator.model.settings import Settings
from generator.pipeline import check
from generator.pipeline.make import Made
from generator.pipeline.state import State, States
from generator.render import record

ROOT = Path(__file__).parents[2]


def test_what_is_kept_is_read_again_and_of_several_shards_says_each_name_once(tmp_path: Path) -> None:
    findings = check(ROOT, Settings()).findings
    made = {slug: Made(slug, "files", record=record(each)) for slug, each in findings.items()}
    for shards in (1, 2):
        folder = tmp_path / str(shards)
        number = {slug: str(place % shards) for place, slug in enumerate(made)}
        States(folder).keep(State(made=made), number.__getitem__)
        assert len(list(folder.glob("made-*.json"))) == shards
        found = States(folder).read().made
        assert found == made
        records = [each.record for each in found.values() if each.record]
        parties = [origin.party for record in records for origin in record.origins]
        claims = [(record, origin.claim) for record in records for origin in record.origins]
        assert parties
        assert (len({*map(id, parties)}) == len({*parties})) == (shards == 2)
        if shards == 2:
            assert all(any(claim is own for own in record.claims) for record, claim in claims)


def test_what_is_damaged_is_not_there(tmp_path: Path) -> None:
    States(tmp_path).keep(State(made={"one": Made("one", "x"), "two": Made("two", "y")}), str)
    (tmp_path / "made-one.json").write_bytes((tmp_path / "made-one.json").read_bytes()[:-1])
    (tmp_path / "site.json").write_bytes(b"")
    assert States(tmp_path).read() == State(made={"two": Made("two", "y")})
