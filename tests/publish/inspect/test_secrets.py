"""Secrets are told by their place and their first letters; words about secrets are none."""

from __future__ import annotations

import pytest

from generator.publish.inspect.marks import Marks
from generator.publish.inspect.secrets import MARKS, secrets


def found(text: str) -> list[tuple[str, str, int]]:
    content = text.encode()
    return list(secrets(content, Marks(MARKS).found(content.lower())))


def made(*parts: str) -> str:
    """A made-up secret, put together here lest anyone who looks for secrets finds one in this file."""
    return "".join(parts)


@pytest.mark.parametrize(
    ("secret", "what"),
    [
        (made("-----BEGIN RSA PRIV", "ATE KEY-----\nMIIEow"), "private key"),
        (made("-----BEGIN PRIV", "ATE KEY-----\nMIIEow"), "private key"),
        (made("AKIA", "IOSFODNN7EXAMPLQ"), "Amazon"),
        (made("ghp", "_", "a1B2" * 9), "GitHub"),
        (made("github", "_pat_", "a" * 22, "_", "b" * 59), "GitHub"),
        (made("xox", "b-123456789012-", "abcDEF" * 4), "Slack"),
        (made("AIza", "SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7"[:35]), "Google"),
        (made("GOC", "SPX-", "a1b2c3d4" * 3, "e5f6"), "Google"),
        (made('pass', 'word = "hunter2-Correct9"'), "password"),
        (made("api", "_key: 'Zx81kq09LmP2'"), "password"),
        (made("&#34;secret&#34;: &#34;", "Qw3rTy77uIop&#34;"), "password"),
        (made('secret=\\"', 'Qw3rTy77uIop\\"'), "password"),
    ],
)  # fmt: skip
def test_a_secret_is_told_and_not_shown(secret: str, what: str) -> None:
    told = found(f"one\ntwo\n{secret}\n")
    assert [line for _, _, line in told] == [3]
    assert what in told[0][0]
    assert len(told[0][1]) == 5
    assert secret not in told[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "The password is written on the wall.", "password: 'changeme'", 'password = "password"', 'secret: "tomorrow"',
        "AKIA is the prefix of keys", "ghp_ begins a token", "-----BEGIN CERTIFICATE-----\nMIIEow", "secret=12345678",
        "the secret: “Operation 2024 of them”", "-----BEGIN PRIVATE KEY-----", "passwd='aaaaaaaa1'", "token_secret",
    ],
)  # fmt: skip
def test_words_are_no_secrets(text: str) -> None:
    assert found(text) == []


def test_each_is_told_at_its_own_line() -> None:
    key = made("AKIA", "IOSFODNN7EXAMPLQ")
    told = found(f"{key}\n\n{key} {key}\nno\n{key}")
    assert [line for _, _, line in told] == [1, 3, 3, 5]
