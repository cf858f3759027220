// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/json_writer.h"

#include <QDateTime>

namespace pfx::ctl {

QString isoTime(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return time.toString(ms % 1000 == 0 ? QStringLiteral("yyyy-MM-ddTHH:mm:ss") : QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"))
           + QStringLiteral("+00:00");
}

void JsonWriter::object(const std::function<void()> &members)
{
    m_writer.StartObject();
    members();
    m_writer.EndObject();
}

void JsonWriter::array(const std::function<void()> &elements)
{
    m_writer.StartArray();
    elements();
    m_writer.EndArray();
}

void JsonWriter::key(const char *name)
{
    m_writer.Key(name);
}

void JsonWriter::text(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    m_writer.String(utf8.constData(), static_cast<rapidjson::SizeType>(utf8.size()));
}

void JsonWriter::textOrNull(const QString &value)
{
    if (value.isEmpty())
        null();
    else
        text(value);
}

void JsonWriter::member(const char *name, const QString &value)
{
    key(name);
    text(value);
}

void JsonWriter::memberOrNull(const char *name, const QString &value)
{
    key(name);
    textOrNull(value);
}

void JsonWriter::member(const char *name, qint64 value)
{
    key(name);
    number(value);
}

void JsonWriter::flag(const char *name, bool value)
{
    key(name);
    boolean(value);
}

void JsonWriter::time(const char *name, qint64 ms)
{
    member(name, isoTime(ms));
}

QByteArray JsonWriter::take()
{
    const QByteArray bytes(m_buffer.GetString(), static_cast<qsizetype>(m_buffer.GetSize()));
    m_buffer.Clear();
    return bytes;
}

} // namespace pfx::ctl
