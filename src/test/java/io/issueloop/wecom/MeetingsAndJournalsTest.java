package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.collaboration.review.Meetings.Meeting;
import io.issueloop.collaboration.weekly.Journals;
import io.issueloop.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Review meetings and journals, against the sandbox. */
class MeetingsAndJournalsTest {

    private static final Instant IN_A_WEEK =
            Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

    private final World world = World.shared();
    private final WeComMeetings meetings = world.the(WeComMeetings.class);
    private final JdbcClient jdbc = world.the(JdbcClient.class);

    @Test
    @DisplayName("预约、找回、改期；别的会议不会被当成自己的；没有的会议说没有")
    void aMeetingIsBookedFoundAndMoved() {
        var meeting = meeting("ISS-20261123-0007", IN_A_WEEK);
        assertThat(meetings.find(meeting)).isEmpty();
        var booked = meetings.book(meeting);
        assertThat(booked.link()).startsWith("http");
        meetings.book(meeting("ISS-20261123-00071", IN_A_WEEK));
        assertThat(meetings.find(meeting)).contains(booked);
        var later = meeting("ISS-20261123-0007", IN_A_WEEK.plus(1, ChronoUnit.HOURS));
        assertThat(meetings.change(booked.meetingId(), later)).isTrue();
        assertThat(meetings.find(later)).contains(booked);
        assertThat(meetings.find(meeting)).isEmpty();
        assertThat(meetings.change("no-such-meeting", later)).isFalse();
    }

    @Test
    @DisplayName("成员写的汇报被读到，再读一遍也只算一次")
    void journalsAreReadOnce() {
        var uuid = world.people.journal("zhangwei", "修好了 ISS-7");
        var poller = world.the(JournalPoller.class);
        assertThat(poller.isReady()).isTrue();
        var next = poller.poll(Instant.EPOCH);
        assertThat(next).isAfter(Instant.now().minus(1, ChronoUnit.HOURS));
        poller.poll(next);
        assertThat(world.the(Journals.class).isKnown(uuid)).isTrue();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from journal where uuid = ? and member = 'zhangwei'")
                                .param(uuid)
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    private static Meeting meeting(String key, Instant at) {
        return new Meeting(
                key,
                "复盘 " + key,
                key + "\n重大问题",
                at,
                Duration.ofHours(1),
                List.of(UserId.of("lixue"), UserId.of("zhangwei"), UserId.of("xujing")));
    }
}
