/** The approval application (审批): templates, forms and how people decide on them. */
@NullMarked
package io.issueloop.sandbox.approval;

import org.jspecify.annotations.NullMarked;
