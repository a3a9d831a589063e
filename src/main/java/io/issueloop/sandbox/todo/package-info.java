/** Native to-dos (待办): made by people through the JS-SDK, read and closed by the app. */
@NullMarked
package io.issueloop.sandbox.todo;

import org.jspecify.annotations.NullMarked;
