// SPDX-License-Identifier: GPL-3.0-or-later
// How an order becomes a task: template, name, contact, custom fields, assignees, with the request as it would be sent for a test order. The
// choices come from the check of the connection. GUI thread.
#pragma once

#include "core/orders/task_mapping.h"
#include "ui/forms/planfix_service.h"

namespace pfx::ui {

/// One order field and where it goes.
struct MappedField {
    QString order; ///< "client.phone", "extra.city"
    QString label; ///< «Телефон»
    qint64 field = 0; ///< 0: stands in the text only.
    QString error; ///< The value would not fit.
    QString warning; ///< Planfix would drop it silently.
};

struct MappingState {
    enum class Facts { None, Reading, Known, Failed };

    // Choices, when they are known.
    QVector<planfix::Task> templates;
    QVector<planfix::CustomField> fields; ///< That can be filled from a text.
    QVector<planfix::Named> contactTemplates;
    QVector<planfix::User> employees;
    bool hasChoices = false; ///< The account has been read.

    qint64 templateId = 0;
    Facts facts = Facts::None; ///< Of the template.
    std::optional<base::Error> factsError;
    TemplateFacts templateFacts;
    QString name;
    QString nameError;
    qint64 contactTemplate = 0;
    QVector<MappedField> rows;
    QString assignees; ///< "5, group:3"
    QString assigneesError;

    QString previewTitle; ///< The name the test order's task would have.
    QString previewText; ///< Its description as plain text.
    QString previewRequest; ///< POST …/task/ with pretty JSON.

    bool isValid() const;
    int mapped() const;
};

class MappingPresenter : public QObject {
    Q_OBJECT

public:
    explicit MappingPresenter(PlanfixService &service, QObject *parent = nullptr);

    const MappingState &state() const { return m_state; }
    void adopt(const KeptPlanfix &kept);
    /// After a check: what may be chosen, and with which key it is read.
    void setChoices(const planfix::Diagnosis &diagnosis, const Credentials &given);

    void setTemplate(qint64 id);
    void setName(const QString &pattern);
    void setContactTemplate(qint64 id);
    void setField(const QString &orderField, qint64 field);
    /// Another order field, which came with an order ("city").
    void addExtra(const QString &name);
    void setAssignees(const QString &text);
    /// Forgets what was changed; adopt() brings what is kept.
    void revert() { m_touched = false; }
    void isKept() { m_touched = false; }
    void addTo(PlanfixDraft &draft) const;

signals:
    void changed();

private:
    void edited();
    void readTemplate();
    void preview();
    void checkFields(const orders::Order &sample, orders::TaskMapping &mapping);
    orders::TaskMapping mapping();
    QString fieldsSetting() const;

    PlanfixService &m_service;
    MappingState m_state;
    settings::Settings m_kept;
    Credentials m_given;
    QHash<qint64, planfix::CustomField> m_known;
    quint64 m_question = 0;
    bool m_touched = false;
};

} // namespace pfx::ui
