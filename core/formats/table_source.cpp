// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/table_source.h"

#include "core/formats/content_observer.h"
#include "core/formats/item_weight.h"
#include "core/formats/other_system.h"
#include "core/formats/row_reader.h"

namespace pfx::formats {

using base::ErrorCode;
using records::Section;

namespace {

constexpr qsizetype shownColumns = 8;
constexpr qsizetype shownLetters = 40;

/// Not longer than a person reads, and without what would turn the words around it.
QString shownName(const QString &column)
{
    QString name = column;
    for (QChar &c : name) {
        if (!c.isPrint())
            c = u' ';
    }
    name = name.simplified();
    return name.size() > shownLetters ? name.left(shownLetters) + u'…' : name;
}

base::Failure ofUnknownColumns(const QStringList &expected, const QStringList &columns)
{
    QStringList found;
    for (const QString &column : columns) {
        const QString name = shownName(column);
        if (name.isEmpty())
            continue;
        if (found.size() == shownColumns) {
            found << QStringLiteral("…");
            break;
        }
        found << name;
    }
    return base::fail(ErrorCode::SourceUnreadable,
                      QStringLiteral("neither JSON nor a table with known columns (expected: %1; found: %2)")
                          .arg(expected.join(QStringLiteral(", ")), found.isEmpty() ? QStringLiteral("—") : found.join(QStringLiteral(", "))),
                      QStringLiteral("1:1"));
}

} // namespace

TableSource::TableSource(std::shared_ptr<SourceFile> file, std::unique_ptr<Table> table, ColumnRows rows)
    : m_file(std::move(file)), m_table(std::move(table)), m_rows(std::move(rows))
{}

base::Result<QByteArray> TableSource::digest(const base::StopToken &stop)
{
    ContentObserver observer(m_file->size(), stop, {}, false);
    QByteArray buffer(1 << 18, Qt::Uninitialized);
    for (qint64 at = 0; at < m_file->size();) {
        PFX_ASSIGN(const qint64 got, m_file->readAt(at, buffer.data(), buffer.size()));
        if (got == 0)
            break;
        PFX_TRY(observer.chunk(at, buffer.constData(), got));
        at += got;
    }
    return observer.digest();
}

base::Result<records::SourceInfo> TableSource::inspect(base::StopToken stop, const Progress &progress)
{
    PFX_TRY(m_table->open(stop));
    if (m_rows.isOfOther(m_table->columns()))
        return ofOtherSystem(m_rows.system(), m_file->path());
    if (!m_rows.bind(m_table->columns()))
        return ofUnknownColumns(m_rows.expected(), m_table->columns());
    records::SourceInfo info;
    info.system = m_rows.system();
    info.form = m_table->form();
    info.encoding = m_table->encoding();
    info.delimiter = m_table->delimiter();
    info.bytes = m_file->size();
    for (qsizetype i = 0; i < m_table->columns().size() && i < Table::maxColumns; ++i) {
        if (records::SourceField field = m_rows.field(i); !field.key.isEmpty())
            info.fields.push_back(std::move(field));
    }
    m_counts = {};
    StagesSeen stages;
    qint64 read = 0;
    for (qint64 cursor = m_table->firstRow();; ++read) {
        if (stop.stop_requested()) // for each: a row may be of megabytes
            return base::fail(ErrorCode::Cancelled);
        PFX_ASSIGN(const std::optional<TableRow> row, m_table->row(cursor));
        if (!row)
            break;
        cursor = row->next;
        const Section section = m_rows.sectionOf(row->cells);
        ++m_counts[static_cast<size_t>(section)];
        if (section == Section::Deals)
            m_rows.noteStage(row->cells, stages);
        for (qsizetype i = 0, f = 0; read < 50 && i < row->cells.size() && f < info.fields.size(); ++i) {
            if (m_rows.field(i).key != info.fields[f].key)
                continue;
            QStringList &samples = info.fields[f++].samples;
            const QString text = shortened(row->cells[i].trimmed());
            if (!text.isEmpty() && samples.size() < 3 && !samples.contains(text))
                samples << text;
        }
        if (progress && (read & 1023) == 0)
            progress(qMin(cursor, info.bytes), info.bytes);
    }
    info.companies = m_counts[static_cast<size_t>(Section::Companies)];
    info.contacts = m_counts[static_cast<size_t>(Section::Contacts)];
    info.deals = m_counts[static_cast<size_t>(Section::Deals)];
    info.stagesSeen = stages.take();
    if (m_table->hasBom())
        info.notices << QStringLiteral("bom");
    if (m_rows.hasRepeatedColumns())
        info.notices << QStringLiteral("repeated_columns");
    PFX_ASSIGN(info.digest, digest(stop));
    PFX_TRY(m_file->unchanged());
    if (progress)
        progress(info.bytes, info.bytes);
    return info;
}

base::Result<records::Batch> TableSource::read(Section section, records::Position from, int rows, base::StopToken stop)
{
    PFX_TRY(m_file->unchanged());
    records::Batch batch;
    batch.next = from;
    if (m_counts[static_cast<size_t>(section)] == 0) {
        batch.last = true;
        return batch;
    }
    if (from.row == 0)
        batch.next.offset = m_table->firstRow();
    for (qint64 weightLeft = heaviestBatch; batch.items.size() < rows && weightLeft > 0;) {
        if (stop.stop_requested())
            return base::fail(ErrorCode::Cancelled);
        PFX_ASSIGN(std::optional<TableRow> row, m_table->row(batch.next.offset));
        if (!row) {
            batch.last = true;
            break;
        }
        if (m_rows.sectionOf(row->cells) == section) {
            records::SourceItem item;
            // As a spreadsheet numbers them: the columns' names are row 1.
            item.place = QStringLiteral("row %1").arg(batch.next.row + 2);
            m_rows.read(row->cells, item);
            item.raw = std::move(row->raw);
            weightLeft -= weightOf(item);
            batch.items.push_back(std::move(item));
        }
        batch.next.offset = row->next;
        ++batch.next.row;
    }
    return batch;
}

} // namespace pfx::formats
