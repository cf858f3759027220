// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/drivers/smsc.h"

#include "core/server/form.h"
#include "core/sms/drivers/http_driver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

QString digits(const QString &e164)
{
    return e164.mid(1);
}

Trouble troubleOf(int code)
{
    switch (code) {
    case 2: // login, password or address of the caller
    case 4: // address blocked for its many errors
        return Trouble::Account;
    case 3:
        return Trouble::NoMoney;
    case 6: // text or sender forbidden
    case 8: // cannot be delivered
        return Trouble::Unroutable;
    case 9: // the same text twice within a minute
        return Trouble::Throttled;
    default:
        return Trouble::Refused;
    }
}

/// Status codes; -3 is for the caller.
Delivery deliveryOf(int status)
{
    switch (status) {
    case 1:
    case 2: // read
    case 4: // the link was opened
        return Delivery::Delivered;
    case 3:
        return Delivery::Expired;
    case -2: // stopped
    case 23: // forbidden
    case 24: // no funds
        return Delivery::Rejected;
    case 20:
    case 22: // wrong number
    case 25: // not available
        return Delivery::Undelivered;
    default:
        return Delivery::Pending;
    }
}

constexpr int notFound = -3;

class Smsc : public HttpProtocol {
public:
    explicit Smsc(ProviderConfig config) : m_config(std::move(config)) { }

    Abilities abilities() const override
    {
        Abilities abilities;
        abilities.looksUp = true;
        abilities.polls = true;
        abilities.pushes = !m_config.callbackUrl.isEmpty();
        abilities.tellsBalance = true;
        return abilities;
    }

    http::Request submit(const Outgoing &message) const override
    {
        FormFields fields = access();
        fields += {{s("phones"), digits(message.to)}, {s("mes"), message.text}, {s("id"), QString::number(message.reference)}};
        if (!message.from.isEmpty())
            fields.append({s("sender"), message.from});
        return postForm(joined(m_config.url, s("sys/send.php")), fields);
    }

    SubmitResult readSubmit(const Outgoing &message, const http::Response &answer) const override
    {
        const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
        if (json.contains(s("error"))) {
            const int code = json.value(s("error_code")).toVariant().toInt();
            auto failure = notTaken(troubleOf(code), QStringLiteral("%1 %2").arg(code).arg(json.value(s("error")).toString()));
            if (code == 9)
                failure.value().retryAfterMs = 60'000;
            return failure;
        }
        // Another message's number is no answer to ours.
        if (!answer.isSuccess() || json.value(s("id")).toVariant().toLongLong() != message.reference)
            return unreadable(shortAnswer(answer));
        return Submitted{{QString::number(message.reference)}};
    }

    http::Request probe() const override { return balance(); }

    http::Request sight(const Outgoing &message) const override { return statusOf(digits(message.to), QString::number(message.reference)); }

    Result<Sighting> readSight(const Outgoing &message, const http::Response &answer) const override
    {
        PFX_ASSIGN(const int status, readStatus(answer));
        if (status == notFound)
            return Sighting{Sighting::Fate::NotThere, {}, Delivery::Pending};
        return Sighting{Sighting::Fate::Found, {QString::number(message.reference)}, deliveryOf(status)};
    }

    http::Request states(const std::vector<Inquiry> &inquiries) const override
    {
        return statusOf(digits(inquiries.front().to), inquiries.front().providerId);
    }

    Result<std::vector<Receipt>> readStates(const std::vector<Inquiry> &inquiries, const http::Response &answer) const override
    {
        PFX_ASSIGN(const int status, readStatus(answer));
        Receipt receipt;
        receipt.providerId = inquiries.front().providerId;
        receipt.delivery = deliveryOf(status);
        if (receipt.delivery != Delivery::Delivered)
            receipt.detail = QString::number(status);
        receipt.atMs = QJsonDocument::fromJson(answer.body)[s("last_timestamp")].toVariant().toLongLong() * 1000;
        return std::vector<Receipt>{receipt};
    }

    http::Request balance() const override { return postForm(joined(m_config.url, s("sys/balance.php")), access()); }

    Result<Balance> readBalance(const http::Response &answer) const override
    {
        const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
        const QString amount = json.value(s("balance")).toVariant().toString();
        if (amount.isEmpty())
            return base::fail(ErrorCode::BadAnswer, shortAnswer(answer), s("balance"));
        return Balance{amount, json.value(s("currency")).toString()};
    }

private:
    FormFields access() const
    {
        FormFields fields;
        if (!m_config.key.isEmpty())
            fields = {{s("apikey"), m_config.key.reveal()}};
        else
            fields = {{s("login"), m_config.login.reveal()}, {s("psw"), m_config.password.reveal()}};
        fields += {{s("fmt"), s("3")}, {s("charset"), s("utf-8")}}; // its default is windows-1251
        return fields;
    }

    http::Request statusOf(const QString &phone, const QString &id) const
    {
        FormFields fields = access();
        fields += {{s("phone"), phone}, {s("id"), id}};
        return postForm(joined(m_config.url, s("sys/status.php")), fields);
    }

    static Result<int> readStatus(const http::Response &answer)
    {
        const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
        if (json.value(s("error_code")).toInt() == 3) // "message not found" of this call
            return notFound;
        if (!json.value(s("status")).isDouble() && json.value(s("status")).toString().isEmpty())
            return base::fail(ErrorCode::BadAnswer, shortAnswer(answer), s("status"));
        return json.value(s("status")).toVariant().toInt();
    }

    const ProviderConfig m_config;
};

} // namespace

Result<std::unique_ptr<Driver>> makeSmsc(const ProviderConfig &config, const DriverTools &tools, DriverEvents &)
{
    if (config.key.isEmpty() && (config.login.isEmpty() || config.password.isEmpty()))
        return base::fail(ErrorCode::Validation, s("login and password, or a key, are needed"), s("login"));
    return std::make_unique<HttpDriver>(config.name, std::make_unique<Smsc>(config),
                                        QStringList{config.password.reveal(), config.key.reveal()}, tools);
}

Result<Callback> readSmscCallback(const ProviderConfig &, const server::Request &request)
{
    PFX_ASSIGN(const server::Form form, server::Form::parse(request.body.isEmpty() ? request.query : request.body));
    PFX_ASSIGN(const QString id, form.required(s("id")));
    PFX_ASSIGN(const QString status, form.required(s("status")));
    Receipt receipt;
    receipt.providerId = id;
    receipt.delivery = deliveryOf(status.toInt());
    if (receipt.delivery != Delivery::Delivered)
        receipt.detail = status;
    return Callback{{receipt}, server::Response::text(200, "OK")};
}

} // namespace pfx::sms
