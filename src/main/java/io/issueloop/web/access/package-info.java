/** Access: sign-on with WeCom, API tokens, and one table that says who may open which path. */
@NullMarked
package io.issueloop.web.access;

import org.jspecify.annotations.NullMarked;
