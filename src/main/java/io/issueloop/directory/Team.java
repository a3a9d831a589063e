package io.issueloop.directory;

import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.util.Optional;

/** A team as of now; a team without a lead answers empty. */
public record Team(TeamId id, String name, Optional<UserId> lead) {}
