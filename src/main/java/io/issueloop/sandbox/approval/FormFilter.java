package io.issueloop.sandbox.approval;

import io.issueloop.sandbox.api.Input;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** {@code filters} of page 91816: different keys are AND; only department may repeat, as OR. */
final class FormFilter implements Predicate<Form> {

    private static final Map<String, Function<Form, String>> KEYS =
            Map.of(
                    "template_id", Form::templateId,
                    "creator", Form::applicant,
                    "department", Form::party,
                    "sp_status", form -> Integer.toString(form.status()),
                    "record_type", form -> "");

    private final Map<String, Set<String>> wanted = new HashMap<>();

    FormFilter(List<Input> filters) {
        for (var filter : filters) {
            var key = filter.oneOf("key", "", List.copyOf(KEYS.keySet()));
            var values = wanted.computeIfAbsent(key, k -> new HashSet<>());
            if (!values.isEmpty() && !key.equals("department")) {
                throw Wrong.form("filter given twice: " + key);
            }
            values.add(filter.text("value"));
        }
    }

    @Override
    public boolean test(Form form) {
        return wanted.entrySet().stream()
                .allMatch(entry -> entry.getValue().contains(KEYS.get(entry.getKey()).apply(form)));
    }
}
