// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/accessibility.h"

#include "ui/common/counter_card.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QButtonGroup>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QScrollArea>
#include <QToolButton>

namespace pfx::ui {

namespace {

/// Called with the row that became the only newly selected one without having become the current one.
template<typename Deed>
void onForeignSelection(QAbstractItemView *view, QObject *context, Deed deed)
{
    QItemSelectionModel *selection = view->selectionModel();
    QObject::connect(selection, &QItemSelectionModel::selectionChanged, context, [view, context, deed](const QItemSelection &selected) {
        if (selected.size() != 1 || selected.first().height() != 1)
            return;
        const QPersistentModelIndex row(selected.first().topLeft());
        // A click and a key select first and move the current row after it: look when they are through.
        QMetaObject::invokeMethod(
            context,
            [view, row, deed] {
                if (row.isValid() && view->currentIndex().row() != row.row() && view->selectionModel()->isSelected(row))
                    deed(row);
            },
            Qt::QueuedConnection);
    });
}

class AccessibleCombo : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit AccessibleCombo(QComboBox *box) : QAccessibleWidget(box, QAccessible::ComboBox)
    {
        onForeignSelection(box->view(), box, [box](const QModelIndex &line) {
            box->hidePopup();
            box->setCurrentIndex(line.row());
            emit box->activated(line.row());
        });
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    int childCount() const override { return 1; }
    QAccessibleInterface *child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(box()->view()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override { return child->object() == box()->view() ? 0 : -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? box()->currentText() : QAccessibleWidget::text(kind);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = box()->view()->isVisible();
        state.collapsed = !state.expanded;
        return state;
    }
    QStringList actionNames() const override { return {showMenuAction(), setFocusAction()}; }
    void doAction(const QString &action) override
    {
        if (action != showMenuAction()) {
            QAccessibleWidget::doAction(action);
            return;
        }
        if (box()->view()->isVisible())
            box()->hidePopup();
        else
            box()->showPopup();
    }

    void selection(int, int *start, int *end) const override { *start = *end = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override {}
    QString text(int start, int end) const override { return box()->currentText().mid(start, end - start); }
    int characterCount() const override { return static_cast<int>(box()->currentText().size()); }
    QRect characterRect(int) const override { return rect(); }
    int offsetAtPoint(const QPoint &) const override { return 0; }
    void scrollToSubstring(int, int) override {}
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    QComboBox *box() const { return static_cast<QComboBox *>(widget()); }
};

/// One of several buttons of which just one is down: what a radio button is, however it looks.
class AccessibleChoice : public QAccessibleWidget
{
public:
    explicit AccessibleChoice(QAbstractButton *button) : QAccessibleWidget(button, QAccessible::RadioButton) {}

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = button()->isChecked();
        return state;
    }
    QStringList actionNames() const override { return {toggleAction(), setFocusAction()}; }
    void doAction(const QString &action) override
    {
        if (action == toggleAction())
            button()->click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    QAbstractButton *button() const { return static_cast<QAbstractButton *>(widget()); }
};

/// A number with a word is read out; only one that filters can be pressed.
class AccessibleCounter : public QAccessibleWidget
{
public:
    explicit AccessibleCounter(CounterCard *card) : QAccessibleWidget(card) {}

    QAccessible::Role role() const override { return card()->isCheckable() ? QAccessible::CheckBox : QAccessible::StaticText; }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = card()->isCheckable();
        state.checked = card()->isChecked();
        state.readOnly = !card()->isCheckable();
        return state;
    }
    QStringList actionNames() const override { return card()->isCheckable() ? QStringList{toggleAction(), setFocusAction()} : QStringList(); }
    void doAction(const QString &action) override
    {
        if (!card()->isCheckable())
            return;
        if (action == toggleAction())
            card()->click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    CounterCard *card() const { return static_cast<CounterCard *>(widget()); }
};

QAccessibleInterface *make(const QString &className, QObject *object)
{
    if (auto *card = qobject_cast<CounterCard *>(object); card != nullptr && className == QLatin1String("pfx::ui::CounterCard"))
        return new AccessibleCounter(card);
    // Qt's own counts only the scroll bars in sight, and reads beyond its list when one has gone since they were counted.
    if (auto *area = qobject_cast<QScrollArea *>(object); area != nullptr && className == QLatin1String("QScrollArea"))
        return new QAccessibleWidget(area, QAccessible::Client);
    if (className == QLatin1String("QToolButton")) {
        auto *button = qobject_cast<QToolButton *>(object);
        const bool choice = button != nullptr && button->isCheckable() && button->group() != nullptr && button->group()->exclusive();
        return choice ? new AccessibleChoice(button) : nullptr;
    }
    if (className != QLatin1String("QComboBox"))
        return nullptr;
    auto *box = qobject_cast<QComboBox *>(object);
    return box != nullptr && !box->isEditable() && !box->accessibleName().isEmpty() ? new AccessibleCombo(box) : nullptr;
}

} // namespace

void installAccessibility()
{
    QAccessible::installFactory(make);
}

void followSelection(QAbstractItemView *view)
{
    onForeignSelection(view, view, [view](const QModelIndex &row) {
        const QModelIndex place = view->model()->index(row.row(), qMax(0, view->currentIndex().column()));
        view->selectionModel()->setCurrentIndex(place, QItemSelectionModel::NoUpdate);
    });
}

} // namespace pfx::ui
