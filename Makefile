# nbrun: `make run` and `make test` do all the set-up on a Debian machine with a Swift toolchain.

PREFIX ?= /usr/local
DESTDIR ?=

# One configuration serves the program and its tests, so nothing is compiled twice.
SWIFT_FLAGS := -c release -Xswiftc -enable-testing
BUILD := .build/release

PACKAGES := libcmark-dev libdnnl-dev zlib1g-dev libpng-dev libxxhash-dev libssl-dev dataset-fashion-mnist
TEST_PACKAGES := chromium tidy librsvg2-bin qemu-user golang-github-yuin-goldmark-dev time
AXE := .build/test-tools/axe.min.js
JUPYTER := .build/test-tools/jupyter
MODULES := Prelude Display JSONCoding OutputFiles Tensors NeuralNetworks Datasets Plots

# The Python that has Keras and PyTorch; without them, nbrun is measured alone.
PYTHON ?= python3
IMAGES ?= 60000

# The tests of robustness: every suite in a folder of that name, or of the name Fuzzing. A suite is called as its file.
TORTURE_FILES := $(wildcard Tests/*/Robustness/*.swift Tests/*/Fuzzing/*.swift Tests/*/*/Fuzzing/*.swift)
TORTURE_SUITES := $(basename $(notdir $(TORTURE_FILES)))

.PHONY: run test torture bench build install install-built lint format clean packages test-packages

run: build
	$(BUILD)/nbrun notebooks/ch6.md -p epochs=2 -p trainCount=12000
	@echo
	@echo "The report is output/ch6.html: open it in a browser."
	@echo "This was a short run. In full, 25 epochs on all images: $(BUILD)/nbrun notebooks/ch6.md"

test: packages test-packages $(AXE) $(JUPYTER) lint
	swift build $(SWIFT_FLAGS) --build-tests
	GOMP_SPINCOUNT=3000 swift test $(SWIFT_FLAGS) --skip-build

# The tests of robustness in full.
torture: packages test-packages
	swift build $(SWIFT_FLAGS) --build-tests
	TORTURE=1 GOMP_SPINCOUNT=3000 swift test $(SWIFT_FLAGS) --skip-build $(TORTURE_SUITES:%=--filter '\.%/')

# Measures nbrun, and Keras and PyTorch where they are installed, one after another.
bench: build
	GOMP_SPINCOUNT=3000 $(BUILD)/Benchmarks compare --images $(IMAGES) --python $(PYTHON)
	$(BUILD)/Benchmarks runner

build: packages
	swift build $(SWIFT_FLAGS)

install: build install-built

# Copies what was built.
install-built:
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/nbrun/Modules
	install $(BUILD)/nbrun $(DESTDIR)$(PREFIX)/bin/nbrun
	install $(BUILD)/nbrun-host $(BUILD)/libPrelude.so $(DESTDIR)$(PREFIX)/lib/nbrun/
	install -m 644 $(MODULES:%=$(BUILD)/Modules/%.swiftmodule) $(DESTDIR)$(PREFIX)/lib/nbrun/Modules/

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

clean:
	rm -rf .build

packages:
	@$(call install_missing,$(PACKAGES))

test-packages:
	@$(call install_missing,$(TEST_PACKAGES))

# The accessibility checker, out of the Python package that ships it.
$(AXE):
	@mkdir -p $(@D)
	python3 -m pip download --quiet --no-deps --ignore-requires-python --dest $(@D) axe-selenium-python==3.0.0
	python3 -m zipfile --extract $(@D)/axe_selenium_python-*.whl $(@D)
	cp $(@D)/axe_selenium_python/node_modules/axe-core/axe.min.js $@

# Jupyter's own tools, which say whether a notebook is one. Without them, the tests that use them say that they are skipped.
$(JUPYTER):
	python3 -m pip install --quiet --target $@.new nbformat==5.11.1 nbconvert==7.17.2 && mv $@.new $@ \
		|| { rm -rf $@.new; echo "no nbformat and nbconvert: tests of notebooks will be skipped"; }

# Installs the Debian packages that are not there yet; where all are there, nothing is asked of the network.
define install_missing
missing=; \
for package in $(1); do \
	dpkg-query --show --showformat='$${db:Status-Status}\n' $$package 2>/dev/null | grep -qx installed \
		|| missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
	echo "installing$$missing"; \
	as_root=; [ "$$(id -u)" -eq 0 ] || as_root=sudo; \
	$$as_root apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
fi
endef
