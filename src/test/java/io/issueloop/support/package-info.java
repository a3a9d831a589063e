/** What tests share: real databases, cloned in a moment. */
@NullMarked
package io.issueloop.support;

import org.jspecify.annotations.NullMarked;
