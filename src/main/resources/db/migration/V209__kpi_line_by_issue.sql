-- The number first: it tells nearly all lines apart with one comparison, where the period tells none of a
-- rebuild's apart. Whoever asks by period and number finds them as before.
drop index kpi_line_of_issue;
create index kpi_line_of_issue on kpi_line (issue_no, period);
