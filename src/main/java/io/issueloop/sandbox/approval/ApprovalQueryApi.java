package io.issueloop.sandbox.approval;

import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reading forms: pages 91816 (numbers) and 91983 (one form). */
final class ApprovalQueryApi implements Endpoints.Area {

    private static final long LONGEST = 31 * 86_400L;

    private final Forms forms;
    private final Console console;
    private final int mostMatches;

    /**
     * @param mostMatches more forms than this in one span are refused (301112)
     */
    ApprovalQueryApi(Forms forms, Console console, int mostMatches) {
        this.forms = forms;
        this.console = console;
        this.mostMatches = mostMatches;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("oa/getapprovalinfo", this::numbers)
                .post("oa/getapprovaldetail", this::detail);
    }

    private Reply numbers(Call call) {
        console.require();
        return Wrong.form(() -> numbers(call.body()));
    }

    private Reply numbers(Input body) {
        long start = seconds(body, "starttime");
        long end = seconds(body, "endtime");
        if (end <= start || end - start > LONGEST) {
            throw Wrong.form("endtime not within 31 days after starttime");
        }
        int size = (int) body.between("size", 100, 1, 100);
        var filter = new FormFilter(body.objects("filters", 100));
        var matching =
                forms.all().stream()
                        .filter(f -> f.appliedAt() >= start && f.appliedAt() <= end)
                        .filter(filter)
                        .toList();
        if (matching.size() > mostMatches) {
            throw new ApiError(301112, "too many approval, narrow the time range");
        }
        int from = from(body);
        var page = matching.stream().skip(from).limit(size).filter(console::sees);
        var reply = Reply.ok().with("sp_no_list", page.map(Form::number).toList());
        int next = from + size;
        return next < matching.size() ? withNext(reply, body, next) : reply;
    }

    /** The page shows strings, SDKs send integers; both are seconds. */
    private static long seconds(Input body, String name) {
        if (!body.json().path(name).isTextual()) {
            return body.number(name);
        }
        if (!body.text(name).matches("\\d{9,11}")) {
            throw Wrong.form(name + " is not unix seconds");
        }
        return Long.parseLong(body.text(name));
    }

    private static int from(Input body) {
        if (isOld(body)) {
            return (int) body.between("cursor", 0, 0, Integer.MAX_VALUE);
        }
        var cursor = body.text("new_cursor", "");
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return cursor.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (IllegalArgumentException e) {
            throw Wrong.form("invalid new_cursor");
        }
    }

    private static Reply withNext(Reply reply, Input body, int next) {
        if (isOld(body)) {
            return reply.with("next_cursor", next);
        }
        var bytes = Integer.toString(next).getBytes(StandardCharsets.UTF_8);
        return reply.with("new_next_cursor", Base64.getUrlEncoder().encodeToString(bytes));
    }

    /** Deprecated, but in the field: a number instead of an opaque text. */
    private static boolean isOld(Input body) {
        return body.has("cursor") && !body.has("new_cursor");
    }

    private Reply detail(Call call) {
        console.require();
        var form =
                Wrong.form(() -> call.body().text("sp_no"))
                        .transform(forms::find)
                        .orElseThrow(() -> Wrong.form("invalid sp_no"));
        if (!console.sees(form)) {
            throw Wrong.notAllowed();
        }
        return Reply.ok().with("info", Details.of(form));
    }
}
