// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/mailing/mailing_office.h"

#include "core/mailing/list_table.h"
#include "core/mailing/member_rows.h"
#include "core/texts/mailing_texts.h"
#include "tests/support/verify_result.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pfx::test {

using base::Result;
using store::Connection;

MailingOffice::MailingOffice(store::Store &store, store::Store &truth)
    : m_store(store), m_truth(truth), m_outbox(m_clock, m_bell),
      m_desk(store.writer(), m_clock, mailing::ForwardEffects(m_outbox), texts::mailingRefusals())
{
    m_db = truth.connect().value_or(nullptr);
}

QJsonObject MailingOffice::ask(const QByteArray &body)
{
    const auto parsed = mailing::PlanfixRequest::read(body);
    if (const auto *refusal = std::get_if<mailing::Refusal>(&parsed))
        return {{QStringLiteral("error"), texts::mailingRefusals()(*refusal)}};
    const auto outcome = m_desk.handle(std::get<mailing::PlanfixRequest>(parsed), QStringLiteral("198.51.100.7"), {});
    if (!outcome)
        return {{QStringLiteral("stopped"), base::name(outcome.error().code)}};
    m_record = outcome->record;
    if (outcome->refusal)
        return {{QStringLiteral("error"), texts::mailingRefusals()(*outcome->refusal)}};
    QJsonObject answer{{QStringLiteral("success"), true}};
    if (!outcome->listId.isEmpty())
        answer.insert(QStringLiteral("listId"), outcome->listId);
    return answer;
}

QJsonObject MailingOffice::ask(const QJsonObject &request)
{
    return ask(QJsonDocument(request).toJson(QJsonDocument::Compact));
}

QString MailingOffice::newList(const QString &name)
{
    return ask(QJsonObject{{QStringLiteral("action"), QStringLiteral("createList")},
                           {QStringLiteral("authToken"), QStringLiteral("t")},
                           {QStringLiteral("data"), QJsonObject{{QStringLiteral("listName"), name}}}})
        .value(QLatin1String("listId"))
        .toString();
}

QJsonObject MailingOffice::import(const QString &list, const QJsonArray &contacts)
{
    return ask(QJsonObject{{QStringLiteral("action"), QStringLiteral("importContacts")},
                           {QStringLiteral("data"), QJsonObject{{QStringLiteral("listId"), list}, {QStringLiteral("contacts"), contacts}}}});
}

QJsonObject MailingOffice::update(const QString &list, const QString &action, const QJsonObject &contact, const QString &oldEmail)
{
    QJsonObject data{{QStringLiteral("listId"), list}, {QStringLiteral("action"), action}, {QStringLiteral("contact"), contact}};
    if (!oldEmail.isEmpty())
        data.insert(QStringLiteral("oldEmail"), oldEmail);
    return ask(QJsonObject{{QStringLiteral("action"), QStringLiteral("updateContact")}, {QStringLiteral("data"), data}});
}

QString MailingOffice::write(const store::Writer::Job &job)
{
    return errorText(m_truth.writer().run(job));
}

void MailingOffice::suppress(const QString &email)
{
    const QString failed = write([&](Connection &db) {
        return mailing::suppress(db, {0, email, {}, mailing::Reason::Unsubscribed, {}, 0, {}, m_clock.nowMs()}).map([](auto) {});
    });
    QVERIFY2(failed.isEmpty(), qPrintable(failed));
}

qint64 MailingOffice::idOf(const QString &list)
{
    const auto found = mailing::listByCode(*m_db, list);
    return found && *found ? (*found)->id : 0;
}

static QString lineOf(const mailing::Member &member)
{
    return (QString(member.planfixId ? QString::number(*member.planfixId) : QStringLiteral("-")) + u' ' + member.email + u' ' + member.firstName
            + u' ' + member.lastName)
        .simplified();
}

QStringList MailingOffice::writable(const QString &list)
{
    QStringList lines;
    const auto read = mailing::forEachWritable(*m_db, idOf(list), [&lines](const mailing::Member &member) -> Result<void> {
        lines.append(lineOf(member));
        return {};
    });
    return read ? lines : QStringList(read.error().detail);
}

QStringList MailingOffice::everybody(const QString &list)
{
    QStringList lines;
    const auto found = mailing::members(*m_db, {idOf(list), {}}, 0, 1000);
    if (!found)
        return {found.error().detail};
    for (const mailing::Member &member : *found) {
        static const QStringList standings{QString(), QStringLiteral(" suppressed"), QStringLiteral(" without address"),
                                           QStringLiteral(" shared")};
        lines.append(lineOf(member) + standings.value(int(member.standing)));
    }
    return lines;
}

mailing::MemberCounts MailingOffice::counts(const QString &list)
{
    return mailing::counts(*m_db, idOf(list)).value_or(mailing::MemberCounts{-1, -1, -1, -1});
}

QJsonObject contact(qint64 id, const QString &email, const QString &first, const QString &last)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("email"), email},
            {QStringLiteral("firstName"), first},
            {QStringLiteral("lastName"), last}};
}

} // namespace pfx::test
