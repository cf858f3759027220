// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/drivers/aero.h"

#include "core/server/form.h"
#include "core/sms/drivers/http_driver.h"

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

Delivery deliveryOf(int status)
{
    switch (status) {
    case 1:
        return Delivery::Delivered;
    case 2:
        return Delivery::Undelivered;
    case 6:
        return Delivery::Rejected;
    default: // 0 queue, 3 transmitted, 8 moderation
        return Delivery::Pending;
    }
}

Receipt receiptOf(const QString &id, int status)
{
    Receipt receipt;
    receipt.providerId = id;
    receipt.delivery = deliveryOf(status);
    if (receipt.delivery != Delivery::Delivered)
        receipt.detail = QString::number(status);
    return receipt;
}

class Aero : public HttpProtocol {
public:
    explicit Aero(ProviderConfig config) : m_config(std::move(config)) { }

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
        QJsonObject body{{s("number"), message.to.mid(1)}, {s("text"), message.text}};
        if (!message.from.isEmpty())
            body.insert(s("sign"), message.from);
        if (!m_config.callbackUrl.isEmpty()) {
            body.insert(s("callbackUrl"), m_config.callbackUrl);
            body.insert(s("callbackFormat"), s("JSON"));
        }
        return call("sms/send", body);
    }

    SubmitResult readSubmit(const Outgoing &, const http::Response &answer) const override
    {
        const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
        const QString result = json.value(s("result")).toString(), message = json.value(s("message")).toString();
        if (result == QLatin1String("no credits"))
            return notTaken(Trouble::NoMoney, result);
        if (result == QLatin1String("reject"))
            return notTaken(Trouble::Unroutable, json.value(s("reason")).toString());
        if (answer.status == 401 || answer.status == 403)
            return notTaken(Trouble::Account, shortAnswer(answer));
        if (json.contains(s("success")) && !json.value(s("success")).toBool())
            return notTaken(Trouble::Refused, message.isEmpty() ? shortAnswer(answer) : message);
        const QString id = json.value(s("data")).toObject().value(s("id")).toVariant().toString();
        if (id.isEmpty())
            return unreadable(shortAnswer(answer));
        return Submitted{{id}};
    }

    http::Request probe() const override { return balance(); }
    http::Request states(const std::vector<Inquiry> &inquiries) const override
    {
        return call("sms/status", {{s("id"), inquiries.front().providerId.toLongLong()}});
    }

    Result<std::vector<Receipt>> readStates(const std::vector<Inquiry> &inquiries, const http::Response &answer) const override
    {
        const QJsonObject data = QJsonDocument::fromJson(answer.body)[s("data")].toObject();
        if (!data.contains(s("status")))
            return base::fail(ErrorCode::BadAnswer, shortAnswer(answer), s("data.status"));
        return std::vector<Receipt>{receiptOf(inquiries.front().providerId, data.value(s("status")).toVariant().toInt())};
    }

    http::Request balance() const override { return call("balance", {}); }

    Result<Balance> readBalance(const http::Response &answer) const override
    {
        const QJsonValue balance = QJsonDocument::fromJson(answer.body)[s("data")][s("balance")];
        if (balance.isUndefined())
            return base::fail(ErrorCode::BadAnswer, shortAnswer(answer), s("data.balance"));
        return Balance{balance.toVariant().toString(), s("RUB")};
    }

private:
    http::Request call(const char *path, const QJsonObject &body) const
    {
        http::Request request;
        request.method = "POST";
        request.url = QUrl(joined(m_config.url, QLatin1String(path)));
        const QByteArray access = (m_config.login.reveal() + QLatin1Char(':') + m_config.key.reveal()).toUtf8().toBase64();
        request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}, {"Authorization", "Basic " + access}};
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        return request;
    }

    const ProviderConfig m_config;
};

} // namespace

Result<std::unique_ptr<Driver>> makeAero(const ProviderConfig &config, const DriverTools &tools, DriverEvents &)
{
    if (config.login.isEmpty() || config.key.isEmpty())
        return base::fail(ErrorCode::Validation, s("the e-mail (login) and the key are needed"), s("login"));
    return std::make_unique<HttpDriver>(config.name, std::make_unique<Aero>(config),
                                        QStringList{config.key.reveal(), config.callbackUrl}, tools);
}

Result<Callback> readAeroCallback(const ProviderConfig &, const server::Request &request)
{
    QString id, status;
    if (request.contentType() == "application/json") {
        const QJsonObject json = QJsonDocument::fromJson(request.body).object();
        id = json.value(s("id")).toVariant().toString();
        status = json.value(s("status")).toVariant().toString();
    } else {
        PFX_ASSIGN(const server::Form form, server::Form::parse(request.body));
        PFX_ASSIGN(id, form.required(s("id")));
        PFX_ASSIGN(status, form.required(s("status")));
    }
    if (id.isEmpty() || status.isEmpty())
        return base::fail(ErrorCode::Validation, s("missing"), id.isEmpty() ? s("id") : s("status"));
    return Callback{{receiptOf(id, status.toInt())}, server::Response::text(200, "OK")};
}

} // namespace pfx::sms
