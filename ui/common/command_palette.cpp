// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/command_palette.h"

#include "ui/common/icons.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

enum Role { CommandRole = Qt::UserRole + 1, GroupRole, IconNameRole, ShortcutRole };

class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {200, qMax(36, option.fontMetrics.height() + 16)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QPalette &palette = option.palette;
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selectionFill(palette));
            painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), metrics::FieldRadius, metrics::FieldRadius);
        }
        const QRect row = option.rect.adjusted(12, 0, -12, 0);
        paintIcon(painter, QRect(row.left(), row.center().y() - 7, metrics::IconSize, metrics::IconSize),
                  index.data(IconNameRole).toString(), toneColor(palette, Tone::Muted), palette.color(QPalette::Base));
        painter->setPen(palette.color(QPalette::Active, QPalette::Text));
        painter->drawText(row.adjusted(28, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        painter->setPen(toneColor(palette, Tone::Muted));
        painter->setFont(scaled(option.font, TextRole::Caption));
        const QString shortcut = index.data(ShortcutRole).toString();
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight, shortcut.isEmpty() ? index.data(GroupRole).toString() : shortcut);
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(ViewSettings &settings, QWidget *window) : QFrame(window, Qt::Popup), m_settings(settings)
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Find a page or an action"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(metrics::Spacing);
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(QStringLiteral("commandPaletteSearch"));
    m_edit->setAccessibleName(tr("Find a page or an action"));
    m_edit->setPlaceholderText(tr("Find a page or an action"));
    m_edit->setClearButtonEnabled(false);
    m_edit->addAction(icon(QStringLiteral("edit-find"), Tone::Muted), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("commandPaletteList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_model = new QStandardItemModel(this);
    m_list->setModel(m_model);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::open(const QVector<Command> &commands)
{
    m_commands = commands;
    m_edit->clear();
    filter({});
    const QWidget *window = parentWidget();
    const int width = qMin(560, window->width() - 2 * metrics::PageMargin);
    resize(width, qMin(420, window->height() - 120));
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, 72)));
    show();
    m_edit->setFocus();
}

void CommandPalette::filter(const QString &typed)
{
    QVector<PaletteEntry> entries;
    for (const Command &command : m_commands)
        entries << PaletteEntry{command.title, command.group, m_settings.value(QStringLiteral("commands/") + command.id).toLongLong()};
    m_model->clear();
    for (const int index : matchEntries(typed, entries)) {
        const Command &command = m_commands[index];
        auto *item = new QStandardItem(command.title);
        item->setData(index, CommandRole);
        item->setData(command.group, GroupRole);
        item->setData(command.icon, IconNameRole);
        item->setData(command.shortcut, ShortcutRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const Command command = m_commands[current.data(CommandRole).toInt()];
    m_settings.setValue(QStringLiteral("commands/") + command.id, QDateTime::currentMSecsSinceEpoch());
    close();
    command.run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(mix(fieldEdge(palette()), palette().color(QPalette::Base), 0.7));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace pfx::ui
