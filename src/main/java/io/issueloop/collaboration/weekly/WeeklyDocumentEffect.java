package io.issueloop.collaboration.weekly;

import io.issueloop.collaboration.Telling;
import io.issueloop.collaboration.weekly.ReportDocuments.Paragraph;
import io.issueloop.collaboration.weekly.WeeklyTable.Document;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.directory.Directory;
import io.issueloop.shared.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A team's weekly report as a document, shared with its members and its lead. */
@Component
class WeeklyDocumentEffect implements Effect {

    static final String NAME = "WEEKLY_DOCUMENT";

    private static final String NOT_OURS = "";

    private final WeeklyReports reports;
    private final WeeklyTable table;
    private final ReportDocuments documents;
    private final Telling telling;
    private final Directory people;

    WeeklyDocumentEffect(
            WeeklyReports reports,
            WeeklyTable table,
            ReportDocuments documents,
            Telling telling,
            Directory people) {
        this.reports = reports;
        this.table = table;
        this.documents = documents;
        this.telling = telling;
        this.people = people;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "团队周报文档";
    }

    @Override
    public Capability capability() {
        return Capability.DOCUMENT;
    }

    @Override
    public void perform(String businessKey, String subject) {
        var which = WeeklySubject.of(subject);
        var document = table.document(which.week(), which.team()).orElseGet(() -> create(which));
        if (!document.id().equals(NOT_OURS)) {
            documents.write(document.id(), content(which));
            documents.share(document.id(), reports.members(which.team()));
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var which = WeeklySubject.of(subject);
        if (table.document(which.week(), which.team()).isPresent()) {
            return Optional.empty();
        }
        var body =
                content(which).stream()
                        .map(p -> p.heading() ? "【%s】".formatted(p.text()) : p.text())
                        .collect(Collectors.joining("\n"));
        var title = WeeklyTexts.title(sheet(which));
        return Optional.of(
                ByHand.of(
                                "编写" + title,
                                "请新建微文档，第一行作标题，其余作正文，分享给团队成员（仅阅读），并在下面填写文档链接。",
                                title + "\n" + body)
                        .asking(ByHand.Reference.REQUIRED));
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        if (!reference.matches("https?://\\S{1,900}")) {
            throw new Refused("请填写文档的链接，以 https:// 开头");
        }
        var which = WeeklySubject.of(subject);
        table.keep(which.week(), which.team(), new Document(NOT_OURS, reference));
    }

    private Document create(WeeklySubject which) {
        var admins = people.chainOfLeads(which.team()).stream().limit(1).toList();
        var created = documents.create(WeeklyTexts.title(sheet(which)), admins);
        var document = new Document(created.documentId(), created.url());
        table.keep(which.week(), which.team(), document);
        return document;
    }

    private List<Paragraph> content(WeeklySubject which) {
        return WeeklyTexts.document(sheet(which), people, telling.link(which.page()).toString());
    }

    private WeeklySheet sheet(WeeklySubject which) {
        return reports.of(which.week(), which.team()).orElseThrow();
    }
}
