package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.RequestLine;
import io.issueloop.wecom.ApprovalTemplateApi.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Native approval (审批). Nothing here approves, rejects or revokes: that happens in the client
 * alone.
 */
@Headers("Content-Type: application/json")
interface ApprovalApi {

    int RUNNING = 1;

    int APPROVED = 2;

    int REJECTED = 3;

    int REVOKED = 4;

    int REVOKED_AFTER_APPROVAL = 6;

    int DELETED = 7;

    int PAID = 10;

    /**
     * {@code apv_rel}: everybody of the node has to agree. The event's ApproverAttr counts
     * inversely.
     */
    int ALL = 1;

    /** {@code apv_rel}: one of the node is enough. */
    int ANY = 2;

    int APPROVER = 1;

    int CC = 2;

    /** At most this many forms a page of {@link #list}, over at most 31 days (page 91816). */
    int PAGE = 100;

    /** 600 calls a minute. WeCom page 91853. */
    @RequestLine("POST /cgi-bin/oa/applyevent")
    Applied apply(Application application);

    /** 600 calls a minute. WeCom page 91816. */
    @RequestLine("POST /cgi-bin/oa/getapprovalinfo")
    Numbers list(Query query);

    /** 600 calls a minute. WeCom page 91983. */
    @RequestLine("POST /cgi-bin/oa/getapprovaldetail")
    Detail detail(WhichForm which);

    /**
     * @param use_template_approver 0: {@code process} says who approves; 1: the console's flow does
     * @param choose_department of the applicant; absent for the main department
     * @param summary_list one to three lines of at most 20 characters
     */
    record Application(
            String creator_userid,
            String template_id,
            int use_template_approver,
            @Nullable Long choose_department,
            @Nullable Process process,
            Contents apply_data,
            List<Summary> summary_list) {}

    record Process(List<Node> node_list) {}

    /**
     * @param type {@link #APPROVER}, {@link #CC} or 3 for a handler
     * @param apv_rel {@link #ALL}, {@link #ANY} or 3 for one after the other; absent for a cc
     */
    record Node(int type, @Nullable Integer apv_rel, List<String> userid) {}

    record Contents(List<Content> contents) {}

    record Content(String control, String id, Value value) {}

    /** Exactly the one that belongs to the control (page 91853). */
    record Value(
            @Nullable String text,
            @Nullable String new_number,
            @Nullable String new_money,
            @Nullable DateValue date,
            @Nullable DateRange date_range,
            @Nullable SelectorValue selector,
            @Nullable List<MemberValue> members,
            @Nullable List<DepartmentValue> departments,
            @Nullable List<FileValue> files) {

        /** Text must be one line; Textarea need not. */
        static Value text(String text) {
            return new Value(text, null, null, null, null, null, null, null, null);
        }

        static Value date(DateValue date) {
            return new Value(null, null, null, date, null, null, null, null, null);
        }

        static Value range(DateRange range) {
            return new Value(null, null, null, null, range, null, null, null, null);
        }

        static Value selector(SelectorValue chosen) {
            return new Value(null, null, null, null, null, chosen, null, null, null);
        }

        static Value members(List<MemberValue> members) {
            return new Value(null, null, null, null, null, null, members, null, null);
        }

        static Value files(List<FileValue> files) {
            return new Value(null, null, null, null, null, null, null, null, files);
        }
    }

    /**
     * @param type as in the template: day or hour
     * @param s_timestamp seconds since 1970, as text
     */
    record DateValue(String type, String s_timestamp) {}

    /**
     * Times are seconds since 1970, as numbers.
     *
     * @param type halfday or hour
     */
    record DateRange(String type, long new_begin, long new_end, long new_duration) {}

    record SelectorValue(String type, List<Chosen> options) {}

    record Chosen(String key) {}

    record MemberValue(String userid, String name) {}

    record DepartmentValue(String openapi_id, String name) {}

    /**
     * @param file_id a media id; at most six files in a form
     */
    record FileValue(String file_id) {}

    record Summary(List<Text> summary_info) {}

    record Applied(String sp_no) {}

    /**
     * @param starttime seconds since 1970, as text
     * @param endtime seconds since 1970, as text; at most 31 days later
     * @param new_cursor empty for the first page
     * @param size at most {@link #PAGE}
     */
    record Query(
            String starttime,
            String endtime,
            String new_cursor,
            int size,
            @Nullable List<Filter> filters) {}

    /**
     * @param key template_id, creator, department, sp_status or record_type
     */
    record Filter(String key, String value) {}

    /**
     * @param new_next_cursor empty when this was the last page, which may be shorter than asked for
     */
    record Numbers(List<String> sp_no_list, String new_next_cursor) {}

    record WhichForm(String sp_no) {}

    record Detail(Form info) {}

    /**
     * @param apply_time seconds since 1970
     */
    record Form(
            String sp_no,
            String sp_name,
            int sp_status,
            String template_id,
            long apply_time,
            @Nullable Applicant applyer,
            List<StepRecord> sp_record,
            List<Person> notifyer,
            @Nullable FilledIn apply_data,
            List<Comment> comments,
            @Nullable Processed process_list) {}

    record Applicant(String userid, String partyid) {}

    record Person(String userid) {}

    /**
     * @param approverattr 1: any, 2: all – the opposite of {@code apv_rel}
     */
    record StepRecord(int sp_status, int approverattr, List<StepDetail> details) {}

    /**
     * @param sptime seconds since 1970; 0 while nothing happened
     */
    record StepDetail(
            @Nullable Person approver,
            String speech,
            int sp_status,
            long sptime,
            List<String> media_id) {}

    record FilledIn(List<FilledContent> contents) {}

    /** The value comes with empty siblings of other controls. */
    record FilledContent(String control, String id, List<Text> title, @Nullable JsonNode value) {}

    record Comment(
            @Nullable Person commentUserInfo,
            long commenttime,
            String commentcontent,
            String commentid,
            List<String> media_id) {}

    record Processed(List<ProcessedNode> node_list) {}

    /**
     * @param apv_rel {@link #ALL}, {@link #ANY} or 3
     */
    record ProcessedNode(int node_type, int sp_status, int apv_rel, List<SubNode> sub_node_list) {}

    record SubNode(String userid, String speech, int sp_yj, long sptime, List<String> media_ids) {}
}
