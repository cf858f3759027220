// SPDX-License-Identifier: GPL-3.0-or-later
// What the page «SMS» needs from the rest of the program besides the pages of its table, so that its presenters can be tested without a
// store. Called from the GUI thread; answers come there later, and only while `context` lives.
#pragma once

#include "core/sms/credential_book.h"
#include "core/sms/pages.h"
#include "core/sms/provider_book.h"
#include "core/sms/provider_check.h"
#include "core/sms/stop_list.h"
#include "core/sms/test_call.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace pfx::ui {

/// A provider as it is set up, with how it stands.
struct ProviderView {
    QString name, driver, url;
    QString rate, price, options; ///< Texts as they are typed; empty: the usual.
    bool paused = false; ///< By a person.
    std::optional<base::Error> problem; ///< Why it cannot be used as it is set up.
    sms::ProviderState state; ///< As the program that serves it told last; without a name when nobody has yet.
    QString callbackUrl; ///< Where it may report deliveries; empty while there is no public address or it calls nobody.

    bool isUsable() const { return !problem && !paused; }
    /// A person has to do something about it.
    bool needsPerson() const { return problem || (!paused && (state.trouble == QLatin1String("account") || state.trouble == QLatin1String("no_money"))); }
};

/// What is set up; read with the secrets, so not at every change.
struct SmsFacts {
    QVector<sms::CredentialEntry> credentials;
    QVector<ProviderView> providers; ///< In their order.
    QMap<QString, QString> rules; ///< Values of the settings of rulesKeys().
    std::optional<base::Error> secretsError;
};

/// What changes by itself; read often.
struct SmsNumbers {
    sms::Counts counts;
    bool any = false; ///< There is a message.
    QVector<sms::ProviderState> states;
};

struct MessageView {
    sms::Message message;
    QVector<sms::HistoryEntry> history;

    bool operator==(const MessageView &) const = default;
};

struct AddedNumbers {
    qint64 added = 0;
    qint64 known = 0; ///< Stood in the list already, or twice in the file.
    qint64 skipped = 0; ///< Rows without a number.
    QStringList skippedRows; ///< The first of them.
};

/// "sms.senders", … that are set on this page.
const QStringList &rulesKeys();

class SmsService : public QObject {
    Q_OBJECT

public:
    template <typename T> using Answer = std::function<void(base::Result<T>)>;

    using QObject::QObject;

    virtual void facts(QObject *context, Answer<SmsFacts> answer) = 0;
    /// Only the newest question of a context is answered.
    virtual void numbers(QObject *context, Answer<SmsNumbers> answer) = 0;
    /// Only the newest question of a context is answered.
    virtual void message(QObject *context, qint64 id, Answer<MessageView> answer) = 0;

    /// Plays Planfix. What has begun is answered even if nobody waits for it any more.
    virtual void test(QObject *context, const sms::TestCall &call, Answer<sms::TestAnswer> answer) = 0;

    enum class Deed { Resend, Cancel, Settle };
    virtual void perform(QObject *context, qint64 id, Deed deed, Answer<void> answer) = 0;

    virtual void reveal(QObject *context, const QString &credential, Answer<sms::CredentialSecrets> answer) = 0;
    virtual void makeCredential(QObject *context, const QString &name, Answer<sms::CredentialSecrets> answer) = 0;
    virtual void revokeCredential(QObject *context, const QString &name, Answer<void> answer) = 0;

    /// Refused by the driver when it cannot work so; the keychain comes first.
    virtual void saveProvider(QObject *context, const sms::ProviderDraft &draft, Answer<void> answer) = 0;
    virtual void removeProvider(QObject *context, const QString &name, Answer<void> answer) = 0;
    virtual void orderProviders(QObject *context, const QStringList &names, Answer<void> answer) = 0;
    virtual void pauseProvider(QObject *context, const QString &name, sms::Pause pause, Answer<void> answer) = 0;
    /// A person has mended what it was paused for.
    virtual void wakeProviders(QObject *context, Answer<void> answer) = 0;
    /// Of one that is set up. Takes some seconds.
    virtual void checkProvider(QObject *context, const QString &name, Answer<sms::ProviderCheck> answer) = 0;

    /// `part` of the number. Only the newest question of a context is answered.
    virtual void stopList(QObject *context, const QString &part, Answer<sms::StopListView> answer) = 0;
    virtual void stopNumber(QObject *context, const sms::Stopped &number, Answer<AddedNumbers> answer) = 0;
    virtual void allowNumbers(QObject *context, const QStringList &recipients, Answer<void> answer) = 0;
    virtual void importStopList(QObject *context, const QString &path, Answer<AddedNumbers> answer) = 0;

    virtual void saveRules(QObject *context, const QMap<QString, QString> &values, Answer<void> answer) = 0;
};

} // namespace pfx::ui
