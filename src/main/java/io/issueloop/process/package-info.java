/** 流程: the only package that knows the workflow engine. */
@NullMarked
package io.issueloop.process;

import org.jspecify.annotations.NullMarked;
