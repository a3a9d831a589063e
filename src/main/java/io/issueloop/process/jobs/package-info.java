/** How the engine's jobs are run, kept over a stop, and tried again. */
@NullMarked
package io.issueloop.process.jobs;

import org.jspecify.annotations.NullMarked;
