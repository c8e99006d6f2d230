"""Rule packs: folders of YAML rules and word lists, read into one `RuleBook`.

A pack is `rules/<name>/` of the distribution, or a folder of the user's: its `*.yaml` are lists of rules,
its `en/*.txt` word lists (see `lexicon`). A rule is data with its own proof:

    - id: seat
      claim: location
      message: "the seat of {subject} is told differently: {old.text}, then {new.text}"
      why: "a body has one seat at a time"
      patterns: ["{subject:name} (has its seat|is seated) in {text:place}"]
      examples:
        silent: [{old: "ACME has its seat in Rome.", new: "ACME is seated in Rome."}]
        speaks: [{old: "ACME is seated in Rome.", new: "ACME is seated in Oslo.", relation: conflicting}]
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from reconcile.claim import Rule, RuleBook
from reconcile.errors import ConfigError
from reconcile.rulebook.lexicon import read_lexicon
from reconcile.rulebook.packs import pack_folder
from reconcile.rulebook.reading import read_rules


def load(
    packs: Sequence[str], base: Path | None = None, *, claims: Collection[str] = (), language: str = "en"
) -> RuleBook:
    """The rules and word lists of `packs`, names or paths seen from `base`, in this order.

    `claims` are the known claim types (unchecked when empty). ConfigError holds every mistake of every
    pack, one line each.
    """
    folders = [(name, pack_folder(name, base)) for name in dict.fromkeys(packs)]
    lexicon = read_lexicon([folder for _, folder in folders], language)
    rules: list[Rule] = []
    problems: list[str] = []
    for name, folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            found, wrong = read_rules(path, name, lexicon, claims, {rule.id: rule.pack for rule in rules})
            problems += wrong
            rules += found
    if problems:
        raise ConfigError(problems)
    return RuleBook(tuple(rules), lexicon, tuple(name for name, _ in folders))
