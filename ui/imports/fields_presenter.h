// SPDX-License-Identifier: GPL-3.0-or-later
// Step 3 of an import, without widgets: where each field of the source goes, and which of our stages takes which of theirs. Ready by itself
// for what is known; only what the person changed becomes part of the mapping. GUI thread.
#pragma once

#include "core/texts/texts.h"
#include "ui/imports/import_service.h"

namespace pfx::ui {

/// Where one field of the source goes.
struct FieldRow
{
    enum class Choice { Automatic, LeaveOut, Target };

    records::SourceField field;
    records::Kind entity = records::Kind::Contact;
    Choice choice = Choice::Automatic;
    QString target; ///< for Choice::Target

    /// Values of the file as people read them: moments that the source counts in seconds become dates.
    QStringList samples() const;

    bool operator==(const FieldRow &other) const
    {
        return field.key == other.field.key && entity == other.entity && choice == other.choice && target == other.target;
    }
};

/// Which stage of ours takes one of theirs.
struct StageRow
{
    QString pipelineKey, pipelineName; ///< as the mapping and the person call it
    QString stageKey, stageName, color;
    qint64 toStage = 0; ///< 0: by name, made when missing
    qint64 byName = 0;  ///< our stage of the same name; 0: it will be made
};

struct FieldsState
{
    QVector<FieldRow> fields;
    QVector<StageRow> stages;
    QVector<crm::Pipeline> pipelines; ///< ours
    QStringList names;                ///< of the saved mappings
    QString name;                     ///< the one in use, empty when none
    bool changed = false;             ///< since it was loaded or saved
    bool nameMissing = false;         ///< «Сохранить» was pressed without a name
    QString done;                     ///< what just went well
    std::optional<base::Error> error;

    bool differsFromSaved() const { return changed && !name.isEmpty(); }
    bool canDelete() const { return !name.isEmpty() && names.contains(name); }
};

class FieldsPresenter : public QObject
{
    Q_OBJECT

public:
    explicit FieldsPresenter(ImportService &service, QObject *parent = nullptr);

    const FieldsState &state() const { return m_state; }
    void setSource(const records::SourceInfo &info);
    /// Ours, and the pipeline to which all deals go (0: the file's own).
    void setPipelines(const QVector<crm::Pipeline> &pipelines, qint64 only);
    void setMapping(const migration::Mapping &mapping);
    migration::Mapping mapping() const;

    void chooseField(int row, FieldRow::Choice choice, const QString &target = {});
    void chooseStage(int row, qint64 stage);

    void loadNames();
    void loadNamed(const QString &name);
    void saveNamed(const QString &name);
    /// Takes away the one in use. What it chose stays chosen in this import.
    void deleteNamed();
    /// Back to what is known by itself.
    void forgetChoices();
    void loadFile(const QString &path);
    void saveFile(const QString &path);
    void reset();

signals:
    void changed();        ///< anything but the rows' structure
    void rowsReplaced();   ///< the rows are other ones
    void begunAnew();      ///< another import: also a name that was only typed goes

private:
    void fail(const base::Error &error);
    void makeRows(const records::SourceInfo &info);
    void matchStages();
    void applyMapping(const migration::Mapping &mapping);
    void replaceRows(const std::function<void()> &replace);
    void noteChoice();

    ImportService &m_service;
    FieldsState m_state;
    records::SourceInfo m_info;
    bool m_sourceKnown = false;
    migration::Mapping m_saved;                        ///< as it was loaded or saved, in the form of mapping()
    qint64 m_onlyPipeline = 0;
    QVector<migration::EmployeeMapping> m_employees;   ///< of a loaded mapping, kept as they are
    migration::Mapping m_foreign;                      ///< lines of a loaded mapping that this file has no row for
};

} // namespace pfx::ui
