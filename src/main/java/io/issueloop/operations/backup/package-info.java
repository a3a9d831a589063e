/** One consistent copy of everything in a file, and back (design.md §3 Commands). */
@NullMarked
package io.issueloop.operations.backup;

import org.jspecify.annotations.NullMarked;
