"""The customer's picture: pressing it offers another one, or none; an image can be dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QSizePolicy, QToolButton

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.keep_files import read_file, set_photo
from crm_desktop.ui.notices import Level
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.pages.customer.pictures import thumbnail_png
from crm_desktop.ui.widgets.avatar import Avatar
from crm_desktop.ui.widgets.named import named

IMAGES = "*.png *.jpg *.jpeg *.webp *.gif *.bmp"


class PhotoButton(QToolButton):
    """Round, with a menu."""

    def __init__(self, model: RecordModel, factor: float) -> None:
        super().__init__()
        named(self, "photo", _T("Header", "Photo"))
        self.setToolTip(_T("Header", "Change the photo"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAcceptDrops(True)
        self._model = model
        self.avatar = Avatar(model.frame.theme, factor)
        self.avatar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        box = QHBoxLayout(self)
        box.setContentsMargins(3, 3, 3, 3)
        box.addWidget(self.avatar)
        self._fill_menu()
        model.changed.connect(self._show)
        model.frame.theme.changed.connect(self._resize)
        self._resize()

    def use_file(self, path: Path) -> None:
        """Take a file as the photo; one that is no image is told."""
        place = self._model.workplace

        def job(customer_id: int) -> ChangeSet:
            content = read_file(path)
            png = thumbnail_png(content)
            if png is None:
                raise Fault(FaultKind.VALUE_INVALID, field="photo", value=path.name, reason="not_a_picture")
            return set_photo(place, customer_id, content, png)

        self._model.save(job, lambda sentence: self._model.frame.notices.say(sentence, Level.WARNING, key="photo"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one image."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and f"*{Path(urls[0].toLocalFile()).suffix.lower()}" in IMAGES.split():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Use what is dropped."""
        self.use_file(Path(event.mimeData().urls()[0].toLocalFile()))
        event.acceptProposedAction()

    def _fill_menu(self) -> None:
        menu, theme = named(QMenu(self), "photo.menu"), self._model.frame.theme
        choose = QAction(theme.icon("image"), _T("Header", "Choose a photo …"), menu)
        choose.setObjectName("photo.choose")
        choose.triggered.connect(self._ask)
        self._remove = QAction(theme.icon("trash-2"), _T("Header", "Remove the photo"), menu)
        self._remove.setObjectName("photo.remove")
        self._remove.triggered.connect(self._take_away)
        menu.addAction(choose)
        menu.addAction(self._remove)
        self.setMenu(menu)

    def _ask(self) -> None:
        dialog = QFileDialog(self, _T("Header", "Choose a photo"))
        dialog.setObjectName("photo.dialog")
        dialog.setNameFilter(_T("Header", "Pictures ({endings})").format(endings=IMAGES))
        dialog.fileSelected.connect(lambda name: self.use_file(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _take_away(self) -> None:
        place = self._model.workplace
        self._model.save(lambda customer_id: set_photo(place, customer_id, None, None))

    def _resize(self) -> None:
        side = self.avatar.sizeHint().width() + 6
        self.setFixedSize(side, side)

    def _show(self) -> None:
        record = self._model.record
        if record is None:
            return
        png = record.pictures.get(record.customer.photo_sha256 or "")
        photo = QPixmap()
        if png:
            photo.loadFromData(png)
        self.avatar.set_person(record.customer.name, photo if png else None)
        self._remove.setEnabled(record.customer.photo_sha256 is not None)
