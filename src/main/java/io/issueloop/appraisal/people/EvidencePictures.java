package io.issueloop.appraisal.people;

import io.issueloop.issue.PictureShelf;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures that prove something: of a learning item or an appeal. */
@Service
@Transactional
public class EvidencePictures {

    private final PictureShelf shelf;

    EvidencePictures(JdbcClient jdbc, Clock clock) {
        this.shelf = new PictureShelf(jdbc, clock, "evidence_file", "subject");
    }

    /**
     * @throws Refused when it is no picture, too large, or one too many
     */
    public UUID keep(UserId by, byte[] bytes) {
        return shelf.keep(by, bytes).id();
    }

    /**
     * Gives uploaded pictures to a subject.
     *
     * @throws Refused when one is not there, or another's
     */
    public void give(String subject, UserId by, List<UUID> pictures) {
        shelf.give(subject, by, pictures);
    }

    @Transactional(readOnly = true)
    public List<UUID> of(String subject) {
        return shelf.of(subject).stream().map(PictureShelf.Kept::id).toList();
    }

    @Transactional(readOnly = true)
    public Optional<PictureShelf.Picture> find(UUID id) {
        return shelf.find(id);
    }
}
