"""The one HTML page that report and review share: templates, styles and scripts in, one text out.

The page stands alone: styles and scripts are inside it, each allowed by its hash in a strict
Content-Security-Policy, and nothing is fetched. Whatever a document says is escaped by Jinja and passes
through the filter `shown`, which also prints steering characters instead of obeying them.
"""

from __future__ import annotations

import json
import pkgutil
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from reconcile.fields import field, frozen
from reconcile.model import Json
from reconcile.report.visible import HIDDEN, name, visible
from reconcile.text.late import late

_MARKUP = late("[<>&]")
_ROOM = 24  # code points of equal text that stay on either side of what `hide equal text` folds away


@frozen(kw_only=True)
class Extra:
    """What a room above adds to the page, such as the review its controls. All empty for a plain report.

    `files` are more templates by name; `controls` (in each finding), `toolbar` (in the filter bar), `keys`
    (in the keyboard help) and `end` (before the scripts) name those to include. `styles` and `scripts` are
    texts that follow the page's own. `data` is there for the templates. `connect` says which addresses a
    script may talk to, in the words of the policy.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    controls: str | None = None
    toolbar: str | None = None
    keys: str | None = None
    end: str | None = None
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    connect: str = "'none'"
    data: Mapping[str, Json] = field(default_factory=dict)


@cache
def asset(name: str) -> str:
    """The text of a file in the folder assets; FileNotFoundError when it is not there."""
    data = pkgutil.get_data("reconcile.report", f"assets/{name}")
    if data is None:
        raise FileNotFoundError(name)
    return data.decode()


def fill(view: Mapping[str, Any], extra: Extra) -> str:
    """The page for `view`, the names that assets/page.html uses."""
    from markupsafe import Markup  # comes with jinja2, which is slow to import

    styles = (asset("page.css"), *extra.styles)
    scripts = (asset("page.js"), *extra.scripts)
    text: str = _environment(extra.files).get_template("page.html").render(
        **view,
        policy=policy(styles, scripts, extra.connect),
        styles=[Markup(style) for style in styles],
        scripts=[Markup(script) for script in scripts],
        index=Markup(embedded(view["index_data"])),
        controls=extra.controls, toolbar=extra.toolbar, keys=extra.keys, end=extra.end, extra=extra.data,
    )  # fmt: skip
    return text


def policy(styles: Iterable[str], scripts: Iterable[str], connect: str = "'none'") -> str:
    """A Content-Security-Policy that allows these inline styles and scripts and nothing else."""
    style, script = (" ".join(map(_hash, texts)) for texts in (styles, scripts))
    return (
        f"default-src 'none'; style-src {style}; script-src {script}; img-src data:; "
        f"connect-src {connect}; base-uri 'none'; form-action 'none'"
    )


def page_policy(extra: Extra) -> str:
    """The policy of the page with `extra` on it, for a server to send along."""
    styles, scripts = (asset("page.css"), *extra.styles), (asset("page.js"), *extra.scripts)
    return policy(styles, scripts, extra.connect)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def embedded(data: Json) -> str:
    """`data` as JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for pattern in (_MARKUP, HIDDEN):
        text = pattern.sub(_escape, text)
    return text


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1] if ord(match.group()) > 0x7E else f"\\u{ord(match.group()):04x}"


def gap(text: str) -> tuple[str, str, str]:
    """`text` cut in three where the middle is long enough to be folded away; else all is in the first."""
    if len(text) < 3 * _ROOM:
        return text, "", ""
    start, end = text.rfind(" ", 0, _ROOM), text.find(" ", len(text) - _ROOM)
    if start < 0 or end < 0:
        return text, "", ""
    return text[:start], text[start:end], text[end:]


def edges(text: str) -> tuple[str, str, str]:
    """The white space before, the rest, and the white space behind."""
    rest = text.lstrip()
    core = rest.rstrip()
    return text[: len(text) - len(rest)], core, rest[len(core) :]


def day(date: str) -> str:
    """A date without its time of day."""
    return date.split("T")[0]


def _environment(files: Mapping[str, str]) -> Any:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup, escape

    def load(wanted: str) -> str:
        return files[wanted] if wanted in files else asset(wanted)

    def shown(text: object) -> Markup:
        escaped = str(escape("" if text is None else str(text)))
        return Markup(HIDDEN.sub(lambda m: f'<span class="hidden">{name(m.group())}</span>', escaped))

    environment = Environment(
        autoescape=True, loader=FunctionLoader(load), undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    filters: dict[str, Callable[..., Any]] = {
        "shown": shown,
        "plain": visible,
        "gap": gap,
        "edges": edges,
        "day": day,
    }
    environment.filters.update(filters)
    return environment
