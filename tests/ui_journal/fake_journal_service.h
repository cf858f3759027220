// SPDX-License-Identifier: GPL-3.0-or-later
// A service whose answers are set by the test, given at once or held back until release().
#pragma once

#include "ui/journal/journal_service.h"

#include <QHash>

namespace pfx::test {

class FakeJournalService : public ui::JournalService
{
    Q_OBJECT
public:
    using JournalService::JournalService;

    bool holdBack = false;
    std::optional<base::Error> failure; ///< Every answer is this.
    QHash<qint64, exchange::JournalDetails> records;
    qint64 haltedRows = 0;
    QStringList allServices;
    QHash<QString, QString> subjects;
    qint64 exportRows = 0;
    base::StopToken exportStop;
    QStringList asked;

    void release()
    {
        const auto held = std::exchange(m_held, {});
        for (const auto &give : held)
            give();
    }

    void details(QObject *, qint64 id, Answer<exchange::JournalDetails> answer) override
    {
        base::Result<exchange::JournalDetails> found = base::fail(base::ErrorCode::NotFound, QStringLiteral("no such entry"), QString::number(id));
        if (records.contains(id))
            found = records.value(id);
        give<exchange::JournalDetails>(QStringLiteral("details %1").arg(id), std::move(answer), std::move(found));
    }
    void halted(QObject *, Answer<qint64> answer) override { give<qint64>(QStringLiteral("halted"), std::move(answer), haltedRows); }
    void services(QObject *, Answer<QStringList> answer) override { give<QStringList>(QStringLiteral("services"), std::move(answer), allServices); }
    void subjectOf(QObject *, const QString &number, Answer<QString> answer) override
    {
        give<QString>(QStringLiteral("subject of ") + number, std::move(answer), subjects.value(number));
    }
    void perform(QObject *, ui::JournalDeed::Kind deed, const exchange::JournalEntry &entry, Answer<qint64> answer) override
    {
        const qint64 row = deed == ui::JournalDeed::Kind::Replay ? entry.id + 100 : entry.id;
        give<qint64>(QStringLiteral("deed %1 on %2").arg(static_cast<int>(deed)).arg(entry.id), std::move(answer), row);
    }
    void exportTo(QObject *, const QString &path, const exchange::JournalFilter &, base::StopToken stop, Answer<qint64> answer) override
    {
        exportStop = std::move(stop);
        give<qint64>(QStringLiteral("export to ") + path, std::move(answer), exportRows);
    }

private:
    template<typename T>
    void give(const QString &question, Answer<T> answer, base::Result<T> value)
    {
        asked << question;
        if (failure)
            value = base::fail(*failure);
        if (!holdBack) {
            answer(std::move(value));
            return;
        }
        m_held << [answer = std::move(answer), value = std::move(value)] { answer(value); };
    }

    QVector<std::function<void()>> m_held;
};

} // namespace pfx::test
