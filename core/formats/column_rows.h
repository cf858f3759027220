// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a table as records, by what its columns mean. The systems supply the columns' names (in lower case); repeated columns are
// all read. A deal's contact is a reference by id, or by full name with the phones and e-mails of the row. One thread.
#pragma once

#include "core/formats/table.h"

#include <QHash>

namespace pfx::formats {

enum class Column {
    Id, Title, Amount, Currency, Stage, Pipeline, Owner, Created, Changed, Closed, Tags, Source, Type, LossReason, Company, ContactId,
    ContactName, FirstName, MiddleName, LastName, Position, RowType, ContactCompany, Phone, PhoneDirect, PhoneMobile, Fax, PhoneHome, PhoneOther,
    Email, EmailPrivate, EmailOther, Ignored, Custom
};

class ColumnRows
{
public:
    using Names = QHash<QString, Column>;

    /// `contactPrefix`: what stands before a column of the deal's contact ("контакт: ").
    ColumnRows(records::System system, const Names &names, QString contactPrefix);

    records::System system() const { return m_system; }

    /// Learns what the columns are. False when they are no export of either kind.
    bool bind(const QStringList &columns);
    bool hasRepeatedColumns() const { return m_repeated; }

    records::Section sectionOf(const QStringList &cells) const;
    void read(const QStringList &cells, records::SourceItem &item) const;
    records::SourceField field(qsizetype column) const;

private:
    Column meaning(const QString &name) const;
    void readContact(const QStringList &cells, records::SourceItem &item) const;
    void readCompany(const QStringList &cells, records::SourceItem &item) const;
    void readDeal(const QStringList &cells, records::SourceItem &item) const;
    QString one(const QStringList &cells, Column column) const;
    QVector<records::Point> points(const QStringList &cells, records::SourceItem &item) const;
    template<typename Record>
    void readCommon(const QStringList &cells, Record &record, records::SourceItem &item) const;
    std::optional<qint64> time(const QStringList &cells, Column column, records::SourceItem &item) const;

    records::System m_system;
    const Names &m_names;
    QString m_contactPrefix;
    QStringList m_columns;  ///< Unique names.
    QVector<Column> m_meanings;
    records::Section m_section = records::Section::Contacts;
    bool m_repeated = false;
};

} // namespace pfx::formats
