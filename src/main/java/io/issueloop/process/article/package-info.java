/** Delegates and listeners of the review of knowledge articles. */
@NullMarked
package io.issueloop.process.article;

import org.jspecify.annotations.NullMarked;
