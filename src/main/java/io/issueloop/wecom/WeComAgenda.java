package io.issueloop.wecom;

import io.issueloop.collaboration.Agenda;
import io.issueloop.shared.TeamId;
import io.issueloop.wecom.CalendarApi.Attendee;
import io.issueloop.wecom.CalendarApi.Page;
import io.issueloop.wecom.CalendarApi.Reminders;
import io.issueloop.wecom.CalendarApi.Schedule;
import io.issueloop.wecom.CalendarApi.WhichSchedule;
import io.issueloop.wecom.CalendarApi.WhichSchedules;
import io.issueloop.wecom.CalendarApi.WriteSchedule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Schedules in the team's calendar (page 93648). */
@Component
class WeComAgenda implements Agenda {

    private static final int PAGE = 1000;
    private static final int CANCELLED = 1;
    private static final int BEIJING = 8;

    private final CalendarApi api;
    private final TeamCalendars calendars;

    WeComAgenda(CalendarApi api, TeamCalendars calendars) {
        this.api = api;
        this.calendars = calendars;
    }

    @Override
    public String add(Entry entry) {
        var schedule = schedule(null, calendars.of(entry.team()), entry);
        return api.add(new WriteSchedule(schedule)).schedule_id();
    }

    /** An entry in another team's calendar cannot move there: it is removed and counts as gone. */
    @Override
    public boolean change(String entryId, Entry entry) {
        var present = existing(entryId);
        if (present.isEmpty()) {
            return false;
        }
        var calendar = calendars.of(entry.team());
        var where = present.get().cal_id();
        if (where != null && !where.isEmpty() && !where.equals(calendar)) {
            api.delete(new WhichSchedule(entryId));
            return false;
        }
        api.update(new WriteSchedule(schedule(entryId, calendar, entry)));
        return true;
    }

    @Override
    public void remove(String entryId) {
        if (existing(entryId).isPresent()) {
            api.delete(new WhichSchedule(entryId));
        }
    }

    @Override
    public Optional<String> find(TeamId team, String key) {
        return calendars.known(team).flatMap(calendar -> find(calendar, whole(key)));
    }

    private Optional<String> find(String calendar, Pattern key) {
        for (int offset = 0; ; offset += PAGE) {
            var page = api.byCalendar(new Page(calendar, offset, PAGE)).schedule_list();
            var found =
                    page.stream()
                            .filter(WeComAgenda::isAlive)
                            .filter(schedule -> key.matcher(schedule.description()).find())
                            .map(Schedule::schedule_id)
                            .findFirst();
            if (found.isPresent() || page.size() < PAGE) {
                return found.map(String::valueOf);
            }
        }
    }

    private Optional<Schedule> existing(String entryId) {
        try {
            return api.get(new WhichSchedules(List.of(entryId))).schedule_list().stream()
                    .filter(WeComAgenda::isAlive)
                    .findFirst();
        } catch (WeComRejected rejected) {
            if (rejected.errcode() == ErrorCodes.INVALID_PARAMETER) {
                return Optional.empty(); // the id is the call's only parameter
            }
            throw rejected;
        }
    }

    private static boolean isAlive(Schedule schedule) {
        return schedule.status() == null || schedule.status() != CANCELLED;
    }

    private static Schedule schedule(@Nullable String id, String calendar, Entry entry) {
        var description =
                whole(entry.key()).matcher(entry.description()).find()
                        ? entry.description()
                        : entry.key() + "\n" + entry.description();
        var before = entry.remindBefore().stream().map(seconds -> -seconds).toList();
        return new Schedule(
                id,
                calendar,
                entry.start().getEpochSecond(),
                entry.end().getEpochSecond(),
                WireText.cut(entry.summary(), 128),
                WireText.cut(description, 1000),
                entry.attendees().stream().map(user -> new Attendee(user.value())).toList(),
                new Reminders(before.isEmpty() ? 0 : 1, before, BEIJING),
                null);
    }

    /** Not as part of a longer number. */
    private static Pattern whole(String key) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(key) + "(?![\\w-])");
    }
}
