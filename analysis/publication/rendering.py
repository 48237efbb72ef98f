"""Rendering: HTML is written as HTML, in the folder `templates` of each package, and filled in here.

Everything that a template shows is escaped, unless it is `Markup`. Templates are Jinja's, as those of Sphinx are; the
filter `chinese` marks Chinese as such.
"""

import functools

from jinja2 import Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from ..runs.sources import PACKAGE_FOLDER
from .chinese import mark_chinese

TEMPLATE_FOLDER = "templates"


@functools.cache
def _environment() -> Environment:
    folders = sorted(PACKAGE_FOLDER.glob(f"*/{TEMPLATE_FOLDER}"))
    made = Environment(
        loader=PrefixLoader({folder.parent.name: FileSystemLoader(folder) for folder in folders}),
        autoescape=True,
        undefined=StrictUndefined,  # a value that is missing is an error, not an empty place
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["chinese"] = mark_chinese
    return made


def render_template(name: str, /, **values: object) -> str:
    """Return a template filled in.

    Parameters
    ----------
    name
        Package and file: `publication/table.html` is `analysis/publication/templates/table.html`.
    values
        What the template shows, by the names that it has for them.

    Raises
    ------
    jinja2.UndefinedError
        If the template shows something that was not given.
    """
    return _environment().get_template(name).render(values)
