"""deploy/Caddyfile in a real Caddy: TLS ends there, and two gateways stand behind it, one of which may be gone."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests
from flask import Flask
from werkzeug.serving import BaseWSGIServer, make_server

from bot.gateway import create_app
from bot.storage import Database
from bot.supervisor import free_port
from tests.conftest import ROOT
from tests.gateway.standins import House

pytestmark = pytest.mark.processes

OURS = (ROOT / "deploy" / "Caddyfile").read_text()
HERE = "{\n\tauto_https disable_redirects\n\tskip_install_trust\n\tadmin off\n}\n"
"""Besides: no port 80, nobody's trust store, nothing to be steered by."""
PATIENCE_SECONDS = 60.0


@dataclass
class Front:
    """Caddy, and the gateways behind it."""

    address: str
    authority: Path
    gateways: list[BaseWSGIServer]
    heard: list[dict[str, Any]] = field(default_factory=list)

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        """As a browser does that trusts this Caddy."""
        with requests.Session() as web:
            web.trust_env = False
            return web.request(method, self.address + path, verify=str(self.authority), timeout=30, **more)


@pytest.fixture
def front(database: Database, tmp_path: Path) -> Iterator[Front]:
    program = shutil.which("caddy")
    if program is None:
        pytest.fail("Caddy is not installed; scripts/caddy installs it")
    heard: list[dict[str, Any]] = []
    app = create_app(door=House(database).door())
    gateways = [make_server("127.0.0.1", 0, _listening(app, heard), threaded=True) for _ in range(2)]
    for gateway in gateways:
        threading.Thread(target=gateway.serve_forever, daemon=True).start()
    port, said = free_port(), HERE + OURS
    for number, gateway in enumerate(gateways, start=1):
        said = said.replace(f"gateway-{number}:8000", f"127.0.0.1:{gateway.server_port}")
    (tmp_path / "Caddyfile").write_text(said)
    places = {"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}
    command = [program, "run", "--config", str(tmp_path / "Caddyfile"), "--adapter", "caddyfile"]
    with (tmp_path / "caddy.log").open("w") as log:
        caddy = subprocess.Popen(
            command, env={**os.environ, **places, "WAYMARK_DOMAIN": f"localhost:{port}"}, stdout=log, stderr=log
        )
    try:
        authority = tmp_path / "caddy" / "pki" / "authorities" / "local" / "root.crt"
        made = Front(f"https://localhost:{port}", authority, gateways, heard)
        _until_it_answers(made, caddy)
        yield made
    finally:
        caddy.terminate()
        caddy.wait(20)
        for gateway in gateways:
            gateway.shutdown()
            gateway.server_close()


def _listening(app: Flask, heard: list[dict[str, Any]]) -> Any:
    def listens(environ: dict[str, Any], start: Any) -> Any:
        heard.append(environ)
        return app(environ, start)

    return listens


def _until_it_answers(front: Front, caddy: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            if front.ask("GET", "/livez").status_code == 200:
                return
        except (requests.RequestException, OSError):
            pass
        assert caddy.poll() is None and time.monotonic() < until, "Caddy does not answer"
        time.sleep(0.1)


def test_a_message_comes_through_and_what_is_not_for_visitors_does_not(front: Front) -> None:
    page = front.ask("GET", "/")
    assert page.status_code == 200 and page.headers["Strict-Transport-Security"] == "max-age=31536000"
    answer = front.ask("POST", "/chat/messages", json={"text": "They closed it"}, cookies=page.cookies)
    assert answer.status_code == 200 and answer.json()["saved"]
    assert front.ask("GET", "/metrics").status_code == 404
    long = front.ask("POST", "/chat/messages", data=b"x" * 70_000, cookies=page.cookies)
    assert long.status_code == 413 and "999" in long.text
    assert front.ask("POST", "/chat/messages", data=b"x" * 2_000_000, cookies=page.cookies).status_code in (413, 502)


def test_nobody_gives_themselves_another_address(front: Front) -> None:
    """`WAYMARK_PROXIES: "1"` takes the last word on it, which has to be Caddy's."""
    front.heard.clear()
    front.ask("GET", "/", headers={"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "http"})
    (came,) = [each for each in front.heard if each["PATH_INFO"] == "/"]
    assert re.fullmatch(r"127\.0\.0\.1|::1", came["HTTP_X_FORWARDED_FOR"]) and came["HTTP_X_FORWARDED_PROTO"] == "https"


def test_a_gateway_that_is_gone_is_not_noticed(front: Front) -> None:
    front.gateways[0].shutdown()
    front.gateways[0].server_close()
    assert {front.ask("GET", "/").status_code for _ in range(6)} == {200}


def test_old_tls_is_refused(front: Front) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning):
        context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    port = int(front.address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), 10) as plain, pytest.raises(ssl.SSLError):
        context.wrap_socket(plain, server_hostname="localhost")
