// SPDX-License-Identifier: GPL-3.0-or-later
// A value inside a JSON text that JsonStream has already found well-formed: no copy, no tree, so that a record's fields are read once
// and unknown ones can be kept as they were written. Views live as long as the text. Any thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>

namespace pfx::formats {

class JsonView
{
public:
    enum class Type { Missing, Null, True, False, Number, String, Array, Object };

    JsonView() = default;
    explicit JsonView(std::string_view raw) : m_raw(raw) {}

    Type type() const;
    /// Missing, null, "", [] and {}: what PHP writes for nothing.
    bool isEmpty() const;
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }
    /// An array, or a map with only numbers for keys: PHP's json_encode makes that of a list with gaps.
    bool isList() const;
    std::string_view raw() const { return m_raw; }
    QByteArray json() const { return QByteArray(m_raw.data(), static_cast<qsizetype>(m_raw.size())); }
    /// A string's text (lone surrogates and NUL become U+FFFD), a number or boolean as written; empty for the others.
    QString text() const;
    /// "array", "object", "string" … for messages.
    const char *typeName() const;

private:
    std::string_view m_raw;
};

/// for (JsonMembers m(object); m.next();) m.key(), m.value()
class JsonMembers
{
public:
    explicit JsonMembers(const JsonView &object);
    bool next();
    std::string_view key() const { return m_key; }
    /// The key with its quotes, as written.
    std::string_view rawKey() const { return m_rawKey; }
    const JsonView &value() const { return m_value; }

private:
    const char *m_at = nullptr;
    const char *m_end = nullptr;
    std::string_view m_key;
    std::string_view m_rawKey;
    std::string m_decoded;
    JsonView m_value;
};

/// The values of a list (JsonView::isList), whichever way it is written.
class JsonElements
{
public:
    explicit JsonElements(const JsonView &list);
    bool next();
    const JsonView &value() const { return m_value; }
    qsizetype index() const { return m_index; }

private:
    const char *m_at = nullptr;
    const char *m_end = nullptr;
    qsizetype m_index = -1;
    bool m_keyed = false;
    JsonView m_value;
};

/// The last member of that name, or a missing one.
JsonView member(const JsonView &object, std::string_view key);

/// A JSON string with its quotes.
QByteArray jsonString(QStringView text);

} // namespace pfx::formats
