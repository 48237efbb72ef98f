"""Pages of the code reference: the Sphinx extension that shows modules with their public names and their source.

A page writes the directive `{package}` with the name of a package: what it measures, its public face, and its modules.
The source stands behind each module, closed, and each line on which something begins can be linked to:
`#figures.style-L20`. It is not searched: chapters come first.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from markupsafe import Markup
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, String, Text, _TokenType
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import NumpyDocstring
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from .. import paths
from ..publication import definitions
from ..publication.definitions import (
    PACKAGE_NAME,
    Definition,
    module_description,
    module_names,
    module_source,
    packages,
    public_face,
    read_definitions,
)
from ..publication.rendering import render_template

_QUOTED = re.compile(r"(?<![`:\\])`([^`]+)`(?!`)")
_SIGNS = re.compile(r"[|*]|\b[a-z](?=[a-z]*://)")  # bars, stars and addresses are meant as they stand
_NAPOLEON = Config(napoleon_use_rtype=False, napoleon_use_ivar=True)
_MAJOR = ((Operator.Word, Keyword), (Keyword, Keyword), (String, String), (Number, Number), (Comment, Comment))
_DEFINED = (Name.Function, Name.Class)


class SourceNode(nodes.General, nodes.Element):
    """The source of a module; it has no text of its own, so that the index of the search does not read it."""


class PackageDirective(SphinxDirective):
    """A package: its description and public face, then a section for each module.

    `:modules:` names those of a page where a package has several; `:continued:` leaves out what the first page says of
    the package.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"modules": directives.unchanged, "continued": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return the nodes of the package that the argument names."""
        package = self.arguments[0]
        if package not in packages():
            raise self.error(f"there is no package {package}; name a folder of {PACKAGE_NAME}/")
        chosen = [f"{package}.{name}" for name in self.options.get("modules", "").split()] or module_names(package)
        if unknown := set(chosen) - set(module_names(package)):
            raise self.error(f"there is no module {min(unknown)}; correct the option modules")
        box = nodes.container()
        if "continued" not in self.options:
            self._parse(_face(package), f"{package}/__init__", box)
        return [*box.children, *(self._section(module) for module in chosen)]

    def _parse(self, lines: Iterator[str], source: str, into: nodes.Element) -> None:
        self.env.note_dependency(definitions.__file__)
        content = StringList(list(lines), source=f"{PACKAGE_NAME}/{source}.py")
        fence = StringList(["````{eval-rst}", *content, "````"], source=f"{PACKAGE_NAME}/{source}.py")
        self.state.nested_parse(fence, self.content_offset, into)

    def _section(self, module: str) -> nodes.section:
        known = read_definitions(module)
        section = nodes.section("", ids=[f"{PACKAGE_NAME}.{module}"], names=[module])
        section += nodes.title(module, module)
        self._parse(_lines(module), module.replace(".", "/"), section)
        places = {f"{PACKAGE_NAME}.{module}.{each.name}": each for each in known}
        for signature in section.findall(addnodes.desc_signature):
            place = places[signature["ids"][0]]
            link = nodes.reference(
                "", f"lines {place.first}–{place.last}", refuri=f"#{module}-L{place.first}", internal=True
            )
            signature.append(nodes.inline("", "", link, classes=["source-link"]))
        section += SourceNode(module=module)
        return section


def _face(package: str) -> Iterator[str]:
    """Yield what a page says of a package, as reStructuredText."""
    yield from described_docstring(module_description(package), package)
    if face := public_face(package):
        yield ""
        yield f"Its public face: {', '.join(_link(name, package) for name in face)}."


def _lines(module: str) -> Iterator[str]:
    """Yield what a page says of a module, as reStructuredText."""
    yield f".. py:module:: {PACKAGE_NAME}.{module}"
    yield ""
    yield from described_docstring(module_description(module), module)
    yield ""
    for each in read_definitions(module):
        kind, shown = each.kind, each.signature
        yield f".. py:{kind}:: {each.name}{'' if kind in ('data', 'property') else shown}"
        if shown and kind in ("data", "property"):
            yield f"   :{'value' if kind == 'data' else 'type'}: {shown}"
        yield ""
        for line in [*described_docstring(each.said, module), *_fields(each, module)]:
            yield f"   {line}".rstrip()
        yield ""


def _fields(of: Definition, module: str) -> Iterator[str]:
    """Yield the fields of a row type, as a list."""
    if of.fields:
        yield ""
        yield ":Fields:"
    for field in of.fields:
        named = " ".join(filter(None, (f"**{field.name}**", f"*{field.type}*" if field.type else "")))
        yield f"   - {named}" + ": ".join(["", *described_docstring(field.said, module)[:1]])


def described_docstring(said: str, module: str) -> list[str]:
    """Return a docstring of a module as reStructuredText, with its quoted names linked to what they name.

    Parameters
    ----------
    said
        By the numpy convention.
    module
        Where it stands.
    """
    parts = _QUOTED.split(said)  # plain and quoted by turns
    parts[::2] = [_SIGNS.sub(r"\\\g<0>", plain) for plain in parts[::2]]
    parts[1::2] = [_link(" ".join(quoted.split()), module) for quoted in parts[1::2]]
    return NumpyDocstring("".join(parts), _NAPOLEON).lines() if said else []  # type: ignore[arg-type]


def _link(quoted: str, module: str) -> str:
    """Return a quoted name as a link: one of the module itself, a module, or the one public name of the project."""
    for name in (f"{module}.{quoted}", _names().get(quoted, "")):
        if name in _places():
            return f":py:obj:`{quoted} <{PACKAGE_NAME}.{name}>`"
    return f"``{quoted}``"


@functools.cache
def _places() -> set[str]:
    """Return all that the pages of the code reference show: modules, and their public names."""
    shown = [module for package in packages() for module in module_names(package)]
    return {*shown, *(f"{module}.{each.name}" for module in shown for each in read_definitions(module))}


@functools.cache
def _names() -> dict[str, str]:
    """Return where each public name is defined; a name that two modules define leads nowhere."""
    last = Counter(place.rpartition(".")[2] for place in _places())
    return {name: place for place in _places() if last[name := place.rpartition(".")[2]] == 1}


# What begins at the margin, or a method: such a line can be linked to
_BEGINNING = re.compile(r"[^\s)\]}]|\ {4}(?:@|class\ |(?:async\ )?def\ )")
# 增长 | 增加 | 提高: the words of a pattern are one stretch of Chinese with the signs between them, half as many spans
_CHINESE_IN_CODE = re.compile("[\u4e00-\u9fff](?:[^A-Za-z<>&\\n]*[\u4e00-\u9fff])?")


def highlighted_source(source: str, name: str) -> Markup:
    """Return source as HTML: words of the language, strings, numbers, comments and definitions in their classes.

    All other tokens are plain, which makes the page half as heavy; so do ids (`name-L12`) on those lines alone on which
    a definition or another statement of the module begins, or a method.
    """
    tokens = ((_major(kind), value) for kind, value in PythonLexer().get_tokens(source))
    parts: list[str] = []
    HtmlFormatter(nowrap=True).format(tokens, _Written(parts))
    lines = "".join(parts).rstrip("\n").split("\n")
    begins = [bool(_BEGINNING.match(line)) for line in source.split("\n")]
    text = "".join(
        f'<span id="{name}-L{n}">{line}\n</span>' if begin else f"{line}\n"
        for n, (line, begin) in enumerate(zip(lines, begins, strict=False), 1)
    )
    return Markup(_CHINESE_IN_CODE.sub(r'<span lang="zh-Hans">\g<0></span>', text))  # noqa: S704  Pygments escapes


class _Written:
    """A file that keeps what is written."""

    def __init__(self, parts: list[str]) -> None:
        self.write = parts.append


def _major(kind: _TokenType) -> _TokenType:
    if kind in _DEFINED:
        return kind
    return next((major for minor, major in _MAJOR if kind in minor), Text)


def show_source(translator: HTML5Translator, node: SourceNode) -> None:
    """Write the source of a module, closed until it is asked for."""
    module = node["module"]
    source = module_source(module)
    shown = render_template(
        "book/source.html",
        named=f"Source of {PACKAGE_NAME}/{module.replace('.', '/')}.py",
        lines=source.count("\n"),
        source=highlighted_source(source, module),
    )
    translator.body.append(f"{shown}\n")
    raise nodes.SkipNode


_PRE = re.compile("(<pre[ >].*?</pre>)", re.DOTALL)
_BARE = re.compile('<span class="(?:pre|w|p|n)">([^<]*)</span>')


def without_bare_spans(body: str) -> str:
    """Return HTML without the spans around words, signs and spaces of signatures, which no style of the book asks for.

    They are a tenth of a page of code. Its sources, where such spans have colours, keep theirs.
    """
    parts = _PRE.split(body)  # between sources, and sources
    for place in range(0, len(parts), 2):
        inner = _BARE.sub(r"\1", parts[place])
        parts[place] = _BARE.sub(r"\1", inner)  # a sign stands in two
    return "".join(parts)


def lighten_signatures(
    app: Sphinx,  # noqa: ARG001
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,  # noqa: ARG001
) -> None:
    """Take bare spans off the pages of the code reference."""
    if pagename.startswith(f"{paths.CODE.name}/"):
        context["body"] = without_bare_spans(context["body"])


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.connect("html-page-context", lighten_signatures)
    app.add_node(SourceNode, html=(show_source, None))
    app.add_directive("package", PackageDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
