// SPDX-License-Identifier: GPL-3.0-or-later
// The seam through which the person is asked: an irreversible deed, a file to open or to save. Answers come by callback, since nothing in
// the GUI thread waits; a cancelled question calls nothing. GUI thread.
#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

namespace pfx::ui {

struct Question
{
    QString title;    ///< «Отменить импорт?»
    QString sentence; ///< What it will do.
    QString verb;     ///< The button: «Отменить импорт», never «ОК».
    QString keep;     ///< The other button: «Оставить»; empty: «Отмена».
    bool dangerous = true;
};

struct FileQuestion
{
    QString title;
    QString folder; ///< Empty: where the last one was.
    QString name;   ///< Suggested name when saving.
    QString filter; ///< Qt's form: «Файлы JSON (*.json)».
};

class Prompt
{
public:
    Prompt() = default;
    virtual ~Prompt() = default;
    Prompt(const Prompt &) = delete;
    Prompt &operator=(const Prompt &) = delete;

    virtual void confirm(QWidget *over, const Question &question, std::function<void()> yes) = 0;
    virtual void openFile(QWidget *over, const FileQuestion &question, std::function<void(const QString &)> chosen) = 0;
    virtual void saveFile(QWidget *over, const FileQuestion &question, std::function<void(const QString &)> chosen) = 0;
};

class ViewSettings;

/// The real one: a small dialog for deeds, Qt's dialogs for files.
class DialogPrompt : public Prompt
{
public:
    explicit DialogPrompt(ViewSettings &settings) : m_settings(settings) {}
    void confirm(QWidget *over, const Question &question, std::function<void()> yes) override;
    void openFile(QWidget *over, const FileQuestion &question, std::function<void(const QString &)> chosen) override;
    void saveFile(QWidget *over, const FileQuestion &question, std::function<void(const QString &)> chosen) override;

private:
    ViewSettings &m_settings;
};

} // namespace pfx::ui
