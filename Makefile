# Two doors: `make report` runs the main job on seeds/ into reports/, `make test` passes all tests.
# Both make their own environment in .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: report test lint bench accuracy screenshots clean

$(VENV)/ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

report: $(VENV)/ready
	$(BIN)/reconcile report

test: $(VENV)/ready lint
	$(BIN)/python -m pytest -n auto --reruns 2 --only-rerun 'Timeout [0-9]+ms exceeded'

lint: $(VENV)/ready
	$(BIN)/ruff check reconcile tests
	$(BIN)/mypy

bench: $(VENV)/ready
	$(BIN)/python tests/bench/pipeline.py $(if $(REVISIONS),--revisions $(REVISIONS))
	$(BIN)/python tests/bench/check.py

# DATA is a folder that holds score.py and data/
accuracy: $(VENV)/ready
	@test -n "$(DATA)" || { echo "usage: make accuracy DATA=FOLDER (the folder that holds score.py and data/)"; exit 2; }
	$(BIN)/python $(DATA)/score.py --adapter tests/accuracy/adapter.py
	$(BIN)/python tests/accuracy/sources.py $(DATA)

# The pictures of the README, from the seeds; needs Debian's chromium
screenshots: $(VENV)/ready
	$(BIN)/python tests/screenshots.py docs

clean:
	rm -rf $(VENV) .reconcile_cache
