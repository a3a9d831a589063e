package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Mode;
import io.issueloop.delivery.Modes;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person keeps the tracking table, or nobody does: what still comes in. */
class TableModeTest {

    private static final String READ = "/cgi-bin/wedoc/smartsheet/get_records";

    private final World world = World.shared();
    private final Modes modes = world.the(Modes.class);
    private final Sheets.Sheet sheet = world.the(Sheets.class).tracking();

    @AfterEach
    void automaticAgain() {
        modes.change(Capability.TABLE, Optional.empty(), UserId.SYSTEM);
    }

    @Test
    @DisplayName("智能表格不是自动时不再对账；改回自动即恢复")
    void nobodyLooksIntoATableThatIsKeptByHand() {
        for (var mode : List.of(Mode.MANUAL, Mode.OFF)) {
            modes.change(Capability.TABLE, Optional.of(mode), UserId.SYSTEM);
            world.people.forgetRequests();
            look();
            assertThat(world.people.requests(READ)).as(mode.label()).isEmpty();
        }
        modes.change(Capability.TABLE, Optional.empty(), UserId.SYSTEM);
        look();
        assertThat(world.people.requests(READ)).isNotEmpty();
    }

    @Test
    @DisplayName("已经收到的回调照常处理")
    void whatWasAcknowledgedIsStillProcessed() {
        modes.change(Capability.TABLE, Optional.of(Mode.MANUAL), UserId.SYSTEM);
        var values = Map.<String, Object>of("问题描述", "表格改为人工前后的问题");
        var row = world.people.addRows(sheet, "xujing", List.of(values)).get(0);
        var id = row.path("record_id").asText();
        await().until(() -> isAnIssue(id));
    }

    private void look() {
        world.the(JdbcClient.class).sql("delete from wecom_lease").update();
        world.the(Reconciliation.class).look();
    }

    private boolean isAnIssue(String recordId) {
        return world.the(JdbcClient.class)
                .sql("select issue_no is not null from tracking_row where record_id = ?")
                .param(recordId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
