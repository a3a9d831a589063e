package io.issueloop.web;

import io.issueloop.directory.Directory;
import io.issueloop.directory.DirectorySource;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;

/** Two teams of three, a CTO, a KPI administrator and a process administrator. */
class TestOrganisation implements DirectorySource {

    static final TeamId ROOT = TeamId.of(1);
    static final TeamId PLATFORM = TeamId.of(2);
    static final TeamId QUALITY = TeamId.of(3);

    @Bean
    ApplicationRunner readOrganisation(Directory directory) {
        return arguments -> directory.refresh();
    }

    @Override
    public Snapshot read() {
        return new Snapshot(
                List.of(
                        department(ROOT, "星河研发", Optional.empty(), "zhaocto"),
                        department(PLATFORM, "平台研发组", Optional.of(ROOT), "wangfang"),
                        department(QUALITY, "质量保障组", Optional.of(ROOT), "liuyang")),
                List.of(
                        person("zhaocto", "赵启明", ROOT),
                        person("chenkpi", "陈静", ROOT),
                        person("sunops", "孙浩", ROOT),
                        person("wangfang", "王芳", PLATFORM),
                        person("zhangwei", "张伟", PLATFORM),
                        person("lina", "李娜", PLATFORM),
                        person("liuyang", "刘洋", QUALITY),
                        person("zhoujie", "周杰", QUALITY)),
                Map.of(
                        "KPI 管理员", Set.of(UserId.of("chenkpi")),
                        "流程管理员", Set.of(UserId.of("sunops"))));
    }

    private static Department department(
            TeamId id, String name, Optional<TeamId> parent, String leader) {
        return new Department(id, name, parent, List.of(UserId.of(leader)));
    }

    private static Person person(String userId, String name, TeamId team) {
        return new Person(UserId.of(userId), name, team, List.of(team), Set.of());
    }
}
