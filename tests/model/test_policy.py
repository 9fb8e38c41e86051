"""A policy adds what a site names to what every page has, and never what would let a stranger's script run."""

from __future__ import annotations

import pytest

from generator.model.policy import BARE, BASE, Sources, digest_source, policy, read_sources

DIGEST = digest_source("alert(1)")


def test_a_policy_without_more_is_the_base() -> None:
    assert policy(Sources()) == "; ".join(f"{name} {' '.join(sources)}" for name, sources in BASE.items())


def test_digests_are_sorted_and_stand_once() -> None:
    said = policy(Sources(), ["'sha256-b'", "'sha256-a'", "'sha256-b'"], ["'sha256-c'"])
    assert "script-src 'self' 'sha256-a' 'sha256-b'; style-src 'self' 'sha256-c';" in said


def test_a_digest_is_that_of_the_text() -> None:
    # from CSP level 3, §8.3.1 ("Hash usage for script-src"): the digest of `alert('Hello, world.');`
    assert digest_source("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_what_a_site_adds_takes_the_place_of_none() -> None:
    sources, fault = read_sources(
        {"frame-src": "https://video.example", "script-src": ["https://a.example", DIGEST]}
    )
    assert fault == ""
    said = policy(sources)
    assert "; frame-src https://video.example;" in said
    assert f"script-src 'self' https://a.example {DIGEST};" in said


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({"script-src": "'unsafe-inline'"}, "digest"),
        ({"script-src": "'wasm-unsafe-eval'"}, "digest"),
        ({"style-src": ["'unsafe-hashes'"]}, "digest"),
        ({"script-src": "*"}, "no source"),
        ({"script-src": "https:"}, "no source"),
        ({"script-src": "data:"}, "no source"),
        ({"script-src": "http://a.example"}, "no source"),
        ({"script-src": "https://a.example; object-src *"}, "no source"),
        ({"img-src": 'https://a.example">'}, "no source"),
        ({"img-src": ["https://a.example", 3]}, "quotation marks"),
        ({"object-src": "'self'"}, "no directive object-src"),
        ({"scrip-src": "'self'"}, "did you mean script-src"),
        ("https://a.example", "mapping"),
    ],
)
def test_what_is_refused(written: object, words: str) -> None:
    sources, fault = read_sources(written)
    assert sources == Sources()
    assert words in fault


@pytest.mark.parametrize(
    "written",
    [
        None,
        {},
        {"img-src": ["blob:", "data:"]},
        {"connect-src": "wss://live.example:8443/feed"},
        {"font-src": "https://*.fonts.example"},
    ],
)
def test_what_is_taken(written: object) -> None:
    assert read_sources(written)[1] == ""


@pytest.mark.parametrize("said", [BARE, policy(Sources())])
def test_nothing_is_unsafe(said: str) -> None:
    assert "unsafe" not in said
    assert said.startswith("default-src 'none'")
