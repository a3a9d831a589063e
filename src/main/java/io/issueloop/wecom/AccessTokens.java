package io.issueloop.wecom;

import io.issueloop.wecom.CachedSecret.Issued;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * The application's access token, cached because WeCom blocks callers that ask too often (page
 * 91039).
 */
@Component
class AccessTokens {

    private final CachedSecret token;

    AccessTokens(
            TokenApi api,
            TokenStore store,
            Leases leases,
            WeComProperties properties,
            Clock clock) {
        this.token =
                new CachedSecret(
                        store.id("token"),
                        "访问凭证",
                        () -> {
                            var issued = api.gettoken(properties.corpId(), properties.secret());
                            return new Issued(
                                    issued.access_token(), Duration.ofSeconds(issued.expires_in()));
                        },
                        store,
                        leases,
                        clock);
    }

    /**
     * A token that should be alive.
     *
     * @throws WeComRejected when WeCom does not know the corp or its secret
     * @throws WeComUnavailable when WeCom does not answer
     */
    String current() {
        return token.current();
    }

    /** WeCom refused this token: nobody may use it again, on any node. */
    void died(String refused) {
        token.died(refused);
    }
}
