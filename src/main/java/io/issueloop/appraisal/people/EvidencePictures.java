package io.issueloop.appraisal.people;

import io.issueloop.issue.PictureType;
import io.issueloop.shared.Refused;
import io.issueloop.shared.UserId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures that prove something, kept in PostgreSQL; who may look the caller decides. */
@Service
@Transactional
public class EvidencePictures {

    /** Bytes of one picture. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int MOST = 9;
    private static final int MOST_LOOSE = 30;
    private static final Duration LOOSE_FOR = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    EvidencePictures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A picture.
     *
     * @param subject the learning item or appeal it belongs to; empty until it is given to one
     */
    public record Picture(
            UUID id,
            Optional<String> subject,
            UserId uploadedBy,
            String mediaType,
            byte[] bytes,
            String sha256) {}

    /**
     * @throws Refused when it is no picture, too large, or one too many
     */
    public UUID keep(UserId by, byte[] bytes) {
        if (bytes.length == 0 || bytes.length > LARGEST) {
            throw new Refused("图片为空或超过 %d MB，请重新选择".formatted(LARGEST / 1024 / 1024));
        }
        var type =
                PictureType.of(bytes).orElseThrow(() -> new Refused("只能上传图片（JPEG、PNG、GIF 或 WebP）"));
        tidyUp(by);
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into evidence_file (id, uploaded_by, uploaded_at, media_type, size, sha256, content)
                        values (:id, :by, :now, :type, :size, :sha256, :content)
                        """)
                .param("id", id)
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("type", type)
                .param("size", bytes.length)
                .param("sha256", sha256(bytes))
                .param("content", bytes)
                .update();
        return id;
    }

    /**
     * Gives uploaded pictures to a subject.
     *
     * @throws Refused when one is not there, or another's
     */
    public void give(String subject, UserId by, List<UUID> pictures) {
        if (pictures.size() > MOST) {
            throw new Refused("最多上传 %d 张图片".formatted(MOST));
        }
        for (var picture : pictures) {
            int given =
                    jdbc.sql(
                                    """
                                    update evidence_file set subject = :subject
                                     where id = :id and uploaded_by = :by and coalesce(subject, :subject) = :subject
                                    """)
                            .param("subject", subject)
                            .param("id", picture)
                            .param("by", by.value())
                            .update();
            if (given == 0) {
                throw new Refused("有一张图片已失效，请删除后重新上传");
            }
        }
    }

    @Transactional(readOnly = true)
    public List<UUID> of(String subject) {
        return jdbc.sql("select id from evidence_file where subject = ? order by uploaded_at, id")
                .param(subject)
                .query(UUID.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Picture> find(UUID id) {
        return jdbc.sql("select * from evidence_file where id = ?")
                .param(id)
                .query(
                        (row, n) ->
                                new Picture(
                                        id,
                                        Optional.ofNullable(row.getString("subject")),
                                        UserId.of(row.getString("uploaded_by")),
                                        row.getString("media_type"),
                                        row.getBytes("content"),
                                        row.getString("sha256")))
                .optional();
    }

    private void tidyUp(UserId by) {
        jdbc.sql("delete from evidence_file where subject is null and uploaded_at < ?")
                .param(clock.instant().minus(LOOSE_FOR).atOffset(ZoneOffset.UTC))
                .update();
        var loose =
                jdbc.sql(
                                "select count(*) from evidence_file where subject is null and uploaded_by = ?")
                        .param(by.value())
                        .query(Long.class)
                        .single();
        if (loose >= MOST_LOOSE) {
            throw new Refused("未提交的图片太多了，请先提交");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
