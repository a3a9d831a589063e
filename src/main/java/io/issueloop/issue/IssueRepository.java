package io.issueloop.issue;

import org.springframework.data.repository.CrudRepository;

interface IssueRepository extends CrudRepository<Issue, String> {}
