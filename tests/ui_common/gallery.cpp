// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_common/gallery.h"

#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/counter_card.h"
#include "ui/common/details_pane.h"
#include "ui/common/empty_state.h"
#include "ui/common/field.h"
#include "ui/common/job_bar.h"
#include "ui/common/labels.h"
#include "ui/common/navigation.h"
#include "ui/common/segmented.h"
#include "ui/common/status_chip.h"
#include "ui/common/step_header.h"
#include "ui/common/table.h"
#include "ui/common/thin_progress_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QTabBar>
#include <QVBoxLayout>

namespace pfx::test {

using namespace ui;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

QStandardItem *cell(const QString &text, const QHash<int, QVariant> &roles = {})
{
    auto *item = new QStandardItem(text);
    for (auto role = roles.cbegin(); role != roles.cend(); ++role)
        item->setData(role.value(), role.key());
    return item;
}

QStandardItemModel *rows(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({u("Что будет"), u("Вид"), u("Название"), u("Сумма"), u("Почему")});
    model->setHeaderData(3, Qt::Horizontal, int(Qt::AlignRight), Qt::TextAlignmentRole);
    model->setHeaderData(4, Qt::Horizontal, true, StretchRole);
    const auto chip = [](Tone tone, const char *icon, const char *text) {
        return QHash<int, QVariant>{{ChipRole, QVariant::fromValue(Chip{tone, QString::fromLatin1(icon), u(text)})}};
    };
    const QHash<int, QVariant> right{{Qt::TextAlignmentRole, int(Qt::AlignRight | Qt::AlignVCenter)}};
    const QHash<int, QVariant> muted{{ToneRole, int(Tone::Muted)}}, bad{{ToneRole, int(Tone::Error)}};
    const auto row = [&](QStandardItem *first, const char *kind, const char *name, const char *sum, const char *why,
                         const QHash<int, QVariant> &tone) {
        model->appendRow({first, cell(u(kind)), cell(u(name)), cell(u(sum), right), cell(u(why), tone)});
    };
    row(cell({}, chip(Tone::Info, "view-refresh", "Обновить")), "Контакт", "Иванова Мария Сергеевна", "", "Изменятся 3 поля", {});
    row(cell({}, chip(Tone::Success, "list-add", "Создать")), "Контакт", "Гусев Андрей", "", "Новый", muted);
    row(cell({}, chip(Tone::Success, "list-add", "Создать")), "Сделка", "Замена щита, Горького, 14", "48 500 ₽", "Новая · этап «Замер»", muted);
    row(cell({}, chip(Tone::Error, "", "Ошибка")), "Сделка", "Монтаж тёплого пола", "112 000 ₽", "Контакт не найден: № 80412", bad);
    row(cell({}, chip(Tone::Muted, "go-next-skip", "Пропустить")), "Контакт", "Иванова Мария", "", "Повтор строки 214", muted);
    return model;
}

class StandingJob : public Job
{
public:
    StandingJob()
    {
        JobSnapshot now;
        now.done = 7'658;
        now.total = 18'640;
        now.perSecond = 96;
        now.leftMs = 114'000;
        setSnapshot(now);
    }
    QString title() const override { return u("Импорт из Bitrix24"); }
    QString iconName() const override { return QStringLiteral("document-import"); }
    void stop() override {}
};

QWidget *formPart()
{
    auto *card = new Card(u("Поля и кнопки"));
    auto *form = new QHBoxLayout;
    form->setSpacing(metrics::CardSpacing);
    auto *file = new QLineEdit(u("/home/olga/amo-export-2026-11-20.json"));
    auto *fileField = new Field(u("Файл"), file, QStringLiteral("file"), Field::Need::Required);
    fileField->setHint(u("JSON, CSV или XLSX — как выгружает сервис"));
    fileField->addBeside(plainButton(u("Выбрать файл…"), QStringLiteral("choose"), QStringLiteral("document-open")));
    form->addWidget(fileField, 3);
    auto *user = new QComboBox;
    user->addItems({u("Ольга Ким"), u("Сергей Панов")});
    auto *userField = new Field(u("Пользователь по умолчанию"), user, QStringLiteral("user"), Field::Need::Required);
    userField->setError(u("Выберите пользователя по умолчанию"));
    form->addWidget(userField, 2);
    card->body()->addLayout(form);
    auto *choices = new QHBoxLayout;
    auto *segments = new Segmented(QStringLiteral("target"), u("Куда"));
    segments->addChoice(u("Наш сервис"), QStringLiteral("ours"));
    segments->addChoice(u("Другой адрес"), QStringLiteral("other"));
    choices->addWidget(segments);
    auto *check = new QCheckBox(u("Создавать этапы"));
    check->setChecked(true);
    auto *radio = new QRadioButton(u("Пропускать повторы"));
    radio->setChecked(true);
    choices->addWidget(check);
    choices->addWidget(radio);
    auto *disabled = new QRadioButton(u("Недоступно"));
    disabled->setEnabled(false);
    choices->addWidget(disabled);
    auto *tabs = new QTabBar;
    for (const char *tab : {"Контакты", "Компании", "Сделки"})
        tabs->addTab(u(tab));
    choices->addWidget(tabs);
    choices->addStretch(1);
    card->body()->addLayout(choices);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(dangerButton(u("Отменить импорт"), QStringLiteral("undo"), QStringLiteral("edit-undo")));
    buttons->addWidget(linkButton(u("Попробовать на примере"), QStringLiteral("sample")));
    buttons->addStretch(1);
    auto *off = plainButton(u("Недоступна"), QStringLiteral("off"), QStringLiteral("document-save"));
    off->setEnabled(false);
    buttons->addWidget(off);
    buttons->addWidget(plainButton(u("Назад"), QStringLiteral("back"), QStringLiteral("go-previous")));
    buttons->addWidget(primaryButton(u("Начать импорт"), QStringLiteral("start")));
    card->body()->addLayout(buttons);
    return card;
}

QWidget *tablePart()
{
    auto *card = new Card(u("Проверка"));
    auto *table = new Table(QStringLiteral("rows"), u("Строки"));
    card->addToHead(table->makeColumnChooser(card));
    card->addToHead(table->makeCopyButton(card));
    table->setSortingEnabled(false);
    table->setModel(rows(table));
    table->selectRow(0);
    table->setFitToRows(true);
    card->body()->addWidget(table);
    return card;
}

QWidget *detailsPart()
{
    auto *details = new DetailsPane(QStringLiteral("details"), u("Подробности"));
    details->setTitle(u("Иванова Мария Сергеевна"), {Tone::Success, {}, u("В Планфиксе")}, u("Главный бухгалтер"));
    details->addValue(u("Телефон"), u("+7 906 211-40-18"));
    details->addValue(u("Почта"), u("m.ivanova@balt-service.ru"));
    details->addLink(u("Компания"), u("ООО «Балт-Сервис»"), [] {});
    details->addSection(u("История"));
    details->addEvent(QStringLiteral("view-refresh"), Tone::Muted, u("Статус: Новая → В работе"), u("сегодня, 09:12 · Планфикс"));
    details->addEvent(QStringLiteral("list-add"), Tone::Muted, u("Создан"), u("вчера, 17:02 · импорт"));
    details->addTechnical(u("id 80412"));
    details->finish();
    details->setFixedWidth(290);
    return details;
}

} // namespace

std::unique_ptr<QWidget> makeBoard()
{
    auto board = std::make_unique<QWidget>();
    auto *whole = new QVBoxLayout(board.get());
    whole->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    auto *navigation = new Navigation(board.get());
    navigation->addPage(QStringLiteral("a"), u("Обзор"), QStringLiteral("go-home"));
    navigation->addPage(QStringLiteral("b"), u("Импорт"), QStringLiteral("document-import"));
    navigation->addPage(QStringLiteral("c"), u("Клиенты и сделки"), QStringLiteral("view-pim-contacts"));
    navigation->setBadge(QStringLiteral("a"), {3, Tone::Error});
    navigation->setBadge(QStringLiteral("c"), {4, Tone::Info});
    navigation->setCurrentId(QStringLiteral("b"));
    row->addWidget(navigation);
    auto *page = new QVBoxLayout;
    page->setContentsMargins(24, 16, 24, 16);
    page->setSpacing(metrics::CardSpacing);
    auto *steps = new StepHeader({u("Источник"), u("Параметры"), u("Поля"), u("Проверка"), u("Ход"), u("Итог")});
    steps->setCurrent(3);
    page->addWidget(steps);
    auto *banner = new Banner(QStringLiteral("banner"));
    banner->showMessage(Severity::Success, u("Импорт завершен"), u("Создано и обновлено 22 176 записей за 2 секунды. Не загружена 41 строка."));
    page->addWidget(banner);
    auto *failure = new Banner(QStringLiteral("failure"));
    failure->showMessage(Severity::Error, u("Ошибка чтения файла: строка 3, столбец 14"), u("Файл обрывается. Выгрузите его ещё раз."), u("source_unreadable"));
    failure->addAction(u("Проверить ещё раз"), QStringLiteral("again"), ButtonKind::Primary);
    failure->addAction(u("Выбрать другой"), QStringLiteral("other"));
    page->addWidget(failure);
    auto *counters = new QHBoxLayout;
    counters->setSpacing(12);
    const auto counter = [&](const char *name, const char *icon, Tone tone, const char *word, qint64 number, const char *note) {
        auto *card = new CounterCard(u(name), QString::fromLatin1(icon), tone, u(word));
        card->setNumber(number);
        card->setNote(u(note));
        card->setFilter(true);
        counters->addWidget(card);
        return card;
    };
    counter("create", "list-add", Tone::Success, "Создать", 20'214, "новые записи");
    counter("update", "view-refresh", Tone::Info, "Обновить", 1'962, "совпали с нашими")->setChecked(true);
    counter("skip", "go-next-skip", Tone::Muted, "Пропустить", 684, "повторы и без изменений");
    counter("fail", "window-close", Tone::Error, "Ошибка", 41, "4 причины");
    auto *flat = new CounterCard(QStringLiteral("flat"), QStringLiteral("list-add"), Tone::Success, u("создано"), CounterCard::Shape::Flat);
    flat->setNumber(6'902);
    counters->addWidget(flat);
    page->addLayout(counters);
    auto *bar = new ThinProgressBar(QStringLiteral("total"), u("Всего"), 10);
    bar->setProgress(41, 100);
    page->addWidget(bar);
    page->addWidget(formPart());
    auto *lower = new QHBoxLayout;
    lower->setSpacing(metrics::CardSpacing);
    lower->addWidget(tablePart(), 1, Qt::AlignTop);
    lower->addWidget(detailsPart());
    page->addLayout(lower, 1);
    row->addLayout(page, 1);
    whole->addLayout(row, 1);
    auto *jobs = new JobModel(board.get());
    jobs->add(std::make_unique<StandingJob>());
    auto *jobBar = new JobBar(*jobs, board.get());
    auto *chip = new StatusChip(QStringLiteral("store"));
    chip->setState(Tone::Success, u("База SQLite"));
    jobBar->addAtEnd(chip);
    whole->addWidget(jobBar);
    return board;
}

std::unique_ptr<QWidget> makeEmptyBoard()
{
    auto empty = std::make_unique<EmptyState>(QStringLiteral("document-import"), u("Перенесите клиентов и сделки"),
                                              u("Контакты, компании, сделки и воронки из AmoCRM или Bitrix24 — из файла или напрямую."));
    empty->setPrimary(u("Новый импорт"), QStringLiteral("new"), QStringLiteral("list-add"));
    empty->setLink(u("Попробовать на примере из 100 записей"), QStringLiteral("sample"));
    empty->setReassurances({{QStringLiteral("view-visible"), u("Сначала покажем"), u("Сколько записей появится, изменится и где ошибки — до начала.")},
                            {QStringLiteral("chronometer"), u("Можно прервать"), u("Пауза, закрытое окно, выключенный компьютер — продолжится с того же места.")},
                            {QStringLiteral("edit-undo"), u("Можно отменить"), u("Весь импорт убирается одной кнопкой, ваши правки остаются.")}});
    return empty;
}

} // namespace pfx::test
