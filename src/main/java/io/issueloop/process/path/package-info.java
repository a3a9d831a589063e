/** The way an issue took, read from the engine's history and put on the diagrams. */
@NullMarked
package io.issueloop.process.path;

import org.jspecify.annotations.NullMarked;
