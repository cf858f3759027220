// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the program's objects and joins them: the window at once, the store off the GUI thread, then the pages. Takes the pages down and
// shows them anew for another language or another store. GUI thread.
#pragma once

#include "app/console/options.h"
#include "app/demo/demo.h"
#include "app/profile/profile.h"
#include "app/profile/secrets.h"
#include "app/profile/store_place.h"
#include "app/runtime/runtime.h"
#include "core/base/clock.h"
#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/job_model.h"
#include "ui/common/latest.h"
#include "ui/common/program_control.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/view_settings.h"

#include <QObject>

#include <memory>

class QTextBrowser;
class QUrl;

namespace pfx::console {

class MainWindow;
class RuntimeLive;

class Console : public QObject, public ui::ProgramControl
{
    Q_OBJECT
public:
    explicit Console(const Options &options);
    ~Console() override;

    void start(); ///< Shows the window and begins to open the store.
    MainWindow &window() { return *m_window; }
    app::Demo *demo() { return m_demo.get(); } ///< Null but for --demo.
    QString folder() const { return m_profile ? m_profile->folder : QString(); }

    QString runningWork() const override;
    void showInLanguage() override;
    bool canChangeStore() const override;
    void moveStore(const QString &address) override;
    void useStore(const QString &address) override;
    void restoreStore(const QString &backup) override;
    ui::StoreNews takeStoreNews() override { return std::exchange(m_news, {}); }

signals:
    void opened(); ///< The pages are there.

private:
    base::Result<app::Profile> chosenProfile() const;
    std::unique_ptr<MainWindow> makeWindow();
    secrets::SecretStore &secretStore() { return m_demo ? m_demo->secrets() : m_secrets->store(); }
    void changeLanguage();
    void leaveStore(const QString &work, bool isStoppable);
    void goOn(const ui::StoreNews &news);
    void moveNow(const QString &address);
    void restoreNow(const QString &backup);
    void openStore();
    void storeOpened(base::Result<std::unique_ptr<store::Store>> result);
    void startRuntime();
    void showStoreFacts();
    void openFolder();
    void openHelp(const QString &anchor);
    void showGuide(const QUrl &url, const QString &anchor);

    Options m_options;
    base::SystemClock m_clock;
    std::unique_ptr<app::Demo> m_demo; ///< Only of --demo.
    base::Result<app::Profile> m_profile;
    std::unique_ptr<ui::ViewSettings> m_settings;
    ui::DialogPrompt m_prompt;
    std::unique_ptr<store::Store> m_store; // what stands on it comes below and goes first
    std::unique_ptr<app::Secrets> m_secrets;
    std::unique_ptr<app::Runtime> m_runtime;
    std::unique_ptr<RuntimeLive> m_live;
    std::unique_ptr<ui::Background> m_opener; ///< Opens the store; has no connection.
    std::unique_ptr<ui::Background> m_background;
    ui::JobModel m_jobs;
    std::unique_ptr<ui::Services> m_services;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QTextBrowser> m_guide;
    base::StopSource m_stop; ///< Of the work with the whole store.
    std::unique_ptr<ui::Latest<store::MoveProgress>> m_progress;
    ui::StoreNews m_news;
};

} // namespace pfx::console
