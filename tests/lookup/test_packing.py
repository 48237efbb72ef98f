"""Packing: whatever is told, the script that holds it is one call and nothing else."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.lookup.packing import plain_number, shard_script
from tests.hostile import TEXTS
from tests.made_look_up import HOSTILE, read_shard

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
)


@given(JSON)
def test_data_come_back_as_they_were(data):
    assert read_shard(shard_script("slogans/2a", data)) == ("slogans/2a", data)


@given(JSON)
def test_nothing_ends_the_script_or_its_line(data):
    told = shard_script("index", data).decode()
    assert not re.search("</|<!|\u2028|\u2029", told)
    assert told.count("\n") == 1


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_data(name):
    content = shard_script("slogans/2a", {name: [name]})
    assert read_shard(content)[1] == {name: [name]}
    assert b"</script" not in content


def test_a_number_that_is_none_stops():
    with pytest.raises(ValueError, match="not JSON compliant"):
        shard_script("index", [float("nan")])


@pytest.mark.parametrize(
    ("number", "told"), [(8.0, "8"), (8.1 - 8, "0.1"), (float("nan"), "null"), (None, "null"), (-0.5, "-0.5")]
)
def test_numbers_are_written_shortest(number, told):
    assert json.dumps(plain_number(number)) == told
