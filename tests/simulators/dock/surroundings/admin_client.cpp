#include "tests/simulators/dock/surroundings/admin_client.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace balady::dock {
namespace {

/// The administration is on this machine; what takes longer does not come.
constexpr int kPatienceMs = 5000;

/// Why a wish was not followed: in the sandbox's words (RFC 9457 problem details), else in those of the network.
QString reason(const QJsonObject& problem, const QNetworkReply& reply) {
    for (const char* member : {"detail", "title"})
        if (const auto words = problem[QLatin1String(member)].toString(); !words.isEmpty())
            return words;
    return reply.errorString();
}

} // namespace

AdminClient::AdminClient(QObject* parent) : QObject(parent) {
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void AdminClient::setAddress(const QUrl& address) {
    if (address == m_address)
        return;
    m_address = address;
    Q_EMIT addressChanged();
    refresh();
}

void AdminClient::refresh() {
    if (m_address.isEmpty() || m_open > 0)
        return;
    m_stale = false;
    ask(QStringLiteral("state"), [this](const QJsonObject& state) {
        if (state == m_state)
            return;
        m_state = state;
        Q_EMIT stateChanged();
    });
    ask(QStringLiteral("requests"), [this](const QJsonObject& answer) {
        keep(answer[QLatin1String("requests")], m_requests, &AdminClient::requestsChanged);
    });
    ask(QStringLiteral("challenges"), [this](const QJsonObject& answer) {
        keep(answer[QLatin1String("challenges")], m_challenges, &AdminClient::challengesChanged);
    });
    ask(QStringLiteral("sms"), [this](const QJsonObject& answer) {
        keep(answer[QLatin1String("sms")], m_messages, &AdminClient::messagesChanged);
    });
}

void AdminClient::post(const QString& path, const QVariantMap& body) {
    auto post = request(path);
    post.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const auto content = QJsonDocument(QJsonObject::fromVariantMap(body)).toJson(QJsonDocument::Compact);
    auto* reply = m_network.post(post, content);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const auto answer = QJsonDocument::fromJson(reply->readAll()).object();
        setTrouble(reply->error() == QNetworkReply::NoError ? QString() : reason(answer, *reply));
        m_stale = true;
        refresh();
    });
}

QNetworkRequest AdminClient::request(const QString& path) const {
    auto url = m_address;
    url.setPath(QStringLiteral("/admin/") + path);
    QNetworkRequest request(url);
    request.setTransferTimeout(kPatienceMs);
    return request;
}

void AdminClient::ask(const QString& path, std::function<void(const QJsonObject&)> take) {
    ++m_open;
    auto* reply = m_network.get(request(path));
    connect(reply, &QNetworkReply::finished, this, [this, reply, take = std::move(take)] {
        reply->deleteLater();
        --m_open;
        const bool answered = reply->error() == QNetworkReply::NoError;
        setReachable(answered);
        if (answered)
            take(QJsonDocument::fromJson(reply->readAll()).object());
        if (m_open == 0 && m_stale)
            refresh();
    });
}

void AdminClient::keep(const QJsonValue& value, QJsonValue& kept, void (AdminClient::*changed)()) {
    if (value == kept)
        return;
    kept = value;
    Q_EMIT(this->*changed)();
}

void AdminClient::setReachable(bool reachable) {
    if (reachable == m_reachable)
        return;
    m_reachable = reachable;
    Q_EMIT reachableChanged();
}

void AdminClient::setTrouble(const QString& trouble) {
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    Q_EMIT troubleChanged();
}

} // namespace balady::dock
