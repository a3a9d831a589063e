/**
 * The editor's side of the engine: what it has, what is wrong with a draft, what would happen with
 * it, and bringing instances to another version. Drafts are tried in transactions that are undone.
 */
@NamedInterface("editor")
@NullMarked
package io.issueloop.process.editor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
