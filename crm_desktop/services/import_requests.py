"""What a child needs to know to read a user's file: the source, the shop's own settings, fields and habits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from crm_desktop.base.declared_settings import CURRENCY, DAY_STARTS_AT, OPENS_AT, PHONE_COUNTRY, TIME_ZONE
from crm_desktop.base.zones import zone_of
from crm_desktop.domain.money import places_of
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol
from crm_desktop.exchange.plan import ImportPlan
from crm_desktop.exchange.rows import RowCleaner
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.shop_settings import read_settings
from crm_desktop.services.watch_database import refuse_without_room
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.custom_values import all_fields
from crm_desktop.store.import_memory import memories


def read_request(
    workplace: Workplace,
    source: ImportSource,
    plan: ImportPlan | None,
    staging: Path | None = None,
    kind: str = "customers",
) -> protocol.ReadRequest:
    """Return the request to read a source by a plan, or by the program's own proposal, into a staging file.

    `kind` is what the rows are taken for where there is no plan.
    """
    workplace.require(Right.IMPORT)
    refuse_without_room(workplace.store)
    settings = read_settings(workplace)
    with workplace.store.read() as connection:
        fields = all_fields(connection)
        memory = {} if plan else memories(connection)
    return protocol.ReadRequest(
        path=str(source.path or source.name),
        staging=str(staging or ""),
        plan=plan.to_json() if plan else None,
        zone=str(settings.get(TIME_ZONE.key, TIME_ZONE.default)),
        region=str(settings.get(PHONE_COUNTRY.key, PHONE_COUNTRY.default)),
        fields=tuple(asdict(field) for field in fields),
        text=source.text,
        password=source.password,
        memory=memory,
        kind=plan.kind if plan else kind,
        day_starts_at=int(str(settings.get(DAY_STARTS_AT.key, DAY_STARTS_AT.default))),
        opens_at=int(str(settings.get(OPENS_AT.key, OPENS_AT.default))),
        minor=_minor(settings),
    )


def _minor(settings: Mapping[str, object]) -> int:
    """Return how many minor units make one of the shop's currency."""
    return int(10 ** places_of(str(settings.get(CURRENCY.key, CURRENCY.default))))


def as_source(source: ImportSource | Path) -> ImportSource:
    """Return a source for a plain path too."""
    return source if isinstance(source, ImportSource) else ImportSource(source)


def row_cleaner(workplace: Workplace, plan: ImportPlan) -> RowCleaner:
    """Return what cleans single rows here, as the child cleans a whole file."""
    workplace.require(Right.IMPORT)
    settings = read_settings(workplace)
    with workplace.store.read() as connection:
        fields = {field.name.casefold(): field for field in all_fields(connection)}
    zone = zone_of(str(settings.get(TIME_ZONE.key, TIME_ZONE.default)))
    region = str(settings.get(PHONE_COUNTRY.key, PHONE_COUNTRY.default))
    return RowCleaner(plan, zone, region, fields, _minor(settings))
