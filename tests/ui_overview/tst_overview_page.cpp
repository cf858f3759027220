// SPDX-License-Identifier: GPL-3.0-or-later
// The first page on a real store, by keyboard. With PFX_PICTURES=folder it also keeps a picture of each state, in the language, theme and
// window of PFX_LANG, PFX_THEME and PFX_SIZE.
#include "core/exchange/inbox.h"
#include "core/exchange/journal.h"
#include "core/exchange/outbox.h"
#include "core/exchange/store_rate_gate.h"
#include "core/orders/order_book.h"
#include "core/orders/planfix_desk.h"
#include "core/texts/order_texts.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_live.h"
#include "tests/support/fake_secrets.h"
#include "tests/support/store_fixture.h"
#include "tests/support/verify_result.h"
#include "translations/translations.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/job_model.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/view_settings.h"
#include "ui/overview/overview_page.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace pfx;
using namespace pfx::ui;

namespace {

/// The queues of a program whose dispatcher rests.
struct Program
{
    explicit Program(store::Store &store)
        : outbox(clock, bell), inbox(clock, bell), journal(store.writer()), gate(store, clock), mapping(clock, texts::taskWords()),
          office{store, clock, gate, journal, outbox, secrets, mapping, {}}, live(office, inbox)
    {}

    test::FakeClock clock{1'796'040'000'000};
    exchange::Bell bell;
    exchange::Outbox outbox;
    exchange::Inbox inbox;
    exchange::Journal journal;
    exchange::StoreRateGate gate;
    test::FakeSecrets secrets;
    orders::MappingSource mapping;
    orders::Office office;
    test::FakeLive live;
};

} // namespace

class tst_overview_page : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

    void aFreshProfileShowsTheFirstHour();
    void whatNeedsAttentionIsOneKeyAway();
    void itFollowsWhatIsStored();
    void aStoreThatCannotBeReadSaysWhyAndIsTriedAgain();
    void everyControlIsNamed();

private:
    void open(bool filled);
    void fill();
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_background->isIdle(), 20'000); }
    void picture(const QString &name);
    template<typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }

    std::unique_ptr<test::StoreFixture> m_fixture;
    std::unique_ptr<Program> m_program;
    std::atomic<bool> m_refuse = false;
    std::unique_ptr<Background> m_background;
    std::unique_ptr<JobModel> m_jobs;
    std::unique_ptr<MemoryViewSettings> m_settings;
    std::unique_ptr<DialogPrompt> m_prompt;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<OverviewPage> m_page;
};

void tst_overview_page::initTestCase()
{
    translations::install(*qApp, translations::chooseLanguage(qEnvironmentVariable("PFX_LANG", QStringLiteral("ru")), {}));
    applyTheme(*qApp, colorSchemeFromName(qEnvironmentVariable("PFX_THEME", QStringLiteral("light"))));
}

void tst_overview_page::cleanup()
{
    m_page.reset();
    m_services.reset();
    m_background.reset();
    m_program.reset();
    m_fixture.reset();
    m_refuse = false;
}

/// Orders of a fortnight, one of them refused by Planfix, and answers that tell of the quota.
void tst_overview_page::fill()
{
    Program &program = *m_program;
    const qint64 today = program.clock.nowMs(), day = 24LL * 60 * 60 * 1000;
    qint64 halted = 0;
    PFX_VERIFY(m_fixture->store().writer().run([&](store::Connection &db) -> base::Result<void> {
        for (int back = 13; back >= 0; --back) {
            for (int i = 0; i < (back * 5) % 9 + 2; ++i) {
                orders::Order order;
                order.source = orders::Source::Site;
                PFX_TRY(orders::insert(db, order, today - back * day));
            }
        }
        PFX_ASSIGN(const auto row, program.outbox.enqueue(db, {QStringLiteral("planfix"), {}, QStringLiteral("order.push"), QStringLiteral("order:1"),
                                                               {}, "{}", exchange::EffectKind::LookUp, 0}));
        halted = row.id;
        return db
            .execute(QStringLiteral("UPDATE exchange_outbox SET state = 'attention', due_at = NULL WHERE id = :id"), {{QStringLiteral("id"), halted}})
            .map([](qint64) {});
    }));
    exchange::JournalRecord record;
    record.service = QStringLiteral("planfix");
    record.status = 200;
    record.atMs = today - 60'000;
    record.answer = QStringLiteral("X-RateLimit-Remaining: 13796\n\n{}");
    program.journal.write(record);
    PFX_VERIFY(m_fixture->store().writer().run([](store::Connection &) { return base::Result<void>(); }));
    program.live.planfixState = {QStringLiteral("konigkomfort.planfix.ru"), {}, {}, true, today - 60'000};
    program.live.serverState.isWanted = true;
    program.live.serverState.address = QStringLiteral("127.0.0.1:8088");
}

void tst_overview_page::open(bool filled)
{
    m_fixture = std::make_unique<test::StoreFixture>(QStringLiteral("sqlite"));
    QVERIFY2(m_fixture->isValid(), qPrintable(m_fixture->error()));
    m_program = std::make_unique<Program>(m_fixture->store());
    if (filled)
        fill();
    m_background = std::make_unique<Background>([this]() -> base::Result<std::unique_ptr<store::Connection>> {
        if (m_refuse)
            return base::fail(base::ErrorCode::StorageLocked, QStringLiteral("database is locked"));
        return m_fixture->store().connect();
    });
    m_jobs = std::make_unique<JobModel>();
    m_settings = std::make_unique<MemoryViewSettings>();
    m_prompt = std::make_unique<DialogPrompt>(*m_settings);
    m_services = std::make_unique<Services>(Services{m_fixture->store(), *m_background, *m_jobs, m_program->clock, *m_prompt, *m_settings,
                                                     m_fixture->folder(), &m_program->live});
    m_page = std::make_unique<OverviewPage>(*m_services);
    const QStringList size = qEnvironmentVariable("PFX_SIZE", QStringLiteral("1280x800")).split(QLatin1Char('x'));
    const int width = size.first().toInt();
    const int navigation = width < metrics::NarrowWindow ? metrics::NavigationNarrowWidth : metrics::NavigationWidth;
    m_page->resize(width - navigation, size.last().toInt() - 42);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->shown();
    settle();
}

void tst_overview_page::picture(const QString &name)
{
    const QString folder = qEnvironmentVariable("PFX_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(1200); // the plots have grown
    QVERIFY(m_page->grab().save(QStringLiteral("%1/overview-%2.png").arg(folder, name)));
}

void tst_overview_page::aFreshProfileShowsTheFirstHour()
{
    open(false);
    QVERIFY(m_page->presenter().state().isKnown);
    QCOMPARE(m_page->presenter().state().stepsDone(), 0);
    QCOMPARE(m_page->badge().number, 0);
    picture(QStringLiteral("empty"));
    QPushButton *first = nullptr; // the one of an earlier state is there until the event loop has taken it away
    QTRY_VERIFY((first = child<QPushButton>("overviewStep0")) && first->isVisible());
    const QSignalSpy went(m_page.get(), &Page::goTo);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Space);
    QTRY_COMPARE(went.size(), 1);
    QCOMPARE(went.first().first().toString(), pages::Setup);
}

void tst_overview_page::whatNeedsAttentionIsOneKeyAway()
{
    open(true);
    QCOMPARE(m_page->badge().number, 1);
    picture(QStringLiteral("full"));
    QPushButton *need = nullptr;
    QTRY_VERIFY((need = child<QPushButton>("overviewNeed0")) && need->isVisible());
    const QSignalSpy went(m_page.get(), &Page::goTo);
    need->setFocus();
    QTest::keyClick(need, Qt::Key_Space);
    QTRY_COMPARE(went.size(), 1);
    QCOMPARE(went.first().first().toString(), pages::Journal);
    QCOMPARE(went.first().at(1).toMap().value(QStringLiteral("kind")).toString(), QStringLiteral("attention"));
    const OverviewState &state = m_page->presenter().state();
    QCOMPARE(state.numbers.first().number, QStringLiteral("2"));
    QVERIFY(state.quota);
    QCOMPARE(state.quota->left, 13'796);
    QVERIFY(child<QWidget>("overviewPlot_orders")->accessibleDescription().endsWith(QStringLiteral("2")));
}

void tst_overview_page::itFollowsWhatIsStored()
{
    open(true);
    PFX_VERIFY(m_fixture->store().writer().run([this](store::Connection &db) -> base::Result<void> {
        return orders::insert(db, orders::Order(), m_program->clock.nowMs()).map([](const orders::AddedOrder &) {});
    }));
    emit m_program->live.stored();
    QTRY_COMPARE(m_page->presenter().state().numbers.first().number, QStringLiteral("3"));
    m_program->live.planfixState.held = base::Error{base::ErrorCode::Unauthorized, {}, {}};
    emit m_program->live.changed();
    QTRY_COMPARE(m_page->badge().number, 2);
    picture(QStringLiteral("key-refused"));
}

void tst_overview_page::aStoreThatCannotBeReadSaysWhyAndIsTriedAgain()
{
    m_refuse = true;
    open(true);
    auto *banner = child<Banner>("overviewError");
    QTRY_VERIFY(banner->isVisible());
    picture(QStringLiteral("failing"));
    m_refuse = false;
    auto *retry = child<QPushButton>("overviewRetry");
    retry->setFocus();
    QTest::keyClick(retry, Qt::Key_Space);
    QTRY_VERIFY(!banner->isVisible());
    QVERIFY(m_page->presenter().state().isKnown);
}

void tst_overview_page::everyControlIsNamed()
{
    open(true);
    QStringList nameless;
    for (const QAbstractButton *button : m_page->findChildren<QAbstractButton *>()) {
        if (button->objectName().isEmpty() || button->accessibleName().isEmpty())
            nameless << button->objectName() + QLatin1Char('/') + button->text();
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_overview_page)
#include "tst_overview_page.moc"
