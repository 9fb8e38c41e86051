"""The format as JSON Schema (2020-12), for editors that complete and check YAML while it is typed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from pydantic import RootModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model import brief, keys
from generator.model.brief import Annotations, Entry, FrontMatter, Party
from generator.model.meanings import KEYS, MODELS, Meaning

Json: TypeAlias = dict[str, Any]

FILES = {"brief": "brief.json", "article": "article.json", "parties": "parties.json"}
"""Where the schema of each kind lies below `briefs/.schema/`."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS = ("brief", "article", "parties")
"""The three files of the format: `brief.yml`, the front matter of `articles/<id>.md`, and `parties.yml`."""


def schema(kind: str) -> Json:
    """The schema of one of `KINDS`.

    It says what shape a file has; what only reading the articles can tell (whether a quotation stands in one) it
    does not. Every key has a description, and where they help examples (2020-12, Validation, 9.5) and
    `defaultSnippets`, which yaml-language-server offers. A key that may be left out is not one that may be null.
    """
    made = _ROOTS[kind].model_json_schema(
        by_alias=True, schema_generator=_Written, ref_template="#/$defs/{model}"
    )
    definitions = made.pop("$defs", {})
    if kind != "parties":
        made = definitions.pop(made.pop("$ref").rsplit("/", 1)[1]) if "$ref" in made else made
    made.pop("title", None)
    made, definitions = _counting(made), _counting(definitions)
    if kind == "parties":
        made = {**made, "additionalProperties": False}
    head = {"$schema": DIALECT, "title": _TITLES[kind], "description": _SAYS[kind]}
    return {**head, **_without(made, "description"), "$defs": dict(sorted(definitions.items()))}


def schema_text(kind: str) -> str:
    """The schema of one of `KINDS` as it stands in a file."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


# --- Private ---


class _Register(RootModel[Mapping[keys.Id, Party]]):
    """`parties.yml`."""


_ROOTS: dict[str, Any] = {"brief": Annotations, "article": FrontMatter, "parties": _Register}
_TITLES = {"brief": "brief.yml", "article": "front matter of an article", "parties": "parties.yml"}
_SAYS = {
    "brief": MODELS[Annotations],
    "article": MODELS[FrontMatter],
    "parties": "The register: outlets, agencies, institutions and people, each under an id.",
}
_SCALAR: Json = {"type": ["string", "number"]}
"""A number is kept as it was written, so that it may stand where a text may."""


class _Written(GenerateJsonSchema):
    """The schema of what is written, where pydantic's own describes what has been read."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        reader: Callable[..., Any] = schema["function"]["function"]
        if reader in _READ:
            return _READ[reader]
        inner = self.generate_inner(schema["schema"])
        return _SHORT[reader](inner) if reader in _SHORT else inner

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return {**made, "default": default} if isinstance(default, (str, bool)) else made

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {**super().str_schema(schema), **_SCALAR}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        model = schema["cls"]
        if not issubclass(model, Entry):
            return made
        made["description"] = MODELS[model]
        made.pop("title", None)
        made["properties"] = {
            name: _explained(name, _without(of, "title"), KEYS[model][name])
            for name, of in made["properties"].items()
        }
        return made


def _explained(name: str, of: Json, meaning: Meaning) -> Json:
    """A key's schema with what the key means."""
    said: Json = {"description": meaning.says, "markdownDescription": meaning.says}
    if meaning.examples:
        said["examples"] = list(meaning.examples)
    body = "$1" if meaning.snippet is None else meaning.snippet
    return {**said, "defaultSnippets": [{"label": name, "description": meaning.says, "body": body}], **of}


def _counting(of: Any) -> Any:
    """The same, where a list's least length counts items: pydantic takes what a reader made for a text."""
    if isinstance(of, list):
        return [_counting(each) for each in of]
    if not isinstance(of, dict):
        return of
    least = of.get("minLength")
    if least is None or not ("items" in of or "anyOf" in of):
        return {key: _counting(each) for key, each in of.items()}
    rest = _without(of, "minLength")
    if "items" in rest:
        return _counting({**rest, "minItems": least})
    return _counting(
        {**rest, "anyOf": [{**e, "minLength": least} if "items" in e else e for e in rest["anyOf"]]}
    )


def _or_alone(of: Json) -> Json:
    """A list, or its only item by itself."""
    return {"anyOf": [of["items"], of]}


def _or_text(of: Json) -> Json:
    """A mapping, or a bare text in its place."""
    return {"anyOf": [_SCALAR, of]}


def _or_texts(of: Json) -> Json:
    """A list of mappings or texts, or its only item by itself."""
    return _or_alone({**of, "items": _or_text(of["items"])})


_READ: dict[Callable[..., Any], Json] = {
    keys.read_date: _SCALAR,
    keys.read_share: {"type": "string", "pattern": r"^\s*[0-9]+(\.[0-9]+)?\s*%\s*$"},
}
"""What is written for the values that are no JSON."""

_SHORT: dict[Callable[..., Any], Callable[[Json], Json]] = {
    keys.listed: _or_alone,
    brief.unread: lambda of: of,
    brief.as_selector: _or_text,
    brief.as_selectors: _or_texts,
    brief.as_reports: _or_texts,
}
"""What each short form of the format allows besides the full one."""


def _without(of: Json, name: str) -> Json:
    return {key: value for key, value in of.items() if key != name}
