// SPDX-License-Identifier: GPL-3.0-or-later
// A program around a page of the connection with Planfix: a store of its own, the strict fake, nothing remembered. GUI thread.
#pragma once

#include "core/settings/settings.h"
#include "tests/ui_setup/fake_live.h"
#include "ui/common/background.h"
#include "ui/common/job_model.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/view_settings.h"

#include <QDesktopServices>
#include <QTemporaryDir>

namespace pfx::test {

inline constexpr int patience = 20'000;

/// Answers yes to every question, and the files that the test says.
class SetupPrompt : public ui::Prompt {
public:
    void confirm(QWidget *, const ui::Question &question, std::function<void()> yes) override
    {
        asked.append(question);
        yes();
    }
    void openFile(QWidget *, const ui::FileQuestion &, std::function<void(const QString &)> chosen) override
    {
        if (!file.isEmpty())
            chosen(file);
    }
    void saveFile(QWidget *, const ui::FileQuestion &, std::function<void(const QString &)> chosen) override
    {
        if (!file.isEmpty())
            chosen(file);
    }

    QVector<ui::Question> asked;
    QString file;
};

/// Instead of the system's browser.
class Browser : public QObject {
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "visit"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    Q_SLOT void visit(const QUrl &url) { visited.append(url); }

    QList<QUrl> visited;
};

class SetupOffice {
public:
    explicit SetupOffice(const QJsonObject &account);
    ~SetupOffice();
    SetupOffice(const SetupOffice &) = delete;
    SetupOffice &operator=(const SetupOffice &) = delete;

    settings::Settings settings() const;
    void set(const QString &key, const QString &value);
    /// The value of the secret; empty for none.
    QString secret(const QString &name);

    QTemporaryDir folder;
    base::SystemClock clock;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<FakeLive> live;
    std::unique_ptr<ui::Background> background;
    ui::JobModel jobs;
    ui::MemoryViewSettings view;
    SetupPrompt prompt;
    std::unique_ptr<ui::Services> services;
};

/// Every right but one.
QStringList allRightsBut(const QString &missing);

/// Words wider than the place they were given, and controls without a name.
QStringList faults(const QWidget &page);

} // namespace pfx::test
