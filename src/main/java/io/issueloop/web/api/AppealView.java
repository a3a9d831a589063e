package io.issueloop.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.issueloop.appraisal.appeal.Appeal;
import io.issueloop.appraisal.appeal.Appeals;
import io.issueloop.appraisal.people.EvidencePictures;
import io.issueloop.directory.Directory;
import io.issueloop.shared.UserId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appeal as its page shows it to somebody who may see it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AppealView(
        String no,
        String quarter,
        String label,
        String person,
        String personName,
        String metric,
        String line,
        String lineReason,
        String statement,
        String state,
        String stateLabel,
        OffsetDateTime filedAt,
        OffsetDateTime dueAt,
        @Nullable String deciderName,
        @Nullable String decidedByName,
        String decision,
        @Nullable List<Appeal.Effect> effect,
        List<UUID> pictures,
        List<Step> story,
        boolean mayWithdraw,
        boolean mayDecide,
        boolean mayAssign,
        List<Choice> deciders) {

    record Step(String what, String byName, String note, OffsetDateTime at) {}

    record Choice(String userId, String name) {}

    /** What a view is drawn from. */
    record Sources(Appeals appeals, EvidencePictures evidence, Directory directory) {}

    static AppealView of(Appeal appeal, UserId reader, Sources from) {
        var directory = from.directory();
        return new AppealView(
                appeal.no(),
                appeal.quarter().code(),
                appeal.quarter().label(),
                appeal.person().value(),
                directory.name(appeal.person()),
                appeal.metric(),
                appeal.line(),
                appeal.lineReason(),
                appeal.statement(),
                appeal.state().name(),
                appeal.state().label(),
                Times.local(appeal.filedAt()),
                Times.local(appeal.dueAt()),
                appeal.decider().map(directory::name).orElse(null),
                appeal.decidedBy().map(directory::name).orElse(null),
                appeal.decision(),
                appeal.effect().orElse(null),
                from.evidence().of(appeal.no()),
                from.appeals().story(appeal.no()).stream()
                        .map(
                                one ->
                                        new Step(
                                                one.what(),
                                                one.actor().equals(UserId.SYSTEM)
                                                        ? "系统"
                                                        : directory.name(one.actor()),
                                                one.note(),
                                                Times.local(one.at())))
                        .toList(),
                reader.equals(appeal.person()) && appeal.state().isOpen(),
                from.appeals().mayDecide(reader, appeal),
                from.appeals().mayAssign(reader, appeal),
                from.appeals().mayAssign(reader, appeal)
                        ? from.appeals().deciders(appeal).stream()
                                .filter(one -> !one.userId().equals(reader))
                                .map(one -> new Choice(one.userId().value(), one.name()))
                                .toList()
                        : List.of());
    }
}
