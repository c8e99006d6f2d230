"""The report as JUnit XML: errors and warnings are failures, notes pass, settled findings are skipped."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from reconcile.model import Level
from reconcile.report.notices import TOOL, Spot, notices
from reconcile.report.order import settled
from reconcile.report.visible import visible
from reconcile.result import Finding, Result

NAME = "junit"
SUFFIX = ".junit.xml"
FORMAT = "application/xml"


def render(result: Result) -> str:
    """`result` as one test suite; without findings it has one case, which passes."""
    told = list(notices(result))
    skipped = sum(settled(finding) for finding, _ in told)
    failures = sum(_fails(finding) for finding, _ in told)
    counts = f'tests="{max(1, len(told))}" failures="{failures}" skipped="{skipped}" errors="0"'
    suite = _value(f"{result.old.id} → {result.new.id}")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="{TOOL}" {counts}>',
        f"  <testsuite name={suite} {counts}>",
        *(line for finding, at in told for line in _case(finding, at)),
        *(['    <testcase name="no finding" classname="reconcile"/>'] if not told else []),
        "  </testsuite>",
        "</testsuites>",
    ]
    return "\n".join([*lines, ""])


def _fails(finding: Finding) -> bool:
    return finding.level is not Level.NOTE and not settled(finding)


def _case(finding: Finding, at: Spot) -> Iterator[str]:
    name, message = _value(f"{finding.id} {finding.message}"), _value(finding.message)
    place = f'file={_value(at.path)} line="{at.line}"'
    yield f"    <testcase name={name} classname={_value(finding.rule)} {place}>"
    where = f"{at.path}:{at.line}:{at.column}"
    if settled(finding):
        yield f"      <skipped message={_value(str(finding.decision.get('why') or 'settled'))}/>"
    elif _fails(finding):
        body = escape(visible(f"{where}: {finding.message}\n{finding.why}"))
        yield f'      <failure type="{finding.level.value}" message={message}>{body}</failure>'
    else:
        yield f"      <system-out>{escape(visible(f'{where}: {finding.message}'))}</system-out>"
    yield "    </testcase>"


def _value(text: str) -> str:
    return quoteattr(visible(text))
