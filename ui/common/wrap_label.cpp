// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/wrap_label.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QTextBoundaryFinder>

namespace pfx::ui {

namespace {

constexpr QChar MayBreak(0x200b); // zero width space
constexpr int FewestLetters = 6;

QString breakable(const QString &word)
{
    QString result;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, word);
    for (qsizetype from = 0, to = letters.toNextBoundary(); to >= 0; from = to, to = letters.toNextBoundary()) {
        if (from > 0)
            result += MayBreak;
        result += QStringView(word).mid(from, to - from);
    }
    return result;
}

bool mayEndALine(QChar c)
{
    return c.isSpace() && c != QChar(0xa0) && c != QChar(0x202f);
}

} // namespace

WrapLabel::WrapLabel(const QString &words, TextRole role, Tone tone, QWidget *parent) : TextLabel(words, role, tone, parent), m_words(words)
{
    setWordWrap(true);
}

void WrapLabel::setWords(const QString &words)
{
    m_words = words;
    breakWords();
}

QSize WrapLabel::minimumSizeHint() const
{
    return {FewestLetters * fontMetrics().averageCharWidth(), fontMetrics().height()};
}

int WrapLabel::heightForWidth(int width) const
{
    const QString broken = brokenFor(width);
    if (broken == text())
        return TextLabel::heightForWidth(width);
    return fontMetrics().boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap, broken).height();
}

QString WrapLabel::brokenFor(int width) const
{
    const QFontMetrics metrics = fontMetrics();
    if (width <= 0 || metrics.horizontalAdvance(m_words) < width)
        return m_words;
    QString result;
    QTextBoundaryFinder places(QTextBoundaryFinder::Line, m_words);
    for (qsizetype from = 0, to = places.toNextBoundary(); to >= 0; from = to, to = places.toNextBoundary()) {
        const QString piece = m_words.mid(from, to - from);
        if (metrics.horizontalAdvance(piece.trimmed()) < width) {
            result += piece;
            continue;
        }
        // Qt takes numbers with spaces between them for one number ("21.11.2026 10:15:38"): each stays whole where it can.
        for (qsizetype start = 0; start < piece.size();) {
            qsizetype end = start;
            while (end < piece.size() && !mayEndALine(piece[end]))
                ++end;
            while (end < piece.size() && mayEndALine(piece[end]))
                ++end;
            const QString word = piece.mid(start, end - start);
            if (start > 0)
                result += MayBreak;
            result += metrics.horizontalAdvance(word.trimmed()) < width ? word : breakable(word);
            start = end;
        }
    }
    return result;
}

void WrapLabel::breakWords()
{
    const QString broken = brokenFor(contentsRect().width());
    if (broken != text())
        setText(broken);
}

QString WrapLabel::selectedWords() const
{
    return selectedText().remove(MayBreak);
}

void WrapLabel::resizeEvent(QResizeEvent *event)
{
    TextLabel::resizeEvent(event);
    breakWords();
}

void WrapLabel::changeEvent(QEvent *event)
{
    TextLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange && !m_words.isEmpty())
        breakWords();
}

void WrapLabel::keyPressEvent(QKeyEvent *event)
{
    if (isBroken() && hasSelectedText() && event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(selectedWords());
    else
        TextLabel::keyPressEvent(event);
}

void WrapLabel::contextMenuEvent(QContextMenuEvent *event)
{
    if (!isBroken() || textInteractionFlags() == Qt::NoTextInteraction) {
        TextLabel::contextMenuEvent(event);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(hasSelectedText() ? selectedWords() : m_words); });
    menu->popup(event->globalPos());
}

void WrapLabel::mouseReleaseEvent(QMouseEvent *event)
{
    TextLabel::mouseReleaseEvent(event);
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (isBroken() && hasSelectedText() && clipboard->supportsSelection())
        clipboard->setText(selectedWords(), QClipboard::Selection);
}

} // namespace pfx::ui
