#!/bin/bash
# Makes copies of a skin at 0.5, 1.4 and 4 million triangles in OBJ, PLY, STL and GLB: make_copies.sh SKIN FOLDER
set -euo pipefail
skin=${1:?a model of a skin}
folder=${2:?where the copies go}
root=$(cd "$(dirname "$0")/../.." && pwd)
cmake --build "$root/build/release" --target refine_model
mkdir -p "$folder"
for triangles in 500000 1400000 4000000; do
    name=$folder/skin-$triangles
    "$root/build/release/tests/bench/refine_model" "$skin" "$triangles" "$name".{obj,ply,stl,glb}
done
