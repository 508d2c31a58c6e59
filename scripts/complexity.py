"""complexity.py APUS: generates from families of documents that are large in one way, of sizes n, 2n and 4n, and compares the
processor seconds and the peak memory. What doubles is to take twice as much: a ratio over 2.6 for a doubling fails.

Seconds are those of a child process, user and system time together (which the system counts exactly; how it divides them is a
guess), memory is the most that it had resident; both the least of three runs (a busy machine only adds) less that of an empty
document. A family that seems to fail is measured anew, up to four times. NAME="chain" takes the families whose names hold one of the texts.

Prints a table in Markdown, as docs/reliability.md has it, and exits with 1 when a family fails.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

LIMIT = 2.6
HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
JSON = "content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}"
OPERATION = "paths: {/a: {get: {responses: {'200': {description: d, %s}}}}}\n" % JSON
NONE = "paths: {}\n"


def each(n, text):
    return "".join(text.replace("%i", str(i)).replace("%j", str(i + 1)) for i in range(n))


def chain(text, end="{type: string}"):
    """Schemas each of which uses the next one."""
    return lambda n: HEAD + OPERATION + "components:\n  schemas:\n" + each(n, "    S%i: " + text + "\n") + f"    S{n}: {end}\n"


def schema(text, item):
    return lambda n: HEAD + OPERATION + "components:\n  schemas:\n    S0: " + text % each(n, item) + "\n"


def operations(text):
    return lambda n: HEAD + "paths:\n" + each(n, "  /a%i: {get: {operationId: o%i, " + text + "}}\n")


def cases(n):
    """Tags that differ in the case of their letters alone."""
    names = ["".join(c.upper() if i >> k & 1 else c for k, c in enumerate("abcdefghijklmn")) for i in range(n)]
    paths = "".join(f"  /a{i}: {{get: {{tags: [{name}], operationId: o{i}, responses: {{'200': {{description: d}}}}}}}}\n"
                    for i, name in enumerate(names))
    return HEAD + "paths:\n" + paths


OK = "responses: {'200': {description: d}}"
REF = "{$ref: '#/components/schemas/S%j'}"
FAMILIES = {
    "operations": (2500, operations(OK)),
    "operations with bodies": (1000, operations(
        "requestBody: {content: {application/json: {schema: {type: object, properties: {a%i: {type: string}}}}}}, "
        "responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {b%i: {}}}}}}}")),
    "operations with errors": (1000, operations(
        "responses: {'200': {description: d}, '404': {description: d, content: {application/json: {schema: {properties: {e%i: {}}}}}}}")),
    "operations of one tag each": (500, operations("tags: [t%i], " + OK)),
    "tags that differ in case": (500, cases),
    "parameters": (2500, lambda n: HEAD + "paths: {/a: {get: {parameters: [" + each(n, "{name: p%i, in: query, schema: {}},")
                   + "], " + OK + "}}}\n"),
    "header fields": (2500, lambda n: HEAD + "paths: {/a: {get: {responses: {'200': {description: d, headers: {"
                      + each(n, "X-%i: {schema: {type: string}},") + "}}}}}}\n"),
    "properties": (5000, schema("{type: object, properties: {%s}}", "p%i: {type: string},")),
    "required properties": (5000, lambda n: schema("{type: object, required: [" + each(n, "p%i,") + "], properties: {%s}}",
                                                   "p%i: {type: string},")(n)),
    "properties of one spelling": (2500, lambda n: HEAD + OPERATION + "components: {schemas: {S0: {properties: {"
                                   + ",".join("'" + "".join("a" + "-_"[i >> k & 1] for k in range(14)) + "': {}" for i in range(n))
                                   + "}}}}\n"),
    "inline types": (1500, schema("{type: object, properties: {%s}}", "p%i: {type: object, properties: {a%i: {}}},")),
    "enumeration values": (10000, schema("{type: string, enum: [%s]}", "v%i,")),
    "alternatives": (1500, schema("{oneOf: [%s]}", "{type: object, required: [r%i], properties: {r%i: {}}},")),
    "alternatives by a tag": (1500, schema("{oneOf: [%s]}", "{required: [t], properties: {t: {const: c%i}}},")),
    "alternatives that nothing tells apart": (1200, schema("{oneOf: [%s]}", "{type: object, properties: {r%i: {}}},")),
    "items of a tuple": (2500, schema("{type: array, prefixItems: [%s]}", "{type: string},")),
    "parts of allOf": (2500, schema("{allOf: [%s]}", "{properties: {p%i: {type: string}}},")),
    "defaults": (2500, schema("{properties: {%s}}", "p%i: {type: integer, default: %i},")),
    "schemas": (5000, lambda n: HEAD + OPERATION + "components:\n  schemas:\n"
                + each(n, "    S%i: {type: object, properties: {a: {$ref: '#/components/schemas/S%j'}}}\n") + f"    S{n}: {{}}\n"),
    "chain of $ref": (10000, chain(REF)),
    "chain of properties": (5000, chain("{type: object, required: [n], properties: {n: " + REF + "}}")),
    "chain of arrays": (5000, chain("{type: array, items: " + REF + "}")),
    "chain of allOf of one": (5000, chain("{allOf: [" + REF + "]}")),
    "chain of oneOf": (5000, chain("{oneOf: [" + REF + ", {type: integer}]}")),
    "circle of properties": (5000, lambda n: HEAD + OPERATION + "components:\n  schemas:\n"
                             + each(n, "    S%i: {type: object, required: [n], properties: {n: " + REF + "}}\n")
                             + f"    S{n}: {{type: object, required: [n], properties: {{n: {{$ref: '#/components/schemas/S0'}}}}}}\n"),
    "circle of $ref": (10000, lambda n: chain(REF, "{$ref: '#/components/schemas/S0'}")(n)),
    "dangling references": (2500, lambda n: HEAD + NONE + "components:\n  schemas:\n"
                            + each(n, "    S%i: {$ref: '#/components/schemas/X%i'}\n")),
    "unknown keys": (5000, lambda n: HEAD + NONE + each(n, "k%i: 1\n")),
    "servers": (5000, lambda n: HEAD + "servers: [" + each(n, "{url: 'https://a%i.example'},") + "]\n" + NONE),
    "webhooks": (1500, lambda n: HEAD + NONE + "webhooks:\n" + each(n, "  w%i: {post: {" + OK + "}}\n")),
    "callbacks": (1500, operations("callbacks: {c: {'{$url}': {post: {" + OK + "}}}}, " + OK)),
    "security schemes": (2500, lambda n: HEAD + "security: [" + each(n, "{k%i: []},") + "]\n" + NONE
                         + "components: {securitySchemes: {" + each(n, "k%i: {type: http, scheme: bearer},") + "}}\n"),
    "one long description": (1 << 20, lambda n: HEAD.replace("'1'}", "'1', description: \"" + "word \\n" * (n // 6) + "\"}") + NONE),
    "one long line": (1 << 20, lambda n: HEAD.replace("'1'}", "'1', description: \"" + "wörd " * (n // 5) + "\"}") + NONE),
    "one long word": (1 << 20, lambda n: HEAD.replace("'1'}", "'1', description: \"" + "x" * n + "\"}") + NONE),
    "one long name": (1 << 18, lambda n: HEAD + "paths: {/a: {get: {operationId: \"" + "Ab" * (n // 2) + "\", " + OK + "}}}\n"),
    "one long enumeration value": (1 << 18, lambda n: schema("{type: string, enum: [%s]}", "\"" + "aB \\\"" * (n // 4) + "\"")(1)),
    "descriptions": (2500, schema("{properties: {%s}}", "p%i: {description: \"some words about %i, " + "and more " * 30 + "\"},")),
    "defaults of an enumeration": (2000, lambda n: HEAD + OPERATION + "components:\n  schemas:\n    E: {type: string, enum: ["
                                   + each(n, "v%i,") + "]}\n    S0: {properties: {"
                                   + each(n, "p%i: {$ref: '#/components/schemas/E', default: v%i},") + "}}\n"),
    "mapping of a discriminator": (1000, lambda n: HEAD + OPERATION + "components:\n  schemas:\n    S0: {oneOf: ["
                                   + each(n, "{$ref: '#/components/schemas/B%i'},") + "], discriminator: {propertyName: t, mapping: {"
                                   + each(n, "m%i: '#/components/schemas/B%i',") + "}}}\n"
                                   + each(n, "    B%i: {type: object, properties: {t: {type: string}, a%i: {}}}\n")),
    "names of enumeration values": (4000, lambda n: schema("{type: string, enum: [%s], x-speakeasy-enums: {"
                                                           + each(n, "v%i: n%i,") + "}}", "v%i,")(n)),
    "variables of a server": (1000, lambda n: HEAD + "servers: [{url: 'https://a.example/" + each(n, "{v%i}") + "', variables: {"
                              + each(n, "v%i: {default: a},") + "}}]\n" + NONE),
    "pages": (300, operations(
        "x-apus-pagination: {type: cursor, inputs: [{name: after, in: parameters, type: cursor}], outputs: {nextCursor: $.next, "
        "results: $.items}}, parameters: [{name: after, in: query, schema: {type: string}}], responses: {'200': {description: d, "
        "content: {application/json: {schema: {type: object, properties: {next: {type: string}, items: {type: array, "
        "items: {type: object, properties: {a%i: {type: string}}}}}}}}}}")),
    "parts of a form": (2000, lambda n: HEAD + "paths: {/a: {post: {requestBody: {content: {multipart/form-data: {schema: {type: object, "
                        "properties: {" + each(n, "p%i: {type: string},") + "}}, encoding: {" + each(n, "p%i: {contentType: text/plain},")
                        + "}}}}, " + OK + "}}}\n"),
    "anchors of schemas": (1500, lambda n: HEAD + OPERATION + "components:\n  schemas:\n    S0: {properties: {"
                           + each(n, "p%i: {$ref: '#a%i'},") + "}}\n" + each(n, "    B%i: {$anchor: a%i, type: object}\n")),
    "header fields of operations": (500, operations("responses: {'200': {description: d, headers: {X-%i: {schema: {type: string}}}}}")),
    "equal types": (1000, operations("responses: {'200': {description: d, content: {application/json: {schema: {type: object, "
                                     "properties: {b: {type: object, properties: {c: {type: string}}}}}}}}}")),
    "aliases": (20000, lambda n: "x-a: &a {a: [1, 2, 3]}\nx-b:\n" + each(n, "- *a\n") + HEAD + NONE),
    "merge keys": (5000, lambda n: "x-a: &a {a: 1, b: 2, c: 3}\nx-b:\n" + each(n, "- {<<: *a, d: %i}\n") + HEAD + NONE),
    "anchors": (50000, lambda n: "x-a:\n" + each(n, "- &a%i x\n") + HEAD + NONE),
    "keys of one mapping": (100000, lambda n: "x-a:\n" + each(n, "  k%i: 1\n") + HEAD + NONE),
    "items of JSON": (100000, lambda n: '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "x-a": ['
                      + "1," * (n - 1) + "1]}"),
    "a text that YAML breaks into lines": (1 << 20, lambda n: "x-a: >\n" + "  words\n" * (n // 8) + HEAD + NONE),
    "brackets": (1 << 20, lambda n: "[" * n),
    "brackets that close": (1 << 20, lambda n: "x-a: [" + "[]," * (n // 3) + "]\n" + HEAD + NONE),
    "keys of keys": (1 << 20, lambda n: "{? " * (n // 3)),
    "dashes": (1 << 20, lambda n: "- " * (n // 2)),
    "line breaks": (1 << 22, lambda n: HEAD + "\n" * n + NONE),
    "comments": (1 << 20, lambda n: HEAD + "#\n" * (n // 2) + NONE),
}


# Less than this above an empty document is no figure to divide by: start-up varies, and memory comes in pages of 2 MB.
LEAST = (0.005, 8)
# A family fails where its largest document takes more than this.
WORTH = (0.05, 32)


def run(apus, spec, folder):
    """Processor seconds and peak megabytes of one run."""
    command = [apus, "generate", "--spec", spec, "--module", "Big", "--output", folder / "Out"]
    quiet = [(os.POSIX_SPAWN_OPEN, one, os.devnull, os.O_WRONLY, 0) for one in (1, 2)]
    child = os.posix_spawn(apus, command, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"complexity: {spec} ended with {os.waitstatus_to_exitcode(status)}")
    # macOS counts bytes, Linux kilobytes.
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def measure(apus, text, runs=3):
    # In memory, where the system has such a folder: what a disk makes of thousands of files is not what is asked.
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as name:
        folder = pathlib.Path(name)
        (folder / "openapi.yaml").write_text(text)
        measured = []
        for _ in range(runs):
            subprocess.run(["rm", "-rf", folder / "Out"], check=True)
            measured.append(run(apus, folder / "openapi.yaml", folder))
        return [min(column) for column in zip(*measured)]


def family(apus, n, make, base):
    """For time and for memory: a figure for each size, and the ratios. A figure is the least of all rounds: each round can only take
    noise away."""
    best = [[float("inf")] * 2] * 3
    for _ in range(4):
        measured = [measure(apus, make(n * factor)) for factor in (1, 2, 4)]
        best = [[min(pair) for pair in zip(*both)] for both in zip(best, measured)]
        figures = [[max(one[kind] - base[kind], LEAST[kind]) for one in best] for kind in (0, 1)]
        ratios = [[sizes[1] / sizes[0], sizes[2] / sizes[1]] for sizes in figures]
        if max(ratios[0] + ratios[1]) <= LIMIT:
            break
    return figures, ratios


def main(apus):
    wanted = os.environ.get("NAME", "").split(",") if os.environ.get("NAME") else []
    base = measure(apus, HEAD + NONE, 7)
    failed = []
    print("| Family | n | n, s | 2n, s | 4n, s | ratios | n, MB | 2n, MB | 4n, MB | ratios |", flush=True)
    print("| --- |" + " ---: |" * 9, flush=True)
    for name, (n, make) in FAMILIES.items():
        if wanted and not any(text in name for text in wanted):
            continue
        figures, ratios = family(apus, n, make, base)
        for kind, what in enumerate(("time", "memory")):
            if max(ratios[kind]) > LIMIT and figures[kind][2] > WORTH[kind]:
                failed.append(f"{name} ({what})")
        columns = []
        for kind, form in enumerate(("{:.3f}", "{:.0f}")):
            columns += [form.format(one) for one in figures[kind]] + [", ".join(f"{one:.1f}" for one in ratios[kind])]
        print(f"| {name} | {n:,} | " + " | ".join(columns) + " |", flush=True)
    if failed:
        sys.exit("complexity: more than in proportion: " + ", ".join(failed))


main(sys.argv[1])
