"""What all tests share: laws are checked without a deadline, for machines are slow at times."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("project", deadline=None)
settings.load_profile("project")
