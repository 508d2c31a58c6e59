"""corpus.py CORPUS APUS PRODUCTS WORK: generates a module from each document that CORPUS/INDEX.tsv names with the command APUS, and
compiles it in Swift 6 mode, warnings as errors, against the SDK modules that SwiftPM built in PRODUCTS.

Settings, all of the environment:
  NAME="a b"    only documents whose names hold one of these texts
  FULL=1        object files too, as a debug build makes them; FULL="a b" for such documents only
  JOBS=2        how many documents are type-checked at once (full compiles run one by one, a process for each core)

Prints a table (seconds are CPU seconds, so that a busy machine counts little), the diagnostics by kind, and how well time and
memory of generating fit a straight line. Exits with 1 when a document does not generate or compile. WORK keeps what was made.
"""

import collections
import concurrent.futures
import csv
import dataclasses
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

DECLARATION = re.compile(rb"^ *public (?:indirect )?(?:struct|enum|final class) ", re.MULTILINE)
OPERATION = re.compile(rb"^ *public static let operation\b", re.MULTILINE)
MODULE = "API"


@dataclasses.dataclass
class Run:
    """What a process used, its children included."""

    code: int
    seconds: float
    kilobytes: int


@dataclasses.dataclass
class Row:
    """What is known of a document."""

    name: str
    size: int
    generate: Run = None
    check: Run = None
    full: Run = None
    diagnostics: collections.Counter = dataclasses.field(default_factory=collections.Counter)
    operations: int = 0
    types: int = 0
    lines: int = 0
    written: int = 0
    objects: int = 0

    @property
    def failed(self):
        return any(run is not None and run.code != 0 for run in (self.generate, self.check, self.full))


def run(arguments, log, folder=None):
    """Runs a command, in `folder` where one is given, with its output in two files, `log` and `log`.out."""
    with open(log, "wb") as errors, open(f"{log}.out", "wb") as output:
        process = subprocess.Popen(arguments, cwd=folder, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Run(process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def generate(row, spec, apus, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    log = folder / "diagnostics.json"
    command = [apus, "generate", "--spec", str(spec), "--module", MODULE, "--output", str(folder / "Generated")]
    # In a folder without settings: this repository's apus.yaml is strict, and the corpus is full of faults.
    row.generate = run(command + ["--diagnostics", "json"], log, folder)
    try:
        found = json.loads(log.read_bytes() or b"[]")
        row.diagnostics.update((one["severity"], one.get("code") or "-") for one in found)
    except ValueError:
        row.diagnostics[("error", "no JSON, see the log")] += 1
    for path in sources(folder, MODULE):
        text = path.read_bytes()
        row.operations += len(OPERATION.findall(text))
        row.types += len(DECLARATION.findall(text))
        row.lines += text.count(b"\n")
    row.written = sum(path.stat().st_size for path in (folder / "Generated").rglob("*") if path.is_file())


def sources(folder, module):
    return sorted((folder / "Generated" / module).rglob("*.swift"))


def check(row, products, folder):
    """The module, then that of the examples."""
    for module in (MODULE, f"{MODULE}Examples"):
        files = [str(path) for path in sources(folder, module)]
        if not files:
            continue
        made = run(["scripts/typecheck", products, module, *files], folder / f"{module}.check")
        earlier = row.check or Run(0, 0, 0)
        row.check = Run(
            earlier.code or made.code, earlier.seconds + made.seconds, max(earlier.kilobytes, made.kilobytes))
        if made.code:
            return


def compile_objects(row, products, folder):
    objects = folder / "objects"
    objects.mkdir()
    files = [str(path) for path in sources(folder, MODULE)]
    row.full = run(
        ["scripts/typecheck", "--objects", str(objects), products, MODULE, *files], folder / f"{MODULE}.full")
    row.objects = sum(path.stat().st_size for path in objects.glob("*.o"))


def fit(points):
    """The least-squares line through (x, y), and R²: slope, intercept, R²."""
    count = len(points)
    mean_x = sum(x for x, _ in points) / count
    mean_y = sum(y for _, y in points) / count
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else 0
    intercept = mean_y - slope * mean_x
    total = sum((y - mean_y) ** 2 for _, y in points)
    rest = sum((y - intercept - slope * x) ** 2 for x, y in points)
    return slope, intercept, 1 - rest / total if total else 1


def show_fit(what, unit, rows, value):
    """The line by bytes read and written, and the documents that need more than twice what it gives them. The bytes read alone say
    less: a document of prose becomes little Swift, one of short operations much."""
    points = [((row.size + row.written) / 1e6, value(row)) for row in rows]
    if len(points) < 3:
        return
    slope, intercept, quality = fit(points)
    # Starting the process costs something that no document is to blame for.
    least = max(intercept, min(y for _, y in points))
    worse = [row.name for row, (x, y) in zip(rows, points) if y > 2 * (least + slope * x)]
    verdict = "met" if not worse else f"missed: {' '.join(worse)}"
    print(f"{what} = {slope:.3g} {unit} per MB read or written + {intercept:.3g} {unit}, R² {quality:.3f}; none beyond twice that: {verdict}")


HEADER = ("document", "bytes", "operations", "types", "lines", "warnings", "generate s", "MB", "check s", "MB",
          "compile s", "MB", "objects MB", "")


def line(cells):
    widths = (28, 8, 10, 6, 7, 8, 10, 5, 8, 5, 9, 5, 10, 0)
    texts = [f"{cell:{'<' if index == 0 else '>'}{width}}" for index, (cell, width) in enumerate(zip(cells, widths))]
    print("  ".join(texts).rstrip(), flush=True)


def show(row, verdict):
    def cells(made):
        return (f"{made.seconds:.2f}", f"{made.kilobytes // 1024}") if made else ("-", "-")

    warnings = sum(count for (severity, _), count in row.diagnostics.items() if severity == "warning")
    objects = f"{row.objects / 1e6:.1f}" if row.full else "-"
    line((row.name, row.size, row.operations, row.types, row.lines, warnings, *cells(row.generate), *cells(row.check),
          *cells(row.full), objects, verdict))


def total(rows):
    def sums(made):
        made = [one for one in made if one]
        return Run(0, sum(one.seconds for one in made), max((one.kilobytes for one in made), default=0))

    whole = Row("total", sum(row.size for row in rows))
    for row in rows:
        for name in ("operations", "types", "lines", "objects"):
            setattr(whole, name, getattr(whole, name) + getattr(row, name))
        whole.diagnostics.update(row.diagnostics)
    whole.generate, whole.check = sums(row.generate for row in rows), sums(row.check for row in rows)
    if any(row.full for row in rows):
        whole.full = sums(row.full for row in rows)
    return whole


def excerpt(folder, row):
    """The first lines that say why."""
    if row.generate.code:
        try:
            found = json.loads((folder / "diagnostics.json").read_bytes())
            errors = [one for one in found if one["severity"] == "error"]
            return [f"{one.get('file')}:{one.get('line')}: {one['message']} [{one.get('code')}]" for one in errors[:5]]
        except ValueError:
            return (folder / "diagnostics.json").read_text(errors="replace").splitlines()[-5:]
    logs = [path for path in sorted(folder.iterdir()) if path.suffix in (".check", ".full")]
    lines = [one for path in logs for one in path.read_text(errors="replace").splitlines()]
    return [one for one in lines if "error:" in one][:5] or lines[-5:]


def documents(corpus):
    chosen = os.environ.get("NAME", "").split()
    with open(corpus / "INDEX.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows = [row for row in rows if not chosen or named(row["name"], chosen)]
    return rows or sys.exit(f"corpus: no document's name holds {' or '.join(chosen)}")


def named(name, texts):
    return any(text in name for text in texts)


def main():
    corpus, apus, products, work = (pathlib.Path(one).resolve() for one in sys.argv[1:5])
    full = os.environ.get("FULL", "")
    jobs = int(os.environ.get("JOBS", "2"))
    rows = []
    for entry in documents(corpus):
        row = Row(entry["name"], int(entry["bytes"]))
        generate(row, corpus / row.name / entry["entry"], str(apus), work / row.name)
        rows.append(row)
    line(HEADER)
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        made = [row for row in rows if row.generate.code == 0]
        # The slowest first: no core idles at the end.
        order = sorted(made, key=lambda row: -row.lines)
        done = {row.name: pool.submit(check, row, str(products), work / row.name) for row in order}
        for row in rows:
            if row.name in done:
                done[row.name].result()
            if row.name in done and row.check and row.check.code == 0 and (full == "1" or named(row.name, full.split())):
                concurrent.futures.wait(done.values())
                compile_objects(row, str(products), work / row.name)
            show(row, "failed" if row.failed else "")
    show(total(rows), "")
    print_diagnostics(rows)
    print()
    show_fit("generating seconds", "s", made, lambda row: row.generate.seconds)
    show_fit("generating memory", "MB", made, lambda row: row.generate.kilobytes / 1024)
    # Known gaps, named by whoever calls: they are told of, and one that is closed has to leave the list.
    gaps = os.environ.get("GAPS", "").split()
    closed = [row.name for row in rows if row.name in gaps and not row.failed]
    failures = [row for row in rows if row.failed]
    for row in failures:
        print(f"\n{row.name} failed:", *excerpt(work / row.name, row), sep="\n  ")
    print(f"\n{len(rows) - len(failures)} of {len(rows)} documents generate and compile")
    if closed:
        print(f"no gap any more, so take it off the list GAPS: {', '.join(closed)}")
    return 1 if closed or any(row.name not in gaps for row in failures) else 0


def print_diagnostics(rows):
    print("\ndiagnostics by kind")
    for row in rows:
        counts = sorted(row.diagnostics.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
        kinds = ", ".join(f"{count} {code}{'' if severity == 'warning' else f' ({severity})'}" for (severity, code), count in counts)
        print(f"  {row.name:28}  {kinds or 'none'}")


if __name__ == "__main__":
    sys.exit(main())
