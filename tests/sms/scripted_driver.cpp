// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sms/scripted_driver.h"

namespace pfx::test {

using sms::SubmitResult;

namespace {

Script *current = nullptr; // the table of drivers knows functions only

} // namespace

class ScriptedDriver : public sms::Driver {
public:
    ScriptedDriver(Script &script, QString provider, sms::DriverEvents &events) : m_script(script), m_provider(std::move(provider))
    {
        const std::lock_guard lock(script.m_mutex);
        script.m_events.insert(m_provider, &events);
    }

    sms::Abilities abilities() const override { return m_script.abilities; }
    int window() const override { return 10; }
    void stop() override
    {
        for (const sms::SubmitDone &done : m_unanswered)
            done(tl::unexpected(sms::SubmitFailure{sms::Trouble::Transient, {base::ErrorCode::Cancelled, {}, {}, base::Effected::Perhaps}, {}, {}}));
        m_unanswered.clear();
    }
    void submit(const sms::Outgoing &message, sms::SubmitDone done) override
    {
        bool answers = true;
        SubmitResult result = m_script.next(m_provider, message, answers);
        if (answers)
            done(std::move(result));
        else
            m_unanswered.push_back(std::move(done));
    }
    tl::expected<void, sms::SubmitFailure> probe(const base::StopToken &) override
    {
        const std::lock_guard lock(m_script.m_mutex);
        if (m_script.probe)
            return tl::unexpected(*m_script.probe);
        return {};
    }
    base::Result<sms::Sighting> sight(const sms::Outgoing &, const base::StopToken &) override { return m_script.sighting; }

private:
    Script &m_script;
    const QString m_provider;
    std::vector<sms::SubmitDone> m_unanswered;
};

Script::Script()
{
    current = this;
}

Script::~Script()
{
    current = nullptr;
}

void Script::reply(Reply reply)
{
    const std::lock_guard lock(m_mutex);
    m_replies.push_back(std::move(reply));
}

void Script::reply(SubmitResult result)
{
    reply([result = std::move(result)](const sms::Outgoing &) { return std::optional(result); });
}

void Script::fail(sms::Trouble trouble, base::Effected effected, base::ErrorCode code)
{
    reply(tl::unexpected(sms::SubmitFailure{trouble, {code, QStringLiteral("as the script says"), {}, effected}, {}, {}}));
}

SubmitResult Script::next(const QString &provider, const sms::Outgoing &message, bool &answers)
{
    Reply reply;
    {
        const std::lock_guard lock(m_mutex);
        m_got.append({provider, message});
        if (!m_replies.empty()) {
            reply = std::move(m_replies.front());
            m_replies.pop_front();
        }
    }
    if (!reply)
        return sms::Submitted{{QStringLiteral("p-%1").arg(message.id)}};
    const auto result = reply(message);
    answers = result.has_value();
    return result.value_or(sms::Submitted());
}

QVector<sms::Outgoing> Script::got(const QString &provider) const
{
    const std::lock_guard lock(m_mutex);
    QVector<sms::Outgoing> messages;
    for (const auto &[name, message] : m_got) {
        if (provider.isEmpty() || name == provider)
            messages.append(message);
    }
    return messages;
}

sms::DriverEvents *Script::events(const QString &provider) const
{
    const std::lock_guard lock(m_mutex);
    return m_events.value(provider);
}

sms::Provider Script::provider(const QString &name)
{
    static const sms::DriverKind kind{QStringLiteral("scripted"), {}, 0,
                                      [](const sms::ProviderConfig &config, const sms::DriverTools &,
                                         sms::DriverEvents &events) -> base::Result<std::unique_ptr<sms::Driver>> {
                                          return std::make_unique<ScriptedDriver>(*current, config.name, events);
                                      },
                                      nullptr};
    sms::Provider provider;
    provider.config.name = name;
    provider.config.driver = kind.name;
    provider.kind = &kind;
    return provider;
}

} // namespace pfx::test
