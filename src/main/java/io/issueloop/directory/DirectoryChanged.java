package io.issueloop.directory;

import java.util.List;

/** The directory was read again; published in the transaction that keeps it. */
public record DirectoryChanged(List<Member> members) {}
