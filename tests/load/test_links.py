"""Which addresses were found dead."""

from __future__ import annotations

import pytest

from generator.load.links import read_links, written_links

HEAD = "# Written by `briefs links`: addresses that were not found any more, and since when.\n"


def test_what_is_written_is_read_in_the_order_of_addresses() -> None:
    dead = {"https://b.example/?a=b#c: d": "2025-02-08", 'https://a.example/"': "2024-12"}
    written = written_links(dead)
    assert written.decode() == (
        f'{HEAD}"https://a.example/\\"": 2024-12\n"https://b.example/?a=b#c: d": 2025-02-08\n'
    )
    assert read_links("f", written) == (dead, [])


def test_no_file_and_a_file_of_nothing() -> None:
    assert read_links("f", None) == ({}, [])
    dead, (problem,) = read_links("f", b"")
    assert (dead, problem.code) == ({}, "empty")
    dead, (problem,) = read_links("f", b"- a\n")
    assert (dead, problem.code) == ({}, "wrong-type")


@pytest.mark.parametrize("since", ["yesterday", "{a: b}", "", "[2025]"])
def test_a_line_without_a_date_is_a_warning_and_the_others_are_read(since: str) -> None:
    dead, (problem,) = read_links("links.yml", f"a: 2025-02-08\nb: {since}\nc: 2025\n".encode())
    assert dead == {"a": "2025-02-08", "c": "2025"}
    assert (problem.location.file, problem.location.line, problem.code) == ("links.yml", 2, "bad-links")
    assert not problem.is_error
    assert problem.message == "a date is expected here, as `briefs links` writes it"
    assert problem.remedy == "Run `briefs links`, which writes the file anew, or delete the line."
