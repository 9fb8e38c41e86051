"""Front matter as YAML, as PyYAML writes it; mostly without PyYAML, which takes longer than rendering the page."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

_WIDTH = 1_000_000
"""No text is so long that it is broken into lines."""


def yaml_lines(meta: Mapping[str, object]) -> str:
    """The mapping as block YAML, each entry in a line or, a list or a mapping, in several."""
    return "".join([_entry(key, value) for key, value in meta.items()]) or "{}\n"


def dumped(meta: Mapping[str, object]) -> str:
    """The same by PyYAML."""
    return yaml.dump(dict(meta), Dumper=_FrontMatter, allow_unicode=True, width=_WIDTH, sort_keys=False)


# --- Private ---


class _FrontMatter(yaml.SafeDumper):
    """`yaml.safe_dump`, but a string is plain only where YAML 1.1 and 1.2 both read it as one (`1e3`, `0o7`)."""


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if text[:1].isalpha() else '"')


_FrontMatter.add_representer(str, _string)

_KEY = re.compile("[a-z]+_[a-z_]+|title|description|language|author|hide")
_SAID = "\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd"
"""What is written as it is, in YAML 1.1: no control character, line break, byte order mark or half of a pair."""
_SINGLE = re.compile(f"[{_SAID}\\U00010000-\\U0010fffe]*")
_DOUBLE = re.compile(f"[{_SAID}]*")
_NOT_PLAIN = re.compile(r": |:\Z| #| \Z")


def _entry(key: str, value: object) -> str:
    if _KEY.fullmatch(key):
        if isinstance(value, str) and (line := _scalar(value)):
            return f"{key}: {line}\n"
        if isinstance(value, list) and value:
            lines = [_scalar(item) if isinstance(item, str) else "" for item in value]
            if all(lines):
                return f"{key}:\n" + "".join([f"- {line}\n" for line in lines])
    return dumped({key: value})


def _scalar(text: str) -> str:
    """The text as PyYAML's emitter chooses to write it; empty where that is not as simple as here."""
    if len(text) > _WIDTH // 2:
        return ""
    if not text[:1].isalpha():
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"' if _DOUBLE.fullmatch(text) else ""
    if not _SINGLE.fullmatch(text):
        return ""
    if _NOT_PLAIN.search(text) or _is_another(text):
        escaped = text.replace("'", "''")
        return f"'{escaped}'"
    return text


def _is_another(text: str) -> bool:
    """Whether YAML reads the bare word as no string: `yes`, `null`."""
    rules = _FrontMatter.yaml_implicit_resolvers.get(text[0], ())
    return any(rule.match(text) for _, rule in rules)
