"""JSON as our files hold it is what Python's own encoder writes."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.export.json_bytes import json_bytes

SCALARS = st.none() | st.booleans() | st.integers() | st.text()
VALUES = st.recursive(
    SCALARS,
    lambda of: st.lists(of) | st.lists(of).map(tuple) | st.dictionaries(st.text(), of),
    max_leaves=20,
)


@given(VALUES)
def test_it_is_what_python_writes(value: object) -> None:
    assert json_bytes(value).decode() == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def test_it_is_so_for_every_character() -> None:
    text = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    assert json_bytes([text]).decode() == json.dumps([text], ensure_ascii=False, indent=2) + "\n"
