// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/definitions.h"

#include "core/settings/value_checks.h"

#include <algorithm>

namespace pfx::settings {

using base::Result;


const QVector<Definition> &definitions()
{
    static const QVector<Definition> all{
        {QStringLiteral("server.enabled"), Kind::Flag, QStringLiteral("true")},
        {QStringLiteral("server.listen"), Kind::ListenAddress, QStringLiteral("127.0.0.1:8088")},
        {QStringLiteral("server.tls-cert"), Kind::File, {}},
        {QStringLiteral("server.tls-key"), Kind::File, {}},
        {QStringLiteral("server.public-url"), Kind::Url, {}},
        {QStringLiteral("server.trusted-proxies"), Kind::Networks, {}},
        {QStringLiteral("journal.keep-bodies-days"), Kind::Integer, QStringLiteral("30"), 1, 3650},
        {QStringLiteral("journal.keep-days"), Kind::Integer, QStringLiteral("180"), 1, 3650},
        {QStringLiteral("exchange.retry-base-ms"), Kind::Integer, QStringLiteral("1000"), 10, 3600000},
        {QStringLiteral("planfix.account"), Kind::Account, {}},
        {QStringLiteral("planfix.requests-per-second"), Kind::Decimal, QStringLiteral("1"), 0.01, 1000},
        {QStringLiteral("planfix.order-template"), Kind::Id, {}},
        {QStringLiteral("planfix.order-fields"), Kind::JsonMap, {}},
        {QStringLiteral("planfix.contact-template"), Kind::Id, {}},
        {QStringLiteral("planfix.look-seconds"), Kind::Integer, QStringLiteral("300"), 0, 86400},
        {QStringLiteral("orders.task-name"), Kind::Text, QStringLiteral("Заявка #{{number}} – {{client_name}}")},
        {QStringLiteral("orders.statuses"), Kind::JsonMap,
         QStringLiteral("{\"cancelled\":\"Отменена, Отмененная, Отклоненная\",\"completed\":\"Завершена, Завершенная, Выполнена, Закрыта\","
                        "\"confirmed\":\"Подтверждено, Принято\",\"in_progress\":\"В работе, Выполняется\",\"new\":\"Новая\"}")},
        {QStringLiteral("orders.assignees"), Kind::Text, {}},
        {QStringLiteral("orders.adopt-tasks"), Kind::Flag, QStringLiteral("true")},
        {QStringLiteral("orders.callback-url"), Kind::Url, {}},
        {QStringLiteral("mailing.forward.<name>.driver"), Kind::Text, {}, 0, 0, {QStringLiteral("listmonk"), QStringLiteral("unisender")}},
        {QStringLiteral("mailing.forward.<name>.url"), Kind::Url, {}},
        {QStringLiteral("sms.provider"), Kind::Names, {}, 0, 0, {}, QStringLiteral("provider.<name>.driver")},
        {QStringLiteral("sms.duplicate-window"), Kind::Integer, QStringLiteral("60"), 0, 86400},
        {QStringLiteral("sms.senders"), Kind::JsonList, {}},
        {QStringLiteral("sms.stop-list"), Kind::JsonList, {}},
        {QStringLiteral("sms.quiet-hours"), Kind::Hours, {}},
        {QStringLiteral("sms.zone"), Kind::Text, QStringLiteral("Europe/Moscow")},
        {QStringLiteral("sms.in-doubt"), Kind::Text, QStringLiteral("hold"), 0, 0, {QStringLiteral("hold"), QStringLiteral("resend")}, {}},
        {QStringLiteral("sms.validity-hours"), Kind::Integer, QStringLiteral("24"), 1, 720},
        {QStringLiteral("sms.longest-parts"), Kind::Integer, QStringLiteral("8"), 1, 255},
        {QStringLiteral("sms.limit-recipient-day"), Kind::Integer, QStringLiteral("0"), 0, 1000000},
        {QStringLiteral("sms.limit-day"), Kind::Integer, QStringLiteral("0"), 0, 1000000000},
        {QStringLiteral("sms.limit-credential-minute"), Kind::Integer, QStringLiteral("0"), 0, 10000000},
        {QStringLiteral("sms.retry-base-ms"), Kind::Integer, QStringLiteral("5000"), 10, 3600000},
        {QStringLiteral("sms.poll-seconds"), Kind::Integer, QStringLiteral("30"), 1, 3600},
        {QStringLiteral("sms.low-balance"), Kind::Decimal, QStringLiteral("0"), 0, 1e9},
        {QStringLiteral("sms.comment-delivery"), Kind::Flag, QStringLiteral("false")},
        {QStringLiteral("provider.<name>.driver"), Kind::Text, {}, 0, 0,
         {QStringLiteral("smsc"), QStringLiteral("smsru"), QStringLiteral("aero"), QStringLiteral("kannel"), QStringLiteral("http"),
          QStringLiteral("smpp"), QStringLiteral("file")}, {}},
        {QStringLiteral("provider.<name>.url"), Kind::Address, {}},
        {QStringLiteral("provider.<name>.rate"), Kind::Decimal, QStringLiteral("0"), 0, 100000},
        {QStringLiteral("provider.<name>.price"), Kind::Decimal, QStringLiteral("0"), 0, 1000},
        {QStringLiteral("provider.<name>.paused"), Kind::Flag, QStringLiteral("false")},
        {QStringLiteral("provider.<name>.when"), Kind::Json, {}},
        {QStringLiteral("provider.<name>.senders"), Kind::JsonMap, {}},
        {QStringLiteral("provider.<name>.options"), Kind::Json, {}},
    };
    return all;
}

namespace {

const QString placeholder = QStringLiteral("<name>");

/// Whether the key is this one, with a name for <name>: lower-case letters, digits, dashes and underscores, as secrets have them.
bool isKeyOf(const Definition &definition, const QString &key)
{
    const qsizetype at = definition.key.indexOf(placeholder);
    if (at < 0 || definition.key == key)
        return definition.key == key;
    const QStringView before = QStringView(definition.key).left(at);
    const QStringView after = QStringView(definition.key).mid(at + placeholder.size());
    if (!key.startsWith(before) || !key.endsWith(after) || key.size() <= before.size() + after.size())
        return false;
    const QStringView name = QStringView(key).mid(before.size(), key.size() - before.size() - after.size());
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

} // namespace

const Definition *find(const QString &key)
{
    const auto &all = definitions();
    const auto at = std::find_if(all.begin(), all.end(), [&](const Definition &definition) { return isKeyOf(definition, key); });
    return at == all.end() ? nullptr : &*at;
}

QString name(Kind kind)
{
    switch (kind) {
    case Kind::Text:
        return QStringLiteral("text");
    case Kind::Integer:
        return QStringLiteral("integer");
    case Kind::Decimal:
        return QStringLiteral("decimal");
    case Kind::Flag:
        return QStringLiteral("flag");
    case Kind::Id:
        return QStringLiteral("id");
    case Kind::JsonMap:
        return QStringLiteral("json_map");
    case Kind::Url:
        return QStringLiteral("url");
    case Kind::ListenAddress:
        return QStringLiteral("listen_address");
    case Kind::Networks:
        return QStringLiteral("networks");
    case Kind::File:
        return QStringLiteral("file");
    case Kind::Json:
        return QStringLiteral("json");
    case Kind::JsonList:
        return QStringLiteral("json_list");
    case Kind::Names:
        return QStringLiteral("names");
    case Kind::Address:
        return QStringLiteral("address");
    case Kind::Account:
        return QStringLiteral("account");
    case Kind::Hours:
        return QStringLiteral("hours");
    }
    return {};
}

Result<QString> checked(const Definition &definition, const QString &value)
{
    auto kept = checkedValue(definition, value.trimmed());
    if (!kept)
        kept.error().where = definition.key;
    return kept;
}

} // namespace pfx::settings
