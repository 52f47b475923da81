// AdminClient: what the sandbox's administration knows, and what can be done there (tests/sandbox/README.md).
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>
#include <QVariant>
#include <functional>

namespace balady::dock {

/// GUI thread; never blocks. A list is announced as changed only when it is another one, so that whoever shows it may
/// ask each second without losing the button that is being pressed.
class AdminClient : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// Its root, without a path; while it is empty nothing is asked.
    Q_PROPERTY(QUrl address READ address WRITE setAddress NOTIFY addressChanged FINAL)
    /// The last question was answered.
    Q_PROPERTY(bool reachable READ reachable NOTIFY reachableChanged FINAL)
    /// Why the last wish was not followed; empty when it was.
    Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged FINAL)
    /// As `GET /admin/state` and so on answer; empty until they have.
    Q_PROPERTY(QVariantMap state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QVariantList requests READ requests NOTIFY requestsChanged FINAL)
    Q_PROPERTY(QVariantList challenges READ challenges NOTIFY challengesChanged FINAL)
    Q_PROPERTY(QVariantList messages READ messages NOTIFY messagesChanged FINAL)

  public:
    explicit AdminClient(QObject* parent = nullptr);

    [[nodiscard]] QUrl address() const { return m_address; }
    void setAddress(const QUrl& address);
    [[nodiscard]] bool reachable() const { return m_reachable; }
    [[nodiscard]] QString trouble() const { return m_trouble; }
    [[nodiscard]] QVariantMap state() const { return m_state.toVariantMap(); }
    [[nodiscard]] QVariantList requests() const { return m_requests.toArray().toVariantList(); }
    [[nodiscard]] QVariantList challenges() const { return m_challenges.toArray().toVariantList(); }
    [[nodiscard]] QVariantList messages() const { return m_messages.toArray().toVariantList(); }

    /// Asks for everything, unless the last questions are still open.
    Q_INVOKABLE void refresh();
    /// POST to "/admin/<path>"; then everything is asked anew, or `trouble` says why not.
    Q_INVOKABLE void post(const QString& path, const QVariantMap& body = {});

  Q_SIGNALS:
    void addressChanged();
    void reachableChanged();
    void troubleChanged();
    void stateChanged();
    void requestsChanged();
    void challengesChanged();
    void messagesChanged();

  private:
    [[nodiscard]] QNetworkRequest request(const QString& path) const;
    void ask(const QString& path, std::function<void(const QJsonObject&)> take);
    void keep(const QJsonValue& value, QJsonValue& kept, void (AdminClient::*changed)());
    void setReachable(bool reachable);
    void setTrouble(const QString& trouble);

    QNetworkAccessManager m_network;
    QUrl m_address;
    int m_open = 0;       ///< questions without an answer yet
    bool m_stale = false; ///< what the open questions give may be from before a wish
    bool m_reachable = false;
    QString m_trouble;
    QJsonObject m_state;
    QJsonValue m_requests, m_challenges, m_messages;
};

} // namespace balady::dock
