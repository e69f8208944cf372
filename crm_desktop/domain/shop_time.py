"""The shop's own clock: its zone, and the hour at which its day begins."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from crm_desktop.base.records import dataclass


@dataclass(frozen=True)
class ShopTime:
    """Turns moments into the shop's days. `day_starts_at` is an hour: what happens before it is still yesterday's."""

    zone: tzinfo
    day_starts_at: int = 4
    opens_at: int = 9

    def day_of(self, moment: datetime) -> date:
        """Return the shop's day that an aware moment belongs to."""
        return (moment.astimezone(self.zone) - timedelta(hours=self.day_starts_at)).date()

    def local(self, moment: datetime) -> datetime:
        """Return an aware moment as the shop's clock shows it, without a zone."""
        return moment.astimezone(self.zone).replace(tzinfo=None)

    def opening(self, day: date) -> datetime:
        """Return when the shop opens on a day, by its own clock, without a zone."""
        return datetime.combine(day, time(self.opens_at))
