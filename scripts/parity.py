"""Makes the calls of a folder with both SDKs against one loopback server, and compares what was sent and read."""

import json
import os
import pathlib
import subprocess
import sys

from paritylib import compare, published
from paritylib.answers import answer
from paritylib.recorder import Recorder
from paritylib.report import report, summary

# Operations of our document that the published SDK does not have.
LACKING = {"createCoinbaseCharge", "sendMessage"}


def main():
    folder, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    files = sorted(folder.glob("Calls/*.json"))
    calls = [call for file in files for call in json.loads(file.read_text("utf-8"))]
    described = run(program, "describe")
    check(calls, described)
    examples = described["examples"]
    recorder = Recorder([answer(call, examples, folder / "Answers") for call in calls])

    read = [published.make(call, f"{recorder.base}/{index}") for index, call in enumerate(calls)]
    theirs = zip(map(compare.normal, recorder.taken(len(calls))), read)
    read = run(program, recorder.base, *files)
    ours = zip(map(compare.normal, recorder.taken(len(calls))), read)
    recorder.stop()

    kinds = [report(*call) for call in zip(calls, theirs, ours)]
    summary(calls, kinds)
    sys.exit(1 if "different" in kinds else 0)


def check(calls, described):
    """A call stands on both sides, and every operation that both SDKs have is called."""
    unpaired = {call["name"] for call in calls} ^ set(described["names"])
    if unpaired:
        sys.exit(f"parity: in Calls or in code alone: {'; '.join(sorted(unpaired))}")
    wrong = (described["examples"].keys() - {call["operation"] for call in calls}) ^ LACKING
    if wrong:
        sys.exit(f"parity: not called, or called though it is said to be lacking: {', '.join(sorted(wrong))}")


def run(program, *arguments):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OPENROUTER_")}
    output = subprocess.run([program, *arguments], check=True, env=environment, stdout=subprocess.PIPE).stdout
    return json.loads(output)


main()
