// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/job.h"

namespace pfx::ui {

void Job::setSnapshot(const JobSnapshot &snapshot)
{
    if (m_snapshot.isOver())
        return;
    m_snapshot = snapshot;
    emit changed();
    if (m_snapshot.isOver())
        emit finished();
}

} // namespace pfx::ui
