"""The concordance on the command line: places on standard output, counts and problems on standard error."""

import re

import pytest
from typer.testing import CliRunner

from analysis.cli.app import app


def run(*arguments):
    return CliRunner().invoke(app, ["kwic", *map(str, arguments)])


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "甲区.txt"
    path.write_text(
        "\ufeff各位代表：\n吹响冲锋号，建设“1+1269”。再次吹响冲\n锋号！冲锋号、冲锋号已经吹响。", encoding="utf-8"
    )
    return path


def test_every_place_is_printed_with_its_raw_offsets(text):
    result = run("冲锋号", text)
    assert result.exit_code == 0
    assert result.stderr == "4 places in 1 document\n"
    raw = text.read_text(encoding="utf-8")
    places = re.findall(r"【冲锋号】.*甲区:(\d+)-(\d+)$", result.stdout, re.MULTILINE)
    assert [raw[int(start) : int(end)].replace("\n", "") for start, end in places] == ["冲锋号"] * 4


@pytest.mark.parametrize(
    ("raw", "words", "printed"),
    [
        ("吹响冲\n锋号。", "冲锋号", "冲锋号"),
        ("再开\n新局", "再开新局", "再开⏎新局"),  # no word of the lexicon
        ("地區生產總值增長。", "地区生产总值", "地區生產總值"),
        ("地區生產總值增長。", "地區生產總值", "地區生產總值"),
        ("地区生产总值增长。", "地區生產總值", "地区生产总值"),
        ("实施「１＋１２６９」", "“1+1269”", "「１＋１２６９」"),
    ],
)
def test_a_word_is_found_in_any_form_and_shown_as_printed(tmp_path, raw, words, printed):
    path = tmp_path / "甲区.txt"
    path.write_text(raw, encoding="utf-8")
    assert f"【{printed}】" in run(words, path).stdout


def test_a_regular_expression_is_one_only_when_asked(text):
    assert run("1+1269", text).stderr.startswith("1 place ")
    assert run("冲锋.", text).stderr.startswith("0 places")
    assert run("冲锋.", text, "--regex").stderr.startswith("4 places")


@pytest.mark.parametrize("words", ["", "("])
def test_a_pattern_that_cannot_be_used_ends_with_a_line(text, words):
    result = run(words, text, "--regex")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.output


def test_what_cannot_be_read_is_told_and_the_rest_is_searched(text):
    text.with_name("乙区.txt").write_bytes(b"\x00\x01\x02" * 100)
    result = run("冲锋号", text.parent, text.with_name("丙区.txt"))
    assert result.exit_code == 1
    assert result.stdout.count("冲锋号】") == 4
    assert "丙区.txt" in result.stderr
    assert "乙区.txt" in result.stderr
