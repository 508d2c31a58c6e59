"""Says which calls differ."""

import collections
import json

from . import compare


def report(call, theirs, ours):
    """Prints what differs without a reason, or has a reason and does not differ, and gives the kind that the call counts as.

    - `deliberate` of the call: the places in which the requests differ, each with the reason;
    - `read` of the call: why what was read differs.
    """
    found = compare.differences(theirs[0], ours[0])
    reasons = call.get("deliberate", {})
    lines = [f"request: {place}: python {pair[0]!r}, ours {pair[1]!r}"
             for place, pair in found.items() if place not in reasons]
    lines += [f"request: {place}: no difference any more: {reasons[place]}" for place in reasons.keys() - found.keys()]
    found = compare.differences(*(compare.outcome(result) for _, result in (theirs, ours)))
    if "read" not in call:
        lines += [f"read: {place}: python {pair[0]!r}, ours {pair[1]!r}" for place, pair in found.items()]
    elif not found:
        lines.append(f"read: no difference any more: {call['read']}")
    if lines:
        lines.append(json.dumps(call, ensure_ascii=False))
        lines += [f"{name}: {result['why']}" for name, (_, result) in (("python", theirs), ("ours", ours))
                  if "why" in result]
        print("\n    ".join([f"{call['name']}:", *lines]))
    return "different" if lines else "deliberate" if reasons else "equal"


def summary(calls, kinds):
    count = collections.Counter(kinds)
    groups = {call["name"].partition(".")[0] for call in calls}
    operations = {call["operation"] for call in calls}
    print(f"{len(calls)} calls of {len(operations)} operations in {len(groups)} groups: "
          f"{count['equal']} equal, {count['deliberate']} deliberately different, {count['different']} different")
    print(f"what was read: equal but for {sum('read' in call for call in calls)} calls that say why")
