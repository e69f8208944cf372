"""The child process: reads and writes users' files apart from the window, which lives on whatever happens here.

Started by the program itself as `_child VERB`. Standard input brings the key of the staging file and the request;
standard output takes events, one JSON line each. Nothing secret is in arguments or environment.
"""

from __future__ import annotations

import gc
import json
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.zones import zone_of
from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.exchange import protocol
from crm_desktop.exchange.clean import shown
from crm_desktop.exchange.mapping import data_rows
from crm_desktop.exchange.plan import ImportPlan
from crm_desktop.exchange.sandbox import confine
from crm_desktop.exchange.table import NoteKind, ReadNote, Table

EXIT_FAULT, EXIT_CRASH = 1, 3
_PREVIEW_ROWS = 50
_ROWS_A_TELL = 2_000

Tell = Callable[..., None]


Job = Callable[[IO[bytes], Tell], None]
"""What a child does: it reads its request and tells events."""


def main(argv: Sequence[str]) -> int:
    """Do one job and return the exit code."""
    return serve(_VERBS[argv[0]])


def serve(job: Job) -> int:
    """Do a job on a stranger's file within bounds, tell what becomes of it, and return the exit code."""
    return answer(partial(_within_bounds, job))


def _within_bounds(job: Job, stdin: IO[bytes], tell: Tell) -> None:
    try:
        confine()
        job(stdin, tell)
    except MemoryError:
        raise Fault(FaultKind.FILE_HOSTILE, why="memory") from None


def answer(job: Job) -> int:
    """Do a job, tell what becomes of it, and return the exit code."""
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer

    def tell(event: str, **values: Any) -> None:
        stdout.write(protocol.dumps({"event": event, **values}).encode() + b"\n")
        stdout.flush()

    gc.disable()  # a short life of many small objects, none of them in circles: collecting costs a third of the time
    try:
        job(stdin, tell)
    except Fault as fault:
        tell("fault", kind=fault.kind.value, values=_plain(fault.values))
        return EXIT_FAULT
    except BaseException as error:  # noqa: BLE001 - also the reader's PanicException, which is no Exception
        tell("crash", error=type(error).__name__, frames=_frames(error))
        return EXIT_CRASH
    return 0


def _frames(error: BaseException) -> list[str]:
    """Return where an error came from, without any value of the user's."""
    return [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]


def _plain(values: dict[str, object]) -> dict[str, object]:
    return {key: value if isinstance(value, str | int | float) else str(value) for key, value in values.items()}


def read_request(stdin: IO[bytes]) -> tuple[bytes, dict[str, Any]]:
    """Return the key and the values of what is asked for."""
    key = bytes.fromhex(stdin.readline().decode().strip())
    request: dict[str, Any] = json.loads(stdin.readline())
    return key, request


def _read(stdin: IO[bytes], tell: Tell) -> None:
    """Read a user's file; stage its rows unless only a preview is wanted."""
    from crm_desktop.exchange.staging import connect

    key, values = read_request(stdin)
    request = protocol.ReadRequest(**values)
    plan = ImportPlan.from_json(request.plan) if request.plan else None
    kind = plan.kind if plan else request.kind
    table = _table(request.path, request.text, request.password, plan or request, kind, look=request.preview_only)
    tell("progress", done=0, total=table.sheet.rows)
    plan, remembered, samples = (plan, False, ()) if plan else _propose(table, request)
    counts: dict[str, Any] = {}
    if request.preview_only:
        counts["data_rows"] = sum(1 for _ in data_rows(table, plan.heading_row, plan.heading_rows))
    else:
        connection = connect(Path(request.staging), key)
        counts = _stage(connection, table, plan, request, tell)
        connection.close()
    preview = list(islice(table.rows(), _PREVIEW_ROWS))
    result = protocol.ReadResult(
        kind=table.kind.value,
        plan=plan,
        sheets=tuple(asdict(sheet) for sheet in table.sheets),
        notes=tuple((note.kind.value, note.text) for note in (*table.notes, *_notes(plan, samples))),
        preview=tuple(tuple(shown(cell)[:200] for cell in cells) for _, cells in preview),
        preview_numbers=tuple(number for number, _ in preview),
        remembered=remembered,
        sample_rows=samples,
        **counts,
    )
    tell("result", **result.to_event())


def _table(
    path: str,
    text: str | None,
    password: str | None,
    chosen: protocol.ReadRequest | ImportPlan,
    kind: str,
    *,
    look: bool = False,
) -> Table:
    """Read the table that a request or a plan chooses; a pasted one comes with the request."""
    from crm_desktop.exchange.head import sheet_scorer
    from crm_desktop.exchange.reader import read_table, read_text

    if text is not None:
        return read_text(text, Path(path).name, chosen.delimiter)
    how = (chosen.sheet, chosen.encoding, chosen.delimiter, sheet_scorer(kind))
    return read_table(Path(path), *how, password=password, all_sheets=look)


def _propose(table: Table, request: protocol.ReadRequest) -> tuple[ImportPlan, bool, tuple[int, ...]]:
    """Propose a plan: by the headings, by the values, by what the user chose before, without leftover sample rows."""
    from crm_desktop.exchange.mapping import propose
    from crm_desktop.exchange.memory import recall
    from crm_desktop.exchange.plan import RowDecision
    from crm_desktop.exchange.samples import sample_rows

    name = Path(request.path).name
    own = frozenset(str(field["name"]).casefold() for field in request.fields)
    plan = propose(
        table,
        name,
        kind=request.kind,
        row=request.heading_row,
        rows=request.heading_rows,
        force=request.force,
        own_fields=own,
    )
    plan, remembered = recall(plan, request.memory)
    samples = sample_rows(table, plan)
    if samples:
        plan = replace(plan, decisions=dict.fromkeys(samples, RowDecision.SKIP))
    return plan, remembered, samples


def _notes(plan: ImportPlan, samples: Sequence[int]) -> Iterator[ReadNote]:
    from crm_desktop.exchange.head import repeated_headings

    if plan.heading_rows > 1:
        yield ReadNote(NoteKind.TWO_HEADING_ROWS)
    repeated = repeated_headings([column.heading for column in plan.columns if column.made is None])
    if repeated:
        yield ReadNote(NoteKind.HEADINGS_TWICE, ", ".join(repeated))
    if samples:
        yield ReadNote(NoteKind.SAMPLE_ROWS, ", ".join(map(str, samples)))


def _stage(connection: Any, table: Any, plan: ImportPlan, request: protocol.ReadRequest, tell: Tell) -> dict[str, int]:
    from crm_desktop.exchange.plan import RowsAre, Target
    from crm_desktop.exchange.rows import RowCleaner
    from crm_desktop.exchange.staging import StagingWriter

    if plan.kind == RowsAre.PURCHASES:
        return _stage_sales(connection, table, plan, request, tell)
    cleaner = RowCleaner(plan, zone_of(request.zone), request.region, _fields(request), request.minor)
    cleaner.keep_cells = request.keep_cells
    writer = StagingWriter(connection, plan.policy.repeats, plan.decisions)
    customs = [c for c in plan.columns if c.target in (Target.CUSTOM, Target.NICKNAME, Target.INTRODUCER)]
    writer.add_fields((c.label or c.heading, c.custom_type or FieldType.TEXT) for c in customs)
    done = 0
    for done in writer.add(cleaner.rows(table)):
        tell("progress", done=done, total=max(table.sheet.rows, done))
    writer.finish()
    return {
        "rows": done,
        "customers": writer.customers,
        "repeated": writer.repeated,
        "failed": writer.failed,
        "asked": writer.asked,
        "left_out": writer.left_out,
    }


def _stage_sales(
    connection: Any, table: Any, plan: ImportPlan, request: protocol.ReadRequest, tell: Tell
) -> dict[str, int]:
    from crm_desktop.exchange.sale_reader import SaleReader, ShopHabits
    from crm_desktop.exchange.sale_staging import stage_sales

    zone = zone_of(request.zone)
    habits = ShopHabits(zone, request.region, request.day_starts_at, request.opens_at, request.minor)
    reader = SaleReader(plan, habits, keep_cells=request.keep_cells)
    total = table.sheet.rows
    for done in reader.read(table):
        tell("progress", done=done // 2, total=total)
    return stage_sales(connection, reader.found, lambda done: tell("progress", done=(total + done) // 2, total=total))


def _fields(request: protocol.ReadRequest) -> dict[str, CustomField]:
    """Return the shop's custom fields by name, so that values keep their types."""
    given = [
        CustomField(**{**values, "type": FieldType(values["type"]), "choices": tuple(values["choices"])})
        for values in request.fields
    ]
    return {field.name.casefold(): field for field in given}


def _report(stdin: IO[bytes], tell: Tell) -> None:
    """Count what cleaning would do to every column."""
    from crm_desktop.exchange.report import report

    _, values = read_request(stdin)
    request = protocol.ReadRequest(**values)
    plan = ImportPlan.from_json(request.plan or "")
    table = _table(request.path, request.text, request.password, plan, plan.kind)
    found = report(
        table,
        plan,
        zone=zone_of(request.zone),
        region=request.region,
        fields=_fields(request),
        tell=lambda done: tell("progress", done=done, total=table.sheet.rows),
    )
    tell("result", columns=[asdict(column) for column in found])


def _write(stdin: IO[bytes], tell: Tell) -> None:
    """Write an export from rows that follow in frames; an unfinished stream leaves no file."""
    from crm_desktop.exchange.vcard_writer import write_vcards
    from crm_desktop.exchange.writers import write_csv, write_xlsx

    request, sheets = written_sheets(stdin, tell)
    target = Path(request.path)
    if request.format == "csv":
        report = write_csv(target, request.sheets[0].columns, sheets[0], request.encoding)
    elif request.format == "vcf":
        report = write_vcards(target, request.sheets[0].columns, sheets[0])
    else:
        report = write_xlsx(target, request.sheets, sheets)
    tell("progress", done=report.rows, total=report.rows)
    tell("result", rows=report.rows, cut=report.cut[:1000], cleaned=report.cleaned[:1000])


def written_sheets(stdin: IO[bytes], tell: Tell) -> tuple[protocol.WriteRequest, list[Iterator[list[Any]]]]:
    """Return what is to be written, and the rows of cells of each sheet, which must be read one after the other."""
    from crm_desktop.exchange.cells import cell_maker

    _, values = read_request(stdin)
    request = protocol.WriteRequest.from_values(values)
    zone = zone_of(request.zone)
    first, *others = [cell_maker(sheet.columns, zone) for sheet in request.sheets]
    return request, [_streamed_rows(stdin, first, tell), *(_streamed_rows(stdin, make, _quiet) for make in others)]


def _quiet(_event: str, **_values: Any) -> None:
    """Tell nothing: progress counts customers, and these rows are what is kept around them."""


def _streamed_rows(stdin: IO[bytes], prepare: Callable[[list[Any]], None], tell: Tell) -> Iterator[list[Any]]:
    """Yield the rows of a sheet until their end; a stream without one was broken off."""
    try:
        for number, row in enumerate(protocol.read_rows(stdin, prepare), 1):
            if number % _ROWS_A_TELL == 0:
                tell("progress", done=number, total=0)
            yield row
    except EOFError:
        raise Fault(FaultKind.CANCELLED) from None


def _copy_errors(stdin: IO[bytes], tell: Tell) -> None:
    """Write the bad rows of a user's file with what is wrong and how to mend it."""
    from crm_desktop.exchange.error_copy import write_error_copy

    _, values = read_request(stdin)
    request = protocol.ErrorCopyRequest(**values)
    plan = ImportPlan.from_json(request.plan)
    table = _table(request.source, request.text, request.password, plan, plan.kind)
    words = {int(number): tuple(texts) for number, texts in request.rows.items()}
    tell("result", rows=write_error_copy(Path(request.target), table, plan, request.headings, words))


def _template(stdin: IO[bytes], tell: Tell) -> None:
    """Write a blank template."""
    from crm_desktop.exchange.templates import write_template

    _, values = read_request(stdin)
    columns = tuple(_template_column(column) for column in values.pop("columns"))
    write_template(protocol.TemplateRequest(**values, columns=columns))
    tell("result")


def _template_column(values: dict[str, Any]) -> protocol.TemplateColumn:
    lists = {name: tuple(values[name]) for name in ("samples", "choices")}
    return protocol.TemplateColumn(**{**values, **lists})


def _read_calendar(stdin: IO[bytes], tell: Tell) -> None:
    """Read a calendar file and tell what it holds."""
    from crm_desktop.exchange.calendar_reader import read_calendar

    _, values = read_request(stdin)
    found = read_calendar(protocol.CalendarRequest(**values))
    tell(
        "result",
        entries=[entry.to_json() for entry in found.entries],
        problems=[(one.line, one.problem, one.text) for one in found.problems],
        problem_count=found.problem_count,
        left_out=found.left_out,
    )


def _write_calendar(stdin: IO[bytes], tell: Tell) -> None:
    """Write a calendar file from entries that follow in frames; an unfinished stream leaves no file."""
    from crm_desktop.exchange.calendar_entry import OutsideEntry
    from crm_desktop.exchange.calendar_writer import write_calendar

    _, values = read_request(stdin)
    request = protocol.WriteCalendarRequest(**values)
    rows = _streamed_rows(stdin, _as_they_are, tell)
    tell("result", rows=write_calendar(request, (OutsideEntry.from_json(entry) for (entry,) in rows)))


def _as_they_are(_row: list[Any]) -> None:
    """Leave the cells of a row as they come."""


def _search_texts(stdin: IO[bytes], tell: Tell) -> None:
    from crm_desktop.exchange.search_texts import make_texts

    make_texts(stdin, tell)


_VERBS: dict[str, Job] = {
    "read": _read,
    "report": _report,
    "write": _write,
    "copy-errors": _copy_errors,
    "template": _template,
    "search-texts": _search_texts,
    "read-calendar": _read_calendar,
    "write-calendar": _write_calendar,
}
