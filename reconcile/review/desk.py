"""The desk a reviewer works at: the findings, and the folder their decisions go to.

The web page, the terminal and `reconcile decide` settle findings here, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock

from reconcile.decisions.bundle import Word, decisions_of
from reconcile.decisions.decision import Decision
from reconcile.decisions.guard import by_key
from reconcile.decisions.make import shared_keys
from reconcile.decisions.overlay import OPEN, overlay
from reconcile.decisions.read import Known, load
from reconcile.decisions.write import drop, save_all
from reconcile.fields import field, frozen
from reconcile.model import Json
from reconcile.result import Finding

WITHDRAW = "open"  # the status that deletes a decision
UNDO = "undo"  # the status that brings back what stood before the last word of this desk


Identity = tuple[str, str]  # key and id of a finding


@frozen(kw_only=True)
class Desk:
    """What is reviewed. `by` and `day` (YYYY-MM-DD) go into decisions that name none themselves."""

    findings: tuple[Finding, ...]
    folder: Path
    by: str
    day: str
    journal: dict[Identity, list[list[Decision]]] = field(default_factory=dict)  # what stood before
    known: Known = field(default_factory=dict)
    turn: Lock = field(default_factory=Lock)

    def state(self, ids: Collection[str] | None = None) -> dict[str, Mapping[str, Json]]:
        """What is decided about each finding that is not simply open, by id, as the folder has it now.

        With `ids`, of these findings only.
        """
        decided = by_key(self._load())
        wanted = (one for one in self.findings if ids is None or one.id in ids)
        told = {one.id: overlay(one, decided.get(one.key, ())) for one in wanted}
        return {id: said for id, said in told.items() if said != OPEN}

    def pending(self) -> tuple[tuple[Finding, Mapping[str, Json]], ...]:
        """The findings that are still to be decided, with what is known of each, in the given order."""
        state = self.state()
        told = ((finding, state.get(finding.id, OPEN)) for finding in self.findings)
        return tuple((finding, said) for finding, said in told if said["status"] in ("open", "later"))

    def settle(self, words: Iterable[Word]) -> tuple[str, ...]:
        """Write what the words decide; a sentence for each that failed.

        The status `open` deletes the decision there is; `undo` brings back what stood before the last word
        that was settled here about the finding. FatalError when the folder cannot be written: then nothing
        after it was written.
        """
        words = tuple(words)
        with self.turn:
            standing = {(one.key, one.id): one for one in self._load()}
            given = (word for word in words if word.status not in (WITHDRAW, UNDO))
            made, problems = decisions_of(given, self.findings, by=self.by, day=self.day)
            wanted: dict[Identity, Decision | None] = {(one.key, one.id): one for one in made}
            wanted |= dict.fromkeys(self._named(words, WITHDRAW))
            for identity in wanted:
                own = standing.get(identity)
                self.journal.setdefault(identity, []).append([own] if own else [])
            before = {identity: self.journal[identity].pop() for identity in self._named(words, UNDO)}
            restored = [one for stood in before.values() for one in stood]
            self._write([one for one in wanted.values() if one], restored)
            gone = {*before, *(identity for identity, one in wanted.items() if one is None)}
            self._drop(gone - {(one.key, one.id) for one in restored})
        return problems

    def _named(self, words: Iterable[Word], status: str) -> list[tuple[str, str]]:
        """Key and id of the findings that the words give this status, and can have it undone."""
        ids = {word.id for word in words if word.status == status}
        named = [(one.key, one.id) for one in self.findings if one.id in ids]
        return [identity for identity in named if status != UNDO or self.journal.get(identity)]

    def _load(self) -> tuple[Decision, ...]:
        """All decisions of the folder; files that have not changed since the last time are not read again."""
        return load(self.folder, self.known)

    def _write(self, made: Sequence[Decision], restored: Sequence[Decision]) -> None:
        """Write new decisions, remembering those they replace, and old ones that are to stand again."""
        if not made and not restored:
            return
        saved = save_all(self.folder, (*restored, *made), apart=shared_keys(self.findings))
        for decision, one in zip(made, saved[len(restored) :], strict=True):
            self.journal[decision.key, decision.id][-1] += one.replaced

    def _drop(self, gone: Collection[Identity]) -> None:
        drop(self.folder, [one for one in self._load() if (one.key, one.id) in gone])
