package io.issueloop.operations;

import io.issueloop.shared.Refused;
import io.issueloop.standalone.StartRefused;
import io.issueloop.wecom.WeComBusy;
import io.issueloop.wecom.WeComRejected;
import io.issueloop.wecom.WeComUnavailable;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;

/** One Chinese sentence for what went wrong. */
public final class Explanation {

    /** Their own messages are meant for people. */
    private static final List<Class<? extends Throwable>> SPEAKING =
            List.of(
                    StartRefused.class,
                    Refused.class,
                    WeComRejected.class,
                    WeComUnavailable.class,
                    WeComBusy.class);

    private Explanation() {}

    public static String of(Throwable problem) {
        for (var type : SPEAKING) {
            var found = first(problem, type);
            if (!found.isEmpty()) {
                return String.valueOf(found.get(0).getMessage());
            }
        }
        if (!first(problem, BindValidationException.class).isEmpty()) {
            return "设置不完整或不正确，请运行 doctor 查看是哪一项";
        }
        var sql = first(problem, SQLException.class);
        return sql.isEmpty()
                ? "出现意外的错误：%s（加 --debug 查看详情）".formatted(root(problem))
                : database(sql.get(sql.size() - 1));
    }

    /** Class 08: no connection, 28: no such user or password. */
    private static String database(SQLException problem) {
        var state = String.valueOf(problem.getSQLState());
        return state.startsWith("08") || state.startsWith("28")
                ? "连接不上数据库，请检查 SPRING_DATASOURCE_URL、_USERNAME、_PASSWORD 和数据库是否在运行（%s）"
                        .formatted(firstLine(problem))
                : "数据库：" + firstLine(problem);
    }

    private static <T extends Throwable> List<T> first(Throwable problem, Class<T> type) {
        return causes(problem).filter(type::isInstance).map(type::cast).toList();
    }

    private static Throwable root(Throwable problem) {
        return causes(problem).reduce((outer, inner) -> inner).orElse(problem);
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
    }

    private static String firstLine(Throwable problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }
}
