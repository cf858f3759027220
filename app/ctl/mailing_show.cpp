// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/mailing_show.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "app/ctl/table.h"
#include "core/mailing/list_table.h"
#include "core/mailing/member_pages.h"
#include "core/mailing/request_log.h"
#include "core/texts/mailing_texts.h"

#include <QCoreApplication>

namespace pfx::ctl {

using base::Result;
using mailing::Member;

namespace {

constexpr qint64 shownByDefault = 100;
constexpr int shownRequests = 20;
constexpr int pageRows = 500;

struct Shown {
    mailing::MailingList list;
    mailing::MemberCounts counts;
    QVector<Member> members;
    QVector<mailing::RequestRecord> requests;
};

QString standingName(const Member &member)
{
    switch (member.standing) {
    case mailing::Standing::Writable:
        return QStringLiteral("writable");
    case mailing::Standing::Suppressed:
        return QStringLiteral("suppressed");
    case mailing::Standing::NoAddress:
        return QStringLiteral("no_address");
    case mailing::Standing::SharedAddress:
        break;
    }
    return QStringLiteral("shared_address");
}

Result<QVector<Member>> readMembers(store::Connection &db, qint64 listId, qint64 limit)
{
    QVector<Member> found;
    for (qint64 after = 0;;) {
        const int wanted = limit > 0 ? static_cast<int>(std::min<qint64>(pageRows, limit - found.size())) : pageRows;
        PFX_ASSIGN(const auto page, mailing::members(db, {listId, {}}, after, wanted));
        found += page;
        if (page.size() < wanted || found.size() == limit)
            return found;
        after = page.last().id;
    }
}

void printMember(JsonWriter &json, const Member &member)
{
    json.object([&] {
        if (member.planfixId) {
            json.member("id", *member.planfixId);
        } else {
            json.key("id");
            json.null();
        }
        json.memberOrNull("email", member.email);
        json.member("first_name", member.firstName);
        json.member("last_name", member.lastName);
        json.member("state", standingName(member));
        json.memberOrNull("reason", member.reason ? mailing::name(*member.reason) : QString());
    });
}

void printRequest(JsonWriter &json, const mailing::RequestRecord &record)
{
    json.object([&] {
        json.time("time", record.at);
        json.member("action", record.action);
        json.memberOrNull("error", record.error);
        json.member("received", record.counts.received);
        json.member("added", record.counts.added);
        json.member("updated", record.counts.updated);
        json.member("removed", record.counts.removed);
        json.member("skipped", record.counts.skipped);
        json.member("suppressed", record.counts.suppressed);
        json.member("without_email", record.counts.withoutEmail);
    });
}

QByteArray jsonOf(const Shown &shown)
{
    JsonWriter json;
    json.object([&] {
        json.member("id", shown.list.code);
        json.member("name", shown.list.name);
        json.member("members", shown.counts.members);
        json.member("writable", shown.counts.writable);
        json.member("suppressed", shown.counts.suppressed);
        json.member("without_email", shown.counts.withoutEmail);
        json.time("created_at", shown.list.createdAt);
        if (shown.list.deletedAt) {
            json.time("deleted_at", *shown.list.deletedAt);
        } else {
            json.key("deleted_at");
            json.null();
        }
        json.key("contacts");
        json.array([&] {
            for (const Member &member : shown.members)
                printMember(json, member);
        });
        json.key("requests");
        json.array([&] {
            for (const mailing::RequestRecord &record : shown.requests)
                printRequest(json, record);
        });
    });
    return json.take() + '\n';
}

QString planfixNumber(const Member &member)
{
    return member.planfixId ? QString::number(*member.planfixId) : QStringLiteral("-");
}

void print(Context &context, const Shown &shown)
{
    context.line(shown.list.name);
    context.line(QCoreApplication::translate("Ctl", "Members: %1, written to: %2, suppressed: %3, without an address: %4")
                     .arg(shown.counts.members)
                     .arg(shown.counts.writable)
                     .arg(shown.counts.suppressed)
                     .arg(shown.counts.withoutEmail));
    if (shown.list.deletedAt)
        context.line(QCoreApplication::translate("Ctl", "Deleted on %1").arg(isoTime(*shown.list.deletedAt)));
    Table table;
    for (const Member &member : shown.members)
        table.row({planfixNumber(member), member.email, QString(member.firstName + QLatin1Char(' ') + member.lastName).trimmed(),
                   member.reason ? texts::text(*member.reason) : texts::text(member.standing)});
    context.out(QStringLiteral("\n") + table.text());
    Table requests;
    for (const mailing::RequestRecord &record : shown.requests)
        requests.row({isoTime(record.at), texts::mailingAction(record.action), record.error});
    context.out(QStringLiteral("\n") + requests.text());
}

} // namespace

QStringList MailingShow::words() const
{
    return {QStringLiteral("mailing"), QStringLiteral("show")};
}

QStringList MailingShow::arguments() const
{
    return {QStringLiteral("LIST")};
}

QString MailingShow::description() const
{
    return QCoreApplication::translate("Ctl", "Shows a mailing list, its members and what Planfix asked.");
}

void MailingShow::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("limit"), QCoreApplication::translate("Ctl", "At most so many members (100; 0: all)."),
                      QStringLiteral("N")});
}

Result<Exit> MailingShow::run(Context &context, const QCommandLineParser &options)
{
    qint64 limit = shownByDefault;
    if (const QString given = options.value(QStringLiteral("limit")); given == QLatin1String("0")) {
        limit = 0;
    } else if (!given.isEmpty()) {
        PFX_ASSIGN(limit, numberArgument(given));
    }
    PFX_ASSIGN(store::Connection *const db, context.db());
    Shown shown;
    PFX_ASSIGN(shown.list, mailing::findList(*db, options.positionalArguments().first()));
    PFX_ASSIGN(shown.counts, mailing::counts(*db, shown.list.id));
    PFX_ASSIGN(shown.members, readMembers(*db, shown.list.id, limit));
    PFX_ASSIGN(shown.requests, mailing::requests(*db, shown.list.id, 0, shownRequests));
    if (context.json())
        context.out(jsonOf(shown));
    else
        print(context, shown);
    return Exit::Done;
}

} // namespace pfx::ctl
