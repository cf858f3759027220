// SPDX-License-Identifier: GPL-3.0-or-later
// The import page with the real service over a store of its own, as in the program. GUI thread.
#pragma once

#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/job_model.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/view_settings.h"
#include "ui/imports/imports_page.h"
#include "ui/imports/imports_presenter.h"

#include <QTemporaryDir>

inline constexpr int kPatience = 20'000;

/// JSON written with apostrophes, for the reader's sake.
QByteArray json(QByteArray text);

/// Answers yes to every question and keeps them.
class YesPrompt : public pfx::ui::Prompt
{
public:
    void confirm(QWidget *, const pfx::ui::Question &question, std::function<void()> yes) override
    {
        asked.append(question);
        yes();
    }
    void openFile(QWidget *, const pfx::ui::FileQuestion &, std::function<void(const QString &)>) override {}
    void saveFile(QWidget *, const pfx::ui::FileQuestion &, std::function<void(const QString &)>) override {}

    QVector<pfx::ui::Question> asked;
};

/// A program around the page: a store of its own, nothing remembered.
struct Office
{
    QTemporaryDir folder;
    pfx::base::SystemClock clock;
    std::unique_ptr<pfx::store::Store> store;
    std::unique_ptr<pfx::ui::Background> background;
    pfx::ui::JobModel jobs;
    pfx::ui::MemoryViewSettings settings;
    YesPrompt prompt;
    std::unique_ptr<pfx::ui::Services> services;
    std::unique_ptr<pfx::ui::ImportsPage> page;

    Office();
    ~Office();
    Office(const Office &) = delete;
    Office &operator=(const Office &) = delete;

    void newPage();
    QString file(const QString &name, const QByteArray &content) const;
    /// Adds one and answers the id.
    qint64 addEmployee(const QString &name);
    pfx::ui::ImportsPresenter &presenter() const { return page->presenter(); }
    pfx::ui::ImportStep step() const { return presenter().state().step; }
    pfx::ui::ImportsState::View view() const { return presenter().state().view; }
    const pfx::migration::RunReport &result() const { return presenter().result().state().report; }
    pfx::ui::Banner *banner(const QString &name) const { return page->findChild<pfx::ui::Banner *>(name); }
    /// Clicks the visible button of this accessible name; false when there is none.
    bool click(const QString &name) const;
};
