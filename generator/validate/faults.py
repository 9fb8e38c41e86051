"""What pydantic finds wrong with an entry, in our words and at the place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.brief import Annotations, Claim, Report
from generator.model.keys import ID_PATTERN
from generator.model.lock import (
    COUNT_PATTERN,
    DAY_PATTERN,
    DIGEST_PATTERN,
    KEY_PATTERN,
    QUOTE_PATTERN,
    SPAN_PATTERN,
)
from generator.model.source import Path, Problem, Tree
from generator.validate.nearness import did_you_mean, nearest_of
from generator.validate.shape import NAMES, ModelAt, is_required, keys
from generator.validate.written import ABSENT, step

MOST_FAULTS = 500
"""Faults of one document that are told."""

QUOTE_IT = "If it is meant as text, put it in quotes."

_Teller: TypeAlias = Callable[[Any, Path, object, Tree], Problem]

_PATTERNS = {
    ID_PATTERN: (
        "bad-id",
        "no id: lower-case letters, digits, `-` and `_`, beginning with a letter or digit",
    ),
    r"^https?://[^\s/?#]+[^\s]*$": ("bad-url", "no address: it begins with `https://` or `http://`"),
    r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$": ("bad-language", "no language code, like `en` or `pt-BR`"),
    DIGEST_PATTERN: ("bad-digest", "no digest: `sha256:` or `hmac-sha256:` and 64 hexadecimal digits"),
    SPAN_PATTERN: ("bad-span", "no place: start and end in code points, like `120-151`"),
    COUNT_PATTERN: ("bad-count", "no whole number"),
    DAY_PATTERN: ("date", "no day, like `2026-03-04`"),
    KEY_PATTERN: ("bad-digest", "no name of a key: 16 hexadecimal digits"),
    QUOTE_PATTERN: ("bad-id", "no place of a quote, like `wage/0/0`, `wage/0/via` or `notes/2`"),
    r"^[A-Z]{2}$": ("bad-country", "no country code: two capitals, like `SE`"),
}

_OF_KEY = ("[key]",)
"""What pydantic adds to the place of a mapping's entry where it is its key that is no good."""

_EXPECTED = {
    "string_type": ("text is", "text"),
    "tuple_type": ("a list is", "[a, b]"),
    "bool_type": ("`true` or `false` is", "true"),
    "mapping_type": ("keys and values are", "key: value"),
    "dict_type": ("keys and values are", "key: value"),
    "model_type": ("keys and values are", "key: value"),
    "model_attributes_type": ("keys and values are", "key: value"),
}

_TOO_SHORT = {
    "claims": "a brief has at least one claim",
    "reports": "this claim has no reports",
    "quote": "this list of quotes is empty",
    "together": "side by side stand two parties or more",
}


def problems_in(
    error: ValidationError, tree: Tree, model_at: ModelAt, prefix: Path = ()
) -> list[tuple[Path, Problem | None]]:
    """Each fault as the written path that it concerns and the problem.

    No problem: an optional key without a value counts as absent, and has only to be left out.
    """
    found: list[tuple[Path, Problem | None]] = []
    most = MOST_FAULTS
    for fault in _one_of_union(error.errors(include_url=False, include_input=False), tree, prefix):
        found.append(_told(fault, (*prefix, *_steps(fault)), tree, model_at))
        most -= found[-1][1] is not None
        if not most:
            break
    return found


def written(tree: Tree, path: Path) -> tuple[Path, object]:
    """`path` as the file has it, and the value there; steps that normalisation put in are passed over."""
    value, found = tree.value, []
    for key in path:
        below = step(value, key)
        if below is not ABSENT:
            value = below
            found.append(key)
    return tuple(found), value


# --- Private functions ---


def _steps(fault: ErrorDetails) -> Path:
    """The place of a fault, without the branches of the union that pydantic names (`Link`)."""
    loc = fault["loc"]
    return tuple(s for i, s in enumerate(loc) if not (_is_link(loc, i - 1) and isinstance(s, str)))


def _is_link(loc: tuple[int | str, ...], at: int) -> bool:
    return at > 0 and loc[at - 1] == "via" and isinstance(loc[at], int)


def _one_of_union(faults: Iterable[ErrorDetails], tree: Tree, prefix: Path) -> Iterator[ErrorDetails]:
    """The faults, and of those about a `via` entry only those of the branch that was meant."""
    for fault in faults:
        loc = fault["loc"]
        at = next((i for i in range(len(loc)) if _is_link(loc, i)), None)
        if at is not None and at + 1 < len(loc):
            is_mapping = isinstance(written(tree, (*prefix, *loc[: at + 1]))[1], dict)
            if is_mapping != (loc[at + 1] == "Together"):
                continue
        yield fault


def _told(fault: ErrorDetails, path: Path, tree: Tree, model_at: ModelAt) -> tuple[Path, Problem | None]:
    kind = fault["type"]
    if kind == "missing":
        return _missing(path, tree, model_at)
    place, value = written(tree, path)
    told: _Teller = _TOLD.get(kind, _wrong_type)
    if path[-1:] == _OF_KEY and place and place == written(tree, path[:-1])[0]:
        return place, replace(told(fault, place, place[-1], tree), location=tree.at_key(place))
    if kind == "extra_forbidden":
        return place, _unknown_key(place, tree, model_at)
    if value is None:
        return place, _without_value(place, tree, model_at)
    return place, told(fault, place, value, tree)


def _missing(path: Path, tree: Tree, model_at: ModelAt) -> tuple[Path, Problem]:
    above, key = written(tree, path[:-1])[0], path[-1]
    model = model_at(above)
    remedy = (
        f"{NAMES[model].capitalize()} needs {_listed(k for k, needed in keys(model).items() if needed)}."
        if model
        else None
    )
    return (*above, key), Problem(tree.at(above), "missing-key", f"the key `{key}` is missing", remedy)


def _unknown_key(path: Path, tree: Tree, model_at: ModelAt) -> Problem:
    model, key = model_at(path[:-1]), str(path[-1])
    allowed = keys(model) if model else {}
    elsewhere = [NAMES[m] for m in (Annotations, Claim, Report) if m is not model and key in keys(m)]
    meant = nearest_of(key, allowed)
    hint = did_you_mean(meant) or (f"It is a key of {elsewhere[0]}." if elsewhere else "")
    name = NAMES[model] if model else "this"
    remedy = f"{hint} Keys allowed here: {', '.join(allowed)}.".strip()
    return Problem(tree.at_key(path), "unknown-key", f"`{key}` is no key of {name}", remedy, instead=meant)


def _without_value(path: Path, tree: Tree, model_at: ModelAt) -> Problem | None:
    if path and isinstance(path[-1], str):
        model = model_at(path[:-1])
        if model is not None and not is_required(model, path[-1]):
            return None
        return Problem(
            tree.at_key(path), "empty", f"the key `{path[-1]}` has no value", "Write one after its `:`."
        )
    return Problem(tree.at(path), "empty", "nothing stands here", "Write a value, or delete the line.")


def _wrong_type(fault: ErrorDetails, path: Path, value: object, tree: Tree) -> Problem:
    kind = fault["type"]
    expected, example = _EXPECTED.get(kind, ("something else is", ""))
    if kind == "is_instance_of":
        of_date = fault.get("ctx", {}).get("class") == "Date"
        expected, example = ("a date is", "2025-02-08") if of_date else ("a share in per cent is", "30%")
    if kind == "string_type" and isinstance(value, bool):
        message = f"text is expected here, and `{str(value).lower()}` without quotes is none"
        return Problem(tree.at(path), "wrong-type", message, "Put it in quotes.")
    if kind == "string_type" and path[-2:-1] == ("via",):
        example = "text, or {together: [a, b]}"
    elif kind == "string_type":
        return Problem(tree.at(path), "wrong-type", f"{expected} expected here, not {_kind(value)}", QUOTE_IT)
    message = f"{expected} expected here, not {_kind(value)}"
    return Problem(tree.at(path), "wrong-type", message, f"For example: `{example}`." if example else None)


def _unknown_word(fault: ErrorDetails, path: Path, value: object, tree: Tree) -> Problem:
    if not isinstance(value, str):
        return _wrong_type({**fault, "type": "string_type"}, path, value, tree)
    words = re.findall(r"'([^']*)'", str(fault.get("ctx", {}).get("expected", "")))
    meant = nearest_of(value, words)
    remedy = f"{did_you_mean(meant)} Words allowed here: {', '.join(words)}.".strip()
    message = f"`{_short(value)}` is no word for `{_key(path)}`"
    return Problem(tree.at(path), "unknown-word", message, remedy, instead=meant)


def _bad_pattern(fault: ErrorDetails, path: Path, value: object, tree: Tree) -> Problem:
    code, message = _PATTERNS[str(fault.get("ctx", {}).get("pattern"))]
    return Problem(tree.at(path), code, f"`{_short(str(value))}` is {message}", None)


def _too_long(fault: Any, path: Path, value: object, tree: Tree) -> Problem:
    most = fault.get("ctx", {}).get("max_length")
    return Problem(tree.at(path), "bad-url", f"this address has more than {most} characters", None)


def _too_short(fault: ErrorDetails, path: Path, value: object, tree: Tree) -> Problem:
    key = _key(path)
    place = tree.at_key(path) if key in {"claims", "reports"} else tree.at(path)
    return Problem(place, "empty", _TOO_SHORT.get(key, "this list is empty"), None)


def _own(code: str, remedy: str | None) -> _Teller:
    def told(fault: ErrorDetails, path: Path, value: object, tree: Tree) -> Problem:
        return Problem(tree.at(path), code, fault["msg"], remedy)

    return told


_TOLD: dict[str, _Teller] = {
    "literal_error": _unknown_word,
    "string_pattern_mismatch": _bad_pattern,
    "string_too_long": _too_long,
    "too_short": _too_short,
    "empty": _own("empty", "Write a text, or delete the key."),
    "date": _own("date", None),
    "tolerance": _own("tolerance", "For example: `30%`."),
}


def _key(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "this")


def _kind(value: object) -> str:
    names: dict[type, str] = {dict: "keys and values", list: "a list", bool: "`true` or `false`", str: "text"}
    return names.get(type(value), "nothing")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


def _listed(names: Iterable[str]) -> str:
    *others, last = [f"`{name}`" for name in names]
    return f"{', '.join(others)} and {last}" if others else last
