// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the fields of sampled rows for the mapping step: each once, in order of appearance, with up to three different samples.
// One thread.
#pragma once

#include "core/records/record_source.h"

#include <QHash>

namespace pfx::formats {

class FieldCollector
{
public:
    static constexpr qsizetype maxFields = 500;
    static constexpr qsizetype maxSamples = 3;

    void add(records::Section section, const QString &key, const QString &name, const QString &knownAs, const QString &sample);
    QVector<records::SourceField> take() { return std::move(m_fields); }

private:
    QVector<records::SourceField> m_fields;
    QHash<QPair<int, QString>, qsizetype> m_places;
};

} // namespace pfx::formats
