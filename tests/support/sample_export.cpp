// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_export.h"

#include <QFile>

#include <array>

namespace pfx::test {

namespace {

constexpr std::array firstNames{"Иван", "Пётр", "Анна", "Мария", "Олег", "Елена", "Сергей", "Наталья", "Дмитрий", "Ольга", "Алексей", "Юлия"};
constexpr std::array lastNames{"Иваненко", "Петренко", "Бондаренко", "Ткаченко", "Кравченко", "Шевченко", "Ковальчук", "Савченко", "Марченко", "Руденко", "Мороз"};
constexpr std::array companies{"ООО Ромашка", "АО Вектор", "ИП Соколов", "ООО Северный ветер", "ЗАО Гранит", "ООО Лето", "ПАО Маяк"};
constexpr std::array positions{"Директор", "Менеджер", "Бухгалтер", "Инженер"};

QByteArray padded(qint64 number, int digits)
{
    return QByteArray::number(number).rightJustified(digits, '0');
}

// The same ten digits in the spellings that people use.
QByteArray phone(qint64 n)
{
    const QByteArray digits = padded((n * 7919) % 10'000'000, 7);
    const QByteArray code = "9" + padded(n / 1'000'000 % 100, 2);
    switch (n % 4) {
    case 0: return "+7" + code + digits;
    case 1: return "8 (" + code + ") " + digits.left(3) + "-" + digits.mid(3, 2) + "-" + digits.mid(5);
    case 2: return "+7 " + code + " " + digits.left(3) + " " + digits.mid(3);
    default: return "7" + code + digits;
    }
}

class Output
{
public:
    explicit Output(const QString &path) : m_file(path) {}
    bool open() { return m_file.open(QIODevice::WriteOnly | QIODevice::Truncate); }
    Output &operator<<(QByteArrayView text)
    {
        m_buffer.append(text);
        if (m_buffer.size() >= 1 << 20)
            flush();
        return *this;
    }
    void flush()
    {
        m_good = m_file.write(m_buffer) == m_buffer.size() && m_good;
        m_written += m_buffer.size();
        m_buffer.clear();
    }
    bool good() const { return m_good; }
    qint64 written() const { return m_written; }
    QString problem() const { return m_file.errorString(); }

private:
    QFile m_file;
    QByteArray m_buffer;
    qint64 m_written = 0;
    bool m_good = true;
};

void writeContact(Output &out, const SampleExport &sample, qint64 i)
{
    const auto n = static_cast<size_t>(i);
    const qint64 owner = sample.duplicateEvery > 0 && i % sample.duplicateEvery == sample.duplicateEvery - 1 ? i - 1 : i;
    const QByteArray id = QByteArray::number(sample.firstId + i);
    const QByteArray first = firstNames[n % firstNames.size()];
    const QByteArray last = lastNames[n / firstNames.size() % lastNames.size()];
    out << "{\"id\":" + id + ",\"name\":\"" + first + " " + last + "\",\"first_name\":\"" + first + "\",\"last_name\":\"" + last
            + "\",\"responsible_user_id\":" + QByteArray::number(1000 + i % 7) + ",\"created_at\":" + QByteArray::number(1'600'000'000 + i)
            + ",\"updated_at\":" + QByteArray::number(1'650'000'000 + i) + ",\"company_name\":\"" + companies[n % companies.size()]
            + "\",\"custom_fields_values\":[{\"field_id\":1,\"field_name\":\"Телефон\",\"field_code\":\"PHONE\",\"values\":[{\"value\":\""
            + phone(sample.firstId + owner) + "\",\"enum_code\":\"WORK\"}]},{\"field_id\":2,\"field_name\":\"Email\",\"field_code\":\"EMAIL\",\"values\":[{\"value\":\"user"
            + QByteArray::number(sample.firstId + owner) + "@example.com\",\"enum_code\":\"WORK\"}]},{\"field_id\":3,\"field_name\":\"Должность\",\"field_code\":\"POSITION\",\"values\":[{\"value\":\""
            + positions[n % positions.size()] + "\"}]}]}";
}

void writeDeal(Output &out, const SampleExport &sample, qint64 i)
{
    const qint64 pipeline = 1 + i % 2;
    const qint64 stage = i % 10 == 8 ? 142 : i % 10 == 9 ? 143 : pipeline * 100 + i % 4;
    out << "{\"id\":" + QByteArray::number(sample.firstId + i) + ",\"name\":\"Сделка " + QByteArray::number(i) + "\",\"price\":" + QByteArray::number(1000 + i % 100'000)
            + ",\"status_id\":" + QByteArray::number(stage) + ",\"pipeline_id\":" + QByteArray::number(pipeline) + ",\"responsible_user_id\":"
            + QByteArray::number(1000 + i % 7) + ",\"created_at\":" + QByteArray::number(1'610'000'000 + i) + ",\"updated_at\":" + QByteArray::number(1'660'000'000 + i);
    if (sample.contacts > 0)
        out << ",\"contacts\":[{\"id\":" + QByteArray::number(sample.firstId + i % sample.contacts) + ",\"is_main\":true}]";
    out << "}";
}

void writePipelines(Output &out)
{
    out << "\"pipelines\":[";
    for (int p = 1; p <= 2; ++p) {
        const QByteArray base = QByteArray::number(p);
        out << QByteArray(p == 1 ? "" : ",\n") + "{\"id\":" + base + ",\"name\":\"Воронка " + base + "\",\"sort\":" + base + ",\"statuses\":[";
        for (int s = 0; s < 4; ++s) {
            out << QByteArray(s == 0 ? "" : ",") + "{\"id\":" + QByteArray::number(p * 100 + s) + ",\"name\":\"Этап " + QByteArray::number(s + 1)
                    + "\",\"color\":\"#99CCFF\",\"sort\":" + QByteArray::number(10 * (s + 1)) + "}";
        }
        out << ",{\"id\":142,\"name\":\"Успешно реализовано\",\"color\":\"#CCFF66\",\"sort\":10000},{\"id\":143,\"name\":\"Закрыто и не реализовано\",\"color\":\"#D5D8DB\",\"sort\":11000}]}";
    }
    out << "]";
}

} // namespace

base::Result<qint64> writeSampleExport(const QString &path, const SampleExport &sample)
{
    Output out(path);
    if (!out.open())
        return base::fail(base::ErrorCode::Storage, out.problem(), path);
    out << "{";
    if (!sample.pipelinesLast) {
        writePipelines(out);
        out << ",\n";
    }
    out << "\"contacts\":[\n";
    for (qint64 i = 0; i < sample.contacts; ++i) {
        out << (i == 0 ? "" : ",\n");
        writeContact(out, sample, i);
    }
    out << "],\n\"deals\":[\n";
    for (qint64 i = 0; i < sample.deals; ++i) {
        out << (i == 0 ? "" : ",\n");
        writeDeal(out, sample, i);
    }
    out << "]";
    if (sample.pipelinesLast) {
        out << ",\n";
        writePipelines(out);
    }
    out << "}\n";
    out.flush();
    if (!out.good())
        return base::fail(base::ErrorCode::Storage, out.problem(), path);
    return out.written();
}

} // namespace pfx::test
