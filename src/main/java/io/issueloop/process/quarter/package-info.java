/** Delegates and listeners that close a quarter and open it again. */
@NullMarked
package io.issueloop.process.quarter;

import org.jspecify.annotations.NullMarked;
