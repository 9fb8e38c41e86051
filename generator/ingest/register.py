"""The entry of an outlet for `parties.yml`: text, so that what stands there stays as it is."""

from __future__ import annotations

import json
from collections.abc import Collection

from generator.ingest.guess.guess import Outlet
from generator.ingest.guess.outlet import country_for, id_for, kind_for


def party_id(outlet: Outlet | None, taken: Collection[str] = ()) -> str:
    """The id of the outlet: its own where it is registered, else one made of its name that no other party has."""
    if outlet is None:
        return "unnamed-outlet"
    if outlet.id:
        return outlet.id
    made = id_for(outlet.name, outlet.url)
    return next(id_ for id_ in (made, *(f"{made}-{n}" for n in range(2, len(taken) + 3))) if id_ not in taken)


def party_entry(id_: str, outlet: Outlet | None) -> str:
    """The line to add for an outlet that is not registered."""
    name = outlet.name if outlet else "Unnamed outlet"
    values = {
        "name": name,
        "kind": kind_for(name),
        "country": country_for(outlet.url) if outlet else None,
        "url": outlet.url if outlet else None,
    }
    written = ", ".join(f"{key}: {_scalar(value)}" for key, value in values.items() if value)
    return f"{id_}: {{{written}}}\n"


def registered(register: str, entry: str) -> str:
    """The register with the entry at its end."""
    gap = "" if not register or register.endswith("\n") else "\n"
    return register + gap + entry


# --- Private functions ---


def _scalar(value: str) -> str:
    """A value as YAML within braces; JSON's quotes where it isn't plain words."""
    plain = all(c.isalpha() or c == " " for c in value) and value.casefold() not in (
        "no",
        "yes",
        "null",
        "true",
        "false",
        "on",
        "off",
    )
    return value if plain and value == value.strip() else json.dumps(value, ensure_ascii=False)
