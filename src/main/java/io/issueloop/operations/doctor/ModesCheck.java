package io.issueloop.operations.doctor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What somebody has switched from WeCom to people, so that nobody wonders. */
@About("能力模式")
final class ModesCheck implements Check {

    private static final Bindable<Map<String, String>> MODES =
            Bindable.mapOf(String.class, String.class);

    private final Environment environment;

    ModesCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public List<Finding> look() {
        var modes =
                new TreeMap<>(Binder.get(environment).bind("wecom.mode", MODES).orElse(Map.of()));
        modes.values().removeIf("auto"::equalsIgnoreCase);
        if (modes.isEmpty()) {
            return List.of(Finding.ok("全部自动"));
        }
        var others =
                modes.entrySet().stream()
                        .map(mode -> mode.getKey() + "=" + mode.getValue())
                        .collect(Collectors.joining("，"));
        return List.of(Finding.ok("不是自动的：" + others));
    }
}
