"""What the document says of an operation: its parameters and bodies, read without the generator."""

import dataclasses
import re
import urllib.parse

from . import swagger
from .documents import Node

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
ANY = {}


@dataclasses.dataclass
class Parameter:
    name: str
    location: str
    required: bool
    style: str
    explode: bool
    reserved: bool
    # The media type of a `content` parameter.
    media: str
    schema: Node


class Operation:
    """An operation by its place."""

    def __init__(self, library, place):
        self.library = library
        node = library.place(place)
        pointer = place["pointer"].split("/")
        self.node = node
        if len(pointer) < 2:
            # A file of its own, which a path item refers to.
            self.path, self.item = self._user()
        else:
            item_pointer = "/".join(pointer[:-2] if pointer[-2] == "additionalOperations" else pointer[:-1])
            self.item = library.place({**place, "pointer": item_pointer})
            self.path = self._path_key(pointer)
        self.parameters = self._parameters()

    def _user(self):
        """The path and its item that refer to the operation."""
        main = Node(self.library.main, self.library.main.root)
        for key, item in (main.each("paths") or {}).items():
            item = item.resolved()
            for method in METHODS if item is not None else ():
                target = item[method].resolved() if item.get(method) is not None else None
                if target is not None and target.value is self.node.value:
                    return key, item
        return "", None

    def _path_key(self, pointer):
        """The key of the path: in the pointer, or the one whose reference leads to the path item."""
        keys = [token.replace("~1", "/").replace("~0", "~") for token in pointer]
        own = next((key for key in reversed(keys) if key.startswith("/")), None)
        main = Node(self.library.main, self.library.main.root)
        for key, item in (main.each("paths") or {}).items() if own is None else ():
            target = item.resolved()
            if target is not None and target.value is self.item.value:
                return key
        return own or ""

    def _parameters(self):
        found = {}
        for holder in (self.item, self.node):
            for node in holder.each("parameters") if holder else ():
                parameter = self._parameter(node.resolved())
                if parameter:
                    found[parameter.location, parameter.name] = parameter
        return found

    @staticmethod
    def _parameter(node):
        if node is None or not isinstance(node.get("name"), str):
            return None
        if node.document.library.is_swagger:
            node = swagger.parameter(node)
        location = node.get("in")
        style = node.get("style") or ("form" if location in ("query", "cookie") else "simple")
        explode = node.get("explode")
        schema, media = Node(node.document, node.get("schema", ANY)), None
        # Both are not allowed; the schema is read then.
        if isinstance(node.get("content"), dict) and node.get("content") and node.get("schema") is None:
            media, content = next(iter(node.each("content").items()))
            content = content.resolved() or content
            schema = Node(node.document, content.get("schema", ANY))
        return Parameter(
            node.get("name"), location, node.get("required") is True or location == "path", style,
            style in ("form", "cookie") if explode is None else explode is True, node.get("allowReserved") is True, media, schema)

    def parameter(self, location, name):
        """The declared parameter; a path's variable that nobody declared is a text."""
        for parameter in self.parameters.values():
            if parameter.location == location and (
                    parameter.name == name or location == "header" and parameter.name.lower() == name.lower()):
                return parameter
        text = Node(self.library.main, {"type": "string"})
        for pair in self.path.partition("#")[0].partition("?")[2].split("&") if location == "query" else ():
            key, _, variable = pair.partition("=")
            if key == name and variable.startswith("{"):
                # A path parameter whose variable stands in the path's query travels there.
                declared = self.parameter("path", variable.strip("{}"))
                return Parameter(name, "query", True, "form", True, False, None, declared.schema if declared else text)
        return Parameter(name, location, True, "simple", False, False, None, text) if location == "path" else None

    def is_global(self, parameter):
        """Whether the client may be given the parameter once, for all calls."""
        main = Node(self.library.main, self.library.main.root)
        for key in ("x-apus-globals", "x-speakeasy-globals"):
            whole = Node(self.library.main, main.get(key) or {})
            for node in whole.each("parameters") or ():
                node = node.resolved()
                if node and (node.get("in"), node.get("name")) == (parameter.location, parameter.name):
                    return True
        return False

    def body(self):
        """The request's body; None for none."""
        if self.library.is_swagger:
            return swagger.body(self, self.library)
        if self.node.get("requestBody") is None:
            return None
        return self.node["requestBody"].resolved()

    def media(self, content_type):
        """The media type object of the body; None where there is none. Of a list of types, that of the first."""
        body, wanted = self.body(), content_type.partition(",")[0].strip()
        content = body.each("content") if body else {}
        found = next((media for name, media in (content or {}).items() if name.strip() == wanted), None) or \
            (content.get("*/*") or content.get("application/*") if content else None)
        return (found.resolved() or found) if found else None

    def template(self):
        """The path as a pattern with a group for each variable, and the variables' names."""
        path = self.path.partition("#")[0].partition("?")[0]
        pieces = re.split(r"\{([^{}]*)\}", path)
        pattern = "".join(re.escape(urllib.parse.quote(piece, safe="/:@!$&'()*+,;=%~")) if index % 2 == 0 else "(.*?)" for index, piece in enumerate(pieces))
        return re.compile(pattern + r"\Z"), pieces[1::2]
