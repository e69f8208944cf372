"""The customers page's widget: joins state, loader, table, tabs, filters and the detail pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication

from crm_desktop.base.declared_settings import COMPLETENESS, CURRENCY, MASK_PHONES
from crm_desktop.base.records import dataclass
from crm_desktop.base.settings import Setting
from crm_desktop.base.text import _T
from crm_desktop.domain.fields import Field, all_fields
from crm_desktop.domain.filters import EVERYONE, Group, filter_from_json, filter_to_json
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.query import Selection
from crm_desktop.services import read_customers
from crm_desktop.services.read_customers import Lookups
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Verb
from crm_desktop.ui.clipboard import copy_for_a_moment
from crm_desktop.ui.models.customer_model import CustomerModel
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.customer.page import Visit
from crm_desktop.ui.pages.customers.delegate import CellDelegate
from crm_desktop.ui.pages.customers.detail import MakePane
from crm_desktop.ui.pages.customers.editors import CellEditors, filter_choices
from crm_desktop.ui.pages.customers.empty import NewCustomer, WaysOut, explain
from crm_desktop.ui.pages.customers.filter_words import filter_words
from crm_desktop.ui.pages.customers.headings import Headings
from crm_desktop.ui.pages.customers.layout import PageLayout
from crm_desktop.ui.pages.customers.loading import Count, ListLoader
from crm_desktop.ui.pages.customers.many import Export, First, ManyActions
from crm_desktop.ui.pages.customers.state import ALL, ListState, Place, layouts_from_text, layouts_to_text
from crm_desktop.ui.pages.customers.table import CustomerTable, Kept
from crm_desktop.ui.pages.customers.verbs import NOT_IN_BIN, list_verbs
from crm_desktop.ui.pages.customers.view_actions import ViewActions
from crm_desktop.ui.showing import Showing

RECORD_PAGE = "customer"
_LOOKUPS = "customers.lookups"
_PANE_MS = 120
_PANE_TYPING_MS = 250
"""Who is found is shown beside the list when nobody types on: filling the pane would keep the next key waiting."""
_COUNT_MS = 20
"""That there are more is said when the first rows are painted: the line it stands in is laid out anew for it."""
_LAYOUTS = "customers/layouts"
_CHOSEN_FROM = frozenset({"tag", "customer_tag", "custom_field", "person"})
_OF_CUSTOMERS = frozenset(
    {"customer", "customer_tag", "contact_point", "custom_value", "important_date", "interaction", "consent"}
)


@dataclass(frozen=True)
class Parts:
    """What the assembler lends the page; see `customers_page`."""

    make_pane: MakePane | None = None
    new_customer: NewCustomer | None = None
    export: Export | None = None
    first: First | None = None


class CustomersView(PageView):
    """The page."""

    def __init__(self, frame: Frame, workplace: Workplace, parts: Parts) -> None:
        super().__init__(frame)
        self._workplace = workplace
        self._parts = parts
        self._lookups = Lookups((), (), (), ())
        self._count = Count(0)
        self._kept: Kept | None = None
        self._is_whole = False
        self.state = ListState(layouts=layouts_from_text(str(frame.memory.value(_LAYOUTS) or "")))
        self.state.go(ALL)
        self.model = CustomerModel(self)
        self._editors = CellEditors()
        self._delegate = CellDelegate(frame.theme, self._editors, self)
        self.table = CustomerTable(self.model, self._delegate, frame.theme)
        self._headings = Headings(self.table, self.state)
        self._loader = ListLoader(workplace, frame.work, self.model)
        self.many = ManyActions(self, self, frame, workplace, export=parts.export, first=parts.first)
        pane = parts.make_pane(frame, workplace) if parts.make_pane else None
        self._pane = pane
        self.layout_ = PageLayout(self, frame, self.table, pane, self.many.buttons())
        self.views = ViewActions(self, frame, workplace, self.state, self.layout_.tabs)
        self._pane_timer = QTimer(self, singleShot=True, interval=_PANE_MS)
        self._count_timer = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._listen()
        self._show_columns()
        self.ask()

    # what the frame asks

    def verbs(self) -> Sequence[Verb]:
        """Return the verbs of the list."""
        return list_verbs(self)

    def open(self, argument: object) -> None:
        """Search for a text, or stand on a customer."""
        if isinstance(argument, str):
            self.layout_.search.set_query(argument)
        elif isinstance(argument, int):
            self.table.show_customer(argument)

    def refresh(self, changes: object | None) -> None:
        """Ask again for what changed."""
        known = changes if isinstance(changes, ChangeSet) else None
        entities = known.entities if known else None
        if entities is None or entities & _CHOSEN_FROM:
            self._read_lookups()
        if entities is None or "saved_view" in entities:
            self.views.read()
        if self._pane is not None:
            self._pane.refresh(known)
        ids = known.customer_ids if known and known.entities <= _OF_CUSTOMERS else None
        if entities and entities <= {"saved_view", "setting"}:
            return
        self.model.make_stale(ids)
        self._loader.ask_again()
        self.views.recount_soon()

    def customer_in_sight(self) -> int | None:
        """Return the customer of the row with the keyboard."""
        return self.table.current_id()

    def focus_search(self) -> bool:
        """Put the keyboard in the search field, over what is there."""
        self.layout_.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.layout_.search.selectAll()
        return True

    def focus_first(self) -> None:
        """Put the keyboard in the list, or in the search field of an empty one."""
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.layout_.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def showing(self) -> Showing:
        """Return what the list shows, for an export."""
        several = self.table.selected_count() > 1
        title = self.state.view.name if self.state.view else ""
        return Showing(self._loader.query, self.columns(), self.selection() if several else None, title)

    def save_state(self) -> dict[str, object]:
        """Return view, text, filter and the chosen row."""
        return {
            "place": self.state.place,
            "text": self.layout_.search.text(),
            "filter": filter_to_json(self.state.filter),
            "current": self.table.current_id(),
            "pane": self._pane.save_state() if self._pane else {},
        }

    def restore_state(self, state: dict[str, object]) -> None:
        """Take back what `save_state` returned."""
        place, text, kept, current = state["place"], str(state["text"]), str(state["filter"]), state["current"]

        def arrive() -> None:
            if place != ALL and isinstance(place, int | str):
                self.go(place)
                self.layout_.tabs.choose(place)
            self.state.filter = filter_from_json(kept)
            self._show_filter()
            self.ask(([current], current, 0, False) if isinstance(current, int) else None)

        self.layout_.search.set_query(text)
        self.views.when_loaded(arrive)
        pane = state.get("pane")
        if self._pane is not None and isinstance(pane, dict):
            self._pane.restore_state(pane)

    # what the actions on many ask

    def selection(self) -> Selection:
        """Return the selected customers."""
        return self.table.selection(self._loader.query)

    def everyone(self) -> Selection:
        """Return everybody in the list."""
        return Selection(query=self._loader.query)

    def selected_count(self) -> int:
        """Return how many customers are selected."""
        return self.table.selected_count()

    def first_selected(self, most: int) -> list[int]:
        """Return the first selected customers in the order of the list."""
        return self.table.selected_ids(most)

    def lookups(self) -> Lookups:
        """Return what can be chosen from."""
        return self._lookups

    def fields(self) -> tuple[Field, ...]:
        """Return every field."""
        return self.state.fields

    def columns(self) -> tuple[str, ...]:
        """Return the keys of the columns in sight."""
        return tuple(key for key, _ in self._headings.columns())

    # what the user does

    def ask(self, kept: Kept | None = None) -> None:
        """Show the list the state speaks of; `kept` rows stay chosen in it."""
        self._kept = kept
        self._pane_timer.stop()
        self._delegate.mark(self.state.text)
        self._headings.show_order()
        settings = self.frame.settings
        self._loader.use_columns(self.model.fields, settings.get(MASK_PHONES), settings.get(CURRENCY))
        self._loader.ask(self.state.query(), self.table.rows_in_sight())

    def search(self, text: str) -> None:
        """Search while the user types."""
        self.state.type_text(text)
        self.ask()

    def go(self, place: Place) -> None:
        """Go to another view."""
        self.state.go(place, self.views.view_at(place))
        self.table.choose([], None)
        for verb in NOT_IN_BIN:
            self.frame.verbs.set_enabled(verb, not self.state.in_bin)
        self.frame.verbs.set_enabled("list.restore", self.state.in_bin)
        self._show_columns()
        self._show_filter()
        self.ask()

    def use_filter(self, filter_: Group) -> None:
        """Filter the list."""
        self.state.filter = filter_
        self._show_filter()
        self.ask()

    def order_by(self, key: str) -> None:
        """Order by a column."""
        if self.state.click_heading(key):
            self._remember()
            self.ask(self.table.kept())

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show these columns."""
        kept = self.table.kept()
        self.state.show_columns(keys)
        self._remember()
        self._show_columns()
        self.ask(kept)

    def open_record(self, customer_id: int) -> None:
        """Open the full record; the order of the list leads on to the next."""
        self.frame.navigator.open(RECORD_PAGE, Visit(customer_id, self.model.ids))

    def open_filter(self) -> None:
        """Open the filter builder on the filter in force."""
        from crm_desktop.ui.pages.customers.filter_dialog import FilterDialog

        lookups = self._lookups
        place, fields, shown = self._workplace, self.state.fields, self.state.filter
        choices_of = lambda field: filter_choices(field, lookups)  # noqa: E731
        dialog = FilterDialog(self, self.frame, place, fields=fields, choices_of=choices_of, filter_=shown)
        dialog.applied.connect(self.use_filter)
        dialog.saving.connect(self._save_filter)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_gaps(self) -> None:
        """Open the ready filters for what is missing."""
        from crm_desktop.ui.pages.customers.gaps import GapMenu

        GapMenu(self, self.frame, self._workplace, self.use_filter).open_at(self.layout_.under_gaps())

    def open_columns(self) -> None:
        """Open the column chooser."""
        from crm_desktop.ui.pages.customers.column_chooser import ColumnChooser

        chooser = ColumnChooser(self, self.frame.theme, self.state.all_fields(), self.columns())
        chooser.accepted.connect(lambda: self.show_columns(chooser.keys()))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def copy_phone(self) -> None:
        """Copy the phone of the current customer."""
        customer_id = self.table.current_id()
        cells = self.model.cells(customer_id) if customer_id is not None else None
        phone = cells.values.get("phone") if cells else None
        if phone:
            copy_for_a_moment(str(phone))
            self.frame.notices.toast(_T("Customers", "Copied: {phone}").format(phone=phone))

    def log_contact(self) -> None:
        """Begin to log a contact with the current customer, in the pane."""
        if self._pane is not None and self.table.current_id() is not None:
            if not self.layout_.is_pane_shown():
                self.layout_.toggle_pane()
            self._show_in_pane()
            self._pane.begin_log()

    def toggle_pane(self) -> None:
        """Show or hide the detail pane."""
        self.layout_.toggle_pane()
        self._show_in_pane()

    # inside

    def _listen(self) -> None:
        parts = self.layout_
        parts.search.asked.connect(self.search)
        parts.search.left_down.connect(self._into_list)
        parts.search.entered.connect(self._open_first)
        parts.tabs.picked.connect(self.go)
        parts.filters.remove.connect(self._remove_filter)
        parts.filters.edit.connect(lambda _key: self.open_filter())
        parts.filters.cleared.connect(lambda: self.use_filter(EVERYONE))
        self._headings.clicked.connect(self.order_by)
        self._headings.arranged.connect(self._arranged)
        self._headings.shown.connect(self.show_columns)
        self._headings.more.connect(self.open_columns)
        self.table.opened.connect(self.open_record)
        self.table.typed.connect(self._type_on)
        self.table.left_up.connect(self.focus_search)
        self.table.menu_wanted.connect(self._show_menu)
        self.table.chosen.connect(self._selection_changed)
        self.table.moved.connect(self._follow)
        self._pane_timer.timeout.connect(self._show_in_pane)
        self._count_timer.timeout.connect(self._say_count)
        self.model.edited.connect(self._edit)
        self._loader.is_in_use = self.table.is_editing
        self._loader.stays = self._stays_on_first
        self._loader.before_reset = self.table.kept
        self._loader.after_reset = self.table.bring_back  # type: ignore[assignment]
        self._loader.shown.connect(self._list_shown)
        self._loader.counted.connect(self._counted)
        self.destroyed.connect(self.frame.settings.follow(self._setting_changed))

    def _show_columns(self) -> None:
        fields = [self.state.field_of(key) for key, _ in self.state.columns]
        self.model.set_fields(fields, editable=not self.state.in_bin)
        self._delegate.show_fields(self.model.fields)
        self._headings.place()

    def _stays_on_first(self) -> bool:
        return self._kept is None and self.table.is_on_first()

    def _list_shown(self) -> None:
        if self._kept is None:
            self.table.stand_on_first()
        else:
            self._choose_kept()
        self.table.executeDelayedItemsLayout()  # left to Qt, the rows are painted, then laid out and painted again
        self._pane_timer.start(_PANE_TYPING_MS if self.layout_.search.hasFocus() else _PANE_MS)

    def _read_the_rest(self) -> None:
        """Read what the list can do without, once it is whole for the first time: choices, views, counts."""
        if not self._is_whole:
            self._is_whole = True
            self._read_lookups()
            self.views.read()

    def _choose_kept(self) -> None:
        """Choose again what was chosen; what is not on the first screen, when the whole list is there."""
        if self._kept is None or self.table.currentIndex().isValid():
            return
        ids, current, *_ = self._kept
        if current is None or self.model.row_of(current) is not None:
            self.table.choose(ids, current)
            self._kept = None

    def _counted(self, count: Count) -> None:
        self._count = count
        self.table.grew()
        self._choose_kept()
        if not count.more:
            self._kept = None
            self.table.stand_on_first()
            self._read_the_rest()
        if count.more:
            self._count_timer.start()
        else:
            self._say_count()
        if count.number == 0 and not count.more:
            ways = WaysOut(self._parts.new_customer, self.layout_.search.clear, self._everybody, self._search_everybody)
            explain(self.layout_.empty, self.state, self.frame.verbs, ways)
        self.layout_.show_empty(empty=count.number == 0 and not count.more)

    def _say_count(self) -> None:
        self._count_timer.stop()
        number = self._count.number
        if self._count.more:
            text = _T("Customers", "more than %n", None, number).replace(str(number), f"{number:,}")
        else:
            text = _T("Customers", "%n customer(s)", None, number).replace(str(number), f"{number:,}", 1)
        if not self.state.text and self._count.more:
            text = ""
        self.layout_.say_count(text)
        if not self.state.text and not self.state.filter and self.state.place == ALL and not self._count.more:
            self.layout_.tabs.say_number(ALL, number)

    def _selection_changed(self) -> None:
        chosen = self.table.selected_count()
        if self.table.is_everything() and self._count.more:
            text = _T("Selection", "more than %n selected", None, chosen)
        else:
            text = _T("Selection", "%n selected", None, chosen)
        self.layout_.show_selection(text.replace(str(chosen), f"{chosen:,}"), chosen > 1, in_bin=self.state.in_bin)

    def _follow(self) -> None:
        self._pane_timer.start(_PANE_MS)

    def _show_in_pane(self) -> None:
        if self._pane is None or not self.layout_.is_pane_shown():
            return
        at_work = QApplication.focusWidget()
        self._pane.show_customer(self.table.current_id())
        if at_work is not None and at_work is not QApplication.focusWidget():
            at_work.setFocus(Qt.FocusReason.OtherFocusReason)  # the pane follows; it never takes the keyboard away

    def _show_filter(self) -> None:
        own = self.state.filter.parts if self.state.view is None or self.state.is_changed() else ()
        chips = [(number, filter_words(part, self.state.field_of)) for number, part in enumerate(own)]
        self.layout_.filters.set_filters(chips)
        self.layout_.light_filter(on=bool(self.state.filter))

    def _remove_filter(self, number: object) -> None:
        parts = self.state.filter.parts
        self.use_filter(Group(self.state.filter.joined, tuple(p for i, p in enumerate(parts) if i != number)))

    def _save_filter(self, filter_: Group) -> None:
        self.use_filter(filter_)
        self.views.ask_save()

    def _everybody(self) -> None:
        self.layout_.tabs.choose(ALL)
        self.go(ALL)

    def _search_everybody(self) -> None:
        self._everybody()

    def _arranged(self, columns: object) -> None:
        self.state.arrange(columns)  # type: ignore[arg-type]
        fields = [self.state.field_of(key) for key, _ in self.state.columns]
        self._remember()
        if [field.key for field in fields] != [field.key for field in self.model.fields]:
            kept = self.table.kept()
            self._show_columns()
            self.ask(kept)

    def _remember(self) -> None:
        self.frame.memory.setValue(_LAYOUTS, layouts_to_text(self.state.layouts))

    def _into_list(self) -> None:
        self.table.stand_on_first()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_first(self) -> None:
        self.table.stand_on_first()
        customer_id = self.table.current_id()
        if customer_id is not None and self._loader.query.text == self.state.text:
            self.open_record(customer_id)

    def _type_on(self, text: str) -> None:
        self.layout_.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.layout_.search.insert(text)

    def _show_menu(self, place: QPoint) -> None:
        ids = ["list.restore"] if self.state.in_bin else ["list.open", "list.edit", "list.copy_phone"]
        if not self.state.in_bin:
            ids += ["", "till.sell", "list.tag", "list.change", "list.plan"]
            ids += ["", "list.merge", "go.duplicates", "", "list.delete"]
        self.frame.verbs.context_menu(
            [found for found in ids if not found or self.frame.verbs.is_known(found)], self
        ).popup(place)

    def _edit(self, customer_id: int, key: str, value: object) -> None:
        from crm_desktop.services.change_cell import change_cell

        workplace = self._workplace

        def refused(fault: object) -> None:
            self.model.make_stale([customer_id])
            self.frame.notices.tell_fault(fault)  # type: ignore[arg-type]

        self.frame.work.write(lambda: change_cell(workplace, customer_id, key, value), on_fault=refused)

    def _read_lookups(self) -> None:
        workplace = self._workplace
        self.frame.work.read(
            lambda: read_customers.lookups_for_editing(workplace),
            self._take_lookups,
            group=_LOOKUPS,
            patient=True,
            can_wait=True,
        )

    def _take_lookups(self, lookups: Lookups) -> None:
        self._lookups = lookups
        self._editors.use_lookups(lookups)
        fields = all_fields(lookups.fields)
        self.state.use_fields(fields)
        if [self.state.field_of(key) for key, _ in self.state.columns] != list(self.model.fields):
            kept = self.table.kept()
            self._show_columns()
            self.ask(kept)

    def _setting_changed(self, setting: Setting[str] | Setting[int] | Setting[bool]) -> None:
        if setting.key in (MASK_PHONES.key, CURRENCY.key, COMPLETENESS.key):
            kept = self.table.kept()
            self._show_columns()
            self.ask(kept)
