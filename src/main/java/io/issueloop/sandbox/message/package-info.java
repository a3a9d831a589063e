/** Application messages and their interactive cards. */
@NullMarked
package io.issueloop.sandbox.message;

import org.jspecify.annotations.NullMarked;
