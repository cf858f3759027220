// SPDX-License-Identifier: GPL-3.0-or-later
// One provider's form: its kind decides which fields there are. GUI thread.
#pragma once

#include "ui/sms/providers_presenter.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace pfx::ui {

class Banner;
class Button;
class Field;
class TextLabel;

class ProviderForm : public QWidget {
    Q_OBJECT

public:
    explicit ProviderForm(ProvidersPresenter &presenter, QWidget *parent = nullptr);

    void takeFocus();

private:
    void buildFields();
    void buildAccess();
    void typed();
    void showState();
    void showFields();
    void showErrors();

    ProvidersPresenter &m_presenter;
    TextLabel *m_title, *m_hint;
    QComboBox *m_driver;
    QLineEdit *m_name, *m_url, *m_rate, *m_price;
    QPlainTextEdit *m_options;
    QHash<QString, QLineEdit *> m_access; ///< "login", "password", "key"
    QHash<QString, Field *> m_fields; ///< By the name that an error has.
    Banner *m_error;
    Button *m_save = nullptr, *m_leave = nullptr, *m_more = nullptr;
    bool m_filling = false;
};

} // namespace pfx::ui
