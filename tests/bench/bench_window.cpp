// SPDX-License-Identifier: GPL-3.0-or-later
// The longest time the window does not answer during an import on the real page over a store of its own:
// bench_window [THOUSANDS of contacts and of deals].
#include "tests/bench/measured.h"
#include "tests/ui_imports/office.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace pfx;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = 600'000;

QByteArray manyRecords(int people, int deals)
{
    QByteArray text = "{'contacts':[";
    for (int i = 1; i <= people; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += i > 1 ? "," : "";
        text += "{'id':" + number + ",'name':'Contact " + number
            + "','custom_fields_values':[{'field_id':1,'field_name':'Phone','values':[{'value':'+7906" + QByteArray::number(2'000'000 + i) + "'}]}]}";
    }
    text += "],'deals':[";
    for (int i = 1; i <= deals; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += i > 1 ? "," : "";
        text += "{'id':" + number + ",'name':'Deal " + number + "','price':" + number + ",'contacts':[{'id':" + QByteArray::number(1 + i % people) + "}]}";
    }
    return json(text + "],'pipelines':[]}");
}

bool measure(int thousands)
{
    const int rows = thousands * 1000;
    Office office;
    const qint64 employee = office.addEmployee(u"Olga Kim"_s);
    ui::ImportsPresenter &page = office.presenter();
    page.newImport();
    page.source().open(office.file(u"many.json"_s, manyRecords(rows, rows)));
    if (!QTest::qWaitFor([&] { return page.source().state().phase == ui::SourceState::Phase::Ready; }, kLongest))
        return false;
    page.goTo(ui::ImportStep::Options);
    page.options().setEmployee(employee);
    qint64 worst = 0;
    QElapsedTimer since;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] { worst = std::max(worst, since.restart()); });
    since.start();
    beat.start(1);
    page.startImport(); // what it does before it returns keeps the window waiting too
    if (!QTest::qWaitFor([&] { return office.step() == ui::ImportStep::Result; }, kLongest))
        return false;
    beat.stop();
    bench::result(u"contacts created"_s, static_cast<double>(office.result().contacts.created), {}, u"= %1"_s.arg(rows));
    bench::result(u"deals created"_s, static_cast<double>(office.result().deals.created), {}, u"= %1"_s.arg(rows));
    bench::result(u"worst gap of the event loop"_s, static_cast<double>(worst), u"ms"_s, u"<= 50"_s);
    return office.result().contacts.created == rows && office.result().deals.created == rows;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::ColorScheme::Light);
    const QStringList arguments = QCoreApplication::arguments();
    return measure(arguments.size() > 1 ? arguments.at(1).toInt() : 150) ? 0 : 1;
}
