"""A standing report for sharing: what is small in it, and what would give that away, is taken out before it is shown.

So page, paper and files say the same, and no sentence beside a table is made of a number that is hidden.
"""

from agency.models import Agency
from reports.board import as_pdf
from reports.kinds import Counted
from reports.report import Report
from reports.suppression import hide, is_small

WORD = "sharing"  # in the address
ON_PAPER = 60  # rows of a table
LONG = 12  # of a table with more rows, those of which nothing can be shown are only counted


def counted(kind, found):
    """A count without its small numbers; it leads to nobody."""
    content = without_small(kind, found.as_content(), found.behind)
    return Counted(content.pop("figures"), {}, content)


def on_paper(report):
    """Paper leaves the building: whatever was chosen, it is the copy for sharing."""
    content = report.content
    if "hidden" not in content:
        content = without_small(report.kind, content, report.behind)
    paper = Report(
        kind=report.kind, content=content, period=report.period, where=report.where, as_of=report.as_of,
        scope=report.scope,
    )  # fmt: skip
    paper.most = ON_PAPER
    return as_pdf(paper)


def without_small(kind, content, behind):
    """The content of a report without its small numbers; `behind` is how many families stand behind other numbers."""
    agency = Agency.objects.first()
    smallest = agency.small_cell if agency else 5
    told = {figure: n for figure, n in content["figures"].items() if kind.tells_of_people(figure)}
    few = {figure for figure, families in behind.items() if figure in told and is_small(families, smallest)}
    hidden = hide(told, kind.sums(content), smallest, too=few)
    hidden |= kind.following(content, hidden)
    figures = {figure: n for figure, n in content["figures"].items() if figure not in hidden}
    rows, left_out = {}, {}
    for block in kind.blocks:
        there = content["rows"][block.code]
        rows[block.code] = [row for row in there if len(there) <= LONG or _says(block, row, content["figures"], hidden)]
        left_out[block.code] = len(there) - len(rows[block.code])
    return content | {
        "figures": figures, "rows": rows, "hidden": sorted(hidden), "left_out": left_out, "smallest": smallest
    }  # fmt: skip


def _says(block, row, figures, hidden):
    """Something can be shown in this row: a number that stands, or nothing but zeros."""
    codes = [f"{block.code}.{row}.{column}" for column, measure in block.columns.items() if measure.tells_of_people]
    return not hidden.intersection(codes) or any(figures[code] for code in codes if code not in hidden)
