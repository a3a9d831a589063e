package io.issueloop.wecom;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.directory.Team;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Where solution documents lie, and where the KPIs of closed periods are kept. */
@Configuration(proxyBeanMethods = false)
class DriveParts {

    static final String DOCUMENTS = "问题闭环";
    static final String ARCHIVE = "KPI 归档";

    /** Everybody may read solutions. */
    @Bean
    @Order(80)
    SetupPart documentSpace(DriveApi api, WeComResources resources, Directory directory) {
        return new SpacePart(
                api,
                resources,
                DOCUMENTS,
                "解决方案",
                () -> admins(directory, Role.PROCESS_ADMIN),
                () -> directory.root().map(Team::id).map(TeamId::value).stream().toList());
    }

    /** Personal figures are for the KPI administrators alone. */
    @Bean
    @Order(90)
    SetupPart archiveSpace(DriveApi api, WeComResources resources, Directory directory) {
        return new SpacePart(
                api, resources, ARCHIVE, "季度归档", () -> admins(directory, Role.KPI_ADMIN), List::of);
    }

    private static List<UserId> admins(Directory directory, Role role) {
        var admins = directory.having(role);
        return admins.isEmpty() ? directory.having(Role.CTO) : admins;
    }
}
