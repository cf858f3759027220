// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sms/rules_card.h"

#include "ui/common/banner.h"
#include "ui/common/field.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

const QString doubtKey = QStringLiteral("sms.in-doubt"), commentKey = QStringLiteral("sms.comment-delivery");

QHBoxLayout *pairOf(QWidget *left, QWidget *right)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::CardSpacing);
    row->addWidget(left, 1, Qt::AlignTop);
    row->addWidget(right, 1, Qt::AlignTop);
    return row;
}

} // namespace

RulesCard::RulesCard(RulesPresenter &presenter, QWidget *parent)
    : Card(tr("What may be sent"), parent), m_presenter(presenter), m_inDoubt(new QComboBox), m_comments(new QCheckBox(tr("Tell in the task what became of its message"))),
      m_banner(new Banner(QStringLiteral("smsRulesState")))
{
    body()->setSpacing(12);
    body()->addWidget(m_banner);
    body()->addWidget(line(QStringLiteral("sms.senders"), tr("Allowed senders"), QStringLiteral("smsSenders"),
                           tr("Separated by commas, at most 11 Latin letters each. Empty: any.")));
    body()->addLayout(pairOf(line(QStringLiteral("sms.limit-recipient-day"), tr("To one number in a day"), QStringLiteral("smsLimitRecipient"), tr("0: no limit")),
                             line(QStringLiteral("sms.limit-day"), tr("Altogether in a day"), QStringLiteral("smsLimitDay"), tr("0: no limit"))));
    body()->addLayout(pairOf(line(QStringLiteral("sms.quiet-hours"), tr("Quiet hours"), QStringLiteral("smsQuietHours"),
                                  tr("By the recipient's clock, like 21:00-09:00")),
                             line(QStringLiteral("sms.duplicate-window"), tr("A repetition within, seconds"), QStringLiteral("smsWindow"),
                                  tr("Is not sent twice. 0: everything is"))));
    body()->addWidget(line(QStringLiteral("sms.low-balance"), tr("Alarm when the balance is below"), QStringLiteral("smsLowBalance"), tr("0: none")));
    m_inDoubt->addItem(tr("wait until I decide"), QStringLiteral("hold"));
    m_inDoubt->addItem(tr("send it again, even if that is twice"), QStringLiteral("resend"));
    auto *doubt = new Field(tr("When the provider's answer was lost"), m_inDoubt, QStringLiteral("smsInDoubt"));
    m_comments->setObjectName(QStringLiteral("smsComments"));
    m_comments->setAccessibleName(m_comments->text());
    body()->addWidget(doubt);
    body()->addWidget(m_comments);
    m_back = linkButton(tr("Take back"), QStringLiteral("smsRulesBack"));
    m_save = plainButton(tr("Save"), QStringLiteral("smsRulesSave"), QStringLiteral("document-save"));
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_back);
    foot->addWidget(m_save);
    body()->addLayout(foot);
    connect(m_inDoubt, &QComboBox::activated, this, [this] { m_presenter.setValue(doubtKey, m_inDoubt->currentData().toString()); });
    connect(m_comments, &QCheckBox::clicked, this,
            [this](bool on) { m_presenter.setValue(commentKey, on ? QStringLiteral("true") : QStringLiteral("false")); });
    connect(m_save, &QAbstractButton::clicked, &m_presenter, &RulesPresenter::save);
    connect(m_back, &QAbstractButton::clicked, &m_presenter, &RulesPresenter::takeBack);
    connect(&m_presenter, &RulesPresenter::changed, this, &RulesCard::showState);
    showState();
}

Field *RulesCard::line(const QString &key, const QString &label, const QString &objectName, const QString &hint)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(label);
    auto *field = new Field(label, edit, objectName);
    field->setHint(hint);
    m_fields.insert(key, field);
    m_edits.insert(key, edit);
    connect(edit, &QLineEdit::textEdited, this, [this, key](const QString &text) { m_presenter.setValue(key, text); });
    connect(edit, &QLineEdit::returnPressed, &m_presenter, &RulesPresenter::save);
    return field;
}

void RulesCard::showState()
{
    const RulesState &state = m_presenter.state();
    for (auto edit = m_edits.cbegin(); edit != m_edits.cend(); ++edit) {
        if (edit.value()->text() != state.values.value(edit.key()))
            edit.value()->setText(state.values.value(edit.key()));
        m_fields[edit.key()]->setError(state.wrongKey == edit.key() ? tr("This value is not possible here") : QString());
    }
    m_inDoubt->setCurrentIndex(qMax(0, m_inDoubt->findData(state.values.value(doubtKey))));
    m_comments->setChecked(state.values.value(commentKey) == QLatin1String("true"));
    m_save->setEnabled(state.isChanged && !state.busy);
    m_back->setVisible(state.isChanged);
    m_banner->clear();
    if (state.error)
        m_banner->showError(*state.error);
    else if (state.saved && !state.isChanged)
        m_banner->showMessage(Severity::Success, tr("Saved"), tr("The service goes by it from now on."));
}

} // namespace pfx::ui
