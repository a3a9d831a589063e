/** Pages: which static page answers which address, and what people read when something is wrong. */
@NullMarked
package io.issueloop.web.pages;

import org.jspecify.annotations.NullMarked;
