-- Knowledge articles: written from resolved issues, published once another person has approved.

create sequence article_serial;

create table article (
    article_no   text primary key,
    version      integer     not null,
    issue_no     text        not null unique,
    team_id      bigint,
    title        text        not null check (char_length(title) between 1 and 80),
    problem      text        not null check (char_length(problem) between 1 and 2000),
    cause        text        not null check (char_length(cause) between 1 and 2000),
    solution     text        not null check (char_length(solution) between 1 and 2000),
    verification text        not null check (char_length(verification) between 1 and 2000),
    -- separated by single spaces
    tags         text        not null,
    -- userid to share, sum 1
    authors      jsonb       not null,
    status       text        not null check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED')),
    created_by   text        not null,
    created_at   timestamptz not null,
    -- who is asked, or has approved
    reviewer     text,
    -- why it came back last time
    comment      text,
    submitted_at timestamptz,
    published_at timestamptz,
    title_terms  tsvector generated always as (issueloop_bigrams(title || ' ' || tags)) stored,
    terms        tsvector generated always as (issueloop_bigrams(
        title || ' ' || tags || ' ' || problem || ' ' || cause || ' ' || solution || ' ' || verification)) stored
);

create index article_terms on article using gin (terms) where status = 'PUBLISHED';
create index article_newest on article (published_at desc) where status = 'PUBLISHED';

-- What happened to articles; the facts of P3.
create table article_event (
    id          bigint generated always as identity primary key,
    article_no  text        not null,
    -- CREATED, EDITED, SUBMITTED (title, issueNo, shares, reviewer), RETURNED (comment),
    -- PUBLISHED (title, issueNo, shares, comment; the actor is the reviewer)
    type        text        not null check (type in ('CREATED', 'EDITED', 'SUBMITTED', 'RETURNED', 'PUBLISHED')),
    actor       text        not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    payload     jsonb       not null
);

create index article_event_of_article on article_event (article_no, occurred_at, id);
create index article_event_by_time on article_event (type, occurred_at);

create trigger article_event_append_only
    before update or delete or truncate on article_event
    for each statement execute function refuse_change();

create table article_useful (
    article_no text        not null references article,
    user_id    text        not null,
    marked_at  timestamptz not null,
    primary key (article_no, user_id)
);

create table article_document (
    article_no  text primary key,
    document_id text not null,
    url         text not null
);

-- Documents that came into being, for the raw count beside P3.
create table document_created (
    kind       text        not null check (kind in ('SOLUTION', 'ARTICLE')),
    subject    text        not null,
    person     text        not null,
    created_at timestamptz not null,
    primary key (kind, subject)
);

create trigger document_created_append_only
    before update or delete or truncate on document_created
    for each statement execute function refuse_change();
