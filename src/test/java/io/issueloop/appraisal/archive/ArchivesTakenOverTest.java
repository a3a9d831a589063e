package io.issueloop.appraisal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.support.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An archive of an earlier version is evidence: V211 keeps its bytes and its sums. */
class ArchivesTakenOverTest {

    private static final int BLOCK = 1024 * 1024;

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcClient jdbc = database.jdbc();

    @Test
    @DisplayName("旧版本的归档升级后逐字节不变，分块存放，校验和仍对得上")
    void byteByByte() {
        upTo("206");
        var large = random(2 * BLOCK + 17);
        var exact = random(BLOCK);
        keep(large, exact);
        upTo("latest");

        assertThat(file(1)).isEqualTo(large);
        assertThat(file(2)).isEqualTo(exact);
        assertThat(new String(file(3), UTF_8))
                .contains("  KPI-2026Q2-r1.json\n", "  KPI-2026Q2-r1.xlsx\n")
                .hasLineCount(2);
        assertThat(sound()).isEqualTo(3);
    }

    private void keep(byte[] json, byte[] xlsx) {
        jdbc.sql(
                        """
                        insert into quarter_archive values ('2026Q2', 1, :json, :xlsx,
                          encode(sha256(:json), 'hex'), encode(sha256(:xlsx), 'hex'), now())
                        """)
                .param("json", json)
                .param("xlsx", xlsx)
                .update();
    }

    private void upTo(String version) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private byte[] file(int place) {
        var whole = new ByteArrayOutputStream();
        jdbc.sql("select content from quarter_archive_block where file = ? order by place")
                .param(place)
                .query(byte[].class)
                .list()
                .forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    /** Files whose blocks have the size and the sum that are kept beside them. */
    private long sound() {
        return jdbc.sql(
                        """
                        select count(*) from quarter_archive_file f
                         where exists (select from quarter_archive_block b
                                        where b.file = f.place and b.revision = f.revision
                                       having sum(length(content)) = f.bytes and max(length(content)) <= :block
                                          and encode(sha256(string_agg(content, ''::bytea order by place)), 'hex') = f.sha256)
                        """)
                .param("block", BLOCK)
                .query(Long.class)
                .single();
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
