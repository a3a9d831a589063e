package io.issueloop.web.pages;

import io.issueloop.web.access.Answers;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container says when nobody else has answered, in place of its own page. */
@Hidden
@Controller
class ErrorPageController implements ErrorController {

    private final Answers answers;

    ErrorPageController(Answers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request);
        answers.answer(request, response, status, sentence(status));
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return known == null ? HttpStatus.NOT_FOUND : known;
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "没有这个地址。";
            case FORBIDDEN -> "您没有权限使用此功能。";
            case UNAUTHORIZED -> "请先登录。";
            case METHOD_NOT_ALLOWED -> "此地址不支持这种请求。";
            default -> status.is4xxClientError() ? "请求不符合要求。" : "系统出错了，请稍后重试。";
        };
    }
}
