/** The process that carries effects to WeCom. */
@NullMarked
package io.issueloop.process.delivery;

import org.jspecify.annotations.NullMarked;
