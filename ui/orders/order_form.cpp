// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_form.h"

#include "core/base/clock.h"
#include "core/texts/order_texts.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/common/formatting.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace pfx::ui {

namespace {

constexpr int WidestForm = 920;
constexpr int CommentHeight = 84, WidestVisit = 240;

/// A column of the rows of items or of further fields.
struct Column
{
    QString words, objectName, key;
    int stretch;
};

void showWrong(QLineEdit *cell, const QString &error)
{
    cell->setToolTip(error);
    cell->setAccessibleDescription(error);
    if (cell->property("pfxError").toBool() != !error.isEmpty()) {
        cell->setProperty("pfxError", !error.isEmpty());
        cell->update();
    }
}

} // namespace

OrderForm::OrderForm(OrderFormPresenter &presenter, Services &services, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_services(services), m_title(new TextLabel({}, TextRole::PageTitle)),
      m_error(new Banner(QStringLiteral("orderFormError"))), m_number(new QLineEdit), m_name(new QLineEdit), m_phone(new QLineEdit),
      m_email(new QLineEdit), m_address(new QLineEdit), m_total(new QLineEdit), m_currency(new QLineEdit), m_comment(new QPlainTextEdit),
      m_status(new QComboBox), m_hasVisit(new QCheckBox(tr("The visit is agreed"))), m_visit(new QDateTimeEdit)
{
    setObjectName(QStringLiteral("orderForm"));
    auto *body = new QWidget;
    body->setMaximumWidth(WidestForm);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, metrics::Spacing, 0);
    column->setSpacing(metrics::CardSpacing);
    column->addWidget(m_error);
    column->addWidget(buildClient());
    m_items = buildItems();
    column->addWidget(m_items);
    column->addWidget(buildVisit());
    m_extra = buildExtra();
    column->addWidget(m_extra);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    layout->addWidget(m_title);
    layout->addWidget(scroll, 1);
    layout->addWidget(buildFooter());

    for (QLineEdit *edit : {m_number, m_name, m_phone, m_email, m_address, m_total, m_currency}) {
        connect(edit, &QLineEdit::textChanged, this, &OrderForm::read);
        connect(edit, &QLineEdit::returnPressed, this, &OrderForm::trySave);
    }
    connect(m_comment, &QPlainTextEdit::textChanged, this, &OrderForm::read);
    connect(m_status, &QComboBox::currentIndexChanged, this, &OrderForm::read);
    connect(m_visit, &QDateTimeEdit::dateTimeChanged, this, &OrderForm::read);
    connect(m_hasVisit, &QCheckBox::toggled, this, [this](bool on) {
        m_visit->setEnabled(on);
        read();
    });
    connect(&m_presenter, &OrderFormPresenter::draftReplaced, this, &OrderForm::fill);
    connect(&m_presenter, &OrderFormPresenter::changed, this, &OrderForm::refresh);
    fill();
    refresh();
}

/// Its errors come by the key.
Field *OrderForm::keep(Field *field, const QString &key)
{
    m_fields.insert(key, field);
    return field;
}

QWidget *OrderForm::buildClient()
{
    auto *card = new Card(tr("Client"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::CardSpacing);
    grid->setVerticalSpacing(12);
    grid->addWidget(keep(new Field(tr("Name"), m_name, QStringLiteral("orderName")), QStringLiteral("client.name")), 0, 0, Qt::AlignTop);
    grid->addWidget(keep(new Field(tr("Phone"), m_phone, QStringLiteral("orderPhone")), QStringLiteral("client.phone")), 0, 1, Qt::AlignTop);
    grid->addWidget(keep(new Field(tr("E-mail"), m_email, QStringLiteral("orderEmail")), QStringLiteral("client.email")), 1, 0, Qt::AlignTop);
    grid->addWidget(keep(new Field(tr("Address"), m_address, QStringLiteral("orderAddress")), QStringLiteral("address")), 1, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    card->body()->addLayout(grid);
    return card;
}

QWidget *OrderForm::buildVisit()
{
    auto *card = new Card(tr("Order"));
    m_hasVisit->setObjectName(QStringLiteral("orderHasVisit"));
    m_hasVisit->setAccessibleName(m_hasVisit->text());
    m_visit->setCalendarPopup(true);
    m_visit->setMaximumWidth(WidestVisit);
    m_visit->setEnabled(false);
    m_comment->setFixedHeight(CommentHeight);
    m_comment->setTabChangesFocus(true);
    m_currency->setMaxLength(8);
    for (const orders::Status status : orders::allStatuses())
        m_status->addItem(texts::text(status), orders::name(status));
    auto *visit = keep(new Field(texts::orderField(QStringLiteral("visit_at")), m_visit, QStringLiteral("orderVisit")), QStringLiteral("visit_at"));
    visit->addBeside(m_hasVisit);
    Field *number = keep(new Field(tr("Number"), m_number, QStringLiteral("orderNumber")), QStringLiteral("number"));
    number->setHint(tr("Empty: the program gives one"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::CardSpacing);
    grid->setVerticalSpacing(12);
    grid->addWidget(number, 0, 0, Qt::AlignTop);
    grid->addWidget(keep(new Field(tr("Status"), m_status, QStringLiteral("orderFormStatus")), QStringLiteral("status")), 0, 1, Qt::AlignTop);
    grid->addWidget(visit, 1, 0, 1, 2);
    grid->addWidget(keep(new Field(tr("Comment"), m_comment, QStringLiteral("orderComment")), QStringLiteral("comment")), 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    card->body()->addLayout(grid);
    return card;
}

Card *OrderForm::buildItems()
{
    auto *card = new Card(tr("Services"));
    m_rowErrors = new TextLabel({}, TextRole::Caption, Tone::Error);
    m_rowErrors->setWordWrap(true);
    auto *add = plainButton(tr("Add a line"), QStringLiteral("orderAddItem"), QStringLiteral("list-add"));
    connect(add, &QAbstractButton::clicked, this, [this] {
        m_presenter.addItem();
        m_itemCells.last().first()->setFocus(Qt::OtherFocusReason);
    });
    auto *sums = new QHBoxLayout;
    sums->setSpacing(metrics::CardSpacing);
    sums->addWidget(add, 0, Qt::AlignBottom);
    sums->addStretch(1);
    Field *total = keep(new Field(tr("Sum"), m_total, QStringLiteral("orderTotal")), QStringLiteral("total"));
    Field *currency = keep(new Field(tr("Currency"), m_currency, QStringLiteral("orderCurrency")), QStringLiteral("currency"));
    total->setFixedWidth(180);
    currency->setFixedWidth(90);
    sums->addWidget(total, 0, Qt::AlignTop);
    sums->addWidget(currency, 0, Qt::AlignTop);
    card->body()->addWidget(m_rowErrors);
    card->body()->addLayout(sums);
    return card;
}

Card *OrderForm::buildExtra()
{
    auto *card = new Card(tr("Further fields"));
    m_extraErrors = new TextLabel({}, TextRole::Caption, Tone::Error);
    auto *add = plainButton(tr("Add a field"), QStringLiteral("orderAddExtra"), QStringLiteral("list-add"));
    connect(add, &QAbstractButton::clicked, this, [this] {
        m_presenter.addExtra();
        m_extraCells.last().first()->setFocus(Qt::OtherFocusReason);
    });
    card->body()->addWidget(m_extraErrors);
    card->body()->addWidget(add, 0, Qt::AlignLeft);
    return card;
}

QWidget *OrderForm::buildFooter()
{
    auto *footer = new QWidget;
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins({});
    row->setSpacing(metrics::Spacing);
    auto *back = plainButton(tr("Back"), QStringLiteral("orderBack"), QStringLiteral("go-previous"));
    m_save = primaryButton(tr("Save"), QStringLiteral("orderSave"));
    row->addWidget(back);
    row->addStretch();
    row->addWidget(m_save);
    connect(back, &QAbstractButton::clicked, this, &OrderForm::askToLeave);
    connect(m_save, &QAbstractButton::clicked, this, &OrderForm::trySave);
    return footer;
}

void OrderForm::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

QLineEdit *OrderForm::cell(const QString &text, const QString &objectName, const QString &words, const QString &key)
{
    auto *edit = new QLineEdit(text);
    edit->setObjectName(objectName);
    edit->setAccessibleName(words);
    m_cells.insert(key, edit);
    connect(edit, &QLineEdit::textChanged, this, &OrderForm::read);
    connect(edit, &QLineEdit::returnPressed, this, &OrderForm::trySave);
    return edit;
}

void OrderForm::fillItems()
{
    delete m_itemRows;
    m_itemRows = new QWidget;
    m_itemCells.clear();
    auto *grid = new QGridLayout(m_itemRows);
    grid->setContentsMargins({});
    grid->setSpacing(metrics::Spacing);
    const QVector<Column> columns{{tr("What"), QStringLiteral("orderItemName%1"), QStringLiteral("items[%1].name"), 6},
                                  {tr("Quantity"), QStringLiteral("orderItemQuantity%1"), QStringLiteral("items[%1].quantity"), 1},
                                  {tr("Price"), QStringLiteral("orderItemPrice%1"), QStringLiteral("items[%1].price"), 2}};
    const auto &items = m_presenter.state().draft.items;
    for (int c = 0; c < columns.size() && !items.isEmpty(); ++c) {
        grid->addWidget(new TextLabel(columns.at(c).words, TextRole::Caption, Tone::Muted), 0, c);
        grid->setColumnStretch(c, columns.at(c).stretch);
    }
    for (int r = 0; r < items.size(); ++r) {
        const QString values[] = {items.at(r).name, items.at(r).quantity, items.at(r).price};
        QVector<QLineEdit *> cells;
        for (int c = 0; c < columns.size(); ++c) {
            const Column &column = columns.at(c);
            cells.append(cell(values[c], column.objectName.arg(r), tr("%1, line %2").arg(column.words).arg(r + 1), column.key.arg(r)));
            grid->addWidget(cells.last(), r + 1, c);
        }
        cells.at(1)->setPlaceholderText(QStringLiteral("1"));
        auto *remove = iconButton(QStringLiteral("edit-delete"), tr("Remove line %1").arg(r + 1), QStringLiteral("orderItemRemove%1").arg(r));
        connect(remove, &QAbstractButton::clicked, this, [this, r] { m_presenter.removeItem(r); }, Qt::QueuedConnection);
        grid->addWidget(remove, r + 1, static_cast<int>(columns.size()));
        m_itemCells.append(cells);
    }
    m_items->body()->insertWidget(m_items->body()->indexOf(m_rowErrors), m_itemRows);
    m_itemRows->setVisible(!items.isEmpty()); // at once: one of its fields may be given the keyboard
}

void OrderForm::fillExtra()
{
    delete m_extraRows;
    m_extraRows = new QWidget;
    m_extraCells.clear();
    auto *grid = new QGridLayout(m_extraRows);
    grid->setContentsMargins({});
    grid->setSpacing(metrics::Spacing);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 2);
    const auto &extra = m_presenter.state().draft.extra;
    for (int r = 0; r < extra.size(); ++r) {
        QLineEdit *name = cell(extra.at(r).name, QStringLiteral("orderExtraName%1").arg(r), tr("Name of field %1").arg(r + 1),
                               QStringLiteral("extra[%1].name").arg(r));
        name->setPlaceholderText(tr("Name"));
        QLineEdit *value = cell(extra.at(r).value, QStringLiteral("orderExtraValue%1").arg(r), tr("Value of field %1").arg(r + 1),
                                QStringLiteral("extra[%1].value").arg(r));
        value->setPlaceholderText(tr("Value"));
        auto *remove = iconButton(QStringLiteral("edit-delete"), tr("Remove field %1").arg(r + 1), QStringLiteral("orderExtraRemove%1").arg(r));
        connect(remove, &QAbstractButton::clicked, this, [this, r] { m_presenter.removeExtra(r); }, Qt::QueuedConnection);
        grid->addWidget(name, r, 0);
        grid->addWidget(value, r, 1);
        grid->addWidget(remove, r, 2);
        m_extraCells.append(QVector<QLineEdit *>{name, value});
    }
    m_extra->body()->insertWidget(m_extra->body()->indexOf(m_extraErrors), m_extraRows);
    m_extraRows->setVisible(!extra.isEmpty());
}

void OrderForm::fill()
{
    const OrderFormState &state = m_presenter.state();
    const OrderDraft &draft = state.draft;
    m_filling = true;
    m_number->setText(draft.number);
    m_number->setEnabled(state.isNew());
    m_name->setText(draft.name);
    m_phone->setText(draft.phone);
    m_email->setText(draft.email);
    m_address->setText(draft.address);
    m_total->setText(draft.total);
    m_currency->setText(draft.currency);
    m_comment->setPlainText(draft.comment);
    m_status->setCurrentIndex(m_status->findData(orders::name(draft.status)));
    m_hasVisit->setChecked(draft.visitAt.has_value());
    constexpr qint64 day = 24 * 60 * 60 * 1000;
    QDateTime visit = QDateTime::fromMSecsSinceEpoch(draft.visitAt.value_or(m_services.clock.nowMs() + day));
    if (!draft.visitAt)
        visit.setTime(QTime(10, 0));
    m_visit->setDateTime(visit);
    m_visit->setEnabled(draft.visitAt.has_value());
    m_cells.clear();
    fillItems();
    fillExtra();
    m_filling = false;
    // In the order in which they are read.
    QWidget *last = m_address;
    for (const auto &rows : {m_itemCells, m_extraCells}) {
        for (const QVector<QLineEdit *> &row : rows) {
            for (QLineEdit *edit : row) {
                setTabOrder(last, edit);
                last = edit;
            }
        }
    }
}

void OrderForm::read()
{
    if (m_filling)
        return;
    OrderDraft draft = m_presenter.state().draft;
    draft.number = m_number->text();
    draft.name = m_name->text();
    draft.phone = m_phone->text();
    draft.email = m_email->text();
    draft.address = m_address->text();
    draft.total = m_total->text();
    draft.currency = m_currency->text();
    draft.comment = m_comment->toPlainText();
    draft.status = orders::statusNamed(m_status->currentData().toString()).value_or(draft.status);
    draft.visitAt.reset();
    if (m_hasVisit->isChecked())
        draft.visitAt = m_visit->dateTime().toMSecsSinceEpoch();
    for (qsizetype r = 0; r < m_itemCells.size(); ++r)
        draft.items[r] = {m_itemCells.at(r).at(0)->text(), m_itemCells.at(r).at(1)->text(), m_itemCells.at(r).at(2)->text()};
    for (qsizetype r = 0; r < m_extraCells.size(); ++r) {
        draft.extra[r].name = m_extraCells.at(r).at(0)->text();
        draft.extra[r].value = m_extraCells.at(r).at(1)->text();
    }
    m_presenter.setDraft(draft);
}

void OrderForm::refresh()
{
    const OrderFormState &state = m_presenter.state();
    m_title->setText(state.isNew() ? tr("New order") : tr("Order No. %1").arg(state.known.number));
    const QString total = totalOf(state.draft);
    m_total->setPlaceholderText(amount(total, {}));
    m_fields.value(QStringLiteral("total"))->setHint(total.isEmpty() ? QString() : tr("Empty: as the lines come to"));
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        field.value()->setError(state.errorOf(field.key()));
    QStringList rows, extra;
    for (auto at = m_cells.cbegin(); at != m_cells.cend(); ++at) {
        const QString error = state.errorOf(at.key());
        showWrong(at.value(), error);
        if (!error.isEmpty())
            (at.key().startsWith(QLatin1String("items")) ? rows : extra).append(QStringLiteral("%1: %2").arg(at.value()->accessibleName(), error));
    }
    rows.sort();
    extra.sort();
    m_rowErrors->setText(rows.join(QLatin1Char('\n')));
    m_rowErrors->setVisible(!rows.isEmpty());
    m_extraErrors->setText(extra.join(QLatin1Char('\n')));
    m_extraErrors->setVisible(!extra.isEmpty());
    m_save->setEnabled(!state.isSaving);
    if (!state.error)
        m_error->clear();
    else
        m_error->showError(*state.error);
}

/// The keyboard goes to the first field that is wrong.
void OrderForm::trySave()
{
    m_presenter.save();
    const OrderFormState &state = m_presenter.state();
    const auto isWrong = [&state](const QString &key) { return !state.errorOf(key).isEmpty(); };
    for (const char *key : {"client.name", "client.phone", "client.email"}) {
        if (isWrong(QLatin1String(key))) {
            m_fields.value(QLatin1String(key))->editor()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    QStringList cells = m_cells.keys();
    cells.sort();
    for (const QString &key : std::as_const(cells)) {
        if (isWrong(key)) {
            m_cells.value(key)->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        if (isWrong(field.key())) {
            field.value()->editor()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void OrderForm::askToLeave()
{
    if (!m_presenter.state().isTouched()) {
        emit left();
        return;
    }
    Question question;
    question.title = tr("Leave without saving?");
    question.sentence = tr("What was typed is lost.");
    question.verb = tr("Leave without saving");
    question.keep = tr("Go on");
    m_services.prompt.confirm(this, question, [self = QPointer(this)] {
        if (self)
            emit self->left();
    });
}

} // namespace pfx::ui
