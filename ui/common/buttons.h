// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of button. Each helper names the object and the accessible name; a page has at most one primary. GUI thread.
#pragma once

#include <QPushButton>
#include <QToolButton>

namespace pfx::ui {

enum class ButtonKind { Normal, Primary, Danger, Link };

class Button : public QPushButton
{
    Q_OBJECT
public:
    Button(const QString &text, const QString &objectName, ButtonKind kind = ButtonKind::Normal, const QString &icon = {},
           QWidget *parent = nullptr);
    ButtonKind kind() const { return m_kind; }
    void setIconName(const QString &icon);

private:
    ButtonKind m_kind;
};

inline Button *primaryButton(const QString &text, const QString &objectName, const QString &icon = {}, QWidget *parent = nullptr)
{
    return new Button(text, objectName, ButtonKind::Primary, icon, parent);
}
inline Button *plainButton(const QString &text, const QString &objectName, const QString &icon = {}, QWidget *parent = nullptr)
{
    return new Button(text, objectName, ButtonKind::Normal, icon, parent);
}
/// For what takes something away; stands left, worded as the deed.
inline Button *dangerButton(const QString &text, const QString &objectName, const QString &icon = {}, QWidget *parent = nullptr)
{
    return new Button(text, objectName, ButtonKind::Danger, icon, parent);
}
inline Button *linkButton(const QString &text, const QString &objectName, QWidget *parent = nullptr)
{
    return new Button(text, objectName, ButtonKind::Link, {}, parent);
}
/// A button of an icon alone, with the word as tool tip and accessible name.
QToolButton *iconButton(const QString &icon, const QString &words, const QString &objectName, QWidget *parent = nullptr);

} // namespace pfx::ui
