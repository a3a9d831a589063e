-- Issues that were there before they could be compared; runs once, after all versions.
insert into issue_terms (issue_no, terms)
select issue_no, issueloop_bigrams(description) from issue
on conflict (issue_no) do nothing;
