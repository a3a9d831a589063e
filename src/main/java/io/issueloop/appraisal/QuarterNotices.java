package io.issueloop.appraisal;

import io.issueloop.appraisal.QuarterLog.Revision;
import io.issueloop.delivery.Deliveries;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.kpi.Period;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is told when a quarter goes on; many people are told in parts, each once. */
@Component
class QuarterNotices {

    /** What is said; the circle says to whom. */
    enum Kind {
        CHECK(Circle.FIRST),
        PUBLISHED(Circle.EVERYBODY),
        SIGN(Circle.FIRST),
        CONFIRM(Circle.SECOND),
        RETURNED(Circle.FIRST),
        LOCKED(Circle.EVERYBODY),
        CONFIRM_REOPENING(Circle.SECOND),
        REOPENING_REFUSED(Circle.FIRST),
        REOPENED(Circle.EVERYBODY),
        CHECK_REMINDER(Circle.FIRST),
        CONFIRM_REMINDER(Circle.SECOND),
        CONFIRM_REOPENING_REMINDER(Circle.SECOND);

        private final Circle circle;

        Kind(Circle circle) {
            this.circle = circle;
        }
    }

    private enum Circle {
        FIRST,
        SECOND,
        EVERYBODY
    }

    private static final int PART = 500;

    private final JdbcClient jdbc;
    private final QuarterLog log;
    private final Directory directory;
    private final Deliveries deliveries;

    QuarterNotices(JdbcClient jdbc, QuarterLog log, Directory directory, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.log = log;
        this.directory = directory;
        this.deliveries = deliveries;
    }

    void tell(Revision revision, Kind kind) {
        int people = circle(kind, revision.quarter()).size();
        int parts = (people + PART - 1) / PART;
        int turn = log.of(revision.quarter()).size();
        for (int part = 0; part < parts; part++) {
            deliveries.request(
                    QuarterNoticeEffect.key(revision.quarter()),
                    QuarterNoticeEffect.NAME,
                    QuarterNoticeEffect.subject(kind, revision.number(), turn, part, parts));
        }
    }

    void remind(Revision revision, QuarterProcess.Step step) {
        tell(
                revision,
                switch (step) {
                    case CHECK, SIGN -> Kind.CHECK_REMINDER;
                    case CONFIRM -> Kind.CONFIRM_REMINDER;
                    case CONFIRM_REOPENING -> Kind.CONFIRM_REOPENING_REMINDER;
                });
    }

    /** Everybody belongs to one part, whoever comes or goes between the parts. */
    List<UserId> part(Kind kind, Period quarter, int part, int parts) {
        return circle(kind, quarter).stream()
                .filter(user -> Math.floorMod(user.value().hashCode(), parts) == part)
                .toList();
    }

    private List<UserId> circle(Kind kind, Period quarter) {
        return switch (kind.circle) {
            case FIRST -> directory.having(Role.KPI_ADMIN);
            case SECOND -> seconds();
            case EVERYBODY -> concerned(quarter);
        };
    }

    /** The CTO; where there is none, every lead. */
    private List<UserId> seconds() {
        var cto = directory.having(Role.CTO);
        return cto.isEmpty() ? directory.having(Role.LEAD) : cto;
    }

    /** Whose number is in it, the leads and the KPI administrators; who left is not written to. */
    private List<UserId> concerned(Period quarter) {
        var persons =
                jdbc
                        .sql(
                                """
                                select distinct substr(scope, 8) from kpi_value
                                 where period = ? and scope like 'person:%'
                                """)
                        .param(quarter.code())
                        .query(String.class)
                        .list()
                        .stream()
                        .map(UserId::of)
                        .filter(user -> directory.member(user).isPresent());
        var others =
                directory.members().stream()
                        .filter(LockRules::maySecond)
                        .map(Member::userId)
                        .toList();
        return Stream.of(persons, others.stream(), directory.having(Role.KPI_ADMIN).stream())
                .flatMap(some -> some)
                .distinct()
                .toList();
    }
}
