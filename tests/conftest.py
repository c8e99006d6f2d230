"""What all tests share: laws are checked without a deadline, for machines are slow at times.

In CI the examples are the same at every run, so that a red run is the change's own; at a desk they are new
each time and go on looking.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("project", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "project")
