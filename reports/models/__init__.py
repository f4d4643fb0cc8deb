from reports.models.exports import Export, ExportQuerySet
from reports.models.narrative import ReportNarrative
from reports.models.pir import PirFiledFigure, PirForm, PirItem, PirReference, PirSaid, PirWorkbook
from reports.models.run import FamiliesQuerySet, ReportFamilies, ReportRun, ReportRunQuerySet
from reports.models.saved import SavedView, ViewMail, ViewSchedule

__all__ = [
    "Export",
    "ExportQuerySet",
    "FamiliesQuerySet",
    "PirFiledFigure",
    "PirForm",
    "PirItem",
    "PirReference",
    "PirSaid",
    "PirWorkbook",
    "ReportFamilies",
    "ReportNarrative",
    "ReportRun",
    "ReportRunQuerySet",
    "SavedView",
    "ViewMail",
    "ViewSchedule",
]
