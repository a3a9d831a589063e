package io.issueloop.sandbox.api;

/** A refusal in WeCom's words: its {@code errcode} (page 90313) and a message for people. */
public final class ApiError extends RuntimeException {

    /** A parameter that is missing, of the wrong size or not one of the known values. */
    public static final int INVALID = 40058;

    private static final long serialVersionUID = 1L;

    private final int errcode;

    public ApiError(int errcode, String message) {
        super(message, null, false, false);
        this.errcode = errcode;
    }

    /** 40058: a parameter that is missing, of the wrong size or not one of the known values. */
    public static ApiError invalid(String message) {
        return new ApiError(INVALID, message);
    }

    public int errcode() {
        return errcode;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
