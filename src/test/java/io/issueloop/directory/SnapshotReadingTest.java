package io.issueloop.directory;

import static io.issueloop.support.People.CTO;
import static io.issueloop.support.People.LIU;
import static io.issueloop.support.People.LI_XUE;
import static io.issueloop.support.People.PLATFORM;
import static io.issueloop.support.People.SUN;
import static io.issueloop.support.People.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.shared.UserId;
import io.issueloop.support.People;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** design.md §3 Organisation. */
class SnapshotReadingTest {

    private static final DirectorySource.Snapshot SAMPLE = new People().read();

    private static Set<Role> rolesOf(
            UserId user, DirectorySource.Snapshot snapshot, UserId... admins) {
        return SnapshotReading.read(snapshot, List.of(admins)).members().get(user).roles();
    }

    @Test
    void leadersOfDepartmentsLeadAndTheRootsIsTheCto() {
        assertThat(rolesOf(LI_XUE, SAMPLE)).containsExactlyInAnyOrder(Role.MEMBER, Role.LEAD);
        assertThat(rolesOf(CTO, SAMPLE)).contains(Role.LEAD, Role.CTO);
        assertThat(SnapshotReading.read(SAMPLE, List.of()).teams().get(PLATFORM).lead())
                .contains(LI_XUE);
    }

    @Test
    void tagsAndTheSettingMakeAdministrators() {
        assertThat(rolesOf(SUN, SAMPLE)).contains(Role.KPI_ADMIN);
        assertThat(rolesOf(LIU, SAMPLE)).contains(Role.PROCESS_ADMIN);
        assertThat(rolesOf(ZHANG, SAMPLE, ZHANG)).contains(Role.KPI_ADMIN, Role.PROCESS_ADMIN);
    }

    @Test
    void theHandlerTagMarksItsMembersOnly() {
        var tagged =
                new DirectorySource.Snapshot(
                        SAMPLE.departments(), SAMPLE.people(), Map.of("处理人", Set.of(ZHANG)));
        assertThat(rolesOf(ZHANG, tagged)).contains(Role.HANDLER);
        assertThat(rolesOf(LIU, tagged)).doesNotContain(Role.HANDLER);
    }
}
