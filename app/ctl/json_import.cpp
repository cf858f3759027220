// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/json_import.h"

#include "app/ctl/failure.h"

#include <algorithm>

namespace pfx::ctl::json {

namespace {

void counters(JsonWriter &json, const char *key, const migration::Counters &value)
{
    json.key(key);
    json.object([&] {
        json.member("read", value.read);
        json.member("created", value.created);
        json.member("updated", value.updated);
        json.member("skipped", value.skipped);
        json.member("failed", value.failed);
    });
}

} // namespace

void write(JsonWriter &json, const base::Error &error)
{
    const texts::ErrorText text = describe(error);
    json.object([&] {
        json.member("code", base::name(error.code));
        json.member("message", text.message);
        json.member("advice", text.advice);
    });
}

void write(JsonWriter &json, const migration::RunReport &report)
{
    json.object([&] {
        json.member("run", report.run);
        json.member("source", records::name(report.source));
        json.member("mode", report.mode);
        json.flag("dry_run", report.dryRun);
        json.member("state", migration::name(report.state));
        if (report.undoBegun)
            json.flag("undo_begun", true);
        counters(json, "contacts", report.contacts);
        counters(json, "companies", report.companies);
        counters(json, "deals", report.deals);
        counters(json, "pipelines", report.pipelines);
        counters(json, "stages", report.stages);
        json.key("problems");
        json.array([&] {
            for (const migration::Problem &problem : report.problems) {
                json.object([&] {
                    json.member("kind", records::name(problem.kind));
                    json.memberOrNull("external_id", problem.externalId);
                    json.member("severity", migration::name(problem.severity));
                    json.member("code", migration::name(problem.code));
                    json.member("message", texts::text(problem));
                });
            }
        });
        // All of them are in `import show`.
        json.member("problem_count", std::max<qint64>(report.problemCount, report.problems.size()));
        json.member("warning_count", report.warningCount());
        if (report.error) {
            json.key("error");
            write(json, *report.error);
        }
        json.member("elapsed_ms", report.elapsedMs);
    });
}

} // namespace pfx::ctl::json
