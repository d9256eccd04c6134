import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Partner platforms (对接平台): their keys, the cases they hand in, and what they are told of them. */
export class Exchange1764323200000 implements MigrationInterface {
  name = 'Exchange1764323200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(PARTNERS);
    await db.query(CASES);
    await db.query(DELIVERIES);
    await db.query(RIGHTS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema exchange cascade');
  }
}

const PARTNERS = `
  create schema exchange;
  grant usage on schema exchange to zhaoguan_app;
  create table exchange.partner (
    id uuid primary key,
    name text not null check (char_length(name) between 1 and 100),
    districts text[] not null check (cardinality(districts) > 0),
    kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ '{ELDERLY_CARE,CHILDCARE}'),
    algorithm text not null check (algorithm in ('SM3', 'SHA256')),
    webhook_url text,
    last_position bigint not null default 0,
    disabled_at timestamptz,
    created_by uuid not null,
    created_at timestamptz not null,
    version integer not null default 1
  );
  comment on table exchange.partner is 'Platforms that hand in cases for their users (对接平台)';
  comment on column exchange.partner.last_position is 'Place of the last change in the feed of the partner';
  comment on column exchange.partner.algorithm is 'Hash of digests and of the HMAC in both directions';

  create table exchange.access_key (
    id text primary key,
    partner_id uuid not null references exchange.partner,
    secret text not null,
    created_at timestamptz not null,
    ends_at timestamptz
  );
  comment on table exchange.access_key is 'Credentials of a partner; the one before a rotation ends by itself';
  comment on column exchange.access_key.secret is 'Sealed: an HMAC needs the secret itself';
  create index access_key_partner on exchange.access_key (partner_id, created_at desc);

  create table exchange.nonce (
    key_id text not null references exchange.access_key,
    nonce text not null,
    at timestamptz not null,
    primary key (key_id, nonce)
  );
  comment on table exchange.nonce is 'Signed requests of the last minutes: none is taken twice';
  create index nonce_at on exchange.nonce (at);
`;

const CASES = `
  create table exchange.applicant (
    partner_id uuid not null references exchange.partner,
    reference char(64) not null,
    person_id uuid not null references access.person,
    created_at timestamptz not null,
    primary key (partner_id, reference)
  );
  create index applicant_person on exchange.applicant (person_id);
  comment on table exchange.applicant is 'Which account stands for a user of the partner who acts for a legal person';
  comment on column exchange.applicant.reference is 'Blind index of the user reference and the 统一社会信用代码';

  create table exchange.partner_case (
    id uuid primary key,
    partner_id uuid not null references exchange.partner,
    reference text not null check (char_length(reference) between 1 and 64),
    content char(64) not null,
    filing_id uuid not null unique,
    applicant_id uuid not null references access.person,
    last_seq integer not null default 0,
    created_at timestamptz not null,
    unique (partner_id, reference)
  );
  create index partner_case_applicant on exchange.partner_case (applicant_id);
  comment on table exchange.partner_case is 'A case of a partner and the filing that was made of it';
  comment on column exchange.partner_case.content is 'Blind index of what was handed in: the same again is the same case';

  create table exchange.change (
    id uuid primary key,
    case_id uuid not null references exchange.partner_case,
    partner_id uuid not null references exchange.partner,
    seq integer not null check (seq > 0),
    position bigint,
    event text not null,
    status text not null,
    due_on date,
    correct_by date,
    filing_number text,
    at timestamptz not null,
    unique (case_id, seq)
  );
  comment on table exchange.change is 'What happened to the cases of a partner, in the transaction in which it happened';
  comment on column exchange.change.position is
    'Place in the feed of the partner, given after the commit: a reader who goes on behind one misses none';
  create unique index change_feed on exchange.change (partner_id, position);
  create index change_unplaced on exchange.change (partner_id, id) where position is null;
  create trigger change_stays before delete or truncate on exchange.change
    for each statement execute function platform.refuse_rewriting();
`;

const DELIVERIES = `
  create table exchange.delivery (
    change_id uuid primary key references exchange.change,
    case_id uuid not null references exchange.partner_case,
    partner_id uuid not null references exchange.partner,
    seq integer not null,
    state text not null check (state in ('PENDING', 'DELIVERED', 'DEAD')),
    attempts integer not null default 0,
    next_at timestamptz not null,
    last_error text,
    tried_at timestamptz
  );
  comment on table exchange.delivery is 'Webhooks to be sent, sent, or given up; those that are over are removed after their time';
  create index delivery_waiting on exchange.delivery (case_id, seq) where state = 'PENDING';
  create index delivery_partner on exchange.delivery (partner_id, change_id desc);
  create index delivery_dead on exchange.delivery (partner_id, change_id desc) where state = 'DEAD';
  create index delivery_due on exchange.delivery (partner_id, next_at) where state = 'PENDING';
  create index delivery_over on exchange.delivery (tried_at) where state <> 'PENDING';
`;

const RIGHTS = `
  grant select, insert, update on exchange.partner, exchange.access_key, exchange.partner_case, exchange.change,
    exchange.delivery to zhaoguan_app;
  grant select, insert on exchange.applicant to zhaoguan_app;
  grant select, insert, delete on exchange.nonce to zhaoguan_app;
  grant delete on exchange.delivery to zhaoguan_app;
`;
