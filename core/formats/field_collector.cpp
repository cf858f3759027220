// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/field_collector.h"

#include "core/formats/row_reader.h"

namespace pfx::formats {

void FieldCollector::add(records::Section section, const QString &key, const QString &name, const QString &knownAs, const QString &sample)
{
    const QPair<int, QString> id(static_cast<int>(section), key);
    auto place = m_places.constFind(id);
    if (place == m_places.constEnd()) {
        if (m_fields.size() >= maxFields)
            return;
        place = m_places.insert(id, m_fields.size());
        m_fields.push_back({section, key, name, knownAs, {}});
    }
    QStringList &samples = m_fields[*place].samples;
    const QString text = shortened(sample);
    if (!text.isEmpty() && samples.size() < maxSamples && !samples.contains(text))
        samples << text;
}

} // namespace pfx::formats
