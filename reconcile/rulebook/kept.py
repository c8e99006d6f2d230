"""A rule book as plain data and back, so that rules that were read once need not be read as YAML again.

Examples are left out: they prove rules, and no comparison needs them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reconcile.claim import Lexicon, Pattern, Rule, RuleBook
from reconcile.model import Json, Level, Relation
from reconcile.rulebook.lexicon import lexicon_of
from reconcile.rulebook.packs import pack_files


def plain(book: RuleBook) -> list[Json]:
    """The rules of `book`, each as what JSON can hold."""
    return [
        {
            "id": rule.id,
            "claim": rule.claim,
            "message": rule.message,
            "why": rule.why,
            "pack": rule.pack,
            "patterns": [str(getattr(pattern, "source", "")) for pattern in rule.patterns],
            "options": dict(rule.options),
            "levels": {relation.value: level.value for relation, level in rule.levels.items()},
            "weights": {relation.value: weight for relation, weight in rule.weights.items()},
        }
        for rule in book.rules
    ]


def restored(rules: Sequence[Mapping[str, Any]], packs: Sequence[str], base: Path) -> RuleBook:
    """The rule book whose rules `plain` gave, with the word lists of `packs` as they are on the disk."""
    names = tuple(dict.fromkeys(packs))
    lexicon = lexicon_of([file for name in names for file in pack_files(name, base, None)])
    return RuleBook(tuple(_rule(rule, lexicon) for rule in rules), lexicon, names)


def _rule(data: Mapping[str, Any], lexicon: Lexicon) -> Rule:
    return Rule(
        id=data["id"],
        claim=data["claim"],
        message=data["message"],
        why=data["why"],
        pack=data["pack"],
        patterns=_patterns(data["patterns"], lexicon),
        options=data["options"],
        levels={Relation(relation): Level(level) for relation, level in data["levels"].items()},
        weights={Relation(relation): weight for relation, weight in data["weights"].items()},
    )


def _patterns(sources: Sequence[str], lexicon: Lexicon) -> tuple[Pattern, ...]:
    if not sources:
        return ()
    from reconcile.rulebook.expression import Expression  # RE2, which few rules need

    return tuple(Expression(source, lexicon) for source in sources)
