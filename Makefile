# Every task of the project. `make help` lists them; CI runs the same ones (.ci/run).

PYTHON ?= python3
BIN := .venv/bin
EXAMPLES := examples/plans
DEMO := build/examples

# Types, imports and doctests are checked on the unpacked wheel: they see what users get, not the checkout.
PLAIN := build/plain
CHECK := build/check
WATCH := build/watch
TOOLS := $(abspath $(BIN))
SOURCES := $(shell git ls-files -co --exclude-standard -- src ontology extract graph exports pyproject.toml README.md LICENSE)

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help setup run peers test lint format types imports doctest docs reference accuracy notebook pictures build release installed bench fuzz audit sbom lock clean ci

help:  ## list the tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

setup: .venv/ready  ## make .venv with everything, and links/ for editors

.venv/ready: pyproject.toml requirements.lock tools/make_links.py
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m pip check
	$(BIN)/python tools/make_links.py
	@touch $@

run: setup  ## read the example plans, ask who owns what, draw the picture, and say where to look
	$(BIN)/answerable build $(EXAMPLES) --to $(DEMO)
	$(BIN)/answerable query owners --store $(DEMO)
	$(BIN)/answerable view --store $(DEMO) --to $(DEMO).html
	@echo
	@echo "Look at:  $(DEMO).html   (open it in a browser: it needs no network)"
	@echo "Ask more: $(BIN)/answerable query --list"

peers: setup  ## install what only reads our files back in a test (needs ICU's headers and a compiler)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt followthemoney

test: setup  ## run all tests, a file at a time on each processor
	$(BIN)/pytest --numprocesses logical --dist loadfile

lint: setup  ## check style: ruff's wide rule set and the format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: setup  ## apply the format and the safe fixes
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

build: dist/ready  ## build sdist and wheel in dist/

release: dist/ready  ## check that this commit, its tag and dist/ are one release, ready to be uploaded
	$(BIN)/python tools/check_release.py --tagged

dist/ready: $(SOURCES) | setup
	rm -rf dist
	$(BIN)/python -m build --quiet --no-isolation --outdir dist
	$(BIN)/python tools/check_release.py --built
	@touch $@

$(PLAIN)/ready: dist/ready constraints.txt
	rm -rf $(PLAIN)
	$(PYTHON) -m venv $(PLAIN)
	$(PLAIN)/bin/python -m pip install --quiet --constraint constraints.txt dist/*.whl
	@touch $@

installed: $(PLAIN)/ready  ## run the wheel, installed alone in an empty environment, on the example plans
	$(PLAIN)/bin/answerable --help
	$(PLAIN)/bin/answerable build $(EXAMPLES) --to $(PLAIN)/store
	$(PLAIN)/bin/answerable query owners --store $(PLAIN)/store --format csv
	$(PLAIN)/bin/answerable view --store $(PLAIN)/store --to $(PLAIN)/view.html

$(CHECK)/ready: dist/ready
	rm -rf $(CHECK)
	$(BIN)/python -m pip install --quiet --no-deps --target $(CHECK) dist/*.whl
	@touch $@

types: $(CHECK)/ready  ## check types strictly, on the unpacked wheel
	cd $(CHECK) && MYPYPATH=. $(TOOLS)/mypy --config-file $(CURDIR)/pyproject.toml --strict -p answerable

imports: $(CHECK)/ready  ## check the direction of imports, on the unpacked wheel
	cd $(CHECK) && $(TOOLS)/lint-imports --no-cache --config $(CURDIR)/pyproject.toml

doctest: $(CHECK)/ready  ## run the examples in docstrings, on the unpacked wheel
	PYTHONPATH=$(CHECK) $(BIN)/pytest --doctest-modules --pyargs answerable

docs: setup  ## build the documentation strictly into site/
	$(BIN)/python tools/make_reference.py --check
	$(BIN)/python tools/make_diagrams.py --check
	$(BIN)/mkdocs build --strict --quiet

reference: setup  ## write docs/reference anew from the code
	$(BIN)/python tools/make_reference.py
	$(BIN)/python tools/make_diagrams.py

accuracy: setup  ## write the figures of docs/accuracy.md anew (needs LibreOffice)
	$(BIN)/python tools/make_accuracy.py

notebook: setup  ## run the worked notebook and write docs/notebook.md anew
	$(BIN)/python tools/make_notebook_page.py

pictures: run  ## take the pictures of README and documentation anew (needs chromium)
	$(BIN)/python tools/screenshot.py build/pictures examples=$(DEMO)
	cp build/pictures/examples/network-ownership-wide-light.png docs/images/view.png
	cp build/pictures/examples/matrix-wide-light.png docs/images/matrix.png
	cp build/pictures/examples/timeline-wide-light.png docs/images/timeline.png
	cp build/pictures/examples/timeline-evidence.png docs/images/evidence.png
	$(BIN)/python tools/picture_briefings.py docs/images
	$(BIN)/python tools/picture_tutorials.py docs/images

bench: setup  ## measure everything beside its peers and write benchmarks/RESULTS.md
	$(BIN)/python benchmarks/run.py

fuzz: .venv/fuzz  ## feed the readers changed files, a fixed number for each family
	$(BIN)/python fuzz/run.py

.venv/fuzz: pyproject.toml constraints.txt | setup
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[fuzz]'
	@touch $@

$(WATCH)/ready: constraints.txt
	rm -rf $(WATCH)
	$(PYTHON) -m venv $(WATCH)
	$(WATCH)/bin/python -m pip install --quiet --constraint constraints.txt cyclonedx-bom pip-audit
	@touch $@

audit: $(WATCH)/ready  ## ask what is known against the locked versions (fails where anything could not be asked)
	$(WATCH)/bin/pip-audit --strict --disable-pip --require-hashes --requirement requirements.lock

sbom: $(WATCH)/ready  ## write build/sbom.json: all that is locked, with hashes, as CycloneDX; the same bytes each time
	$(WATCH)/bin/cyclonedx-py requirements --pyproject pyproject.toml --mc-type application --output-reproducible \
		--output-file build/sbom.json requirements.lock

lock:  ## resolve versions anew: constraints.txt, and requirements.lock with hashes
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/python tools/make_lock.py

clean:  ## remove all that was made
	rm -rf build dist site links .venv *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

ci:  ## do what CI does
	bash .ci/run
