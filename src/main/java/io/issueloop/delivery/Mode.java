package io.issueloop.delivery;

/** Who does what a capability of WeCom is used for. */
public enum Mode {
    /** The application calls WeCom. */
    AUTO("自动"),
    /** A process administrator does it by hand, asked by a task in Tasklist. */
    MANUAL("人工"),
    /** Nobody: it is left out. */
    OFF("关闭");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
