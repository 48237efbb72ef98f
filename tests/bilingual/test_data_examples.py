"""The Chinese page of the data set reads the data by the code of the datasheet; its comments alone are Chinese."""

import re

from analysis import paths
from analysis.bilingual.languages import CHINESE_CHAPTERS

_BLOCK = re.compile(r"^```(python|r|stata)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_WORDS_OF_COMMENT = re.compile(r"#[^:：\n]*[:：] *")


def code_of(text):
    """Return the code of each block with its language; of comments what follows their colon."""
    return [(language, _WORDS_OF_COMMENT.sub("# ", code)) for language, code in _BLOCK.findall(text)]


def test_the_code_is_that_of_the_datasheet():
    datasheet = (paths.REFERENCE / "DATASHEET.md").read_text(encoding="utf-8")
    loading = datasheet.partition("<!-- loading: begin -->")[2].partition("<!-- loading: end -->")[0]
    told = (CHINESE_CHAPTERS / "data.md").read_text(encoding="utf-8")
    assert [language for language, _ in code_of(loading)] == ["python", "r", "stata", "python"]
    assert code_of(told) == code_of(loading)


def test_other_code_in_a_comment_is_seen():
    one = '```r\n# or, without haven:  panel <- read.csv("panel.csv")\n```\n'
    assert code_of(one) == code_of(one.replace("# or, without haven:  ", "# 不用 haven 时："))
    assert code_of(one) != code_of(one.replace("panel.csv", "other.csv"))
