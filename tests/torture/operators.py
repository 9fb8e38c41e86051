"""A module's mutants: the module with one small fault in it, of the kinds that are usual in mutation testing.

Comparisons, boolean and arithmetic operators, constants (texts too, docstrings not), conditions turned round, what
is returned or yielded, statements left out, `break` and `continue`, `any` and `all` and other calls with an opposite.
Not touched: imports, annotations, decorators and bases, `__all__`, which hold no behaviour that a run could tell.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Any

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_SELF_NEGATING = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
}
_PAIRS = (
    ("any", "all"),
    ("min", "max"),
    ("startswith", "endswith"),
    ("find", "rfind"),
    ("index", "rindex"),
    ("lstrip", "rstrip"),
    ("partition", "rpartition"),
    ("removeprefix", "removesuffix"),
    ("bisect_left", "bisect_right"),
)
OPPOSITE = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


@dataclass(frozen=True, slots=True)
class Mutant:
    """`was` becomes `now` in `function` (its dotted name; empty at the top of the module), on the lines `first` to
    `last` of `module`. `nth` counts from 1 those of a function that would read the same."""

    module: str
    function: str
    was: str
    now: str
    nth: int
    first: int
    last: int
    number: int

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """What stays the same while lines move."""
        return self.module, self.function, self.was, self.now, self.nth

    def __str__(self) -> str:
        nth = f" ({self.nth})" if self.nth > 1 else ""
        return f"{self.module}:{self.first} {self.function or '<module>'}: {self.was}  =>  {self.now}{nth}"


@dataclass(slots=True)
class _Place:
    """Where a node stands: a field of its parent, and which item where the field is a list."""

    parent: ast.AST
    field: str
    index: int | None
    function: str

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants(module: str, source: str) -> list[Mutant]:
    """All mutants of a module, in the order of its text; none of them twice."""
    found: list[Mutant] = []
    seen: Counter[tuple[str, str, str]] = Counter()
    for number, (place, node, now) in enumerate(_changes(ast.parse(source))):
        told = place.function, _told(node), _told(now)
        seen[told] += 1
        last = getattr(node, "end_lineno", None) or node.lineno
        if isinstance(node, ast.If | ast.While | ast.For | ast.With | ast.Try):
            last = node.lineno
        found.append(Mutant(module, *told, seen[told], node.lineno, last, number))
    return found


def code_of(mutant: Mutant, source: str, file: str) -> CodeType:
    """The mutant's module, compiled."""
    tree = ast.parse(source)
    place, node, now = next(each for n, each in enumerate(_changes(tree)) if n == mutant.number)
    ast.copy_location(now, node)
    place.put(now)
    ast.fix_missing_locations(tree)
    return compile(tree, file, "exec", dont_inherit=True)


# --- Private ---


def _told(node: ast.AST) -> str:
    if isinstance(node, ast.Constant | ast.JoinedStr) or not isinstance(node, ast.stmt):
        text = ast.unparse(node)
    else:
        text = ast.unparse(node).splitlines()[0]
    return text


def _changes(tree: ast.Module) -> Iterator[tuple[_Place, Any, Any]]:
    for place, node in _nodes(tree, ""):
        for now in _faults(node, place):
            yield place, node, now


_LEFT_ALONE = {
    "annotation",
    "returns",
    "decorator_list",
    "bases",
    "type_comment",
    "type_params",
}


def _nodes(node: ast.AST, function: str) -> Iterator[tuple[_Place, Any]]:
    """Every node that may be changed, parents before children."""
    for field, value in ast.iter_fields(node):
        if field in _LEFT_ALONE or (isinstance(node, ast.ClassDef) and field == "keywords"):
            continue
        items = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, child in items:
            if not isinstance(child, ast.AST) or _is_still(child):
                continue
            yield _Place(node, field, index, function), child
            inner = function
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                inner = f"{function}.{child.name}" if function else child.name
            if isinstance(node, ast.FunctionDef) and field == "args":
                inner = function.rpartition(".")[0]
            yield from _nodes(child, inner)


def _is_still(node: ast.AST) -> bool:
    """Whether nothing in it is changed: docstrings, imports, `__all__`, aliases of types."""
    match node:
        case ast.Import() | ast.ImportFrom():
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
    return False


def _faults(node: Any, place: _Place) -> Iterator[ast.AST]:
    """What may come in the place of a node."""
    if place.field == "ifs" and _is_to_negate(node):
        yield _negated(node)
    match node:
        case ast.Compare(ops=ops):
            for index, operator in enumerate(ops):
                changed = list(ops)
                changed[index] = COMPARED[type(operator)]()
                yield ast.Compare(node.left, changed, node.comparators)
        case ast.BoolOp(op=operator, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not() | ast.USub() | ast.Invert(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in RECKONED:
            yield ast.BinOp(left, RECKONED[type(operator)](), right)
        case ast.AugAssign(target=target, op=operator, value=value):
            yield ast.Pass()
            if type(operator) in RECKONED:
                yield ast.AugAssign(target, RECKONED[type(operator)](), value)
        case ast.Constant(value=value):
            yield from _constants(value)
        case ast.If(test=test) if _is_to_negate(test):
            yield ast.If(_negated(test), node.body, node.orelse)
        case ast.IfExp(test=test) if _is_to_negate(test):
            yield ast.IfExp(_negated(test), node.body, node.orelse)
        case ast.Return(value=ast.Constant(value=bool())):
            pass  # the constant turned round is a mutant of its own, and None is as false as False
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.Yield(value=value) if value is not None and not _is_none(value):
            yield ast.Yield(ast.Constant(None))
        case ast.Expr() | ast.Raise() | ast.Delete():
            yield ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()
        case ast.Call(func=ast.Name(id=name)) if name in OPPOSITE:
            yield ast.Call(ast.Name(OPPOSITE[name], ast.Load()), node.args, node.keywords)
        case ast.Call(func=ast.Attribute(value=value, attr=name)) if name in OPPOSITE:
            yield ast.Call(ast.Attribute(value, OPPOSITE[name], ast.Load()), node.args, node.keywords)


def _constants(value: object) -> Iterator[ast.AST]:
    match value:
        case bool():
            yield ast.Constant(not value)
        case int() | float():
            yield ast.Constant(value + 1)
        case str():
            # Within white space at its ends, or the words of a list would have two more and none less.
            said = value.strip() or value
            start = value.index(said)
            yield ast.Constant(f"{value[:start]}XX{said}XX{value[start + len(said) :]}")
        case bytes():
            yield ast.Constant(b"XX" + value + b"XX")


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_to_negate(test: ast.AST) -> bool:
    """Whether turning the condition round isn't what another mutant of it does."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return False
    return not (
        isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], _SELF_NEGATING)
    )


def _negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)
