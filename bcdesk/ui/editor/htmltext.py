"""Blocks of a report as HTML for the clipboard, which names no font; footnotes as LibreOffice and Word know them."""

from __future__ import annotations

import html

from bcdesk.report.report import Block, Cell, Picture, Run, Table


def html_of(chosen: tuple[Block, ...]) -> str:
    """The blocks one under another, behind them the footnotes that hang in them."""
    notes: list[tuple[Run, ...]] = []
    body = "".join(_block(block, notes) for block in chosen)
    return body + "".join(_note(number, note) for number, note in enumerate(notes, 1))


def _block(block: Block, notes: list[tuple[Run, ...]]) -> str:
    if isinstance(block, Table):
        rows = "".join(f"<tr>{''.join(_cell(cell, notes) for cell in row)}</tr>" for row in block.rows)
        return f'<table border="1">{rows}</table>'
    return "" if isinstance(block, Picture) else f"<p>{''.join(_run(run, notes) for run in block.runs)}</p>"


def _cell(cell: Cell, notes: list[tuple[Run, ...]]) -> str:
    spans = f' colspan="{cell.column_span}" rowspan="{cell.row_span}" style="text-align:{cell.align}"'
    return f"<td{spans}>{''.join(_block(text, notes) for text in cell.paragraphs)}</td>"


def _run(run: Run, notes: list[tuple[Run, ...]]) -> str:
    text = _words(run)
    if not run.footnote:
        return text
    notes.append(run.footnote)
    number, name = len(notes), f"sdfootnote{len(notes)}"
    return f'{text}<a class="sdfootnoteanc" name="{name}anc" href="#{name}sym"><sup>{number}</sup></a>'


def _note(number: int, note: tuple[Run, ...]) -> str:
    name = f"sdfootnote{number}"
    back = f'<a class="sdfootnotesym" name="{name}sym" href="#{name}anc">{number}</a>'
    return f'<div id="{name}"><p class="sdfootnote">{back}{"".join(map(_words, note))}</p></div>'


def _words(run: Run) -> str:
    text = html.escape(run.text).replace("\n", "<br>")
    text = f"<b>{text}</b>" if run.bold else text
    return f"<i>{text}</i>" if run.italic else text
