// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real store with real queues, by keyboard. With PFX_PICTURES=folder it also keeps a picture of each state, in the language,
// theme and window of PFX_LANG, PFX_THEME and PFX_SIZE.
#include "core/exchange/inbox.h"
#include "core/exchange/journal.h"
#include "core/exchange/outbox.h"
#include "core/exchange/store_rate_gate.h"
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
#include "ui/common/table.h"
#include "ui/common/theme.h"
#include "ui/common/view_settings.h"
#include "ui/journal/journal_page.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace pfx;
using namespace pfx::ui;

namespace {

class AnsweringPrompt : public Prompt
{
public:
    void confirm(QWidget *, const Question &question, std::function<void()> yes) override
    {
        asked << question;
        if (answer)
            yes();
    }
    void openFile(QWidget *, const FileQuestion &, std::function<void(const QString &)>) override {}
    void saveFile(QWidget *, const FileQuestion &, std::function<void(const QString &)> chosen) override { chosen(path); }

    QVector<Question> asked;
    QString path;
    bool answer = true;
};

/// The queues of a program whose dispatcher rests.
struct Program
{
    explicit Program(store::Store &store)
        : outbox(clock, bell), inbox(clock, bell), journal(store.writer()), gate(store, clock), mapping(clock, texts::taskWords()),
          office{store, clock, gate, journal, outbox, secrets, mapping, {}}, live(office, inbox)
    {}

    test::FakeClock clock;
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

exchange::JournalRecord exchangeOf(qint64 row, int status, const char *request, const char *answer, qint64 at)
{
    exchange::JournalRecord record;
    record.rowId = row;
    record.direction = exchange::Direction::Out;
    record.service = QStringLiteral("planfix");
    record.account = QStringLiteral("konigkomfort.planfix.ru");
    record.method = QStringLiteral("POST");
    record.path = QStringLiteral("konigkomfort.planfix.ru/rest/task/");
    record.status = status;
    record.atMs = at;
    record.durationMs = 184;
    record.request = QString::fromUtf8(request);
    record.answer = QString::fromUtf8(answer);
    return record;
}

} // namespace

class tst_journal_page : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

    void anEmptyJournalSaysWhatItIsFor();
    void rowsAreShownNewestFirst();
    void anEntryIsReadByKeyboard();
    void whatNeedsYouIsSentAgainByKeyboard();
    void aQuestionAnsweredWithNoDoesNothing();
    void aRequestIsRepeated();
    void theFilterNarrows();
    void nothingFoundSaysSo();
    void newRowsComeByThemselves();
    void theOrderIsOneStepAway();
    void itIsSavedAsCsv();
    void aStoreThatCannotBeReadSaysWhyAndIsTriedAgain();
    void everyControlIsNamed();

private:
    void open(bool filled);
    void fill();
    void picture(const QString &name);
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_background->isIdle(), 20'000); }
    template<typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    Table *table() const { return child<Table>("journalTable"); }
    int rows() const { return table()->model()->rowCount(); }
    void selectRow(int row);
    QString stateOf(qint64 id);

    std::unique_ptr<test::StoreFixture> m_fixture;
    std::unique_ptr<Program> m_program;
    std::atomic<bool> m_refuse = false;
    std::unique_ptr<Background> m_background;
    std::unique_ptr<JobModel> m_jobs;
    std::unique_ptr<MemoryViewSettings> m_settings;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<JournalPage> m_page;
    AnsweringPrompt m_prompt;
    qint64 m_halted = 0, m_request = 0;
};

void tst_journal_page::initTestCase()
{
    translations::install(*qApp, translations::chooseLanguage(qEnvironmentVariable("PFX_LANG", QStringLiteral("ru")), {}));
    applyTheme(*qApp, colorSchemeFromName(qEnvironmentVariable("PFX_THEME", QStringLiteral("light"))));
}

void tst_journal_page::cleanup()
{
    m_page.reset();
    m_services.reset();
    m_background.reset();
    m_program.reset();
    m_fixture.reset();
    m_refuse = false;
    m_prompt.asked.clear();
    m_prompt.answer = true;
}

/// A request from the site with the effect it had, an effect that Planfix refused, forty done ones, a refused caller.
void tst_journal_page::fill()
{
    store::Store &store = m_fixture->store();
    Program &program = *m_program;
    PFX_VERIFY(store.writer().run([&](store::Connection &db) -> base::Result<void> {
        for (int i = 0; i < 40; ++i) {
            exchange::Effect effect{QStringLiteral("planfix"), QStringLiteral("konigkomfort.planfix.ru"), QStringLiteral("order.push"),
                                    QStringLiteral("order:%1").arg(100 + i), {}, "{\"order\":1}", exchange::EffectKind::LookUp, 0};
            PFX_ASSIGN(const auto row, program.outbox.enqueue(db, effect));
            PFX_TRY(db.execute(QStringLiteral("UPDATE exchange_outbox SET state = 'done', due_at = NULL, closed_at = 1 WHERE id = :id"),
                               {{QStringLiteral("id"), row.id}}));
        }
        exchange::Inbound request;
        request.service = QStringLiteral("planfix");
        request.operation = QStringLiteral("task.changed");
        request.subject = QStringLiteral("task:715");
        request.method = QStringLiteral("POST");
        request.path = QStringLiteral("/planfix/webhook/<secret>");
        request.remote = QStringLiteral("203.0.113.7");
        request.body = "{\"event\":\"task.updated\",\"task_id\":715}";
        PFX_ASSIGN(const auto accepted, program.inbox.accept(db, request));
        m_request = accepted.id;
        PFX_TRY(db.execute(QStringLiteral("UPDATE exchange_inbox SET state = 'done', due_at = NULL, closed_at = 1 WHERE id = :id"),
                           {{QStringLiteral("id"), m_request}}));
        exchange::Effect refused{QStringLiteral("planfix"), QStringLiteral("konigkomfort.planfix.ru"), QStringLiteral("order.push"),
                                 QStringLiteral("order:17"), {}, "{\"order\":17}", exchange::EffectKind::LookUp, m_request};
        PFX_ASSIGN(const auto halted, program.outbox.enqueue(db, refused));
        m_halted = halted.id;
        return db
            .execute(QStringLiteral("UPDATE exchange_outbox SET state = 'attention', due_at = NULL, attempts = 3, error_code = 'scope_missing', "
                                    "error_detail = 'task_add' WHERE id = :id"),
                     {{QStringLiteral("id"), m_halted}})
            .map([](qint64) {});
    }));
    program.journal.write(exchangeOf(m_halted, 405, "Authorization: ***\n\n{\"template\":{\"id\":12},\"name\":\"Заявка #17\"}",
                                     "{\"result\":\"fail\",\"code\":5,\"error\":\"Scope denied, method not allowed\"}", program.clock.nowMs()));
    exchange::JournalRecord refusal;
    refusal.direction = exchange::Direction::In;
    refusal.service = QStringLiteral("orders");
    refusal.method = QStringLiteral("POST");
    refusal.path = QStringLiteral("/orders");
    refusal.remote = QStringLiteral("198.51.100.4");
    refusal.status = 401;
    refusal.atMs = program.clock.nowMs();
    program.journal.write(refusal);
    PFX_VERIFY(store.writer().run([](store::Connection &) { return base::Result<void>(); }));
}

void tst_journal_page::open(bool filled)
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
    m_services = std::make_unique<Services>(Services{m_fixture->store(), *m_background, *m_jobs, m_program->clock, m_prompt, *m_settings,
                                                     m_fixture->folder(), &m_program->live});
    m_page = std::make_unique<JournalPage>(*m_services);
    const QStringList size = qEnvironmentVariable("PFX_SIZE", QStringLiteral("1280x800")).split(QLatin1Char('x'));
    const int width = size.first().toInt();
    const int navigation = width < metrics::NarrowWindow ? metrics::NavigationNarrowWidth : metrics::NavigationWidth;
    m_page->resize(width - navigation, size.last().toInt() - 42);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->shown();
    settle();
}

void tst_journal_page::picture(const QString &name)
{
    const QString folder = qEnvironmentVariable("PFX_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(m_page->grab().save(QStringLiteral("%1/journal-%2.png").arg(folder, name)));
}

void tst_journal_page::selectRow(int row)
{
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < row; ++i)
        QTest::keyClick(table(), Qt::Key_Down);
    settle();
}

QString tst_journal_page::stateOf(qint64 id)
{
    return test::read(m_fixture->store(), QStringLiteral("SELECT state AS v FROM exchange_outbox WHERE id = :id"),
                      {{QStringLiteral("id"), id}});
}

void tst_journal_page::anEmptyJournalSaysWhatItIsFor()
{
    open(false);
    auto *setUp = child<QPushButton>("journalSetUp");
    QVERIFY(setUp && setUp->isVisible());
    picture(QStringLiteral("empty"));
    const QSignalSpy went(m_page.get(), &Page::goTo);
    setUp->setFocus();
    QTest::keyClick(setUp, Qt::Key_Space);
    QCOMPARE(went.size(), 1);
    QCOMPARE(went.first().first().toString(), pages::Setup);
    QCOMPARE(m_page->badge().number, 0);
}

void tst_journal_page::rowsAreShownNewestFirst()
{
    open(true);
    QCOMPARE(rows(), 43); // the exchange of the refused effect stands with it
    QCOMPARE(m_page->badge().number, 1);
    picture(QStringLiteral("full"));
    const auto text = [this](int row, int column) { return table()->model()->index(row, column).data().toString(); };
    QVERIFY2(text(0, 2).contains(QStringLiteral("198.51.100.4")), qPrintable(text(0, 2)));
    QVERIFY2(text(1, 5).contains(QStringLiteral("Нужно ваше решение")), qPrintable(text(1, 5)));
}

void tst_journal_page::anEntryIsReadByKeyboard()
{
    open(true);
    selectRow(1);
    const auto *request = child<QPlainTextEdit>("journalRequest");
    QVERIFY(request && request->isVisible());
    QVERIFY2(request->toPlainText().contains(QStringLiteral("\"order\": 17")), qPrintable(request->toPlainText()));
    const auto *answer = child<QPlainTextEdit>("journalAnswer");
    QVERIFY(answer && answer->toPlainText().contains(QStringLiteral("\"code\": 5")));
    const auto *reason = child<Banner>("journalReason");
    QVERIFY(reason && reason->isVisible());
    picture(QStringLiteral("attention"));
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(m_page->focusWidget() && m_page->focusWidget() != table());
}

void tst_journal_page::whatNeedsYouIsSentAgainByKeyboard()
{
    open(true);
    selectRow(1);
    auto *again = child<QPushButton>("journalDeed0");
    QVERIFY(again);
    again->setFocus();
    QTest::keyClick(again, Qt::Key_Space);
    QTRY_COMPARE(m_prompt.asked.size(), 1);
    QVERIFY(!m_prompt.asked.first().sentence.isEmpty());
    QTRY_COMPARE(stateOf(m_halted), QStringLiteral("queued"));
    settle();
    QTRY_COMPARE(m_page->badge().number, 0);
    QVERIFY(child<Banner>("journalDeedDone"));
    picture(QStringLiteral("sent-again"));
}

void tst_journal_page::aQuestionAnsweredWithNoDoesNothing()
{
    open(true);
    m_prompt.answer = false;
    selectRow(1);
    QTest::keyClick(child<QPushButton>("journalDeed0"), Qt::Key_Space);
    QTRY_COMPARE(m_prompt.asked.size(), 1);
    settle();
    QCOMPARE(stateOf(m_halted), QStringLiteral("attention"));
}

void tst_journal_page::aRequestIsRepeated()
{
    open(true);
    selectRow(2);
    auto *repeat = child<QPushButton>("journalDeed2");
    QVERIFY(repeat);
    QTest::keyClick(repeat, Qt::Key_Space);
    const auto again = [this] {
        return test::read(m_fixture->store(), QStringLiteral("SELECT count(*) AS v FROM exchange_inbox WHERE cause_id = :id"),
                          {{QStringLiteral("id"), m_request}});
    };
    QTRY_COMPARE(again(), QStringLiteral("1"));
    settle();
    QPushButton *show = nullptr;
    QTRY_VERIFY((show = child<QPushButton>("journalShowRow")));
    QTest::keyClick(show, Qt::Key_Space);
    settle();
    QTRY_VERIFY(m_page->findChild<QWidget *>(QStringLiteral("journalRequest")));
}

void tst_journal_page::theFilterNarrows()
{
    open(true);
    auto *kind = child<QComboBox>("journalKind");
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    settle();
    QCOMPARE(rows(), 1);
    QPushButton *all = child<QPushButton>("journalShowAll");
    QVERIFY(all->isVisible());
    QTest::keyClick(all, Qt::Key_Space);
    settle();
    QCOMPARE(rows(), 43);
    auto *search = child<QLineEdit>("journalSearch");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("webhook"));
    QTest::keyClick(search, Qt::Key_Return);
    settle();
    QCOMPARE(rows(), 1);
}

void tst_journal_page::nothingFoundSaysSo()
{
    open(true);
    auto *search = child<QLineEdit>("journalSearch");
    QTest::keyClicks(search, QStringLiteral("100%"));
    QTest::keyClick(search, Qt::Key_Return);
    settle();
    QCOMPARE(rows(), 0);
    QVERIFY(table()->isVisible());
    picture(QStringLiteral("nothing-found"));
}

void tst_journal_page::newRowsComeByThemselves()
{
    open(true);
    selectRow(1);
    PFX_VERIFY(m_fixture->store().writer().run([this](store::Connection &db) {
        return m_program->outbox
            .enqueue(db, exchange::Effect{QStringLiteral("site"), {}, QStringLiteral("order.changed"), QStringLiteral("order:17"), {}, "{}",
                                          exchange::EffectKind::Idempotent, 0})
            .map([](const exchange::Accepted &) {});
    }));
    emit m_program->live.stored();
    settle();
    QTRY_COMPARE(rows(), 44);
    QCOMPARE(table()->currentIndex().row(), 2); // the same entry, further down
}

void tst_journal_page::theOrderIsOneStepAway()
{
    open(true);
    selectRow(1);
    const QSignalSpy went(m_page.get(), &Page::goTo);
    QPushButton *link = nullptr;
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Открыть заявку"))
            link = button;
    }
    QVERIFY(link);
    link->setFocus();
    QTest::keyClick(link, Qt::Key_Space);
    QCOMPARE(went.size(), 1);
    QCOMPARE(went.first().at(1).toMap().value(QStringLiteral("order")).toLongLong(), 17);
}

void tst_journal_page::itIsSavedAsCsv()
{
    open(true);
    m_prompt.path = m_fixture->folder() + QStringLiteral("/journal.csv");
    auto *save = child<QAbstractButton>("journalExport");
    QVERIFY(save && save->isEnabled());
    QTest::keyClick(save, Qt::Key_Space);
    QTRY_VERIFY(QFile::exists(m_prompt.path));
    QFile file(m_prompt.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("\r\n"), 44);
    QVERIFY(text.contains("scope_missing"));
    QTRY_VERIFY(child<Banner>("journalExportState")->isVisible());
}

void tst_journal_page::aStoreThatCannotBeReadSaysWhyAndIsTriedAgain()
{
    m_refuse = true;
    open(true);
    auto *banner = child<Banner>("journalError");
    QTRY_VERIFY(banner->isVisible());
    picture(QStringLiteral("failing"));
    m_refuse = false;
    auto *retry = child<QPushButton>("journalRetry");
    retry->setFocus();
    QTest::keyClick(retry, Qt::Key_Space);
    QTRY_COMPARE(rows(), 43);
    QTRY_VERIFY(!banner->isVisible());
}

void tst_journal_page::everyControlIsNamed()
{
    open(true);
    selectRow(1);
    QStringList nameless;
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool control = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QPlainTextEdit *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget);
        const bool inside = widget->objectName().startsWith(QLatin1String("qt_")) || widget->inherits("QHeaderView")
            || widget->inherits("QTableCornerButton") || widget->inherits("QComboBoxListView") || widget->inherits("QLineEditIconButton");
        if (control && !inside && (widget->objectName().isEmpty() || widget->accessibleName().isEmpty()))
            nameless << QStringLiteral("%1 “%2”").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_journal_page)
#include "tst_journal_page.moc"
