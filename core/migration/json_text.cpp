// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pfx::migration::json {

void appendString(QByteArray &out, QStringView text)
{
    static const char hex[] = "0123456789abcdef";
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

QByteArray array(const QStringList &texts)
{
    if (texts.isEmpty())
        return {};
    QByteArray out("[");
    for (const QString &text : texts) {
        if (out.size() > 1)
            out += ',';
        appendString(out, text);
    }
    return out + ']';
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
