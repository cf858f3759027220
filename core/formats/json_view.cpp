// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/json_view.h"

#include <algorithm>
#include <cstring>

namespace pfx::formats {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

const char *skipSpace(const char *at, const char *end)
{
    while (at < end && isSpace(*at))
        ++at;
    return at;
}

// Behind the closing quote of the string that begins at `at`.
const char *skipString(const char *at, const char *end)
{
    for (++at; at < end; ++at) {
        if (*at == '"')
            return at + 1;
        if (*at == '\\')
            ++at;
    }
    return end;
}

const char *skipValue(const char *at, const char *end)
{
    if (at == end)
        return end;
    if (*at == '"')
        return skipString(at, end);
    if (*at != '{' && *at != '[') {
        while (at < end && *at != ',' && *at != ']' && *at != '}' && !isSpace(*at))
            ++at;
        return at;
    }
    qsizetype depth = 0;
    while (at < end) {
        const char c = *at;
        if (c == '"') {
            at = skipString(at, end);
            continue;
        }
        ++at;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return end;
}

std::string_view between(const char *begin, const char *end)
{
    return std::string_view(begin, static_cast<size_t>(end - begin));
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c - 'A' + 10;
}

char16_t unescaped(char c)
{
    switch (c) {
    case 'b': return u'\b';
    case 'f': return u'\f';
    case 'n': return u'\n';
    case 'r': return u'\r';
    case 't': return u'\t';
    default: return static_cast<unsigned char>(c);
    }
}

// A pair of surrogates may come as two escapes; one alone, and NUL, cannot be stored as text.
QString repaired(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (c.isSurrogate() || c.isNull())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

QString decoded(std::string_view content)
{
    const auto *escape = static_cast<const char *>(std::memchr(content.data(), '\\', content.size()));
    if (!escape)
        return QString::fromUtf8(content.data(), static_cast<qsizetype>(content.size()));
    QString text;
    const char *at = content.data();
    const char *const end = at + content.size();
    while (escape) {
        text += QString::fromUtf8(at, escape - at);
        at = escape + 1;
        if (at == end)
            break;
        if (*at == 'u' && end - at >= 5) {
            const int unit = (hexValue(at[1]) << 12) | (hexValue(at[2]) << 8) | (hexValue(at[3]) << 4) | hexValue(at[4]);
            text += QChar(static_cast<char16_t>(unit));
            at += 5;
        } else {
            text += QChar(unescaped(*at));
            ++at;
        }
        escape = static_cast<const char *>(std::memchr(at, '\\', static_cast<size_t>(end - at)));
    }
    text += QString::fromUtf8(at, end - at);
    return repaired(std::move(text));
}

} // namespace

JsonView::Type JsonView::type() const
{
    if (m_raw.empty())
        return Type::Missing;
    switch (m_raw.front()) {
    case '{': return Type::Object;
    case '[': return Type::Array;
    case '"': return Type::String;
    case 't': return Type::True;
    case 'f': return Type::False;
    case 'n': return Type::Null;
    default: return Type::Number;
    }
}

bool JsonView::isEmpty() const
{
    switch (type()) {
    case Type::Missing:
    case Type::Null: return true;
    case Type::String: return m_raw.size() <= 2;
    case Type::Array:
    case Type::Object: return skipSpace(m_raw.data() + 1, m_raw.data() + m_raw.size()) >= m_raw.data() + m_raw.size() - 1;
    default: return false;
    }
}

bool JsonView::isList() const
{
    if (!isObject())
        return isArray();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    bool any = false;
    for (JsonMembers members(*this); members.next(); any = true) {
        if (members.key().empty() || !std::all_of(members.key().begin(), members.key().end(), isDigit))
            return false;
    }
    return any;
}

QString JsonView::text() const
{
    switch (type()) {
    case Type::String: return decoded(m_raw.size() < 2 ? std::string_view() : m_raw.substr(1, m_raw.size() - 2));
    case Type::Number:
    case Type::True:
    case Type::False: return QString::fromLatin1(m_raw.data(), static_cast<qsizetype>(m_raw.size()));
    default: return {};
    }
}

const char *JsonView::typeName() const
{
    switch (type()) {
    case Type::Missing: return "nothing";
    case Type::Null: return "null";
    case Type::True:
    case Type::False: return "boolean";
    case Type::Number: return "number";
    case Type::String: return "string";
    case Type::Array: return "array";
    case Type::Object: return "object";
    }
    return "";
}

JsonMembers::JsonMembers(const JsonView &object)
{
    if (object.isObject()) {
        m_at = object.raw().data() + 1;
        m_end = object.raw().data() + object.raw().size();
    }
}

bool JsonMembers::next()
{
    while (m_at < m_end && (isSpace(*m_at) || *m_at == ','))
        ++m_at;
    if (m_at >= m_end || *m_at != '"')
        return false;
    const char *const begin = m_at;
    m_at = skipString(m_at, m_end);
    m_rawKey = between(begin, m_at);
    m_key = m_rawKey.size() < 2 ? std::string_view() : m_rawKey.substr(1, m_rawKey.size() - 2);
    if (m_key.find('\\') != std::string_view::npos) {
        m_decoded = decoded(m_key).toStdString();
        m_key = m_decoded;
    }
    while (m_at < m_end && (isSpace(*m_at) || *m_at == ':'))
        ++m_at;
    const char *const value = m_at;
    m_at = skipValue(m_at, m_end);
    m_value = JsonView(between(value, m_at));
    return true;
}

JsonElements::JsonElements(const JsonView &list)
{
    if (list.isList()) {
        m_at = list.raw().data() + 1;
        m_end = list.raw().data() + list.raw().size();
        m_keyed = list.isObject();
    }
}

bool JsonElements::next()
{
    while (m_at < m_end && (isSpace(*m_at) || *m_at == ','))
        ++m_at;
    if (m_keyed && m_at < m_end && *m_at == '"') {
        m_at = skipString(m_at, m_end);
        while (m_at < m_end && (isSpace(*m_at) || *m_at == ':'))
            ++m_at;
    }
    if (m_at >= m_end || *m_at == ']' || *m_at == '}')
        return false;
    const char *const value = m_at;
    m_at = skipValue(m_at, m_end);
    if (m_at == value)
        return false;
    m_value = JsonView(between(value, m_at));
    ++m_index;
    return true;
}

JsonView member(const JsonView &object, std::string_view key)
{
    JsonView found;
    for (JsonMembers members(object); members.next();) {
        if (members.key() == key)
            found = members.value();
    }
    return found;
}

QByteArray jsonString(QStringView text)
{
    QByteArray out("\"");
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            static constexpr char digits[] = "0123456789abcdef";
            out += "\\u00";
            out += digits[(c >> 4) & 0xF];
            out += digits[c & 0xF];
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

} // namespace pfx::formats
