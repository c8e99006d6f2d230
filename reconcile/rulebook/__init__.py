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

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from reconcile.claim import Rule, RuleBook
from reconcile.errors import ConfigError
from reconcile.rulebook.lexicon import lexicon_of
from reconcile.rulebook.packs import pack_files


def load(
    packs: Sequence[str],
    base: Path | None = None,
    *,
    claims: Collection[str] = (),
    language: str = "en",
    given: Mapping[str, Mapping[str, str]] | None = None,
) -> RuleBook:
    """The rules and word lists of `packs`, names or paths seen from `base`, in this order.

    `claims` are the known claim types (unchecked when empty). `given` holds packs as texts, by the pack's
    name and the file's place in it (`rules.yaml`, `en/months.txt`); they are not looked for on disk.
    ConfigError holds every mistake of every pack, one line each; UnknownPack says that there is none.
    """
    from reconcile.rulebook.reading import read_rules  # YAML, which a check with a warm cache does without

    names = tuple(dict.fromkeys(packs))
    files = {name: pack_files(name, base, (given or {}).get(name)) for name in names}
    lexicon = lexicon_of([file for name in names for file in files[name]], language)
    rules: list[Rule] = []
    problems: list[str] = []
    for name in names:
        for file in files[name]:
            if file.place.suffix == ".yaml":
                known = {rule.id: rule.pack for rule in rules}
                found, wrong = read_rules(file, name, lexicon, claims, known)
                problems += wrong
                rules += found
    if problems:
        raise ConfigError(problems)
    return RuleBook(tuple(rules), lexicon, names)
