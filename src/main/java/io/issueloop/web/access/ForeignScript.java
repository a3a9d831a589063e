package io.issueloop.web.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one script that may come from elsewhere.
 *
 * @param jsSdkUrl {@code WECOM_JS_SDK_URL}; absent for our own copy
 */
@ConfigurationProperties("wecom")
record ForeignScript(@Nullable URI jsSdkUrl) {

    /** Its origin after a space, for the content security policy; empty where it is our own. */
    String source() {
        return jsSdkUrl != null && jsSdkUrl.isAbsolute()
                ? " %s://%s".formatted(jsSdkUrl.getScheme(), jsSdkUrl.getAuthority())
                : "";
    }
}
