// SPDX-License-Identifier: GPL-3.0-or-later
// An ImportJob that works on a thread of its own. Snapshots are left under a mutex and fetched by one queued call, so that a busy window
// sees only the newest. Destruction stops the work and waits for it.
#pragma once

#include "core/migration/importer.h"
#include "ui/imports/import_job.h"

#include <functional>
#include <mutex>
#include <thread>

namespace pfx::ui {

class StoreImportJob : public ImportJob
{
    Q_OBJECT

public:
    using Work = std::function<base::Result<migration::RunReport>(migration::RunControl &, const migration::Importer::Progress &)>;

    struct What
    {
        Kind kind = Kind::Import;
        records::System system = records::System::Amocrm;
        QString path;
        qint64 run = 0; ///< 0: not known before the first snapshot
    };

    StoreImportJob(What what, Work work, QObject *parent);
    ~StoreImportJob() override;

    Kind kind() const override { return m_what.kind; }
    records::System system() const override { return m_what.system; }
    QString path() const override { return m_what.path; }
    const migration::ImportProgress &progress() const override { return m_progress; }
    const std::optional<base::Result<migration::RunReport>> &result() const override { return m_result; }
    void pause() override;
    void resume() override;
    void stop() override;
    bool isPaused() const override { return m_control.isPaused(); }

private:
    void post(const migration::ImportProgress &progress); ///< on the job's thread
    void deliver();
    void end(base::Result<migration::RunReport> result);

    What m_what;
    migration::RunControl m_control;
    migration::ImportProgress m_progress;
    std::optional<base::Result<migration::RunReport>> m_result;
    std::mutex m_mutex;
    std::optional<migration::ImportProgress> m_posted; ///< guarded by m_mutex
    std::thread m_thread;
};

} // namespace pfx::ui
