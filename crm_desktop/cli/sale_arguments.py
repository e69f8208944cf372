"""The arguments of `sell`, `refund` and `void`."""

from __future__ import annotations

import argparse

from crm_desktop.base.text import _T


def add_sell(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `sell`."""
    amount, text = _T("Command", "AMOUNT"), _T("Command", "TEXT")
    parser.add_argument("--amount", metavar=amount, help=_T("Command", "what was sold, as one amount: 188, 188.50"))
    line = _T("Command", "one line of the slip: name=price, or name=price*quantity; give it as often as needed")
    parser.add_argument("--line", action="append", default=[], metavar=text, help=line)
    who = _T("Command", "who bought: the id that find prints, or a card number (nobody known)")
    parser.add_argument("--customer", metavar=_T("Command", "ID"), help=who)
    pay = _T(
        "Command", "how it was paid: cash=100; wechat, alipay, bank_card, transfer, stored_value, other (all in cash)"
    )
    parser.add_argument("--pay", action="append", default=[], metavar=text, help=pay)
    parser.add_argument("--discount", metavar=amount, help=_T("Command", "taken off the whole bill"))
    points = _T("Command", "points to pay with")
    parser.add_argument("--points", type=int, default=0, metavar=_T("Command", "NUMBER"), help=points)
    coupon = _T("Command", "the code of a coupon; give it as often as needed")
    parser.add_argument("--coupon", action="append", default=[], metavar=_T("Command", "CODE"), help=coupon)
    parser.add_argument("--note", default="", metavar=text, help=_T("Command", "more about it"))
    parser.add_argument("--slip-id", metavar=_T("Command", "ID"), help=_slip_id())
    when = _T("Command", "when it was sold, as 2026-11-22T09:00 (now)")
    parser.add_argument("--at", metavar=_T("Command", "TIME"), help=when)


def add_refund(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `refund`."""
    _slip(parser)
    amount, text = _T("Command", "AMOUNT"), _T("Command", "TEXT")
    parser.add_argument("--amount", metavar=amount, help=_T("Command", "only so much of it (all that is left)"))
    line = _T("Command", "a line that comes back, by its place on the slip, and how much: 2=1; as often as needed")
    parser.add_argument("--line", action="append", default=[], metavar=text, help=line)
    pay = _T("Command", "how it is paid back: cash=100 (the way it was paid)")
    parser.add_argument("--pay", action="append", default=[], metavar=text, help=pay)
    parser.add_argument("--reason", default="", metavar=text, help=_T("Command", "why"))
    parser.add_argument("--slip-id", metavar=_T("Command", "ID"), help=_slip_id())


def add_void(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `void`."""
    _slip(parser)
    parser.add_argument("--reason", default="", metavar=_T("Command", "TEXT"), help=_T("Command", "why"))


def _slip(parser: argparse.ArgumentParser) -> None:
    number = _T("Command", "the number of the slip, 261122-007, or its id")
    parser.add_argument("slip", metavar=_T("Command", "SLIP"), help=number)


def _slip_id() -> str:
    return _T("Command", "an id of your own for this slip: sent twice, it is written once")
