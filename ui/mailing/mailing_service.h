// SPDX-License-Identifier: GPL-3.0-or-later
// What the page «Рассылки» needs from the rest of the program besides the pages of its tables, so that its presenters can be tested without
// a store. Called from the GUI thread; answers come there later, and only while `context` lives.
#pragma once

#include "core/base/result.h"
#include "core/exchange/open_rows.h"
#include "core/mailing/forwarding.h"
#include "core/mailing/member_pages.h"

#include <QObject>

#include <functional>

namespace pfx::ui {

/// A list that is passed on, with how far that has come.
struct ForwardView {
    mailing::Forward forward;
    mailing::ForwardCounts counts;
    std::optional<exchange::OpenRow> open; ///< What is on its way, or why it waits.
};

struct ListView {
    mailing::MailingList list;
    qint64 members = 0;
};

struct ListDetails {
    mailing::MailingList list;
    mailing::MemberCounts counts;
    QVector<ForwardView> forwards;
};

/// What stands in «Подключение».
struct ConnectionFacts {
    QString token; ///< What Planfix must present; empty while there is none.
    bool hasUnsubscribeKey = false;
    std::optional<base::Error> secretsError;
    std::optional<qint64> lastRequest; ///< When Planfix last asked for anything.
    QVector<mailing::Target> targets;
};

/// A mailing service as it is typed in.
struct TargetDraft {
    QString name, driver, url;
    QString login, password; ///< listmonk: API user and its token.
    QString key; ///< UniSender.
};

struct ImportedAddresses {
    qint64 added = 0, known = 0, skipped = 0;
};

class MailingService : public QObject {
    Q_OBJECT

public:
    template <typename T> using Answer = std::function<void(base::Result<T>)>;

    using QObject::QObject;

    /// Newest first, the deleted ones last.
    virtual void lists(QObject *context, Answer<QVector<ListView>> answer) = 0;
    /// Only the newest question of a context is answered.
    virtual void details(QObject *context, qint64 listId, Answer<ListDetails> answer) = 0;
    virtual void removeList(QObject *context, qint64 listId, Answer<void> answer) = 0;
    virtual void restoreList(QObject *context, qint64 listId, Answer<void> answer) = 0;
    /// Writes those who may be written to as CSV; the file appears only when it is whole.
    virtual void exportList(QObject *context, qint64 listId, const QString &path, Answer<void> answer) = 0;

    virtual void beginForward(QObject *context, qint64 listId, const QString &target, Answer<void> answer) = 0;
    virtual void endForward(QObject *context, qint64 forwardId, Answer<void> answer) = 0;
    /// Tells what is waiting at once, and compares.
    virtual void compareNow(QObject *context, const ForwardView &forward, Answer<void> answer) = 0;

    virtual void suppress(QObject *context, const mailing::Suppression &suppression, Answer<void> answer) = 0;
    virtual void unsuppress(QObject *context, const QStringList &emails, Answer<void> answer) = 0;
    virtual void importSuppressions(QObject *context, const QString &path, Answer<ImportedAddresses> answer) = 0;
    virtual void exportSuppressions(QObject *context, const QString &path, Answer<void> answer) = 0;

    virtual void connection(QObject *context, Answer<ConnectionFacts> answer) = 0;
    /// Makes the token and the key of the links where they are missing; a new token instead of the old one with `Renew::Token`.
    enum class Renew { Nothing, Token };
    virtual void makeSecrets(QObject *context, Renew renew, Answer<void> answer) = 0;
    virtual void saveTarget(QObject *context, const TargetDraft &draft, Answer<void> answer) = 0;
};

} // namespace pfx::ui
