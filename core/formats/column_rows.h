// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table as records, by what its columns mean. The systems supply the columns' names (in lower case); repeated columns are
// all read. A deal's contact is a reference by id, or by full name with the phones and e-mails of the row. One thread.
#pragma once

#include "core/formats/stages_seen.h"
#include "core/formats/table.h"

#include <QHash>

namespace pfx::formats {

enum class Column {
    Id, Title, Amount, Currency, Stage, Pipeline, Owner, Created, Changed, Closed, Tags, Source, Type, LossReason, Company, ContactId,
    ContactName, FirstName, MiddleName, LastName, Position, RowType, ContactCompany, Phone, PhoneDirect, PhoneMobile, Fax, PhoneHome, PhoneOther,
    Email, EmailPrivate, EmailOther, Ignored, Custom
};

/// What the exports of a system call their columns. Keys are columnKey()s.
struct ExportColumns
{
    using Names = QHash<QString, Column>;

    records::System system = records::System::Amocrm;
    Names names;
    QString contactPrefix;  ///< What stands before a column of the deal's contact ("контакт: ").
    QStringList telling;    ///< Keys that no other system's export has; one that ends in * stands for all that begin so.
    QStringList hinting;    ///< The same, but an office may have called a field of its own so: they count beside one that tells.
    QStringList expected;   ///< As they are written, the few that a person can tell an export by.
};

/// A column's name without what people write differently.
QString columnKey(const QString &name);

class ColumnRows
{
public:
    /// Both outlive it. `other`: a system whose exports are taken for this one's by mistake; null when none is known.
    explicit ColumnRows(const ExportColumns &own, const ExportColumns *other = nullptr) : m_own(own), m_other(other) {}

    records::System system() const { return m_own.system; }
    const QStringList &expected() const { return m_own.expected; }

    /// The other system's own columns are clearly more than ours: at least two, and more than twice as many.
    bool isOfOther(const QStringList &columns) const;

    /// Learns what the columns are. False when they are no export of either kind.
    bool bind(const QStringList &columns);
    bool hasRepeatedColumns() const { return m_repeated; }

    records::Section sectionOf(const QStringList &cells) const;
    void read(const QStringList &cells, records::SourceItem &item) const;
    records::SourceField field(qsizetype column) const;
    /// Of a deal's row.
    void noteStage(const QStringList &cells, StagesSeen &seen) const { seen.note(one(cells, Column::Pipeline), one(cells, Column::Stage)); }

private:
    Column meaning(const QString &name) const;
    Column ofContact(const QString &key) const;
    void readContact(const QStringList &cells, records::SourceItem &item) const;
    void readCompany(const QStringList &cells, records::SourceItem &item) const;
    void readDeal(const QStringList &cells, records::SourceItem &item) const;
    QString one(const QStringList &cells, Column column) const;
    QVector<records::Point> points(const QStringList &cells, records::SourceItem &item) const;
    template<typename Record>
    void readCommon(const QStringList &cells, Record &record, records::SourceItem &item) const;
    std::optional<qint64> time(const QStringList &cells, Column column, records::SourceItem &item) const;

    const ExportColumns &m_own;
    const ExportColumns *m_other;
    QStringList m_columns;  ///< Unique names.
    QVector<Column> m_meanings;
    records::Section m_section = records::Section::Contacts;
    bool m_repeated = false;
};

} // namespace pfx::formats
