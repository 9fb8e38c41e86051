"""A reading to an article file: front matter, each key with what it was guessed from, and the body."""

from __future__ import annotations

import re

import yaml

from generator.ingest.guess.guess import Guess
from generator.ingest.kind import visible
from generator.ingest.reading import Reading
from generator.ingest.refused import Refused
from generator.model.normal import normal

LARGEST = 1 << 20
"""Bytes that an article file may have."""

_ORDER = (
    "title",
    "author",
    "published",
    "updated",
    "accessed",
    "url",
    "language",
    "rendition",
    "based_on",
    "rights",
)
_LONGEST_REMARK = 100
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?[~?]?")


def article_file(reading: Reading, outlet_id: str, accessed: str | None = None) -> str:
    """The text of the file. `outlet_id` is the party's; `accessed` is the day on which the page was fetched.

    Raises `Refused` for a file that would be too large to be read again.
    """
    guesses = reading.guesses
    keys: dict[str, Guess | None] = {
        "outlet": Guess(outlet_id, guesses.outlet.why if guesses.outlet else "nothing names it: write its id")
    }
    keys |= {key: guesses.keys.get(key) for key in _ORDER}
    keys["title"] = keys["title"] or Guess("Untitled", "no headline was found: write it")
    if accessed:
        keys["accessed"] = Guess(accessed, "the day of the fetch")
    keys["rendition"] = keys["rendition"] or Guess("verbatim", "nothing says otherwise")
    keys["rights"] = Guess("excerpts", "full | excerpts | none")
    written = [
        _line(key, guess) if guess else _remark(key, guesses.remarks.get(key)) for key, guess in keys.items()
    ]
    text = f"---\n{''.join(written)}---\n\n{reading.body}\n"
    if len(text.encode("utf-8")) > LARGEST:
        raise Refused(f"the article would have more than {LARGEST:,} bytes", "Give its text alone.")
    return text


def scalar(value: str | tuple[str, ...]) -> str:
    """A value as YAML on one line."""
    if isinstance(value, str) and _DATE.fullmatch(value):
        return value  # plain, as in other articles; our reader keeps dates as text
    clean = [_clean(one) for one in ((value,) if isinstance(value, str) else value)]
    given = clean[0] if isinstance(value, str) else clean
    dumped = yaml.safe_dump(given, allow_unicode=True, width=1 << 30, default_flow_style=True)
    return str(dumped).removesuffix("\n").removesuffix("\n...")


# --- Private functions ---


def _line(key: str, guess: Guess) -> str:
    return f"{key}: {scalar(guess.value)}  # {_short(guess.why)}\n"


def _remark(key: str, remark: str | None) -> str:
    return f"# {key}:  # {_short(remark)}\n" if remark else ""


def _clean(text: str) -> str:
    """Text that YAML 1.2 allows, on one line, NFC."""
    return normal("NFC", " ".join(re.sub(r"[\u2028\u2029\x85]", " ", visible(text)).split()))


def _short(text: str) -> str:
    clean = _clean(text)
    return clean if len(clean) <= _LONGEST_REMARK else clean[: _LONGEST_REMARK - 1] + "…"
