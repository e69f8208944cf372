"""The customers of the sample shop, one after the other, with everything that is known about each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from crm_desktop.base.clock import to_stamp
from crm_desktop.domain.customer import (
    Channel,
    ContactKind,
    ContactPoint,
    DateKind,
    ImportantDate,
    InteractionKind,
    Outcome,
    Phase,
)
from crm_desktop.domain.demo import texts
from crm_desktop.domain.demo.chance import Chance
from crm_desktop.domain.demo.contacts import Contacts
from crm_desktop.domain.demo.names import DemoName, Names

DAY = 86_400_000
SHOP_ZONE = timedelta(hours=8)
_YEARS_OPEN = 4
_BUSY_UP_TO = 20_000
"""A larger shop hears from a smaller part of its customers: a million would make millions of interactions."""


@dataclass(frozen=True)
class DemoInteraction:
    """One contact; `at` is a stamp in milliseconds, `staff` a number of a person (0 is the owner)."""

    at: int
    kind: InteractionKind
    phase: Phase | None
    outcome: Outcome | None
    text: str
    staff: int


@dataclass(frozen=True)
class DemoConsent:
    """What a customer agreed to."""

    channel: Channel
    given: bool
    at: int
    how: str
    staff: int


@dataclass
class DemoCustomer:
    """A customer of the sample shop. Other customers, staff and companies go by their number, from 0 on."""

    name: DemoName
    created_at: int
    public_id: str
    values: dict[str, str | None] = field(default_factory=dict)
    contacts: list[ContactPoint] = field(default_factory=list)
    dates: list[ImportantDate] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    consents: list[DemoConsent] = field(default_factory=list)
    interactions: list[DemoInteraction] = field(default_factory=list)
    introducer: int | None = None
    owner: int | None = None
    company: int | None = None
    household: int | None = None
    flavour: str | None = None
    grams_a_month: int | None = None
    deleted_at: int | None = None


class DemoShop:
    """Makes `size` customers from a seed; all moments lie before `now`."""

    def __init__(self, size: int, seed: int, now: datetime) -> None:
        self.size = size
        self._chance = chance = Chance(seed)
        now = now.replace(second=0, microsecond=0)
        self.now = to_stamp(now)
        local = now + SHOP_ZONE
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        self.midnight = to_stamp(midnight - SHOP_ZONE)
        self._today = local.date()
        self._year = local.year
        self.opened_at = self.midnight - _YEARS_OPEN * 365 * DAY
        self._names = Names(chance)
        self._contacts = Contacts(chance)
        self._busy = min(1.0, max(0.2, _BUSY_UP_TO / size)) if size else 1.0
        self._public_ids = Chance(seed + 1)
        self._household: _Household | None = None
        self.companies = self._draw_companies()
        self.households: list[str] = []
        self._prepare_draws()

    def customers(self) -> Iterator[DemoCustomer]:
        """Yield every customer, those who came first first."""
        for number in range(self.size):
            yield self._customer(number)

    def public_id(self) -> str:
        """Return the next public id."""
        return self._public_ids.public_id()

    @property
    def weekday(self) -> int:
        """The weekday of the shop's today, 0 is Monday."""
        return self._today.weekday()

    def day(self, ahead: int) -> str:
        """Return the day so many days from today, as text."""
        return (self._today + timedelta(days=ahead)).isoformat()

    def _prepare_draws(self) -> None:
        weighted = self._chance.weighted
        self._source, self._job = weighted(texts.SOURCES), weighted(texts.JOBS)
        self._like, self._dislike = weighted(texts.LIKES), weighted(texts.DISLIKES)
        self._dress_size, self._allergy = weighted(texts.SIZES), weighted(texts.ALLERGIES)
        self._note, self._flavour = weighted(texts.NOTES), weighted(texts.FLAVOURS)
        self._how_asked = weighted(texts.HOW_ASKED)
        self._talk = weighted([(talk[1:], talk[0]) for talk in texts.TALKS])
        self._staff = weighted(((0, 4), (1, 5), (2, 3)))
        self._trouble = weighted(zip(texts.CARD_TROUBLES, (3, 2, 5), strict=True))
        self._channel = weighted(((Channel.WECHAT, 5), (Channel.MESSAGE, 4), (Channel.PHONE, 3), (Channel.EMAIL, 1)))

    def _draw_companies(self) -> list[str]:
        wanted = min(4_000, max(6, self.size // 40))
        return list(dict.fromkeys(self._names.company() for _ in range(wanted)))

    def _customer(self, number: int) -> DemoCustomer:
        random = self._chance.random
        name = self._name(number)
        customer = DemoCustomer(name, self._came(number), self.public_id())
        customer.contacts = self._contacts.draw(name)
        self._add_household(customer)
        customer.values = self._values(customer, number)
        customer.dates = self._dates(name)
        customer.owner = self._staff() if random() < 0.88 else None
        if number and random() < 0.12:
            customer.introducer = int(random() * number)
            customer.values["source"] = "朋友介绍"
        if not name.company and not name.abroad and random() < 0.05:
            customer.company = int(random() * len(self.companies))
            customer.values["job_title"] = self._job()
        self._add_talks(customer)
        self._add_tags(customer)
        self._add_consents(customer)
        if random() < 0.004:
            customer.deleted_at = self._moment(customer.created_at, 60)
        return customer

    def _name(self, number: int) -> DemoName:
        if number and self._household is None and self._chance.random() < 0.03:
            surname = self._names.surname()
            self.households.append("")
            self._household = _Household(len(self.households) - 1, surname, self._contacts.address(), 2)
        return self._names.person(self._household.surname) if self._household else self._names.draw()

    def _add_household(self, customer: DemoCustomer) -> None:
        """Put two customers, one after the other, into the household that was begun: same surname, same address."""
        home = self._household
        if home is None:
            return
        if not self.households[home.number]:
            self.households[home.number] = f"{customer.name.text}家"
        others = [contact for contact in customer.contacts if contact.kind is not ContactKind.ADDRESS]
        customer.contacts = [*others, home.address]
        customer.household = home.number
        left = home.members_to_come - 1
        self._household = _Household(home.number, home.surname, home.address, left) if left else None

    def _came(self, number: int) -> int:
        """Return when a customer came: evenly over the shop's years, a little denser of late, in this order."""
        share = (number + 1) / (self.size + 1)
        days = _YEARS_OPEN * 365 * (1 - share) ** 1.3
        return min(self._at_work(int(days)), self.now - 60_000)

    def _at_work(self, days_ago: int) -> int:
        """Return a moment between nine in the morning and nine in the evening, so many days ago."""
        minutes = 9 * 60 + int(self._chance.random() * 12 * 60)
        return self.midnight - days_ago * DAY + minutes * 60_000

    def _moment(self, after: int, within_days: int) -> int:
        """Return a moment of work between `after` and now."""
        days = min(within_days, max(0, (self.midnight - after) // DAY))
        at = self._at_work(int(self._chance.random() * (days + 1)))
        return max(after, at if at < self.now else self.now - self._chance.between(5, 90) * 60_000)

    def _values(self, customer: DemoCustomer, number: int) -> dict[str, str | None]:
        random = self._chance.random
        values = {
            "card_number": f"{60_000_001 + number}" if random() < 0.62 and not customer.name.abroad else None,
            "source": self._source() if random() < 0.94 else None,
            "likes": self._like() if random() < 0.3 else None,
            "dislikes": self._dislike() if random() < 0.08 else None,
            "sizes": self._dress_size() if random() < 0.05 else None,
            "allergies": self._allergy() if random() < 0.04 else None,
            "note": self._note() if random() < 0.22 else None,
        }
        if values["card_number"] and random() < 0.03:
            values["status"], values["status_reason"] = self._trouble()
        customer.flavour = self._flavour() if random() < 0.28 else None
        customer.grams_a_month = self._chance.between(1, 12) * 50 if random() < 0.1 else None
        return values

    def _dates(self, name: DemoName) -> list[ImportantDate]:
        random, between = self._chance.random, self._chance.between
        if name.company:
            return (
                [ImportantDate(DateKind.OTHER, between(1, 12), between(1, 28), label="公司周年庆")]
                if random() < 0.2
                else []
            )
        found = []
        if random() < 0.52:
            lunar = random() < 0.18 and not name.abroad
            year = self._year - 18 - int((random() + random()) * 30) if random() < 0.72 else None
            found.append(self._birthday(year, lunar=lunar))
        if random() < 0.05:
            found.append(ImportantDate(DateKind.ANNIVERSARY, between(1, 12), between(1, 28), label="结婚纪念日"))
        return found

    def _birthday(self, year: int | None, *, lunar: bool) -> ImportantDate:
        if lunar:
            return ImportantDate(
                DateKind.BIRTHDAY, self._chance.between(1, 12), self._chance.between(1, 29), year, lunar=True
            )
        day = date(year or 2023, 1, 1) + timedelta(days=int(self._chance.random() * 365))
        return ImportantDate(DateKind.BIRTHDAY, day.month, day.day, year)

    def _add_talks(self, customer: DemoCustomer) -> None:
        random, busy = self._chance.random, self._busy
        kind = random() / busy
        count = self._chance.between(4, 9) if kind < 0.22 else self._chance.between(1, 3) if kind < 0.68 else 0
        reach = 120 if kind < 0.22 else 360
        moments = sorted(self._moment(customer.created_at, reach) for _ in range(count))
        staff = customer.owner or 0
        for at in moments:
            what, phase, outcome, text = self._talk()
            who = staff if random() < 0.8 else self._staff()
            customer.interactions.append(DemoInteraction(at, what, phase, outcome, text, who))

    def _add_tags(self, customer: DemoCustomer) -> None:
        random, name, talks = self._chance.random, customer.name, customer.interactions
        old = customer.created_at < self.now - 365 * DAY
        tags = [tag for tag, share in texts.TASTE_TAGS.items() if random() < share]
        found = {
            "VIP": random() < (0.4 if len(talks) > 5 else 0.03),
            "复购": len(talks) > 2 and random() < 0.6,
            "新客": customer.created_at > self.now - 60 * DAY,
            "批发": random() < (0.5 if name.company else 0.02),
            "转介绍": customer.introducer is not None and random() < 0.7,
            "海外": name.abroad,
            "沉睡": old and not talks and random() < 0.3,
        }
        customer.tags = [tag for tag, fits in found.items() if fits] + tags

    def _add_consents(self, customer: DemoCustomer) -> None:
        if self._chance.random() >= 0.3:
            return
        channels = dict.fromkeys((self._channel(), self._channel()))
        how, staff = self._how_asked(), self._staff()
        at = customer.created_at
        customer.consents = [DemoConsent(c, self._chance.random() < 0.9, at, how, staff) for c in channels]


@dataclass(frozen=True)
class _Household:
    """A household whose members are still coming in."""

    number: int
    surname: str
    address: ContactPoint
    members_to_come: int
