"""Claims fail the build with the sentence that is no longer true."""

import ast

import pandas as pd
import pytest

from analysis import paths
from analysis.facts.claims import ClaimError, claim, gathering_claims, of_prose


def test_a_true_claim_passes_and_a_false_one_names_its_sentence():
    claim(True, "slogans: this holds")
    with pytest.raises(ClaimError, match="write the sentence anew: slogans: this does not"):
        claim(False, "slogans: this does not")


def test_claims_can_be_gathered():
    with gathering_claims() as untrue:
        claim(False, "slogans: this is gathered")
    assert untrue == ["slogans: this is gathered"]
    with pytest.raises(ClaimError):
        claim(False, "slogans: this is gathered")


def test_prose_speaks_of_the_annotated_texts_and_of_all_where_none_is():
    table = pd.DataFrame({"doc_id": ["2023-zibo", "2025-yunxi"]})
    assert of_prose(table)["doc_id"].tolist() == ["2023-zibo"]
    assert len(of_prose(table.tail(1))) == 1


def sentences():
    for path in sorted((paths.ROOT / "analysis").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "claim":
                yield node.args[1]


def test_every_claim_is_tested_on_a_table_that_contradicts_it():
    """The words of each claim stand in a test, as what it raises."""
    tests = "".join(path.read_text(encoding="utf-8") for path in (paths.ROOT / "tests").rglob("test_*.py"))
    words = [node.value for node in sentences() if isinstance(node, ast.Constant)]
    assert [sentence for sentence in words if sentence not in tests] == []


def test_a_claim_is_written_out_so_that_it_can_be_found():
    assert [
        ast.unparse(node)
        for node in sentences()
        if not isinstance(node, ast.Constant) and ast.unparse(node) != "sentence"
    ] == []
