package io.issueloop.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.shared.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * The two ways to say no: problem+json (RFC 9457) where data was asked for, a friendly page where a
 * person looks. Neither tells more than its sentence.
 */
@Component
public class Answers {

    private static final Map<HttpStatus, String> TITLES =
            Map.ofEntries(
                    Map.entry(HttpStatus.BAD_REQUEST, "请求有误"),
                    Map.entry(HttpStatus.UNAUTHORIZED, "尚未登录"),
                    Map.entry(HttpStatus.FORBIDDEN, "没有权限"),
                    Map.entry(HttpStatus.NOT_FOUND, "没有找到"),
                    Map.entry(HttpStatus.METHOD_NOT_ALLOWED, "不支持的请求方法"),
                    Map.entry(HttpStatus.NOT_ACCEPTABLE, "不支持的返回格式"),
                    Map.entry(HttpStatus.CONFLICT, "已被他人更新"),
                    Map.entry(HttpStatus.PAYLOAD_TOO_LARGE, "内容过大"),
                    Map.entry(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不支持的内容格式"),
                    Map.entry(HttpStatus.UNPROCESSABLE_ENTITY, "无法受理"),
                    Map.entry(HttpStatus.SERVICE_UNAVAILABLE, "暂时不可用"));

    private final ObjectMapper json;
    private final String page;
    private final String outside;

    Answers(ObjectMapper json) throws IOException {
        this.json = json;
        this.page = template("message");
        this.outside = template("outside");
    }

    /** Whether the request came from a program rather than from a person's address bar. */
    public static boolean wantsData(HttpServletRequest request) {
        var path = originalPath(request);
        return Stream.of("/api/", "/v3/", "/actuator/", "/camunda/api/").anyMatch(path::startsWith);
    }

    /** The Chinese headline of a status. */
    public static String title(HttpStatus status) {
        return TITLES.getOrDefault(status, status.is4xxClientError() ? "请求有误" : "系统出错了");
    }

    /** The problem's body; {@code detail} is a Chinese sentence. */
    public static ProblemDetail problem(
            HttpServletRequest request, HttpStatus status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title(status));
        problem.setInstance(URI.create(UriUtils.encodePath(decoded(request), UTF_8)));
        return problem;
    }

    /** Answers in the form the request expects. */
    public void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String detail)
            throws IOException {
        if (wantsData(request)) {
            problem(request, response, status, detail);
        } else {
            page(request, response, status, title(status), detail);
        }
    }

    void problem(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String detail)
            throws IOException {
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        write(response, problem(request, status, detail));
    }

    /** Answers with a problem that says more than its sentence. */
    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        write(
                response,
                HttpStatus.valueOf(problem.getStatus()),
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                json.writeValueAsBytes(problem));
    }

    void page(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String title,
            String detail)
            throws IOException {
        var html =
                page.replace("{{title}}", HtmlUtils.htmlEscape(title))
                        .replace("{{detail}}", HtmlUtils.htmlEscape(detail))
                        .replace("{{status}}", Integer.toString(status.value()));
        write(response, status, MediaType.TEXT_HTML_VALUE + ";charset=UTF-8", html.getBytes(UTF_8));
    }

    /**
     * For somebody WeCom knows but who may not come in (design.md §2): what to do, and for whom.
     *
     * @param userId empty for somebody who is no member of the corp
     */
    void outside(HttpServletResponse response, Optional<UserId> userId) throws IOException {
        var detail =
                userId.isPresent()
                        ? "您不在本应用的可见范围内，无法登录。请联系企业微信管理员把您加入应用「问题闭环」的可见范围。"
                        : "企业微信说您不是本企业的成员，无法登录。请用企业的账号登录，或联系企业微信管理员把您加入通讯录。";
        var who = userId.map(user -> "您的企业微信账号：" + user.value()).orElse("没有企业微信账号");
        var html =
                outside.replace("{{detail}}", HtmlUtils.htmlEscape(detail))
                        .replace("{{who}}", HtmlUtils.htmlEscape(who));
        var type = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
        write(response, HttpStatus.FORBIDDEN, type, html.getBytes(UTF_8));
    }

    private static String template(String name) throws IOException {
        return new ClassPathResource("static/pages/" + name + ".html").getContentAsString(UTF_8);
    }

    private static void write(
            HttpServletResponse response, HttpStatus status, String type, byte[] body)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(body);
    }

    private static String decoded(HttpServletRequest request) {
        try {
            return UriUtils.decode(originalPath(request), UTF_8);
        } catch (IllegalArgumentException notEncodedProperly) {
            return "/";
        }
    }

    private static String originalPath(HttpServletRequest request) {
        var failed = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String path ? path : request.getRequestURI();
    }
}
