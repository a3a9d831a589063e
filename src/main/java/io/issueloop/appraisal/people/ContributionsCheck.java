package io.issueloop.appraisal.people;

import io.issueloop.appraisal.ClosingCheck;
import io.issueloop.kpi.Period;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether people have rated, and leads verified: warnings, for a missing answer counts as none. */
@Component
class ContributionsCheck implements ClosingCheck {

    private final PeerStore peers;
    private final JdbcClient jdbc;

    ContributionsCheck(PeerStore peers, JdbcClient jdbc) {
        this.peers = peers;
        this.jdbc = jdbc;
    }

    @Override
    public List<Finding> of(Period quarter) {
        var findings = new ArrayList<Finding>();
        var round = peers.round(quarter);
        if (round.isEmpty()) {
            findings.add(new Finding("还没有进行同事互评，团队协作评分将为 N/A", "/m/peer-rating", false));
        } else if (round.get().closedAt().isEmpty()) {
            findings.add(new Finding("同事互评还没有截止", "/m/peer-rating", false));
        }
        var waiting =
                jdbc.sql(
                                """
                                select count(*) from learning_item i join learning_plan p using (plan_no)
                                 where p.period = ? and (i.state = 'SUBMITTED' or p.state = 'SUBMITTED')
                                """)
                        .param(quarter.code())
                        .query(Long.class)
                        .single();
        if (waiting > 0) {
            findings.add(
                    new Finding("有 %d 项学习计划或成果待负责人决定".formatted(waiting), "/m/learning", false));
        }
        return findings;
    }
}
