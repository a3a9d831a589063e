package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.issueloop.collaboration.TrackingTable;
import io.issueloop.directory.Directory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registry of pollers, and the pollers of rows and contacts. */
class ReconciliationTest {

    private static final String GET_RECORDS = "/cgi-bin/wedoc/smartsheet/get_records";

    private final World world = World.shared();
    private final JdbcClient jdbc = world.the(JdbcClient.class);
    private final Sheets.Sheet sheet = world.the(Sheets.class).tracking();

    private record Kind(String kind, List<Instant> asked) implements Poller {
        @Override
        public String label() {
            return kind;
        }

        @Override
        public Instant poll(Instant since) {
            asked.add(since);
            if (kind.startsWith("broken")) {
                throw new IllegalStateException("坏了");
            }
            return since.plusSeconds(10);
        }
    }

    @Test
    @DisplayName("一类对账失败，不影响其他类；成功的推进水位，失败的记下原因")
    void failureOfOneKindStopsNoOther() {
        var broken = new Kind("broken", new ArrayList<>());
        var sound = new Kind("sound", new ArrayList<>());
        var registry = registryOf(broken, sound);
        look(registry, broken, sound);
        look(registry, broken, sound);
        assertThat(sound.asked()).containsExactly(Instant.EPOCH, Instant.EPOCH.plusSeconds(10));
        assertThat(broken.asked()).containsExactly(Instant.EPOCH, Instant.EPOCH);
        assertThat(world.the(PollLog.class).standings())
                .filteredOn(standing -> List.of("broken", "sound").contains(standing.label()))
                .satisfiesExactly(
                        standing -> {
                            assertThat(standing.succeededAt()).isEmpty();
                            assertThat(standing.problem()).contains("坏了");
                        },
                        standing -> {
                            assertThat(standing.succeededAt()).isPresent();
                            assertThat(standing.problem()).isEmpty();
                        });
    }

    @Test
    void oneNodePerIntervalLooks() {
        var kind = new Kind("shared", new ArrayList<>());
        registryOf(kind).look();
        registryOf(kind).look();
        assertThat(kind.asked()).hasSize(1);
    }

    @Test
    @DisplayName("只读改过的行：从最新的一行读起，读到旧行为止")
    void onlyWhatChangedIsRead() {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 250; i++) {
            rows.add(Map.of("关联项目", "其他"));
        }
        world.people.addRows(sheet, "xujing", rows);
        await().atMost(Duration.ofSeconds(30)).until(this::isQuiet);
        world.people.forgetRequests();
        var table = world.the(TrackingTable.class);
        assertThat(table.changedSince(Instant.now().plus(Duration.ofHours(1)))).isEmpty();
        assertThat(world.people.requests(GET_RECORDS)).hasSize(1);
        assertThat(table.changedSince(Instant.EPOCH))
                .hasSizeGreaterThanOrEqualTo(250)
                .extracting(TrackingTable.Row::recordId)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("有人删掉了排序用的字段：退回到读全部行")
    void withoutTheFieldEverythingIsRead() {
        var known = world.the(TrackingTable.class).changedSince(Instant.EPOCH).size();
        rename(SheetLayout.CHANGED_AT, "别的名字");
        assertThat(world.the(TrackingTable.class).changedSince(Instant.EPOCH)).hasSize(known);
        rename("别的名字", SheetLayout.CHANGED_AT);
    }

    @Test
    @DisplayName("通讯录没有变化就不改表，变了才刷新")
    void contactsAreTakenOverWhenTheyDiffer() {
        var poller = world.the(ContactPoller.class);
        poller.poll(Instant.EPOCH);
        jdbc.sql("update team set name = '改过的名字' where team_id = 2").update();
        poller.poll(Instant.EPOCH);
        world.the(Directory.class).reload();
        assertThat(world.the(Directory.class).teams())
                .extracting(io.issueloop.directory.Team::name)
                .contains("改过的名字");
        world.the(Directory.class).refresh();
    }

    private boolean isQuiet() {
        return world.people.callbacksIdle()
                && world.the(InboxCondition.class).now().waiting() == 0
                && jdbc.sql("select count(*) from wecom_inbox where status = 'PENDING'")
                                .query(Long.class)
                                .single()
                        == 0;
    }

    private Reconciliation registryOf(Poller... pollers) {
        return new Reconciliation(
                List.of(pollers),
                world.the(PollLog.class),
                world.the(Watermarks.class),
                world.the(Leases.class),
                TestSettings.of("http://localhost"));
    }

    private void look(Reconciliation registry, Kind... kinds) {
        for (var kind : kinds) {
            jdbc.sql("delete from wecom_lease where name = :name")
                    .param("name", Reconciliation.lease(kind.kind()))
                    .update();
        }
        registry.look();
    }

    private void rename(String title, String to) {
        var api = world.the(SmartSheetApi.class);
        var where = new SmartSheetApi.InSheet(sheet.docid(), sheet.id());
        var field =
                api.fields(where).fields().stream()
                        .filter(f -> f.field_title().equals(title))
                        .findFirst()
                        .orElseThrow();
        var renamed =
                new SmartSheetApi.Field(
                        field.field_id(), to, field.field_type(), null, null, null, null, null);
        api.updateFields(
                new SmartSheetApi.WriteFields(sheet.docid(), sheet.id(), List.of(renamed)));
    }
}
