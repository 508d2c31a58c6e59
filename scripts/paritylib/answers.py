"""What the recorder answers: the examples of the API's document, or what the call asks for."""

import json
import pathlib


def answer(call, examples, folder):
    """The answer to a call: the operation's first success, unless `answer` of the call says otherwise:

    - `status`: the example of that status;
    - `set`: members that the example gets besides, or instead of, its own: `{"data.0.name": "x"}`;
    - `file`: a file's contents, of the type `contentType`.
    """
    wanted = call.get("answer", {})
    if "file" in wanted:
        body = pathlib.Path(folder, wanted["file"]).read_bytes()
        return {"status": 200, "contentType": wanted["contentType"], "body": body}
    example = first(examples[call["operation"]], wanted.get("status"))
    body = example["body"]
    if "set" in wanted:
        body = json.dumps(changed(json.loads(body), wanted["set"]))
    return {"status": example["status"], "contentType": example["contentType"], "body": body.encode()}


def changed(example, changes):
    for path, new in changes.items():
        *steps, last = path.split(".")
        place = example
        for step in steps:
            place = place[int(step) if isinstance(place, list) else step]
        place[last] = new
    return example


def first(examples, status):
    fitting = [
        example for example in examples
        if example["status"] == status or (status is None and 200 <= example["status"] < 300)
    ]
    # An event is no whole stream: streams are files.
    return next(example for example in fitting if example["contentType"] != "text/event-stream")
