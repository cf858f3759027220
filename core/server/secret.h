// SPDX-License-Identifier: GPL-3.0-or-later
// A secret that callers must present, held where it can be changed while the server runs. An empty one matches nothing. Thread-safe.
#pragma once

#include <QByteArray>

#include <memory>
#include <mutex>

namespace pfx::server {

/// Takes the same time wherever the two differ; the time tells the length of `presented` only.
bool equalInConstantTime(const QByteArray &presented, const QByteArray &secret);

class Secret
{
public:
    explicit Secret(QByteArray value = {}) : m_value(std::move(value)) { }

    void set(const QByteArray &value);
    bool isSet() const;
    bool matches(const QByteArray &presented) const;

private:
    mutable std::mutex m_mutex;
    QByteArray m_value;
};

using SharedSecret = std::shared_ptr<const Secret>;

} // namespace pfx::server
