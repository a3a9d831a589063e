/** Forms (收集表): questions, periods, answers. */
@NullMarked
package io.issueloop.sandbox.form;

import org.jspecify.annotations.NullMarked;
