// SPDX-License-Identifier: GPL-3.0-or-later
// Step 1 on the screen: system, drop zone, «Файл», recent files, what was recognised. GUI thread.
#pragma once

#include "ui/imports/source_presenter.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QPushButton;

namespace pfx::ui {

class Banner;
class Card;
class DropZone;
class Field;
class Prompt;
class TextLabel;
class ThinProgressBar;

class SourceStep : public QWidget
{
    Q_OBJECT

public:
    SourceStep(SourcePresenter &presenter, Prompt &prompt, QWidget *parent = nullptr);

    void focusFirst();
    QPushButton *primary() const { return m_next; }

private:
    QWidget *systemChoice();
    QWidget *fileRow();
    QWidget *recognised();
    void refresh();
    void refreshInfo(const SourceState &state);
    void refreshRecent(const QStringList &files);
    void refreshError(const std::optional<base::Error> &error);
    void chooseFile();

    SourcePresenter &m_presenter;
    Prompt &m_prompt;
    QButtonGroup *m_systems = nullptr;
    DropZone *m_drop = nullptr;
    QLineEdit *m_path = nullptr;
    Field *m_pathField = nullptr;
    QWidget *m_recent = nullptr;
    QStringList m_recentShown;
    std::optional<base::Error> m_shownError;
    ThinProgressBar *m_reading = nullptr;
    Banner *m_banner = nullptr;
    Card *m_info = nullptr;
    TextLabel *m_summary = nullptr;
    TextLabel *m_form = nullptr;
    TextLabel *m_notices = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace pfx::ui
