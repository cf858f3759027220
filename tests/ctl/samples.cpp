// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/samples.h"

namespace pfx::test {

QByteArray amocrmExample()
{
    return R"json({
  "contacts": [
    {
      "id": 123,
      "name": "Иван Иванов",
      "first_name": "Иван",
      "last_name": "Иванов",
      "custom_fields_values": [
        {
          "field_id": 1,
          "field_name": "Email",
          "values": [{"value": "ivan@example.com"}]
        },
        {
          "field_id": 2,
          "field_name": "Phone",
          "values": [{"value": "+79991234567"}]
        }
      ]
    }
  ],
  "deals": [
    {
      "id": 456,
      "name": "Продажа товара",
      "price": 100000,
      "status_id": 12345,
      "pipeline_id": 1,
      "contacts": [{"id": 123}]
    }
  ],
  "pipelines": [
    {
      "id": 1,
      "name": "Основная воронка",
      "statuses": [
        {"id": 12345, "name": "Первичный контакт", "color": "#3B82F6"},
        {"id": 12346, "name": "Коммерческое предложение", "color": "#10B981"}
      ]
    }
  ]
}
)json";
}

QByteArray bitrix24Example()
{
    return R"json({
  "contacts": [
    {
      "ID": "123",
      "NAME": "Иван",
      "LAST_NAME": "Иванов",
      "EMAIL": [{"VALUE": "ivan@example.com", "VALUE_TYPE": "WORK"}],
      "PHONE": [{"VALUE": "+79991234567", "VALUE_TYPE": "WORK"}],
      "COMPANY_TITLE": "ООО Компания",
      "POST": "Менеджер"
    }
  ],
  "deals": [
    {
      "ID": "456",
      "TITLE": "Продажа товара",
      "OPPORTUNITY": "100000",
      "CURRENCY_ID": "RUB",
      "STAGE_ID": "NEW",
      "CONTACT_ID": "123"
    }
  ],
  "stages": [
    {
      "STATUS_ID": "NEW",
      "NAME": "Новая",
      "COLOR": "#3B82F6"
    }
  ]
}
)json";
}

QByteArray amocrmMinimum()
{
    return R"json({
  "contacts": [
    {
      "id": 1,
      "name": "Тестовый Контакт",
      "custom_fields_values": [
        {
          "field_id": 1,
          "field_name": "Email",
          "values": [{"value": "test@example.com"}]
        }
      ]
    }
  ],
  "deals": [
    {
      "id": 1,
      "name": "Тестовая сделка",
      "price": 50000,
      "contacts": [{"id": 1}]
    }
  ],
  "pipelines": []
}
)json";
}

QByteArray bitrix24Minimum()
{
    return R"json({
  "contacts": [
    {
      "ID": "1",
      "NAME": "Тестовый",
      "LAST_NAME": "Контакт",
      "EMAIL": [{"VALUE": "test@example.com", "VALUE_TYPE": "WORK"}]
    }
  ],
  "deals": [
    {
      "ID": "1",
      "TITLE": "Тестовая сделка",
      "OPPORTUNITY": "50000",
      "CONTACT_ID": "1"
    }
  ],
  "stages": []
}
)json";
}

} // namespace pfx::test
