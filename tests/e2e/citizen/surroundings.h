// Surroundings: what is around the terminal and not in it: the citizen's card, telephone and papers, the municipality's
// office (the sandbox's administration), the state of the printers; GUI thread.
#pragma once

#include <QHttpMultiPart>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QString>
#include <filesystem>
#include <vector>

namespace balady::e2e {

class Surroundings {
  public:
    /// `facts` is what terminal.py wrote about the world it started.
    explicit Surroundings(const QJsonObject& facts);

    /// The folder of the whole world's state.
    [[nodiscard]] std::filesystem::path state() const { return m_facts["state"].toString().toStdString(); }

    // --- devices ----------------------------------------------------------------------------------------------
    /// Says to a simulated device how it shall be: its control file gets that word.
    void device(const QString& name, const QString& word) const;
    /// The word that was said to it last.
    [[nodiscard]] QString deviceWord(const QString& name) const;

    // --- the municipality's platform ---------------------------------------------------------------------------
    /// The reply of the sandbox's administration. Throws Unexpected on any status but 200.
    QJsonObject get(const QString& path);
    QJsonObject post(const QString& path, const QJsonObject& body = {});
    /// Newest first.
    QJsonArray requests() { return get("/admin/requests")["requests"].toArray(); }

    // --- the citizen's telephone --------------------------------------------------------------------------------
    /// Answers the newest open question of the app: "approve" or "refuse". Its number must be among the given words.
    void answerApp(const QString& decision, const QString& words);
    /// The digits of the newest code by text message.
    QString codeFromSms();
    /// Reads the code on the screen, opens its address and sends the page's form with that file, as a browser would. Gives
    /// what the page says then.
    QString sendFromPhone(const QImage& screen, const QByteArray& file);
    /// The digits that the page said last.
    [[nodiscard]] QString markOnPhone() const { return m_mark; }
    /// A photograph that the telephone has taken.
    [[nodiscard]] QByteArray photographOnPhone() const;
    QJsonObject sms() { return get("/admin/sms"); }
    /// Pays the newest unpaid bill whose number is among the given words. Gives that number.
    QString payBillShownIn(const QString& words);

    // --- papers ---------------------------------------------------------------------------------------------------
    /// What came out of a printer so far, oldest first: "receipts" (.bin, .png beside it) or "documents" (.pdf).
    [[nodiscard]] std::vector<std::filesystem::path> papers(const QString& kind) const;
    /// From here on the licence printer's paper is numbered like that: a Code 128 bar code below what is printed; "": not.
    void numberPaper(const QString& sheet) { m_sheet = sheet; }
    /// Puts a printed licence under the camera.
    void layUnderCamera(const std::filesystem::path& pdf) const;
    /// Reads a printed licence's code with the hand scanner.
    void scanByHand(const std::filesystem::path& pdf) const;

  private:
    /// As one of the camera's scenes; gives its file.
    QString drawLicence(const std::filesystem::path& pdf) const;
    /// The page that the telephone's browser gets.
    QString browse(const QNetworkRequest& request, QHttpMultiPart* form = nullptr);
    QJsonObject exchange(const QByteArray& method, const QString& path, const QByteArray& body);

    QJsonObject m_facts;
    QNetworkAccessManager m_network;
    QString m_mark;
    QString m_sheet;
};

} // namespace balady::e2e
