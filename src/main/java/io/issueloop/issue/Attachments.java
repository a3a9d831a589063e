package io.issueloop.issue;

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

/**
 * Pictures people add to issues, kept in PostgreSQL. What a picture is, its bytes say, never its
 * name.
 */
@Service
@Transactional
public class Attachments {

    /** Bytes of one picture. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** Pictures of one issue. */
    public static final int MOST = 9;

    private static final int MOST_LOOSE = 30;
    private static final Duration LOOSE_FOR = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A picture without its bytes. */
    public record Attachment(UUID id, String mediaType, int size, String uploadedBy) {}

    /** A picture's bytes. */
    public record Content(String mediaType, byte[] bytes, String sha256) {}

    /**
     * Keeps a picture until its issue is reported; after two days without one it is dropped.
     *
     * @throws Refused when it is no picture, too large, or one too many
     */
    public Attachment keep(UserId by, byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refused("图片是空的，请重新选择");
        }
        if (bytes.length > LARGEST) {
            throw new Refused("图片最大 %d MB，请压缩后再上传".formatted(LARGEST / 1024 / 1024));
        }
        var type =
                PictureType.of(bytes).orElseThrow(() -> new Refused("只能上传图片（JPEG、PNG、GIF 或 WebP）"));
        tidyUp(by);
        var picture = new Attachment(UUID.randomUUID(), type, bytes.length, by.value());
        jdbc.sql(
                        """
                insert into attachment (id, uploaded_by, uploaded_at, media_type, size, sha256, content)
                values (:id, :by, :now, :type, :size, :sha256, :content)
                """)
                .param("id", picture.id())
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("type", type)
                .param("size", bytes.length)
                .param("sha256", sha256(bytes))
                .param("content", bytes)
                .update();
        return picture;
    }

    /**
     * Gives uploaded pictures to an issue, in this order.
     *
     * @throws Refused when one is not there, another's, or of another issue
     */
    public void attach(IssueNo issueNo, UserId by, List<UUID> pictures) {
        if (pictures.size() > MOST) {
            throw new Refused("最多上传 %d 张图片".formatted(MOST));
        }
        for (var position = 0; position < pictures.size(); position++) {
            var given =
                    jdbc.sql(
                                    """
                    update attachment set issue_no = :issueNo, position = :position
                     where id = :id and uploaded_by = :by and (issue_no is null or issue_no = :issueNo)
                    """)
                            .param("issueNo", issueNo.value())
                            .param("position", position)
                            .param("id", pictures.get(position))
                            .param("by", by.value())
                            .update();
            if (given == 0) {
                throw new Refused("有一张图片已失效，请删除后重新上传");
            }
        }
    }

    @Transactional(readOnly = true)
    public List<Attachment> of(IssueNo issueNo) {
        return jdbc.sql(
                        """
                select id, media_type, size, uploaded_by from attachment
                 where issue_no = :issueNo order by position, uploaded_at
                """)
                .param("issueNo", issueNo.value())
                .query(Attachment.class)
                .list();
    }

    /** Of an issue everybody may look; before, only who uploaded it. */
    @Transactional(readOnly = true)
    public Optional<Content> content(UUID id, UserId viewer) {
        return jdbc.sql(
                        """
                select media_type, content as bytes, sha256 from attachment
                 where id = :id and (issue_no is not null or uploaded_by = :viewer)
                """)
                .param("id", id)
                .param("viewer", viewer.value())
                .query(
                        (row, index) ->
                                new Content(
                                        row.getString("media_type"),
                                        row.getBytes("bytes"),
                                        row.getString("sha256")))
                .optional();
    }

    private void tidyUp(UserId by) {
        jdbc.sql("delete from attachment where issue_no is null and uploaded_at < :since")
                .param("since", clock.instant().minus(LOOSE_FOR).atOffset(ZoneOffset.UTC))
                .update();
        var loose =
                jdbc.sql(
                                "select count(*) from attachment where issue_no is null and uploaded_by = :by")
                        .param("by", by.value())
                        .query(Long.class)
                        .single();
        if (loose >= MOST_LOOSE) {
            throw new Refused("未提交的图片太多了，请先提交问题");
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
