# Each command below works alone on a fresh machine: it installs what is missing first.

VENV := .venv
BIN := $(VENV)/bin
BENCHMARKS ?= $(basename $(notdir $(shell grep -l __main__ benchmarks/*.py)))
TESTS ?= tests
DEMO_OUTPUT ?= demo-output

# Tests and pictures need no display; a real window does.
OFFSCREEN := QT_QPA_PLATFORM=offscreen
HEADLESS := $(if $(DISPLAY)$(WAYLAND_DISPLAY),,--headless)

.PHONY: help install demo test lint bench soak gallery recordings test-bluez lock clean

help:  ## this list
	@grep -E '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/:.*  ## /\t/' | expand -t 14

install: $(VENV)/.installed  ## a virtual environment with everything pinned, and Qt's system libraries

demo: install  ## two virtual sensors, calibration, exercises: in a window, or headless into demo-output/
	@$(if $(HEADLESS),$(OFFSCREEN)) $(BIN)/patella demo $(HEADLESS) --out $(DEMO_OUTPUT)

test: install  ## linters and types, then every test but the long ones
	@status=0; \
	$(MAKE) --no-print-directory lint || status=1; \
	$(OFFSCREEN) $(BIN)/pytest -q -n auto -m "not soak" $(TESTS) || status=1; \
	exit $$status

lint: install  ## ruff, mypy and the import contracts
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > $(VENV)/contracts.txt || { cat $(VENV)/contracts.txt; exit 1; }
	@echo "ruff, mypy and the import contracts: no complaints"

bench: install  ## measures accuracy, counting, links, speed; writes it down in docs/ (half an hour)
	@status=0; \
	for name in $(BENCHMARKS); do \
	    echo "== $$name"; $(OFFSCREEN) $(BIN)/python benchmarks/$$name.py || status=1; \
	done; \
	exit $$status

soak: install  ## the long form of the slow suites
	@$(OFFSCREEN) $(BIN)/pytest -q -n auto -m soak $(TESTS)

gallery: install  ## every screen as a picture, light and dark, in gallery-output/
	@$(OFFSCREEN) $(BIN)/python -m monitor.dashboard.gallery gallery-output

recordings: install  ## the example recordings again, bit for bit, from the virtual patient
	@$(BIN)/python recordings/make.py

test-bluez: install  ## the Linux Bluetooth stack in a virtual machine, where QEMU can be had
	@$(BIN)/pytest -q -n 0 -m bluez $(TESTS)

lock: $(VENV)/bin/python  ## renews requirements.txt from pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url \
	    --extra dev --output-file requirements.txt pyproject.toml

clean:  ## removes the virtual environment and everything that was made
	rm -rf $(VENV) build *.egg-info demo-output gallery-output .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache

$(VENV)/bin/python:
	@python=$$(.ci/find-python) && "$$python" -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml .ci/system-libraries | $(VENV)/bin/python
	@.ci/system-libraries
	@echo "Installing Patella into $(VENV) (some minutes the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@
