/** What a lock keeps of a quarter for ever, and the files made of it (kpi.md §5). */
@NamedInterface("archive")
@NullMarked
package io.issueloop.appraisal.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
