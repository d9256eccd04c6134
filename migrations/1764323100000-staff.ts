import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Register of the people who work in an institution (从业人员名录), and what they have shown for their post. */
export class Staff1764323100000 implements MigrationInterface {
  name = 'Staff1764323100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(REGISTER);
    await db.query(RIGHTS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema staff cascade');
  }
}

const REGISTER = `
  create schema staff;
  grant usage on schema staff to zhaoguan_app;
  create table staff.member (
    id uuid primary key,
    institution_id uuid not null references institutions.institution,
    name_sealed text not null,
    name_index text not null,
    post text not null check (post in
      ('HEAD', 'ELDERLY_CARER', 'CHILD_CARER', 'HEALTH_WORKER', 'MEDIC', 'COOK', 'GUARD', 'OTHER')),
    employed_on date not null,
    left_on date,
    added_by uuid not null,
    added_at timestamptz not null,
    version integer not null,
    constraint member_days check (left_on is null or left_on >= employed_on),
    constraint member_once unique (institution_id, name_index, employed_on)
  );
  comment on table staff.member is 'People who work in an institution (从业人员); no id number and no private detail is kept';
  comment on column staff.member.name_index is 'Blind index of the name: the same person is not entered twice';
  create index member_institution on staff.member (institution_id, id desc);
  create trigger member_stays before delete or truncate on staff.member
    for each statement execute function platform.refuse_rewriting();

  create table staff.file (
    id uuid primary key references platform.stored_file,
    member_id uuid not null references staff.member,
    sm3 char(64) not null,
    size bigint not null,
    media_type text not null,
    name text not null,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null
  );
  create index file_member on staff.file (member_id, id);
  comment on table staff.file is 'Scans of credentials; append-only';

  create table staff.credential (
    id uuid primary key,
    member_id uuid not null references staff.member,
    type text not null check (type in ('PROFESSIONAL', 'HEALTH', 'BACKGROUND', 'TRAINING')),
    requirement text,
    title text not null,
    number_sealed text,
    issued_on date not null,
    valid_until date,
    result text check (result in ('CLEAR', 'BARRED')),
    file_id uuid unique references staff.file,
    entered_by uuid not null,
    entered_at timestamptz not null,
    constraint credential_days check (valid_until is null or valid_until >= issued_on),
    constraint credential_result check ((result is not null) = (type = 'BACKGROUND'))
  );
  comment on table staff.credential is 'What somebody has shown for the post (证件和记录); append-only, a newer one takes the place of an older one of its kind';
  comment on column staff.credential.requirement is 'Code in staff-requirements that it is shown for; null where nothing asks for it';
  comment on column staff.credential.title is 'Its name; of a background check who answered it';
  comment on column staff.credential.valid_until is 'Last day; null where it is valid for good (长期)';
  create index credential_member on staff.credential (member_id, id desc);
  create trigger file_append_only before update or delete or truncate on staff.file
    for each statement execute function platform.refuse_change();
  create trigger credential_append_only before update or delete or truncate on staff.credential
    for each statement execute function platform.refuse_change();
`;

/** Whoever sees the institution: officials of its place, and who files for it. The department is asked by the use case. */
const RIGHTS = `
  alter table staff.member enable row level security;
  create policy member_rights on staff.member to zhaoguan_app
    using (exists (select from institutions.institution i where i.id = institution_id));
  alter table staff.file enable row level security;
  create policy file_rights on staff.file to zhaoguan_app
    using (exists (select from staff.member m where m.id = member_id))
    with check (platform.is_actor(uploaded_by) and exists (select from staff.member m where m.id = member_id));
  alter table staff.credential enable row level security;
  create policy credential_rights on staff.credential to zhaoguan_app
    using (exists (select from staff.member m where m.id = member_id))
    with check (platform.is_actor(entered_by) and exists (select from staff.member m where m.id = member_id));
  grant select, insert, update on staff.member to zhaoguan_app;
  grant select, insert on staff.file, staff.credential to zhaoguan_app;
`;
