"""Who publishes the site: what may be written of it, and how a fault is told."""

from __future__ import annotations

import pytest

from generator.model.publisher import NOBODY, Publisher, read_publisher


def test_everything_may_be_left_out() -> None:
    assert read_publisher(None) == (NOBODY, "")
    assert read_publisher({}) == (NOBODY, "")
    assert not NOBODY.is_named


def test_a_lone_text_stands_where_a_list_may() -> None:
    written = {
        "name": " The Lowland Review ",
        "address": ["1 Quay Street", "Fennmouth"],
        "responsible": "A. Reed",
    }
    assert read_publisher(written) == (
        Publisher("The Lowland Review", address=("1 Quay Street", "Fennmouth"), responsible=("A. Reed",)),
        "",
    )


@pytest.mark.parametrize(
    "right",
    [
        {"email": "desk@example.org"},
        {"email": "desk+briefs@xn--bcher-kva.example"},
        {"url": "https://example.org"},
        {"phone": "+46 8 123 45 67"},
        {"phone": "(030) 12 34-56"},
        {"kind": "person"},
        {"kind": None, "vat": None, "owners": None},
    ],
)
def test_what_is_right_is_taken(right: dict[str, object]) -> None:
    assert read_publisher({"name": "N", **right})[1] == ""


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("The Review", "this is a mapping of keys: write `name: …`"),
        (["name"], "this is a mapping of keys"),
        (
            {"name": "N", "adress": "x"},
            "there is no key adress: did you mean address? There are name, kind, ",
        ),
        ({"name": "N", "qqq": "x"}, "there is no key qqq. There are name, "),
        ({"email": "desk@example.org"}, "name is missing: who publishes the site?"),
        (
            {"name": "N", "email": "desk at example.org"},
            "email: “desk at example.org” is no e-mail address: write it",
        ),
        ({"name": "N", "email": "a@b@example.org"}, "email: “a@b@example.org” is no e-mail address"),
        ({"name": "N", "email": "<x@example.org>"}, "email: “<x@example.org>” is no e-mail address"),
        ({"name": "N", "url": "example.org"}, "url: “example.org” is no address: write it in full"),
        ({"name": "N", "url": "javascript:alert(1)"}, "url: “javascript:alert(1)” is no address"),
        (
            {"name": "N", "phone": 46812345},
            "phone: “46812345” is not read as a text: put it in quotation marks",
        ),
        ({"name": "N", "phone": "call us"}, "phone: “call us” is no telephone number"),
        ({"name": "N", "address": ["1 Quay", 10115]}, "address: “10115” is not read as a text"),
        ({"name": "N", "kind": "company"}, "kind: “company” is neither organisation nor person"),
        ({"name": ["N"]}, "name: write a text"),
        ({"name": "N", "owners": {"a": "b"}}, "owners: write a text"),
    ],
)
def test_a_fault_says_what_to_write(written: object, fault: str) -> None:
    publisher, said = read_publisher(written)
    assert publisher == NOBODY
    assert said.startswith(fault)
