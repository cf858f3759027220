// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/value.h"

namespace pfx::store {

const Value &Row::at(const QString &column) const
{
    static const Value null;
    const qsizetype count = m_columns->size();
    for (qsizetype step = 0; step < count; ++step) {
        const qsizetype index = m_next + step < count ? m_next + step : m_next + step - count;
        if (m_columns->at(index) == column) {
            m_next = index;
            return m_values[static_cast<size_t>(index)];
        }
    }
    Q_ASSERT_X(false, "Row", qPrintable(column));
    return null;
}

QString Row::text(const QString &column) const
{
    const Value &value = at(column);
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return QString::fromUtf8(*bytes);
    return {};
}

QByteArray Row::bytes(const QString &column) const
{
    const Value &value = at(column);
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return *bytes;
    return text(column).toUtf8();
}

qint64 Row::number(const QString &column) const
{
    return maybe(column).value_or(0);
}

std::optional<qint64> Row::maybe(const QString &column) const
{
    const Value &value = at(column);
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *text = std::get_if<QString>(&value))
        return text->toLongLong();
    return std::nullopt;
}

bool Row::isNull(const QString &column) const
{
    return std::holds_alternative<std::monostate>(at(column));
}

} // namespace pfx::store
