// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/field_map.h"

namespace pfx::migration {

using records::Kind;
using records::PointKind;
using records::Section;

namespace {

bool sameName(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QString knownField(const QVector<records::SourceField> &fields, Section section, const QString &from)
{
    for (const records::SourceField &field : fields) {
        if (field.section == section && (sameName(field.key, from) || sameName(field.name, from)))
            return field.knownAs;
    }
    return {};
}

template<typename Record>
QString takeCustom(Record &record, const QString &from)
{
    for (qsizetype i = 0; i < record.custom.size(); ++i) {
        const records::CustomField &field = record.custom[i];
        if (field.id == from || sameName(field.code, from) || sameName(field.name, from)) {
            const QString text = field.text;
            record.custom.removeAt(i);
            return text;
        }
    }
    return {};
}

/// The text fields by name; null for what is no plain text.
QString *textField(records::Contact &contact, const QString &name)
{
    if (name == QLatin1String("name"))
        return &contact.name;
    if (name == QLatin1String("first_name"))
        return &contact.firstName;
    if (name == QLatin1String("middle_name"))
        return &contact.middleName;
    if (name == QLatin1String("last_name"))
        return &contact.lastName;
    if (name == QLatin1String("position"))
        return &contact.position;
    if (name == QLatin1String("company"))
        return &contact.company.name;
    if (name == QLatin1String("owner"))
        return &contact.owner.name;
    return nullptr;
}

QString *textField(records::Company &company, const QString &name)
{
    if (name == QLatin1String("title") || name == QLatin1String("name"))
        return &company.title;
    if (name == QLatin1String("owner"))
        return &company.owner.name;
    return nullptr;
}

QString *textField(records::Deal &deal, const QString &name)
{
    if (name == QLatin1String("title") || name == QLatin1String("name"))
        return &deal.title;
    if (name == QLatin1String("amount"))
        return &deal.amount;
    if (name == QLatin1String("currency"))
        return &deal.currency;
    if (name == QLatin1String("pipeline"))
        return &deal.pipeline.name;
    if (name == QLatin1String("stage"))
        return &deal.stage.name;
    if (name == QLatin1String("company"))
        return &deal.company.name;
    if (name == QLatin1String("owner"))
        return &deal.owner.name;
    if (name == QLatin1String("source"))
        return &deal.source;
    if (name == QLatin1String("type"))
        return &deal.type;
    if (name == QLatin1String("loss_reason"))
        return &deal.lossReason;
    return nullptr;
}

QVector<records::Point> *pointsOf(records::Contact &contact)
{
    return &contact.points;
}

QVector<records::Point> *pointsOf(records::Company &company)
{
    return &company.points;
}

QVector<records::Point> *pointsOf(records::Deal &)
{
    return nullptr;
}

std::optional<PointKind> pointKind(const QString &name)
{
    if (name == QLatin1String("phone") || name == QLatin1String("phones"))
        return PointKind::Phone;
    if (name == QLatin1String("email") || name == QLatin1String("emails"))
        return PointKind::Email;
    return std::nullopt;
}

QStringList split(const QString &value)
{
    static const QString separators = QStringLiteral(";,");
    QStringList parts;
    QString part;
    for (const QChar c : value) {
        if (separators.contains(c)) {
            parts.append(part.trimmed());
            part.clear();
        } else {
            part += c;
        }
    }
    parts.append(part.trimmed());
    parts.removeAll(QString());
    return parts;
}

template<typename Record>
QString takeKnown(Record &record, const QString &knownAs)
{
    if (const auto kind = pointKind(knownAs)) {
        QStringList values;
        if (auto *points = pointsOf(record)) {
            for (qsizetype i = 0; i < points->size();) {
                if ((*points)[i].kind == *kind)
                    values.append(points->takeAt(i).value);
                else
                    ++i;
            }
        }
        return values.join(QStringLiteral("; "));
    }
    if (knownAs == QLatin1String("tags"))
        return std::exchange(record.tags, {}).join(QStringLiteral("; "));
    QString *field = textField(record, knownAs);
    return field ? std::exchange(*field, QString()) : QString();
}

template<typename Record>
void put(Record &record, const QString &to, const QString &value)
{
    if (const auto kind = pointKind(to)) {
        auto *points = pointsOf(record);
        const QStringList values = split(value);
        for (const QString &one : values) {
            if (points)
                points->append({*kind, one, {}, {}, {}});
        }
    } else if (to == QLatin1String("tags")) {
        record.tags += split(value);
    } else if (QString *field = textField(record, to)) {
        *field = value.trimmed();
    }
}

} // namespace

FieldMap::FieldMap(const Mapping &mapping, const QVector<records::SourceField> &sourceFields)
{
    for (const FieldMapping &line : mapping.fields) {
        const Section section = line.entity == Kind::Contact ? Section::Contacts
                                : line.entity == Kind::Company ? Section::Companies
                                                               : Section::Deals;
        Rule rule{line.from, knownField(sourceFields, section, line.from), line.to == QLatin1String("-") ? QString() : line.to};
        if (!rule.knownAs.isEmpty() && rule.knownAs == rule.to)
            continue;
        (line.entity == Kind::Contact ? m_contacts : line.entity == Kind::Company ? m_companies : m_deals).append(std::move(rule));
    }
}

template<typename Record>
void FieldMap::applyRules(const QVector<Rule> &rules, Record &record)
{
    // All values are taken before any is put, so that two fields can change places.
    QVector<std::pair<QString, QString>> moved;
    for (const Rule &rule : rules) {
        QString value = takeCustom(record, rule.from);
        if (value.isEmpty() && !rule.knownAs.isEmpty())
            value = takeKnown(record, rule.knownAs);
        if (!rule.to.isEmpty() && !value.isEmpty())
            moved.append({rule.to, std::move(value)});
    }
    for (const auto &[to, value] : moved)
        put(record, to, value);
}

void FieldMap::apply(records::Contact &contact) const
{
    applyRules(m_contacts, contact);
}

void FieldMap::apply(records::Company &company) const
{
    applyRules(m_companies, company);
}

void FieldMap::apply(records::Deal &deal) const
{
    applyRules(m_deals, deal);
}

} // namespace pfx::migration
