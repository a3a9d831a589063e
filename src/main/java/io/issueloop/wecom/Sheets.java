package io.issueloop.wecom;

import io.issueloop.wecom.WeComResources.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Where our sheets are. */
@Component
class Sheets {

    static final String TRACKING = "问题跟踪";
    static final String TRACKING_SHEET = "问题";
    static final String KPI = "KPI 统计";

    private final WeComResources resources;
    private final Map<String, Sheet> known = new ConcurrentHashMap<>();

    Sheets(WeComResources resources) {
        this.resources = resources;
    }

    /** A sheet of a smart table. */
    record Sheet(String docid, String id) {}

    /**
     * @throws WeComResources.NotSetUp before set-up
     */
    Sheet tracking() {
        return get(TRACKING, TRACKING_SHEET);
    }

    /**
     * @throws WeComResources.NotSetUp before set-up
     */
    Sheet kpi(String title) {
        return get(KPI, title);
    }

    boolean isSetUp() {
        return resources.find(Kind.SHEET, key(TRACKING, TRACKING_SHEET)).isPresent();
    }

    Optional<String> trackingUrl() {
        return resources
                .find(Kind.SMART_TABLE, TRACKING)
                .map(WeComResources.Resource::url)
                .filter(url -> !url.isEmpty());
    }

    /** Set-up may have replaced what a person deleted. */
    void forget() {
        known.clear();
    }

    static String key(String table, String sheet) {
        return table + "/" + sheet;
    }

    private Sheet get(String table, String title) {
        return known.computeIfAbsent(
                key(table, title),
                key ->
                        new Sheet(
                                resources.get(Kind.SMART_TABLE, table).id(),
                                resources.get(Kind.SHEET, key).id()));
    }
}
