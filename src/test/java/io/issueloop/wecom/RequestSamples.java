package io.issueloop.wecom;

import io.issueloop.wecom.RequestShape.Choice;
import io.issueloop.wecom.RequestShape.Field;
import io.issueloop.wecom.RequestShape.Fields;
import io.issueloop.wecom.RequestShape.Never;
import io.issueloop.wecom.RequestShape.Scalar;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests out of our records: every component gets a value, whether the sheet knows it or
 * not, so that what the sheet does not know is found on the wire.
 */
final class RequestSamples {

    private static final Map<Class<?>, List<String>> KINDS =
            Map.of(
                    TemplateCard.Card.class, List.of("text_notice", "button_interaction"),
                    TemplateCard.NewsNotice.class, List.of("news_notice"),
                    TemplateCard.Vote.class, List.of("vote_interaction"),
                    TemplateCard.Multiple.class, List.of("multiple_interaction"));

    private final Set<String> leftOut;
    private final boolean full;

    private RequestSamples(Set<String> leftOut, boolean full) {
        this.leftOut = leftOut;
        this.full = full;
    }

    /** The fullest and the barest ones, one for each alternative the endpoint has. */
    static List<Object> of(Class<?> request, RequestSheet.Endpoint endpoint) {
        var samples = new ArrayList<Object>();
        for (var leftOut : alternatives(endpoint)) {
            for (var full : List.of(true, false)) {
                var made = new RequestSamples(leftOut, full);
                samples.addAll(made.records(request, endpoint.body(), true));
            }
        }
        return samples;
    }

    /** What each alternative does without. */
    private static List<Set<String>> alternatives(RequestSheet.Endpoint endpoint) {
        var always = new HashSet<String>();
        endpoint.rules().getOrDefault("any_of", List.of()).stream()
                .findFirst()
                .ifPresent(one -> always.add("+" + one));
        var found = new ArrayList<Set<String>>();
        endpoint.rules()
                .forEach(
                        (rule, names) -> {
                            if (!rule.equals("any_of")) {
                                names.forEach(kept -> found.add(only(kept, names, always)));
                            }
                        });
        return found.isEmpty() ? List.of(always) : found;
    }

    private static Set<String> only(String kept, List<String> names, Set<String> always) {
        var others = new HashSet<>(names);
        others.remove(kept);
        others.add("+" + kept);
        others.addAll(always);
        return others;
    }

    private List<Object> records(Class<?> type, RequestShape shape, boolean top) {
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .flatMap(kind -> records(kind, shape, false).stream())
                    .toList();
        }
        if (shape instanceof Choice choice) {
            return KINDS.getOrDefault(type, List.of()).stream()
                    .map(kind -> record(type, choice.kinds().get(kind), false))
                    .toList();
        }
        var fields = (Fields) shape;
        return several(type, fields, top);
    }

    /** One component may be a card: then there are as many requests as kinds of cards. */
    private List<Object> several(Class<?> type, Fields fields, boolean top) {
        var components = type.getRecordComponents();
        var made = new ArrayList<Object>();
        for (int i = 0; i < components.length; i++) {
            var component = components[i];
            if (component.getType().isSealed() && isThere(component, fields, top)) {
                var cards = fields.fields().get(component.getName()).shape();
                for (var card : records(component.getType(), cards, false)) {
                    var values = values(type, fields, top);
                    values[i] = card;
                    made.add(create(type, values));
                }
                return made;
            }
        }
        made.add(record(type, fields, top));
        return made;
    }

    private Object record(Class<?> type, Fields fields, boolean top) {
        return create(type, values(type, fields, top));
    }

    private @Nullable Object[] values(Class<?> type, Fields fields, boolean top) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component(component, fields, top))
                .toArray();
    }

    private @Nullable Object component(RecordComponent component, Fields fields, boolean top) {
        if (!isThere(component, fields, top) || component.getType().isSealed()) {
            return null;
        }
        var field = fields.fields().get(component.getName());
        return field == null
                ? anything(component.getGenericType())
                : value(component.getGenericType(), field);
    }

    private boolean isThere(RecordComponent component, Fields fields, boolean top) {
        var field = fields.fields().get(component.getName());
        if (top && leftOut.contains("+" + component.getName())) {
            return true;
        }
        if (top && leftOut.contains(component.getName())
                || field != null && field.shape() instanceof Never) {
            return !isNullable(component);
        }
        return full || !isNullable(component) || field != null && field.required();
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Object value(Type type, Field field) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(single(list.getActualTypeArguments()[0], field.shape()));
        }
        return single(type, field.shape());
    }

    private Object single(Type type, RequestShape shape) {
        if (shape instanceof Scalar scalar) {
            return converted(type, scalar.example());
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return record(record, (Fields) shape, false);
        }
        return type instanceof ParameterizedType && shape instanceof Fields fields
                ? examples(fields)
                : anything(type);
    }

    /** What we keep as a map says nothing of its own. */
    private static Map<String, Object> examples(Fields fields) {
        return fields.fields().entrySet().stream()
                .filter(field -> field.getValue().shape() instanceof Scalar)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                field -> ((Scalar) field.getValue().shape()).example()));
    }

    /** The record decides about the type: the wire shows whether it is the right one. */
    private static Object converted(Type type, Object example) {
        if (type == int.class || type == Integer.class) {
            return example instanceof Number number ? (Object) number.intValue() : 7;
        } else if (type == long.class || type == Long.class) {
            return example instanceof Number number ? (Object) number.longValue() : 7L;
        } else if (type == double.class || type == Double.class) {
            return example instanceof Number number ? (Object) number.doubleValue() : 1.5;
        }
        return type == example.getClass() || example instanceof Map ? example : anything(type);
    }

    private static Object anything(Type type) {
        if (type == String.class) {
            return "文本";
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? List.of(anything(generic.getActualTypeArguments()[0]))
                    : Map.of("decimal_places", 2);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            return create(
                    record,
                    Arrays.stream(record.getRecordComponents())
                            .map(component -> anything(component.getGenericType()))
                            .toArray());
        }
        return converted(type, 7L);
    }

    private static Object create(Class<?> type, @Nullable Object[] values) {
        try {
            var types =
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " " + Arrays.toString(values), e);
        }
    }
}
