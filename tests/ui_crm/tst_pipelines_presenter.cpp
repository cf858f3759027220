// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_crm/fake_crm_service.h"
#include "ui/crm/pipelines_presenter.h"

#include <QSignalSpy>
#include <QtTest>

using namespace pfx;
using pfx::test::FakeCrmService;
using pfx::ui::PipelinesPresenter;
using pfx::ui::PipelinesState;
using pfx::ui::StageColumn;

namespace {

crm::Pipeline pipeline(qint64 id, qint64 position, const QVector<crm::Stage> &stages)
{
    crm::Pipeline made;
    made.id = id;
    made.name = QStringLiteral("Воронка %1").arg(id);
    made.position = position;
    made.stages = stages;
    return made;
}

crm::Stage stage(qint64 id, const QString &name, qint64 position)
{
    crm::Stage made;
    made.id = id;
    made.name = name;
    made.position = position;
    return made;
}

QStringList names(const PipelinesPresenter &presenter)
{
    QStringList found;
    for (const StageColumn &column : presenter.state().columns)
        found.append(column.name);
    return found;
}

} // namespace

class TestPipelinesPresenter : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void bodySaysWhatThereIs();
    void columnsStandInThePipelinesOrder();
    void numbersComeLater();
    void dealsWithoutAStageGetAColumnWhenThereAreAny();
    void theChosenPipelineStaysAfterReadingAgain();
    void anOlderPipelinesNumbersAreDropped();
    void numbersThatCannotBeReadLeaveTheStages();

private:
    FakeCrmService m_service;
};

void TestPipelinesPresenter::init()
{
    m_service.failure.reset();
    m_service.holdBack = false;
    m_service.allPipelines = {pipeline(2, 20, {stage(21, QStringLiteral("Новая"), 1)}),
                              pipeline(1, 10, {stage(12, QStringLiteral("Замер"), 2), stage(11, QStringLiteral("Первичный"), 1)})};
    crm::StageTotal total;
    total.stageId = 12;
    total.deals = 3;
    total.sums = {{QStringLiteral("RUB"), QStringLiteral("0.30")}, {QStringLiteral("USD"), QStringLiteral("5.00")}};
    m_service.totalsByPipeline = {{1, {total}}};
}

void TestPipelinesPresenter::bodySaysWhatThereIs()
{
    PipelinesPresenter presenter(m_service);
    QCOMPARE(presenter.state().body, PipelinesState::Body::Loading);
    presenter.reload();
    QCOMPARE(presenter.state().body, PipelinesState::Body::Shown);
    m_service.allPipelines.clear();
    presenter.reload();
    QCOMPARE(presenter.state().body, PipelinesState::Body::Empty);
    QVERIFY(presenter.state().columns.isEmpty());
    m_service.failure = base::Error{base::ErrorCode::Storage, {}, {}};
    presenter.reload();
    QCOMPARE(presenter.state().body, PipelinesState::Body::Failed);
}

void TestPipelinesPresenter::columnsStandInThePipelinesOrder()
{
    PipelinesPresenter presenter(m_service);
    presenter.reload();
    QCOMPARE(presenter.state().selected, 1); // the first by position
    QCOMPARE(names(presenter), (QStringList{QStringLiteral("Первичный"), QStringLiteral("Замер")}));
}

void TestPipelinesPresenter::numbersComeLater()
{
    PipelinesPresenter presenter(m_service);
    m_service.holdBack = true;
    presenter.reload();
    m_service.holdBack = true;
    m_service.release(); // the pipelines
    QCOMPARE(presenter.state().columns.size(), 2);
    QVERIFY(!presenter.state().columns.at(1).deals);
    QSignalSpy replaced(&presenter, &PipelinesPresenter::columnsReplaced);
    m_service.release(); // the numbers
    QCOMPARE(presenter.state().columns.at(1).deals, std::optional<qint64>(3));
    QCOMPARE(presenter.state().columns.at(0).deals, std::optional<qint64>(0));
    QVERIFY2(presenter.state().columns.at(1).sumText().contains(QStringLiteral(" · ")), "a sum for each currency");
    QCOMPARE(replaced.size(), 0); // only the numbers change: what is selected stays selected
}

void TestPipelinesPresenter::dealsWithoutAStageGetAColumnWhenThereAreAny()
{
    crm::StageTotal none;
    none.deals = 4;
    m_service.totalsByPipeline[1].append(none);
    PipelinesPresenter presenter(m_service);
    presenter.reload();
    QCOMPARE(presenter.state().columns.size(), 3);
    QCOMPARE(presenter.state().columns.first().queryId(), -1);
    QCOMPARE(presenter.state().columns.first().deals, std::optional<qint64>(4));
}

void TestPipelinesPresenter::theChosenPipelineStaysAfterReadingAgain()
{
    PipelinesPresenter presenter(m_service);
    presenter.reload();
    presenter.select(2);
    presenter.reload();
    QCOMPARE(presenter.state().selected, 2);
    m_service.allPipelines.removeFirst();
    presenter.reload();
    QCOMPARE(presenter.state().selected, 1); // it is gone
}

void TestPipelinesPresenter::anOlderPipelinesNumbersAreDropped()
{
    PipelinesPresenter presenter(m_service);
    presenter.reload();
    m_service.holdBack = true;
    presenter.select(2);
    presenter.select(1);
    m_service.releaseNewestFirst();
    QCOMPARE(presenter.state().columns.size(), 2);
    QCOMPARE(presenter.state().columns.at(1).deals, std::optional<qint64>(3));
}

void TestPipelinesPresenter::numbersThatCannotBeReadLeaveTheStages()
{
    PipelinesPresenter presenter(m_service);
    m_service.holdBack = true;
    presenter.reload();
    m_service.failure = base::Error{base::ErrorCode::Storage, {}, {}};
    m_service.release();
    m_service.release();
    QCOMPARE(presenter.state().columns.size(), 2);
    QVERIFY(presenter.state().totalsError);
    QCOMPARE(presenter.state().body, PipelinesState::Body::Shown);
}

QTEST_GUILESS_MAIN(TestPipelinesPresenter)
#include "tst_pipelines_presenter.moc"
