"""Of more changed quotes than anybody has, the last are not compared: they are lost, and never taken."""

from __future__ import annotations

from generator.anchor.drift.ground import MOST_COMPARED, Patience
from generator.model.settings import Settings
from generator.pipeline.line import check_folder
from tests.hostile.attacks.entrances import locked_anew, site
from tests.hostile.attacks.of_locks import article_with, brief_with, locked

MANY = "many and " * 130
SAID = [f"In street {n} of the town they counted {MANY}more people" for n in range(70)]
COMPARED = MOST_COMPARED // len(SAID[-1])


def test_no_more_is_compared_than_there_is_patience_for() -> None:
    patience = Patience(10)
    assert patience.spend(5)
    assert patience.spend(5)
    assert not patience.is_spent
    assert not patience.spend(1)
    assert patience.is_spent


def test_the_rest_is_lost_and_says_why() -> None:
    bodies = [". ".join(SAID), ". ".join(said.replace("town", "village") for said in SAID)]
    files = locked(
        {"brief.yml": brief_with(SAID), "herald.md": article_with(bodies[0])},
        {"herald.md": article_with(bodies[1])},
    )

    problems = check_folder(site(files), Settings()).problems

    codes = [problem.code for problem in problems]
    assert codes == ["quote-material"] * COMPARED + ["quote-lost"] * (len(SAID) - COMPARED)
    assert problems[-1].message.endswith("and more has changed since than is compared")
    assert [row.is_taken for row in locked_anew(files).rows] == [False] * len(SAID)


def test_what_moved_in_its_own_words_needs_no_patience() -> None:
    files = locked(
        {"brief.yml": brief_with(SAID), "herald.md": article_with(". ".join(SAID))},
        {"herald.md": article_with("Once more. " + ". ".join(SAID))},
    )
    assert [
        problem.code for problem in check_folder(site(files), Settings()).problems if problem.is_error
    ] == []
