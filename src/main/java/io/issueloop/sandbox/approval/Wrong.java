package io.issueloop.sandbox.approval;

import io.issueloop.sandbox.api.ApiError;
import java.util.function.Supplier;

/** The approval pages answer a mistake in the request with codes of their own. */
final class Wrong {

    private static final String FORM = "get approval param error:";
    private static final String TEMPLATE = "invalid parameter:";

    private Wrong() {}

    /** 301025, page 91853. */
    static ApiError form(String what) {
        return new ApiError(301025, FORM + what);
    }

    /** 301086, page 97437. */
    static ApiError template(String what) {
        return new ApiError(301086, TEMPLATE + what);
    }

    static ApiError notAllowed() {
        return new ApiError(301055, "no approval auth");
    }

    /** Reads a request, turning a plain parameter error into 301025. */
    static <T> T form(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ApiError e) {
            throw e.errcode() == ApiError.INVALID ? form(e.reason()) : e;
        }
    }

    /** Reads a request, turning a plain parameter error into 301086. */
    static <T> T template(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ApiError e) {
            throw e.errcode() == ApiError.INVALID ? template(e.reason()) : e;
        }
    }
}
