"""The language in use: the one chosen, or the computer's; Qt's own words (OK, Cancel) come along."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from crm_desktop.base.text import use_language


def language_of(choice: str) -> str:
    """Return "zh_CN" or "en" for a choice of the language setting ("system", "zh_CN", "en")."""
    if choice != "system":
        return choice
    wanted = QLocale.system().uiLanguages()
    return "zh_CN" if wanted and wanted[0].lower().startswith("zh") else "en"


class Speaker:
    """Installs a language; the window is made anew afterwards."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._of_qt: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Use a language for every text asked for from now on, and its customs for dates and numbers."""
        use_language(language)
        QLocale.setDefault(QLocale(language if language != "en" else _english()))
        if self._of_qt is not None:
            self._application.removeTranslator(self._of_qt)
            self._of_qt = None
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self._application)
        if translator.load(f"qtbase_{language}", folder):
            self._application.installTranslator(translator)
            self._of_qt = translator


def _english() -> str:
    """Return the English the computer is set to, so that a British one keeps its dates; American otherwise."""
    system = QLocale.system()
    return system.name() if system.language() == QLocale.Language.English else "en_US"
