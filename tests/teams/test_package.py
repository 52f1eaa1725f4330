"""The app package for Teams: personal only, without permissions, with icons of the sizes that Teams wants."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.teams.servers import APP

ROOT = Path(__file__).resolve().parents[2]


def test_the_package(tmp_path: Path) -> None:
    made = tmp_path / "waymark.zip"
    given = ["--app-id", APP, "--organisation", 'A "Council"', "--url", "https://waymark.example:8443/x"]
    more = ["--privacy", "https://a.example/p", "--terms", "https://a.example/t", "-o", str(made)]
    subprocess.run([sys.executable, ROOT / "deploy" / "teams" / "package.py", *given, *more], check=True)

    with zipfile.ZipFile(io.BytesIO(made.read_bytes())) as package:
        manifest = json.loads(package.read("manifest.json"))
        sizes = {name: struct.unpack(">II", package.read(name)[16:24]) for name in ("color.png", "outline.png")}
    assert sizes == {"color.png": (192, 192), "outline.png": (32, 32)}
    assert manifest["id"] == manifest["bots"][0]["botId"] == APP
    assert manifest["bots"][0]["scopes"] == ["personal"]
    assert manifest["developer"]["name"] == 'A "Council"'
    assert manifest["validDomains"] == ["waymark.example"]
    assert not {"webApplicationInfo", "authorization", "permissions"} & set(manifest)
    assert len(manifest["description"]["short"]) <= 80
    assert "${" not in json.dumps(manifest)
