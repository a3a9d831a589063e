/** What the tests share. */
@NullMarked
package io.issueloop.support;

import org.jspecify.annotations.NullMarked;
