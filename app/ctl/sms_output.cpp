// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/sms_output.h"

#include "app/ctl/json_writer.h"
#include "app/ctl/table.h"
#include "core/texts/sms_texts.h"

#include <QCoreApplication>

namespace pfx::ctl {

namespace {

/// What a history's word says to people.
QString stateWords(const QString &name)
{
    const auto state = sms::stateNamed(name);
    return state ? texts::text(*state) : QCoreApplication::translate("Ctl", "Accepted");
}

QString fieldOf(sms::Problem problem)
{
    switch (problem) {
    case sms::Problem::BadPhone:
    case sms::Problem::StopList:
        return QStringLiteral("to");
    case sms::Problem::BadSender:
    case sms::Problem::UnknownSender:
        return QStringLiteral("from");
    default:
        return QStringLiteral("text");
    }
}

} // namespace

void writeMessage(JsonWriter &json, const sms::Message &message)
{
    json.member("id", QString::number(message.id));
    json.member("state", name(message.state));
    json.member("from", message.sender);
    json.member("to", message.recipient);
    json.member("text", message.text);
    json.member("segments", qint64(message.segments));
    json.memberOrNull("provider", message.provider);
    json.memberOrNull("error", message.errorDetail.isEmpty() ? message.errorCode : message.errorDetail);
    json.memberOrNull("provider_id", message.providerId);
    json.time("created_at", message.createdAt);
}

void printMessage(Context &context, const sms::Message &message, const QVector<sms::HistoryEntry> &history)
{
    if (context.json()) {
        JsonWriter json;
        json.object([&] {
            writeMessage(json, message);
            json.key("history");
            json.array([&] {
                for (const sms::HistoryEntry &entry : history) {
                    json.object([&] {
                        json.time("time", entry.at);
                        json.member("state", entry.state);
                        json.memberOrNull("provider", entry.provider);
                        json.memberOrNull("detail", entry.detail);
                    });
                }
            });
        });
        context.out(json.take() + '\n');
        return;
    }
    Table table;
    table.row({QCoreApplication::translate("Ctl", "Message"), QString::number(message.id)});
    table.row({QCoreApplication::translate("Ctl", "State"), texts::text(message.state)});
    table.row({QCoreApplication::translate("Ctl", "From"), message.sender});
    table.row({QCoreApplication::translate("Ctl", "To"), message.recipient});
    table.row({QCoreApplication::translate("Ctl", "Text"), message.text});
    table.row({QCoreApplication::translate("Ctl", "Parts"), QString::number(message.segments)});
    table.row({QCoreApplication::translate("Ctl", "Provider"), message.provider});
    if (!message.errorDetail.isEmpty())
        table.row({QCoreApplication::translate("Ctl", "Error"), message.errorDetail});
    context.out(table.text());
    Table way;
    for (const sms::HistoryEntry &entry : history)
        way.row({isoTime(entry.at), stateWords(entry.state), entry.provider, entry.detail});
    context.out(way.text());
}

base::Failure smsRefused(const sms::Refusal &refusal)
{
    return base::fail(base::ErrorCode::Validation, texts::smsProblem(refusal), fieldOf(refusal.problem));
}

} // namespace pfx::ctl
