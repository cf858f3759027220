// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "app/console/main_window.h"
#include "app/console/page_entry.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

namespace pfx::console {

Console::Console(const Options &options)
    : m_options(options), m_settings(options.profileDir + QStringLiteral("/view.ini")), m_prompt(m_settings)
{
    m_opener = std::make_unique<ui::Background>(
        [] { return base::fail(base::ErrorCode::Internal, QStringLiteral("the store is not open yet")); });
    m_window = std::make_unique<MainWindow>(allPages(), m_jobs, m_settings, m_prompt);
    connect(m_window.get(), &MainWindow::retryRequested, this, &Console::openStore);
    connect(m_window.get(), &MainWindow::folderRequested, this, &Console::openFolder);
    connect(m_window.get(), &MainWindow::helpRequested, this, &Console::openHelp);
}

Console::~Console()
{
    // Pages and jobs stand on the background and the store: they go first.
    m_window->dropPages();
    m_window.reset();
    m_background.reset();
    m_opener.reset();
}

void Console::start()
{
    m_window->show();
    openStore();
}

void Console::openStore()
{
    m_window->showOpening();
    m_opener->run(
        this,
        [options = m_options, &clock = m_clock]() -> base::Result<std::unique_ptr<store::Store>> {
            PFX_ASSIGN(const store::StoreUrl url, storeUrl(options));
            if (!QDir().mkpath(options.profileDir))
                return base::fail(base::ErrorCode::StorageReadOnly, QStringLiteral("the folder cannot be made"), options.profileDir);
            return store::Store::open(url, clock);
        },
        [this](base::Result<std::unique_ptr<store::Store>> result) { storeOpened(std::move(result)); });
}

void Console::storeOpened(base::Result<std::unique_ptr<store::Store>> result)
{
    if (!result) {
        const auto url = storeUrl(m_options);
        m_window->showFailure(result.error(), url ? url->display() : m_options.storeText);
        return;
    }
    m_store = std::move(*result);
    m_background = std::make_unique<ui::Background>(*m_store);
    m_services.reset(new ui::Services{*m_store, *m_background, m_jobs, m_clock, m_prompt, m_settings, m_options.profileDir});
    showStoreFacts();
    m_window->showPages(*m_services);
    emit opened();
}

void Console::showStoreFacts()
{
    const bool sqlite = m_store->url().backend == store::Backend::Sqlite;
    const QString words = sqlite ? tr("SQLite store") : tr("PostgreSQL store");
    m_window->setStoreState(ui::Tone::Success, words, m_store->url().display());
    m_window->setSubtitle(sqlite ? tr("on this computer") : m_store->url().host);
    m_background->run(
        this, [store = m_store.get()] { return store->info(); },
        [this, words](const base::Result<store::StoreInfo> &info) {
            if (!info)
                return;
            const QString detail = tr("%1\nVersion of the data: %2, size: %3").arg(info->url).arg(info->version).arg(ui::bytes(info->bytes));
            m_window->setStoreState(ui::Tone::Success, words, detail);
        });
}

void Console::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_options.profileDir));
}

void Console::openHelp(const QString &anchor)
{
    const QString language = QLocale().language() == QLocale::Russian ? QStringLiteral("ru") : QStringLiteral("en");
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString &folder : {QStringLiteral("/../share/doc/planfix-console"), QStringLiteral("/../../../docs")}) {
        const QDir docs(program + folder);
        for (const QString &name : {QStringLiteral("guide.%1.md").arg(language), QStringLiteral("guide.md"), QStringLiteral("README.md")}) {
            if (!docs.exists(name))
                continue;
            QUrl url = QUrl::fromLocalFile(docs.absoluteFilePath(name));
            url.setFragment(anchor);
            QDesktopServices::openUrl(url);
            return;
        }
    }
}

} // namespace pfx::console
