package io.issueloop.sandbox.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.SandboxClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** What a form may ask and how it may be filled, page 97462. */
final class FormRules {

    static final List<Long> OPTIONS = List.of(2L, 3L, 15L);
    private static final List<Long> REPLY_TYPES =
            List.of(1L, 2L, 3L, 5L, 9L, 10L, 11L, 14L, 15L, 16L, 17L, 18L, 19L, 22L);
    private static final List<Long> AUTH = List.of(0L, 1L, 4L);
    private static final List<String> FLAGS =
            List.of("allow_multi_fill", "can_anonymous", "can_notify_submit");
    private static final int MOST_QUESTIONS = 200;

    private final Contacts contacts;
    private final SandboxClock clock;

    FormRules(Contacts contacts, SandboxClock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Titles and questions of {@code form_info}, in the order of {@code pos}. */
    ObjectNode checkedContent(Input info) {
        var content = Json.object().put("form_title", info.text("form_title"));
        info.textUpTo("form_title", 255);
        content.put("form_desc", info.text("form_desc", ""));
        content.put("form_header", info.text("form_header", ""));
        var items = info.object("form_question").requireList("items");
        var ids = new HashSet<Long>();
        var list = new ArrayList<ObjectNode>();
        for (var item : items.objects("items", MOST_QUESTIONS)) {
            list.add(question(item));
            if (!ids.add(item.number("question_id"))) {
                throw ApiError.invalid("question_id twice: " + item.number("question_id"));
            }
        }
        list.sort(Comparator.comparingLong(q -> q.path("pos").asLong()));
        content.putObject("form_question").putArray("items").addAll(list);
        return content;
    }

    private static ObjectNode question(Input item) {
        item.between("question_id", 0, 1, Integer.MAX_VALUE);
        item.text("title");
        item.between("pos", 0, 0, Integer.MAX_VALUE);
        item.between("status", 0, 1, 2);
        item.text("note", "");
        item.text("placeholder", "");
        item.flag("must_reply", false);
        item.optionalObject("question_extend_setting");
        long type = item.number("reply_type");
        if (!REPLY_TYPES.contains(type)) {
            throw ApiError.invalid("unknown reply_type: " + type);
        }
        if (OPTIONS.contains(type)) {
            requireOptions(item);
        }
        return item.json().deepCopy();
    }

    private static void requireOptions(Input item) {
        var keys = new HashSet<Long>();
        for (var option : item.requireList("option_item").objects("option_item", 300)) {
            option.text("value");
            option.between("status", 0, 1, 2);
            if (!keys.add(option.between("key", 0, 1, Integer.MAX_VALUE))) {
                throw ApiError.invalid("option_item.key twice: " + option.number("key"));
            }
        }
    }

    /** {@code form_setting}, complete. */
    ObjectNode checkedSetting(Input setting) {
        var checked = Json.object();
        long auth = setting.number("fill_out_auth", 0);
        if (!AUTH.contains(auth)) {
            throw ApiError.invalid("unknown fill_out_auth: " + auth);
        }
        checked.put("fill_out_auth", auth);
        checked.set("fill_in_range", range(setting, "fill_in_range", auth == 1));
        checked.set("setting_manager_range", range(setting, "setting_manager_range", false));
        FLAGS.forEach(flag -> checked.put(flag, setting.flag(flag, false)));
        var repeat = setting.optionalObject("timed_repeat_info").orElse(Input.empty());
        checked.set("timed_repeat_info", repeat(repeat));
        long finish = setting.between("timed_finish", 0, 0, Long.MAX_VALUE);
        boolean repeats = repeat.flag("enable", false);
        if (finish != 0 && (repeats || finish <= clock.seconds())) {
            throw ApiError.invalid("timed_finish must lie ahead and excludes timed_repeat_info");
        }
        return checked.put("timed_finish", finish);
    }

    private ObjectNode repeat(Input repeat) {
        var checked = Json.object().put("enable", repeat.flag("enable", false));
        checked.put("repeat_type", repeat.between("repeat_type", 0, 0, 2));
        checked.put("week_flag", repeat.between("week_flag", 0, 0, 127));
        checked.put("remind_time", repeat.between("remind_time", 0, 0, Long.MAX_VALUE));
        checked.put("skip_holiday", repeat.flag("skip_holiday", false));
        checked.put("day_of_month", repeat.between("day_of_month", 1, 1, 31));
        checked.put("fork_finish_type", repeat.between("fork_finish_type", 0, 0, 3));
        boolean weekly = checked.path("repeat_type").asInt() == Periods.WEEKLY;
        if (repeat.flag("enable", false) && weekly && repeat.number("week_flag", 0) == 0) {
            throw ApiError.invalid("missing timed_repeat_info.week_flag");
        }
        return checked.put("rule_ctime", clock.seconds()).put("rule_mtime", clock.seconds());
    }

    private ObjectNode range(Input setting, String name, boolean required) {
        var given = setting.optionalObject(name).orElse(Input.empty());
        var userids = given.texts("userids", 1000);
        var departments = given.integers("departmentids", 1000);
        if (required && userids.isEmpty() && departments.isEmpty()) {
            throw ApiError.invalid("missing " + name);
        }
        for (var userid : userids) {
            if (!contacts.sees(userid)) {
                throw new ApiError(60111, "userid not found: " + userid);
            }
        }
        for (int department : departments) {
            if (!contacts.seesDepartment(department)) {
                throw new ApiError(60123, "department not found: " + department);
            }
        }
        var range = Json.object();
        range.set("userids", Json.array(userids));
        range.set("departmentids", Json.array(departments));
        return range;
    }
}
