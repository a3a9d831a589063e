package io.issueloop.wecom;

import io.issueloop.collaboration.review.Meetings;
import io.issueloop.collaboration.review.Review.Booking;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.MeetingApi.Ask;
import io.issueloop.wecom.MeetingApi.Create;
import io.issueloop.wecom.MeetingApi.Info;
import io.issueloop.wecom.MeetingApi.Members;
import io.issueloop.wecom.MeetingApi.Reminders;
import io.issueloop.wecom.MeetingApi.Update;
import io.issueloop.wecom.MeetingApi.Which;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Booked meetings (会议), page 97454; WeCom itself invites and reminds the participants. */
@Component
class WeComMeetings implements Meetings {

    private static final int CANCELLED = 4;
    private static final Set<Integer> GONE = Set.of(ErrorCodes.INVALID_PARAMETER, 400_041);
    private static final int PAGE = 100;
    private static final int REMIND_BEFORE = 900;

    private final MeetingApi api;

    WeComMeetings(MeetingApi api) {
        this.api = api;
    }

    @Override
    public Booking book(Meeting meeting) {
        var created =
                api.create(
                        new Create(
                                host(meeting),
                                WireText.cut(meeting.title(), 20),
                                meeting.startsAt().getEpochSecond(),
                                Math.toIntExact(meeting.length().toSeconds()),
                                WireText.cut(meeting.description(), 500),
                                null,
                                invitees(meeting),
                                null,
                                null,
                                reminders()));
        return new Booking(created.meetingid(), orEmpty(created.meeting_link()));
    }

    /** Only a booked meeting of this application can be changed (page 99047). */
    @Override
    public boolean change(String meetingId, Meeting meeting) {
        var present = info(meetingId);
        if (present.isEmpty()) {
            return false;
        }
        api.update(
                new Update(
                        meetingId,
                        WireText.cut(meeting.title(), 20),
                        meeting.startsAt().getEpochSecond(),
                        Math.toIntExact(meeting.length().toSeconds()),
                        WireText.cut(meeting.description(), 500),
                        null,
                        invitees(meeting),
                        null,
                        reminders()));
        return true;
    }

    /** Among the host's meetings at that time, the one whose description begins with the key. */
    @Override
    public Optional<Booking> find(Meeting meeting) {
        long at = meeting.startsAt().getEpochSecond();
        var ids = api.ofMember(new Ask(host(meeting), null, at, at, PAGE)).meetingid_list();
        for (var id : ids) {
            var found =
                    info(id).filter(
                                    info ->
                                            orEmpty(info.description())
                                                    .startsWith(meeting.key() + "\n"));
            if (found.isPresent()) {
                return Optional.of(new Booking(id, orEmpty(found.get().meeting_link())));
            }
        }
        return Optional.empty();
    }

    private Optional<Info> info(String meetingId) {
        try {
            return Optional.of(api.info(new Which(meetingId)))
                    .filter(info -> info.status() != CANCELLED);
        } catch (WeComRejected rejected) {
            if (GONE.contains(rejected.errcode())) {
                return Optional.empty(); // the id is the call's only parameter
            }
            throw rejected;
        }
    }

    private static String host(Meeting meeting) {
        return meeting.participants().get(0).value();
    }

    private static Members invitees(Meeting meeting) {
        return new Members(
                meeting.participants().stream().skip(1).limit(100).map(UserId::value).toList());
    }

    private static Reminders reminders() {
        return new Reminders(0, null, null, null, List.of(REMIND_BEFORE));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
