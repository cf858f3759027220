// SPDX-License-Identifier: GPL-3.0-or-later
// The console's deeds for which all pages go and come again: another language, another store, a backup in its place.
#include "app/console/console.h"

#include "app/console/main_window.h"
#include "app/console/runtime_live.h"
#include "core/base/progress.h"
#include "core/crm/bulk_load.h"
#include "core/store/restore.h"
#include "translations/translations.h"
#include "ui/common/page.h"
#include "ui/common/program_settings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextBrowser>
#include <QTimer>

namespace pfx::console {

using base::Result;
using store::MoveProgress;
using ui::StoreNews;

namespace {

const QString storeSection = QStringLiteral("store");

StoreNews failed(const base::Error &error)
{
    StoreNews news;
    news.kind = StoreNews::Kind::Failed;
    news.error = error;
    return news;
}

} // namespace

QString Console::runningWork() const
{
    return m_window->pagesWork();
}

bool Console::canChangeStore() const
{
    return !m_demo && m_profile && !m_profile->isStoreGiven;
}

// --- language ---

void Console::showInLanguage()
{
    QTimer::singleShot(0, this, &Console::changeLanguage); // the asking page goes
}

/// The words of a widget are made with it: a new window is simpler, and more surely whole, than each widget's own way to change them.
void Console::changeLanguage()
{
    translations::install(*qApp, translations::chooseLanguage(ui::program::language(*m_settings), QLocale::system().name()));
    m_guide.reset();
    auto window = makeWindow();
    window->restoreGeometry(m_window->saveGeometry());
    const QString page = m_window->currentPageId();
    m_window->dropPages();
    window->show(); // before the old one goes: the last window ends the program
    m_window = std::move(window);
    if (!m_services)
        return;
    showStoreFacts();
    m_window->showPages(*m_services);
    m_window->goTo(page, page == ui::pages::Settings ? QVariant(QStringLiteral("program")) : QVariant());
}

// --- store ---

/// What stands on the store goes; the store itself stays for those who read it once more.
void Console::leaveStore(const QString &work, bool isStoppable)
{
    m_window->dropPages();
    m_window->showStoreWork(work, isStoppable);
    m_stop = base::StopSource();
    m_services.reset();
    if (m_secrets)
        m_secrets->abandon(); // nothing of it waits for a keychain's dialog
    m_background.reset();
    m_live.reset();
    m_runtime.reset(); // finishes what it has in hand
    if (m_secrets)
        m_secrets->resume();
}

/// Opens whatever the profile says now, with the news on the page that asked.
void Console::goOn(const StoreNews &news)
{
    m_news = news;
    m_progress.reset();
    m_store.reset();
    connect(
        this, &Console::opened, this, [this] { m_window->goTo(ui::pages::Settings, storeSection); }, Qt::SingleShotConnection);
    openStore();
}

void Console::moveStore(const QString &address)
{
    QTimer::singleShot(0, this, [this, address] { moveNow(address); });
}

void Console::moveNow(const QString &address)
{
    const auto url = store::StoreUrl::parse(address);
    if (!url || !m_store)
        return;
    leaveStore(tr("Moving the data…"), true);
    m_progress = std::make_unique<ui::Latest<MoveProgress>>(this, [this](const MoveProgress &now) {
        const QLocale locale;
        m_window->showStoreProgress(now.table.isEmpty() ? tr("Building the indexes")
                                                        : tr("%1 of %2 rows").arg(locale.toString(now.rows), locale.toString(now.allRows)));
    });
    const auto work = [profile = *m_profile, from = m_store.get(), to = *url, &secrets = secretStore(), &clock = m_clock,
                       stop = m_stop.get_token(), tell = m_progress->poster()] {
        base::ProgressGate<MoveProgress> gate(clock, tell);
        store::MoveHooks hooks;
        hooks.derive = crm::fillSearchIndex;
        hooks.progress = [&gate](const MoveProgress &now) { gate.offer(now); };
        return app::moveStore(profile, *from, to, secrets, clock, stop, hooks);
    };
    m_opener->run(this, work, [this](const Result<app::MovedStore> &moved) {
        StoreNews news;
        if (moved)
            news = {StoreNews::Kind::Moved, moved->address, moved->report.rows, {}};
        goOn(moved ? news : failed(moved.error()));
    });
}

void Console::useStore(const QString &address)
{
    QTimer::singleShot(0, this, [this, address] {
        const auto url = store::StoreUrl::parse(address);
        if (!url || !m_store)
            return;
        leaveStore(tr("Opening the store…"), false);
        const auto work = [profile = *m_profile, to = *url, &secrets = secretStore(), &clock = m_clock]() -> Result<void> {
            PFX_TRY(store::Store::open(to, clock)); // only what opens is remembered
            return app::rememberStore(profile, to, secrets);
        };
        m_opener->run(this, work, [this, place = url->display()](const Result<void> &done) {
            goOn(done ? StoreNews{StoreNews::Kind::InUse, place, 0, {}} : failed(done.error()));
        });
    });
}

void Console::restoreStore(const QString &backup)
{
    QTimer::singleShot(0, this, [this, backup] { restoreNow(backup); });
}

void Console::restoreNow(const QString &backup)
{
    if (!m_store)
        return;
    leaveStore(tr("Restoring the backup…"), false);
    m_store.reset(); // nobody has it open meanwhile
    m_opener->run(
        this, [url = m_profile->store, backup, &clock = m_clock] { return store::restoreStore(url, backup, clock); },
        [this](const Result<store::Restored> &restored) {
            goOn(restored ? StoreNews{StoreNews::Kind::Restored, restored->setAside, 0, {}} : failed(restored.error()));
        });
}

} // namespace pfx::console
