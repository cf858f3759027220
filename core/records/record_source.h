// SPDX-License-Identifier: GPL-3.0-or-later
// The seam between where records come from (a file of amoCRM or Bitrix24, later their API) and the import engine. One thread at a time.
// inspect() looks once through the whole source without keeping it; read() then gives one section after another in batches, from any
// position that an earlier batch ended with, so that an import can go on after a crash. Memory does not depend on the source's size.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/records/records.h"

#include <functional>
#include <variant>

namespace pfx::records {

/// In the order of dependence: what stands later may point to what stands earlier.
enum class Section { Employees, Pipelines, Companies, Contacts, Deals };
QString name(Section value);

/// Where the next record of a section begins. Opaque to the engine, which stores it in its checkpoint.
struct Position
{
    qint64 offset = 0; ///< Bytes in the file (or its unpacked part).
    qint64 row = 0;    ///< Records of the section that stand before it.

    bool operator==(const Position &) const = default;
};

/// A row that is no record of ours, for a reason that people are told.
struct PassedOver
{
    enum class Reason { DeletedInSource, RecurringTemplate };
    Reason reason = Reason::DeletedInSource;
    QString title;
};

/// A record, or why it could not be read; the run goes on after either.
struct SourceItem
{
    QString place;      ///< "contacts[3]" or "row 17": its place in the file, for people.
    QString externalId; ///< Also for a failed one, when it could be seen.
    std::variant<Employee, Pipeline, Company, Contact, Deal, base::Error, PassedOver> content;
    QStringList badTimes; ///< Dates as written that nobody understands: the record is read without them.
    qint64 pointsLeftOut = 0; ///< Phones and e-mails beyond the ten thousand that are read of one record.
    QByteArray raw;     ///< The record in the source's own form (a JSON object, a CSV line); the engine keeps it of failed rows.
};

struct Batch
{
    QVector<SourceItem> items;
    Position next;      ///< After the last item.
    bool last = false;  ///< The section ends here.
};

/// A field of the source, for the mapping step.
struct SourceField
{
    Section section = Section::Contacts;
    QString key;        ///< What a mapping file calls it: id, code or column name.
    QString name;       ///< For people.
    QString knownAs;    ///< The field of ours it goes to by itself; empty: kept as a custom field.
    QStringList samples;///< Up to three values.
};

/// A list of the source that nobody reads, though it seems to hold records.
struct UnknownSection
{
    QString key;
    qint64 count = 0;
};

struct SourceInfo
{
    System system = System::Amocrm;
    QString form;        ///< "json", "json-pages", "json-lines", "csv", "xlsx", "html-table".
    QString encoding;    ///< "UTF-8", "windows-1251".
    QString delimiter;   ///< Of a CSV: ";" or ",".
    QString account;     ///< What the source says about its account; empty when it says nothing.
    qint64 bytes = 0;
    QByteArray digest;   ///< BLAKE2b-256 of the whole content (four times as fast as SHA-256 here): the run is tied to it.
    qint64 employees = 0;
    qint64 pipelines = 0;
    qint64 stages = 0;
    qint64 companies = 0;
    qint64 contacts = 0;
    qint64 deals = 0;
    QVector<SourceField> fields;  ///< From the first records of each section.
    QVector<Pipeline> stagesSeen; ///< Pipelines with their stages as the source lists them, a table's deals name them (at most 200 pipelines).
    QVector<UnknownSection> unknownSections;
    QStringList notices;          ///< Stable codes of harmless oddities: "bom", "repeated_columns", "other_system".
};

class RecordSource
{
public:
    using Progress = std::function<void(qint64 bytesDone, qint64 bytesTotal)>;

    RecordSource() = default;
    virtual ~RecordSource() = default;
    RecordSource(const RecordSource &) = delete;
    RecordSource &operator=(const RecordSource &) = delete;

    /// Recognises the form by content and validates the whole of it. SourceUnreadable with line:column or path when it is broken.
    virtual base::Result<SourceInfo> inspect(base::StopToken stop, const Progress &progress) = 0;

    /// At most `rows` items of the section beginning at `from`, fewer when they are heavy: only `last` says that the section ends. Only after inspect(). SourceChanged when the file is not the same any more.
    virtual base::Result<Batch> read(Section section, Position from, int rows, base::StopToken stop) = 0;

    /// What raw rows need around them to be a file again. Of a table the line of its columns' names, which ends with a line feed; of JSON an
    /// object with the users, pipelines and dictionaries that rows point to (no line feed). After inspect().
    virtual QByteArray documentHead() const { return {}; }
};

} // namespace pfx::records
