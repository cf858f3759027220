// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/rules_presenter.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pfx::ui {

using base::ErrorCode;
using base::Result;

namespace {

const QString sendersKey = QStringLiteral("sms.senders");

/// "Kometa, KONIG" as the setting has it.
QString asList(const QString &typed)
{
    QJsonArray list;
    for (const QString &one : typed.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString name = one.trimmed(); !name.isEmpty())
            list.append(name);
    }
    return list.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

} // namespace

RulesPresenter::RulesPresenter(SmsService &service, Standing &standing, QObject *parent) : QObject(parent), m_service(service), m_standing(standing)
{
    connect(&standing, &Standing::changed, this, &RulesPresenter::follow);
    m_state.values = kept();
}

QMap<QString, QString> RulesPresenter::kept() const
{
    QMap<QString, QString> values = m_standing.state().facts.rules;
    if (values.contains(sendersKey))
        values[sendersKey] = m_standing.state().senders().join(QStringLiteral(", "));
    return values;
}

void RulesPresenter::follow()
{
    if (m_state.isChanged || m_state.busy)
        return; // what is typed stays
    m_state.values = kept();
    emit changed();
}

void RulesPresenter::setValue(const QString &key, const QString &value)
{
    if (m_state.values.value(key) == value)
        return;
    m_state.values.insert(key, value);
    m_state.isChanged = m_state.values != kept();
    m_state.saved = false;
    m_state.wrongKey.clear();
    emit changed();
}

void RulesPresenter::takeBack()
{
    m_state.isChanged = false;
    m_state.wrongKey.clear();
    m_state.error.reset();
    m_state.values = kept();
    emit changed();
}

void RulesPresenter::save()
{
    if (m_state.busy || !m_state.isChanged)
        return;
    QMap<QString, QString> values = m_state.values;
    if (values.contains(sendersKey))
        values[sendersKey] = asList(values[sendersKey]);
    m_state.busy = true;
    m_state.wrongKey.clear();
    m_state.error.reset();
    emit changed();
    m_service.saveRules(this, values, [this](Result<void> result) {
        m_state.busy = false;
        if (result) {
            m_state.isChanged = false;
            m_state.saved = true;
        } else if (result.error().code == ErrorCode::Validation) {
            m_state.wrongKey = result.error().where;
        } else {
            m_state.error = std::move(result.error());
        }
        emit changed();
        if (result)
            m_standing.reload();
    });
}

} // namespace pfx::ui
