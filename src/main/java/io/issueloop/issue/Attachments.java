package io.issueloop.issue;

import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures people add to issues; before its issue exists a picture is its uploader's. */
@Service
@Transactional
public class Attachments {

    private final PictureShelf shelf;

    Attachments(JdbcClient jdbc, Clock clock) {
        this.shelf = new PictureShelf(jdbc, clock, "attachment", "issue_no");
    }

    /**
     * Keeps a picture until its issue is reported.
     *
     * @throws Refused when it is no picture, too large, or one too many
     */
    public PictureShelf.Kept keep(UserId by, byte[] bytes) {
        return shelf.keep(by, bytes);
    }

    /**
     * Gives uploaded pictures to an issue, in this order.
     *
     * @throws Refused when one is not there, another's, or of another issue
     */
    public void attach(IssueNo issueNo, UserId by, List<UUID> pictures) {
        shelf.give(issueNo.value(), by, pictures);
    }

    @Transactional(readOnly = true)
    public List<PictureShelf.Kept> of(IssueNo issueNo) {
        return shelf.of(issueNo.value());
    }

    /** Of an issue everybody may look; before, only who uploaded it. */
    @Transactional(readOnly = true)
    public Optional<PictureShelf.Picture> find(UUID id, UserId viewer) {
        return shelf.find(id)
                .filter(
                        picture ->
                                picture.owner().isPresent() || picture.uploadedBy().equals(viewer));
    }
}
