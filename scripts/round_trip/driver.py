"""Builds a program from a generated module and Tests/RoundTripDriver, and talks with it."""

import json
import os
import pathlib
import subprocess

from . import listing

# A program of ours that has nothing but the SDK's runtime: SwiftPM says what it is linked from.
PROGRAM = "RuntimeProgram"


class Failed(Exception):
    """A step that did not work, with the compiler's words."""


def run(arguments, log):
    with open(log, "wb") as output:
        code = subprocess.run(arguments, stdout=output, stderr=output, check=False).returncode
    if code:
        lines = pathlib.Path(log).read_text(errors="replace").splitlines()
        raise Failed("\n".join([one for one in lines if "error:" in one][:5] or lines[-5:]))


def flags(products):
    """What an importer of the SDK modules that SwiftPM built needs."""
    found = ["-I", str(products / "Modules")]
    for map_ in products.glob("C*.build/module.modulemap"):
        if not map_.parent.name.endswith("-tool.build"):
            found += ["-Xcc", f"-fmodule-map-file={map_}"]
    for folder in (products / "../../checkouts").resolve().glob("*/Sources/*/include"):
        found += ["-Xcc", f"-I{folder}"]
    return found


def library(products, work):
    """One shared library of everything that a generated module needs, made once for all documents."""
    linked = (products / f"{PROGRAM}.product" / "Objects.LinkFileList").read_text().splitlines()
    objects = [one for one in linked if f"/{PROGRAM}.build/" not in one]
    objects += [json.dumps(str(one)) for one in sorted((products / "RoundTripDriver.build").rglob("*.o"))]
    made = work / "libRoundTrip.so"
    names = work / "objects.txt"
    names.write_text("\n".join(objects))
    run(["swiftc", "-emit-library", "-o", str(made), f"@{names}", "-lz", "-lstdc++"], work / "library.log")
    return made


def build(links, files, products, shared, folder):
    """Compiles the module, then the program. Returns the program's path."""
    objects = folder / "program"
    objects.mkdir(exist_ok=True)
    common = ["-Onone", "-swift-version", "6", "-package-name", "apus", *flags(products)]
    module = ["swiftc", "-emit-module", "-emit-module-path", str(objects / "API.swiftmodule"), "-c", "-module-name", "API",
              "-enable-batch-mode", f"-j{os.environ.get('JOBS', '2')}", *common, *map(str, files)]
    in_folder(module, objects, objects / "module.log")
    main = objects / "main.swift"
    main.write_text(listing.text(links))
    in_folder(["swiftc", "-c", "-module-name", "Main", "-I", str(objects), "-suppress-warnings", *common, str(main)], objects,
              objects / "main.log")
    program = objects / "program"
    run(["swiftc", "-o", str(program), *map(str, objects.glob("*.o")), str(shared), "-Xlinker", "-rpath", "-Xlinker",
         str(shared.parent)], objects / "link.log")
    return program


def in_folder(arguments, folder, log):
    # Objects go into the working folder.
    with open(log, "wb") as output:
        code = subprocess.run(arguments, cwd=folder, stdout=output, stderr=output, check=False).returncode
    if code:
        lines = pathlib.Path(log).read_text(errors="replace").splitlines()
        raise Failed("\n".join([one for one in lines if "error:" in one][:5] or lines[-5:]))


class Program:
    """The running program: a line in, a line out."""

    def __init__(self, path, base):
        self.process = subprocess.Popen([str(path), base], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        encoding="utf-8", bufsize=1)

    def ask(self, command, index, text):
        """The answer: whether it went well, and its JSON, or the path and the words of the error."""
        self.process.stdin.write(f"{command}{index}\t{text}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().rstrip("\n")
        if answer.startswith("="):
            return True, answer[1:], ""
        if not answer.startswith("!"):
            raise Failed(f"the program ended at {command}{index} {text[:300]}")
        path, _, words = answer[1:].partition("\t")
        return False, path, words

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=20)
