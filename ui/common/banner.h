// SPDX-License-Identifier: GPL-3.0-or-later
// News inside a page: a bold fact, a sentence, actions. It stays until what it tells of is solved (setVisible(false) or clear()). The
// severity is said to screen readers in the accessible name. GUI thread.
#pragma once

#include "core/base/error.h"
#include "ui/common/buttons.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace pfx::ui {

class IconLabel;

enum class Severity { Info, Success, Warning, Error };

class Banner : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(const QString &objectName, QWidget *parent = nullptr); ///< Hidden until show… is called.

    void showMessage(Severity severity, const QString &fact, const QString &sentence = {}, const QString &technical = {});
    /// The error's text and advice; code, place and detail stand folded under «Подробнее».
    void showError(const base::Error &error);
    void clear(); ///< Hides it and takes its actions away.
    Button *addAction(const QString &text, const QString &actionName, ButtonKind kind = ButtonKind::Normal, const QString &icon = {});

    Severity severity() const { return m_severity; }
    QString fact() const;
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Severity m_severity = Severity::Info;
    IconLabel *m_icon;
    QLabel *m_fact;
    QLabel *m_sentence;
    QLabel *m_technical;
    Button *m_more;
    QWidget *m_actionRow;
    QHBoxLayout *m_actions;
};

} // namespace pfx::ui
