// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style.h"

#include "ui/common/style_paint.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

namespace pfx::ui {

namespace {

/// A scroll bar without buttons at its ends.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool across = bar.orientation == Qt::Horizontal;
    const int groove = across ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const int length = range <= 0 ? groove
                                  : qBound(qMin(32, groove), int(qint64(groove) * bar.pageStep / qMax<qint64>(1, range + bar.pageStep)), groove);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, groove - length, bar.upsideDown);
    int from = 0, to = groove;
    if (part == QStyle::SC_ScrollBarSlider) {
        from = start;
        to = start + length;
    } else if (part == QStyle::SC_ScrollBarSubPage) {
        to = start;
    } else if (part == QStyle::SC_ScrollBarAddPage) {
        from = start + length;
    }
    return across ? QRect(bar.rect.left() + from, bar.rect.top(), to - from, bar.rect.height())
                  : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), to - from);
}

} // namespace

FlatStyle::FlatStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void FlatStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *edit = qobject_cast<QPlainTextEdit *>(widget))
        edit->viewport()->setAutoFillBackground(false); // its frame is a field's, with round corners
    if (widget->inherits("QLineEditIconButton") && widget->accessibleName().isEmpty()) // Qt's own button that empties a field
        widget->setAccessibleName(QCoreApplication::translate("pfx::ui::FlatStyle", "Clear the field"));
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonMargin:
        return 2 * 10;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return metrics::IconSize;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QLineEdit *>(widget))
            return 6;
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::Spacing;
    case PM_ScrollBarExtent:
        return 12;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
        return 0;
    case PM_HeaderMargin:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText)
        return 0;
    if (hint == SH_ComboBox_Popup)
        return 0;
    if (hint == SH_TabBar_Alignment)
        return Qt::AlignLeft;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int icon = button && !button->icon.isNull() ? 6 : 0; // Fusion's gap of 4 becomes 10
        if (buttonKind(widget) == 3)
            return {size.width() + 8 + icon, qMax(24, size.height() + 4)};
        return {qMax(size.width() + 2 * 12 + icon, 64), qMax(metrics::ControlHeight, size.height() + 12)};
    }
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(qMax(metrics::ControlHeight, size.height() + 12));
        return result;
    case CT_ComboBox:
        result.setHeight(qMax(metrics::ControlHeight, result.height()));
        return result + QSize(12, 0);
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(qMax(28, result.height()));
        return result;
    case CT_ItemViewItem:
        if (widget && widget->inherits("QComboBoxListView"))
            result.setHeight(qMax(28, result.height()));
        return result;
    default:
        return result;
    }
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_PushButtonFocusRect || element == SE_ComboBoxFocusRect)
        return {};
    if (element == SE_LineEditContents)
        return option->rect.adjusted(6, 1, -6, -1);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (sub == SC_ScrollBarAddLine || sub == SC_ScrollBarSubLine)
            return {};
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(*bar, sub);
    }
    if (control == CC_ComboBox) {
        if (sub == SC_ComboBoxEditField)
            return option->rect.adjusted(8, 1, -30, -1);
        if (sub == SC_ComboBoxArrow)
            return QRect(option->rect.right() - 27, option->rect.top(), 24, option->rect.height());
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButtonPanel(option, painter, widget);
    case PE_PanelLineEdit:
        if (widget && qobject_cast<const QComboBox *>(widget->parentWidget()))
            return;
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget); edit && !edit->hasFrame())
            return;
        return drawFieldPanel(option, painter, widget);
    case PE_FrameLineEdit:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_PanelButtonTool: {
        const bool on = option->state & (State_On | State_Sunken);
        const bool hover = (option->state & State_MouseOver) && (option->state & State_Enabled);
        if (on || hover)
            drawPanel(painter, option->rect, on ? selectionFill(option->palette) : hoverFill(option->palette), {}, metrics::FieldRadius);
        if (option->state & State_HasFocus)
            drawFocusRing(painter, option->rect, option->palette, metrics::FieldRadius);
        return;
    }
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QAbstractButton *>(widget))
            return;
        return drawFocusRing(painter, option->rect, option->palette, metrics::ChipRadius);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheck(option, painter, false);
    case PE_IndicatorRadioButton:
        return drawCheck(option, painter, true);
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), hairline(option->palette));
        return;
    case PE_Frame:
        if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget)) {
            if (!edit->isReadOnly())
                return drawFieldPanel(option, painter, widget);
            return drawPanel(painter, option->rect, option->palette.color(QPalette::Base), hairline(option->palette), metrics::FieldRadius);
        }
        if (const auto *frame = qobject_cast<const QFrame *>(widget); frame && frame->frameShape() == QFrame::StyledPanel)
            return drawPanel(painter, option->rect, {}, hairline(option->palette), metrics::FieldRadius);
        break;
    case PE_PanelMenu:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_FrameMenu:
        painter->setPen(hairline(option->palette));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            break;
        const int kind = buttonKind(widget);
        const bool enabled = option->state & State_Enabled;
        QColor color = option->palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::ButtonText);
        if (enabled && kind == 1)
            color = onPrimary(option->palette);
        else if (enabled && kind == 2)
            color = toneColor(option->palette, Tone::Error);
        else if (enabled && kind == 3)
            color = linkColor(option->palette);
        const int iconWidth = button->icon.isNull() ? 0 : button->iconSize.width();
        const int gap = iconWidth && !button->text.isEmpty() ? 10 : 0;
        const int textWidth = option->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
        const bool left = widget && widget->property("pfxAlignLeft").toBool();
        QRect rect = option->rect;
        int x = left ? rect.left() + (kind == 3 ? 0 : 12) : rect.left() + (rect.width() - iconWidth - gap - textWidth) / 2;
        x = qMax(x, rect.left() + (left ? 0 : 4));
        if (iconWidth) {
            const QIcon::Mode mode = enabled ? QIcon::Normal : QIcon::Disabled;
            button->icon.paint(painter, QRect(x, rect.top(), iconWidth, rect.height()), Qt::AlignCenter, mode);
            x += iconWidth + gap;
        }
        painter->setPen(color);
        rect.setLeft(x);
        const bool fits = textWidth <= rect.width() + 4; // the words of a link reach to its very edge
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine
                                    | (styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? Qt::TextShowMnemonic
                                                                                               : Qt::TextHideMnemonic),
                          fits ? button->text
                               : option->fontMetrics.elidedText(button->text, Qt::ElideRight, rect.width(), Qt::TextShowMnemonic));
        return;
    }
    case CE_TabBarTabShape:
        return drawTab(option, painter);
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        drawFieldPanel(option, painter, widget);
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        const QPointF center = QRectF(arrow).center();
        const bool enabled = option->state & State_Enabled;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(option->palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text), 1.2));
        painter->drawPolyline(QPolygonF({center + QPointF(-5, -2.5), center + QPointF(0, 2.5), center + QPointF(5, -2.5)}));
        painter->restore();
        return;
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const QRect handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget).adjusted(3, 3, -3, -3);
        if (!bar || bar->minimum == bar->maximum)
            return;
        const bool grasped = option->activeSubControls & SC_ScrollBarSlider;
        const QColor under = option->palette.color(QPalette::Base);
        drawPanel(painter, handle, mix(option->palette.color(QPalette::Text), under, grasped ? 0.5 : 0.28), {},
                  qMin(handle.width(), handle.height()) / 2.0);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void FlatStyle::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const bool selected = option->state & State_Selected;
    if (selected)
        painter->fillRect(QRect(option->rect.left() + 8, option->rect.bottom() - 1, option->rect.width() - 16, 2),
                          primaryFill(option->palette));
    else if (option->state & State_MouseOver)
        drawPanel(painter, option->rect.adjusted(2, 4, -2, -4), hoverFill(option->palette), {}, metrics::FieldRadius);
    if (option->state & State_HasFocus)
        drawFocusRing(painter, option->rect.adjusted(2, 2, -2, -2), option->palette, metrics::FieldRadius);
}

} // namespace pfx::ui
