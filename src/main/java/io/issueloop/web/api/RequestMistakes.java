package io.issueloop.web.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;

/** What Spring complains about, in words for the person who sent it. */
final class RequestMistakes {

    private RequestMistakes() {}

    /** 500 for everything that is not the sender's mistake. */
    static HttpStatus status(Exception why) {
        if (why instanceof ErrorResponse known) {
            return HttpStatus.valueOf(known.getStatusCode().value());
        }
        return why instanceof HttpMessageNotReadableException
                        || why instanceof TypeMismatchException
                ? HttpStatus.BAD_REQUEST
                : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    static String sentence(Exception why, HttpStatus status) {
        if (why instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        }
        if (why instanceof MissingServletRequestParameterException missing) {
            return "缺少参数 " + missing.getParameterName();
        }
        if (why instanceof TypeMismatchException mismatch) {
            return "参数 %s 的值无效".formatted(mismatch.getPropertyName());
        }
        if (why instanceof HttpRequestMethodNotSupportedException wrong) {
            return "此地址不支持 %s 请求".formatted(wrong.getMethod());
        }
        return switch (status) {
            case NOT_FOUND -> "没有找到您要的内容。";
            case UNSUPPORTED_MEDIA_TYPE -> "请以 application/json 提交内容。";
            case NOT_ACCEPTABLE -> "只能返回 application/json。";
            case PAYLOAD_TOO_LARGE -> "提交的内容过大。";
            default -> "请求不符合要求。";
        };
    }

    private static String unreadable(HttpMessageNotReadableException why) {
        if (why.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            var field =
                    mapping.getPath().stream()
                            .map(JsonMappingException.Reference::getFieldName)
                            .filter(name -> name != null)
                            .collect(Collectors.joining("."));
            return "字段 %s 的值类型不对".formatted(field);
        }
        return "请求内容不是有效的 JSON。";
    }
}
