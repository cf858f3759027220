// SPDX-License-Identifier: GPL-3.0-or-later
// Takes typed values out of one JSON row and remembers the first thing that was of the wrong type, with its path
// ("contacts[3].custom_fields_values[0].values", "expected array, found string"). One row, one thread.
#pragma once

#include "core/formats/json_view.h"
#include "core/records/records.h"

#include "core/base/error.h"

#include <optional>

namespace pfx::formats {

/// No record has more phones and e-mails; what goes beyond is counted only. A row with a longer list of anything else is not read: no
/// system makes such a one, and its parts would take a hundred times its bytes.
constexpr qsizetype mostPoints = 10'000, mostElements = 100'000;

/// Where a value stands in its row. A chain on the stack: it is written out only when something is wrong.
class Path
{
public:
    Path() = default;
    Path(std::string_view key) : m_key(key) {}
    Path(const char *key) : m_key(key) {}
    Path(const Path &parent, std::string_view key) : m_parent(&parent), m_key(key) {}
    Path(const Path &parent, qsizetype index) : m_parent(&parent), m_index(index) {}

    std::string text() const;
    std::string_view key() const { return m_key; }

private:
    const Path *m_parent = nullptr; ///< Outlives this one.
    std::string_view m_key;
    qsizetype m_index = -1;
};

class RowReader
{
public:
    explicit RowReader(const QString &place) : m_place(place) {}

    /// What is empty (null, "", [], {}) reads as an absent value everywhere.
    QString text(const JsonView &value, const Path &path);
    /// What is no time in any known spelling is kept among the unknown members and told by takeBadTimes().
    std::optional<qint64> time(const JsonView &value, const Path &path);
    bool flag(const JsonView &value, const Path &path);
    /// An id: text, but "0" and "" are none.
    QString id(const JsonView &value, const Path &path);
    /// True when the value is a list with elements (JsonView::isList), not too many; an object or scalar there is an error.
    bool array(const JsonView &value, const Path &path);
    bool object(const JsonView &value, const Path &path);

    void add(QVector<records::Point> &points, records::Point point);
    qint64 pointsLeftOut() const { return m_pointsLeftOut; }

    /// Keeps a member that no field of ours holds.
    void keep(std::string_view rawKey, const JsonView &value);
    QByteArray takeUnknown();
    QStringList takeBadTimes() { return std::move(m_badTimes); }

    void fail(const Path &path, const QString &detail);
    const std::optional<base::Error> &error() const { return m_error; }

private:
    void wrongType(const Path &path, const char *expected, const JsonView &value);

    QString m_place;
    QByteArray m_unknown;
    QStringList m_badTimes;
    qint64 m_pointsLeftOut = 0;
    std::optional<base::Error> m_error;
};

/// "#3B82F6" when the text is a colour, else empty.
QString colour(const QString &text);

/// At most so many characters, for samples.
QString shortened(const QString &text);

} // namespace pfx::formats
