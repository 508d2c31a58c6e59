"""What `apus dump --stage links` says: which type, request and argument was made of which part of the document."""

import json
import subprocess


def read(apus, spec, module, folder):
    """The types that have JSON, the forms by their local names, and a request for each content that an operation takes."""
    dumped = subprocess.run([str(apus), "dump", "--stage", "links", "--spec", str(spec), "--module", module], cwd=folder,
                            capture_output=True, check=True)
    links = json.loads(dumped.stdout)
    types = links["types"]
    return {
        "client": links["client"],
        "types": [one for one in types if one["kind"] != "form"],
        "forms": {one["name"].partition(".")[2]: one for one in types if one["kind"] == "form"},
        "operations": len(links["operations"]),
        "requests": [request for one in links["operations"] for request in requests(one)],
    }


def requests(operation):
    contents = [content for one in operation["arguments"] for content in one.get("contents") or ()]
    return [{**operation, "content": content} for content in contents or (None,)]
