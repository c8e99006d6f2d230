"""Files of decisions whose documents were renamed: each is written anew under its new key; none is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from reconcile.decisions.decision import Decision
from reconcile.decisions.names import OWN_NAME, file_name, plain_ending
from reconcile.decisions.read import load
from reconcile.decisions.renamed import Named, is_of, renamed
from reconcile.decisions.replacing import replaces
from reconcile.decisions.write import text_of, tidy, unlink
from reconcile.fields import frozen
from reconcile.fields import replace as replaced
from reconcile.files import lock, read_text, replace

Rename = tuple[Named, Named]  # how a document was called, and how it is


@frozen
class Followed:
    """A decision that has gone with its document."""

    before: Decision
    after: Decision
    path: Path  # the file that holds what is decided now
    instead: Decision | None = None  # of two words on one fact the older, which has given way


def going(decisions: Iterable[Decision], renames: Sequence[Rename]) -> Iterator[tuple[Decision, Decision]]:
    """Each decision that a rename changes, as it is and as it is to be."""
    for decision in decisions:
        for old, new in renames:
            again = new.path in decision.files and is_of(decision, Named(old.path, new.id))
            if not again and any(is_of(decision, Named(old.path, id)) for id in (old.id, new.id)):
                after = renamed(decision, old, new)
                if after != decision:
                    yield decision, after
                break


def follow(folder: Path, renames: Sequence[Rename], goes: Callable[[Decision], bool]) -> tuple[Followed, ...]:
    """Have the decisions of the old names go with the documents where `goes` is true, all renames at once.

    ConfigError when a file of the folder is broken: then none is written. Where the fact was decided again
    under the new name, the later word stands.
    """
    with lock(folder):
        tidy(folder)
        standing = load(folder)
        moving = tuple(going(filter(goes, standing), renames))
        leaving = {before.path for before, _ in moving}
        staying = [one for one in standing if one.path not in leaving]
        made: list[Followed] = []
        for before, after in moving:
            made.append(_settled(folder, before, after, staying))
            staying.append(replaced(made[-1].after, path=made[-1].path.as_posix()))
        _write(made)
        return tuple(made)


def _settled(folder: Path, before: Decision, after: Decision, staying: Sequence[Decision]) -> Followed:
    """The decision in the file it is to have; or the one that was made since, under the new name."""
    assert before.path is not None
    own = Path(before.path).name
    apart = not own.endswith(plain_ending(before))
    name = file_name(after, apart=apart) if OWN_NAME.search(own) else own
    for there in staying:
        assert there.path is not None
        other = Path(there.path)
        if there.day >= after.day and replaces(there, after, name, ()):
            return Followed(before, there, other, instead=after)
        if replaces(after, there, other.name, ()):
            return Followed(before, after, other, instead=there)
    if any(one.path == (folder / name).as_posix() for one in staying):
        name = file_name(after, apart=True)
    return Followed(before, after, folder / name)


def _write(made: Sequence[Followed]) -> None:
    """Every new file, whole, before the first old one goes."""
    texts: dict[Path, str] = {}
    for one in made:
        if one.instead is not one.after and one.before.path:
            texts[one.path] = text_of(one.after, read_text(Path(one.before.path)), one.before.path)
    for path, text in texts.items():
        replace(path, text)
    for one in made:
        if (old := Path(one.before.path or "")) not in texts:
            unlink(old)
