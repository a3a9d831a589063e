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

/**
 * Pictures people upload and then give to something, kept in a table of PostgreSQL; what is given
 * to nothing within two days is dropped. What a picture is, its bytes say, never its name. Who may
 * look is for the caller to say.
 */
public final class PictureShelf {

    /** Bytes of one picture. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** Pictures of one thing. */
    public static final int MOST = 9;

    private static final int MOST_LOOSE = 30;
    private static final Duration LOOSE_FOR = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String table;
    private final String owner;

    /**
     * @param owner the table's column of what a picture is given to
     */
    public PictureShelf(JdbcClient jdbc, Clock clock, String table, String owner) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = table;
        this.owner = owner;
    }

    /** A picture without its bytes. */
    public record Kept(UUID id, String mediaType, int size) {}

    /**
     * A picture.
     *
     * @param owner what it was given to; empty before
     */
    public record Picture(
            Optional<String> owner,
            UserId uploadedBy,
            String mediaType,
            byte[] bytes,
            String sha256) {}

    /**
     * @throws Refused when it is no picture, too large, or one too many
     */
    public Kept keep(UserId by, byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refused("图片是空的，请重新选择");
        }
        if (bytes.length > LARGEST) {
            throw new Refused("图片最大 %d MB，请压缩后再上传".formatted(LARGEST / 1024 / 1024));
        }
        var type =
                PictureType.of(bytes).orElseThrow(() -> new Refused("只能上传图片（JPEG、PNG、GIF 或 WebP）"));
        tidyUp(by);
        var picture = new Kept(UUID.randomUUID(), type, bytes.length);
        sql("""
            insert into %s (id, uploaded_by, uploaded_at, media_type, size, sha256, content)
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
     * Gives uploaded pictures to something, in this order.
     *
     * @throws Refused when one is not there, another's, or given to something else
     */
    public void give(String to, UserId by, List<UUID> pictures) {
        if (pictures.size() > MOST) {
            throw new Refused("最多上传 %d 张图片".formatted(MOST));
        }
        for (var position = 0; position < pictures.size(); position++) {
            int given =
                    sql("""
                        update %s set owner = :to, position = :position
                         where id = :id and uploaded_by = :by and coalesce(owner, :to) = :to
                        """)
                            .param("to", to)
                            .param("position", position)
                            .param("id", pictures.get(position))
                            .param("by", by.value())
                            .update();
            if (given == 0) {
                throw new Refused("有一张图片已失效，请删除后重新上传");
            }
        }
    }

    /** In the order they were given. */
    public List<Kept> of(String given) {
        return sql("select id, media_type, size from %s where owner = :to order by position, uploaded_at, id")
                .param("to", given)
                .query(Kept.class)
                .list();
    }

    public Optional<Picture> find(UUID id) {
        return sql("select owner, uploaded_by, media_type, content as bytes, sha256 from %s where id = :id")
                .param("id", id)
                .query(
                        (row, n) ->
                                new Picture(
                                        Optional.ofNullable(row.getString(1)),
                                        UserId.of(row.getString("uploaded_by")),
                                        row.getString("media_type"),
                                        row.getBytes("bytes"),
                                        row.getString("sha256")))
                .optional();
    }

    private void tidyUp(UserId by) {
        sql("delete from %s where owner is null and uploaded_at < :since")
                .param("since", clock.instant().minus(LOOSE_FOR).atOffset(ZoneOffset.UTC))
                .update();
        var loose =
                sql("select count(*) from %s where owner is null and uploaded_by = :by")
                        .param("by", by.value())
                        .query(Long.class)
                        .single();
        if (loose >= MOST_LOOSE) {
            throw new Refused("未提交的图片太多了，请先提交");
        }
    }

    /** The statement for this table; {@code owner} stands for its column. */
    private JdbcClient.StatementSpec sql(String statement) {
        return jdbc.sql(statement.formatted(table).replaceAll("\\bowner\\b", owner));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
