"""Which place of the guide tells of what has the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from crm_desktop.services.user_guide import FIRST
from crm_desktop.ui.widgets.page_stack import PageStack

PLACES = {
    "wizard": "import",
    "wizard.file": "import#file",
    "wizard.kind": "import#kind",
    "wizard.columns": "import#columns",
    "wizard.split": "import#columns",
    "wizard.join": "import#columns",
    "wizard.constant": "import#columns",
    "wizard.clean": "import#tidy",
    "wizard.match": "import#match",
    "wizard.dry_run": "import#check",
    "wizard.result": "import#result",
    "chooseFile": "import#file",
    "filterDialog": "find#filter",
    "columnChooser": "find#columns",
    "bulkDialog": "find#many",
    "askName": "find#views",
    "fieldsDialog": "record#fields",
    "consent": "privacy#consent",
    "followUpEditor": "follow-ups#plan",
    "scopeDialog": "follow-ups#series",
    "editor.repeat": "follow-ups#series",
    "plansDialog": "follow-ups#plans",
    "startPlan": "follow-ups#plans",
    "cadencesDialog": "follow-ups#touch",
    "handOverDialog": "follow-ups#late",
    "spreadDialog": "follow-ups#late",
    "closeDialog": "follow-ups#late",
    "kindsDialog": "follow-ups#plan",
    "reminders": "follow-ups#reminders",
    "bringCalendar": "calendar#others",
    "holidaysDialog": "calendar#holidays",
    "bringHolidays": "calendar#holidays",
    "saleDialog": "till#sale",
    "slipDialog": "till#slip",
    "refundDialog": "till#refund",
    "voidDialog": "till#void",
    "methodsDialog": "till#methods",
    "stockDialog": "till#catalogue",
    "counterStrip": "till#strip",
    "takings.close": "takings#close",
    "takings.cashSheet": "takings#cash",
    "takings.correctSheet": "takings#close",
    "topUp": "balances#top-up",
    "withdraw": "balances#top-up",
    "useVisit": "balances#visits",
    "sellCard": "balances#visits",
    "redeem": "balances#rewards",
    "issueCoupon": "balances#coupons",
    "setTier": "balances#correct",
    "adjust": "balances#correct",
    "memberCard": "balances#cards",
    "statement": "balances#statement",
    "checkStatement": "balances#statement",
    "loyalty.points": "loyalty#points",
    "loyalty.tiers": "loyalty#tiers",
    "loyalty.stored": "loyalty#stored",
    "loyalty.cards": "loyalty#cards",
    "loyalty.rewards": "loyalty#rewards",
    "loyalty.coupons": "loyalty#coupons",
    "loyalty.occasions": "loyalty#occasions",
    "loyalty.try": "loyalty#try",
    "loyalty.owed": "loyalty#owed",
    "giveCoupons": "loyalty#coupons",
    "earlierRules": "loyalty#change",
    "takeApartDialog": "duplicates#apart",
    "exportDialog": "export",
    "exportDialog.layouts": "export#layouts",
    "askPin": "staff#pin",
    "setPin": "staff#pin",
    "forgottenPin": "staff#forgotten",
    "restoreDialog": "backups#restore",
    "passwordDialog": "password#set",
    "recoveryDialog": "password#recovery",
    "keysDialog": "password",
    "rekeyDialog": "password#leaked",
    "locked": "password#forgotten",
    "mendDialog": "damage#mend",
    "openFault": "damage",
    "asItWas": "history#as-it-was",
    "eraseDialog": "privacy#erase",
    "personCopyDialog": "privacy#copy",
    "shortcutSheet": "shortcuts",
    "palette": "shortcuts#palette",
    "crashDialog": "trouble#mistake",
    "aboutDialog": "trouble#report",
    "firstRun": "start#first",
}
"""The place for what is called so, and for whatever lies in it: "wizard.file" holds "wizard.file.paste"."""


def topic_at(widget: QWidget | None) -> str:
    """Return the place for a widget: that of the nearest around it that has one, else of the page in sight."""
    while widget is not None:
        if place := place_of(widget.objectName()):
            return place
        if isinstance(widget, PageStack):
            return widget.topic or FIRST
        stack = widget.findChild(PageStack) if widget.isWindow() else None
        if isinstance(stack, PageStack):
            return stack.topic or FIRST
        widget = widget.parentWidget()
    return FIRST


def place_of(name: str) -> str:
    """Return the place for a widget's name, by itself or by what it begins with; "" where there is none."""
    while name:
        if name in PLACES:
            return PLACES[name]
        name = name.rpartition(".")[0]
    return ""
