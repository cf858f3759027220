// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/row_reader.h"

#include "core/formats/values.h"

namespace pfx::formats {

std::string Path::text() const
{
    std::string text = m_parent ? m_parent->text() : std::string();
    if (m_index >= 0)
        return text + '[' + std::to_string(m_index) + ']';
    if (!text.empty() && !m_key.empty())
        text += '.';
    return text.append(m_key);
}

void RowReader::fail(const Path &path, const QString &detail)
{
    if (m_error)
        return;
    QString where = m_place;
    if (const std::string text = path.text(); !text.empty())
        where += QLatin1Char('.') + QString::fromStdString(text);
    m_error = base::Error{base::ErrorCode::Validation, detail, where};
}

void RowReader::wrongType(const Path &path, const char *expected, const JsonView &value)
{
    fail(path, QStringLiteral("expected %1, found %2").arg(QLatin1String(expected), QLatin1String(value.typeName())));
}

QString RowReader::text(const JsonView &value, const Path &path)
{
    if (value.isEmpty())
        return {};
    if (value.isArray() || value.isObject()) {
        wrongType(path, "string", value);
        return {};
    }
    return value.text();
}

std::optional<qint64> RowReader::time(const JsonView &value, const Path &path)
{
    if (value.isEmpty())
        return std::nullopt;
    switch (value.type()) {
    case JsonView::Type::Number:
    case JsonView::Type::String: break;
    case JsonView::Type::False: return std::nullopt;
    default: wrongType(path, "time", value); return std::nullopt;
    }
    const QString written = value.text();
    if (written == QLatin1String("0"))
        return std::nullopt;
    const std::optional<qint64> time = parseTime(written);
    if (!time && !isNoTime(written)) {
        keep('"' + std::string(path.key()) + '"', value);
        m_badTimes << written;
    }
    return time;
}

bool RowReader::flag(const JsonView &value, const Path &path)
{
    return parseFlag(text(value, path)).value_or(false);
}

QString RowReader::id(const JsonView &value, const Path &path)
{
    QString id = text(value, path);
    if (id == QLatin1String("0") || value.type() == JsonView::Type::False)
        id.clear();
    return id;
}

bool RowReader::array(const JsonView &value, const Path &path)
{
    if (value.isEmpty() || value.type() == JsonView::Type::False)
        return false;
    if (!value.isList()) {
        wrongType(path, "array", value);
        return false;
    }
    // Each element takes two bytes at least: ordinary lists are not counted.
    if (value.raw().size() > static_cast<size_t>(2 * mostElements)) {
        qsizetype count = 0;
        for (JsonElements elements(value); count <= mostElements && elements.next();)
            ++count;
        if (count > mostElements) {
            fail(path, QStringLiteral("more than %1 elements").arg(mostElements));
            return false;
        }
    }
    return true;
}

void RowReader::add(QVector<records::Point> &points, records::Point point)
{
    if (points.size() < mostPoints)
        points.push_back(std::move(point));
    else
        ++m_pointsLeftOut;
}

bool RowReader::object(const JsonView &value, const Path &path)
{
    if (value.isEmpty())
        return false;
    if (!value.isObject()) {
        wrongType(path, "object", value);
        return false;
    }
    return true;
}

void RowReader::keep(std::string_view rawKey, const JsonView &value)
{
    if (value.isEmpty())
        return;
    m_unknown += m_unknown.isEmpty() ? '{' : ',';
    m_unknown.append(rawKey.data(), static_cast<qsizetype>(rawKey.size()));
    m_unknown += ':';
    m_unknown.append(value.raw().data(), static_cast<qsizetype>(value.raw().size()));
}

QByteArray RowReader::takeUnknown()
{
    if (!m_unknown.isEmpty())
        m_unknown += '}';
    return std::move(m_unknown);
}


QString colour(const QString &text)
{
    const auto isHex = [](QChar c) { return c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f'); };
    const QString digits = text.startsWith(u'#') ? text.mid(1) : text;
    if ((digits.size() != 6 && digits.size() != 3) || !std::all_of(digits.begin(), digits.end(), isHex))
        return {};
    return QLatin1Char('#') + digits;
}

QString shortened(const QString &text)
{
    constexpr qsizetype limit = 80;
    QString line = text.size() > limit ? text.left(limit) + QChar(0x2026) : text;
    return line.replace(u'\n', u' ');
}

} // namespace pfx::formats
