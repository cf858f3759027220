// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/planfix/row_filter.h"

#include "app/demo/planfix/time_points.h"

namespace pfx::fake {

namespace {

/// What may stand in a filter of a kind: its operators, and the form of its value.
struct Kind {
    const char *name;
    const char *operators;
    const char *value;
};

constexpr Kind kinds[] = {
    {"person", "equal notequal", "person"},
    {"people", "equal notequal", "person"},
    {"date", "equal notequal gt lt gtAndEqual ltAndEqual", "date"},
    {"has", "equal", "any"},
    {"lacks", "equal", "any"},
    {"filled", "equal", "number"},
    {"unfilled", "equal", "number"},
    {"part", "equal notequal have nothave", "text"},
    {"word", "equal notequal", "text"},
    {"phone", "equal notequal", "text"},
    {"ids", "equal notequal", "ids"},
    {"text", "equal notequal have nothave", "text"},
    {"number", "equal notequal gt lt", "number"},
    {"flag", "equal notequal", "any"},
    {"entry", "equal notequal", "ids"},
    {"set", "equal notequal", "text"},
};

const Kind *kindOf(const QString &name)
{
    for (const Kind &kind : kinds) {
        if (name == QLatin1String(kind.name))
            return &kind;
    }
    return nullptr;
}

bool isId(const QJsonValue &value)
{
    return value.isDouble() ? plainId(value) >= 0 : value.isString() && plainId(value) >= 0;
}

bool hasForm(const QJsonValue &value, const QString &form, const QDateTime &now, const QTimeZone &zone)
{
    if (form == u"text")
        return value.isString();
    if (form == u"number")
        return value.isDouble();
    if (form == u"person")
        return isId(value);
    if (form == u"date")
        return dateRange(value, now, zone).has_value();
    if (form != u"ids")
        return true;
    if (!value.isArray())
        return isId(value);
    for (const QJsonValue one : value.toArray()) {
        if (!isId(one))
            return false;
    }
    return !value.toArray().isEmpty();
}

QString digits(const QString &text)
{
    QString found;
    for (const QChar sign : text) {
        if (sign.isDigit())
            found += sign;
    }
    return found;
}

bool isNothing(const QJsonValue &value)
{
    if (value.isObject() && value.toObject().contains(u"users"))
        return value[u"users"].toArray().isEmpty() && value[u"groups"].toArray().isEmpty();
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && value.toArray().isEmpty()) || (value.isBool() && !value.toBool());
}

/// The text of a person: "contact:5" and a plain 5 of a contact are the same.
bool samePerson(const QJsonValue &left, const QJsonValue &right)
{
    const auto full = [](const QJsonValue &value) {
        const QJsonValue id = value.isObject() ? value.toObject()[u"id"] : value;
        return id.isString() && id.toString().contains(u':') ? id.toString() : QStringLiteral("contact:%1").arg(plainId(id));
    };
    return full(left) == full(right);
}

} // namespace

RowFilter::Rule RowFilter::rule(const QJsonObject &filter) const
{
    QStringList words = m_spec.filter(m_family, filter[u"type"].toInt()).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    const QString kind = words.takeFirst();
    if (kind == u"field") {
        const QString of = words.takeFirst();
        return {of, {}, words};
    }
    return {kind, words, {}};
}

QString RowFilter::problem(const QJsonObject &filter) const
{
    const QString name = QStringLiteral("filter %1").arg(filter[u"type"].toInt());
    for (const char *member : {"type", "operator", "value"}) {
        if (!filter.contains(QLatin1String(member)))
            return name + QStringLiteral(": no ") + QLatin1String(member);
    }
    const Rule found = rule(filter);
    if (found.kind.isEmpty())
        return name + QStringLiteral(": unknown type");
    const Kind *kind = kindOf(found.kind);
    if (kind == nullptr)
        return name + QStringLiteral(": this fake does not serve it");
    if (!QString::fromLatin1(kind->operators).split(u' ').contains(filter[u"operator"].toString()))
        return QStringLiteral("%1: unknown operator %2").arg(name, filter[u"operator"].toString());
    if (!hasForm(filter[u"value"], QString::fromLatin1(kind->value), m_now, m_state.zone()))
        return QStringLiteral("%1: the value is not a %2").arg(name, QLatin1String(kind->value));
    if (found.fieldTypes.isEmpty())
        return {};
    if (!filter.contains(u"field"))
        return name + QStringLiteral(": no field");
    const auto field = m_state.find(QStringLiteral("customFields"), filter[u"field"].toInteger());
    if (field && !found.fieldTypes.contains(QString::number(field->value(u"type").toInt())))
        return QStringLiteral("%1: field %2 is of another type").arg(name).arg(filter[u"field"].toInteger());
    return {};
}

QStringList RowFilter::problems(const QJsonArray &filters) const
{
    QStringList found;
    for (const QJsonValue filter : filters) {
        if (const QString wrong = problem(filter.toObject()); !wrong.isEmpty())
            found << wrong;
    }
    return found;
}

bool RowFilter::matches(const QJsonObject &row, const QJsonArray &filters) const
{
    for (const QJsonValue filter : filters) {
        if (!holds(row, filter.toObject()))
            return false;
    }
    return true;
}

QJsonArray RowFilter::values(const QJsonObject &row, const QJsonObject &filter, const Rule &rule) const
{
    QJsonArray found;
    if (rule.members.isEmpty()) {
        const bool inValue = rule.kind == u"filled" || rule.kind == u"unfilled";
        const qint64 field = filter[inValue ? u"value" : u"field"].toInteger();
        for (const QJsonValue value : row[u"customFieldData"].toArray()) {
            if (value[u"field"][u"id"].toInteger() == field && !isNothing(value[u"value"]))
                found.append(value[u"value"]);
        }
        return found;
    }
    for (const QString &member : rule.members) {
        const QJsonValue value = row[member];
        if (isNothing(value))
            continue;
        if (value.isArray()) {
            for (const QJsonValue one : value.toArray())
                found.append(one);
        } else {
            found.append(value);
        }
    }
    return found;
}

bool RowFilter::holds(const QJsonObject &row, const QJsonObject &filter) const
{
    const Rule found = rule(filter);
    const QJsonArray left = values(row, filter, found);
    if (found.kind == u"has" || found.kind == u"filled")
        return !left.isEmpty();
    if (found.kind == u"lacks" || found.kind == u"unfilled")
        return left.isEmpty();
    if (found.kind == u"date" && found.members.size() > 1) { // the latest counts
        QJsonValue latest;
        for (const QJsonValue one : left) {
            if (latest.isNull() || moment(one, m_state.zone()) > moment(latest, m_state.zone()))
                latest = one;
        }
        return !latest.isNull() && compareDate(latest, filter);
    }
    const bool negative = filter[u"operator"].toString().startsWith(u"not");
    for (const QJsonValue one : left) {
        if (compare(one, found.kind, filter))
            return !negative;
    }
    return negative;
}

bool RowFilter::compare(const QJsonValue &left, const QString &kind, const QJsonObject &filter) const
{
    const QJsonValue right = filter[u"value"];
    const QString how = filter[u"operator"].toString();
    if (kind == u"person")
        return samePerson(left, right);
    if (kind == u"people") {
        for (const char16_t *list : {u"users", u"groups"}) {
            for (const QJsonValue one : left[QStringView(list)].toArray()) {
                const QString id = list[0] == u'g' ? QStringLiteral("group:%1").arg(plainId(one)) : one[u"id"].toString();
                if (samePerson(id, right))
                    return true;
            }
        }
        return false;
    }
    if (kind == u"date")
        return compareDate(left, filter);
    if (kind == u"part" || (kind == u"text" && how.endsWith(u"have")))
        return left.toString().contains(right.toString(), Qt::CaseInsensitive);
    if (kind == u"word" || kind == u"text")
        return left.toString().compare(right.toString(), Qt::CaseInsensitive) == 0;
    if (kind == u"phone")
        return left[u"number"].toString().contains(digits(right.toString())) && !digits(right.toString()).isEmpty();
    if (kind == u"number")
        return how == u"gt" ? left.toDouble() > right.toDouble()
            : how == u"lt"  ? left.toDouble() < right.toDouble()
                            : left.toDouble() == right.toDouble();
    if (kind == u"flag")
        return left.toBool() == (right.toBool() || right.toInt() == 1);
    if (kind == u"set")
        return right.toString().split(u';').contains(left.toString());
    const QJsonArray wanted = right.isArray() ? right.toArray() : QJsonArray{right};
    for (const QJsonValue one : wanted) {
        if (plainId(left) == plainId(one))
            return true;
    }
    return false;
}

bool RowFilter::compareDate(const QJsonValue &left, const QJsonObject &filter) const
{
    const auto range = dateRange(filter[u"value"], m_now, m_state.zone());
    const QDateTime when = moment(left, m_state.zone());
    const QString how = filter[u"operator"].toString();
    if (!range || !when.isValid())
        return false;
    if (how == u"gt")
        return when > range->to;
    if (how == u"lt")
        return when < range->from;
    if (how == u"gtAndEqual")
        return when >= range->from;
    if (how == u"ltAndEqual")
        return when <= range->to;
    return when >= range->from && when <= range->to; // "notequal" is turned round by the caller
}

} // namespace pfx::fake
