"""Who calls: credentials are compared with what the body of the call says they should be."""

import base64
import secrets
import urllib.parse

from exchange import Answer, Routes

routes = Routes()
# The token endpoint knows every client whose ID begins so, each test has one of its own, and they share a secret.
CLIENT, SECRET = "speakeasy-sdks", "supersecret-client"
# The tokens that were given: their scopes, and how often each is still good.
tokens, left = {}, {}
# What the token endpoint was asked, by the client's ID.
token_requests = {}


@routes.add("/auth", "POST")
def auth(request):
    """`headerAuth` lists header fields and their values, `basicAuth` a user and a password."""
    wanted = request.json()
    for each in wanted.get("headerAuth") or []:
        if request.header(each["headerName"].lower()) != each["expectedValue"]:
            return Answer(401)
    basic = wanted.get("basicAuth")
    if basic:
        pair = f"{basic['username']}:{basic['password']}".encode()
        if request.header("authorization") != "Basic " + base64.b64encode(pair).decode():
            return Answer(401)
    return Answer(200)


@routes.add("/auth/token", "GET")
def token(request):
    """Answers the token that came, whatever the scheme."""
    value = request.header("authorization", "")
    return Answer.json({"authenticated": True, "token": value.removeprefix("Bearer ")}) if value else Answer(401)


@routes.add("/auth/customsecurity/*", "GET")
def custom_security(request):
    return Answer(200 if request.header("authorization") or request.header("x-security-app-id") else 401)


@routes.add("/clientcredentials/token", "POST")
def issue(request):
    """RFC 6749, section 4.4: the client is known by Basic or by its own fields in the form."""
    form = dict(urllib.parse.parse_qsl(request.body.decode()))
    client, secret = form.get("client_id"), form.get("client_secret")
    basic = request.header("authorization", "")
    if basic.startswith("Basic "):
        client, _, secret = base64.b64decode(basic[6:]).decode().partition(":")
    asked = {"form": form, "scheme": basic.partition(" ")[0], "type": request.header("content-type")}
    token_requests.setdefault(client, []).append(asked)
    if form.get("grant_type") != "client_credentials" or secret != SECRET or not client.startswith(CLIENT):
        return Answer.json({"error": "invalid_client"}, 401)
    value = secrets.token_hex(8)
    tokens[value], left[value] = form.get("scope", ""), request.whole("uses", 1000)
    return Answer.json({"access_token": value, "token_type": "bearer", "expires_in": request.whole("expires_in", 60),
                        "scope": form.get("scope", "")})


@routes.add("/clientcredentials/authenticatedrequest", "POST")
def authenticated(request):
    """Only tokens that were given here are taken, as often as the query of the token endpoint's address said in `uses`."""
    value = request.header("authorization", "").removeprefix("Bearer ")
    left[value] = left.get(value, 0) - 1
    return Answer(200, headers=[("X-Scopes", tokens[value])]) if left[value] >= 0 else Answer(401)
