"""What is wrong with a row of a file and how to mend it, in the user's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crm_desktop.base.text import _T
from crm_desktop.exchange.clean import Problem


@dataclass(frozen=True)
class RowError:
    """One cell that kept its row from being taken."""

    row: int
    column: str
    """The column's heading; empty where the row as a whole is meant."""
    problem: str
    fix: str
    kind: str
    """The problem's stable name."""


def row_errors(problems: Iterable[tuple[int, int, str, str, str]]) -> tuple[RowError, ...]:
    """Turn staged problems (row, column index, heading, problem, text) into sentences."""
    wrong, mend = _wrong(), _mend()
    found = []
    for number, _, heading, name, text in sorted(problems):
        kind = Problem(name)
        found.append(RowError(number, heading, wrong[kind].format(text=_short(text)), mend[kind], name))
    return tuple(found)


def problem_words(problem: Problem, text: str) -> tuple[str, str]:
    """Return what is wrong with a value, and how to mend it."""
    return _wrong()[problem].format(text=_short(text)), _mend()[problem]


def words_by_row(errors: Iterable[RowError]) -> dict[int, tuple[str, str]]:
    """Return the two texts that stand behind each bad row of the copy."""
    rows: dict[int, list[RowError]] = {}
    for error in errors:
        rows.setdefault(error.row, []).append(error)
    return {number: ("\n".join(map(_with_column, found)), _joined_fixes(found)) for number, found in rows.items()}


def error_headings() -> tuple[str, str]:
    """Return the headings of the two columns of the copy."""
    return _T("Import", "What is wrong"), _T("Import", "How to mend it")


def _with_column(error: RowError) -> str:
    return f"{error.column}: {error.problem}" if error.column else error.problem


def _joined_fixes(errors: list[RowError]) -> str:
    return "\n".join(dict.fromkeys(error.fix for error in errors))


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


def _wrong() -> dict[Problem, str]:
    return {
        Problem.NO_NAME: _T("Import", "The row has no name, phone or number to know the customer by."),
        Problem.DIGITS_LOST: _T("Import", "{text}: the spreadsheet has lost the last digits of this number."),
        Problem.NOT_AN_EMAIL: _T("Import", "{text} is no e-mail address."),
        Problem.NOT_A_DATE: _T("Import", "{text} is no date."),
        Problem.NO_SUCH_DAY: _T("Import", "{text}: there is no such day."),
        Problem.TWO_READINGS: _T("Import", "{text} can be read as two different days."),
        Problem.NOT_A_GENDER: _T("Import", "{text} is no gender the program knows."),
        Problem.NOT_A_STATUS: _T("Import", "{text} is no status the program knows."),
        Problem.NOT_A_NUMBER: _T("Import", "{text} is no number."),
        Problem.NOT_A_CHOICE: _T("Import", "{text} does not fit this field."),
        Problem.ERROR_VALUE: _T("Import", "The cell shows the error {text}."),
        Problem.FORMULA_WITHOUT_VALUE: _T("Import", "The cell holds a formula that was never calculated."),
        Problem.BROKEN_CARD: _T("Import", "The card {text} is damaged or incomplete."),
        Problem.TOO_LONG: _T("Import", "The text is too long: {text}"),
        Problem.CARD_TWICE: _T("Import", "The card {text} already belongs to another row of this file."),
        Problem.CARD_TAKEN: _T("Import", "The card {text} already belongs to another customer."),
        Problem.TOO_LARGE: _T("Import", "{text} is larger than any amount can be."),
        Problem.NO_DATE: _T("Import", "Nothing says on which day this was sold."),
        Problem.NO_AMOUNT: _T("Import", "Nothing says what this came to: neither an amount nor a price."),
        Problem.SLIP_BROKEN: _T("Import", "Row {text} of the same slip cannot be taken, so the whole slip stays out."),
        Problem.NOT_WHOLE: _T("Import", "{text}: points and visits are whole numbers."),
        Problem.BELOW_ZERO: _T("Import", "{text}: an opening balance cannot be below zero."),
        Problem.BALANCE_TWICE: _T("Import", "An earlier row of this file brings this balance of the customer already."),
    }


def _mend() -> dict[Problem, str]:
    date = _T("Import", "Write the date with the year first, as 1990-05-12.")
    return {
        Problem.NO_NAME: _T("Import", "Write a name or a phone number into the row."),
        Problem.DIGITS_LOST: _T(
            "Import", "Set the column to “Text” in Excel or WPS, then type the whole number again."
        ),
        Problem.NOT_AN_EMAIL: _T("Import", "Write it as name@example.com, or clear the cell."),
        Problem.NOT_A_DATE: date,
        Problem.NO_SUCH_DAY: _T("Import", "Correct the day, or clear the cell."),
        Problem.TWO_READINGS: date,
        Problem.NOT_A_GENDER: _T("Import", "Write female, male or other (女, 男, 其他), or clear the cell."),
        Problem.NOT_A_STATUS: _T(
            "Import", "Write active, lost, frozen or cancelled (正常, 挂失, 冻结, 注销), or clear the cell."
        ),
        Problem.NOT_A_NUMBER: _T("Import", "Write digits only, or clear the cell."),
        Problem.NOT_A_CHOICE: _T("Import", "Write a value this field takes, or clear the cell."),
        Problem.ERROR_VALUE: _T("Import", "Correct the formula, or type the value itself."),
        Problem.FORMULA_WITHOUT_VALUE: _T(
            "Import", "Open the file in Excel or WPS, save it there and import it again."
        ),
        Problem.BROKEN_CARD: _T("Import", "Export this contact again from where it came from."),
        Problem.TOO_LONG: _T("Import", "Shorten the text."),
        Problem.CARD_TWICE: _T("Import", "Keep the card number in the row it belongs to."),
        Problem.CARD_TAKEN: _T("Import", "Correct the card number, or clear the cell."),
        Problem.TOO_LARGE: _T("Import", "Correct the number."),
        Problem.NO_DATE: _T("Import", "Write the day into the row."),
        Problem.NO_AMOUNT: _T("Import", "Write the amount, or the price and the quantity."),
        Problem.SLIP_BROKEN: _T("Import", "Mend that row."),
        Problem.NOT_WHOLE: _T("Import", "Round the number, or keep the column as a field of your own."),
        Problem.BELOW_ZERO: _T("Import", "Clear the cell; enter a debt by hand with its reason."),
        Problem.BALANCE_TWICE: _T("Import", "Write the sum into one row and clear the other cells."),
    }
