/** REST: JSON in and out, problem+json when something is wrong (design.md §3 HTTP). */
@NullMarked
package io.issueloop.web.api;

import org.jspecify.annotations.NullMarked;
