// SPDX-License-Identifier: GPL-3.0-or-later
// An import, dry run, resumed import or undo under way, as the screen sees it. Lives in the GUI thread and outlives the page; the work is
// done elsewhere. progressChanged comes at most ten times a second, finished exactly once.
#pragma once

#include "core/base/result.h"
#include "core/migration/progress.h"

#include <QObject>

#include <optional>

namespace pfx::ui {

class ImportJob : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Import, DryRun, Undo };

    using QObject::QObject;

    virtual Kind kind() const = 0;
    virtual records::System system() const = 0;
    virtual QString path() const = 0;
    /// The last snapshot; its run is 0 until the run has been begun.
    virtual const migration::ImportProgress &progress() const = 0;
    /// No value while it runs.
    virtual const std::optional<base::Result<migration::RunReport>> &result() const = 0;

    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual void stop() = 0;
    virtual bool isPaused() const = 0;

signals:
    void progressChanged();
    void finished();
};

} // namespace pfx::ui
