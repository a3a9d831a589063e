package io.issueloop.sandbox.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import java.util.List;

/** Reading reports, pages 93393, 93394, 93474, 93475: those of members the app may see. */
final class ReportApi implements Endpoints.Area {

    private static final long MONTH = 31 * 86_400L;
    private static final long YEAR = 366 * 86_400L;
    private static final int PARAMETER = 301066;
    private static final List<String> KEYS = List.of("creator", "department", "template_id");

    private final Reports reports;
    private final ReportTemplates templates;
    private final Contacts contacts;
    private final ReportStats stats;

    ReportApi(Reports reports, ReportTemplates templates, Contacts contacts, ReportStats stats) {
        this.reports = reports;
        this.templates = templates;
        this.contacts = contacts;
        this.stats = stats;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("oa/journal/get_record_list", this::list)
                .post("oa/journal/get_record_detail", this::detail)
                .post("oa/journal/get_stat_list", this::stat);
    }

    private record Span(long from, long to) {
        static Span of(Input body, long longest) {
            long from = body.between("starttime", 0, 1, Long.MAX_VALUE, PARAMETER);
            long to = body.between("endtime", 0, from, Long.MAX_VALUE, PARAMETER);
            if (to - from > longest) {
                throw new ApiError(PARAMETER, "starttime and endtime lie too far apart");
            }
            return new Span(from, to);
        }

        boolean holds(ObjectNode report) {
            long at = report.path("report_time").asLong();
            return at >= from && at <= to;
        }
    }

    private Reply list(Call call) {
        var body = call.body();
        var span = Span.of(body, MONTH);
        int cursor = (int) body.between("cursor", 0, 0, Integer.MAX_VALUE, PARAMETER);
        int limit = (int) body.between("limit", 0, 1, 100, PARAMETER);
        var filters = body.objects("filters", 10);
        filters.forEach(ReportApi::requireKey);
        var all =
                reports.all().stream()
                        .filter(span::holds)
                        .filter(r -> contacts.sees(Reports.submitter(r)))
                        .filter(r -> filters.stream().allMatch(f -> fits(r, f)))
                        .map(r -> r.path("journal_uuid").asText())
                        .toList();
        var page = all.stream().skip(cursor).limit(limit).toList();
        int next = cursor + page.size();
        return Reply.ok()
                .with("journaluuid_list", page)
                .with("next_cursor", next)
                .with("endflag", next < all.size() ? 0 : 1);
    }

    private static void requireKey(Input filter) {
        if (!KEYS.contains(filter.text("key", "")) || filter.text("value", "").isEmpty()) {
            throw new ApiError(PARAMETER, "invalid filters");
        }
    }

    private boolean fits(ObjectNode report, Input filter) {
        var value = filter.text("value");
        return switch (filter.text("key")) {
            case "creator" -> Reports.submitter(report).equals(value);
            case "template_id" -> report.path("template_id").asText().equals(value);
            default ->
                    contacts.member(Reports.submitter(report))
                            .map(m -> Json.texts(m.path("department")).contains(value))
                            .orElse(false);
        };
    }

    private Reply detail(Call call) {
        var uuid = call.body().text("journaluuid", 301084);
        var report =
                reports.find(uuid).orElseThrow(() -> new ApiError(301084, "invalid journaluuid"));
        if (!contacts.sees(Reports.submitter(report))) {
            throw new ApiError(301065, "no privilege to the report");
        }
        return Reply.ok().with("info", report.without(List.of("seq", "template_id")));
    }

    private Reply stat(Call call) {
        var span = Span.of(call.body(), YEAR);
        var id = call.body().text("template_id", PARAMETER);
        var template =
                templates
                        .find(id)
                        .orElseThrow(() -> new ApiError(PARAMETER, "invalid template_id"));
        return Reply.ok().with("stat_list", stats.of(template, span.from(), span.to()));
    }
}
