"""The details: contacts, tags, days, people, consent, own fields and files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from crm_desktop.domain.consent import open_channels
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.customer import Channel, ContactKind, DateKind, Purpose
from crm_desktop.services import define_fields
from crm_desktop.services.change_contacts import add_contact
from crm_desktop.services.define_fields import FieldDraft
from crm_desktop.services.tag_customer import add_tag
from crm_desktop.services.undo import undo
from crm_desktop.ui.pages.customer import files_part
from crm_desktop.ui.pages.customer.bindings import ChoiceField
from crm_desktop.ui.pages.customer.contacts_part import ContactRow
from crm_desktop.ui.pages.customer.custom_part import web_address
from crm_desktop.ui.pages.customer.header import NO_BREAK
from crm_desktop.ui.pages.customer.pane import DETAILS, FILES
from crm_desktop.ui.pages.customer.picker import CustomerPicker
from crm_desktop.ui.pages.customer.pictures import SIDE, thumbnail_png
from crm_desktop.ui.widgets.pills import TagPill
from crm_desktop.ui.widgets.sentence_button import SentenceButton
from tests.ui.pages.customer.conftest import Desk


@pytest.fixture(autouse=True)
def _on_details(desk: Desk, customer: int) -> None:
    desk.pane.tabs.choose(DETAILS)


def reload(desk: Desk) -> None:
    desk.pane.refresh(None)
    desk.settle()


# contacts


def test_a_phone_is_shown_grouped_and_edited_as_typed(desk: Desk, customer: int) -> None:
    field = desk.edit("contact.phone.0.field", "139-0000-1234")
    assert field.value() == "139 0000 1234"
    assert desk.shop.customer(customer).contacts[0].value == "139-0000-1234"


def test_a_second_phone_is_added_and_made_the_main_one(desk: Desk, customer: int) -> None:
    desk.pane.parts.contacts.begin_adding(ContactKind.PHONE)
    desk.edit("contact.new", "13900001234")
    row = desk.find(ContactRow, "contact.phone.1")
    desk.choose(row.menu, "contact.phone.1.primary")
    assert desk.shop.customer(customer).contacts_of(ContactKind.PHONE)[0].value == "13900001234"
    assert desk.find(QLabel, "record.subtitle").text().replace(NO_BREAK, " ").endswith("139 0000 1234")


def test_a_phone_that_is_none_is_refused_beside_it(desk: Desk, customer: int) -> None:
    desk.pane.parts.contacts.begin_adding(ContactKind.PHONE)
    field = desk.edit("contact.new", "no number")
    assert field.draft() == "no number"
    assert desk.find(QLabel, "contact.new.problem").text().startswith("This is no phone number")


def test_a_contact_is_removed_and_labelled_from_its_menu(desk: Desk, customer: int) -> None:
    add_contact(desk.place, customer, ContactKind.EMAIL, "w@example.com")
    reload(desk)
    desk.choose(desk.find(ContactRow, "contact.email.0").menu, "contact.email.0.label.work")
    assert desk.find(QLabel, "contact.email.0.label").text() == "Work"
    desk.choose(desk.find(ContactRow, "contact.email.0").menu, "contact.email.0.remove")
    assert desk.shop.customer(customer).contacts_of(ContactKind.EMAIL) == ()


# tags


def test_a_tag_is_added_by_name_and_removed_with_delete(desk: Desk, customer: int) -> None:
    desk.find(QPushButton, "tags.add").click()
    field = desk.find(QLineEdit, "tags.field")
    field.setText("老客户")
    desk.bot.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    desk.bot.keyClick(desk.find(TagPill, "tag.老客户"), Qt.Key.Key_Delete)
    desk.settle()
    assert desk.shop.customer(customer).tags == ()


def test_a_tag_changes_its_colour_for_everybody(desk: Desk, customer: int) -> None:
    other = desk.shop.add("李娜")
    for customer_id in (customer, other):
        add_tag(desk.place, customer_id, "VIP")
    reload(desk)
    tag = desk.shop.customer(customer).tags[0]
    desk.choose(desk.pane.parts.tags.tag_menu(tag), "tags.colour.teal")
    assert desk.shop.customer(other).tags[0].colour == "teal"


def test_a_tag_is_renamed_and_merged(desk: Desk, customer: int) -> None:
    for name in ("VIP", "贵宾"):
        add_tag(desk.place, customer, name)
    reload(desk)
    vip, guest = desk.shop.customer(customer).tags
    desk.choose(desk.pane.parts.tags.tag_menu(vip), "tags.rename")
    desk.edit("tags.rename", "贵宾")
    assert desk.find(QLabel, "tags.rename.problem").text() == "贵宾 already belongs to somebody else."
    desk.pane.parts.tags.rename.cancel()
    desk.choose(desk.pane.parts.tags.tag_menu(guest), "tags.merge.VIP")
    assert [tag.name for tag in desk.shop.customer(customer).tags] == ["VIP"]


# days


def test_a_birthday_is_typed_as_people_write_it(desk: Desk, customer: int) -> None:
    desk.pane.parts.dates.begin_adding(DateKind.BIRTHDAY)
    field = desk.edit("date.new", "1990年5月12日")
    assert not field.is_editing()
    shown = desk.edit("date.0.field", "农历八月十五")
    (date,) = desk.shop.customer(customer).dates
    assert (date.lunar, date.month, date.day) == (True, 8, 15)
    assert shown.value() == "lunar month 8, day 15"


def test_a_day_that_does_not_exist_is_refused_beside_it(desk: Desk, customer: int) -> None:
    desk.pane.parts.dates.begin_adding(DateKind.BIRTHDAY)
    field = desk.edit("date.new", "2026-02-30")
    assert field.is_editing()
    assert desk.find(QLabel, "date.new.problem").text() == "There is no such day."


# people


def test_a_household_shows_its_others(desk: Desk, customer: int) -> None:
    kid = desk.shop.add("王小朵", household="王家")
    desk.edit("record.household", "王家")
    desk.find(QPushButton, f"household.members.{kid}").click()
    desk.settle()
    assert desk.page.model.customer_id == kid


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_introducer_is_found_by_typing(desk: Desk, customer: int) -> None:
    other = desk.shop.add("李娜", "13911112222")
    desk.find(QPushButton, "introducer.choose").click()
    picker = desk.find(CustomerPicker, "introducer.picker")
    desk.bot.keyClicks(picker, "lina")
    desk.settle()
    desk.bot.keyClick(picker, Qt.Key.Key_Return)
    desk.settle()
    assert desk.shop.customer(customer).introducer_id == other
    desk.find(QPushButton, f"introducer.link.{other}")


# consent


def agree(desk: Desk, name: str, how: str) -> None:
    desk.choose(desk.find(ChoiceField, name).menu(), f"{name}.True")
    line = desk.find(QLineEdit, "consent.how")
    desk.bot.keyClicks(line, how)
    desk.bot.keyClick(line, Qt.Key.Key_Return)
    desk.settle()


def test_consent_is_recorded_with_how_and_never_overwritten(desk: Desk, customer: int) -> None:
    agree(desk, "consent.message", "in person")
    assert "in person · Owner" in desk.find(QLabel, "consent.message.detail").text()
    desk.choose(desk.find(ChoiceField, "consent.message").menu(), "consent.message.False")
    desk.settle()
    consents = desk.shop.customer(customer).consents
    assert [(c.channel, c.purpose, c.given, c.how) for c in consents] == [
        (Channel.MESSAGE, Purpose.MARKETING, True, "in person"),
        (Channel.MESSAGE, Purpose.MARKETING, False, None),
    ]
    assert consents[0].notice_id is not None


def test_offers_are_refused_everywhere_by_one_click(desk: Desk, customer: int) -> None:
    agree(desk, "consent.phone", "in person")
    desk.find(QPushButton, "consent.none").click()
    desk.settle()
    record = desk.shop.customer(customer)
    assert not open_channels(record.consents, Purpose.MARKETING)
    assert len(open_channels(record.consents, Purpose.SERVICE)) == len(Channel)


def test_what_is_asked_for_service_is_an_answer_of_its_own(desk: Desk, customer: int) -> None:
    desk.find(SentenceButton, "consent.service.value").click()
    desk.choose(desk.find(ChoiceField, "consent.service.phone").menu(), "consent.service.phone.False")
    desk.settle()
    (answer,) = desk.shop.customer(customer).consents
    assert (answer.purpose, answer.given) == (Purpose.SERVICE, False)
    assert desk.find(ChoiceField, "consent.phone").text() == "Not asked"
    assert desk.find(SentenceButton, "consent.service.value").text().endswith("not by Calls")


def test_esc_records_no_consent(desk: Desk, customer: int) -> None:
    choice = desk.find(ChoiceField, "consent.phone")
    desk.choose(choice.menu(), "consent.phone.True")
    desk.bot.keyClick(desk.find(QLineEdit, "consent.how"), Qt.Key.Key_Escape)
    desk.settle()
    assert desk.shop.customer(customer).consents == ()
    assert choice.text() == "Not asked"


# own fields


def test_own_fields_have_the_editor_of_their_type(desk: Desk, customer: int) -> None:
    for draft in (
        FieldDraft("茶龄", FieldType.NUMBER),
        FieldDraft("等级", FieldType.CHOICE, choices=("金卡", "银卡")),
        FieldDraft("方式", FieldType.CHOICES, choices=("自提", "快递")),
        FieldDraft("报纸", FieldType.YES_NO),
    ):
        define_fields.add_field(desk.place, draft)
    reload(desk)
    number, level, ways, paper = (f"custom.{field.id}" for field in define_fields.all_fields(desk.place))
    desk.edit(number, "seven")
    assert desk.find(QLabel, f"{number}.problem").text() == "This is no number."
    desk.edit(number, "7")
    desk.choose(desk.find(ChoiceField, level).menu(), f"{level}.金卡")
    desk.choose(desk.find(ChoiceField, paper).menu(), f"{paper}.yes")
    for way in ("自提", "快递"):
        desk.choose(desk.find(ChoiceField, ways).menu(), f"{ways}.{way}")
    assert [value.text for value in desk.shop.customer(customer).custom_values] == ["7", "金卡", "自提; 快递", "yes"]


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("example.com/tea", "https://example.com/tea"),
        ("http://example.com", "http://example.com"),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("just words", None),
        ("", None),
    ],
)
def test_only_web_addresses_are_opened(text: str, opens: str | None) -> None:
    address = web_address(text)
    assert (address.toString() if address else None) == opens


# files


def picture(folder: Path) -> Path:
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    path = folder / "photo.png"
    assert image.save(str(path))
    return path


def drag(target: QWidget, path: Path) -> bool:
    """Drag a file onto a widget and let go; return whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    enter.ignore()
    QCoreApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QCoreApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return enter.isAccepted()


def test_a_paper_dropped_anywhere_on_her_is_attached_but_a_list_is_left_to_the_import(
    desk: Desk, customer: int, tmp_path: Path
) -> None:
    paper, workbook = tmp_path / "合同.pdf", tmp_path / "客户.xlsx"
    for path in (paper, workbook):
        path.write_bytes(b"content")
    assert (drag(desk.pane, paper), drag(desk.pane, workbook)) == (True, False)
    desk.settle()
    assert [file.name for file in desk.shop.customer(customer).attachments] == ["合同.pdf"]


def test_a_photo_that_is_none_is_told(desk: Desk, customer: int, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"no picture")
    desk.pane.header.photo.use_file(tmp_path / "a.png")
    desk.settle()
    assert desk.assembled.notices.standing[-1].text.startswith("This file is no picture")
    assert desk.shop.customer(customer).photo_sha256 is None


def test_a_file_dragged_in_is_attached_with_its_picture(desk: Desk, customer: int, tmp_path: Path) -> None:
    desk.pane.tabs.choose(FILES)
    drag(desk.pane.parts.files, picture(tmp_path))
    desk.settle()
    (file,) = desk.shop.customer(customer).attachments
    assert (file.name, file.media_type) == ("photo.png", "image/png")
    assert desk.pane.model.record is not None
    assert QImage.fromData(desk.pane.model.record.pictures[file.sha256]).width() == SIDE


def test_a_file_is_saved_elsewhere_and_removed(desk: Desk, customer: int, tmp_path: Path) -> None:
    desk.pane.tabs.choose(FILES)
    source = tmp_path / "合同.txt"
    source.write_text("contract", encoding="utf-8")
    desk.pane.parts.files.attach([source])
    desk.settle()
    (file,) = desk.shop.customer(customer).attachments
    desk.pane.parts.files.save_as(file, tmp_path / "out.txt")
    desk.settle()
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "contract"
    from crm_desktop.ui.widgets.icon_button import IconButton

    desk.find(IconButton, "file.0.remove").click()
    desk.settle()
    assert desk.shop.customer(customer).attachments == ()


@pytest.mark.expects_log("fault file_too_large")
def test_a_file_too_large_is_told_and_nothing_kept(desk: Desk, customer: int, tmp_path: Path) -> None:
    big = tmp_path / "film.mp4"
    with big.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    desk.pane.parts.files.attach([big])
    desk.settle()
    assert [notice.key for notice in desk.assembled.notices.standing] == ["fault.file_too_large"]
    assert desk.shop.customer(customer).attachments == ()


def test_a_photo_is_shown_small_and_taken_away(desk: Desk, customer: int, tmp_path: Path) -> None:
    desk.pane.header.photo.use_file(picture(tmp_path))
    desk.settle()
    assert desk.shop.customer(customer).photo_sha256
    desk.choose(desk.pane.header.photo.menu(), "photo.remove")
    assert desk.shop.customer(customer).photo_sha256 is None


def test_what_is_no_image_has_no_thumbnail() -> None:
    assert thumbnail_png(b"not an image at all") is None
    assert thumbnail_png(b"") is None


def test_a_field_taken_back_leaves_the_card_usable(desk: Desk, customer: int) -> None:
    define_fields.add_field(desk.place, FieldDraft("SupportRepId", FieldType.NUMBER))
    reload(desk)
    undo(desk.place)
    reload(desk)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    reload(desk)
    desk.edit("contact.phone.0.field", "139-0000-1234")
    assert desk.shop.customer(customer).contacts[0].value == "139-0000-1234"


def test_a_file_that_was_opened_does_not_outlive_the_program(
    desk: Desk, customer: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(files_part, "_open_with_system", opened.append)
    (tmp_path / "合同.pdf").write_bytes(b"content")
    desk.pane.parts.files.attach([tmp_path / "合同.pdf"])
    desk.settle()
    desk.pane.parts.files.open_file(desk.shop.customer(customer).attachments[0])
    desk.settle()
    assert opened[0].read_bytes() == b"content"
    QApplication.instance().aboutToQuit.emit()  # type: ignore[union-attr]
    assert not opened[0].parent.parent.exists()
