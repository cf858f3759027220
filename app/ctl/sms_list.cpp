// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/sms_list.h"

#include "app/ctl/context.h"
#include "app/ctl/json_writer.h"
#include "app/ctl/sms_output.h"
#include "app/ctl/table.h"
#include "core/texts/sms_texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace pfx::ctl {

using base::Result;

namespace {

constexpr int usual = 100, pageSize = 500;

void print(Context &context, const QVector<sms::Message> &messages)
{
    Table table;
    for (const sms::Message &message : messages) {
        table.row({QString::number(message.id), isoTime(message.createdAt), texts::text(message.state), message.recipient, message.sender,
                   message.text.simplified().left(60)});
    }
    context.out(table.text());
}

} // namespace

QStringList SmsList::words() const
{
    return {QStringLiteral("sms"), QStringLiteral("list")};
}

QString SmsList::description() const
{
    return QCoreApplication::translate("Ctl", "Lists the messages, newest first.");
}

void SmsList::addOptions(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("state"), QCoreApplication::translate("Ctl", "Only messages in this state."), QStringLiteral("STATE")});
    parser.addOption(
        {QStringLiteral("query"), QCoreApplication::translate("Ctl", "A phone, or a part of the text or of the sender."), QStringLiteral("QUERY")});
    parser.addOption({QStringLiteral("limit"), QCoreApplication::translate("Ctl", "At most so many."), QStringLiteral("N")});
    parser.addOption({QStringLiteral("after"), QCoreApplication::translate("Ctl", "Only those below this number."), QStringLiteral("ID")});
}

Result<Exit> SmsList::run(Context &context, const QCommandLineParser &options)
{
    sms::MessageQuery query;
    query.text = options.value(QStringLiteral("query"));
    if (options.isSet(QStringLiteral("state"))) {
        query.state = sms::stateNamed(options.value(QStringLiteral("state")));
        if (!query.state) {
            QStringList words;
            for (const sms::State state : sms::allStates())
                words.append(name(state));
            return usage(QCoreApplication::translate("Ctl", "A state is one of %1").arg(words.join(QStringLiteral(", "))));
        }
    }
    qint64 left = usual, before = 0;
    if (options.isSet(QStringLiteral("limit"))) {
        PFX_ASSIGN(left, numberArgument(options.value(QStringLiteral("limit"))));
    }
    if (options.isSet(QStringLiteral("after"))) {
        PFX_ASSIGN(before, numberArgument(options.value(QStringLiteral("after"))));
    }
    PFX_ASSIGN(store::Connection *const db, context.db());
    JsonWriter json;
    if (context.json())
        json.beginArray();
    while (left > 0) {
        PFX_ASSIGN(const auto messages, sms::page(*db, query, before, int(std::min<qint64>(left, pageSize))));
        if (messages.isEmpty())
            break;
        if (context.json()) {
            for (const sms::Message &message : messages)
                json.object([&] { writeMessage(json, message); });
            context.out(json.take());
        } else {
            print(context, messages);
        }
        left -= messages.size();
        before = messages.last().id;
    }
    if (context.json()) {
        json.endArray();
        context.out(json.take() + '\n');
    }
    return Exit::Done;
}

} // namespace pfx::ctl
