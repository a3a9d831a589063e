package io.issueloop.bench;

/** A line a phone or a desk hangs on, as a browser's developer tools emulate it. */
enum Line {
    WIFI("Wi-Fi", 5, 30_000),
    MOBILE("4G", 60, 9_000),
    SLOW("slow 3G", 400, 400);

    private final String label;
    private final int latencyMillis;
    private final int kilobitsPerSecond;

    Line(String label, int latencyMillis, int kilobitsPerSecond) {
        this.label = label;
        this.latencyMillis = latencyMillis;
        this.kilobitsPerSecond = kilobitsPerSecond;
    }

    String label() {
        return label;
    }

    /** From asking to the first byte of each answer, in milliseconds. */
    int latencyMillis() {
        return latencyMillis;
    }

    /** Both ways. */
    int kilobitsPerSecond() {
        return kilobitsPerSecond;
    }
}
