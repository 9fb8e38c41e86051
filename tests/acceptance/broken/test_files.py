"""Files that can't be read as they are: encodings, shapes, sizes, cycles over several files; each with its line."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from ..desk import bare_site
from .port import ALDER, BIRCH, BRIEF, FILES, REGISTER


class Whole(NamedTuple):
    """`content` takes the place of `file`; a problem is due on `line` (0: any) at `column` (0: any)."""

    name: str
    file: str
    content: bytes
    line: int = 1
    column: int = 0


def _changed(file: str, old: str, new: bytes) -> bytes:
    before, after = FILES[file].split(old, 1)
    return before.encode() + new + after.encode()


_ANY = 0
CASES = [
    Whole("an empty brief", BRIEF, b""),
    Whole("a brief of white space", BRIEF, b"\n  \n"),
    Whole("a brief of comments", BRIEF, b"# nothing\n# here\n", _ANY),
    Whole("a list for a brief", BRIEF, b"- title: x\n", 1, 1),
    Whole("a text for a brief", BRIEF, b"Fire in the port\n", 1, 1),
    Whole("null for a brief", BRIEF, b"null\n", 1),
    Whole("a brief in Latin-1", BRIEF, _changed(BRIEF, "Ada Lind", b"Ad\xe9 Lind"), 5, 11),
    Whole("a brief with half a character", BRIEF, _changed(BRIEF, "Ada Lind", b"Ada \xe2\x82 Lind"), 5, 13),
    Whole("a brief in UTF-16", BRIEF, FILES[BRIEF].encode("utf-16"), 1),
    Whole("a brief in UTF-16 without its mark", BRIEF, FILES[BRIEF].encode("utf-16-le"), 1),
    Whole("an overlong encoding", BRIEF, _changed(BRIEF, "Ada Lind", b"Ada\xc0\xafLind"), 5, 12),
    Whole("a lone surrogate", BRIEF, _changed(BRIEF, "Ada Lind", b"Ada\xed\xa0\x80"), 5, 12),
    Whole("a huge brief", BRIEF, FILES[BRIEF].encode() + b"# " + b"x" * 20_000_000, _ANY),
    Whole("a deep brief", BRIEF, b"- " * 50_000, 1),
    Whole("a brief of brackets", BRIEF, b"[" * 100_000, 1),
    Whole("a brief of braces", BRIEF, b"a: " + b"{a: " * 5_000, 1),
    Whole(
        "a bomb of aliases",
        BRIEF,
        b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 120)),
        _ANY,
    ),
    Whole("an article without front matter", ALDER, b"The fire began at noon on Friday.\n", 1),
    Whole(
        "an article whose front matter isn't closed", ALDER, b"---\noutlet: alder\ntitle: x\n\nThe fire.\n", 1
    ),
    Whole("an empty article", ALDER, b"", 1),
    Whole("an article with an empty front matter", ALDER, b"---\n---\n\nThe fire began.\n", _ANY),
    Whole(
        "an article with a list for its front matter", ALDER, b"---\n- outlet\n---\n\nThe fire began.\n", 2
    ),
    Whole("an article in Latin-1", ALDER, _changed(ALDER, "Nobody could", b"Nobody c\xf4uld"), 16, 9),
    Whole("a title in Latin-1", ALDER, _changed(ALDER, "Bo Ek", b"Bo \xc5k"), 4, 12),
    Whole("an article in UTF-16", BIRCH, FILES[BIRCH].encode("utf-16"), 1),
    Whole("a list for a register", REGISTER, b"- alder\n- birch\n", 1, 1),
    Whole("a register in Latin-1", REGISTER, FILES[REGISTER].encode() + b"oak: {name: \xd6ak}\n", _ANY),
    Whole("a party with a bad id", REGISTER, FILES[REGISTER].encode() + b"Old Oak: {name: Oak}\n", _ANY),
]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_file_that_cannot_be_read_is_reported_at_its_line(case: Whole, tmp_path: Path) -> None:
    outcome = bare_site(tmp_path).write({**FILES, case.file: case.content}).check()
    assert outcome.code == 1
    assert not outcome.err
    here = [problem for problem in outcome.errors if problem["file"] == case.file]
    assert here, outcome.problems
    if case.line:
        assert here[0]["line"] == case.line
    if case.column:
        assert here[0]["column"] == case.column


def test_the_byte_of_another_encoding_is_named(tmp_path: Path) -> None:
    content = _changed(BRIEF, "Ada Lind", b"Ad\xe9 Lind")
    (problem,) = bare_site(tmp_path).write({**FILES, BRIEF: content}).check("port").errors
    assert "e9" in problem["message"].lower()


@pytest.mark.parametrize(
    "ring", [("wire", "telex"), ("wire", "telex", "cable"), ("wire", "telex", "cable", "pigeon")]
)
def test_parties_that_belong_to_each_other_in_a_ring_are_a_problem(
    ring: tuple[str, ...], tmp_path: Path
) -> None:
    register = FILES[REGISTER]
    for party, above in zip(ring, (*ring[1:], ring[0]), strict=True):
        register = register.replace(f"\n{party}:\n", f"\n{party}:\n  part_of: {above}\n")
    outcome = bare_site(tmp_path).write({**FILES, REGISTER: register}).check()
    assert outcome.code == 1
    lines = register.split("\n")
    for problem in outcome.errors:
        assert problem["file"] == REGISTER
        assert "part_of" in lines[problem["line"] - 1]
    assert len(outcome.errors) >= 1


def test_an_article_that_no_claim_uses_is_a_warning(tmp_path: Path) -> None:
    unused = "briefs/port/articles/cedar.md"
    desk = bare_site(tmp_path).write({**FILES, unused: FILES[BIRCH].replace("birch", "cedar")})
    outcome = desk.check()
    assert [(problem["file"], problem["severity"]) for problem in outcome.problems] == [(unused, "warning")]
    assert outcome.code == 0
    assert desk.run("check", "--strict").code == 1


def test_problems_of_several_files_come_in_one_run(tmp_path: Path) -> None:
    broken = {
        BRIEF: FILES[BRIEF].replace("status: published", "status: publish"),
        ALDER: FILES[ALDER].replace("rights: excerpts", "rights: all"),
        BIRCH: FILES[BIRCH].replace("rendition: adaptation", "rendition: adapted"),
        REGISTER: FILES[REGISTER].replace("kind: broadcaster", "kind: radio"),
    }
    outcome = bare_site(tmp_path).write({**FILES, **broken}).check()
    assert {(p["file"], p["line"]) for p in outcome.errors} >= {(BRIEF, 4), (ALDER, 9), (BIRCH, 5)}
    assert {p["file"] for p in outcome.errors} == set(broken)
