package io.issueloop.delivery;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The modes of {@code WECOM_MODE_<CAPABILITY>}; what is not set is {@link Mode#AUTO}.
 *
 * @param mode by capability, both in any case
 */
@ConfigurationProperties("wecom")
record ModeSettings(@Nullable Map<String, String> mode) {

    /**
     * @throws IllegalArgumentException when a name or a value is none of ours: the start fails
     */
    ModeSettings {
        parse(mode == null ? Map.of() : mode);
    }

    Mode of(Capability capability) {
        return parse(mode == null ? Map.of() : mode).getOrDefault(capability, Mode.AUTO);
    }

    private static Map<Capability, Mode> parse(Map<String, String> texts) {
        var modes = new EnumMap<Capability, Mode>(Capability.class);
        texts.forEach(
                (name, text) -> {
                    var setting = "WECOM_MODE_" + name.toUpperCase(Locale.ROOT);
                    modes.put(
                            value(Capability.class, name, setting + " 没有对应的能力，可用的能力："),
                            value(Mode.class, text, setting + " 的值“" + text + "”无效，只能是："));
                });
        return modes;
    }

    private static <E extends Enum<E>> E value(Class<E> type, String text, String otherwise) {
        var constants = Arrays.asList(type.getEnumConstants());
        return constants.stream()
                .filter(one -> one.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(otherwise + names(constants)));
    }

    private static String names(Iterable<? extends Enum<?>> constants) {
        return java.util.stream.StreamSupport.stream(constants.spliterator(), false)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("、"));
    }
}
