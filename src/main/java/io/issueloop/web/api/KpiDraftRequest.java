package io.issueloop.web.api;

import io.issueloop.kpi.DefinitionDraft;
import io.issueloop.kpi.DefinitionVersion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As people fill it in; numbers as texts. */
record KpiDraftRequest(
        @Nullable String effectiveFrom,
        @Nullable String cap,
        @Nullable String reason,
        @Nullable List<Setting> settings) {

    record Setting(
            @Nullable String metric,
            @Nullable String basis,
            @Nullable String target,
            @Nullable String weight,
            @Nullable String remark) {

        DefinitionVersion.Setting setting() {
            return new DefinitionVersion.Setting(
                    required(metric, "metric"),
                    required(basis, "basis"),
                    number(required(target, "target")),
                    number(required(weight, "weight")),
                    Optional.ofNullable(remark).orElse("").strip());
        }
    }

    DefinitionDraft draft() {
        return new DefinitionDraft(
                number(required(cap, "cap")),
                required(reason, "reason"),
                required(settings, "settings").stream().map(Setting::setting).toList());
    }

    String from() {
        return required(effectiveFrom, "effectiveFrom");
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new InvalidRequest("缺少 " + name);
        }
        return value;
    }

    private static BigDecimal number(String text) {
        if (!text.strip().matches("\\d{1,6}(\\.\\d{1,4})?")) {
            throw new InvalidRequest("“" + text + "”不是有效的数");
        }
        return new BigDecimal(text.strip());
    }
}
