"""The self-test: what every installation must be able to do, tried out in a folder that is thrown away.

It is for whoever builds or hands on the program and for a shop that suspects its installation: no data of theirs is
opened, nothing is left, nothing goes over a network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from crm_desktop.base.clock import system_clock
from crm_desktop.base.lock import MaintenanceLock
from crm_desktop.base.paths import find_places
from crm_desktop.base.text import _T, LANGUAGES, read_catalogue
from crm_desktop.domain.customer import CustomerDraft
from crm_desktop.domain.journal import Source
from crm_desktop.services.back_up import back_up
from crm_desktop.services.check_database import check_database
from crm_desktop.services.export_customers import export_customers
from crm_desktop.services.find_customers import find_customers
from crm_desktop.services.import_customers import import_customers
from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.open_database import open_or_make
from crm_desktop.services.open_shop import HeldKey, OpenShop
from crm_desktop.services.register_customer import register_customer
from crm_desktop.services.restore_backup import restore_backup
from crm_desktop.services.set_up_shop import workplace_of_owner
from crm_desktop.store.key_vault import KeyPlace, KeyVault, system_keyring

_NAME, _SOUND = "王小明", "wangxiaoming"
_ZONES = ("Asia/Shanghai", "Europe/London", "America/New_York")
_CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:赵敏\r\nTEL:13800138000\r\nEND:VCARD\r\n"


class SelfTestError(Exception):
    """Something answered, but not as it has to; the text says what."""


@dataclass(frozen=True)
class SelfCheck:
    """One thing to try in a folder of its own: what it is called, and what it finds, in a few words."""

    title: str
    run: Callable[[Path], str]


@dataclass(frozen=True)
class Finding:
    """What became of a check."""

    title: str
    passed: bool
    detail: str


def self_checks() -> Sequence[SelfCheck]:
    """Return every check that needs no window."""
    return (
        SelfCheck(_T("SelfTest", "Texts in both languages"), _texts),
        SelfCheck(_T("SelfTest", "Encrypted database"), _database),
        SelfCheck(_T("SelfTest", "Search"), _search),
        SelfCheck(_T("SelfTest", "Steps from older databases"), _steps),
        SelfCheck(_T("SelfTest", "Key ring"), _key_ring),
        SelfCheck(_T("SelfTest", "Time zones"), _zones),
        SelfCheck(_T("SelfTest", "Workbook written and read by a child process"), _workbook),
        SelfCheck(_T("SelfTest", "Contact card read by a child process"), _card),
        SelfCheck(_T("SelfTest", "Template and opened workbook"), _template),
        SelfCheck(_T("SelfTest", "Backup and restore"), _backup),
        SelfCheck(_T("SelfTest", "Integrity of the data"), _integrity),
    )


def tried(checks: Sequence[SelfCheck]) -> Iterator[Finding]:
    """Try each check in an empty folder that is removed afterwards; a failed one keeps none of the others back."""
    for check in checks:
        with TemporaryDirectory(prefix="crm-desktop-self-test-") as folder:
            yield _tried(check, Path(folder).resolve())


def _tried(check: SelfCheck, folder: Path) -> Finding:
    try:
        return Finding(check.title, True, check.run(folder))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the self-test has to tell
        return Finding(check.title, False, f"{type(error).__name__}: {error}")


def expect(holds: object, what: str) -> None:
    """Raise SelfTestError with `what` unless it holds; `assert` is left out of some builds."""
    if not holds:
        raise SelfTestError(what)


class _Vault:
    """Keeps keys in memory: the key ring of this computer is left alone."""

    def __init__(self) -> None:
        self.opened: dict[str, bytes] = {}
        self._keys: dict[str, bytes] = {}

    def read(self, database_id: str) -> bytes | None:
        """Return the key of a database, or None."""
        return self._keys.get(database_id)

    def write(self, database_id: str, key: bytes) -> KeyPlace:
        """Keep a key."""
        self._keys[database_id] = key
        return KeyPlace.FILE

    def forget(self, database_id: str) -> bool:
        """Let go of a key."""
        return self._keys.pop(database_id, None) is not None

    def place_of(self, database_id: str) -> KeyPlace:  # noqa: ARG002 - the protocol of a vault
        """Return where keys would rest."""
        return KeyPlace.FILE


def a_shop(folder: Path, vault: KeyVault | None = None) -> OpenShop:
    """Open a shop of its own in a folder, made on the first call, with its key in memory; to be closed."""
    places, vault = find_places(folder / "data", folder / "config"), vault or _Vault()
    use = MaintenanceLock(places.data)
    key, store, is_new = open_or_make(places, vault, system_clock, use, _T("Shop", "Owner"))
    return OpenShop(places, HeldKey(key), vault, workplace_of_owner(store, Source.COMMAND), use, is_new)


def add_customer(shop: OpenShop, name: str = _NAME) -> None:
    """Put a customer into a shop, by default one called 王小明."""
    register_customer(shop.workplace, CustomerDraft(name))


def _texts(_folder: Path) -> str:
    for language in LANGUAGES:
        said = read_catalogue(language).find("Command", "%n attached file(s) (is|are) not in the backup.", None, 2)
        expect("(" not in said, language)
    return ", ".join(LANGUAGES)


def _database(folder: Path) -> str:
    with closing(a_shop(folder)) as shop:
        add_customer(shop)
        shop.store.settle()
        with shop.store.read() as connection:
            cipher = connection.exec_driver_sql("PRAGMA cipher_version").scalar_one()
            version = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
    expect_encrypted(shop.places.data.database.read_bytes())
    return f"SQLite {version}, SQLCipher {cipher}"


def expect_encrypted(content: bytes) -> None:
    """Raise SelfTestError for a database file that others can read."""
    expect(not content.startswith(b"SQLite format 3"), "the database is not encrypted")
    expect(_NAME.encode() not in content, "a name can be read in the database")


def _search(folder: Path) -> str:
    with closing(a_shop(folder)) as shop:
        add_customer(shop)
        for typed in (_NAME[1:], _SOUND, "wxm"):
            found = find_customers(shop.workplace, typed, 5)
            expect([one.customer.name for one in found] == [_NAME], typed)
    return f"FTS5: {_NAME[1:]}, {_SOUND}, wxm"


def _steps(_folder: Path) -> str:
    from crm_desktop.store.migrate import fresh_shape, shape_by_steps
    from crm_desktop.store.migrations import all_steps
    from crm_desktop.store.shape import differences

    expect(not (wrong := differences(shape_by_steps(), fresh_shape())), ", ".join(wrong))
    return ", ".join(step.revision for step in all_steps())


def _key_ring(_folder: Path) -> str:
    """Find the key ring without asking it for anything: it may want a password typed."""
    import keyring.backends.kwallet
    import keyring.backends.SecretService  # noqa: F401 - those of Linux, which are there on every system

    found = system_keyring()
    return type(found).__module__.rpartition(".")[2] if found else _T("SelfTest", "none here: keys rest in a file")


def _zones(_folder: Path) -> str:
    from zoneinfo import ZoneInfo

    summer = [datetime(2026, 7, 1, 12, tzinfo=ZoneInfo(name)) for name in _ZONES]
    expect([f"{noon:%z}" for noon in summer] == ["+0800", "+0100", "-0400"], repr(summer))
    return ", ".join(_ZONES)


def _workbook(folder: Path) -> str:
    file = folder / "customers.xlsx"
    with closing(a_shop(folder / "one")) as shop:
        add_customer(shop)
        export_customers(shop.workplace, file)
    with closing(a_shop(folder / "two")) as shop:
        brought = import_customers(shop.workplace, ImportSource(file))
        found = find_customers(shop.workplace, _SOUND, 5)
    expect(brought.created == 1 and len(found) == 1, repr(brought))
    return f"{file.stat().st_size:,} B"


def _card(folder: Path) -> str:
    file = folder / "card.vcf"
    file.write_text(_CARD, encoding="utf-8", newline="")
    with closing(a_shop(folder)) as shop:
        import_customers(shop.workplace, ImportSource(file))
        (found,) = find_customers(shop.workplace, "8000", 5)
    return f"{found.customer.name} {found.phones[0]}"


def _template(folder: Path) -> str:
    from crm_desktop.services.import_templates import write_template

    file = folder / "template.xlsx"
    with closing(a_shop(folder)) as shop:
        write_template(shop.workplace, "customers", file)
        brought = import_customers(shop.workplace, ImportSource(file))
    expect(not brought.errors, repr(brought.errors))
    return f"{file.stat().st_size:,} B"


def _backup(folder: Path) -> str:
    vault = _Vault()
    with closing(a_shop(folder, vault)) as shop:
        add_customer(shop)
        made = back_up(shop.workplace, shop.places, shop.key)
        add_customer(shop, "李雷")
    restore_backup(shop.places, vault, made.path, system_clock)
    with closing(a_shop(folder, vault)) as shop:
        names = [find_customers(shop.workplace, name, 5) != [] for name in (_NAME, "李雷")]
    expect(names == [True, False], "the restored database is another one")
    return f"{made.path.stat().st_size:,} B"


def _integrity(folder: Path) -> str:
    with closing(a_shop(folder)) as shop:
        add_customer(shop)
        report = check_database(shop.workplace, places=shop.places)
    expect(report.is_clean, repr(report))
    return ""
