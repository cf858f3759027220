<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>pfx::ui::OverviewPresenter</name>
    <message numerus="yes">
        <source>%n exchange(s) need your decision</source>
        <translation>
            <numerusform>%n exchange needs your decision</numerusform>
            <numerusform>%n exchanges need your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were changed on both sides</source>
        <translation>
            <numerusform>%n order was changed on both sides</numerusform>
            <numerusform>%n orders were changed on both sides</numerusform>
        </translation>
    </message>
</context>
</TS>
