"""mutations.py: takes away one escape, check or limit at a time, and sees that a test fails.

scripts/mutations.tsv has a mutation a line: a name, a file, the text that is replaced, what replaces it, and the tests that are run (a
filter of `swift test`). Texts are whole or part of one line, and stand in the file once. NAME="quote budget" takes the mutations whose
names hold one of the words. The files are put back whatever happens; a file with changes of your own is refused.

Prints what became of each, and exits with 1 when a mutation lives.
"""

import csv
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# A limit that is gone can make a test run for ever, which is a failure too.
SECONDS = 900


def swift(*arguments):
    """The exit code; `None` where the time was up."""
    try:
        run = subprocess.run(
            ["swift", *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=SECONDS)
        return run.returncode
    except subprocess.TimeoutExpired:
        return None


def rows():
    with open(ROOT / "scripts/mutations.tsv", newline="", encoding="utf-8") as file:
        lines = [line for line in file if line.strip() and not line.startswith("#")]
    words = os.environ.get("NAME", "").split()
    for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if not words or any(word in row[0] for word in words):
            yield row


def check(row):
    """Complaints about a row that cannot be applied."""
    name, file, old, _, _ = row
    count = (ROOT / file).read_text(encoding="utf-8").count(old)
    if count != 1:
        sys.exit(f"mutations: {name}: {file} holds the text {count} times")
    if subprocess.run(["git", "diff", "--quiet", "HEAD", "--", file], cwd=ROOT, check=False).returncode:
        sys.exit(f"mutations: {file} has changes of yours")


def outcome(row):
    _, file, old, new, tests = row
    path = ROOT / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8")
    try:
        if swift("build", "--build-tests") != 0:
            return "does not compile"
        code = swift("test", "--no-parallel", "--skip-build", "--filter", tests)
        return "lives" if code == 0 else "too slow" if code is None else "found"
    finally:
        path.write_text(text, encoding="utf-8")


def main():
    wanted = list(rows())
    for row in wanted:
        check(row)
    if "--list" in sys.argv:
        return
    bad = []
    for row in wanted:
        end = outcome(row)
        print(f"{end}\t{row[0]}", flush=True)
        if end in ("lives", "does not compile"):
            bad.append(row[0])
    if bad:
        sys.exit("mutations: not found: " + ", ".join(bad))


main()
