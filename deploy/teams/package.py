"""Makes the app package that is uploaded to Teams: the manifest with your own values, and the two icons.

    python deploy/teams/package.py --app-id ID --organisation NAME --url https://waymark.example.gov.uk \
        --privacy URL --terms URL [-o waymark-teams.zip]

Standard library only. The icons are drawn here: the same sign as on the page.
"""

from __future__ import annotations

import argparse
import json
import struct
import uuid
import zipfile
import zlib
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).parent
GREEN, WHITE, NOTHING = (0x1D, 0x5C, 0x57, 255), (255, 255, 255, 255), (0, 0, 0, 0)
SIGN = ((9.5, 24), (14, 15.6), (10.6, 13.8), (22.5, 8), (21.4, 21.2), (18.4, 18.3), (14.2, 24))
"""The arrow of bot/static/icon.svg, on a field of 32 by 32."""
FINE = 4
"""Lines that are looked at within each row of pixels."""

Colour = tuple[int, int, int, int]


def main() -> None:
    """Write the package, and say where it is."""
    given = _arguments()
    values = {
        "APP_ID": str(given.app_id),
        "ORGANISATION": given.organisation,
        "PUBLIC_URL": given.url,
        "PUBLIC_HOST": urlsplit(given.url).hostname or "",
        "PRIVACY_URL": given.privacy,
        "TERMS_URL": given.terms,
    }
    with zipfile.ZipFile(given.output, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("manifest.json", manifest(values))
        package.writestr("color.png", icon(192, GREEN, WHITE))
        package.writestr("outline.png", icon(32, NOTHING, WHITE))
    print(f"{given.output}: ready to be uploaded in the Teams admin centre")


def manifest(values: dict[str, str]) -> str:
    """The manifest with these values."""
    text = (HERE / "manifest.json").read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"${{{name}}}", json.dumps(value)[1:-1])
    return json.dumps(json.loads(text), indent=2, ensure_ascii=False)


def icon(size: int, field: Colour, sign: Colour) -> bytes:
    """A square PNG with the sign on it."""
    rows = [b"\0" + b"".join(bytes(_mix(share, field, sign)) for share in _row(y, size)) for y in range(size)]
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _row(y: int, size: int) -> list[float]:
    """How much of each pixel in a row is covered by the sign."""
    shares = [0.0] * size
    for step in range(FINE):
        edges = _crossings((y + (step + 0.5) / FINE) * 32 / size)
        for left, right in zip(edges[::2], edges[1::2], strict=True):
            start, end = left * size / 32, right * size / 32
            for x in range(int(start), min(int(end) + 1, size)):
                shares[x] += max(0.0, min(end, x + 1) - max(start, x)) / FINE
    return shares


def _crossings(y: float) -> list[float]:
    """Where a line at this height enters and leaves the sign."""
    sides = zip(SIGN, SIGN[1:] + SIGN[:1], strict=True)
    return sorted((x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in sides if (y1 > y) != (y2 > y))


def _mix(share: float, field: Colour, sign: Colour) -> Colour:
    if not field[3]:
        return sign[0], sign[1], sign[2], round(255 * min(share, 1.0))
    red, green, blue = (round(a + (b - a) * min(share, 1.0)) for a, b in zip(field[:3], sign[:3], strict=True))
    return red, green, blue, 255


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the app package for Teams.")
    parser.add_argument("--app-id", required=True, type=uuid.UUID, help="the registered app's client id")
    parser.add_argument("--organisation", required=True)
    parser.add_argument("--url", required=True, help="where Waymark is, beginning with https://")
    parser.add_argument("--privacy", required=True, help="your privacy notice")
    parser.add_argument("--terms", required=True, help="your terms of use")
    parser.add_argument("-o", "--output", default="waymark-teams.zip")
    return parser.parse_args()


if __name__ == "__main__":
    main()
