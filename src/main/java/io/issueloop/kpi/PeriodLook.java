package io.issueloop.kpi;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** When a period is looked at, and by which definitions. */
record PeriodLook(Period period, DefinitionVersion version, Instant cutOff, Instant now) {

    /** In whole seconds, as working time is counted: what began then is seen the next time. */
    Instant asOf() {
        return now.isBefore(period.end()) ? now.truncatedTo(ChronoUnit.SECONDS) : period.end();
    }

    /** PostgreSQL's word for it. */
    String kind() {
        return period.kind().name().toLowerCase(Locale.ROOT);
    }

    Map<String, Object> params() {
        var params = new HashMap<String, Object>();
        params.put("period", period.code());
        params.put("quarter", period.quarter().code());
        params.put("version", version.version());
        params.put("start", period.start().atOffset(ZoneOffset.UTC));
        params.put("end", period.end().atOffset(ZoneOffset.UTC));
        params.put("cutOff", cutOff.atOffset(ZoneOffset.UTC));
        params.put("asOf", asOf().atOffset(ZoneOffset.UTC));
        params.put("kind", kind());
        return params;
    }
}
