package io.issueloop.process.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests to Camunda's REST resources that carry an expression where a query is meant: any
 * key ending in "Expression", at any depth, in bodies and parameters (CVE-2026-109432).
 */
class NoExpressions extends OncePerRequestFilter {

    private static final int LIMIT = 1 << 20;
    private static final Pattern PASSED_ON = Pattern.compile("multipart/form-data\\b.*");
    private static final Pattern READ = Pattern.compile("application/json\\b.*|");

    private final JsonFactory json = new JsonFactory();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isExpressionIn(request.getQueryString())) {
            refuse(response);
            return;
        }
        var type = contentType(request);
        if (PASSED_ON.matcher(type).matches()) {
            chain.doFilter(request, response);
            return;
        }
        var body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            Answers.refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "请求内容过大");
        } else if (body.length > 0 && !READ.matcher(type).matches()) {
            Answers.refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "只接受 JSON 内容");
        } else if (body.length > 0 && isExpressionIn(body)) {
            refuse(response);
        } else {
            chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        Answers.refuse(response, HttpServletResponse.SC_BAD_REQUEST, "查询中不允许使用表达式");
    }

    private static String contentType(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isExpressionIn(@Nullable String query) {
        if (query == null) {
            return false;
        }
        for (var parameter : query.split("[&;]")) {
            var name = parameter.split("=", 2)[0];
            if (isExpression(URLDecoder.decode(name, StandardCharsets.UTF_8))) {
                return true;
            }
        }
        return false;
    }

    /** Also true for what is not JSON: the engine's parser must never see more than ours. */
    private boolean isExpressionIn(byte[] body) throws IOException {
        try (var parser = json.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return true;
                }
            }
            return false;
        } catch (JsonParseException e) {
            return true;
        }
    }

    private static boolean isExpression(String key) {
        return key.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }
}
