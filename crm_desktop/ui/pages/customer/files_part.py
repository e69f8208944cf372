"""Files kept with a customer: dragged in or chosen, opened, saved elsewhere, removed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Attachment
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.keep_files import attach_file, read_file, remove_file, save_file
from crm_desktop.ui.moments import short_moment
from crm_desktop.ui.notices import Level
from crm_desktop.ui.pages.customer.attach_drop import AttachDrop
from crm_desktop.ui.pages.customer.bindings import RowList
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.pages.customer.pictures import thumbnail_png
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.sign import Sign

PROGRAMS = frozenset({".exe", ".bat", ".cmd", ".com", ".scr", ".msi", ".js", ".vbs", ".ps1", ".sh", ".lnk", ".app"})
"""Endings of files that would run instead of showing something: these are only saved, never opened."""


def size_text(size: int) -> str:
    """Return a file's size for reading."""
    if size < 1024 * 1024:
        return _T("Files", "{size} KB").format(size=max(1, round(size / 1024)))
    return _T("Files", "{size} MB").format(size=f"{size / 1024 / 1024:.1f}")


class FileRow(QWidget):
    """One file."""

    def __init__(self, part: FilesPart, model: RecordModel, number: int) -> None:
        super().__init__()
        self._part, self._model = part, model
        self._file: Attachment | None = None
        theme, name = model.frame.theme, f"file.{number}"
        self.setObjectName(name)
        self.picture = named(QLabel(alignment=Qt.AlignmentFlag.AlignCenter), f"{name}.picture")
        self.sign = Sign(theme, "paperclip", "muted", 1.3)
        self.title = named(ElidedLabel(), f"{name}.name")
        self.about = named(ElidedLabel(), f"{name}.about", role="caption")
        words_ = QVBoxLayout()
        words_.setSpacing(0)
        words_.addWidget(self.title)
        words_.addWidget(self.about)
        self.open = IconButton(theme, f"{name}.open", "eye", _T("Files", "Open"))
        self.save = IconButton(theme, f"{name}.save", "download", _T("Files", "Save as …"))
        self.remove = IconButton(theme, f"{name}.remove", "trash-2", _T("Files", "Remove"))
        self.open.clicked.connect(self._open)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self.picture)
        row.addWidget(self.sign)
        row.addLayout(words_, 1)
        for button in (self.open, self.save, self.remove):
            row.addWidget(button)

    def show_file(self, file: Attachment, png: bytes | None) -> None:
        """Show a file."""
        self._file = file
        self.title.setText(file.name)
        when = short_moment(file.added_at, self._model.workplace.now())
        self.about.setText(f"{size_text(file.size)} · {when}")
        side = self._model.frame.theme.icon_side(2.2)
        pixmap = QPixmap()
        has_picture = png is not None and pixmap.loadFromData(png)
        if has_picture:
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(pixmap.scaled(side, side, keep, smooth))
        for widget, shown in ((self.picture, has_picture), (self.sign, not has_picture)):
            widget.setFixedSize(side, side)
            widget.setVisible(shown)
        self.open.setVisible(Path(file.name).suffix.lower() not in PROGRAMS)
        for button, text in (
            (self.open, _T("Files", "Open {file}")),
            (self.save, _T("Files", "Save {file} as …")),
            (self.remove, _T("Files", "Remove {file}")),
        ):
            button.say(text.format(file=file.name))

    def _open(self) -> None:
        if self._file is not None:
            self._part.open_file(self._file)

    def _save(self) -> None:
        if self._file is not None:
            self._part.ask_save(self._file)

    def _remove(self) -> None:
        file, place = self._file, self._model.workplace
        if file is not None:
            self._model.save(lambda _: remove_file(place, file.id))


class FilesPart(QWidget):
    """All files of a customer; takes files that are dragged in."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        named(self, "files", _T("Files", "Files"))
        self._model = model
        self._drop = AttachDrop(self, self.attach, self.say_over, leaves_lists=False)
        self._opened: QTemporaryDir | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        column.addLayout(lines)
        self._rows = RowList(lambda number: FileRow(self, model, number), lines.addWidget)
        self.hint = named(QLabel(wordWrap=True), "files.hint", role="muted")
        self.say_over(False)
        self.add = named(QPushButton(_T("Files", "Attach a file …")), "files.add", kind="link")
        self.add.setAutoDefault(False)
        self.add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add.clicked.connect(self._ask_attach)
        column.addWidget(self.add)
        column.addWidget(self.hint)
        column.addStretch(1)
        model.changed.connect(self._show)

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach files."""
        for path in paths:
            self._attach_one(path)

    def open_file(self, file: Attachment) -> None:
        """Put a file where the program of its kind can open it, for as long as this window is open."""
        place, folder = self._model.workplace, Path(self._folder().path()) / str(file.id)
        target = folder / Path(file.name).name
        self._model.frame.work.read(lambda: save_file(place, file, target), _open_with_system, group="files.open")

    def _folder(self) -> QTemporaryDir:
        """Return where opened files lie in the clear; gone with the program at the latest, made for the first one."""
        if self._opened is None:
            self._opened = QTemporaryDir()
            application = QCoreApplication.instance()
            if application is not None:
                application.aboutToQuit.connect(self.forget_opened)
        return self._opened

    def forget_opened(self) -> None:
        """Remove the opened files; one that another program still holds on Windows stays for the system to clear."""
        if self._opened is not None:
            self._opened.remove()
            self._opened = None

    def ask_save(self, file: Attachment) -> None:
        """Ask where to save a file."""
        dialog = QFileDialog(self, _T("Files", "Save as"), file.name)
        dialog.setObjectName("files.saveDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda target: self.save_as(file, Path(target)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save_as(self, file: Attachment, target: Path) -> None:
        """Save a file elsewhere."""
        place = self._model.workplace

        def done(path: Path) -> None:
            self._model.frame.notices.say(
                _T("Files", "Saved as {path}").format(path=path), Level.INFO, key="files.saved"
            )

        self._model.frame.work.read(lambda: save_file(place, file, target), done, group="files.save")

    def _attach_one(self, path: Path) -> None:
        place = self._model.workplace

        def job(customer_id: int) -> ChangeSet:
            content = read_file(path)
            return attach_file(place, customer_id, path.name, content, thumbnail_png(content))

        self._model.save(job)

    def _ask_attach(self) -> None:
        dialog = QFileDialog(self, _T("Files", "Attach a file"))
        dialog.setObjectName("files.attachDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.attach([Path(name) for name in names]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def say_over(self, over: bool) -> None:
        """Say what letting go will do, or what can be dragged here."""
        if over:
            self.hint.setText(_T("Files", "Let go to attach."))
        else:
            self.hint.setText(_T("Files", "Or drag files here, up to 20 MB each. They are kept encrypted."))

    def _show(self) -> None:
        record = self._model.record
        if record is None:
            return
        files = record.customer.attachments
        for row, file in zip(self._rows.show(len(files)), files, strict=True):
            assert isinstance(row, FileRow)
            row.show_file(file, record.pictures.get(file.sha256))


def _open_with_system(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
