package io.issueloop.wecom;

import io.issueloop.knowledge.DocumentStore;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.DocumentApi.BatchUpdate;
import io.issueloop.wecom.DocumentApi.Create;
import io.issueloop.wecom.DocumentApi.Delete;
import io.issueloop.wecom.DocumentApi.Insert;
import io.issueloop.wecom.DocumentApi.Location;
import io.issueloop.wecom.DocumentApi.Member;
import io.issueloop.wecom.DocumentApi.Members;
import io.issueloop.wecom.DocumentApi.Range;
import io.issueloop.wecom.DocumentApi.Request;
import io.issueloop.wecom.DocumentApi.Which;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Text documents (微文档). */
@Component
class WeComDocumentStore implements DocumentStore {

    private static final int MEMBERS_PER_CALL = 100;
    private static final int MEMBER = 1;

    private final DocumentApi api;

    WeComDocumentStore(DocumentApi api) {
        this.api = api;
    }

    @Override
    public Reference create(String title, List<UserId> admins) {
        var created =
                api.create(
                        new Create(
                                DocumentApi.TEXT,
                                WireText.cut(title, 255),
                                admins.stream().map(UserId::value).toList()));
        return new Reference(created.docid(), created.url());
    }

    /**
     * Replaces the whole text in one update, which WeCom does entirely or not at all; the version
     * it was read at makes a write in between visible (page 97626).
     */
    @Override
    public void write(String documentId, List<Paragraph> paragraphs) {
        var present = api.get(new Which(documentId));
        var document = present.document();
        if (document == null) {
            throw new WeComUnavailable("企业微信没有给出文档内容", null);
        }
        var wanted = text(paragraphs);
        if (document.text().stripTrailing().equals(wanted.stripTrailing())) {
            return;
        }
        var requests = new ArrayList<Request>();
        int length = document.end() - document.begin() - 1; // the end of the last paragraph stays
        if (length > 0) {
            requests.add(new Request(new Delete(new Range(document.begin(), length)), null));
        }
        requests.add(new Request(null, new Insert(wanted, new Location(document.begin()))));
        api.batchUpdate(new BatchUpdate(documentId, present.version(), requests));
    }

    @Override
    public void share(String documentId, List<UserId> readers) {
        for (int from = 0; from < readers.size(); from += MEMBERS_PER_CALL) {
            var some = readers.subList(from, Math.min(readers.size(), from + MEMBERS_PER_CALL));
            var members =
                    some.stream()
                            .map(user -> new Member(MEMBER, DocumentApi.READ, user.value()))
                            .toList();
            api.members(new Members(documentId, members));
        }
    }

    private static String text(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .map(p -> p.heading() ? "【" + p.text() + "】" : p.text())
                .map(line -> line.replace("\r", ""))
                .collect(Collectors.joining("\n"));
    }
}
