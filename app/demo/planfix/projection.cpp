// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/planfix/projection.h"

#include <QJsonArray>

namespace pfx::fake {

namespace {

QStringList names(const QString &fields)
{
    QStringList found;
    for (const QString &name : fields.split(u',', Qt::SkipEmptyParts))
        found << name.trimmed();
    return found;
}

/// The number of a custom field, or 0.
qint64 customField(const QString &name)
{
    return name.toLongLong();
}

} // namespace

QJsonObject project(const QJsonObject &row, const QString &fields, const QStringList &selectable)
{
    const QString number = row.contains(u"id") ? QStringLiteral("id") : QStringLiteral("key");
    QJsonObject found{{number, row[number]}};
    QJsonArray values;
    bool custom = false;
    for (const QString &name : names(fields)) {
        if (const qint64 field = customField(name); field > 0) {
            custom = true;
            for (const QJsonValue value : row[u"customFieldData"].toArray()) {
                if (value[u"field"][u"id"].toInteger() == field)
                    values.append(value);
            }
        } else if (selectable.contains(name) && row.contains(name)) {
            found.insert(name, row[name]);
        }
    }
    if (custom)
        found.insert(QStringLiteral("customFieldData"), values);
    return found;
}

QStringList unknownFields(const QString &fields, const QStringList &selectable)
{
    QStringList found;
    for (const QString &name : names(fields)) {
        if (customField(name) <= 0 && !selectable.contains(name))
            found << name;
    }
    return found;
}

QJsonObject withoutOwn(QJsonObject row)
{
    for (const QString &name : row.keys()) {
        if (name.startsWith(u'_'))
            row.remove(name);
    }
    return row;
}

} // namespace pfx::fake
