package io.issueloop.wecom;

import java.net.URI;

/** What our own pages need to call WeCom's client: the JS-SDK (page 90506). */
public interface JsSdk {

    /** Which ticket a signature is made with. */
    enum Kind {
        /** {@code getConfigSignature}: the corp's. */
        CONFIG,
        /** {@code getAgentConfigSignature}: the application's. */
        AGENT
    }

    /**
     * @param script address of the SDK, absolute or on our own server
     */
    record Application(String corpId, int agentId, URI script) {}

    /**
     * @param timestamp seconds since 1970
     */
    record Signature(long timestamp, String nonceStr, String signature) {}

    Application application();

    /**
     * Signs a page. Remote where no ticket is at hand.
     *
     * @param page its address as the browser shows it; what follows a {@code #} does not count
     * @throws WeComUnavailable when WeCom does not answer
     * @throws WeComRejected when WeCom gives no ticket, with what to do
     */
    Signature sign(Kind kind, URI page);
}
