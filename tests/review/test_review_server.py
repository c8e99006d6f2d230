"""The review server over real sockets: who is let in, what is refused, and what is written."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from review_cases import result, start

from reconcile.decisions.read import load
from reconcile.errors import FatalError
from reconcile.review import server
from reconcile.review.guardian import refusal

FIRST = "000000000000"


@pytest.fixture
def address(tmp_path: Path) -> str:
    return start(result(3), tmp_path / "decisions")


def host(address: str) -> str:
    return address.split("/")[2]


def post(address: str, body: object, **headers: str) -> httpx.Response:
    given = {"origin": f"http://{host(address)}", "content-type": "application/json", **headers}
    content = body if isinstance(body, bytes) else json.dumps(body)
    return httpx.post(
        f"{address}decisions", content=content, headers={name: text for name, text in given.items() if text}
    )


def bundle(*rows: dict) -> dict:
    return {"format": 1, "decisions": list(rows)}


NEW = bundle({"id": FIRST, "status": "new", "why": "counted"})


def test_the_page_is_served_with_its_policy(address: str) -> None:
    answer = httpx.get(address)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "connect-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    printed = re.search(r'Content-Security-Policy" content="([^"]+)"', answer.text)
    assert printed is not None
    assert policy.startswith(printed[1].replace("&#39;", "'"))
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_decision_is_written_and_told(address: str, tmp_path: Path) -> None:
    assert httpx.get(f"{address}decisions").json() == {"state": {}}
    answer = post(address, NEW)
    assert answer.status_code == 200
    assert answer.json()["state"][FIRST]["status"] == "new"
    (made,) = load(tmp_path / "decisions")
    assert (made.status, made.why, made.by) == ("new", "counted", "Ana")
    assert list(httpx.get(f"{address}decisions").json()["state"]) == [FIRST]
    assert post(address, bundle({"id": FIRST, "status": "open"})).json()["state"] == {}
    assert load(tmp_path / "decisions") == ()


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"origin": "http://evil.example"}, "another site may not talk to this server"),
        ({"origin": "null"}, "another site may not talk to this server"),
        ({"origin": ""}, "the Origin header is missing"),
        ({"host": "evil.example"}, "this server answers to"),
        ({"host": "localhost"}, "this server answers to"),
        ({"content-type": "text/plain"}, "application/json"),
        ({"content-type": "application/x-www-form-urlencoded"}, "application/json"),
        ({"content-type": ""}, "application/json"),
    ],
)
def test_a_post_of_another_site_is_refused(address: str, headers: dict, why: str, tmp_path: Path) -> None:
    answer = post(address, NEW, **headers)
    assert answer.status_code == 403
    assert why in answer.json()["error"]
    assert "content-security-policy" in answer.headers
    assert not (tmp_path / "decisions").exists()


@pytest.mark.parametrize("path", ["/", "/decisions", "/x/", "//", "/%00/"])
def test_without_the_token_nothing_is_told(address: str, path: str) -> None:
    answer = httpx.get(f"http://{host(address)}{path}")
    assert answer.status_code == 403
    assert "token" in answer.json()["error"]


def test_another_runs_token_does_not_fit(address: str, tmp_path: Path) -> None:
    other = start(result(1), tmp_path / "other")
    token = other.split("/")[3]
    assert token != address.split("/")[3]
    assert len(token) >= 32
    assert httpx.get(f"http://{host(address)}/{token}/").status_code == 403


def test_another_site_may_not_frame_or_fetch_it(address: str) -> None:
    assert httpx.get(address, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert httpx.get(address, headers={"origin": "http://evil.example"}).status_code == 403
    assert httpx.get(address, headers={"host": "evil.example"}).status_code == 403
    assert httpx.get(address, headers={"sec-fetch-site": "none"}).status_code == 200


def test_only_what_the_page_needs_is_there(address: str) -> None:
    origin = {"origin": f"http://{host(address)}", "content-type": "application/json"}
    assert httpx.get(f"{address}../../etc/passwd").status_code in (403, 404)
    assert httpx.get(f"{address}nothing").status_code == 404
    assert httpx.delete(f"{address}decisions", headers=origin).status_code == 405


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"{", "this is no JSON"),
        (b"[" * 100_000, "this is no JSON"),
        (b"\xff", "this is no JSON"),
        ([], "this is no bundle"),
        ({"decisions": 7}, "this is no bundle"),
        (bundle({"status": "new"}), "decisions[0].id is missing"),
        (bundle({"id": FIRST, "status": "newer"}), "decisions[0].status must be one of new, old"),
        (bundle({"id": FIRST, "status": "new", "why": 7}), "decisions[0].why must be text, not 7"),
        ({"decisions": ["new"]}, "decisions[0] must be a mapping"),
    ],
)
def test_what_is_no_decision_is_refused(address: str, body: object, why: str, tmp_path: Path) -> None:
    answer = post(address, body)
    assert answer.status_code == 400
    assert why in answer.json()["error"]
    assert not (tmp_path / "decisions").exists()


def test_a_post_without_end_is_refused(address: str) -> None:
    answer = post(address, b'{"decisions": [' + b" " * 33_000_000)
    assert answer.status_code == 413


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "decisions").write_text("", encoding="utf-8")
    answer = post(start(result(1), tmp_path / "decisions"), NEW)
    assert answer.status_code == 507
    assert "decisions: cannot be written: " in answer.json()["error"]


def test_a_broken_decision_is_told(address: str, tmp_path: Path) -> None:
    post(address, NEW)
    (tmp_path / "decisions" / "broken.yaml").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    answer = httpx.get(f"{address}decisions")
    assert answer.status_code == 409
    assert "broken.yaml:1:1: holds both sides of a git conflict" in answer.json()["error"]


def test_control_characters_in_a_reason_break_no_file(address: str, tmp_path: Path) -> None:
    answer = post(
        address, b'{"decisions": [{"id": "000000000000", "status": "new", "why": "a\\u0000\\ud800b"}]}'
    )
    assert answer.status_code == 200
    assert load(tmp_path / "decisions")[0].why == "a\ufffd\ufffdb"


def test_a_key_cannot_leave_the_folder(tmp_path: Path) -> None:
    from dataclasses import replace

    made = result(1)
    evil = replace(made.findings[0], key="../../evil", subject="../../evil")
    address = start(replace(made, findings=(evil,)), tmp_path / "decisions")
    assert post(address, NEW).status_code == 200
    assert {path.name for path in tmp_path.iterdir()} == {"decisions"}


@pytest.mark.parametrize("name", ["content-type", "Content-Type"])
def test_the_law_of_the_door_does_not_need_a_server(name: str) -> None:
    said = {
        "host": "127.0.0.1:1",
        "origin": "http://127.0.0.1:1",
        name.lower(): "application/json; charset=utf-8",
    }
    assert refusal("POST", "/t/decisions", said, host="127.0.0.1:1", token="t") is None
    assert refusal("POST", "t", said, host="127.0.0.1:1", token="t") is not None
    assert refusal("PUT", "/t/", {"host": "127.0.0.1:1"}, host="127.0.0.1:1", token="t") is not None


def test_a_port_that_is_taken_is_told(address: str, tmp_path: Path) -> None:
    with pytest.raises(FatalError, match=r"port \d+ of 127\.0\.0\.1 cannot be used: .*; leave out --port"):
        server._listen(int(host(address).split(":")[1]))


def test_without_the_extra_it_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['uvicorn'] = None\n"
        "from reconcile.review.server import _stack\n"
        "from reconcile.errors import FatalError\n"
        "try: _stack()\n"
        "except FatalError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (
        "the review in the browser needs uvicorn; install it with: pip install 'reconcile-docs[review]'"
        in done.stdout
    )
