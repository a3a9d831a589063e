package io.issueloop.appraisal.effects;

import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import io.issueloop.shared.Zones;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Effects no number shows: a checklist; what was said last about an item counts, all stays. */
@Service
@Transactional
public class EffectEvidence {

    private static final String LINK = "(https?://\\S{1,900}|/[^\\s/]\\S{0,900})";

    /** What is looked for. */
    public enum Item {
        TRANSPARENT("数据透明", "团队的指标和每个数字的来源，全体成员都能打开"),
        RESPONSIVE("响应更快", "问题提报后很快有人负责，不再靠催"),
        CLEAR("责任清楚", "每个问题随时看得到由谁负责、何时到期"),
        KNOWLEDGE("经验沉淀", "解决过的问题能搜到，新人也能照着做"),
        TOGETHER("协作顺畅", "跨团队的问题有人接、有人跟、有结论"),
        IMPROVING("持续改进", "复盘的措施有落实，同类问题变少");

        private final String label;
        private final String meaning;

        Item(String label, String meaning) {
            this.label = label;
            this.meaning = meaning;
        }

        public String label() {
            return label;
        }

        public String meaning() {
            return meaning;
        }
    }

    /**
     * @param link where it can be seen; may be empty
     * @param at Asia/Shanghai
     */
    public record Proof(boolean achieved, String note, String link, UserId by, OffsetDateTime at) {}

    /** An item with what was said last. */
    public record Line(Item item, Optional<Proof> latest) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    EffectEvidence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Line> all() {
        return Arrays.stream(Item.values()).map(item -> new Line(item, latest(item))).toList();
    }

    /**
     * @throws Refused when the actor may not, or nothing is given that others could check
     */
    public void add(Member actor, Item item, boolean achieved, String note, String link) {
        if (!actor.is(Role.KPI_ADMIN) && !actor.is(Role.LEAD) && !actor.is(Role.CTO)) {
            throw new Refused("请由负责人或 KPI 管理员登记");
        }
        if (note.isBlank() || note.length() > 500) {
            throw new Refused("请说明依据（1–500 字）");
        }
        if (achieved && link.isBlank()) {
            throw new Refused("登记为“已体现”时请附上链接，让别人也能查看");
        }
        if (!link.isBlank() && !link.strip().matches(LINK)) {
            throw new Refused("链接应以 https:// 开头，或是本系统的地址，例如 /dashboard");
        }
        jdbc.sql(
                        """
                        insert into effect_evidence (item, achieved, note, link, actor, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        item.name(),
                        achieved,
                        note.strip(),
                        link.strip(),
                        actor.userId().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Proof> latest(Item item) {
        return jdbc.sql("select * from effect_evidence where item = ? order by id desc limit 1")
                .param(item.name())
                .query(
                        (row, n) ->
                                new Proof(
                                        row.getBoolean("achieved"),
                                        row.getString("note"),
                                        row.getString("link"),
                                        UserId.of(row.getString("actor")),
                                        row.getObject("at", OffsetDateTime.class)
                                                .withOffsetSameInstant(Zones.REPORTING_OFFSET)))
                .optional();
    }
}
