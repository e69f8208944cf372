"""How much of a user's file is read: beyond these bounds a file is refused in one sentence."""

MAX_FILE_BYTES = 200 * 1024 * 1024
MAX_UNPACKED_BYTES = 1024 * 1024 * 1024
MAX_ROWS = 1_048_576
MAX_COLUMNS = 500
MAX_CELL_CHARACTERS = 32_767
"""What Excel itself keeps in one cell; longer texts are cut on export and reported."""
MAX_DENSE_CELLS = 30_000_000
"""The reader lays a sheet out as a full rectangle, 32 bytes a cell."""
MAX_SHARED_STRINGS = 12_000_000
SUSPICIOUS_RATIO = 250
"""Unpacked to packed size of one part; real sheets stay under 100."""
SUSPICIOUS_RATIO_BYTES = 64 * 1024 * 1024
CHILD_MEMORY_BYTES = 3 * 1024 * 1024 * 1024
CHILD_CPU_SECONDS = 600
HEADING_ROWS = 20
"""How many rows from the top may hold the headings."""
MAX_CALENDAR_BYTES = 64 * 1024 * 1024
MAX_CALENDAR_ENTRIES = 100_000
CALENDAR_CPU_SECONDS = 30
"""How long the rules and zones of a calendar may be worked out; real ones need far less than one second."""
