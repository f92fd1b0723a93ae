# `make demo` shows the program at work, `make test` checks it. Each makes its own virtual environment
# and needs nothing but Python 3.11 or later and the network.

PYTHON ?= $(shell for python in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
comma = ,
PIP = -m pip --quiet --disable-pip-version-check --no-input
SOURCES = pyproject.toml README.md LICENSE $(shell find chronicle migrations data docs -type f \
	-not -name '*.pyc' -not -name '* *')

.DEFAULT_GOAL = help
.DELETE_ON_ERROR:
.PHONY: help demo test lint types pytest benchmarks accuracy lock clean

help:
	@echo 'make demo        install, a database from seeds/, some questions and a CSV file, all below demo/'
	@echo 'make test        lint, type checks and tests, in .venv'
	@echo 'make benchmarks  the ratios of docs/performance.md, in benchmarks/.venv; takes a while'
	@echo 'make accuracy    docs/accuracy.md: the development set coded, with other tools on the same text'
	@echo 'make lock        requirements/dev.txt again, from pyproject.toml'
	@echo 'make clean       removes what these made'

# What a stranger gets: the package and its dependencies, no tools.
demo/.venv/made: $(SOURCES)
	@$(call environment,demo/.venv)
	@demo/.venv/bin/python $(PIP) install .
	@touch $@

# What its developers have: every version and hash from the lock, the package from this folder.
.venv/made: pyproject.toml requirements/dev.txt
	@$(call environment,.venv)
	@.venv/bin/python $(PIP) install --require-hashes -r requirements/dev.txt
	@.venv/bin/python $(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

benchmarks/.venv/made: pyproject.toml benchmarks/requirements.txt
	@$(call environment,benchmarks/.venv)
	@benchmarks/.venv/bin/python $(PIP) install -r benchmarks/requirements.txt --editable .
	@touch $@

# $(1): folder. A half-made environment does not stay.
define environment
if [ -z "$(PYTHON)" ]; then echo 'make: no Python 3.11 or later found; install one, or say make PYTHON=...' >&2; exit 1; fi; \
echo 'making $(1) with $(PYTHON) ...'; \
$(PYTHON) -m venv $(1) || { rm -rf $(1); echo 'make: no virtual environment; on Debian: apt-get install python3-venv' >&2; exit 1; }
endef

# $(1): the words after `chronicle`.
show = @printf '\n$$ chronicle %s\n' "$(1)"; demo/.venv/bin/chronicle $(1)

demo: export CHRONICLE_DB = demo/chronicle.db
demo: demo/.venv/made
	@rm -f demo/chronicle.db*
	$(call show,ingest seeds)
	$(call show,events --actor lavrov --since 2021)
	$(call show,events --country india --columns date$(comma)type$(comma)participants$(comma)venues)
	$(call show,count --by month --type meeting)
	$(call show,actors --limit 8)
	$(call show,export csv --output demo/events.csv)
	@printf '\n$$ head -n 4 demo/events.csv | cut -c -100\n'; head -n 4 demo/events.csv | cut -c -100
	@printf '\nTo ask on: demo/.venv/bin/chronicle actors lavrov --db demo/chronicle.db\n'

test: lint types pytest

lint: .venv/made
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: .venv/made
	.venv/bin/mypy

pytest: .venv/made
	.venv/bin/python -m pytest -n auto

benchmarks: benchmarks/.venv/made
	benchmarks/.venv/bin/python benchmarks/run.py

accuracy: benchmarks/.venv/made
	PYTHONPATH=tests benchmarks/.venv/bin/python benchmarks/accuracy.py

# Names, versions and hashes, for every system that the packages are made for.
lock: .venv/made
	.venv/bin/python $(PIP) install uv
	.venv/bin/uv pip compile pyproject.toml --group dev --extra all --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-header --quiet --output-file requirements/dev.txt

clean:
	rm -rf .venv demo benchmarks/.venv benchmarks/made dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
