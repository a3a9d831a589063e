package io.issueloop.web.access;

import io.issueloop.audit.SignOnRefusals.Reason;
import io.issueloop.directory.Directory;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.WeComSignOn;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Sign-on with WeCom: OAuth inside its browser (page 91022), the QR page elsewhere (page 98152).
 */
@Hidden
@Controller
class LoginController {

    static final String CALLBACK = "/login/wecom/callback";
    private static final Logger log = LoggerFactory.getLogger(LoginController.class);

    private final WeComSignOn weCom;
    private final Directory directory;
    private final LoginAttempts attempts;
    private final MemberSessions sessions;
    private final PublicAddress address;
    private final Strangers strangers;
    private final Answers answers;

    LoginController(
            WeComSignOn weCom,
            Directory directory,
            LoginAttempts attempts,
            MemberSessions sessions,
            PublicAddress address,
            Strangers strangers,
            Answers answers) {
        this.weCom = weCom;
        this.directory = directory;
        this.attempts = attempts;
        this.sessions = sessions;
        this.address = address;
        this.strangers = strangers;
        this.answers = answers;
    }

    /**
     * A page with a {@code #fragment} passes through a page of ours that hands the fragment over.
     */
    @GetMapping("/login")
    String login(HttpServletRequest request) {
        return WantedPage.mayHaveFragment(WantedPage.of(request))
                ? "forward:/pages/login.html"
                : "redirect:/login/start";
    }

    @GetMapping("/login/start")
    void start(
            @RequestParam(defaultValue = "") String fragment,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = WantedPage.withFragment(WantedPage.of(request), fragment);
        if (sessions.signedOn(request).isPresent()) {
            response.sendRedirect(wanted);
            return;
        }
        var state = attempts.begin(request.getSession(true), wanted);
        var agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        var there =
                weCom.authorizeUrl(address.of(request, CALLBACK), state, agent.contains("wxwork"));
        WantedPage.forget(request.getSession());
        response.sendRedirect(there.toString());
    }

    @GetMapping(CALLBACK)
    void callback(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = attempts.finish(request.getSession(true), state);
        if (wanted.isEmpty()) {
            strangers.turnBack(request, response, Reason.STATE, "登录请求已过期或已被使用，请重新登录。");
        } else if (code.isBlank()) {
            strangers.turnBack(request, response, Reason.DECLINED, "您没有同意企业微信授权，无法登录。");
        } else {
            enter(code, wanted.get(), request, response);
        }
    }

    private void enter(
            String code, String wanted, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<UserId> userId;
        try {
            userId = weCom.memberOf(code);
        } catch (RuntimeException unanswered) {
            log.warn("sign-on failed: {}", unanswered.toString());
            var down = HttpStatus.SERVICE_UNAVAILABLE;
            answers.page(request, response, down, "无法登录", "企业微信暂时没有回应，请稍后重新登录。");
            return;
        }
        var member = userId.flatMap(directory::member);
        if (member.isEmpty()) {
            strangers.turnAway(response, userId);
            return;
        }
        sessions.signOn(request, member.get().userId());
        log.info("{} signed on", member.get().userId());
        response.sendRedirect(wanted);
    }
}
