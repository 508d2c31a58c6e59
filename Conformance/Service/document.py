"""The API document as the conformance service reads it: on its own, with nothing of the generator."""

import os
import re
import urllib.parse

import yaml

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2's core schema: dates are texts, and only `true` and `false` are booleans."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for letter, resolvers in Loader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))


class Operation:
    """One operation with its references resolved one level deep."""

    def __init__(self, document, template, method, item, node):
        self.document = document
        self.method = method.upper()
        # What follows `#` in a path tells operations of one address apart, and is never sent.
        self.path = template.split("#")[0]
        self.id = node.get("operationId") or f"{method} {template}"
        self.tag = (node.get("tags") or ["none"])[0]
        self.node = node
        self.is_ignored = bool(node.get("x-speakeasy-ignore") or item.get("x-speakeasy-ignore")
                               or node.get("x-my-ignore") or item.get("x-my-ignore"))
        self.server = (node.get("servers") or item.get("servers") or document.root["servers"])[0]["url"]
        parameters = {}
        for parameter in (item.get("parameters") or []) + (node.get("parameters") or []):
            parameter = document.resolve(parameter)
            parameters[parameter["in"], parameter["name"]] = parameter
        self.parameters = list(parameters.values())
        self.body = document.resolve(node.get("requestBody") or {})
        self.responses = {str(status): document.resolve(response)
                          for status, response in (node.get("responses") or {}).items()}
        pattern = "".join(
            "(?P<p%d>[^/]*)" % index if index % 2 else re.escape(part)
            for index, part in enumerate(re.split(r"\{([^}]*)\}", self.path)))
        self.names = re.findall(r"\{([^}]*)\}", self.path)
        self.pattern = re.compile(f"^{pattern}$")

    def segments(self, raw_path):
        """The raw texts of the path's parameters, or nothing when the path is another one."""
        found = self.pattern.match(raw_path)
        return dict(zip(self.names, found.groups())) if found else None


class Document:
    """The root document, the files that it refers to, and its operations by ID."""

    def __init__(self, path):
        self.folder = os.path.dirname(os.path.abspath(path))
        self.files = {}
        self.name = os.path.basename(path)
        self.root = self._file(self.name)
        self.operations = {}
        for template, item in self.root["paths"].items():
            for method, node in item.items():
                if method in METHODS:
                    operation = Operation(self, template, method, item, node)
                    self.operations[operation.id] = operation

    def _file(self, name):
        if name not in self.files:
            with open(os.path.join(self.folder, name), encoding="utf-8") as file:
                # Loader is a safe loader; what it makes are plain values.
                self.files[name] = self._absolute(yaml.load(file, Loader), name)
        return self.files[name]

    def _absolute(self, node, name):
        """References say their file, so that a node can be read anywhere."""
        if isinstance(node, list):
            return [self._absolute(child, name) for child in node]
        if not isinstance(node, dict):
            return node
        result = {key: self._absolute(child, name) for key, child in node.items()}
        if isinstance(result.get("$ref"), str) and result["$ref"].startswith("#"):
            result["$ref"] = name + result["$ref"]
        return result

    def resolve(self, node):
        """The node that a reference leads to, with the keys beside the reference on top."""
        seen = set()
        while isinstance(node, dict) and isinstance(node.get("$ref"), str) and node["$ref"] not in seen:
            seen.add(node["$ref"])
            node = {**self._target(node["$ref"]), **{key: value for key, value in node.items() if key != "$ref"}}
        return node

    def _target(self, reference):
        name, _, pointer = reference.partition("#")
        node = self._file(name)
        for key in pointer.split("/")[1:]:
            key = urllib.parse.unquote(key).replace("~1", "/").replace("~0", "~")
            node = node[int(key)] if isinstance(node, list) else node[key]
        return node

    def matching(self, method, raw_path):
        """The operations of a method and a path, those with the fewest parameters first."""
        found = [operation for operation in self.operations.values()
                 if operation.method == method and operation.segments(raw_path) is not None]
        return sorted(found, key=lambda operation: len(operation.names))
