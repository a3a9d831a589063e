package io.issueloop.directory;

import io.issueloop.directory.Adjustment.Kind;
import io.issueloop.shared.Refused;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Process administrators say differently from WeCom who leads, handles and administers. */
@Service
public class OrganisationSettings {

    private static final Logger log = LoggerFactory.getLogger(OrganisationSettings.class);
    private static final Set<String> SKILLS = Set.of("技术", "流程", "人员", "工具");

    private final OverrideStore store;
    private final Directory directory;
    private final Clock clock;

    OrganisationSettings(OverrideStore store, Directory directory, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    public List<Adjustment> all() {
        return store.rows();
    }

    /**
     * @param value empty: as WeCom says
     * @throws Refused when the administrator may not, or the value cannot be
     */
    public void set(UserId by, Kind kind, String subject, String value) {
        require(
                directory.member(by).filter(who -> who.is(Role.PROCESS_ADMIN)).isPresent(),
                "只有流程管理员可以调整组织");
        check(kind, subject, value);
        directory.readjust(() -> store.set(kind, subject, value, by, clock.instant()));
        log.info("{} of {} set to '{}' by {}", kind, subject, value, by);
    }

    /** Somebody is about to leave; who may say so was checked by the caller. */
    public void handlesNoMore(UserId user, UserId by) {
        directory.readjust(
                () -> store.set(Kind.HANDLER, user.value(), Adjustment.NO, by, clock.instant()));
    }

    private void check(Kind kind, String subject, String value) {
        switch (kind) {
            case LEAD -> {
                requireTeam(subject);
                require(value.isEmpty() || isMember(value), "找不到这位成员");
            }
            case PROJECT -> {
                require(!subject.isBlank(), "请选择项目");
                if (!value.isEmpty()) {
                    requireTeam(value);
                }
            }
            case SKILL -> {
                require(isMember(subject), "找不到这位成员");
                require(
                        value.isEmpty() || SKILLS.containsAll(List.of(value.split(","))),
                        "擅长的分类只能是 技术、流程、人员、工具");
            }
            case HANDLER, KPI_ADMIN, PROCESS_ADMIN -> {
                require(isMember(subject), "找不到这位成员");
                require(
                        Set.of("", Adjustment.YES, Adjustment.NO).contains(value),
                        "请选择 是、否 或 按企业微信");
            }
        }
    }

    private void requireTeam(String id) {
        require(
                id.matches("\\d{1,18}")
                        && directory.team(TeamId.of(Long.parseLong(id))).isPresent(),
                "找不到这个团队");
    }

    private boolean isMember(String user) {
        return user.matches("[0-9A-Za-z][0-9A-Za-z_\\-@.]{0,63}")
                && directory.member(UserId.of(user)).isPresent();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Refused(otherwise);
        }
    }
}
