// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the built pfxctl on a fresh profile of its own, with none of the caller's settings in its environment. Each test makes its own.
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace pfx::test {

struct CtlRun
{
    int status = -1; ///< -1: it crashed or did not end.
    QByteArray out;
    QByteArray messages;

    QJsonObject object() const; ///< The JSON document on stdout; empty when it is none.
    QJsonArray array() const;
    QString errorMessage() const; ///< error.message of the JSON document.
};

class Ctl
{
public:
    /// "sqlite" or "postgresql".
    explicit Ctl(const QString &backend = QStringLiteral("sqlite"));
    /// Into the program's environment; an empty value takes the variable out of it.
    void set(const QString &variable, const QString &value) { m_environment.insert(variable, value); }

    CtlRun run(const QStringList &arguments) const;
    /// The same with --json.
    CtlRun json(const QStringList &arguments) const;
    /// For tests that end the program before it ends itself.
    void prepare(QProcess &process, const QStringList &arguments) const;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// The address of the store on PostgreSQL; empty for the profile's own file.
    QString store() const { return m_store; }
    /// Writes a file into the test's folder; its path.
    QString file(const QString &name, const QByteArray &content) const;
    /// An employee with the e-mail anna@example.com, so that imports can begin.
    int addAnna() const;
    /// import file PATH --source SOURCE --default-employee anna@example.com --json.
    CtlRun import(const QString &path, const QString &source, const QStringList &more = {}) const;

private:
    QTemporaryDir m_folder;
    QString m_store;
    QHash<QString, QString> m_environment;
};

/// "created 1, skipped 0…" of one kind in a report, short enough for a comparison: "2 read, 2 created, 0 updated, 0 skipped, 0 failed".
QString counts(const QJsonObject &report, const char *kind);

} // namespace pfx::test
