"""The import as a page of the window, and what it is opened with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.page import Frame, Page, PageView

if TYPE_CHECKING:
    from crm_desktop.services.import_source import ImportSource
    from crm_desktop.ui.pages.importing.state import Step

IMPORT_PAGE = "import"


class Files:
    """Files to bring in, taken once: going back to the page later must not bring them in again."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = list(paths)

    def take(self) -> list[Path]:
        """Return the files the first time, nothing after that."""
        taken, self._paths = self._paths, []
        return taken


@dataclass(frozen=True)
class Scene:
    """An import to be shown at one of its steps, for pictures; nothing is written."""

    source: ImportSource
    step: Step


def import_page(shop: OpenShop) -> Page:
    """Return the page."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.importing.view import ImportView

        return ImportView(frame, shop)

    title = _T("Pages", "Import customers")
    return Page(IMPORT_PAGE, title, "upload", make, parent="customers", scenes=_scenes, topic="import")


def _scenes() -> Mapping[str, object]:
    """Return the import of an invented table, step by step."""
    from crm_desktop.services.import_source import ImportSource
    from crm_desktop.ui.pages.importing.state import Step

    source = ImportSource(text="\n".join("\t".join(row) for row in _SAMPLE))
    shown = (Step.FILE, Step.KIND, Step.COLUMNS, Step.CLEAN, Step.MATCH, Step.DRY_RUN)
    return {f"{number}-{step}": Scene(source, step) for number, step in enumerate(shown, start=1)}


_SAMPLE = (
    ("会员姓名", "手机", "性别", "生日", "会员卡号", "积分", "备注"),
    ("王小明", "138 0000 1234", "先生", "1990.5.3", "A1001", "120", "喜欢龙井"),
    ("李　娜", "１３９１１１１２２２２", "女士", "1985-02-14", "A1002", "80", ""),
    ("陈建国", "13622334455", "男", "农历八月十五", "A1003", "1560", "老客户"),
    ("Sarah Thompson", "+44 20 7946 0958", "女", "", "A1004", "0", "海外"),
    ("赵敏", "13755667788", "女", "1985-02-30", "A1005", "5", ""),
    ("孙丽", "133 1212 3434", "女", "1992/7/1", "A1006", "430", "生日送茶"),
)
"""Invented customers, with what such tables have: full-width digits, days in every form, one that does not exist."""
