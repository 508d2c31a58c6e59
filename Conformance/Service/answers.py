"""What is left: methods, errors, response headers, echoes and redirects."""

import json
import time

import wire
from exchange import Answer, Routes

routes = Routes()
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@routes.add("/ping", "GET")
def ping(request):
    return Answer(200)


@routes.add("/delay/*", "GET")
def delay(request):
    """Waits as long as it was told, but never too long for a test."""
    seconds = int(request.path.rpartition("/")[2])
    if seconds < 0:
        return Answer(400)
    time.sleep(min(seconds, 2))
    return Answer.json({"message": "waited", "delay_seconds": seconds})


@routes.add("/method/*", *METHODS)
def method(request):
    return Answer.json({"status": "OK"})


@routes.add("/method/head", "HEAD")
def head(request):
    return Answer(200, headers=[("X-Method", "HEAD")])


@routes.add("/method/options", "OPTIONS")
def options(request):
    return Answer(200, headers=[("Allow", "OPTIONS, HEAD")])


@routes.add("/method/trace", "TRACE")
def trace(request):
    """The request comes back as it was, save what is secret."""
    return Answer(200, f"TRACE {request.target} HTTP/1.1\r\n".encode(), "message/http")


@routes.add("/followRedirect/oldPage", "GET")
def old_page(request):
    return Answer(302, headers=[("Location", "/followRedirect/newPage")])


@routes.add("/followRedirect/newPage", "GET")
def new_page(request):
    return Answer.json({"name": "John Doe"})


@routes.add("/requestbody", "POST")
@routes.add("/reflect", "POST")
def echo(request):
    """The body as it came: not parsed, so that no digit of a number is lost."""
    return Answer(200, request.body, "application/json")


@routes.add("/readonlyandwriteonly", "POST")
def total(request):
    """The sum is the server's to say."""
    value = request.json()
    if "num3" not in value:
        return None
    return Answer.json({"num3": value["num3"], "sum": value["num1"] + value["num2"] + value["num3"]})


@routes.add("/optional", "GET")
def optional(request):
    """JSON unless text is liked better."""
    if "text/plain" in request.header("accept", "").split(",")[0]:
        return Answer(200, b"Success", "text/plain")
    return Answer.json({"type": "obj1", "value": "JSON"})


@routes.add("/responseObjectWith*", "GET")
def optional_nullable(request):
    """Every way in which a field can be there or not."""
    value, scenario = {"id": 1, "type": "mammal"}, request.query.get("scenario")
    if scenario not in ("full", "medicalRecordAbsent", "medicalRecordNull"):
        return None
    if scenario != "medicalRecordAbsent":
        value["medicalRecord"] = {"diagnosis": "fluffy is sick"} if scenario == "full" else None
    return Answer.json(value)


@routes.add("/response-headers/*", "GET")
def response_headers(request):
    """As the status code of the path says; the header is there when it is asked for."""
    code = int(request.path.rpartition("/")[2])
    wanted = request.query.get("includeRequiredHeader") == "true"
    if code == 200:
        return Answer.json({"token": "test-token"}, headers=[("X-Required-Header", "required")] if wanted else [])
    return Answer(400) if code == 400 else Answer.json("Internal server error.", 500)


@routes.add("/error-response-headers/*", "GET")
def error_response_headers(request):
    code = int(request.path.rpartition("/")[2])
    wanted = request.query.get("includeHeader") == "true"
    if code == 429:
        headers = [("Retry-After", "60")] if wanted else []
        return Answer.json("Too many attempts. Please try again later.", 429, headers)
    if code in (200, 400):
        return Answer.json({"token": "test-token"}) if code == 200 else Answer(400)
    return Answer(500, headers=[("X-500-Header", "ok")] if wanted else [])


@routes.add("/response-headers-with-no-body-success", "GET")
def header_and_no_body(request):
    return Answer.json({"token": "test-token"}, headers=[("X-Result-Header", "header-value")])


ERRORS = {
    "/errors/duplicateExportCollision": (408, {"code": 408, "message": "too slow"}),
    "/errors/errorMessageCollision": (400, {"code": 400, "description": "bad indeed"}),
}


@routes.add("/errors/*", "GET", "POST")
def errors(request):
    if request.path in ERRORS:
        return Answer.json(ERRORS[request.path][1], ERRORS[request.path][0])
    code = int(request.path.rpartition("/")[2])
    if request.method == "POST":
        # The error comes back that the caller asks for.
        return Answer.json(shared(request), code)
    if code == 512:
        message = {"code": 512, "message": "said so"}
        nested = {"code": 512, "cause": {"message": "deep"} if request.query.get("cause") == "true" else None}
        return Answer.json(nested if "cause" in request.query else message, 512)
    if code in (418, 500, 501):
        return Answer.json({"code": str(code), "message": f"status {code}", "type": "internal", "extra": [1]}, code)
    return Answer(code)


def shared(request):
    """The two operations that share one kind of error."""
    value = request.json()
    if not (request.operation or "").startswith("sharedErrorUnion"):
        return value
    number = request.operation[-1]
    kind = "shared_error" if value.get("value") == "shared" else f"specific_error_{number}"
    return {"errorType": kind, "message": "shared", "details": "specific"}


@routes.add("/requestbody/multipart-form/files", "POST")
def files(request):
    """Says what came in each part."""
    found, fields = [], {}
    for part in wire.messages(request.header("content-type", ""), request.body):
        name = part.get_param("name", header="content-disposition")
        data = part.get_payload(decode=True)
        if part.get_filename() is None:
            fields.setdefault(name, []).append(data.decode())
        else:
            found.append({"fieldName": name, "filename": part.get_filename(), "size": len(data),
                          "contentType": part.get_content_type()})
    return Answer.json({"files": found, "formFields": fields})


@routes.add("/smartunion/nestedunion", "POST")
def nested_union(request):
    """Values that no enumeration lists, in the document's envelope."""
    return Answer.json({"json": {"data": {"kind": "unknown", "name": "also_unknown"}}})
