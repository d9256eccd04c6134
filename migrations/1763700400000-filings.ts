import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Registration filings (登记备案): the file, its history, what was handed in, and the receipt. */
export class Filings1763700400000 implements MigrationInterface {
  name = 'Filings1763700400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema filings;
      grant usage on schema filings to zhaoguan_app, zhaoguan_public;

      -- The states are those of filingProcess; a test compares the two.
      create table filings.filing (
        id uuid primary key,
        type text not null check (type in ('INITIAL', 'CHANGE', 'SUSPENSION', 'CLOSURE')),
        kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
        status text not null
          constraint filing_status check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'REFUSED', 'ACCEPTED')),
        name text not null check (name <> ''),
        uscc text not null check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        address text,
        district text not null references reference.district,
        township text references reference.district,
        application jsonb not null,
        personal text not null,
        resident_id_index text,
        applicant_id uuid not null references access.person,
        round integer not null check (round >= 0),
        due_on date,
        submitted_at timestamptz,
        filing_number text unique,
        filed_on date,
        institution_id uuid references institutions.institution,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null,
        constraint filing_due check ((due_on is not null) = (status = 'SUBMITTED')),
        constraint filing_accepted check (
          (status = 'ACCEPTED') = (filing_number is not null)
          and (filing_number is null) = (filed_on is null)
          and (filing_number is null) = (institution_id is null)),
        constraint filing_handed_in check ((round = 0) = (status = 'DRAFT') and (round = 0) = (submitted_at is null))
      );
      comment on table filings.filing is 'Filings (登记备案件); the working copy of the application, submissions hold what was handed in';
      comment on column filings.filing.application is 'The application without personal data of living persons but names';
      comment on column filings.filing.personal is 'Resident id and phones of the application, JSON, sealed (FieldCipher)';
      comment on column filings.filing.resident_id_index is 'Blind index of the resident id of the legal representative';
      comment on column filings.filing.due_on is 'Last day of the authority''s term; null while it has nothing to do';
      comment on column filings.filing.round is 'Number of the last submission; 0 for a draft never handed in';

      -- One open filing a site; a draft takes no place, else anybody could block a site.
      create unique index filing_open_site on filings.filing (uscc, district, address)
        where status in ('SUBMITTED', 'RETURNED');
      create index filing_applicant on filings.filing (applicant_id, created_at desc, id desc);
      create index filing_due_first on filings.filing (kind, coalesce(due_on, 'infinity'::date), id) where status <> 'DRAFT';
      create index filing_district on filings.filing (district text_pattern_ops, status);
      create index filing_resident on filings.filing (resident_id_index) where resident_id_index is not null;
      create index filing_number_spelling on filings.filing (upper(replace(normalize(filing_number, nfkc), ' ', '')))
        where filing_number is not null;
      create index filing_institution on filings.filing (institution_id) where institution_id is not null;

      create table filings.transition (
        filing_id uuid not null references filings.filing,
        seq integer not null check (seq > 0),
        action text not null check (action in ('submit', 'return', 'refuse', 'accept')),
        from_status text not null
          constraint transition_from check (from_status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'REFUSED', 'ACCEPTED')),
        to_status text not null
          constraint transition_to check (to_status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'REFUSED', 'ACCEPTED')),
        actor_id uuid not null,
        at timestamptz not null,
        reason text,
        legal_basis text not null,
        primary key (filing_id, seq)
      );
      comment on table filings.transition is 'What was done with a filing, one row an act; their fold is filing.status';

      create table filings.submission (
        id uuid primary key,
        filing_id uuid not null references filings.filing,
        round integer not null check (round > 0),
        application jsonb not null,
        personal text not null,
        materials uuid[] not null,
        submitted_at timestamptz not null,
        unique (filing_id, round)
      );
      comment on table filings.submission is 'What was handed in, round by round; never changed';
      comment on column filings.submission.materials is 'Rows of filings.material that belonged to it';

      create table filings.material (
        id uuid primary key,
        filing_id uuid not null references filings.filing,
        code text not null,
        version integer not null check (version > 0),
        file_id uuid not null references platform.stored_file,
        uploaded_at timestamptz not null,
        unique (filing_id, code, version)
      );
      create index material_file on filings.material (file_id);
      comment on table filings.material is 'Uploaded materials (备案材料); the highest version of a code counts, older ones stay';

      create table filings.remark (
        filing_id uuid not null references filings.filing,
        round integer not null,
        position integer not null,
        pointer text not null,
        message text not null,
        primary key (filing_id, round, position),
        foreign key (filing_id, round) references filings.submission (filing_id, round)
      );
      comment on table filings.remark is 'What the applicant must put right (补正意见) in a submission, by JSON pointer';

      create table filings.receipt (
        filing_id uuid primary key references filings.filing,
        file_id uuid not null references platform.stored_file,
        sm3 char(64) not null,
        issued_at timestamptz not null,
        unprintable text[] not null
      );
      create index receipt_file on filings.receipt (file_id);
      comment on table filings.receipt is 'Receipts (备案回执) as issued';
      comment on column filings.receipt.unprintable is 'Characters that the font lacks; the receipt prints their code points';

      create table filings.number_counter (
        district text not null references reference.district,
        letters text not null check (letters in ('YL', 'TY', 'JT')),
        year integer not null,
        last integer not null check (last > 0),
        primary key (district, letters, year)
      );
      comment on table filings.number_counter is 'Last filing number given out; counted in the transaction of the acceptance, so without gaps';
    `);
    await db.query(`
      -- A draft is the applicant's alone. A site is supervised where its township lies: a functional area such as
      -- 西咸新区 holds townships of several counties.
      alter table filings.filing enable row level security;
      create policy filing_rights on filings.filing to zhaoguan_app
        using (platform.is_actor(applicant_id) or (status <> 'DRAFT' and platform.covers(coalesce(township, district))))
        with check (platform.is_actor(applicant_id) or (status <> 'DRAFT' and platform.covers(coalesce(township, district))));
      alter policy institution_rights on institutions.institution
        using (platform.covers(coalesce(township, district)) or platform.is_actor(operator_id))
        with check (platform.covers(coalesce(township, district)) or platform.is_actor(operator_id));
      grant select, insert, update on filings.filing, filings.number_counter to zhaoguan_app;
    `);
    for (const table of ['transition', 'submission', 'material', 'remark', 'receipt']) {
      // Who sees the filing sees its parts: the subquery runs under the policy of the filing.
      await db.query(`
        create trigger ${table}_append_only before update or delete or truncate on filings.${table}
          for each statement execute function platform.refuse_change();
        alter table filings.${table} enable row level security;
        create policy ${table}_rights on filings.${table} to zhaoguan_app
          using (exists (select from filings.filing f where f.id = filing_id))
          with check (exists (select from filings.filing f where f.id = filing_id));
        grant select, insert on filings.${table} to zhaoguan_app;
      `);
    }
    await db.query(`
      -- A number may stand on a site that the caller must not see (of another township), so these two look past
      -- row-level security, and tell no more than a count and a yes.
      create function filings.highest_serial(prefix text) returns integer
        language sql stable security definer set search_path = pg_catalog as $$
          select coalesce(max(substr(upper(filing_number), length(prefix) + 1)::integer), 0)
            from institutions.institution
           where upper(filing_number) ~>=~ prefix and upper(filing_number) ~<~ (prefix || ':')
             and substr(upper(filing_number), length(prefix) + 1) ~ '^[0-9]{4,9}$'
        $$;
      comment on function filings.highest_serial is 'Highest number in the registry that begins so, such as 610116-YL-2026-; 0 when there is none';
      create function filings.is_number_taken(number text) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
          select exists (select from institutions.institution where upper(filing_number) = number)
        $$;
      comment on function filings.is_number_taken is 'Whether a site in the registry has this filing number, in whatever spelling';
      revoke execute on function filings.highest_serial, filings.is_number_taken from public;
      grant execute on function filings.highest_serial, filings.is_number_taken to zhaoguan_app;
    `);
    await db.query(`
      create view filings.receipt_public as
        select f.filing_number, upper(replace(normalize(f.filing_number, nfkc), ' ', '')) as spelling, f.name, f.kind, f.district,
               f.filed_on, f.status, r.sm3
          from filings.filing f left join filings.receipt r on r.filing_id = f.id
         where f.filing_number is not null;
      comment on view filings.receipt_public is 'What anybody may ask about a receipt in their hand: is it genuine';
      comment on column filings.receipt_public.spelling is 'The number in half width and capitals, without spaces: how it is asked for';
      grant select on filings.receipt_public to zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop schema filings cascade;
      alter policy institution_rights on institutions.institution
        using (platform.covers(district) or platform.is_actor(operator_id))
        with check (platform.covers(district) or platform.is_actor(operator_id));
    `);
  }
}
