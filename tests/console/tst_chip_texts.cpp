// SPDX-License-Identifier: GPL-3.0-or-later
// What the chips say, as a table: the state, the tone, the words, and what the sentence below must tell.
#include "app/console/chip_texts.h"
#include "core/secrets/secret_store.h"
#include "translations/translations.h"

#include <QTest>

using namespace pfx;
using namespace pfx::ui;
using base::Error;
using base::ErrorCode;
using console::ChipText;
using console::ChipTexts;

Q_DECLARE_METATYPE(pfx::ui::PlanfixState)
Q_DECLARE_METATYPE(pfx::ui::ServerState)
Q_DECLARE_METATYPE(pfx::ui::Tone)
Q_DECLARE_METATYPE(std::optional<pfx::base::Error>)

namespace {

constexpr qint64 now = 1'796'000'000'000; // 30.11.2026 00:53:20 UTC
constexpr qint64 hour = 3'600'000;

const Error noService{ErrorCode::Keychain, QStringLiteral("no bus"), secrets::trouble::noService};
const Error locked{ErrorCode::Keychain, QStringLiteral("no answer"), secrets::trouble::locked};

PlanfixState connected()
{
    PlanfixState state;
    state.account = QStringLiteral("konigkomfort.planfix.ru");
    state.hasKey = true;
    return state;
}

PlanfixState held(ErrorCode code, std::optional<qint64> until)
{
    PlanfixState state = connected();
    state.held = Error{code, QStringLiteral("said"), {}};
    state.heldUntilMs = until;
    return state;
}

PlanfixState answered()
{
    PlanfixState state = connected();
    state.lastSuccessMs = now - 60'000;
    return state;
}

} // namespace

class tst_chip_texts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { translations::install(*QCoreApplication::instance(), QStringLiteral("ru")); }
    void planfix_data();
    void planfix();
    void server_data();
    void server();
    void aRequestIsOneLine();
};

void tst_chip_texts::planfix_data()
{
    QTest::addColumn<PlanfixState>("state");
    QTest::addColumn<std::optional<Error>>("trouble");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("tells");
    const std::optional<Error> none;
    PlanfixState keyless = connected();
    keyless.hasKey = false;
    QTest::newRow("nothing is set up") << PlanfixState() << none << Tone::Muted << QStringLiteral("Планфикс не настроен") << QStringLiteral("Нажмите");
    QTest::newRow("nothing is set up, and no keychain matters yet")
        << PlanfixState() << std::optional(noService) << Tone::Muted << QStringLiteral("Планфикс не настроен") << QStringLiteral("Нажмите");
    QTest::newRow("the key is missing") << keyless << none << Tone::Warning << QStringLiteral("Нет ключа Планфикса")
                                        << QStringLiteral("PLANFIX_API_KEY");
    QTest::newRow("the keychain is locked") << keyless << std::optional(locked) << Tone::Error << QStringLiteral("Ключ Планфикса не читается")
                                            << QStringLiteral("Разблокируйте");
    QTest::newRow("there is no keychain") << keyless << std::optional(noService) << Tone::Error
                                          << QStringLiteral("Ключ Планфикса не читается") << QStringLiteral("gnome-keyring");
    QTest::newRow("a key from the environment needs no keychain")
        << answered() << std::optional(noService) << Tone::Success << QStringLiteral("Планфикс работает") << QStringLiteral("konigkomfort");
    QTest::newRow("nothing was asked yet") << connected() << none << Tone::Info << QStringLiteral("Планфикс настроен")
                                           << QStringLiteral("konigkomfort");
    QTest::newRow("it answers") << answered() << none << Tone::Success << QStringLiteral("Планфикс работает") << QStringLiteral("00:52");
    QTest::newRow("the key is refused") << held(ErrorCode::Unauthorized, now + hour) << none << Tone::Error
                                        << QStringLiteral("Планфикс отклоняет ключ") << QStringLiteral("01:53");
    QTest::newRow("the quota is used up until tonight") << held(ErrorCode::QuotaExhausted, now + hour) << none << Tone::Warning
                                                        << QStringLiteral("Квота Планфикса исчерпана до 01:53") << QStringLiteral("01:53");
    QTest::newRow("the quota is used up until another day")
        << held(ErrorCode::QuotaExhausted, now + 30 * hour) << none << Tone::Warning
        << QStringLiteral("Квота Планфикса исчерпана до 01.12 06:53") << QStringLiteral("продолжится");
    QTest::newRow("the quota is used up, nobody knows how long")
        << held(ErrorCode::QuotaExhausted, {}) << none << Tone::Warning << QStringLiteral("Квота Планфикса исчерпана") << QStringLiteral("лимит");
    QTest::newRow("it asks to wait") << held(ErrorCode::RateLimited, now + 2000) << none << Tone::Info << QStringLiteral("Планфикс просит подождать")
                                     << QString();
    QTest::newRow("its certificate is refused") << held(ErrorCode::Certificate, now + hour) << none << Tone::Error
                                                << QStringLiteral("Сертификат Планфикса не принят") << QString();
    QTest::newRow("it is not reached") << held(ErrorCode::Network, now + hour) << none << Tone::Warning << QStringLiteral("Планфикс недоступен")
                                       << QString();
}

void tst_chip_texts::planfix()
{
    QFETCH(const PlanfixState, state);
    QFETCH(const std::optional<Error>, trouble);
    QFETCH(const QString, tells);
    const ChipText text = ChipTexts::planfix(state, trouble, now);
    QTEST(text.tone, "tone");
    QTEST(text.words, "words");
    QVERIFY2(text.detail.contains(tells), qPrintable(text.detail));
}

void tst_chip_texts::server_data()
{
    QTest::addColumn<ServerState>("state");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("tells");
    ServerState state;
    QTest::newRow("switched off") << state << Tone::Muted << QStringLiteral("Сервер выключен") << QStringLiteral("Нажмите");
    state.isWanted = true;
    QTest::newRow("on its way") << state << Tone::Muted << QStringLiteral("Сервер запускается") << QString();
    state.error = Error{ErrorCode::Conflict, QStringLiteral("in use"), QStringLiteral("server.listen")};
    QTest::newRow("the port is taken") << state << Tone::Error << QStringLiteral("Сервер: порт занят") << QStringLiteral("другой порт");
    state.error = Error{ErrorCode::Validation, QStringLiteral("not a certificate"), QStringLiteral("server.tls-cert")};
    QTest::newRow("the certificate is bad") << state << Tone::Error << QStringLiteral("Сервер не запускается") << QStringLiteral("not a certificate");
    state.error.reset();
    state.address = QStringLiteral("127.0.0.1:8088");
    QTest::newRow("for this computer alone") << state << Tone::Success << QStringLiteral("Сервер 127.0.0.1:8088")
                                             << QStringLiteral("http://127.0.0.1:8088");
    state.tls = true;
    state.publicUrl = QStringLiteral("https://pfx.example.org");
    QTest::newRow("reached from outside") << state << Tone::Success << QStringLiteral("Сервер 127.0.0.1:8088")
                                          << QStringLiteral("https://pfx.example.org");
}

void tst_chip_texts::server()
{
    QFETCH(const ServerState, state);
    QFETCH(const QString, tells);
    const ChipText text = ChipTexts::server(state);
    QTEST(text.tone, "tone");
    QTEST(text.words, "words");
    QVERIFY2(text.detail.contains(tells), qPrintable(text.detail));
}

void tst_chip_texts::aRequestIsOneLine()
{
    server::RecentRequest request;
    request.timeMs = now;
    request.method = "POST";
    request.route = "/orders";
    request.status = 201;
    QCOMPARE(ChipTexts::request(request), QStringLiteral("00:53:20  POST /orders → 201"));
    request.route.clear();
    request.status = 404;
    QCOMPARE(ChipTexts::request(request), QStringLiteral("00:53:20  POST неизвестный адрес → 404"));
}

QTEST_GUILESS_MAIN(tst_chip_texts)
#include "tst_chip_texts.moc"
