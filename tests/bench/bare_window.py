"""The floor of a start: a bare window, SQLAlchemy imported, the same file opened, a hundred rows read and painted."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from tests.bench.memory import resident_mb


def main(database: Path, key: bytes) -> None:
    """Show it and answer how much memory it holds."""
    application = QApplication([])
    window, table = QMainWindow(), QTableView()
    window.setCentralWidget(table)
    window.resize(1280, 800)
    model = QStandardItemModel()
    for row in _rows(database, key):
        model.appendRow([QStandardItem(str(value)) for value in row])
    table.setModel(model)
    window.show()
    for _ in range(5):
        application.processEvents()
    table.viewport().repaint()
    sys.stdout.write(json.dumps(resident_mb()) + "\n")
    sys.stdout.flush()
    os._exit(0)


def _rows(database: Path, key: bytes) -> list[tuple[object, ...]]:
    from sqlalchemy import create_engine
    from sqlcipher3 import dbapi2

    def connect() -> object:
        connection = dbapi2.connect(str(database))
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        return connection

    engine = create_engine("sqlite://", module=dbapi2, creator=connect)
    with engine.connect() as connection:
        sql = (
            "SELECT id, name, phone, last_contact_at, created_at FROM customer WHERE deleted_at IS NULL "
            "ORDER BY last_contact_at DESC LIMIT 100"
        )
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.stdin.readline().strip()))
