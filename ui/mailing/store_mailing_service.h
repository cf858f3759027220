// SPDX-License-Identifier: GPL-3.0-or-later
// The page's service on the store, the queues and the keychain; everything works off the GUI thread. What it is given outlives it.
#pragma once

#include "core/base/clock.h"
#include "ui/common/services.h"
#include "ui/mailing/mailing_service.h"

namespace pfx::ui {

class StoreMailingService : public MailingService {
    Q_OBJECT

public:
    explicit StoreMailingService(Services &services, QObject *parent = nullptr) : MailingService(parent), m_services(services) { }

    void lists(QObject *context, Answer<QVector<ListView>> answer) override;
    void details(QObject *context, qint64 listId, Answer<ListDetails> answer) override;
    void removeList(QObject *context, qint64 listId, Answer<void> answer) override;
    void restoreList(QObject *context, qint64 listId, Answer<void> answer) override;
    void exportList(QObject *context, qint64 listId, const QString &path, Answer<void> answer) override;
    void beginForward(QObject *context, qint64 listId, const QString &target, Answer<void> answer) override;
    void endForward(QObject *context, qint64 forwardId, Answer<void> answer) override;
    void compareNow(QObject *context, const ForwardView &forward, Answer<void> answer) override;
    void suppress(QObject *context, const mailing::Suppression &suppression, Answer<void> answer) override;
    void unsuppress(QObject *context, const QStringList &emails, Answer<void> answer) override;
    void importSuppressions(QObject *context, const QString &path, Answer<ImportedAddresses> answer) override;
    void exportSuppressions(QObject *context, const QString &path, Answer<void> answer) override;
    void connection(QObject *context, Answer<ConnectionFacts> answer) override;
    void makeSecrets(QObject *context, Renew renew, Answer<void> answer) override;
    void saveTarget(QObject *context, const TargetDraft &draft, Answer<void> answer) override;

private:
    using Change = std::function<base::Result<void>(store::Connection &db, const mailing::ForwardEffects &effects)>;
    /// Writes on a thread of its own, with the effects that follow from it.
    void write(QObject *context, Change change, Answer<void> answer);

    Services &m_services;
};

} // namespace pfx::ui
