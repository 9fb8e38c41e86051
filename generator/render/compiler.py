"""Templates become quicker code than Jinja makes of any template: ours need less."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from generator.render.settled import settled


class Compiler(CodeGenerator):
    """Jinja's code generator, with the shorter ways that our templates can go.

    They are given values of ours: an attribute is an attribute, an item an item, and one that isn't there an error.
    Their macros stand at the top, see nothing of the context, and give finished HTML. Autoescape is always on: every
    value that is put out, but what a macro gives, goes through `escaped` or `written`.
    """

    macros: frozenset[str] = frozenset()
    """The names of those that the template defines or imports."""

    put_out: nodes.Expr | None = None
    """The last expression whose value is put out as it is."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """With its own words filled in first."""
        settled(node, self.environment)
        made = [macro.name for macro in node.find_all(nodes.Macro)]
        taken = [alias for each in node.find_all(nodes.FromImport) for _, alias in _names(each)]
        self.macros = frozenset([*made, *taken])
        self.writeline("from generator.render.escaping import escaped, written")
        super().visit_Template(node, frame)

    def blockvisit(self, nodes: Sequence[nodes.Node], frame: Frame) -> None:  # type: ignore[override]
        """The text of a template or of a block in one piece, where Jinja gives it out piece by piece."""
        is_whole = (frame.rootlevel or frame.block_frame) and not frame.soft_frame and frame.buffer is None
        if not is_whole or frame.require_output_check:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:
        """From where the environment keeps them: the template that defines them runs once."""
        for name, alias in _names(node):
            self.writeline(
                f"{frame.symbols.ref(alias)} = context.vars[{alias!r}] = environment.macros[", node
            )
            self.visit(node.template, frame)
            self.write(f", {name!r}]")

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:
        """A function, called as one."""
        if not frame.toplevel:
            self.fail("a macro stands at the top of its template", node.lineno)
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        inner.require_output_check = False
        self.writeline(f"def macro_{node.name}(", node)
        required = len(node.args) - len(node.defaults)
        for place, argument in enumerate(node.args):
            self.write(inner.symbols.ref(argument.name))
            if place >= required:
                self.write("=")
                self.visit(node.defaults[place - required], frame)
            self.write(", ")
        self.write("):")
        self.indent()
        self.buffer(inner)
        self.enter_frame(inner)
        self.blockvisit(node.body, inner)
        self.return_buffer_contents(inner, force_unescaped=True)
        self.outdent()
        self.writeline(f"{frame.symbols.ref(node.name)} = context.vars[{node.name!r}] = macro_{node.name}")
        self.writeline(f"context.exported_vars.add({node.name!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """What is called gets nothing of the context. A macro's parameters have Jinja's names for them; what it gives
        is known for markup where it is put out, and is told anywhere else."""
        macro = self._macro(node)
        is_told = macro and node is not self.put_out
        if is_told:
            self.write("Markup(")
        if macro:  # which is there
            self.write(frame.symbols.ref(macro))
        else:
            self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.write(f"{'l_1_' if macro else ''}{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")
        self.write("))" if is_told else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Without a look among items where there is no such attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """Without a look among attributes where there is no such item."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.put_out = node
        if not self._macro(node):
            self.write("(escaped[t] if (kind := type(t := ")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if not self._macro(node):
            self.write(")) is str else t if kind is Markup else str(t) if kind is int else written(t))")

    def _macro(self, node: nodes.Expr) -> str:
        """The name of the macro that is called, if one is."""
        called = node.node if isinstance(node, nodes.Call) else None
        return called.name if isinstance(called, nodes.Name) and called.name in self.macros else ""


# --- Private ---


def _names(node: nodes.FromImport) -> list[tuple[str, str]]:
    """What is imported, each with the name that it has here."""
    return [name if isinstance(name, tuple) else (name, name) for name in node.names]
