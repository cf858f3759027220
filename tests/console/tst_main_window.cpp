// SPDX-License-Identifier: GPL-3.0-or-later
// The window with the program's real pages on a real store in a temporary profile. PFX_GALLERY=DIR keeps its pictures.
#include "app/console/console.h"
#include "app/console/main_window.h"
#include "translations/translations.h"
#include "ui/common/job.h"
#include "ui/common/navigation.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTest>

using namespace pfx;
using namespace pfx::ui;

namespace {

class EmptyPage : public Page
{
public:
    EmptyPage(QString id, QWidget *parent) : Page(parent), m_id(std::move(id)) {}
    QString id() const override { return m_id; }
    QString title() const override { return m_id; }
    QString iconName() const override { return QStringLiteral("go-home"); }
    void open(const QVariant &target) override { opened = target; }
    QVariant opened;

private:
    QString m_id;
};

class FakePrompt : public Prompt
{
public:
    void confirm(QWidget *, const Question &question, std::function<void()> yes) override
    {
        asked << question;
        if (answer)
            yes();
    }
    void openFile(QWidget *, const FileQuestion &, std::function<void(const QString &)>) override {}
    void saveFile(QWidget *, const FileQuestion &, std::function<void(const QString &)>) override {}
    QVector<Question> asked;
    bool answer = false;
};

class LongJob : public Job
{
public:
    QString title() const override { return QStringLiteral("Импорт"); }
    QString iconName() const override { return QStringLiteral("document-import"); }
    QString stopNote() const override { return QStringLiteral("Импорт можно будет продолжить"); }
    void stop() override
    {
        JobSnapshot now;
        now.state = JobSnapshot::State::Stopped;
        setSnapshot(now);
    }
};

QVector<console::PageEntry> twoPages()
{
    QVector<console::PageEntry> entries;
    for (const char *id : {"one", "two"}) {
        const QString name = QString::fromLatin1(id);
        entries << console::PageEntry{name, name, QStringLiteral("go-home"),
                                      [name](Services &, QWidget *parent) -> Page * { return new EmptyPage(name, parent); }};
    }
    return entries;
}

console::Options optionsFor(const QTemporaryDir &profile)
{
    console::Options options;
    options.profile = profile.path();
    return options;
}

} // namespace

class tst_main_window : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyControlHasItsNames();
    void theWindowIsThereAtOnce();
    void pictures_data();
    void pictures();
    void aStoreThatDoesNotOpenIsExplained();
    void helpOpensAtItsPlace();
    void pagesByShortcut();
    void theLastPageIsRemembered();
    void narrowWindowsShowIconsOnly();
    void closingAsksOnlyWhenWorkGoesOn();
    void stoppingAndClosing();
};

void tst_main_window::initTestCase()
{
    translations::install(*qApp, QStringLiteral("ru"));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(13);
    QApplication::setFont(font);
    applyTheme(*qApp, ColorScheme::Light);
}

void tst_main_window::everyControlHasItsNames()
{
    const QTemporaryDir profile;
    console::Console program(optionsFor(profile));
    const QSignalSpy opened(&program, &console::Console::opened);
    program.start();
    QTRY_COMPARE(opened.size(), 1);
    QStringList nameless;
    int controls = 0;
    const auto inspect = [&] {
        for (const QWidget *widget : program.window().findChildren<QWidget *>()) {
            const bool control = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
                || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
            const QString name = widget->objectName();
            // Parts that Qt makes inside its own controls are named by their owner.
            const bool inside = name.startsWith(QLatin1String("qt_")) || widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton")
                || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QComboBoxListView") || widget->inherits("QLineEditIconButton")
                || qobject_cast<const QComboBox *>(widget->parentWidget()) || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
            if (!control || inside)
                continue;
            ++controls;
            if (name.isEmpty() || widget->accessibleName().isEmpty())
                nameless << QStringLiteral("%1 “%2” in %3 (accessible “%4”)")
                                .arg(QString::fromLatin1(widget->metaObject()->className()), name,
                                     widget->parentWidget() ? widget->parentWidget()->objectName() : QString(), widget->accessibleName());
        }
    };
    for (const console::PageEntry &entry : console::allPages()) {
        program.window().goTo(entry.id);
        inspect();
    }
    nameless.removeDuplicates();
    QVERIFY(controls > 0 || console::allPages().isEmpty());
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

void tst_main_window::theWindowIsThereAtOnce()
{
    const QTemporaryDir profile;
    QElapsedTimer timer;
    timer.start();
    console::Console program(optionsFor(profile));
    program.start();
    QVERIFY(QTest::qWaitForWindowExposed(&program.window()));
    const qint64 took = timer.elapsed();
    qInfo("the window was there after %lld ms", static_cast<long long>(took));
    QVERIFY2(took < 1500, qPrintable(QString::number(took))); // 300 ms on a machine that does nothing else
}

void tst_main_window::pictures_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<int>("width");
    QTest::newRow("light") << QStringLiteral("light") << 1280;
    QTest::newRow("dark") << QStringLiteral("dark") << 1280;
    QTest::newRow("narrow") << QStringLiteral("light") << 1024;
}

void tst_main_window::pictures()
{
    QFETCH(const QString, theme);
    QFETCH(const int, width);
    applyTheme(*qApp, colorSchemeFromName(theme));
    const QTemporaryDir profile;
    console::Console program(optionsFor(profile));
    const QSignalSpy opened(&program, &console::Console::opened);
    program.start();
    program.window().resize(width, width == 1280 ? 800 : 700);
    QTRY_COMPARE(opened.size(), 1);
    QTest::qWait(1);
    for (const console::PageEntry &entry : console::allPages()) {
        program.window().goTo(entry.id);
        QTRY_COMPARE(program.window().currentPageId(), entry.id);
        const QPixmap picture = program.window().grab();
        QCOMPARE(picture.width(), qRound(width * picture.devicePixelRatio()));
        const QString folder = qEnvironmentVariable("PFX_GALLERY");
        if (!folder.isEmpty())
            QVERIFY(picture.save(QStringLiteral("%1/window-%2-%3-%4.png").arg(folder, entry.id, theme).arg(picture.width())));
    }
    applyTheme(*qApp, ColorScheme::Light);
}

void tst_main_window::aStoreThatDoesNotOpenIsExplained()
{
    const QTemporaryDir profile;
    QFile damaged(profile.filePath(QStringLiteral("planfix-console.sqlite")));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(8192, 'x'));
    damaged.close();
    console::Console program(optionsFor(profile));
    program.start();
    QPushButton *retry = nullptr;
    QTRY_VERIFY((retry = program.window().findChild<QPushButton *>(QStringLiteral("retryOpen"))) && retry->isVisible());
    const auto *banner = program.window().findChild<QWidget *>(QStringLiteral("storeFailure"));
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->accessibleName().startsWith(QStringLiteral("Ошибка: ")), qPrintable(banner->accessibleName()));
    QVERIFY(!banner->accessibleDescription().isEmpty());
    if (!qEnvironmentVariable("PFX_GALLERY").isEmpty())
        program.window().grab().save(qEnvironmentVariable("PFX_GALLERY") + QStringLiteral("/window-damaged.png"));
    QVERIFY(QFile::remove(damaged.fileName()));
    const QSignalSpy opened(&program, &console::Console::opened);
    QTest::keyClick(retry, Qt::Key_Space);
    QTRY_COMPARE(opened.size(), 1);
}

static QTextBrowser *guide()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *browser = qobject_cast<QTextBrowser *>(widget); browser && browser->isVisible())
            return browser;
    }
    return nullptr;
}

void tst_main_window::helpOpensAtItsPlace()
{
    const QTemporaryDir profile;
    console::Console program(optionsFor(profile));
    const QSignalSpy opened(&program, &console::Console::opened);
    program.start();
    program.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&program.window()));
    QTRY_COMPARE(opened.size(), 1);
    program.window().goTo(pages::Imports);
    QPushButton *needed = nullptr;
    QTRY_VERIFY((needed = program.window().findChild<QPushButton *>(QStringLiteral("whatIsNeeded"))) && needed->isVisible());
    QTest::keyClick(needed, Qt::Key_Space);
    QVERIFY(guide());
    QCOMPARE(guide()->textCursor().block().text(), QStringLiteral("Что понадобится"));
    // A place within the text is at the upper edge, not merely somewhere in sight.
    QTRY_VERIFY(guide()->cursorRect().top() >= 0 && guide()->cursorRect().top() < 100);
    guide()->close();

    auto *create = program.window().findChild<QPushButton *>(QStringLiteral("newImportEmpty"));
    QTest::keyClick(create, Qt::Key_Space);
    QTest::keyClick(&program.window(), Qt::Key_F1);
    QVERIFY(guide());
    QCOMPARE(guide()->textCursor().block().text(), QStringLiteral("1. Источник"));
    guide()->close();

    program.window().goTo(pages::Crm);
    QTest::keyClick(&program.window(), Qt::Key_F1);
    QVERIFY(guide());
    QCOMPARE(guide()->textCursor().block().text(), QStringLiteral("Клиенты и сделки"));
}

void tst_main_window::pagesByShortcut()
{
    JobModel jobs;
    MemoryViewSettings settings;
    FakePrompt prompt;
    console::MainWindow window(twoPages(), jobs, settings, prompt);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QCOMPARE(window.currentPageId(), QStringLiteral("one"));
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(window.currentPageId(), QStringLiteral("two"));
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window.currentPageId(), QStringLiteral("one"));
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    auto *search = window.findChild<QLineEdit *>(QStringLiteral("commandPaletteSearch"));
    QVERIFY(search && search->isVisible());
    QTest::keyClicks(search, QStringLiteral("two"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(window.currentPageId(), QStringLiteral("two"));
    QVERIFY(!search->isVisible());
}

void tst_main_window::theLastPageIsRemembered()
{
    JobModel jobs;
    MemoryViewSettings settings;
    FakePrompt prompt;
    {
        console::MainWindow window(twoPages(), jobs, settings, prompt);
        window.show();
        window.goTo(QStringLiteral("two"));
        window.close();
    }
    const console::MainWindow window(twoPages(), jobs, settings, prompt);
    QCOMPARE(window.currentPageId(), QStringLiteral("two"));
}

void tst_main_window::narrowWindowsShowIconsOnly()
{
    JobModel jobs;
    MemoryViewSettings settings;
    FakePrompt prompt;
    console::MainWindow window(twoPages(), jobs, settings, prompt);
    window.show();
    const auto *navigation = window.findChild<Navigation *>();
    window.resize(1280, 800);
    QTRY_VERIFY(!navigation->isNarrow());
    window.resize(1024, 700);
    QTRY_VERIFY(navigation->isNarrow());
    QCOMPARE(navigation->model()->index(0, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("one"));
}

void tst_main_window::closingAsksOnlyWhenWorkGoesOn()
{
    JobModel jobs;
    MemoryViewSettings settings;
    FakePrompt prompt;
    console::MainWindow window(twoPages(), jobs, settings, prompt);
    window.show();
    QVERIFY(window.close());
    QVERIFY(prompt.asked.isEmpty());
    window.show();
    jobs.add(std::make_unique<LongJob>());
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    QCOMPARE(prompt.asked.size(), 1);
    QVERIFY(prompt.asked.first().sentence.contains(QStringLiteral("можно будет продолжить")));
    QCOMPARE(prompt.asked.first().verb, QStringLiteral("Остановить и закрыть"));
}

void tst_main_window::stoppingAndClosing()
{
    JobModel jobs;
    MemoryViewSettings settings;
    FakePrompt prompt;
    prompt.answer = true;
    console::MainWindow window(twoPages(), jobs, settings, prompt);
    window.show();
    jobs.add(std::make_unique<LongJob>());
    window.close();
    QTRY_VERIFY(!window.isVisible());
    QVERIFY(!jobs.hasRunning());
}

QTEST_MAIN(tst_main_window)
#include "tst_main_window.moc"
