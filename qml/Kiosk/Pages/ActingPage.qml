import Kiosk.Controls

/* A page that says what the person did: one signal, the names of which are listed in kiosk/view/actions.cpp. */
KioskPage {
    signal act(string name, var value)

    onBack: act("back", undefined)
    onCancel: act("leave", undefined)
}
