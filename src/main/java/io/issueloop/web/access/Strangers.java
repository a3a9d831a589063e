package io.issueloop.web.access;

import io.issueloop.audit.SignOnRefusals;
import io.issueloop.audit.SignOnRefusals.Reason;
import io.issueloop.directory.Directory;
import io.issueloop.shared.UserId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns away who may not come in, kindly and on record. */
@Component
class Strangers {

    private static final Logger log = LoggerFactory.getLogger(Strangers.class);

    private final Directory directory;
    private final MemberSessions sessions;
    private final SignOnRefusals refusals;
    private final Answers answers;

    Strangers(
            Directory directory,
            MemberSessions sessions,
            SignOnRefusals refusals,
            Answers answers) {
        this.directory = directory;
        this.sessions = sessions;
        this.refusals = refusals;
        this.answers = answers;
    }

    /**
     * Somebody WeCom vouches for, who is no member of ours.
     *
     * @param userId empty for somebody who is no member of the corp
     */
    void turnAway(HttpServletResponse response, Optional<UserId> userId) throws IOException {
        log.info("sign-on refused: {} is not in the directory", userId);
        refusals.noted(userId.map(this::reason).orElse(Reason.NO_MEMBER), userId);
        answers.outside(response, userId);
    }

    /** Somebody who came back without what a sign-on needs. */
    void turnBack(
            HttpServletRequest request, HttpServletResponse response, Reason reason, String why)
            throws IOException {
        refusals.noted(reason);
        var status = reason == Reason.STATE ? HttpStatus.BAD_REQUEST : HttpStatus.FORBIDDEN;
        answers.page(request, response, status, "无法登录", why);
    }

    /** A request nobody is signed on for; without any session it is just the first one. */
    void noticed(HttpServletRequest request) {
        var remembered = sessions.remembered(request);
        if (remembered.isPresent()) {
            refusals.noted(Reason.INACTIVE, remembered);
        } else if (request.getSession(false) == null && carriesSession(request)) {
            refusals.noted(Reason.SESSION);
        }
    }

    void withUnknownToken() {
        refusals.noted(Reason.TOKEN);
    }

    private Reason reason(UserId user) {
        return directory.lastTeam(user).isPresent() ? Reason.INACTIVE : Reason.OUTSIDE;
    }

    private static boolean carriesSession(HttpServletRequest request) {
        var name = request.getServletContext().getSessionCookieConfig().getName();
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .map(Cookie::getName)
                .anyMatch(name == null ? "JSESSIONID"::equals : name::equals);
    }
}
