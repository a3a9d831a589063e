/** What people do in WeCom: pages in a browser and the same over HTTP for tests. */
@NullMarked
package io.issueloop.sandbox.people;

import org.jspecify.annotations.NullMarked;
