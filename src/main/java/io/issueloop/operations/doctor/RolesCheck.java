package io.issueloop.operations.doctor;

import io.issueloop.directory.Directory;
import io.issueloop.directory.Role;
import io.issueloop.directory.Team;
import io.issueloop.operations.doctor.About.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Every team has somebody who works and somebody who decides. */
@About(value = "人员与角色", needs = Need.DATABASE)
final class RolesCheck implements Check {

    private final Directory directory;

    RolesCheck(Directory directory) {
        this.directory = directory;
    }

    @Override
    public List<Finding> look() {
        if (directory.members().isEmpty()) {
            return List.of(Finding.warning("还没有读取过通讯录", "运行 setup，或启动应用"));
        }
        var findings = new ArrayList<Finding>();
        var leaderless = teams(team -> team.lead().isEmpty());
        if (!leaderless.isEmpty()) {
            findings.add(
                    Finding.warning(
                            "没有负责人的团队：" + Words.some(leaderless),
                            "在通讯录中为部门指定负责人：分诊、催办、升级和重大问题审批都找负责人"));
        }
        var idle = teams(team -> directory.handlers(team.id()).isEmpty());
        if (!idle.isEmpty()) {
            findings.add(
                    Finding.warning(
                            "没有处理人的团队：" + Words.some(idle),
                            "为部门加入成员；使用标签「处理人」时为其中的人加上标签。在此之前问题由负责人处理"));
        }
        require(findings, Role.CTO, "为根部门指定负责人：重大问题由 CTO 终审");
        require(findings, Role.KPI_ADMIN, "建立标签「KPI 管理员」并加入成员，或设置 ISSUELOOP_ADMINS");
        require(findings, Role.PROCESS_ADMIN, "建立标签「流程管理员」并加入成员，或设置 ISSUELOOP_ADMINS");
        return findings.isEmpty() ? List.of(Finding.ok(summary())) : findings;
    }

    private void require(List<Finding> findings, Role role, String advice) {
        if (directory.members().stream().noneMatch(member -> member.is(role))) {
            findings.add(Finding.warning("没有人是" + role.label(), advice));
        }
    }

    private List<String> teams(Predicate<Team> such) {
        return directory.workingTeams().stream().filter(such).map(Team::name).toList();
    }

    private String summary() {
        return "%d 个团队都有负责人和处理人，CTO、KPI 管理员、流程管理员都有人".formatted(directory.workingTeams().size());
    }
}
