# Two commands matter: `make book` and `make test`. Both make what they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
NPM := $(VENV)/npm
# Chapters run the same way everywhere; a variable of the reader's machine that stops compiled files would double the time.
export PYTHONHASHSEED := 0
unexport PYTHONDONTWRITEBYTECODE PYTHONPATH
# The reader's own IPython start-up files must not reach the chapters; kernels tell of errors only.
export IPYTHONDIR := $(CURDIR)/$(VENV)/etc/ipython

# Tests whose laws hold of any text, run longer by make fuzz.
LAWS := $(shell grep --recursive --include 'test_*.py' --files-with-matches --word-regexp hypothesis tests)

.DEFAULT_GOAL := help
.PHONY: help setup book chapter site verify twice pdf test lint types unit fuzz whole coverage mutants golden architecture pages deposit reference cluster setup-cluster bench lab serve lock clean

help:  ## List the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /  make \1\t/' | expand -t 20

setup: $(INSTALLED)  ## Make .venv with the locked requirements

# The tools that build the one source package (jieba) come from the same lock file, so that nothing unpinned is run.
$(INSTALLED): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=python3.12 ...")'
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	awk '/^[a-z]/ {keep = /^(packaging|pip|setuptools|wheel)==/} keep' requirements.txt > $(VENV)/tools.txt
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r $(VENV)/tools.txt
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --no-build-isolation -r requirements.txt
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	mkdir -p $(VENV)/etc/ipython/profile_default
	echo "c.Application.log_level = 40" > $(VENV)/etc/ipython/profile_default/ipython_kernel_config.py
	@touch $@

book: $(INSTALLED)  ## Run every chapter and build the HTML book, warnings are errors
	@$(BIN)/python -m analysis verify
	@$(BIN)/python -m analysis.book.binding

chapter: $(INSTALLED)  ## Run one chapter and build its page alone, to see what you write: NAME=slogans
	@test -n "$(NAME)" || { echo "Name the chapter: make chapter NAME=slogans"; exit 2; }
	@$(BIN)/python -m analysis.book.binding "$(NAME)"

site: $(NPM)/installed book  ## Build the book with Python for the page that reads your own text (needs npm)
	$(BIN)/python -m analysis.edition.runtime

$(NPM)/installed: browser/package.json browser/package-lock.json $(INSTALLED)
	@command -v npm >/dev/null || { echo "npm is not installed; install it (Debian: apt install npm), or run make book"; exit 2; }
	mkdir -p $(NPM)
	cp browser/package.json browser/package-lock.json $(NPM)
	npm ci --prefix $(NPM) --ignore-scripts --no-audit --no-fund --silent
	@touch $@

verify: $(INSTALLED)  ## Make every published number, figure and table anew and compare: BOOK=folder (default _build/html)
	@$(BIN)/python -m analysis.book.comparison $(BOOK)

twice:  ## Build the last commit in two folders with other settings of the machine and compare every file (ten minutes)
	@set -eu; made=$$(mktemp -d); trap 'rm -rf "$$made"' EXIT; \
	for copy in one two; do git clone --quiet . "$$made/$$copy"; done; \
	$(MAKE) --no-print-directory -C "$$made/one" book >/dev/null; \
	TZ=Asia/Kathmandu LANG=C LC_ALL=C taskset -c 0 $(MAKE) --no-print-directory -C "$$made/two" book PYTHONHASHSEED=77 >/dev/null; \
	for folder in _build/html figures tables; do diff -rq "$$made/one/$$folder" "$$made/two/$$folder"; done; \
	echo "Every file is the same: $$(find "$$made/one/_build/html" -type f | wc -l) of the book."

pdf: $(INSTALLED)  ## Print the built book as two PDFs with bookmarks, English and Chinese, with Debian's chromium (after make book)
	$(BIN)/python -m analysis.book.printing

deposit: $(INSTALLED)  ## Put book, PDFs, figures, data and source into _build/deposit, to be uploaded to an archive (after make book pdf)
	@$(BIN)/python -m analysis.book.deposit

test: lint types  ## Lint, types and tests
	$(BIN)/pytest --quiet -n 2 --dist loadfile --no-loadscope-reorder --ignore tests/browser --ignore tests/cluster

lint: $(INSTALLED)  ## Lint, format and order of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo --no-cache

types: $(INSTALLED)  ## Type check
	$(BIN)/mypy

unit: $(INSTALLED)  ## Tests without a browser
	$(BIN)/pytest --quiet -n 2 --dist loadfile --ignore tests/browser --ignore tests/cluster --ignore tests/whole

fuzz: $(INSTALLED)  ## The laws of any text on thousands of cases, longer texts, more kills (six minutes)
	$(BIN)/pytest --quiet -n 2 --hypothesis-profile fuzz $(LAWS)

whole: $(INSTALLED)  ## Test of all chapters with a text added
	$(BIN)/pytest --quiet tests/whole

# Under a tracer times say nothing: no test of time, and the profile of hypothesis that sets no deadline.
coverage: $(INSTALLED)  ## Lines and branches of analysis/ that the tests run; fails below 95%
	@rm -f .coverage*
	$(BIN)/coverage run -m pytest --quiet --hypothesis-profile ci -n 2 --dist loadfile --ignore tests/browser --ignore tests/cluster -k "not time_grows and not linear_time"
	@$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

$(VENV)/mutants: $(INSTALLED) requirements-mutants.txt
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements-mutants.txt
	@touch $@

mutants: $(VENV)/mutants  ## Change the rules in small ways and see whether their tests notice: GROUP=numerals for one group
	$(BIN)/python tests/mutants/run.py $(GROUP)

golden: $(INSTALLED)  ## Write the registers in tests/golden anew; read their diff before you commit them
	$(BIN)/python -m tests.golden
	git diff --stat tests/golden

architecture: $(INSTALLED)  ## Draw docs/architecture.svg anew from the imports of the packages
	$(BIN)/python -m tests.architecture

pages: $(INSTALLED)  ## Tests of the built book in Debian's chromium (after make book)
	$(BIN)/pytest --quiet -n 2 --dist loadgroup tests/browser

reference: $(INSTALLED)  ## Make data/reference anew from clones of the public collections: REPORTS=folder SOURCES=folders
	@test -n "$(REPORTS)" || { echo "Name the folder of the reports: make reference REPORTS=../gov"; exit 2; }
# Upper sources first: whose programme a slogan is depends on what stands in them.
ifdef SOURCES
	$(BIN)/python -m analysis sources $(SOURCES) --out data/reference
else
	@echo "Upper sources stay as they are: name their folders to make them too (SOURCES='../cpc ../gov')."
endif
	$(BIN)/python -m analysis reference "$(REPORTS)" --out data/reference
	$(BIN)/python -m analysis formulas "$(REPORTS)" --out data/reference
	$(BIN)/python -m analysis dataset --out data/reference

setup-cluster: $(VENV)/cluster  ## Add Dask, for extract and reference with --scheduler

$(VENV)/cluster: $(INSTALLED) requirements-cluster.txt
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements-cluster.txt
	@touch $@

cluster: $(VENV)/cluster  ## Tests on a Dask cluster of this machine: a scheduler and two workers
	$(BIN)/pytest --quiet tests/cluster

bench: $(VENV)/cluster  ## Time the pipeline beside plain jieba: REPORTS=folder; writes docs/benchmarks.md
	@test -n "$(REPORTS)" || { echo "Name the folder of the reports: make bench REPORTS=../gov"; exit 2; }
	$(BIN)/python tests/benchmark.py "$(REPORTS)"

# The folder is no part of the clone's history, and what runs in it writes beside it: a text of one's own stays there.
lab: $(INSTALLED)  ## Open the chapters as notebooks in JupyterLab, in a folder that git ignores: LAB=options
	@test -d _build/html/notebooks || $(MAKE) --no-print-directory book
	@$(BIN)/python -m analysis.book.notebooks
	BOOK_FOLDER="$(CURDIR)/notebooks/made" $(BIN)/jupyter lab --ServerApp.root_dir="$(CURDIR)" --LabApp.default_url=/lab/tree/notebooks $(LAB)

serve:  ## Serve the built book on this machine
	@echo "http://127.0.0.1:8000/  (Ctrl-C ends)"
	@$(PYTHON) -m http.server --bind 127.0.0.1 --directory _build/html 8000

lock: $(INSTALLED)  ## Pin requirements.in anew into requirements.txt, with hashes
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --upgrade --quiet requirements.in -o requirements.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --upgrade --quiet requirements-cluster.in -o requirements-cluster.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --upgrade --quiet requirements-mutants.in -o requirements-mutants.txt

clean:  ## Remove everything that is made
	rm -rf $(VENV) _build figures tables *.egg-info .coverage* .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
