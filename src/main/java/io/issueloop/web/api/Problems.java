package io.issueloop.web.api;

import io.issueloop.shared.Refused;
import io.issueloop.web.access.Answers;
import io.issueloop.web.access.Caller.ActingMemberMissing;
import io.issueloop.wecom.WeComBusy;
import io.issueloop.wecom.WeComRejected;
import io.issueloop.wecom.WeComUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns whatever goes wrong in a controller into a Chinese sentence, never into a stack trace. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Answers answers;

    Problems(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    void refused(Refused why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.answer(request, response, HttpStatus.UNPROCESSABLE_ENTITY, why.reason());
    }

    @ExceptionHandler({InvalidRequest.class, ActingMemberMissing.class})
    void invalid(RuntimeException why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.answer(request, response, HttpStatus.BAD_REQUEST, String.valueOf(why.getMessage()));
    }

    @ExceptionHandler
    void notFound(NotFound why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.answer(request, response, HttpStatus.NOT_FOUND, String.valueOf(why.getMessage()));
    }

    @ExceptionHandler
    void notValid(
            MethodArgumentNotValidException why,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var errors = why.getFieldErrors().stream().map(FieldProblem::of).toList();
        var detail = errors.isEmpty() ? "内容不符合要求" : errors.get(0).message();
        var problem = Answers.problem(request, HttpStatus.BAD_REQUEST, detail);
        problem.setProperty("errors", errors);
        answers.write(response, problem);
    }

    @ExceptionHandler
    void overtaken(
            ConcurrencyFailureException why,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answers.answer(request, response, HttpStatus.CONFLICT, "刚刚有人更新了同一内容，请刷新后重试。");
    }

    @ExceptionHandler({WeComUnavailable.class, WeComBusy.class})
    void weComIsSilent(
            RuntimeException why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.warn("WeCom did not answer a page: {}", why.getMessage());
        answers.answer(request, response, HttpStatus.SERVICE_UNAVAILABLE, "企业微信暂时没有回应，请稍后重试。");
    }

    @ExceptionHandler
    void weComRefuses(WeComRejected why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.error("WeCom refused what a page needs: {}", why.getMessage());
        answers.answer(
                request,
                response,
                HttpStatus.BAD_GATEWAY,
                "企业微信拒绝了请求（错误码 %d），请联系管理员。".formatted(why.errcode()));
    }

    /** Not ours to answer: the doors know what to say. */
    @ExceptionHandler
    void denied(AccessDeniedException why) {
        throw why;
    }

    @ExceptionHandler
    void anythingElse(Exception why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var status = RequestMistakes.status(why);
        if (status.is5xxServerError()) {
            var reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("request failed, reference {}", reference, why);
            answers.answer(
                    request, response, status, "系统出错了，请稍后重试；如仍有问题，请把编号 " + reference + " 告诉管理员。");
        } else {
            if (why instanceof ErrorResponse known) {
                known.getHeaders()
                        .forEach((name, all) -> all.forEach(v -> response.addHeader(name, v)));
            }
            answers.answer(request, response, status, RequestMistakes.sentence(why, status));
        }
    }

    /** One field that is not as it must be. */
    record FieldProblem(String field, String message) {

        static FieldProblem of(FieldError error) {
            var said = error.getDefaultMessage();
            return new FieldProblem(
                    error.getField(),
                    error.isBindingFailure() || said == null
                            ? "参数 %s 的值无效".formatted(error.getField())
                            : said);
        }
    }
}
