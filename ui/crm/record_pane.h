// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one contact, company or deal beside its list: the details pane filled from a RecordView, a hint while nothing is chosen, an error
// with «Повторить». GUI thread.
#pragma once

#include "core/base/error.h"
#include "ui/crm/record_view.h"

#include <QStackedWidget>

namespace pfx::ui {

class Banner;
class DetailsPane;
class TextLabel;

class RecordPane : public QStackedWidget
{
    Q_OBJECT

public:
    RecordPane(const QString &objectName, const QString &hint, QWidget *parent = nullptr);

    void showNothing();
    void showLoading();
    void showRecord(const RecordView &record);
    void showError(const base::Error &error);

signals:
    void linkFollowed(const pfx::ui::RecordLink &link);
    void retryRequested();

private:
    void fill(const RecordView &record);
    void addName(const QString &text, const RecordLink &link);

    QString m_hintText;
    TextLabel *m_hint;
    DetailsPane *m_pane;
    QWidget *m_failure;
    Banner *m_banner;
    RecordView m_shown;
};

} // namespace pfx::ui
