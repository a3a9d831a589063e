package io.issueloop.web.access;

import io.issueloop.directory.Member;
import io.issueloop.shared.UserId;
import java.util.Optional;

/**
 * Who makes a request: a signed-on member, or a script with a token that may act for a member.
 *
 * @param member the signed-on member, or the one the script acts for
 * @param token name of the script's token; empty for people
 */
public record Caller(Optional<Member> member, Optional<String> token) {

    static Caller person(Member member) {
        return new Caller(Optional.of(member), Optional.empty());
    }

    /**
     * The member who acts.
     *
     * @throws ActingMemberMissing when a script named none
     */
    public Member acting() {
        return member.orElseThrow(() -> new ActingMemberMissing("请用请求头 X-Acting-User 指明代表哪位成员操作"));
    }

    /** The userid of {@link #acting()}. */
    public UserId userId() {
        return acting().userId();
    }

    /** Stable name for logs and idempotency, e.g. {@code zhangsan} or {@code ci/zhangsan}. */
    public String name() {
        var person = member.map(m -> m.userId().value()).orElse("");
        return token.map(script -> script + "/" + person).orElse(person);
    }

    /**
     * A script did not say for which existing member it acts (design.md §3 Scripts): status 400.
     */
    public static class ActingMemberMissing extends RuntimeException {
        ActingMemberMissing(String messageForPeople) {
            super(messageForPeople);
        }
    }
}
