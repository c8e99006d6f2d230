"""`python -m reconcile` and the command `reconcile`."""

from __future__ import annotations

import gc
import sys

_ALLOCATIONS = 200_000  # between two collections; Python's 700 make a fifth of a short run, for no garbage


def main() -> int:
    """Run the command line; the exit code is returned."""
    gc.set_threshold(_ALLOCATIONS, 10, 10)
    from reconcile.cli import run

    code = run(sys.argv[1:])
    gc.freeze()  # the process ends: its memory goes back as a whole, not object by object
    return code


if __name__ == "__main__":
    sys.exit(main())
