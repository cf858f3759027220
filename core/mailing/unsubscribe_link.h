// SPDX-License-Identifier: GPL-3.0-or-later
// The links by which people unsubscribe (RFC 8058): /u/<token>. The token says which address and through which list, signed with
// mailing.unsubscribe-key, so that it stays good when the member or the whole list has gone, and no table of links is kept. Whoever has the
// link is the recipient, or has his letter. Pure; any thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pfx::mailing {

struct Unsubscribing {
    qint64 listId = 0;
    QString email; ///< For people (Address::shown).
};

class UnsubscribeLinks {
public:
    /// Without a key no link can be made, and none is good.
    explicit UnsubscribeLinks(QByteArray key) : m_key(std::move(key)) { }

    bool areUsable() const { return !m_key.isEmpty(); }
    QByteArray token(const Unsubscribing &who) const;
    std::optional<Unsubscribing> read(const QByteArray &token) const;
    /// The whole address to put into a letter; empty without a key or a public address.
    QString url(const QString &publicUrl, const Unsubscribing &who) const;

private:
    QByteArray signature(const QByteArray &payload) const;

    QByteArray m_key;
};

} // namespace pfx::mailing
