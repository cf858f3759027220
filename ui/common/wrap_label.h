// SPDX-License-Identifier: GPL-3.0-or-later
// A label of free text that is never wider than its place: it wraps at words, and inside of one that is too long for a line by itself. What
// is copied from it has no breaks of ours. GUI thread.
#pragma once

#include "ui/common/labels.h"

namespace pfx::ui {

class WrapLabel : public TextLabel
{
    Q_OBJECT

public:
    explicit WrapLabel(const QString &words, TextRole role = TextRole::Body, Tone tone = Tone::Text, QWidget *parent = nullptr);

    /// As given; text() may have breaks.
    const QString &words() const { return m_words; }
    void setWords(const QString &words);
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool isBroken() const { return text() != m_words; }
    QString brokenFor(int width) const;
    QString selectedWords() const;
    void breakWords();

    QString m_words;
};

} // namespace pfx::ui
