// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/secret_edit.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace pfx::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pfx::ui::SecretEdit)
};

} // namespace

QLineEdit *secretEdit()
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("secret"));
    edit->setAccessibleName(Words::tr("Key")); // until a Field gives it its own
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    return edit;
}

QToolButton *eyeFor(QLineEdit *edit, const QString &objectName)
{
    QToolButton *eye = iconButton(QStringLiteral("password-show-on"), Words::tr("Show the text"), objectName);
    eye->setCheckable(true);
    QObject::connect(eye, &QToolButton::toggled, edit, [edit, eye](bool shown) {
        edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        eye->setIcon(icon(shown ? QStringLiteral("password-show-off") : QStringLiteral("password-show-on")));
    });
    return eye;
}

} // namespace pfx::ui
