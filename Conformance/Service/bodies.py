"""Swift expressions of request bodies: the case of a media type, and parts one by one."""

import json
import re
import urllib.parse

FORM = re.compile(r"^  form (\S+)$")
MEMBER = re.compile(r"^    (\w+|`\w+`): ")
PART = re.compile(r'^    form\.\w+\("([^"]*)", self\.(\w+|`\w+`)')
CASE = re.compile(r"^    case \.(\w+|`\w+`)\(let value\):")
CASE_TYPE = re.compile(r"^    body (\w+|`\w+`)\((.*)\)$")
WRITTEN = re.compile(r'^ +request\.(json|form|text|binary|multipart|media|xml)\(\w+, contentType: "([^"]*)"')


def literal(value):
    text = json.dumps(value, ensure_ascii=False)
    return '##"' + text + '"##'


class Forms:
    """The types that are written part by part: labels of their initialisers with the parts' names."""

    def __init__(self, dump):
        self.members, current = {}, None
        for line in dump:
            if header := FORM.match(line):
                current = self.members[header.group(1)] = {}
            elif not line.startswith("    "):
                current = None
            elif current is not None and (part := PART.match(line)):
                current[part.group(2)] = part.group(1)
            elif current is not None and (member := MEMBER.match(line)):
                current[member.group(1)] = None

    def expression(self, swift_type, value):
        """The value as Swift; what is no form is made of its JSON."""
        name = swift_type.removesuffix("?")
        if name not in self.members:
            return f"value({literal(value)})"
        parts = {label.strip("`"): part for label, part in self.members[name].items() if part in value}
        return f"{name}(" + ", ".join(f"{label}: value({literal(value[part])})" for label, part in parts.items()) + ")"


class Cases:
    """What an operation's body may be, by media type, while its lines are read."""

    def __init__(self):
        self.types, self.by_media_type, self.current = {}, {}, None

    def read(self, line):
        """Takes a line of the dump; whether it was about the body."""
        if found := CASE_TYPE.match(line):
            self.types[found.group(1)] = found.group(2)
        elif found := CASE.match(line):
            self.current = found.group(1)
        elif found := WRITTEN.match(line):
            self.by_media_type[found.group(2)] = self.current
        else:
            return False
        return True

    def expression(self, body_type, sent, forms):
        """The body as Swift: in the case of its media type, where there are several."""
        case = self.by_media_type.get(sent["contentType"])
        if case is None:
            return forms.expression(body_type, sent["body"])
        value, inner_type = sent["body"], self.types[case]
        if inner_type == "ApusRuntime.RequestBody" and isinstance(value, dict):
            # A form whose schema has no Swift type is the caller's to write.
            value = urllib.parse.urlencode(value, doseq=True)
        inner = forms.expression(inner_type, value)
        return f"{body_type.removesuffix('?')}.{case}({inner})"
