// SPDX-License-Identifier: GPL-3.0-or-later
// The one details pane: sections of names and values, links, notes, and technical detail folded under «Подробнее». Values can be selected
// and copied. GUI thread.
#pragma once

#include "ui/common/chip.h"

#include <QScrollArea>

#include <functional>

class QGridLayout;
class QVBoxLayout;

namespace pfx::ui {

class TextLabel;

class DetailsPane : public QScrollArea
{
    Q_OBJECT
public:
    explicit DetailsPane(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    void clear();
    void setTitle(const QString &title, const Chip &chip = {}, const QString &subtitle = {});
    void addSection(const QString &title);
    void addValue(const QString &name, const QString &value, const QString &toolTip = {});
    void addLink(const QString &name, const QString &text, std::function<void()> open);
    void addNote(const QString &text);
    /// A line of history or origin: icon, bold fact, muted sentence.
    void addEvent(const QString &icon, Tone tone, const QString &fact, const QString &sentence);
    void addWidget(QWidget *widget);
    /// Folded, copyable.
    void addTechnical(const QString &text);
    void finish(); ///< After the last add…: pushes everything up.

private:
    QGridLayout *grid();
    void noteKey(TextLabel &key);

    QWidget *m_content = nullptr;
    QVBoxLayout *m_layout = nullptr;
    QGridLayout *m_grid = nullptr;
    QVector<QGridLayout *> m_grids;
    int m_keyWidth = 0;
    int m_links = 0;
};

} // namespace pfx::ui
