// SPDX-License-Identifier: GPL-3.0-or-later
// The page «Обзор», the first one: attention, connections, numbers of a fortnight, the first hour's checklist, the daily quota. It follows
// what happens while it is looked at. GUI thread.
#pragma once

#include "ui/common/page.h"
#include "ui/overview/overview_presenter.h"

#include <QTimer>

class QGridLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace pfx::ui {

class Banner;
class Button;
class Card;
class DayPlot;
class TextLabel;
class ThinProgressBar;
struct Services;

class OverviewPage : public Page
{
    Q_OBJECT
public:
    explicit OverviewPage(Services &services, QWidget *parent = nullptr);

    QString id() const override { return pages::Overview; }
    QString title() const override { return tr("Overview"); }
    QString iconName() const override { return QStringLiteral("go-home"); }
    Badge badge() const override;
    void shown() override { read(); }

    const OverviewPresenter &presenter() const { return m_presenter; }

private:
    struct NumberCard
    {
        Card *card = nullptr;
        TextLabel *title = nullptr, *number = nullptr, *note = nullptr, *from = nullptr;
        DayPlot *plot = nullptr;
    };

    void build();
    void read();
    void readSoon();
    void restate();
    void showState();
    void showNeeds();
    void showConnections();
    void showNumbers();
    void showSteps();
    void showQuota();
    NumberCard makeNumber(const OverviewNumber &number);
    Button *wayButton(const OverviewWay &way, const QString &objectName, bool primary);
    static void clear(QLayout *layout);

    Services &m_services;
    OverviewPresenter m_presenter;
    std::optional<OverviewFacts> m_facts;
    QTimer m_soon; ///< Many writes in a row are read once.
    Badge m_badge;

    TextLabel *m_day;
    Banner *m_error;
    Card *m_needsCard, *m_stepsCard, *m_quotaCard;
    QVBoxLayout *m_needs, *m_steps;
    QGridLayout *m_connections;
    QHBoxLayout *m_numberRow;
    QVector<NumberCard> m_numbers;
    TextLabel *m_needsCount, *m_stepsCount, *m_quotaWords, *m_quotaWhen;
    ThinProgressBar *m_stepsBar, *m_quotaBar;
};

} // namespace pfx::ui
