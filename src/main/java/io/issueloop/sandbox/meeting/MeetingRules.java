package io.issueloop.sandbox.meeting;

import io.issueloop.sandbox.agenda.Calendars;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a meeting may be, page 97454, each mistake with its own code. */
final class MeetingRules {

    private static final int MOST_PEOPLE = 100;
    private static final int MOST_HOSTS = 10;
    private static final List<Long> REPEAT = List.of(0L, 1L, 2L, 7L);
    private static final List<String> FLAGS =
            List.of(
                    "enable_waiting_room",
                    "allow_enter_before_host",
                    "enable_screen_watermark",
                    "allow_external_user");

    private final Contacts contacts;
    private final Calendars calendars;
    private final SandboxClock clock;
    private final Settings settings;

    MeetingRules(Contacts contacts, Calendars calendars, SandboxClock clock, Settings settings) {
        this.contacts = contacts;
        this.calendars = calendars;
        this.clock = clock;
        this.settings = settings;
    }

    void check(Input meeting) {
        if (meeting.has("creator_userid")) {
            throw new ApiError(400043, "creator_userid is deprecated, use admin_userid");
        }
        if (meeting.has("agentid") && meeting.number("agentid") != settings.agentId()) {
            throw new ApiError(40056, "invalid agentid");
        }
        checkTime(meeting);
        var people = people(meeting);
        checkSettings(meeting.optionalObject("settings").orElse(Input.empty()), people);
        meeting.optionalObject("reminders").ifPresent(r -> checkReminders(r, meeting));
        var calendar = meeting.text("cal_id", "");
        if (!calendar.isEmpty() && calendars.find(calendar).isEmpty()) {
            throw new ApiError(400036, "no right to the calendar");
        }
    }

    private void checkTime(Input meeting) {
        var title = meeting.text("title", 400042);
        if (title.codePointCount(0, title.length()) > 20
                && title.getBytes(StandardCharsets.UTF_8).length > 40) {
            throw new ApiError(400042, "title longer than 40 bytes or 20 characters");
        }
        meeting.textUpTo("description", 500);
        meeting.textUpTo("location", 128);
        if (meeting.number("meeting_start", 0) <= clock.seconds()) {
            throw new ApiError(400034, "meeting_start must lie ahead");
        }
        meeting.between("meeting_duration", 0, 300, 86_399, 400035);
    }

    /** The admin and those invited. */
    private List<String> people(Input meeting) {
        var people = new ArrayList<String>();
        people.add(meeting.text("admin_userid", 400040));
        var invited =
                meeting.optionalObject("invitees")
                        .map(i -> i.texts("userid", 10_000))
                        .orElse(List.of());
        if (invited.size() > MOST_PEOPLE) {
            throw new ApiError(400020, "more than " + MOST_PEOPLE + " participants");
        }
        people.addAll(invited);
        people.forEach(this::requireMember);
        return people;
    }

    private void requireMember(String userid) {
        if (!contacts.sees(userid)) {
            throw new ApiError(400021, "illegal participant: " + userid);
        }
    }

    private static void checkSettings(Input settings, List<String> people) {
        settings.between("remind_scope", 1, 1, 4, 400025);
        var password = settings.text("password", "");
        if (!password.isEmpty() && !password.matches("\\d{4,6}")) {
            throw new ApiError(400030, "invalid password");
        }
        settings.between("enable_enter_mute", 1, 0, 2, 400031);
        FLAGS.forEach(flag -> settings.flag(flag, false));
        var hosts = userids(settings, "hosts");
        if (hosts.size() > MOST_HOSTS) {
            throw new ApiError(400027, "more than " + MOST_HOSTS + " hosts");
        }
        if (!people.containsAll(hosts)) {
            throw new ApiError(400029, "hosts must be participants");
        }
        if (!people.containsAll(userids(settings, "ring_users"))) {
            throw new ApiError(400037, "ring_users must be participants");
        }
    }

    private static List<String> userids(Input settings, String name) {
        return settings.optionalObject(name).map(o -> o.texts("userid", 1000)).orElse(List.of());
    }

    private static void checkReminders(Input reminders, Input meeting) {
        reminders.integers("remind_before", 10);
        if (!reminders.flag("is_repeat", false)) {
            return;
        }
        if (!REPEAT.contains(reminders.number("repeat_type", 0))) {
            throw new ApiError(400026, "invalid repeat_type");
        }
        reminders.between("repeat_interval", 1, 1, 2, 400033);
        long until = reminders.number("repeat_until", 0);
        if (until != 0 && until <= meeting.number("meeting_start", 0)) {
            throw new ApiError(400032, "invalid repeat_until");
        }
    }
}
