"""What of a template is the same whatever it is given: its own words in one language, and how its loops count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup as Safe


def settled(template: nodes.Template, environment: Environment) -> nodes.Template:
    """The template with each message as the language of `environment` says it, the values in their places in it, and
    with loops that count without an object that counts. Changed in place."""
    own = frozenset(name.name for name in template.find_all(nodes.Name) if name.ctx != "load")
    _Settling(environment, own).visit(template)
    return template


# --- Private ---

_MESSAGES = ("_", "gettext", "pgettext")
"""What gives a message that no number decides."""

_VALUE = re.compile("\0(\\w+)\0")
"""Where a value goes; no message of ours holds a NUL."""

_COUNTED = {"first", "index0", "length"}
"""What a count can answer."""


class _Settling(NodeTransformer):
    def __init__(self, environment: Environment, own: frozenset[str]) -> None:
        """The names in `own` are the template's own."""
        self.globals: dict[str, Any] = {k: v for k, v in environment.globals.items() if k not in own}
        self.loops = 0

    def visit_Output(self, node: nodes.Output) -> nodes.Output:
        """A message's text and its values, each where the language has it."""
        pieces = [piece for child in node.nodes for piece in self._pieces(child)]
        return nodes.Output([self.visit(piece) for piece in pieces], lineno=node.lineno)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        """A message without values is a constant."""
        said = None if node.kwargs else self._said(node)
        return self.generic_visit(node) if said is None else nodes.Const(said, lineno=node.lineno)

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        """What the environment gives each template: texts as such, functions from where they are."""
        if node.name not in self.globals:
            return node
        if isinstance(text := self.globals[node.name], str):
            return nodes.Const(text, lineno=node.lineno)
        return nodes.EnvironmentAttribute(f"globals[{node.name!r}]", lineno=node.lineno)

    def visit_For(self, node: nodes.For) -> nodes.Node:
        """Counted by `enumerate` where no more than that is asked of `loop`."""
        self.generic_visit(node)
        asked = set(_asked(node.body))
        if not asked or not asked <= _COUNTED or node.test or node.recursive or not _is_at_hand(node.iter):
            return node
        self.loops += 1
        counting = _Counting(f"_count_{self.loops}", node.iter)
        node.body = [counting.visit(child) for child in node.body]
        node.target = nodes.Tuple([nodes.Name(counting.count, "store"), node.target], "store")
        node.iter = nodes.Call(nodes.ImportedName("builtins.enumerate"), [node.iter], [], None, None)
        return node

    def _pieces(self, node: nodes.Node) -> Iterator[nodes.Node]:
        said = self._said(node)
        if said is None:
            yield node
            return
        values = {keyword.key: keyword.value for keyword in cast(nodes.Call, node).kwargs}
        for place, piece in enumerate(_VALUE.split(said)):
            yield values[piece] if place % 2 else nodes.TemplateData(piece)

    def _said(self, node: nodes.Node) -> Safe | None:
        """The message that is called for, with `_VALUE` where its values go; `None` where it is no message."""
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            return None
        name = node.node.name
        if name not in _MESSAGES or name not in self.globals:
            return None
        texts = [argument.value for argument in node.args if isinstance(argument, nodes.Const)]
        places = {keyword.key: Safe("\0{}\0").format(keyword.key) for keyword in node.kwargs}
        return cast(Safe, self.globals[name](*texts, **places)) if len(texts) == len(node.args) else None


class _Counting(NodeTransformer):
    """Puts the count in the place of what a loop over `over` is asked."""

    def __init__(self, count: str, over: nodes.Node) -> None:
        self.count, self.over = count, over

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:
        """`loop.first`, `loop.index0` and `loop.length`."""
        if not _is_of_loop(node):
            return self.generic_visit(node)
        count = nodes.Name(self.count, "load")
        match node.attr:
            case "first":
                return nodes.Compare(count, [nodes.Operand("eq", nodes.Const(0))])
            case "length":
                return nodes.Filter(cast(nodes.Expr, self.over), "length", [], [], None, None)
        return count

    def visit_For(self, node: nodes.For) -> nodes.For:
        """Within an inner loop `loop` is that one."""
        node.iter = self.visit(node.iter)
        node.else_ = [self.visit(child) for child in node.else_]
        return node


def _is_of_loop(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == "loop"


def _is_at_hand(over: nodes.Node) -> bool:
    """Whether it can be asked for again: no loop goes over what is used up by going over it."""
    return isinstance(over, (nodes.Name, nodes.Getattr))


def _asked(body: Iterable[nodes.Node]) -> Iterator[str]:
    """What is asked of the loop that has this body; empty for `loop` itself."""
    for node in body:
        if isinstance(node, nodes.Getattr) and _is_of_loop(node):
            yield node.attr
        elif isinstance(node, nodes.For):  # within it `loop` is that one
            yield from _asked([node.iter, *node.else_])
        elif isinstance(node, nodes.Name) and node.name == "loop":
            yield ""
        else:
            yield from _asked(node.iter_child_nodes())
