/**
 * Bulk import of issues from xlsx and CSV files (design.md §3 Import files): read, checked row by
 * row, written as ordinary facts in batches.
 */
@NamedInterface("imports")
@NullMarked
package io.issueloop.issue.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
