<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>pfx::ui::SetupPresenter</name>
    <message numerus="yes">
        <source>%n right(s) missing</source>
        <translation>
            <numerusform>%n right missing</numerusform>
            <numerusform>%n rights missing</numerusform>
        </translation>
    </message>
</context>
</TS>
