// SPDX-License-Identifier: GPL-3.0-or-later
// The real service: reads on the background's threads, deeds as jobs of the store's writer. GUI thread.
#pragma once

#include "ui/journal/journal_service.h"

namespace pfx::ui {

struct Services;

class StoreJournalService : public JournalService
{
    Q_OBJECT
public:
    explicit StoreJournalService(Services &services, QObject *parent = nullptr) : JournalService(parent), m_services(services) {}

    void details(QObject *context, qint64 id, Answer<exchange::JournalDetails> answer) override;
    void halted(QObject *context, Answer<qint64> answer) override;
    void services(QObject *context, Answer<QStringList> answer) override;
    void subjectOf(QObject *context, const QString &orderNumber, Answer<QString> answer) override;
    void perform(QObject *context, JournalDeed::Kind deed, const exchange::JournalEntry &entry, Answer<qint64> answer) override;
    void exportTo(QObject *context, const QString &path, const exchange::JournalFilter &filter, base::StopToken stop,
                  Answer<qint64> answer) override;

private:
    Services &m_services;
};

} // namespace pfx::ui
