/** The adapter against real PostgreSQL and real HTTP. */
@NullMarked
package io.issueloop.wecom;

import org.jspecify.annotations.NullMarked;
