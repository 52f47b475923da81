// Trains the network of drivers/vision/glyph_net.h on printed zones that it draws, photographs and cuts itself.
// usage: train_glyph_net OUT [STEPS [LAST]]     OUT: the weights as little-endian bfloat16. STEPS: the length of the
// course, over which each step becomes smaller. LAST: the step after which it is broken off. The same on every run:
// one thread, one seed, no library's random numbers.

#include "drivers/vision/convolution.h"
#include "drivers/vision/glyph_net.h"
#include "drivers/vision/line_strip.h"
#include "tests/mrz/documents.h"
#include "tests/mrz/specimen.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <vector>

using namespace balady;
using namespace balady::vision;
using tests::Chance;

namespace {

constexpr int kBatch = 4;          // strips per step
constexpr int kPhotographs = 3;    // per printed zone: printing costs more than looking
constexpr int kSteps = 30000;      // of the weights in the repository
constexpr int kReport = 500;       // steps
constexpr int kPool = 160;         // strips to choose from, so that a batch mixes many zones
constexpr double kSoiled = 0.4;    // of the printed zones
constexpr double kFinestPitch = 5; // pixels from character to character
constexpr int kIgnored = -1;       // a place where neither the character nor the gap is meant
using Values = std::vector<float>;

struct Lesson {
    Values pixels;
    int columns = 0;
    std::vector<int> labels; ///< per output column
};

/// What should be said at each column of the network's output.
std::vector<int> labelsOf(const LineStrip& strip, const std::string& text,
                          const std::vector<cv::Point2f>& glyphs) {
    std::vector<float> columns;
    for (const auto& glyph : glyphs)
        columns.push_back(strip.columnOf(glyph));
    std::vector<int> out;
    for (int cell = 0; cell < strip.pixels.cols / kNetStride; ++cell) {
        const float x = static_cast<float>(cell * kNetStride) + (kNetStride - 1) / 2.F;
        const auto next =
            static_cast<std::size_t>(std::lower_bound(columns.begin(), columns.end(), x) - columns.begin());
        const auto near = next == columns.size() || (next > 0 && x - columns[next - 1] < columns[next] - x)
                              ? next - 1
                              : next;
        const float pitch = (columns.back() - columns.front()) / static_cast<float>(columns.size() - 1);
        const float away = std::abs(x - columns[near]) / pitch;
        out.push_back(away < 0.26F   ? static_cast<int>(kGlyphs.find(text[near]))
                      : away > 0.42F ? kBlank
                                     : kIgnored);
    }
    return out;
}

/// The lines of one photograph, cut as a detector would cut them.
void addPhotograph(std::vector<Lesson>& lessons, const tests::Paper& paper, double hardness, Chance& chance) {
    tests::View view;
    view.pitch = std::exp(chance.uniform(std::log(chance.happens(0.4) ? kFinestPitch : 8), std::log(26)));
    view.degrees = chance.normal(2);
    view.tiltDegrees = chance.uniform(0, 28 * hardness);
    view.tiltTowards = chance.uniform(0, 360);
    view.size = {static_cast<int>(view.pitch * (static_cast<double>(paper.lines[0].size()) + 9)),
                 static_cast<int>(view.pitch * (paper.grey.rows / tests::kPaperPitch + 3))};
    auto weather = tests::inventWeather(hardness, chance);
    weather.resample = 1;
    if (view.pitch < 8) { // so few pixels bear no further blur
        weather.blur = std::min(weather.blur, 0.06);
        weather.motion = 0;
        weather.jpegQuality = std::max(weather.jpegQuality, 60);
    } else if (chance.happens(0.25)) { // pictures of such few pixels are often blown up for the web
        weather.resample = chance.uniform(kFinestPitch / view.pitch, 1);
        weather.blur = std::min(weather.blur, 0.06);
        weather.motion = 0;
    }
    const auto photo = tests::photograph(paper, view, weather, chance);
    const Pyramid picture(photo.grey);
    for (std::size_t i = 0; i < photo.places.size(); ++i) {
        auto place = photo.places[i];
        const auto down = place.down(), along = place.along() / place.length();
        const double height = place.meanHeight();
        for (auto* end : {&place.left, &place.right}) {
            *end += down * static_cast<float>(chance.normal(0.06) * height);
            *end += along * static_cast<float>(chance.normal(0.5) * height);
        }
        place.sag = static_cast<float>(chance.normal(0.03) * height);
        const auto common = std::exp(chance.normal(0.08));
        for (auto* size : {&place.heightLeft, &place.heightRight})
            *size *= static_cast<float>(common * std::exp(chance.normal(0.05)));
        const auto strip = cutStrip(picture, place);
        lessons.push_back({Values(strip.pixels.begin(), strip.pixels.end()), strip.pixels.cols,
                           labelsOf(strip, photo.lines[i], photo.glyphs[i])});
    }
}

/// The lines of one printed zone, photographed a few times.
void addLessons(std::vector<Lesson>& lessons, const tests::OcrB& font, double hardest, Chance& chance) {
    const double hardness = chance.uniform(0, hardest);
    auto lines = tests::inventZone(chance.pick(tests::kZoneKinds), chance);
    for (auto& line : lines)
        if (chance.happens(0.6))
            line = tests::inventText(static_cast<int>(line.size()), chance);
    auto paper = tests::printZone(lines, font, hardness, chance);
    if (chance.happens(kSoiled))
        tests::addBlots(paper, chance.integer(1, 12), chance);
    for (int i = 0; i < kPhotographs; ++i)
        addPhotograph(lessons, paper, hardness, chance);
}

// --- the network, forwards and backwards ---------------------------------------------------------------------------

/// Values with a rim of zeros, and the gradient of the loss by each.
struct Plane {
    int rows = 0, columns = 0, channels = 0, rimRows = 0, rimColumns = 0;
    Values values, gradient;
    void shape(int r, int c, int n, int rr, int rc) {
        rows = r, columns = c, channels = n, rimRows = rr, rimColumns = rc;
        values.assign(static_cast<std::size_t>(r + 2 * rr) * (c + 2 * rc) * n, 0.F);
        gradient.assign(values.size(), 0.F);
    }
    [[nodiscard]] std::size_t at(int y, int x) const {
        return (static_cast<std::size_t>(y + rimRows) * (columns + 2 * rimColumns) + (x + rimColumns)) *
               channels;
    }
};

template <NetLayer L>
void forward(const Plane& in, const float* weights, Plane& out) {
    constexpr int kDepth = L.width * L.in;
    for (int y = 0; y < out.rows; ++y) {
        float* to = out.values.data() + out.at(y, 0);
        for (int x = 0; x < out.columns; ++x)
            std::copy_n(weights + L.weights(), L.out, to + x * L.out);
        for (int ky = 0; ky < L.height; ++ky) {
            const float* row = in.values.data() + in.at(y + ky - in.rimRows, -in.rimColumns);
            int n = 0;
            for (; n + 16 <= L.out; n += 16)
                accumulateRow<2>(row, L.in, weights + ky * kDepth * L.out + n, L.out, kDepth, to + n, L.out,
                                 out.columns);
            for (; n < L.out; n += 8)
                accumulateRow<1>(row, L.in, weights + ky * kDepth * L.out + n, L.out, kDepth, to + n, L.out,
                                 out.columns);
        }
    }
}

template <NetLayer L>
void backward(Plane& in, const float* weights, const Plane& out, float* gradient, bool further) {
    constexpr int kDepth = L.width * L.in;
    Values turned(static_cast<std::size_t>(kDepth) * L.out);
    for (int ky = 0; ky < L.height; ++ky) {
        const float* slice = weights + ky * kDepth * L.out;
        for (int k = 0; k < kDepth; ++k)
            for (int n = 0; n < L.out; ++n)
                turned[static_cast<std::size_t>(n) * kDepth + k] = slice[k * L.out + n];
        float* weightGradient = gradient + ky * kDepth * L.out;
        for (int y = 0; y < out.rows; ++y) {
            const float* g = out.gradient.data() + out.at(y, 0);
            const auto row = in.at(y + ky - in.rimRows, -in.rimColumns);
            int n = 0;
            for (; n + 16 <= L.out; n += 16)
                accumulateRow<2, L.in>(in.values.data() + row, 1, g + n, L.out, out.columns,
                                       weightGradient + n, L.out, kDepth);
            for (; n < L.out; n += 8)
                accumulateRow<1, L.in>(in.values.data() + row, 1, g + n, L.out, out.columns,
                                       weightGradient + n, L.out, kDepth);
            if constexpr (L.in % 8 == 0)
                for (int k = 0; further && k < kDepth; k += 8)
                    accumulateRow<1>(g, L.out, turned.data() + k, kDepth, L.out, in.gradient.data() + row + k,
                                     L.in, out.columns);
        }
    }
    for (int y = 0; y < out.rows; ++y)
        for (int x = 0; x < out.columns; ++x)
            for (int n = 0; n < L.out; ++n)
                gradient[L.weights() + n] += out.gradient[out.at(y, x) + n];
}

void rectify(Plane& plane) {
    for (auto& value : plane.values)
        value = std::max(0.F, value);
}

/// The maximum of 2 x 2 of rectified values, and where its gradient goes.
void pool(const Plane& in, Plane& out) {
    for (int y = 0; y < out.rows; ++y)
        for (int x = 0; x < out.columns; ++x)
            for (int c = 0; c < in.channels; ++c)
                out.values[out.at(y, x) + c] = std::max(
                    {in.values[in.at(2 * y, 2 * x) + c], in.values[in.at(2 * y, 2 * x + 1) + c],
                     in.values[in.at(2 * y + 1, 2 * x) + c], in.values[in.at(2 * y + 1, 2 * x + 1) + c]});
}

void unpool(Plane& in, const Plane& out) {
    for (int y = 0; y < out.rows; ++y)
        for (int x = 0; x < out.columns; ++x)
            for (int c = 0; c < in.channels; ++c) {
                const auto from = out.at(y, x) + c;
                if (out.values[from] <= 0)
                    continue;
                for (const auto to : {in.at(2 * y, 2 * x) + c, in.at(2 * y, 2 * x + 1) + c,
                                      in.at(2 * y + 1, 2 * x) + c, in.at(2 * y + 1, 2 * x + 1) + c})
                    if (in.values[to] == out.values[from]) {
                        in.gradient[to] = out.gradient[from];
                        break;
                    }
            }
}

class Trainer {
  public:
    explicit Trainer(Chance& chance) : m_weights(GlyphNet::weightCount()), m_gradient(m_weights.size()) {
        std::size_t at = 0;
        for (const auto& layer : kNetLayers) {
            const double deviation = std::sqrt(2.0 / (layer.height * layer.width * layer.in));
            for (std::size_t i = 0; i < layer.weights(); ++i)
                m_weights[at + i] = static_cast<float>(chance.normal(deviation));
            at += layer.size();
        }
        m_mean.resize(m_weights.size());
        m_square.resize(m_weights.size());
    }

    [[nodiscard]] const Values& weights() const { return m_weights; }

    /// Adds the gradient of one lesson; gives its loss per labelled column.
    double learn(const Lesson& lesson) {
        constexpr auto& L = kNetLayers;
        const float* w[4] = {m_weights.data()};
        float* g[4] = {m_gradient.data()};
        for (std::size_t i = 1; i < 4; ++i) {
            w[i] = w[i - 1] + L[i - 1].size();
            g[i] = g[i - 1] + L[i - 1].size();
        }
        const int columns = lesson.columns;
        m_strip.shape(kStripHeight, columns, 1, 1, 1);
        for (int y = 0; y < kStripHeight; ++y)
            std::copy_n(lesson.pixels.data() + static_cast<std::ptrdiff_t>(y) * columns, columns,
                        m_strip.values.data() + m_strip.at(y, 0));
        m_first.shape(kStripHeight, columns, L[0].out, 0, 0);
        m_firstPooled.shape(kStripHeight / 2, columns / 2, L[0].out, 1, 1);
        m_second.shape(kStripHeight / 2, columns / 2, L[1].out, 0, 0);
        m_secondPooled.shape(kStripHeight / 4, columns / 4, L[1].out, 0, L[2].width / 2);
        m_third.shape(1, columns / 4, L[2].out, 0, 0);
        m_scores.shape(1, columns / 4, L[3].out, 0, 0);

        forward<L[0]>(m_strip, w[0], m_first);
        rectify(m_first);
        pool(m_first, m_firstPooled);
        forward<L[1]>(m_firstPooled, w[1], m_second);
        rectify(m_second);
        pool(m_second, m_secondPooled);
        forward<L[2]>(m_secondPooled, w[2], m_third);
        rectify(m_third);
        forward<L[3]>(m_third, w[3], m_scores);

        double loss = 0;
        int labelled = 0;
        for (int cell = 0; cell < m_scores.columns; ++cell) {
            const int label = lesson.labels[static_cast<std::size_t>(cell)];
            if (label == kIgnored)
                continue;
            const float weight = label == kBlank ? 0.5F : 1.F;
            const float* score = m_scores.values.data() + m_scores.at(0, cell);
            float* slope = m_scores.gradient.data() + m_scores.at(0, cell);
            const float top = *std::max_element(score, score + kGlyphClasses);
            float sum = 0;
            for (int c = 0; c < kGlyphClasses; ++c)
                sum += std::exp(score[c] - top);
            for (int c = 0; c < kGlyphClasses; ++c)
                slope[c] = weight * (std::exp(score[c] - top) / sum - (c == label ? 1.F : 0.F));
            loss -= score[label] - top - std::log(sum);
            ++labelled;
        }
        backward<L[3]>(m_third, w[3], m_scores, g[3], true);
        for (std::size_t i = 0; i < m_third.values.size(); ++i)
            if (m_third.values[i] <= 0)
                m_third.gradient[i] = 0;
        backward<L[2]>(m_secondPooled, w[2], m_third, g[2], true);
        unpool(m_second, m_secondPooled);
        backward<L[1]>(m_firstPooled, w[1], m_second, g[1], true);
        unpool(m_first, m_firstPooled);
        backward<L[0]>(m_strip, w[0], m_first, g[0], false);
        m_columns += labelled;
        return loss / std::max(1, labelled);
    }

    /// Adam, with the gradients gathered since the last step.
    void step(double rate) {
        ++m_steps;
        const double fadeMean = 1 - std::pow(0.9, m_steps), fadeSquare = 1 - std::pow(0.999, m_steps);
        for (std::size_t i = 0; i < m_weights.size(); ++i) {
            const float g = m_gradient[i] / static_cast<float>(m_columns);
            m_mean[i] = 0.9F * m_mean[i] + 0.1F * g;
            m_square[i] = 0.999F * m_square[i] + 0.001F * g * g;
            m_weights[i] -= static_cast<float>(rate * (m_mean[i] / fadeMean) /
                                               (std::sqrt(m_square[i] / fadeSquare) + 1e-8));
            m_gradient[i] = 0;
        }
        m_columns = 0;
    }

  private:
    Values m_weights, m_gradient, m_mean, m_square;
    Plane m_strip, m_first, m_firstPooled, m_second, m_secondPooled, m_third, m_scores;
    int m_columns = 0, m_steps = 0;
};

/// The part of the characters that are not the best at their places.
double errorRate(const Values& weights, const std::vector<Lesson>& lessons) {
    const GlyphNet net(weights);
    int wrong = 0, all = 0;
    for (const auto& lesson : lessons) {
        const auto read = net.read(lesson.pixels, lesson.columns);
        for (std::size_t cell = 0; cell < lesson.labels.size(); ++cell) {
            if (lesson.labels[cell] == kIgnored || lesson.labels[cell] == kBlank)
                continue;
            const auto* row = read.data() + cell * kGlyphClasses;
            wrong += std::max_element(row, row + kGlyphClasses) - row != lesson.labels[cell];
            ++all;
        }
    }
    return static_cast<double>(wrong) / all;
}

void save(const Values& weights, const char* path) {
    std::ofstream out(path, std::ios::binary);
    for (const float weight : weights) {
        const auto bits = std::bit_cast<std::uint32_t>(weight);
        const auto half =
            static_cast<std::uint16_t>((bits + 0x7FFF + (bits >> 16 & 1)) >> 16); // to the nearest
        out.put(static_cast<char>(half & 0xFF)).put(static_cast<char>(half >> 8));
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: train_glyph_net OUT [STEPS [LAST]]\n";
        return 2;
    }
    const int steps = argc > 2 ? std::atoi(argv[2]) : kSteps;
    const int last = argc > 3 ? std::atoi(argv[3]) : steps;
    const tests::OcrB font;
    Chance chance(20261121), examination(1);
    std::vector<Lesson> easy, hard;
    while (easy.size() < 40)
        addLessons(easy, font, 0.5, examination);
    while (hard.size() < 40)
        addLessons(hard, font, 1, examination);
    Trainer trainer(chance);
    double loss = 0;
    std::vector<Lesson> lessons;
    const auto start = std::chrono::steady_clock::now();
    for (int step = 0; step < last; ++step) {
        while (static_cast<int>(lessons.size()) < kPool)
            addLessons(lessons, font, 0.3 + 0.7 * std::min(1.0, 4.0 * step / steps), chance);
        for (int i = 0; i < kBatch; ++i) {
            std::swap(
                lessons[static_cast<std::size_t>(chance.integer(0, static_cast<int>(lessons.size()) - 1))],
                lessons.back());
            loss += trainer.learn(lessons.back()) / kBatch;
            if (chance.happens(0.5)) // drawing costs as much as learning: most strips are seen twice
                lessons.pop_back();
        }
        const double part = static_cast<double>(step) / steps;
        trainer.step(0.0025 * std::min(1.0, (step + 1) / 100.0) * (0.5 + 0.5 * std::cos(part * 3.14159265)) +
                     2e-6);
        if ((step + 1) % kReport == 0) {
            std::cerr << step + 1 << " loss " << loss / kReport << " wrong: easy "
                      << errorRate(trainer.weights(), easy) << " hard " << errorRate(trainer.weights(), hard)
                      << " s "
                      << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()
                      << "\n";
            loss = 0;
            save(trainer.weights(), argv[1]);
        }
    }
    save(trainer.weights(), argv[1]);
}
