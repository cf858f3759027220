// SPDX-License-Identifier: GPL-3.0-or-later
// A choice of few as adjoining buttons («Наш сервис | Другой адрес»). Arrow keys choose. GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace pfx::ui {

class Segmented : public QWidget
{
    Q_OBJECT
public:
    Segmented(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    void addChoice(const QString &text, const QString &choiceName, const QString &icon = {});
    void setText(int index, const QString &text);
    void setChoiceEnabled(int index, bool enabled);
    int current() const;
    void setCurrent(int index);
    int count() const;

signals:
    void currentChanged(int index);

private:
    QButtonGroup *m_group;
    QHBoxLayout *m_layout;
};

} // namespace pfx::ui
