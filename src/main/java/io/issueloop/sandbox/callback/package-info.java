/** Encrypted callbacks to the application, kept until delivered. */
@NullMarked
package io.issueloop.sandbox.callback;

import org.jspecify.annotations.NullMarked;
