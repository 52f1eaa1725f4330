"""The papers as pictures: what is printed stays between the margins, and no page is empty, whatever was told."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bot.casefiles import CaseFiles
from bot.printing import printed
from bot.wording import papers
from tests.casefiles.conftest import ME, NOW, Begin

pytestmark = pytest.mark.browser

DOTS_PER_MM = 50 / 25.4
INK = 200
LONG = "Llanfairpwllgwyngyll" * 30 + " " + "A long account of what happened and when. " * 60
CASES = [("warrington", 0), ("rainbow_early_years", 1), ("cambridgeshire_peterborough", 1), ("gloucestershire", 2)]


def pictures(pdf: bytes, folder: Path) -> list[np.ndarray]:
    """Its pages, grey, fifty dots an inch."""
    (folder / "paper.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "50", "-gray", "-png", "paper.pdf", "page"], cwd=folder, check=True)
    return [np.asarray(Image.open(path).convert("L")) for path in sorted(folder.glob("page*.png"))]


@pytest.mark.parametrize(("policy", "ups"), [*CASES, ("telford_wrekin", 1)])
def test_nothing_is_cut_off_and_no_page_is_empty(
    files: CaseFiles, begin: Begin, tmp_path: Path, policy: str, ups: int
) -> None:
    reference = begin(policy, ups)
    files.note(ME, reference, LONG, "none", NOW + timedelta(days=4))
    if policy == "rainbow_early_years":
        files.resolve(ME, None, NOW + timedelta(days=4))
    file = files.file(ME, reference, NOW + timedelta(days=10))

    made = [papers.record(file), *(papers.form(file, paper.form) for paper in file.paperwork if paper.due)]
    assert len(made) >= 2
    for number, paper in enumerate(made):
        folder = tmp_path / str(number)
        folder.mkdir()
        for page in pictures(printed(paper, "pdf"), folder):
            rows, columns = np.nonzero(page < INK)
            height, width = page.shape
            edge = 16 * DOTS_PER_MM
            assert columns.min() > edge and columns.max() < width - edge, paper.title
            assert rows.min() > edge, paper.title
            body = rows[rows < height - 15 * DOTS_PER_MM]  # above the foot
            assert len(body) > 100, f"{paper.title}: an empty page"
