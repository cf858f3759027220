// SPDX-License-Identifier: GPL-3.0-or-later
// A service whose answers are set by the test and given at once.
#pragma once

#include "ui/mailing/mailing_service.h"

namespace pfx::test {

class FakeMailingService : public ui::MailingService {
    Q_OBJECT

public:
    using MailingService::MailingService;

    std::optional<base::Error> failure; ///< Every answer is this.
    QVector<ui::ListView> allLists;
    QHash<qint64, ui::ListDetails> detailsById;
    ui::ConnectionFacts facts;
    ui::ImportedAddresses imported;
    QStringList asked;

    void lists(QObject *, Answer<QVector<ui::ListView>> answer) override { give(QStringLiteral("lists"), answer, allLists); }
    void details(QObject *, qint64 id, Answer<ui::ListDetails> answer) override
    {
        give(QStringLiteral("details %1").arg(id), answer, detailsById.value(id));
    }
    void removeList(QObject *, qint64 id, Answer<void> answer) override { done(QStringLiteral("remove %1").arg(id), answer); }
    void restoreList(QObject *, qint64 id, Answer<void> answer) override { done(QStringLiteral("restore %1").arg(id), answer); }
    void exportList(QObject *, qint64 id, const QString &path, Answer<void> answer) override
    {
        done(QStringLiteral("export %1 %2").arg(id).arg(path), answer);
    }
    void beginForward(QObject *, qint64 id, const QString &target, Answer<void> answer) override
    {
        done(QStringLiteral("forward %1 %2").arg(id).arg(target), answer);
    }
    void endForward(QObject *, qint64 id, Answer<void> answer) override { done(QStringLiteral("end %1").arg(id), answer); }
    void compareNow(QObject *, const ui::ForwardView &forward, Answer<void> answer) override
    {
        done(QStringLiteral("compare %1").arg(forward.forward.id), answer);
    }
    void suppress(QObject *, const mailing::Suppression &one, Answer<void> answer) override
    {
        done(QStringLiteral("suppress %1 %2").arg(one.email, mailing::name(one.reason)), answer);
    }
    void unsuppress(QObject *, const QStringList &emails, Answer<void> answer) override
    {
        done(QStringLiteral("unsuppress ") + emails.join(u','), answer);
    }
    void importSuppressions(QObject *, const QString &path, Answer<ui::ImportedAddresses> answer) override
    {
        give(QStringLiteral("import ") + path, answer, imported);
    }
    void exportSuppressions(QObject *, const QString &path, Answer<void> answer) override { done(QStringLiteral("save ") + path, answer); }
    void connection(QObject *, Answer<ui::ConnectionFacts> answer) override { give(QStringLiteral("connection"), answer, facts); }
    void makeSecrets(QObject *, Renew renew, Answer<void> answer) override
    {
        done(renew == Renew::Token ? QStringLiteral("renew") : QStringLiteral("make"), answer);
    }
    void saveTarget(QObject *, const ui::TargetDraft &draft, Answer<void> answer) override
    {
        done(QStringLiteral("target %1 %2 %3").arg(draft.name, draft.driver, draft.url), answer);
    }

    /// What was asked since the last call, without the readings.
    QStringList takeDeeds()
    {
        QStringList deeds;
        for (const QString &one : std::exchange(asked, {})) {
            if (one != QLatin1String("lists") && one != QLatin1String("connection") && !one.startsWith(QLatin1String("details")))
                deeds.append(one);
        }
        return deeds;
    }

private:
    template <typename T> void give(const QString &question, const Answer<T> &answer, const T &value)
    {
        asked.append(question);
        answer(failure ? base::Result<T>(base::fail(*failure)) : base::Result<T>(value));
    }
    void done(const QString &question, const Answer<void> &answer)
    {
        asked.append(question);
        answer(failure ? base::Result<void>(base::fail(*failure)) : base::Result<void>());
    }
};

} // namespace pfx::test
