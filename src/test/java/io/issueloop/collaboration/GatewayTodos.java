package io.issueloop.collaboration;

import io.issueloop.delivery.Deliveries;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.directory.Directory;
import io.issueloop.issue.Issues;
import org.springframework.context.ApplicationContext;

/** The application's native to-dos as they would be with {@code WECOM_TODO=endpoint}. */
public final class GatewayTodos {

    private GatewayTodos() {}

    public static Effect effect(ApplicationContext beans) {
        var natives =
                new NativeTodos(
                        beans.getBean(KnownTodos.class),
                        beans.getBean(TodoList.class),
                        beans.getBean(Issues.class),
                        beans.getBean(Deliveries.class),
                        new TodoProperties(TodoProperties.Mode.ENDPOINT));
        return new NativeTodoEffect(
                beans.getBean(Issues.class),
                natives,
                beans.getBean(KnownTodos.class),
                beans.getBean(TodoList.class),
                beans.getBean(SentLog.class),
                beans.getBean(Directory.class));
    }
}
