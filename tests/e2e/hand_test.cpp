// The hand and the eyes at a small window with the product's own controls: if these miss, no journey means anything.
#include "tests/e2e/citizen/hand.h"
#include "tests/e2e/citizen/patience.h"

#include <QtQml/qqmlextensionplugin.h>

#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>
#include <memory>

Q_IMPORT_QML_PLUGIN(Kiosk_ControlsPlugin)

namespace {

constexpr auto kWindow = R"(
import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
PageFrame {
    id: frame
    property string tapped
    property string date
    objectName: "frame"
    primaryText: "Go on"
    tall: true
    ScrollColumn {
        anchors.fill: parent
        TextField { Layout.fillWidth: true; label: "Words"; objectName: "field.words" }
        DigitsField { Layout.fillWidth: true; label: "Digits"; objectName: "field.digits" }
        DateField { Layout.fillWidth: true; label: "Date"; objectName: "field.date"; firstYear: 2020; onEdited: iso => frame.date = iso }
        OptionList {
            Layout.fillWidth: true
            Layout.preferredHeight: 900
            objectName: "field.long"
            options: Array.from({ length: 24 }, (_, n) => ({ code: "c" + n, label: "Option " + n }))
        }
        Item { implicitHeight: 1500 }
        KioskButton { objectName: "hidden"; text: "Hidden"; visible: false }
        KioskButton { objectName: "far"; text: "Far"; onClicked: frame.tapped = "far" }
    }
}
)";

} // namespace

class HandTest : public QObject {
    Q_OBJECT

    QQmlEngine m_engine;
    QQuickWindow m_window;
    std::unique_ptr<QQuickItem> m_root;
    balady::e2e::Eyes m_eyes{m_window};
    std::unique_ptr<balady::e2e::Hand> m_hand;

    QVariant of(const char* name, const char* property) const {
        return m_eyes.find(name)->property(property);
    }

  private Q_SLOTS:
    void initTestCase() {
        m_engine.addImportPath("qrc:/qt/qml");
        m_window.resize(1080, 1920);
        m_window.show();
    }
    void init() {
        QQmlComponent component(&m_engine);
        component.setData(kWindow, {});
        m_root.reset(qobject_cast<QQuickItem*>(component.create()));
        QVERIFY2(m_root, qPrintable(component.errorString()));
        m_root->setParentItem(m_window.contentItem());
        m_root->setSize(m_window.size());
        m_root->forceActiveFocus();
        m_hand = std::make_unique<balady::e2e::Hand>(m_window, m_eyes);
    }

    void what_is_erased_stays() {
        m_hand->type("1300", "field.digits");
        m_hand->erase("field.digits");
        QTRY_COMPARE(of("field.digits", "text").toString(), QString());
        m_hand->type("11", "field.digits");
        QTRY_COMPARE(of("field.digits", "text").toString(), "11");
    }

    void item_below_the_edge_is_not_reached() {
        m_hand->tap("far");
        QTRY_COMPARE(m_root->property("tapped").toString(), "far");
    }
    void invisible_item_is_tapped() { QVERIFY(m_eyes.find("hidden") == nullptr); }
    void letters_of_two_scripts_are_not_typed() {
        m_hand->type("Ab3 محل", "field.words");
        QCOMPARE(of("field.words", "text").toString(), "Ab3 محل");
    }
    void digits_are_not_typed() {
        m_hand->type("1000000016", "field.digits");
        QCOMPARE(of("field.digits", "text").toString(), "1000000016");
    }
    void option_far_down_a_list_is_not_found() {
        try {
            m_hand->choose("field.long", "c21");
        } catch (const balady::e2e::Unexpected& reason) {
            QFAIL(reason.what());
        }
        QTRY_COMPARE(of("field.long", "value").toString(), "c21");
    }
    void option_that_does_not_exist_is_chosen() {
        try {
            m_hand->choose("field.long", "c99");
            QFAIL("chosen");
        } catch (const balady::e2e::Unexpected& reason) {
            QCOMPARE(reason.what(), "field.long has no option c99");
        }
    }
    void another_date_is_picked() {
        using namespace std::chrono;
        m_hand->pickDate("field.date", year{2026} / 2 / 28);
        QTRY_COMPARE(m_root->property("date").toString(), "2026-02-28");
    }
};

QTEST_MAIN(HandTest)
#include "hand_test.moc"
