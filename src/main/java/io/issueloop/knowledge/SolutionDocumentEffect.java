package io.issueloop.knowledge;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.IssueStatus;
import io.issueloop.issue.Issues;
import io.issueloop.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Creates the solution document once, writes what is known now, and lets the team read it, and the
 * reporter as soon as there is a solution.
 */
@Component
class SolutionDocumentEffect implements Effect {

    static final String NAME = "SOLUTION_DOCUMENT";

    private static final int MOST_READERS = 100;

    private final Issues issues;
    private final DocumentStore documents;
    private final Directory directory;
    private final WrittenDocuments written;

    SolutionDocumentEffect(
            Issues issues, DocumentStore documents, Directory directory, WrittenDocuments written) {
        this.issues = issues;
        this.documents = documents;
        this.directory = directory;
        this.written = written;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "解决方案文档";
    }

    @Override
    public Capability capability() {
        return Capability.DOCUMENT;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        var documentId = written.ours(issue.no()).orElseGet(() -> create(issue));
        documents.write(documentId, SolutionText.of(issue, directory));
        documents.share(documentId, readers(issue));
    }

    /** Pointless while there is no solution: the next one asks again. */
    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var issue = issues.get(IssueNo.of(businessKey));
        if (issue.resolvedAt().isEmpty() || isFinishedByHand(issue)) {
            return Optional.empty();
        }
        var readers = readers(issue).stream().map(directory::name).collect(Collectors.joining("、"));
        return Optional.of(HandDocument.of(issue, written.url(issue.no()), readers, directory));
    }

    /** Nobody is asked to write once more only that it is closed. */
    private boolean isFinishedByHand(Issue issue) {
        return issue.status() == IssueStatus.CLOSED
                && written.url(issue.no()).isPresent()
                && written.ours(issue.no()).isEmpty();
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (!reference.isEmpty()) {
            written.byHand(issues.get(IssueNo.of(businessKey)), HandDocument.link(reference));
        }
    }

    private String create(Issue issue) {
        var created =
                documents.create(SolutionText.title(issue), issue.handler().stream().toList());
        written.keep(issue, created);
        return created.documentId();
    }

    private List<UserId> readers(Issue issue) {
        var team =
                directory.members().stream()
                        .filter(member -> issue.team().equals(Optional.of(member.team())))
                        .map(Member::userId);
        var reporter =
                issue.resolvedAt().isPresent() ? Stream.of(issue.reporter()) : Stream.<UserId>of();
        return Stream.concat(reporter, team).distinct().limit(MOST_READERS).toList();
    }
}
