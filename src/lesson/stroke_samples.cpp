#include "lesson/stroke_samples.h"

#include "lesson/stroke_motion.h"

namespace dorsum::lesson {

std::array<StrokeSample, stroke_sample_count> stroke_samples(const Stroke& stroke) {
    std::array<StrokeSample, stroke_sample_count> samples;
    for (int i = 0; i < stroke_sample_count; ++i) {
        const double share = static_cast<double>(i) / (stroke_sample_count - 1);
        samples[i].time_s = stroke.start_s + share * stroke.duration_s;
        samples[i].point = hand_on_stroke(stroke, samples[i].time_s).point;
    }
    return samples;
}

}  // namespace dorsum::lesson
