/** Group conversations: those of the app, their robots, and what members see of them. */
@NullMarked
package io.issueloop.sandbox.group;

import org.jspecify.annotations.NullMarked;
