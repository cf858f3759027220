// SPDX-License-Identifier: GPL-3.0-or-later
// Allowed senders, limits, quiet hours: what may be sent and when. GUI thread.
#pragma once

#include "ui/common/card.h"
#include "ui/sms/rules_presenter.h"

#include <QHash>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace pfx::ui {

class Banner;
class Button;
class Field;

class RulesCard : public Card {
    Q_OBJECT

public:
    explicit RulesCard(RulesPresenter &presenter, QWidget *parent = nullptr);

private:
    Field *line(const QString &key, const QString &label, const QString &objectName, const QString &hint);
    void showState();

    RulesPresenter &m_presenter;
    QHash<QString, Field *> m_fields;
    QHash<QString, QLineEdit *> m_edits;
    QComboBox *m_inDoubt;
    QCheckBox *m_comments;
    Banner *m_banner;
    Button *m_save = nullptr, *m_back = nullptr;
};

} // namespace pfx::ui
