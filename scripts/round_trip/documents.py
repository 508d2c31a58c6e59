"""Reads API documents and follows their references: a reader of its own, which shares nothing with the generator."""

import decimal
import pathlib
import re
import urllib.parse

import yaml


class CoreLoader(yaml.CSafeLoader):
    """YAML 1.2's core schema: `on`, `1_000` and `2024-01-01` are texts."""

    yaml_implicit_resolvers = {}


def _resolver(tag, pattern, first):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_resolver("merge", r"^<<$", "<")
_resolver("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""])
_resolver("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF")
_resolver("int", r"^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", "-+0123456789")
_resolver("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789")
CoreLoader.add_constructor(
    "tag:yaml.org,2002:int",
    lambda loader, node: int(node.value, 0 if node.value[:2] in ("0o", "0x") else 10))
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: decimal.Decimal(node.value))


class Document:
    """A file with what it holds."""

    def __init__(self, path, library):
        self.path = path
        self.library = library
        self.root = named(yaml.load(path.read_bytes(), CoreLoader))
        self._anchors = None

    @property
    def anchors(self):
        """`$anchor`s and `$id`s to where they stand."""
        if self._anchors is None:
            self._anchors = {}
            self._collect(self.root, set())
        return self._anchors

    def _collect(self, value, seen):
        if id(value) in seen:
            return
        seen.add(id(value))
        if isinstance(value, dict):
            for word in ("$anchor", "$dynamicAnchor", "$id"):
                if isinstance(value.get(word), str):
                    self._anchors.setdefault(value[word], value)
        for member in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            self._collect(member, seen)


def named(value, seen=None):
    """The value with texts for keys: YAML's `200:` is a number."""
    seen = {} if seen is None else seen
    if id(value) in seen:
        return seen[id(value)]
    if isinstance(value, dict):
        made = seen[id(value)] = {}
        made.update((key if isinstance(key, str) else str(key).lower() if isinstance(key, bool) else str(key),
                     named(member, seen)) for key, member in value.items())
        if is_list_of_schemas(made.get("items")):
            made.setdefault("prefixItems" if made.get("type") == "array" else "anyOf", made["items"])
        # What was seen must stay alive, or its identity is given to another.
        seen.setdefault("kept", []).append(value)
        return made
    if isinstance(value, list):
        made = seen[id(value)] = []
        made.extend(named(member, seen) for member in value)
        seen.setdefault("kept", []).append(value)
        return made
    return value


def is_list_of_schemas(value):
    """Schemas listed under `items`: a tuple where there is an array, else authors mean one of them."""
    return isinstance(value, list) and bool(value) and \
        all(isinstance(one, dict) and ("$ref" in one or "type" in one or "properties" in one) for one in value)


class Node:
    """A value with the document in which it stands."""

    __slots__ = ("document", "value")

    def __init__(self, document, value):
        self.document = document
        self.value = value

    def __getitem__(self, key):
        return Node(self.document, self.value[key])

    def get(self, key, default=None):
        return self.value.get(key, default) if isinstance(self.value, dict) else default

    def each(self, key):
        """The nodes of a list or a mapping below a key."""
        inner = self.get(key)
        if key == "properties" and isinstance(inner, dict) and isinstance(inner.get("$ref"), str):
            # Some documents refer to a mapping of properties.
            found = Node(self.document, inner).resolved()
            return {name: Node(found.document, value) for name, value in found.value.items()} if found else {}
        if isinstance(inner, dict):
            return {name: Node(self.document, value) for name, value in inner.items()}
        return [Node(self.document, value) for value in inner] if isinstance(inner, list) else []

    def each_item(self):
        """The nodes of a list."""
        return [Node(self.document, value) for value in self.value]

    def resolved(self, limit=50):
        """What a chain of references leads to; None where it leads nowhere."""
        node = self
        while node is not None and isinstance(node.get("$ref"), str) and limit:
            node, limit = node.document.library.target(node.document, node.get("$ref")), limit - 1
        return node if limit else None


class Library:
    """The files of one API document."""

    def __init__(self, path):
        self.files = {}
        self.main = self.open(pathlib.Path(path).resolve())
        root = self.main.root
        self.version = str(root.get("openapi") or root.get("swagger"))
        self.is_swagger = self.version.startswith("2.")
        # In 3.0 nothing counts beside a `$ref`.
        self.keeps_siblings = not self.version.startswith(("2.", "3.0"))
        schemas = (root.get("components") or {}).get("schemas") or root.get("definitions") or {}
        self.names = {id(value): name for name, value in schemas.items()}
        self.schemas = schemas

    def open(self, path):
        if path not in self.files:
            self.files[path] = Document(path, self)
        return self.files[path]

    def target(self, document, reference):
        """The node that a reference of a document means; None where there is none."""
        file, _, fragment = reference.partition("#")
        try:
            if file and file not in document.anchors:
                document = self.open((document.path.parent / urllib.parse.unquote(file)).resolve())
                file = ""
        except (OSError, yaml.YAMLError, ValueError):
            return None
        start = document.anchors[file] if file else document.root
        fragment = urllib.parse.unquote(fragment)
        if fragment and not fragment.startswith("/"):
            return Node(document, document.anchors[fragment]) if fragment in document.anchors else None
        return self.at(Node(document, start), fragment)

    def at(self, node, pointer):
        """The node at a JSON Pointer, through references on the way."""
        for token in pointer.split("/")[1:]:
            token = token.replace("~1", "/").replace("~0", "~")
            node = self._step(node, token) or self._step(node.resolved() or node, token)
            if node is None:
                return None
        return node

    @staticmethod
    def _step(node, token):
        value = node.value
        if isinstance(value, dict) and token in value:
            return node[token]
        if isinstance(value, list) and token.isdigit() and int(token) < len(value):
            return node[int(token)]
        return None

    def place(self, place):
        """The node of a place that the generator names: a file and a pointer."""
        document = self.open(pathlib.Path(place["file"]).resolve()) if place.get("file") else self.main
        return self.at(Node(document, document.root), place["pointer"])
