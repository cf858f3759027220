// SPDX-License-Identifier: GPL-3.0-or-later
// A store with the desk that does what Planfix asks, for the tests: requests as JSON, answers as Planfix gets them, the list as it then is.
// Time moves only here. The test's thread.
#pragma once

#include "core/mailing/list_desk.h"
#include "core/mailing/member_pages.h"
#include "core/mailing/suppressions.h"
#include "core/store/store.h"
#include "tests/support/fake_clock.h"

#include <QJsonObject>

namespace pfx::test {

class MailingOffice {
public:
    /// `store` may be one that fails; `truth` is the same database without failures, for looking.
    MailingOffice(store::Store &store, store::Store &truth);

    FakeClock &clock() { return m_clock; }
    exchange::Outbox &outbox() { return m_outbox; }

    /// {"success":true,…} or {"error":words}; {"stopped":code} when the store refused.
    QJsonObject ask(const QJsonObject &request);
    QJsonObject ask(const QByteArray &body);
    /// A new list; its code.
    QString newList(const QString &name = QStringLiteral("Клиенты"));
    QJsonObject import(const QString &list, const QJsonArray &contacts);
    /// updateContact
    QJsonObject update(const QString &list, const QString &action, const QJsonObject &contact, const QString &oldEmail = {});
    mailing::RequestRecord lastRecord() const { return m_record; }

    /// Of a job of the writer; the error's text.
    QString write(const store::Writer::Job &job);
    void suppress(const QString &email);

    qint64 idOf(const QString &list);
    /// "1 anna@example.test Анна К." of everybody who may be written to, in order.
    QStringList writable(const QString &list);
    /// The same of all members, with their standing when they are not written to ("5 unsub@example.test suppressed").
    QStringList everybody(const QString &list);
    mailing::MemberCounts counts(const QString &list);

private:
    store::Store &m_store;
    store::Store &m_truth;
    FakeClock m_clock;
    exchange::Bell m_bell;
    exchange::Outbox m_outbox;
    mailing::ListDesk m_desk;
    mailing::RequestRecord m_record;
    std::unique_ptr<store::Connection> m_db;
};

QJsonObject contact(qint64 id, const QString &email, const QString &first = {}, const QString &last = {});

} // namespace pfx::test
