// SPDX-License-Identifier: GPL-3.0-or-later
// The section «Программа»: language, colours, how much the log says, how long the journal is kept, the file for the support. GUI thread.
#pragma once

#include <QWidget>

class QComboBox;
class QPlainTextEdit;

namespace pfx::ui {

class Banner;
class Button;
class Segmented;
class SettingsPresenter;
struct Services;

class ProgramSection : public QWidget {
    Q_OBJECT

public:
    ProgramSection(Services &services, SettingsPresenter &settings, QWidget *parent = nullptr);

private:
    QWidget *looksCard();
    QWidget *logCard(SettingsPresenter &settings);
    QWidget *diagnosticsCard();
    void changeWords();
    void collect();
    void save(const QString &file);

    Services &m_services;
    Banner *m_languageNote;
    QPlainTextEdit *m_text;
    Button *m_collect;
    Button *m_save;
    Banner *m_saved;
};

} // namespace pfx::ui
