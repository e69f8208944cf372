"""The second page: the kinds there are, and a blank template for who has no file yet."""

from __future__ import annotations


def test_only_what_really_comes_in_is_offered(hands):
    hands.open()
    hands.go("kind")
    assert list(hands.view.kind.buttons) == ["customers", "purchases", "balances"]
    assert hands.view.kind.buttons["customers"].isChecked()


def test_a_blank_template_is_saved_and_comes_in_again(hands):
    hands.open()
    hands.go("kind")
    hands.press("wizard.kind.customers.template")
    target = hands.folder / "blank.xlsx"
    hands.choose_file(target)
    hands.wait(lambda: bool(hands.toasts))
    assert hands.toasts == ["Template saved: blank.xlsx"]
    hands.press("wizard.cancel")
    hands.open(target)
    assert hands.view.draft.look.sample_rows


SALES = ["单号", "日期", "手机", "姓名", "商品名称", "数量", "单价"]
SOLD = [
    ["1001", "2024-03-01 10:00", "13800001111", "王小明", "绿茶", "2", "58"],
    ["1001", "", "", "", "茶杯", "1", "12.5"],
    ["1002", "2024-03-02", "13800001111", "王小明", "绿茶", "-1", "58"],
]


def test_a_file_of_sales_is_known_checked_and_brought_in_as_slips(hands):
    hands.open(hands.file(SALES, SOLD))
    hands.go("kind")
    assert hands.view.kind.buttons["purchases"].isChecked()
    assert hands.check()["New"] == 2
    assert "Slips 2" in hands.read("wizard.figures.figures")
    assert "¥70.50" in hands.read("wizard.figures.figures")
    hands.press("wizard.primary")
    hands.wait(hands.view.result.is_over)
    assert hands.read("wizard.result.title").startswith("2 slip")
    assert "Returns 1, 1 matched" in hands.read("wizard.result.figures.figures")


def test_another_kind_gives_the_columns_other_places(hands):
    hands.open(hands.file(SALES, SOLD))
    hands.go("kind")
    hands.view.kind.buttons["customers"].click()
    hands.wait(lambda: hands.view.draft is not None and hands.view.draft.plan.kind == "customers")
    hands.wait(lambda: hands.view.step == "kind")
    hands.go("columns")
    assert "Amount of the line" not in hands.places()


def test_balances_of_members_are_shown_with_the_shops_totals_before_and_after(hands):
    rows = [["王小明", "13800001111", "120", "88.5", "金卡"], ["李娜", "13800002222", "30", "", ""]]
    hands.open(hands.file(["姓名", "手机", "积分", "储值余额", "会员等级"], rows))
    hands.go("match")
    assert hands.see("wizard.match.openings")
    hands.check()
    points, money, tiers = hands.read("wizard.figures.remarks").splitlines()
    assert points == "Points: 150 in the file, 150 taken; the shop has 0 before, 150 after."
    assert "¥88.50 in the file" in money
    assert "New tiers 金卡" in tiers
    hands.press("wizard.primary")
    hands.wait(hands.view.result.is_over)
    points, money = hands.view.result.figures.sums.texts()
    assert points == ["Points", "150", "150", "0", "150", ""]
    assert money[:5] == ["Stored value, paid for", "¥88.50", "¥88.50", "¥0.00", "¥88.50"]


def test_sales_are_asked_only_what_makes_a_difference(hands):
    hands.open(hands.file(SALES, SOLD))
    hands.go("match")
    assert not hands.see("wizard.match.conflict")
    assert not hands.see("wizard.match.openings")
    assert "she stays as she is" in hands.read("wizard.match.example")
    hands.view.match.earn.click()
    assert hands.view.draft.plan.earn
