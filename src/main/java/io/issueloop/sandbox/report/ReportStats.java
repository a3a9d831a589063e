package io.issueloop.sandbox.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Who reported in each finished cycle and who did not, page 93475. A cycle is a day, a week from
 * Monday or a month in Asia/Shanghai; one that is still running is not shown. A report counts for
 * the cycle it was written in.
 */
final class ReportStats {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Reports reports;
    private final Contacts contacts;
    private final SandboxClock clock;

    ReportStats(Reports reports, Contacts contacts, SandboxClock clock) {
        this.reports = reports;
        this.contacts = contacts;
        this.clock = clock;
    }

    List<ObjectNode> of(ObjectNode template, long from, long to) {
        int type = template.path("report_type").asInt();
        long end = Math.min(to, clock.seconds());
        var stats = new ArrayList<ObjectNode>();
        var begin = first(type, Instant.ofEpochSecond(from).atZone(ZONE).toLocalDate());
        for (var next = next(type, begin); seconds(next) <= end; next = next(type, begin)) {
            if (seconds(begin) >= from) {
                stats.add(cycle(template, seconds(begin), seconds(next)));
            }
            begin = next;
        }
        return stats;
    }

    private ObjectNode cycle(ObjectNode template, long begin, long end) {
        var stat =
                Json.object()
                        .put("template_id", template.path("template_id").asText())
                        .put("template_name", template.path("template_name").asText());
        stat.set("report_range", range());
        stat.set("white_range", nobody());
        stat.set("receivers", leader());
        stat.put("cycle_begin_time", begin).put("cycle_end_time", end);
        stat.put("stat_begin_time", begin).put("stat_end_time", end);
        var done = stat.putArray("report_list");
        var missing = stat.putArray("unreport_list");
        var written =
                reports.all().stream()
                        .filter(r -> r.path("template_id").equals(template.path("template_id")))
                        .filter(r -> time(r) >= begin && time(r) < end)
                        .toList();
        for (var member : contacts.members()) {
            var userid = member.path("userid").asText();
            if (contacts.sees(userid)) {
                var own =
                        written.stream().filter(r -> Reports.submitter(r).equals(userid)).toList();
                add(own.isEmpty() ? missing : done, userid, own, begin);
            }
        }
        return stat.put("report_type", template.path("report_type").asInt());
    }

    private static void add(ArrayNode list, String userid, List<ObjectNode> own, long begin) {
        var entry = list.addObject();
        entry.putObject("user").put("userid", userid);
        var items = entry.putArray("itemlist");
        own.forEach(r -> item(items, r.path("journal_uuid").asText(), time(r)));
        if (own.isEmpty()) {
            item(items, "", begin);
        }
    }

    private static void item(ArrayNode items, String uuid, long time) {
        items.addObject().put("journaluuid", uuid).put("reporttime", time).put("flag", 0);
    }

    private static ObjectNode range() {
        var range = nobody();
        range.withArray("party_list").addObject().put("open_partyid", "1");
        return range;
    }

    private static ObjectNode nobody() {
        var nobody = Json.object();
        List.of("user_list", "party_list", "tag_list").forEach(nobody::putArray);
        return nobody;
    }

    private static ObjectNode leader() {
        var receivers = Json.object();
        List.of("user_list", "tag_list").forEach(receivers::putArray);
        receivers.putArray("leader_list").addObject().put("level", 1);
        return receivers;
    }

    private static LocalDate first(int type, LocalDate day) {
        return switch (type) {
            case ReportTemplates.DAILY -> day;
            case ReportTemplates.WEEKLY ->
                    day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> day.withDayOfMonth(1);
        };
    }

    private static LocalDate next(int type, LocalDate day) {
        return switch (type) {
            case ReportTemplates.DAILY -> day.plusDays(1);
            case ReportTemplates.WEEKLY -> day.plusWeeks(1);
            default -> day.plusMonths(1);
        };
    }

    private static long seconds(LocalDate day) {
        return day.atStartOfDay(ZONE).toEpochSecond();
    }

    private static long time(ObjectNode report) {
        return report.path("report_time").asLong();
    }
}
