package io.issueloop.standalone;

import io.issueloop.sandbox.SandboxApplication;

/** The WeCom sandbox without the application. */
public final class SandboxAlone {

    private SandboxAlone() {}

    /** Returns when it runs; it ends with the process. */
    public static void start() {
        SandboxApplication.main(new String[0]);
    }
}
