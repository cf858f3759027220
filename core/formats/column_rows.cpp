// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/column_rows.h"

#include "core/base/phone.h"
#include "core/formats/json_view.h"
#include "core/formats/row_reader.h"
#include "core/formats/values.h"

#include <QSet>

#include <algorithm>

namespace pfx::formats {

using records::PointKind;
using records::Section;

namespace {

struct PointMeaning
{
    PointKind kind;
    QLatin1String type;
};

std::optional<PointMeaning> pointMeaning(Column column)
{
    switch (column) {
    case Column::Phone: return PointMeaning{PointKind::Phone, QLatin1String("work")};
    case Column::PhoneDirect: return PointMeaning{PointKind::Phone, QLatin1String("direct")};
    case Column::PhoneMobile: return PointMeaning{PointKind::Phone, QLatin1String("mobile")};
    case Column::Fax: return PointMeaning{PointKind::Phone, QLatin1String("fax")};
    case Column::PhoneHome: return PointMeaning{PointKind::Phone, QLatin1String("home")};
    case Column::PhoneOther: return PointMeaning{PointKind::Phone, QLatin1String("other")};
    case Column::Email: return PointMeaning{PointKind::Email, QLatin1String("work")};
    case Column::EmailPrivate: return PointMeaning{PointKind::Email, QLatin1String("private")};
    case Column::EmailOther: return PointMeaning{PointKind::Email, QLatin1String("other")};
    default: return std::nullopt;
    }
}

// Several phones or e-mails in one cell stand behind commas, semicolons or line breaks. A comma before an extension belongs to its number:
// "+7 495 123-45-67, доб. 12".
class ListCell
{
public:
    ListCell(const QString &cell, bool phones) : m_rest(cell), m_phones(phones) {}

    std::optional<QString> next()
    {
        if (m_rest.isEmpty())
            return std::nullopt;
        const auto isSeparator = [](QChar c) { return c == u',' || c == u';' || c == u'\n'; };
        const auto end = std::find_if(m_rest.begin(), m_rest.end(), isSeparator);
        auto taken = end;
        if (m_phones && end != m_rest.end()) {
            const auto second = std::find_if(end + 1, m_rest.end(), isSeparator);
            const auto phone = base::normalizePhone(QStringView(m_rest.begin(), second));
            if (phone && !phone->extension.isEmpty() && !base::normalizePhone(QStringView(end + 1, second)))
                taken = second;
        }
        const QString part = QStringView(m_rest.begin(), taken).trimmed().toString();
        m_rest = taken == m_rest.end() ? QStringView() : QStringView(taken + 1, m_rest.end());
        return part;
    }

private:
    QStringView m_rest;
    bool m_phones;
};

// '+7… : the apostrophe keeps a spreadsheet from calculating.
QString withoutApostrophe(QString text)
{
    if (text.startsWith(u'\''))
        text.remove(0, 1);
    return text.trimmed();
}

const char *fieldOf(Column column, Section section)
{
    const bool deals = section == Section::Deals;
    switch (column) {
    case Column::Title: return "title";
    case Column::Amount: return "amount";
    case Column::Currency: return "currency";
    case Column::Stage: return "stage";
    case Column::Pipeline: return "pipeline";
    case Column::Owner: return "owner";
    case Column::Created: return "created_at";
    case Column::Changed: return "changed_at";
    case Column::Closed: return "closed_at";
    case Column::Tags: return "tags";
    case Column::Source: return deals ? "source" : nullptr;
    case Column::Type: return deals ? "type" : nullptr;
    case Column::LossReason: return "loss_reason";
    case Column::Company: return section == Section::Companies ? "title" : "company";
    case Column::ContactId: return "contacts";
    case Column::ContactName: return deals ? "contacts" : "name";
    case Column::FirstName: return deals ? "contacts" : "first_name";
    case Column::MiddleName: return deals ? "contacts" : "middle_name";
    case Column::LastName: return deals ? "contacts" : "last_name";
    case Column::Position: return deals ? nullptr : "position";
    default: break;
    }
    if (const auto point = pointMeaning(column))
        return deals ? "contacts" : point->kind == PointKind::Phone ? "phones" : "emails";
    return nullptr;
}

QStringList splitTags(const QString &text)
{
    QStringList tags;
    for (const QString &tag : text.split(u',', Qt::SkipEmptyParts)) {
        if (const QString trimmed = tag.trimmed(); !trimmed.isEmpty())
            tags << trimmed;
    }
    return tags;
}

template<typename Record>
void deliver(Record &&record, records::SourceItem &item)
{
    item.externalId = record.externalId;
    if (record.externalId.isEmpty())
        item.content = base::Error{base::ErrorCode::Validation, QStringLiteral("ID: missing"), item.place};
    else
        item.content = std::forward<Record>(record);
}

qsizetype different(const QStringList &names, const QStringList &columns)
{
    QSet<QString> found; // repeated columns are one field
    for (const QString &column : columns) {
        const QString key = columnKey(column);
        const bool fits = std::any_of(names.begin(), names.end(), [&key](const QString &name) {
            return name.endsWith(u'*') ? key.startsWith(QStringView(name).chopped(1)) : key == name;
        });
        if (fits)
            found.insert(key);
    }
    return found.size();
}

qsizetype tellingOf(const ExportColumns &system, const QStringList &columns)
{
    const qsizetype telling = different(system.telling, columns);
    return telling == 0 ? 0 : telling + different(system.hinting, columns);
}

} // namespace

QString columnKey(const QString &name)
{
    return name.simplified().toLower().replace(u'ё', u'е');
}

bool ColumnRows::isOfOther(const QStringList &columns) const
{
    if (!m_other)
        return false;
    const qsizetype others = tellingOf(*m_other, columns);
    return others >= 2 && others > 2 * tellingOf(m_own, columns);
}

Column ColumnRows::meaning(const QString &name) const
{
    const QString key = columnKey(name);
    const auto found = m_own.names.constFind(key);
    if (found != m_own.names.constEnd())
        return *found;
    // "Бюджет ₽", "Бюджет, руб"
    if (key.startsWith(QStringLiteral("бюджет")) && key.size() <= 14)
        return Column::Amount;
    if (!m_own.contactPrefix.isEmpty() && key.startsWith(m_own.contactPrefix))
        return ofContact(key.mid(m_own.contactPrefix.size()));
    for (const QString &suffix : {QStringLiteral(" (контакт)"), QStringLiteral(" (contact)")}) { // "Рабочий телефон (контакт)"
        if (key.endsWith(suffix))
            return ofContact(key.chopped(suffix.size()));
    }
    return Column::Custom;
}

/// A deal's row says it of its contact.
Column ColumnRows::ofContact(const QString &key) const
{
    if (key == QLatin1String("id"))
        return Column::ContactId;
    const Column inner = m_own.names.value(key, Column::Custom);
    const bool isName = inner == Column::FirstName || inner == Column::MiddleName || inner == Column::LastName;
    return pointMeaning(inner) || isName ? inner : Column::Custom;
}

bool ColumnRows::bind(const QStringList &columns)
{
    m_columns.clear();
    m_meanings.clear();
    int known = 0;
    bool dealTitle = false;
    bool dealColumn = false;
    bool person = false;
    QHash<QString, int> seen;
    for (const QString &column : columns) {
        const QString name = column.simplified();
        const int count = ++seen[name];
        m_repeated = m_repeated || (count > 1 && !name.isEmpty());
        m_columns << (count > 1 ? QStringLiteral("%1 (%2)").arg(name).arg(count) : name);
        const Column is = name.isEmpty() ? Column::Ignored : meaning(name);
        m_meanings << is;
        known += is != Column::Custom && is != Column::Ignored;
        dealTitle = dealTitle || is == Column::Title;
        dealColumn = dealColumn || is == Column::Stage || is == Column::Amount || is == Column::Pipeline;
        person = person || is == Column::FirstName || is == Column::LastName || is == Column::ContactName || is == Column::RowType;
    }
    if (dealTitle || dealColumn)
        m_section = Section::Deals;
    else if (person)
        m_section = Section::Contacts;
    else if (m_meanings.contains(Column::Company))
        m_section = Section::Companies;
    else
        return false;
    return known >= 2;
}

Section ColumnRows::sectionOf(const QStringList &cells) const
{
    if (m_section != Section::Contacts)
        return m_section;
    const QString type = one(cells, Column::RowType).toLower();
    return type == QStringLiteral("компания") || type == QLatin1String("company") ? Section::Companies : Section::Contacts;
}

QString ColumnRows::one(const QStringList &cells, Column column) const
{
    for (qsizetype i = 0; i < qMin(cells.size(), m_meanings.size()); ++i) {
        if (m_meanings[i] == column) {
            if (const QString text = cells[i].trimmed(); !text.isEmpty())
                return text;
        }
    }
    return {};
}

QVector<records::Point> ColumnRows::points(const QStringList &cells, records::SourceItem &item) const
{
    QVector<records::Point> found;
    for (qsizetype i = 0; i < qMin(cells.size(), m_meanings.size()); ++i) {
        const auto meaning = pointMeaning(m_meanings[i]);
        if (!meaning || cells[i].isEmpty())
            continue;
        ListCell list(cells[i], meaning->kind == PointKind::Phone);
        while (const auto part = list.next()) {
            const QString value = withoutApostrophe(*part);
            if (value.isEmpty())
                continue;
            if (found.size() < mostPoints)
                found.push_back({meaning->kind, value, {}, {}, meaning->type});
            else
                ++item.pointsLeftOut;
        }
    }
    return found;
}

// Words without a figure ("не закрыта") say that there is no date.
std::optional<qint64> ColumnRows::time(const QStringList &cells, Column column, records::SourceItem &item) const
{
    const QString written = one(cells, column);
    const auto time = parseTime(written);
    if (!time && std::any_of(written.begin(), written.end(), [](QChar c) { return c >= u'1' && c <= u'9'; }))
        item.badTimes << written;
    return time;
}

template<typename Record>
void ColumnRows::readCommon(const QStringList &cells, Record &record, records::SourceItem &item) const
{
    record.externalId = withoutApostrophe(one(cells, Column::Id));
    record.owner.name = one(cells, Column::Owner);
    record.createdAt = time(cells, Column::Created, item);
    record.changedAt = time(cells, Column::Changed, item);
    record.tags = splitTags(one(cells, Column::Tags));
    for (qsizetype i = 0; i < qMin(cells.size(), m_meanings.size()); ++i) {
        const bool kept = m_meanings[i] == Column::Custom
            || (std::is_same_v<Record, records::Contact> && (m_meanings[i] == Column::Source || m_meanings[i] == Column::Type))
            || (std::is_same_v<Record, records::Company> && (m_meanings[i] == Column::Source || m_meanings[i] == Column::Type || m_meanings[i] == Column::Position));
        if (kept && !cells[i].isEmpty())
            record.custom.push_back({{}, {}, m_columns[i], {}, cells[i], jsonString(cells[i])});
    }
}

void ColumnRows::readContact(const QStringList &cells, records::SourceItem &item) const
{
    records::Contact contact;
    readCommon(cells, contact, item);
    contact.name = one(cells, Column::ContactName);
    contact.firstName = one(cells, Column::FirstName);
    contact.middleName = one(cells, Column::MiddleName);
    contact.lastName = one(cells, Column::LastName);
    if (contact.name.isEmpty())
        contact.name = QString(contact.firstName + u' ' + contact.middleName + u' ' + contact.lastName).simplified();
    contact.position = one(cells, Column::Position);
    contact.company.name = one(cells, Column::Company);
    if (contact.company.name.isEmpty())
        contact.company.name = one(cells, Column::ContactCompany);
    contact.points = points(cells, item);
    deliver(std::move(contact), item);
}

void ColumnRows::readCompany(const QStringList &cells, records::SourceItem &item) const
{
    records::Company company;
    readCommon(cells, company, item);
    company.title = one(cells, Column::Company);
    if (company.title.isEmpty())
        company.title = one(cells, Column::ContactName);
    company.points = points(cells, item);
    deliver(std::move(company), item);
}

void ColumnRows::readDeal(const QStringList &cells, records::SourceItem &item) const
{
    records::Deal deal;
    readCommon(cells, deal, item);
    deal.title = one(cells, Column::Title);
    deal.amount = one(cells, Column::Amount);
    deal.currency = one(cells, Column::Currency);
    deal.stage.name = one(cells, Column::Stage);
    deal.pipeline.name = one(cells, Column::Pipeline);
    deal.closedAt = time(cells, Column::Closed, item);
    deal.source = one(cells, Column::Source);
    deal.type = one(cells, Column::Type);
    deal.lossReason = one(cells, Column::LossReason);
    deal.company.name = one(cells, Column::Company);
    if (deal.company.name.isEmpty())
        deal.company.name = one(cells, Column::ContactCompany);
    records::ContactReference contact;
    contact.externalId = withoutApostrophe(one(cells, Column::ContactId));
    if (contact.externalId == QLatin1String("0"))
        contact.externalId.clear();
    contact.name = one(cells, Column::ContactName);
    if (contact.name.isEmpty())
        contact.name = QString(one(cells, Column::FirstName) + u' ' + one(cells, Column::MiddleName) + u' ' + one(cells, Column::LastName)).simplified();
    contact.points = points(cells, item);
    contact.isMain = true;
    if (!contact.externalId.isEmpty() || !contact.name.isEmpty() || !contact.points.isEmpty())
        deal.contacts.push_back(std::move(contact));
    deliver(std::move(deal), item);
}

void ColumnRows::read(const QStringList &cells, records::SourceItem &item) const
{
    switch (sectionOf(cells)) {
    case Section::Companies: readCompany(cells, item); break;
    case Section::Deals: readDeal(cells, item); break;
    default: readContact(cells, item);
    }
}

records::SourceField ColumnRows::field(qsizetype column) const
{
    const Column meaning = m_meanings.value(column, Column::Ignored);
    if (meaning == Column::Id || meaning == Column::Ignored || meaning == Column::RowType)
        return {};
    return {m_section, m_columns[column], m_columns[column], QString::fromLatin1(fieldOf(meaning, m_section)), {}};
}

} // namespace pfx::formats
