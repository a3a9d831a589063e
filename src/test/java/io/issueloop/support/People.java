package io.issueloop.support;

import io.issueloop.directory.DirectorySource;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small organisation for tests: two teams under a root, each with a lead. */
public final class People implements DirectorySource {

    public static final TeamId PLATFORM = TeamId.of(2);
    public static final TeamId APPLICATION = TeamId.of(3);
    public static final String PLATFORM_PROJECT = "平台研发部";

    public static final UserId CTO = UserId.of("zhoumingyuan");
    public static final UserId LI_XUE = UserId.of("lixue");
    public static final UserId ZHANG = UserId.of("zhangwei");
    public static final UserId LIU = UserId.of("liuyang");
    public static final UserId WANG_LEI = UserId.of("wanglei");
    public static final UserId ZHAO = UserId.of("zhaomin");
    public static final UserId SUN = UserId.of("sunli");

    @Override
    public Snapshot read() {
        return new Snapshot(
                List.of(
                        new Department(TeamId.of(1), "星河智造", Optional.empty(), List.of(CTO)),
                        new Department(
                                PLATFORM,
                                PLATFORM_PROJECT,
                                Optional.of(TeamId.of(1)),
                                List.of(LI_XUE)),
                        new Department(
                                APPLICATION,
                                "应用研发部",
                                Optional.of(TeamId.of(1)),
                                List.of(WANG_LEI))),
                List.of(
                        person(CTO, "周明远", 1),
                        person(LI_XUE, "李雪", 2),
                        person(ZHANG, "张伟", 2),
                        person(LIU, "刘洋", 2),
                        person(WANG_LEI, "王磊", 3),
                        person(ZHAO, "赵敏", 3),
                        person(SUN, "孙丽", 3)),
                Map.of("KPI 管理员", Set.of(SUN), "流程管理员", Set.of(LIU)));
    }

    private static Person person(UserId user, String name, long team) {
        return new Person(user, name, TeamId.of(team), List.of(TeamId.of(team)), Set.of());
    }
}
