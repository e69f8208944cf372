"""The shop's time zone by its name."""

import zoneinfo
from datetime import UTC, datetime

import pytest

from crm_desktop.base.zones import zone_of

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_zone_goes_by_its_name() -> None:
    assert NOON.astimezone(zone_of("Asia/Shanghai")).hour == 20


def test_a_name_that_no_zone_has_means_this_pc_and_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def none_such(name: str) -> None:
        looked.append(name)
        raise zoneinfo.ZoneInfoNotFoundError

    monkeypatch.setattr(zoneinfo, "ZoneInfo", none_such)
    zones = [zone_of("Nowhere/Once"), zone_of("Nowhere/Once")]
    assert [NOON.astimezone(zone).hour for zone in zones] == [NOON.astimezone().hour] * 2
    assert looked == ["Nowhere/Once"]
