package io.issueloop.directory;

import io.issueloop.shared.UserId;
import java.util.List;

/**
 * The directory was read again; published in the transaction that keeps it.
 *
 * @param left who was a member once and is none any more
 */
public record DirectoryChanged(List<Member> members, List<UserId> left) {}
