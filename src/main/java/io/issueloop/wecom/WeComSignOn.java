package io.issueloop.wecom;

import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.Optional;

/** Sign-on with WeCom (pages 91022, 98152, 91023). */
public interface WeComSignOn {

    /**
     * Where to send a browser so that it comes back to {@code redirect} with a code.
     *
     * @param state comes back unchanged; at most 128 bytes
     * @param insideWeCom whether it is WeCom's own browser, which needs no QR code
     */
    URI authorizeUrl(URI redirect, String state, boolean insideWeCom);

    /**
     * The member a code stands for; empty for a code that is wrong, used, too old or somebody's
     * from outside the corp. Remote.
     *
     * @throws WeComUnavailable when WeCom does not answer
     */
    Optional<UserId> memberOf(String code);
}
