package io.issueloop.wecom;

import io.issueloop.knowledge.DocumentStore;
import io.issueloop.shared.UserId;
import io.issueloop.wecom.DocumentApi.BatchUpdate;
import io.issueloop.wecom.DocumentApi.Create;
import io.issueloop.wecom.DocumentApi.Created;
import io.issueloop.wecom.DocumentApi.Delete;
import io.issueloop.wecom.DocumentApi.Insert;
import io.issueloop.wecom.DocumentApi.Location;
import io.issueloop.wecom.DocumentApi.Member;
import io.issueloop.wecom.DocumentApi.Members;
import io.issueloop.wecom.DocumentApi.Range;
import io.issueloop.wecom.DocumentApi.Request;
import io.issueloop.wecom.DocumentApi.Which;
import io.issueloop.wecom.WeComResources.Kind;
import io.issueloop.wecom.WeComResources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Text documents (微文档). */
@Component
class WeComDocumentStore implements DocumentStore {

    private static final Logger log = LoggerFactory.getLogger(WeComDocumentStore.class);
    private static final int MEMBERS_PER_CALL = 100;
    private static final int MEMBER = 1;

    private final DocumentApi api;
    private final WeComResources resources;

    WeComDocumentStore(DocumentApi api, WeComResources resources) {
        this.api = api;
        this.resources = resources;
    }

    /** In the folder set-up made for them, where there is one. */
    @Override
    public Reference create(String title, List<UserId> admins) {
        var name = WireText.cut(title, 255);
        var userids = admins.stream().map(UserId::value).toList();
        var created =
                inFolder(name, userids)
                        .orElseGet(() -> api.create(new Create(DocumentApi.TEXT, name, userids)));
        return new Reference(created.docid(), created.url());
    }

    /** Empty where the drive does not take it: a document elsewhere is better than none. */
    private Optional<Created> inFolder(String name, List<String> admins) {
        var space = resources.find(Kind.SPACE, DriveParts.DOCUMENTS).map(Resource::id);
        var folder = resources.find(Kind.FOLDER, DriveParts.DOCUMENTS).map(Resource::id);
        if (space.isEmpty() || folder.isEmpty()) {
            return Optional.empty();
        }
        var place = new Create(space.get(), folder.get(), DocumentApi.TEXT, name, admins);
        try {
            return Optional.of(api.create(place));
        } catch (WeComRejected rejected) {
            log.warn("微盘文件夹不可用，方案文档建在文件夹之外：{}", rejected.getMessage());
            return Optional.empty();
        }
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
