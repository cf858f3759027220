// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/drivers/smpp_driver.h"

#include "core/server/mailbox.h"
#include "core/sms/drivers/smpp_link.h"

#include <QSslCertificate>
#include <QThread>
#include <QUrl>

#include <variant>

namespace pfx::sms {

using base::Effected;
using base::ErrorCode;
using base::Result;

namespace {

struct SubmitRequest {
    Outgoing message;
    SubmitDone done;
};
struct StopRequest { };
using Request = std::variant<SubmitRequest, std::vector<SmppLink::Acknowledgement>, StopRequest>;
using Requests = server::Mailbox<Request>;

SubmitFailure stopped()
{
    return {Trouble::Transient, {ErrorCode::Cancelled, QStringLiteral("stopped"), {}, Effected::No}, {}, {}};
}

/// The thread that the link lives on: nothing but its event loop.
class LinkThread : public QThread {
public:
    LinkThread(const SmppOptions &options, const base::Clock &clock, DriverEvents &events, std::shared_ptr<Requests> requests)
        : m_options(options), m_clock(clock), m_events(events), m_requests(std::move(requests))
    {
        setObjectName(QStringLiteral("smpp"));
    }

protected:
    void run() override
    {
        // Receipts may be stored after the driver is gone: they find a mailbox that nobody empties any more.
        SmppLink link(m_options, m_clock, m_events, [requests = m_requests](std::vector<SmppLink::Acknowledgement> stored) {
            requests->post(std::move(stored));
        });
        const auto listening = m_requests->listen([this, &link] { take(link); });
        link.start();
        exec();
    }

private:
    void take(SmppLink &link)
    {
        for (Request &request : m_requests->takeAll()) {
            if (auto *submit = std::get_if<SubmitRequest>(&request))
                link.submit(submit->message, std::move(submit->done));
            else if (const auto *stored = std::get_if<std::vector<SmppLink::Acknowledgement>>(&request))
                link.acknowledge(*stored);
            else
                link.stop([this] { quit(); });
        }
    }

    const SmppOptions &m_options;
    const base::Clock &m_clock;
    DriverEvents &m_events;
    const std::shared_ptr<Requests> m_requests;
};

class SmppDriver : public Driver {
public:
    SmppDriver(SmppOptions options, const base::Clock &clock, DriverEvents &events)
        : m_options(std::move(options)), m_clock(clock), m_events(events)
    {
    }
    ~SmppDriver() override { stop(); }

    Abilities abilities() const override
    {
        Abilities abilities;
        abilities.keepsLink = true;
        abilities.pushes = true;
        return abilities;
    }
    int window() const override { return m_options.session.window; }

    void start() override
    {
        if (m_thread)
            return;
        m_thread = std::make_unique<LinkThread>(m_options, m_clock, m_events, m_requests);
        m_thread->start();
    }

    void stop() override
    {
        if (!m_thread)
            return;
        m_requests->post(StopRequest());
        m_thread->wait();
        m_thread.reset();
        for (Request &request : m_requests->takeAll()) { // what came after the stop
            if (auto *submit = std::get_if<SubmitRequest>(&request))
                submit->done(tl::unexpected(stopped()));
        }
    }

    void submit(const Outgoing &message, SubmitDone done) override
    {
        if (m_thread)
            m_requests->post(SubmitRequest{message, std::move(done)});
        else
            done(tl::unexpected(stopped()));
    }

private:
    const SmppOptions m_options;
    const base::Clock &m_clock;
    DriverEvents &m_events;
    const std::shared_ptr<Requests> m_requests = std::make_shared<Requests>();
    std::unique_ptr<LinkThread> m_thread;
};

base::Failure wrong(const QString &where, const QString &detail)
{
    return base::fail(ErrorCode::Validation, detail, where);
}

Result<void> readUrl(const QString &text, SmppOptions &options)
{
    constexpr int plainPort = 2775, tlsPort = 3550;
    const QUrl url(text, QUrl::StrictMode);
    options.tls = url.scheme() == QLatin1String("smpps");
    if (!url.isValid() || url.host().isEmpty() || (!options.tls && url.scheme() != QLatin1String("smpp")))
        return wrong(QStringLiteral("url"), QStringLiteral("expected smpp://host:port or smpps://host:port"));
    if (!url.userInfo().isEmpty())
        return wrong(QStringLiteral("url"), QStringLiteral("login and password are secrets of their own"));
    options.host = url.host();
    options.port = quint16(url.port(options.tls ? tlsPort : plainPort));
    return {};
}

Result<int> number(const QJsonObject &object, const char *name, int byDefault, int least, int most)
{
    const QJsonValue value = object.value(QLatin1String(name));
    if (value.isUndefined())
        return byDefault;
    const int number = value.toInt(least - 1);
    if (number < least || number > most)
        return wrong(QStringLiteral("options.") + QLatin1String(name), QStringLiteral("expected a number from %1 to %2").arg(least).arg(most));
    return number;
}

template<typename Value>
Result<void> chosen(const QJsonObject &object, const char *name, std::optional<Value> (*named)(const QString &), Value &value)
{
    const QString word = object.value(QLatin1String(name)).toString();
    if (word.isEmpty())
        return {};
    const auto known = named(word);
    if (!known)
        return wrong(QStringLiteral("options.") + QLatin1String(name), word);
    value = *known;
    return {};
}

Result<void> readAuthorities(const QString &file, SmppOptions &options)
{
    options.tlsConfiguration = QSslConfiguration::defaultConfiguration();
    if (file.isEmpty())
        return {};
    const auto certificates = QSslCertificate::fromPath(file);
    if (certificates.isEmpty())
        return wrong(QStringLiteral("options.ca"), QStringLiteral("no certificate in %1").arg(file));
    options.tlsConfiguration.addCaCertificates(certificates);
    return {};
}

Result<void> readOptions(const QJsonObject &object, SmppOptions &options)
{
    PFX_ASSIGN(options.session.window, number(object, "window", 10, 1, 1000));
    PFX_ASSIGN(const int enquire, number(object, "enquire_seconds", 30, 1, 3600));
    PFX_ASSIGN(const int answer, number(object, "answer_seconds", 60, 1, 3600));
    options.session.enquireMs = enquire * 1000LL;
    options.session.answerMs = answer * 1000LL;
    options.session.systemType = object.value(QLatin1String("system_type")).toString().toLatin1();
    options.submit.serviceType = object.value(QLatin1String("service_type")).toString().toLatin1();
    options.submit.tellsValidity = object.value(QLatin1String("validity")).toBool(true);
    PFX_TRY(chosen(object, "concatenation", smpp::joiningNamed, options.submit.joining));
    smpp::IdForm form = smpp::IdForm::Same;
    PFX_TRY(chosen(object, "receipt_ids", smpp::idFormNamed, form));
    if (object.contains(QLatin1String("receipt_ids")))
        options.receiptIds = form;
    if (object.contains(QLatin1String("source_ton"))) {
        PFX_ASSIGN(options.submit.sourceTon, number(object, "source_ton", 0, 0, 6));
    }
    if (object.contains(QLatin1String("source_npi"))) {
        PFX_ASSIGN(options.submit.sourceNpi, number(object, "source_npi", 0, 0, 18));
    }
    return readAuthorities(object.value(QLatin1String("ca")).toString(), options);
}

} // namespace

Result<std::unique_ptr<Driver>> makeSmppDriver(const ProviderConfig &config, const DriverTools &tools, DriverEvents &events)
{
    constexpr int mostSystemId = 15, mostPassword = 8;
    SmppOptions options;
    PFX_TRY(readUrl(config.url, options));
    PFX_TRY(readOptions(config.options, options));
    options.session.systemId = config.login.reveal().toLatin1();
    options.session.password = config.password.reveal().toLatin1();
    if (options.session.systemId.size() > mostSystemId)
        return wrong(QStringLiteral("login"), QStringLiteral("at most %1 characters").arg(mostSystemId));
    if (options.session.password.size() > mostPassword)
        return wrong(QStringLiteral("password"), QStringLiteral("at most %1 characters").arg(mostPassword));
    return std::make_unique<SmppDriver>(std::move(options), tools.clock, events);
}

} // namespace pfx::sms
