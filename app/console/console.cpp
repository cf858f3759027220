// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "app/console/main_window.h"
#include "app/console/page_entry.h"
#include "app/console/runtime_live.h"
#include "ui/common/formatting.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QLocale>
#include <QTextBlock>
#include <QTextBrowser>
#include <QUrl>

namespace pfx::console {

namespace {

/// Without a profile the window still opens, to say why there is none.
std::unique_ptr<ui::ViewSettings> viewSettings(const QString &folder)
{
    if (folder.isEmpty())
        return std::make_unique<ui::MemoryViewSettings>();
    return std::make_unique<ui::FileViewSettings>(folder + QStringLiteral("/view.ini"));
}

} // namespace

Console::Console(const Options &options)
    : m_options(options), m_demo(options.demo ? std::make_unique<app::Demo>(m_clock) : nullptr), m_profile(chosenProfile()), m_settings(viewSettings(folder())),
      m_prompt(*m_settings)
{
    m_opener = std::make_unique<ui::Background>(
        [] { return base::fail(base::ErrorCode::Internal, QStringLiteral("the store is not open yet")); });
    m_window = makeWindow();
}

std::unique_ptr<MainWindow> Console::makeWindow()
{
    auto window = std::make_unique<MainWindow>(allPages(), m_jobs, *m_settings, m_prompt);
    if (m_demo)
        window->showDemoRibbon();
    connect(window.get(), &MainWindow::retryRequested, this, &Console::openStore);
    connect(window.get(), &MainWindow::folderRequested, this, &Console::openFolder);
    connect(window.get(), &MainWindow::helpRequested, this, &Console::openHelp);
    connect(window.get(), &MainWindow::stopRequested, this, [this] { m_stop.request_stop(); });
    return window;
}

Console::~Console()
{
    m_stop.request_stop();
    // Pages and jobs stand on the background and the store: they go first.
    m_window->dropPages();
    m_window.reset();
    m_jobs.stopAll(); // what the background waits for must be on its way out
    if (m_secrets)
        m_secrets->abandon(); // a keychain's dialog must not keep the program alive
    m_background.reset();
    m_opener.reset();
    m_live.reset();
    m_runtime.reset(); // finishes what it has in hand; the window is gone already
}

void Console::start()
{
    m_window->show();
    openStore();
}

base::Result<app::Profile> Console::chosenProfile() const
{
    return m_demo ? m_demo->profile() : app::chooseProfile(m_options.profile, m_options.store);
}

void Console::openStore()
{
    m_window->showOpening();
    m_profile = chosenProfile();
    if (!m_profile)
        return storeOpened(base::fail(m_profile.error()));
    if (!m_demo && !m_secrets)
        m_secrets = std::make_unique<app::Secrets>(*m_profile);
    m_opener->run(
        this,
        [profile = *m_profile, &secrets = secretStore(), &clock = m_clock, demo = m_demo.get()]() -> base::Result<std::unique_ptr<store::Store>> {
            PFX_ASSIGN(auto store, app::openStore(profile, secrets, clock));
            if (demo)
                PFX_TRY(demo->fill(*store));
            return store;
        },
        [this](base::Result<std::unique_ptr<store::Store>> result) { storeOpened(std::move(result)); });
}

void Console::storeOpened(base::Result<std::unique_ptr<store::Store>> result)
{
    if (!result) {
        m_window->showFailure(result.error(), m_profile ? m_profile->store.display() : m_options.store);
        return;
    }
    m_store = std::move(*result);
    m_background = std::make_unique<ui::Background>(*m_store);
    startRuntime();
    m_services.reset(new ui::Services{*m_store, *m_background, m_jobs, m_clock, m_prompt, *m_settings, folder(), m_live.get(), this});
    showStoreFacts();
    m_window->showPages(*m_services);
    emit opened();
}

/// Nothing here waits: neither for the keychain nor for the server.
void Console::startRuntime()
{
    m_runtime = std::make_unique<app::Runtime>(*m_store, m_clock, secretStore(), m_demo ? m_demo->runtimeOptions() : app::RuntimeOptions());
    m_live = std::make_unique<RuntimeLive>(*m_runtime, secretStore());
    m_runtime->startSoon();
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
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder()));
}

/// The pictures of whole windows become as wide as the text.
static void fitPictures(QTextDocument *document, qreal width)
{
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            QTextImageFormat picture = at.fragment().charFormat().toImageFormat();
            if (!picture.isValid())
                continue;
            picture.setWidth(width);
            QTextCursor cursor(document);
            cursor.setPosition(at.fragment().position());
            cursor.setPosition(at.fragment().position() + at.fragment().length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(picture);
            break; // one picture a paragraph; the fragments are new now
        }
    }
}

/// The block of the heading «Words» or «2. Words»; invalid when there is none.
static QTextBlock heading(const QTextDocument &document, const QString &words)
{
    QTextBlock block = document.begin();
    while (block.isValid()
           && (words.isEmpty() || block.blockFormat().headingLevel() == 0
               || (block.text() != words && !block.text().endsWith(QStringLiteral(". ") + words))))
        block = block.next();
    return block;
}

/// Our own window: an office computer seldom has a program for Markdown.
void Console::showGuide(const QUrl &url, const QString &anchor)
{
    if (!m_guide) {
        m_guide = std::make_unique<QTextBrowser>();
        m_guide->setWindowTitle(tr("Guide"));
        m_guide->setAccessibleName(tr("Guide"));
        m_guide->setOpenExternalLinks(true);
        m_guide->resize(900, 720);
    }
    m_guide->setSource(url, QTextDocument::MarkdownResource);
    m_guide->document()->setDocumentMargin(ui::metrics::PageMargin);
    fitPictures(m_guide->document(), m_guide->width() - 3 * ui::metrics::PageMargin);
    m_guide->show(); // laid out before it is scrolled
    // The chapter of a page bears the page's name, one within it ends with the name of its step.
    const qsizetype slash = anchor.indexOf(QLatin1Char('/'));
    QString chapter;
    for (const PageEntry &entry : allPages()) {
        if (entry.id == anchor.left(slash))
            chapter = entry.title;
    }
    QTextBlock found = slash < 0 ? QTextBlock() : heading(*m_guide->document(), anchor.mid(slash + 1));
    if (!found.isValid())
        found = heading(*m_guide->document(), chapter);
    if (found.isValid()) {
        m_guide->setTextCursor(QTextCursor(m_guide->document()->lastBlock()));
        m_guide->setTextCursor(QTextCursor(found)); // from below, so that the heading comes to the top
    }
    m_guide->raise();
    m_guide->activateWindow();
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
            showGuide(QUrl::fromLocalFile(docs.absoluteFilePath(name)), anchor);
            return;
        }
    }
}

} // namespace pfx::console
