"""A brief's lock is a part of what it is made of, and costs nothing where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.folder import BriefFolder, read_folder
from generator.model.settings import Settings
from generator.pipeline import check, keys
from generator.pipeline.line import parties_of
from generator.pipeline.locking import lock_brief
from generator.pipeline.locks import hold
from generator.pipeline.reading import brief_of
from tests.sample import edit, make_site

KEY = "0123456789abcdef0123456789abcdef"


def folder_of(root: Path) -> BriefFolder:
    return read_folder(root, "briefs")[0].briefs["strike"]


def test_the_lock_and_withheld_texts_belong_to_the_digest_of_a_brief(tmp_path: Path) -> None:
    make_site(tmp_path)
    digests = [keys.of_files(folder_of(tmp_path))]
    lock = tmp_path / "briefs/strike/brief.lock.yml"
    for text in ("", "lock: 1\n"):
        lock.write_text(text, encoding="utf-8")
        digests.append(keys.of_files(folder_of(tmp_path)))
    (tmp_path / "briefs/strike/withheld").mkdir()
    (tmp_path / "briefs/strike/withheld/echo.txt").write_text("Said.", encoding="utf-8")
    digests.append(keys.of_files(folder_of(tmp_path)))
    assert len(set(digests)) == len(digests)


def test_without_a_lock_a_brief_is_what_it_is(tmp_path: Path) -> None:
    folder = folder_of(make_site(tmp_path))
    parties, _ = parties_of(read_folder(tmp_path, "briefs")[0], has_briefs=True)
    brief, _ = brief_of(folder, parties, ["strike"])
    assert brief is not None
    held = hold(folder, brief)
    assert held.brief is brief
    assert (held.quotations, held.fates, held.problems) == ({}, {}, ())


def test_a_lock_of_an_article_that_did_not_change_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_site(tmp_path)
    parties, _ = parties_of(read_folder(root, "briefs")[0], has_briefs=True)
    made = lock_brief(folder_of(root), parties, ["strike"], "2026-03-04", update=False)
    (root / "briefs/strike/brief.lock.yml").write_bytes(made.file or b"")
    monkeypatch.setattr("generator.pipeline.locks.read_lock", None)
    assert check(root, Settings()).problems == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("about 400 dockers", "about 400\u00a0dockers"),
        ("After nine days dockers", "\u201cAfter\u201d nine days: dockers\u2026 and so\u00ad dockers"),
        ("walked out.", "walked out: \"50 %\" \\ \u2028 # no, {[said]} 'they' \U0001f1f8\U0001f1ea \ufeff."),
    ],
)  # fmt: skip
def test_whatever_stands_around_a_quote_a_lock_reads_as_it_was_written(
    tmp_path: Path, before: str, after: str
) -> None:
    root = make_site(tmp_path)
    edit(root / "briefs/strike/articles/herald.md", before, after)
    parties, _ = parties_of(read_folder(root, "briefs")[0], has_briefs=True)
    made = lock_brief(folder_of(root), parties, ["strike"], "2026-03-04", update=False)
    lock = root / "briefs/strike/brief.lock.yml"
    lock.write_bytes((made.file or b"") + b"# read it all the same\n")
    assert check(root, Settings()).problems == ()
