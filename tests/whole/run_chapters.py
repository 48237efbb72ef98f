"""Run the code of all chapters of a copy of the project, one after another: `python tests/run_chapters.py FOLDER`."""

import re
import sys
from pathlib import Path

import yaml

CELL = re.compile(r"^```\{code-cell\} ipython3\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main(root: Path) -> None:
    """Run every cell of every chapter in the order of the table of contents."""
    sys.path.insert(0, str(root))

    from analysis.publication import publish

    publish.FIGURE_FORMATS = {"svg": publish.FIGURE_FORMATS["svg"]}  # other formats take long and show the same
    toc = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    for name in [toc["root"], *(entry["file"] for entry in toc["parts"][0]["chapters"])]:
        space: dict[str, object] = {}
        for cell in CELL.findall((root / f"{name}.md").read_text(encoding="utf-8")):
            code = "\n".join(line for line in cell.splitlines() if not line.startswith(":"))
            exec(compile(code, f"{name}.md", "exec"), space)  # noqa: S102


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
