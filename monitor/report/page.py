"""The sheet: its style, and the few pieces of HTML that a report is made of. All text is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_STYLE = """
:root { color: #1F2933; background: #F3F5F8; font: 15px/1.45 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
section { background: #fff; border: 1px solid #D5DBE2; border-radius: 10px; padding: 1rem 1.25rem;
          margin: 1rem 0; break-inside: avoid; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
p { margin: .35rem 0; } .muted { color: #5A6572; } .deviation { color: #A8430A; font-weight: 600; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #D5DBE2; }
th { color: #5A6572; font-weight: 500; } tr { break-inside: avoid; }
svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: #5A6572; }
@page { size: A4; margin: 14mm; }
@media print { :root { background: #fff; font-size: 11px; } body { margin: 0; max-width: none; padding: 0; } }
"""


class Markup(str):
    """Text that is HTML already; everything else is escaped where it is put in."""

    __slots__ = ()


def html(value: object) -> str:
    """A value as HTML: markup as it is, anything else escaped; None as an en dash."""
    if isinstance(value, Markup):
        return value
    return "–" if value is None else escape(str(value))


def paragraph(*parts: object, kind: str = "") -> Markup:
    attribute = f' class="{escape(kind)}"' if kind else ""
    return Markup(f"<p{attribute}>{''.join(html(part) for part in parts)}</p>")


def deviation(text: str) -> Markup:
    """Something that is not as it should be: colour, and always a word."""
    return Markup(f'<span class="deviation">{escape(text)}</span>')


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Markup:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join("<tr>" + "".join(f"<td>{html(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return Markup(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")


def section(title: str, *parts: Markup) -> Markup:
    return Markup(f"<section><h2>{escape(title)}</h2>{''.join(parts)}</section>")


def heading(title: str) -> Markup:
    """Above the sections that belong together."""
    return Markup(f"<h2>{escape(title)}</h2>")


def page(title: str, lead: Iterable[Markup], sections: Iterable[Markup]) -> str:
    """The whole document."""
    return ("<!doctype html>\n"
            f'<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<style>{_STYLE}</style></head>\n<body><header><h1>{escape(title)}</h1>{''.join(lead)}</header>\n"
            + "\n".join(sections) + "\n</body></html>\n")
