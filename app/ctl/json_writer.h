// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON document written in the order in which its parts are given, so that keys stand as the contract lists them. take() empties the
// buffer, so that a long array can be written piece by piece. Any thread, one at a time.
#pragma once

#include <QByteArray>
#include <QString>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <functional>

namespace pfx::ctl {

class JsonWriter
{
public:
    JsonWriter() : m_writer(m_buffer) {}

    void object(const std::function<void()> &members);
    void array(const std::function<void()> &elements);
    void beginArray() { m_writer.StartArray(); }
    void endArray() { m_writer.EndArray(); }

    void key(const char *name);
    void text(const QString &value);
    /// null when empty.
    void textOrNull(const QString &value);
    void number(qint64 value) { m_writer.Int64(value); }
    void boolean(bool value) { m_writer.Bool(value); }
    void null() { m_writer.Null(); }

    void member(const char *name, const QString &value);
    void memberOrNull(const char *name, const QString &value);
    void member(const char *name, qint64 value);
    void flag(const char *name, bool value);
    /// ISO 8601 in UTC with its offset ("2025-10-09T08:53:20+00:00").
    void time(const char *name, qint64 ms);

    /// What was written since the last take().
    QByteArray take();

private:
    rapidjson::StringBuffer m_buffer;
    rapidjson::Writer<rapidjson::StringBuffer> m_writer;
};

/// The time as text, for JSON and CSV alike.
QString isoTime(qint64 ms);

} // namespace pfx::ctl
