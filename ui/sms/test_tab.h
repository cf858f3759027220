// SPDX-License-Identifier: GPL-3.0-or-later
// The tab «Тест»: Planfix's own dialog on the left, the exact answer and the message's way on the right. GUI thread.
#pragma once

#include "ui/sms/test_presenter.h"

#include <QScrollArea>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;

namespace pfx::ui {

class Banner;
class Button;
class Card;
class ChipLabel;
class Field;
class TextLabel;

class TestTab : public QScrollArea {
    Q_OBJECT

public:
    explicit TestTab(TestPresenter &presenter, QWidget *parent = nullptr);

    void takeFocus();

signals:
    /// The person wants to make the server reachable.
    void serverRequested();
    void providerRequested();
    void messageRequested(qint64 id);

private:
    QWidget *buildForm();
    QLayout *buildTarget();
    QLayout *buildAccess();
    QLayout *buildMessage();
    QWidget *buildCounter();
    QWidget *buildPreview();
    QLineEdit *secretField(const QString &label, const QString &objectName, Field *&field);
    void typed();
    void fill();
    void showState();
    void showMissing();
    void showTarget();
    void showSenders();
    void showCounter();

    TestPresenter &m_presenter;
    Banner *m_missing;
    QRadioButton *m_ours = nullptr, *m_other = nullptr, *m_byPassword = nullptr, *m_byKey = nullptr;
    QLineEdit *m_address, *m_login = nullptr, *m_password = nullptr, *m_key = nullptr, *m_to;
    QComboBox *m_from;
    QPlainTextEdit *m_text;
    Field *m_addressField = nullptr, *m_loginField = nullptr, *m_passwordField = nullptr, *m_keyField = nullptr, *m_toField = nullptr,
          *m_textField = nullptr;
    ChipLabel *m_reach;
    TextLabel *m_characters, *m_encoding, *m_parts, *m_price, *m_consequence, *m_previewText, *m_previewCount;
    Button *m_toServer = nullptr, *m_run = nullptr, *m_simplify = nullptr, *m_latin = nullptr;
    Card *m_preview = nullptr;
    std::optional<StandingState::Missing> m_shownMissing;
    bool m_filling = false;
};

} // namespace pfx::ui
