"""Rules out of the YAML of a pack: every key checked, all mistakes of a file together."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from reconcile.claim import Example, Lexicon, Pattern, Rule
from reconcile.model import Json, Level, Relation
from reconcile.rulebook.expression import Expression
from reconcile.rulebook.grammar import PatternError, parse, slots
from reconcile.rulebook.messages import unknown_places
from reconcile.rulebook.packs import PackFile
from reconcile.text.marked import Marked, Node, suggest

KEYS = ("id", "claim", "message", "why", "patterns", "options", "levels", "weight", "examples")
_NEEDED = ("id", "claim", "message", "why", "examples")


def read_rules(
    file: PackFile, pack: str, lexicon: Lexicon, claims: Collection[str], known: Mapping[str, str]
) -> tuple[list[Rule], list[str]]:
    """The rules of one file, and a line for each mistake found in it.

    `claims` are the claim types there are; none given, any is taken. `known` are the rules of other files,
    id to pack.
    """
    marked = Marked(file.read(), file.shown)
    rules: list[Rule] = []
    for node in marked.list(marked.root, "") if marked.root else []:
        reader = _Rule(marked, node, pack, lexicon, claims)
        rule = reader.read()
        taken = {**known, **{other.id: pack for other in rules}}
        if rule and rule.id in taken:
            where = f"{rule.id!r} is the id of a rule of {taken[rule.id]} already; choose another"
            marked.mistake(reader.fields["id"], f"id: {where}")
        elif rule:
            rules.append(rule)
    return rules, marked.problems


class _Rule:
    """Reads one rule."""

    def __init__(
        self, marked: Marked, node: Node, pack: str, lexicon: Lexicon, claims: Collection[str]
    ) -> None:
        self.marked, self.node, self.pack, self.lexicon, self.claims = marked, node, pack, lexicon, claims
        self.fields = marked.fields(node, KEYS, "")

    def read(self) -> Rule | None:
        """The rule, or None when it lacks what a rule needs."""
        for key in _NEEDED:
            if key not in self.fields:
                self.marked.mistake(self.node, f"a rule without {key!r}; add {key}: …")
        silent, speaks = self.examples()
        rule = Rule(
            id=self.text("id"),
            claim=self.claim(),
            message=self.text("message"),
            why=self.text("why"),
            pack=self.pack,
            patterns=self.patterns(),
            options=self.options(),
            levels=self.levels(),
            weights=self.weights(),
            silent=silent,
            speaks=speaks,
        )
        self.message()
        return rule if rule.id else None

    def text(self, key: str) -> str:
        return self.marked.text(self.fields[key], key) if key in self.fields else ""

    def claim(self) -> str:
        if self.claims and "claim" in self.fields:
            return self.marked.choice(self.fields["claim"], self.claims, "claim") or ""
        return self.text("claim")

    def patterns(self) -> tuple[Pattern, ...]:
        return tuple(Expression(source, self.lexicon) for _, source in self.sources())

    def sources(self, *, quietly: bool = False) -> list[tuple[Node, str]]:
        """The patterns that can be read, with their nodes."""
        found = []
        for node in (
            self.marked.list(self.fields["patterns"], "patterns") if "patterns" in self.fields else []
        ):
            source = self.marked.text(node, "patterns")
            try:
                parse(source)
                found.append((node, source))
            except PatternError as error:
                if source and not quietly:
                    self.marked.mistake(node, f"patterns: {error}", error.at)
        return found

    def message(self) -> None:
        known = {name for _, source in self.sources(quietly=True) for name, _ in slots(parse(source))}
        for at, place, words in unknown_places(self.text("message"), known):
            what = f"message: no pattern fills {{{place}}}; {suggest(place.split('.')[-1], words)}"
            self.marked.mistake(self.fields["message"], what, at)

    def options(self) -> Mapping[str, Json]:
        node = self.fields.get("options")
        if node is None:
            return {}
        return {
            self.marked.text(key, "options"): self.marked.data(value, f"options.{key.value}")
            for key, value in self.marked.items(node, "options")
        }

    def levels(self) -> Mapping[Relation, Level]:
        found = {}
        node = self.fields.get("levels")
        for key, value in self.marked.items(node, "levels") if node else []:
            relation = self.marked.choice(key, list(Relation), "levels")
            level = self.marked.choice(value, list(Level), f"levels.{relation}")
            if relation and level:
                found[Relation(relation)] = Level(level)
        return found

    def weights(self) -> Mapping[Relation, float]:
        """One number for every relation, or one for each of some."""
        node = self.fields.get("weight")
        if node is None:
            return {}
        if isinstance(self.marked.data(node, "weight"), dict):
            pairs = [
                (self.marked.choice(key, list(Relation), "weight"), value)
                for key, value in self.marked.items(node, "weight")
            ]
        else:
            pairs = [(relation, node) for relation in Relation]
        found = {Relation(relation): self.number(value) for relation, value in pairs if relation}
        return {relation: number for relation, number in found.items() if number is not None}

    def number(self, node: Node) -> float | None:
        value = self.marked.data(node, "weight")
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        problem = f"weight: {value!r} is no weight; give a number from 0 to 1"
        if not any(known.endswith(problem) for known in self.marked.problems):
            self.marked.mistake(node, problem)
        return None

    def examples(self) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
        node = self.fields.get("examples")
        if node is None:
            return (), ()
        kinds = self.marked.fields(node, ("silent", "speaks"), "examples")
        return self.kind(kinds.get("silent"), "silent"), self.kind(kinds.get("speaks"), "speaks")

    def kind(self, node: Node | None, name: str) -> tuple[Example, ...]:
        where = f"examples.{name}"
        listed = self.marked.list(node, where) if node else []
        return tuple(self.example(child, f"{where}[{number}]", name) for number, child in enumerate(listed))

    def example(self, node: Node, where: str, kind: str) -> Example:
        needed = ("old", "new") if kind == "silent" else ("old", "new", "relation")
        known = (*needed, "reader") if kind == "silent" else (*needed, "level", "reader")
        fields = self.marked.fields(node, known, where)
        for key in needed:
            if key not in fields:
                self.marked.mistake(node, f"{where}: an example without {key!r}; add {key}: …")
        relation, level = fields.get("relation"), fields.get("level")
        said = relation and self.marked.choice(relation, list(Relation), f"{where}.relation")
        told = level and self.marked.choice(level, list(Level), f"{where}.level")
        return Example(
            old=self.marked.text(fields["old"], f"{where}.old") if "old" in fields else "",
            new=self.marked.text(fields["new"], f"{where}.new") if "new" in fields else "",
            relation=Relation(said) if said else None,
            level=Level(told) if told else None,
            reader=self.marked.text(fields["reader"], f"{where}.reader") if "reader" in fields else "plain",
        )
