// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pfx::migration::json {

void appendString(QString &out, QStringView text)
{
    static const char16_t hex[] = u"0123456789abcdef";
    out += QLatin1Char('"');
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (unit >= 0x20 && unit != u'"' && unit != u'\\')
            continue;
        out += text.sliced(from, i - from);
        from = i + 1;
        if (unit >= 0x20)
            out += QLatin1Char('\\') + QChar(unit);
        else
            out += QStringLiteral("\\u00") + QChar(hex[unit >> 4]) + QChar(hex[unit & 15]);
    }
    out += text.sliced(from);
    out += QLatin1Char('"');
}

void appendString(QByteArray &out, QStringView text)
{
    QString quoted;
    quoted.reserve(text.size() + 2);
    appendString(quoted, text);
    out += quoted.toUtf8();
}

QString array(const QStringList &texts)
{
    if (texts.isEmpty())
        return {};
    QString out = QStringLiteral("[");
    for (const QString &text : texts) {
        if (out.size() > 1)
            out += QLatin1Char(',');
        appendString(out, text);
    }
    return out + QLatin1Char(']');
}

QStringList texts(const QByteArray &array)
{
    QStringList list;
    const QJsonArray parsed = QJsonDocument::fromJson(array).array();
    for (const QJsonValue &value : parsed)
        list.append(value.toString());
    return list;
}

QByteArray customFields(const QVector<records::CustomField> &fields)
{
    if (fields.isEmpty())
        return {};
    QByteArray out("[");
    for (const records::CustomField &field : fields) {
        if (out.size() > 1)
            out += ',';
        out += "{\"id\":";
        appendString(out, field.id);
        out += ",\"code\":";
        appendString(out, field.code);
        out += ",\"name\":";
        appendString(out, field.name);
        out += ",\"type\":";
        appendString(out, field.type);
        out += ",\"text\":";
        appendString(out, field.text);
        out += ",\"value\":";
        if (field.json.isEmpty())
            appendString(out, field.text);
        else
            out += field.json;
        out += '}';
    }
    return out + ']';
}

QJsonObject object(const Counters &counters)
{
    return {{QStringLiteral("read"), counters.read},
            {QStringLiteral("created"), counters.created},
            {QStringLiteral("updated"), counters.updated},
            {QStringLiteral("skipped"), counters.skipped},
            {QStringLiteral("failed"), counters.failed}};
}

Counters counters(const QJsonObject &object)
{
    const auto at = [&object](const char *key) { return object.value(QLatin1String(key)).toInteger(); };
    return {at("read"), at("created"), at("updated"), at("skipped"), at("failed")};
}

} // namespace pfx::migration::json
