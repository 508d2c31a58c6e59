"""Lists of twenty entries in pages, for every way of asking for the next one."""

from exchange import Answer, Routes

TOTAL = 20
routes = Routes()


def inputs(request):
    """Where the page stands: in the query, or in the body where that says it."""
    body = request.json() if request.body else {}
    return {**request.query, **{key: value for key, value in body.items() if value is not None}}


def page(start, limit, deep=False, **more):
    rows = list(range(start, min(start + limit, TOTAL)))
    information = {"numPages": -(-TOTAL // limit), **more}
    return Answer.json({"pageInfo": information, "resultArray": rows} if deep else {**information, "resultArray": rows})


@routes.add("/pagination/limitoffset/page", "GET", "PUT")
@routes.add("/pagination/limitoffset/deep_outputs/page", "PUT")
def by_page(request):
    given = inputs(request)
    limit = int(given.get("limit", 20))
    if is_unauthorized(request):
        return Answer(401)
    return page((int(given.get("page", 1)) - 1) * limit, limit, "deep_outputs" in request.path)


@routes.add("/pagination/limitoffset/offset", "GET", "PUT")
def by_offset(request):
    given = inputs(request)
    if is_unauthorized(request):
        return Answer(401)
    return page(int(given.get("offset", 0)), int(given.get("limit", 20)))


def place(text):
    """A cursor that says where the next page begins; any other text stands for the beginning."""
    return int(text) if text and text.isdecimal() else 0


def is_unauthorized(request):
    """One of the operations needs a key."""
    return request.operation == "paginationBodyFlattenedWithSecurity" and not request.header("x-api-key")


@routes.add("/pagination/cursor", "GET", "PUT")
def by_cursor(request):
    """The cursor is the last number that was read; -1 at first."""
    given = request.query if request.method == "GET" or not request.body else request.json()
    return page(int(given.get("cursor", -1)) + 1, 15)


@routes.add("/pagination/cursor", "POST")
def balances(request):
    """Amounts in pages, the next one named in the body."""
    start, limit = place(request.json().get("next_page")), request.whole("limit", 10)
    rows = [{"id": f"balance-{row}", "amount": row} for row in range(start, min(start + limit, TOTAL))]
    following = start + limit
    return Answer.json({"data": rows, "next_page": str(following) if following < TOTAL else None})


@routes.add("/pagination/cursor/response_envelope", "GET")
def in_envelope(request):
    start = place(request.query.get("cursor"))
    more = {"next": str(start + 15)} if start + 15 < TOTAL else {}
    return page(start, 15, deep=True, **more)


@routes.add("/pagination/cursor_non_numeric", "GET")
@routes.add("/pagination/cursor_non_numeric_with_limit", "GET")
@routes.add("/pagination/cursor/body_shadowed_field", "POST")
def by_name(request):
    """Rows have names, `row-7`; the cursor is the last name, and comes back in the response until the end."""
    given = inputs(request)
    cursor, limit = given.get("cursor") or given.get("token") or "", int(given.get("limit", 15))
    start = int(cursor.partition("-")[2]) + 1 if cursor.startswith("row-") else 0
    rows = [f"row-{row}" for row in range(start, min(start + limit, TOTAL))]
    following = rows[-1] if rows and start + limit < TOTAL else request.query.get("endCursor")
    return Answer.json({"numPages": -(-TOTAL // limit), "resultArray": rows, "cursor": following})


@routes.add("/pagination/url", "GET")
def by_url(request):
    """Each page names the next one's address, whole or from the root, until no attempts are left."""
    left = request.whole("attempts", 1)
    body = {"numPages": left, "resultArray": list(range(9))}
    if left > 1:
        relative = request.query.get("is-reference-path")
        more = f"&is-reference-path={relative}" if relative else ""
        base = "" if relative == "true" else "http://localhost:35456"
        body["next"] = f"{base}/pagination/url?attempts={left - 1}{more}"
    return Answer.json(body)
