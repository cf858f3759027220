// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/program_section.h"

#include "core/store/store.h"
#include "ui/common/background.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/live.h"
#include "ui/common/program_control.h"
#include "ui/common/program_settings.h"
#include "ui/common/prompt.h"
#include "ui/common/segmented.h"
#include "ui/common/services.h"
#include "ui/common/step_parts.h"
#include "ui/common/view_settings.h"
#include "ui/settings/diagnostics.h"
#include "ui/settings/setting_row.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QSaveFile>

namespace pfx::ui {

using base::Result;

namespace {

const QStringList languages{QString(), QStringLiteral("ru"), QStringLiteral("en")};
const QStringList colorNames{QString(), QStringLiteral("light"), QStringLiteral("dark")};

Result<void> writeFile(const QString &path, const QString &text)
{
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return base::fail(base::ErrorCode::StorageReadOnly, file.errorString(), path);
    return {};
}

} // namespace

ProgramSection::ProgramSection(Services &services, SettingsPresenter &settings, QWidget *parent) : QWidget(parent), m_services(services)
{
    setObjectName(QStringLiteral("programSection"));
    QBoxLayout *column = parts::column(this);
    column->addWidget(looksCard());
    column->addWidget(logCard(settings));
    column->addWidget(diagnosticsCard());
}

/// A caption above a choice of few.
static void addChoice(Card *card, const QString &label, Segmented *choice)
{
    card->body()->addWidget(new TextLabel(label, TextRole::Caption));
    card->body()->addWidget(choice, 0, Qt::AlignLeft);
}

QWidget *ProgramSection::looksCard()
{
    auto *card = new Card(tr("Language and appearance"));
    auto *language = new Segmented(QStringLiteral("language"), tr("Language"));
    language->addChoice(tr("As the system"), QStringLiteral("languageSystem"));
    language->addChoice(QString::fromUtf8("\u0420\u0443\u0441\u0441\u043a\u0438\u0439"), QStringLiteral("languageRu"));
    language->addChoice(QStringLiteral("English"), QStringLiteral("languageEn"));
    language->setCurrent(static_cast<int>(qMax<qsizetype>(0, languages.indexOf(program::language(m_services.settings)))));
    addChoice(card, tr("Language"), language);
    m_languageNote = new Banner(QStringLiteral("languageNote"));
    card->body()->addWidget(m_languageNote);
    auto *colors = new Segmented(QStringLiteral("colors"), tr("Colours"));
    colors->addChoice(tr("As the system"), QStringLiteral("colorsSystem"));
    colors->addChoice(tr("Light"), QStringLiteral("colorsLight"));
    colors->addChoice(tr("Dark"), QStringLiteral("colorsDark"));
    colors->setCurrent(static_cast<int>(qMax<qsizetype>(0, colorNames.indexOf(program::colors(m_services.settings)))));
    addChoice(card, tr("Colours"), colors);
    connect(language, &Segmented::currentChanged, this, [this](int index) {
        program::setLanguage(m_services.settings, languages.value(index));
        changeWords();
    });
    connect(colors, &Segmented::currentChanged, this, [this](int index) { program::setColors(m_services.settings, colorNames.value(index)); });
    return card;
}

/// At once, unless that would break something off.
void ProgramSection::changeWords()
{
    m_languageNote->clear();
    const QString work = m_services.program ? m_services.program->runningWork() : QString();
    if (m_services.program && work.isEmpty())
        return m_services.program->showInLanguage();
    Button *now = m_services.program ? m_languageNote->addAction(tr("Change now"), QStringLiteral("languageNow")) : nullptr;
    if (now)
        connect(now, &QPushButton::clicked, this, &ProgramSection::changeWords);
    m_languageNote->showMessage(Severity::Info, work.isEmpty() ? tr("Saved. The words change when the program is started the next time")
                                                               : tr("Saved. The words change as soon as nothing is going on any more"),
                                work);
}

QWidget *ProgramSection::logCard(SettingsPresenter &settings)
{
    auto *card = new Card(tr("Journal and log"));
    card->body()->addWidget(new SettingRow(settings, QStringLiteral("journal.keep-bodies-days"), tr("Days that requests are kept whole")));
    card->body()->addWidget(new SettingRow(settings, QStringLiteral("journal.keep-days"), tr("Days that the journal is kept")));
    auto *level = new Segmented(QStringLiteral("logLevel"), tr("Level of the log"));
    level->addChoice(tr("Usual"), QStringLiteral("logUsual"));
    level->addChoice(tr("Detailed"), QStringLiteral("logDetailed"));
    level->setCurrent(program::logLevel(m_services.settings) == program::LogLevel::Detailed ? 1 : 0);
    addChoice(card, tr("Level of the log"), level);
    card->body()->addWidget(parts::caption(tr("Detailed is for the support: the file grows faster. Keys and people's data stand in neither.")));
    connect(level, &Segmented::currentChanged, this, [this](int index) {
        program::setLogLevel(m_services.settings, index == 1 ? program::LogLevel::Detailed : program::LogLevel::Usual);
    });
    return card;
}

QWidget *ProgramSection::diagnosticsCard()
{
    auto *card = new Card(tr("For the support"));
    card->body()->addWidget(parts::caption(tr("Versions, settings, states and the last of the log, without keys and without anybody's data. Look before you save.")));
    m_collect = plainButton(tr("Show the diagnostics"), QStringLiteral("showDiagnostics"), QStringLiteral("view-list-details"));
    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("diagnosticsText"));
    m_text->setAccessibleName(tr("Diagnostics"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(scaled(QFontDatabase::systemFont(QFontDatabase::FixedFont), TextRole::Small));
    m_text->setMinimumHeight(240);
    m_text->hide();
    m_save = plainButton(tr("Save the diagnostics…"), QStringLiteral("saveDiagnostics"), QStringLiteral("document-save"));
    m_save->hide();
    m_saved = new Banner(QStringLiteral("diagnosticsSaved"));
    card->body()->addWidget(m_collect, 0, Qt::AlignLeft);
    card->body()->addWidget(m_text);
    card->body()->addWidget(m_save, 0, Qt::AlignLeft);
    card->body()->addWidget(m_saved);
    connect(m_collect, &QPushButton::clicked, this, &ProgramSection::collect);
    connect(m_save, &QPushButton::clicked, this, [this] {
        FileQuestion question;
        question.title = tr("Where to put the diagnostics");
        question.name = QStringLiteral("planfix-console-diagnostics.txt");
        question.filter = tr("Text files (*.txt);;All files (*)");
        m_services.prompt.saveFile(this, question, [this](const QString &file) { save(file); });
    });
    return card;
}

void ProgramSection::collect()
{
    DiagnosticsFrame frame;
    frame.program = QStringLiteral("Planfix Console ") + QCoreApplication::applicationVersion();
    frame.profileDir = m_services.profileDir;
    frame.nowMs = m_services.clock.nowMs();
    frame.server = m_services.live->server();
    frame.planfix = m_services.live->planfix();
    m_saved->clear();
    m_services.background.read(
        this, [&store = m_services.store, frame](store::Connection &db) { return diagnosticsText(store, db, frame); },
        [this](const Result<QString> &text) {
            if (!text)
                return m_saved->showError(text.error());
            m_text->setPlainText(*text);
            m_text->show();
            m_save->show();
            m_text->setFocus(Qt::OtherFocusReason);
        });
}

void ProgramSection::save(const QString &file)
{
    m_saved->clear();
    if (const auto written = writeFile(file, m_text->toPlainText()); !written)
        m_saved->showError(written.error());
    else
        m_saved->showMessage(Severity::Success, tr("Saved: what stands above and nothing else"), file);
}

} // namespace pfx::ui
