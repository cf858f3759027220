// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/prompt.h"

#include "ui/common/buttons.h"
#include "ui/common/labels.h"
#include "ui/common/view_settings.h"

#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pfx::ui::DialogPrompt)
};

const QString LastFolder = QStringLiteral("dialogs/folder");

} // namespace

void DialogPrompt::confirm(QWidget *over, const Question &question, std::function<void()> yes)
{
    auto *dialog = new QDialog(over->window());
    dialog->setObjectName(QStringLiteral("confirm"));
    dialog->setAccessibleName(question.title);
    dialog->setWindowTitle(question.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(true);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(metrics::PageMargin, metrics::PageMargin, metrics::PageMargin, metrics::CardSpacing);
    column->setSpacing(metrics::Spacing);
    auto *title = new TextLabel(question.title, TextRole::Section, Tone::Text, dialog);
    auto *sentence = new TextLabel(question.sentence, TextRole::Body, Tone::Text, dialog);
    for (TextLabel *label : {title, sentence}) {
        label->setWordWrap(true);
        label->setMinimumWidth(360);
        column->addWidget(label);
    }
    column->addSpacing(metrics::CardSpacing);
    auto *row = new QHBoxLayout;
    auto *keep = plainButton(question.keep.isEmpty() ? Words::tr("Cancel") : question.keep, QStringLiteral("confirmNo"), {}, dialog);
    auto *act = new Button(question.verb, QStringLiteral("confirmYes"), question.dangerous ? ButtonKind::Danger : ButtonKind::Primary, {}, dialog);
    for (Button *button : {keep, act})
        button->setAutoDefault(true); // Enter presses the one that has the focus
    if (question.dangerous) {
        row->addWidget(act);
        row->addStretch(1);
        row->addWidget(keep);
        keep->setDefault(true);
        keep->setFocus();
    } else {
        row->addStretch(1);
        row->addWidget(keep);
        row->addWidget(act);
        act->setDefault(true);
        act->setFocus();
    }
    column->addLayout(row);
    QObject::connect(keep, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(act, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, over, std::move(yes));
    dialog->open();
}

static void showFileDialog(QFileDialog *dialog, QWidget *over, const FileQuestion &question, ViewSettings &settings,
                           std::function<void(const QString &)> chosen)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(question.title);
    QString folder = question.folder;
    if (folder.isEmpty())
        folder = settings.value(LastFolder).toString();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(folder).isDir()) // Qt would take the folder that the program was started in
        folder = QDir::homePath();
    dialog->setDirectory(folder);
    if (!question.filter.isEmpty())
        dialog->setNameFilter(question.filter);
    QObject::connect(dialog, &QFileDialog::fileSelected, over, [&settings, chosen = std::move(chosen)](const QString &file) {
        settings.setValue(LastFolder, QFileInfo(file).absolutePath());
        chosen(file);
    });
    dialog->open();
}

void DialogPrompt::openFile(QWidget *over, const FileQuestion &question, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(over->window());
    dialog->setObjectName(QStringLiteral("openFile"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    showFileDialog(dialog, over, question, m_settings, std::move(chosen));
}

void DialogPrompt::saveFile(QWidget *over, const FileQuestion &question, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(over->window());
    dialog->setObjectName(QStringLiteral("saveFile"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(question.name);
    showFileDialog(dialog, over, question, m_settings, std::move(chosen));
    dialog->selectFile(question.name);
}

} // namespace pfx::ui
