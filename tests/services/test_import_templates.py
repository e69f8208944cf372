"""A blank template comes back with every column in its place, its samples left out, its words accepted."""

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import use_language
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.exchange.plan import Target
from crm_desktop.services import define_fields
from crm_desktop.services.import_customers import import_customers
from crm_desktop.services.import_kinds import kind_of, kinds
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_templates import template_name, write_template
from crm_desktop.services.import_wizard import look

PLACES = ["name", "phone", "wechat", "email", "gender", "birthday", "company", "address", "card_number", "status",
          "tags", "source", "introducer", "owner", "created_at", "likes", "allergies", "note"]  # fmt: skip


@pytest.fixture(params=["en", "zh_CN"])
def language(request):
    use_language(request.param)
    yield request.param
    use_language("en")


@pytest.fixture
def template(shop, tmp_path, language):
    define_fields.add_field(shop.workplace, define_fields.FieldDraft("肤质", FieldType.CHOICE, choices=("干", "油")))
    define_fields.add_field(shop.workplace, define_fields.FieldDraft("会员日", FieldType.YES_NO))
    path = tmp_path / template_name("customers")
    write_template(shop.workplace, "customers", path)
    return path


def _fill(path, row, **cells):
    from openpyxl import load_workbook

    book = load_workbook(path)
    for column, value in cells.items():
        book.worksheets[0][f"{column}{row}"] = value
    book.save(path)


def test_every_column_of_the_template_has_its_place(shop, template):
    _fill(template, 4, A="张三", S="油", T="yes")
    plan = look(shop.workplace, ImportSource(template)).plan
    assert [column.target.value for column in plan.columns] == [*PLACES, "custom", "custom"]
    assert [column.label for column in plan.columns[-2:]] == ["肤质", "会员日"]


def test_sample_rows_left_in_it_are_no_customers(shop, template):
    _fill(template, 4, A="张三", B="13800001234", S="油")
    assert look(shop.workplace, ImportSource(template)).sample_rows == (2, 3)
    result = import_customers(shop.workplace, template)
    assert (result.created, result.errors, result.new_fields) == (1, (), ())
    assert shop.customer(1).custom_values[0].text == "油"


def test_every_word_of_the_drop_downs_is_taken(shop, template):
    from openpyxl import load_workbook

    page = load_workbook(template).worksheets[0]
    lists = load_workbook(template)["lists"]
    wrong = []
    for validation in page.data_validations.dataValidation:
        column = str(validation.sqref)[0]
        words = [cell.value for cell in lists[column] if cell.value]
        for row, word in enumerate(words, 4):
            _fill(template, row, A=f"客户{row}", **{column: word})
        wrong += import_customers(shop.workplace, template, dry_run=True).errors
    assert wrong == []
    assert len(page.data_validations.dataValidation) >= 5


def test_long_card_numbers_stay_text(template):
    from openpyxl import load_workbook

    page = load_workbook(template).worksheets[0]
    card = PLACES.index("card_number") + 1
    assert {page.cell(row, card).number_format for row in (2, 4, 50)} == {"@"}


def test_only_kinds_that_can_be_brought_in_are_offered():
    assert [kind.key for kind in kinds()] == ["customers", "purchases", "balances"]
    assert all(kind_of(kind.key).targets() for kind in kinds())
    assert Target.NAME in {view.target for view in kind_of("customers").targets()}
    with pytest.raises(Fault) as caught:
        kind_of("dinosaurs")
    assert caught.value.kind is FaultKind.NOT_FOUND


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("kind", ["purchases", "balances"])
def test_templates_of_sales_and_balances_come_back_with_every_column_in_its_place(shop, tmp_path, kind):
    path = tmp_path / template_name(kind)
    write_template(shop.workplace, kind, path)
    seen = look(shop.workplace, ImportSource(path), kind=kind)
    result = import_customers(shop.workplace, path, seen.plan)
    assert [column.heading for column in seen.plan.columns if column.target is Target.SKIP] == []
    assert len(seen.sample_rows) == (3 if kind == "purchases" else 2)
    assert (result.created, result.operation, result.errors) == (0, None, ())
