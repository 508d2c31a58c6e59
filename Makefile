# `make run` shows the main job, `make test` runs the tests; both do all set-up.
.PHONY: run test setup generate install update-spec check templates record format lint bench simulate complexity fuzz sanitize soak parity consumer examples corpus conformance roundtrip mutations documentation clean

run: generate
	swift run --quiet GenerationDemo $(ID)

test: setup
	@scripts/test

setup:
	@scripts/setup

# Writes Generated/ from spec/ and Templates/.
generate: setup
	swift run --quiet apus generate

# Builds the command and copies it to PREFIX/bin (~/.local/bin): then `apus generate` works in any folder.
PREFIX ?= $(HOME)/.local
install: setup
	scripts/release
	mkdir -p "$(PREFIX)/bin"
	install -m 755 .build/release/apus "$(PREFIX)/bin/apus"

# Takes the document that the service publishes: writes spec/openrouter.yaml, with our corrections and descriptions, and Generated/,
# and prints the changes of the API.
update-spec: setup
	@test -n "$(FROM)" || { echo "update-spec: name the published document, as in make update-spec FROM=openapi.yaml" >&2; exit 2; }
	swift run --quiet update-spec --from $(FROM)
	swift run --quiet apus generate

# Says with a diff whether Generated/ is what spec/ and Templates/ give.
check: setup
	swift run --quiet apus generate --check

# Takes the templates into the executable; a recording run is red by design, so a second one follows.
templates: setup
	-RECORD=1 swift test --filter EmbeddedTemplatesTests
	swift test --filter EmbeddedTemplatesTests

# Rewrites the golden cases; read the diff afterwards.
record: setup
	-RECORD=1 swift test --filter GoldenTests
	swift test --filter GoldenTests

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests Examples Benchmarks Simulation Fuzzing

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Examples Benchmarks Simulation Fuzzing Generated

# Builds a package that uses the SDK alone, on a machine as it were without libyaml.
consumer:
	scripts/consumer

# Builds, tests and runs the packages in Examples/ that have tests. NAME="OpenRouterCLI" takes those alone. A page is tested in Chromium
# where that is installed (scripts/chromium).
examples:
	@scripts/examples

# Generates and type-checks every document of ../shared/corpus, and says how many do. NAME=text takes those whose names hold one
# of the texts, FULL=1 makes object files too, CONFIGURATION=release times the generator as users run it.
corpus: setup
	@scripts/corpus

# Calls every operation of a document made for tests, against httpbin and a service of our own, on the loopback.
conformance: setup
	@scripts/conformance

# Makes values and requests from the schemas of ../shared/corpus, and has the generated modules read and write them. NAME=text takes
# the documents whose names hold one of the texts, SEED=2 makes other values; see docs/round-trip.md.
roundtrip: setup
	@scripts/roundtrip

# Generates from documents that are large in one way, of three sizes, and sees that time and memory grow in proportion. NAME="chain,tags" takes
# the families whose names hold one of the texts.
complexity: setup
	scripts/release
	python3 scripts/complexity.py .build/release/apus

# Takes away one escape, limit, budget or check of scripts/mutations.tsv at a time, and sees that a test fails: one build of a copy, and
# a run of some tests for each. NAME="quotes budget" takes those whose names hold one of the words.
mutations: setup
	python3 scripts/mutations.py

# Figures as ratios, one a line, tab-separated.
bench: setup
	scripts/release
	swift build --quiet --target ApusDefaultTransport
	swift run --quiet --package-path Benchmarks --configuration release Benchmarks

# Throws bytes at everything that reads input from outside, SECONDS for each reader (60 when not given); ONLY=json takes one. What
# made a reader fail is kept in Fuzzing/Found and replayed by the tests.
fuzz: setup
	SECONDS_EACH=$(or $(SECONDS),60) scripts/fuzz

# Runs tests with the thread and the address sanitizer, the latter over every truncation of every YAML fixture and looking for
# leaks; in builds of their own. ONLY=address takes one.
sanitize: setup
	@scripts/sanitize

# Calls of 200 tasks at once against a server that misbehaves at random, for MINUTES (2).
soak: setup
	APUS_SOAK_SECONDS=$$(($(or $(MINUTES),2) * 60)) swift test --no-parallel --filter SoakTests

# A fleet of clients against the retry policy, on a virtual clock: writes docs/simulation.md and docs/simulation.svg.
simulate: setup
	swift run --quiet --configuration release RetrySimulation docs

# Compares requests, and what is read from the answers, with those of the published Python SDK; see docs/parity.md.
parity: setup
	scripts/parity

# Builds the documentation site of the modules that users see, in .build/documentation.
documentation: setup
	@scripts/documentation

clean:
	rm -rf .build Examples/.build Examples/*/.build Benchmarks/.build Conformance/Generated
