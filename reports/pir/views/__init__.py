from reports.pir.views.asked import copy, drop, form, forms, item, item_add, item_drop, mapping, numbers, use
from reports.pir.views.country_file import country_file
from reports.pir.views.filed import workbook, workbooks
from reports.pir.views.sheet import (
    country,
    freeze,
    latest,
    missing,
    one_item,
    run_item,
    said,
    sheet_file,
    worksheet,
)

__all__ = [
    "copy",
    "country",
    "country_file",
    "drop",
    "form",
    "forms",
    "freeze",
    "item",
    "item_add",
    "item_drop",
    "latest",
    "mapping",
    "missing",
    "numbers",
    "one_item",
    "run_item",
    "said",
    "sheet_file",
    "use",
    "workbook",
    "workbooks",
    "worksheet",
]
