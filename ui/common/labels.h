// SPDX-License-Identifier: GPL-3.0-or-later
// A label with a text role and a tone, which keep to the palette and the system font. Plain text unless told. GUI thread.
#pragma once

#include "ui/common/theme.h"

#include <QLabel>

namespace pfx::ui {

class TextLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TextLabel(const QString &text = {}, TextRole role = TextRole::Body, Tone tone = Tone::Text, QWidget *parent = nullptr);
    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    void setRole(TextRole role);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTone();

    Tone m_tone;
    bool m_applying = false;
};

/// An icon of a tone as a label; hidden from screen readers, since the word beside it says the same.
class IconLabel : public QLabel
{
    Q_OBJECT
public:
    IconLabel(const QString &icon, Tone tone, int size = metrics::IconSize, QWidget *parent = nullptr);
    void setIcon(const QString &icon, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;
    QSize sizeHint() const override { return {m_size, m_size}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    QString m_icon;
    Tone m_tone;
    int m_size;
};

/// A line one pixel thick in the hairline colour.
class Hairline : public QWidget
{
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace pfx::ui
