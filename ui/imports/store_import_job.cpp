// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/store_import_job.h"

namespace pfx::ui {

StoreImportJob::StoreImportJob(What what, Work work, QObject *parent) : ImportJob(parent), m_what(std::move(what))
{
    m_progress.run = m_what.run;
    m_thread = std::thread([this, work = std::move(work)] {
        auto result = work(m_control, [this](const migration::ImportProgress &progress) { post(progress); });
        QMetaObject::invokeMethod(
            this, [this, result = std::move(result)]() mutable { end(std::move(result)); }, Qt::QueuedConnection);
    });
}

StoreImportJob::~StoreImportJob()
{
    m_control.stop();
    if (m_thread.joinable())
        m_thread.join();
}

void StoreImportJob::post(const migration::ImportProgress &progress)
{
    const std::lock_guard lock(m_mutex);
    const bool pending = m_posted.has_value();
    m_posted = progress;
    if (!pending)
        QMetaObject::invokeMethod(this, &StoreImportJob::deliver, Qt::QueuedConnection);
}

void StoreImportJob::deliver()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_posted)
            return;
        m_progress = std::move(*m_posted);
        m_posted.reset();
    }
    emit progressChanged();
}

void StoreImportJob::end(base::Result<migration::RunReport> result)
{
    m_thread.join();
    deliver();
    m_result = std::move(result);
    emit finished();
}

void StoreImportJob::pause()
{
    m_control.pause();
    emit progressChanged();
}

void StoreImportJob::resume()
{
    m_control.resume();
    emit progressChanged();
}

void StoreImportJob::stop()
{
    m_control.stop();
    if (m_control.isPaused())
        m_control.resume();
}

} // namespace pfx::ui
