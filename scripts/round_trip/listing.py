"""The text of a program that lists a module's types and requests for Tests/RoundTripDriver."""

import json

# Some statements in each function: long functions compile slowly.
CHUNK = 200
# What is read from an argument that is no JSON.
GETTERS = {
    "ApusRuntime.RequestBody": "bytes",
    "ApusRuntime.FilePart": "file",
    "[ApusRuntime.FilePart]": "files",
    "[String: ApusRuntime.FilePart]": "filesByName",
    "ApusRuntime.MediaContent": "media",
    "ApusRuntime.XMLText": "xml",
    "[ApusRuntime.MultipartPart]": "parts",
}


def text(links):
    lines = ["import API", "import ApusRuntime", "import RoundTripDriver", ""]
    statements = [f"driver.type({one['name']}.self)" for one in links["types"]]
    statements += [request(one, links["forms"]) for one in links["requests"]]
    chunks = [statements[start:start + CHUNK] for start in range(0, len(statements), CHUNK)]
    for index, chunk in enumerate(chunks):
        lines += [f"func add{index}(_ driver: inout Driver) {{", *[f"    {one}" for one in chunk], "}"]
    lines += [f"var driver = Driver({links['client']}.apiDescription, baseURL: CommandLine.arguments[1])"]
    lines += [f"add{index}(&driver)" for index in range(len(chunks))]
    return "\n".join(lines + ["await driver.run()", ""])


def request(link, forms):
    arguments = ", ".join(f"{one['label']}: {argument(one, link, forms)}" for one in link["arguments"])
    return f"driver.request {{ {'_ in ' if not arguments else ''}{link['request']}({arguments}) }}"


def argument(one, link, forms):
    if one["location"] != "body":
        return getter(one["label"], one["type"])
    content, key = link["content"], json.dumps(one["label"])
    form = forms.get(content["type"].removesuffix("?")) if content["coding"] == "multipart" else None
    if form is None and not content.get("case"):
        return getter(one["label"], one["type"])
    value = form_value(key, form) if form else getter(one["label"], content["type"])
    if content.get("case"):
        value = f"{link['request']}.Body.{content['case']}({value})"
    return f"try $0.given({key}) {{ {value} }}" if one["type"].endswith("?") else value


def form_value(key, form):
    parts = [getter_of_part(one) for one in form["parts"]]
    if "additional" in form:
        parts.append(f"additionalProperties: {getter('additionalProperties', '[String: ' + form['additional'] + ']')}")
    return f"try $0.form({key}) {{ {form['name']}({', '.join(parts)}) }}"


def getter_of_part(part):
    if "name" not in part:
        # Header fields of the part before.
        return f"{part['label']}: try $0.optional({json.dumps(part['label'])}) ?? [:]"
    return f"{part['label']}: {getter(part['label'], part['type'])}"


def getter(label, type_):
    key, kind = json.dumps(label), type_.removesuffix("?").replace("Swift.", "")
    name = "stream" if kind.startswith("ApusRuntime.RequestStream<") else GETTERS.get(kind)
    if name is None:
        return f"try $0.{'optional' if type_.endswith('?') else 'required'}({key})"
    return f"try $0.given({key}) {{ try $0.{name}({key}) }}" if type_.endswith("?") else f"try $0.{name}({key})"
