// SPDX-License-Identifier: GPL-3.0-or-later
// A number with an icon and a word; as a filter it can be checked, by mouse or Space. GUI thread.
#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>

namespace pfx::ui {

class CounterCard : public QAbstractButton
{
    Q_OBJECT
public:
    /// Tall: icon and word above the number, the note below. Flat: the icon left, number above the word.
    enum class Shape { Tall, Flat };
    CounterCard(const QString &objectName, const QString &icon, Tone tone, const QString &word, Shape shape = Shape::Tall,
                QWidget *parent = nullptr);

    void setNumber(qint64 number);
    void setNumberText(const QString &text);
    void setNote(const QString &note);
    void setFilter(bool filter); ///< Checkable or only a number.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void nameIt();

    QString m_icon, m_number, m_note;
    Tone m_tone;
    Shape m_shape;
};

} // namespace pfx::ui
