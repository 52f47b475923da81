// WipedMat: a picture of OpenCV whose pixels are overwritten when it goes.
#pragma once

#include "kiosk/base/secret.h"

#include <opencv2/core.hpp>

namespace balady::camera {

/// Wipes the buffer that its Mat has at the end: give it to functions that fill one Mat, not to those that keep it.
struct WipedMat {
    cv::Mat mat;

    WipedMat() = default;
    WipedMat(const WipedMat&) = delete;
    WipedMat& operator=(const WipedMat&) = delete;
    ~WipedMat() {
        if (mat.data != nullptr && mat.isContinuous())
            wipe(mat.data, mat.total() * mat.elemSize());
    }
};

} // namespace balady::camera
