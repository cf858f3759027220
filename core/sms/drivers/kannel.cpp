// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/drivers/kannel.h"

#include "core/sms/drivers/http_driver.h"
#include "core/sms/segments.h"

#include <algorithm>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

// Bits of dlr-mask and of %d.
constexpr int delivered = 1, failed = 2, buffered = 4, rejected = 16;

class Kannel : public HttpProtocol {
public:
    Kannel(ProviderConfig config, const base::Clock &clock) : m_config(std::move(config)), m_clock(clock) { }

    Abilities abilities() const override
    {
        Abilities abilities;
        abilities.pushes = !m_config.callbackUrl.isEmpty();
        return abilities;
    }
    int window() const override { return 16; }

    http::Request submit(const Outgoing &message) const override
    {
        FormFields fields = access();
        // Digits and a plus are an international number to it; what is no number is a name.
        fields += {{s("to"), message.to}, {s("text"), message.text}, {s("charset"), s("UTF-8")}};
        if (!message.from.isEmpty())
            fields.append({s("from"), message.from});
        if (segmentsOf(message.text).encoding == Encoding::Ucs2)
            fields.append({s("coding"), s("2")}); // without it Cyrillic becomes question marks, and is still accepted
        const qint64 minutes = (message.validUntilMs - m_clock.nowMs()) / 60'000;
        fields.append({s("validity"), QString::number(std::max<qint64>(1, minutes))});
        if (!m_config.callbackUrl.isEmpty()) {
            fields.append({s("dlr-mask"), QString::number(delivered | failed | buffered | rejected)});
            // It puts its own values where the percent signs are.
            fields.append({s("dlr-url"), QStringLiteral("%1?id=%2&type=%d").arg(m_config.callbackUrl).arg(message.reference)});
        }
        return getQuery(sendsms(), fields);
    }

    SubmitResult readSubmit(const Outgoing &message, const http::Response &answer) const override
    {
        if (answer.status == 202 || answer.status == 200)
            return accepted(message, answer);
        if (answer.status == 401 || answer.status == 403)
            return notTaken(Trouble::Account, shortAnswer(answer));
        return notTaken(Trouble::Refused, shortAnswer(answer));
    }

    http::Request probe() const override { return getQuery(sendsms(), {}); } // refused for lack of a login, but answered

private:
    FormFields access() const { return {{s("username"), m_config.login.reveal()}, {s("password"), m_config.password.reveal()}}; }

    QString sendsms() const { return m_config.url.contains(QLatin1String("/cgi-bin/")) ? m_config.url : joined(m_config.url, s("cgi-bin/sendsms")); }

    /// "0: Accepted for delivery" and "3: Queued for later delivery"; anything else with 202 was not said by Kannel.
    static SubmitResult accepted(const Outgoing &message, const http::Response &answer)
    {
        if (!answer.body.startsWith("0:") && !answer.body.startsWith("3:"))
            return unreadable(shortAnswer(answer));
        return Submitted{{QString::number(message.reference)}};
    }

    const ProviderConfig m_config;
    const base::Clock &m_clock;
};

} // namespace

Result<std::unique_ptr<Driver>> makeKannel(const ProviderConfig &config, const DriverTools &tools, DriverEvents &)
{
    if (config.login.isEmpty() || config.password.isEmpty())
        return base::fail(ErrorCode::Validation, s("login and password are needed"), s("login"));
    return std::make_unique<HttpDriver>(config.name, std::make_unique<Kannel>(config, tools.clock),
                                        QStringList{config.password.reveal(), config.callbackUrl}, tools);
}

Result<Callback> readKannelCallback(const ProviderConfig &, const server::Request &request)
{
    const auto id = request.queryValue(s("id")), type = request.queryValue(s("type"));
    if (!id || !type)
        return base::fail(ErrorCode::Validation, s("missing"), id ? s("type") : s("id"));
    Receipt receipt;
    receipt.providerId = *id;
    const int bits = type->toInt();
    if (bits & delivered)
        receipt.delivery = Delivery::Delivered;
    else if (bits & failed)
        receipt.delivery = Delivery::Undelivered;
    else if (bits & rejected)
        receipt.delivery = Delivery::Rejected;
    if (receipt.delivery == Delivery::Undelivered || receipt.delivery == Delivery::Rejected)
        receipt.detail = QStringLiteral("dlr %1").arg(bits);
    return Callback{{receipt}, server::Response::text(200, "")};
}

} // namespace pfx::sms
