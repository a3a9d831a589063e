-- Peer rating while a round is open, and who worked with whom. Ratings are kept by rater only until the
-- round closes; then they go, shuffled and without their raters, into peer_rating_fact.

create table peer_rating_round (
    period    text primary key check (period ~ '^\d{4}Q[1-4]$'),
    opened_at timestamptz not null,
    remind_at timestamptz not null,
    closes_at timestamptz not null
);

-- Who is asked about whom; added_by: a lead's addition, also before the round opens.
create table peer_ask (
    period   text not null,
    person   text not null,
    rater    text not null,
    added_by text,
    skipped  boolean not null default false,
    primary key (period, person, rater),
    check (rater <> person)
);
create index peer_ask_of_rater on peer_ask (period, rater);

create table peer_answer (
    period   text    not null,
    person   text    not null,
    rater    text    not null,
    question text    not null,
    stars    integer not null check (stars between 1 and 5),
    primary key (period, person, rater, question),
    foreign key (period, person, rater) references peer_ask
);

-- Who took part in the same issue, its review or the same article in a period, and how often.
create function peer_shared_work(p_start timestamptz, p_end timestamptz)
returns table (person text, colleague text, times bigint) language sql stable as $$
with took_part as (
    select issue_no as thing, actor as person from issue_event
     where occurred_at >= p_start and occurred_at < p_end and actor <> 'issueloop'
    union
    select issue_no, payload ->> 'handler' from issue_event
     where type = 'ASSIGNED' and occurred_at >= p_start and occurred_at < p_end
    union
    select r.issue_no, unnest(r.participants) from review r
     where r.issue_no is not null and r.starts_at >= p_start and r.starts_at < p_end
    union
    select article_no, actor from article_event
     where occurred_at >= p_start and occurred_at < p_end and actor <> 'issueloop'
)
select a.person, b.person, count(*)
  from took_part a join took_part b using (thing)
 where a.person <> b.person
 group by a.person, b.person
$$;

-- Files people add as evidence; who may look is for the plan or appeal to say.
create table evidence_file (
    id          uuid primary key,
    subject     text,                        -- the plan's item or the appeal; null until it is given to one
    uploaded_by text        not null,
    uploaded_at timestamptz not null,
    media_type  text        not null,
    size        integer     not null,
    sha256      text        not null,
    content     bytea       not null
);
create index evidence_file_of on evidence_file (subject);
