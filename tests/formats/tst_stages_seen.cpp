// SPDX-License-Identifier: GPL-3.0-or-later
// What a table's deals say about pipelines and stages.
#include "core/formats/stages_seen.h"

#include <QtTest>

using namespace pfx;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QString told(formats::StagesSeen &seen)
{
    QStringList lines;
    for (const records::Pipeline &pipeline : seen.take()) {
        QStringList names;
        for (const records::Stage &stage : pipeline.stages)
            names.append(stage.name);
        lines.append(pipeline.name + s(": ") + names.join(s(", ")));
    }
    return lines.join(s("; "));
}

} // namespace

class TestStagesSeen : public QObject
{
    Q_OBJECT

private slots:
    void stagesStandInTheOrderInWhichTheyCome()
    {
        formats::StagesSeen seen;
        for (const auto &[pipeline, stage] : {std::pair("Продажи", "Новая"), {"Продажи", "Оплата"}, {"Монтаж", "Новая"}, {"продажи", "НОВАЯ"},
                                              {"Продажи", "Оплата"}, {"Монтаж", ""}, {"", "Новая"}})
            seen.note(s(pipeline), s(stage));
        QCOMPARE(told(seen), s("Продажи: Новая, Оплата; Монтаж: Новая; : Новая"));
    }
    void aColumnOfAnythingIsBounded()
    {
        formats::StagesSeen seen;
        for (int i = 0; i < 1000; ++i) {
            seen.note(s("one"), QString::number(i));
            seen.note(QString::number(i), s("stage"));
        }
        seen.note(s("one"), QString(formats::longestNameSeen + 1, u'x'));
        seen.note(QString(formats::longestNameSeen + 1, u'y'), s("stage"));
        const QVector<records::Pipeline> pipelines = seen.take();
        QCOMPARE(pipelines.size(), formats::mostPipelinesSeen);
        QCOMPARE(pipelines.first().stages.size(), formats::mostStagesSeen);
    }
};

QTEST_GUILESS_MAIN(TestStagesSeen)
#include "tst_stages_seen.moc"
