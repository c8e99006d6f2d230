"""What a check asks of the decisions; the modules that know them are loaded where something was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from reconcile import git
from reconcile.claim import RuleBook
from reconcile.model import Document, Sentence
from reconcile.result import Finding


class Decided(Protocol):
    """The decisions in force on the facts of one document."""

    def broken(self, finding: Finding) -> str | None:
        """Why the new side contradicts what was settled about its fact; None when it does not."""

    def overlaid(self, finding: Finding) -> Finding | None:
        """The finding with what was decided about it; None when that has closed it."""

    def contradictions(
        self, document: Document, touched: Iterable[Sentence], told: set[str], book: RuleBook
    ) -> Iterator[Finding]:
        """A finding for each claim of the touched sentences that breaks a decision, but for the keys `told`.

        Where one claim of the document states what was settled, another of the same key is another fact.
        """


class AllDecided(Protocol):
    """The decisions in force, of all documents."""

    def at(self, path: str, before: git.Change | None = None) -> Decided:
        """Those on the facts of the document at `path`; `before` is the edit that renamed it, if one did."""

    def notices(self) -> Iterator[str]:
        """What is to be said of decisions whose documents have other names now, when all was looked at."""


class Undecided:
    """No decisions at all."""

    def at(self, path: str, before: git.Change | None = None) -> Decided:
        """None."""
        return self

    def notices(self) -> Iterator[str]:
        """Nothing."""
        return iter(())

    def broken(self, finding: Finding) -> str | None:
        """Nothing was settled."""
        return None

    def overlaid(self, finding: Finding) -> Finding | None:
        """As it is."""
        return finding

    def contradictions(
        self, document: Document, touched: Iterable[Sentence], told: set[str], book: RuleBook
    ) -> Iterator[Finding]:
        """None."""
        return iter(())
