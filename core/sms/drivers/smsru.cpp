// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/drivers/smsru.h"

#include "core/server/form.h"
#include "core/sms/drivers/http_driver.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int accepted = 100;

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

Trouble troubleOf(int code)
{
    switch (code) {
    case 200: // api_id
    case 300: // token
    case 301: // password
    case 302: // account not confirmed
        return Trouble::Account;
    case 201:
        return Trouble::NoMoney;
    case 202: // no route
    case 204: // sender
    case 214: // abroad
        return Trouble::Unroutable;
    case 206: // limits of the day
    case 230:
    case 231: // the same text within a minute
    case 232:
        return Trouble::Throttled;
    case 220: // not available
    case 500:
        return Trouble::Transient;
    default:
        return Trouble::Refused;
    }
}

/// How long an account or a number that has had enough is left alone.
std::optional<qint64> pauseOf(int code)
{
    constexpr qint64 minute = 60'000, hour = 60 * minute;
    if (code == 231)
        return minute;
    return code == 206 || code == 230 || code == 232 ? std::optional(hour) : std::nullopt;
}

Delivery deliveryOf(int status)
{
    switch (status) {
    case 103:
    case 110: // read
        return Delivery::Delivered;
    case 104:
        return Delivery::Expired;
    case 105: // deleted by the operator
    case 106: // fault of the phone
    case 150: // no route
        return Delivery::Undelivered;
    case 108:
        return Delivery::Rejected;
    case 107:
    case -1:
        return Delivery::Unknown;
    default:
        return Delivery::Pending;
    }
}

Receipt receiptOf(const QString &id, int status, qint64 atMs)
{
    Receipt receipt;
    receipt.providerId = id;
    receipt.delivery = deliveryOf(status);
    if (receipt.delivery != Delivery::Delivered)
        receipt.detail = QString::number(status);
    receipt.atMs = atMs;
    return receipt;
}

class SmsRu : public HttpProtocol {
public:
    explicit SmsRu(ProviderConfig config) : m_config(std::move(config)) { }

    Abilities abilities() const override
    {
        Abilities abilities;
        abilities.polls = true;
        abilities.pushes = !m_config.callbackUrl.isEmpty();
        abilities.tellsBalance = true;
        return abilities;
    }

    http::Request submit(const Outgoing &message) const override
    {
        FormFields fields = access();
        fields += {{s("to"), message.to.mid(1)}, {s("msg"), message.text}};
        if (!message.from.isEmpty())
            fields.append({s("from"), message.from});
        return postForm(joined(m_config.url, s("sms/send")), fields);
    }

    SubmitResult readSubmit(const Outgoing &message, const http::Response &answer) const override
    {
        const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
        const int outer = json.value(s("status_code")).toInt();
        if (outer != 0 && outer != accepted)
            return refused(outer, json.value(s("status_text")).toString());
        // OK of the whole says nothing about the number.
        const QJsonObject one = json.value(s("sms")).toObject().value(message.to.mid(1)).toObject();
        const int code = one.value(s("status_code")).toInt();
        if (code != 0 && code != accepted)
            return refused(code, one.value(s("status_text")).toString());
        const QString id = one.value(s("sms_id")).toVariant().toString();
        if (code != accepted || id.isEmpty())
            return unreadable(shortAnswer(answer));
        return Submitted{{id}};
    }

    http::Request probe() const override { return balance(); }

    http::Request states(const std::vector<Inquiry> &inquiries) const override
    {
        QStringList ids;
        for (const Inquiry &inquiry : inquiries)
            ids.append(inquiry.providerId);
        FormFields fields = access();
        fields.append({s("sms_id"), ids.join(QLatin1Char(','))});
        return postForm(joined(m_config.url, s("sms/status")), fields);
    }

    Result<std::vector<Receipt>> readStates(const std::vector<Inquiry> &inquiries, const http::Response &answer) const override
    {
        const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
        if (json.value(s("status_code")).toInt() != accepted)
            return base::fail(ErrorCode::BadAnswer, shortAnswer(answer), s("status_code"));
        const QJsonObject states = json.value(s("sms")).toObject();
        std::vector<Receipt> receipts;
        for (const Inquiry &inquiry : inquiries) {
            const QJsonObject one = states.value(inquiry.providerId).toObject();
            if (!one.isEmpty())
                receipts.push_back(receiptOf(inquiry.providerId, one.value(s("status_code")).toInt(), 0));
        }
        return receipts;
    }
    int statesAtOnce() const override { return 100; }

    http::Request balance() const override { return postForm(joined(m_config.url, s("my/balance")), access()); }

    Result<Balance> readBalance(const http::Response &answer) const override
    {
        const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
        if (json.value(s("status_code")).toInt() != accepted || !json.contains(s("balance")))
            return base::fail(ErrorCode::BadAnswer, shortAnswer(answer), s("balance"));
        return Balance{json.value(s("balance")).toVariant().toString(), s("RUB")};
    }

private:
    FormFields access() const { return {{s("api_id"), m_config.key.reveal()}, {s("json"), s("1")}}; }

    static tl::unexpected<SubmitFailure> refused(int code, const QString &words)
    {
        auto failure = notTaken(troubleOf(code), QStringLiteral("%1 %2").arg(code).arg(words));
        failure.value().retryAfterMs = pauseOf(code);
        return failure;
    }

    const ProviderConfig m_config;
};

} // namespace

Result<std::unique_ptr<Driver>> makeSmsRu(const ProviderConfig &config, const DriverTools &tools, DriverEvents &)
{
    if (config.key.isEmpty())
        return base::fail(ErrorCode::Validation, s("the key (api_id) is needed"), s("key"));
    return std::make_unique<HttpDriver>(config.name, std::make_unique<SmsRu>(config), QStringList{config.key.reveal()}, tools);
}

Result<Callback> readSmsRuCallback(const ProviderConfig &, const server::Request &request)
{
    PFX_ASSIGN(const server::Form form, server::Form::parse(request.body));
    Callback callback;
    callback.answer = server::Response::text(200, "100");
    for (const auto &[name, value] : form.fields()) {
        const QStringList lines = value.split(QLatin1Char('\n'));
        if (!name.startsWith(QLatin1String("data[")) || lines.size() < 3 || lines.first().trimmed() != QLatin1String("sms_status"))
            continue; // other events
        callback.receipts.push_back(receiptOf(lines.at(1).trimmed(), lines.at(2).toInt(), lines.value(3).toLongLong() * 1000));
    }
    return callback;
}

} // namespace pfx::sms
