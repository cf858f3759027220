// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/step_parts.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace pfx::ui::parts {

static constexpr const char *kShownError = "shownError";

TextLabel *caption(const QString &text)
{
    auto *label = new TextLabel(text, TextRole::Caption, Tone::Muted);
    label->setWordWrap(true);
    return label;
}

TextLabel *section(const QString &text)
{
    return new TextLabel(text, TextRole::Section);
}

QBoxLayout *column(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    return layout;
}

QWidget *scrolled(QWidget *body)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    area->setWidget(body);
    return area;
}

QBoxLayout *footer(const QVector<QWidget *> &left, TextLabel *sentence, const QVector<QWidget *> &right)
{
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins({});
    layout->setSpacing(metrics::Spacing);
    for (QWidget *widget : left)
        layout->addWidget(widget);
    if (sentence != nullptr)
        layout->addWidget(sentence, 1);
    else
        layout->addStretch(1);
    for (QWidget *widget : right)
        layout->addWidget(widget);
    return layout;
}

void showError(Banner *banner, const std::optional<base::Error> &error)
{
    const QVariant shown = error ? QVariant(base::name(error->code) + QLatin1Char('\n') + error->where + QLatin1Char('\n') + error->detail) : QVariant();
    if (banner->property(kShownError) == shown)
        return; // unchanged: what is unfolded stays so
    banner->setProperty(kShownError, shown);
    if (error)
        banner->showError(*error);
    else
        banner->clear();
}

} // namespace pfx::ui::parts
