package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Journals (汇报) people wrote. They can be read only: none can be made. */
@Headers("Content-Type: application/json")
interface JournalApi {

    int PAGE = 100;

    /** At most a month and {@link #PAGE} a page; 600 calls a minute. WeCom page 93393. */
    @RequestLine("POST /cgi-bin/oa/journal/get_record_list")
    Ids list(Query query);

    /** 600 calls a minute. WeCom page 93394. */
    @RequestLine("POST /cgi-bin/oa/journal/get_record_detail")
    Detail detail(Which which);

    /** WeCom page 93395. */
    @RequestLine("POST /cgi-bin/oa/journal/get_stat_list")
    Statistics statistics(Ask ask);

    /** Times are seconds since 1970, as numbers. */
    record Query(
            long starttime, long endtime, long cursor, int limit, @Nullable List<Filter> filters) {}

    /**
     * @param key creator, department or template_id
     */
    record Filter(String key, String value) {}

    /**
     * @param endflag 0: there are more, 1: this was all
     */
    record Ids(List<String> journaluuid_list, long next_cursor, int endflag) {}

    record Which(String journaluuid) {}

    record Detail(Journal info) {}

    record Journal(
            String journal_uuid,
            String template_name,
            long report_time,
            @Nullable Person submitter,
            List<Person> receivers,
            List<Person> readed_receivers,
            @Nullable FilledIn apply_data,
            List<Comment> comments) {}

    record Person(String userid) {}

    record FilledIn(List<Content> contents) {}

    record Content(String control, String id, List<Text> title, @Nullable JsonNode value) {}

    record Text(String text, String lang) {}

    record Comment(
            String commentid,
            String tocommentid,
            @Nullable Person comment_userinfo,
            String content,
            long comment_time) {}

    record Ask(String template_id, long starttime, long endtime) {}

    record Statistics(List<Statistic> stat_list) {}

    record Statistic(
            String template_id,
            String template_name,
            long cycle_begin_time,
            long cycle_end_time,
            long stat_begin_time,
            long stat_end_time,
            List<Report> report_list,
            List<Report> unreport_list,
            int report_type) {}

    record Report(@Nullable Person user, List<ReportItem> itemlist) {}

    record ReportItem(String journaluuid, long reporttime, int flag) {}
}
