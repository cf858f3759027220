// SPDX-License-Identifier: GPL-3.0-or-later
// What the screen says about a check, as a table: each right refused is named with both its names, what it is for and where it is switched
// on; what stopped a check has its next step.
#include "translations/translations.h"
#include "ui/forms/check_words.h"

#include <QTest>

using namespace pfx;
using namespace Qt::StringLiterals;
using planfix::CheckLine;
using planfix::CheckStep;
using planfix::Diagnosis;
using planfix::Granted;

namespace {

/// A check that went through with these rights refused or left unproven.
Diagnosis checked(const QStringList &refused, const QStringList &unproven = {})
{
    Diagnosis diagnosis;
    for (const CheckStep step : {CheckStep::Reached, CheckStep::IsPlanfix, CheckStep::KeyKnown})
        diagnosis.lines.append({step, {}, Granted::Yes, 0, {}});
    for (const planfix::Scope &scope : planfix::scopes()) {
        const Granted granted = refused.contains(scope.name) ? Granted::No : unproven.contains(scope.name) ? Granted::Unproven : Granted::Yes;
        diagnosis.scopes.append({scope, granted});
        diagnosis.lines.append({CheckStep::Scope, scope.name, granted, 0, {}});
    }
    for (const CheckStep step : {CheckStep::Templates, CheckStep::Statuses, CheckStep::Fields})
        diagnosis.lines.append({step, {}, Granted::Yes, 3, {}});
    diagnosis.robots = 1;
    return diagnosis;
}

QVector<ui::CheckRow> rows(const Diagnosis &diagnosis)
{
    return ui::CheckWords::rows(diagnosis.lines, &diagnosis, u"konigkomfort.planfix.ru"_s, false);
}

const ui::CheckRow *rowOf(const QVector<ui::CheckRow> &rows, const QString &scope)
{
    for (const ui::CheckRow &row : rows) {
        if (row.scope.startsWith(scope))
            return &row;
    }
    return nullptr;
}

} // namespace

class TestCheckWords : public QObject {
    Q_OBJECT

private slots:
    void eachRightRefused_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QString>("bothNames");
        QTest::addColumn<ui::Severity>("severity");
        for (const planfix::Scope &scope : planfix::scopes())
            QTest::newRow(qPrintable(scope.name + u" is refused"_s))
                << scope.name << ui::CheckWords::bothNames(scope) << (scope.isRequired ? ui::Severity::Error : ui::Severity::Warning);
    }
    void eachRightRefused()
    {
        QFETCH(QString, scope);
        QFETCH(QString, bothNames);
        QFETCH(ui::Severity, severity);
        const Diagnosis diagnosis = checked({scope});
        const auto all = rows(diagnosis);
        const ui::CheckRow *row = rowOf(all, scope);
        QVERIFY(row);
        QCOMPARE(row->scope, bothNames);
        QCOMPARE(row->chip.text, u"Не включено"_s);
        QVERIFY2(!row->note.isEmpty(), "says what it is for");
        QCOMPARE(std::count_if(all.begin(), all.end(), [](const ui::CheckRow &r) { return r.tone != ui::Tone::Success; }), 1);
        const ui::CheckVerdict verdict = ui::CheckWords::verdict(diagnosis);
        QCOMPARE(verdict.severity, severity);
        QVERIFY2((verdict.fact + verdict.sentence).contains(bothNames), qPrintable(verdict.fact));
        QCOMPARE(verdict.steps.size(), 3);
        QVERIFY(verdict.steps[0].contains(u"Управление аккаунтом → Доступ к API → REST API"_s));
        QVERIFY(verdict.steps[1].contains(scope));
    }

    void unprovenIsNeitherGoodNorBad()
    {
        const Diagnosis diagnosis = checked({}, {u"comment_add"_s});
        const auto all = rows(diagnosis);
        QCOMPARE(rowOf(all, u"comment_add"_s)->chip.text, u"Не доказано"_s);
        QCOMPARE(rowOf(all, u"comment_add"_s)->tone, ui::Tone::Muted);
        QCOMPARE(ui::CheckWords::verdict(diagnosis).severity, ui::Severity::Success);
        QCOMPARE(ui::CheckWords::summary(diagnosis), u"доказано прав: 8 из 9"_s);
    }

    void severalRefusedAreNamedTogether()
    {
        const ui::CheckVerdict verdict = ui::CheckWords::verdict(checked({u"task_add"_s, u"task_update"_s, u"contact_add"_s}));
        QVERIFY(verdict.fact.contains(u"task_add (task.create), task_update (task.update)"_s));
        QVERIFY2(verdict.steps[1].contains(u"contact_add"_s), "one visit to Planfix mends all");
    }

    void allLinesAreThereBeforeTheFirstIsKnown()
    {
        const auto none = ui::CheckWords::rows({}, nullptr, {}, true);
        QCOMPARE(none.size(), rows(checked({})).size());
        QCOMPARE(none.first().state, ui::CheckRow::State::Running);
        QCOMPARE(none.last().state, ui::CheckRow::State::Waiting);
    }

    void whatStoppedHasANextStep_data()
    {
        QTest::addColumn<base::Error>("error");
        QTest::addColumn<int>("steps");
        using base::ErrorCode;
        QTest::newRow("not reached") << base::Error{ErrorCode::Network, u"connection refused"_s, {}} << 0;
        QTest::newRow("no answer in time") << base::Error{ErrorCode::Timeout, {}, {}} << 0;
        QTest::newRow("a wrong certificate") << base::Error{ErrorCode::Certificate, {}, {}} << 0;
        QTest::newRow("not Planfix") << base::Error{ErrorCode::BadAnswer, u"HTML"_s, {}} << 0;
        QTest::newRow("an unknown key") << base::Error{ErrorCode::Unauthorized, u"HTTP 401, code 1: unknown token"_s, u"planfix 1"_s} << 3;
        QTest::newRow("an inactive key") << base::Error{ErrorCode::Unauthorized, u"HTTP 401, code 2: inactive"_s, u"planfix 2"_s} << 3;
        QTest::newRow("a free plan") << base::Error{ErrorCode::Unauthorized, u"HTTP 403, code 21: free"_s, u"planfix 21"_s} << 0;
        QTest::newRow("the day's quota") << base::Error{ErrorCode::QuotaExhausted, u"HTTP 403, code 22: limit"_s, u"planfix 22"_s} << 0;
        QTest::newRow("no key") << base::Error{ErrorCode::Unauthorized, u"no key was given"_s, u"planfix.api-key"_s} << 0;
        QTest::newRow("a locked keychain") << base::Error{ErrorCode::Keychain, {}, u"locked"_s} << 0;
    }
    void whatStoppedHasANextStep()
    {
        QFETCH(base::Error, error);
        QFETCH(int, steps);
        const Diagnosis diagnosis = planfix::notBegun(error);
        const ui::CheckVerdict verdict = ui::CheckWords::verdict(diagnosis);
        QCOMPARE(verdict.severity, ui::Severity::Error);
        QVERIFY(!verdict.fact.isEmpty());
        QVERIFY(!verdict.sentence.isEmpty());
        QCOMPARE(verdict.steps.size(), steps);
    }

    void noKeyIsToldInTheSpecificationsWords()
    {
        const auto error = base::Error{base::ErrorCode::Unauthorized, u"no key was given"_s, u"planfix.api-key"_s};
        QCOMPARE(ui::CheckWords::verdict(planfix::notBegun(error)).fact, u"PLANFIX_API_KEY не установлен"_s);
    }

    void withoutARobotTheKeyEndsWithItsEmployee()
    {
        Diagnosis diagnosis = checked({});
        diagnosis.robots = 0;
        QCOMPARE(rows(diagnosis).last().tone, ui::Tone::Warning);
        diagnosis.robots.reset();
        QCOMPARE(rows(diagnosis).last().tone, ui::Tone::Muted);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    translations::install(application, u"ru"_s);
    TestCheckWords test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_check_words.moc"
