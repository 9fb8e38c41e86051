"""Who publishes the site, as `publisher:` in the configuration says, and what is wrong with what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Publisher:
    """What an imprint names. Texts are the site's own words, in its own language; everything may be left out.

    `kind` is `organisation` or `person`. German law asks for `represented_by`, `register`, `vat` (§ 5 DDG) and
    `responsible` with an address (§ 18 MStV); in Sweden `responsible` is the ansvarig utgivare and `permit` the
    number of the utgivningsbevis; `owners`, `public_funds` and `funding` are for Article 6 of the European Media
    Freedom Act (Regulation (EU) 2024/1083). `about`, `corrections_policy`, `rights`, `privacy` and `funding` are
    prose.
    """

    name: str = ""
    kind: str = "organisation"
    address: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    url: str = ""
    represented_by: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    responsible_address: tuple[str, ...] = ()
    register: str = ""
    vat: str = ""
    permit: str = ""
    authority: str = ""
    complaints: str = ""
    owners: tuple[str, ...] = ()
    public_funds: str = ""
    funding: str = ""
    about: str = ""
    corrections_policy: str = ""
    rights: str = ""
    privacy: str = ""

    @property
    def is_named(self) -> bool:
        """Whether the site says who publishes it."""
        return bool(self.name)

    @property
    def is_person(self) -> bool:
        """Whether it is a person and no organisation."""
        return self.kind == "person"


NOBODY = Publisher()
"""Of a site that does not say who publishes it."""

KINDS = ("organisation", "person")


def read_publisher(written: object) -> tuple[Publisher, str]:
    """The publisher that a mapping of the configuration describes, and `""`; or nobody, and what is wrong, in words
    for the site's owner. A lone text may stand where a list may."""
    if written is None:
        return NOBODY, ""
    if not isinstance(written, Mapping):
        return (
            Publisher(),
            "this is a mapping of keys: write `name: …` and so on, indented, on lines of their own",
        )
    values: dict[str, str | tuple[str, ...]] = {}
    for key, value in written.items():
        if key not in _KEYS:
            return NOBODY, _unknown(str(key))
        read, fault = _value(key, value)
        if fault:
            return NOBODY, f"{key}: {fault}"
        values[key] = read
    if values and not values.get("name"):
        return NOBODY, "name is missing: who publishes the site?"
    return Publisher(**values), ""  # type: ignore[arg-type]


# --- Private ---

_KEYS = tuple(field.name for field in fields(Publisher))
_LISTS = frozenset(field.name for field in fields(Publisher) if field.default == ())

_EMAIL = re.compile(r"[^\s@<>\"'(),:;\[\]\\]+@[^\s@<>\"'(),:;\[\]\\.]+(?:\.[^\s@<>\"'(),:;\[\]\\.]+)+")
_URL = re.compile(r"https?://[^\s/?#<>\"]+[^\s<>\"]*")
_PHONE = re.compile(r"\+?\(?[0-9][0-9 ()/.-]{2,30}")

_FORMS = {
    "email": (_EMAIL, "is no e-mail address: write it like desk@example.org"),
    "url": (_URL, "is no address: write it in full, like https://example.org/"),
    "phone": (_PHONE, 'is no telephone number: write it in quotation marks, like "+46 8 123 45 67"'),
}


def _unknown(key: str) -> str:
    near = get_close_matches(key, _KEYS, n=1)
    hint = f": did you mean {near[0]}?" if near else "."
    return f"there is no key {key}{hint} There are {', '.join(_KEYS)}"


def _value(key: str, written: object) -> tuple[str | tuple[str, ...], str]:
    if key in _LISTS:
        lines = written if isinstance(written, list) else [written]
        texts = [_text(line) for line in lines]
        return tuple(text for text, _ in texts if text), next((fault for _, fault in texts if fault), "")
    text, fault = _text(written)
    if text and not fault and key == "kind" and text not in KINDS:
        fault = f"“{text}” is neither {' nor '.join(KINDS)}"
    if text and not fault and key in _FORMS and not _FORMS[key][0].fullmatch(text):
        fault = f"“{text}” {_FORMS[key][1]}"
    return text or ("organisation" if key == "kind" else ""), fault


def _text(written: object) -> tuple[str, str]:
    """YAML reads `10115` and `+46812345` as numbers: the second one loses its sign."""
    if written is None:
        return "", ""
    if isinstance(written, str):
        return written.strip(), ""
    if isinstance(written, (list, Mapping)):
        return "", "write a text"
    return "", f"“{written}” is not read as a text: put it in quotation marks"
