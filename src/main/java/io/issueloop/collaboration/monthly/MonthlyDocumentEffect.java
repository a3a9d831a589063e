package io.issueloop.collaboration.monthly;

import io.issueloop.collaboration.weekly.ReportDocuments;
import io.issueloop.collaboration.weekly.ReportDocuments.Paragraph;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.directory.Directory;
import io.issueloop.directory.Member;
import io.issueloop.directory.Role;
import io.issueloop.shared.Refused;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A month's analysis as a document everybody can read; the subject is the month. */
@Component
class MonthlyDocumentEffect implements Effect {

    static final String NAME = "MONTHLY_DOCUMENT";

    private static final String NOT_OURS = "";

    private final MonthlyAnalyses analyses;
    private final ReportDocuments documents;
    private final Directory directory;

    MonthlyDocumentEffect(
            MonthlyAnalyses analyses, ReportDocuments documents, Directory directory) {
        this.analyses = analyses;
        this.documents = documents;
        this.directory = directory;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "月度分析文档";
    }

    @Override
    public Capability capability() {
        return Capability.DOCUMENT;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var month = YearMonth.parse(subject);
        var id = analyses.document(month).orElseGet(() -> create(month));
        if (!id.equals(NOT_OURS)) {
            documents.write(id, content(month));
            documents.share(id, directory.members().stream().map(Member::userId).toList());
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var month = YearMonth.parse(subject);
        if (analyses.document(month).isPresent()) {
            return Optional.empty();
        }
        var text =
                content(month).stream()
                        .map(part -> part.heading() ? "【%s】".formatted(part.text()) : part.text())
                        .collect(Collectors.joining("\n"));
        return Optional.of(
                ByHand.of(
                                "编写" + MonthlyTexts.title(month),
                                "请新建微文档，第一行作标题，其余作正文，分享给全体成员（仅阅读），并在下面填写文档链接。",
                                MonthlyTexts.title(month) + "\n" + text)
                        .asking(ByHand.Reference.REQUIRED));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (!reference.matches("https?://\\S{1,900}")) {
            throw new Refused("请填写文档的链接，以 https:// 开头");
        }
        analyses.keepDocument(YearMonth.parse(subject), NOT_OURS, reference);
    }

    private String create(YearMonth month) {
        var admins = directory.having(Role.KPI_ADMIN).stream().limit(1).toList();
        var created = documents.create(MonthlyTexts.title(month), admins);
        analyses.keepDocument(month, created.documentId(), created.url());
        return created.documentId();
    }

    private List<Paragraph> content(YearMonth month) {
        var parts = new ArrayList<Paragraph>();
        for (var section : analyses.of(month).orElseThrow().sections()) {
            parts.add(Paragraph.heading(section.heading()));
            parts.add(Paragraph.text(String.join("\n", section.lines())));
        }
        return parts;
    }
}
