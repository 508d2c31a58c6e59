"""roundtrip.py CORPUS APUS PRODUCTS WORK: see docs/round-trip.md. Makes values from the schemas of each document that CORPUS/INDEX.tsv
names, and has a program that is built from the generated module read and write them.

Settings, all of the environment:
  NAME="a b"    only documents whose names hold one of these texts
  SEED=1        another seed makes other values
  SHOW=10       how many failures of a document are printed
  COUNTS=1      what was spoilt, and what became of it, by kind
  REUSE=1       programs that were built before are used again

Exits with 1 when anything failed. WORK keeps what was made.
"""

import os
import pathlib
import sys
import time

import corpus
from round_trip import documents, driver, jsontext, links, requests, server, values

HEADER = ("document", "types", "instances", "spoilt", "operations", "requests", "failures", "seconds")


def main():
    folder, apus, products, work = (pathlib.Path(one).resolve() for one in sys.argv[1:5])
    work.mkdir(parents=True, exist_ok=True)
    shared = work / "libRoundTrip.so"
    if not (os.environ.get("REUSE") and shared.exists()):
        shared = driver.library(products, work)
    line(HEADER)
    reports = []
    for entry in corpus.documents(folder):
        reports.append((entry["name"], check(entry, folder, apus, products, shared, work / entry["name"])))
    return 1 if any(report.failed for _, report in reports) else 0


def check(entry, folder, apus, products, shared, work):
    start, report = time.monotonic(), values.Report()
    spec = folder / entry["name"] / entry["entry"]
    try:
        found, program = build(entry, spec, apus, products, shared, work)
        library = documents.Library(spec)
        seed, listener = os.environ.get("SEED", "1"), server.Server()
        running = driver.Program(program, listener.base)
        try:
            values.check(found, library, running, seed, report)
            requests.check(found, library, running, listener, seed, report)
        finally:
            running.close()
            listener.close()
    except driver.Failed as problem:
        report.fail("program", str(problem), None)
    show(entry["name"], report, time.monotonic() - start)
    return report


def build(entry, spec, apus, products, shared, work):
    """The links from the module to the document, and the program."""
    program = work / "program" / "program"
    if not (os.environ.get("REUSE") and program.exists()):
        row = corpus.Row(entry["name"], int(entry["bytes"]))
        corpus.generate(row, spec, str(apus), work)
        if row.generate.code:
            raise driver.Failed("it does not generate; see `make corpus`")
    found = links.read(apus, spec, corpus.MODULE, work)
    if not (os.environ.get("REUSE") and program.exists()):
        program = driver.build(found, corpus.sources(work, corpus.MODULE), products, shared, work)
    return found, program


def line(cells):
    widths = (28, 6, 9, 7, 10, 8, 8, 7)
    print("  ".join(f"{cell:{'<' if index == 0 else '>'}{width}}" for index, (cell, width) in enumerate(zip(cells, widths))),
          flush=True)


def show(name, report, seconds):
    counts = report.counts
    line((name, counts.get("types", 0), counts.get("instances", 0), counts.get("faults", 0),
          counts.get("operations", 0), counts.get("requests", 0), report.failed, f"{seconds:.0f}"))
    limit = int(os.environ.get("SHOW", "10"))
    for where, what, value in report.failures[:limit]:
        print(f"    {where}: {what}\n      {jsontext.shown(value, 300)}")
    others = {key: count for key, count in counts.items() if ":" in key or key.startswith(("without", "skipped"))}
    for key, count in sorted(others.items()) if os.environ.get("COUNTS") else ():
        print(f"    {count:6} {key}")


if __name__ == "__main__":
    sys.exit(main())
