// SPDX-License-Identifier: GPL-3.0-or-later
// A field for a key or password: dots, no completion, nothing kept by an input method. The eye beside it shows the text while it is pressed
// in. GUI thread.
#pragma once

class QLineEdit;
class QToolButton;
class QString;

namespace pfx::ui {

QLineEdit *secretEdit();
QToolButton *eyeFor(QLineEdit *edit, const QString &objectName);

} // namespace pfx::ui
