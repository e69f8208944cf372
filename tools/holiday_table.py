"""Writes the table of public holidays that the program carries, from the yearly files of holiday-cn.

Run by hand when the State Council has announced another year: `python3 -m tools.holiday_table FOLDER`, a folder with
2020.json and so on. The table names each day with the holiday it belongs to; true is a day off, false one made up for.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "crm_desktop" / "resources" / "calendar" / "holidays.json"


def days(folder: Path) -> dict[str, tuple[str, bool]]:
    """Return every day of the files, in order."""
    files = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("[0-9]*.json")]
    found = {day["date"]: (day["name"], day["isOffDay"]) for file in files for day in file["days"]}
    return dict(sorted(found.items()))


if __name__ == "__main__":
    lines = (
        f"{json.dumps(day)}: {json.dumps(what, ensure_ascii=False)}" for day, what in days(Path(sys.argv[1])).items()
    )
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
