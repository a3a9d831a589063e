/** A small organisation, a browser and the pages of the application, on a real database. */
@NullMarked
package io.issueloop.web;

import org.jspecify.annotations.NullMarked;
