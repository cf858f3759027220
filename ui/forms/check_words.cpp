// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/check_words.h"

#include "core/planfix/error_codes.h"
#include "core/texts/planfix_texts.h"

#include <algorithm>

namespace pfx::ui {

using planfix::CheckLine;
using planfix::CheckStep;
using planfix::Diagnosis;
using planfix::Granted;
using planfix::Scope;
using planfix::ScopeProof;

namespace {

const CheckLine *find(const QVector<CheckLine> &lines, CheckStep step, const QString &scope = {})
{
    const auto at = std::find_if(lines.begin(), lines.end(), [&](const CheckLine &line) { return line.step == step && line.scope == scope; });
    return at == lines.end() ? nullptr : &*at;
}

QString capitalised(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QVector<Scope> refused(const Diagnosis &diagnosis, bool required)
{
    QVector<Scope> found;
    for (const ScopeProof &proof : diagnosis.scopes) {
        if (proof.granted == Granted::No && proof.scope.isRequired == required)
            found.append(proof.scope);
    }
    return found;
}

QStringList bothNamesOf(const QVector<Scope> &scopes)
{
    QStringList names;
    for (const Scope &scope : scopes)
        names.append(CheckWords::bothNames(scope));
    return names;
}

} // namespace

QString CheckWords::bothNames(const Scope &scope)
{
    return scope.otherName.isEmpty() ? scope.name : QStringLiteral("%1 (%2)").arg(scope.name, scope.otherName);
}

QString CheckWords::features(const Scope &scope)
{
    QStringList words;
    for (const planfix::Feature feature : scope.neededFor)
        words.append(texts::text(feature));
    return words.join(QStringLiteral(", "));
}

CheckRow CheckWords::stepRow(const CheckLine &line, const QString &host)
{
    CheckRow row;
    row.state = CheckRow::State::Done;
    row.title = texts::text(line.step);
    row.tone = line.granted == Granted::Yes ? Tone::Success : Tone::Error;
    if (line.granted == Granted::Yes) {
        if (line.step == CheckStep::Reached)
            row.note = host;
        if (line.step == CheckStep::Templates || line.step == CheckStep::Statuses || line.step == CheckStep::Fields)
            row.note = tr("found: %1").arg(line.count);
        return row;
    }
    row.note = line.error ? texts::describe(*line.error).message : QString();
    const bool isOnlyAList = line.step == CheckStep::Templates || line.step == CheckStep::Statuses || line.step == CheckStep::Fields;
    if (isOnlyAList) { // the choices are then given by number
        row.tone = Tone::Warning;
        row.chip = {Tone::Warning, {}, tr("Not readable")};
    } else {
        row.chip = {Tone::Error, {}, tr("No")};
    }
    return row;
}

CheckRow CheckWords::scopeRow(const Scope &scope, const CheckLine *line)
{
    CheckRow row;
    row.title = capitalised(texts::scopeMeaning(scope.name));
    row.scope = bothNames(scope);
    row.note = (scope.isRequired ? tr("required: %1") : tr("for: %1")).arg(features(scope));
    if (!line)
        return row;
    row.state = CheckRow::State::Done;
    switch (line->granted) {
    case Granted::Yes:
        row.tone = Tone::Success;
        break;
    case Granted::No:
        row.tone = scope.isRequired ? Tone::Error : Tone::Warning;
        row.note = (scope.isRequired ? tr("required, does not work without it: %1") : tr("does not work without it: %1")).arg(features(scope));
        row.chip = {row.tone, {}, tr("Not switched on")};
        break;
    case Granted::Unproven:
        row.tone = Tone::Muted;
        row.chip = {Tone::Muted, QStringLiteral("question"), tr("Not proven")};
        break;
    }
    return row;
}

CheckRow CheckWords::employeeRow(const Diagnosis *diagnosis)
{
    CheckRow row;
    row.title = tr("Whose key it is");
    if (!diagnosis || diagnosis->stopped)
        return row;
    row.state = CheckRow::State::Done;
    if (!diagnosis->robots) {
        row.note = tr("Planfix does not say it, and the key may not read employees. A robot's key is best.");
    } else if (*diagnosis->robots == 0) {
        row.tone = Tone::Warning;
        row.note = tr("There is no robot in the account: it is an employee's key and ends with the employee. A robot's key is best.");
    } else {
        row.tone = Tone::Success;
        QStringList names;
        for (const planfix::User &user : diagnosis->employees) {
            if (user.role == QLatin1String("Robot"))
                names.append(user.fullName());
        }
        row.note = tr("Planfix does not say it; best is one of the robots: %1").arg(names.join(QStringLiteral(", ")));
    }
    return row;
}

QVector<CheckRow> CheckWords::rows(const QVector<CheckLine> &lines, const Diagnosis *diagnosis, const QString &host, bool isRunning)
{
    QVector<CheckRow> rows;
    const auto addStep = [&](CheckStep step) {
        const CheckLine *line = find(lines, step);
        CheckRow row;
        row.title = texts::text(step);
        rows.append(line ? stepRow(*line, host) : row);
    };
    for (const CheckStep step : {CheckStep::Reached, CheckStep::IsPlanfix, CheckStep::KeyKnown})
        addStep(step);
    for (const Scope &scope : planfix::scopes())
        rows.append(scopeRow(scope, find(lines, CheckStep::Scope, scope.name)));
    for (const CheckStep step : {CheckStep::Templates, CheckStep::Statuses, CheckStep::Fields})
        addStep(step);
    rows.append(employeeRow(diagnosis));
    if (isRunning) {
        const auto next = std::find_if(rows.begin(), rows.end(), [](const CheckRow &row) { return row.state == CheckRow::State::Waiting; });
        if (next != rows.end())
            next->state = CheckRow::State::Running;
    }
    return rows;
}

QString CheckWords::summary(const Diagnosis &diagnosis)
{
    const auto proven = std::count_if(diagnosis.scopes.begin(), diagnosis.scopes.end(),
                                      [](const ScopeProof &proof) { return proof.granted == Granted::Yes; });
    return tr("rights proven: %1 of %2").arg(proven).arg(diagnosis.scopes.size());
}

CheckVerdict CheckWords::stopped(const base::Error &error)
{
    const texts::ErrorText words = texts::describe(error);
    CheckVerdict verdict;
    verdict.severity = Severity::Error;
    verdict.fact = words.message;
    verdict.sentence = words.advice;
    QStringList technical{base::name(error.code)};
    for (const QString &part : {error.where, error.detail}) {
        if (!part.isEmpty())
            technical.append(part);
    }
    verdict.technical = technical.join(QLatin1Char('\n'));
    const auto number = planfix::remoteNumber(error);
    constexpr int unknownKey = 1, inactiveKey = 2;
    if (number == unknownKey || number == inactiveKey)
        verdict.steps = {tr("Open %1.").arg(texts::whereScopesAre()), tr("Create a key or switch this one on, and copy it whole."),
                         tr("Paste it above and check again.")};
    return verdict;
}

CheckVerdict CheckWords::verdict(const Diagnosis &diagnosis)
{
    if (diagnosis.stopped)
        return stopped(*diagnosis.stopped);
    const QVector<Scope> required = refused(diagnosis, true), optional = refused(diagnosis, false);
    const auto stepsFor = [](const QVector<Scope> &scopes) {
        QStringList names;
        for (const Scope &scope : scopes)
            names.append(scope.name);
        return QStringList{tr("Open %1.").arg(texts::whereScopesAre()),
                           tr("In the line of this key, under the allowed scopes, tick %1 and save.").arg(names.join(QStringLiteral(", "))),
                           tr("Come back and check again: the key need not be entered anew.")};
    };
    CheckVerdict verdict;
    if (!required.isEmpty()) {
        verdict.severity = Severity::Error;
        verdict.fact = tr("The key lacks a required right: %1").arg(bothNamesOf(required).join(QStringLiteral(", ")));
        verdict.sentence = tr("Planfix answered: Scope denied, method not allowed. Until it is switched on, orders stay here and wait.");
        verdict.steps = stepsFor(required + optional);
    } else if (!optional.isEmpty()) {
        verdict.severity = Severity::Warning;
        verdict.fact = tr("The key works. Some things will not, until rights are switched on");
        QStringList lines;
        for (const Scope &scope : optional)
            lines.append(QStringLiteral("%1 — %2").arg(bothNames(scope), features(scope)));
        verdict.sentence = lines.join(QLatin1Char('\n'));
        verdict.steps = stepsFor(optional);
    } else {
        verdict.fact = tr("The key works: orders can become tasks");
        const bool isUnproven = std::any_of(diagnosis.scopes.begin(), diagnosis.scopes.end(),
                                            [](const ScopeProof &proof) { return proof.granted == Granted::Unproven; });
        verdict.sentence = isUnproven ? tr("What could not be proven without a change will show itself with the test order.") : QString();
    }
    return verdict;
}

} // namespace pfx::ui
