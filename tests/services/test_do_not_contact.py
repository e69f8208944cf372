"""Numbers that are to be left alone: nobody sees them in the list, and whoever has one refuses offers."""

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.consent import Standing, standing
from crm_desktop.domain.customer import ContactKind, Purpose
from crm_desktop.services.change_contacts import add_contact
from crm_desktop.services.do_not_contact import is_listed, leave_alone, read_list, take_off
from crm_desktop.services.import_customers import import_customers
from crm_desktop.services.undo import undo
from tests.support.shop import Shop


def offers(shop: Shop, customer_id: int) -> Standing:
    return standing(shop.customer(customer_id).consents, Purpose.MARKETING)


def test_the_list_does_not_tell_a_number(shop: Shop) -> None:
    assert leave_alone(shop.workplace, "138 0000 1234").changed
    (entry,) = read_list(shop.workplace)
    assert entry.kind is ContactKind.PHONE
    assert "1234" not in entry.mac or len(entry.mac) == 64
    assert is_listed(shop.workplace, "+86 13800001234")
    assert not is_listed(shop.workplace, "13800001235")
    assert not leave_alone(shop.workplace, "13800001234").changed


def test_who_has_the_number_refuses_offers_from_now_on(shop: Shop) -> None:
    one, other = shop.add("王小明", "13800001234"), shop.add("李娜", "13911112222")
    leave_alone(shop.workplace, "13800001234")
    assert (offers(shop, one), offers(shop, other)) == (Standing.REFUSED, Standing.NOT_ASKED)


def test_a_new_customer_and_a_new_number_are_compared_with_the_list(shop: Shop) -> None:
    leave_alone(shop.workplace, "13800001234")
    leave_alone(shop.workplace, "Wang@Example.com")
    one, other = shop.add("王小明", "13800001234"), shop.add("李娜")
    assert offers(shop, one) is Standing.REFUSED
    add_contact(shop.workplace, other, ContactKind.EMAIL, "wang@example.com")
    assert offers(shop, other) is Standing.REFUSED
    undo(shop.workplace)
    assert offers(shop, other) is Standing.NOT_ASKED


def test_an_import_brings_nobody_back_who_is_to_be_left_alone(shop: Shop, tmp_path) -> None:
    leave_alone(shop.workplace, "13800001234")
    file = tmp_path / "old.csv"
    file.write_text("姓名,手机\n王小明,13800001234\n李娜,13911112222\n", encoding="utf-8")
    import_customers(shop.workplace, file)
    standings = {shop.customer(n).name: offers(shop, n) for n in (1, 2)}
    assert standings == {"王小明": Standing.REFUSED, "李娜": Standing.NOT_ASKED}
    undo(shop.workplace)


def test_what_is_taken_off_the_list_is_compared_with_no_more(shop: Shop) -> None:
    leave_alone(shop.workplace, "13800001234")
    assert take_off(shop.workplace, "13800001234").changed
    assert offers(shop, shop.add("王小明", "13800001234")) is Standing.NOT_ASKED


@pytest.mark.parametrize("text", ["", "王小明", "someone@"])
def test_only_a_number_or_an_address_can_be_listed(shop: Shop, text: str) -> None:
    with pytest.raises(Fault) as caught:
        leave_alone(shop.workplace, text)
    assert caught.value.kind is FaultKind.VALUE_INVALID
