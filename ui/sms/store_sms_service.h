// SPDX-License-Identifier: GPL-3.0-or-later
// The page's service on the store, the secrets and the network. GUI thread; the work is done by the background's threads.
#pragma once

#include "core/base/stop_token.h"
#include "ui/common/services.h"
#include "ui/sms/sms_service.h"

namespace pfx::ui {

class StoreSmsService : public SmsService {
    Q_OBJECT

public:
    /// The services have a Live and outlive this.
    explicit StoreSmsService(Services &services, QObject *parent = nullptr) : SmsService(parent), m_services(services) { }
    /// Whoever is being asked over the network is not waited for.
    ~StoreSmsService() override { m_stop.request_stop(); }

    void facts(QObject *context, Answer<SmsFacts> answer) override;
    void numbers(QObject *context, Answer<SmsNumbers> answer) override;
    void message(QObject *context, qint64 id, Answer<MessageView> answer) override;
    void test(QObject *context, const sms::TestCall &call, Answer<sms::TestAnswer> answer) override;
    void perform(QObject *context, qint64 id, Deed deed, Answer<void> answer) override;
    void reveal(QObject *context, const QString &credential, Answer<sms::CredentialSecrets> answer) override;
    void makeCredential(QObject *context, const QString &name, Answer<sms::CredentialSecrets> answer) override;
    void revokeCredential(QObject *context, const QString &name, Answer<void> answer) override;
    void saveProvider(QObject *context, const sms::ProviderDraft &draft, Answer<void> answer) override;
    void removeProvider(QObject *context, const QString &name, Answer<void> answer) override;
    void orderProviders(QObject *context, const QStringList &names, Answer<void> answer) override;
    void pauseProvider(QObject *context, const QString &name, sms::Pause pause, Answer<void> answer) override;
    void wakeProviders(QObject *context, Answer<void> answer) override;
    void checkProvider(QObject *context, const QString &name, Answer<sms::ProviderCheck> answer) override;
    void stopList(QObject *context, const QString &part, Answer<sms::StopListView> answer) override;
    void stopNumber(QObject *context, const sms::Stopped &number, Answer<AddedNumbers> answer) override;
    void allowNumbers(QObject *context, const QStringList &recipients, Answer<void> answer) override;
    void importStopList(QObject *context, const QString &path, Answer<AddedNumbers> answer) override;
    void saveRules(QObject *context, const QMap<QString, QString> &values, Answer<void> answer) override;

private:
    using Change = std::function<base::Result<void>(store::Connection &)>;
    void write(QObject *context, Change change, Answer<void> answer);

    Services &m_services;
    base::StopSource m_stop;
};

} // namespace pfx::ui
