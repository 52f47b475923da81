import Kiosk.Controls

/* A page that says what the person did: one signal, the names of which are listed in kiosk/view/actions.cpp. */
KioskPage {
    signal act(string name, var value)
    /** The finger is down on what will say act(name, value): the page behind it can be made meanwhile. */
    signal soon(string name, var value)

    onGoingBack: soon("back", undefined)
    onGoingOn: soon("next", undefined)
    onBack: act("back", undefined)
    onCancel: act("leave", undefined)
}
