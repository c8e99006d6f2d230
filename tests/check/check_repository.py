"""Real git repositories for the tests of `reconcile check`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from reconcile.cli import run as reconcile

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z",
    "GIT_COMMITTER_DATE": "2020-01-01T00:00:00Z",
}


class Repository:
    """A repository in a folder, with the few words that tests need."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "A")
        self.git("config", "user.email", "a@example.org")

    def git(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=ENVIRONMENT,
            check=check,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    def write(self, path: str, text: str | bytes) -> Path:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())
        return place

    def stage(self, path: str, text: str | bytes) -> None:
        self.write(path, text)
        self.git("add", "--", path)

    def commit(self, message: str = "x") -> None:
        self.git("commit", "-q", "-m", message)

    def head(self) -> str:
        return self.git("rev-parse", "HEAD").stdout.strip()

    def check(self, *arguments: str) -> int:
        """`reconcile check`, in the working folder of the test."""
        return reconcile(["check", *arguments])
