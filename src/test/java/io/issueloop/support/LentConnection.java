package io.issueloop.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection that goes back instead of being closed, once. */
final class LentConnection implements InvocationHandler {

    private final Connection connection;
    private final Consumer<Connection> owner;
    private final AtomicBoolean isBack = new AtomicBoolean();

    LentConnection(Connection connection, Consumer<Connection> owner) {
        this.connection = connection;
        this.owner = owner;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "close" -> {
                if (isBack.compareAndSet(false, true)) {
                    owner.accept(connection);
                }
                yield null;
            }
            case "isClosed" -> isBack.get() || connection.isClosed();
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> onConnection(method, arguments);
        };
    }

    private @Nullable Object onConnection(Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
