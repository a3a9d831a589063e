package io.issueloop.wecom;

import feign.Headers;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Native to-dos (待办). WeCom lets only a page of its client create one ({@code ww.createTodo}, page
 * 101530); servers read and update those of their own application, and are told nothing.
 */
@Headers("Content-Type: application/json")
interface TodoApi {

    int DONE = 0;
    int OPEN = 1;

    /** WeCom page 101524. */
    @RequestLine("POST /cgi-bin/todo/get")
    Todo get(Which which);

    /** WeCom page 101534. */
    @RequestLine("POST /cgi-bin/todo/update")
    Done update(Update update);

    /** Not WeCom's: for tenants whose gateway offers it (design.md §2.2a, mode endpoint). */
    @RequestLine("POST /cgi-bin/oa/todo/create")
    Created create(Create create);

    record Which(String todo_id) {}

    /**
     * @param status {@link #DONE} or {@link #OPEN}
     * @param end_time seconds since 1970
     */
    record Todo(
            String content,
            String creator,
            int status,
            long create_time,
            List<Attendee> attendees,
            long end_time,
            List<Reminder> reminders) {}

    record Attendee(String userid, int status) {}

    record Reminder(long remind_time) {}

    /**
     * @param status absent: stays
     * @param attendees at most 20; absent or empty: stay
     */
    record Update(String todo_id, @Nullable Integer status, @Nullable List<Attendee> attendees) {}

    /**
     * @param deadline seconds since 1970
     */
    record Create(String userid, String title, long deadline) {}

    /** Empty where the gateway names none: then nothing can be synchronised. */
    record Created(String todo_id) {}

    record Done() {}
}
