"""Drafts put into a brief.yml."""

from __future__ import annotations

from generator.suggest.placed import placed, without_drafts

BLOCK = "# Drafts, for you to reword.\nsuggested:\n  - id: new\n    claim: New\n"
BRIEF = "title: A\n\n# my comment\nclaims:\n  - id: a   # kept\n"


def test_drafts_stand_below_everything_else() -> None:
    assert placed(BRIEF, BLOCK) == BRIEF + "\n" + BLOCK


def test_older_drafts_are_replaced_with_what_we_said_above_them() -> None:
    assert placed(placed(BRIEF, BLOCK), BLOCK) == placed(BRIEF, BLOCK)


def test_what_stands_below_older_drafts_stays_with_its_comment() -> None:
    text = "title: A\nsuggested:\n- id: old\n  claim: Old\n# of the tags\ntags: [a]\n"
    assert without_drafts(text) == "title: A\n# of the tags\ntags: [a]\n"


def test_a_key_of_this_name_deeper_in_is_no_draft() -> None:
    text = "title: A\nclaims:\n  - id: a\n    suggested: no\n"
    assert without_drafts(text) == text
