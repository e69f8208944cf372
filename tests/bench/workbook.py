"""A customer file as shops have them: 100,000 rows, twelve columns, Chinese headings, names and phones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from crm_desktop.domain.customer import ContactKind
from crm_desktop.domain.demo.shop import DemoCustomer, DemoShop
from tests.bench.shop import NOON

ROWS = 100_000
HEADINGS = ("姓名", "手机", "微信", "邮箱", "地址", "性别", "生日", "卡号", "来源", "标签", "喜好", "备注")
_SEED = 99
_GENDERS = {"female": "女", "male": "男"}


def write_workbook(path: Path, rows: int = ROWS) -> None:
    """Write the file; its customers are other people than those of the bench shop."""
    from rustpy_xlsxwriter import write_worksheet

    write_worksheet(list(_rows(rows)), str(path), sheet_name="客户")


def _rows(count: int) -> Iterator[dict[str, str]]:
    for number, customer in enumerate(DemoShop(count, _SEED, NOON).customers()):
        yield dict(zip(HEADINGS, _cells(number, customer), strict=True))


def _cells(number: int, customer: DemoCustomer) -> tuple[str, ...]:
    first = {contact.kind: contact.value for contact in reversed(customer.contacts)}
    birthday = next((f"{d.year}-{d.month:02}-{d.day:02}" for d in customer.dates if d.year and not d.lunar), "")
    value = customer.values.get
    return (
        customer.name.text,
        first.get(ContactKind.PHONE, ""),
        first.get(ContactKind.WECHAT, ""),
        first.get(ContactKind.EMAIL, ""),
        first.get(ContactKind.ADDRESS, ""),
        _GENDERS.get(customer.name.gender or "", ""),
        birthday,
        f"IM{number:07}",
        value("source") or "",
        ",".join(customer.tags),
        value("likes") or "",
        value("note") or "",
    )
