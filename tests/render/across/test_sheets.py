"""A page that was made need not be made again while the digest of what it is made from stays."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from generator.model.findings import Corrected, Known, Record
from generator.model.page import Page
from generator.model.settings import Settings
from generator.render.across import lists, sheets
from tests.render.across.made import lean, made

SITE = Settings(drafts=True)


def digests(records: list[Record], states: dict[str, str] | None = None) -> dict[str, tuple[str, Page]]:
    """Of each page its digest and the page, by its path."""
    made_of = sheets(records, SITE, states)
    return {each.path: (each.state(), each.page()) for make in made_of.values() for each in make()}


def many(number: int) -> list[Record]:
    return [
        lean(
            f"b{n:03}",
            f"20{20 + n % 3}-{n % 12 + 1:02}-01",
            papers=n % 3 + 1,
            size=n % 5 + 40,
            tags=(f"tag {n % 4}", "all"),
            corrections=(Corrected("2026-01-01", "2026-01-01", "was", "now", "why", "c1", False),) * (n % 3),
        )
        for n in range(number)
    ]


def edited(record: Record, dice: random.Random) -> Record:
    """The record with one thing changed."""
    party = dice.choice(record.parties)
    others = tuple(one for one in record.parties if one != party)
    first, *outlets = record.outlets
    told, *claims = first.claims
    changes: list[dict[str, object]] = [
        {"title": "Another title"},
        {"summary": "Another summary"},
        {"date": "2021-05-05", "sort_date": "2021-05-05"},
        {"revised": "2030-01-01"},
        {"language": "sv"},
        {"status": "draft"},
        {"status": "withdrawn"},
        {"notice": "Take care"},
        {"tags": ("tag 1", "new")},
        {"sources": 9},
        {"counts": {"differs": 2}},
        {"claims": {**record.claims, "c1": "Another text"}},
        {"parties": (Known(party.party, "Another name", kind="agency", part_of="wire"), *others)},
        {"outlets": (replace(first, claims=(replace(told, denied=not told.denied), *claims)), *outlets)},
        {"outlets": (replace(first, claims=tuple(claims)), *outlets)},
        {"origins": record.origins[1:]},
        {"origins": tuple(replace(origin, party="paper-0") for origin in record.origins)},
        {"corrections": ()},
    ]
    return replace(record, **dice.choice(changes))


@pytest.mark.parametrize("seed", range(12))
def test_the_same_digest_is_the_same_page(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - edits, not secrets
    records = many(30)
    before = digests(records)
    for _ in range(3):
        place = dice.randrange(len(records))
        records[place] = edited(records[place], dice)
        if dice.random() < 0.2:
            records.append(made("another", "2022-02-02"))
        elif dice.random() < 0.2:
            del records[dice.randrange(len(records))]
        after = digests(records)
        for path, (state, page) in after.items():
            if path in before and before[path][0] == state:
                assert before[path][1] == page, path
        before = after


def test_an_edit_leaves_most_pages_as_they_are() -> None:
    records = many(30)
    before = digests(records)
    records[7] = replace(records[7], summary="Another summary")
    after = digests(records)
    changed = {path for path, (state, _) in after.items() if before[path][0] != state}
    assert len(changed) < len(after) / 2
    assert {path for path in after if before[path][1] != after[path][1]} <= changed


def test_a_state_that_is_known_is_not_worked_out() -> None:
    records = many(3)
    known = {record.slug: "known" for record in records}
    one, other = digests(records, known), digests([replace(r, summary="Another") for r in records], known)
    assert {path: state for path, (state, _) in one.items()} == {path: s for path, (s, _) in other.items()}


def test_lists_are_made_of_sheets() -> None:
    records = many(9)
    whole = {page.path: page for make in lists(records, SITE).values() for page in make()}
    assert whole == {path: page for path, (_, page) in digests(records).items()}
