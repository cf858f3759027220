// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the window's middle while there are no pages: a skeleton while the store opens, why it could not be opened and what to do,
// or how far a deed with the whole store is. GUI thread.
#pragma once

#include "core/base/error.h"

#include <QWidget>

namespace pfx::ui {
class Banner;
class TextLabel;
}

namespace pfx::console {

class OpeningPage : public QWidget
{
    Q_OBJECT
public:
    explicit OpeningPage(QWidget *parent = nullptr);
    void showOpening();
    void showFailure(const base::Error &error, const QString &storeAddress);
    /// `isStoppable`: there is a button for it.
    void showWork(const QString &title, bool isStoppable);
    void showProgress(const QString &words);

signals:
    void stopRequested();
    void retryRequested();
    void folderRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ui::TextLabel *m_title;
    ui::Banner *m_banner;
    ui::TextLabel *m_address;
    bool m_opening = true;
};

} // namespace pfx::console
