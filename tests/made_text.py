"""A made-up text that joins the corpus in tests, and a copy of the project that it may join."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from analysis import paths
from analysis.accession import TextDetails
from analysis.cli import options

DOC_ID, LABEL, LABEL_ZH = "2025-yunxi", "Yunxi 2025", "云溪"
DETAILS = TextDetails(
    "Yunxi", "云溪", "2025-02-05", "Yunxi mobilises for a year of projects", "云溪经济开发区",
    "Yunxi Economic Development Zone, Qingdao", "青岛市", "zone", "news page", "云溪日报", "Yunxi Daily", "press",
)  # fmt: skip
TEXT = """云溪经济开发区召开2025年项目建设动员大会
2月5日，云溪经济开发区召开动员大会，600余人参加会议，吹响冲锋号，立下军令状，发力“三大战役”，实施“1345”工作思路，打造“四个高地”：产业高地、创新高地、开放高地、生态高地。

2025年经济社会发展主要预期目标是：地区生产总值增长6.5%左右，固定资产投资增长7%以上，一般公共预算收入增长5%左右。我们必须坚决落实“项目落地年”部署，分秒必争、全力以赴抓项目，确保新签约项目60个。

一年来，我们坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，推动高质量发展，实现地区生产总值162亿元，增长6.2%。我们狠抓项目建设，开工项目45个。我们狠抓营商环
境，新增企业320家。我们狠抓产业发展，建设一流园区，走在全省前列。
"""


def copy_project(root: Path) -> None:
    """Copy what a text that joins changes, and what reads it, to a folder."""
    for folder in ("analysis", "chapters", "data", "tests/golden"):
        shutil.copytree(paths.ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__", ".store"))
    for name in ("_toc.yml", "_config.yml", "CITATION.cff", ".gitattributes"):
        shutil.copy(paths.ROOT / name, root)


def example_of_help() -> list[str]:
    """Return the words of the first example that `add --help` prints, behind the name of the program."""
    line = next(line for line in options.ADD_EXAMPLES.splitlines() if line.startswith(f"  {options.PROGRAM} add "))
    return shlex.split(line.strip().removeprefix(options.PROGRAM))


def run_in(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command line of a copy of the project."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "analysis", *words], capture_output=True, text=True, cwd=root, check=False
    )


def state_of(root: Path) -> dict[str, bytes]:
    """Return what the files of a copy hold that a text changes, and which are there."""
    folders = ("chapters", "data/corpus", "data/chinese", "tests/golden")
    files = [path for folder in folders for path in (root / folder).rglob("*") if path.is_file()]
    files += [*(root / "data").glob("*.csv"), root / "_toc.yml", root / ".gitattributes"]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
