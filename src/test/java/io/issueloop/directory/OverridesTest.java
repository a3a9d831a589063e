package io.issueloop.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import io.issueloop.support.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("组织以管理员所说为准")
class OverridesTest {

    private final Organisation read = SnapshotReading.read(new People().read(), List.of());

    @Test
    void aNamedLeadReplacesTheOneOfWeCom() {
        var now = leads(Map.of(People.PLATFORM, People.ZHANG));
        assertThat(now.teams().get(People.PLATFORM).lead()).contains(People.ZHANG);
        assertThat(roles(now, People.ZHANG)).contains(Role.LEAD).doesNotContain(Role.CTO);
        assertThat(roles(now, People.LI_XUE)).containsExactly(Role.MEMBER);
    }

    @Test
    void theRootsLeadIsTheCto() {
        var now = leads(Map.of(TeamId.of(1), People.WANG_LEI));
        assertThat(roles(now, People.WANG_LEI)).contains(Role.LEAD, Role.CTO);
        assertThat(roles(now, People.CTO)).doesNotContain(Role.CTO);
    }

    @Test
    void whoLeftLeadsNobody() {
        var now = leads(Map.of(People.PLATFORM, UserId.of("gone")));
        assertThat(now.teams().get(People.PLATFORM).lead()).contains(People.LI_XUE);
    }

    @Test
    void administratorsAreGivenAndTaken() {
        var said =
                Map.of(
                        Role.PROCESS_ADMIN, Map.of(People.LIU, false, People.ZHANG, true),
                        Role.KPI_ADMIN, Map.of(People.LIU, true));
        var now = new Overrides(Map.of(), Map.of(), said, Map.of(), Map.of()).applyTo(read);
        assertThat(roles(now, People.LIU))
                .contains(Role.KPI_ADMIN)
                .doesNotContain(Role.PROCESS_ADMIN);
        assertThat(roles(now, People.ZHANG)).contains(Role.PROCESS_ADMIN);
        assertThat(roles(now, People.SUN)).contains(Role.KPI_ADMIN);
    }

    private Organisation leads(Map<TeamId, UserId> leads) {
        return new Overrides(leads, Map.of(), Map.of(), Map.of(), Map.of()).applyTo(read);
    }

    private static java.util.Set<Role> roles(Organisation now, UserId user) {
        return now.members().get(user).roles();
    }
}
