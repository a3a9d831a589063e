package io.issueloop.notification;

import io.issueloop.directory.Directory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.Proposal;
import io.issueloop.issue.ProposalKind;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.Message.Button;
import io.issueloop.notification.Message.Fact;
import io.issueloop.notification.Message.Notice;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people read about proposals and early endings; pure functions. */
final class ProposalTexts {

    static final String AGREE = "agree";

    private ProposalTexts() {}

    /** Where a card is shown. */
    record Place(String cardId, Directory people, URI link) {}

    /** The lead's card: 同意 at once, 驳回 on the page, because a card takes no text. */
    static ActionCard card(Proposal proposal, Issue issue, Place place) {
        var decline = URI.create(place.link() + "#proposal");
        var buttons =
                proposal.isOpen()
                        ? List.of(
                                new Button(AGREE, "同意", true, Optional.empty()),
                                new Button("decline", "驳回", false, Optional.of(decline)))
                        : List.<Button>of();
        return new ActionCard(
                place.cardId(),
                "请确认：" + proposal.title(),
                issue.no() + " " + issue.title(),
                facts(proposal, issue, place.people()),
                Optional.empty(),
                buttons,
                proposal.isOpen()
                        ? Optional.empty()
                        : Optional.of(outcome(proposal, place.people())),
                place.link());
    }

    /** What a decided card says. */
    static String outcome(Proposal proposal, Directory people) {
        return proposal.state() == Proposal.State.OBSOLETE
                ? "问题已结束，无需确认"
                : proposal.decidedBy().map(people::name).orElse("") + proposal.state().label();
    }

    /** Tells the reporter that the issue is over, and why. */
    static Notice ended(Proposal proposal, Issue issue, Directory people, URI link) {
        var lines = new ArrayList<String>();
        lines.add(issue.no().value());
        lines.add("原因：" + proposal.reason());
        lines.add("确认人：" + proposal.decidedBy().map(people::name).orElse("负责人"));
        if (proposal.kind() == ProposalKind.DUPLICATE) {
            lines.add("后续进展见 " + proposal.target().orElseThrow() + "，解决时会通知您");
        } else {
            lines.add("如有异议，请联系负责人");
        }
        var how =
                switch (proposal.kind()) {
                    case INVALID -> "问题判定为无效：";
                    case DUPLICATE -> "问题与已有问题重复，已合并：";
                    default -> "问题不予解决，已关闭：";
                };
        return new Notice(how + issue.title(), String.join("\n", lines), link);
    }

    /** Tells the reporter that the issue, closed as a duplicate before, is worked on again. */
    static Notice back(Issue issue, Directory people, URI link) {
        return new Notice(
                "问题已重新打开：" + issue.title(),
                "%s\n负责人确认它与别的问题不重复\n处理人：%s\n有进展时会通知您"
                        .formatted(issue.no(), issue.handler().map(people::name).orElse("正在指派")),
                link);
    }

    /** Tells who proposed it what the lead said. */
    static Notice decided(Proposal proposal, Issue issue, Directory people, URI link) {
        var said = proposal.decisionReason().isBlank() ? "" : "\n说明：" + proposal.decisionReason();
        return new Notice(
                "您的提议%s：%s".formatted(proposal.state().label(), proposal.title()),
                "%s %s\n确认人：%s%s"
                        .formatted(
                                issue.no(),
                                issue.title(),
                                proposal.decidedBy().map(people::name).orElse("负责人"),
                                said),
                link);
    }

    /** Tells who has the same problem how it ended. */
    static Notice followed(Issue issue, Directory people, URI link) {
        var solved = issue.resolvedAt().isPresent();
        var said =
                solved ? issue.solution().measures() : issue.note().orElse(issue.status().label());
        return new Notice(
                (solved ? "您也遇到的问题已解决：" : "您也遇到的问题已结束：") + issue.title(),
                "%s\n%s%s"
                        .formatted(
                                issue.no(),
                                issue.handler().map(who -> "处理人：" + people.name(who)).orElse(""),
                                said.isBlank() ? "" : "\n" + (solved ? "方案：" : "说明：") + said),
                link);
    }

    private static List<Fact> facts(Proposal proposal, Issue issue, Directory people) {
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(
                        "提议人",
                        people.name(proposal.proposedBy()),
                        Optional.of(proposal.proposedBy())));
        facts.add(Fact.of("原因", proposal.reason()));
        facts.add(Fact.of("提报人", people.name(issue.reporter())));
        facts.add(Fact.of("当前状态", issue.status().label()));
        if (proposal.kind() == ProposalKind.URGENCY) {
            facts.add(Fact.of("当前紧急程度", issue.urgency().label()));
        }
        if (!proposal.shares().isEmpty()) {
            facts.add(Fact.of("份额", proposal.sharesText(people::name)));
        }
        return facts;
    }
}
