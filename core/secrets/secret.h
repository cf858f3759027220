// SPDX-License-Identifier: GPL-3.0-or-later
// A key or password on its way from the keychain to the request. It cannot be streamed, converted or compared by accident: reveal() is the only
// way to the text, so that a search for it finds every place. Value; any thread.
#pragma once

#include <QDebug>
#include <QString>

#include <utility>

namespace pfx::secrets {

class Secret
{
public:
    Secret() = default;
    explicit Secret(QString text) : m_text(std::move(text)) {}

    const QString &reveal() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

private:
    QString m_text;
};

inline QDebug operator<<(QDebug debug, const Secret &)
{
    return debug << "***";
}

} // namespace pfx::secrets
