// SPDX-License-Identifier: GPL-3.0-or-later
// The seam for what the screen remembers: column widths, the window's place, the last page. Nothing here is needed to work. GUI thread.
#pragma once

#include <QHash>
#include <QSettings>
#include <QVariant>

namespace pfx::ui {

class ViewSettings
{
public:
    ViewSettings() = default;
    virtual ~ViewSettings() = default;
    ViewSettings(const ViewSettings &) = delete;
    ViewSettings &operator=(const ViewSettings &) = delete;

    virtual QVariant value(const QString &key) const = 0;
    virtual void setValue(const QString &key, const QVariant &value) = 0;
};

/// In a file of the profile (view.ini).
class FileViewSettings : public ViewSettings
{
public:
    explicit FileViewSettings(const QString &file) : m_settings(file, QSettings::IniFormat) {}
    QVariant value(const QString &key) const override { return m_settings.value(key); }
    void setValue(const QString &key, const QVariant &value) override { m_settings.setValue(key, value); }

private:
    QSettings m_settings;
};

/// Forgets at the end; for tests.
class MemoryViewSettings : public ViewSettings
{
public:
    QVariant value(const QString &key) const override { return m_values.value(key); }
    void setValue(const QString &key, const QVariant &value) override { m_values.insert(key, value); }

private:
    QHash<QString, QVariant> m_values;
};

} // namespace pfx::ui
