package io.issueloop.process.work;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who is acting: the member signed on to Tasklist, or the one a card, a page or REST vouches for.
 * Never a form field. Whether that person may is the domain's decision.
 */
@Component
public class Acting {

    private final ThreadLocal<@Nullable UserId> vouchedFor = new ThreadLocal<>();
    private final ObjectProvider<IdentityService> identity;

    Acting(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    /** Does the work as this person, whom a card, a page or REST vouches for. */
    public void as(UserId actor, Runnable work) {
        var before = vouchedFor.get();
        vouchedFor.set(actor);
        try {
            work.run();
        } finally {
            if (before == null) {
                vouchedFor.remove();
            } else {
                vouchedFor.set(before);
            }
        }
    }

    /**
     * @throws Refused when nobody is signed on
     */
    public UserId now() {
        return Optional.ofNullable(vouchedFor.get())
                .or(this::signedOn)
                .orElseThrow(() -> new Refused("请先登录"));
    }

    private Optional<UserId> signedOn() {
        return Optional.ofNullable(identity.getObject().getCurrentAuthentication())
                .map(authentication -> UserId.of(authentication.getUserId()));
    }
}
