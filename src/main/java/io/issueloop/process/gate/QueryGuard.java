package io.issueloop.process.gate;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Refuses every command that carries a query with expressions, in or-queries, filters and batch
 * builders too (CVE-2026-109432: the engine's own switch overlooks or-queries).
 */
class QueryGuard extends CommandInterceptor {

    private static final String ENGINE = "org.camunda.bpm.engine.";
    private static final ClassValue<List<Field>> FIELDS =
            new ClassValue<>() {
                @Override
                protected List<Field> computeValue(Class<?> type) {
                    return queryFields(type);
                }
            };

    @Override
    public <T> T execute(Command<T> command) {
        refuseExpressions(command, Collections.newSetFromMap(new IdentityHashMap<>()));
        return next.execute(command);
    }

    private static void refuseExpressions(Object carrier, Set<Object> seen) {
        if (!seen.add(carrier)) {
            return;
        }
        if (carrier instanceof AbstractQuery<?, ?> query && !query.getExpressions().isEmpty()) {
            throw new BadUserRequestException("查询中不允许使用表达式");
        }
        for (var field : FIELDS.get(carrier.getClass())) {
            var value = read(field, carrier);
            if (value instanceof Collection<?> several) {
                several.stream()
                        .filter(QueryGuard::mayCarryQuery)
                        .forEach(one -> refuseExpressions(one, seen));
            } else if (mayCarryQuery(value)) {
                refuseExpressions(value, seen);
            }
        }
    }

    private static boolean mayCarryQuery(@Nullable Object value) {
        return value instanceof Query<?, ?>
                || value instanceof Filter
                || value != null && isBuilder(value.getClass());
    }

    private static boolean isBuilder(Class<?> type) {
        return type.getName().startsWith(ENGINE) && type.getSimpleName().contains("Builder");
    }

    private static List<Field> queryFields(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (var c = type; c != null && c.getName().startsWith(ENGINE); c = c.getSuperclass()) {
            for (var field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && isOfInterest(field.getType())) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        return List.copyOf(fields);
    }

    private static boolean isOfInterest(Class<?> type) {
        return Query.class.isAssignableFrom(type)
                || Filter.class.isAssignableFrom(type)
                || Collection.class.isAssignableFrom(type)
                || type == Object.class
                || isBuilder(type);
    }

    private static @Nullable Object read(Field field, Object carrier) {
        try {
            return field.get(carrier);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
