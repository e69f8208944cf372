"""`demo`: fill an empty folder with the sample shop."""

from __future__ import annotations

import argparse
import time
from dataclasses import replace

from crm_desktop.base.clock import clock_from, system_clock
from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.session import shop_of
from crm_desktop.services.fill_demo import CUSTOMERS, SEED, fill_demo
from crm_desktop.services.open_shop import ShopOptions


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Fill the folder; the clock may be set, for the folder becomes one for trying."""
    clock = clock_from(options.now) if options.now else system_clock
    began = time.perf_counter()
    with shop_of(replace(options, now=None), clock) as shop:
        wanted, seed = arguments.customers or CUSTOMERS, SEED if arguments.seed is None else arguments.seed
        made = fill_demo(shop.workplace, wanted, seed).subject_count
        folder = str(shop.places.data.path)
    seconds = round(time.perf_counter() - began, 2)
    if arguments.json:
        say_json({"customers": made, "seed": seed, "folder": folder, "seconds": seconds})
    else:
        text = _T("Command", "A sample shop with %n customer(s) is in {folder} ({seconds} s).", n=made)
        say(text.format(folder=folder, seconds=seconds))
