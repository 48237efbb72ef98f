"""Kernels forked from this process: each starts with what is imported, and shares nothing after that."""

import subprocess
import sys

import pytest

from analysis import paths

PROGRAM = """
import json, os, sys, time
import nbclient, nbformat
from analysis.runs.kernels import fork_kernels

json.marked = ["parent"]
fork_kernels()
def run(*cells):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbclient.execute(notebook, cwd=sys.argv[1], timeout=60)
    return [output.get("text", "").strip() for cell in notebook.cells for output in cell.outputs]
"""


def told(program, folder):
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", PROGRAM + program, str(folder)],
        capture_output=True,
        text=True,
        cwd=paths.ROOT,
        check=True,
        timeout=120,
    )
    assert "Ctrl-C" not in done.stdout + done.stderr
    return done.stdout.strip()


def test_a_kernel_has_what_was_imported_and_shares_nothing(tmp_path):
    program = "print(run('import json; json.marked.append(1); print(json.marked)', 'import os; print(os.getcwd())'))\n"
    program += "print(run('import json; print(json.marked)'), json.marked)"
    assert told(program, tmp_path).splitlines() == [
        f"[\"['parent', 1]\", '{tmp_path}']",
        "[\"['parent']\"] ['parent']",
    ]


def test_an_error_in_a_cell_is_told_and_the_kernel_ends(tmp_path):
    program = """
try:
    run("import os; open('pid', 'w').write(str(os.getpid())); 1 / 0")
except nbclient.exceptions.CellExecutionError as error:
    print("ZeroDivisionError" in str(error))
pid = int(open(sys.argv[1] + "/pid").read())
for _ in range(100):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        print("ended")
        break
    time.sleep(0.1)
"""
    assert told(program, tmp_path).splitlines() == ["True", "ended"]


@pytest.mark.parametrize("end", ["os._exit(3)", "os.kill(os.getpid(), 9)"])
def test_a_kernel_that_dies_is_told(tmp_path, end):
    program = f"""
try:
    run("import os; {end}")
except nbclient.exceptions.DeadKernelError:
    print("dead")
"""
    assert told(program, tmp_path) == "dead"
