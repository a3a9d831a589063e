/** Delegates and listeners of what follows a resolution: missing solutions and low ratings. */
@NullMarked
package io.issueloop.process.followup;

import org.jspecify.annotations.NullMarked;
