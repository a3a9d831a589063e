/** Smart tables: sheets, views, fields, records and their typed cells. */
@NullMarked
package io.issueloop.sandbox.table;

import org.jspecify.annotations.NullMarked;
