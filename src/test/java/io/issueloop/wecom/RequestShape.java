package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The form of a value in a request. */
sealed interface RequestShape {

    void check(JsonNode value, String at, List<String> problems);

    /**
     * A text, a number, a flag.
     *
     * @param said as the sheet says it
     * @param example one that fits
     */
    record Scalar(String said, Predicate<JsonNode> fits, Object example) implements RequestShape {
        @Override
        public void check(JsonNode value, String at, List<String> problems) {
            if (!fits.test(value)) {
                problems.add(at + " is " + value + ", not " + said);
            }
        }
    }

    /** Must be absent. */
    record Never() implements RequestShape {
        @Override
        public void check(JsonNode value, String at, List<String> problems) {
            problems.add(at + " must not be there");
        }
    }

    record Fields(Map<String, Field> fields) implements RequestShape {
        @Override
        public void check(JsonNode value, String at, List<String> problems) {
            if (!value.isObject()) {
                problems.add(at + " is " + value + ", not an object");
                return;
            }
            value.fieldNames()
                    .forEachRemaining(
                            name -> {
                                if (!fields.containsKey(name)) {
                                    problems.add(at + "." + name + " is unknown to WeCom");
                                }
                            });
            fields.forEach(
                    (name, field) -> field.check(value.get(name), at + "." + name, problems));
        }
    }

    /** Which fields there are depends on the value of one of them. */
    record Choice(String by, Map<String, Fields> kinds) implements RequestShape {
        @Override
        public void check(JsonNode value, String at, List<String> problems) {
            var kind = kinds.get(value.path(by).asText());
            if (kind == null) {
                problems.add(at + "." + by + " is " + value.path(by));
                return;
            }
            kind.check(value, at, problems);
        }
    }

    /**
     * @param most entries of a list; 0: no list
     */
    record Field(boolean required, int most, RequestShape shape) {

        boolean isList() {
            return most > 0;
        }

        void check(
                @org.jspecify.annotations.Nullable JsonNode value,
                String at,
                List<String> problems) {
            if (value == null) {
                if (required) {
                    problems.add(at + " is missing");
                }
            } else if (!isList()) {
                shape.check(value, at, problems);
            } else if (!value.isArray()) {
                problems.add(at + " is " + value + ", not a list");
            } else {
                checkEntries(value, at, problems);
            }
        }

        private void checkEntries(JsonNode list, String at, List<String> problems) {
            if (list.size() > most || required && list.isEmpty()) {
                problems.add(at + " has " + list.size() + " entries");
            }
            for (int i = 0; i < list.size(); i++) {
                shape.check(list.get(i), at + "[" + i + "]", problems);
            }
            if (shape instanceof Never && list.isEmpty()) {
                problems.add(at + " must not be there");
            }
        }
    }
}
