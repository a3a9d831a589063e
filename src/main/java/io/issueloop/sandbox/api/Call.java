package io.issueloop.sandbox.api;

import io.issueloop.sandbox.state.Json;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;

/**
 * One API request after the door let it in.
 *
 * @param raw the body as text, for the duplicate check of messages
 * @param ofContacts by the contact-sync assistant's token, not the app's
 * @param host address the caller used, for links back into the sandbox
 */
public record Call(
        Map<String, String> query,
        Input body,
        String raw,
        boolean ofContacts,
        String host,
        Optional<MultipartFile> file) {

    /** Query parameter, or an error with WeCom's code for its absence. */
    public String query(String name, int errcodeIfMissing) {
        var value = query.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new ApiError(errcodeIfMissing, "missing " + name);
        }
        return value;
    }

    public int queryNumber(String name, int errcodeIfWrong) {
        try {
            return Integer.parseInt(query(name, errcodeIfWrong));
        } catch (NumberFormatException e) {
            throw new ApiError(errcodeIfWrong, "invalid " + name);
        }
    }

    /** 40058 where the body is not a JSON object (page 90313). */
    static Input read(String raw) {
        if (raw.isBlank()) {
            return Input.empty();
        }
        try {
            return new Input(Json.parse(raw), "");
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid("Warning: wrong json format. " + e.getMessage());
        }
    }
}
