"""mutations.py: takes away one escape, limit, budget or check at a time, and sees that a test fails.

scripts/mutations.tsv has a mutation a line: a name, a file, the text that is replaced, what replaces it, and the tests that are run (a
filter of `swift test`). Texts are whole or part of one line, and stand in the file once. In what replaces them, OFF is true while this
mutation is at work, and false else: so one build of a copy of the package, in .build/mutations, serves all of them, and your own files
and your own build stay as they are.

NAME="quote budget" takes the mutations whose names hold one of the words; --list only sees that every line can be applied. Prints what
became of each, and exits with 1 when a mutation lives. Without a mutation all the tests must pass.
"""

import csv
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
COPY = ROOT / ".build/mutations/package"
SCRATCH = ROOT / ".build/mutations/build"
PLACE = ["--package-path", COPY, "--scratch-path", SCRATCH]
# A limit that is gone can make a test run for ever, which is a failure too.
SECONDS = 300
SWITCH = """
#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif
private let activeMutation = getenv("APUS_MUTATION").flatMap { Int(String(cString: $0)) } ?? 0
"""


def read_rows():
    with open(ROOT / "scripts/mutations.tsv", newline="", encoding="utf-8") as file:
        lines = [line for line in file if line.strip() and not line.startswith("#")]
    return list(enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=1))


def mutated(rows):
    """The texts of the files that mutations change, with a switch for each."""
    texts = {}
    for number, row in rows:
        if len(row) != 5 or not re.search(r"\bOFF\b", row[3]):
            sys.exit(f"mutations: line {number} is not five columns, of which the fourth holds OFF: {row}")
        name, file, old, new, _ = row
        original = (ROOT / file).read_text(encoding="utf-8")
        if original.count(old) != 1:
            sys.exit(f"mutations: {name}: {file} holds the text {original.count(old)} times")
        text = texts.setdefault(file, original + SWITCH)
        if text.count(old) != 1:
            sys.exit(f"mutations: {name}: another line changes the same text of {file}")
        # A function: backslashes of the tables are no references to groups.
        texts[file] = text.replace(old, re.sub(r"\bOFF\b", lambda _: f"(activeMutation == {number})", new))
    return texts


def write(path, data):
    """Leaves alone what is the same: it is not compiled again then."""
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def copy_package(texts):
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True
    ).stdout.decode().split("\0")
    # Which versions of the dependencies: the file is not kept in git.
    files = {name for name in names + ["Package.resolved"] if name and (ROOT / name).is_file()}
    for name in files:
        write(COPY / name, texts[name].encode() if name in texts else (ROOT / name).read_bytes())
    for path in COPY.rglob("*"):
        if path.is_file() and str(path.relative_to(COPY)) not in files:
            path.unlink()


def run(command, mutation=0, quiet=True, seconds=None):
    """The exit code; `None` where the time was up."""
    environment = dict(os.environ, APUS_MUTATION=str(mutation), SWIFT_BACKTRACE="enable=no")
    environment.setdefault("APUS_SHARED", str(ROOT.parent / "shared"))
    output = subprocess.DEVNULL if quiet else None
    process = subprocess.Popen(command, cwd=COPY, env=environment, stdout=output, stderr=output, start_new_session=True)
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None


def run_tests(tests, mutation=0, quiet=True):
    binary = SCRATCH / "debug/apusPackageTests.xctest"
    options = ["--no-parallel", "--filter", tests]
    # A program on Linux, which begins at once; on macOS a bundle, which `swift test` loads.
    command = [binary, "--testing-library", "swift-testing"] if binary.is_file() else ["swift", "test", "--skip-build", *PLACE]
    return run([*command, *options], mutation, quiet, SECONDS)


def main():
    rows = read_rows()
    texts = mutated(rows)
    if "--list" in sys.argv:
        return
    words = os.environ.get("NAME", "").split()
    wanted = [(number, row) for number, row in rows if not words or any(word in row[0] for word in words)]
    copy_package(texts)
    if run(["swift", "build", "--build-tests", *PLACE], quiet=False) != 0:
        sys.exit("mutations: the package does not compile with them")
    for tests in sorted({row[4] for _, row in wanted}):
        # The second run says what fails; on a busy machine it may have been a limit of time.
        if run_tests(tests) != 0 and run_tests(tests, quiet=False) != 0:
            sys.exit(f"mutations: {tests} fails without any mutation")
    living = []
    for number, (name, _, _, _, tests) in wanted:
        start = time.monotonic()
        # Only what fails twice was found: see above.
        codes = [run_tests(tests, mutation=number)]
        if codes[0] not in (0, None):
            codes.append(run_tests(tests, mutation=number))
        outcome = "lives" if 0 in codes else "too slow" if None in codes else "found"
        print(f"{outcome}\t{name}\t{time.monotonic() - start:.0f} s", flush=True)
        if outcome == "lives":
            living.append(name)
    print(f"{len(wanted) - len(living)} of {len(wanted)} mutations are noticed")
    if living:
        sys.exit("mutations: no test notices: " + ", ".join(living))


main()
