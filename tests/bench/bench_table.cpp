// SPDX-License-Identifier: GPL-3.0-or-later
// bench_table [THOUSANDS [FOLDER]]: the customers' page over a table of a million contacts: first rows painted, worst jump, memory, search.
// With a folder the store made there is kept and used again, which spares the better part of a minute when only the page has changed.
#include "tests/bench/measured.h"

#include "core/base/clock.h"
#include "core/crm/lists.h"
#include "core/crm/repository.h"
#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/job_model.h"
#include "ui/common/keyset_model.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"
#include "ui/common/table.h"
#include "ui/common/theme.h"
#include "ui/common/view_settings.h"
#include "ui/crm/crm_page.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace pfx;
using bench::result;

namespace {

class NoPrompt : public ui::Prompt
{
public:
    void confirm(QWidget *, const ui::Question &, std::function<void()>) override {}
    void openFile(QWidget *, const ui::FileQuestion &, std::function<void(const QString &)>) override {}
    void saveFile(QWidget *, const ui::FileQuestion &, std::function<void(const QString &)>) override {}
};

base::Result<void> fill(store::Store &store, qint64 count)
{
    constexpr qint64 Batch = 5000;
    const QString last[] = {QStringLiteral("Иванов"), QStringLiteral("Петренко"), QStringLiteral("Соколов"), QStringLiteral("Гусев")};
    for (qint64 from = 0; from < count; from += Batch) {
        PFX_TRY(store.writer().run([from, count, &last](store::Connection &db) {
            QVector<crm::Contact> contacts;
            for (qint64 i = from; i < std::min(count, from + Batch); ++i) {
                crm::Contact contact;
                contact.id = i + 1;
                contact.name = QStringLiteral("%1 %2").arg(last[i % 4]).arg(i * 7919 % count);
                records::Point phone;
                phone.normalized = QStringLiteral("+79%1").arg(i, 9, 10, QLatin1Char('0'));
                phone.value = phone.normalized;
                records::Point email;
                email.kind = records::PointKind::Email;
                email.value = email.normalized = QStringLiteral("user%1@example.com").arg(i);
                contact.points = {phone, email};
                contacts.append(contact);
            }
            return crm::insertContacts(db, contacts);
        }));
    }
    return {};
}

/// Runs the event loop until it is so, asleep between events as in the program: a thread that looks all the time would take the core from
/// those that read.
void until(const std::function<bool()> &is)
{
    while (!is())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

base::Result<void> search(store::Store &store, const QString &what, const QString &text)
{
    PFX_ASSIGN(const auto db, store.connect());
    // Warm, as when people type: the page has counted the list.
    PFX_TRY(crm::indexContacts(*db, {}, ui::KeysetModelBase::PageRows).map([](const auto &) {}));
    crm::ListQuery query;
    query.search = text;
    PFX_TRY(crm::listContacts(*db, query).map([](const auto &) {}));
    QElapsedTimer timer;
    timer.start();
    PFX_ASSIGN(const auto rows, crm::listContacts(*db, query));
    result(QStringLiteral("search by %1 (%2 rows on the first page)").arg(what).arg(rows.size()), static_cast<double>(timer.nsecsElapsed()) / 1e6,
           QStringLiteral("ms"), QStringLiteral("<= 20"));
    return {};
}

/// In the program a page is opened in a window that stands: the fonts are loaded.
void standingWindow()
{
    ui::TextLabel label(QStringLiteral("Aa Яя 1"), ui::TextRole::PageTitle);
    label.grab();
}

void page(ui::Services &services)
{
    standingWindow();
    const double before = bench::memoryMb("VmRSS");
    QElapsedTimer timer;
    timer.start();
    ui::CrmPage page(services);
    page.resize(1064, 758);
    page.show();
    auto *table = page.findChild<ui::Table *>(QStringLiteral("contactsTable"));
    page.shown();
    until([table] { return table->model()->rowCount() > 0; });
    page.repaint();
    result(QStringLiteral("first rows painted after the page is opened"), static_cast<double>(timer.nsecsElapsed()) / 1e6, QStringLiteral("ms"),
           QStringLiteral("<= 50"));
    until([&services] { return services.background.isIdle(); });
    result(QStringLiteral("count and anchors, off the GUI thread"), static_cast<double>(timer.elapsed()), QStringLiteral("ms"));
    double worst = 0;
    QScrollBar *bar = table->verticalScrollBar();
    for (int jump = 1; jump <= 60; ++jump) {
        timer.restart();
        bar->setValue(static_cast<int>(qint64(bar->maximum()) * (jump * 37 % 60) / 60));
        table->repaint();
        worst = std::max(worst, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        until([&services] { return services.background.isIdle(); });
        timer.restart();
        table->repaint(); // with the rows that came
        worst = std::max(worst, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    result(QStringLiteral("worst jump of 60, in the GUI thread"), worst, QStringLiteral("ms"), QStringLiteral("<= 16"));
    result(QStringLiteral("more memory"), bench::memoryMb("VmRSS") - before, QStringLiteral("MB"), QStringLiteral("<= 60"));
}

base::Result<qint64> contactsIn(store::Store &store)
{
    PFX_ASSIGN(const auto db, store.connect());
    return crm::totals(*db).map([](const crm::Totals &totals) { return totals.contacts; });
}

base::Result<void> measure(qint64 count, const QString &folder)
{
    const base::SystemClock clock;
    PFX_ASSIGN(const auto url, store::StoreUrl::parse(QStringLiteral("sqlite:%1/store.sqlite").arg(folder)));
    PFX_ASSIGN(const auto store, store::Store::open(url, clock));
    PFX_ASSIGN(const qint64 kept, contactsIn(*store));
    if (kept == 0) {
        QElapsedTimer timer;
        timer.start();
        PFX_TRY(fill(*store, count));
        result(QStringLiteral("made in"), static_cast<double>(timer.elapsed()) / 1000, QStringLiteral("s"));
    }
    result(QStringLiteral("contacts"), static_cast<double>(kept == 0 ? count : kept), QString());
    ui::Background background(*store);
    ui::JobModel jobs;
    ui::MemoryViewSettings settings;
    NoPrompt prompt;
    ui::Services services{*store, background, jobs, clock, prompt, settings, folder};
    page(services);
    PFX_TRY(search(*store, QStringLiteral("phone"), QStringLiteral("8 (900) 012-34-56")));
    PFX_TRY(search(*store, QStringLiteral("e-mail"), QStringLiteral("user12345@example.com")));
    PFX_TRY(search(*store, QStringLiteral("part of a name"), QStringLiteral("етренк")));
    PFX_TRY(search(*store, QStringLiteral("a rare part"), QStringLiteral("ренко 12345")));
    PFX_TRY(search(*store, QStringLiteral("two letters"), QStringLiteral("со")));
    PFX_TRY(search(*store, QStringLiteral("what is not there"), QStringLiteral("щщщ")));
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::ColorScheme::Light);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 thousands = arguments.size() > 1 ? arguments.at(1).toLongLong() : 1000;
    const QTemporaryDir temporary;
    const auto done = measure(thousands * 1000, arguments.size() > 2 ? arguments.at(2) : temporary.path());
    if (done)
        return 0;
    std::fprintf(stderr, "bench_table: %s %s\n", qPrintable(base::name(done.error().code)), qPrintable(done.error().detail));
    return 1;
}
