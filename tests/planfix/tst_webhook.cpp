// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/webhook.h"

#include <QFile>
#include <QTest>

using namespace pfx;

class TestWebhook : public QObject {
    Q_OBJECT

private:
    static QByteArray fixture(const char *name)
    {
        QFile file(QStringLiteral(PFX_SOURCE_DIR "/tests/data/planfix/") + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void theTaskIsFound_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("task");
        QTest::addColumn<QString>("event");
        const auto row = [](const char *name, const QByteArray &body, qint64 task, const char *event = "") {
            QTest::newRow(name) << body << task << QString::fromLatin1(event);
        };
        row("of a body with the task's number alone", fixture("webhook_out_task_id.json"), 50412);
        row("of a body with an event", fixture("webhook_out_event.json"), 50412, "task.status.changed");
        row("of a body with lists as texts", fixture("webhook_out_quirky.json"), 50412, "task.update");
        row("of a body broken by quotes", fixture("webhook_out_broken.txt"), 50412);
        row("of a form", fixture("webhook_out.form"), 50412, "task.created");
        row("as a number", "{\"task_id\":7}", 7);
        row("as a list of one", "{\"task_id\":[\"7\"]}", 7);
        row("under the task itself", "{\"task\":\"7\"}", 7);
        row("in a list of one object", "[{\"task_id\":7}]", 7);
        row("with spaces around", "{\"task_id\":\" 7 \"}", 7);
        row("of the outer task, not of a nested one", "{\"task_id\":7,\"task\":{\"id\":8}}", 7);
    }
    void theTaskIsFound()
    {
        QFETCH(QByteArray, body);
        QFETCH(qint64, task);
        QFETCH(QString, event);
        QVERIFY(!body.isEmpty());
        const auto signal = planfix::readWebhook(body);
        QVERIFY2(signal, body.constData());
        QCOMPARE(signal->task, task);
        QCOMPARE(signal->event, event);
    }

    void nothingIsGuessed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("from nothing") << QByteArray();
        QTest::newRow("from an empty object") << QByteArray("{}");
        QTest::newRow("from a number") << QByteArray("17");
        QTest::newRow("from zero") << QByteArray("{\"task_id\":0}");
        QTest::newRow("from a negative number") << QByteArray("{\"task_id\":-5}");
        QTest::newRow("from a fraction") << QByteArray("{\"task_id\":1.5}");
        QTest::newRow("from a text") << QByteArray("{\"task_id\":\"семь\"}");
        QTest::newRow("from a variable that was not filled in") << QByteArray("{\"task_id\":\"{{Задача.Номер}}\"}");
        QTest::newRow("from several") << QByteArray("{\"task_id\":[1,2]}");
        QTest::newRow("from too large a number") << QByteArray("{\"task_id\":\"99999999999999999999\"}");
        QTest::newRow("from half a body") << QByteArray("{\"event\":\"task.upd");
        QTest::newRow("from a page") << QByteArray("<html><body>task 7</body></html>");
        QTest::newRow("from bytes") << QByteArray("\x00\xff\xfe\x01", 4);
        QTest::newRow("from a form without it") << QByteArray("a=1&b=2");
        QTest::newRow("from a form that names two tasks") << QByteArray("task_id=7&task_id=8");
        QTest::newRow("from a form of invalid UTF-8") << QByteArray("task_id=%FF7");
        QTest::newRow("from an empty list") << QByteArray("[]");
        QTest::newRow("from true") << QByteArray("{\"task_id\":true}");
        QTest::newRow("from deep nesting") << QByteArray(100'000, '[');
        QTest::newRow("from a large text") << QByteArray(5'000'000, 'x');
    }
    void nothingIsGuessed()
    {
        QFETCH(QByteArray, body);
        const auto signal = planfix::readWebhook(body);
        QVERIFY(!signal);
        QCOMPARE(signal.error().code, base::ErrorCode::Validation);
        QCOMPARE(signal.error().where, QStringLiteral("task_id"));
    }
};

QTEST_GUILESS_MAIN(TestWebhook)
#include "tst_webhook.moc"
