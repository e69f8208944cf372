"""Settings that belong to the shop and travel with its data."""

from __future__ import annotations

import json
from collections.abc import Callable

from crm_desktop.base.declared_settings import MASK_PHONES
from crm_desktop.base.errors import Fault
from crm_desktop.base.settings import Value
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customer_tables, shop_settings


class ShopSettings:
    """The shop's settings as the window's `Settings` wants them: read once, written through the journal.

    `write` takes the job that writes: the window hands it to its writing thread.
    """

    def __init__(self, workplace: Workplace, write: Callable[[Callable[[], object]], object]) -> None:
        self._workplace = workplace
        self._write = write
        self._values = read_settings(workplace)

    def get(self, key: str) -> object:
        """Return the stored value, or None."""
        return self._values.get(key)

    def set(self, key: str, value: Value) -> None:
        """Keep a value; it counts at once, and no longer where it was refused."""
        had, before = key in self._values, self._values.get(key)
        self._values[key] = value

        def change() -> ChangeSet:
            try:
                return change_setting(self._workplace, key, value)
            except Fault:
                if had:
                    self._values[key] = before
                else:
                    self._values.pop(key, None)
                raise

        self._write(change)


def read_settings(workplace: Workplace) -> dict[str, object]:
    """Return every setting of the shop."""
    with workplace.store.read() as connection:
        return {key: json.loads(value) for key, value in shop_settings.all_settings(connection).items()}


def change_setting(workplace: Workplace, key: str, value: Value) -> ChangeSet:
    """Set one setting; nothing is written where it had the value.

    Raises Fault NOT_ALLOWED; PIN_NEEDED for what would show every number to whoever looks.
    """
    workplace.require(Right.SETTINGS, fresh=key == MASK_PHONES.key and not value)
    with workplace.unit_of_work(Kind.SETTING_SET) as work:
        stored = json.dumps(value, ensure_ascii=False)
        known = shop_settings.all_settings(work.connection)
        if key in known:
            work.update_where(customer_tables.setting, customer_tables.setting.c.key == key, {"value": stored})
        else:
            work.insert_one(customer_tables.setting, key=key, value=stored)
        return work.commit()
