/** Journals (汇报): members write them, the app only reads. */
@NullMarked
package io.issueloop.sandbox.report;

import org.jspecify.annotations.NullMarked;
