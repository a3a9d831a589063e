package io.issueloop.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What somebody gets who may not pass: the way to sign on, or a clear no. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Answers answers;
    private final PublicAddress address;
    private final Strangers strangers;

    Refusals(Answers answers, PublicAddress address, Strangers strangers) {
        this.answers = answers;
        this.address = address;
        this.strangers = strangers;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        strangers.noticed(request);
        if (Answers.wantsData(request) || !"GET".equals(request.getMethod())) {
            unauthorized(request, response);
        } else if (address.isElsewhere(request)) {
            response.sendRedirect(address.of(request, WantedPage.pathOf(request)).toString());
        } else {
            WantedPage.keep(request);
            response.sendRedirect("/login");
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            // refused for want of a CSRF token, before anybody asked who it is
            unauthorized(request, response);
        } else if (request.getAttribute(AccessRules.UNKNOWN) != null) {
            answers.answer(request, response, HttpStatus.NOT_FOUND, "没有这个地址。");
        } else if (why instanceof CsrfException) {
            answers.answer(request, response, HttpStatus.FORBIDDEN, "页面已过期，请刷新后重试。");
        } else {
            answers.answer(request, response, HttpStatus.FORBIDDEN, "您没有权限使用此功能。");
        }
    }

    void unknownToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        strangers.withUnknownToken();
        answers.problem(request, response, HttpStatus.UNAUTHORIZED, "令牌无效，请检查 Authorization 请求头。");
    }

    private void unauthorized(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.problem(request, response, HttpStatus.UNAUTHORIZED, "请先登录，或提供有效的令牌。");
    }
}
