// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/check_output.h"

#include "app/ctl/context.h"
#include "core/texts/planfix_texts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::ctl {

using planfix::Granted;
using planfix::ScopeProof;

namespace {

QString mark(Granted granted)
{
    switch (granted) {
    case Granted::Yes:
        return QStringLiteral("✓");
    case Granted::No:
        return QStringLiteral("✗");
    case Granted::Unproven:
        break;
    }
    return QStringLiteral("?");
}

struct Problem {
    QString code, message, advice;
};

QStringList featureNames(const ScopeProof &proof)
{
    QStringList names;
    for (const planfix::Feature feature : proof.scope.neededFor)
        names.append(planfix::name(feature));
    return names;
}

QString features(const ScopeProof &proof)
{
    QStringList words;
    for (const planfix::Feature feature : proof.scope.neededFor)
        words.append(texts::text(feature));
    return words.join(QStringLiteral(", "));
}

Problem scopeProblem(const ScopeProof &proof)
{
    const QString name =
        proof.scope.otherName.isEmpty() ? proof.scope.name : QStringLiteral("%1 (%2)").arg(proof.scope.name, proof.scope.otherName);
    const QString message = proof.scope.isRequired
        ? QCoreApplication::translate("Ctl", "The key has no right %1: %2").arg(name, texts::scopeMeaning(proof.scope.name))
        : QCoreApplication::translate("Ctl", "Without the right %1 this does not work: %2").arg(name, features(proof));
    return {QStringLiteral("scope_missing"), message,
            QCoreApplication::translate("Ctl", "Switch the right %1 on in Planfix: %2.").arg(proof.scope.name, texts::whereScopesAre())};
}

QVector<Problem> problemsOf(const planfix::Diagnosis &diagnosis)
{
    QVector<Problem> problems;
    if (diagnosis.stopped) {
        const texts::ErrorText words = texts::describe(*diagnosis.stopped);
        problems.append({base::name(diagnosis.stopped->code), words.message, words.advice});
    }
    for (const ScopeProof &proof : diagnosis.scopes) {
        if (proof.granted == Granted::No)
            problems.append(scopeProblem(proof));
    }
    return problems;
}

void printJson(Context &context, const planfix::Diagnosis &diagnosis, const QVector<Problem> &problems)
{
    QJsonArray scopes, told;
    for (const ScopeProof &proof : diagnosis.scopes) {
        scopes.append(QJsonObject{
            {QStringLiteral("scope"), proof.scope.name},
            {QStringLiteral("granted"),
             proof.granted == Granted::Unproven ? QJsonValue(QStringLiteral("unproven")) : QJsonValue(proof.granted == Granted::Yes)},
            {QStringLiteral("required"), proof.scope.isRequired},
            {QStringLiteral("needed_for"), QJsonArray::fromStringList(featureNames(proof))}});
    }
    for (const Problem &problem : problems)
        told.append(QJsonObject{{QStringLiteral("code"), problem.code},
                                {QStringLiteral("message"), problem.message},
                                {QStringLiteral("advice"), problem.advice}});
    QJsonObject document{
        {QStringLiteral("ok"), diagnosis.isGood()}, {QStringLiteral("scopes"), scopes}, {QStringLiteral("problems"), told}};
    if (diagnosis.stopped)
        document.insert(QStringLiteral("error"), told.first());
    context.out(QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace

QString checkLine(const planfix::CheckLine &line)
{
    QString text = mark(line.granted) + QLatin1Char(' ') + texts::text(line.step);
    if (line.step == planfix::CheckStep::Scope) {
        for (const planfix::Scope &scope : planfix::scopes()) {
            if (scope.name == line.scope)
                text += QLatin1Char(' ') + texts::scopeLine(scope);
        }
    }
    if (line.count > 0)
        text += QStringLiteral(": %1").arg(line.count);
    if (line.granted == Granted::Unproven)
        text += QCoreApplication::translate("Ctl", " (could not be proven)");
    return text;
}

Exit printDiagnosis(Context &context, const planfix::Diagnosis &diagnosis)
{
    const QVector<Problem> problems = problemsOf(diagnosis);
    if (context.json()) {
        printJson(context, diagnosis, problems);
    } else {
        for (const Problem &problem : problems)
            context.line(QStringLiteral("\n%1\n  %2").arg(problem.message, problem.advice));
        if (diagnosis.isGood())
            context.line(QCoreApplication::translate("Ctl", "\nThe key works: orders can become tasks."));
    }
    return diagnosis.isGood() ? Exit::Done : Exit::Failed;
}

} // namespace pfx::ctl
