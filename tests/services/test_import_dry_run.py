"""The dry run says of every row what it would do; cells are mended and rows decided in it, and the shop stays."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import DateKind
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.exchange import plan_edit
from crm_desktop.exchange.packed_cells import pack, unpack
from crm_desktop.exchange.plan import Conflict, MatchPolicy, OnMatch, Repeats, RowDecision, Target
from crm_desktop.exchange.table import BadCell, CellProblem
from crm_desktop.services import change_dates
from crm_desktop.services.check_database import check_database, report_to_json
from crm_desktop.services.import_customers import apply_import, prepare_import, rest_plan, stage_import
from crm_desktop.services.import_dry_run import candidates, decide, dry_page, dry_row, dry_run, mend_cell
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.import_views import Tab
from crm_desktop.services.import_wizard import look
from crm_desktop.services.read_customers import first_screen
from crm_desktop.services.tag_customer import add_tag
from crm_desktop.store.dump import business_dump

ROWS = (
    "姓名,手机,生日,备注,标签\n"
    "张三,13800001234,1990-05-12,新,VIP\n"  # 2: known, changes
    "李四,13900002345,,,\n"  # 3: known, unchanged
    "王五,13700003456,,,\n"  # 4: new
    "赵六,1.38E+10,,,\n"  # 5: error
    "钱七,13900009999,,,\n"  # 6: a phone of somebody else
    "王五,13700003456,,常客,\n"  # 7: together with row 4
)


@pytest.fixture
def customers(shop):
    zhang = shop.add("张三", "13800001234", note="旧")
    change_dates.add_date(shop.workplace, zhang, change_dates.read_date(DateKind.BIRTHDAY, "1991-05-12"))
    return zhang, shop.add("李四", "13900002345"), shop.add("孙八", "13900009999")


def _stage(shop, tmp_path, text=ROWS, change=lambda plan: plan):
    path = tmp_path / "客户.csv"
    path.write_text(text, encoding="utf-8")
    source = ImportSource(path)
    return stage_import(shop.workplace, source, change(look(shop.workplace, source).plan))


@pytest.fixture
def staged(shop, customers, tmp_path):
    with _stage(shop, tmp_path) as file:
        yield file


def _tabs(shop, staged):
    return {tab.value: [row.number for row in dry_page(shop.workplace, staged, tab)] for tab in Tab}


def _dump(shop):
    with shop.store.read() as connection:
        return business_dump(connection)


def test_every_row_has_its_place(shop, staged):
    before = _dump(shop)
    counts = dry_run(shop.workplace, staged)
    assert _tabs(shop, staged) == {
        "new": [4],
        "update": [2],
        "unchanged": [3],
        "skip": [7],
        "error": [5],
        "ask": [6],
    }
    assert [counts[tab] for tab in Tab] == [1] * 6
    assert _dump(shop) == before


def test_an_update_shows_each_value_before_and_after(shop, staged, customers):
    dry_run(shop.workplace, staged)
    (row,) = dry_page(shop.workplace, staged, Tab.UPDATE)
    assert [(d.title, d.before, d.after) for d in row.differences] == [
        ("Note", "旧", "新"),
        ("Birthday", "12 May 1991", "12 May 1990"),
        ("Tags", "", "VIP"),
    ]
    assert (row.match.id, row.match.name, row.match.why) == (customers[0], "张三", ("The same phone",))


def test_a_row_shows_its_cells_as_the_file_has_them(shop, staged):
    dry_run(shop.workplace, staged)
    assert dry_row(shop.workplace, staged, 5).cells == ("赵六", "1.38E+10", "", "", "")
    assert dry_row(shop.workplace, staged, 7).summary == "Put together with row 4"
    with pytest.raises(Fault) as caught:
        dry_row(shop.workplace, staged, 99)
    assert caught.value.kind is FaultKind.NOT_FOUND


def test_pages_follow_each_other(shop, tmp_path):
    with _stage(shop, tmp_path, "姓名\n" + "".join(f"客户{n}\n" for n in range(25))) as staged:
        dry_run(shop.workplace, staged)
        pages = [dry_page(shop.workplace, staged, Tab.NEW, offset, 10) for offset in (0, 10, 20, 30)]
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert [row.number for page in pages for row in page] == list(range(2, 27))


def test_a_mended_cell_brings_its_row_in(shop, staged):
    dry_run(shop.workplace, staged)
    counts = mend_cell(shop.workplace, staged, 5, 1, "13800005678")
    assert (counts[Tab.ERROR], counts[Tab.NEW]) == (0, 2)
    row = dry_row(shop.workplace, staged, 5)
    assert (row.tab, row.cells[1], row.mended) == (Tab.NEW, "13800005678", (1,))
    assert apply_import(shop.workplace, staged).created == 2


def test_a_mended_cell_can_break_a_row(shop, staged):
    dry_run(shop.workplace, staged)
    counts = mend_cell(shop.workplace, staged, 2, 2, "1990-02-30")
    assert (counts[Tab.ERROR], counts[Tab.UPDATE]) == (2, 0)
    assert dry_row(shop.workplace, staged, 2).errors[0].kind == "no_such_day"
    assert mend_cell(shop.workplace, staged, 2, 2, "1990-02-28")[Tab.UPDATE] == 1


def test_a_mended_cell_can_make_two_rows_one(shop, staged):
    dry_run(shop.workplace, staged)
    mend_cell(shop.workplace, staged, 5, 0, "王五")
    counts = mend_cell(shop.workplace, staged, 5, 1, "13700003456")
    assert (counts[Tab.NEW], counts[Tab.SKIP], counts[Tab.ERROR]) == (1, 2, 0)


def test_the_user_decides_on_a_row_that_waits(shop, staged, customers):
    dry_run(shop.workplace, staged)
    (row,) = dry_page(shop.workplace, staged, Tab.ASK)
    assert "孙八" not in row.summary
    assert [one.name for one in candidates(shop.workplace, staged, 6)] == ["孙八"]
    assert decide(shop.workplace, staged, [6], RowDecision.CREATE)[Tab.NEW] == 2
    assert decide(shop.workplace, staged, [6], RowDecision.UPDATE, customers[2])[Tab.UPDATE] == 2
    assert dry_row(shop.workplace, staged, 6).match.why == ("Chosen by you",)
    assert decide(shop.workplace, staged, [6], RowDecision.SKIP)[Tab.SKIP] == 2
    assert decide(shop.workplace, staged, [6], None)[Tab.ASK] == 1


def test_many_rows_are_decided_at_once_and_taken_back(shop, staged):
    dry_run(shop.workplace, staged)
    assert decide(shop.workplace, staged, [2, 3, 4, 5], RowDecision.SKIP).counts == {Tab.SKIP: 5, Tab.ASK: 1}
    assert apply_import(shop.workplace, staged, dry_run=True).errors == ()
    assert decide(shop.workplace, staged, [2, 3, 4, 5], None)[Tab.NEW] == 1


def test_rows_put_together_are_taken_apart_again(shop, staged):
    dry_run(shop.workplace, staged)
    counts = decide(shop.workplace, staged, [7], RowDecision.CREATE)
    assert (counts[Tab.NEW], counts[Tab.SKIP]) == (2, 0)


def test_another_policy_needs_no_new_reading(shop, staged):
    dry_run(shop.workplace, staged)
    key = staged.key
    staged.use(replace(staged.plan, policy=replace(staged.plan.policy, on_match=OnMatch.SKIP)))
    counts = dry_run(shop.workplace, staged)
    assert (counts[Tab.SKIP], counts[Tab.UPDATE], staged.key == key) == (3, 0, True)


def test_what_is_done_is_what_was_shown(shop, staged, customers):
    counts = dry_run(shop.workplace, staged)
    result = apply_import(shop.workplace, staged)
    done = (result.created, result.updated, result.unchanged, result.skipped, len(result.errors), result.asked)
    assert done == tuple(counts[tab] for tab in Tab)


POLICIES = st.builds(
    MatchPolicy,
    on_match=st.sampled_from(OnMatch),
    on_probable=st.sampled_from(OnMatch),
    on_possible=st.sampled_from(OnMatch),
    conflict=st.sampled_from([Conflict.FILE, Conflict.OURS]),
    repeats=st.sampled_from(Repeats),
    create_new=st.booleans(),
)
DECISIONS = st.dictionaries(st.integers(2, 7), st.sampled_from(RowDecision), max_size=4)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(POLICIES, DECISIONS)
def test_the_dry_run_and_the_import_agree_whatever_is_decided(shop, customers, tmp_path, policy, decisions):
    with _stage(shop, tmp_path, change=lambda plan: replace(plan, policy=policy, decisions=decisions)) as staged:
        counts = dry_run(shop.workplace, staged)
        result = apply_import(shop.workplace, staged, dry_run=True)
    done = (result.created, result.updated, result.unchanged, result.skipped, len(result.errors), result.asked)
    assert done == tuple(counts[tab] for tab in Tab)


def test_a_dry_run_can_be_stopped(shop, staged):
    with pytest.raises(Fault) as caught:
        dry_run(shop.workplace, staged, cancelled=lambda: True)
    assert caught.value.kind is FaultKind.CANCELLED


def test_a_waiting_repeat_names_the_earlier_row(shop, tmp_path):
    text = "姓名,手机\n张三,13800001234\n张三,13800001234\n"
    with _stage(shop, tmp_path, text, lambda plan: replace(plan, policy=MatchPolicy(repeats=Repeats.ASK))) as staged:
        dry_run(shop.workplace, staged)
        (row,) = dry_page(shop.workplace, staged, Tab.ASK)
        assert row.summary == "The same person as row 2"
        assert decide(shop.workplace, staged, [3], RowDecision.UPDATE).counts == {Tab.NEW: 1, Tab.SKIP: 1}


def test_made_columns_show_their_values(shop, tmp_path):
    def change(plan):
        return plan_edit.constant(plan, Target.SOURCE, "地推")

    with _stage(shop, tmp_path, "姓名\n张三\n", change) as staged:
        dry_run(shop.workplace, staged)
        assert dry_row(shop.workplace, staged, 2).cells == ("张三", "地推")


@given(st.lists(st.text(max_size=5) | st.just(None) | st.just(BadCell(CellProblem.ERROR_VALUE, "#N/A")), min_size=1))
def test_cells_are_kept_as_they_are(cells):
    back = unpack(pack(cells))
    assert len(back) == len(cells)
    for cell, again in zip(cells, back, strict=True):
        if isinstance(cell, BadCell) or (cell and cell.isprintable()):
            assert again == cell


def test_the_customer_may_be_edited_while_the_dry_run_stands(shop, staged, customers):
    dry_run(shop.workplace, staged)
    add_tag(shop.workplace, customers[0], "VIP")
    apply_import(shop.workplace, staged)
    assert [tag.name for tag in shop.customer(customers[0]).tags] == ["VIP"]


def test_the_rest_is_imported_later(shop, staged, customers):
    dry_run(shop.workplace, staged)
    result = apply_import(shop.workplace, staged)
    assert (result.asked, result.left_over) == (1, (6,))
    rest = rest_plan(staged, result)
    with stage_import(shop.workplace, staged.source, rest) as again:
        assert dry_run(shop.workplace, again).counts == {Tab.ASK: 1}
        assert decide(shop.workplace, again, [6], RowDecision.CREATE).counts == {Tab.NEW: 1}
        done = apply_import(shop.workplace, again)
    assert (done.created, done.left_over, rest_plan(again, done)) == (1, (), None)


def test_a_row_mended_after_the_import_was_prepared_is_found_by_its_new_name(shop, staged):
    dry_run(shop.workplace, staged)
    prepare_import(shop.workplace, staged)
    mend_cell(shop.workplace, staged, 4, 0, "诸葛亮")
    apply_import(shop.workplace, staged)
    assert len(first_screen(shop.workplace, CustomerQuery("zgl"))) == 1
    assert report_to_json(check_database(shop.workplace))["problems"] == []


def test_an_import_stopped_while_its_texts_are_made_can_be_begun_again(shop, tmp_path):
    with _stage(shop, tmp_path, "姓名,手机\n" + "".join(f"王{i},138{i:08}\n" for i in range(9_000))) as staged:
        dry_run(shop.workplace, staged)
        told = []
        with pytest.raises(Fault):
            prepare_import(shop.workplace, staged, lambda *done: told.append(done), lambda: bool(told))
        assert apply_import(shop.workplace, staged).created == 9_000
    assert not list(shop.workplace.store.path.parent.glob("import-*"))
