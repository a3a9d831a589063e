package io.issueloop.issue.imports;

import java.util.Map;

/**
 * A row that was not taken.
 *
 * @param line as a spreadsheet counts, from 1
 * @param reason Chinese, all of it
 * @param cells what stood there
 */
public record ImportProblem(int line, String reason, Map<ImportColumn, String> cells) {}
