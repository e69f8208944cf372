"""What the customer's own page shows, read at once."""

import phonenumbers
import pytest

from crm_desktop.domain.phone import show_phone
from crm_desktop.services.read_record import read_record
from tests.support.shop import Shop


def test_numbers_abroad_are_written_out_before_the_window_asks(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    sarah = shop.add("Sarah Thompson", "+44 20 7946 0958")
    show_phone.cache_clear()
    record = read_record(shop.workplace, sarah)
    monkeypatch.setattr(phonenumbers, "parse", lambda *_: pytest.fail("worked out in the window"))
    assert [contact.shown for contact in record.customer.contacts] == ["+44 20 7946 0958"]
