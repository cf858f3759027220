# SPDX-License-Identifier: GPL-3.0-or-later
"""The migration guide's four examples and the file part of its checklist, done in the window by what a screen reader knows of it."""
import json
import os
import pathlib
import shutil
import tempfile
import unittest

from window import Window, name_of

PROGRAM = os.environ["PFX_PROGRAM"]
DATA = pathlib.Path(__file__).resolve().parents[2] / "data"
FULL_AMO = DATA / "amocrm" / "spec_full.json"
EMPLOYEE = "Ольга Ким"


class Guide(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pfx-window-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.window = self.enterContext(Window(PROGRAM, str(self.folder / "profile")))
        self.window.page("Импорт")

    def file(self, name, content):
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return path

    def choose_file(self, path, system):
        self.window.press("Новый импорт")
        self.window.press(system, "radio button")
        self.window.fill("Файл", str(path))
        self.window.press("Далее")

    def add_employee(self):
        self.window.press("Добавить пользователя")
        self.window.fill("Имя", EMPLOYEE)
        self.window.press("Сохранить пользователя")
        box = self.window.find("combo box", "Пользователь по умолчанию")
        self.window.wait(lambda: self.window.content(box).startswith(EMPLOYEE), "the new employee chosen")

    def start_and_finish(self, words):
        self.window.press("Начать импорт")
        self.window.read("Импорт завершен")
        self.window.read(words)

    def import_file(self, path, system="AmoCRM", words="контактов: 1, сделок: 1"):
        self.choose_file(path, system)
        self.window.find("combo box", "Пользователь по умолчанию")
        self.add_employee()
        self.start_and_finish(words)

    def tab(self, name):
        self.window.press(name, "page tab")

    def cells(self, table):
        """Texts of the table's cells, row by row, empty ones left out."""
        node = self.window.find("table", table)
        return [name_of(cell) for cell, _ in self.window.nodes(node) if cell.get_role_name() == "table cell" and name_of(cell)]

    def wait_cells(self, table, wanted):
        self.window.wait(lambda: all(text in self.cells(table) for text in wanted), f"{wanted} in the table «{table}»")

    def test_navigation_is_a_list_and_moves_by_both_ways(self):
        window = self.window
        navigation = window.find("list", "Навигация")
        names = [name_of(node) for node, _ in window.nodes(navigation)]
        self.assertEqual(names, ["Обзор", "Заявки", "Импорт", "Клиенты и сделки", "SMS", "Рассылки", "Журнал", "Настройка", "Настройки"])
        window.page("Клиенты и сделки")
        window.find("frame", "Клиенты и сделки — Planfix Console")
        window.page("Импорт")
        window.find("frame", "Импорт — Planfix Console")
        window.focus()
        window.keys("ctrl+4")
        window.find("frame", "Клиенты и сделки — Planfix Console")

    def test_amocrm_example_with_pipelines_and_undo(self):
        window = self.window
        self.import_file(FULL_AMO)
        window.page("Клиенты и сделки")
        self.wait_cells("Контакты", ["Иван Иванов", "+7 999 123-45-67", "ivan@example.com"])
        window.press("Иван Иванов", "table cell")
        window.read("Продажа товара") # the deal among the contact's details
        window.read(EMPLOYEE)
        self.tab("Сделки")
        self.wait_cells("Сделки", ["Продажа товара", "100 000", "Первичный контакт", "Иван Иванов"])
        self.tab("Воронки")
        self.wait_cells("Воронки", ["Основная воронка"])
        self.wait_cells("Этапы воронки", ["Первичный контакт", "#3B82F6", "Коммерческое предложение", "#10B981"])
        window.page("Импорт")
        window.press("Отменить импорт")
        dialog = window.find("dialog", None)
        window.read("Будет убрано")
        window.press("Отменить импорт", "push button", dialog)
        window.read("Импорт отменён")
        window.page("Клиенты и сделки")
        window.read("Воронок пока нет")
        self.tab("Контакты")
        window.wait(lambda: "Иван Иванов" not in window.texts(), "no contact left")

    def test_bitrix24_example(self):
        window = self.window
        self.import_file(DATA / "bitrix24" / "spec_full.json", "Bitrix24")
        window.page("Клиенты и сделки")
        self.wait_cells("Контакты", ["Иван Иванов", "+7 999 123-45-67", "ivan@example.com", "ООО Компания"])
        self.tab("Сделки")
        self.wait_cells("Сделки", ["Продажа товара", "100 000 ₽", "Новая", "Иван Иванов"])

    def test_smallest_examples_and_a_repeat(self):
        window = self.window
        smallest = DATA / "amocrm" / "spec_minimal.json"
        self.import_file(smallest)
        for system, path in (("AmoCRM", smallest), ("Bitrix24", DATA / "bitrix24" / "spec_minimal.json")):
            self.choose_file(path, system)
            window.choose("Пользователь по умолчанию", EMPLOYEE)
            window.press("Начать импорт")
            window.read("Импорт завершен")
            window.read("ропущено контактов: 1")
            window.wait(lambda: self.cells("Что стало с записями")[:6] == ["Контакты", "1", "0", "0", "1", "0"], "the contact skipped")

    def test_what_is_missing_is_said(self):
        window = self.window
        self.choose_file(self.file("broken.json", '{"contacts": [{"id": 1,}]}'), "AmoCRM")
        window.read("Ошибка чтения файла")
        window.fill("Файл", str(self.file("empty.json", "{}")))
        window.press("Далее")
        window.find("combo box", "Пользователь по умолчанию")
        for button in ("Начать импорт", "Далее"):
            window.press(button)
            window.read("Выберите пользователя по умолчанию")
        self.add_employee()
        self.start_and_finish("В файле ничего не оказалось")

    def test_by_keyboard_alone(self):
        window = self.window
        window.focus()
        window.wait(lambda: window.focused() == "Новый импорт", "the keyboard on «Новый импорт»")
        window.keys("Return")
        window.wait(lambda: window.focused() == "Файл", "the keyboard in the field")
        window.type(str(self.file("keys.json", FULL_AMO.read_text(encoding="utf-8"))))
        window.keys("Return")
        window.wait(lambda: window.focused() == "Добавить пользователя", "the keyboard on the button to add somebody")
        window.keys("space")
        window.wait(lambda: window.focused() == "Имя", "the keyboard in the field «Имя»")
        window.type("Olga Kim")
        window.keys("Return")
        window.wait(lambda: not window.has("text", "Имя"), "the employee saved")
        for _ in range(30):
            if window.focused() == "Начать импорт":
                break
            before = window.focused()
            window.keys("Tab")
            window.wait(lambda: window.focused() != before, f"the keyboard leaving «{before}»")
        window.keys("Return")
        window.read("Импорт завершен")
        window.read("контактов: 1, сделок: 1")

    def test_a_long_import_is_paused_stopped_and_goes_on(self):
        window = self.window
        people = [{"id": i, "name": f"Человек {i}", "custom_fields_values": [
            {"field_id": 1, "field_name": "Phone", "values": [{"value": f"+7906{2000000 + i}"}]}]} for i in range(1, 60_001)]
        path = self.file("many.json", json.dumps({"contacts": people, "deals": [], "pipelines": []}, ensure_ascii=False))
        self.choose_file(path, "AmoCRM")
        window.find("combo box", "Пользователь по умолчанию")
        self.add_employee()
        window.press("Начать импорт")
        window.press("Пауза")
        window.find("push button", "Продолжить")
        window.press("Остановить")
        window.read("Импорт остановлен")
        window.press("Продолжить импорт")
        window.read("Импорт завершен")
        window.read("контактов: 60 000, сделок: 0")


if __name__ == "__main__":
    unittest.main(verbosity=2)
