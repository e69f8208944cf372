<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>&amp;Copy details for support</source>
        <translation>复制版本信息(&amp;C)</translation>
    </message>
    <message>
        <source>About the customer book</source>
        <translation>关于客户管家</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied ✓</source>
        <translation>已复制 ✓</translation>
    </message>
    <message>
        <source>Copied: versions only, nothing about your shop.</source>
        <translation>已复制：只有版本号，不含任何店铺资料。</translation>
    </message>
    <message>
        <source>Customers, follow-ups, sales and loyalty of a small shop, on one computer.</source>
        <translation>小店的客户、跟进、销售和会员，都在一台电脑上。</translation>
    </message>
    <message>
        <source>Each installed package carries the text of its licence in its own folder.</source>
        <translation>每个已安装的组件都在自己的文件夹里附有许可全文。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. © 2026 The crm-desktop authors.</source>
        <translation>自由软件，采用 MIT 许可。© 2026 The crm-desktop authors</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>What this program is made of, with the full text of each licence. Qt is under the LGPL: its libraries lie as files of their own beside the program and may be replaced.</source>
        <translation>本程序用到的组件及其许可全文。Qt 采用 LGPL 许可：它的库以单独的文件放在程序旁边，可以替换。</translation>
    </message>
    <message>
        <source>Your data stay on this computer, encrypted. There is no server and no account, and the program sends nothing anywhere.</source>
        <translation>资料加密保存在这台电脑上。没有服务器，也不用账号，程序不会向任何地方发送资料。</translation>
    </message>
</context>
<context>
    <name>Adjust</name>
    <message>
        <source>Correct</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Correct a balance</source>
        <translation>手工调整</translation>
    </message>
    <message>
        <source>Ends on a day of its own</source>
        <translation>单独设有效期</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>赠送金额</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>More or less</source>
        <translation>增加或减少</translation>
    </message>
    <message>
        <source>She has {before}; after it {after}.</source>
        <translation>现有 {before}，调整后 {after}。</translation>
    </message>
    <message>
        <source>The shop has no loyalty programme yet, so there is no balance to correct.</source>
        <translation>店里还没有会员方案，没有余额可以调整。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>调整什么</translation>
    </message>
    <message>
        <source>less</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>more</source>
        <translation>增加</translation>
    </message>
</context>
<context>
    <name>Ago</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n 个月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n 周前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n 年前</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <comment>last contact</comment>
        <translation>从未联系</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>This is needed.</source>
        <translation>这里必须填。</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>This is too large.</source>
        <translation>太大了。</translation>
    </message>
    <message>
        <source>This is too small.</source>
        <translation>太小了。</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message numerus="yes">
        <source>Aged values were taken out on {day}: %n.</source>
        <translation>
            <numerusform>{day} 清除了过期的旧内容：%n 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>记录条数</translation>
    </message>
    <message numerus="yes">
        <source>Entries are missing just before number {number} ({made}: {what}): %n.</source>
        <translation>
            <numerusform>第 {number} 条（{made}：{what}）之前少了 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry {number} ({made}: {what}) was changed, moved or put in afterwards.</source>
        <translation>第 {number} 条（{made}：{what}）事后被改动、挪动或塞入。</translation>
    </message>
    <message>
        <source>Entry {number} is another one than the one that stood there by {moment}, as {by} says. Where nobody put another file in its place, the history was written anew.</source>
        <translation>第 {number} 条已不是 {moment} 时的那一条（{by}可以证明）。如果没有人换过文件，就是历史记录被重写过。</translation>
    </message>
    <message>
        <source>It ends with entry {number}; the seal begins with {seal}.</source>
        <translation>末尾是第 {number} 条，封印开头为 {seal}。</translation>
    </message>
    <message>
        <source>Its seal begins with</source>
        <translation>封印开头</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>最后一条</translation>
    </message>
    <message>
        <source>Save a sheet of it …</source>
        <translation>存成核对单…</translation>
    </message>
    <message>
        <source>Save the sheet of the verification</source>
        <translation>保存核对单</translation>
    </message>
    <message>
        <source>Signed: ____________________</source>
        <translation>签字：____________________</translation>
    </message>
    <message>
        <source>The end of the history is missing. It ends with entry {number}, but {by} of {moment} says that entry {noted} stood there. Where nobody put an older file in its place, entries were cut off.</source>
        <translation>历史记录的末尾缺失：现在止于第 {number} 条，而 {moment} 的{by}表明当时已有第 {noted} 条。如果没有人换回旧文件，就是有记录被截掉了。</translation>
    </message>
    <message numerus="yes">
        <source>The history is not as it was written. Places that do not fit: %n.</source>
        <translation>
            <numerusform>历史记录和当初写下的不一样，对不上的地方：%n 处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The history is whole: nothing was changed, removed or cut off (entries verified: %n).</source>
        <translation>
            <numerusform>历史记录完好：没有被改动、删除或截掉（已核对 %n 条）。</numerusform>
        </translation>
    </message>
    <message>
        <source>The reason given in entry {number} ({made}: {what}) was changed.</source>
        <translation>第 {number} 条（{made}：{what}）里填写的原因被改动。</translation>
    </message>
    <message>
        <source>The whole seal</source>
        <translation>完整封印</translation>
    </message>
    <message numerus="yes">
        <source>Values are gone from entry {number} ({made}: {what}), and no erasure tells of it: %n.</source>
        <translation>
            <numerusform>第 {number} 条（{made}：{what}）里的内容不见了，却没有对应的抹除记录：%n 处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Values before and after were changed in entry {number} ({made}: {what}): %n.</source>
        <translation>
            <numerusform>第 {number} 条（{made}：{what}）里的前后内容被改动：%n 处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Values of a person were erased on {day}: %n.</source>
        <translation>
            <numerusform>{day} 按要求抹除了一位客户的内容：%n 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified history</source>
        <translation>历史记录核对单</translation>
    </message>
    <message>
        <source>Verified history {number}</source>
        <translation>历史记录核对单 {number}</translation>
    </message>
    <message>
        <source>Verified on</source>
        <translation>核对时间</translation>
    </message>
    <message>
        <source>Verifying the history …</source>
        <translation>正在核对历史记录…</translation>
    </message>
    <message>
        <source>Write this down, or keep this sheet where nobody who works with the program can change it. A later history that has another seal at this entry, or ends before it, was cut off or written anew.</source>
        <translation>请抄下这些，或把这张纸收在使用程序的人改不到的地方。以后如果这一条的封印不同，或历史记录止于它之前，就说明记录被截掉或重写过。</translation>
    </message>
    <message>
        <source>a note at closing</source>
        <translation>关闭程序时留下的记号</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>the backup {file}</source>
        <translation>备份 {file}</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>{moment}, {person}</source>
        <translation>{moment}，{person}</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>A new computer in three steps</source>
        <translation>换新电脑，三步搞定</translation>
    </message>
    <message>
        <source>All backups lie on this computer. If it is lost or stolen, they are lost with it.</source>
        <translation>所有备份都在这台电脑上。电脑丢了或被偷，备份也就没了。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Back up there now</source>
        <translation>现在备份到那里</translation>
    </message>
    <message>
        <source>Backup copied to the second place and read back.</source>
        <translation>备份已复制到第二存放处，并已读回核对。</translation>
    </message>
    <message>
        <source>Backup made and checked.</source>
        <translation>备份已完成并验证。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups are no longer copied there. Those that lie there stay.</source>
        <translation>不再把备份复制到那里。已有的备份会留着。</translation>
    </message>
    <message>
        <source>Change without a backup</source>
        <translation>不备份，直接修改</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a second place for backups</source>
        <translation>选择备份的第二存放处</translation>
    </message>
    <message>
        <source>Choose a second place …</source>
        <translation>选择第二存放处…</translation>
    </message>
    <message>
        <source>Choose another …</source>
        <translation>换一个…</translation>
    </message>
    <message>
        <source>Choose the stick and type the recovery code. Everything is as it was here.</source>
        <translation>选中 U 盘，输入恢复码，一切就和这里一样了。</translation>
    </message>
    <message>
        <source>Copying to the second place …</source>
        <translation>正在复制到第二存放处…</translation>
    </message>
    <message>
        <source>Customer book {day}.xlsx</source>
        <translation>客户资料 {day}.xlsx</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>For more than a week no backup has come to {folder}.</source>
        <translation>已经一个多星期没有备份到 {folder} 了。</translation>
    </message>
    <message>
        <source>Go back to before the restore of {when} …</source>
        <translation>回到 {when} 恢复之前…</translation>
    </message>
    <message>
        <source>Here: press “Back up there now”, with the stick in. Have the recovery sheet at hand.</source>
        <translation>在这台电脑：插好 U 盘，点“现在备份到那里”。把恢复码那张纸准备好。</translation>
    </message>
    <message>
        <source>It is not there now.</source>
        <translation>现在不在。</translation>
    </message>
    <message>
        <source>It is there now.</source>
        <translation>现在就在。</translation>
    </message>
    <message>
        <source>Kept are all of the last two days, then one for each of 12 days, 10 weeks and 9 months; older ones go by themselves. Each is encrypted and was read back when it was made.</source>
        <translation>保留最近两天的全部备份，再往前 12 天每天一份、10 周每周一份、9 个月每月一份；更早的会自动清理。每份备份都加密，做好时都读回核对过。</translation>
    </message>
    <message>
        <source>Last backup there: {when}.</source>
        <translation>上次备份到那里：{when}。</translation>
    </message>
    <message>
        <source>Last backup: {when}</source>
        <translation>上次备份：{when}</translation>
    </message>
    <message>
        <source>Making a backup first …</source>
        <translation>先做一份备份…</translation>
    </message>
    <message>
        <source>Making a backup …</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>No backup could be made before this change. Change them all the same?</source>
        <translation>修改之前没能做成备份。仍然要修改吗？</translation>
    </message>
    <message>
        <source>No backup has come there yet.</source>
        <translation>那里还没有备份。</translation>
    </message>
    <message>
        <source>No second place</source>
        <translation>不用第二存放处</translation>
    </message>
    <message>
        <source>None chosen. A USB stick in a drawer at home is enough; so is a synced folder.</source>
        <translation>还没有选。家里抽屉里放个 U 盘就够了，同步文件夹也行。</translation>
    </message>
    <message>
        <source>Old reports of mistakes could not be deleted; work goes on as usual. {why}</source>
        <translation>旧的错误报告没能删除，不影响使用。{why}</translation>
    </message>
    <message>
        <source>One moment: a backup is being worked on.</source>
        <translation>请稍等，正在处理备份。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Readable copy …</source>
        <translation>可读副本…</translation>
    </message>
    <message>
        <source>Remind me in a week</source>
        <translation>一周后再提醒</translation>
    </message>
    <message>
        <source>Restore this one …</source>
        <translation>恢复这一份…</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Save the readable copy</source>
        <translation>保存可读副本</translation>
    </message>
    <message>
        <source>Saved as {file}. Everybody who has this file can read it: keep it safe, or delete it.</source>
        <translation>已保存为 {file}。拿到这个文件的人都能看到内容：请妥善保管，或用完删除。</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>第二存放处</translation>
    </message>
    <message>
        <source>Show backups</source>
        <translation>查看备份</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>The backup by itself could not be made; work goes on as usual. {why}</source>
        <translation>自动备份没有做成，不影响营业。{why}</translation>
    </message>
    <message>
        <source>The backup could not be copied to the second place; work goes on as usual. {why}</source>
        <translation>备份没能复制到第二存放处，不影响营业。{why}</translation>
    </message>
    <message>
        <source>The newest backup could not be restored in a trial. Make a new one now; the older ones are still there.</source>
        <translation>试恢复时，最新的备份恢复不了。请现在重新备份一份；更早的备份都还在。</translation>
    </message>
    <message>
        <source>The newest backup could not be tried out; work goes on as usual. {why}</source>
        <translation>最新的备份没能试恢复，不影响营业。{why}</translation>
    </message>
    <message>
        <source>The readable copy could not be made; work goes on as usual. {why}</source>
        <translation>可读副本没有做成，不影响营业。{why}</translation>
    </message>
    <message>
        <source>There is no backup to try out yet.</source>
        <translation>还没有可以试恢复的备份。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>There: install the program and start it. At the first start press “I have a backup …”.</source>
        <translation>在新电脑：装好并打开程序，第一次启动时点“我有备份…”。</translation>
    </message>
    <message>
        <source>Tried out: the newest backup can be restored.</source>
        <translation>试过了：最新的备份可以恢复。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Try it out now</source>
        <translation>现在试恢复</translation>
    </message>
    <message>
        <source>Try out now</source>
        <translation>现在试恢复</translation>
    </message>
    <message>
        <source>Trying the newest backup out …</source>
        <translation>正在试恢复最新的备份…</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Where the backup goes</source>
        <translation>备份放到哪里</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Writing the readable copy …</source>
        <translation>正在写出可读副本…</translation>
    </message>
    <message>
        <source>cannot be restored</source>
        <translation>无法恢复</translation>
    </message>
    <message>
        <source>changes since follow within half an hour</source>
        <translation>之后的改动半小时内会备份</translation>
    </message>
    <message>
        <source>checked ✓</source>
        <translation>已核对 ✓</translation>
    </message>
    <message>
        <source>here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>here and in the second place</source>
        <translation>本机和第二存放处</translation>
    </message>
    <message>
        <source>in the second place</source>
        <translation>第二存放处</translation>
    </message>
    <message>
        <source>it holds everything</source>
        <translation>已包含全部内容</translation>
    </message>
    <message>
        <source>readable copy: {when}</source>
        <translation>可读副本：{when}</translation>
    </message>
</context>
<context>
    <name>BeginTrade</name>
    <message>
        <source>A customers</source>
        <comment>a tag</comment>
        <translation>A 类客户</translation>
    </message>
    <message>
        <source>B customers</source>
        <comment>a tag</comment>
        <translation>B 类客户</translation>
    </message>
    <message>
        <source>C customers</source>
        <comment>a tag</comment>
        <translation>C 类客户</translation>
    </message>
    <message>
        <source>Regulars</source>
        <comment>a tag</comment>
        <translation>常客</translation>
    </message>
    <message>
        <source>Sets up {parts}.</source>
        <translation>将准备好：{parts}。</translation>
    </message>
    <message>
        <source>points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>the card “{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>the plan “{name}”</source>
        <translation>跟进计划“{name}”</translation>
    </message>
    <message>
        <source>{count} tiers</source>
        <translation>{count} 个会员等级</translation>
    </message>
    <message>
        <source>“{tag}” every {days} days</source>
        <translation>“{tag}”每 {days} 天联系一次</translation>
    </message>
</context>
<context>
    <name>Bin</name>
    <message>
        <source>In the recycle bin since {when}. Nothing is lost: restoring brings everything back.</source>
        <translation>{when}起在回收站。什么都没丢，恢复后一切照旧。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>BringCalendar</name>
    <message numerus="yes">
        <source>%n (belongs|belong) to a customer, by phone, e-mail or name.</source>
        <translation>
            <numerusform>其中 %n 条按电话、邮箱或姓名对上了客户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of days gone by (is|are) kept as done.</source>
        <translation>
            <numerusform>%n 条已过去的按“已完成”保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them (repeats|repeat).</source>
        <translation>
            <numerusform>其中 %n 条会重复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of other kinds (is|are) left out.</source>
        <translation>
            <numerusform>%n 项其他内容（日志、忙闲时间等）不导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the file, line by line:</source>
        <translation>
            <numerusform>文件里有 %n 处问题，逐行列出：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n single day(s) of what repeats.</source>
        <translation>
            <numerusform>其中 %n 条是重复事项里单独改过的某一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Backing up and importing …</source>
        <translation>正在备份并导入…</translation>
    </message>
    <message>
        <source>Calendars (*.ics *.ical *.vcs)</source>
        <translation>日历文件 (*.ics *.ical *.vcs)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a calendar</source>
        <translation>选择日历文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Everything in it is here already; nothing would change.</source>
        <translation>里面的内容都已经有了，不会有任何变化。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import a calendar</source>
        <translation>导入日历</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>The calendar is imported</source>
        <translation>日历已导入</translation>
    </message>
    <message>
        <source>There is nothing in it that can be imported.</source>
        <translation>里面没有可以导入的内容。</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>怎么处理</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>哪里不对</translation>
    </message>
    <message>
        <source>What is wrong in the file</source>
        <translation>文件里不对的地方</translation>
    </message>
    <message>
        <source>{created} new, {updated} changed, {unchanged} as before. It can be taken back as a whole.</source>
        <translation>新增 {created} 条，更新 {updated} 条，{unchanged} 条没有变化。可以整批撤回。</translation>
    </message>
    <message>
        <source>{created} new, {updated} to change, {unchanged} as they are.</source>
        <translation>新增 {created} 条，要更新 {updated} 条，{unchanged} 条没有变化。</translation>
    </message>
</context>
<context>
    <name>BringHolidays</name>
    <message numerus="yes">
        <source>%n day(s) off</source>
        <translation>
            <numerusform>休 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>班 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring holidays in</source>
        <translation>导入节假日</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a file with holidays</source>
        <translation>选择节假日文件</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Line {number} was not understood: {text}</source>
        <translation>第 {number} 行没看懂：{text}</translation>
    </message>
    <message>
        <source>No day was understood yet.</source>
        <translation>还没有看懂任何一天。</translation>
    </message>
    <message>
        <source>Paste the official announcement, or a line for each day such as “2027-01-01 New Year off”; JSON and CSV tables work too.</source>
        <translation>粘贴国务院办公厅的放假通知，或每天一行，如“2027-01-01 元旦 休”；JSON、CSV 表也行。</translation>
    </message>
    <message>
        <source>Tables of holidays (*.json *.csv *.txt)</source>
        <translation>节假日表 (*.json *.csv *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>还有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{parts}, from {first} to {last}</source>
        <translation>{parts}，{first} 至 {last}</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>All of these: {fields}</source>
        <translation>以下全部：{fields}</translation>
    </message>
    <message>
        <source>As numbers of</source>
        <translation>按哪个国家的号码</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Change customers</source>
        <translation>批量修改客户</translation>
    </message>
    <message>
        <source>Everybody in this list</source>
        <translation>此列表中的所有客户</translation>
    </message>
    <message>
        <source>Fill in blanks</source>
        <translation>填补空白</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Full-width letters and digits: ＡＢ１２ → AB12</source>
        <translation>全角字母和数字：ＡＢ１２ → AB12</translation>
    </message>
    <message>
        <source>Give the value that the blanks are to get.</source>
        <translation>请填写要填入空白处的内容。</translation>
    </message>
    <message>
        <source>Label numbers without a label: mobile or landline</source>
        <translation>给没有标注的号码标上手机或座机</translation>
    </message>
    <message>
        <source>Latin letters</source>
        <translation>英文字母</translation>
    </message>
    <message>
        <source>Leave empty to take it out</source>
        <translation>留空则删去</translation>
    </message>
    <message>
        <source>Looking what would change …</source>
        <translation>正在查看会有哪些变化…</translation>
    </message>
    <message>
        <source>Name the tag.</source>
        <translation>请填写标签名称。</translation>
    </message>
    <message>
        <source>Needless blanks: 王　明 → 王明</source>
        <translation>多余的空格：王　明 → 王明</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>One that is there, or a new one</source>
        <translation>已有的标签，或新建一个</translation>
    </message>
    <message>
        <source>Only where it is the whole value</source>
        <translation>仅当内容完全相同</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Put a tag in the place of another</source>
        <translation>用一个标签替换另一个</translation>
    </message>
    <message>
        <source>Read numbers that were not understood again</source>
        <translation>重新识别没认出的号码</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>SARAH LEE</source>
        <translation>SARAH LEE</translation>
    </message>
    <message>
        <source>Sarah Lee</source>
        <translation>Sarah Lee</translation>
    </message>
    <message>
        <source>Set a field</source>
        <translation>设置字段</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Take a tag away</source>
        <translation>去掉标签</translation>
    </message>
    <message>
        <source>The chosen customers</source>
        <translation>所选客户</translation>
    </message>
    <message>
        <source>The chosen customers: {count}</source>
        <translation>所选的 {count} 位客户</translation>
    </message>
    <message>
        <source>There is no tag yet.</source>
        <translation>还没有标签。</translation>
    </message>
    <message>
        <source>Tidy up texts</source>
        <translation>整理文字</translation>
    </message>
    <message>
        <source>Upper and lower case must match</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>要修改什么</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么做</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>sarah lee</source>
        <translation>sarah lee</translation>
    </message>
    <message>
        <source>{count} cannot change</source>
        <translation>{count} 位无法修改</translation>
    </message>
    <message>
        <source>{count} unchanged</source>
        <translation>{count} 位不变</translation>
    </message>
    <message>
        <source>{count} will change</source>
        <translation>{count} 位将会修改</translation>
    </message>
    <message>
        <source>{count}: {why}</source>
        <translation>{count} 位：{why}</translation>
    </message>
</context>
<context>
    <name>Cadences</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Another tag</source>
        <translation>再加一个标签</translation>
    </message>
    <message>
        <source>At the latest</source>
        <translation>最长间隔</translation>
    </message>
    <message>
        <source>At the latest after</source>
        <translation>最长不超过</translation>
    </message>
    <message>
        <source>Cadences</source>
        <translation>联系频率</translation>
    </message>
    <message>
        <source>Choose the tag of those you want to keep in touch with.</source>
        <translation>选一个标签：您想和哪些客户保持联系。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Counts as met</source>
        <translation>算联系过</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Ideally</source>
        <translation>理想间隔</translation>
    </message>
    <message>
        <source>Ideally every</source>
        <translation>最好每隔</translation>
    </message>
    <message>
        <source>Keep in touch</source>
        <translation>定期联系</translation>
    </message>
    <message>
        <source>Nobody with one of these tags is out of touch for long: any real contact begins anew.</source>
        <translation>带这些标签的客户不会久未联系；真正联系过一次就重新计时。</translation>
    </message>
    <message>
        <source>Planned as</source>
        <translation>安排为</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>What counts as met</source>
        <translation>哪些算联系过</translation>
    </message>
    <message>
        <source>Whoever carries “{tag}” ({count}) always has one follow-up, {ideal} days after the last contact; after {longest} days without one it is marked important.</source>
        <translation>带“{tag}”标签的客户（{count}）总会有一条跟进，排在上次联系后第 {ideal} 天；超过 {longest} 天没联系就标为重要。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message numerus="yes">
        <source>%n birthday(s)</source>
        <translation>
            <numerusform>%n 人生日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen: drag them onto a day, or</source>
        <translation>
            <numerusform>选了 %n 项，拖到某一天，或者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n 项跟进</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n important date(s)</source>
        <translation>
            <numerusform>%n 个纪念日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>逾期 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>entries of a day without room</comment>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>15:00 call back …</source>
        <comment>example of a text that makes a new follow-up</comment>
        <translation>15:00 回访 …</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>By staff</source>
        <translation>按员工</translation>
    </message>
    <message>
        <source>Choose a follow-up first: Tab goes through those of a day.</source>
        <translation>请先选一项跟进：按 Tab 键在当天的跟进之间切换。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关上</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>关闭 …</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Drag or add a customer</source>
        <translation>拖入或查找客户</translation>
    </message>
    <message>
        <source>Drag them onto a day, or all:</source>
        <translation>拖到某一天，或者全部：</translation>
    </message>
    <message>
        <source>Drag {name} onto a day, or press to plan on the day chosen.</source>
        <translation>把{name}拖到某一天，或按下安排在所选的那天。</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>编辑 …</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message numerus="yes">
        <source>For %n customer(s): what is to be done</source>
        <translation>
            <numerusform>为 %n 位客户安排什么</numerusform>
        </translation>
    </message>
    <message>
        <source>For {name}: what is to be done</source>
        <translation>为{name}安排什么</translation>
    </message>
    <message>
        <source>Hide what is late</source>
        <translation>收起逾期的</translation>
    </message>
    <message>
        <source>Important dates</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>一个月后</translation>
    </message>
    <message>
        <source>In three days</source>
        <translation>三天后</translation>
    </message>
    <message>
        <source>It is done already.</source>
        <translation>这项已经完成了。</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kinds: {kinds}</source>
        <translation>类型：{kinds}</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>Qt date format: month and year</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Move …</source>
        <translation>改期 …</translation>
    </message>
    <message>
        <source>Moved this one only.</source>
        <translation>只移动了这一次。</translation>
    </message>
    <message>
        <source>New follow-up</source>
        <translation>新建跟进</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>下周一</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>这台电脑没有装打印机。</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人负责</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>没有逾期的。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>打开客户</translation>
    </message>
    <message>
        <source>Plan for a customer</source>
        <translation>为客户安排跟进</translation>
    </message>
    <message>
        <source>Plan for {name}</source>
        <translation>为{name}安排跟进</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存为 PDF …</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已存为 {file}。</translation>
    </message>
    <message>
        <source>Show done</source>
        <translation>显示已完成</translation>
    </message>
    <message>
        <source>Spread …</source>
        <translation>分摊 …</translation>
    </message>
    <message>
        <source>The first {shown} of {count} are listed: drag them onto a day, or all {count}:</source>
        <translation>列出前 {shown} 条，共 {count} 条：可拖到某一天；或全部 {count} 条：</translation>
    </message>
    <message>
        <source>The others too …</source>
        <translation>其余的也移动 …</translation>
    </message>
    <message>
        <source>To today</source>
        <translation>移到今天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Today  T</source>
        <translation>今天  T</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Ways to look</source>
        <translation>查看方式</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Week {number}</source>
        <translation>第 {number} 周</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>周数</translation>
    </message>
    <message>
        <source>What is late</source>
        <translation>逾期的跟进</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示哪些</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>closed day</source>
        <translation>店休</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>Qt date format: day, month, year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>Qt date format: short weekday, day and month</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>Qt date format: weekday, day and month</comment>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>Qt date format: weekday, day, month, year</comment>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>done or closed</source>
        <translation>已完成或已关闭</translation>
    </message>
    <message>
        <source>make-up working day</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>moved in the calendar</source>
        <comment>reason of a hand-over</comment>
        <translation>在日历里移交</translation>
    </message>
    <message>
        <source>no follow-ups</source>
        <translation>没有跟进</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>没有安排</translation>
    </message>
    <message>
        <source>off</source>
        <comment>sign on a holiday</comment>
        <translation>休</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>已答应</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>work</source>
        <comment>sign on a day</comment>
        <translation>班</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <comment>days of a week</comment>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>{first} – {last} {month}</source>
        <comment>days of a week: numbers, and the month with its year</comment>
        <translation>{month}{first}日 – {last}日</translation>
    </message>
    <message>
        <source>{name} turns {age}</source>
        <translation>{name} {age}岁生日</translation>
    </message>
    <message>
        <source>{name} {age}</source>
        <comment>birthday</comment>
        <translation>{name} {age}岁</translation>
    </message>
    <message>
        <source>{name}: anniversary</source>
        <translation>{name}纪念日</translation>
    </message>
    <message>
        <source>{name}’s birthday</source>
        <translation>{name}生日</translation>
    </message>
</context>
<context>
    <name>CalendarExport</name>
    <message numerus="yes">
        <source>%n (entry|entries) written to {file}.</source>
        <translation>
            <numerusform>已将 %n 条写入 {file}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日历文件 (*.ics)</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Follow-ups {first} – {last}</source>
        <comment>a file's name</comment>
        <translation>跟进 {first} – {last}</translation>
    </message>
    <message>
        <source>Where the calendar goes</source>
        <translation>日历文件存到哪里</translation>
    </message>
</context>
<context>
    <name>CalendarImport</name>
    <message>
        <source>A second rule of repetition is not used: {text}</source>
        <translation>第二条重复规则不采用：{text}</translation>
    </message>
    <message>
        <source>From here on some letters cannot be read.</source>
        <translation>从这里开始有些字读不出来。</translation>
    </message>
    <message>
        <source>It repeats by a rule that fits no day at all: {text}</source>
        <translation>它的重复规则对不上任何一天：{text}</translation>
    </message>
    <message>
        <source>It repeats more often than a calendar can show: {text}</source>
        <translation>重复得太频繁，日历显示不下：{text}</translation>
    </message>
    <message>
        <source>Nobody knows the time zone “{text}”; its times are taken as the shop's own.</source>
        <translation>不认识时区“{text}”，里面的时间按本店时间处理。</translation>
    </message>
    <message>
        <source>The entry is left out.</source>
        <translation>这一条不导入。</translation>
    </message>
    <message>
        <source>The entry “{text}” has no day.</source>
        <translation>“{text}”没有日期。</translation>
    </message>
    <message>
        <source>The program cannot read how it repeats: {text}</source>
        <translation>读不懂它怎么重复：{text}</translation>
    </message>
    <message>
        <source>The rest of the entry is taken.</source>
        <translation>这一条的其余内容照样导入。</translation>
    </message>
    <message>
        <source>The time zone “{text}” is described wrongly.</source>
        <translation>时区“{text}”的说明有误。</translation>
    </message>
    <message>
        <source>This line is damaged: {text}</source>
        <translation>这一行已损坏：{text}</translation>
    </message>
    <message>
        <source>cancelled in the calendar</source>
        <translation>日历里已取消</translation>
    </message>
    <message>
        <source>{text} begins here and has no end.</source>
        <translation>{text} 从这里开始，但没有结尾。</translation>
    </message>
    <message>
        <source>{text} ends here and has no beginning.</source>
        <translation>{text} 在这里结束，但没有开头。</translation>
    </message>
    <message>
        <source>“{text}” changes this day and all later ones; only this day is changed.</source>
        <translation>“{text}”要改这一次和以后所有次，这里只改这一次。</translation>
    </message>
    <message>
        <source>“{text}” is no day or time.</source>
        <translation>“{text}”不是日期或时间。</translation>
    </message>
    <message>
        <source>“{text}” is no length of time.</source>
        <translation>“{text}”不是一段时长。</translation>
    </message>
    <message>
        <source>“{text}” stands in the file twice; the newer one is used.</source>
        <translation>“{text}”在文件里出现了两次，采用较新的一条。</translation>
    </message>
</context>
<context>
    <name>CalendarPaper</name>
    <message>
        <source>Agenda from {day}</source>
        <translation>{day}起的日程</translation>
    </message>
    <message>
        <source>Call list, {day}</source>
        <translation>{day}电话单</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Follow-ups, {first} – {last}</source>
        <translation>跟进 {first} – {last}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>late: {day}</source>
        <translation>逾期：{day}</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>没有安排</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}年{month}{day}日</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Also what was put aside</source>
        <translation>也显示停用的</translation>
    </message>
    <message>
        <source>Amounts can be sold without any; with it, products are found by name, pinyin or barcode.</source>
        <translation>没有商品目录也能直接按金额收银；有了它，就能按名称、拼音或条码找商品。</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>Came in, went out …</source>
        <translation>入库、出库…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>商品与服务</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Category, may be a new one</source>
        <translation>分类，可以直接写新的</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>For members</source>
        <translation>会员价</translation>
    </message>
    <message>
        <source>How much is there is counted</source>
        <translation>管库存</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>In stock: {quantity}</source>
        <translation>库存：{quantity}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name, pinyin, code or barcode</source>
        <translation>名称、拼音、编码或条码</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新商品</translation>
    </message>
    <message>
        <source>Nothing is called so</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Own code</source>
        <translation>自编码</translation>
    </message>
    <message>
        <source>Points %</source>
        <translation>积分比例 %</translation>
    </message>
    <message>
        <source>Points, per cent of what is usual</source>
        <translation>积分为平常的百分之几</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>售价</translation>
    </message>
    <message>
        <source>Price for members</source>
        <translation>会员价</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Products and services</source>
        <translation>商品与服务</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Say how much, above nothing.</source>
        <translation>请填数量，要大于零。</translation>
    </message>
    <message>
        <source>Scan it here</source>
        <translation>在这里扫码</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Such as: delivery, broken, counted</source>
        <translation>如：进货、破损、盘点</translation>
    </message>
    <message>
        <source>The catalogue is empty</source>
        <translation>还没有商品</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>Warranty, months</source>
        <translation>保修（月）</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>出库</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>asked for at the till</source>
        <translation>收银时再填</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message numerus="yes">
        <source>Change %n customer(s)</source>
        <translation>
            <numerusform>修改 %n 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Leave empty to clear the field</source>
        <translation>留空则清除此字段</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>改后</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow-ups</source>
        <translation>
            <numerusform>%n 项跟进</numerusform>
        </translation>
    </message>
    <message>
        <source>Added a field</source>
        <translation>已添加字段</translation>
    </message>
    <message>
        <source>Added {whom}</source>
        <translation>已新建{whom}</translation>
    </message>
    <message>
        <source>Attached a file to {whom}</source>
        <translation>已给{whom}添加文件</translation>
    </message>
    <message>
        <source>Booked cash</source>
        <translation>已登记现金</translation>
    </message>
    <message>
        <source>Booked stock</source>
        <translation>已登记库存</translation>
    </message>
    <message>
        <source>Booked what had expired of {whom}</source>
        <translation>{whom}的过期部分已入账</translation>
    </message>
    <message>
        <source>Cancelled a coupon</source>
        <translation>已作废一张券</translation>
    </message>
    <message>
        <source>Cancelled the coupon “{coupon}”</source>
        <translation>已作废优惠券“{coupon}”</translation>
    </message>
    <message>
        <source>Cancelled the coupon “{coupon}” of {whom}</source>
        <translation>已作废{whom}的优惠券“{coupon}”</translation>
    </message>
    <message>
        <source>Changed a date of {whom}</source>
        <translation>已修改{whom}的日子</translation>
    </message>
    <message>
        <source>Changed a field</source>
        <translation>已修改字段</translation>
    </message>
    <message>
        <source>Changed a follow-up of {whom}</source>
        <translation>已修改跟进：{whom}</translation>
    </message>
    <message>
        <source>Changed a follow-up plan</source>
        <translation>已修改跟进计划</translation>
    </message>
    <message>
        <source>Changed a kind of follow-up</source>
        <translation>已修改跟进类型</translation>
    </message>
    <message>
        <source>Changed a member of staff</source>
        <translation>已修改店员</translation>
    </message>
    <message>
        <source>Changed a reward</source>
        <translation>已更改兑换礼</translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation>已修改设置</translation>
    </message>
    <message>
        <source>Changed a tag</source>
        <translation>已修改标签</translation>
    </message>
    <message>
        <source>Changed an account of {whom}</source>
        <translation>已更改{whom}的账户</translation>
    </message>
    <message>
        <source>Changed contact details of {whom}</source>
        <translation>已修改{whom}的联系方式</translation>
    </message>
    <message>
        <source>Changed holidays</source>
        <translation>已修改节假日</translation>
    </message>
    <message>
        <source>Changed how often to keep in touch</source>
        <translation>已修改联系频率</translation>
    </message>
    <message>
        <source>Changed the catalogue</source>
        <translation>已更改商品目录</translation>
    </message>
    <message>
        <source>Changed the do-not-contact list</source>
        <translation>已修改勿扰名单</translation>
    </message>
    <message>
        <source>Changed the key of the customer book</source>
        <translation>已更换数据密钥</translation>
    </message>
    <message>
        <source>Changed the loyalty programme</source>
        <translation>已更改会员方案</translation>
    </message>
    <message>
        <source>Changed the photo of {whom}</source>
        <translation>已更换{whom}的照片</translation>
    </message>
    <message>
        <source>Changed the tier of {whom}</source>
        <translation>已更改{whom}的等级</translation>
    </message>
    <message>
        <source>Changed the words of a consent</source>
        <translation>已修改同意书文字</translation>
    </message>
    <message>
        <source>Changed who is at work</source>
        <translation>已切换员工</translation>
    </message>
    <message>
        <source>Changed {what}</source>
        <translation>已修改{what}</translation>
    </message>
    <message>
        <source>Changed {whom}</source>
        <translation>已修改{whom}</translation>
    </message>
    <message>
        <source>Closed a follow-up of {whom}</source>
        <translation>已关闭跟进：{whom}</translation>
    </message>
    <message>
        <source>Closed the day</source>
        <translation>已日结</translation>
    </message>
    <message>
        <source>Closed {what}</source>
        <translation>已关闭{what}</translation>
    </message>
    <message>
        <source>Corrected a closed day</source>
        <translation>已更正日结</translation>
    </message>
    <message>
        <source>Corrected the points of {whom}</source>
        <translation>已调整{whom}的积分</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Edited a contact with {whom}</source>
        <translation>已修改与{whom}的联系记录</translation>
    </message>
    <message>
        <source>Edited {whom}</source>
        <translation>已修改{whom}</translation>
    </message>
    <message>
        <source>Erased a person</source>
        <translation>已彻底抹除一位客户</translation>
    </message>
    <message>
        <source>Exported {whom}</source>
        <translation>已导出{whom}</translation>
    </message>
    <message>
        <source>Filled in a field of {whom}</source>
        <translation>已填写{whom}的资料</translation>
    </message>
    <message>
        <source>Finished a follow-up of {whom}</source>
        <translation>已完成跟进：{whom}</translation>
    </message>
    <message>
        <source>Finished {what}</source>
        <translation>已完成{what}</translation>
    </message>
    <message>
        <source>Gave out coupons</source>
        <translation>已发券</translation>
    </message>
    <message>
        <source>Gave out coupons “{coupon}”</source>
        <translation>已发放优惠券“{coupon}”</translation>
    </message>
    <message>
        <source>Gave something to {whom}</source>
        <translation>已赠送{whom}</translation>
    </message>
    <message>
        <source>Gave {whom} the coupon “{coupon}”</source>
        <translation>已给{whom}发优惠券“{coupon}”</translation>
    </message>
    <message>
        <source>Handed over follow-ups of {whom}</source>
        <translation>已移交跟进：{whom}</translation>
    </message>
    <message>
        <source>Handed over {what}</source>
        <translation>已移交{what}</translation>
    </message>
    <message>
        <source>Imported {whom}</source>
        <translation>已导入{whom}</translation>
    </message>
    <message>
        <source>Logged a contact with {whom}</source>
        <translation>已记录与{whom}的联系</translation>
    </message>
    <message>
        <source>Merged customers into {whom}</source>
        <translation>已把重复的客户合并到 {whom}</translation>
    </message>
    <message>
        <source>Moved a follow-up of {whom}</source>
        <translation>已改期：{whom}</translation>
    </message>
    <message>
        <source>Moved {what}</source>
        <translation>已改期{what}</translation>
    </message>
    <message>
        <source>Moved {whom} to the recycle bin</source>
        <translation>已把{whom}移到回收站</translation>
    </message>
    <message>
        <source>Nothing had to be changed</source>
        <translation>没有需要改动的地方</translation>
    </message>
    <message>
        <source>Paid stored value back to {whom}</source>
        <translation>已退还{whom}的储值</translation>
    </message>
    <message>
        <source>Planned a follow-up of {whom}</source>
        <translation>已安排跟进：{whom}</translation>
    </message>
    <message>
        <source>Planned {what}</source>
        <translation>已安排{what}</translation>
    </message>
    <message>
        <source>Recorded consent of {whom}</source>
        <translation>已记下{whom}的意愿</translation>
    </message>
    <message>
        <source>Redeemed points of {whom}</source>
        <translation>{whom}已兑换积分</translation>
    </message>
    <message>
        <source>Refunded {whom}</source>
        <translation>已给{whom}退货</translation>
    </message>
    <message>
        <source>Removed a contact with {whom}</source>
        <translation>已删除与{whom}的联系记录</translation>
    </message>
    <message>
        <source>Removed a file of {whom}</source>
        <translation>已删除{whom}的文件</translation>
    </message>
    <message>
        <source>Removed a follow-up of {whom}</source>
        <translation>已删除跟进：{whom}</translation>
    </message>
    <message>
        <source>Removed the file layout</source>
        <translation>已删除导出版式</translation>
    </message>
    <message>
        <source>Removed the view</source>
        <translation>已删除视图</translation>
    </message>
    <message>
        <source>Removed {what}</source>
        <translation>已删除{what}</translation>
    </message>
    <message>
        <source>Restored a backup</source>
        <translation>已恢复备份</translation>
    </message>
    <message>
        <source>Restored {whom}</source>
        <translation>已恢复{whom}</translation>
    </message>
    <message>
        <source>Saved the file layout</source>
        <translation>已保存导出版式</translation>
    </message>
    <message>
        <source>Saved the terms of a coupon</source>
        <translation>已保存优惠券设置</translation>
    </message>
    <message>
        <source>Saved the view</source>
        <translation>已保存视图</translation>
    </message>
    <message>
        <source>Set up what suits your trade</source>
        <translation>已按行业准备好规则和计划</translation>
    </message>
    <message>
        <source>Showed hidden numbers of {whom}</source>
        <translation>已查看{whom}的隐藏号码</translation>
    </message>
    <message>
        <source>Sold a visit card to {whom}</source>
        <translation>已给{whom}开次卡</translation>
    </message>
    <message>
        <source>Sold to {whom}</source>
        <translation>已销售给{whom}</translation>
    </message>
    <message>
        <source>Started a plan for {whom}</source>
        <translation>已启动跟进计划：{whom}</translation>
    </message>
    <message>
        <source>Stopped a plan for {whom}</source>
        <translation>已停止跟进计划：{whom}</translation>
    </message>
    <message>
        <source>Tagged {whom}</source>
        <translation>已给{whom}贴标签</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Taken back: {what} · the slip is void</source>
        <translation>已撤销：{what}，小票已作废</translation>
    </message>
    <message>
        <source>The PIN is set</source>
        <translation>已设置PIN</translation>
    </message>
    <message>
        <source>The sample shop is ready</source>
        <translation>示范店铺已备好</translation>
    </message>
    <message>
        <source>The shop is set up</source>
        <translation>店铺已建好</translation>
    </message>
    <message>
        <source>Took a tag off {whom}</source>
        <translation>已从{whom}取下标签</translation>
    </message>
    <message>
        <source>Took back a booking of {whom}</source>
        <translation>已冲回{whom}的一笔记账</translation>
    </message>
    <message>
        <source>Took old values out of the journal</source>
        <translation>已清理日志中的旧值</translation>
    </message>
    <message>
        <source>Topped up {whom}</source>
        <translation>{whom}已充值</translation>
    </message>
    <message>
        <source>Used a visit card of {whom}</source>
        <translation>已给{whom}划卡</translation>
    </message>
    <message>
        <source>Voided a slip of {whom}</source>
        <translation>已作废{whom}的一张单</translation>
    </message>
    <message>
        <source>a calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>a customer</source>
        <translation>一位客户</translation>
    </message>
    <message>
        <source>a follow-up</source>
        <translation>一项跟进</translation>
    </message>
    <message>
        <source>a walk-in customer</source>
        <translation>散客</translation>
    </message>
    <message numerus="yes">
        <source>values changed since then stayed as they are: %n</source>
        <translation>
            <numerusform>有 %n 项后来又改过，保持现状</numerusform>
        </translation>
    </message>
    <message>
        <source>{said} · {left}</source>
        <translation>{said}；{left}</translation>
    </message>
    <message>
        <source>{whom}: not the same as the other</source>
        <translation>{whom}：已记下不是同一人</translation>
    </message>
    <message>
        <source>{whom}: now one household</source>
        <translation>{whom}：已归为一家</translation>
    </message>
    <message>
        <source>{whom}: will be asked about again</source>
        <translation>{whom}：会再次出现在重复列表里</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>“{title}”</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>At the customer's</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>Delivery platform</source>
        <translation>外卖平台</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>Online shop</source>
        <translation>网店</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Attached files are there</source>
        <translation>附件都在</translation>
    </message>
    <message>
        <source>Entries follow the program's rules</source>
        <translation>记录符合软件的规则</translation>
    </message>
    <message>
        <source>Every page is as it was written</source>
        <translation>每一页都和写入时一样</translation>
    </message>
    <message>
        <source>Everything belongs to something</source>
        <translation>记录之间的关联完整</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Lists show what the entries say</source>
        <translation>列表与记录一致</translation>
    </message>
    <message>
        <source>Search finds what the entries say</source>
        <translation>搜索与记录一致</translation>
    </message>
    <message>
        <source>Slips, points and balances add up</source>
        <translation>单据、积分和余额都对得上</translation>
    </message>
    <message>
        <source>The customer book is damaged. Restore the newest backup from before the damage.</source>
        <translation>客户资料已损坏。请用损坏之前最近的备份恢复。</translation>
    </message>
    <message>
        <source>The customers themselves are in order; lists or search may show some of them wrongly. Change such a customer and save, and her entries are made anew.</source>
        <translation>客户本身都没问题，只是列表或搜索可能显示得不对。把这样的客户随便改一下再保存，就会重新生成。</translation>
    </message>
    <message>
        <source>The file is put together rightly</source>
        <translation>文件结构正确</translation>
    </message>
    <message>
        <source>The file is readable, but some entries do not fit together. Make a backup, and send this list to the makers of the program: it holds no customer data.</source>
        <translation>文件可以读取，但有些记录互相对不上。请先做一份备份，再把这份清单发给软件的开发者：里面没有客户资料。</translation>
    </message>
    <message>
        <source>The journal is complete and unchanged</source>
        <translation>操作日志完整、没有被改过</translation>
    </message>
    <message>
        <source>{check}: in order</source>
        <translation>{check}：正常</translation>
    </message>
    <message>
        <source>{check}: not in order, see below</source>
        <translation>{check}：有问题，见下面</translation>
    </message>
</context>
<context>
    <name>CheckStatement</name>
    <message>
        <source>Genuine: {name} on {day}</source>
        <translation>是真的：{name}，{day}</translation>
    </message>
    <message>
        <source>Is this statement genuine?</source>
        <translation>这张对账单是真的吗？</translation>
    </message>
    <message>
        <source>Not genuine: this shop did not sign it, or it was changed.</source>
        <translation>不是真的：不是本店签发，或被改动过。</translation>
    </message>
    <message>
        <source>Scan the code on the statement, or paste its text here.</source>
        <translation>扫一下对账单上的二维码，或把内容粘贴到这里。</translation>
    </message>
    <message>
        <source>Text of the code</source>
        <translation>二维码内容</translation>
    </message>
    <message>
        <source>{programme}: {then} on that day, {now} today</source>
        <translation>{programme}：当天 {then}，今天 {now}</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>The clock is right</source>
        <translation>时钟没有错</translation>
    </message>
    <message>
        <source>The clock of this computer shows {now}, but the newest entry was written at {newest}. Please set the clock right. Until then nothing expires and nothing is cleaned up, and what is entered is marked in the history.</source>
        <translation>这台电脑的时钟显示 {now}，但最新的记录写于 {newest}。请把时钟调准。在此之前不会有任何东西到期或被清理，录入的内容会在历史记录里注明。</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Amber</source>
        <translation>琥珀</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>金</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>粉</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Arrange columns …</source>
        <translation>调整列…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>显示的列</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>就这样显示</translation>
    </message>
    <message>
        <source>Tick what the list shows; drag to change the order.</source>
        <translation>勾选要显示的列，拖动可调整顺序。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message numerus="yes">
        <source>%n (entry|entries) (is|are) in {file}.</source>
        <translation>
            <numerusform>{file} 里有 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attached file(s) (is|are) not in the backup.</source>
        <translation>
            <numerusform>有 %n 个附件不在备份里。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) (is|are) in {file}.</source>
        <translation>
            <numerusform>已导出 %n 位客户到 {file}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) (is|are) left out: they refused this, or never agreed.</source>
        <translation>
            <numerusform>有 %n 位客户未列入：已拒绝或从未同意。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read any more.</source>
        <translation>
            <numerusform>有 %n 个文件已无法读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of days gone by (is|are) kept as done.</source>
        <translation>
            <numerusform>%n 条已过去的按“已完成”保存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) (was|were) too long for a spreadsheet and cut.</source>
        <translation>
            <numerusform>有 %n 处文字太长，表格放不下，已截断。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) held characters that a spreadsheet cannot hold.</source>
        <translation>
            <numerusform>有 %n 处文字含有表格不支持的字符，已去掉。</numerusform>
        </translation>
    </message>
    <message>
        <source>A customer book for small shops. Without a command it opens the window.</source>
        <translation>小店的客户簿。不写命令就打开窗口。</translation>
    </message>
    <message numerus="yes">
        <source>A sample shop with %n customer(s) is in {folder} ({seconds} s).</source>
        <translation>
            <numerusform>示例店建好了：%n 位客户，在 {folder}（{seconds} 秒）。</numerusform>
        </translation>
    </message>
    <message>
        <source>ACTION</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>AMOUNT</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>CODE</source>
        <translation>券码</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Changed since, and left as they are (--changed-too puts them back):</source>
        <translation>导入之后又改过、因此保留不动的值（--changed-too 一并还原）：</translation>
    </message>
    <message>
        <source>Columns kept as fields of your own: {names}.</source>
        <translation>这些列存成了自定义字段：{names}。</translation>
    </message>
    <message>
        <source>Customers {customers}, pairs probably the same {probable}, possibly the same {possible}.</source>
        <translation>客户 {customers} 位，很可能重复 {probable} 对，可能重复 {possible} 对。</translation>
    </message>
    <message>
        <source>DATE</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>DAY</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Entries verified: {done} of {total}</source>
        <translation>已核对 {done} 条，共 {total} 条</translation>
    </message>
    <message numerus="yes">
        <source>Everything that is held is in {folder}, with %n file(s).</source>
        <translation>
            <numerusform>全部信息已存入 {folder}，含 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>MARKS</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Moved to the recycle bin although they were edited or used since:</source>
        <translation>虽然导入之后编辑过或用过，也移到了回收站：</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>New PIN of {name}: </source>
        <translation>{name} 的新 PIN：</translation>
    </message>
    <message>
        <source>New customers who were edited or used since stay (--used-too moves them to the bin):</source>
        <translation>导入之后编辑过或用过的新客户保留（--used-too 移到回收站）：</translation>
    </message>
    <message>
        <source>New {created}, changed {updated}, as before {unchanged}, left out {skipped}, with errors {errors}.</source>
        <translation>新增 {created}，更新 {updated}，不变 {unchanged}，跳过 {skipped}，有错 {errors}。</translation>
    </message>
    <message>
        <source>No layout is saved yet. Save one in the window, under Export.</source>
        <translation>还没有保存过导出版式。请在窗口的“导出”里保存一个。</translation>
    </message>
    <message>
        <source>Nobody was found for {text}.</source>
        <translation>没有找到“{text}”。</translation>
    </message>
    <message>
        <source>Not compared for {what}: {customers} customers, because too many share the same.</source>
        <translation>有 {customers} 位客户没有按“{what}”比较，因为相同的人太多。</translation>
    </message>
    <message>
        <source>Not sure whose rows these are, so they are left over: {rows}. Say it with --on-match or a plan.</source>
        <translation>这些行不确定是哪位客户，先留着没有导入：{rows}。可以用 --on-match 或方案文件说明。</translation>
    </message>
    <message>
        <source>Nothing brings a person back. Type the name to erase: </source>
        <translation>删除后无法恢复。请输入姓名以确认删除：</translation>
    </message>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>还没有导入过。</translation>
    </message>
    <message>
        <source>Nothing is planned there.</source>
        <translation>这段时间没有安排。</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>还没有写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing is written yet. It would be: {counts}</source>
        <translation>这是试算，还没写入：{counts}</translation>
    </message>
    <message>
        <source>OPERATION</source>
        <translation>操作编号</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>有 PIN</translation>
    </message>
    <message>
        <source>PIN of {name}: </source>
        <translation>{name} 的 PIN：</translation>
    </message>
    <message>
        <source>Password of the customer book: </source>
        <translation>客户资料的密码：</translation>
    </message>
    <message>
        <source>Password of the workbook: </source>
        <translation>工作簿的密码：</translation>
    </message>
    <message>
        <source>Put back although they were changed since:</source>
        <translation>虽然之后改过，也已还原：</translation>
    </message>
    <message>
        <source>RIGHT</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>ROLE</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>RULE</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>SLIP</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Slip {number}: {total}</source>
        <translation>单号 {number}：{total}</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>时间</translation>
    </message>
    <message numerus="yes">
        <source>The backup with %n customer(s) is proven and lies in {file}.</source>
        <translation>
            <numerusform>备份已验证，含 %n 位客户，在 {file}。</numerusform>
        </translation>
    </message>
    <message>
        <source>The blank workbook is {file}.</source>
        <translation>空白表格在 {file}。</translation>
    </message>
    <message>
        <source>The command makes no sense: {message}.</source>
        <translation>这条命令看不懂：{message}。</translation>
    </message>
    <message>
        <source>The data from before lies in {folder}.</source>
        <translation>原来的数据存放在 {folder}。</translation>
    </message>
    <message>
        <source>The plan is in {plan}. Nothing is imported yet; to follow it: import {file} --plan {plan}</source>
        <translation>方案在 {plan} 里，还没有导入；照它导入：import {file} --plan {plan}</translation>
    </message>
    <message>
        <source>The program made a mistake ({error}), and the report of it could not be written.</source>
        <translation>程序出错了（{error}），出错报告也没能写下来。</translation>
    </message>
    <message>
        <source>The program made a mistake. What it was, without customer data, is in {file}.</source>
        <translation>程序出错了。出错经过（不含客户资料）写在 {file}。</translation>
    </message>
    <message>
        <source>The record is in {file}.</source>
        <translation>档案已写入 {file}。</translation>
    </message>
    <message>
        <source>The rows with errors are in {file}.</source>
        <translation>有错的行写在 {file}。</translation>
    </message>
    <message>
        <source>The statement of {name} is in {file}.</source>
        <translation>{name}的对账单在 {file}。</translation>
    </message>
    <message>
        <source>There again: {names}.</source>
        <translation>已恢复：{names}。</translation>
    </message>
    <message>
        <source>There is no PDF: this computer has nothing to draw one with.</source>
        <translation>没有生成 PDF：本机无法绘制。</translation>
    </message>
    <message>
        <source>There is no argument {what}.</source>
        <translation>没有 {what} 这个参数。</translation>
    </message>
    <message>
        <source>There is no screen here, so the window cannot open. --help lists what works without one.</source>
        <translation>这里没有屏幕，打不开窗口。--help 会列出不需要屏幕的命令。</translation>
    </message>
    <message>
        <source>They are: {names}</source>
        <translation>名单：{names}</translation>
    </message>
    <message>
        <source>This customer holds nothing.</source>
        <translation>这位客户没有积分、储值和次卡。</translation>
    </message>
    <message>
        <source>This slip had been written before; nothing was written twice.</source>
        <translation>这张单以前已经记过，没有重复记。</translation>
    </message>
    <message>
        <source>Tier: {tier}</source>
        <translation>等级：{tier}</translation>
    </message>
    <message>
        <source>To take it back: undo {operation}</source>
        <translation>要撤销：undo {operation}</translation>
    </message>
    <message>
        <source>To take it back: unmerge {operation}</source>
        <translation>要撤销：unmerge {operation}</translation>
    </message>
    <message>
        <source>Usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>Use --help to see how.</source>
        <translation>用 --help 看用法。</translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>WHEN</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What came after the merge stays with {name}: {what}.</source>
        <translation>合并之后新增的内容留在 {name} 名下：{what}。</translation>
    </message>
    <message>
        <source>a .pdf for the person</source>
        <translation>给本人的 .pdf 回执</translation>
    </message>
    <message>
        <source>a file whose first line is the PIN of that person; - for standard input</source>
        <translation>文件第一行是此人的 PIN；- 表示标准输入</translation>
    </message>
    <message>
        <source>a file whose first line is the new PIN; - for standard input</source>
        <translation>文件第一行是新 PIN；- 表示标准输入</translation>
    </message>
    <message>
        <source>a file whose first line is the password of the customer book; - for standard input</source>
        <translation>一个文件，第一行是客户资料的密码；- 表示从标准输入读取</translation>
    </message>
    <message>
        <source>a line that comes back, by its place on the slip, and how much: 2=1; as often as needed</source>
        <translation>退回的行：单上第几行=多少，如 2=1；可以给多次</translation>
    </message>
    <message>
        <source>a text file with the recovery code, for a backup of another computer</source>
        <translation>写有恢复码的文本文件，用于别的电脑上的备份</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>add a person</source>
        <translation>添加员工</translation>
    </message>
    <message>
        <source>add no customers: rows of nobody are left out, their sales belong to nobody</source>
        <translation>不新增客户：认不出的行跳过，销售记为散客</translation>
    </message>
    <message>
        <source>after</source>
        <translation>导入后</translation>
    </message>
    <message>
        <source>again and again: day, week, month, year, 2w, 10d, mon,thu, or a rule as RFC 5545 writes it</source>
        <translation>重复：day、week、month、year、2w、10d、mon,thu，或 RFC 5545 写法的规则</translation>
    </message>
    <message>
        <source>an id of your own for this slip: sent twice, it is written once</source>
        <translation>你给这张单的编号：发两次也只记一次</translation>
    </message>
    <message>
        <source>another number makes other people (7)</source>
        <translation>换个数字就换一批人（7）</translation>
    </message>
    <message>
        <source>another place for it</source>
        <translation>备份放到别处</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>ask for the workbook's password, or read it from the first line of the input</source>
        <translation>询问工作簿的密码，或从输入的第一行读取</translation>
    </message>
    <message>
        <source>at most so many (20)</source>
        <translation>最多几位（20）</translation>
    </message>
    <message>
        <source>at most so many (50)</source>
        <translation>最多这么多（50）</translation>
    </message>
    <message>
        <source>at most so many pairs (100)</source>
        <translation>最多列出多少对（100）</translation>
    </message>
    <message>
        <source>before</source>
        <translation>导入前</translation>
    </message>
    <message>
        <source>bring in customers from a workbook, a CSV file or address cards, or a calendar (.ics)</source>
        <translation>从表格、CSV 文件或通讯录名片导入客户，或导入日历（.ics）</translation>
    </message>
    <message>
        <source>call, visit, message, service, collect, other, or the name of a kind of your own (call)</source>
        <translation>call、visit、message、service、collect、other，或自建类型的名称（默认 call）</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>check the whole customer book</source>
        <translation>检查整本客户簿</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>count the next one from the day the last was done</source>
        <translation>从上一次完成的那天算起</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>客户（customers）</translation>
    </message>
    <message>
        <source>do not put the numbers on the do-not-contact list</source>
        <translation>不把号码放入免打扰名单</translation>
    </message>
    <message>
        <source>do not search anew; print what was found last</source>
        <translation>不重新查找，列出上次找到的</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>draw every page, in both languages, light and dark</source>
        <translation>给每个页面截图，两种语言，浅色和深色</translation>
    </message>
    <message>
        <source>erase a person for good; what was sold stays without a name</source>
        <translation>永久删除某人；销售记录去名保留</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>every check, as without either of the two</source>
        <translation>全部检查，与两个都不写时相同</translation>
    </message>
    <message>
        <source>every column</source>
        <translation>全部列</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>fill an empty folder with a sample shop</source>
        <translation>在空文件夹里建一家示例店</translation>
    </message>
    <message>
        <source>find customers by name, pinyin, initials, phone, card, tag or company</source>
        <translation>按姓名、拼音、首字母、电话、卡号、标签或公司找客户</translation>
    </message>
    <message>
        <source>finish a follow-up with its outcome</source>
        <translation>完成一项跟进，并记下结果</translation>
    </message>
    <message>
        <source>follow the plan in this file</source>
        <translation>照这个文件里的方案导入</translation>
    </message>
    <message>
        <source>get a damaged customer book back: the newest good backup, and what is newer in the damaged file</source>
        <translation>找回损坏的客户本：用最新的完好备份，再从坏文件里取回之后的内容</translation>
    </message>
    <message>
        <source>give a person another role</source>
        <translation>修改角色</translation>
    </message>
    <message>
        <source>give a person single rights, or take them from her</source>
        <translation>单独开通或取消权限</translation>
    </message>
    <message>
        <source>how it is paid back: cash=100 (the way it was paid)</source>
        <translation>怎样退款：cash=100（原路退回）</translation>
    </message>
    <message>
        <source>how it was made sure who the person is</source>
        <translation>如何核实身份</translation>
    </message>
    <message>
        <source>how it was paid: cash=100; wechat, alipay, bank_card, transfer, stored_value, other (all in cash)</source>
        <translation>怎样付款：cash=100；wechat、alipay、bank_card、transfer、stored_value、other（全部现金）</translation>
    </message>
    <message>
        <source>how it went: reached, no_answer, interested, declined, solved, promised</source>
        <translation>结果：reached（接通）、no_answer（未接）、interested（有意向）、declined（拒绝）、solved（已解决）、promised（已答应）</translation>
    </message>
    <message>
        <source>how letters are written into a .csv file (utf-8)</source>
        <translation>CSV 文件用什么文字编码（utf-8）</translation>
    </message>
    <message>
        <source>how many (182)</source>
        <translation>多少位客户（182）</translation>
    </message>
    <message>
        <source>how many entries at most (100)</source>
        <translation>最多列出多少条（100）</translation>
    </message>
    <message>
        <source>ids or card numbers</source>
        <translation>编号或卡号</translation>
    </message>
    <message>
        <source>in the file</source>
        <translation>文件里</translation>
    </message>
    <message>
        <source>in the recycle bin</source>
        <translation>在回收站</translation>
    </message>
    <message>
        <source>in whose name the command acts (the owner); she may only do what her rights say</source>
        <translation>以谁的名义执行（默认店主）；只能做此人有权限的事</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>let old sales earn points by today's rules, not for customers with an opening balance</source>
        <translation>按现在的规则给老销售补积分；已有期初积分的客户不补</translation>
    </message>
    <message>
        <source>let the person work without a PIN</source>
        <translation>取消 PIN</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>第 {line} 行</translation>
    </message>
    <message>
        <source>list everybody with role, rights and PIN</source>
        <translation>列出所有员工的角色、权限和 PIN</translation>
    </message>
    <message>
        <source>list the backups, here and in the second place</source>
        <translation>列出本机和第二存放处的备份</translation>
    </message>
    <message>
        <source>list the imports of the past</source>
        <translation>列出以前的导入</translation>
    </message>
    <message>
        <source>list the people of the shop, or change roles, rights and PINs</source>
        <translation>列出员工，或修改角色、权限和 PIN</translation>
    </message>
    <message>
        <source>list the saved layouts of export files</source>
        <translation>列出已保存的导出版式</translation>
    </message>
    <message>
        <source>list what is planned, day by day</source>
        <translation>按日期列出安排好的跟进</translation>
    </message>
    <message>
        <source>make a verified backup</source>
        <translation>做一份经过验证的备份</translation>
    </message>
    <message>
        <source>make no backup before</source>
        <translation>事先不做备份</translation>
    </message>
    <message>
        <source>make one customer of several</source>
        <translation>把几位客户合并成一位</translation>
    </message>
    <message>
        <source>more about it</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>无 PIN</translation>
    </message>
    <message>
        <source>note that a person has left; what she did stays hers</source>
        <translation>标记已离职；做过的事仍记在她名下</translation>
    </message>
    <message>
        <source>note that a person works here again</source>
        <translation>标记重新在职</translation>
    </message>
    <message>
        <source>of an import: move new customers who were used since to the recycle bin, too</source>
        <translation>撤销导入时：之后用过的新客户也移到回收站</translation>
    </message>
    <message>
        <source>of an import: put back values that were changed since, too</source>
        <translation>撤销导入时：之后改过的值也一并还原</translation>
    </message>
    <message>
        <source>one line of the slip: name=price, or name=price*quantity; give it as often as needed</source>
        <translation>单据的一行：名称=价格，或 名称=价格*数量；可以给多次</translation>
    </message>
    <message>
        <source>only entries from this day on, as 2026-11-22</source>
        <translation>只看这一天以来的记录，例如 2026-11-22</translation>
    </message>
    <message>
        <source>only one sort of thing</source>
        <translation>只看某一类</translation>
    </message>
    <message>
        <source>only say what would happen</source>
        <translation>只说会怎样，不真的导入</translation>
    </message>
    <message>
        <source>only so much of it (all that is left)</source>
        <translation>只退这么多钱（剩下的全部）</translation>
    </message>
    <message>
        <source>only the seals since the last backup, and every sum of slips, points and balances</source>
        <translation>只查上次备份以来的封印，以及单据、积分和余额的每个合计</translation>
    </message>
    <message>
        <source>only this page</source>
        <translation>只截这一页</translation>
    </message>
    <message>
        <source>only those of this member of staff</source>
        <translation>只看这位员工的</translation>
    </message>
    <message>
        <source>only those of this member of staff; only for an .ics file</source>
        <translation>只要这位员工的；仅用于 .ics 文件</translation>
    </message>
    <message>
        <source>only what is about this customer</source>
        <translation>只看与这位客户有关的</translation>
    </message>
    <message>
        <source>only what should have been done before</source>
        <translation>只看逾期未做的</translation>
    </message>
    <message>
        <source>only what this member of staff did</source>
        <translation>只看这位员工做的</translation>
    </message>
    <message>
        <source>open the window and bring files in; a file without a command does the same</source>
        <translation>打开窗口并导入文件；不写命令、直接写文件名也一样</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>owner, manager, clerk or trainee</source>
        <translation>owner（店主）、manager（店长）、clerk（店员）或 trainee（实习生）</translation>
    </message>
    <message>
        <source>plan a follow-up, once or again and again</source>
        <translation>安排一次或重复的跟进</translation>
    </message>
    <message>
        <source>plan the next one: in so many days, or on a date</source>
        <translation>安排下一次：几天后，或某个日期</translation>
    </message>
    <message>
        <source>points to pay with</source>
        <translation>用来抵现的积分</translation>
    </message>
    <message>
        <source>print one JSON value</source>
        <translation>输出一个 JSON 值</translation>
    </message>
    <message>
        <source>put a backup in the place of the present data, which is kept aside</source>
        <translation>用备份替换现在的数据，现在的数据另存一旁</translation>
    </message>
    <message>
        <source>record a sale, to a customer or to nobody known</source>
        <translation>记一笔销售，给客户或散客</translation>
    </message>
    <message>
        <source>rights to give</source>
        <translation>要开通的权限</translation>
    </message>
    <message>
        <source>rights to take</source>
        <translation>要取消的权限</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>say what would be done, and do nothing</source>
        <translation>只说明会做什么，不真正执行</translation>
    </message>
    <message>
        <source>say what would change, and change nothing</source>
        <translation>只说明会有什么变化，不作改动</translation>
    </message>
    <message>
        <source>search for customers who may be the same</source>
        <translation>查找可能重复的客户</translation>
    </message>
    <message>
        <source>set a person's PIN, or take it away</source>
        <translation>设置或取消 PIN</translation>
    </message>
    <message>
        <source>show a customer's points, stored value and visit cards</source>
        <translation>显示客户的积分、储值和次卡</translation>
    </message>
    <message>
        <source>show everything about one customer</source>
        <translation>显示一位客户的全部资料</translation>
    </message>
    <message>
        <source>show the version and stop</source>
        <translation>显示版本号</translation>
    </message>
    <message>
        <source>show this help and stop</source>
        <translation>显示这份说明</translation>
    </message>
    <message>
        <source>show who did what and when, or verify that nothing was changed</source>
        <translation>看谁在什么时候做了什么，或核对历史记录没有被改动</translation>
    </message>
    <message>
        <source>take a merge back, by the number that merge printed</source>
        <translation>撤销一次合并，用合并时给出的号码</translation>
    </message>
    <message>
        <source>take back the last action, or the one with a number</source>
        <translation>撤销上一步，或撤销指定编号的操作</translation>
    </message>
    <message>
        <source>take back what was sold on a slip, in part or whole</source>
        <translation>退货：一张单的部分或全部</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>taken off the whole bill</source>
        <translation>整单优惠</translation>
    </message>
    <message>
        <source>the code of a coupon; give it as often as needed</source>
        <translation>券码；可以给多次</translation>
    </message>
    <message>
        <source>the columns, names and sheets of a saved layout; see the command layouts</source>
        <translation>按已保存的版式导出：列、列名和工作表；用 layouts 命令查看</translation>
    </message>
    <message>
        <source>the customer; - for a follow-up of nobody</source>
        <translation>客户；- 表示不属于任何客户</translation>
    </message>
    <message>
        <source>the customers a search finds</source>
        <translation>搜索到的客户</translation>
    </message>
    <message>
        <source>the customers and columns of a view</source>
        <translation>某个视图里的客户和列</translation>
    </message>
    <message>
        <source>the day opening balances stand for, as 2026-01-31; else today</source>
        <translation>期初余额是哪一天的，如 2026-01-31；不写就是今天</translation>
    </message>
    <message>
        <source>the day, and a time if there is one: 2026-11-24, 2026-11-24 15:00, tomorrow 9:30, +7</source>
        <translation>日期，可带时间：2026-11-24、2026-11-24 15:00、明天9:30、+7</translation>
    </message>
    <message>
        <source>the encoding of a text file, as gb18030</source>
        <translation>文本文件的编码，例如 gb18030</translation>
    </message>
    <message>
        <source>the file is to send offers this way: who refused or never agreed is left out</source>
        <translation>本文件用来以此方式发送优惠：已拒绝或从未同意的客户不列入</translation>
    </message>
    <message>
        <source>the file; - takes a table from the input</source>
        <translation>文件；写 - 则从输入读取表格</translation>
    </message>
    <message>
        <source>the first day (a year ago)</source>
        <translation>第一天（一年前）</translation>
    </message>
    <message>
        <source>the first day (today)</source>
        <translation>从哪天起（默认今天）</translation>
    </message>
    <message>
        <source>the first day; only for an .ics file</source>
        <translation>第一天；仅用于 .ics 文件</translation>
    </message>
    <message>
        <source>the folder with the data, instead of the usual one</source>
        <translation>数据放在哪个文件夹（不写就用默认的）</translation>
    </message>
    <message>
        <source>the id that find prints</source>
        <translation>find 列出的编号</translation>
    </message>
    <message>
        <source>the id that find prints, or a card number</source>
        <translation>find 列出的编号，或卡号</translation>
    </message>
    <message>
        <source>the id that followups prints</source>
        <translation>followups 列出的编号</translation>
    </message>
    <message>
        <source>the last day (a week after the first)</source>
        <translation>到哪天为止（默认一周）</translation>
    </message>
    <message>
        <source>the last day (today)</source>
        <translation>最后一天（今天）</translation>
    </message>
    <message>
        <source>the last day; only for an .ics file</source>
        <translation>最后一天；仅用于 .ics 文件</translation>
    </message>
    <message>
        <source>the name, to confirm; else it is asked for</source>
        <translation>姓名，用于确认；不给则会询问</translation>
    </message>
    <message>
        <source>the number of the slip, 261122-007, or its id</source>
        <translation>单号，如 261122-007，或单据编号</translation>
    </message>
    <message>
        <source>the row of the headings; 0 where there are none</source>
        <translation>表头在第几行；没有表头写 0</translation>
    </message>
    <message>
        <source>the sheet, instead of the one that looks most like data</source>
        <translation>工作表，不写就用最像数据的那一张</translation>
    </message>
    <message>
        <source>the whole record of this one customer, a .pdf file; or her follow-ups, an .ics file</source>
        <translation>这一位客户的完整档案（.pdf 文件），或她的跟进（.ics 文件）</translation>
    </message>
    <message>
        <source>those of the user guide instead</source>
        <translation>改画使用指南里的图片</translation>
    </message>
    <message>
        <source>try out that this installation is whole, in a folder that is thrown away, and stop</source>
        <translation>在一个用完即删的文件夹里试一遍，看本程序是否安装完整，然后结束</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销号</translation>
    </message>
    <message>
        <source>verify every entry, and the end of the history by what backups and closings noted of it</source>
        <translation>逐条核对历史记录，并用备份和每次关闭时留下的记号核对末尾</translation>
    </message>
    <message>
        <source>void a slip: its inverse is written, nothing is deleted</source>
        <translation>作废一张单：记一张相反的单，什么也不删</translation>
    </message>
    <message>
        <source>what happens to rows of known customers: {actions}; or for each class, as {example}</source>
        <translation>已有客户的行怎么办：{actions}；也可以分档写，例如 {example}</translation>
    </message>
    <message>
        <source>what happens to rows of one person in the file: merge, keep_both or ask</source>
        <translation>文件里同一个人的几行怎么办：merge（合并）、keep_both（都留）或 ask（询问）</translation>
    </message>
    <message>
        <source>what is done or closed, too</source>
        <translation>连同已完成和已关闭的</translation>
    </message>
    <message>
        <source>what is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>what parts the columns of a text file; tab for a tab</source>
        <translation>文本文件的列分隔符；制表符写 tab</translation>
    </message>
    <message>
        <source>what says that a row is a customer, in this order, with commas: {marks}</source>
        <translation>按什么、以什么顺序认出已有客户，用逗号隔开：{marks}</translation>
    </message>
    <message>
        <source>what stands beside opening balances in the ledger</source>
        <translation>流水里期初余额旁边写的原因</translation>
    </message>
    <message>
        <source>what the file holds</source>
        <translation>文件里是什么</translation>
    </message>
    <message>
        <source>what was said or done</source>
        <translation>说了什么、做了什么</translation>
    </message>
    <message>
        <source>what was sold, as one amount: 188, 188.50</source>
        <translation>销售金额，一个数：188、188.50</translation>
    </message>
    <message>
        <source>when</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>when it was sold, as 2026-11-22T09:00 (now)</source>
        <translation>销售时间，如 2026-11-22T09:00（现在）</translation>
    </message>
    <message>
        <source>where the clock starts, as 2026-11-22T09:00; only for folders made by demo</source>
        <translation>时钟从何时走起，如 2026-11-22T09:00；只能用于 demo 建的文件夹</translation>
    </message>
    <message>
        <source>who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>who bought: the id that find prints, or a card number (nobody known)</source>
        <translation>谁买的：find 打印的编号，或卡号（散客）</translation>
    </message>
    <message>
        <source>who does it (whoever plans it)</source>
        <translation>由谁来做（默认安排的人）</translation>
    </message>
    <message>
        <source>who stays: an ID, oldest or newest; for one field FIELD=ID or FIELD=all; may be repeated</source>
        <translation>保留谁：编号、oldest（最早）或 newest（最新）；单个字段写 字段=编号 或 字段=all；可以写多次</translation>
    </message>
    <message>
        <source>whose value stays where both have one: file, ours or newer</source>
        <translation>两边都有值时留谁的：file（文件）、ours（本店）或 newer（较新的）</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>with --contact-by: to contact about service; only who refused is left out</source>
        <translation>与 --contact-by 同用：联系服务事宜，只排除已拒绝的客户</translation>
    </message>
    <message>
        <source>write a blank workbook to fill in and import</source>
        <translation>生成一份可以填写后导入的空白表格</translation>
    </message>
    <message>
        <source>write a copy of everything that is held of a person</source>
        <translation>导出某人的全部信息副本</translation>
    </message>
    <message>
        <source>write customers to an .xlsx, .csv, .vcf or .pdf file, or follow-ups to an .ics file</source>
        <translation>把客户写入 .xlsx、.csv、.vcf 或 .pdf 文件，或把跟进写入 .ics 文件</translation>
    </message>
    <message>
        <source>write the program's plan to this file and import nothing</source>
        <translation>把程序的导入方案写到这个文件，不导入</translation>
    </message>
    <message>
        <source>write the rows with errors here, each with the reason and the fix</source>
        <translation>把有错的行写到这个文件，附上原因和改法</translation>
    </message>
    <message>
        <source>write what a customer earned and spent to a .pdf or .xlsx file</source>
        <translation>把客户的积分和储值对账单写成 .pdf 或 .xlsx 文件</translation>
    </message>
    <message>
        <source>zh_CN or en</source>
        <translation>zh_CN 或 en</translation>
    </message>
    <message>
        <source>{amount} that was paid in is still there: pay it out before.</source>
        <translation>还有 {amount} 储值未用：请先退还。</translation>
    </message>
    <message>
        <source>{file} is restored.</source>
        <translation>已恢复 {file}。</translation>
    </message>
    <message>
        <source>{id}: {when} {title}</source>
        <translation>{id}：{when} {title}</translation>
    </message>
    <message>
        <source>{label}: {before} → {after}</source>
        <translation>{label}：{before} → {after}</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}：{value}</translation>
    </message>
    <message>
        <source>{name} cannot be {what}.</source>
        <translation>{name} 不能是 {what}。</translation>
    </message>
    <message>
        <source>{name} needs a value.</source>
        <translation>{name} 后面要写一个值。</translation>
    </message>
    <message>
        <source>{name}: {amount}</source>
        <translation>{name}：{amount}</translation>
    </message>
    <message>
        <source>{said}, of which {going} can be used until {day}</source>
        <translation>{said}，其中 {going} 可用到 {day}</translation>
    </message>
    <message>
        <source>{what} is missing.</source>
        <translation>缺少 {what}。</translation>
    </message>
    <message>
        <source>{what} is not possible here; choose one of {all}.</source>
        <translation>这里不能用 {what}，可选：{all}。</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Completeness</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Consent, asked for</source>
        <translation>问过是否同意联系</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Likes, sizes or allergies</source>
        <translation>喜好、尺码或过敏</translation>
    </message>
    <message>
        <source>Looked after by somebody</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>WeChat or e-mail</source>
        <translation>微信或邮箱</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Leave as it is</source>
        <translation>保持原样</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>How the answer was given</source>
        <translation>怎么表示的</translation>
    </message>
    <message>
        <source>No offers any more</source>
        <translation>不再接收任何优惠</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>还没问过</translation>
    </message>
    <message>
        <source>Not refused</source>
        <translation>未拒绝</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Refuse offers on every channel, at once</source>
        <translation>一次性拒绝所有渠道的优惠信息</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>on the do-not-contact list</source>
        <translation>在免打扰名单上</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>refused calls</source>
        <translation>拒接电话</translation>
    </message>
    <message>
        <source>words no. {version}</source>
        <translation>告知文本第 {version} 版</translation>
    </message>
    <message>
        <source>{channel}: {answer} – in person, on paper, by phone?</source>
        <translation>{channel}：{answer}——当面、书面还是电话里说的？</translation>
    </message>
    <message>
        <source>… contact about service: not by {channels}</source>
        <translation>……就服务联系：不要用{channels}</translation>
    </message>
    <message>
        <source>… contact about service: yes, nothing refused</source>
        <translation>……就服务联系：可以，没有拒绝的渠道</translation>
    </message>
    <message>
        <source>… send offers</source>
        <translation>……发送优惠信息</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>Add a phone, e-mail, address …</source>
        <translation>添加电话、邮箱、地址…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>收货</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家人</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>家里</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Landline</source>
        <translation>座机</translation>
    </message>
    <message>
        <source>Make it the main one</source>
        <translation>设为首选</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More for {contact}</source>
        <translation>{contact} 的更多操作</translation>
    </message>
    <message>
        <source>New contact detail</source>
        <translation>新的联系方式</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>不标注</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>显示完整号码</translation>
    </message>
    <message>
        <source>Until you leave this customer. It is noted who looked.</source>
        <translation>离开这位客户后重新隐藏。谁看过会留下记录。</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>main</source>
        <translation>首选</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>Allergic: {what}</source>
        <translation>过敏：{what}</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Card, last four digits, initials or name</source>
        <translation>刷卡，或输入尾号后四位、拼音首字母、姓名</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>柜台条</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Hidden. F8 shows it again.</source>
        <translation>已遮住。按 F8 再显示。</translation>
    </message>
    <message>
        <source>Hide from view  F8</source>
        <translation>遮住  F8</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Logged.</source>
        <translation>已记录。</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nobody has the card {code}.</source>
        <translation>没有人用这张卡：{code}。</translation>
    </message>
    <message>
        <source>Nobody is found by this.</source>
        <translation>没有找到这样的客户。</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>兑换</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Show again  F8</source>
        <translation>再显示  F8</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>划卡</translation>
    </message>
    <message>
        <source>Who it may be</source>
        <translation>可能是谁</translation>
    </message>
    <message>
        <source>likes {what}</source>
        <translation>喜欢{what}</translation>
    </message>
    <message>
        <source>not {what}</source>
        <translation>不喜欢{what}</translation>
    </message>
    <message>
        <source>{code}: {name}, no member's card</source>
        <translation>{code}：{name}，不是会员卡</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Also kept in {file}</source>
        <translation>同时保存在 {file}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续使用</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出错了</translation>
    </message>
    <message>
        <source>The details are copied. They hold no customer data; send them to your helper.</source>
        <translation>详情已复制，其中不含客户资料；可以发给帮您维护的人。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time; nothing saved is lost.</source>
        <translation>程序上次意外退出；已保存的内容都没有丢失。</translation>
    </message>
    <message>
        <source>The program made a mistake and has to close. What was saved before is safe.</source>
        <translation>程序出错，需要关闭。之前保存的内容都是安全的。</translation>
    </message>
    <message>
        <source>The program made a mistake. What was saved before is safe, and you can go on working.</source>
        <translation>程序出了点错。之前保存的内容都安全，可以继续使用。</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>显示的列</translation>
    </message>
    <message>
        <source>Copied: {phone}</source>
        <translation>已复制：{phone}</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户列表</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>已筛选</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺什么</translation>
    </message>
    <message>
        <source>Name, pinyin, phone, tag …</source>
        <translation>搜索姓名、拼音、电话、标签…</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Search customers  Ctrl+F</source>
        <translation>搜索客户  Ctrl+F</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>显示或隐藏右侧详情</translation>
    </message>
    <message>
        <source>Who lacks a phone, a birthday, consent …</source>
        <translation>谁缺电话、生日、同意…</translation>
    </message>
    <message numerus="yes">
        <source>more than %n</source>
        <translation>
            <numerusform>超过 %n 位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>Add a day</source>
        <translation>添加日子</translation>
    </message>
    <message>
        <source>April</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>August</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>Child's birthday</source>
        <translation>孩子生日</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日子</translation>
    </message>
    <message>
        <source>December</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>预产期</translation>
    </message>
    <message>
        <source>February</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>January</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>July</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>June</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>March</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>November</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>October</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>Opening day</source>
        <translation>开业日</translation>
    </message>
    <message>
        <source>Partner's birthday</source>
        <translation>爱人生日</translation>
    </message>
    <message>
        <source>Remove this day</source>
        <translation>删除这个日子</translation>
    </message>
    <message>
        <source>September</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>leap</source>
        <translation>闰</translation>
    </message>
    <message>
        <source>lunar leap month {month}</source>
        <translation>农历闰{month}月</translation>
    </message>
    <message>
        <source>lunar month {month}</source>
        <translation>农历{month}月</translation>
    </message>
    <message>
        <source>lunar {leap}month {month}, day {day}</source>
        <translation>农历{leap}{month}月{day}日</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{month}{day}日</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}年{month}{day}日</translation>
    </message>
    <message>
        <source>{kind}: 1990-05-12, 05-12, lunar 8-15</source>
        <translation>{kind}：1990-05-12、05-12、农历八月十五</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>leap</source>
        <translation>闰</translation>
    </message>
    <message>
        <source>{day} {name}</source>
        <translation>{name}{day}日</translation>
    </message>
    <message>
        <source>{day} {name} {year}</source>
        <translation>{year}年{name}{day}日</translation>
    </message>
    <message>
        <source>{day}, {hour:02d}:{minute:02d}</source>
        <translation>{day} {hour:02d}:{minute:02d}</translation>
    </message>
    <message>
        <source>{leap}{month}/{day}</source>
        <comment>lunar month and day</comment>
        <translation>{leap}{month}月{day}日</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>About</source>
        <translation>基本资料</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>How to reach</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Important days</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>May we …</source>
        <translation>可以联系吗</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>没有人</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>People</source>
        <translation>关系</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message numerus="yes">
        <source>Let go to bring in %n calendars</source>
        <translation>
            <numerusform>松开鼠标，导入 %n 个日历</numerusform>
        </translation>
    </message>
    <message>
        <source>Let go to bring in the calendar “{name}”</source>
        <translation>松开鼠标，导入日历“{name}”</translation>
    </message>
    <message numerus="yes">
        <source>Let go to bring in the customers of %n files</source>
        <translation>
            <numerusform>松开鼠标，导入 %n 个文件里的客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Let go to bring in the customers of “{name}”</source>
        <translation>松开鼠标，导入“{name}”里的客户</translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>Qt date format: weekday, day and month</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>Qt date format: weekday, day, month, year</comment>
        <translation>yyyy年M月d日 ddd</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missed %n time(s) since {day}</source>
        <translation>
            <numerusform>自{day}起错过 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <comment>next follow-up</comment>
        <translation>未安排</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>还没安排</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n 对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Customers who may be one person</source>
        <translation>可能是同一个人的客户</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Every pair has been decided.</source>
        <translation>每一对都处理过了。</translation>
    </message>
    <message>
        <source>Last search: {when}, {among}</source>
        <translation>上次查找：{when}，{among}</translation>
    </message>
    <message>
        <source>Look for duplicates now</source>
        <translation>马上查找</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>正在查找重复客户</translation>
    </message>
    <message>
        <source>Looking for duplicates … {percent} %</source>
        <translation>正在查找重复客户…… {percent}%</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>No duplicates are left here</source>
        <translation>这里没有疑似重复了</translation>
    </message>
    <message>
        <source>Nobody has looked for duplicates yet</source>
        <translation>还没有查找过重复客户</translation>
    </message>
    <message>
        <source>Not searched yet</source>
        <translation>还没查找过</translation>
    </message>
    <message>
        <source>Nothing has been decided yet</source>
        <translation>还没有处理过</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>有可能</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>Probable</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>Shared by too many to be compared, so not searched: {what}</source>
        <translation>用的人太多、没有拿来比对：{what}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止……</translation>
    </message>
    <message>
        <source>The search runs beside your work and changes nothing; you decide on each pair.</source>
        <translation>查找在后台进行，不耽误手头的事，也不改动任何资料；每一对都由您来定。</translation>
    </message>
    <message>
        <source>These customers have changed meanwhile</source>
        <translation>这几位客户刚刚有变动</translation>
    </message>
    <message>
        <source>What the queue lists</source>
        <translation>列出哪些</translation>
    </message>
    <message numerus="yes">
        <source>among %n customer(s)</source>
        <translation>
            <numerusform>共 %n 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>{kind} ({values}, {customers})</source>
        <translation>{kind}（{values}，{customers}）</translation>
    </message>
    <message>
        <source>“Not the same” and “same household” stand here, and can be decided again.</source>
        <translation>定为“不是同一人”或“同一家人”的会列在这里，可以重新处理。</translation>
    </message>
</context>
<context>
    <name>EarlierRules</name>
    <message>
        <source>Each change made a version of its own; what was given under it keeps its terms.</source>
        <translation>每次修改都另存一版，已经给出去的按当时那一版执行。</translation>
    </message>
    <message>
        <source>Earlier rules</source>
        <translation>以前的规则</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <translation>{moment} 起</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Bring in the list you have, in Excel, CSV or from a phone: drop the file here. Or begin with the first customer.</source>
        <translation>把现有的名单导进来，Excel、CSV 或手机通讯录都行：直接把文件拖到这里。也可以先录入第一位客户。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清空搜索</translation>
    </message>
    <message>
        <source>Deleted customers stay here and can be restored with everything they had.</source>
        <translation>删除的客户会留在这里，随时可以连同全部资料一起恢复。</translation>
    </message>
    <message>
        <source>I have a backup …</source>
        <translation>我有备份…</translation>
    </message>
    <message>
        <source>Import a workbook</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Names, pinyin, initials, phone digits, card numbers, tags and companies were searched.</source>
        <translation>已查找姓名、拼音、首字母、电话、卡号、标签和公司。</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>New customer “{name}”</source>
        <translation>新建客户“{name}”</translation>
    </message>
    <message>
        <source>No customer fits this view</source>
        <translation>没有符合条件的客户</translation>
    </message>
    <message>
        <source>No customer matches “{text}”</source>
        <translation>没有找到“{text}”</translation>
    </message>
    <message>
        <source>Search all customers</source>
        <translation>在全部客户中搜索</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>显示全部客户</translation>
    </message>
    <message>
        <source>The recycle bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Try with a sample shop</source>
        <translation>先用示例店铺试试</translation>
    </message>
    <message>
        <source>Your customers will stand here</source>
        <translation>这里会列出您的客户</translation>
    </message>
</context>
<context>
    <name>Erase</name>
    <message numerus="yes">
        <source>%n reason(s) from an older version stay in the log.</source>
        <translation>
            <numerusform>旧版本留下的 %n 条原因无法从记录中移除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) merged into hers go too.</source>
        <translation>
            <numerusform>并入她的 %n 份资料也一并删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) about others may name the person; the shop looks through them.</source>
        <translation>
            <numerusform>另有 %n 处关于他人的文字可能提到本人，本店会查看处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) about others name her: they stay, look at them.</source>
        <translation>
            <numerusform>另有 %n 处关于他人的文字提到她：会保留，请查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Backups made before still hold the data, encrypted, until {day} at the latest. If one is restored, the program erases the person again before anything is shown.</source>
        <translation>此前的备份仍以加密形式含有这些信息，最迟到 {day}。如恢复这些备份，程序会在显示任何内容之前再次删除。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>删除个人信息</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Erased on {day}. Reference: {reference}.</source>
        <translation>删除日期：{day}。编号：{reference}。</translation>
    </message>
    <message>
        <source>Erased: name, contact details, address, birthday, notes, and {parts}.</source>
        <translation>已删除：姓名、联系方式、地址、生日、备注，以及{parts}。</translation>
    </message>
    <message>
        <source>Goes: name, numbers, birthday, notes, earlier values in the log; {parts}.</source>
        <translation>将删除：姓名、号码、生日、备注、日志中的旧值；{parts}。</translation>
    </message>
    <message>
        <source>Kept without a name, because books and taxes require it: date, goods and money of {parts}.</source>
        <translation>因账务和税务要求，去名保留：{parts}的日期、商品和金额。</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>不删除</translation>
    </message>
    <message>
        <source>Leave her numbers alone from now on</source>
        <translation>今后不再打扰她的号码</translation>
    </message>
    <message>
        <source>Make a backup before</source>
        <translation>先做备份</translation>
    </message>
    <message>
        <source>Name (by hand): ______________________</source>
        <translation>姓名（手写）：______________________</translation>
    </message>
    <message>
        <source>Nothing of hers stays: she bought nothing.</source>
        <translation>她没有买过东西，不会留下任何内容。</translation>
    </message>
    <message>
        <source>Phone numbers and e-mail addresses are kept only as a code that no number can be read from, so that nobody is written to again by mistake.</source>
        <translation>电话和邮箱只以无法还原的编码保留，以免以后误发消息。</translation>
    </message>
    <message>
        <source>Receipt of an erasure</source>
        <translation>个人信息删除回执</translation>
    </message>
    <message>
        <source>Save the receipt …</source>
        <translation>保存回执…</translation>
    </message>
    <message>
        <source>Stays without a name: date, goods and money of {parts}.</source>
        <translation>去名保留：{parts}的日期、商品和金额。</translation>
    </message>
    <message>
        <source>The receipt is in {file}.</source>
        <translation>回执已存入 {file}。</translation>
    </message>
    <message numerus="yes">
        <source>Their earlier values were taken out of %n entry(ies) of the log of changes.</source>
        <translation>
            <numerusform>修改记录中 %n 条内容的旧值也已清除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Type her name to confirm</source>
        <translation>输入姓名以确认</translation>
    </message>
    <message>
        <source>no purchases</source>
        <translation>无购买记录</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>无其他内容</translation>
    </message>
    <message>
        <source>{amount} that she paid in is still there: pay it out before.</source>
        <translation>她还有 {amount} 储值未用：请先退还。</translation>
    </message>
    <message>
        <source>{name}: nothing brings a person back.</source>
        <translation>{name}：删除后无法恢复。</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>A field of the shop</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Account changed</source>
        <translation>账户变更</translation>
    </message>
    <message>
        <source>Another one became the main one</source>
        <translation>换了首选</translation>
    </message>
    <message>
        <source>Apart again: {name}</source>
        <translation>重新分开：{name}</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>已恢复备份</translation>
    </message>
    <message>
        <source>Became a customer</source>
        <translation>成为客户</translation>
    </message>
    <message>
        <source>Booking taken back</source>
        <translation>记账冲回</translation>
    </message>
    <message>
        <source>Brought in from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>Cash booked</source>
        <translation>现金登记</translation>
    </message>
    <message>
        <source>Catalogue changed</source>
        <translation>商品目录变更</translation>
    </message>
    <message>
        <source>Closed day corrected</source>
        <translation>日结更正</translation>
    </message>
    <message>
        <source>Consent recorded</source>
        <translation>记录意愿</translation>
    </message>
    <message>
        <source>Contact corrected</source>
        <translation>更正联系记录</translation>
    </message>
    <message>
        <source>Contact detail</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contact details changed</source>
        <translation>联系方式有变</translation>
    </message>
    <message>
        <source>Contact logged</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Contact removed</source>
        <translation>删除联系记录</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Coupon cancelled</source>
        <translation>券作废</translation>
    </message>
    <message>
        <source>Coupon given out</source>
        <translation>发券</translation>
    </message>
    <message>
        <source>Day closed</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Do-not-contact list changed</source>
        <translation>勿扰名单已修改</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>修改资料</translation>
    </message>
    <message>
        <source>Edited together with others</source>
        <translation>批量修改</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Field added</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>Field changed</source>
        <translation>字段有变</translation>
    </message>
    <message>
        <source>File attached</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>File layout removed</source>
        <translation>删除导出版式</translation>
    </message>
    <message>
        <source>File layout saved</source>
        <translation>保存导出版式</translation>
    </message>
    <message>
        <source>File removed</source>
        <translation>删除文件</translation>
    </message>
    <message>
        <source>Follow-up changed</source>
        <translation>修改了跟进</translation>
    </message>
    <message>
        <source>Follow-up closed</source>
        <translation>跟进关闭</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>跟进完成</translation>
    </message>
    <message>
        <source>Follow-up handed over</source>
        <translation>跟进移交</translation>
    </message>
    <message>
        <source>Follow-up moved</source>
        <translation>跟进改期</translation>
    </message>
    <message>
        <source>Follow-up plan changed</source>
        <translation>跟进计划改动</translation>
    </message>
    <message>
        <source>Follow-up plan started</source>
        <translation>启动跟进计划</translation>
    </message>
    <message>
        <source>Follow-up plan stopped</source>
        <translation>停止跟进计划</translation>
    </message>
    <message>
        <source>Follow-up planned</source>
        <translation>安排了跟进</translation>
    </message>
    <message>
        <source>Follow-up removed</source>
        <translation>跟进删除</translation>
    </message>
    <message>
        <source>Found to be another than somebody alike</source>
        <translation>确认与相似客户不是同一人</translation>
    </message>
    <message>
        <source>Given by the programme</source>
        <translation>会员赠送</translation>
    </message>
    <message>
        <source>Hidden numbers shown</source>
        <translation>查看了隐藏号码</translation>
    </message>
    <message>
        <source>Holidays changed</source>
        <translation>节假日改动</translation>
    </message>
    <message>
        <source>Important dates changed</source>
        <translation>重要日子有变</translation>
    </message>
    <message>
        <source>Joined with: {name}</source>
        <translation>合并进来：{name}</translation>
    </message>
    <message>
        <source>Keeping in touch changed</source>
        <translation>联系频率改动</translation>
    </message>
    <message>
        <source>Key of the customer book changed</source>
        <translation>数据密钥已更换</translation>
    </message>
    <message>
        <source>Kind of follow-up changed</source>
        <translation>跟进类型改动</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Loyalty programme changed</source>
        <translation>会员方案变更</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>合并客户</translation>
    </message>
    <message>
        <source>Moved to the recycle bin</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Number understood as</source>
        <translation>号码识别为</translation>
    </message>
    <message>
        <source>Old values taken out of the journal</source>
        <translation>日志中的旧值已清理</translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation>已设置PIN</translation>
    </message>
    <message>
        <source>Part of the sample shop</source>
        <translation>示范店铺的客户</translation>
    </message>
    <message>
        <source>Person erased</source>
        <translation>客户资料已抹除</translation>
    </message>
    <message>
        <source>Photo changed</source>
        <translation>更换照片</translation>
    </message>
    <message>
        <source>Points corrected</source>
        <translation>积分调整</translation>
    </message>
    <message>
        <source>Points redeemed</source>
        <translation>积分兑换</translation>
    </message>
    <message>
        <source>Put in one household</source>
        <translation>归为一家</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Restored from the recycle bin</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Reward changed</source>
        <translation>兑换礼变更</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>设置有变</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>上岗</translation>
    </message>
    <message>
        <source>Slip voided</source>
        <translation>单据作废</translation>
    </message>
    <message>
        <source>Slip {number}: {total}</source>
        <translation>单号 {number}：{total}</translation>
    </message>
    <message>
        <source>Staff changed</source>
        <translation>店员有变</translation>
    </message>
    <message>
        <source>Stock booked</source>
        <translation>库存登记</translation>
    </message>
    <message>
        <source>Stored value paid back</source>
        <translation>储值退还</translation>
    </message>
    <message>
        <source>Tag changed</source>
        <translation>标签有变</translation>
    </message>
    <message>
        <source>Tag taken off</source>
        <translation>取下标签</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>贴上标签</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Terms of a coupon saved</source>
        <translation>保存优惠券设置</translation>
    </message>
    <message>
        <source>The clock of the computer was said to be right</source>
        <translation>确认电脑时钟没有错</translation>
    </message>
    <message>
        <source>The shop was set up</source>
        <translation>店铺建立</translation>
    </message>
    <message>
        <source>The values were erased</source>
        <translation>内容已清除</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Tier changed</source>
        <translation>等级变更</translation>
    </message>
    <message>
        <source>To be compared again</source>
        <translation>重新列入重复检查</translation>
    </message>
    <message>
        <source>Topped up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>View removed</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>View saved</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Visit card sold</source>
        <translation>开次卡</translation>
    </message>
    <message>
        <source>Visit card used</source>
        <translation>次卡核销</translation>
    </message>
    <message>
        <source>What suits the trade set up</source>
        <translation>按行业准备了规则和计划</translation>
    </message>
    <message>
        <source>Words of a consent changed</source>
        <translation>同意书文字已修改</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>一张照片</translation>
    </message>
    <message>
        <source>a tag that is gone</source>
        <translation>（已不存在的标签）</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>全天</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>closed: {reason}</source>
        <translation>已关闭：{reason}</translation>
    </message>
    <message>
        <source>comes again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>moved from {day}</source>
        <translation>原定 {day}</translation>
    </message>
    <message>
        <source>no longer promised</source>
        <translation>不再算承诺</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>note taken off</source>
        <translation>备注已清空</translation>
    </message>
    <message>
        <source>one that is gone</source>
        <translation>（已不存在）</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>own kind</source>
        <translation>自建类型</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>已答应客户</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>removed, the other days stay</source>
        <translation>已删除（只删这一天）</translation>
    </message>
    <message>
        <source>this customer</source>
        <translation>这位客户</translation>
    </message>
    <message>
        <source>was “{title}”</source>
        <translation>原名“{title}”</translation>
    </message>
    <message>
        <source>{label}: {after}</source>
        <translation>{label}：{after}</translation>
    </message>
    <message>
        <source>{label}: {before} → nothing</source>
        <translation>{label}：{before} → 空</translation>
    </message>
    <message>
        <source>{label}: {before} → {after}</source>
        <translation>{label}：{before} → {after}</translation>
    </message>
    <message>
        <source>{minutes} min long</source>
        <translation>时长 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{thing} “{name}”</source>
        <translation>{thing}“{name}”</translation>
    </message>
    <message>
        <source>{what}: new</source>
        <translation>{what}：新增</translation>
    </message>
    <message>
        <source>{what}: removed</source>
        <translation>{what}：删除</translation>
    </message>
    <message>
        <source>{what}: {values}</source>
        <translation>{what}：{values}</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>%n customer(s) exported to {file}</source>
        <translation>
            <numerusform>已导出 %n 位客户到 {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: refused, or never agreed.</source>
        <translation>
            <numerusform>有 %n 位未列入：已拒绝或从未同意。</numerusform>
        </translation>
    </message>
    <message>
        <source>Address cards (*.vcf)</source>
        <translation>通讯录名片 (*.vcf)</translation>
    </message>
    <message>
        <source>Address cards (.vcf), for phones</source>
        <translation>通讯录名片（.vcf），可导入手机</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>全部列</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message numerus="yes">
        <source>As in the list (%n column(s))</source>
        <translation>
            <numerusform>和列表一样（%n 列）</numerusform>
        </translation>
    </message>
    <message>
        <source>As ticked here</source>
        <translation>按下面勾选</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>CRM ID (do not change)</source>
        <translation>CRM 编号（请勿修改）</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>文件里的列</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>联系授权</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contacted by</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contacts made</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete layout</source>
        <translation>删除版式</translation>
    </message>
    <message>
        <source>Delete the layout “{name}”?</source>
        <translation>删除版式“{name}”吗？</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Drag or Alt+arrows move a column; F2 gives it another name.</source>
        <translation>拖动或按 Alt+方向键可调整顺序；按 F2 可改列名。</translation>
    </message>
    <message>
        <source>Everybody in the shop sees it</source>
        <translation>店里所有人都能用</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Excel 表格（.xlsx）</translation>
    </message>
    <message numerus="yes">
        <source>Export %n customer(s) …</source>
        <translation>
            <numerusform>导出 %n 位客户…</numerusform>
        </translation>
    </message>
    <message>
        <source>Export customers</source>
        <translation>导出客户</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Files written by it stay as they are. Undo brings it back.</source>
        <translation>已经导出的文件不受影响；可以撤销。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>For our own records</source>
        <translation>本店自己存档</translation>
    </message>
    <message>
        <source>Further sheets in the workbook</source>
        <translation>同时导出的其他工作表</translation>
    </message>
    <message>
        <source>GB18030, for older Chinese programs</source>
        <translation>GB18030，适合较老的国产软件</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Important dates</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>Its name in the file</source>
        <translation>文件里的列名</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Left out: refused, or never agreed</source>
        <translation>未列入人数（已拒绝或从未同意）</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Main one</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>More about the layout</source>
        <translation>版式的更多操作</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>版式名称</translation>
    </message>
    <message>
        <source>Name …</source>
        <translation>改列名…</translation>
    </message>
    <message>
        <source>None: as chosen below</source>
        <translation>不用版式，按下面的选择</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>号码或地址</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Other WeChat</source>
        <translation>其他微信</translation>
    </message>
    <message>
        <source>Other addresses</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>Other e-mails</source>
        <translation>其他邮箱</translation>
    </message>
    <message>
        <source>Other phones</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PDF, to print or to send</source>
        <translation>PDF，打印或发给别人</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Please</source>
        <translation>请注意</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Rename layout</source>
        <translation>给版式改名</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>保存版式</translation>
    </message>
    <message>
        <source>Save layout …</source>
        <translation>保存版式…</translation>
    </message>
    <message>
        <source>Save under a new name …</source>
        <translation>另存为新版式…</translation>
    </message>
    <message>
        <source>Text with commas (*.csv)</source>
        <translation>逗号分隔文本 (*.csv)</translation>
    </message>
    <message>
        <source>Text with commas (.csv), for other programs</source>
        <translation>逗号分隔文本（.csv），给别的软件用</translation>
    </message>
    <message>
        <source>The file is not encrypted: whoever has it can read it. The program can bring it in again.</source>
        <translation>导出的文件没有加密，谁拿到都能看。以后可以再导入本程序。</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>The selected customers</source>
        <translation>选中的客户</translation>
    </message>
    <message>
        <source>To contact about service (not who refused)</source>
        <translation>用来联系服务事宜（不含已拒绝的客户）</translation>
    </message>
    <message>
        <source>To contact about service: {channel}</source>
        <translation>联系服务事宜：{channel}</translation>
    </message>
    <message>
        <source>To send offers (only who agreed)</source>
        <translation>用来发送优惠（只含已同意的客户）</translation>
    </message>
    <message>
        <source>To send offers: {channel}</source>
        <translation>发送优惠：{channel}</translation>
    </message>
    <message>
        <source>UTF-8, for today's programs</source>
        <translation>UTF-8，适合现在的软件</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Use it for nothing else, and delete it afterwards.</source>
        <translation>请勿用于其他用途，用后请删除。</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>What the list shows now</source>
        <translation>列表里现在显示的</translation>
    </message>
    <message>
        <source>What this file is for</source>
        <translation>本文件的用途</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where the file goes</source>
        <translation>导出到哪里</translation>
    </message>
    <message>
        <source>Which columns</source>
        <translation>导出哪些列</translation>
    </message>
    <message>
        <source>Which customers</source>
        <translation>导出哪些客户</translation>
    </message>
    <message>
        <source>Which kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>授权内容</translation>
    </message>
    <message>
        <source>Writing {file} …</source>
        <translation>正在写入 {file}…</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>生成日期</translation>
    </message>
    <message>
        <source>{file}, layout {layout}</source>
        <translation>{file}，版式：{layout}</translation>
    </message>
    <message>
        <source>{title} {day}</source>
        <translation>{title} {day}</translation>
    </message>
    <message>
        <source>{title} – {purpose}</source>
        <translation>{title}（{purpose}）</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what}（{count}）</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Contacts</source>
        <translation>联系次数</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>上次联系</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>建档</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>{percent} % complete · missing: {parts}</source>
        <translation>资料完整度 {percent}% · 还缺：{parts}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>--now works only with folders made by demo, so that real records keep the real time. Leave it out, or choose another folder with --data-dir.</source>
        <translation>--now 只能用于 demo 建立的文件夹，这样真实记录的时间才不会乱。请去掉它，或用 --data-dir 另选文件夹。</translation>
    </message>
    <message>
        <source>A PDF is drawn with the parts of the window, which are not installed here. Write an Excel workbook (.xlsx) instead, or use the program with its window.</source>
        <translation>生成 PDF 需要窗口组件，这台电脑上没有安装。请改存为 Excel 工作簿（.xlsx），或在带窗口的程序里导出。</translation>
    </message>
    <message>
        <source>A card needs at least one use and at most 10,000. Give such a number.</source>
        <translation>次卡的次数要在 1 到 10,000 之间，请重新填写。</translation>
    </message>
    <message>
        <source>A correction cannot be taken back, so nothing was changed. Write another one instead.</source>
        <translation>更正不能撤销，什么都没有改动。如需要，请再登记一笔更正。</translation>
    </message>
    <message>
        <source>A later merge builds on this one. Take that back first: unmerge {later}.</source>
        <translation>后来还有一次合并建立在这一次之上，请先撤销那一次：unmerge {later}。</translation>
    </message>
    <message>
        <source>A payment must be more than nothing, and cash handed over no less. Correct it.</source>
        <translation>付款必须大于零，收到的现金不能少于它。请更正。</translation>
    </message>
    <message>
        <source>A setting cannot be taken back here, so nothing was changed. Change it in the settings.</source>
        <translation>设置不能在这里撤销，什么都没有改动。请到“设置”里改回来。</translation>
    </message>
    <message>
        <source>A slip needs at least one line and at most 1,000. Add what was sold.</source>
        <translation>一张单至少一行、最多一千行。请添加卖出的东西。</translation>
    </message>
    <message>
        <source>A void cannot be taken back, so nothing was changed. Record the slip again instead.</source>
        <translation>作废不能撤销，什么都没有改动。如需要，请重新开单。</translation>
    </message>
    <message>
        <source>A void stands for good. Record the sale again instead.</source>
        <translation>作废单不能再改。请重新记一笔销售。</translation>
    </message>
    <message>
        <source>Customers have no field “{field}”. Check how it is written, or add it in the settings.</source>
        <translation>客户没有“{field}”这一项。请检查写法，或在设置里添加。</translation>
    </message>
    <message>
        <source>Here from {least} to {most} points can pay, in steps of {step}. Choose such a number.</source>
        <translation>这张单可以用 {least} 到 {most} 积分，每次 {step} 的整数倍，请按这个填写。</translation>
    </message>
    <message>
        <source>Keeping “{tier}” asks more than reaching it. Let it ask for less.</source>
        <translation>“{tier}”的保级要求比升级要求还高，请调低保级要求。</translation>
    </message>
    <message>
        <source>More is to come back than is left of this slip. Give at most what has not come back yet.</source>
        <translation>退的比这张单剩下的还多。最多只能退还没有退的部分。</translation>
    </message>
    <message>
        <source>No coupon has this code: one character is probably wrong. Scan it, or type it again.</source>
        <translation>没有这个券码，可能输错了一位。请扫码或重新输入。</translation>
    </message>
    <message>
        <source>No row of headings (name, phone …) was found in {file}. Write the headings above the columns and try again.</source>
        <translation>{file} 里没有找到标题行（姓名、电话……）。请在各列上方写好标题，再试一次。</translation>
    </message>
    <message>
        <source>Nobody called “{person}” works here. There are: {people}.</source>
        <translation>店里没有叫“{person}”的员工。现有：{people}。</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder {folder}. Check that the disk is not write-protected and that your user account may write there, or choose another folder.</source>
        <translation>文件夹 {folder} 写不进去。请检查磁盘是否写保护、您的电脑账户有没有写入权限，或换一个文件夹。</translation>
    </message>
    <message>
        <source>Nothing is to be booked. Say how many more, or with a minus how many less.</source>
        <translation>没有要调整的数量。请填要加多少，减少就填负数。</translation>
    </message>
    <message>
        <source>Only {available} is there, and {asked} was asked for. Nothing was booked: spend less.</source>
        <translation>只有 {available}，要用 {asked}，没有记账。请少用一些。</translation>
    </message>
    <message>
        <source>Points cannot pay on this bill. Take them off, or choose a reward.</source>
        <translation>这张单不能用积分抵扣。请不用积分，或者改选奖励。</translation>
    </message>
    <message>
        <source>Say how many uses: at least one.</source>
        <translation>请填写次数：至少一次。</translation>
    </message>
    <message>
        <source>She has refused to be contacted this way. Her record says when, among her answers.</source>
        <translation>她已拒绝以这种方式联系。何时拒绝见她资料里的答复。</translation>
    </message>
    <message>
        <source>Something of this slip has come back. Void its refund {refund} first.</source>
        <translation>这张单已有退货。请先作废退货单 {refund}。</translation>
    </message>
    <message>
        <source>Stopped at your wish. Nothing was changed; you can start again at any time.</source>
        <translation>已按您的要求停止，没有作任何改动；随时可以重新开始。</translation>
    </message>
    <message>
        <source>The backup {file} is incomplete or damaged and was not used; your present data is unchanged. Choose another backup.</source>
        <translation>备份 {file} 不完整或已损坏，没有使用；现在的数据没有变动。请换一个备份。</translation>
    </message>
    <message>
        <source>The bill is too small for “{name}”. Add something, or leave it out.</source>
        <translation>消费金额没有达到“{name}”的门槛。请再加一些，或去掉它。</translation>
    </message>
    <message>
        <source>The calendar {file} would keep this computer busy without end, and was not opened. If you do not know who made it, delete it.</source>
        <translation>日历 {file} 会让电脑没完没了地忙下去，没有打开。如果不知道是谁做的，请删掉它。</translation>
    </message>
    <message>
        <source>The characters of {file} cannot be recognised. Open it in Excel or WPS and save it as an Excel workbook (.xlsx) or as CSV UTF-8.</source>
        <translation>{file} 的文字编码认不出来。请用 Excel 或 WPS 打开，另存为 Excel 工作簿（.xlsx）或 CSV UTF-8。</translation>
    </message>
    <message>
        <source>The clock of this computer is behind the newest slip. Set the clock right, or say the time of this sale yourself.</source>
        <translation>这台电脑的时钟比最新的一张单还早。请校准时钟，或自己填写这笔销售的时间。</translation>
    </message>
    <message>
        <source>The clock of this computer is behind what was written last. Set it right first.</source>
        <translation>本机时钟早于最近一次记录的时间。请先校准时钟。</translation>
    </message>
    <message>
        <source>The close of a day cannot be taken back, so nothing was changed. Write a correction instead.</source>
        <translation>日结不能撤销，什么都没有改动。如需要，请登记一笔更正。</translation>
    </message>
    <message>
        <source>The coupon that came back with it has been used again. Void that sale first.</source>
        <translation>随这次退货退回的优惠券又用掉了。请先作废用券的那一单。</translation>
    </message>
    <message>
        <source>The coupon that was given for it has been used since, so this stays as it is.</source>
        <translation>换出去的券已经用掉了，所以不能撤销。</translation>
    </message>
    <message>
        <source>The customer book can be read but not changed, because its disk has no room left. Free some space (empty the recycle bin, move large files away) and try again.</source>
        <translation>客户资料现在只能查看、不能修改：所在磁盘已经没有空间了。请腾出一些空间（清空回收站，把大文件移走），然后再试。</translation>
    </message>
    <message>
        <source>The customer book can be read but not changed, because its disk reports errors. Check cable and disk, and make a backup on another disk.</source>
        <translation>客户资料现在只能查看、不能修改：所在磁盘写入时报错。请检查连接线和磁盘，并先备份到另一块磁盘。</translation>
    </message>
    <message>
        <source>The customer book can be read but not changed, because its file or disk is write-protected. Remove the write protection, or copy the whole data folder to this computer's own disk.</source>
        <translation>客户资料只能看、不能改，因为文件或磁盘有写保护。请去掉写保护，或把整个数据文件夹复制到本机硬盘。</translation>
    </message>
    <message>
        <source>The customer book could not be brought to this version of the program and is exactly as it was. Go on with the version used so far and tell the makers of the program; a backup lies in {backup}.</source>
        <translation>客户资料没能升级到这个版本，现在和原来完全一样。请先继续用原来的版本，并告诉软件的开发者；备份在 {backup}。</translation>
    </message>
    <message>
        <source>The customer book in {folder} is already open on the computer {host}. Close it there and try again.</source>
        <translation>{folder} 里的客户资料已在电脑 {host} 上打开。请先在那边关闭，再试一次。</translation>
    </message>
    <message>
        <source>The customer book in {folder} is open in another window or command. Close it there and try again.</source>
        <translation>{folder} 里的客户资料正在另一个窗口或命令中打开。请先在那边关闭，再试一次。</translation>
    </message>
    <message>
        <source>The customer book is being used by another program at this moment (a backup, an import or an update). Nothing was changed. Try again in a minute.</source>
        <translation>客户资料正被另一个程序占用（备份、导入或升级），没有作任何改动。请过一分钟再试。</translation>
    </message>
    <message>
        <source>The customer book is damaged and is not opened, so that nothing wrong is shown. Leave the file where it is and restore the newest backup.</source>
        <translation>客户资料已损坏，为了不显示错误的内容，没有打开。请不要移动这个文件，直接用最近的备份恢复。</translation>
    </message>
    <message>
        <source>The customer book is damaged and is not opened, so that nothing wrong is shown. Leave the file where it is and restore the newest backup: {backup}.</source>
        <translation>客户资料已损坏，为了不显示错误的内容，没有打开。请不要移动这个文件，用最近的备份恢复：{backup}。</translation>
    </message>
    <message>
        <source>The customer book is locked with a password. A command asks for it on a screen; elsewhere give a file with the password in it: --password-file FILE, or - for standard input.</source>
        <translation>客户资料设了密码。在终端里运行命令会询问密码；其他情况请给出写有密码的文件：--password-file 文件，或用 - 从标准输入读取。</translation>
    </message>
    <message>
        <source>The customer book is no longer in {folder}, but backups of it are there. Put the file back, or restore the newest backup: {backup}.</source>
        <translation>客户资料已经不在 {folder} 里了，但那里有它的备份。请把文件放回去，或用最近的备份恢复：{backup}。</translation>
    </message>
    <message>
        <source>The disk is full, so this was not saved; everything saved before is safe. Free some space (empty the recycle bin, move large files away) and try again.</source>
        <translation>磁盘满了，这一次没有保存；之前保存的都安全。请腾出一些空间（清空回收站、移走大文件），再试一次。</translation>
    </message>
    <message>
        <source>The disk reports an error, so this was not saved; everything saved before is still in the file. Check cable and disk, make a backup on another disk, and start the program again.</source>
        <translation>磁盘报告出错，这一次没有保存；之前保存的都还在文件里。请检查数据线和磁盘，在另一块磁盘上做一份备份，再重新打开软件。</translation>
    </message>
    <message>
        <source>The file of the customer book was moved, renamed or replaced by another program while it was open, so nothing more is saved. Everything saved before is safe. Start the program again, and restore the newest backup if something is missing.</source>
        <translation>客户本的文件在打开时被别的程序移动、改名或替换了，所以不再保存任何内容。之前保存的都还在。请重新打开程序；如果缺了什么，恢复最新的备份即可。</translation>
    </message>
    <message>
        <source>The file {file} cannot be read. Check that your user account may open it and that its disk is connected.</source>
        <translation>文件 {file} 读不出来。请检查您的电脑账户能否打开它，磁盘是否接好。</translation>
    </message>
    <message>
        <source>The file {file} has more rows, columns or contents than fit. Divide it into smaller files.</source>
        <translation>文件 {file} 的行、列或内容太多了。请拆成几个小文件。</translation>
    </message>
    <message>
        <source>The file {file} holds no import plan this program can follow. Make a new one with --save-plan and change that.</source>
        <translation>文件 {file} 里没有本程序能照做的导入方案。请用 --save-plan 重新生成一份，再在那上面修改。</translation>
    </message>
    <message>
        <source>The file {file} is a calendar. Bring it in with “Import a calendar” in the menu “File”.</source>
        <translation>文件 {file} 是日历。请用“文件”菜单里的“导入日历”来导入。</translation>
    </message>
    <message>
        <source>The file {file} is built in a way that could harm this computer and was not opened. Open it in Excel or WPS, save it under a new name and choose that one; if you do not know who made it, delete it.</source>
        <translation>文件 {file} 的内部构造可能危害电脑，没有打开。请用 Excel 或 WPS 打开后另存一份，再选择新的那份；如果不知道是谁做的，请删除它。</translation>
    </message>
    <message>
        <source>The file {file} is damaged or incomplete. Open it in Excel or WPS, which can often repair it, and save it again.</source>
        <translation>文件 {file} 已损坏或不完整。请用 Excel 或 WPS 打开（通常可以修复），再重新保存。</translation>
    </message>
    <message>
        <source>The file {file} is empty. Choose another one, or save it again first.</source>
        <translation>文件 {file} 是空的。请换一个文件，或先重新保存一次。</translation>
    </message>
    <message>
        <source>The file {file} is larger than {megabytes} MB. Attach a smaller one, such as a scaled photo.</source>
        <translation>文件 {file} 超过 {megabytes} MB。请换一个小一点的，比如缩小过的照片。</translation>
    </message>
    <message>
        <source>The file {file} is no calendar, or so damaged that nothing in it can be read. Export it again as iCalendar (.ics) from the program it came from.</source>
        <translation>文件 {file} 不是日历，或者损坏得完全读不出来。请在原来的程序里重新导出为 iCalendar（.ics）。</translation>
    </message>
    <message>
        <source>The file {file} is not a customer book of this program. Nothing was changed in it. Choose another file.</source>
        <translation>文件 {file} 不是本软件的客户资料，没有作任何改动。请选择别的文件。</translation>
    </message>
    <message>
        <source>The file {file} is not what its name says. Open it in Excel or WPS and save it again as an Excel workbook (.xlsx).</source>
        <translation>文件 {file} 的内容和文件名不符。请用 Excel 或 WPS 打开，另存为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>The file {file} is of a kind the program cannot read. Save it as an Excel workbook (.xlsx) or as .csv.</source>
        <translation>软件读不了文件 {file} 这种类型。请另存为 Excel 工作簿（.xlsx）或 .csv。</translation>
    </message>
    <message>
        <source>The file {file} is open in another program. Close it in Excel or WPS and try again.</source>
        <translation>文件 {file} 正在别的程序中打开。请先在 Excel 或 WPS 中关闭，再试一次。</translation>
    </message>
    <message>
        <source>The file {file} is protected with a password. Give the password, or open the file in Excel or WPS, save it without one and choose that one.</source>
        <translation>文件 {file} 设有密码。请输入密码；或者在 Excel 或 WPS 里打开它，另存为不带密码的文件再选择。</translation>
    </message>
    <message>
        <source>The folder {folder} belongs to the customer book itself and would be lost with it. Choose one on a USB stick, another disk or in a synced folder.</source>
        <translation>文件夹 {folder} 就在客户资料里面，会跟着一起丢。请选 U 盘、另一块硬盘或同步文件夹里的位置。</translation>
    </message>
    <message>
        <source>The folder {folder} is synchronised by {service}, which copies the database piece by piece while it is open and can destroy it. Choose a folder on this computer's own disk; backups may lie in {service}.</source>
        <translation>文件夹 {folder} 由 {service} 自动同步。数据库打开时会被一块一块地拷走，可能损坏。请换一个本机硬盘上的文件夹；备份可以放在 {service} 里。</translation>
    </message>
    <message>
        <source>The folder {folder} lies on a network drive, where a lost connection can destroy the database. Choose a folder on this computer's own disk; backups may lie on the network.</source>
        <translation>文件夹 {folder} 在网络盘上，一断网就可能损坏数据库。请换一个本机硬盘上的文件夹；备份可以放在网络盘上。</translation>
    </message>
    <message>
        <source>The key file key.json is missing from {folder}, and there is no copy of it on this computer. Restore a backup with your recovery code; the backup carries a copy of the file.</source>
        <translation>{folder} 里缺少密钥文件 key.json，这台电脑上也没有它的副本。请用恢复码恢复一份备份；备份里带有这个文件的副本。</translation>
    </message>
    <message>
        <source>The key of this customer book is not on this computer. Type the recovery code from your printed sheet; if the computer's password store is locked, unlock it and try again.</source>
        <translation>这台电脑上没有这份客户资料的密钥。请输入打印出来的恢复码；如果是电脑的密码库锁住了，请先解锁再试。</translation>
    </message>
    <message>
        <source>The key on this computer belongs to another customer book. Type the recovery code from your printed sheet; the data itself is not damaged.</source>
        <translation>这台电脑上的密钥属于另一份客户资料。请输入打印出来的恢复码；数据本身没有损坏。</translation>
    </message>
    <message>
        <source>The password store of this computer did not let go of the key, so a password would protect nothing, and none was set. Unlock the store and try again.</source>
        <translation>这台电脑的密码库没有交出密钥，设了密码也等于没设，所以没有设置。请先解锁密码库，再试一次。</translation>
    </message>
    <message>
        <source>The payments are more than the total of the slip. Correct them and save again.</source>
        <translation>付款超过了单据总额。请更正后再保存。</translation>
    </message>
    <message>
        <source>The payments do not add up to the total of the slip. Correct them and save again.</source>
        <translation>付款合计与单据总额不符。请更正后再保存。</translation>
    </message>
    <message>
        <source>The payments do not reach the total of the slip. Add what is missing and save again.</source>
        <translation>付款还不够单据总额。请补上差额再保存。</translation>
    </message>
    <message>
        <source>The rules of the programme do not allow this much. Choose less.</source>
        <translation>会员方案的规则不允许这么多。请少选一些。</translation>
    </message>
    <message>
        <source>The same coupon stands on this slip twice. Leave one out.</source>
        <translation>同一张券在这张单上用了两次。请去掉一个。</translation>
    </message>
    <message>
        <source>The second place {folder} is not there now. Plug the stick in, or choose another place.</source>
        <translation>第二存放处 {folder} 现在不在。请插上 U 盘，或换一个位置。</translation>
    </message>
    <message>
        <source>The sheet {sheet} of {file} cannot be read. Open it in Excel or WPS and save it again as an Excel workbook (.xlsx).</source>
        <translation>{file} 里的工作表 {sheet} 读不出来。请用 Excel 或 WPS 打开，另存为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>The shop has given out no coupon with this code. Check how it is written.</source>
        <translation>本店没有发过这个券码。请核对写法。</translation>
    </message>
    <message>
        <source>There are already customers or rules of your own in {folder}. The sample shop goes only into an empty folder: choose another with --data-dir.</source>
        <translation>{folder} 里已经有客户或您自己的规则了。示例店铺只能放进空文件夹：请用 --data-dir 指定另一个。</translation>
    </message>
    <message>
        <source>There is no action number {operation}. Look its number up in the customer's history.</source>
        <translation>没有编号为 {operation} 的操作。请在客户的历史记录里查看编号。</translation>
    </message>
    <message>
        <source>There is no file {file}. Check its name and folder; a USB stick may have been pulled out.</source>
        <translation>找不到文件 {file}。请检查文件名和文件夹；也可能是U盘拔掉了。</translation>
    </message>
    <message>
        <source>There is no layout “{layout}”. There are: {layouts}.</source>
        <translation>没有名为“{layout}”的版式。现有：{layouts}。</translation>
    </message>
    <message>
        <source>There is no sheet “{text}” in this file. Check its name at the foot of the workbook.</source>
        <translation>这个文件里没有工作表“{text}”。请看看工作簿底部的名称。</translation>
    </message>
    <message>
        <source>There is no such slip. Look for its number in the customer's purchases.</source>
        <translation>没有这张单。请在客户的消费记录里查单号。</translation>
    </message>
    <message>
        <source>There is no view “{view}”. There are: {views}.</source>
        <translation>没有叫“{view}”的视图。现有：{views}。</translation>
    </message>
    <message>
        <source>There is not enough on this account. Nothing was booked: spend less.</source>
        <translation>账户余额不足，没有记账。请少用一些。</translation>
    </message>
    <message>
        <source>There is nothing left to undo. Only your own last actions are kept.</source>
        <translation>没有可以撤销的操作了。只保留您自己最近的操作。</translation>
    </message>
    <message>
        <source>These rules do not fit together. Correct the field that is marked.</source>
        <translation>这些规则互相矛盾。请更正标出的那一项。</translation>
    </message>
    <message>
        <source>This action cannot be undone, because later entries build on it. Change the entry by hand.</source>
        <translation>这个操作不能撤销，因为后面的记录要以它为准。请手工修改。</translation>
    </message>
    <message>
        <source>This action has been undone already. Nothing was changed.</source>
        <translation>这个操作已经撤销过了，没有作任何改动。</translation>
    </message>
    <message>
        <source>This amount cannot be booked. Give one that is more than nothing.</source>
        <translation>这个金额无法入账。请填写大于零的金额。</translation>
    </message>
    <message>
        <source>This asks for the PIN of {person} again. It was not given, so nothing was changed.</source>
        <translation>这一步需要再次输入 {person} 的 PIN。没有输入，所以什么都没有改动。</translation>
    </message>
    <message>
        <source>This attached file is no longer whole on this computer. Restore a backup from before, or attach it anew.</source>
        <translation>这个附件在本机上已经不完整了。请恢复以前的备份，或重新添加附件。</translation>
    </message>
    <message>
        <source>This cannot be paid out. Give an amount that is more than nothing.</source>
        <translation>退款金额不对，请填大于零的金额。</translation>
    </message>
    <message>
        <source>This cannot be topped up. Give an amount that is more than nothing.</source>
        <translation>充值金额不对，请填大于零的金额。</translation>
    </message>
    <message>
        <source>This card is good for {most} a day, and that is reached. Use it another day, or allow it.</source>
        <translation>这张卡每天最多用 {most} 次，今天已经用满。请改天再用，或者确认破例。</translation>
    </message>
    <message>
        <source>This coupon belongs to another customer. Choose her, or leave it out.</source>
        <translation>这张券是别的客户的。请选那位客户，或去掉它。</translation>
    </message>
    <message>
        <source>This coupon cannot be used here. Leave it out, or take another.</source>
        <translation>这张券在这里不能用。请去掉它，或换一张。</translation>
    </message>
    <message>
        <source>This coupon cannot be used yet. Keep it for later.</source>
        <translation>这张券还没到使用日期。请留到以后用。</translation>
    </message>
    <message>
        <source>This coupon has been cancelled. Take another, or leave it out.</source>
        <translation>这张券已经作废。请换一张，或去掉它。</translation>
    </message>
    <message>
        <source>This coupon has been used already. Take another, or leave it out.</source>
        <translation>这张券已经用过。请换一张，或去掉它。</translation>
    </message>
    <message>
        <source>This coupon has ended. Take another, or leave it out.</source>
        <translation>这张券已经过期。请换一张，或去掉它。</translation>
    </message>
    <message>
        <source>This customer book was made by a newer version of the program. Nothing was changed in it. Install the newest version and open it with that.</source>
        <translation>这份客户资料是更新版本的软件建立的，没有作任何改动。请安装最新版本后再打开。</translation>
    </message>
    <message>
        <source>This day has been closed. Write a correction of the day, or date the slip to a day that is open.</source>
        <translation>这一天已经日结。请做一笔日结更正，或把单据记到还没日结的日子。</translation>
    </message>
    <message>
        <source>This discount is more than there is to pay. Give a smaller one.</source>
        <translation>优惠比应付金额还多。请填小一点。</translation>
    </message>
    <message>
        <source>This entry does not exist any more. It may have been deleted: look in the recycle bin.</source>
        <translation>这条记录已经不在了，可能被删除了：请到回收站里找找。</translation>
    </message>
    <message>
        <source>This is not in stock. Book what has come in, or sell something else.</source>
        <translation>没有库存了。请先登记进货，或换一样卖。</translation>
    </message>
    <message>
        <source>This is not in the catalogue any more. Choose something else.</source>
        <translation>商品目录里已经没有这一项。请另选。</translation>
    </message>
    <message>
        <source>This is not the PIN of {person}. Try again, or ask the owner to reset it.</source>
        <translation>这不是 {person} 的 PIN。请重试，或请店主重置。</translation>
    </message>
    <message>
        <source>This is not the password of this customer book.</source>
        <translation>这不是这份客户资料的密码。</translation>
    </message>
    <message>
        <source>This password does not open {file}. Mind capital letters and try again, or ask who made the file.</source>
        <translation>这个密码打不开 {file}。请注意大小写再试一次，或者问一问做这个文件的人。</translation>
    </message>
    <message>
        <source>This password would be among the first that a thief tries. Take at least eight characters: three or four words that have nothing to do with each other are good and easy to remember.</source>
        <translation>这样的密码，小偷一上来就会试。请至少用八个字符：三四个互不相干的词连在一起，既好记又安全。</translation>
    </message>
    <message>
        <source>This price cannot be kept. Give one that is not below zero.</source>
        <translation>这个价格不能用。价格不能小于零。</translation>
    </message>
    <message>
        <source>This quantity cannot be sold. Give one that is more than nothing.</source>
        <translation>这个数量不能卖。请填写大于零的数量。</translation>
    </message>
    <message>
        <source>This recovery code does not fit. It has seven groups of four letters and digits: compare them with your printed sheet and type it again.</source>
        <translation>恢复码不对。它有七组，每组四个字母或数字：请对照打印的那张纸重新输入。</translation>
    </message>
    <message>
        <source>This slip has been voided already. Nothing was changed.</source>
        <translation>这张单已经作废过了，没有任何改动。</translation>
    </message>
    <message>
        <source>This value does not fit here: {value}. Correct it and save again.</source>
        <translation>这个内容不能填在这里：{value}。请改正后再保存。</translation>
    </message>
    <message>
        <source>This visit card cannot be used now. Choose another, or take payment.</source>
        <translation>这张次卡现在不能用。请换一张，或收款。</translation>
    </message>
    <message>
        <source>This visit card has ended. Sell a new one, or take payment.</source>
        <translation>这张次卡已经过期。请开新卡，或收款。</translation>
    </message>
    <message>
        <source>This visit card is not for this day of the week. Choose another, or take payment.</source>
        <translation>这张次卡今天（星期几）不能用。请换一张，或收款。</translation>
    </message>
    <message>
        <source>This visit card is not for this service. Choose another, or take payment.</source>
        <translation>这张次卡不含这项服务。请换一张，或收款。</translation>
    </message>
    <message>
        <source>This visit card is not for this time of the day. Choose another, or take payment.</source>
        <translation>这张次卡这个时段不能用。请换一张，或收款。</translation>
    </message>
    <message>
        <source>This visit card is only for its holder. Choose the holder, or take payment.</source>
        <translation>这张次卡只限本人使用。请选持卡人，或收款。</translation>
    </message>
    <message>
        <source>Too many wrong PINs for {person}. The next try is possible in {wait}. The owner can reset it.</source>
        <translation>{person} 的 PIN 输错次数太多，{wait}后才能再试。店主可以重置。</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passwords. The next try is possible in %n minute(s).</source>
        <translation>
            <numerusform>密码错得太多次了，请过 %n 分钟再试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passwords. The next try is possible in %n second(s).</source>
        <translation>
            <numerusform>密码错得太多次了，请过 %n 秒再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait a little before the next try.</source>
        <translation>密码错得太多次了，请稍等一会儿再试。</translation>
    </message>
    <message>
        <source>What is given on top cannot be below zero. Give nothing, or more.</source>
        <translation>赠送金额不能小于零，可以填零或更多。</translation>
    </message>
    <message>
        <source>What this gave has been spent since, so it cannot be taken back. Ask for the difference in money, or allow balances below zero in the rules.</source>
        <translation>这笔给出的积分后来已经用掉，无法收回。请向客户补收差额，或在规则里允许余额为负。</translation>
    </message>
    <message>
        <source>What was taken back at the till stays so, and nothing was changed. Book it again instead.</source>
        <translation>收银上撤回的操作不能恢复，什么都没有改动。如需要，请重新做一次。</translation>
    </message>
    <message>
        <source>Whoever is said to have served does not work here. Choose somebody else.</source>
        <translation>填写的服务人员不在本店。请另选一位。</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Ask the owner of the shop to do it or to give you the right.</source>
        <translation>您没有权限做这件事。请让店主来做，或请店主给您权限。</translation>
    </message>
    <message>
        <source>{value} is already in use by another entry. Choose another, or open the one that has it.</source>
        <translation>{value} 已被另一条记录使用。请换一个，或打开已有的那条。</translation>
    </message>
    <message>
        <source>“{name}” is for goods that are not on this slip. Add them, or leave it out.</source>
        <translation>“{name}”只限特定商品，这张单上没有。请加上商品，或去掉它。</translation>
    </message>
    <message>
        <source>“{name}” is not in stock. Book what has come in, or sell something else.</source>
        <translation>“{name}”没有库存了。请先登记进货，或换一样卖。</translation>
    </message>
    <message>
        <source>“{tier}” and “{other}” begin at the same value. Change one of the two.</source>
        <translation>“{tier}”和“{other}”的门槛一样，请改其中一个。</translation>
    </message>
    <message>
        <source>“{tier}” is easier to reach or to keep than “{other}” below it. Let it ask for more.</source>
        <translation>“{tier}”比下面的“{other}”还容易升级或保级，请把它的要求提高。</translation>
    </message>
    <message>
        <source>“{value}”: {problem}</source>
        <translation>“{value}”：{problem}</translation>
    </message>
</context>
<context>
    <name>Festival</name>
    <message>
        <source>Children’s Day</source>
        <translation>儿童节</translation>
    </message>
    <message>
        <source>Christmas</source>
        <translation>圣诞节</translation>
    </message>
    <message>
        <source>Double Ninth Festival</source>
        <translation>重阳节</translation>
    </message>
    <message>
        <source>Dragon Boat Festival</source>
        <translation>端午节</translation>
    </message>
    <message>
        <source>Dragon Head Raising</source>
        <translation>龙抬头</translation>
    </message>
    <message>
        <source>Father’s Day</source>
        <translation>父亲节</translation>
    </message>
    <message>
        <source>Ghost Festival</source>
        <translation>中元节</translation>
    </message>
    <message>
        <source>Laba</source>
        <translation>腊八</translation>
    </message>
    <message>
        <source>Labour Day</source>
        <translation>劳动节</translation>
    </message>
    <message>
        <source>Lantern Festival</source>
        <translation>元宵节</translation>
    </message>
    <message>
        <source>Mid-Autumn Festival</source>
        <translation>中秋节</translation>
    </message>
    <message>
        <source>Mother’s Day</source>
        <translation>母亲节</translation>
    </message>
    <message>
        <source>National Day</source>
        <translation>国庆节</translation>
    </message>
    <message>
        <source>New Year’s Day</source>
        <translation>元旦</translation>
    </message>
    <message>
        <source>New Year’s Eve (lunar)</source>
        <translation>除夕</translation>
    </message>
    <message>
        <source>Qixi</source>
        <translation>七夕</translation>
    </message>
    <message>
        <source>Spring Festival</source>
        <translation>春节</translation>
    </message>
    <message>
        <source>Teachers’ Day</source>
        <translation>教师节</translation>
    </message>
    <message>
        <source>Valentine’s Day</source>
        <translation>情人节</translation>
    </message>
    <message>
        <source>Women’s Day</source>
        <translation>妇女节</translation>
    </message>
    <message>
        <source>Youth Day</source>
        <translation>青年节</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>资料完整度</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意联系</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>建档日期</translation>
    </message>
    <message>
        <source>Customers introduced</source>
        <translation>介绍客户数</translation>
    </message>
    <message>
        <source>Days since contact</source>
        <translation>未联系天数</translation>
    </message>
    <message>
        <source>Days since purchase</source>
        <translation>距上次购买天数</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除日期</translation>
    </message>
    <message>
        <source>Deleted by</source>
        <translation>删除人</translation>
    </message>
    <message>
        <source>Dislikes</source>
        <translation>不喜欢</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>First purchase</source>
        <translation>首次购买</translation>
    </message>
    <message>
        <source>Follow-up due</source>
        <translation>跟进状态</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>介绍人</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>职位</translation>
    </message>
    <message>
        <source>Label of phones</source>
        <translation>电话标注</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>上次购买</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>May be contacted about service by</source>
        <translation>可联系服务事宜的渠道</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>下次跟进</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Offers may be sent by</source>
        <translation>可发送优惠的渠道</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phones understood</source>
        <translation>电话可识别</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>尺码</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值余额</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Uses left</source>
        <translation>剩余次数</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
</context>
<context>
    <name>FieldType</name>
    <message>
        <source>Any of several</source>
        <translation>多选</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>长文字</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>One of several</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Add field</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Default value</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Fields of your own</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Keep what your shop needs to know: a shoe size, a car, a contract …</source>
        <translation>记下店里要用的东西：鞋码、车牌、合同号…</translation>
    </message>
    <message>
        <source>Must be filled in</source>
        <translation>必须填写</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>新建字段</translation>
    </message>
    <message>
        <source>No two customers alike</source>
        <translation>每位客户的值不能重复</translation>
    </message>
    <message>
        <source>One on each line</source>
        <translation>每行一个</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Own fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Set up own fields</source>
        <translation>设置自定义字段</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>What your shop wants to know about its customers beyond what the program asks.</source>
        <translation>除了程序自带的，您的店还想记录客户的哪些信息。</translation>
    </message>
    <message>
        <source>{name} (put aside)</source>
        <translation>{name}（已停用）</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Attach a file</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Attach a file …</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Let go to attach.</source>
        <translation>松手即可添加。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>打开 {file}</translation>
    </message>
    <message>
        <source>Or drag files here, up to 20 MB each. They are kept encrypted.</source>
        <translation>也可以把文件拖到这里，每个不超过 20 MB，加密保存。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove {file}</source>
        <translation>删除 {file}</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save {file} as …</source>
        <translation>把 {file} 另存为…</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已存为 {path}</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source> and </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the values of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>添加条件组</translation>
    </message>
    <message>
        <source>All of these are true</source>
        <translation>满足以下全部条件</translation>
    </message>
    <message>
        <source>At least one of these is true</source>
        <translation>满足以下任一条件</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filters in force</source>
        <translation>当前筛选</translation>
    </message>
    <message>
        <source>How the conditions are joined</source>
        <translation>条件之间的关系</translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>删除此条件</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>删除此条件组</translation>
    </message>
    <message>
        <source>Save as view …</source>
        <translation>存为视图…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>Take away: {filter}</source>
        <translation>去掉：{filter}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>可选值</translation>
    </message>
    <message>
        <source>and</source>
        <comment>between … and …</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message numerus="yes">
        <source>{field} in the last %n day(s)</source>
        <translation>
            <numerusform>{field}：最近 %n 天内</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field} in the next %n day(s)</source>
        <translation>
            <numerusform>{field}：未来 %n 天内</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field} not in the last %n day(s)</source>
        <translation>
            <numerusform>{field}：超过 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{field} {operator}</source>
        <translation>{field}{operator}</translation>
    </message>
    <message>
        <source>{field} {operator} {value}</source>
        <translation>{field}{operator}{value}</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <comment>between … and …</comment>
        <translation>{first} 至 {last}</translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message>
        <source>Date …</source>
        <translation>选日期…</translation>
    </message>
    <message>
        <source>Day of the next one</source>
        <translation>下次的日期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Finish the follow-up</source>
        <translation>完成跟进</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下次</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no next follow-up</comment>
        <translation>不安排</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不处理</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>What was said or done</source>
        <translation>聊了什么、做了什么</translation>
    </message>
    <message>
        <source>What was said or done; Enter finishes</source>
        <translation>聊了什么、做了什么；回车完成</translation>
    </message>
    <message>
        <source>When next</source>
        <translation>下次什么时候</translation>
    </message>
    <message>
        <source>{label}: {day}</source>
        <translation>{label}：{day}</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>A name is enough; the phone makes her easy to find.</source>
        <translation>有名字就行；加上手机号更好找。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Bring your customers</source>
        <translation>把老客户带进来</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Country, for phone numbers too</source>
        <translation>国家和地区（也用于电话号码）</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Drop your list here, or choose it</source>
        <translation>把客户名单拖到这里，或选择文件</translation>
    </message>
    <message>
        <source>Every answer can be left out, and changed later in the settings.</source>
        <translation>每一项都可以跳过，以后在设置里随时能改。</translation>
    </message>
    <message>
        <source>Excel, WPS, CSV, contacts of a phone: nothing is written before you have seen what will happen, and a whole file can be taken back.</source>
        <translation>Excel、WPS、CSV、手机通讯录都可以：先让您看清楚会怎么导入才写入，整个文件也能一次撤销。</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>开店准备</translation>
    </message>
    <message>
        <source>From another computer or an earlier time, with its recovery code.</source>
        <translation>从别的电脑或以前的备份恢复，需要恢复码。</translation>
    </message>
    <message>
        <source>I have a backup …</source>
        <translation>我有备份…</translation>
    </message>
    <message>
        <source>Invented customers to try everything with; you begin anew when you like.</source>
        <translation>用虚构的客户随便试，想正式开始时再清空重来。</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Loyalty and follow-up plans</source>
        <translation>会员规则和跟进计划</translation>
    </message>
    <message>
        <source>Loyalty rules and follow-up plans are there already: change them on the page Loyalty and in the menu Tools.</source>
        <translation>会员规则和跟进计划都已经有了：可以在“会员”页面和“工具”菜单里修改。</translation>
    </message>
    <message>
        <source>Name of your shop</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Next: your customers</source>
        <translation>下一步：客户</translation>
    </message>
    <message>
        <source>No list at hand?</source>
        <translation>手头没有名单？</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>先不选</translation>
    </message>
    <message>
        <source>Points, tiers and follow-up plans can be begun with at any time.</source>
        <translation>积分、会员等级和跟进计划以后随时可以开始用。</translation>
    </message>
    <message>
        <source>Try a sample shop</source>
        <translation>试用示例店铺</translation>
    </message>
    <message>
        <source>Type the first customer</source>
        <translation>录入第一位客户</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
    <message>
        <source>What can be changed at any time, once more.</source>
        <translation>这些随时都能改，再看一遍也无妨。</translation>
    </message>
    <message>
        <source>What is your trade?</source>
        <translation>您是做哪一行的？</translation>
    </message>
    <message>
        <source>Your customers stay on this computer, encrypted: a lost backup or a copied folder tells nobody anything.</source>
        <translation>客户资料只保存在这台电脑上，并且已加密：备份丢了、文件夹被人拷走，别人也看不到内容。</translation>
    </message>
    <message>
        <source>for example: Longjing Tea House</source>
        <translation>例如：龙井茶庄</translation>
    </message>
    <message>
        <source>{sets_up} Every rule can be changed, and all of it be taken back.</source>
        <translation>{sets_up}每条规则都能改，也可以整个撤销。</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Add your staff, or set a PIN</source>
        <translation>添加店员，或设个 PIN 码</translation>
    </message>
    <message>
        <source>Back up to a second place</source>
        <translation>在第二个地方也存一份备份</translation>
    </message>
    <message>
        <source>Bring your customers</source>
        <translation>把老客户带进来</translation>
    </message>
    <message>
        <source>Choose how regulars are thanked</source>
        <translation>选好怎样回馈老客户</translation>
    </message>
    <message>
        <source>Do not show the first steps any more</source>
        <translation>不再显示开店准备</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>开店准备</translation>
    </message>
    <message>
        <source>First steps: {done} of {count} done</source>
        <translation>开店准备：{count} 件事已完成 {done} 件</translation>
    </message>
    <message>
        <source>Put the recovery code on paper</source>
        <translation>把恢复码抄到纸上</translation>
    </message>
    <message>
        <source>{step}: done</source>
        <translation>{step}：已完成</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>提前 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>About nobody</source>
        <translation>不关联客户</translation>
    </message>
    <message>
        <source>As always after it is done</source>
        <translation>按规则，做完后算起</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>按平时的设置</translation>
    </message>
    <message>
        <source>Ask for the payment</source>
        <translation>催一下货款</translation>
    </message>
    <message>
        <source>Ask how it went</source>
        <translation>回访使用情况</translation>
    </message>
    <message>
        <source>At the time</source>
        <translation>准时</translation>
    </message>
    <message>
        <source>Bring samples</source>
        <translation>送样品</translation>
    </message>
    <message>
        <source>Call on the customer</source>
        <translation>上门拜访</translation>
    </message>
    <message>
        <source>Can wait</source>
        <translation>不急</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change a follow-up that repeats</source>
        <translation>修改重复的跟进</translation>
    </message>
    <message>
        <source>Change the follow-up</source>
        <translation>修改跟进</translation>
    </message>
    <message>
        <source>Check the repair</source>
        <translation>查看维修情况</translation>
    </message>
    <message>
        <source>Choose another customer</source>
        <translation>换一位客户</translation>
    </message>
    <message>
        <source>Collect the deposit</source>
        <translation>收定金</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer comes to the shop</source>
        <translation>客户到店</translation>
    </message>
    <message>
        <source>Customer: {name}</source>
        <translation>客户：{name}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>Exchange the goods</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Follow-ups with a time ring as the settings say</source>
        <translation>有时间的跟进按设置提醒</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>多长时间</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>重要</translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>In one line, e.g. “tomorrow 3pm call Wang”</source>
        <translation>一句话写清楚，如“明天下午3点 回访王女士”</translation>
    </message>
    <message>
        <source>In one line: when and what</source>
        <translation>一句话：什么时候、做什么</translation>
    </message>
    <message>
        <source>Invite to the shop</source>
        <translation>邀请到店</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>还没保存，要离开吗？</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Missed; the last missed day of the series stood for it</source>
        <translation>已错过，并入最后一次一起处理</translation>
    </message>
    <message>
        <source>Name, pinyin or phone; may stay empty</source>
        <translation>姓名、拼音或电话；可不填</translation>
    </message>
    <message>
        <source>New follow-up</source>
        <translation>新建跟进</translation>
    </message>
    <message>
        <source>No reminder</source>
        <translation>不提醒</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Order the goods</source>
        <translation>订货</translation>
    </message>
    <message>
        <source>Prepare the delivery</source>
        <translation>准备发货</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>重要程度</translation>
    </message>
    <message>
        <source>Promised to the customer</source>
        <translation>已答应客户</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Remind of the offer</source>
        <translation>提醒优惠活动</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove a follow-up that repeats</source>
        <translation>删除重复的跟进</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save  {keys}</source>
        <translation>保存  {keys}</translation>
    </message>
    <message>
        <source>Say what is to be done, or for whom.</source>
        <translation>请写明要做什么，或者选一位客户。</translation>
    </message>
    <message>
        <source>Send good wishes</source>
        <translation>送祝福</translation>
    </message>
    <message>
        <source>Send pictures of new goods</source>
        <translation>发新品图片</translation>
    </message>
    <message>
        <source>Send the price list</source>
        <translation>发价目表</translation>
    </message>
    <message>
        <source>Settle the month's account</source>
        <translation>月结对账</translation>
    </message>
    <message>
        <source>Tell about new arrivals</source>
        <translation>通知新品到店</translation>
    </message>
    <message>
        <source>The next of the series</source>
        <translation>这个系列的下一次</translation>
    </message>
    <message>
        <source>The next step of its plan</source>
        <translation>计划的下一步</translation>
    </message>
    <message>
        <source>This is no time: write 15:00 or 3pm, or nothing for the whole day.</source>
        <translation>这不是时间：请写 15:00 或 9，全天就留空。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>To keep in touch</source>
        <translation>定期联系</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>由谁来做</translation>
    </message>
    <message>
        <source>Yearly maintenance</source>
        <translation>年度保养</translation>
    </message>
    <message>
        <source>how long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>{length} before</source>
        <translation>提前 {length}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <translation>{name}（我）</translation>
    </message>
</context>
<context>
    <name>FollowUpKinds</name>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Collect payment</source>
        <translation>催款</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Log and finish</source>
        <translation>记录并完成</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>下次跟进</translation>
    </message>
    <message>
        <source>Plan one</source>
        <translation>安排一次</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>已答应</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>A phone that was not understood</source>
        <translation>有认不出的电话号码</translation>
    </message>
    <message>
        <source>Card less than {percent} % complete</source>
        <translation>资料完整度低于 {percent}%</translation>
    </message>
    <message>
        <source>Never asked for consent</source>
        <translation>没问过是否同意联系</translation>
    </message>
    <message>
        <source>No birthday</source>
        <translation>没有生日</translation>
    </message>
    <message>
        <source>No phone</source>
        <translation>没有电话</translation>
    </message>
    <message>
        <source>No phone, WeChat or e-mail</source>
        <translation>电话、微信、邮箱都没有</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>Nobody looks after them</source>
        <translation>没有负责人</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少的资料</translation>
    </message>
    <message>
        <source>{what}	{count}</source>
        <translation>{what}	{count}</translation>
    </message>
</context>
<context>
    <name>GiveCoupons</name>
    <message>
        <source>For whoever brings one; ten fit on a sheet. A customer gets hers from her record.</source>
        <translation>谁拿来都能用；一张纸印十张。要发给某位客户，请到她的资料里发。</translation>
    </message>
    <message>
        <source>Give out and print …</source>
        <translation>发放并打印…</translation>
    </message>
    <message>
        <source>Give out “{name}”</source>
        <translation>发放“{name}”</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>One word for all</source>
        <translation>统一券码</translation>
    </message>
    <message>
        <source>empty: each has a code of its own</source>
        <translation>空着：每张一个码</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>怎么做？</translation>
    </message>
    <message>
        <source>Labels and letters?</source>
        <translation>打标签、发信？</translation>
    </message>
    <message>
        <source>More keys, page by page</source>
        <translation>更多按键，分页面看</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save the page as PDF instead.</source>
        <translation>这台电脑没有装打印机，请改存为 PDF。</translation>
    </message>
    <message>
        <source>Nothing in the guide says that. Try another word, or fewer.</source>
        <translation>指南里没有找到。换个词，或者少写几个字试试。</translation>
    </message>
    <message>
        <source>Odd columns?</source>
        <translation>奇怪的列怎么办？</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Save the page of the guide</source>
        <translation>保存这一页指南</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已存为 {file}。</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>搜索指南</translation>
    </message>
    <message>
        <source>See what is new</source>
        <translation>看看有什么新功能</translation>
    </message>
    <message>
        <source>The page of the guide</source>
        <translation>指南正文</translation>
    </message>
    <message>
        <source>The program is now version {version}.</source>
        <translation>程序已更新到版本 {version}。</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>使用指南</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message numerus="yes">
        <source>%n chosen follow-up(s) go to a colleague.</source>
        <translation>
            <numerusform>选中的 %n 条跟进转给同事。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Every open follow-up of one person goes to another; what is done stays.</source>
        <translation>把一个人所有未完成的跟进转给另一个人；已完成的不变。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>交出人</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>Hand over follow-ups</source>
        <translation>转交跟进</translation>
    </message>
    <message>
        <source>On leave until Friday, moves to the other shop …</source>
        <translation>休假到周五、调去另一家店……</translation>
    </message>
    <message>
        <source>Say why, for the colleague to know.</source>
        <translation>请写明原因，好让同事知道。</translation>
    </message>
    <message>
        <source>There is nobody else yet: add your colleagues under “People of the shop”.</source>
        <translation>店里还没有别人：请先在“店员”里添加同事。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>接手人</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Change the photo</source>
        <translation>更换照片</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>选择照片</translation>
    </message>
    <message>
        <source>Choose a photo …</source>
        <translation>选择照片…</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>图片 ({endings})</translation>
    </message>
    <message>
        <source>Remove the photo</source>
        <translation>删除照片</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>last contact {when}</source>
        <translation>上次联系 {when}</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>This looks like the number of a bank card</source>
        <translation>这像是银行卡号</translation>
    </message>
    <message>
        <source>This looks like the number of an identity card</source>
        <translation>这像是身份证号</translation>
    </message>
    <message>
        <source>This speaks of health</source>
        <translation>这涉及健康状况</translation>
    </message>
    <message>
        <source>Under 14: a parent or guardian has to agree, and is written to instead.</source>
        <translation>未满 14 周岁：须由父母或监护人同意，消息也应发给监护人。</translation>
    </message>
    <message>
        <source>{what}: better left out. Write only what the shop needs.</source>
        <translation>{what}：最好不写。只记录店里需要的内容。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Answers entry {number}</source>
        <translation>针对第 {number} 条</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>所有日子</translation>
    </message>
    <message>
        <source>As she was before …</source>
        <translation>看改动前的资料…</translation>
    </message>
    <message>
        <source>As the record was</source>
        <translation>当时的资料</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>改动前后</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>谁做的</translation>
    </message>
    <message>
        <source>Change after</source>
        <translation>下一次改动</translation>
    </message>
    <message>
        <source>Change before</source>
        <translation>上一次改动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>同意记录</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contacts logged</source>
        <translation>联系次数</translation>
    </message>
    <message>
        <source>Customer: name, phone or card</source>
        <translation>客户：姓名、电话或卡号</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message numerus="yes">
        <source>Different today: %n.</source>
        <translation>
            <numerusform>与今天不同的有 %n 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>第 {number} 条</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Fields of your own</source>
        <translation>自定义栏目</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从…到…</translation>
    </message>
    <message>
        <source>History {day}</source>
        <translation>历史记录 {day}</translation>
    </message>
    <message>
        <source>Important dates</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>In the recycle bin</source>
        <translation>在回收站里</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>会员积分</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>No entry chosen</source>
        <translation>没有选中记录</translation>
    </message>
    <message>
        <source>Not written by this program: {kind}</source>
        <translation>不是本程序写下的：{kind}</translation>
    </message>
    <message>
        <source>Nothing is different today.</source>
        <translation>与今天相同。</translation>
    </message>
    <message>
        <source>Nothing was done that fits what is asked for.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message>
        <source>On which days</source>
        <translation>哪些日子</translation>
    </message>
    <message>
        <source>Only the program</source>
        <translation>只看程序自动做的</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>只看这些</translation>
    </message>
    <message>
        <source>Only what is different today</source>
        <translation>只看不同的</translation>
    </message>
    <message>
        <source>Only what was taken back</source>
        <translation>只看已撤销的</translation>
    </message>
    <message>
        <source>Open follow-ups</source>
        <translation>未完成的跟进</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Safe keeping</source>
        <translation>资料安全</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Save as workbook …</source>
        <translation>存成 Excel…</translation>
    </message>
    <message>
        <source>Save the history</source>
        <translation>保存历史记录</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Some values of that time were erased and are not known any more.</source>
        <translation>当时的一些内容已被抹除，无从得知。</translation>
    </message>
    <message>
        <source>Sort of thing</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation>撤销这一步</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Taken back since</source>
        <translation>后来已撤销</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>The reason was erased.</source>
        <translation>原因已被抹除。</translation>
    </message>
    <message>
        <source>The record of {name} as it was before this entry</source>
        <translation>{name}在这一条之前的资料</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>当时</translation>
    </message>
    <message>
        <source>There was no such record at that moment.</source>
        <translation>那时还没有（或已没有）这份资料。</translation>
    </message>
    <message>
        <source>This entry changed no values.</source>
        <translation>这一条没有改动任何内容。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Values then and today</source>
        <translation>当时与今天的内容</translation>
    </message>
    <message>
        <source>Verify the history</source>
        <translation>核对历史记录</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做了什么</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示哪些</translation>
    </message>
    <message>
        <source>What the entry changed</source>
        <translation>这一条改动了什么</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Written while the clock of the computer was set back.</source>
        <translation>写下这一条时，电脑时钟被拨慢了。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已抹除</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>the program itself</source>
        <translation>程序自动</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message numerus="yes">
        <source>{file} holds %n entr(y|ies).</source>
        <translation>
            <numerusform>{file} 已保存，共 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file} holds the newest %n entr(y|ies); narrow the days for the others.</source>
        <translation>
            <numerusform>{file} 已保存最新的 %n 条；要更早的，请缩小日期范围。</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} · taken back</source>
        <translation>{what} · 已撤销</translation>
    </message>
</context>
<context>
    <name>Holidays</name>
    <message>
        <source>As in the official calendar</source>
        <translation>按官方日历</translation>
    </message>
    <message>
        <source>Bring holidays in …</source>
        <translation>导入节假日…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Closed every week on</source>
        <translation>每周休息</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Follow-ups that come again can pass over the days on which the shop is closed.</source>
        <translation>重复的跟进可以避开店里休息的日子。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Holidays and closed days</source>
        <translation>节假日与休息日</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No holidays are known after {year} yet: bring them in when they are announced.</source>
        <translation>{year} 年以后的节假日还没有公布，公布后请导入。</translation>
    </message>
    <message>
        <source>Red: closed. Blue: open, though it would not be. With a ring: entered by the shop.</source>
        <translation>红色：休息。蓝色：调休上班。带框：本店自己填的。</translation>
    </message>
    <message>
        <source>Special days</source>
        <translation>特殊日子</translation>
    </message>
    <message>
        <source>Such as: spring cleaning, fair</source>
        <translation>例如：店庆、盘点</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>The shop is</source>
        <translation>店里</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>This lies before the first day, or a year behind it.</source>
        <translation>这一天早于开始日，或晚了一年以上。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>d MMM ddd</source>
        <comment>Qt date format: day, month, weekday</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>open</source>
        <translation>营业</translation>
    </message>
    <message>
        <source>{state} (own)</source>
        <translation>{state}（本店）</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>   ·   </source>
        <comment>between figures</comment>
        <translation>   ·   </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) have a place</source>
        <translation>
            <numerusform>%n 列已有位置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) brought in.</source>
        <translation>
            <numerusform>已导入 %n 位客户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n 列不导入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more error(s) are in the copy of the file you can save.</source>
        <translation>
            <numerusform>另有 %n 处错误，见可以保存的副本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new field(s): {names}</source>
        <translation>
            <numerusform>%n 列将成为新字段：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to mend saved in {file}</source>
        <translation>
            <numerusform>%n 行待修改的内容已存到 {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) brought in.</source>
        <translation>
            <numerusform>已导入 %n 张小票。</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup is made first, and the whole import can be taken back in one step.</source>
        <translation>会先做备份，整个导入可以一步撤销。</translation>
    </message>
    <message>
        <source>An earlier row of this file brings this balance of the customer already.</source>
        <translation>文件前面已有一行是这位客户的这项余额。</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Checking every row …</source>
        <translation>正在逐行检查…</translation>
    </message>
    <message>
        <source>Choose a file with customers</source>
        <translation>选择客户文件</translation>
    </message>
    <message>
        <source>Clear the cell; enter a debt by hand with its reason.</source>
        <translation>请清空这一格；欠的积分或钱请手工登记并写明原因。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>Correct the card number, or clear the cell.</source>
        <translation>请改正卡号，或清空单元格。</translation>
    </message>
    <message>
        <source>Correct the day, or clear the cell.</source>
        <translation>请改正日期，或清空单元格。</translation>
    </message>
    <message>
        <source>Correct the formula, or type the value itself.</source>
        <translation>请改正公式，或直接填上结果。</translation>
    </message>
    <message>
        <source>Correct the number.</source>
        <translation>请改正这个数字。</translation>
    </message>
    <message>
        <source>Customer lists ({endings})</source>
        <translation>客户名单 ({endings})</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export this contact again from where it came from.</source>
        <translation>请从原来的地方重新导出这位联系人。</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>怎么改</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message numerus="yes">
        <source>Import %n customer(s)</source>
        <translation>
            <numerusform>导入 %n 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n slip(s)</source>
        <translation>
            <numerusform>导入 %n 张小票</numerusform>
        </translation>
    </message>
    <message>
        <source>Import {new} new, update {known}</source>
        <translation>导入 {new} 位新客户，更新 {known} 位</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件里</translation>
    </message>
    <message>
        <source>Keep the card number in the row it belongs to.</source>
        <translation>请只在卡主那一行保留卡号。</translation>
    </message>
    <message numerus="yes">
        <source>Kept in new field(s), for want of a place: {names}</source>
        <translation>
            <numerusform>没有现成的位置，已存入新字段：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking into {file} …</source>
        <translation>正在查看 {file}…</translation>
    </message>
    <message>
        <source>Making a backup first …</source>
        <translation>先做一次备份…</translation>
    </message>
    <message>
        <source>Making it permanent …</source>
        <translation>正在写入保存…</translation>
    </message>
    <message>
        <source>Mend that row.</source>
        <translation>请改好那一行。</translation>
    </message>
    <message>
        <source>Nobody is called so, and was noted as text only: {names}</source>
        <translation>店里没有叫这些名字的客户，只作为文字记下：{names}</translation>
    </message>
    <message>
        <source>Nothing says on which day this was sold.</source>
        <translation>看不出是哪一天卖的。</translation>
    </message>
    <message>
        <source>Nothing says what this came to: neither an amount nor a price.</source>
        <translation>看不出卖了多少钱：没有金额，也没有单价。</translation>
    </message>
    <message>
        <source>Open the file in Excel or WPS, save it there and import it again.</source>
        <translation>请用 Excel 或 WPS 打开文件，保存后再导入。</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>期初余额</translation>
    </message>
    <message>
        <source>Opening balances, and the shop's totals before and after</source>
        <translation>期初余额，以及店里导入前后的总数</translation>
    </message>
    <message>
        <source>Round the number, or keep the column as a field of your own.</source>
        <translation>请改成整数，或把这一列留作自定义字段。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Row {text} of the same slip cannot be taken, so the whole slip stays out.</source>
        <translation>同一张小票的第 {text} 行有错，所以整张小票都没有导入。</translation>
    </message>
    <message>
        <source>Rows with errors</source>
        <translation>有错误的行</translation>
    </message>
    <message>
        <source>Set the column to “Text” in Excel or WPS, then type the whole number again.</source>
        <translation>请在 Excel 或 WPS 里把该列设为“文本”，再重新输入完整的号码。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Shorten the text.</source>
        <translation>请把文字改短。</translation>
    </message>
    <message>
        <source>Show the rows with errors …</source>
        <translation>查看有错误的行…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was brought in.</source>
        <translation>已停止，什么都没有导入。</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Taken back: everything is as it was before the import.</source>
        <translation>已撤销：一切回到导入之前。</translation>
    </message>
    <message>
        <source>The card {text} already belongs to another customer.</source>
        <translation>卡号 {text} 已经属于另一位客户。</translation>
    </message>
    <message>
        <source>The card {text} already belongs to another row of this file.</source>
        <translation>卡号 {text} 在这个文件里已经属于另一行。</translation>
    </message>
    <message>
        <source>The card {text} is damaged or incomplete.</source>
        <translation>名片“{text}”已损坏或不完整。</translation>
    </message>
    <message>
        <source>The cell holds a formula that was never calculated.</source>
        <translation>单元格里是公式，还没有算出结果。</translation>
    </message>
    <message>
        <source>The cell shows the error {text}.</source>
        <translation>单元格里是错误值 {text}。</translation>
    </message>
    <message>
        <source>The customers are up to date.</source>
        <translation>客户资料已是最新。</translation>
    </message>
    <message>
        <source>The row has no name, phone or number to know the customer by.</source>
        <translation>这一行没有姓名、电话或编号，认不出是哪位客户。</translation>
    </message>
    <message>
        <source>The sales are up to date.</source>
        <translation>销售记录已是最新。</translation>
    </message>
    <message>
        <source>The shop after</source>
        <translation>店里导入后</translation>
    </message>
    <message>
        <source>The shop before</source>
        <translation>店里导入前</translation>
    </message>
    <message>
        <source>The text is too long: {text}</source>
        <translation>文字太长：{text}</translation>
    </message>
    <message>
        <source>There is nothing new in this file: the shop has all of it already.</source>
        <translation>这个文件里没有新内容，店里都已经有了。</translation>
    </message>
    <message>
        <source>These rows are not brought in; everything else is.</source>
        <translation>这些行不会导入，其余照常导入。</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销这次导入</translation>
    </message>
    <message numerus="yes">
        <source>Update %n customer(s)</source>
        <translation>
            <numerusform>更新 %n 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>哪里不对</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>What stays out</source>
        <translation>没有导入的</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>将会怎样</translation>
    </message>
    <message>
        <source>Where the copy goes</source>
        <translation>副本保存到哪里</translation>
    </message>
    <message>
        <source>Working out what changes …</source>
        <translation>正在核对会改动哪些内容…</translation>
    </message>
    <message>
        <source>Write a name or a phone number into the row.</source>
        <translation>请在这一行填上姓名或电话。</translation>
    </message>
    <message>
        <source>Write a value this field takes, or clear the cell.</source>
        <translation>请填这个字段可以填的内容，或清空单元格。</translation>
    </message>
    <message>
        <source>Write active, lost, frozen or cancelled (正常, 挂失, 冻结, 注销), or clear the cell.</source>
        <translation>请填 正常、挂失、冻结 或 注销，或清空单元格。</translation>
    </message>
    <message>
        <source>Write digits only, or clear the cell.</source>
        <translation>请只填数字，或清空单元格。</translation>
    </message>
    <message>
        <source>Write female, male or other (女, 男, 其他), or clear the cell.</source>
        <translation>请填 女、男 或 其他，或清空单元格。</translation>
    </message>
    <message>
        <source>Write it as name@example.com, or clear the cell.</source>
        <translation>请写成 name@example.com 的样子，或清空单元格。</translation>
    </message>
    <message>
        <source>Write the amount, or the price and the quantity.</source>
        <translation>请填金额，或者填单价和数量。</translation>
    </message>
    <message>
        <source>Write the date with the year first, as 1990-05-12.</source>
        <translation>日期请把年份写在前面，例如 1990-05-12。</translation>
    </message>
    <message>
        <source>Write the day into the row.</source>
        <translation>请在这一行填上日期。</translation>
    </message>
    <message>
        <source>Write the sum into one row and clear the other cells.</source>
        <translation>请把总数写在一行里，清空其他格子。</translation>
    </message>
    <message>
        <source>Writing it all down …</source>
        <translation>正在写入……</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>headings in row {row}</source>
        <translation>第 {row} 行是标题</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>rows with errors</source>
        <translation>行有错误</translation>
    </message>
    <message>
        <source>to leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>to update</source>
        <translation>将更新</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>without a row of headings</source>
        <translation>没有标题行</translation>
    </message>
    <message>
        <source>{file} – rows to mend.xlsx</source>
        <comment>a file's name</comment>
        <translation>{file} – 待修改的行.xlsx</translation>
    </message>
    <message>
        <source>{sheet} ({rows} rows)</source>
        <translation>{sheet}（{rows} 行）</translation>
    </message>
    <message>
        <source>{text} can be read as two different days.</source>
        <translation>{text} 可以读成两个不同的日子。</translation>
    </message>
    <message>
        <source>{text} does not fit this field.</source>
        <translation>“{text}”不能填进这个字段。</translation>
    </message>
    <message>
        <source>{text} is larger than any amount can be.</source>
        <translation>{text} 太大了，不可能是金额。</translation>
    </message>
    <message>
        <source>{text} is no date.</source>
        <translation>{text} 不是日期。</translation>
    </message>
    <message>
        <source>{text} is no e-mail address.</source>
        <translation>{text} 不是邮箱地址。</translation>
    </message>
    <message>
        <source>{text} is no gender the program knows.</source>
        <translation>不认识性别“{text}”。</translation>
    </message>
    <message>
        <source>{text} is no number.</source>
        <translation>{text} 不是数字。</translation>
    </message>
    <message>
        <source>{text} is no status the program knows.</source>
        <translation>不认识状态“{text}”。</translation>
    </message>
    <message>
        <source>{text}: an opening balance cannot be below zero.</source>
        <translation>{text}：期初余额不能是负数。</translation>
    </message>
    <message>
        <source>{text}: points and visits are whole numbers.</source>
        <translation>{text}：积分和次数必须是整数。</translation>
    </message>
    <message>
        <source>{text}: the spreadsheet has lost the last digits of this number.</source>
        <translation>{text}：表格软件把这个号码后面的数字弄丢了。</translation>
    </message>
    <message>
        <source>{text}: there is no such day.</source>
        <translation>{text}：没有这一天。</translation>
    </message>
    <message>
        <source>{title} {text}</source>
        <comment>a figure: Slips 1,717</comment>
        <translation>{title} {text}</translation>
    </message>
</context>
<context>
    <name>ImportBalances</name>
    <message>
        <source>Customers with a tier</source>
        <translation>有等级的客户</translation>
    </message>
    <message>
        <source>New programmes</source>
        <translation>新增项目</translation>
    </message>
    <message>
        <source>New tiers</source>
        <translation>新增等级</translation>
    </message>
    <message>
        <source>Opening balance from {file}</source>
        <translation>期初余额，来自 {file}</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Stored value, given</source>
        <translation>储值赠送</translation>
    </message>
    <message>
        <source>Stored value, paid for</source>
        <translation>储值本金</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Tier kept as it is</source>
        <translation>等级保持原样</translation>
    </message>
    <message>
        <source>Visit card</source>
        <comment>a card whose service the file does not name</comment>
        <translation>次卡</translation>
    </message>
    <message>
        <source>Visits left</source>
        <translation>剩余次数</translation>
    </message>
    <message>
        <source>{name}: {title} {quantity} stays out, because {has} was brought in before.</source>
        <translation>{name}：{title} {quantity} 没有导入，因为以前已经导入过期初 {has}。</translation>
    </message>
    <message>
        <source>{sum} left out</source>
        <translation>{sum} 跳过</translation>
    </message>
    <message>
        <source>{sum} refused: the customer has an opening balance</source>
        <translation>{sum} 未导入：这位客户已有期初余额</translation>
    </message>
    <message>
        <source>{sum} there already</source>
        <translation>{sum} 已经有了</translation>
    </message>
    <message>
        <source>{sum} waits for your word</source>
        <translation>{sum} 等您决定</translation>
    </message>
    <message>
        <source>{title}: {file} in the file, {taken} taken; the shop has {before} before, {after} after.</source>
        <translation>{title}：文件里 {file}，导入 {taken}；店里导入前 {before}，导入后 {after}。</translation>
    </message>
</context>
<context>
    <name>ImportDryRun</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation>您选择不导入</translation>
    </message>
    <message>
        <source>May be a customer you have: {reason}</source>
        <translation>可能是已有的客户：{reason}</translation>
    </message>
    <message>
        <source>Nobody you have, and new ones are not added</source>
        <translation>店里没有这位客户，而且不新增</translation>
    </message>
    <message>
        <source>Put together with row {row}</source>
        <translation>与第 {row} 行合并</translation>
    </message>
    <message>
        <source>The same person as row {row}</source>
        <translation>与第 {row} 行是同一个人</translation>
    </message>
    <message>
        <source>You have this customer, and known ones are left as they are</source>
        <translation>店里已有这位客户，已有的保持不变</translation>
    </message>
    <message>
        <source>is there already with {total}, and stays as it is</source>
        <translation>店里已有这张，金额 {total}，保持原样</translation>
    </message>
    <message>
        <source>takes back what nothing says was sold</source>
        <translation>找不到原来的销售</translation>
    </message>
    <message>
        <source>takes back what was sold before</source>
        <translation>退的是以前卖出的</translation>
    </message>
    <message>
        <source>{title} ({service})</source>
        <translation>{title}（{service}）</translation>
    </message>
</context>
<context>
    <name>ImportFile</name>
    <message>
        <source>Binary Excel workbook</source>
        <translation>二进制 Excel 表格</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Contacts (vCard)</source>
        <translation>通讯录（vCard）</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 表格</translation>
    </message>
    <message>
        <source>Older Excel workbook</source>
        <translation>旧版 Excel 表格</translation>
    </message>
    <message>
        <source>OpenDocument workbook</source>
        <translation>OpenDocument 表格</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Text file</source>
        <translation>文本文件</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Web page saved as a workbook</source>
        <translation>存成表格的网页</translation>
    </message>
</context>
<context>
    <name>ImportKind</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>One row for each customer: card or phone, and points, stored value, visits left, tier.</source>
        <translation>每位客户一行：卡号或手机，以及积分、储值、剩余次数、等级。</translation>
    </message>
    <message>
        <source>One row for each customer: name, phone, card, birthday, tags …</source>
        <translation>每位客户一行：姓名、电话、卡号、生日、标签……</translation>
    </message>
    <message>
        <source>One row for each thing sold: slip, day, customer, goods, quantity, price … Old sales of a till.</source>
        <translation>每卖一样东西一行：单号、日期、客户、商品、数量、单价……收银软件里的老记录。</translation>
    </message>
    <message>
        <source>Opening balances</source>
        <translation>期初余额</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售记录</translation>
    </message>
</context>
<context>
    <name>ImportMatch</name>
    <message>
        <source>Card number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Customer number of the file, and name or phone</source>
        <translation>文件里的客户编号，加上姓名或电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Name and birthday</source>
        <translation>姓名加生日</translation>
    </message>
    <message>
        <source>Name, where a row has no number, phone or e-mail</source>
        <translation>姓名（该行没有编号、电话、邮箱时）</translation>
    </message>
    <message>
        <source>Number given by this program</source>
        <translation>本程序给的编号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>The same or a similar name</source>
        <translation>姓名相同或相近</translation>
    </message>
</context>
<context>
    <name>ImportNote</name>
    <message>
        <source>A quotation mark is never closed, so all of them count as text.</source>
        <translation>有引号没有配对，引号都当作普通文字。</translation>
    </message>
    <message>
        <source>Cells with errors look empty in this kind of file.</source>
        <translation>这种文件里出错的单元格看起来是空的。</translation>
    </message>
    <message>
        <source>Headings that stand there more than once: {text}</source>
        <translation>重复的标题：{text}</translation>
    </message>
    <message>
        <source>Photos in the file are not brought in.</source>
        <translation>文件里的照片不会导入。</translation>
    </message>
    <message>
        <source>Sample rows of the blank template are left out.</source>
        <translation>空白模板里的示例行不会导入。</translation>
    </message>
    <message>
        <source>Some headings are merged cells; each of their columns took the text.</source>
        <translation>有的标题是合并单元格，合并的每一列都用了这个标题。</translation>
    </message>
    <message>
        <source>The file held empty bytes, which were left out.</source>
        <translation>文件里有空字节，已略过。</translation>
    </message>
    <message>
        <source>The file is not what its name says; it was read as what it is.</source>
        <translation>文件名和实际内容不符，已按实际内容读取。</translation>
    </message>
    <message>
        <source>The headings take two rows, which were read together.</source>
        <translation>标题有两行，已合在一起读。</translation>
    </message>
    <message>
        <source>The workbook has more sheets: {text}</source>
        <translation>表格里还有别的工作表：{text}</translation>
    </message>
</context>
<context>
    <name>ImportPlace</name>
    <message>
        <source>Address: city</source>
        <translation>地址：城市</translation>
    </message>
    <message>
        <source>Address: country</source>
        <translation>地址：国家</translation>
    </message>
    <message>
        <source>Address: district</source>
        <translation>地址：区县</translation>
    </message>
    <message>
        <source>Address: postcode</source>
        <translation>地址：邮编</translation>
    </message>
    <message>
        <source>Address: province</source>
        <translation>地址：省份</translation>
    </message>
    <message>
        <source>Address: street</source>
        <translation>地址：街道</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Amount of the line</source>
        <translation>这一行的金额</translation>
    </message>
    <message>
        <source>Another important date</source>
        <translation>其他重要日子</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Category of the goods</source>
        <translation>商品分类</translation>
    </message>
    <message>
        <source>Code of the goods</source>
        <translation>商品编码</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Customer number of the file</source>
        <translation>文件里的客户编号</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>成为客户的日期</translation>
    </message>
    <message>
        <source>Day, or day and time</source>
        <translation>日期（可带时间）</translation>
    </message>
    <message>
        <source>Dislikes</source>
        <translation>忌讳</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Field: {name}</source>
        <translation>字段：{name}</translation>
    </message>
    <message>
        <source>Fields of your own</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>How to reach her</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Into the note, with its heading</source>
        <translation>写进备注（带标题）</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>介绍人</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>地址类型</translation>
    </message>
    <message>
        <source>Kind of e-mail</source>
        <translation>邮箱类型</translation>
    </message>
    <message>
        <source>Kind of phone</source>
        <translation>电话类型</translation>
    </message>
    <message>
        <source>Last changed (decides which value is newer)</source>
        <translation>最后修改时间（用来判断哪边更新）</translation>
    </message>
    <message>
        <source>Last day of the visits</source>
        <translation>次卡到期日</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>喜好</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Lunar birthday</source>
        <translation>农历生日</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>中间名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name of the goods</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>New field: {name}</source>
        <translation>新字段：{name}</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on the slip</source>
        <translation>小票备注</translation>
    </message>
    <message>
        <source>Number given by this program</source>
        <translation>本程序给的编号</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Sale or return</source>
        <translation>销售还是退货</translation>
    </message>
    <message>
        <source>Service of the visits</source>
        <translation>次卡项目</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>尺码</translation>
    </message>
    <message>
        <source>Slip number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>营业员</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stored value, given on top</source>
        <translation>储值赠送</translation>
    </message>
    <message>
        <source>Stored value, paid for</source>
        <translation>储值本金</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>优惠金额</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>The slip</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时间（几点几分）</translation>
    </message>
    <message>
        <source>Visits left</source>
        <translation>剩余次数</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>What she has: opening balances</source>
        <translation>客户现有的（期初余额）</translation>
    </message>
    <message>
        <source>What was sold</source>
        <translation>卖了什么</translation>
    </message>
    <message>
        <source>Whole address</source>
        <translation>完整地址</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>是谁的</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>值得了解</translation>
    </message>
</context>
<context>
    <name>ImportPolicy</name>
    <message>
        <source>A customer for each row</source>
        <translation>每行一位客户</translation>
    </message>
    <message>
        <source>Ask me about each</source>
        <translation>逐个问我</translation>
    </message>
    <message>
        <source>Fill only what is blank</source>
        <translation>只填空白的</translation>
    </message>
    <message>
        <source>Keep both: add a new customer</source>
        <translation>两个都留：另建新客户</translation>
    </message>
    <message>
        <source>Leave the customer as before</source>
        <translation>客户保持不变</translation>
    </message>
    <message>
        <source>Make one customer of them</source>
        <translation>合成一位客户</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>用我们的</translation>
    </message>
    <message>
        <source>The file's value</source>
        <translation>用文件里的</translation>
    </message>
    <message>
        <source>The newer one</source>
        <translation>用较新的</translation>
    </message>
    <message>
        <source>Update the customer</source>
        <translation>更新客户</translation>
    </message>
</context>
<context>
    <name>ImportReason</name>
    <message>
        <source>A name that sounds the same</source>
        <translation>姓名读音相同</translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation>由您指定</translation>
    </message>
    <message>
        <source>The same card number</source>
        <translation>卡号相同</translation>
    </message>
    <message>
        <source>The same customer number in the file</source>
        <translation>文件里的客户编号相同</translation>
    </message>
    <message>
        <source>The same e-mail</source>
        <translation>邮箱相同</translation>
    </message>
    <message>
        <source>The same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>The same name and birthday</source>
        <translation>姓名和生日相同</translation>
    </message>
    <message>
        <source>The same number of this program</source>
        <translation>本程序给的编号相同</translation>
    </message>
    <message>
        <source>The same phone</source>
        <translation>电话相同</translation>
    </message>
</context>
<context>
    <name>ImportRule</name>
    <message>
        <source>Blanks at the ends taken off</source>
        <translation>去掉首尾空格</translation>
    </message>
    <message>
        <source>Dates understood</source>
        <translation>识别日期</translation>
    </message>
    <message>
        <source>Full-width letters and digits made half-width</source>
        <translation>全角字母数字改为半角</translation>
    </message>
    <message>
        <source>Invisible characters taken out</source>
        <translation>去掉看不见的字符</translation>
    </message>
    <message>
        <source>Names written apart put together</source>
        <translation>拉开写的姓名并拢</translation>
    </message>
    <message>
        <source>Numbers understood</source>
        <translation>识别数字</translation>
    </message>
    <message>
        <source>Phones understood</source>
        <translation>识别电话</translation>
    </message>
    <message>
        <source>Replaced by your list</source>
        <translation>按您的对照表替换</translation>
    </message>
    <message>
        <source>Several blanks made one</source>
        <translation>多个空格合成一个</translation>
    </message>
    <message>
        <source>Several values in a cell taken apart</source>
        <translation>一格里的几个值分开</translation>
    </message>
    <message>
        <source>Words for nothing taken as empty</source>
        <translation>“无”之类的字当作空</translation>
    </message>
    <message>
        <source>Words understood</source>
        <translation>识别文字</translation>
    </message>
</context>
<context>
    <name>ImportSales</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>起止日期</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细行</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新增客户</translation>
    </message>
    <message>
        <source>New goods in the catalogue</source>
        <translation>商品目录新增</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>补积分</translation>
    </message>
    <message>
        <source>Purchase</source>
        <comment>what a line of a slip is called that names no goods</comment>
        <translation>消费</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>已经有的</translation>
    </message>
    <message>
        <source>There with another total</source>
        <translation>已有但金额不同，保持原样</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Without a customer</source>
        <translation>没有客户的</translation>
    </message>
    <message>
        <source>{count}, {matched} matched to what they take back</source>
        <translation>{count} 张，其中 {matched} 张对上了原来的销售</translation>
    </message>
    <message>
        <source>{points} with {slips} slips</source>
        <translation>{points} 分，{slips} 张小票</translation>
    </message>
    <message>
        <source>{said}; none for {count} customers with an opening balance</source>
        <translation>{said}；{count} 位客户已有期初积分，不补</translation>
    </message>
</context>
<context>
    <name>ImportUndo</name>
    <message>
        <source>Another record refers to this customer</source>
        <translation>有别的记录用到这位客户</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message numerus="yes">
        <source>%n (entry|entries) of the calendar (goes|go).</source>
        <translation>
            <numerusform>会删除日历里的 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) (gets|get) back the earlier values.</source>
        <translation>
            <numerusform>%n 位客户恢复成原来的资料。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new customer(s) (goes|go).</source>
        <translation>
            <numerusform>%n 位新客户会移走。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new customer(s) (stays|stay). Tick who goes to the bin all the same:</source>
        <translation>
            <numerusform>%n 位新客户会留下。勾选的仍然放进回收站：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series (stays|stay): something was done with (its|their) days since.</source>
        <translation>
            <numerusform>%n 个重复事项会留下：之后有人处理过其中的某一次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) (was|were) changed since and (stays|stay). Tick what is to be put back all the same:</source>
        <translation>
            <numerusform>%n 处导入后改过，会保留。勾选的仍然改回去：</numerusform>
        </translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Bring in customers …</source>
        <translation>导入客户…</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>谁改的</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customers with something new since the import</source>
        <translation>导入后有新记录的客户</translation>
    </message>
    <message>
        <source>Each import stands here with what it did, and can be taken back.</source>
        <translation>每次导入做了什么都记在这里，还可以撤回。</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>It changed nothing, so there is nothing to take back.</source>
        <translation>这次导入没有改动，不用撤回。</translation>
    </message>
    <message>
        <source>It is older than the time imports are kept for taking back (see the settings).</source>
        <translation>已超过可以撤回的期限（见设置）。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不撤回</translation>
    </message>
    <message>
        <source>Nobody has changed anything since.</source>
        <translation>导入以后没有人改过。</translation>
    </message>
    <message>
        <source>Nothing has been brought in yet</source>
        <translation>还没有导入过</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Take back …</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Take this import back?</source>
        <translation>撤回这次导入？</translation>
    </message>
    <message>
        <source>This import has been taken back.</source>
        <translation>这次导入已经撤回。</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Values changed since the import</source>
        <translation>导入后改过的内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why they stay</source>
        <translation>为什么留下</translation>
    </message>
    <message>
        <source>Would be again</source>
        <translation>改回成</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>{created} added, {updated} updated, {unchanged} as before, {skipped} left out, {errors} errors.</source>
        <translation>新增 {created} 位，更新 {updated} 位，没有变化 {unchanged} 位，未导入 {skipped} 行，错误 {errors} 处。</translation>
    </message>
</context>
<context>
    <name>IssueCoupon</name>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Give a coupon</source>
        <translation>发优惠券</translation>
    </message>
    <message>
        <source>Make coupons</source>
        <translation>去建优惠券</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>打印出来</translation>
    </message>
    <message>
        <source>The shop has no coupons to give out. Make a batch: what it is worth, and until when.</source>
        <translation>店里还没有可发的优惠券。先建一批：值多少、用到哪天。</translation>
    </message>
</context>
<context>
    <name>KeepInTouch</name>
    <message>
        <source>Keep in touch</source>
        <translation>保持联系</translation>
    </message>
    <message>
        <source>No longer kept in touch with regularly</source>
        <translation>不再定期联系</translation>
    </message>
    <message>
        <source>Planned twice, after two customers were merged</source>
        <translation>两位客户合并后重复安排</translation>
    </message>
    <message>
        <source>The customer answered</source>
        <translation>客户已回应</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message numerus="yes">
        <source>%n backup(s) can still be read with the old code.</source>
        <translation>
            <numerusform>还有 %n 份备份能用旧恢复码打开。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 份备份。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change it …</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Delete the backups that the old code opens?</source>
        <translation>要删除旧恢复码还能打开的备份吗？</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete them …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete these backups …</source>
        <translation>删除这些备份…</translation>
    </message>
    <message>
        <source>If somebody may know the password or the recovery code, have everything encrypted anew: a changed password alone does not help against copies made before.</source>
        <translation>如果可能有人知道了密码或恢复码，请把所有资料重新加密：光改密码，挡不住以前被拷走的副本。</translation>
    </message>
    <message>
        <source>If something leaked</source>
        <translation>万一泄露了</translation>
    </message>
    <message>
        <source>It leaked …</source>
        <translation>已经泄露…</translation>
    </message>
    <message>
        <source>Open without a password …</source>
        <translation>不用密码打开…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password and key</source>
        <translation>密码与密钥</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复码（打印件）</translation>
    </message>
    <message>
        <source>See whether it is still there …</source>
        <translation>核对它还在不在…</translation>
    </message>
    <message>
        <source>Set a password …</source>
        <translation>设置密码…</translation>
    </message>
    <message>
        <source>Show and print the code …</source>
        <translation>查看并打印恢复码…</translation>
    </message>
    <message>
        <source>Somebody had the recovery sheet in hand on {day}.</source>
        <translation>上次有人拿着恢复码那张纸核对，是 {day}。</translation>
    </message>
    <message>
        <source>The customer book opens by itself on this computer.</source>
        <translation>在这台电脑上，客户资料不用密码就能打开。</translation>
    </message>
    <message>
        <source>The customer book opens only with its password.</source>
        <translation>客户资料要输入密码才能打开。</translation>
    </message>
    <message>
        <source>The recovery code is not on paper yet. Without it, a broken computer takes everything along.</source>
        <translation>恢复码还没有打印出来。没有它，电脑一坏，资料就全没了。</translation>
    </message>
    <message>
        <source>Whoever knows the old code or password can read them. The newer backups stay; what was deleted cannot be brought back.</source>
        <translation>知道旧恢复码或旧密码的人都能看这些备份。较新的备份会保留；删掉的找不回来。</translation>
    </message>
</context>
<context>
    <name>KindIcons</name>
    <message>
        <source>Again</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>铃铛</translation>
    </message>
    <message>
        <source>Cake</source>
        <translation>蛋糕</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Feast</source>
        <translation>庆祝</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>旗子</translation>
    </message>
    <message>
        <source>Hand with coins</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>House</source>
        <translation>房子</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>钥匙</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信封</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>笔记本</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pin on a map</source>
        <translation>地图标记</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Speech bubble</source>
        <translation>气泡</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星星</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>太阳</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Wrench</source>
        <translation>扳手</translation>
    </message>
</context>
<context>
    <name>Likeness</name>
    <message>
        <source>A rare name</source>
        <translation>名字少见</translation>
    </message>
    <message>
        <source>Address nearly the same</source>
        <translation>地址几乎一样</translation>
    </message>
    <message>
        <source>Birthday nearly the same</source>
        <translation>生日几乎一样</translation>
    </message>
    <message>
        <source>Different birthdays</source>
        <translation>生日不同</translation>
    </message>
    <message>
        <source>Different gender</source>
        <translation>性别不同</translation>
    </message>
    <message>
        <source>Different names</source>
        <translation>名字不同</translation>
    </message>
    <message>
        <source>E-mail nearly the same</source>
        <translation>邮箱几乎一样</translation>
    </message>
    <message>
        <source>Linked as one household</source>
        <translation>已归为一家</translation>
    </message>
    <message>
        <source>Many have this phone</source>
        <translation>这个电话很多人用</translation>
    </message>
    <message>
        <source>Name differs in one character</source>
        <translation>名字只差一个字</translation>
    </message>
    <message>
        <source>Name shortened</source>
        <translation>名字是简写</translation>
    </message>
    <message>
        <source>Name sounds the same</source>
        <translation>名字同音</translation>
    </message>
    <message>
        <source>Name turned round</source>
        <translation>姓和名颠倒</translation>
    </message>
    <message>
        <source>Name with a slip</source>
        <translation>名字有笔误</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>One household</source>
        <translation>一家人</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>名字的一部分</translation>
    </message>
    <message>
        <source>Phone nearly the same</source>
        <translation>电话几乎一样</translation>
    </message>
    <message>
        <source>Possibly the same</source>
        <translation>可能是同一人</translation>
    </message>
    <message>
        <source>Probably the same</source>
        <translation>很可能是同一人</translation>
    </message>
    <message>
        <source>Same WeChat</source>
        <translation>微信号相同</translation>
    </message>
    <message>
        <source>Same address</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>Same birthday</source>
        <translation>生日相同</translation>
    </message>
    <message>
        <source>Same card number</source>
        <translation>卡号相同</translation>
    </message>
    <message>
        <source>Same e-mail</source>
        <translation>邮箱相同</translation>
    </message>
    <message>
        <source>Same introducer</source>
        <translation>同一个介绍人</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>同一个电话</translation>
    </message>
    <message>
        <source>Same town</source>
        <translation>同一个地方</translation>
    </message>
    <message>
        <source>Why they look alike</source>
        <translation>为什么像</translation>
    </message>
    <message>
        <source>a like e-mail</source>
        <translation>相近的邮箱</translation>
    </message>
    <message>
        <source>a like name</source>
        <translation>相近的名字</translation>
    </message>
    <message>
        <source>a like name and address</source>
        <translation>相近的名字和地址</translation>
    </message>
    <message>
        <source>a like name and birthday</source>
        <translation>相近的名字和生日</translation>
    </message>
    <message>
        <source>a like name and phone</source>
        <translation>相近的名字和电话</translation>
    </message>
    <message>
        <source>part of the name and a like birthday</source>
        <translation>名字的一部分和相近的生日</translation>
    </message>
    <message>
        <source>the same WeChat</source>
        <translation>同一个微信号</translation>
    </message>
    <message>
        <source>the same birthday and house number</source>
        <translation>相同的生日和门牌号</translation>
    </message>
    <message>
        <source>the same card number</source>
        <translation>同一个卡号</translation>
    </message>
    <message>
        <source>the same phone</source>
        <translation>同一个电话</translation>
    </message>
    <message>
        <source>{score} %</source>
        <translation>{score}%</translation>
    </message>
    <message>
        <source>{sign}: {one} – {other}</source>
        <translation>{sign}：{one} – {other}</translation>
    </message>
    <message>
        <source>{sign}: {value}</source>
        <translation>{sign}：{value}</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>A new PIN for the owner</source>
        <translation>为店主重设 PIN</translation>
    </message>
    <message>
        <source>At work: {name}. Press to change.</source>
        <translation>当前：{name}。点这里换人。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Forgot the PIN?</source>
        <translation>忘记 PIN？</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>Go on as before (Esc)</source>
        <translation>返回继续 (Esc)</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新 PIN</translation>
    </message>
    <message>
        <source>New PIN (4 to 12 digits)</source>
        <translation>新 PIN（4 到 12 位数字）</translation>
    </message>
    <message>
        <source>Nobody has a PIN yet. Set one for whoever is to be asked, on the page Staff.</source>
        <translation>还没有人设置 PIN。请在“员工”页为需要验证的人设置。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>设置 PIN</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换个人</translation>
    </message>
    <message>
        <source>Type the code of the recovery sheet. Everybody else asks an owner, who resets the PIN.</source>
        <translation>请输入恢复码纸上的恢复码。其他人忘记 PIN，请找店主重置。</translation>
    </message>
    <message>
        <source>Who is at work?</source>
        <translation>现在是谁在用？</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>Back to the password</source>
        <translation>返回输入密码</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>I forgot it …</source>
        <translation>忘记密码…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open with this code</source>
        <translation>用这个恢复码打开</translation>
    </message>
    <message>
        <source>Open without a password from now on</source>
        <translation>以后不用密码打开</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Set the new password and open</source>
        <translation>设置新密码并打开</translation>
    </message>
    <message>
        <source>Take the sheet that was printed when the book was set up, or since. The code on it opens the book, and then you choose a new password.</source>
        <translation>请拿出开始使用时（或后来）打印的那张恢复码。用上面的恢复码就能打开，然后再设一个新密码。</translation>
    </message>
    <message>
        <source>The code is right. Choose a new password, or let the book open without one on this computer.</source>
        <translation>恢复码正确。请设置新密码，或者让这台电脑以后不用密码打开。</translation>
    </message>
    <message>
        <source>Type its password to open it.</source>
        <translation>请输入密码打开。</translation>
    </message>
    <message>
        <source>Your customer book is locked</source>
        <translation>客户资料已上锁</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Kind of contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Logged. When is the next follow-up?</source>
        <translation>已记录。下次什么时候跟进？</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What was said or done</source>
        <translation>说了什么、做了什么</translation>
    </message>
    <message>
        <source>What was said or done; Enter keeps it, Shift+Enter begins a new line</source>
        <translation>说了什么、做了什么；回车保存，Shift+回车换行</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When it was</source>
        <translation>什么时候</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>{kind}: press {letter}</source>
        <translation>{kind}：按 {letter}</translation>
    </message>
</context>
<context>
    <name>Loyalty</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>剩 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) each</source>
        <translation>
            <numerusform>每张可用 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) left</source>
        <translation>
            <numerusform>还能用 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Brought over</source>
        <translation>期初转入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the coupon</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Cancel {coupon}</source>
        <translation>作废{coupon}</translation>
    </message>
    <message>
        <source>Card sold</source>
        <translation>开次卡</translation>
    </message>
    <message>
        <source>Choose a customer first: this is booked for one.</source>
        <translation>请先选一位客户，这是给某位客户办的。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy balances</source>
        <translation>复制余额</translation>
    </message>
    <message>
        <source>Correct a balance …</source>
        <translation>手工调整…</translation>
    </message>
    <message>
        <source>Corrected by hand</source>
        <translation>手工调整</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Debt settled</source>
        <translation>抵欠</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>消费得积分</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>Give a coupon …</source>
        <translation>发优惠券…</translation>
    </message>
    <message>
        <source>Given back with a return</source>
        <translation>退货退回</translation>
    </message>
    <message>
        <source>History</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Keep {card} for herself</source>
        <translation>{card}只限本人</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Member card …</source>
        <translation>会员卡…</translation>
    </message>
    <message>
        <source>No tier yet</source>
        <translation>暂无等级</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing has been booked yet.</source>
        <translation>还没有记录。</translation>
    </message>
    <message>
        <source>Open the slip</source>
        <translation>打开单据</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>本金</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>退储值</translation>
    </message>
    <message>
        <source>Pay stored value out …</source>
        <translation>退储值…</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Points, stored value and visit cards are set up once, in a few sentences.</source>
        <translation>积分、储值和次卡只要设置一次，几句话就好。</translation>
    </message>
    <message>
        <source>Print {coupon}</source>
        <translation>打印{coupon}</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>兑换</translation>
    </message>
    <message>
        <source>Sell a visit card …</source>
        <translation>开次卡…</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>去设置</translation>
    </message>
    <message>
        <source>Set the tier …</source>
        <translation>设等级…</translation>
    </message>
    <message>
        <source>Share {card}</source>
        <translation>{card}全家共用</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Statement …</source>
        <translation>对账单…</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Taken back with a return</source>
        <translation>退货扣回</translation>
    </message>
    <message>
        <source>The balances are copied: paste them into WeChat.</source>
        <translation>余额已复制，可以粘贴到微信。</translation>
    </message>
    <message>
        <source>The shop has no loyalty programme yet</source>
        <translation>店里还没有会员方案</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Topped up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Use a visit</source>
        <translation>划卡</translation>
    </message>
    <message>
        <source>Use a visit: {card}</source>
        <translation>划卡：{card}</translation>
    </message>
    <message>
        <source>Visit card</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>Visit cards</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>Visit used</source>
        <translation>划卡</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Visits left</source>
        <translation>剩余次数</translation>
    </message>
    <message>
        <source>Way to the next tier</source>
        <translation>离下一等级还有多远</translation>
    </message>
    <message>
        <source>What ends when</source>
        <translation>到期情况</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>怎么算的？</translation>
    </message>
    <message>
        <source>a product</source>
        <translation>一件商品</translation>
    </message>
    <message>
        <source>any number of uses</source>
        <translation>不限次数</translation>
    </message>
    <message numerus="yes">
        <source>at most %n a day</source>
        <translation>
            <numerusform>每天最多 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>back from a return</source>
        <translation>退货退回</translation>
    </message>
    <message>
        <source>brought over</source>
        <translation>期初转入</translation>
    </message>
    <message>
        <source>card of {name}</source>
        <translation>{name} 的卡</translation>
    </message>
    <message>
        <source>for a birthday</source>
        <translation>生日赠送</translation>
    </message>
    <message>
        <source>for a recommendation</source>
        <translation>推荐奖励</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>from a promotion</source>
        <translation>活动所得</translation>
    </message>
    <message>
        <source>from a purchase</source>
        <translation>消费所得</translation>
    </message>
    <message>
        <source>from a reward</source>
        <translation>兑换所得</translation>
    </message>
    <message>
        <source>from a top-up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>from {amount}</source>
        <translation>满 {amount} 可用</translation>
    </message>
    <message>
        <source>from {day} on</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>given by hand</source>
        <translation>手工赠送</translation>
    </message>
    <message numerus="yes">
        <source>good for %n day(s)</source>
        <translation>
            <numerusform>发放后 %n 天内有效</numerusform>
        </translation>
    </message>
    <message>
        <source>held by hand: {reason}</source>
        <translation>手工锁定：{reason}</translation>
    </message>
    <message>
        <source>kept {until}</source>
        <translation>保留{until}</translation>
    </message>
    <message numerus="yes">
        <source>on %n card(s)</source>
        <translation>
            <numerusform>%n 张次卡</numerusform>
        </translation>
    </message>
    <message>
        <source>on {category}</source>
        <translation>限{category}</translation>
    </message>
    <message>
        <source>owed</source>
        <translation>欠的积分</translation>
    </message>
    <message>
        <source>owed: the next points fill it</source>
        <translation>欠分，下次得的积分先抵</translation>
    </message>
    <message>
        <source>shared with her household</source>
        <translation>全家共用</translation>
    </message>
    <message>
        <source>slip {number}</source>
        <translation>单号 {number}</translation>
    </message>
    <message>
        <source>until today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>到 {day}</translation>
    </message>
    <message>
        <source>{amount} off</source>
        <translation>减 {amount}</translation>
    </message>
    <message>
        <source>{count} after it</source>
        <translation>之后 {count}</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} 积分</translation>
    </message>
    <message>
        <source>{file} is written.</source>
        <translation>已写入 {file}。</translation>
    </message>
    <message>
        <source>{missing} more to {tier}</source>
        <translation>再有 {missing} 升{tier}</translation>
    </message>
    <message>
        <source>{percent} off</source>
        <translation>减 {percent}</translation>
    </message>
    <message>
        <source>{principal} paid in, {gift} gift</source>
        <translation>本金 {principal}，赠送 {gift}</translation>
    </message>
    <message>
        <source>{quantity} only {until}</source>
        <translation>其中 {quantity}{until}</translation>
    </message>
    <message>
        <source>{used} of {most} used today</source>
        <translation>今天已用 {used}/{most} 次</translation>
    </message>
    <message>
        <source>{what}: {reason}</source>
        <comment>an entry of the ledger and its reason</comment>
        <translation>{what}：{reason}</translation>
    </message>
</context>
<context>
    <name>LoyaltyPage</name>
    <message numerus="yes">
        <source>%n card(s) out</source>
        <translation>
            <numerusform>已售 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Begin with points</source>
        <translation>开通积分</translation>
    </message>
    <message>
        <source>Begin with points only</source>
        <translation>只从积分开始</translation>
    </message>
    <message>
        <source>Begin with stored value</source>
        <translation>开通储值</translation>
    </message>
    <message>
        <source>Begin with this</source>
        <translation>用这个开始</translation>
    </message>
    <message>
        <source>Birthdays and recommendations</source>
        <translation>生日和推荐</translation>
    </message>
    <message>
        <source>Birthdays, friends</source>
        <translation>生日与推荐</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>修改{name}</translation>
    </message>
    <message>
        <source>Choose the trade that is most like yours. Everything can be changed afterwards, sentence by sentence.</source>
        <translation>选一个最接近的行业就能开始，以后每一句都可以改。</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Customers cannot pay in beforehand yet</source>
        <translation>还没有开通储值</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>举个例子</translation>
    </message>
    <message>
        <source>Gifts for birthdays and recommendations are points: begin with points first</source>
        <translation>生日和推荐送的是积分，请先开通积分</translation>
    </message>
    <message>
        <source>Give out and print {name}</source>
        <translation>发放并打印{name}</translation>
    </message>
    <message>
        <source>How a tier is reached</source>
        <translation>怎样升级</translation>
    </message>
    <message>
        <source>How points are earned</source>
        <translation>怎样得积分</translation>
    </message>
    <message>
        <source>How points are spent and end</source>
        <translation>积分怎么用、何时过期</translation>
    </message>
    <message>
        <source>How will you thank your customers?</source>
        <translation>想怎样回馈客户？</translation>
    </message>
    <message>
        <source>Leave everything as it was</source>
        <translation>全部恢复原样</translation>
    </message>
    <message>
        <source>Members get no points yet</source>
        <translation>会员还没有积分</translation>
    </message>
    <message>
        <source>Name of the card</source>
        <translation>次卡名称</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>新增一批</translation>
    </message>
    <message>
        <source>New reward</source>
        <translation>新增兑换</translation>
    </message>
    <message>
        <source>New sort of card …</source>
        <translation>新增一种次卡…</translation>
    </message>
    <message>
        <source>New sort of visit card</source>
        <translation>新增次卡</translation>
    </message>
    <message>
        <source>New tier</source>
        <translation>新增等级</translation>
    </message>
    <message>
        <source>No coupons yet. A batch says what they are worth; then they are given out and printed.</source>
        <translation>还没有优惠券。先建一批，定好面额，再发放打印。</translation>
    </message>
    <message>
        <source>No tiers yet: every member is treated alike.</source>
        <translation>还没有等级，所有会员一样。</translation>
    </message>
    <message>
        <source>Not saved yet: {names}. What was given so far keeps the rules it was given under.</source>
        <translation>还没保存：{names}。已经给出去的仍按原来的规则。</translation>
    </message>
    <message>
        <source>Nothing is given for points yet.</source>
        <translation>积分还换不了东西。</translation>
    </message>
    <message>
        <source>Offer {name} again</source>
        <translation>恢复{name}</translation>
    </message>
    <message>
        <source>Offer {name} no longer</source>
        <translation>停用{name}</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>页面内容</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>给“{name}”改名</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>兑换</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Sell it again</source>
        <translation>恢复销售</translation>
    </message>
    <message>
        <source>Sell it no longer</source>
        <translation>停售</translation>
    </message>
    <message>
        <source>Somebody pays</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>去掉这条</translation>
    </message>
    <message>
        <source>The shop sells no visit cards yet.</source>
        <translation>店里还没有次卡。</translation>
    </message>
    <message>
        <source>These rules count since {moment}</source>
        <translation>现行规则从{moment}起</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Tiers are rules of points: begin with points first</source>
        <translation>等级按积分规则来，请先开通积分</translation>
    </message>
    <message>
        <source>Tiers: {tiers}</source>
        <translation>等级：{tiers}</translation>
    </message>
    <message>
        <source>Try on past sales</source>
        <translation>用过去的销售试算</translation>
    </message>
    <message>
        <source>Try rules</source>
        <translation>规则试算</translation>
    </message>
    <message>
        <source>Visit cards</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>What we owe</source>
        <translation>未消耗负债</translation>
    </message>
    <message>
        <source>at</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>not sold any more</source>
        <translation>已停售</translation>
    </message>
    <message>
        <source>on</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>{card}: {terms}</source>
        <translation>{card}：{terms}</translation>
    </message>
    <message>
        <source>{issued} given out, {used} used, {saved} saved</source>
        <translation>已发 {issued}，已用 {used}，共优惠 {saved}</translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>批量修改…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Name of the tag</source>
        <translation>标签名称</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>New tag …</source>
        <translation>新标签…</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无负责人</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message numerus="yes">
        <source>Select 2 to %n customers to merge them.</source>
        <translation>
            <numerusform>请选 2 到 %n 位客户来合并。</numerusform>
        </translation>
    </message>
    <message>
        <source>Start a plan …</source>
        <translation>启动计划…</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除标签</translation>
    </message>
</context>
<context>
    <name>MatchExample</name>
    <message>
        <source>A row whose {rule} is one of a customer you have changes nothing.</source>
        <translation>“{rule}”和现有客户相同的行，不做改动。</translation>
    </message>
    <message>
        <source>A row whose {rule} is one of a customer you have only fills what is blank there.</source>
        <translation>“{rule}”和现有客户相同的行，只补上空白的内容。</translation>
    </message>
    <message>
        <source>A row whose {rule} is one of a customer you have still becomes a customer of its own.</source>
        <translation>“{rule}”和现有客户相同的行，仍然新建一位客户。</translation>
    </message>
    <message>
        <source>A row whose {rule} is one of a customer you have updates that customer.</source>
        <translation>“{rule}”和现有客户相同的行，会更新那位客户。</translation>
    </message>
    <message>
        <source>A row whose {rule} is one of a customer you have waits for your decision.</source>
        <translation>“{rule}”和现有客户相同的行，等您决定。</translation>
    </message>
    <message>
        <source>A slip whose {rule} is one of a customer you have is hers; she stays as she is.</source>
        <translation>{rule}和已有客户相同的小票就记在这位客户名下，客户资料不变。</translation>
    </message>
    <message>
        <source>All other slips come in without a customer.</source>
        <translation>其他小票记为散客。</translation>
    </message>
    <message>
        <source>Everybody else comes in as a new customer.</source>
        <translation>其他人都作为新客户导入。</translation>
    </message>
    <message>
        <source>Everybody else is left out.</source>
        <translation>其他人都不导入。</translation>
    </message>
    <message>
        <source>One that is only similar comes in as a new customer.</source>
        <translation>只是相似的，作为新客户导入。</translation>
    </message>
    <message>
        <source>One that is only similar fills what is blank.</source>
        <translation>只是相似的，也只补空白。</translation>
    </message>
    <message>
        <source>One that is only similar is left out.</source>
        <translation>只是相似的，不导入。</translation>
    </message>
    <message>
        <source>One that is only similar updates that customer too.</source>
        <translation>只是相似的，也更新那位客户。</translation>
    </message>
    <message>
        <source>One that is only similar waits for your decision.</source>
        <translation>只是相似的，等您决定。</translation>
    </message>
    <message>
        <source>Slips that name nobody belong to nobody.</source>
        <translation>没写客户的小票就是散客。</translation>
    </message>
    <message>
        <source>Where both have a value and they differ, ours stays.</source>
        <translation>两边都有而且不同时，保留我们的。</translation>
    </message>
    <message>
        <source>Where both have a value and they differ, the file's stays.</source>
        <translation>两边都有而且不同时，用文件里的。</translation>
    </message>
    <message>
        <source>Where both have a value and they differ, the newer one stays.</source>
        <translation>两边都有而且不同时，用较新的。</translation>
    </message>
    <message>
        <source>Whoever else bought comes in as a new customer.</source>
        <translation>其他买过东西的人会新增为客户。</translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>Give her number {number}</source>
        <translation>发卡号 {number}</translation>
    </message>
    <message>
        <source>Member card</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Member card {name}</source>
        <translation>会员卡 {name}</translation>
    </message>
    <message>
        <source>She has no card number yet; without one the card carries no code.</source>
        <translation>还没有卡号，没有卡号就印不了二维码。</translation>
    </message>
    <message>
        <source>The code holds the card number: the scanner of the shop finds her by it.</source>
        <translation>二维码里是卡号，店里扫一下就能找到这位会员。</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
</context>
<context>
    <name>Mend</name>
    <message numerus="yes">
        <source>%n attached file(s) could not be found.</source>
        <translation>
            <numerusform>有 %n 个附件找不到了。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) who (was|were) new or changed since the backup came back.</source>
        <translation>
            <numerusform>备份之后新增或改动的 %n 位客户已经取回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer backup(s) (is|are) damaged, too, and (is|are) passed over.</source>
        <translation>
            <numerusform>更新的 %n 份备份也坏了，已跳过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking the mended book …</source>
        <translation>正在检查修复好的客户本……</translation>
    </message>
    <message>
        <source>Get the shop back</source>
        <translation>找回店里的资料</translation>
    </message>
    <message>
        <source>Getting the shop back …</source>
        <translation>正在找回资料……</translation>
    </message>
    <message>
        <source>Keeping the damaged files …</source>
        <translation>正在保存坏文件……</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>先不动</translation>
    </message>
    <message>
        <source>Looking for the newest good backup …</source>
        <translation>正在找最新的完好备份……</translation>
    </message>
    <message>
        <source>No customer was new or changed since the backup.</source>
        <translation>备份之后没有新增或改动的客户。</translation>
    </message>
    <message>
        <source>Nothing that is newer than the backup was lost.</source>
        <translation>备份之后的内容一条也没有丢。</translation>
    </message>
    <message>
        <source>Open the customer book</source>
        <translation>打开客户本</translation>
    </message>
    <message>
        <source>Part of the customer book can no longer be read: a failing disk, a power cut or another program damaged the file. Nothing wrong is ever shown; the damaged part is simply not there.</source>
        <translation>客户本有一部分读不出来了：可能是硬盘故障、断电，或被别的程序弄坏了文件。程序绝不会显示错误的内容，坏掉的部分只是读不到。</translation>
    </message>
    <message>
        <source>Please enter again what was entered after it.</source>
        <translation>备份之后录入的内容，请重新录入。</translation>
    </message>
    <message>
        <source>Reading what is newer from the damaged file …</source>
        <translation>正在从坏文件里读取更新的内容……</translation>
    </message>
    <message>
        <source>The customer book is in order; there is nothing to do.</source>
        <translation>客户本完好，不需要修复。</translation>
    </message>
    <message>
        <source>The customer book was damaged; there was no backup</source>
        <translation>客户本损坏，没有可用的备份</translation>
    </message>
    <message>
        <source>The damaged file tells nothing any more. The shop is as it was when the backup was made.</source>
        <translation>坏文件已经读不出任何内容。店里的资料回到了备份时的样子。</translation>
    </message>
    <message>
        <source>The damaged files are kept as they are, and every backup stays, so that you can go back.</source>
        <translation>坏文件原样保留，所有备份也都在，随时可以退回。</translation>
    </message>
    <message>
        <source>The damaged files lie in {folder}.</source>
        <translation>坏文件保存在 {folder}。</translation>
    </message>
    <message numerus="yes">
        <source>The newest good backup is of {moment}, with %n customer(s).</source>
        <translation>
            <numerusform>最新的完好备份是 {moment} 的，有 %n 位客户。</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest good backup is {file}.</source>
        <translation>最新的完好备份是 {file}。</translation>
    </message>
    <message>
        <source>The shop is back</source>
        <translation>店里的资料找回来了</translation>
    </message>
    <message>
        <source>There is no good backup. A new book takes all that the damaged file still tells.</source>
        <translation>没有完好的备份。会新建一本，把坏文件里还能读出的内容都取回来。</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n new customer(s) could not be read.</source>
        <translation>
            <numerusform>最多有 %n 位新客户读不出来。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n other new entry(s) could not be read.</source>
        <translation>
            <numerusform>最多还有 %n 条新记录读不出来。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was entered after it is read from the damaged file, entry by entry: only what is surely right.</source>
        <translation>备份之后录入的内容，会从坏文件里逐条读出，只取确定无误的。</translation>
    </message>
    <message>
        <source>Who came back</source>
        <translation>取回的客户</translation>
    </message>
    <message>
        <source>Who they are stands in the history, for whoever may see it: people here have PINs.</source>
        <translation>这里的员工设有 PIN，所以不在此列出姓名；有权限的人登录后可在“历史记录”里看到是哪些客户。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message numerus="yes">
        <source>%n become one</source>
        <translation>
            <numerusform>%n 位合为一位</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>1, 2 … choose who stays, or in a row whose value stays; 0 keeps all values.</source>
        <translation>按 1、2……选保留哪一位；停在某一行时，选用谁的内容；按 0 全部保留。</translation>
    </message>
    <message>
        <source>A later merge has to be taken apart first.</source>
        <translation>后来又合并过一次，要先把那一次拆开。</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>After the merge</source>
        <translation>合并以后</translation>
    </message>
    <message>
        <source>After the merge: {sums}</source>
        <translation>合并以后：{sums}</translation>
    </message>
    <message>
        <source>Back  Esc</source>
        <translation>返回  Esc</translation>
    </message>
    <message>
        <source>Came after the merge and stays with {name}</source>
        <translation>合并以后新增的，留给 {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Changed since the merge and left as it is</source>
        <translation>合并以后改过的，保持现在的样子</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>授权记录</translation>
    </message>
    <message>
        <source>Contacts logged</source>
        <translation>往来记录</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customers introduced</source>
        <translation>介绍来的客户</translation>
    </message>
    <message>
        <source>Customers of their own again</source>
        <translation>拆出来、重新单独成为客户的</translation>
    </message>
    <message>
        <source>Customers side by side</source>
        <translation>并排对照</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Fields of the shop's own</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Important dates</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>不拆了</translation>
    </message>
    <message>
        <source>Merged by {who}, {when}.</source>
        <translation>{who} 于 {when} 合并。</translation>
    </message>
    <message numerus="yes">
        <source>Merged from %n others, last on {when}: {names}</source>
        <translation>
            <numerusform>已并入 %n 位客户，最近一次 {when}：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged with {names} on {when}</source>
        <translation>{when} 并入了 {names}</translation>
    </message>
    <message>
        <source>Nothing has come to {name} since: everything will be as before the merge.</source>
        <translation>合并以后 {name} 没有新增内容：拆开后一切和合并前一样。</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>只看不同的</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Show the later merge</source>
        <translation>看后来那一次</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Take a merge apart</source>
        <translation>拆开合并</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>拆开</translation>
    </message>
    <message>
        <source>Take apart …</source>
        <translation>拆开……</translation>
    </message>
    <message>
        <source>Take apart: {what}</source>
        <translation>拆开：{what}</translation>
    </message>
    <message>
        <source>There is nothing to merge here any more</source>
        <translation>这里没有可以合并的了</translation>
    </message>
    <message>
        <source>These customers have become one, or lie in the recycle bin.</source>
        <translation>这些客户已经合为一位，或者在回收站里。</translation>
    </message>
    <message>
        <source>This merge has been taken apart already.</source>
        <translation>这次合并已经拆开过了。</translation>
    </message>
    <message>
        <source>Two customers at least stay in.</source>
        <translation>至少要留两位客户。</translation>
    </message>
    <message>
        <source>WeChat names</source>
        <translation>微信号</translation>
    </message>
    <message>
        <source>Who stays</source>
        <translation>保留哪一位</translation>
    </message>
    <message>
        <source>X leaves a customer out.</source>
        <translation>按 X 让某一位不参加。</translation>
    </message>
    <message>
        <source>after the merge</source>
        <translation>合并以后</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>joins in</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>last contact {when}</source>
        <translation>上次联系 {when}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不参加</translation>
    </message>
    <message>
        <source>never contacted</source>
        <translation>从未联系</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>photo {mark}</source>
        <translation>照片 {mark}</translation>
    </message>
    <message>
        <source>since {month}</source>
        <translation>{month} 起</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>{field}, {customer}: {value}</source>
        <translation>{field}，{customer}：{value}</translation>
    </message>
    <message>
        <source>{name} is left out</source>
        <translation>{name} 不参加</translation>
    </message>
    <message>
        <source>{name} takes part</source>
        <translation>{name} 参加</translation>
    </message>
    <message>
        <source>{what}: number</source>
        <translation>{what}数量</translation>
    </message>
    <message>
        <source>{what}: {count}</source>
        <translation>{what}：{count}</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message numerus="yes">
        <source>%n visit(s) left</source>
        <translation>
            <numerusform>剩 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Coupons: %n to use</source>
        <translation>
            <numerusform>可用优惠券：%n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Dear {name}, this is what is on your card today ({day}):</source>
        <translation>{name}您好，您的会员卡（{day}）：</translation>
    </message>
    <message>
        <source>Nothing yet. Your next visit will change that.</source>
        <translation>暂时还没有积分和余额，期待您再次光临。</translation>
    </message>
    <message>
        <source>Points: {number}</source>
        <translation>积分：{number}</translation>
    </message>
    <message>
        <source>Stored value: {amount}</source>
        <translation>储值余额：{amount}</translation>
    </message>
    <message>
        <source>Stored value: {amount}, {gift} of it a gift</source>
        <translation>储值余额：{amount}（含赠送 {gift}）</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>感谢您的支持！</translation>
    </message>
    <message>
        <source>Thank you, {shop}</source>
        <translation>感谢您的支持！{shop}</translation>
    </message>
    <message>
        <source>Tier: {name}</source>
        <translation>等级：{name}</translation>
    </message>
    <message>
        <source>{amount} of them until {day}</source>
        <translation>其中 {amount} 有效期至{day}</translation>
    </message>
    <message>
        <source>{card}: {uses}</source>
        <translation>{card}：{uses}</translation>
    </message>
    <message>
        <source>{card}: {uses}, until {day}</source>
        <translation>{card}：{uses}，有效期至{day}</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add your own: a platform's voucher, a credit of a mall, a friend's account.</source>
        <translation>添加自己的：平台代金券、商场储值、朋友挂账等。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In the drawer</source>
        <translation>进钱箱</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of a way of your own</source>
        <translation>自己的收款方式叫什么</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Offer no longer</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Rename to the text above</source>
        <translation>改成上面写的名称</translation>
    </message>
    <message>
        <source>Ways to pay</source>
        <translation>收款方式</translation>
    </message>
    <message>
        <source>goes into the drawer</source>
        <translation>进钱箱</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>Qt date format: month and year</comment>
        <translation>yyyy-MM</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>Qt date format: day and month</comment>
        <translation>MM-dd</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>Qt date format: day, month, year</comment>
        <translation>yyyy-MM-dd</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>Qt date format: weekday, day and month</comment>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
</context>
<context>
    <name>Months</name>
    <message>
        <source>Apr</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9月</translation>
    </message>
</context>
<context>
    <name>New</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A name is enough</source>
        <translation>填姓名就够了</translation>
    </message>
    <message>
        <source>Add to {name}</source>
        <translation>加给 {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do you have her already?</source>
        <translation>是不是老客户？</translation>
    </message>
    <message>
        <source>Looks like {name}: {score}</source>
        <translation>很像 {name}：{score}</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>更多资料</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save  Enter</source>
        <translation>保存  Enter</translation>
    </message>
    <message>
        <source>Save and add another</source>
        <translation>保存并再建一位</translation>
    </message>
    <message>
        <source>Save and add another  Ctrl+Enter</source>
        <translation>保存并再建一位  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Several with commas between</source>
        <translation>可填多个，用逗号隔开</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>就用这位</translation>
    </message>
    <message>
        <source>Use {who} ({score})</source>
        <translation>就用 {who}（{score}）</translation>
    </message>
    <message>
        <source>While you type, customers who look alike show here. Enter saves in any case.</source>
        <translation>边填边查：像的老客户会列在这里。按回车照样保存。</translation>
    </message>
    <message>
        <source>You typed what {name} does not have yet: {what}</source>
        <translation>您填的这些 {name} 还没有：{what}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>The shop may contact me about what I asked for myself: my orders, appointments, points and complaints.</source>
        <translation>本店可以就我自己办理的事联系我：订单、预约、积分和投诉处理。</translation>
    </message>
    <message>
        <source>The shop may send me offers, news and greetings. I can say no at any time, on any way I was written to; my purchases, prices and points do not depend on my answer.</source>
        <translation>本店可以向我发送优惠、新品消息和节日问候。我随时可以通过收到消息的任何方式表示不再接收；我的购买、价格和积分不因我同意与否而不同。</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>× {number}</source>
        <translation>×{number}</translation>
    </message>
</context>
<context>
    <name>OnlyRead</name>
    <message>
        <source>Back up to another disk …</source>
        <translation>备份到别的磁盘…</translation>
    </message>
    <message>
        <source>For looking up only: the disk of the customer book has no room left. Everything saved is there. Empty the recycle bin or move large files away, then try again.</source>
        <translation>现在只能查看：客户资料所在的磁盘已经没有空间了，已保存的内容都在。请清空回收站或把大文件移走，然后重试。</translation>
    </message>
    <message>
        <source>For looking up only: the disk of the customer book reports errors when it is written. Make a backup on another disk now, then have this one looked at.</source>
        <translation>现在只能查看：客户资料所在的磁盘写入时报错。请马上备份到另一块磁盘，再找人检查这块磁盘。</translation>
    </message>
    <message>
        <source>For looking up only: the folder {folder} is write-protected. Searching, exporting and backups to another disk work. Remove the protection, or copy the whole folder to this computer's own disk, then try again.</source>
        <translation>现在只能查看：文件夹 {folder} 是写保护的。搜索、导出、备份到别的磁盘都可以用。请解除写保护，或把整个文件夹复制到本机硬盘，然后重试。</translation>
    </message>
    <message>
        <source>The customer book is open for looking up only: nothing can be written to its disk.</source>
        <translation>客户资料现在只能查看：所在磁盘无法写入。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>OpenFault</name>
    <message>
        <source>Choose another folder …</source>
        <translation>换一个文件夹…</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Get the shop back …</source>
        <translation>找回店里的资料……</translation>
    </message>
    <message>
        <source>Open with the real time</source>
        <translation>按真实时间打开</translation>
    </message>
    <message>
        <source>Open with this code</source>
        <translation>用恢复码打开</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>The customer book cannot be opened</source>
        <translation>客户资料打不开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Where the customer book should live</source>
        <translation>客户资料放在哪个文件夹</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Add a field</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>Add {whom}</source>
        <translation>新建{whom}</translation>
    </message>
    <message>
        <source>Attach a file to {whom}</source>
        <translation>给{whom}添加文件</translation>
    </message>
    <message>
        <source>Book cash</source>
        <translation>登记现金</translation>
    </message>
    <message>
        <source>Book stock</source>
        <translation>登记库存</translation>
    </message>
    <message>
        <source>Book what has expired of {whom}</source>
        <translation>登记{whom}的过期部分</translation>
    </message>
    <message>
        <source>Cancel a coupon</source>
        <translation>作废一张券</translation>
    </message>
    <message>
        <source>Cancel the coupon “{coupon}”</source>
        <translation>作废优惠券“{coupon}”</translation>
    </message>
    <message>
        <source>Change a date of {whom}</source>
        <translation>修改{whom}的日子</translation>
    </message>
    <message>
        <source>Change a field</source>
        <translation>修改字段</translation>
    </message>
    <message>
        <source>Change a follow-up of {whom}</source>
        <translation>修改跟进：{whom}</translation>
    </message>
    <message>
        <source>Change a follow-up plan</source>
        <translation>修改跟进计划</translation>
    </message>
    <message>
        <source>Change a kind of follow-up</source>
        <translation>修改跟进类型</translation>
    </message>
    <message>
        <source>Change a member of staff</source>
        <translation>修改店员</translation>
    </message>
    <message>
        <source>Change a reward</source>
        <translation>更改兑换礼</translation>
    </message>
    <message>
        <source>Change a setting</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>Change a tag</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>Change an account of {whom}</source>
        <translation>更改{whom}的账户</translation>
    </message>
    <message>
        <source>Change contact details of {whom}</source>
        <translation>修改{whom}的联系方式</translation>
    </message>
    <message>
        <source>Change holidays</source>
        <translation>修改节假日</translation>
    </message>
    <message>
        <source>Change how often to keep in touch</source>
        <translation>修改联系频率</translation>
    </message>
    <message>
        <source>Change the catalogue</source>
        <translation>更改商品目录</translation>
    </message>
    <message>
        <source>Change the do-not-contact list</source>
        <translation>修改勿扰名单</translation>
    </message>
    <message>
        <source>Change the key of the customer book</source>
        <translation>更换数据密钥</translation>
    </message>
    <message>
        <source>Change the loyalty programme</source>
        <translation>更改会员方案</translation>
    </message>
    <message>
        <source>Change the photo of {whom}</source>
        <translation>更换{whom}的照片</translation>
    </message>
    <message>
        <source>Change the tier of {whom}</source>
        <translation>更改{whom}的等级</translation>
    </message>
    <message>
        <source>Change the words of a consent</source>
        <translation>修改同意书文字</translation>
    </message>
    <message>
        <source>Change who is at work</source>
        <translation>切换员工</translation>
    </message>
    <message>
        <source>Change {what}</source>
        <translation>修改{what}</translation>
    </message>
    <message>
        <source>Change {whom}</source>
        <translation>修改{whom}</translation>
    </message>
    <message>
        <source>Close a follow-up of {whom}</source>
        <translation>关闭跟进：{whom}</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Close {what}</source>
        <translation>关闭{what}</translation>
    </message>
    <message>
        <source>Correct a closed day</source>
        <translation>更正日结</translation>
    </message>
    <message>
        <source>Correct the points of {whom}</source>
        <translation>调整{whom}的积分</translation>
    </message>
    <message>
        <source>Delete {whom}</source>
        <translation>删除{whom}</translation>
    </message>
    <message>
        <source>Edit a contact with {whom}</source>
        <translation>修改与{whom}的联系记录</translation>
    </message>
    <message>
        <source>Edit {whom}</source>
        <translation>修改{whom}</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>彻底抹除一位客户</translation>
    </message>
    <message>
        <source>Export {whom}</source>
        <translation>导出{whom}</translation>
    </message>
    <message>
        <source>Fill in a field of {whom}</source>
        <translation>填写{whom}的资料</translation>
    </message>
    <message>
        <source>Fill with a sample shop</source>
        <translation>填入示范店铺</translation>
    </message>
    <message>
        <source>Finish a follow-up of {whom}</source>
        <translation>完成跟进：{whom}</translation>
    </message>
    <message>
        <source>Finish {what}</source>
        <translation>完成{what}</translation>
    </message>
    <message>
        <source>Give out coupons</source>
        <translation>发券</translation>
    </message>
    <message>
        <source>Give out coupons “{coupon}”</source>
        <translation>发放优惠券“{coupon}”</translation>
    </message>
    <message>
        <source>Give something to {whom}</source>
        <translation>赠送{whom}</translation>
    </message>
    <message>
        <source>Give {whom} the coupon “{coupon}”</source>
        <translation>给{whom}发优惠券“{coupon}”</translation>
    </message>
    <message>
        <source>Hand over follow-ups of {whom}</source>
        <translation>移交跟进：{whom}</translation>
    </message>
    <message>
        <source>Hand over {what}</source>
        <translation>移交{what}</translation>
    </message>
    <message>
        <source>Import {whom}</source>
        <translation>导入{whom}</translation>
    </message>
    <message>
        <source>Keep {whom} apart</source>
        <translation>标记 {whom} 与相似客户不是同一人</translation>
    </message>
    <message>
        <source>Log a contact with {whom}</source>
        <translation>记录与{whom}的联系</translation>
    </message>
    <message>
        <source>Look at {whom} again</source>
        <translation>重新查看 {whom} 的相似客户</translation>
    </message>
    <message>
        <source>Merge customers into {whom}</source>
        <translation>把重复的客户合并到 {whom}</translation>
    </message>
    <message>
        <source>Move a follow-up of {whom}</source>
        <translation>改期：{whom}</translation>
    </message>
    <message>
        <source>Move {what}</source>
        <translation>改期{what}</translation>
    </message>
    <message>
        <source>Pay stored value back to {whom}</source>
        <translation>退还{whom}的储值</translation>
    </message>
    <message>
        <source>Plan a follow-up of {whom}</source>
        <translation>安排跟进：{whom}</translation>
    </message>
    <message>
        <source>Plan {what}</source>
        <translation>安排{what}</translation>
    </message>
    <message>
        <source>Put {whom} in one household</source>
        <translation>把 {whom} 归为一家</translation>
    </message>
    <message>
        <source>Record consent of {whom}</source>
        <translation>记录{whom}的意愿</translation>
    </message>
    <message>
        <source>Redeem points of {whom}</source>
        <translation>兑换{whom}的积分</translation>
    </message>
    <message>
        <source>Refund to {whom}</source>
        <translation>给{whom}退货</translation>
    </message>
    <message>
        <source>Remove a contact with {whom}</source>
        <translation>删除与{whom}的联系记录</translation>
    </message>
    <message>
        <source>Remove a file layout</source>
        <translation>删除导出版式</translation>
    </message>
    <message>
        <source>Remove a file of {whom}</source>
        <translation>删除{whom}的文件</translation>
    </message>
    <message>
        <source>Remove a follow-up of {whom}</source>
        <translation>删除跟进：{whom}</translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation>删除{what}</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restore {whom}</source>
        <translation>恢复{whom}</translation>
    </message>
    <message>
        <source>Sale to {whom}</source>
        <translation>销售给{whom}</translation>
    </message>
    <message>
        <source>Save a file layout</source>
        <translation>保存导出版式</translation>
    </message>
    <message>
        <source>Save a view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Sell a visit card to {whom}</source>
        <translation>给{whom}开次卡</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>设置PIN</translation>
    </message>
    <message>
        <source>Set the terms of a coupon</source>
        <translation>设置优惠券</translation>
    </message>
    <message>
        <source>Set up the shop</source>
        <translation>建立店铺</translation>
    </message>
    <message>
        <source>Set up what suits the trade</source>
        <translation>按行业准备规则和计划</translation>
    </message>
    <message>
        <source>Show hidden numbers of {whom}</source>
        <translation>查看{whom}的隐藏号码</translation>
    </message>
    <message>
        <source>Start a plan for {whom}</source>
        <translation>启动跟进计划：{whom}</translation>
    </message>
    <message>
        <source>Stop a plan for {whom}</source>
        <translation>停止跟进计划：{whom}</translation>
    </message>
    <message>
        <source>Tag {whom}</source>
        <translation>给{whom}贴标签</translation>
    </message>
    <message>
        <source>Take a tag off {whom}</source>
        <translation>取下{whom}的标签</translation>
    </message>
    <message>
        <source>Take back a booking of {whom}</source>
        <translation>冲回{whom}的一笔记账</translation>
    </message>
    <message>
        <source>Take back: {what}</source>
        <translation>撤回：{what}</translation>
    </message>
    <message>
        <source>Take old values out of the journal</source>
        <translation>清理日志中的旧值</translation>
    </message>
    <message>
        <source>Top up {whom}</source>
        <translation>给{whom}充值</translation>
    </message>
    <message>
        <source>Use a visit card of {whom}</source>
        <translation>给{whom}划卡</translation>
    </message>
    <message>
        <source>Void a slip of {whom}</source>
        <translation>作废{whom}的一张单</translation>
    </message>
</context>
<context>
    <name>Operators</name>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>has all of</source>
        <translation>全部包含</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>晚于</translation>
    </message>
    <message>
        <source>is any of</source>
        <translation>是其中之一：</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is filled in</source>
        <translation>已填写</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不含：</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>not within the last days</source>
        <translation>超过…天</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>within the last days</source>
        <translation>最近…天内</translation>
    </message>
    <message>
        <source>within the next days</source>
        <translation>未来…天内</translation>
    </message>
</context>
<context>
    <name>Owed</name>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By the month it ends in</source>
        <translation>按到期月份</translation>
    </message>
    <message>
        <source>Customers owe {points} points.</source>
        <translation>客户欠 {points} 积分。</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>Qt date format: month and year</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message numerus="yes">
        <source>On {day}, on %n account(s).</source>
        <translation>
            <numerusform>截至 {day}，共 %n 个账户。</numerusform>
        </translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>折合金额</translation>
    </message>
    <message>
        <source>Owed altogether</source>
        <translation>合计负债</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Unspent</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>in points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>in stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>in visits</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>never</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>{amount}, of it {gift} gift</source>
        <translation>{amount}，其中赠送 {gift}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 积分</translation>
    </message>
</context>
<context>
    <name>OwnKinds</name>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kinds of follow-up</source>
        <translation>跟进类型</translation>
    </message>
    <message>
        <source>Kinds of your own, beside those every shop has: {kinds}.</source>
        <translation>除了自带的{kinds}，还可以加自己的类型。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of a new kind</source>
        <translation>新类型的名称</translation>
    </message>
    <message>
        <source>None of your own yet: name one below.</source>
        <translation>还没有自己的类型：在下面写个名字添加。</translation>
    </message>
    <message>
        <source>Offered for new follow-ups</source>
        <translation>新建跟进时可选</translation>
    </message>
    <message>
        <source>Such as: delivery, fitting, tasting</source>
        <translation>例如：送货、试穿、品茶</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>商品与服务</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户资料</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation>导入客户</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Merge customers</source>
        <translation>合并客户</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>营业</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands, settings and customers</source>
        <translation>命令、设置和客户</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Setting: {group}</source>
        <translation>设置：{group}</translation>
    </message>
    <message>
        <source>Type a command, a setting or a customer</source>
        <translation>输入命令、设置或客户</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Choose a customer in the list to see her here.</source>
        <translation>在列表里选一位客户，这里就会显示。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Log a contact  Ctrl+L</source>
        <translation>记录联系  Ctrl+L</translation>
    </message>
    <message>
        <source>Log contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation>还没选客户</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the full record  Enter</source>
        <translation>打开完整资料  Enter</translation>
    </message>
    <message>
        <source>Parts of the record</source>
        <translation>资料各部分</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Plan a follow-up  Ctrl+Shift+N</source>
        <translation>安排跟进  Ctrl+Shift+N</translation>
    </message>
    <message>
        <source>Record a sale  Ctrl+B</source>
        <translation>记一笔消费  Ctrl+B</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>As of {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>联系授权</translation>
    </message>
    <message>
        <source>Contacts made</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒绝</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>大写锁定已打开。</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>From the next start on, the program asks for it. Who forgets it comes in with the recovery sheet; who has neither does not come in, and nobody can help.</source>
        <translation>从下次打开起，程序会询问密码。忘了密码，可以用打印的恢复码进来；两样都没有，就进不来了，谁也帮不上忙。</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Open without a password</source>
        <translation>不用密码打开</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>现在的密码</translation>
    </message>
    <message>
        <source>Set a password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>The backups in the shop's own folder take the new password as well. Copies of them elsewhere keep the old one: if somebody knows it, choose “It leaked” instead.</source>
        <translation>本店备份文件夹里的备份会一起改用新密码，放在别处的副本仍然是旧密码：如果有人知道旧密码，请改选“已经泄露”。</translation>
    </message>
    <message>
        <source>The customer book opens without a password now.</source>
        <translation>现在不用密码就能打开客户资料了。</translation>
    </message>
    <message>
        <source>The key is then kept on this computer, and the customer book opens by itself for whoever is signed in to it.</source>
        <translation>密钥会保存在这台电脑上，登录这台电脑的人不用密码就能打开客户资料。</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>密码已修改。</translation>
    </message>
    <message>
        <source>The password is set. The next start asks for it.</source>
        <translation>密码已设置，下次打开时会询问。</translation>
    </message>
    <message>
        <source>The two are not the same. Type it once more.</source>
        <translation>两次输入的不一样，请再输一次。</translation>
    </message>
    <message>
        <source>Three or four words that have nothing to do with each other are hard to guess and easy to remember.</source>
        <translation>三四个互不相干的词连在一起，别人难猜，自己好记。</translation>
    </message>
</context>
<context>
    <name>PayBy</name>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
</context>
<context>
    <name>PaymentMethods</name>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Introduced</source>
        <translation>介绍来的</translation>
    </message>
    <message>
        <source>Introduced by this customer</source>
        <translation>由这位客户介绍来的</translation>
    </message>
    <message>
        <source>Others in the household</source>
        <translation>同一家的其他人</translation>
    </message>
    <message>
        <source>Remove the introducer</source>
        <translation>去掉介绍人</translation>
    </message>
    <message>
        <source>With</source>
        <translation>同一家</translation>
    </message>
</context>
<context>
    <name>PersonCopy</name>
    <message>
        <source>A copy for the person</source>
        <translation>给本人的副本</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>All that is held of {name}: PDF and workbook to read, JSON, and the files.</source>
        <translation>{name}的全部信息：供阅读的 PDF 和表格、JSON 以及文件。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>Before discount</source>
        <translation>折前</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因类别</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Choose the folder …</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>券码</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Compared with others</source>
        <translation>与他人比对的结论</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>同意记录</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contacts made</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Copy of all data for the person; identity: {how}</source>
        <translation>给本人的全部信息副本；身份核实：{how}</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Coupons used</source>
        <translation>优惠券使用</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Days left out</source>
        <translation>跳过的日子</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Entries of her accounts</source>
        <translation>账户流水</translation>
    </message>
    <message>
        <source>Everything that {shop} holds of you, as of {day}.</source>
        <translation>{shop}保存的您的全部信息，截至 {day}。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>赠礼</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>How did you make sure who she is?</source>
        <translation>您如何核实了她的身份？</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Important days</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>职位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>备注名</translation>
    </message>
    <message>
        <source>Log of changes</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>建档时间</translation>
    </message>
    <message>
        <source>May be the same as others</source>
        <translation>可能与他人重复</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>More or less</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Own fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>跟进计划</translation>
    </message>
    <message>
        <source>Points and stored value given</source>
        <translation>发放的积分和储值</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>个人资料</translation>
    </message>
    <message>
        <source>Repeated follow-ups</source>
        <translation>重复跟进</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Stock moved by her slips</source>
        <translation>相关库存变动</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>The copy is in the folder {folder}.</source>
        <translation>副本在文件夹 {folder} 中。</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>What was bought</source>
        <translation>购买明细</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where the copy goes</source>
        <translation>副本存放位置</translation>
    </message>
    <message>
        <source>Who served</source>
        <translation>服务人员</translation>
    </message>
    <message>
        <source>Write no numbers down. The answer goes into the history; the files are not encrypted.</source>
        <translation>不要写证件号码。答复会进入历史记录；导出的文件没有加密。</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>You may have what is wrong corrected, take back any consent, and ask for your data to be erased.</source>
        <translation>您可以要求更正错误、撤回任何同意，也可以要求删除您的信息。</translation>
    </message>
    <message>
        <source>seen the identity card, known for years …</source>
        <translation>看过身份证、认识多年……</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Name, pinyin or phone</source>
        <translation>姓名、拼音或电话</translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>{name} 的 PIN</translation>
    </message>
    <message>
        <source>Take the last digit back</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>This asks for your PIN again. It is not asked for twice within two minutes.</source>
        <translation>这一步要再次输入您的 PIN。两分钟内不会重复询问。</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>1 秒</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message numerus="yes">
        <source>%n customer(s) have such a date.</source>
        <translation>
            <numerusform>%n 位客户有这样的日子。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after</source>
        <translation>
            <numerusform>之后 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>提前 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>A date with a year counts once, in that year; without one every year.</source>
        <translation>写了年份的日子只在那一年算一次，没写年份的每年都算。</translation>
    </message>
    <message>
        <source>A first purchase</source>
        <translation>首次购买</translation>
    </message>
    <message>
        <source>A new customer</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>A plan sets follow-ups on the days after something happened, so that nobody is forgotten.</source>
        <translation>有事发生后，计划会按日子排好跟进，一个客户也不会忘。</translation>
    </message>
    <message>
        <source>A tag is given</source>
        <translation>打上标签</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>加备注</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>加一步</translation>
    </message>
    <message>
        <source>Add plan</source>
        <translation>添加计划</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>纪念日</translation>
    </message>
    <message>
        <source>Another important date</source>
        <translation>其他重要日子</translation>
    </message>
    <message>
        <source>As it is called on the card; empty: any</source>
        <translation>客户资料里的叫法；不填则不限</translation>
    </message>
    <message>
        <source>Before or after the date</source>
        <translation>日子之前还是之后</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动启动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Counts from the last contact that was logged.</source>
        <translation>从最近一次记下的联系算起。</translation>
    </message>
    <message>
        <source>Counts from the sale by the months of the goods; what came back is over.</source>
        <translation>按商品的保修月数从销售日算起；已退货的不再提醒。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日子</translation>
    </message>
    <message>
        <source>Days of the plan</source>
        <translation>计划的日子</translation>
    </message>
    <message>
        <source>Days without a contact</source>
        <translation>多少天没联系</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Follow-up plans</source>
        <translation>跟进计划</translation>
    </message>
    <message>
        <source>For whoever buys at the till and never bought before.</source>
        <translation>客户第一次在收银台购买时开始；导入的历史销售也算买过。</translation>
    </message>
    <message>
        <source>For whoever is entered; customers from an imported file do not start it.</source>
        <translation>手工新建的客户会启动；从文件导入的不会。</translation>
    </message>
    <message>
        <source>From the list of customers or a record, for one or for many.</source>
        <translation>在客户列表或客户资料里启动，一位或多位都行。</translation>
    </message>
    <message>
        <source>Goes on for</source>
        <translation>进行中</translation>
    </message>
    <message numerus="yes">
        <source>It starts for those it comes to from now on. Starting it now would concern %n customer(s).</source>
        <translation>
            <numerusform>从现在起符合的客户会启动。现在就启动的话，涉及 %n 位客户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It starts for whoever buys for the first time. %n customer(s) did in the last 30 days.</source>
        <translation>
            <numerusform>从现在起，客户首次购买时自动开始。最近 30 天有 %n 位首次购买。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It starts for whoever comes from now on. %n customer(s) came in the last 30 days.</source>
        <translation>
            <numerusform>从现在起来的新客户会启动。最近 30 天来了 %n 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Leave this plan without saving it?</source>
        <translation>不保存就离开这个计划吗？</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the date</source>
        <translation>日子的名称</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note, if any</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Quiet for</source>
        <translation>多久没联系</translation>
    </message>
    <message numerus="yes">
        <source>Quiet for %n day(s)</source>
        <translation>
            <numerusform>%n 天没联系</numerusform>
        </translation>
    </message>
    <message>
        <source>Quiet for some time</source>
        <translation>久未联系</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message numerus="yes">
        <source>Start it now for %n customer(s)</source>
        <translation>
            <numerusform>现在就为 %n 位客户启动</numerusform>
        </translation>
    </message>
    <message>
        <source>Starts with</source>
        <translation>何时开始</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>第 {number} 步</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Stops when the customer answers</source>
        <translation>客户回应后停止</translation>
    </message>
    <message>
        <source>Suggested plans</source>
        <translation>推荐的计划</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tag “{tag}”</source>
        <translation>标签“{tag}”</translation>
    </message>
    <message>
        <source>Take this step away</source>
        <translation>去掉这一步</translation>
    </message>
    <message>
        <source>The end of a warranty</source>
        <translation>保修到期</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Which date</source>
        <translation>哪个日子</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation>第 {day} 天</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>on the day</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>{day} and later</source>
        <translation>{day}及以后</translation>
    </message>
    <message>
        <source>{day} days</source>
        <translation>{day} 天</translation>
    </message>
</context>
<context>
    <name>PlansPart</name>
    <message numerus="yes">
        <source>%n step(s) left</source>
        <translation>
            <numerusform>还剩 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow-up plans</source>
        <translation>跟进计划</translation>
    </message>
    <message>
        <source>It is settled</source>
        <translation>事情已办妥</translation>
    </message>
    <message>
        <source>Start a plan …</source>
        <translation>启动计划…</translation>
    </message>
    <message>
        <source>Started by mistake</source>
        <translation>启动错了</translation>
    </message>
    <message>
        <source>Stop the plan</source>
        <translation>停止计划</translation>
    </message>
    <message>
        <source>Stop “{plan}”</source>
        <translation>停止“{plan}”</translation>
    </message>
    <message>
        <source>The customer does not want to be called</source>
        <translation>客户不想被打扰</translation>
    </message>
    <message>
        <source>The customer moved away</source>
        <translation>客户搬走了</translation>
    </message>
    <message>
        <source>Why? Its open steps are closed with that.</source>
        <translation>为什么？没做完的步骤会以此理由关闭。</translation>
    </message>
    <message>
        <source>next {when}</source>
        <translation>下次 {when}</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Add another preference</source>
        <translation>再添一项偏好</translation>
    </message>
    <message>
        <source>Add likes, sizes, allergies …</source>
        <translation>添加喜好、尺码、过敏…</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Baby swimming, 20 times</source>
        <translation>婴儿游泳 20 次卡</translation>
    </message>
    <message>
        <source>Birthday month</source>
        <translation>生日月</translation>
    </message>
    <message>
        <source>Classes, 20 times</source>
        <translation>团课 20 次卡</translation>
    </message>
    <message>
        <source>Clothes and shoes</source>
        <translation>服装鞋包</translation>
    </message>
    <message>
        <source>Course, 20 lessons</source>
        <translation>20 课时课程卡</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>钻石卡</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金卡</translation>
    </message>
    <message>
        <source>Gym, yoga and dance</source>
        <translation>健身、瑜伽、舞蹈</translation>
    </message>
    <message>
        <source>Hair and beauty</source>
        <translation>美容美发</translation>
    </message>
    <message>
        <source>Haircut, 10 times</source>
        <translation>剪发 10 次卡</translation>
    </message>
    <message>
        <source>Lessons and courses</source>
        <translation>教育培训</translation>
    </message>
    <message>
        <source>Maintenance, 3 times</source>
        <translation>保养 3 次卡</translation>
    </message>
    <message>
        <source>Mother and child</source>
        <translation>母婴</translation>
    </message>
    <message>
        <source>Personal training, 10 times</source>
        <translation>私教 10 次卡</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>宠物</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>闲时双倍</translation>
    </message>
    <message>
        <source>Repairs and service</source>
        <translation>维修保养</translation>
    </message>
    <message>
        <source>Restaurant and café</source>
        <translation>餐饮咖啡</translation>
    </message>
    <message>
        <source>Sales team</source>
        <translation>销售小团队</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>银卡</translation>
    </message>
    <message>
        <source>Tea, wine and food</source>
        <translation>茶叶、酒类、食品</translation>
    </message>
    <message>
        <source>Trial, 4 lessons</source>
        <translation>4 课时体验卡</translation>
    </message>
    <message>
        <source>Voucher for 10</source>
        <translation>10 元代金券</translation>
    </message>
    <message>
        <source>Voucher for 50</source>
        <translation>50 元代金券</translation>
    </message>
    <message>
        <source>Washing, 10 times</source>
        <translation>洗护 10 次卡</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n customer(s) entered since would be missing: {names}</source>
        <translation>
            <numerusform>之后录入的 %n 位客户会没有：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) would be there again: {names}</source>
        <translation>
            <numerusform>%n 位客户会重新出现：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slip(s) written since would be missing: {slips}</source>
        <translation>
            <numerusform>之后开的 %n 张单据会没有：{slips}</numerusform>
        </translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Contacts had</source>
        <translation>往来记录</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>相差</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>未完成的跟进</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>备份里</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Looking what would change …</source>
        <translation>正在查看会有什么变化…</translation>
    </message>
    <message>
        <source>Newest in the backup</source>
        <translation>备份里最新</translation>
    </message>
    <message>
        <source>Newest now</source>
        <translation>现在最新</translation>
    </message>
    <message>
        <source>Nobody would be missing; entries changed since go back to what they were.</source>
        <translation>不会少人；之后改过的内容会变回原来的样子。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>The backup holds just what is there now.</source>
        <translation>备份里的内容和现在一样。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>会有什么变化</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n 次答复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) had nothing to do with the shop since {day}.</source>
        <translation>
            <numerusform>自 {day} 以来有 %n 位客户没有往来。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier value(s) taken out, all older than {day}.</source>
        <translation>
            <numerusform>已清除 {day} 之前的 %n 条旧值。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) erased.</source>
        <translation>
            <numerusform>已删除 %n 人。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>A backup is made before. What was sold stays, without names.</source>
        <translation>会先做备份。销售记录去名保留。</translation>
    </message>
    <message numerus="yes">
        <source>Erase %n person(s) for good? Nothing brings them back.</source>
        <translation>
            <numerusform>永久删除 %n 人？删除后无法恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase %n ticked …</source>
        <translation>
            <numerusform>删除勾选的 %n 位…</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Is it listed?</source>
        <translation>查是否在名单</translation>
    </message>
    <message>
        <source>It is in {file}.</source>
        <translation>已存入 {file}。</translation>
    </message>
    <message>
        <source>It was not on the list.</source>
        <translation>不在名单上。</translation>
    </message>
    <message>
        <source>It was on the list already.</source>
        <translation>已在名单上。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Last heard of</source>
        <translation>最近往来</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>加入名单</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>No, it is not on the list.</source>
        <translation>不在名单上。</translation>
    </message>
    <message>
        <source>Nobody has been erased.</source>
        <translation>还没有删除过任何人。</translation>
    </message>
    <message>
        <source>Nobody is on the list.</source>
        <translation>名单为空。</translation>
    </message>
    <message>
        <source>Nobody: all customers have been met or sold to since.</source>
        <translation>没有：所有客户此后都有往来。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>One page for customers: what for, what, how long, their rights.</source>
        <translation>给客户的一页告知：用途、内容、期限和权利。</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Phone number or e-mail address</source>
        <translation>电话号码或邮箱</translation>
    </message>
    <message>
        <source>Random ids, no names. Whoever stands here is erased again when an older backup is restored. To erase somebody, open the record and its “…” menu.</source>
        <translation>只有随机编号，没有姓名。恢复旧备份时，这里的人会再次被删除。要删除某人，请打开其资料的“…”菜单。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Still has</source>
        <translation>尚有</translation>
    </message>
    <message>
        <source>Take earlier values that are older than the settings say out of the log of changes?</source>
        <translation>把超过设定期限的旧值从修改记录中清除？</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移出名单</translation>
    </message>
    <message>
        <source>Take out old values …</source>
        <translation>清除旧值…</translation>
    </message>
    <message>
        <source>Take them out</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>The usual words; nobody was asked by them yet.</source>
        <translation>默认文本，还没有人据此答复。</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>To be left alone</source>
        <translation>免打扰名单</translation>
    </message>
    <message>
        <source>To look through</source>
        <translation>待清理的客户</translation>
    </message>
    <message>
        <source>Use these words from now on</source>
        <translation>今后使用此文本</translation>
    </message>
    <message>
        <source>What customers agree to</source>
        <translation>客户同意的告知文本</translation>
    </message>
    <message>
        <source>What the law asks every shop to have, made of today's settings.</source>
        <translation>法律要求每家店备有的处理记录，按当前设置生成。</translation>
    </message>
    <message>
        <source>What to write down and whom to tell by when, if data got out.</source>
        <translation>一旦信息外泄：要记下什么、何时告知谁。</translation>
    </message>
    <message>
        <source>Who did what when stays. What is older can no longer be taken back or looked at.</source>
        <translation>谁在何时做了什么仍会保留；更早的操作不能再撤销或查看旧值。</translation>
    </message>
    <message>
        <source>Whoever has such a number refuses offers, also when it comes back by hand or in a file. It is kept as a code from which no number can be read.</source>
        <translation>有这些号码的人一律视为拒绝优惠信息，以后手工录入或从文件导入也一样。名单只存编码，看不出号码。</translation>
    </message>
    <message>
        <source>Words no. {version}, since {day} · {asked}</source>
        <translation>第 {version} 版，自 {day} 起 · {asked}</translation>
    </message>
    <message>
        <source>Yes, it is on the list.</source>
        <translation>在名单上。</translation>
    </message>
</context>
<context>
    <name>PrivacyPaper</name>
    <message numerus="yes">
        <source>%n customer(s) in the book today.</source>
        <translation>
            <numerusform>今天客户簿中有 %n 位客户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) in the book.</source>
        <translation>
            <numerusform>客户簿中有 %n 位客户。</numerusform>
        </translation>
    </message>
    <message>
        <source>A clerk: end the PIN and look at the history of what was shown and exported.</source>
        <translation>店员所为：停用其 PIN，查看历史中的查看和导出记录。</translation>
    </message>
    <message>
        <source>A lost computer or backup: change the key of the book and the password.</source>
        <translation>电脑或备份丢失：更换客户簿密钥和密码。</translation>
    </message>
    <message>
        <source>A sealed log says who changed what when; changes to it are found.</source>
        <translation>防篡改的日志记录谁在何时改了什么。</translation>
    </message>
    <message>
        <source>Ask for a copy of everything, and have mistakes corrected.</source>
        <translation>索取全部信息的副本，要求更正错误。</translation>
    </message>
    <message>
        <source>At once (China, PIPL 57): the authority for personal information, and the people.</source>
        <translation>立即（中国《个人信息保护法》第五十七条）：主管部门和当事人。</translation>
    </message>
    <message numerus="yes">
        <source>Backups: about 13 months. Reports of mistakes: %n month(s).</source>
        <translation>
            <numerusform>备份：约 13 个月。错误报告：%n 个月。</numerusform>
        </translation>
    </message>
    <message>
        <source>Complain to the shop or to the authority for the protection of personal information.</source>
        <translation>向本店或个人信息保护主管部门投诉。</translation>
    </message>
    <message>
        <source>Consents that stand today</source>
        <translation>当前有效的同意</translation>
    </message>
    <message>
        <source>Database, attached files and backups are encrypted.</source>
        <translation>数据库、附件和备份均加密。</translation>
    </message>
    <message>
        <source>Do in the program</source>
        <translation>在程序中要做的</translation>
    </message>
    <message numerus="yes">
        <source>Earlier values in the log of changes: %n month(s).</source>
        <translation>
            <numerusform>修改记录中的旧值：%n 个月。</numerusform>
        </translation>
    </message>
    <message>
        <source>Erasing takes every copy of a person out of the database, its index and its log.</source>
        <translation>删除会清除数据库、索引和日志中的全部痕迹。</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>提供给谁</translation>
    </message>
    <message>
        <source>Have your data erased. What books and taxes need stays, without your name.</source>
        <translation>要求删除您的信息；账务和税务必需的部分去名保留。</translation>
    </message>
    <message>
        <source>How it is protected</source>
        <translation>保护措施</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>If data got out</source>
        <translation>信息外泄应对单</translation>
    </message>
    <message>
        <source>Name, contact details, birthday, what was bought and paid, points and stored value, visits and calls, preferences, notes, agreements.</source>
        <translation>姓名、联系方式、生日、购买和付款、积分和储值、到店和通话、偏好、备注、同意记录。</translation>
    </message>
    <message>
        <source>Nobody by the program: it opens no connection to anywhere. Files written by the shop are noted in its history.</source>
        <translation>程序不向任何人提供：它不建立任何网络连接。本店导出的文件都记录在历史中。</translation>
    </message>
    <message>
        <source>Only the people who work in this shop. It lies encrypted on the shop's own computer and its backups, and is given to nobody else unless a law asks for it.</source>
        <translation>只有本店工作人员。信息加密存放在本店电脑和备份中，除法律要求外不提供给任何人。</translation>
    </message>
    <message>
        <source>People who work in the shop.</source>
        <translation>本店工作人员。</translation>
    </message>
    <message>
        <source>Record of processing</source>
        <translation>个人信息处理记录</translation>
    </message>
    <message>
        <source>Roles and PINs say who may do what; numbers can be masked, and showing them is noted.</source>
        <translation>角色和 PIN 决定谁能做什么；号码可隐藏，查看会被记录。</translation>
    </message>
    <message>
        <source>Slips and payments as long as the law asks for them.</source>
        <translation>小票和付款按法律要求的期限保存。</translation>
    </message>
    <message>
        <source>Take back what you agreed to, as easily as you gave it: say so, that is enough.</source>
        <translation>撤回同意与给出同意一样容易：说一声即可。</translation>
    </message>
    <message>
        <source>Tell</source>
        <translation>告知</translation>
    </message>
    <message>
        <source>The people themselves where harm is likely: what it was, and what they can do.</source>
        <translation>可能造成损害时告知本人：发生了什么、可以怎么做。</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>What for, and on which ground</source>
        <translation>用途与依据</translation>
    </message>
    <message>
        <source>What happened, and how it was noticed: {line}</source>
        <translation>发生了什么，如何发现：{line}</translation>
    </message>
    <message>
        <source>What has been done: {line}</source>
        <translation>已采取的措施：{line}</translation>
    </message>
    <message>
        <source>What may come of it for them: {line}</source>
        <translation>可能造成的影响：{line}</translation>
    </message>
    <message>
        <source>What we keep</source>
        <translation>保存的内容</translation>
    </message>
    <message>
        <source>What we keep of you</source>
        <translation>我们保存您的哪些信息</translation>
    </message>
    <message>
        <source>When it happened, and when it was noticed: {line}</source>
        <translation>发生时间和发现时间：{line}</translation>
    </message>
    <message>
        <source>Which data</source>
        <translation>信息种类</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>谁能看到</translation>
    </message>
    <message>
        <source>Who is responsible</source>
        <translation>责任主体</translation>
    </message>
    <message numerus="yes">
        <source>Whoever had nothing to do with the shop for %n month(s) is looked through.</source>
        <translation>
            <numerusform>%n 个月没有往来的客户会被清理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose data</source>
        <translation>涉及的人</translation>
    </message>
    <message>
        <source>Whose data, how many people, which kinds: {line}</source>
        <translation>涉及哪些人、多少人、哪类信息：{line}</translation>
    </message>
    <message>
        <source>Within 72 hours (European Union, GDPR 33): the data protection authority. Noticed now, that is until {deadline}.</source>
        <translation>72 小时内（欧盟 GDPR 第 33 条）：数据保护机构。若现在发现，即 {deadline} 之前。</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Your rights</source>
        <translation>您的权利</translation>
    </message>
    <message>
        <source>consent, by channel, with the version of the words</source>
        <translation>同意，分渠道记录，并保留告知文本版本</translation>
    </message>
    <message>
        <source>contract and what was asked for; nobody who refused is contacted</source>
        <translation>履行约定和本人要求；拒绝者不联系</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>A PIN has 4 to 12 digits and nothing else.</source>
        <translation>PIN 是 4 到 12 位数字，不能有别的字符。</translation>
    </message>
    <message>
        <source>A code needs at least four letters or digits, and nothing else.</source>
        <translation>券码至少四个字母或数字，不能有别的符号。</translation>
    </message>
    <message>
        <source>A customer cannot introduce herself.</source>
        <translation>客户不能是自己的介绍人。</translation>
    </message>
    <message>
        <source>A single record is written as a PDF: let the name end in .pdf.</source>
        <translation>单个客户的档案只能存为 PDF：请让文件名以 .pdf 结尾。</translation>
    </message>
    <message>
        <source>A statement is written as .pdf or .xlsx: let the name end in one of these.</source>
        <translation>对账单只能存为 .pdf 或 .xlsx，请用这两种结尾。</translation>
    </message>
    <message>
        <source>A value that is unique cannot have a default.</source>
        <translation>不可重复的字段不能有默认值。</translation>
    </message>
    <message>
        <source>After it is done only an interval counts: every so many days, weeks, months.</source>
        <translation>做完后再算的，只能按间隔：每隔几天、几周、几个月。</translation>
    </message>
    <message>
        <source>Answer yes or no.</source>
        <translation>请填“是”或“否”。</translation>
    </message>
    <message>
        <source>Choose another tag to put in its place.</source>
        <translation>请选另一个标签来替换。</translation>
    </message>
    <message>
        <source>Choose at least two different customers.</source>
        <translation>请选择至少两位不同的客户。</translation>
    </message>
    <message>
        <source>Choose what is to be tidied.</source>
        <translation>请选择要整理的内容。</translation>
    </message>
    <message>
        <source>Customers have values here, so the type has to stay.</source>
        <translation>已有客户填了这一项，类型不能再改。</translation>
    </message>
    <message>
        <source>Give at least one choice, each on its own line.</source>
        <translation>请至少写一个选项，每行一个。</translation>
    </message>
    <message>
        <source>One of these coupons was used more often already.</source>
        <translation>这批券里已经有一张用过更多次了。</translation>
    </message>
    <message>
        <source>One word is one coupon: choose codes made by chance for several.</source>
        <translation>一个口令就是一张券：要发多张请用自动生成的券码。</translation>
    </message>
    <message>
        <source>Only a sale can be refunded. Void this slip instead.</source>
        <translation>只有销售单可以退货。请改为作废这张单。</translation>
    </message>
    <message>
        <source>Only plans that start on a known date can do something before it.</source>
        <translation>只有按日子开始的计划才能提前做事。</translation>
    </message>
    <message>
        <source>Say what to look for.</source>
        <translation>请填写要查找的内容。</translation>
    </message>
    <message>
        <source>Some customers share a value, so it cannot be unique yet.</source>
        <translation>有些客户填的值相同，还不能设为不可重复。</translation>
    </message>
    <message>
        <source>Somebody else has it already.</source>
        <translation>已经属于别的客户。</translation>
    </message>
    <message>
        <source>Stored value is paid back with the customer's stored value, not with the slip.</source>
        <translation>储值请在客户的储值里退还，不在单据上退。</translation>
    </message>
    <message>
        <source>The digits do not say whether this is a mobile or a landline.</source>
        <translation>看号码分不出是手机还是座机。</translation>
    </message>
    <message>
        <source>The last day cannot lie before the first.</source>
        <translation>结束日期不能早于开始日期。</translation>
    </message>
    <message>
        <source>The longest gap cannot be shorter than the ideal one.</source>
        <translation>最长间隔不能短于理想间隔。</translation>
    </message>
    <message>
        <source>The rule of this series cannot be moved like that. Move this one alone, or change the rule.</source>
        <translation>这个系列的规则不能这样改期。请只改这一次，或修改规则。</translation>
    </message>
    <message>
        <source>The shop has loyalty programmes already: change them sentence by sentence.</source>
        <translation>店里已经有会员方案了，请逐句修改。</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>没有这一天。</translation>
    </message>
    <message>
        <source>They have it already.</source>
        <translation>已经是这个人的了。</translation>
    </message>
    <message>
        <source>This can be read in two ways: write the year first, 1990-05-12.</source>
        <translation>这样写有两种读法，请把年份写在前面：1990-05-12。</translation>
    </message>
    <message>
        <source>This cannot be kept here.</source>
        <translation>这里不能这样填。</translation>
    </message>
    <message>
        <source>This customer has it already.</source>
        <translation>这位客户已经有这一项了。</translation>
    </message>
    <message>
        <source>This customer is in the recycle bin. Restore her before.</source>
        <translation>这位客户在回收站里，请先还原。</translation>
    </message>
    <message>
        <source>This day is too far away.</source>
        <translation>这个日期太远了。</translation>
    </message>
    <message>
        <source>This falls on no day at all.</source>
        <translation>这样一天也落不到。</translation>
    </message>
    <message>
        <source>This file is no picture the program can show. Choose a PNG or JPEG.</source>
        <translation>这个文件不是能显示的图片，请选 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>This follow-up is done or closed already.</source>
        <translation>这项跟进已经完成或关闭。</translation>
    </message>
    <message>
        <source>This is a visit taken off a card: void it, and the visit comes back.</source>
        <translation>这是次卡的一次消费：作废它，次数就会退回。</translation>
    </message>
    <message>
        <source>This is hidden in part. Show it first, or type the whole of it.</source>
        <translation>这里只显示了一部分。请先显示完整内容，或重新输入全部。</translation>
    </message>
    <message>
        <source>This is no amount of money.</source>
        <translation>这不是金额。</translation>
    </message>
    <message>
        <source>This is no date: write 1990-05-12, 05-12 or lunar 8-15.</source>
        <translation>这不是日期，请写成 1990-05-12、05-12 或农历八月十五。</translation>
    </message>
    <message>
        <source>This is no date: write it as 2026-05-12.</source>
        <translation>这不是日期，请写成 2026-05-12。</translation>
    </message>
    <message>
        <source>This is no e-mail address: it looks like name@example.com.</source>
        <translation>这不像邮箱地址，应当像 name@example.com。</translation>
    </message>
    <message>
        <source>This is no number of the chosen country.</source>
        <translation>不是所选国家的号码。</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>This is no phone number: it needs at least three digits.</source>
        <translation>这不像电话号码：至少要有三位数字。</translation>
    </message>
    <message>
        <source>This is no rule of recurrence the program can follow.</source>
        <translation>这不是程序能识别的重复规则。</translation>
    </message>
    <message>
        <source>This is not her name: type it as it stands in her record.</source>
        <translation>姓名不符：请按资料上的姓名输入。</translation>
    </message>
    <message>
        <source>This is not one of the choices.</source>
        <translation>只能从选项里选。</translation>
    </message>
    <message>
        <source>This is taken off a bill: choose it with the sale.</source>
        <translation>这个奖励要在结账时抵扣，请在开单时选择。</translation>
    </message>
    <message>
        <source>This is the last owner: somebody has to stay who may do everything.</source>
        <translation>这是最后一位店主：店里总要有一个人什么都可以做。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>太长了。</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>这里不能空着。</translation>
    </message>
    <message>
        <source>This reward is given by itself, not on a slip.</source>
        <translation>这项兑换礼单独兑换，不能记在单据上。</translation>
    </message>
    <message>
        <source>Whoever is working with the program now cannot have left.</source>
        <translation>正在使用程序的人不能标为离职。</translation>
    </message>
    <message>
        <source>{value} already belongs to somebody else.</source>
        <translation>{value} 已经是别人的了。</translation>
    </message>
    <message>
        <source>{value} is only for a calendar file: let its name end in .ics.</source>
        <translation>{value} 只用于日历文件：文件名请以 .ics 结尾。</translation>
    </message>
    <message>
        <source>{value} says nothing of a calendar file. Leave it out.</source>
        <translation>{value} 不适用于日历文件，请去掉。</translation>
    </message>
</context>
<context>
    <name>Programmes</name>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>Protection</name>
    <message>
        <source>It does not protect against someone who sits at this computer while the program is open. Who forgets the password needs the recovery sheet; without both, nobody gets the customers back.</source>
        <translation>程序开着的时候，有人坐到这台电脑前，它防不了。忘了密码就要用恢复码；两样都没有，谁也找不回客户资料。</translation>
    </message>
    <message>
        <source>It does not protect against someone who sits at this computer while you are signed in, or who knows its password. Give the computer a password, and lock it when you leave the counter.</source>
        <translation>如果有人在您登录后用这台电脑，或知道电脑密码，这就挡不住了。请给电脑设密码，离开柜台时锁屏。</translation>
    </message>
    <message>
        <source>It does not protect against someone who takes the whole computer or its disk, because the key lies on it too, nor against someone who uses your account. Turn on the encryption of the disk.</source>
        <translation>如果整台电脑或硬盘被拿走，密钥也在上面，这就挡不住了；使用您电脑账户的人也能看到。请打开磁盘加密。</translation>
    </message>
    <message>
        <source>Your customers are encrypted, and only your password opens them: the key rests nowhere on this computer. Neither a lost backup nor the whole stolen computer, switched off, tells anybody anything.</source>
        <translation>客户资料已加密，只有您的密码能打开：这台电脑上哪里都不留密钥。丢了备份，甚至整台关着的电脑被偷，别人也看不到任何内容。</translation>
    </message>
    <message>
        <source>Your customers are encrypted. The key rests in this computer's password store, so a lost backup, a stolen USB stick or a copied data folder tells nobody anything.</source>
        <translation>您的客户资料已加密，密钥存放在这台电脑的密码库里。就算备份丢了、U盘被偷、数据文件夹被拷走，别人也看不到任何内容。</translation>
    </message>
    <message>
        <source>Your customers are encrypted. This computer has no password store, so the key rests in a file that only your user account may read, apart from the data. A lost backup or a copied data folder tells nobody anything.</source>
        <translation>您的客户资料已加密。这台电脑没有密码库，所以密钥放在一个只有您的电脑账户能读的文件里，和数据分开存放。就算备份丢了或数据文件夹被拷走，别人也看不到任何内容。</translation>
    </message>
</context>
<context>
    <name>Purchases</name>
    <message>
        <source>First visit</source>
        <translation>首次到店</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>最近到店</translation>
    </message>
    <message>
        <source>Nothing bought yet.</source>
        <translation>还没有消费。</translation>
    </message>
    <message>
        <source>Open slip {number}</source>
        <translation>打开单 {number}</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>Stored value paid out</source>
        <translation>退储值</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>{quantity} came back</source>
        <translation>已退 {quantity}</translation>
    </message>
    <message>
        <source>{slip} (void)</source>
        <translation>{slip}（已作废）</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Areas</source>
        <translation>功能区</translation>
    </message>
</context>
<context>
    <name>Readable</name>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>历法</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Comes again</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>同意记录</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contacts had</source>
        <translation>往来记录</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日子</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Dislikes</source>
        <translation>不喜欢</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>是否同意</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>介绍人</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kind of account</source>
        <translation>账户类型</translation>
    </message>
    <message>
        <source>Kind of slip</source>
        <translation>单据类型</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>上次联系</translation>
    </message>
    <message>
        <source>Leap month</source>
        <translation>闰月</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Main one</source>
        <translation>首选</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>下次跟进</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number in the imported file</source>
        <translation>原文件编号</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Reason of the status</source>
        <translation>状态原因</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>尺码</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Total of the slip</source>
        <translation>整单金额</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Visits left</source>
        <translation>剩余次数</translation>
    </message>
    <message>
        <source>Visits with a sale</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>告知内容</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>lunar</source>
        <translation>农历</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>solar</source>
        <translation>公历</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>As the record was …</source>
        <translation>当时的资料…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the list  Esc</source>
        <translation>回到列表  Esc</translation>
    </message>
    <message>
        <source>Copy name and contact details</source>
        <translation>复制姓名和联系方式</translation>
    </message>
    <message>
        <source>Copy of everything for the person …</source>
        <translation>给本人的全部信息副本…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Erase for good …</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Previous customer</source>
        <translation>上一位</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Save the record as PDF</source>
        <translation>把档案存为 PDF</translation>
    </message>
    <message>
        <source>The record is in {file}.</source>
        <translation>档案已存到 {file}。</translation>
    </message>
    <message>
        <source>This customer does not exist any more</source>
        <translation>这位客户已经不存在了</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Fetch the recovery sheet from where it is kept. If it cannot be found, show the code again and put it on paper once more.</source>
        <translation>请把收好的恢复码那张纸拿出来。如果找不到了，就再显示一次恢复码，重新打印。</translation>
    </message>
    <message>
        <source>Good: the recovery code is on paper.</source>
        <translation>好了：恢复码已经写在纸上。</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>第 {number} 组</translation>
    </message>
    <message>
        <source>Is the recovery sheet still there?</source>
        <translation>恢复码那张纸还在吗？</translation>
    </message>
    <message>
        <source>It is on paper</source>
        <translation>已经在纸上了</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save the sheet as PDF and print it elsewhere, or copy the code by hand.</source>
        <translation>这台电脑没有装打印机。请存为 PDF 到别处打印，或者用手抄下恢复码。</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Recovery code not printed yet</source>
        <translation>恢复码还没有打印</translation>
    </message>
    <message>
        <source>Recovery code: {code}</source>
        <translation>恢复码：{code}</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>保存恢复码单</translation>
    </message>
    <message>
        <source>Saved as {file}. Print it, then move the file off this computer.</source>
        <translation>已存为 {file}。打印后请把这个文件移出这台电脑。</translation>
    </message>
    <message>
        <source>Show the code again</source>
        <translation>再看一遍恢复码</translation>
    </message>
    <message>
        <source>Show the recovery code …</source>
        <translation>查看恢复码…</translation>
    </message>
    <message>
        <source>So you know that the sheet came out, and that it can be read.</source>
        <translation>这样就知道纸确实打出来了，而且看得清。</translation>
    </message>
    <message>
        <source>Type two groups from your paper</source>
        <translation>照着纸输入其中两组</translation>
    </message>
    <message>
        <source>Your first customers are in. Put the recovery code on paper: if this computer breaks, only the code and a backup bring them back.</source>
        <translation>第一批客户已经录入。请把恢复码抄到或打印到纸上：万一电脑坏了，只有恢复码加备份才能找回客户。</translation>
    </message>
    <message>
        <source>Your recovery code</source>
        <translation>您的恢复码</translation>
    </message>
    <message>
        <source>recovery code.pdf</source>
        <comment>a file's name</comment>
        <translation>恢复码.pdf</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Database {database}, printed on {day}</source>
        <translation>数据库 {database}，打印于 {day}</translation>
    </message>
    <message>
        <source>If this computer breaks, is stolen or set up anew, this code and a backup bring all your customers back. Without it nobody can, not even the makers of the program.</source>
        <translation>如果这台电脑坏了、被偷或重装，有了这个恢复码和一份备份，就能找回全部客户。没有它，谁也找不回来，软件的开发者也不行。</translation>
    </message>
    <message>
        <source>Keep the sheet away from the computer, with your papers or in a safe. Whoever has it and a backup can read your customers.</source>
        <translation>请把这张纸和电脑分开，与重要单据放在一起或锁进保险柜。拿到它和备份的人就能看到您的客户。</translation>
    </message>
    <message>
        <source>Recovery code of your customer book</source>
        <translation>客户资料恢复码</translation>
    </message>
</context>
<context>
    <name>Recurrence</name>
    <message numerus="yes">
        <source>%n day(s) after it was done</source>
        <translation>
            <numerusform>完成后 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lunar month(s) after it was done</source>
        <translation>
            <numerusform>完成后 %n 个农历月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lunar year(s) after it was done</source>
        <translation>
            <numerusform>完成后 %n 个农历年</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) after it was done</source>
        <translation>
            <numerusform>完成后 %n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) after it was done</source>
        <translation>
            <numerusform>完成后 %n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) after it was done</source>
        <translation>
            <numerusform>完成后 %n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every day from Mon to Fri</source>
        <translation>每周一至周五</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Every lunar month on {days}</source>
        <translation>每个农历月的{days}</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>每分钟</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Every month on {days}</source>
        <translation>每月{days}</translation>
    </message>
    <message>
        <source>Every second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Every week on {days}</source>
        <translation>每{days}</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Every year on {days}</source>
        <translation>每年{days}</translation>
    </message>
    <message>
        <source>Every {number} days</source>
        <translation>每 {number} 天</translation>
    </message>
    <message>
        <source>Every {number} days, if on {days}</source>
        <translation>每 {number} 天，仅限{days}</translation>
    </message>
    <message>
        <source>Every {number} hours</source>
        <translation>每 {number} 小时</translation>
    </message>
    <message>
        <source>Every {number} lunar months on {days}</source>
        <translation>每 {number} 个农历月的{days}</translation>
    </message>
    <message>
        <source>Every {number} minutes</source>
        <translation>每 {number} 分钟</translation>
    </message>
    <message>
        <source>Every {number} months</source>
        <translation>每 {number} 个月</translation>
    </message>
    <message>
        <source>Every {number} months on {days}</source>
        <translation>每 {number} 个月的{days}</translation>
    </message>
    <message>
        <source>Every {number} seconds</source>
        <translation>每 {number} 秒</translation>
    </message>
    <message>
        <source>Every {number} weeks</source>
        <translation>每 {number} 周</translation>
    </message>
    <message>
        <source>Every {number} weeks on {days}</source>
        <translation>每 {number} 周的{days}</translation>
    </message>
    <message>
        <source>Every {number} years</source>
        <translation>每 {number} 年</translation>
    </message>
    <message>
        <source>Every {number} years on {days}</source>
        <translation>每 {number} 年的{days}</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Left out on closed days</source>
        <translation>遇店休日跳过</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>On the open day after a closed one</source>
        <translation>遇店休日顺延到下一个营业日</translation>
    </message>
    <message>
        <source>On the open day before a closed one</source>
        <translation>遇店休日提前到上一个营业日</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Stays on closed days</source>
        <translation>店休日也照常</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>day from Mon to Fri</source>
        <translation>工作日（周一至周五）</translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation>{day}日</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>the last {kind}</source>
        <comment>weekday of a month</comment>
        <translation>最后一个{kind}</translation>
    </message>
    <message>
        <source>the {day}</source>
        <comment>a day of the month</comment>
        <translation>{day}日</translation>
    </message>
    <message>
        <source>the {day} to last day</source>
        <translation>倒数第 {day} 天</translation>
    </message>
    <message>
        <source>the {nth} to last {kind}</source>
        <translation>倒数第 {nth} 个{kind}</translation>
    </message>
    <message>
        <source>the {nth} {kind}</source>
        <comment>weekday of a month</comment>
        <translation>第 {nth} 个{kind}</translation>
    </message>
    <message>
        <source>{day} of {month}</source>
        <translation>{month}{day}</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first}、{last}</translation>
    </message>
    <message>
        <source>{month}, {day}</source>
        <comment>a lunar day</comment>
        <translation>{month}{day}</translation>
    </message>
    <message>
        <source>{rule} (or the last day of the month)</source>
        <translation>{rule}（没有这一天时取月末）</translation>
    </message>
    <message>
        <source>{rule} at {times}</source>
        <translation>{rule} {times}</translation>
    </message>
    <message>
        <source>{rule} in {months}</source>
        <translation>{rule}，限{months}</translation>
    </message>
    <message>
        <source>{rule} until {day}</source>
        <translation>{rule}，到{day}为止</translation>
    </message>
    <message numerus="yes">
        <source>{rule}, %n time(s)</source>
        <translation>
            <numerusform>{rule}，共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>{rule}, only where {parts}</source>
        <translation>{rule}，另有条件：{parts}</translation>
    </message>
</context>
<context>
    <name>Redeem</name>
    <message>
        <source>Redeem</source>
        <translation>兑换</translation>
    </message>
    <message>
        <source>Redeem a reward</source>
        <translation>积分兑换</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>兑换什么</translation>
    </message>
    <message>
        <source>Sell her something</source>
        <translation>给她开单</translation>
    </message>
    <message>
        <source>Set up rewards</source>
        <translation>去设置奖励</translation>
    </message>
    <message>
        <source>She has {points} points.</source>
        <translation>现有 {points} 积分。</translation>
    </message>
    <message>
        <source>The shop offers no rewards yet. Say what points can be exchanged for.</source>
        <translation>店里还没有可兑换的奖励。先设好积分能换什么。</translation>
    </message>
    <message>
        <source>With a sale: {rewards}.</source>
        <translation>开单时可用：{rewards}。</translation>
    </message>
    <message>
        <source>{left} points are left after it.</source>
        <translation>兑换后剩 {left} 积分。</translation>
    </message>
    <message>
        <source>{reward} · {cost} points</source>
        <translation>{reward} · {cost} 积分</translation>
    </message>
    <message>
        <source>{reward}: {missing} points are missing.</source>
        <translation>{reward}：还差 {missing} 积分。</translation>
    </message>
</context>
<context>
    <name>Refund</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Amount that comes back</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>An amount</source>
        <translation>按金额</translation>
    </message>
    <message>
        <source>As it was paid</source>
        <translation>按原路退回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Exchange: what comes back</source>
        <translation>换货：退回什么</translation>
    </message>
    <message>
        <source>Go on to what is taken instead</source>
        <translation>接着选换什么</translation>
    </message>
    <message>
        <source>How much comes back</source>
        <translation>退回多少</translation>
    </message>
    <message>
        <source>Money goes back</source>
        <translation>钱退到</translation>
    </message>
    <message>
        <source>Of slip {number}.</source>
        <translation>小票 {number}。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Refunded: {amount} · slip {number}</source>
        <translation>已退款：{amount} · 小票 {number}</translation>
    </message>
    <message>
        <source>Some lines</source>
        <translation>部分商品</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>退什么</translation>
    </message>
    <message>
        <source>{amount} goes back</source>
        <translation>退 {amount}</translation>
    </message>
</context>
<context>
    <name>Rekey</name>
    <message>
        <source>A verified backup is made first; nobody else may have the customer book open.</source>
        <translation>先做一份核对过的备份；这时别的窗口或命令不能开着客户资料。</translation>
    </message>
    <message>
        <source>Backups made until now stay readable with the old code. The program offers to delete those in its own folder and in the second place; any other copy is yours to delete.</source>
        <translation>以前的备份仍然能用旧恢复码打开。程序会问您要不要删除本店文件夹和第二存放处里的那些；别处的副本请您自己删除。</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>Encrypting anew …</source>
        <translation>正在重新加密…</translation>
    </message>
    <message>
        <source>Everything is encrypted anew, under a new key with a new recovery code. That takes a moment.</source>
        <translation>所有资料会用新密钥重新加密，恢复码也会换新的。需要一点时间。</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>My password or code leaked</source>
        <translation>密码或恢复码泄露了</translation>
    </message>
    <message>
        <source>The old code and the old password open the customer book no more. Print the new code right after.</source>
        <translation>旧恢复码和旧密码从此打不开客户资料。请随后马上打印新的恢复码。</translation>
    </message>
    <message>
        <source>What somebody has already copied and read, no new key takes back.</source>
        <translation>别人已经拷走、看过的，换了密钥也收不回来。</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message numerus="yes">
        <source>%n more: open Today</source>
        <translation>
            <numerusform>还有 %n 条：打开“今日”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n 条提醒</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between follow-ups in a sentence</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 分钟后</translation>
    </message>
    <message>
        <source>Close the reminders</source>
        <translation>关闭提醒</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open Today</source>
        <translation>打开“今日”</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Reminders are waiting</source>
        <translation>有提醒等着处理</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>Snooze all</source>
        <translation>全部稍后</translation>
    </message>
    <message>
        <source>This afternoon</source>
        <translation>今天下午</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message numerus="yes">
        <source>While you were away, %n follow-up(s) came due: {entries}.</source>
        <translation>
            <numerusform>您离开期间，有 %n 条跟进到期：{entries}。</numerusform>
        </translation>
    </message>
    <message>
        <source>{entries} and {count} more</source>
        <translation>{entries}，还有 {count} 条</translation>
    </message>
    <message>
        <source>{verb}: {entry}</source>
        <comment>a button of one reminder</comment>
        <translation>{verb}：{entry}</translation>
    </message>
</context>
<context>
    <name>Repeat</name>
    <message>
        <source>, </source>
        <comment>between days of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>By a rule of your own</source>
        <translation>自定义规则</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Every how many</source>
        <translation>每隔多少</translation>
    </message>
    <message>
        <source>FREQ=MONTHLY;BYMONTHDAY=1,15</source>
        <translation>FREQ=MONTHLY;BYMONTHDAY=1,15</translation>
    </message>
    <message>
        <source>Falls on: {days} …</source>
        <translation>依次是：{days}……</translation>
    </message>
    <message>
        <source>From Monday to Friday</source>
        <translation>周一到周五</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>共几次</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Monthly on day {day}</source>
        <translation>每月 {day} 日</translation>
    </message>
    <message>
        <source>Monthly on the last day</source>
        <translation>每月最后一天</translation>
    </message>
    <message>
        <source>Monthly on the last {weekday}</source>
        <translation>每月最后一个{weekday}</translation>
    </message>
    <message>
        <source>Monthly on the {nth} {weekday}</source>
        <translation>每月第{nth}个{weekday}</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>不重复</translation>
    </message>
    <message>
        <source>On closed days</source>
        <translation>遇休息日</translation>
    </message>
    <message>
        <source>On these weekdays</source>
        <translation>在这几天</translation>
    </message>
    <message>
        <source>Own rule</source>
        <translation>自定义规则</translation>
    </message>
    <message>
        <source>So many times</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>Some days after it is done</source>
        <translation>完成后隔几天再来</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>结束日期早于第一天。</translation>
    </message>
    <message>
        <source>This is no rule: {part}</source>
        <translation>这不是有效的规则：{part}</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到某天为止</translation>
    </message>
    <message>
        <source>Weekly on chosen weekdays</source>
        <translation>每周的某几天</translation>
    </message>
    <message>
        <source>Without end</source>
        <translation>一直重复</translation>
    </message>
    <message>
        <source>Yearly by the lunar calendar</source>
        <translation>每年农历同一天</translation>
    </message>
    <message>
        <source>Yearly on {day}</source>
        <translation>每年 {day}</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>Qt date format</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>days after it is done</source>
        <translation>天（从完成那天算起）</translation>
    </message>
    <message>
        <source>every</source>
        <translation>每</translation>
    </message>
    <message>
        <source>first</source>
        <translation>一</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>四</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>second</source>
        <translation>二</translation>
    </message>
    <message>
        <source>third</source>
        <translation>三</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups (*.db);;All files (*)</source>
        <translation>备份文件 (*.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份文件</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose the folder with the backups</source>
        <translation>选择备份所在的文件夹</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Look in a folder …</source>
        <translation>到文件夹里找…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Recovery code of that backup</source>
        <translation>该备份的恢复码</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restoring …</source>
        <translation>正在恢复…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The customer book becomes what is in the file {file}.</source>
        <translation>客户资料会变成文件 {file} 里的内容。</translation>
    </message>
    <message>
        <source>The customer book goes back to what it was when the backup was made. What you have now is kept beside it first, so that you can return to it.</source>
        <translation>客户资料会回到做备份时的样子。现在的资料会先另存一份，想回来还能回来。</translation>
    </message>
    <message numerus="yes">
        <source>The customer book goes back to {moment}, with %n customer(s). What was entered after that is not in it.</source>
        <translation>
            <numerusform>客户资料会回到 {moment}，共 %n 位客户。之后录入的内容不在里面。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no backup here yet. Choose a file from another disk or a USB stick.</source>
        <translation>这里还没有备份。可以从别的硬盘或 U 盘选择文件。</translation>
    </message>
    <message>
        <source>There is no backup in {folder}.</source>
        <translation>{folder} 里没有备份。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>选择的文件</translation>
    </message>
    <message>
        <source>at closing</source>
        <translation>关闭程序时</translation>
    </message>
    <message>
        <source>before a change of many</source>
        <translation>批量修改前</translation>
    </message>
    <message>
        <source>before a new key</source>
        <translation>更换密钥前</translation>
    </message>
    <message>
        <source>before a person was erased</source>
        <translation>彻底删除某人前</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>恢复之前</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入之前</translation>
    </message>
    <message>
        <source>before an update of the program</source>
        <translation>程序升级之前</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>the file was moved while open</source>
        <translation>文件在打开时被移动</translation>
    </message>
    <message>
        <source>while at work</source>
        <translation>营业中自动</translation>
    </message>
</context>
<context>
    <name>Rewards</name>
    <message>
        <source>a coupon</source>
        <translation>送优惠券</translation>
    </message>
    <message>
        <source>a product</source>
        <translation>送商品</translation>
    </message>
    <message>
        <source>coupon: {name}</source>
        <translation>优惠券：{name}</translation>
    </message>
    <message>
        <source>money off a bill</source>
        <translation>账单减钱</translation>
    </message>
    <message>
        <source>per cent off a bill</source>
        <translation>账单打折</translation>
    </message>
    <message>
        <source>visits on a card</source>
        <translation>送次数</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Change goods, prices and stock</source>
        <translation>修改商品、价格和库存</translation>
    </message>
    <message>
        <source>Change many customers at once</source>
        <translation>批量修改客户</translation>
    </message>
    <message>
        <source>Change passwords and keys</source>
        <translation>修改密码和密钥</translation>
    </message>
    <message>
        <source>Change the rules of loyalty</source>
        <translation>修改会员规则</translation>
    </message>
    <message>
        <source>Change the shop's settings</source>
        <translation>修改店铺设置</translation>
    </message>
    <message>
        <source>Close the day, move cash</source>
        <translation>日结、存取现金</translation>
    </message>
    <message>
        <source>Correct points and balances</source>
        <translation>调整积分和余额</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Delete, restore and merge customers</source>
        <translation>删除、恢复、合并客户</translation>
    </message>
    <message>
        <source>Erase people, manage privacy</source>
        <translation>彻底删除个人资料、管理隐私</translation>
    </message>
    <message>
        <source>Export and print lists</source>
        <translation>导出和打印名单</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Issue and cancel coupons</source>
        <translation>发放和作废优惠券</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Make backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Manage staff</source>
        <translation>管理员工</translation>
    </message>
    <message>
        <source>Plan and finish follow-ups</source>
        <translation>安排和完成跟进</translation>
    </message>
    <message>
        <source>Redeem points and cards</source>
        <translation>积分兑换、次卡核销</translation>
    </message>
    <message>
        <source>Register and change customers</source>
        <translation>登记和修改客户</translation>
    </message>
    <message>
        <source>Restore backups</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>See customers</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>See follow-ups</source>
        <translation>查看跟进</translation>
    </message>
    <message>
        <source>See phone numbers and e-mails in full</source>
        <translation>查看完整的电话和邮箱</translation>
    </message>
    <message>
        <source>See points and balances</source>
        <translation>查看积分和余额</translation>
    </message>
    <message>
        <source>See purchases</source>
        <translation>查看消费记录</translation>
    </message>
    <message>
        <source>See takings</source>
        <translation>查看营业额</translation>
    </message>
    <message>
        <source>See who did what</source>
        <translation>查看操作记录</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>开单收款</translation>
    </message>
    <message>
        <source>Set a member's tier</source>
        <translation>设置会员等级</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Take and pay out stored value</source>
        <translation>储值充值和退款</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>退货退款</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Undo own actions</source>
        <translation>撤销自己的操作</translation>
    </message>
    <message>
        <source>Void slips</source>
        <translation>作废单据</translation>
    </message>
    <message>
        <source>“{what}” is not among your rights ({who} may). Ask the owner to do it, or to give you the right.</source>
        <translation>您没有“{what}”的权限（{who}可以）。请店主来操作，或请店主给您开通这项权限。</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Clerk</source>
        <translation>店员</translation>
    </message>
    <message>
        <source>Learns: looks customers up, keeps follow-ups and sells. Changes no customer's data.</source>
        <translation>学习期：查客户、记跟进、开单，不能修改客户资料。</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店长</translation>
    </message>
    <message>
        <source>May do everything. One owner at least works in the shop.</source>
        <translation>什么都可以做。店里至少要有一位店主。</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>店主</translation>
    </message>
    <message>
        <source>Runs the shop: sells, takes back, corrects, exports and sets things up. Staff, keys, restoring a backup and erasing people stay with the owner.</source>
        <translation>管理日常：开单、退货、调整、导出、设置都可以。员工、密钥、恢复备份和彻底删除个人资料只有店主能做。</translation>
    </message>
    <message>
        <source>Serves customers: registers and changes them, sells, redeems and tops up. Sees phone numbers masked.</source>
        <translation>接待客户：登记和修改资料、开单、兑换、充值。电话号码只显示一部分。</translation>
    </message>
    <message>
        <source>Trainee</source>
        <translation>实习生</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>; </source>
        <comment>between the parts of a spoken row</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}：{value}</translation>
    </message>
</context>
<context>
    <name>RuleFault</name>
    <message>
        <source>A larger top-up brings a smaller gift.</source>
        <translation>充得多反而送得少。</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>这里还没填。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>There are no such hours, or they end when they begin.</source>
        <translation>时段不对，或开始和结束相同。</translation>
    </message>
    <message>
        <source>There is a hole: a higher tier is easier to reach or keep than a lower one.</source>
        <translation>等级有空档：高等级反而比低等级更容易达到或保住。</translation>
    </message>
    <message>
        <source>There is no such weekday.</source>
        <translation>没有这样的星期。</translation>
    </message>
    <message>
        <source>These rules were made by a newer version of the program.</source>
        <translation>这些规则由更新版本的程序生成。</translation>
    </message>
    <message>
        <source>This cannot be below zero.</source>
        <translation>这里不能小于零。</translation>
    </message>
    <message>
        <source>This cannot be read as a rule.</source>
        <translation>这不是可识别的规则。</translation>
    </message>
    <message>
        <source>This is not known here, or no longer there.</source>
        <translation>这一项不认识，或已不存在。</translation>
    </message>
    <message>
        <source>This must be more than zero.</source>
        <translation>这里必须大于零。</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>这个数太大了。</translation>
    </message>
    <message>
        <source>This promotion gives neither a factor nor points.</source>
        <translation>这个活动既没有倍数也没有加赠积分。</translation>
    </message>
    <message>
        <source>Two offers begin at the same amount.</source>
        <translation>有两档优惠的起始金额相同。</translation>
    </message>
    <message>
        <source>Two tiers begin at the same value.</source>
        <translation>有两个等级的门槛相同。</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>A factor for something</source>
        <translation>某件商品积分加倍</translation>
    </message>
    <message>
        <source>A gift for birthdays</source>
        <translation>生日礼</translation>
    </message>
    <message>
        <source>A gift goes with the money that is paid back</source>
        <translation>退本金时，对应的赠送一并作废</translation>
    </message>
    <message>
        <source>A least amount</source>
        <translation>最低消费</translation>
    </message>
    <message>
        <source>A limit to be warned at</source>
        <translation>余额上限提醒</translation>
    </message>
    <message>
        <source>A promotion</source>
        <translation>加一个活动</translation>
    </message>
    <message>
        <source>A purchase of at least</source>
        <translation>单笔至少</translation>
    </message>
    <message>
        <source>A thank-you for recommendations</source>
        <translation>推荐奖励</translation>
    </message>
    <message>
        <source>Another offer</source>
        <translation>再加一档</translation>
    </message>
    <message>
        <source>At least at a time</source>
        <translation>每次至少</translation>
    </message>
    <message>
        <source>At most of a bill</source>
        <translation>最多抵账单的</translation>
    </message>
    <message>
        <source>At most so many a day</source>
        <translation>每天次数上限</translation>
    </message>
    <message>
        <source>Can be used again after a full refund</source>
        <translation>全额退货后可再次使用</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>所需</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计算方式</translation>
    </message>
    <message>
        <source>Coupon of</source>
        <translation>哪批优惠券</translation>
    </message>
    <message>
        <source>Double points</source>
        <translation>双倍积分</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>For</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>For a birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>For each purchase</source>
        <translation>每次消费送</translation>
    </message>
    <message>
        <source>For the birthday</source>
        <translation>生日送</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>From a bill of</source>
        <translation>账单满</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Gifts last (0: for ever)</source>
        <translation>赠送有效期（0 为长期）</translation>
    </message>
    <message>
        <source>Given before it</source>
        <translation>提前几天送</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>适用项目</translation>
    </message>
    <message>
        <source>Good for (0: as usual)</source>
        <translation>有效期（0 为照常）</translation>
    </message>
    <message>
        <source>Good for everything of</source>
        <translation>适用类别</translation>
    </message>
    <message>
        <source>Good for, from the day it is given</source>
        <translation>发放后几天内有效</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>In steps of</source>
        <translation>每次以多少为单位</translation>
    </message>
    <message>
        <source>Kept from (empty: the same)</source>
        <translation>达到多少保级（空着同上）</translation>
    </message>
    <message>
        <source>Kept when too little was reached for</source>
        <translation>不达标后保留</translation>
    </message>
    <message>
        <source>Money off</source>
        <translation>减多少钱</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Off every price</source>
        <translation>所有商品优惠</translation>
    </message>
    <message>
        <source>On</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>On the card</source>
        <translation>哪种次卡</translation>
    </message>
    <message>
        <source>On the last day of the month</source>
        <translation>到当月最后一天</translation>
    </message>
    <message>
        <source>On top</source>
        <translation>额外送</translation>
    </message>
    <message>
        <source>Only at some times</source>
        <translation>限定时间</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>限等级</translation>
    </message>
    <message>
        <source>Only for goods</source>
        <translation>限类别</translation>
    </message>
    <message>
        <source>Only for products</source>
        <translation>限商品</translation>
    </message>
    <message>
        <source>Only on</source>
        <translation>限星期</translation>
    </message>
    <message>
        <source>Other points for a category</source>
        <translation>某类商品另算积分</translation>
    </message>
    <message>
        <source>Per cent off</source>
        <translation>减百分之</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Points can pay</source>
        <translation>积分可以抵现</translation>
    </message>
    <message>
        <source>Points end</source>
        <translation>积分过期</translation>
    </message>
    <message>
        <source>Points for each purchase</source>
        <translation>每次消费送积分</translation>
    </message>
    <message>
        <source>Points on top</source>
        <translation>额外积分</translation>
    </message>
    <message>
        <source>Points on top for something</source>
        <translation>某件商品额外送积分</translation>
    </message>
    <message>
        <source>Points that come back live at least</source>
        <translation>退回的积分至少还能用</translation>
    </message>
    <message>
        <source>Points that were spent are owed after a return</source>
        <translation>退货时积分已用掉，可以先欠着</translation>
    </message>
    <message>
        <source>Printed below</source>
        <translation>券上附注</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Reached from</source>
        <translation>达到多少升级</translation>
    </message>
    <message>
        <source>Rounded</source>
        <translation>小数</translation>
    </message>
    <message>
        <source>Shared by the household</source>
        <translation>全家共用</translation>
    </message>
    <message>
        <source>Spent first</source>
        <translation>扣款顺序</translation>
    </message>
    <message>
        <source>The friend gets</source>
        <translation>新朋友得</translation>
    </message>
    <message>
        <source>The whole household can use it</source>
        <translation>全家都可以用</translation>
    </message>
    <message>
        <source>Tiers are reached by</source>
        <translation>升级看</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Together at most</source>
        <translation>合计最高</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Until at most</source>
        <translation>最晚到</translation>
    </message>
    <message>
        <source>Uses (empty: any number)</source>
        <translation>可用次数（空着不限）</translation>
    </message>
    <message>
        <source>Valid for (0: for ever)</source>
        <translation>有效期（0 为长期）</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Visits a day at most</source>
        <translation>每天最多几次</translation>
    </message>
    <message>
        <source>Warn when a card holds more than</source>
        <translation>余额超过多少时提醒</translation>
    </message>
    <message>
        <source>What else members get</source>
        <translation>其他权益</translation>
    </message>
    <message>
        <source>What is paid with gifts earns points, too</source>
        <translation>用赠送储值付的部分也给积分</translation>
    </message>
    <message>
        <source>What is paid with points earns points, too</source>
        <translation>积分抵现的部分也给积分</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Where several meet</source>
        <translation>多个倍数同时有效时</translation>
    </message>
    <message>
        <source>Who brings a friend gets</source>
        <translation>推荐人得</translation>
    </message>
    <message>
        <source>Who tops up</source>
        <translation>充值满</translation>
    </message>
    <message>
        <source>With a first purchase of at least</source>
        <translation>首次消费至少</translation>
    </message>
    <message>
        <source>a half goes up</source>
        <translation>四舍五入</translation>
    </message>
    <message>
        <source>and the coupon</source>
        <translation>再送优惠券</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>both in their measure</source>
        <translation>按比例一起用</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>days of visits</source>
        <translation>到店天数</translation>
    </message>
    <message>
        <source>down</source>
        <translation>舍去</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>for</source>
        <translation>售价</translation>
    </message>
    <message>
        <source>for every</source>
        <translation>每消费</translation>
    </message>
    <message>
        <source>gets on top</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>gifts</source>
        <translation>先用赠送</translation>
    </message>
    <message>
        <source>in its month</source>
        <translation>生日当月</translation>
    </message>
    <message>
        <source>in the time</source>
        <translation>统计时间</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不过期</translation>
    </message>
    <message>
        <source>no matter</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不送</translation>
    </message>
    <message>
        <source>on prices before discounts</source>
        <translation>按折前金额</translation>
    </message>
    <message>
        <source>on the day</source>
        <translation>生日当天</translation>
    </message>
    <message>
        <source>on what is left after discounts</source>
        <translation>按折后金额</translation>
    </message>
    <message>
        <source>pay</source>
        <translation>抵</translation>
    </message>
    <message>
        <source>points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>points earned</source>
        <translation>获得的积分</translation>
    </message>
    <message>
        <source>so many days after they were given</source>
        <translation>获得后若干天</translation>
    </message>
    <message>
        <source>so many months after they were given</source>
        <translation>获得后若干个月</translation>
    </message>
    <message>
        <source>so many months without a purchase</source>
        <translation>若干个月没有消费</translation>
    </message>
    <message>
        <source>the best one counts</source>
        <translation>取最高的</translation>
    </message>
    <message>
        <source>they are added</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>they are multiplied</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>up</source>
        <translation>进位</translation>
    </message>
    <message>
        <source>what is spent</source>
        <translation>消费金额</translation>
    </message>
    <message>
        <source>what was paid in</source>
        <translation>先用本金</translation>
    </message>
    <message>
        <source>with the year, or so many years later</source>
        <translation>年底，或若干年后的年底</translation>
    </message>
    <message>
        <source>within 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>within a calendar year</source>
        <translation>一个自然年</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>(no longer there)</source>
        <translation>（已不存在）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between conditions</comment>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>At most %n visit(s) a day.</source>
        <translation>
            <numerusform>每天最多用 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Birthday: {gift} on the day.</source>
        <translation>生日当天送 {gift}。</translation>
    </message>
    <message numerus="yes">
        <source>Birthday: {gift}, %n day(s) before it.</source>
        <translation>
            <numerusform>生日前 %n 天送 {gift}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each purchase brings {points} on top.</source>
        <translation>每次消费另送 {points}。</translation>
    </message>
    <message>
        <source>Each {product} brings {points} on top.</source>
        <translation>每件{product}另送 {points}。</translation>
    </message>
    <message>
        <source>Everybody of the household can use it.</source>
        <translation>全家人都可以用。</translation>
    </message>
    <message>
        <source>For every {amount} paid a member gets {points}.</source>
        <translation>会员每消费 {amount} 得 {points}。</translation>
    </message>
    <message>
        <source>From {value} on.</source>
        <translation>达到 {value} 即可升级。</translation>
    </message>
    <message>
        <source>Gifts and what was paid for are spent in the measure they are there.</source>
        <translation>本金和赠送金按余额比例一起用。</translation>
    </message>
    <message>
        <source>Gifts are spent before what was paid for.</source>
        <translation>先用赠送金，再用本金。</translation>
    </message>
    <message numerus="yes">
        <source>Gifts end after %n day(s); what was paid for never does.</source>
        <translation>
            <numerusform>赠送金 %n 天后失效，本金永久有效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Good for {goods}.</source>
        <translation>可用于{goods}。</translation>
    </message>
    <message>
        <source>Kept from {value}.</source>
        <translation>保级需达到 {value}。</translation>
    </message>
    <message>
        <source>Money earns no points.</source>
        <translation>消费金额不积分。</translation>
    </message>
    <message>
        <source>Neither gifts nor what was paid for ever ends.</source>
        <translation>本金和赠送金都永久有效。</translation>
    </message>
    <message>
        <source>Only purchases of at least {amount} count.</source>
        <translation>单笔满 {amount} 才积分。</translation>
    </message>
    <message>
        <source>Only what was paid for is paid back, and its gift goes with it.</source>
        <translation>退卡只退本金，对应的赠送金一并作废。</translation>
    </message>
    <message>
        <source>Only what was paid for is paid back; gifts stay.</source>
        <translation>退卡只退本金，赠送金保留。</translation>
    </message>
    <message>
        <source>Only {when}.</source>
        <translation>仅限{when}。</translation>
    </message>
    <message>
        <source>Points are counted on prices before discounts.</source>
        <translation>积分按折前原价计算。</translation>
    </message>
    <message>
        <source>Points are counted on what is left after all discounts.</source>
        <translation>积分按优惠后的实付金额计算。</translation>
    </message>
    <message>
        <source>Points do not pay; they are exchanged for rewards.</source>
        <translation>积分不能抵现，只能兑换奖品。</translation>
    </message>
    <message numerus="yes">
        <source>Points end %n day(s) after they were given.</source>
        <translation>
            <numerusform>积分自获得之日起 %n 天后失效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points end %n month(s) after they were given, on the last day of the month.</source>
        <translation>
            <numerusform>积分自获得之日起满 %n 个月的当月月底失效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points end %n month(s) after they were given.</source>
        <translation>
            <numerusform>积分自获得之日起 %n 个月后失效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points end on 31 December, %n year(s) after the year they were given in.</source>
        <translation>
            <numerusform>积分在获得后第 %n 年的 12 月 31 日失效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Points end when nothing was bought for %n month(s); each purchase keeps them.</source>
        <translation>
            <numerusform>连续 %n 个月没有消费，积分失效；每次消费都会顺延。</numerusform>
        </translation>
    </message>
    <message>
        <source>Points end with the year they were given in, on 31 December.</source>
        <translation>积分在当年 12 月 31 日清零。</translation>
    </message>
    <message>
        <source>Points never end.</source>
        <translation>积分永久有效。</translation>
    </message>
    <message numerus="yes">
        <source>Points that come back with a return live at least %n day(s) on.</source>
        <translation>
            <numerusform>退货退回的积分至少还能用 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Points {factor}.</source>
        <translation>积分 {factor}。</translation>
    </message>
    <message numerus="yes">
        <source>The points can be used for %n day(s).</source>
        <translation>
            <numerusform>这些积分 %n 天内可用。</numerusform>
        </translation>
    </message>
    <message>
        <source>The points of a slip are rounded down, once.</source>
        <translation>每单积分只取整一次，小数舍去。</translation>
    </message>
    <message>
        <source>The points of a slip are rounded up, once.</source>
        <translation>每单积分只取整一次，小数进一。</translation>
    </message>
    <message>
        <source>The points of a slip are rounded, once: a half goes up.</source>
        <translation>每单积分只取整一次，四舍五入。</translation>
    </message>
    <message>
        <source>Tiers are reached by all days of visits.</source>
        <translation>等级按累计到店天数评定。</translation>
    </message>
    <message>
        <source>Tiers are reached by all points ever earned.</source>
        <translation>等级按累计获得的积分评定。</translation>
    </message>
    <message>
        <source>Tiers are reached by all that was ever spent.</source>
        <translation>等级按累计消费金额评定。</translation>
    </message>
    <message>
        <source>Tiers are reached by days of visits within 12 months.</source>
        <translation>等级按近 12 个月的到店天数评定。</translation>
    </message>
    <message>
        <source>Tiers are reached by days of visits within a calendar year.</source>
        <translation>等级按自然年内的到店天数评定。</translation>
    </message>
    <message>
        <source>Tiers are reached by points earned within 12 months.</source>
        <translation>等级按近 12 个月获得的积分评定。</translation>
    </message>
    <message>
        <source>Tiers are reached by points earned within a calendar year.</source>
        <translation>等级按自然年内获得的积分评定。</translation>
    </message>
    <message>
        <source>Tiers are reached by what is spent within 12 months.</source>
        <translation>等级按近 12 个月的消费金额评定。</translation>
    </message>
    <message>
        <source>Tiers are reached by what is spent within a calendar year.</source>
        <translation>等级按自然年内的消费金额评定。</translation>
    </message>
    <message>
        <source>Together they make at most {factor}.</source>
        <translation>合计最高 {factor}。</translation>
    </message>
    <message>
        <source>Top-ups bring nothing on top.</source>
        <translation>充值不赠送。</translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n day(s) from the day it is sold, until {day} at most.</source>
        <translation>
            <numerusform>售出后 %n 天内有效，最晚到{day}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n day(s) from the day it is sold.</source>
        <translation>
            <numerusform>售出后 %n 天内有效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Valid for ever.</source>
        <translation>永久有效。</translation>
    </message>
    <message>
        <source>Valid until {day}.</source>
        <translation>有效期至{day}。</translation>
    </message>
    <message>
        <source>What is paid with gifts of stored value earns nothing; paid with points, it does.</source>
        <translation>用储值赠送金支付的部分不积分，用积分抵扣的部分照样积分。</translation>
    </message>
    <message>
        <source>What is paid with points earns nothing; with gifts of stored value, it does.</source>
        <translation>用积分抵扣的部分不积分，用储值赠送金支付的部分照样积分。</translation>
    </message>
    <message>
        <source>What is paid with points or with gifts of stored value earns nothing.</source>
        <translation>用积分抵扣和用储值赠送金支付的部分不积分。</translation>
    </message>
    <message>
        <source>What is paid with points or with gifts of stored value earns points, too.</source>
        <translation>用积分抵扣和用储值赠送金支付的部分也积分。</translation>
    </message>
    <message>
        <source>What was paid for is spent before gifts.</source>
        <translation>先用本金，再用赠送金。</translation>
    </message>
    <message>
        <source>Where several factors meet, the best one counts.</source>
        <translation>同时满足多个倍数时，取最高的一个。</translation>
    </message>
    <message>
        <source>Where several factors meet, they are added: × 1.5 and × 2 make × 2.5.</source>
        <translation>同时满足多个倍数时相加：1.5 倍和 2 倍合为 2.5 倍。</translation>
    </message>
    <message>
        <source>Where several factors meet, they are multiplied: × 1.5 and × 2 make × 3.</source>
        <translation>同时满足多个倍数时相乘：1.5 倍和 2 倍合为 3 倍。</translation>
    </message>
    <message>
        <source>Who brings a friend gets {introducer} with the friend's first purchase of at least {amount}; the friend gets {friend}.</source>
        <translation>老带新：朋友首次消费满 {amount} 后，介绍人得 {introducer}，朋友得 {friend}。</translation>
    </message>
    <message>
        <source>Who brings a friend gets {introducer} with the friend's first purchase; the friend gets {friend}.</source>
        <translation>老带新：朋友首次消费后，介绍人得 {introducer}，朋友得 {friend}。</translation>
    </message>
    <message numerus="yes">
        <source>Who falls below keeps the tier %n day(s) more.</source>
        <translation>
            <numerusform>未达保级要求的，等级再保留 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Who returns goods after spending their points owes them: the next points fill that first.</source>
        <translation>退货时积分已用掉的，记为欠积分，以后得的积分先补上。</translation>
    </message>
    <message>
        <source>Who returns goods after spending their points pays for them.</source>
        <translation>退货时积分已用掉的，需按金额补回。</translation>
    </message>
    <message>
        <source>Who tops up {pay} gets {gift} on top.</source>
        <translation>充 {pay} 送 {gift}。</translation>
    </message>
    <message>
        <source>You are warned when a card holds more than {amount}.</source>
        <translation>单卡余额超过 {amount} 时提醒您。</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>at least {points} at a time</source>
        <translation>每次至少用 {points}</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>所有项目</translation>
    </message>
    <message>
        <source>for at most {percent} of a bill</source>
        <translation>最多抵账单的 {percent}</translation>
    </message>
    <message>
        <source>for {goods}</source>
        <translation>限{goods}</translation>
    </message>
    <message>
        <source>for {tiers}</source>
        <translation>限{tiers}会员</translation>
    </message>
    <message>
        <source>from {first} on</source>
        <translation>{first}起</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>{first}至{last}</translation>
    </message>
    <message>
        <source>in steps of {number}</source>
        <translation>须为 {number} 的倍数</translation>
    </message>
    <message>
        <source>in the month of the birthday</source>
        <translation>生日当月</translation>
    </message>
    <message>
        <source>on the birthday</source>
        <translation>生日当天</translation>
    </message>
    <message>
        <source>on {days}</source>
        <translation>{days}</translation>
    </message>
    <message>
        <source>points {factor}</source>
        <translation>积分 {factor}</translation>
    </message>
    <message>
        <source>the coupon {name}</source>
        <translation>优惠券“{name}”</translation>
    </message>
    <message>
        <source>until {last}</source>
        <translation>截至{last}</translation>
    </message>
    <message>
        <source>{goods} earns no points.</source>
        <translation>{goods}不积分。</translation>
    </message>
    <message>
        <source>{goods} earns points {factor}.</source>
        <translation>{goods}积分 {factor}。</translation>
    </message>
    <message>
        <source>{name}: {gives}, always.</source>
        <translation>{name}：任何时候，{gives}。</translation>
    </message>
    <message>
        <source>{name}: {gives}, {when}.</source>
        <translation>{name}：{when}，{gives}。</translation>
    </message>
    <message>
        <source>{percent} off every price.</source>
        <translation>所有价格优惠 {percent}。</translation>
    </message>
    <message>
        <source>{points} on top</source>
        <translation>另送 {points}</translation>
    </message>
    <message>
        <source>{points} pay {amount}</source>
        <translation>{points}抵 {amount}</translation>
    </message>
    <message>
        <source>{sentence} {other}</source>
        <comment>two sentences after each other</comment>
        <translation>{sentence}{other}</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <source>{uses} for {price}.</source>
        <translation>{price}，共 {uses}。</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>All backups lie on this computer alone.</source>
        <translation>所有备份都只在这台电脑上。</translation>
    </message>
    <message>
        <source>Backups are made by themselves, lie in two places, and the newest can be restored.</source>
        <translation>备份会自动做，放在两个地方，最新的一份试过可以恢复。</translation>
    </message>
    <message>
        <source>If this computer is stolen or its disk dies, they are lost with it. Choose a USB stick or a synced folder as second place: backups are encrypted, nobody else can read them.</source>
        <translation>电脑被偷或硬盘坏了，备份也就没了。请选 U 盘或同步文件夹作为第二存放处：备份是加密的，别人看不了。</translation>
    </message>
    <message>
        <source>Make a backup now; if that fails, the reason is said.</source>
        <translation>请现在备份；要是不成，会说明原因。</translation>
    </message>
    <message>
        <source>Make one now; from then on the program makes them by itself.</source>
        <translation>现在做一份吧，以后程序会自动备份。</translation>
    </message>
    <message>
        <source>Plug the stick in ({folder}), or choose another place.</source>
        <translation>请插上 U 盘（{folder}），或换一个位置。</translation>
    </message>
    <message>
        <source>The disk may be failing. Make a new backup now and try it out; older ones are listed below.</source>
        <translation>硬盘可能要坏了。请现在重新备份并试恢复；更早的备份列在下面。</translation>
    </message>
    <message>
        <source>The newest backup could not be restored in a trial.</source>
        <translation>试恢复时，最新的备份恢复不了。</translation>
    </message>
    <message>
        <source>The newest one is tried out by itself soon, or now if you like.</source>
        <translation>最新的一份很快会自动试恢复，也可以现在就试。</translation>
    </message>
    <message>
        <source>The second place has had no backup for a while.</source>
        <translation>第二存放处有一阵子没有备份了。</translation>
    </message>
    <message>
        <source>The shop is not safe: there is no backup yet.</source>
        <translation>店里的资料还不安全：还没有备份。</translation>
    </message>
    <message>
        <source>The shop is safe.</source>
        <translation>店里的资料是安全的。</translation>
    </message>
    <message>
        <source>The shop is safe; no backup has been tried out yet.</source>
        <translation>店里的资料是安全的；还没有试恢复过备份。</translation>
    </message>
    <message>
        <source>What was entered lately is in no backup.</source>
        <translation>最近录入的内容还没有备份。</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Begin with my own customers</source>
        <translation>开始录入自己的客户</translation>
    </message>
    <message>
        <source>Begin with your own customers?</source>
        <translation>开始录入自己的客户？</translation>
    </message>
    <message>
        <source>Making a sample shop with invented customers …</source>
        <translation>正在生成示例店铺（客户都是虚构的）…</translation>
    </message>
    <message>
        <source>The sample shop is put aside into the folder of backups, with all you have tried in it, and the program begins with an empty customer book.</source>
        <translation>示例店铺（连同您试过的内容）会移到备份文件夹里，程序从空白的客户资料开始。</translation>
    </message>
    <message>
        <source>This is a sample shop: every customer in it is invented.</source>
        <translation>这是示例店铺，里面的客户都是虚构的。</translation>
    </message>
</context>
<context>
    <name>SayNow</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 积分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) left</source>
        <translation>
            <numerusform>还剩 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Birthday in %n day(s).</source>
        <translation>
            <numerusform>还有 %n 天过生日。</numerusform>
        </translation>
    </message>
    <message>
        <source>Coupon “{name}” until {day}.</source>
        <translation>优惠券“{name}”{day}到期。</translation>
    </message>
    <message>
        <source>Her points are enough for “{reward}”.</source>
        <translation>积分已经够换“{reward}”了。</translation>
    </message>
    <message>
        <source>She has refused offers and greetings.</source>
        <translation>她已拒绝优惠和祝福信息。</translation>
    </message>
    <message>
        <source>Today is her birthday.</source>
        <translation>今天是她的生日。</translation>
    </message>
    <message>
        <source>{amount} can be used until {day}.</source>
        <translation>{amount}要在{day}前用掉。</translation>
    </message>
    <message>
        <source>{amount} more and she reaches {tier}.</source>
        <translation>再有{amount}就能升到{tier}。</translation>
    </message>
    <message>
        <source>{card}: {left}, ends on {day}.</source>
        <translation>{card}：{left}，{day}到期。</translation>
    </message>
    <message>
        <source>{card}: {left}.</source>
        <translation>{card}：{left}。</translation>
    </message>
    <message>
        <source>{points} are missing after a return: the next ones fill that.</source>
        <translation>退货后还欠{points}，以后得的积分会先补上。</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>Coupon {code}: {name}</source>
        <translation>优惠券 {code}：{name}</translation>
    </message>
    <message>
        <source>Put it in the catalogue</source>
        <translation>加到商品目录</translation>
    </message>
    <message>
        <source>Record a sale with it</source>
        <translation>用它收银</translation>
    </message>
    <message>
        <source>The input method has changed what was scanned. Scan it again: it is off for a moment.</source>
        <translation>扫的码被输入法改掉了。请再扫一次：输入法暂时已关。</translation>
    </message>
    <message>
        <source>The shop does not know this code: {code}</source>
        <translation>店里没有这个码：{code}</translation>
    </message>
    <message>
        <source>{name} ({code})</source>
        <translation>{name}（{code}）</translation>
    </message>
</context>
<context>
    <name>Scope</name>
    <message>
        <source>All of the series</source>
        <translation>整个系列</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It comes again and again. Which ones do you mean?</source>
        <translation>这是重复的跟进，要改哪些？</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>只这一次</translation>
    </message>
    <message>
        <source>This and all later ones</source>
        <translation>这次和以后的</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>More to do with them</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Select nothing  Esc</source>
        <translation>取消选择  Esc</translation>
    </message>
    <message>
        <source>What to do with the selected customers</source>
        <translation>对所选客户的操作</translation>
    </message>
    <message numerus="yes">
        <source>more than %n selected</source>
        <translation>
            <numerusform>已选超过 %n 位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelfTest</name>
    <message numerus="yes">
        <source>%n check(s) failed.</source>
        <translation>
            <numerusform>%n 项检查未通过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup and restore</source>
        <translation>备份与恢复</translation>
    </message>
    <message>
        <source>Chinese letters</source>
        <translation>汉字显示</translation>
    </message>
    <message>
        <source>Contact card read by a child process</source>
        <translation>由子进程读取的名片</translation>
    </message>
    <message>
        <source>Encrypted database</source>
        <translation>加密的数据库</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>Integrity of the data</source>
        <translation>数据的完整性</translation>
    </message>
    <message>
        <source>Key ring</source>
        <translation>系统钥匙串</translation>
    </message>
    <message>
        <source>Paper drawn by a child process</source>
        <translation>由子进程绘制的纸面文件</translation>
    </message>
    <message>
        <source>Parts of Qt for this system</source>
        <translation>Qt 在本系统所需的部件</translation>
    </message>
    <message>
        <source>Qt loaded</source>
        <translation>载入 Qt</translation>
    </message>
    <message>
        <source>Qt's own words in Chinese</source>
        <translation>Qt 自带文字的中文</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Steps from older databases</source>
        <translation>旧版数据库的升级步骤</translation>
    </message>
    <message>
        <source>Template and opened workbook</source>
        <translation>模板及读回的工作簿</translation>
    </message>
    <message>
        <source>Texts in both languages</source>
        <translation>两种语言的文字</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Window painted</source>
        <translation>画出窗口</translation>
    </message>
    <message>
        <source>Workbook written and read by a child process</source>
        <translation>由子进程写出并读回的工作簿</translation>
    </message>
    <message>
        <source>built</source>
        <translation>成品</translation>
    </message>
    <message>
        <source>from source</source>
        <translation>源代码运行</translation>
    </message>
    <message>
        <source>none here: keys rest in a file</source>
        <translation>这台电脑没有：密钥存放在文件里</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>this computer has no Chinese font; the program cannot bring one</source>
        <translation>这台电脑没有中文字体，程序无法自带</translation>
    </message>
    <message>
        <source>{program} {version} ({kind}), Python {python}, {system}</source>
        <translation>{program} {version}（{kind}），Python {python}，{system}</translation>
    </message>
</context>
<context>
    <name>SellCard</name>
    <message>
        <source>Card</source>
        <translation>次卡</translation>
    </message>
    <message>
        <source>Her household may use it too</source>
        <translation>家人也可以用</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>售出</translation>
    </message>
    <message>
        <source>Sell a visit card</source>
        <translation>开次卡</translation>
    </message>
    <message>
        <source>{each} for each visit.</source>
        <translation>合每次 {each}。</translation>
    </message>
</context>
<context>
    <name>SetTier</name>
    <message>
        <source>Hold it, whatever the rules say</source>
        <translation>锁定，不随规则变动</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Set the tier</source>
        <translation>设等级</translation>
    </message>
    <message>
        <source>as the rules say</source>
        <translation>按规则来</translation>
    </message>
    <message>
        <source>no tier</source>
        <translation>无等级</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>10 minutes before</source>
        <translation>提前 10 分钟</translation>
    </message>
    <message>
        <source>A barcode scanner is used here</source>
        <translation>这台电脑接了扫码枪</translation>
    </message>
    <message>
        <source>A complete card has</source>
        <translation>完整的资料包括</translation>
    </message>
    <message>
        <source>Address and phone as they stand at the head of each slip.</source>
        <translation>每张小票顶部的地址和电话。</translation>
    </message>
    <message>
        <source>After a sale</source>
        <translation>收银以后</translation>
    </message>
    <message>
        <source>After so many minutes, once somebody has a PIN; 0 never locks.</source>
        <translation>隔多少分钟没有操作就锁定；有人设了 PIN 才起作用，0 表示不锁定。</translation>
    </message>
    <message>
        <source>After that, an import in the list of imports stands for good.</source>
        <translation>过了这个天数，导入记录里的那次导入就不能再撤销。</translation>
    </message>
    <message>
        <source>Ask for the member card</source>
        <translation>问一声会员卡</translation>
    </message>
    <message>
        <source>At the time</source>
        <translation>到点提醒</translation>
    </message>
    <message>
        <source>Back to the usual: {title}</source>
        <translation>恢复默认：{title}</translation>
    </message>
    <message>
        <source>Barcode on slips</source>
        <translation>小票印条码</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Country of phone numbers</source>
        <translation>电话默认国家/地区</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Days an import can be taken back</source>
        <translation>导入可撤销的天数</translation>
    </message>
    <message>
        <source>Different birthdays</source>
        <translation>生日不同</translation>
    </message>
    <message>
        <source>Different gender</source>
        <translation>性别不同</translation>
    </message>
    <message>
        <source>Different names</source>
        <translation>名字不同</translation>
    </message>
    <message>
        <source>Digits of a new card number</source>
        <translation>新会员卡号的位数</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复客户</translation>
    </message>
    <message>
        <source>Far apart</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Follow-ups that come again can pass over these days; days in the official calendar go before them.</source>
        <translation>重复的跟进可以避开这些日子；法定节假日和调休以日历为准。</translation>
    </message>
    <message>
        <source>Follow-ups without a time are reminded of then; the calendar's days start there.</source>
        <translation>没有写时间的跟进在这时提醒；日历的一天也从这里开始。</translation>
    </message>
    <message>
        <source>For follow-ups with a time. Those without one are reminded of only if you say so.</source>
        <translation>只对有时间的跟进；没有时间的，选了提醒才会提醒。</translation>
    </message>
    <message>
        <source>From 80 to 200 percent; Ctrl++ and Ctrl+- change it too.</source>
        <translation>80% 到 200%，也可以按 Ctrl++ 和 Ctrl+- 调整。</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>High contrast is easiest to read; it uses bright text on black.</source>
        <translation>高对比度最容易看清：黑底亮字。</translation>
    </message>
    <message>
        <source>How a number without a country code is read when it is entered or brought in.</source>
        <translation>录入或导入时，没带国家代码的号码按这里识别。</translation>
    </message>
    <message>
        <source>How long the number behind the letters is; noughts fill it up.</source>
        <translation>字母后面的数字有几位；不够的在前面补零。</translation>
    </message>
    <message>
        <source>How much room each row takes.</source>
        <translation>每一行占多高。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Last line of slips</source>
        <translation>小票最后一行</translation>
    </message>
    <message>
        <source>Letters before the number of a new card, such as VIP; may stay empty.</source>
        <translation>新卡号数字前面的字母，比如 VIP；可以不填。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Like this computer</source>
        <translation>跟随电脑</translation>
    </message>
    <message>
        <source>Line under the shop's name</source>
        <translation>店名下面一行</translation>
    </message>
    <message>
        <source>Lock when nobody does anything</source>
        <translation>无人操作时锁定</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Mask phone numbers in lists</source>
        <translation>列表中隐藏部分电话号码</translation>
    </message>
    <message>
        <source>Months that earlier values are kept in the log of changes</source>
        <translation>修改记录中旧值保留的月数</translation>
    </message>
    <message>
        <source>Months that reports of mistakes are kept</source>
        <translation>错误报告保留的月数</translation>
    </message>
    <message>
        <source>Months without contact until a customer is looked through</source>
        <translation>客户多少个月无往来后列入清理名单</translation>
    </message>
    <message>
        <source>More points for a name that at most ten customers of the shop have.</source>
        <translation>店里最多十个人叫这个名字时，再加多少分。</translation>
    </message>
    <message>
        <source>More to set up</source>
        <translation>其他设置</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Name that sounds the same</source>
        <translation>名字同音</translation>
    </message>
    <message>
        <source>Name with a slip</source>
        <translation>名字有笔误</translation>
    </message>
    <message>
        <source>Name with one character apart</source>
        <translation>名字只差一个字</translation>
    </message>
    <message>
        <source>New card numbers begin with</source>
        <translation>新会员卡号的开头</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>没有这项设置。</translation>
    </message>
    <message>
        <source>Nobody is erased by this: the Privacy page lists them, and the owner decides.</source>
        <translation>不会自动删除：隐私页会列出名单，由店主决定。</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>不提醒</translation>
    </message>
    <message>
        <source>Offer to print the slip</source>
        <translation>提示可以打印小票</translation>
    </message>
    <message>
        <source>Older ones can be taken out on the Privacy page; who did what when stays.</source>
        <translation>更早的可在隐私页清除；谁在何时做了什么仍会保留。</translation>
    </message>
    <message>
        <source>Once for each sale without a customer, before it is recorded; Enter sells without.</source>
        <translation>没选客户的每笔消费，入账前问一次；按回车就不记会员。</translation>
    </message>
    <message>
        <source>Paper of slips</source>
        <translation>小票纸</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>名字的一部分</translation>
    </message>
    <message>
        <source>Phone of many, or one household</source>
        <translation>很多人用的电话，或一家人</translation>
    </message>
    <message>
        <source>Points for a card or customer number that differs only in blanks and marks.</source>
        <translation>卡号或客户编号只差空格、符号时得多少分。</translation>
    </message>
    <message>
        <source>Points for a name in Latin letters with a slip, or shortened.</source>
        <translation>外文名字有笔误或写成简写时得多少分。</translation>
    </message>
    <message>
        <source>Points for a name of other characters with the same pinyin.</source>
        <translation>字不同、拼音相同的名字得多少分。</translation>
    </message>
    <message>
        <source>Points for a name that differs in one character; it may be a brother or sister.</source>
        <translation>名字只差一个字得多少分；也可能是兄弟姐妹。</translation>
    </message>
    <message>
        <source>Points for a phone both have; part of it for a phone with a slip.</source>
        <translation>两人有同一个电话得多少分；电话差一点的得一部分。</translation>
    </message>
    <message>
        <source>Points for an e-mail or WeChat name both have.</source>
        <translation>两人有同一个邮箱或微信号得多少分。</translation>
    </message>
    <message>
        <source>Points for the same day and month where a year is missing.</source>
        <translation>缺年份、月和日相同得多少分。</translation>
    </message>
    <message>
        <source>Points for the same day, month and year; part of it for a date with a slip.</source>
        <translation>年月日都相同得多少分；日期差一点的得一部分。</translation>
    </message>
    <message>
        <source>Points for the same door; part of it for one that is written otherwise.</source>
        <translation>同一个门牌得多少分；写法不一样的得一部分。</translation>
    </message>
    <message>
        <source>Points for the same name.</source>
        <translation>姓名相同得多少分。</translation>
    </message>
    <message>
        <source>Points from which two customers are shown at all. Fewer show more pairs.</source>
        <translation>达到这个分数才会列出来；分数定得越低，列出来的越多。</translation>
    </message>
    <message>
        <source>Points of 100 from which two customers are called probably the same.</source>
        <translation>满分 100 分，达到这个分数就说两位客户很可能是同一人。</translation>
    </message>
    <message>
        <source>Points taken away where many have the phone, or both are linked as a household.</source>
        <translation>电话很多人用，或两人已归为一家时扣多少分。</translation>
    </message>
    <message>
        <source>Points that another birthday takes away.</source>
        <translation>生日不同扣多少分。</translation>
    </message>
    <message>
        <source>Points that another gender takes away.</source>
        <translation>性别不同扣多少分。</translation>
    </message>
    <message>
        <source>Points that different names take away: one phone is then a household's.</source>
        <translation>名字不同扣多少分：这时同一个电话多半是一家人在用。</translation>
    </message>
    <message>
        <source>Points where one has only the given name or the family name of the other.</source>
        <translation>一边只写了名或只写了姓时得多少分。</translation>
    </message>
    <message>
        <source>Points where the same customer introduced both.</source>
        <translation>两人由同一位客户介绍来时得多少分。</translation>
    </message>
    <message>
        <source>Possibly the same from</source>
        <translation>可能是同一人，从多少分起</translation>
    </message>
    <message>
        <source>Print the slip at once</source>
        <translation>直接打印小票</translation>
    </message>
    <message>
        <source>Printed without a question, the slip comes from this computer's usual printer.</source>
        <translation>直接打印时，用这台电脑的默认打印机，不再询问。</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Probably the same from</source>
        <translation>很可能是同一人，从多少分起</translation>
    </message>
    <message>
        <source>Remind on this computer</source>
        <translation>在这台电脑上提醒</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Rows of lists</source>
        <translation>列表行距</translation>
    </message>
    <message>
        <source>Same address</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>Same birthday without the year</source>
        <translation>生日相同但没有年份</translation>
    </message>
    <message>
        <source>Same card number</source>
        <translation>卡号相同</translation>
    </message>
    <message>
        <source>Same date of birth</source>
        <translation>出生日期相同</translation>
    </message>
    <message>
        <source>Same e-mail or WeChat</source>
        <translation>邮箱或微信号相同</translation>
    </message>
    <message>
        <source>Same introducer</source>
        <translation>介绍人相同</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>Same rare name</source>
        <translation>少见的姓名相同</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Shows 138****1234 where somebody looks over your shoulder; the record shows all.</source>
        <translation>列表里显示为 138****1234，防止旁人看到;打开客户资料仍显示完整号码。</translation>
    </message>
    <message>
        <source>Stands at the top left, in the window's title and on what is printed.</source>
        <translation>显示在左上角和窗口标题，打印时也会用到。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Thanks, opening hours, how long goods can be brought back.</source>
        <translation>感谢的话、营业时间、几天内可退换。</translation>
    </message>
    <message>
        <source>The customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>The page it was closed on</source>
        <translation>上次关闭时的页面</translation>
    </message>
    <message>
        <source>The program starts with</source>
        <translation>启动时打开</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>The shop is closed on</source>
        <translation>每周休息日</translation>
    </message>
    <message>
        <source>The shop opens at</source>
        <translation>开门时间</translation>
    </message>
    <message>
        <source>The shop's day begins at</source>
        <translation>营业日从几点算起</translation>
    </message>
    <message>
        <source>The shop's own, for days and hours to stay right on a journey.</source>
        <translation>店铺所在的时区，出门在外日期时间也不会乱。</translation>
    </message>
    <message>
        <source>The slip's number at its end: scanned when goods come back, it opens the slip.</source>
        <translation>小票末尾印单号条码：退货时扫一下，就打开这张小票。</translation>
    </message>
    <message>
        <source>The width of the roll in this computer's slip printer.</source>
        <translation>这台电脑的小票机用多宽的纸。</translation>
    </message>
    <message>
        <source>The window changes at once; what you are typing stays.</source>
        <translation>立即切换，正在输入的内容不会丢。</translation>
    </message>
    <message>
        <source>They hold no customer data.</source>
        <translation>其中不含客户信息。</translation>
    </message>
    <message>
        <source>This value does not fit.</source>
        <translation>这个值不合适。</translation>
    </message>
    <message>
        <source>Till and slips</source>
        <translation>收银与小票</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Today shows whom to reach and why; the customers are a key away from it.</source>
        <translation>“今日”列出今天该联系谁、为什么；按一个键就到客户列表。</translation>
    </message>
    <message>
        <source>What amounts are shown in, whatever the language. Nothing is converted.</source>
        <translation>金额按这种货币显示，与语言无关，不做换算。</translation>
    </message>
    <message>
        <source>What counts for the completeness of a customer, as a column, a filter and on the card.</source>
        <translation>计算客户资料完整度时算上哪些，用于列、筛选和客户卡片。</translation>
    </message>
    <message>
        <source>What is done after midnight and before this hour still belongs to the day before.</source>
        <translation>半夜过后、这个钟点之前做的事，仍算前一天的。</translation>
    </message>
    <message>
        <source>What it scans is taken wherever the keyboard is, and never enters a field.</source>
        <translation>光标在哪里都能扫，扫的码不会跑进输入框。</translation>
    </message>
    <message>
        <source>Where none was chosen, remind</source>
        <translation>没有选提醒时</translation>
    </message>
    <message>
        <source>While the program is open: a card in the window, and a notice of the system.</source>
        <translation>程序打开时：窗口里出现提醒卡片，同时弹出系统通知。</translation>
    </message>
    <message>
        <source>{help} Takes effect at the next start.</source>
        <translation>{help} 下次启动后生效。</translation>
    </message>
</context>
<context>
    <name>Shop</name>
    <message>
        <source>Owner</source>
        <translation>店主</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Find a shortcut</source>
        <translation>查找快捷键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>本页面</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it came back.</source>
        <translation>已全部退回。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Exchange …</source>
        <translation>换货…</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>这台电脑还没有装打印机。</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>单号 {number}</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>打开客户</translation>
    </message>
    <message>
        <source>Part of it came back.</source>
        <translation>已退回一部分。</translation>
    </message>
    <message>
        <source>Payment out</source>
        <translation>退储值</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Refund …</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Save the slip as PDF</source>
        <translation>把小票存为 PDF</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Slip {number}</source>
        <translation>小票 {number}</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>The slip as it is printed</source>
        <translation>打印出来的小票</translation>
    </message>
    <message>
        <source>The slip is in {file}.</source>
        <translation>小票已存为 {file}。</translation>
    </message>
    <message>
        <source>This cancels another slip.</source>
        <translation>这张是用来作废另一张小票的。</translation>
    </message>
    <message>
        <source>This slip is void: it counts for nothing.</source>
        <translation>这张小票已作废，不计入任何数字。</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>划卡</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Void …</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>of which until {day}</source>
        <translation>其中到期 {day}</translation>
    </message>
    <message>
        <source>{account} left</source>
        <translation>{account}余</translation>
    </message>
    <message>
        <source>{kind} {number}</source>
        <translation>{kind} {number}</translation>
    </message>
</context>
<context>
    <name>Solar term</name>
    <message>
        <source>Autumn Equinox</source>
        <translation>秋分</translation>
    </message>
    <message>
        <source>Awakening of Insects</source>
        <translation>惊蛰</translation>
    </message>
    <message>
        <source>Cold Dew</source>
        <translation>寒露</translation>
    </message>
    <message>
        <source>End of Heat</source>
        <translation>处暑</translation>
    </message>
    <message>
        <source>Frost Descent</source>
        <translation>霜降</translation>
    </message>
    <message>
        <source>Grain Buds</source>
        <translation>小满</translation>
    </message>
    <message>
        <source>Grain Rain</source>
        <translation>谷雨</translation>
    </message>
    <message>
        <source>Grain in Ear</source>
        <translation>芒种</translation>
    </message>
    <message>
        <source>Major Cold</source>
        <translation>大寒</translation>
    </message>
    <message>
        <source>Major Heat</source>
        <translation>大暑</translation>
    </message>
    <message>
        <source>Major Snow</source>
        <translation>大雪</translation>
    </message>
    <message>
        <source>Minor Cold</source>
        <translation>小寒</translation>
    </message>
    <message>
        <source>Minor Heat</source>
        <translation>小暑</translation>
    </message>
    <message>
        <source>Minor Snow</source>
        <translation>小雪</translation>
    </message>
    <message>
        <source>Qingming</source>
        <translation>清明</translation>
    </message>
    <message>
        <source>Rain Water</source>
        <translation>雨水</translation>
    </message>
    <message>
        <source>Spring Equinox</source>
        <translation>春分</translation>
    </message>
    <message>
        <source>Start of Autumn</source>
        <translation>立秋</translation>
    </message>
    <message>
        <source>Start of Spring</source>
        <translation>立春</translation>
    </message>
    <message>
        <source>Start of Summer</source>
        <translation>立夏</translation>
    </message>
    <message>
        <source>Start of Winter</source>
        <translation>立冬</translation>
    </message>
    <message>
        <source>Summer Solstice</source>
        <translation>夏至</translation>
    </message>
    <message>
        <source>White Dew</source>
        <translation>白露</translation>
    </message>
    <message>
        <source>Winter Solstice</source>
        <translation>冬至</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>4 to 12 digits. Whoever has a PIN is asked for it when she comes to work here.</source>
        <translation>4 到 12 位数字。设了 PIN 的人，切换到她时要先输入。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>An owner may always do everything.</source>
        <translation>店主始终拥有全部权限。</translation>
    </message>
    <message>
        <source>As the role says</source>
        <translation>恢复为角色默认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change the PIN …</source>
        <translation>修改 PIN…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Comes to work without a PIN.</source>
        <translation>不用 PIN 就能切换。</translation>
    </message>
    <message>
        <source>Hand over the follow-ups …</source>
        <translation>交接跟进事项…</translation>
    </message>
    <message>
        <source>Is asked for a PIN.</source>
        <translation>切换时要输入 PIN。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name of a new person</source>
        <translation>新员工姓名</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新 PIN</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新员工</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>{name} 的 PIN</translation>
    </message>
    <message>
        <source>PIN until now</source>
        <translation>原来的 PIN</translation>
    </message>
    <message>
        <source>PINs of the staff tell who did what and prevent slips; they do not replace the password of the computer.</source>
        <translation>员工PIN用于区分责任和防止误操作，不能代替电脑密码。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Set a PIN …</source>
        <translation>设置 PIN…</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>设置 PIN</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>取消 PIN</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>These are two different PINs.</source>
        <translation>两次输入的 PIN 不一样。</translation>
    </message>
    <message>
        <source>Works in the shop</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>“+” was given beyond the role, “–” was taken from it. It counts at once.</source>
        <translation>“+”是额外开通的，“–”是从角色里去掉的，改了马上生效。</translation>
    </message>
</context>
<context>
    <name>StartPlan</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>Follow-up plans …</source>
        <translation>跟进计划…</translation>
    </message>
    <message>
        <source>No plan is switched on yet. Make one, or take a suggested one over.</source>
        <translation>还没有启用的计划。新建一个，或采用推荐的计划。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Start a follow-up plan</source>
        <translation>启动跟进计划</translation>
    </message>
    <message numerus="yes">
        <source>Start for %n customer(s)</source>
        <translation>
            <numerusform>为 %n 位客户启动</numerusform>
        </translation>
    </message>
    <message>
        <source>The day above counts as the date itself.</source>
        <translation>上面的日期就当作那个日子。</translation>
    </message>
    <message>
        <source>This plan already goes on for whoever is chosen: nothing was started.</source>
        <translation>所选客户都已在这个计划里，没有再启动。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}: {title}</source>
        <translation>{day}：{title}</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>After</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Check a scanned code …</source>
        <translation>验证扫到的二维码…</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Save as workbook …</source>
        <translation>存为表格…</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>对账单</translation>
    </message>
    <message>
        <source>Statement for {name}</source>
        <translation>{name} 的对账单</translation>
    </message>
    <message>
        <source>Statement {name} {day}</source>
        <translation>对账单 {name} {day}</translation>
    </message>
    <message>
        <source>The last twelve months</source>
        <translation>最近十二个月</translation>
    </message>
    <message>
        <source>The statement is in {file}.</source>
        <translation>对账单已存到 {file}。</translation>
    </message>
    <message>
        <source>This code holds the balances, signed by the shop. Its program can tell whether they are genuine.</source>
        <translation>二维码里是本店签过名的余额，用本店的程序一扫就知道真假。</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>card {number}</source>
        <translation>卡号 {number}</translation>
    </message>
    <message>
        <source>made on {day}</source>
        <translation>{day} 制</translation>
    </message>
    <message>
        <source>of it {principal} paid in, {gift} gift</source>
        <translation>其中本金 {principal}，赠送 {gift}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>{quantity} can be used until {day}</source>
        <translation>{quantity} 可用到 {day}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Close without a backup</source>
        <translation>不备份，直接关闭</translation>
    </message>
    <message>
        <source>For looking up only</source>
        <translation>只能查看</translation>
    </message>
    <message>
        <source>Last backup: {when}</source>
        <translation>上次备份：{when}</translation>
    </message>
    <message>
        <source>Making a backup before closing …</source>
        <translation>正在备份，完成后关闭…</translation>
    </message>
    <message>
        <source>No backup could be made.</source>
        <translation>备份没有成功。</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>a trial {when} failed</source>
        <translation>{when}试恢复失败</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>not yet in the second place</source>
        <translation>尚未复制到第二处</translation>
    </message>
    <message>
        <source>tried out {when} ✓</source>
        <translation>{when}试过可恢复 ✓</translation>
    </message>
</context>
<context>
    <name>SuggestedPlans</name>
    <message>
        <source>After a complaint</source>
        <translation>投诉后安抚</translation>
    </message>
    <message>
        <source>After a purchase</source>
        <translation>购买后回访</translation>
    </message>
    <message>
        <source>After an offer with a price</source>
        <translation>报价后跟进</translation>
    </message>
    <message>
        <source>Answer what is still open</source>
        <translation>解答还有的疑问</translation>
    </message>
    <message>
        <source>Apologise, listen, say what will be done</source>
        <translation>道歉、倾听、说明怎么处理</translation>
    </message>
    <message>
        <source>Ask for the decision</source>
        <translation>问问决定</translation>
    </message>
    <message>
        <source>Ask how it serves her</source>
        <translation>问问用得怎么样</translation>
    </message>
    <message>
        <source>Ask how she is</source>
        <translation>问候一声</translation>
    </message>
    <message>
        <source>Ask how she likes it</source>
        <translation>回访使用感受</translation>
    </message>
    <message>
        <source>Ask what she needs next</source>
        <translation>问问接下来的需要</translation>
    </message>
    <message>
        <source>Ask whether it is solved</source>
        <translation>问问是否解决了</translation>
    </message>
    <message>
        <source>Ask whether she is content again</source>
        <translation>问问现在是否满意</translation>
    </message>
    <message>
        <source>Ask whether she is content with what she bought</source>
        <translation>回访买到的东西是否满意</translation>
    </message>
    <message>
        <source>Ask whether the offer has been read</source>
        <translation>问问报价看了没有</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日关怀</translation>
    </message>
    <message>
        <source>Call, and tell what is new</source>
        <translation>打电话介绍新品</translation>
    </message>
    <message>
        <source>Complaint</source>
        <comment>a tag</comment>
        <translation>投诉</translation>
    </message>
    <message>
        <source>End of the warranty</source>
        <translation>保修到期提醒</translation>
    </message>
    <message>
        <source>First purchase: day 1, 3, 7, 30</source>
        <translation>首次购买：第 1、3、7、30 天</translation>
    </message>
    <message>
        <source>Give a tip on how to use it</source>
        <translation>发一条使用小贴士</translation>
    </message>
    <message>
        <source>New customers: day 1, 3, 7, 30</source>
        <translation>新客关怀：1、3、7、30 天</translation>
    </message>
    <message>
        <source>Offer what goes with it</source>
        <translation>推荐配套的商品</translation>
    </message>
    <message>
        <source>Prepare a birthday present</source>
        <translation>准备生日礼物</translation>
    </message>
    <message>
        <source>Quiet for {days} days</source>
        <translation>{days} 天没联系</translation>
    </message>
    <message>
        <source>Remind her once more</source>
        <translation>再提醒一次</translation>
    </message>
    <message>
        <source>Send an offer for her alone</source>
        <translation>发一份专属优惠</translation>
    </message>
    <message>
        <source>Tell her that the warranty ends, offer a check</source>
        <translation>提醒保修快到期，邀请来检查</translation>
    </message>
    <message>
        <source>Thank her, and ask whether all is well</source>
        <translation>感谢惠顾，问问是否满意</translation>
    </message>
    <message>
        <source>Wish a happy birthday</source>
        <translation>祝生日快乐</translation>
    </message>
</context>
<context>
    <name>Tags</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Name of the tag, then Enter</source>
        <translation>输入标签名，回车</translation>
    </message>
    <message>
        <source>New name of the tag</source>
        <translation>标签的新名字</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>Press Delete to take this tag away</source>
        <translation>按 Delete 去掉这个标签</translation>
    </message>
    <message>
        <source>Rename for everybody</source>
        <translation>给所有客户改名</translation>
    </message>
</context>
<context>
    <name>Takings</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>As it should be.</source>
        <translation>账实相符。</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>记账</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经手</translation>
    </message>
    <message>
        <source>By clerk</source>
        <translation>按店员</translation>
    </message>
    <message>
        <source>By way of payment</source>
        <translation>按付款方式</translation>
    </message>
    <message>
        <source>Came again</source>
        <translation>再次到店</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Cash in or out</source>
        <translation>现金进出</translation>
    </message>
    <message>
        <source>Cash in or out …</source>
        <translation>现金进出 …</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>店员</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Close the day …</source>
        <translation>日结 …</translation>
    </message>
    <message>
        <source>Close {day}</source>
        <translation>日结 {day}</translation>
    </message>
    <message>
        <source>Closed by {name} on {at}: {counted} in the drawer, as it should be.</source>
        <translation>{name} 于 {at} 日结：钱箱 {counted}，账实相符。</translation>
    </message>
    <message>
        <source>Closed by {name} on {at}: {counted} in the drawer, {amount} less than expected. {note}</source>
        <translation>{name} 于 {at} 日结：钱箱 {counted}，短款 {amount}。{note}</translation>
    </message>
    <message>
        <source>Closed by {name} on {at}: {counted} in the drawer, {amount} more than expected. {note}</source>
        <translation>{name} 于 {at} 日结：钱箱 {counted}，长款 {amount}。{note}</translation>
    </message>
    <message>
        <source>Counted in the drawer</source>
        <translation>钱箱实点</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>逐日</translation>
    </message>
    <message>
        <source>Day or month</source>
        <translation>日或月</translation>
    </message>
    <message>
        <source>Day's close, {day}</source>
        <translation>日结 {day}</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>钱箱进出</translation>
    </message>
    <message>
        <source>Earlier (Page Up)</source>
        <translation>往前（Page Up）</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>First purchase</source>
        <translation>首次购买</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Later (Page Down)</source>
        <translation>往后（Page Down）</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新增客户</translation>
    </message>
    <message>
        <source>Not closed yet. There should be {expected} in the drawer.</source>
        <translation>尚未日结。钱箱应有 {expected}。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>暂无记录。</translation>
    </message>
    <message>
        <source>Points, stored value, visits</source>
        <translation>积分、储值、次卡</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Save as PDF or workbook …</source>
        <translation>保存为 PDF 或表格 …</translation>
    </message>
    <message>
        <source>Save takings</source>
        <translation>保存营业报表</translation>
    </message>
    <message>
        <source>Set right …</source>
        <translation>更正 …</translation>
    </message>
    <message>
        <source>Set {day} right</source>
        <translation>更正 {day}</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>单数</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Stored value sold</source>
        <translation>储值收款</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Takings, {month}</source>
        <translation>营业月报 {month}</translation>
    </message>
    <message>
        <source>The closed day stays as it is; the correction is dated today and stands below it.</source>
        <translation>已日结的数字不变；更正记为今天，列在其下。</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>The whole month</source>
        <translation>本月合计</translation>
    </message>
    <message>
        <source>There should be {amount} in the drawer.</source>
        <translation>钱箱应有 {amount}。</translation>
    </message>
    <message>
        <source>There should be {amount} in the drawer. A closed day is not changed any more.</source>
        <translation>钱箱应有 {amount}。日结后当日不再更改。</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>到店人数</translation>
    </message>
    <message>
        <source>Voids</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Way of payment</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>correction: {note}</source>
        <translation>更正：{note}</translation>
    </message>
    <message>
        <source>less than was booked</source>
        <translation>比记账的少</translation>
    </message>
    <message>
        <source>more than was booked</source>
        <translation>比记账的多</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>where the difference comes from</source>
        <translation>差额的原因</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>短款 {amount}</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>长款 {amount}</translation>
    </message>
    <message>
        <source>{file} is written.</source>
        <translation>已写入 {file}。</translation>
    </message>
    <message>
        <source>{now} by now; the month before had {before} by the same day.</source>
        <translation>目前 {now}；上月同期 {before}。</translation>
    </message>
    <message>
        <source>{number} slips</source>
        <translation>{number} 单</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>1 Nanjing Road, Shanghai</source>
        <translation>上海市南京东路1号</translation>
    </message>
    <message>
        <source>A member of staff.</source>
        <translation>店里的员工。</translation>
    </message>
    <message>
        <source>A number of percent.</source>
        <translation>百分数。</translation>
    </message>
    <message>
        <source>A number.</source>
        <translation>数字。</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>整数。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>All digits; several phones with a slash between them.</source>
        <translation>写全所有数字；有几个电话时用斜线隔开。</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Amy Wang</source>
        <translation>王小美</translation>
    </message>
    <message>
        <source>An amount, digits only.</source>
        <translation>金额，只写数字。</translation>
    </message>
    <message>
        <source>As 1990-05-12; without the year as 5-12; a lunar day as 农历八月十五.</source>
        <translation>写成 1990-05-12；不知道年份写 5-12；农历写成 农历八月十五。</translation>
    </message>
    <message>
        <source>As 2024-03-01 14:30; the day alone will do.</source>
        <translation>如 2024-03-01 14:30，只写日期也行。</translation>
    </message>
    <message>
        <source>As 2024-03-01.</source>
        <translation>写成 2024-03-01。</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>会员卡号</translation>
    </message>
    <message>
        <source>Card, phone or name: one of them says whose the slip is. Without any it belongs to nobody.</source>
        <translation>卡号、手机、姓名填一个就知道是谁的；都不填就是散客。</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>可选的值</translation>
    </message>
    <message>
        <source>Choose from the list.</source>
        <translation>从下拉列表里选。</translation>
    </message>
    <message>
        <source>Code of the goods</source>
        <translation>商品编码</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Cup</source>
        <translation>茶杯</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>入会日期</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>日期时间</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠金额</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Example: 1001</source>
        <translation>示例：1001</translation>
    </message>
    <message>
        <source>Example: 1002</source>
        <translation>示例：1002</translation>
    </message>
    <message>
        <source>Example: Amy Wang</source>
        <translation>示例：王小明</translation>
    </message>
    <message>
        <source>Example: Bob Li</source>
        <translation>示例：李小红</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Gift balance</source>
        <translation>赠送金</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金卡</translation>
    </message>
    <message>
        <source>Good Tea Ltd.</source>
        <translation>好茶贸易公司</translation>
    </message>
    <message>
        <source>Goods with a code come into the catalogue.</source>
        <translation>有编码的商品会进入商品目录。</translation>
    </message>
    <message>
        <source>Green tea</source>
        <translation>绿茶</translation>
    </message>
    <message>
        <source>Haircut</source>
        <translation>洗剪吹</translation>
    </message>
    <message>
        <source>How to fill it in</source>
        <translation>填写说明</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>介绍人</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>喜好</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name of the goods</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Name, phone or card of a customer.</source>
        <translation>一位客户的姓名、电话或卡号。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Of one card; a customer with several cards has a row for each.</source>
        <translation>一张次卡的；有几张卡就写几行。</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Phone or card says who it is.</source>
        <translation>凭手机或卡号认人。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Rows of one number and day are one slip. Rows that begin with “Example:” are left out.</source>
        <translation>同一天同一单号的行是一张小票。以“示例：”开头的行不会导入。</translation>
    </message>
    <message>
        <source>Service name</source>
        <translation>服务项目</translation>
    </message>
    <message>
        <source>Several with commas between them.</source>
        <translation>几个值用逗号隔开。</translation>
    </message>
    <message>
        <source>Slip number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>营业员</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值余额</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The column is set to text, so that Excel keeps every digit of a long number.</source>
        <translation>这一列已设为文本格式，长卡号的每一位都不会丢。</translation>
    </message>
    <message>
        <source>The customer's name. Rows that begin with “Example:” are left out.</source>
        <translation>客户的姓名。以“示例”开头的行不会导入。</translation>
    </message>
    <message>
        <source>The last day of the visits; empty is for ever.</source>
        <translation>最后能用的一天；不填就是长期有效。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>VIP, regular</source>
        <translation>VIP，老客</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Visits left</source>
        <translation>剩余次数</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>What belongs there</source>
        <translation>填什么</translation>
    </message>
    <message>
        <source>What came back is below zero: -1.</source>
        <translation>退货写负数：-1。</translation>
    </message>
    <message>
        <source>What is left of what the customer paid for.</source>
        <translation>客户自己充的钱还剩多少。</translation>
    </message>
    <message>
        <source>What is left of what the shop gave on top.</source>
        <translation>店里送的还剩多少。</translation>
    </message>
    <message>
        <source>What the line came to; may be empty where there are price and quantity.</source>
        <translation>这一行实收多少；有单价和数量时可以不填。</translation>
    </message>
    <message>
        <source>What the visits are for.</source>
        <translation>次卡做什么项目。</translation>
    </message>
    <message>
        <source>What was taken off the line.</source>
        <translation>这一行优惠了多少。</translation>
    </message>
    <message>
        <source>Where the customer came from.</source>
        <translation>客户从哪里来。</translation>
    </message>
    <message>
        <source>green tea</source>
        <translation>绿茶</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>nuts</source>
        <translation>坚果</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{kind} template.xlsx</source>
        <comment>a file's name</comment>
        <translation>{kind}导入模板.xlsx</translation>
    </message>
</context>
<context>
    <name>Things</name>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Correction of a day</source>
        <translation>日结更正</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Day's close</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Do-not-contact list</source>
        <translation>勿联系名单</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>File layout</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Keeping in touch</source>
        <translation>定期联系</translation>
    </message>
    <message>
        <source>Kind of follow-up</source>
        <translation>跟进类型</translation>
    </message>
    <message>
        <source>Member of staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>跟进方案</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>会员方案</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖品</translation>
    </message>
    <message>
        <source>Rules of a programme</source>
        <translation>方案规则</translation>
    </message>
    <message>
        <source>Step of a plan</source>
        <translation>方案步骤</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Way to pay</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Words of a consent</source>
        <translation>同意书文字</translation>
    </message>
</context>
<context>
    <name>Till</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 积分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n 笔</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n point(s)</source>
        <translation>
            <numerusform>+%n 积分</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things sold</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>, in steps of {step}</source>
        <translation>，每次 {step} 的倍数</translation>
    </message>
    <message>
        <source>A member? Scan the card, or type a name, pinyin or the last four digits above.</source>
        <translation>是会员吗？请刷卡，或在上面输入姓名、拼音或尾号后四位。</translation>
    </message>
    <message>
        <source>Afterwards: {balances}</source>
        <translation>之后：{balances}</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Amount of this part</source>
        <translation>这部分的金额</translation>
    </message>
    <message>
        <source>Amount, product or barcode</source>
        <translation>金额、商品或条码</translation>
    </message>
    <message>
        <source>An amount and Enter is a sale; the card of a member is asked for.</source>
        <translation>输入金额按回车就是一笔；会员卡会问一声。</translation>
    </message>
    <message>
        <source>An amount and Enter is sold. For more on the bill: 188+ or 2*tea, then Enter in the empty line.</source>
        <translation>输金额按回车就收好。一单有几样：188+ 或 2*茶，最后在空行按回车。</translation>
    </message>
    <message>
        <source>As the bill</source>
        <translation>同整单</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation>找零 {amount}</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Coupons on the bill</source>
        <translation>用在这单的券</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Find a slip by its number</source>
        <translation>按单号找小票</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>入会</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Leave without recording the sale?</source>
        <translation>不记这笔就离开吗？</translation>
    </message>
    <message>
        <source>Lines of the bill</source>
        <translation>这单的明细</translation>
    </message>
    <message>
        <source>Name of a new member</source>
        <translation>新会员姓名</translation>
    </message>
    <message>
        <source>Not in several ways</source>
        <translation>不分开付</translation>
    </message>
    <message>
        <source>Not yet? Name</source>
        <translation>还不是？写姓名</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing in the catalogue is “{text}”. With an amount behind it, it becomes a line of its own.</source>
        <translation>目录里没有“{text}”。在后面写上金额，就能单独成一行。</translation>
    </message>
    <message>
        <source>Nothing sold yet today</source>
        <translation>今天还没有收银</translation>
    </message>
    <message>
        <source>Nothing was sold on this day</source>
        <translation>这天没有收银</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Off the whole bill: 10 or 5%</source>
        <translation>整单减：10、5% 或 9折</translation>
    </message>
    <message>
        <source>Off this line: 5 or 10%</source>
        <translation>这行减：5、10% 或 9折</translation>
    </message>
    <message>
        <source>Off: 5, 10%</source>
        <translation>减 5、9折</translation>
    </message>
    <message>
        <source>On the bill</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>收款方式</translation>
    </message>
    <message>
        <source>Pay in several ways</source>
        <translation>分几种方式付</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phone of a new member</source>
        <translation>新会员电话</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Points to spend</source>
        <translation>用多少积分</translation>
    </message>
    <message>
        <source>Points, coupon, discount, note …</source>
        <translation>积分、券、优惠、备注…</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Products that fit</source>
        <translation>找到的商品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Record a sale</source>
        <translation>记一笔消费</translation>
    </message>
    <message>
        <source>Record the sale</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Record the sale  {keys}</source>
        <translation>收银  {keys}</translation>
    </message>
    <message>
        <source>Record {amount}</source>
        <translation>收 {amount}</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Sale</source>
        <comment>name of a line that has only an amount</comment>
        <translation>消费</translation>
    </message>
    <message>
        <source>Sell without  Enter</source>
        <translation>不记会员  回车</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>服务人员</translation>
    </message>
    <message>
        <source>Share of the first, per cent</source>
        <translation>第一位占百分之几</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>共同服务</translation>
    </message>
    <message>
        <source>Show the slip</source>
        <translation>看小票</translation>
    </message>
    <message>
        <source>Slip number</source>
        <translation>小票单号</translation>
    </message>
    <message>
        <source>Slips of the day</source>
        <translation>当天的小票</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>卖了什么</translation>
    </message>
    <message>
        <source>Sold: {amount}</source>
        <translation>已售 {amount}</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Take this line off  Delete</source>
        <translation>去掉这行  Delete</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>There is no slip with this number.</source>
        <translation>没有这个单号的小票。</translation>
    </message>
    <message>
        <source>This is no discount: write 10 or 5%.</source>
        <translation>这不是优惠：请写 10、5% 或 9折。</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Total {amount}</source>
        <translation>合计 {amount}</translation>
    </message>
    <message>
        <source>Type an amount, or choose something of the catalogue.</source>
        <translation>请输入金额，或选一样商品。</translation>
    </message>
    <message>
        <source>Type or scan the code, then Enter</source>
        <translation>输入或扫券码，再按回车</translation>
    </message>
    <message>
        <source>Usual sums</source>
        <translation>常收的整数</translation>
    </message>
    <message>
        <source>Way to pay a part</source>
        <translation>这部分怎么付</translation>
    </message>
    <message>
        <source>change {amount}</source>
        <translation>找零 {amount}</translation>
    </message>
    <message>
        <source>now {tier}</source>
        <translation>升为{tier}</translation>
    </message>
    <message>
        <source>of {points}</source>
        <translation>共 {points}</translation>
    </message>
    <message>
        <source>slip {number}</source>
        <translation>小票 {number}</translation>
    </message>
    <message numerus="yes">
        <source>the last %n slips</source>
        <translation>
            <numerusform>最近 %n 张小票</numerusform>
        </translation>
    </message>
    <message>
        <source>then {tier}</source>
        <translation>之后是{tier}</translation>
    </message>
    <message>
        <source>too little</source>
        <translation>不够</translation>
    </message>
    <message>
        <source>topped up {amount}</source>
        <translation>充值 {amount}</translation>
    </message>
    <message>
        <source>{amount} less</source>
        <translation>优惠 {amount}</translation>
    </message>
    <message>
        <source>{amount} stored</source>
        <translation>储值 {amount}</translation>
    </message>
    <message>
        <source>{back} comes back: {amount} to give out</source>
        <translation>退回 {back}：再找给客户 {amount}</translation>
    </message>
    <message>
        <source>{back} comes back: {amount} to pay</source>
        <translation>退回 {back}：再收 {amount}</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} 到 {most}</translation>
    </message>
    <message>
        <source>{name}  (−{amount})</source>
        <translation>{name}（−{amount}）</translation>
    </message>
    <message>
        <source>{name} is a member now</source>
        <translation>{name}已成为会员</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>All day</source>
        <translation>全天</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Ctrl+L logs the first contact.</source>
        <translation>还没有记录。按 Ctrl+L 记下第一次联系。</translation>
    </message>
    <message>
        <source>Nothing here fits. Choose “All” or search for something else.</source>
        <translation>没有符合的。请选“全部”，或换个词搜索。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation>搜索时间线</translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation>撤销这一步</translation>
    </message>
    <message numerus="yes">
        <source>Take this back for all %n customers</source>
        <translation>
            <numerusform>撤销这一步（涉及 %n 位客户）</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>时间线显示什么</translation>
    </message>
    <message>
        <source>What to do with this entry</source>
        <translation>对这一条的操作</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done today</source>
        <translation>
            <numerusform>今天完成 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done today. Well done!</source>
        <translation>
            <numerusform>今天完成了 %n 条，辛苦了！</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>今天 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handed over</source>
        <translation>
            <numerusform>转交 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>逾期 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promised</source>
        <translation>
            <numerusform>已答应 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 周年</numerusform>
        </translation>
    </message>
    <message>
        <source>A day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Birthdays and important days</source>
        <translation>生日和重要日子</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>联系不上</translation>
    </message>
    <message>
        <source>Change …	E</source>
        <translation>修改…	E</translation>
    </message>
    <message numerus="yes">
        <source>Close %n follow-up(s) without doing them</source>
        <translation>
            <numerusform>关闭 %n 条跟进，不再做了</numerusform>
        </translation>
    </message>
    <message>
        <source>Close them</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>Congratulate</source>
        <translation>送生日祝福</translation>
    </message>
    <message>
        <source>Copied: {phone}</source>
        <translation>已复制：{phone}</translation>
    </message>
    <message>
        <source>Copy the phone	Ctrl+C</source>
        <translation>复制电话	Ctrl+C</translation>
    </message>
    <message>
        <source>Customer does not want it</source>
        <translation>客户不需要</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天要做</translation>
    </message>
    <message>
        <source>Enjoy the quiet.</source>
        <translation>歇一歇吧。</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>From today on, so many a day; days the shop is closed are left out.</source>
        <translation>从今天起每天安排这么多条，店休日跳过。</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>转交…</translation>
    </message>
    <message>
        <source>Handed over to me</source>
        <translation>转交给我的</translation>
    </message>
    <message>
        <source>L or Enter: log and go to the next · O: customer · E: change · P: plan another · Ctrl+C: phone</source>
        <translation>L 或回车：记录并到下一条 · O：客户 · E：修改 · P：再安排 · Ctrl+C：复制电话</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Log and finish	L</source>
        <translation>记录并完成	L</translation>
    </message>
    <message>
        <source>Many at once</source>
        <translation>批量处理</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>我的</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is moved by itself. %n late:</source>
        <translation>
            <numerusform>不会自动改期。逾期的 %n 条：</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for you today</source>
        <translation>今天没有等着您的事</translation>
    </message>
    <message>
        <source>Open the customer	O</source>
        <translation>打开客户	O</translation>
    </message>
    <message>
        <source>Plan a follow-up</source>
        <translation>安排跟进</translation>
    </message>
    <message>
        <source>Plan another …	P</source>
        <translation>再安排一次…	P</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>答应过的</translation>
    </message>
    <message>
        <source>Say why, for those who look it up later.</source>
        <translation>请写明原因，方便以后查看。</translation>
    </message>
    <message>
        <source>Settled by itself</source>
        <translation>已经解决</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>分摊</translation>
    </message>
    <message numerus="yes">
        <source>Spread %n follow-up(s) over the coming days</source>
        <translation>
            <numerusform>把 %n 条跟进分摊到接下来几天</numerusform>
        </translation>
    </message>
    <message>
        <source>Spread …</source>
        <translation>分摊到几天…</translation>
    </message>
    <message numerus="yes">
        <source>That takes %n working day(s).</source>
        <translation>
            <numerusform>需要 %n 个营业日。</numerusform>
        </translation>
    </message>
    <message>
        <source>They leave the list; the reason stays with each of them.</source>
        <translation>它们会离开列表，每条都留有原因。</translation>
    </message>
    <message>
        <source>To today</source>
        <translation>改到今天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>今日 {day}</translation>
    </message>
    <message>
        <source>Too long ago</source>
        <translation>时间太久了</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>常用原因</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>看谁的</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>from {name}: {reason}</source>
        <translation>{name}转交：{reason}</translation>
    </message>
    <message>
        <source>greetings: not asked yet</source>
        <translation>祝福：尚未征得同意</translation>
    </message>
    <message>
        <source>important</source>
        <translation>重要</translation>
    </message>
    <message numerus="yes">
        <source>last contact %n day(s) ago</source>
        <translation>
            <numerusform>%n 天前联系过</numerusform>
        </translation>
    </message>
    <message>
        <source>last contact today</source>
        <translation>今天联系过</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>没有等着的事</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>已答应</translation>
    </message>
    <message>
        <source>refused calls</source>
        <translation>拒接电话</translation>
    </message>
    <message>
        <source>refused greetings</source>
        <translation>拒收祝福</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>the first {shown}</source>
        <translation>显示前 {shown} 条</translation>
    </message>
    <message>
        <source>turns {age}</source>
        <translation>{age} 岁</translation>
    </message>
</context>
<context>
    <name>TopUp</name>
    <message>
        <source>Gift</source>
        <translation>赠送金额</translation>
    </message>
    <message>
        <source>Give another gift than the offers say</source>
        <translation>另外设赠送金额</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>充值优惠</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>充值金额</translation>
    </message>
    <message>
        <source>Stored value, paid out</source>
        <translation>储值退款</translation>
    </message>
    <message>
        <source>Stored value, topped up</source>
        <translation>储值充值</translation>
    </message>
    <message>
        <source>The gift can be spent {until}.</source>
        <translation>赠送部分有效期{until}。</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>{pay} + {gift}</source>
        <comment>an offer: what is paid and what is given</comment>
        <translation>充 {pay} 送 {gift}</translation>
    </message>
    <message>
        <source>{pay} paid in and {gift} as a gift. After it: {principal} paid in, {gift_after} gift.</source>
        <translation>充 {pay}，送 {gift}。充值后本金 {principal}，赠送 {gift_after}。</translation>
    </message>
    <message>
        <source>{sum} will stand on this card: more than the {limit} the shop wants to be warned of.</source>
        <translation>充值后这张卡里有 {sum}，超过了店里设的提醒额度 {limit}。</translation>
    </message>
</context>
<context>
    <name>TryRules</name>
    <message>
        <source> months</source>
        <comment>behind a number</comment>
        <translation> 个月</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>As on this page</source>
        <translation>页面上的</translation>
    </message>
    <message>
        <source>Cost altogether</source>
        <translation>成本合计</translation>
    </message>
    <message>
        <source>Cost of lower prices</source>
        <translation>会员价成本</translation>
    </message>
    <message>
        <source>Cost of the points</source>
        <translation>积分成本</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>First figures, raised from one customer in fifty; the others follow.</source>
        <translation>先按五十分之一的客户推算，完整结果随后就到。</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月数</translation>
    </message>
    <message>
        <source>Nothing is changed yet: this shows what the rules come to. Change a sentence to compare.</source>
        <translation>还没改动，现在只算现行规则。改一句就能比较。</translation>
    </message>
    <message>
        <source>Owed at the end</source>
        <translation>期末负债</translation>
    </message>
    <message>
        <source>Points given</source>
        <translation>发出积分</translation>
    </message>
    <message>
        <source>Points left at the end</source>
        <translation>期末剩余积分</translation>
    </message>
    <message>
        <source>Points spent</source>
        <translation>用掉积分</translation>
    </message>
    <message>
        <source>Points that ended</source>
        <translation>过期积分</translation>
    </message>
    <message>
        <source>Replaying the sales of the last months …</source>
        <translation>正在用过去的销售重新计算…</translation>
    </message>
    <message>
        <source>The rules on this page are compared with those that count now, on the same sales.</source>
        <translation>用同样的销售记录，比较页面上的规则和现行规则。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Try the rules on past sales</source>
        <translation>用过去的销售试算规则</translation>
    </message>
    <message>
        <source>{members} in it, {up} up, {down} down</source>
        <translation>{members} 人，升 {up}，降 {down}</translation>
    </message>
    <message numerus="yes">
        <source>{slips} slips of %n customer(s), {turnover} altogether.</source>
        <translation>
            <numerusform>%n 位客户的 {slips} 张单，共 {turnover}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UseVisit</name>
    <message numerus="yes">
        <source>%n left after it</source>
        <translation>
            <numerusform>用后剩 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Set up visit cards</source>
        <translation>去设置次卡</translation>
    </message>
    <message>
        <source>She has no visits left on any card. Sell her a card: it can be used at once.</source>
        <translation>她名下没有可用的次卡。先开一张，开好就能用。</translation>
    </message>
    <message>
        <source>The shop sells no visit cards yet. Set up a sort: its visits, its price, its days.</source>
        <translation>店里还没有次卡。先设一种：多少次、多少钱、哪些天可用。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>划卡</translation>
    </message>
    <message>
        <source>Use a visit</source>
        <translation>划卡</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>仍然使用</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>立即备份(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Columns …</source>
        <translation>显示的列(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy phone</source>
        <translation>复制电话(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Details beside the list</source>
        <translation>右侧显示详情(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Done …</source>
        <translation>完成(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Edit in place</source>
        <translation>就地编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Edit the follow-up …</source>
        <translation>编辑跟进(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Export customers …</source>
        <translation>导出客户(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Fields of your own …</source>
        <translation>自定义字段(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Filter …</source>
        <translation>筛选(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find a command …</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;First steps …</source>
        <translation>开店准备(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Hand over follow-ups …</source>
        <translation>转交跟进(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;History of the shop</source>
        <translation>历史记录(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import customers …</source>
        <translation>导入客户(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Keep in touch …</source>
        <translation>定期联系(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Log a contact</source>
        <translation>记录联系(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Merge …</source>
        <translation>合并(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;New customer</source>
        <translation>新建客户(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open the record</source>
        <translation>打开客户档案(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Ordinary text size</source>
        <translation>恢复文字大小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Previous customer</source>
        <translation>上一位客户(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Privacy</source>
        <translation>隐私(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Record a sale …</source>
        <translation>记一笔消费(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Recycle bin</source>
        <translation>回收站(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>重做：{step}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Restore a backup …</source>
        <translation>恢复备份(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Save as view …</source>
        <translation>存为视图(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Save the week as PDF …</source>
        <translation>本周存为 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tag …</source>
        <translation>标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Top up stored value …</source>
        <translation>充值(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>撤销：{step}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Use a visit …</source>
        <translation>划卡(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>使用指南(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Ways to pay …</source>
        <translation>收款方式(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;What is new</source>
        <translation>新功能(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Write a follow-up on the day</source>
        <translation>在当天写一条跟进(&amp;W)</translation>
    </message>
    <message>
        <source>Bac&amp;kups</source>
        <translation>备份一览(&amp;K)</translation>
    </message>
    <message>
        <source>Back up to the second place</source>
        <translation>备份到第二存放处</translation>
    </message>
    <message>
        <source>Bring in a bac&amp;kup …</source>
        <translation>导入备份(&amp;K)…</translation>
    </message>
    <message>
        <source>Cannot be undone: {step}</source>
        <translation>不能撤销：{step}</translation>
    </message>
    <message>
        <source>Catalo&amp;gue</source>
        <translation>商品与服务(&amp;G)</translation>
    </message>
    <message>
        <source>Change &amp;many …</source>
        <translation>批量修改(&amp;M)…</translation>
    </message>
    <message>
        <source>Change who is at &amp;work …</source>
        <translation>换人操作(&amp;W)…</translation>
    </message>
    <message>
        <source>Check the code of a state&amp;ment …</source>
        <translation>验证对账单二维码(&amp;M)…</translation>
    </message>
    <message>
        <source>Choose a second place for backups …</source>
        <translation>选择备份的第二存放处…</translation>
    </message>
    <message>
        <source>Colours: {choice}</source>
        <translation>配色：{choice}</translation>
    </message>
    <message>
        <source>Copy &amp;balances for WeChat</source>
        <translation>复制余额发微信(&amp;B)</translation>
    </message>
    <message>
        <source>Counter s&amp;trip, on top of all windows</source>
        <translation>柜台条，始终在最前(&amp;T)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>重新处理</translation>
    </message>
    <message>
        <source>Earlier i&amp;mports</source>
        <translation>导入记录(&amp;M)</translation>
    </message>
    <message>
        <source>Export this &amp;view as .ics …</source>
        <translation>把当前视图导出为 .ics(&amp;V)…</translation>
    </message>
    <message>
        <source>Find and re&amp;place …</source>
        <translation>查找和替换(&amp;P)…</translation>
    </message>
    <message>
        <source>Follow-up p&amp;lans …</source>
        <translation>跟进计划(&amp;L)…</translation>
    </message>
    <message>
        <source>Go to to&amp;day</source>
        <translation>回到今天(&amp;D)</translation>
    </message>
    <message>
        <source>Holid&amp;ays and closed days …</source>
        <translation>节假日与休息日(&amp;A)…</translation>
    </message>
    <message>
        <source>Import a cale&amp;ndar …</source>
        <translation>导入日历(&amp;N)…</translation>
    </message>
    <message>
        <source>Is the recovery sheet still there? …</source>
        <translation>核对恢复码那张纸…</translation>
    </message>
    <message>
        <source>K&amp;inds of follow-up …</source>
        <translation>跟进类型(&amp;I)…</translation>
    </message>
    <message>
        <source>Look for d&amp;uplicates now</source>
        <translation>马上查找重复客户(&amp;U)</translation>
    </message>
    <message>
        <source>Lunar days and holidays</source>
        <translation>显示农历和节假日</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>My P&amp;IN …</source>
        <translation>我的 PIN(&amp;I)…</translation>
    </message>
    <message>
        <source>Ne&amp;xt customer</source>
        <translation>下一位客户(&amp;X)</translation>
    </message>
    <message>
        <source>New follo&amp;w-up …</source>
        <translation>新建跟进(&amp;W)…</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>Page back</source>
        <translation>往前翻页</translation>
    </message>
    <message>
        <source>Page on</source>
        <translation>往后翻页</translation>
    </message>
    <message>
        <source>Password and ke&amp;y …</source>
        <translation>密码与密钥(&amp;Y)…</translation>
    </message>
    <message>
        <source>Phone &amp;numbers …</source>
        <translation>电话号码(&amp;N)…</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>Print the &amp;agenda …</source>
        <translation>打印日程(&amp;A)…</translation>
    </message>
    <message>
        <source>Print the &amp;week …</source>
        <translation>打印本周(&amp;W)…</translation>
    </message>
    <message>
        <source>Print the call &amp;list of the day …</source>
        <translation>打印当天的电话单(&amp;L)…</translation>
    </message>
    <message>
        <source>Re&amp;store</source>
        <translation>恢复(&amp;S)</translation>
    </message>
    <message>
        <source>Recovery &amp;code …</source>
        <translation>恢复码(&amp;C)…</translation>
    </message>
    <message>
        <source>Redeem a re&amp;ward …</source>
        <translation>积分兑换(&amp;W)…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Rows: {choice}</source>
        <translation>行距：{choice}</translation>
    </message>
    <message>
        <source>Same household</source>
        <translation>同一家人</translation>
    </message>
    <message>
        <source>Save the agenda as PDF …</source>
        <translation>日程存为 PDF …</translation>
    </message>
    <message>
        <source>Save the call list as PDF …</source>
        <translation>电话单存为 PDF …</translation>
    </message>
    <message>
        <source>Save the readable copy as …</source>
        <translation>可读副本另存为…</translation>
    </message>
    <message>
        <source>Sta&amp;ff: roles, rights, PINs</source>
        <translation>员工：角色、权限、PIN(&amp;F)</translation>
    </message>
    <message>
        <source>Start a follow-up &amp;plan …</source>
        <translation>启动跟进计划(&amp;P)…</translation>
    </message>
    <message>
        <source>State&amp;ment …</source>
        <translation>对账单(&amp;M)…</translation>
    </message>
    <message>
        <source>Take back the last decision</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Tidy &amp;up texts …</source>
        <translation>整理文字(&amp;U)…</translation>
    </message>
    <message>
        <source>To the &amp;notice</source>
        <translation>转到提示(&amp;N)</translation>
    </message>
    <message>
        <source>To the &amp;reminders</source>
        <translation>转到提醒(&amp;R)</translation>
    </message>
    <message>
        <source>Try the newest backup out</source>
        <translation>试恢复最新的备份</translation>
    </message>
    <message>
        <source>Try with a sample &amp;shop</source>
        <translation>用示例店铺试试(&amp;S)</translation>
    </message>
    <message>
        <source>What is &amp;missing …</source>
        <translation>缺少的资料(&amp;M)…</translation>
    </message>
    <message>
        <source>What is late, at the side</source>
        <translation>旁边显示逾期的</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>Everyone in the shop sees it</source>
        <translation>店里所有人都能看到</translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>改为所有人可见</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Only for me</source>
        <translation>改为仅自己可见</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>Save the changed filter</source>
        <translation>保存修改后的筛选</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>{name}: only you see this view</source>
        <translation>{name}：仅自己可见</translation>
    </message>
</context>
<context>
    <name>Void</name>
    <message>
        <source>Leave as it is</source>
        <translation>不作废</translation>
    </message>
    <message>
        <source>Money, points and stock go back to where they were. The slip stays, marked as void.</source>
        <translation>钱、积分和库存都回到原来的样子。小票保留，标为作废。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Say why: it stands on the void slip and in the day's close.</source>
        <translation>请写原因：作废单和日结上会有。</translation>
    </message>
    <message>
        <source>Slip {number} is void</source>
        <translation>小票 {number} 已作废</translation>
    </message>
    <message>
        <source>Such as: wrong customer, entered twice</source>
        <translation>如：选错客户、录了两次</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Void slip {number}</source>
        <translation>作废小票 {number}</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>A backup of what is open now could not be made: do not close the program, put the file back.</source>
        <translation>没能为当前内容做备份：请先不要关闭程序，把文件放回原处。</translation>
    </message>
    <message>
        <source>All that you entered is in a new backup.</source>
        <translation>您录入的内容都在一份新备份里。</translation>
    </message>
    <message>
        <source>Get the shop back …</source>
        <translation>找回店里的资料……</translation>
    </message>
    <message>
        <source>Only {megabytes} MB are free on the disk of the customer book. Please make room soon.</source>
        <translation>客户本所在的磁盘只剩 {megabytes} MB 了，请尽快腾出空间。</translation>
    </message>
    <message>
        <source>Part of the customer book can no longer be read. Nothing is written any more, so that nothing is lost; what you see is right.</source>
        <translation>客户本有一部分读不出来了。为了不丢资料，现在不再写入；您看到的内容都是对的。</translation>
    </message>
    <message>
        <source>The disk did not answer for a moment, and the customer book was opened anew. Please look whether what you did last is there.</source>
        <translation>硬盘刚才没有响应，客户本已重新打开。请看看刚才做的事是否已经保存。</translation>
    </message>
    <message>
        <source>The file of the customer book was moved, renamed or replaced by another program. Nothing is written any more.</source>
        <translation>客户本的文件被别的程序移动、改名或替换了，现在不再写入任何内容。</translation>
    </message>
    <message>
        <source>Way out …</source>
        <translation>怎么办……</translation>
    </message>
</context>
<context>
    <name>Weekday</name>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>+{points} for the visit</source>
        <translation>+{points} 到店</translation>
    </message>
    <message>
        <source>+{points} {name}</source>
        <translation>+{points} {name}</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the steps of an explanation</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>A member</source>
        <translation>普通会员</translation>
    </message>
    <message>
        <source>at most {number}</source>
        <translation>最高 {number}</translation>
    </message>
    <message>
        <source>birthday gift</source>
        <translation>生日礼</translation>
    </message>
    <message>
        <source>coupon “{name}” can be used again</source>
        <translation>优惠券“{name}”可再次使用</translation>
    </message>
    <message>
        <source>coupon “{name}” can be used again until {day}</source>
        <translation>优惠券“{name}”可再次使用，有效期至{day}</translation>
    </message>
    <message>
        <source>coupon “{name}” comes back, but it ended on {day}</source>
        <translation>优惠券“{name}”已退回，但已于{day}过期</translation>
    </message>
    <message>
        <source>coupon “{name}” stays used, as its terms say</source>
        <translation>优惠券“{name}”按规则退货不退券，仍算已使用</translation>
    </message>
    <message>
        <source>coupon “{name}” stays used: not everything came back</source>
        <translation>优惠券“{name}”仍算已使用：没有全部退回</translation>
    </message>
    <message>
        <source>for bringing a friend</source>
        <translation>老带新奖励</translation>
    </message>
    <message>
        <source>gift</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>member's price saves {amount}</source>
        <translation>会员价省 {amount}</translation>
    </message>
    <message>
        <source>no points: {amount} is below {minimum}</source>
        <translation>不积分：{amount} 未满 {minimum}</translation>
    </message>
    <message>
        <source>tier {before} ended</source>
        <translation>等级{before}到期</translation>
    </message>
    <message>
        <source>tier {before} → {name}</source>
        <translation>等级 {before} → {name}</translation>
    </message>
    <message>
        <source>tier {name} reached</source>
        <translation>升为{name}</translation>
    </message>
    <message>
        <source>welcome from a friend</source>
        <translation>朋友推荐见面礼</translation>
    </message>
    <message>
        <source>{amount} of stored value comes back</source>
        <translation>退回储值 {amount}</translation>
    </message>
    <message>
        <source>{amount} paid with gifts of stored value does not count</source>
        <translation>赠送金支付的 {amount} 不计</translation>
    </message>
    <message>
        <source>{amount} paid with points does not count</source>
        <translation>积分抵扣的 {amount} 不计</translation>
    </message>
    <message>
        <source>{name} saves {amount}</source>
        <translation>{name}省 {amount}</translation>
    </message>
    <message>
        <source>{name}: the stock is only {stock}</source>
        <translation>{name}：库存只有 {stock}</translation>
    </message>
    <message>
        <source>{points} points fill what was owed</source>
        <translation>{points} 积分补欠</translation>
    </message>
    <message>
        <source>{points} points go with the goods returned</source>
        <translation>随退货扣回 {points} 积分</translation>
    </message>
    <message>
        <source>{points} points pay {amount}</source>
        <translation>{points} 积分抵 {amount}</translation>
    </message>
    <message>
        <source>{points} points spent come back</source>
        <translation>退回已用的 {points} 积分</translation>
    </message>
    <message>
        <source>{who} who pays {amount} gets {points} ({why}).</source>
        <translation>{who}消费 {amount} 得 {points}（{why}）。</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Customer book</source>
        <translation>客户管家</translation>
    </message>
</context>
<context>
    <name>Withdraw</name>
    <message>
        <source>A gift is never paid out: {lost} of {gift} ends with it.</source>
        <translation>赠送部分不退：{gift} 中有 {lost} 随之作废。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Nothing is left of what she paid in, so there is nothing to pay out.</source>
        <translation>她充值的本金已经没有了，没有可退的。</translation>
    </message>
    <message>
        <source>Nothing that was paid in is left.</source>
        <translation>本金已经用完，没有可退的。</translation>
    </message>
    <message>
        <source>Paid out by</source>
        <translation>退款方式</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Pay stored value out</source>
        <translation>退储值</translation>
    </message>
    <message>
        <source>{principal} of what was paid in is left; {rest} stays after this.</source>
        <translation>本金还有 {principal}，退后剩 {rest}。</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) chosen</source>
        <translation>
            <numerusform>选了 %n 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n into the note</source>
        <translation>
            <numerusform>%n 列写进备注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more (is|are) not shown.</source>
        <translation>
            <numerusform>还有 %n 个没有显示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) (waits|wait)</source>
        <translation>
            <numerusform>还有 %n 个文件等着导入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 个新字段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n 处不能用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) (is|are) left for you to decide.</source>
        <translation>
            <numerusform>%n 行等您决定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) chosen: a decision holds for all of them.</source>
        <translation>
            <numerusform>选了 %n 行，决定对它们都有效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to decide (stays|stay) out until you do.</source>
        <translation>
            <numerusform>%n 行等您决定，决定之前不导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with errors (stays|stay) out.</source>
        <translation>
            <numerusform>%n 行有错误，不会导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) you have not decided (was|were) left out.</source>
        <translation>
            <numerusform>还有 %n 行没有决定，先没导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) tidied</source>
        <translation>
            <numerusform>整理 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Check all rows now</source>
        <translation>直接检查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Join …</source>
        <translation>合并列(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>不导入(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next: step by step</source>
        <translation>一步一步来(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Split …</source>
        <translation>拆开(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Take away</source>
        <translation>去掉这一列(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>03/04/2024 can be two days. Which one is meant in this column?</source>
        <translation>03/04/2024 有两种读法，这一列是哪一种？</translation>
    </message>
    <message>
        <source>A new field is made for “{heading}”:</source>
        <translation>为“{heading}”新建字段：</translation>
    </message>
    <message>
        <source>Add a fixed value</source>
        <translation>加一个固定值</translation>
    </message>
    <message>
        <source>Add as new</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Add those who are not yet customers</source>
        <translation>还不是客户的，新增进来</translation>
    </message>
    <message>
        <source>Another file …</source>
        <translation>再导入一个文件…</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>As the program reads it</source>
        <translation>按程序的理解</translation>
    </message>
    <message>
        <source>At / 、 , ; and line ends</source>
        <translation>在 / 、， ；和换行处</translation>
    </message>
    <message>
        <source>At a sign of your own</source>
        <translation>在指定的符号处</translation>
    </message>
    <message>
        <source>At spaces</source>
        <translation>在空格处</translation>
    </message>
    <message>
        <source>Balances of</source>
        <translation>余额日期</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>变成</translation>
    </message>
    <message>
        <source>Between them</source>
        <translation>中间用</translation>
    </message>
    <message>
        <source>Between values</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Blank template …</source>
        <translation>空白模板…</translation>
    </message>
    <message>
        <source>Bring in customers from a table</source>
        <translation>从表格导入客户</translation>
    </message>
    <message>
        <source>By the rules of today, and not for customers with an opening balance of points.</source>
        <translation>按现在的规则补；已有期初积分的客户不补。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check all rows</source>
        <translation>检查全部行</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose another file …</source>
        <translation>换一个文件…</translation>
    </message>
    <message>
        <source>Choose two or more columns with Ctrl or Shift first</source>
        <translation>先按住 Ctrl 或 Shift 选两列以上</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Click the row that has the headings</source>
        <translation>点一下标题所在的行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件里的列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>对应列</translation>
    </message>
    <message>
        <source>Columns and what is tidied in them</source>
        <translation>各列和整理的内容</translation>
    </message>
    <message>
        <source>Customers you have already</source>
        <translation>遇到现有客户时</translation>
    </message>
    <message>
        <source>Day first: 03/04/2024 is 3 April</source>
        <translation>日在前：03/04/2024 是 4 月 3 日</translation>
    </message>
    <message>
        <source>Double-click or F2 changes what a value becomes; Delete leaves it out.</source>
        <translation>双击或按 F2 改“变成”什么；按 Delete 不导入这个值。</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Every row gets it: a tag such as “old list”, or where the customers came from.</source>
        <translation>每一行都加上，比如标签“老名单”，或者客户来源。</translation>
    </message>
    <message>
        <source>Every row is read and compared with your customers. Nothing is written.</source>
        <translation>正在读每一行，和现有客户比对，不会写入任何内容。</translation>
    </message>
    <message>
        <source>Excel, WPS, CSV or contacts (vCard): choose a file, drop it here, or copy cells and press Ctrl+V. Nothing is changed before you have seen what will happen.</source>
        <translation>Excel、WPS、CSV 或手机通讯录（vCard）都可以：选择文件、拖到这里，或复制单元格后按 Ctrl+V。先给您看结果，确认后才写入。</translation>
    </message>
    <message>
        <source>Fi&amp;xed value …</source>
        <translation>固定值(&amp;X)…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Fill blanks</source>
        <translation>只补空白</translation>
    </message>
    <message>
        <source>Fixed value</source>
        <translation>固定值</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>对应到</translation>
    </message>
    <message>
        <source>How a row finds its customer</source>
        <translation>怎样认出现有客户</translation>
    </message>
    <message>
        <source>How rows find your customers</source>
        <translation>怎样认出现有客户</translation>
    </message>
    <message>
        <source>How the days are written</source>
        <translation>日期怎么写的</translation>
    </message>
    <message numerus="yes">
        <source>Import the rest (%n)</source>
        <translation>
            <numerusform>导入剩下的 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件里</translation>
    </message>
    <message>
        <source>Into the no&amp;te</source>
        <translation>写进备注(&amp;T)</translation>
    </message>
    <message>
        <source>Its values</source>
        <translation>这一列的值</translation>
    </message>
    <message>
        <source>Join the columns</source>
        <translation>合并列</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Leave the cell out</source>
        <translation>这一格不导入</translation>
    </message>
    <message>
        <source>Leave this import? What you chose for it is lost; nothing has been written.</source>
        <translation>离开这次导入？已做的选择会丢失；还没有写入任何内容。</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Let these sales earn points</source>
        <translation>给这些老销售补积分</translation>
    </message>
    <message>
        <source>Look at the columns</source>
        <translation>看看各列</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>认人</translation>
    </message>
    <message>
        <source>Month first: 03/04/2024 is 4 March</source>
        <translation>月在前：03/04/2024 是 3 月 4 日</translation>
    </message>
    <message>
        <source>Name of the new field</source>
        <translation>新字段的名称</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New &amp;field</source>
        <translation>新字段(&amp;F)</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>No row can come in as it is. The list says what is wrong, and cells can be mended here.</source>
        <translation>现在没有一行能导入。下面写了哪里不对，可以直接在这里改。</translation>
    </message>
    <message>
        <source>No ticked rule fits this file, so every row comes in as a new customer.</source>
        <translation>勾选的规则这个文件都用不上，所以每一行都作为新客户导入。</translation>
    </message>
    <message>
        <source>No ticked rule fits this file, so its sales belong to nobody you know.</source>
        <translation>勾选的规则都用不上，所以这些销售对不上已有的客户。</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>不能用</translation>
    </message>
    <message>
        <source>Nothing has to be tidied here.</source>
        <translation>这一列不用整理。</translation>
    </message>
    <message numerus="yes">
        <source>Only those without a place (%n)</source>
        <translation>
            <numerusform>只看没对上的（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Opening balance from the file</source>
        <translation>期初余额，来自文件</translation>
    </message>
    <message>
        <source>Opening balances</source>
        <translation>期初余额</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>文件密码</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation>可能是同一人</translation>
    </message>
    <message>
        <source>Phones without a country are from</source>
        <translation>没写国家的电话属于</translation>
    </message>
    <message>
        <source>Piece {number} goes to</source>
        <translation>第 {number} 段对应到</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Points, stored value, visits and tiers of the file become opening entries, one for each account. Who has had one keeps it: the same file again changes nothing.</source>
        <translation>文件里的积分、储值、次数和等级会记成期初，每个账户只记一次。已经有期初的保持原样：同一个文件再导一遍也不会变。</translation>
    </message>
    <message>
        <source>Reading every row …</source>
        <translation>正在读每一行…</translation>
    </message>
    <message>
        <source>Reason in the ledger</source>
        <translation>流水里的原因</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Row numbers</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Save a blank template …</source>
        <translation>保存空白模板…</translation>
    </message>
    <message>
        <source>Show it anyway</source>
        <translation>仍然显示</translation>
    </message>
    <message>
        <source>Show the customers</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Split the column</source>
        <translation>拆开这一列</translation>
    </message>
    <message>
        <source>Steps of the import</source>
        <translation>导入步骤</translation>
    </message>
    <message>
        <source>Stopping before the end leaves everything as it was.</source>
        <translation>中途停止，一切保持原样。</translation>
    </message>
    <message>
        <source>Surely the same</source>
        <translation>确定是同一人</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>收回决定</translation>
    </message>
    <message>
        <source>Template saved: {file}</source>
        <translation>模板已保存：{file}</translation>
    </message>
    <message>
        <source>The columns go where they went last time.</source>
        <translation>各列按上次的对应。</translation>
    </message>
    <message>
        <source>The columns of the file</source>
        <translation>文件里的列</translation>
    </message>
    <message>
        <source>The file has no headings</source>
        <translation>文件没有标题行</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>The first rule that fits decides. Drag to reorder, or press Alt+Up and Alt+Down.</source>
        <translation>从上往下，第一条符合的算数。可以拖动，或按 Alt+↑、Alt+↓ 调整顺序。</translation>
    </message>
    <message>
        <source>The rows of the file</source>
        <translation>文件里的行</translation>
    </message>
    <message>
        <source>The sign between</source>
        <translation>中间的符号</translation>
    </message>
    <message>
        <source>The values of the column</source>
        <translation>这一列的值</translation>
    </message>
    <message>
        <source>There is no table on the clipboard. Copy cells in Excel or WPS first.</source>
        <translation>剪贴板里没有表格。请先在 Excel 或 WPS 里复制单元格。</translation>
    </message>
    <message>
        <source>This file is protected with a password. Type it here.</source>
        <translation>这个文件有密码，请在这里输入。</translation>
    </message>
    <message>
        <source>This row cannot come in as it is. Mend the cell right here (F2), or leave it out.</source>
        <translation>这一行现在不能导入。按 F2 直接改，或者不导入。</translation>
    </message>
    <message>
        <source>This very file was brought in on {when} by {person}, and taken back.</source>
        <translation>这个文件 {when} 由 {person} 导入过，后来撤回了。</translation>
    </message>
    <message>
        <source>This very file was brought in on {when} by {person}: {created} added, {updated} updated.</source>
        <translation>这个文件 {when} 由 {person} 导入过：新增 {created} 位，更新 {updated} 位。</translation>
    </message>
    <message>
        <source>Tidied</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>To update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Twice in the file</source>
        <translation>文件里重复的人</translation>
    </message>
    <message>
        <source>Type or press Space to choose another place.</source>
        <translation>打字或按空格，可以换一个位置。</translation>
    </message>
    <message>
        <source>Type to find a place</source>
        <translation>打字查找</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Very likely the same</source>
        <translation>很可能是同一人</translation>
    </message>
    <message>
        <source>What cannot be taken</source>
        <translation>不能用的内容</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>怎么处理</translation>
    </message>
    <message>
        <source>What happens then</source>
        <translation>认出以后</translation>
    </message>
    <message>
        <source>What is in the file?</source>
        <translation>文件里是什么？</translation>
    </message>
    <message>
        <source>What is tidied</source>
        <translation>整理了什么</translation>
    </message>
    <message>
        <source>What is tidied on the way in</source>
        <translation>导入时整理这些</translation>
    </message>
    <message>
        <source>What the new field holds</source>
        <translation>新字段的类型</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>也就是说</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>导入后会怎样</translation>
    </message>
    <message>
        <source>Where both have a value</source>
        <translation>两边都有内容时</translation>
    </message>
    <message>
        <source>Where the column goes</source>
        <translation>这一列对应到哪里</translation>
    </message>
    <message>
        <source>Where the columns go</source>
        <translation>各列对应到哪里</translation>
    </message>
    <message>
        <source>Where the template goes</source>
        <translation>模板保存到哪里</translation>
    </message>
    <message>
        <source>Where to cut</source>
        <translation>从哪里拆开</translation>
    </message>
    <message>
        <source>Which customer is “{name}”? Until you decide, the row stays out.</source>
        <translation>“{name}”是哪位客户？决定之前，这一行不导入。</translation>
    </message>
    <message>
        <source>Which customers come in?</source>
        <translation>导入哪些客户？</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>With errors</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>Words and phone numbers apart</source>
        <translation>文字和电话分开</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>同上次</translation>
    </message>
    <message>
        <source>by its heading</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>by its values</source>
        <translation>按内容</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>您选的</translation>
    </message>
    <message>
        <source>cannot be taken</source>
        <translation>不能用</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>row {row}: {before}</source>
        <translation>第 {row} 行：{before}</translation>
    </message>
    <message>
        <source>row {row}: {before} → {after}</source>
        <translation>第 {row} 行：{before} → {after}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>surely</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>the shop's country</source>
        <translation>本店所在国家</translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>{field}: + {after}</source>
        <translation>{field}：+ {after}</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}：{before} → {after}</translation>
    </message>
    <message>
        <source>{new} new, {known} updated</source>
        <translation>新增 {new}，更新 {known}</translation>
    </message>
    <message>
        <source>{number}  It is {name}</source>
        <translation>{number}  就是 {name}</translation>
    </message>
    <message>
        <source>{rule} – not in this file</source>
        <translation>{rule}（文件里没有）</translation>
    </message>
    <message>
        <source>{tab}  {number}</source>
        <translation>{tab}  {number}</translation>
    </message>
    <message>
        <source>“{name}” is your customer: {known}</source>
        <translation>“{name}”是现有客户：{known}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>After the sale</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Agreed to nothing</source>
        <translation>都不同意</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>纪念日</translation>
    </message>
    <message>
        <source>Before the sale</source>
        <translation>售前</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>Card lost</source>
        <translation>已挂失</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>没兴趣</translation>
    </message>
    <message>
        <source>During the sale</source>
        <translation>售中</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Important date</source>
        <translation>重要日子</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>有意向</translation>
    </message>
    <message>
        <source>Late</source>
        <comment>follow-up</comment>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Later</source>
        <comment>follow-up</comment>
        <translation>未到期</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>寄信</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>面谈</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没人接</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>未安排</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>gender</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>已答应</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已联系上</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>发短信</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>follow-up</comment>
        <translation>今天</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>到店</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>Days of the year</source>
        <translation>全年日历</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>closed every week</source>
        <translation>每周休息</translation>
    </message>
    <message>
        <source>open</source>
        <translation>营业</translation>
    </message>
</context>
</TS>
