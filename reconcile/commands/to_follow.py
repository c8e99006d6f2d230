"""What is said of decisions whose documents have other names now, and what is to be done about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from shlex import quote

from reconcile.fields import frozen
from reconcile.text.plural import counted


@frozen
class Going:
    """The decisions of a document that was renamed."""

    old: str  # paths; the new one is empty where nobody can think of one
    new: str
    number: int = 0
    checked: bool = True  # False where the project has no document at the new path checked
    sure: bool = True  # False where git does not tell what became of the old one
    beside: bool = False  # True when there is still a document at the old path, of which the new one was made


def notices(told: Iterable[Going], folder: str) -> Iterator[str]:
    """A sentence for all that one command puts right, and one for each of the others.

    `folder` is where decisions lie.
    """
    moved: list[Going] = []
    for one in told:
        if one.checked and one.sure and not one.beside:
            moved.append(one)
        else:
            yield _alone(one, folder)
    if moved:
        more = f", and {counted(len(moved) - 1, 'more document')} renamed" if len(moved) > 1 else ""
        number = counted(sum(one.number for one in moved), "decision")
        yield (
            f"{moved[0].old} is {moved[0].new} now{more}; {number} still to follow: "
            f"reconcile decisions --renamed, then git add {folder}"
        )


def _alone(one: Going, folder: str) -> str:
    command = f"reconcile decisions --renamed {quote(one.old)} {quote(one.new) if one.new else 'NEW'}"
    number = counted(one.number, "decision")
    command += f", then git add {folder}"
    if not one.checked:
        settled = f"what was settled for it ({number})"
        return f"{one.old} is {one.new} now, which is not checked: {settled} is not guarded"
    if one.beside:
        return f"{one.new} was made of {one.old}; if {number} should go with it: {command}"
    if not one.new:
        return f"{one.old} is not there any more, and git does not tell where it went; if renamed: {command}"
    return (
        f"{one.new} states what was settled for {one.old}, which is not there any more; if renamed: {command}"
    )
