in float reach_mm;

void main() {
    if (reach_mm < 0.0) {
        discard;
    }
}
