"""Work that takes a while: what a caller is told each time it asks."""

from exchange import Answer, Routes
from retries import times

routes = Routes()


@routes.add("/polling/*", "GET")
def polling(request):
    kind = request.path.removeprefix("/polling/")
    before = times(("polling", request.path, request.query.get("requestID"), request.call if not request.query else ""))
    if kind == "failureCriteria/statusCode":
        return Answer(202)
    if kind == "successCriteria/statusCode":
        code = int(request.query.get("statusCode", 202))
        return Answer(code) if before < 2 and code != 200 else status(kind, "completed")
    if kind in ("delaySeconds", "intervalSeconds"):
        return Answer([201, 204][before]) if before < 2 else status(kind, "completed")
    if kind == "limitCount":
        return status(kind, "running" if before < 5 else "failed")
    if kind.startswith("failureCriteria"):
        return status(kind, "failed")
    return status(kind, ["pending", "running", "completed"][min(before, 2)])


def status(kind, word):
    return Answer.json({"nested": {"status": word}} if kind.endswith("/nested") else {"status": word})
