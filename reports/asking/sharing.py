"""A table for sharing: what is small in it, and what would give that away, is hidden."""

from agency.models import Agency
from reports.asking import words
from reports.asking.counting import ALL, BETWEEN, Question
from reports.suppression import hide, is_small

MOST_TO_WORK_OUT = 150  # cells of a table for sharing whose totals may stand: beyond it they are left out


def hide_small(said, numbers):
    """Take out of an answer, and its numbers of families, what is small and what would give that away."""
    agency, question = Agency.objects.first(), Question.of(said)
    smallest = agency.small_cell if agency else 5
    down, across = ([key for key, _name in said[side]] for side in ("down", "across"))
    hidden = {figure for figure, n in numbers.items() if is_small(n, smallest)}
    if question.measure in (words.FAMILIES, words.SHARE) and len(down) * max(1, len(across)) <= MOST_TO_WORK_OUT:
        hidden |= hide(_all(question, numbers, down, across), _sums(question, down, across), smallest)
    elif hidden:
        hidden |= {figure for figure in numbers if _is_total(question, figure)}
    said["hidden"] = sorted({*said["hidden"], *hidden})
    for figure in hidden:
        numbers.pop(figure, None)
        said["values"].pop(figure, None)


def _is_total(question, figure):
    _population, _rows, row, _columns, column, _measure = figure.split(BETWEEN)
    return row == ALL or bool(question.columns and column == ALL)


def _all(question, families, down, across):
    every = [question.figure(row, column) for row in [*down, ALL] for column in [*across, ALL]]
    return {figure: families.get(figure, 0) for figure in every}


def _sums(question, down, across):
    """Totals and their parts, where they add up: a family in two cells makes them differ, and nothing follows."""
    by_row = [(question.figure(row, ALL), [question.figure(row, one) for one in across]) for row in [*down, ALL]]
    by_column = [
        (question.figure(ALL, column), [question.figure(one, column) for one in down]) for column in [*across, ALL]
    ]
    return (by_row if across else []) + by_column
