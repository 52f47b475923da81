// TinyServer: an administration that answers what a test puts into it, over real HTTP on a port of its own.
#pragma once

#include <QMap>
#include <QPair>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <algorithm>

namespace balady::tests {

/// Lives on the thread of the test's event loop.
class TinyServer {
  public:
    struct Answer {
        int status = 200;
        QByteArray body = "{}";
    };

    TinyServer() {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl address() const {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }
    /// "GET /admin/state" -> what is answered from now on; whatever is not here gets an empty object.
    QMap<QByteArray, Answer> answers;
    /// Every request so far: its first two words, and its body.
    QList<QPair<QByteArray, QByteArray>> asked;

    [[nodiscard]] qsizetype timesAsked(const QByteArray& what) const {
        return std::count_if(asked.begin(), asked.end(), [&](const auto& one) { return one.first == what; });
    }
    /// Nobody listens any more, and open connections end.
    void stop() {
        m_server.close();
        for (const auto& socket : m_sockets)
            if (socket)
                socket->abort();
    }
    /// Listens again where it did before.
    bool startAgain(quint16 port) { return m_server.listen(QHostAddress::LocalHost, port); }

  private:
    void accept() {
        auto* socket = m_server.nextPendingConnection();
        m_sockets << socket;
        QObject::connect(socket, &QTcpSocket::readyRead, socket,
                         [this, socket, got = QByteArray()]() mutable {
                             got += socket->readAll();
                             while (answerOne(*socket, got)) {
                             }
                         });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
    /// Takes one request from what was received and answers it; false when there is no whole one.
    bool answerOne(QTcpSocket& socket, QByteArray& got) {
        const auto end = got.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const auto head = got.left(end).toLower();
        qsizetype length = 0;
        if (const auto at = head.indexOf("content-length:"); at >= 0)
            length = head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toInt();
        if (got.size() < end + 4 + length)
            return false;
        const auto words = got.left(got.indexOf('\r')).split(' ');
        const auto what = words[0] + ' ' + words[1];
        asked.append({what, got.mid(end + 4, length)});
        got.remove(0, end + 4 + length);
        const auto answer = answers.value(what);
        socket.write("HTTP/1.1 " + QByteArray::number(answer.status) + " x\r\ncontent-length: " +
                     QByteArray::number(answer.body.size()) + "\r\n\r\n" + answer.body);
        return true;
    }

    QTcpServer m_server;
    QList<QPointer<QTcpSocket>> m_sockets;
};

} // namespace balady::tests
