// SPDX-License-Identifier: GPL-3.0-or-later
// What a page shows while it has nothing: an icon, a promise, one sentence, the primary button, a quiet link, three reassurances. GUI thread.
#pragma once

#include "ui/common/buttons.h"

#include <QVector>
#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace pfx::ui {

struct Reassurance
{
    QString icon, fact, sentence;
};

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString &icon, const QString &promise, const QString &sentence, QWidget *parent = nullptr);

    Button *setPrimary(const QString &text, const QString &objectName, const QString &icon = {});
    Button *setLink(const QString &text, const QString &objectName);
    void setReassurances(const QVector<Reassurance> &cards);

private:
    QVBoxLayout *m_layout;
    QVBoxLayout *m_actions;
};

} // namespace pfx::ui
