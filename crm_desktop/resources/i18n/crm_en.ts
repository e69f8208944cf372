<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Ago</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message numerus="yes">
        <source>Aged values were taken out on {day}: %n.</source>
        <translation>
            <numerusform>Aged values were taken out on {day}: %n.</numerusform>
            <numerusform>Aged values were taken out on {day}: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries are missing just before number {number} ({made}: {what}): %n.</source>
        <translation>
            <numerusform>Entries are missing just before number {number} ({made}: {what}): %n.</numerusform>
            <numerusform>Entries are missing just before number {number} ({made}: {what}): %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The history is not as it was written. Places that do not fit: %n.</source>
        <translation>
            <numerusform>The history is not as it was written. Places that do not fit: %n.</numerusform>
            <numerusform>The history is not as it was written. Places that do not fit: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The history is whole: nothing was changed, removed or cut off (entries verified: %n).</source>
        <translation>
            <numerusform>The history is whole: nothing was changed, removed or cut off (entries verified: %n).</numerusform>
            <numerusform>The history is whole: nothing was changed, removed or cut off (entries verified: %n).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Values are gone from entry {number} ({made}: {what}), and no erasure tells of it: %n.</source>
        <translation>
            <numerusform>Values are gone from entry {number} ({made}: {what}), and no erasure tells of it: %n.</numerusform>
            <numerusform>Values are gone from entry {number} ({made}: {what}), and no erasure tells of it: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Values before and after were changed in entry {number} ({made}: {what}): %n.</source>
        <translation>
            <numerusform>Values before and after were changed in entry {number} ({made}: {what}): %n.</numerusform>
            <numerusform>Values before and after were changed in entry {number} ({made}: {what}): %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Values of a person were erased on {day}: %n.</source>
        <translation>
            <numerusform>Values of a person were erased on {day}: %n.</numerusform>
            <numerusform>Values of a person were erased on {day}: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BringCalendar</name>
    <message numerus="yes">
        <source>%n (belongs|belong) to a customer, by phone, e-mail or name.</source>
        <translation>
            <numerusform>%n belongs to a customer, by phone, e-mail or name.</numerusform>
            <numerusform>%n belong to a customer, by phone, e-mail or name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of days gone by (is|are) kept as done.</source>
        <translation>
            <numerusform>%n of days gone by is kept as done.</numerusform>
            <numerusform>%n of days gone by are kept as done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them (repeats|repeat).</source>
        <translation>
            <numerusform>%n of them repeats.</numerusform>
            <numerusform>%n of them repeat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of other kinds (is|are) left out.</source>
        <translation>
            <numerusform>%n part of other kinds is left out.</numerusform>
            <numerusform>%n parts of other kinds are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the file, line by line:</source>
        <translation>
            <numerusform>%n problem in the file, line by line:</numerusform>
            <numerusform>%n problems in the file, line by line:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n single day(s) of what repeats.</source>
        <translation>
            <numerusform>%n single day of what repeats.</numerusform>
            <numerusform>%n single days of what repeats.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BringHolidays</name>
    <message numerus="yes">
        <source>%n day(s) off</source>
        <translation>
            <numerusform>%n day off</numerusform>
            <numerusform>%n days off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cadences</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message numerus="yes">
        <source>%n birthday(s)</source>
        <translation>
            <numerusform>%n birthday</numerusform>
            <numerusform>%n birthdays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen: drag them onto a day, or</source>
        <translation>
            <numerusform>%n chosen: drag them onto a day, or</numerusform>
            <numerusform>%n chosen: drag them onto a day, or</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n follow-up</numerusform>
            <numerusform>%n follow-ups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n important date(s)</source>
        <translation>
            <numerusform>%n important date</numerusform>
            <numerusform>%n important dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>entries of a day without room</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n customer(s): what is to be done</source>
        <translation>
            <numerusform>For %n customer: what is to be done</numerusform>
            <numerusform>For %n customers: what is to be done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarExport</name>
    <message numerus="yes">
        <source>%n (entry|entries) written to {file}.</source>
        <translation>
            <numerusform>%n entry written to {file}.</numerusform>
            <numerusform>%n entries written to {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message numerus="yes">
        <source>Change %n customer(s)</source>
        <translation>
            <numerusform>Change %n customer</numerusform>
            <numerusform>Change %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n customers</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-ups</source>
        <translation>
            <numerusform>%n follow-ups</numerusform>
            <numerusform>%n follow-ups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>values changed since then stayed as they are: %n</source>
        <translation>
            <numerusform>values changed since then stayed as they are: %n</numerusform>
            <numerusform>values changed since then stayed as they are: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message numerus="yes">
        <source>%n (entry|entries) (is|are) in {file}.</source>
        <translation>
            <numerusform>%n entry is in {file}.</numerusform>
            <numerusform>%n entries are in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attached file(s) (is|are) not in the backup.</source>
        <translation>
            <numerusform>%n attached file is not in the backup.</numerusform>
            <numerusform>%n attached files are not in the backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) (is|are) in {file}.</source>
        <translation>
            <numerusform>%n customer is in {file}.</numerusform>
            <numerusform>%n customers are in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) (is|are) left out: they refused this, or never agreed.</source>
        <translation>
            <numerusform>%n customer is left out: they refused this, or never agreed.</numerusform>
            <numerusform>%n customers are left out: they refused this, or never agreed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read any more.</source>
        <translation>
            <numerusform>%n file could not be read any more.</numerusform>
            <numerusform>%n files could not be read any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of days gone by (is|are) kept as done.</source>
        <translation>
            <numerusform>%n of days gone by is kept as done.</numerusform>
            <numerusform>%n of days gone by are kept as done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) (was|were) too long for a spreadsheet and cut.</source>
        <translation>
            <numerusform>%n text was too long for a spreadsheet and cut.</numerusform>
            <numerusform>%n texts were too long for a spreadsheet and cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) held characters that a spreadsheet cannot hold.</source>
        <translation>
            <numerusform>%n text held characters that a spreadsheet cannot hold.</numerusform>
            <numerusform>%n texts held characters that a spreadsheet cannot hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A sample shop with %n customer(s) is in {folder} ({seconds} s).</source>
        <translation>
            <numerusform>A sample shop with %n customer is in {folder} ({seconds} s).</numerusform>
            <numerusform>A sample shop with %n customers is in {folder} ({seconds} s).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything that is held is in {folder}, with %n file(s).</source>
        <translation>
            <numerusform>Everything that is held is in {folder}, with %n file.</numerusform>
            <numerusform>Everything that is held is in {folder}, with %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The backup with %n customer(s) is proven and lies in {file}.</source>
        <translation>
            <numerusform>The backup with %n customer is proven and lies in {file}.</numerusform>
            <numerusform>The backup with %n customers is proven and lies in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n</source>
        <translation>
            <numerusform>more than %n</numerusform>
            <numerusform>more than %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message numerus="yes">
        <source>Let go to bring in %n calendars</source>
        <translation>
            <numerusform>Let go to bring in %n calendars</numerusform>
            <numerusform>Let go to bring in %n calendars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let go to bring in the customers of %n files</source>
        <translation>
            <numerusform>Let go to bring in the customers of %n files</numerusform>
            <numerusform>Let go to bring in the customers of %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missed %n time(s) since {day}</source>
        <translation>
            <numerusform>missed %n time since {day}</numerusform>
            <numerusform>missed %n times since {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>among %n customer(s)</source>
        <translation>
            <numerusform>among %n customer</numerusform>
            <numerusform>among %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Erase</name>
    <message numerus="yes">
        <source>%n reason(s) from an older version stay in the log.</source>
        <translation>
            <numerusform>%n reason from an older version stay in the log.</numerusform>
            <numerusform>%n reasons from an older version stay in the log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) merged into hers go too.</source>
        <translation>
            <numerusform>%n record merged into hers go too.</numerusform>
            <numerusform>%n records merged into hers go too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) about others may name the person; the shop looks through them.</source>
        <translation>
            <numerusform>%n text about others may name the person; the shop looks through them.</numerusform>
            <numerusform>%n texts about others may name the person; the shop looks through them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) about others name her: they stay, look at them.</source>
        <translation>
            <numerusform>%n text about others name her: they stay, look at them.</numerusform>
            <numerusform>%n texts about others name her: they stay, look at them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Their earlier values were taken out of %n entry(ies) of the log of changes.</source>
        <translation>
            <numerusform>Their earlier values were taken out of %n entry(ies) of the log of changes.</numerusform>
            <numerusform>Their earlier values were taken out of %n entry(ies) of the log of changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>%n customer(s) exported to {file}</source>
        <translation>
            <numerusform>%n customer exported to {file}</numerusform>
            <numerusform>%n customers exported to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: refused, or never agreed.</source>
        <translation>
            <numerusform>%n left out: refused, or never agreed.</numerusform>
            <numerusform>%n left out: refused, or never agreed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As in the list (%n column(s))</source>
        <translation>
            <numerusform>As in the list (%n column)</numerusform>
            <numerusform>As in the list (%n columns)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n customer(s) …</source>
        <translation>
            <numerusform>Export %n customer …</numerusform>
            <numerusform>Export %n customers …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message numerus="yes">
        <source>Too many wrong passwords. The next try is possible in %n minute(s).</source>
        <translation>
            <numerusform>Too many wrong passwords. The next try is possible in %n minute.</numerusform>
            <numerusform>Too many wrong passwords. The next try is possible in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passwords. The next try is possible in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong passwords. The next try is possible in %n second.</numerusform>
            <numerusform>Too many wrong passwords. The next try is possible in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field} in the last %n day(s)</source>
        <translation>
            <numerusform>{field} in the last %n day</numerusform>
            <numerusform>{field} in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field} in the next %n day(s)</source>
        <translation>
            <numerusform>{field} in the next %n day</numerusform>
            <numerusform>{field} in the next %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field} not in the last %n day(s)</source>
        <translation>
            <numerusform>{field} not in the last %n day</numerusform>
            <numerusform>{field} not in the last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n day before</numerusform>
            <numerusform>%n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation>
            <numerusform>In %n days</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message numerus="yes">
        <source>%n chosen follow-up(s) go to a colleague.</source>
        <translation>
            <numerusform>%n chosen follow-up go to a colleague.</numerusform>
            <numerusform>%n chosen follow-ups go to a colleague.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>Different today: %n.</source>
        <translation>
            <numerusform>Different today: %n.</numerusform>
            <numerusform>Different today: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file} holds %n entr(y|ies).</source>
        <translation>
            <numerusform>{file} holds %n entry.</numerusform>
            <numerusform>{file} holds %n entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file} holds the newest %n entr(y|ies); narrow the days for the others.</source>
        <translation>
            <numerusform>{file} holds the newest %n entry; narrow the days for the others.</numerusform>
            <numerusform>{file} holds the newest %n entries; narrow the days for the others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n column(s) have a place</source>
        <translation>
            <numerusform>%n column have a place</numerusform>
            <numerusform>%n columns have a place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) brought in.</source>
        <translation>
            <numerusform>%n customer brought in.</numerusform>
            <numerusform>%n customers brought in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more error(s) are in the copy of the file you can save.</source>
        <translation>
            <numerusform>%n more error are in the copy of the file you can save.</numerusform>
            <numerusform>%n more errors are in the copy of the file you can save.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new field(s): {names}</source>
        <translation>
            <numerusform>%n new field: {names}</numerusform>
            <numerusform>%n new fields: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to mend saved in {file}</source>
        <translation>
            <numerusform>%n row to mend saved in {file}</numerusform>
            <numerusform>%n rows to mend saved in {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) brought in.</source>
        <translation>
            <numerusform>%n slip brought in.</numerusform>
            <numerusform>%n slips brought in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n customer(s)</source>
        <translation>
            <numerusform>Import %n customer</numerusform>
            <numerusform>Import %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n slip(s)</source>
        <translation>
            <numerusform>Import %n slip</numerusform>
            <numerusform>Import %n slips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept in new field(s), for want of a place: {names}</source>
        <translation>
            <numerusform>Kept in new field, for want of a place: {names}</numerusform>
            <numerusform>Kept in new fields, for want of a place: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update %n customer(s)</source>
        <translation>
            <numerusform>Update %n customer</numerusform>
            <numerusform>Update %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDryRun</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message numerus="yes">
        <source>%n (entry|entries) of the calendar (goes|go).</source>
        <translation>
            <numerusform>%n entry of the calendar goes.</numerusform>
            <numerusform>%n entries of the calendar go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) (gets|get) back the earlier values.</source>
        <translation>
            <numerusform>%n customer gets back the earlier values.</numerusform>
            <numerusform>%n customers get back the earlier values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new customer(s) (goes|go).</source>
        <translation>
            <numerusform>%n new customer goes.</numerusform>
            <numerusform>%n new customers go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new customer(s) (stays|stay). Tick who goes to the bin all the same:</source>
        <translation>
            <numerusform>%n new customer stays. Tick who goes to the bin all the same:</numerusform>
            <numerusform>%n new customers stay. Tick who goes to the bin all the same:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series (stays|stay): something was done with (its|their) days since.</source>
        <translation>
            <numerusform>%n series stays: something was done with its days since.</numerusform>
            <numerusform>%n series stay: something was done with their days since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) (was|were) changed since and (stays|stay). Tick what is to be put back all the same:</source>
        <translation>
            <numerusform>%n value was changed since and stays. Tick what is to be put back all the same:</numerusform>
            <numerusform>%n values were changed since and stay. Tick what is to be put back all the same:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message numerus="yes">
        <source>%n backup(s) can still be read with the old code.</source>
        <translation>
            <numerusform>%n backup can still be read with the old code.</numerusform>
            <numerusform>%n backups can still be read with the old code.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) deleted.</source>
        <translation>
            <numerusform>%n backup deleted.</numerusform>
            <numerusform>%n backups deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loyalty</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) each</source>
        <translation>
            <numerusform>%n use each</numerusform>
            <numerusform>%n uses each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) left</source>
        <translation>
            <numerusform>%n use left</numerusform>
            <numerusform>%n uses left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n a day</source>
        <translation>
            <numerusform>at most %n a day</numerusform>
            <numerusform>at most %n a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>good for %n day(s)</source>
        <translation>
            <numerusform>good for %n day</numerusform>
            <numerusform>good for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n card(s)</source>
        <translation>
            <numerusform>on %n card</numerusform>
            <numerusform>on %n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoyaltyPage</name>
    <message numerus="yes">
        <source>%n card(s) out</source>
        <translation>
            <numerusform>%n card out</numerusform>
            <numerusform>%n cards out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message numerus="yes">
        <source>Select 2 to %n customers to merge them.</source>
        <translation>
            <numerusform>Select 2 to %n customers to merge them.</numerusform>
            <numerusform>Select 2 to %n customers to merge them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mend</name>
    <message numerus="yes">
        <source>%n attached file(s) could not be found.</source>
        <translation>
            <numerusform>%n attached file could not be found.</numerusform>
            <numerusform>%n attached files could not be found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) who (was|were) new or changed since the backup came back.</source>
        <translation>
            <numerusform>%n customer who was new or changed since the backup came back.</numerusform>
            <numerusform>%n customers who were new or changed since the backup came back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer backup(s) (is|are) damaged, too, and (is|are) passed over.</source>
        <translation>
            <numerusform>%n newer backup is damaged, too, and is passed over.</numerusform>
            <numerusform>%n newer backups are damaged, too, and are passed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest good backup is of {moment}, with %n customer(s).</source>
        <translation>
            <numerusform>The newest good backup is of {moment}, with %n customer.</numerusform>
            <numerusform>The newest good backup is of {moment}, with %n customers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n new customer(s) could not be read.</source>
        <translation>
            <numerusform>Up to %n new customer could not be read.</numerusform>
            <numerusform>Up to %n new customers could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n other new entry(s) could not be read.</source>
        <translation>
            <numerusform>Up to %n other new entry could not be read.</numerusform>
            <numerusform>Up to %n other new entrys could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message numerus="yes">
        <source>%n become one</source>
        <translation>
            <numerusform>%n become one</numerusform>
            <numerusform>%n become one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged from %n others, last on {when}: {names}</source>
        <translation>
            <numerusform>Merged from %n others, last on {when}: {names}</numerusform>
            <numerusform>Merged from %n others, last on {when}: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message numerus="yes">
        <source>%n visit(s) left</source>
        <translation>
            <numerusform>%n visit left</numerusform>
            <numerusform>%n visits left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Coupons: %n to use</source>
        <translation>
            <numerusform>Coupons: %n to use</numerusform>
            <numerusform>Coupons: %n to use</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n days ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Owed</name>
    <message numerus="yes">
        <source>On {day}, on %n account(s).</source>
        <translation>
            <numerusform>On {day}, on %n account.</numerusform>
            <numerusform>On {day}, on %n accounts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minutes</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n seconds</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message numerus="yes">
        <source>%n customer(s) have such a date.</source>
        <translation>
            <numerusform>%n customer have such a date.</numerusform>
            <numerusform>%n customers have such a date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after</source>
        <translation>
            <numerusform>%n day after</numerusform>
            <numerusform>%n days after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n day before</numerusform>
            <numerusform>%n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It starts for those it comes to from now on. Starting it now would concern %n customer(s).</source>
        <translation>
            <numerusform>It starts for those it comes to from now on. Starting it now would concern %n customer.</numerusform>
            <numerusform>It starts for those it comes to from now on. Starting it now would concern %n customers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It starts for whoever buys for the first time. %n customer(s) did in the last 30 days.</source>
        <translation>
            <numerusform>It starts for whoever buys for the first time. %n customer did in the last 30 days.</numerusform>
            <numerusform>It starts for whoever buys for the first time. %n customers did in the last 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It starts for whoever comes from now on. %n customer(s) came in the last 30 days.</source>
        <translation>
            <numerusform>It starts for whoever comes from now on. %n customer came in the last 30 days.</numerusform>
            <numerusform>It starts for whoever comes from now on. %n customers came in the last 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quiet for %n day(s)</source>
        <translation>
            <numerusform>Quiet for %n day</numerusform>
            <numerusform>Quiet for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start it now for %n customer(s)</source>
        <translation>
            <numerusform>Start it now for %n customer</numerusform>
            <numerusform>Start it now for %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlansPart</name>
    <message numerus="yes">
        <source>%n step(s) left</source>
        <translation>
            <numerusform>%n step left</numerusform>
            <numerusform>%n steps left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n customer(s) entered since would be missing: {names}</source>
        <translation>
            <numerusform>%n customer entered since would be missing: {names}</numerusform>
            <numerusform>%n customers entered since would be missing: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) would be there again: {names}</source>
        <translation>
            <numerusform>%n customer would be there again: {names}</numerusform>
            <numerusform>%n customers would be there again: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) written since would be missing: {slips}</source>
        <translation>
            <numerusform>%n slip written since would be missing: {slips}</numerusform>
            <numerusform>%n slips written since would be missing: {slips}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) had nothing to do with the shop since {day}.</source>
        <translation>
            <numerusform>%n customer had nothing to do with the shop since {day}.</numerusform>
            <numerusform>%n customers had nothing to do with the shop since {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier value(s) taken out, all older than {day}.</source>
        <translation>
            <numerusform>%n earlier value taken out, all older than {day}.</numerusform>
            <numerusform>%n earlier values taken out, all older than {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) erased.</source>
        <translation>
            <numerusform>%n person erased.</numerusform>
            <numerusform>%n persons erased.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase %n person(s) for good? Nothing brings them back.</source>
        <translation>
            <numerusform>Erase %n person for good? Nothing brings them back.</numerusform>
            <numerusform>Erase %n persons for good? Nothing brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase %n ticked …</source>
        <translation>
            <numerusform>Erase %n ticked …</numerusform>
            <numerusform>Erase %n ticked …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPaper</name>
    <message numerus="yes">
        <source>%n customer(s) in the book today.</source>
        <translation>
            <numerusform>%n customer in the book today.</numerusform>
            <numerusform>%n customers in the book today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) in the book.</source>
        <translation>
            <numerusform>%n customer in the book.</numerusform>
            <numerusform>%n customers in the book.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backups: about 13 months. Reports of mistakes: %n month(s).</source>
        <translation>
            <numerusform>Backups: about 13 months. Reports of mistakes: %n month.</numerusform>
            <numerusform>Backups: about 13 months. Reports of mistakes: %n months.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Earlier values in the log of changes: %n month(s).</source>
        <translation>
            <numerusform>Earlier values in the log of changes: %n month.</numerusform>
            <numerusform>Earlier values in the log of changes: %n months.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whoever had nothing to do with the shop for %n month(s) is looked through.</source>
        <translation>
            <numerusform>Whoever had nothing to do with the shop for %n month is looked through.</numerusform>
            <numerusform>Whoever had nothing to do with the shop for %n months is looked through.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recurrence</name>
    <message numerus="yes">
        <source>%n day(s) after it was done</source>
        <translation>
            <numerusform>%n day after it was done</numerusform>
            <numerusform>%n days after it was done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lunar month(s) after it was done</source>
        <translation>
            <numerusform>%n lunar month after it was done</numerusform>
            <numerusform>%n lunar months after it was done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lunar year(s) after it was done</source>
        <translation>
            <numerusform>%n lunar year after it was done</numerusform>
            <numerusform>%n lunar years after it was done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) after it was done</source>
        <translation>
            <numerusform>%n month after it was done</numerusform>
            <numerusform>%n months after it was done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) after it was done</source>
        <translation>
            <numerusform>%n week after it was done</numerusform>
            <numerusform>%n weeks after it was done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) after it was done</source>
        <translation>
            <numerusform>%n year after it was done</numerusform>
            <numerusform>%n years after it was done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{rule}, %n time(s)</source>
        <translation>
            <numerusform>{rule}, %n time</numerusform>
            <numerusform>{rule}, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message numerus="yes">
        <source>%n more: open Today</source>
        <translation>
            <numerusform>%n more: open Today</numerusform>
            <numerusform>%n more: open Today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n reminder</numerusform>
            <numerusform>%n reminders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While you were away, %n follow-up(s) came due: {entries}.</source>
        <translation>
            <numerusform>While you were away, %n follow-up came due: {entries}.</numerusform>
            <numerusform>While you were away, %n follow-ups came due: {entries}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message numerus="yes">
        <source>The customer book goes back to {moment}, with %n customer(s). What was entered after that is not in it.</source>
        <translation>
            <numerusform>The customer book goes back to {moment}, with %n customer. What was entered after that is not in it.</numerusform>
            <numerusform>The customer book goes back to {moment}, with %n customers. What was entered after that is not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n visit(s) a day.</source>
        <translation>
            <numerusform>At most %n visit a day.</numerusform>
            <numerusform>At most %n visits a day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Birthday: {gift}, %n day(s) before it.</source>
        <translation>
            <numerusform>Birthday: {gift}, %n day before it.</numerusform>
            <numerusform>Birthday: {gift}, %n days before it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gifts end after %n day(s); what was paid for never does.</source>
        <translation>
            <numerusform>Gifts end after %n day; what was paid for never does.</numerusform>
            <numerusform>Gifts end after %n days; what was paid for never does.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points end %n day(s) after they were given.</source>
        <translation>
            <numerusform>Points end %n day after they were given.</numerusform>
            <numerusform>Points end %n days after they were given.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points end %n month(s) after they were given, on the last day of the month.</source>
        <translation>
            <numerusform>Points end %n month after they were given, on the last day of the month.</numerusform>
            <numerusform>Points end %n months after they were given, on the last day of the month.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points end %n month(s) after they were given.</source>
        <translation>
            <numerusform>Points end %n month after they were given.</numerusform>
            <numerusform>Points end %n months after they were given.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points end on 31 December, %n year(s) after the year they were given in.</source>
        <translation>
            <numerusform>Points end on 31 December, %n year after the year they were given in.</numerusform>
            <numerusform>Points end on 31 December, %n years after the year they were given in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points end when nothing was bought for %n month(s); each purchase keeps them.</source>
        <translation>
            <numerusform>Points end when nothing was bought for %n month; each purchase keeps them.</numerusform>
            <numerusform>Points end when nothing was bought for %n months; each purchase keeps them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points that come back with a return live at least %n day(s) on.</source>
        <translation>
            <numerusform>Points that come back with a return live at least %n day on.</numerusform>
            <numerusform>Points that come back with a return live at least %n days on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The points can be used for %n day(s).</source>
        <translation>
            <numerusform>The points can be used for %n day.</numerusform>
            <numerusform>The points can be used for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n day(s) from the day it is sold, until {day} at most.</source>
        <translation>
            <numerusform>Valid for %n day from the day it is sold, until {day} at most.</numerusform>
            <numerusform>Valid for %n days from the day it is sold, until {day} at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n day(s) from the day it is sold.</source>
        <translation>
            <numerusform>Valid for %n day from the day it is sold.</numerusform>
            <numerusform>Valid for %n days from the day it is sold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Who falls below keeps the tier %n day(s) more.</source>
        <translation>
            <numerusform>Who falls below keeps the tier %n day more.</numerusform>
            <numerusform>Who falls below keeps the tier %n days more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SayNow</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) left</source>
        <translation>
            <numerusform>%n visit left</numerusform>
            <numerusform>%n visits left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Birthday in %n day(s).</source>
        <translation>
            <numerusform>Birthday in %n day.</numerusform>
            <numerusform>Birthday in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n selected</source>
        <translation>
            <numerusform>more than %n selected</numerusform>
            <numerusform>more than %n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelfTest</name>
    <message numerus="yes">
        <source>%n check(s) failed.</source>
        <translation>
            <numerusform>%n check failed.</numerusform>
            <numerusform>%n checks failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPlan</name>
    <message numerus="yes">
        <source>Start for %n customer(s)</source>
        <translation>
            <numerusform>Start for %n customer</numerusform>
            <numerusform>Start for %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Till</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform>
            <numerusform>%n sales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n point(s)</source>
        <translation>
            <numerusform>+%n point</numerusform>
            <numerusform>+%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %n slips</source>
        <translation>
            <numerusform>the last %n slips</numerusform>
            <numerusform>the last %n slips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>Take this back for all %n customers</source>
        <translation>
            <numerusform>Take this back for all %n customers</numerusform>
            <numerusform>Take this back for all %n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done today</source>
        <translation>
            <numerusform>%n done today</numerusform>
            <numerusform>%n done today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done today. Well done!</source>
        <translation>
            <numerusform>%n done today. Well done!</numerusform>
            <numerusform>%n done today. Well done!</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>%n due today</numerusform>
            <numerusform>%n due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handed over</source>
        <translation>
            <numerusform>%n handed over</numerusform>
            <numerusform>%n handed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promised</source>
        <translation>
            <numerusform>%n promised</numerusform>
            <numerusform>%n promised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close %n follow-up(s) without doing them</source>
        <translation>
            <numerusform>Close %n follow-up without doing them</numerusform>
            <numerusform>Close %n follow-ups without doing them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is moved by itself. %n late:</source>
        <translation>
            <numerusform>Nothing is moved by itself. %n late:</numerusform>
            <numerusform>Nothing is moved by itself. %n late:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spread %n follow-up(s) over the coming days</source>
        <translation>
            <numerusform>Spread %n follow-up over the coming days</numerusform>
            <numerusform>Spread %n follow-ups over the coming days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That takes %n working day(s).</source>
        <translation>
            <numerusform>That takes %n working day.</numerusform>
            <numerusform>That takes %n working days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last contact %n day(s) ago</source>
        <translation>
            <numerusform>last contact %n day ago</numerusform>
            <numerusform>last contact %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TryRules</name>
    <message numerus="yes">
        <source>{slips} slips of %n customer(s), {turnover} altogether.</source>
        <translation>
            <numerusform>{slips} slips of %n customer, {turnover} altogether.</numerusform>
            <numerusform>{slips} slips of %n customers, {turnover} altogether.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UseVisit</name>
    <message numerus="yes">
        <source>%n left after it</source>
        <translation>
            <numerusform>%n left after it</numerusform>
            <numerusform>%n left after it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) chosen</source>
        <translation>
            <numerusform>%n column chosen</numerusform>
            <numerusform>%n columns chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n into the note</source>
        <translation>
            <numerusform>%n into the note</numerusform>
            <numerusform>%n into the note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more (is|are) not shown.</source>
        <translation>
            <numerusform>%n more is not shown.</numerusform>
            <numerusform>%n more are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) (waits|wait)</source>
        <translation>
            <numerusform>%n more file waits</numerusform>
            <numerusform>%n more files wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n not taken</numerusform>
            <numerusform>%n not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) (is|are) left for you to decide.</source>
        <translation>
            <numerusform>%n row is left for you to decide.</numerusform>
            <numerusform>%n rows are left for you to decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) chosen: a decision holds for all of them.</source>
        <translation>
            <numerusform>%n row chosen: a decision holds for all of them.</numerusform>
            <numerusform>%n rows chosen: a decision holds for all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to decide (stays|stay) out until you do.</source>
        <translation>
            <numerusform>%n row to decide stays out until you do.</numerusform>
            <numerusform>%n rows to decide stay out until you do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors (stays|stay) out.</source>
        <translation>
            <numerusform>%n row with errors stays out.</numerusform>
            <numerusform>%n rows with errors stay out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) you have not decided (was|were) left out.</source>
        <translation>
            <numerusform>%n row you have not decided was left out.</numerusform>
            <numerusform>%n rows you have not decided were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) tidied</source>
        <translation>
            <numerusform>%n value tidied</numerusform>
            <numerusform>%n values tidied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import the rest (%n)</source>
        <translation>
            <numerusform>Import the rest (%n)</numerusform>
            <numerusform>Import the rest (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only those without a place (%n)</source>
        <translation>
            <numerusform>Only those without a place (%n)</numerusform>
            <numerusform>Only those without a place (%n)</numerusform>
        </translation>
    </message>
</context>
</TS>
