// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/table_import_presenter.h"

namespace pfx::ui {

using base::Result;
using orders::CsvReport;
using Step = TableImportState::Step;

namespace {
constexpr int TryDelayMs = 150;
}

TableImportPresenter::TableImportPresenter(OrderTables &tables, QObject *parent) : QObject(parent), m_tables(tables)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(TryDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &TableImportPresenter::tryOut);
}

TableImportPresenter::~TableImportPresenter()
{
    m_stop.request_stop();
}

void TableImportPresenter::begin()
{
    if (m_state.step == Step::Adding)
        return;
    m_stop.request_stop();
    m_delay.stop();
    ++m_question;
    m_state = {};
    emit columnsReplaced();
    emit changed();
}

void TableImportPresenter::chooseFile(const QString &path)
{
    begin();
    if (m_state.step == Step::Adding || path.trimmed().isEmpty())
        return;
    m_stop = base::StopSource();
    m_state.step = Step::Looking;
    m_state.path = path.trimmed();
    emit changed();
    m_tables.look(this, m_state.path, m_stop.get_token(), [this, question = ++m_question](Result<TableLook> answer) {
        if (question != m_question)
            return;
        if (!answer) {
            m_state.step = Step::File;
            m_state.error = answer.error();
            emit changed();
            return;
        }
        m_state.step = Step::Columns;
        m_state.look = std::move(*answer);
        m_state.mapping = m_state.look.guess;
        emit columnsReplaced();
        tryOut();
    });
}

void TableImportPresenter::setField(qsizetype column, const QString &field)
{
    if (m_state.step != Step::Columns || m_state.mapping.value(column) == field)
        return;
    m_state.mapping[column] = field;
    m_state.isTrying = true;
    m_delay.start();
    emit changed();
}

void TableImportPresenter::tryOut()
{
    m_delay.stop();
    m_stop.request_stop(); // of the mapping before
    m_stop = base::StopSource();
    m_state.isTrying = true;
    m_state.error.reset();
    emit changed();
    m_tables.tryOut(this, m_state.path, m_state.mapping, m_stop.get_token(), [this, question = ++m_question](Result<CsvReport> answer) {
        if (question != m_question)
            return;
        m_state.isTrying = false;
        m_state.report.reset();
        if (answer)
            m_state.report = std::move(*answer);
        else
            m_state.error = answer.error();
        emit changed();
    });
}

void TableImportPresenter::add()
{
    if (!m_state.canAdd())
        return;
    m_stop = base::StopSource();
    m_state.step = Step::Adding;
    m_state.rows = 0;
    m_state.error.reset();
    emit changed();
    const auto progress = [this](qint64 rows) {
        if (m_state.step != Step::Adding)
            return;
        m_state.rows = rows;
        emit changed();
    };
    m_tables.add(this, m_state.path, m_state.mapping, m_stop.get_token(), progress, [this](Result<CsvReport> answer) {
        if (answer) {
            m_state.step = Step::Done;
            m_state.report = std::move(*answer);
        } else {
            m_state.step = Step::Columns; // what was added stays; the same file again doubles nothing
            m_state.error = answer.error();
        }
        emit changed();
        emit added();
    });
}

void TableImportPresenter::stop()
{
    m_stop.request_stop();
}

} // namespace pfx::ui
