// HaarCascade: finds what a cascade of OpenCV's was trained for; pure but for OpenCV's exceptions; private to this folder.
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace balady::camera {

/// A place where several windows of the search agreed.
struct Hit {
    cv::Rect box;
    int votes = 0; ///< how many windows
};

/// Boosted Haar-like features (Viola and Jones 2001; Lienhart and Maydt 2002), as OpenCV's objdetect evaluates them.
/// That library itself brings OpenCV's neural networks, and its headers in Debian FFmpeg, GDAL and Qt 5 (ADR 0011).
class HaarCascade {
  public:
    /// Of opencv-data: `haarcascade_frontalface_alt2`. Looks for faces that look into the camera.
    [[nodiscard]] static const HaarCascade& faces();
    /// `haarcascade_eye_tree_eyeglasses`: eyes that are open, also behind glasses. It does not see shut ones that are drawn.
    [[nodiscard]] static const HaarCascade& openEyes();

    /// As pack_cascade.py writes it; made by the build, hence trusted.
    explicit HaarCascade(std::span<const std::uint8_t> packed);

    struct Search {
        int smallest = 20; ///< px: the side of the box
        int largest = 1 << 14;
        int votes = 3;             ///< fewer are chance
        double everyPixelFrom = 1; ///< of the cascade's own size; smaller windows move by two px at a time
    };
    /// The places, those with the most votes first. `grey` is CV_8U.
    [[nodiscard]] std::vector<Hit> find(const cv::Mat& grey, const Search& search) const;

  private:
    struct Stage {
        float threshold;
        std::int32_t trees;
    };
    struct Node {
        std::int32_t left; ///< a node of the tree, or less than one: minus the place among its leaves
        std::int32_t right;
        std::int32_t feature;
        float threshold;
    };
    struct WeighedBox {
        std::int32_t x, y, width, height;
        float weight;
    };
    struct Feature {
        std::int32_t tilted;
        std::array<WeighedBox, 3> boxes; ///< the third may be empty
    };
    /// A feature in integral images of a certain row length: where the corners of its boxes are.
    struct Corners {
        bool tilted;
        std::array<std::array<std::int32_t, 4>, 3> at;
        std::array<float, 3> weights;
    };

    [[nodiscard]] std::vector<Corners> cornersFor(std::int32_t row) const;
    [[nodiscard]] bool accepts(const std::vector<Corners>& features, const int* sum, const int* tilted,
                               float deviation) const;

    cv::Size m_window;
    std::vector<Stage> m_stages;
    std::vector<std::int32_t> m_trees; ///< how many nodes each has, and one leaf more
    std::vector<Node> m_nodes;
    std::vector<float> m_leaves;
    std::vector<Feature> m_features;
};

} // namespace balady::camera
