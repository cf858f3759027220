// SPDX-License-Identifier: GPL-3.0-or-later
// A service whose answers are set by the test and given at once.
#pragma once

#include "ui/sms/sms_service.h"

#include <QHash>

namespace pfx::test {

class FakeSmsService : public ui::SmsService {
    Q_OBJECT

public:
    using SmsService::SmsService;

    std::optional<base::Error> failure; ///< Every answer is this.
    ui::SmsFacts known;
    ui::SmsNumbers counted;
    QHash<qint64, ui::MessageView> messages;
    sms::TestAnswer answer;
    QHash<QString, sms::CredentialSecrets> secrets;
    sms::ProviderCheck checked;
    sms::TestCall called; ///< The last one.
    sms::ProviderDraft saved;
    QMap<QString, QString> rules;
    QVector<sms::Stopped> stopped;
    ui::AddedNumbers importedNumbers;
    QStringList asked;

    void facts(QObject *, Answer<ui::SmsFacts> then) override { give({}, then, known); }
    void numbers(QObject *, Answer<ui::SmsNumbers> then) override { give({}, then, counted); }
    void message(QObject *, qint64 id, Answer<ui::MessageView> then) override { give({}, then, messages.value(id)); }
    void test(QObject *, const sms::TestCall &call, Answer<sms::TestAnswer> then) override
    {
        called = call;
        give(QStringLiteral("test ") + call.url.toString(), then, answer);
    }
    void perform(QObject *, qint64 id, Deed deed, Answer<void> then) override
    {
        const char *const names[] = {"resend", "cancel", "settle"};
        done(QStringLiteral("%1 %2").arg(QLatin1String(names[int(deed)])).arg(id), then);
    }
    void reveal(QObject *, const QString &name, Answer<sms::CredentialSecrets> then) override { give({}, then, secrets.value(name)); }
    void makeCredential(QObject *, const QString &name, Answer<sms::CredentialSecrets> then) override
    {
        if (!failure) {
            secrets.insert(name, {name, name, secrets::Secret(QStringLiteral("p-") + name), secrets::Secret(QStringLiteral("k-") + name)});
            known.credentials.append({name, name, true, true});
        }
        give(QStringLiteral("make ") + name, then, secrets.value(name));
    }
    void revokeCredential(QObject *, const QString &name, Answer<void> then) override
    {
        if (!failure)
            known.credentials.removeIf([&name](const sms::CredentialEntry &one) { return one.name == name; });
        done(QStringLiteral("revoke ") + name, then);
    }
    void saveProvider(QObject *, const sms::ProviderDraft &draft, Answer<void> then) override
    {
        saved = draft;
        done(QStringLiteral("save ") + draft.name, then);
    }
    void removeProvider(QObject *, const QString &name, Answer<void> then) override { done(QStringLiteral("remove ") + name, then); }
    void orderProviders(QObject *, const QStringList &names, Answer<void> then) override { done(QStringLiteral("order ") + names.join(u','), then); }
    void pauseProvider(QObject *, const QString &name, sms::Pause pause, Answer<void> then) override
    {
        done((pause == sms::Pause::On ? QStringLiteral("pause ") : QStringLiteral("go on ")) + name, then);
    }
    void wakeProviders(QObject *, Answer<void> then) override { done(QStringLiteral("wake"), then); }
    void checkProvider(QObject *, const QString &name, Answer<sms::ProviderCheck> then) override { give(QStringLiteral("check ") + name, then, checked); }
    void stopList(QObject *, const QString &part, Answer<sms::StopListView> then) override
    {
        sms::StopListView view;
        view.all = stopped.size();
        for (const sms::Stopped &one : std::as_const(stopped)) {
            if (one.recipient.contains(part))
                view.rows.append(one);
        }
        give(QStringLiteral("stopped ") + part, then, view);
    }
    void stopNumber(QObject *, const sms::Stopped &number, Answer<ui::AddedNumbers> then) override
    {
        const bool isNew = std::none_of(stopped.cbegin(), stopped.cend(), [&](const sms::Stopped &one) { return one.recipient == number.recipient; });
        if (isNew && !failure)
            stopped.append(number);
        give(QStringLiteral("stop %1 %2").arg(number.recipient, number.reason), then, ui::AddedNumbers{isNew, !isNew, 0, {}});
    }
    void allowNumbers(QObject *, const QStringList &recipients, Answer<void> then) override
    {
        if (!failure)
            stopped.removeIf([&](const sms::Stopped &one) { return recipients.contains(one.recipient); });
        done(QStringLiteral("allow ") + recipients.join(u','), then);
    }
    void importStopList(QObject *, const QString &path, Answer<ui::AddedNumbers> then) override
    {
        give(QStringLiteral("import ") + path, then, importedNumbers);
    }
    void saveRules(QObject *, const QMap<QString, QString> &values, Answer<void> then) override
    {
        rules = values;
        done(QStringLiteral("rules"), then);
    }

    /// What was asked since the last call, without the readings.
    QStringList takeDeeds() { return std::exchange(asked, {}); }

private:
    template <typename T> void give(const QString &question, const Answer<T> &then, const T &value)
    {
        if (!question.isEmpty())
            asked.append(question);
        then(failure ? base::Result<T>(base::fail(*failure)) : base::Result<T>(value));
    }
    void done(const QString &question, const Answer<void> &then)
    {
        asked.append(question);
        then(failure ? base::Result<void>(base::fail(*failure)) : base::Result<void>());
    }
};

} // namespace pfx::test
