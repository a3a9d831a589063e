/** WeDrive: spaces, folders, files, uploads and who may do what with them. */
@NullMarked
package io.issueloop.sandbox.drive;

import org.jspecify.annotations.NullMarked;
