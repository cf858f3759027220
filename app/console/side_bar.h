// SPDX-License-Identifier: GPL-3.0-or-later
// The window's left side: the program's mark, the search button, the navigation. GUI thread.
#pragma once

#include "ui/common/navigation.h"

#include <QWidget>

class QVBoxLayout;

namespace pfx::ui {
class TextLabel;
}

namespace pfx::console {

class SearchButton;

class SideBar : public QWidget
{
    Q_OBJECT
public:
    explicit SideBar(QWidget *parent = nullptr);
    void setSubtitle(const QString &text);
    void setNarrow(bool narrow);
    ui::Navigation *navigation() { return m_navigation; }

signals:
    void searchRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QWidget *m_words;
    ui::TextLabel *m_subtitle;
    SearchButton *m_search;
    ui::Navigation *m_navigation;
};

} // namespace pfx::console
