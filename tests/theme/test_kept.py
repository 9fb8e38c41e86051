"""Style sheets that are kept are those that would be made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from generator.theme.kept import keep_sheets, kept_lean
from generator.theme.lean import Texts, lean
from generator.theme.seen import Seen

TEXTS = Texts(
    materials=(".md-a{color:red}.md-b{color:blue}", ".md-c{color:green}"),
    ours=".b-x{color:var(--c)}",
    others=(".b-x{color:var(--c)}",),
    bundle=("",),
    scripts=(),
)
SHOWN = Seen(words=frozenset({"md-a", "md-c"}))
OTHERS = Seen(words=frozenset({"md-b"}))


@dataclass
class Behind:
    """What is kept in memory, and how often something was."""

    kept: dict[str, bytes] = field(default_factory=dict)
    saved: int = 0

    def load(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def save(self, name: str, content: bytes) -> None:
        self.kept[name] = content
        self.saved += 1


@pytest.fixture
def behind() -> Iterator[Behind]:
    one = Behind()
    keep_sheets(one)
    yield one
    keep_sheets(None)


def test_what_was_made_of_the_same_is_not_made_anew(behind: Behind) -> None:
    made = lean(TEXTS, SHOWN)
    assert [kept_lean(TEXTS, SHOWN) for _ in range(3)] == [made] * 3
    assert behind.saved == 1
    (name,) = behind.kept
    behind.kept[name] = behind.kept[name].replace(b"color:red", b"color:tan")
    assert kept_lean(TEXTS, SHOWN) != made, "it was made anew, and not taken from where it was kept"


def test_what_other_pages_show_is_made_of_that(behind: Behind) -> None:
    for number, shown in enumerate((SHOWN, OTHERS, SHOWN), 1):
        assert kept_lean(TEXTS, shown) == lean(TEXTS, shown)
        assert behind.saved == number
    assert len(behind.kept) == 1, "what no build asks for any more is kept"


@pytest.mark.parametrize("content", [b"", b"5", b"{}", b"[1, 2]", b"\xff", b'["x", "y", null]'])
def test_what_is_kept_otherwise_counts_for_nothing(behind: Behind, content: bytes) -> None:
    kept_lean(TEXTS, SHOWN)
    (name,) = behind.kept
    behind.kept[name] = content
    assert kept_lean(TEXTS, SHOWN) == lean(TEXTS, SHOWN)
    assert behind.saved == 2


def test_nothing_is_kept_where_there_is_no_place_for_it() -> None:
    assert kept_lean(TEXTS, SHOWN) == lean(TEXTS, SHOWN)
