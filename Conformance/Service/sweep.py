"""One call of every operation: what is put in, and the Swift that puts it in.

Usage: sweep.py DOCUMENT DUMP MODULE FILE, where DUMP is what `apus dump --stage swift` prints for the document, and MODULE
the folder of the generated module, whose request types say which operation is theirs.
"""

import glob
import json
import os
import re
import sys

import httpbin
import werkzeug.exceptions

from bodies import Cases, Forms, literal
from document import Document
from samples import Samples

# Values that the servers need to answer with success.
VALUES = {"num-retries": 0, "seconds": 0, "statusCode": 200, "fault-settings": "{}", "user": "testUser",
          "passwd": "testPass", "retry-after-val": 0, "scenario": "full"}
OWN_SERVICE = "http://localhost:35456"
HEADER = re.compile(r"^  (\w+) (\S+) -> ")
ARGUMENT = re.compile(r"^    (\w+|`\w+`): (.*?)( = .*)?$")
ENCODING = re.compile(r'^    request\.(path|query|header|cookie)\("([^"]*)", (\w+|`\w+`)')
REQUEST = re.compile(r'public struct (\w+): ApusRuntime\.\w+Request\b[^{]*\{.*?\n        id: "([^"]*)"', re.DOTALL)


class Calls:
    """What the sweep puts into each operation's call."""

    def __init__(self, document):
        self.document, self.samples = document, Samples(document, "request")

    def sent(self, operation):
        parameters = {}
        for each in operation.parameters:
            schema = each.get("schema")
            if schema is None:
                schema = next(iter(each["content"].values())).get("schema")
            value = VALUES.get(each["name"], self.samples.make(schema, 1, each["name"]))
            parameters[f"{each['in']}:{each['name']}"] = value
        sent = {"parameters": parameters}
        content = operation.body.get("content") or {}
        kind = "application/json" if "application/json" in content else next(iter(content), None)
        if kind:
            sent["contentType"] = "application/octet-stream" if kind == "*/*" else kind
            sent["body"] = {} if operation.path == "/auth" else self.samples.make(content[kind].get("schema"))
        return sent


def is_served_by_httpbin(operation):
    """Whether httpbin has such a path; what it has not, the own service answers."""
    if "35456" in operation.server or "broken" in operation.server or "33333" in operation.server \
            or "bypassed" in operation.server or "base_path" in operation.server:
        return False
    path = re.sub(r"\{[^}]*\}", "200", operation.path)
    try:
        httpbin.app.url_map.bind("localhost").match(path, method=operation.method)
        return path not in ("/", "/response-headers-with-no-body-success")
    except werkzeug.exceptions.HTTPException:
        return False


def identifiers(folder):
    """The operation's ID by the request type's name."""
    found = {}
    for path in glob.glob(os.path.join(folder, "Operations", "*.swift")):
        with open(path, encoding="utf-8") as file:
            for type_name, identifier in REQUEST.findall(file.read()):
                found[type_name] = json.loads(f'"{identifier}"')
    return found


def operations(dump, identifiers):
    """Type, arguments and the wire's name of each argument, by operation."""
    found, current = {}, None
    for line in dump:
        header = HEADER.match(line)
        if header and header.group(1) in identifiers:
            current = found[identifiers[header.group(1)]] = {
                "type": header.group(1), "arguments": {}, "names": {}, "body": Cases()}
        elif current is None or not line.startswith("    "):
            current = None
        elif encoding := ENCODING.match(line):
            current["names"][encoding.group(3)] = f"{encoding.group(1)}:{encoding.group(2)}"
        elif not current["body"].read(line) and (argument := ARGUMENT.match(line)):
            current["arguments"][argument.group(1)] = argument.group(2)
    return found


def call(operation, swift, sent, forms):
    """One row of the table; an argument without a value in the document's terms is left to its default."""
    arguments = []
    for label, argument_type in swift["arguments"].items():
        key = swift["names"].get(label)
        if key in sent["parameters"]:
            arguments.append(f"{label}: value({literal(sent['parameters'][key])})")
        elif label == "body" and "body" in sent:
            arguments.append(f"{label}: {swift['body'].expression(argument_type, sent, forms)}")
    base = "nil" if "35456" in operation.server or is_served_by_httpbin(operation) else f'"{OWN_SERVICE}"'
    made = f"try {swift['type']}({', '.join(arguments)})" if arguments else f"{swift['type']}()"
    return f'        SweepCall({json.dumps(operation.id)}, {base}) {{ {made} }},'


def main():
    document = Document(sys.argv[1])
    calls = Calls(document)
    with open(sys.argv[2], encoding="utf-8") as file:
        dump = file.read().split("\n")
    known, forms = operations(dump, identifiers(sys.argv[3])), Forms(dump)
    rows = [call(operation, known[operation.id], calls.sent(operation), forms)
            for operation in document.operations.values() if operation.id in known]
    out = ["import ApusRuntime", "import Gentests", "", "extension SweepCall {"]
    groups = range(0, len(rows), 25)
    out.append("    static let all: [SweepCall] = [" + ", ".join(f"part{at // 25}" for at in groups) + "].flatMap { $0 }")
    for at in groups:
        out += [f"    private static let part{at // 25}: [SweepCall] = [", *rows[at:at + 25], "    ]"]
    out.append("}")
    left = sorted(set(document.operations) - set(known))
    out.append("/// Operations of the document that the generator leaves out, as an extension of theirs asks for.")
    out.append("let leftOut: [String] = " + json.dumps(left))
    with open(sys.argv[4], "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")
    print(f"{len(document.operations)} operations, {len(rows)} called, left out: {', '.join(left)}")


if __name__ == "__main__":
    main()
