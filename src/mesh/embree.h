#pragma once

// The one place that knows which Embree the distribution has: 3.13 wants a context for every ray,
// 4 has defaults. Private to the spatial index.
#if DORSUM_EMBREE_MAJOR >= 4
#include <embree4/rtcore.h>
#else
#include <embree3/rtcore.h>
#endif

namespace dorsum::mesh {

inline void intersect(RTCScene scene, RTCRayHit& ray_hit) {
#if DORSUM_EMBREE_MAJOR >= 4
    rtcIntersect1(scene, &ray_hit);
#else
    RTCIntersectContext context{};
    rtcInitIntersectContext(&context);
    rtcIntersect1(scene, &context, &ray_hit);
#endif
}

}  // namespace dorsum::mesh
