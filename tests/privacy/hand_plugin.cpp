// A finger at the terminal as it ships: a generic plugin of Qt, as the drivers of touch panels are, which touches what
// it is told to on a socket, and says which page is on show. It never sees a value: letters come one by one, and nothing that
// stands on the screen is read.
#include "tests/e2e/citizen/hand.h"
#include "tests/e2e/citizen/patience.h"

#include <sys/socket.h>

#include <QGenericPlugin>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickWindow>
#include <QSocketNotifier>

namespace balady::privacy {
namespace {

class RemoteHand final : public QObject {
  public:
    explicit RemoteHand(int socket) : m_socket(socket), m_asked(socket, QSocketNotifier::Read) {
        connect(&m_asked, &QSocketNotifier::activated, this, [this] { answerOne(); });
    }

  private:
    void answerOne() {
        m_asked.setEnabled(false); // a touch runs the event loop
        char text[512];            // one message is one wish (SOCK_SEQPACKET)
        const auto size = ::recv(m_socket, text, sizeof text, 0);
        if (size <= 0)
            return;
        const auto wish = QJsonDocument::fromJson(QByteArray(text, static_cast<int>(size))).object();
        const auto answer = QJsonDocument(answerTo(wish)).toJson(QJsonDocument::Compact);
        (void)::send(m_socket, answer.data(), static_cast<std::size_t>(answer.size()), MSG_NOSIGNAL);
        m_asked.setEnabled(true);
    }

    QJsonObject answerTo(const QJsonObject& wish) {
        QQuickWindow* window = nullptr;
        for (auto* one : QGuiApplication::topLevelWindows())
            window = qobject_cast<QQuickWindow*>(one);
        if (window == nullptr)
            return {{"page", ""}};
        if (!m_hand) {
            m_eyes.emplace(*window);
            m_hand.emplace(*window, *m_eyes);
        }
        try {
            return perform(wish);
        } catch (const std::exception& reason) {
            return {{"error", reason.what()}};
        }
    }

    QJsonObject perform(const QJsonObject& wish) {
        const auto name = wish["name"].toString();
        const auto what = wish["do"].toString();
        if (what == "look")
            return {{"page", m_eyes->page()}, {"overlay", m_eyes->overlay()}, {"settled", m_eyes->settled()}};
        if (what == "find")
            return {{"found", m_eyes->find(name) != nullptr}};
        if (what == "tap")
            m_hand->tap(name);
        else if (what == "strike")
            m_hand->type(wish["letter"].toString(), name);
        else if (what == "choose")
            m_hand->choose(name, wish["code"].toString());
        else
            return {{"error", "no such wish"}};
        return {{"done", true}};
    }

    int m_socket;
    QSocketNotifier m_asked;
    std::optional<e2e::Eyes> m_eyes;
    std::optional<e2e::Hand> m_hand;
};

} // namespace

class HandPlugin final : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "hand.json")

  public:
    /// `specification`: the number of the socket that the terminal was started with.
    QObject* create(const QString& name, const QString& specification) override {
        return name == "balady-hand" ? new RemoteHand(specification.toInt()) : nullptr;
    }
};

} // namespace balady::privacy

#include "hand_plugin.moc"
