// SPDX-License-Identifier: GPL-3.0-or-later
// Step 1 of an import, without widgets: which system, which file, and what was recognised in it. A newly named file is looked through at
// once in the background; only the newest question counts. GUI thread.
#pragma once

#include "core/texts/texts.h"
#include "ui/imports/import_service.h"

#include <QTimer>

namespace pfx::ui {

struct SourceState
{
    enum class Phase { Empty, Reading, Ready, Failed };

    records::System system = records::System::Amocrm;
    QString path;
    Phase phase = Phase::Empty;
    int percent = 0;              ///< while reading
    records::SourceInfo info;     ///< when ready
    std::optional<base::Error> error; ///< when failed
    bool missing = false;         ///< «Далее» was pressed without a file
    bool systemCorrected = false; ///< the file said that it is of the other system
    QStringList recent;
};

class SourcePresenter : public QObject
{
    Q_OBJECT

public:
    explicit SourcePresenter(ImportService &service, QObject *parent = nullptr);

    const SourceState &state() const { return m_state; }
    void reset();
    void setSystem(records::System system);
    /// As typed: looked at after a short rest.
    void setPath(const QString &path);
    /// Chosen or dropped: looked at now.
    void open(const QString &path);
    /// After a failure: perhaps the file has been mended meanwhile.
    void readAgain();
    /// «Далее»: emits accepted() now, or when the file has been read; says what is missing otherwise.
    void next();

signals:
    void changed();
    void recognised(); ///< state().info is new
    void accepted();   ///< «Далее» may go on

private:
    void inspect();
    void answered(const QString &path, base::Result<records::SourceInfo> info);
    bool tryOtherSystem();
    void fail(const base::Error &error);

    ImportService &m_service;
    SourceState m_state;
    QTimer m_typing;
    base::StopSource m_stop;
    quint64 m_question = 0;
    bool m_nextWanted = false;
    std::optional<base::Error> m_firstFailure; ///< of the chosen system, while the other one is tried
};

} // namespace pfx::ui
