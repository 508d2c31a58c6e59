"""Records the requests of both SDKs for the same calls on one loopback server, and compares them."""

import http.server
import json
import os
import subprocess
import sys
import threading
import urllib.parse

# What legitimately differs between two HTTP stacks, or says which SDK calls.
UNCOMPARED = {"host", "connection", "accept-encoding", "user-agent", "content-length"}


class Recorder(http.server.BaseHTTPRequestHandler):
    requests = []

    def do_GET(self):
        index, _, rest = self.path.lstrip("/").partition("/")
        Recorder.requests.append((int(index), "GET", "/" + rest, list(self.headers.items())))
        path = urllib.parse.urlsplit(self.path).path
        body = CONTENT if path.rstrip("/").endswith("/content") else GENERATION
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def generation():
    texts = ["created_at", "id", "model", "origin"]
    nothing = [
        "api_type", "app_id", "cache_discount", "cancelled", "external_user", "finish_reason", "generation_time",
        "http_referer", "latency", "moderation_latency", "native_finish_reason", "native_tokens_cached",
        "native_tokens_completion", "native_tokens_completion_images", "native_tokens_prompt",
        "native_tokens_reasoning", "num_fetches", "num_input_audio_prompt", "num_media_completion",
        "num_media_prompt", "num_search_results", "preset_id", "provider_name", "provider_responses", "router",
        "service_tier", "streamed", "tokens_completion", "tokens_prompt", "upstream_id", "upstream_inference_cost",
        "user_agent", "web_search_engine", "workspace_id",
    ]
    data = {name: "x" for name in texts} | {name: None for name in nothing}
    data |= {"is_byok": False, "total_cost": 0, "usage": 0, "data_region": "global"}
    return json.dumps({"data": data}).encode()


GENERATION = generation()
CONTENT = json.dumps(
    {"data": {"error": None, "input": {"prompt": "p"}, "output": {"completion": "c", "reasoning": None}}}
).encode()


def call_python(call, base):
    """Makes one call with the published SDK."""
    from openrouter import OpenRouter

    saved = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("OPENROUTER_")]:
        del os.environ[name]
    os.environ.update(call.get("environment", {}))
    client = call.get("client", {})
    names = {"httpReferer": "http_referer", "appTitle": "x_open_router_title", "appCategories": "x_open_router_categories"}
    arguments = {ours: client[theirs] for theirs, ours in names.items() if theirs in client}
    key = call.get("apiKey", "sk-parity")
    try:
        # Nothing is tried twice: a call that fails locally counts as not sent.
        with OpenRouter(api_key=key, server_url=base + call.get("baseSuffix", ""), **arguments) as sdk:
            method = {"getGeneration": sdk.generations.get_generation,
                      "listGenerationContent": sdk.generations.list_generation_content}[call["operation"]]
            arguments = {ours: call[theirs] for theirs, ours in names.items() if theirs in call}
            method(id=call["id"], http_headers=call.get("headers"), retries=None, **arguments)
    except Exception as error:
        print(f"python: {json.dumps(call, ensure_ascii=False)}: {type(error).__name__}: {error}")
    finally:
        os.environ.clear()
        os.environ.update(saved)


def recorded(count):
    requests, Recorder.requests = Recorder.requests, []
    by_index = {index: rest for index, *rest in requests}
    assert len(requests) == len(by_index), "a call was sent twice"
    return [by_index.get(index) for index in range(count)]


def normal(request):
    if request is None:
        return "not sent"
    method, target, headers = request
    fields = sorted((name.lower(), value) for name, value in headers if name.lower() not in UNCOMPARED)
    return {"method": method, "target": target, "headers": fields}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        calls = json.load(file)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"

    for index, call in enumerate(calls):
        call_python(call, f"{base}/{index}")
    theirs = [normal(request) for request in recorded(len(calls))]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OPENROUTER_")}
    subprocess.run([sys.argv[2], sys.argv[1], base], check=True, env=environment)
    ours = [normal(request) for request in recorded(len(calls))]

    differences, deliberate = 0, 0
    for index, (call, left, right) in enumerate(zip(calls, theirs, ours)):
        reason = call.get("deliberate")
        if (left == right) == (reason is None):
            deliberate += reason is not None
            continue
        differences += 1
        if reason:
            print(f"no difference any more: {reason}")
        print(f"call {index}: {json.dumps(call, ensure_ascii=False)}\n  python {left}\n  swift  {right}")
    server.shutdown()
    equal = len(calls) - differences - deliberate
    print(f"{len(calls)} calls: {equal} equal, {deliberate} deliberately different, {differences} different")
    sys.exit(1 if differences else 0)


main()
