"""Every operation: requests made from values of its parameters, read back by a reader of its own, and compared."""

import random
import re

from . import bodies, instances, jsontext, operations, schemas, styles, words

MODES = ("full", "least", "some")
# Names that OpenAPI gives to other parts of a request, and fields that the transport sets itself.
NOT_PARAMETERS = ("accept", "authorization", "content-type")
TRANSPORTS = ("host", "content-length", "connection", "transfer-encoding", "te", "trailer", "upgrade", "expect", "keep-alive",
              "proxy-connection")
# What can be told from separators after it was read back. Where nothing is escaped, there is less of it.
SAFE = {
    "path": ("text", "a b", "Grüße", "50%25", "a?b#c", "q\"uote", "a&b=c", "日本"),
    "query": ("text", "a b", "Grüße", "50%", "a?b#c", "q\"uote", "a&b=c", "1+1", "日本", "x" * 50),
    "header": ("text", "a b", "x_y", "q\"uote", "a;b", "x" * 50),
    "cookie": ("text", "x_y", "Grüße", "a b"),
    "plain": ("text", "x_y", "abc"),
}


def check(links, library, program, server, seed, report):
    reader = schemas.Reader(library)
    report.count("operations", links["operations"])
    for index, link in enumerate(links["requests"]):
        operation = operations.Operation(library, link["place"])
        for number, mode in enumerate(MODES):
            rng = random.Random(f"{seed} {link['request']} {number}")
            Attempt(operation, link, links["forms"], reader, rng, report).check(mode, index, program, server)


class Attempt:
    """One request of one operation."""

    def __init__(self, operation, link, forms, reader, rng, report):
        self.operation, self.link, self.forms = operation, link, forms
        self.reader, self.rng, self.report = reader, rng, report
        self.values = {}
        self.body = None

    def check(self, mode, index, program, server):
        where = self.link["request"]
        try:
            arguments = self.arguments(mode)
        except words.Impossible:
            return self.report.count("without finite arguments")
        right, _, problem = program.ask("r", index, jsontext.text(arguments))
        received = server.take()
        self.report.count("requests")
        if not right:
            return self.report.fail(where, f"not sent: {problem}", arguments)
        if len(received) != 1:
            return self.report.fail(where, f"{len(received)} requests came instead of one", arguments)
        try:
            found = self.differences(received[0])
        except (ValueError, IndexError, KeyError) as problem:
            found = [f"unreadable: {problem!r} in {received[0].target[:200]}"]
        for one in found:
            self.report.fail(where, one, arguments)
        return None

    # Making

    def arguments(self, mode):
        made = {}
        for argument in self.link["arguments"]:
            if argument["location"] == "body":
                self.add_body(argument, mode, made)
                continue
            parameter = self.operation.parameter(argument["location"], argument["name"])
            if parameter is None:
                raise ValueError(f"no parameter {argument['name']}")
            # A call may leave out what its client has; these clients have nothing.
            is_needed = parameter.required and self.operation.is_global(parameter)
            optional = argument["type"].endswith("?") and argument["location"] != "path" and not is_needed
            if optional and (mode == "least" or mode == "some" and self.rng.random() < 0.5):
                self.values[parameter.location, parameter.name] = (parameter, None)
                continue
            value = self.value(parameter, mode)
            if value is None and not optional:
                raise words.Impossible()
            if value is not None:
                made[argument["label"]] = value
            self.values[parameter.location, parameter.name] = (parameter, value)
        return made

    def value(self, parameter, mode):
        """A value that can be read back; None where a few tries give none."""
        maker = instances.Maker(self.reader, self.rng, self.texts(parameter), wire=parameter.media is None)
        for _ in range(20):
            value = maker.make([parameter.schema], mode)
            if value not in (None, [], {}) and self.is_readable(parameter, value):
                return value
        self.report.count("skipped: a value that reads back is not found")
        return None

    def texts(self, parameter):
        if parameter.media and not parameter.media.startswith("text"):
            return instances.TEXTS
        place = {"querystring": "query"}.get(parameter.location, parameter.location)
        variables = self.operation.path.count("{") > self.operation.path.count("/{")
        if parameter.reserved or parameter.style == "cookie" or place == "path" and (variables or parameter.style != "simple"):
            place = "plain"
        return SAFE[place]

    @staticmethod
    def is_readable(parameter, value):
        """Whether separators can be told from what stands between them."""
        if parameter.media or parameter.location == "querystring":
            return True
        if parameter.style == "deepObject":
            return not isinstance(value, (dict, list)) or all(re.fullmatch(r"[^\[\]]*[^\[\]\d][^\[\]]*", key) for key in keys_of(value))
        flat = leaves(value)
        if isinstance(value, (list, dict)):
            escaped = parameter.location in ("query", "path", "cookie") and parameter.style not in ("cookie", "label")
            separators = "" if escaped and not parameter.reserved else ",=.;"
            separators += {"spaceDelimited": " ", "pipeDelimited": "|"}.get(parameter.style, "")
            if any(one in text for text in flat for one in separators):
                return False
        if parameter.location == "header" and not all(re.fullmatch(r"[!-~]([ -~]*[!-~])?", text) for text in flat):
            return False
        if parameter.location == "path":
            return "" not in flat and "." not in flat and ".." not in flat
        return True

    def add_body(self, argument, mode, made):
        if argument["type"].endswith("?") and mode == "least":
            self.body = bodies.missing(self.operation, self.link["content"])
            return
        self.body = bodies.make(self.operation, self.link["content"], self.forms, self.reader, self.rng, mode)
        made[argument["label"]] = self.body.argument
        if self.body.fields:
            self.report.count("given: header fields of parts", len(self.body.fields))

    # Reading back

    def differences(self, received):
        found = []
        path, _, query = received.target.partition("?")
        pattern, variables = self.operation.template()
        segments = pattern.match(path)
        if not segments:
            return [f"the path {path} does not fit {self.operation.path}"]
        pairs = styles.query_pairs(query)
        cookies = [tuple(one.partition("=")[::2]) for one in "; ".join(received.header("cookie") or []).split("; ") if one]
        for parameter, value in self.values.values():
            if parameter.location == "path" and parameter.name in variables:
                raw = segments.group(variables.index(parameter.name) + 1)
            else:
                raw = {"query": pairs, "cookie": cookies, "querystring": query}.get(parameter.location)
            wrong = self.compare(parameter, value, raw, received)
            if wrong:
                found.append(wrong)
        found += self.unexpected(pairs)
        body = bodies.difference(self.body, received, self.link.get("sets"))
        return found + ([body] if body else [])

    def compare(self, parameter, value, raw, received):
        if parameter.location == "header" and parameter.name.lower() in NOT_PARAMETERS:
            self.report.count(f"not sent, as OpenAPI says: the header {parameter.name}")
            return None
        read = self.read(parameter, value, raw, received)
        if value is None:
            return None if read is None else f"{parameter.location} {parameter.name} was sent: {read}"
        right = jsontext.same(value, read) if parameter.media and read is not None and not isinstance(read, str) else \
            read is not None and styles.same(value, read)
        return None if right else f"{parameter.location} {parameter.name} ({parameter.style}): {jsontext.shown(value)} was read as {read!r}"

    def read(self, parameter, value, raw, received):
        name, parts = parameter.name, styles.parts_of(value)
        if parameter.media:
            return self.read_content(parameter, raw, received)
        if parameter.location == "path":
            return styles.read_path(raw, name, parameter.style, parts, parameter.explode)
        if parameter.location == "header":
            return styles.read_header(received.header(name), parts, parameter.explode)
        keys = set(value) if isinstance(value, dict) else set()
        reader = styles.read_query if parameter.location == "query" else styles.read_cookie
        return reader(raw, name, parameter.style, parts, parameter.explode, keys)

    @staticmethod
    def read_content(parameter, raw, received):
        if parameter.location == "querystring" and not raw:
            return None
        if parameter.location == "querystring":
            return bodies.read_form_text(raw) if "form" in parameter.media else bodies.parsed(styles.decode(raw), parameter.media)
        if parameter.location == "path":
            text = styles.decode(raw)
        elif parameter.location == "header":
            text = (received.header(parameter.name) or [None])[0]
        else:
            read = styles.decode_form if parameter.location == "query" else styles.decode
            text = next((read(value) for key, value in raw if read(key) == parameter.name), None)
        return None if text is None else bodies.parsed(text, parameter.media)

    def unexpected(self, pairs):
        """Pairs of the query that nobody asked for."""
        given = [value for parameter, value in self.values.values() if parameter.location in ("query", "querystring")]
        if any(parameter.location == "querystring" for parameter, _ in self.values.values()):
            return []
        names = {parameter.name for parameter, value in self.values.values() if parameter.location == "query" and value is not None}
        names |= {key for value in given if isinstance(value, dict) for key in value}
        names |= {key for key, _ in styles.query_pairs(self.operation.path.partition("?")[2])} | self.keys_in_query()
        decoded = [styles.decode_form(key) for key, _ in pairs]
        return [f"query {key} was sent, and nobody asked for it" for key in decoded if key.partition("[")[0] not in names | {
            name.partition("[")[0] for name in names}]

    def keys_in_query(self):
        components = self.operation.library.main.root
        schemes = (components.get("components") or {}).get("securitySchemes") or components.get("securityDefinitions") or {}
        return {one.get("name") for one in schemes.values() if isinstance(one, dict) and one.get("in") == "query"}


def leaves(value):
    """The texts of a value; what is nested in a list or an object is JSON text."""
    if isinstance(value, dict):
        return list(value) + [leaf(one) for one in value.values()]
    return [leaf(one) for one in value] if isinstance(value, list) else [leaf(value)]


def leaf(value):
    return value if isinstance(value, str) else jsontext.text(value)


def keys_of(value):
    if isinstance(value, list):
        return [key for one in value for key in keys_of(one)]
    return [*value, *(key for one in value.values() for key in keys_of(one))] if isinstance(value, dict) else []
