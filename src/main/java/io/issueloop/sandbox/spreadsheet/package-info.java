/** Online sheets (在线表格): rows and columns of cells. */
@NullMarked
package io.issueloop.sandbox.spreadsheet;

import org.jspecify.annotations.NullMarked;
