package io.issueloop.sandbox.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;
import java.util.List;

/** Who answered and what, page 97818. Anonymous answers carry neither userid nor name. */
final class AnswerApi implements Endpoints.Area {

    private static final int SUBMITTED = 2;
    private static final int MISSING = 3;

    private final Forms forms;
    private final Audience audience;

    AnswerApi(Forms forms, Audience audience) {
        this.forms = forms;
        this.audience = audience;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedoc/get_form_statistic", this::statistic)
                .post("wedoc/get_form_answer", this::answers);
    }

    private Reply statistic(Call call) {
        var body = call.body();
        var repeatedId = body.text("repeated_id");
        var form = forms.ofPeriod(repeatedId);
        int type = (int) body.between("req_type", 0, 1, MISSING);
        var all = forms.answers(repeatedId);
        var missing = audience.missing(form, all);
        var reply =
                Reply.ok()
                        .with("fill_cnt", all.size())
                        .with(
                                "fill_user_cnt",
                                all.stream().map(AnswerApi::person).distinct().count())
                        .with("unfill_user_cnt", missing.size());
        if (type == SUBMITTED) {
            return page(reply, body, "submit_users", submitted(body, all));
        }
        return type == MISSING ? page(reply, body, "unfill_users", missing) : reply;
    }

    private static List<ObjectNode> submitted(Input body, List<ObjectNode> all) {
        long from = body.number("start_time");
        long to = body.number("end_time");
        if (to < from) {
            throw ApiError.invalid("end_time before start_time");
        }
        return all.stream()
                .filter(a -> a.path("ctime").asLong() >= from && a.path("ctime").asLong() <= to)
                .map(AnswerApi::submission)
                .toList();
    }

    private static Reply page(Reply reply, Input body, String name, List<ObjectNode> all) {
        int cursor = (int) body.between("cursor", 0, 0, Integer.MAX_VALUE);
        int limit = (int) body.between("limit", 10_000, 1, 10_000);
        var page = all.stream().skip(cursor).limit(limit).toList();
        int next = cursor + page.size();
        return reply.with(name, page).with("has_more", next < all.size()).with("cursor", next);
    }

    private static ObjectNode submission(ObjectNode answer) {
        var submission = Json.object();
        if (answer.has("userid")) {
            submission.set("userid", answer.path("userid"));
            submission.set("user_name", answer.path("user_name"));
        }
        submission.set("submit_time", answer.path("ctime"));
        submission.set("answer_id", answer.path("answer_id"));
        return submission;
    }

    /** Each anonymous answer counts as somebody else's. */
    private static String person(ObjectNode answer) {
        return answer.path("userid").asText("#" + answer.path("answer_id").asText());
    }

    private Reply answers(Call call) {
        var body = call.body();
        var repeatedId = body.text("repeated_id");
        forms.ofPeriod(repeatedId);
        var wanted = body.requireList("answer_ids").integers("answer_ids", 100);
        var found =
                forms.answers(repeatedId).stream()
                        .filter(a -> wanted.contains(a.path("answer_id").asInt()))
                        .map(a -> a.without(Audience.SECRET))
                        .toList();
        var answer = Json.object();
        answer.set("answer_list", Json.MAPPER.valueToTree(found));
        return Reply.ok().with("answer", answer);
    }
}
