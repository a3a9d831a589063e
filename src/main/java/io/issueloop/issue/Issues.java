package io.issueloop.issue;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** placeholder until written below */
@Service
public class Issues {
    public Optional<Issue> find(IssueNo issueNo) {
        return Optional.empty();
    }
}
