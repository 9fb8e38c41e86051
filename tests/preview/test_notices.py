"""What a page of the preview says: each problem with place, frame and remedy, and nothing of the user's as markup."""

from __future__ import annotations

from pathlib import Path

from generator.model.source import Location, Problem, Severity
from generator.preview.notices import MOST, Editor, Elsewhere, Notice, bare_page, notice_html

PLACE = Location("briefs/port/brief.yml", 2, 8, 5)
TEXT = "title: x\nquote: <b>no</b>\n"
COPIED = Editor(Path("/desk"))


def _problem(**changes: object) -> Problem:
    values: dict[str, object] = {"location": PLACE, "code": "quote-not-found", "message": "this is not in it"}
    return Problem(**(values | changes))  # type: ignore[arg-type]


def test_nothing_to_say_is_nothing() -> None:
    assert notice_html(Notice(), COPIED) == ""


def test_a_problem_has_its_place_its_message_its_frame_and_its_remedy() -> None:
    html = notice_html(Notice((_problem(remedy="write it anew"),), {PLACE.file: TEXT}, keeps=True), COPIED)
    assert 'data-copy="briefs/port/brief.yml:2:8"' in html
    assert "error quote-not-found" in html
    assert "this is not in it" in html
    assert "    2 | quote: &lt;b&gt;no&lt;/b&gt;" in html
    assert "        ^^^^^</pre>" in html
    assert "write it anew" in html
    assert "1 error: the page is as it last was without" in html


def test_no_text_of_the_users_is_markup() -> None:
    hostile = "<script>x</script>\"'&"
    problem = _problem(location=Location(hostile, 1, 1), code=hostile, message=hostile, remedy=hostile)
    elsewhere = Elsewhere(hostile, "/briefs/x/", 2)
    html = notice_html(
        Notice((problem,), {hostile: hostile}, elsewhere=(elsewhere,), edited=elsewhere), COPIED
    )
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 6
    assert b"<script" not in bare_page(hostile)


def test_errors_are_unfolded_and_warnings_are_where_they_count_as_errors() -> None:
    warning = _problem(severity=Severity.WARNING)
    assert '<details class="bp-problems" open>' in notice_html(Notice((_problem(), warning)), COPIED)
    assert "1 error, 1 warning" in notice_html(Notice((_problem(), warning)), COPIED)
    assert '<details class="bp-problems">' in notice_html(Notice((warning,)), COPIED)
    assert '<details class="bp-problems" open>' in notice_html(Notice((warning,), strict=True), COPIED)


def test_of_many_problems_the_first_are_listed_and_the_others_counted() -> None:
    html = notice_html(Notice(tuple(_problem() for _ in range(MOST + 7))), COPIED)
    assert html.count("<li ") == MOST
    assert "57 errors" in html
    assert "And 7 more" in html


def test_a_place_is_a_link_into_the_editor_where_one_is_named() -> None:
    editor = Editor(Path("/a desk"), "vscode://file{path}:{line}:{column}")
    html = notice_html(Notice((_problem(),)), editor)
    assert 'href="vscode://file/a%20desk/briefs/port/brief.yml:2:8"' in html
    assert "data-copy" not in html
