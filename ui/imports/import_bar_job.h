// SPDX-License-Identifier: GPL-3.0-or-later
// An ImportJob as the job bar shows it. Owns the work, so that it goes on when the page is gone, and lets it go some time after its end.
// GUI thread.
#pragma once

#include "ui/common/job.h"
#include "ui/imports/store_import_job.h"

namespace pfx::ui {

class ImportBarJob : public Job
{
    Q_OBJECT

public:
    ImportBarJob(StoreImportJob::What what, StoreImportJob::Work work);

    StoreImportJob &work() { return *m_work; }

    QString title() const override;
    QString iconName() const override { return QStringLiteral("document-import"); }
    void pause() override { m_work->pause(); }
    void resume() override { m_work->resume(); }
    void stop() override;
    QString stopNote() const override;
    QString pageId() const override;
    QVariant target() const override;

private:
    void refresh();

    StoreImportJob *m_work;
    bool m_stopping = false;
};

} // namespace pfx::ui
