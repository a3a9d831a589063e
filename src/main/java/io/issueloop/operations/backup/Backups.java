package io.issueloop.operations.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** What writing and reading a backup have in common. */
public final class Backups {

    /** How a running application's connections are called; see {@code application.yaml}. */
    public static final String NODE = "issueloop";

    static final String MANIFEST = "manifest.json";
    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private Backups() {}

    /**
     * What was written or read.
     *
     * @param tables number of tables
     * @param rows in all of them
     */
    public record Summary(int tables, long rows) {}
}
