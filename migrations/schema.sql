-- Schemas

create schema access;
create schema audit;
create schema credit;
create schema enforcement;
create schema exchange;
create schema feedback;
create schema filings;
create schema inspections;
create schema institutions;
create schema platform;
create schema publication;
create schema reference;
create schema removals;
create schema staff;
create schema unfiled;
create schema workbench;

-- Functions

CREATE OR REPLACE FUNCTION access.looks_after(districts text[], home text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((current_setting('app.districts'::text, true) = '1,2,3,4,5,6,7,8,9'::text) OR (((cardinality(districts) > 0) OR (home IS NOT NULL)) AND (NOT (EXISTS (SELECT FROM unnest((looks_after.districts || looks_after.home)) place(place) WHERE ((place.place IS NOT NULL) AND ((place.place = '*'::text) OR (NOT platform.covers(place.place)))))))))
;

CREATE OR REPLACE FUNCTION access.matching(fragment text, places text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT person.id
    FROM access.person
   WHERE ((platform.search_terms(person.name, (person.districts || person.home_district)) @> platform.bigrams(matching.fragment)) AND ((matching.places IS NULL) OR (platform.search_terms(person.name, (person.districts || person.home_district)) && matching.places)) AND (strpos(lower(person.name), lower(matching.fragment)) > 0));
END
;

CREATE OR REPLACE FUNCTION access.note_acting_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  begin
    insert into access.acting_change (person_id, acts, changed_by, changed_at)
    values (new.id, new.disabled_at is null and 'INSPECTOR' = any (new.roles),
            nullif(current_setting('app.actor', true), '')::uuid,
            coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now()));
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION access.remember_giver()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
        begin
          insert into access.password_giver (person_id, giver_id) values (new.id, new.password_given_by) on conflict do nothing;
          return null;
        end $function$
;

CREATE OR REPLACE FUNCTION audit.await_place()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into audit.pending (entry_id) values (new.id);
        return null;
      end $function$
;

CREATE OR REPLACE FUNCTION credit.covers_township(institution uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM institutions.institution i WHERE ((i.id = covers_township.institution) AND (i.township IS NOT NULL) AND platform.covers(i.township))))
;

CREATE OR REPLACE FUNCTION credit.is_own(institution uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM institutions.institution i WHERE ((i.id = is_own.institution) AND platform.is_actor(i.operator_id))))
;

CREATE OR REPLACE FUNCTION enforcement.is_party(party uuid, institution uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (party IS NOT NULL) THEN platform.is_actor(party) ELSE (EXISTS (SELECT FROM institutions.institution i WHERE ((i.id = is_party.institution) AND platform.is_actor(i.operator_id)))) END
;

CREATE OR REPLACE FUNCTION enforcement.untaken_findings(failures jsonb, by_department text)
 RETURNS bigint
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
      select count(*) from jsonb_array_elements(failures) as o
       where jsonb_path_exists(o, '$."legalBasis"[*]?(@."binding" == true)')
         and not exists (select from enforcement.case_finding c
                          where c.finding_id = (o ->> 'findingId')::uuid and c.department = by_department)
    $function$
;

CREATE OR REPLACE FUNCTION filings.accepted_by(number text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
RETURN ARRAY(SELECT DISTINCT t.actor_id FROM (filings.filing f JOIN filings.transition t ON ((t.filing_id = f.id))) WHERE ((f.filing_number = accepted_by.number) AND (t.action = 'accept'::text)))
;

CREATE OR REPLACE FUNCTION filings.assistance_was_ended(filing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
          select exists (select from filings.filing f
                          where f.id = filing and platform.is_actor(f.entered_by) and f.assistance_ended_at is not null)
        $function$
;

CREATE OR REPLACE FUNCTION filings.closures_naming(named uuid)
 RETURNS TABLE(name text, ends_on date, account_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
        select c.filing_name, c.ends_on, c.successor_account
          from filings.closure_follow_up c
         where c.successor_id = named and c.status not in ('SETTLED', 'CALLED_OFF') and c.successor_account <> c.applicant_id
         order by c.ends_on, c.filing_id
      $function$
;

CREATE OR REPLACE FUNCTION filings.closures_sending(named uuid)
 RETURNS TABLE(filing_id uuid, ending uuid, name text, ends_on date, called text, people integer, takes_over boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
          with own as (select i.id, i.kind, i.district from institutions.institution i where i.id = named),
               bears as (select i.name as called from institutions.institution i where i.id = named
                         union select n.name from institutions.former_name n where n.institution_id = named)
          select f.id, c.institution_id, c.filing_name, c.ends_on, bears.called,
                 (select sum((p ->> 'people')::integer)::integer
                    from jsonb_array_elements(f.application #> '{notice,placements}') p
                   where p ->> 'destination' = 'OTHER_INSTITUTION' and p ->> 'name' = bears.called),
                 coalesce(c.successor_id = named and f.application #>> '{notice,successor}' = bears.called, false)
            from own
            join filings.filing f on f.district = own.district and f.kind = own.kind and f.type = 'CLOSURE' and f.status = 'ACCEPTED'
            join filings.closure_follow_up c on c.filing_id = f.id
            cross join bears
           where c.status not in ('SETTLED', 'CALLED_OFF') and c.institution_id <> named
             and (f.application #>> '{notice,successor}' = bears.called
                  or f.application #> '{notice,placements}'
                     @> jsonb_build_array(jsonb_build_object('destination', 'OTHER_INSTITUTION', 'name', bears.called)))
           order by c.ends_on, f.id
        $function$
;

CREATE OR REPLACE FUNCTION filings.drafts_beside(subject uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select count(*)::integer
      from filings.filing s
      join filings.filing f on f.applicant_id = s.applicant_id and f.status = 'DRAFT' and f.id <> s.id
                           and f.type = s.type and f.kind = s.kind and f.uscc = s.uscc and f.district = s.district
                           and (f.address_key is null or s.address_key is null or f.address_key = s.address_key)
                           and f.institution_id is not distinct from s.institution_id
     where s.id = subject
  $function$
;

CREATE OR REPLACE FUNCTION filings.drafts_of(person uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
        select count(*)::integer from filings.filing where applicant_id = person and status = 'DRAFT'
      $function$
;

CREATE OR REPLACE FUNCTION filings.drafts_of_clerks(person uuid, of_kind text, code text)
 RETURNS TABLE(clerk uuid, begun_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
          select f.entered_by, (f.created_at at time zone 'Asia/Shanghai')::date
            from filings.filing f
           where f.applicant_id = person and f.status = 'DRAFT' and f.type = 'INITIAL' and f.kind = of_kind and f.uscc = code
             and f.entered_by is not null and not platform.is_actor(f.entered_by) and f.assistance_ended_at is null
           order by f.created_at desc limit 5
        $function$
;

CREATE OR REPLACE FUNCTION filings.drafts_unseen(person uuid, of_kind text, code text)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
        select count(*)::integer
          from filings.filing f
         where f.applicant_id = person and f.status = 'DRAFT' and f.type = 'INITIAL' and f.kind = of_kind and f.uscc = code
           and not (f.entered_by is not null and platform.is_actor(f.entered_by) and f.assistance_ended_at is null)
      $function$
;

CREATE OR REPLACE FUNCTION filings.duplicates(subject uuid, own_institution uuid, code text, place text, site text, head text, kinds text[])
 RETURNS TABLE(covered boolean, what text, id uuid, kind text, name text, uscc text, district text, address text, status text, same_code boolean, same_address boolean, near_address boolean, same_head boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
      with found as (
        select 'INSTITUTION' as what, i.id, i.kind, i.name, i.uscc, i.district, i.address, i.status,
               i.legal_representative_id_index as head_index, platform.covers(coalesce(i.township, i.district)) as covered
          from institutions.institution i
         where i.id in (
             select c.id from institutions.institution c where c.uscc = code
             union
             select n.id from institutions.institution n
              where n.district = place and platform.site_key(n.address) = platform.site_key(site)
             union
             select h.id from institutions.institution h where h.legal_representative_id_index = head)
           and (i.status <> 'CLOSED'
             or i.district = place and platform.site_key(i.address) = platform.site_key(site)
                and platform.covers(coalesce(i.township, i.district))) and i.id is distinct from own_institution
        union all
        select 'FILING', f.id, f.kind, s.application ->> 'name', s.application ->> 'uscc', f.district,
               s.application ->> 'address', f.status, s.resident_id_index,
               f.kind = any(kinds) and platform.covers(coalesce(f.township, f.district))
          from filings.submission s
          join filings.filing f on f.id = s.filing_id and f.round = s.round
         where s.id in (
             select c.id from filings.submission c where c.application ->> 'uscc' = code
             union
             select n.id from filings.submission n
              where n.application ->> 'district' = place
                and platform.site_key(n.application ->> 'address') = platform.site_key(site)
             union
             select h.id from filings.submission h where h.resident_id_index = head)
           and f.status in ('SUBMITTED', 'RETURNED') and f.id <> subject
           and (own_institution is null or f.institution_id is distinct from own_institution)),
      judged as (
        select found.*, found.uscc = code as is_code,
               coalesce(found.district = place
                 and platform.address_key(found.address) = platform.address_key(site), false) as is_site,
               coalesce(found.district = place
                 and platform.site_key(found.address) = platform.site_key(site), false) as is_near,
               coalesce(found.head_index = head, false) as is_head
          from found)
      select j.covered, case when j.covered then j.what end, case when j.covered then j.id end,
             case when j.covered then j.kind end, case when j.covered then j.name end,
             case when j.covered then j.uscc end, case when j.covered then j.district end,
             case when j.covered then j.address end, case when j.covered then j.status end,
             j.covered and j.is_code, j.covered and j.is_site, j.covered and j.is_near and not j.is_site,
             j.covered and j.is_head
        from judged j
       order by j.covered desc, (j.what = 'INSTITUTION' and j.status = 'CLOSED'), j.is_site desc, j.is_code desc, j.is_head desc, j.id
       limit 500
    $function$
;

CREATE OR REPLACE FUNCTION filings.has_broken_commitment(legal_person text, head_index text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
          select exists (
            select from filings.filing f join filings.commitment c on c.filing_id = f.id
             where c.status = 'BREACHED' and f.uscc = legal_person)
          or exists (
            select from filings.filing f join filings.commitment c on c.filing_id = f.id
             where c.status = 'BREACHED' and f.resident_id_index = head_index)
        $function$
;

CREATE OR REPLACE FUNCTION filings.highest_serial(prefix text)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
          select coalesce(max(substr(upper(filing_number), length(prefix) + 1)::integer), 0)
            from institutions.institution
           where upper(filing_number) ~>=~ prefix and upper(filing_number) ~<~ (prefix || ':')
             and substr(upper(filing_number), length(prefix) + 1) ~ '^[0-9]{4,9}$'
        $function$
;

CREATE OR REPLACE FUNCTION filings.is_number_taken(number text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select exists (select from institutions.institution where upper(filing_number) = number) or exists (select from institutions.former_number where upper(filing_number) = number)
    $function$
;

CREATE OR REPLACE FUNCTION filings.keep_account_giver()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
        begin
          raise exception 'who gave the account of a filing does not change' using errcode = 'restrict_violation';
        end $function$
;

CREATE OR REPLACE FUNCTION filings.keep_assistance()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
        begin
          raise exception 'who entered a filing does not change, and an assistance ends once' using errcode = 'restrict_violation';
        end $function$
;

CREATE OR REPLACE FUNCTION filings.keep_authority()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
    begin
      raise exception 'a filing stays with the authority that it was handed in to' using errcode = 'restrict_violation';
    end $function$
;

CREATE OR REPLACE FUNCTION filings.keep_commitment()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
  begin
    if (old.id, old.filing_id, old.code, old.name, old.text, old.days, old.basis_law, old.basis_article, old.given_by, old.given_at)
       is distinct from (new.id, new.filing_id, new.code, new.name, new.text, new.days, new.basis_law, new.basis_article,
                         new.given_by, new.given_at)
       or old.due_on is distinct from new.due_on and old.due_on is not null and not (old.status = 'LAPSED' and new.status = 'OPEN' and new.due_on > old.due_on)
       or old.due_on is not null and (old.applicant_id, old.kind, old.district, old.township, old.filing_name)
            is distinct from (new.applicant_id, new.kind, new.district, new.township, new.filing_name)
    then
      raise exception 'what was promised does not change' using errcode = 'restrict_violation';
    end if;
    if old.due_on is null and new.due_on is not null then
      select f.applicant_id, f.kind, coalesce(f.authority, f.district), case when f.authority is null then f.township end, f.name
        into new.applicant_id, new.kind, new.district, new.township, new.filing_name
        from filings.filing f where f.id = new.filing_id;
    end if;
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION filings.keep_regime()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
    begin
      raise exception 'a case is decided by the law under which it was handed in' using errcode = 'restrict_violation';
    end $function$
;

CREATE OR REPLACE FUNCTION filings.leave_assistance(filing uuid, seen integer, left_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
        begin
          update filings.filing f set assistance_ended_at = left_at, assistance_ended_by = f.entered_by, updated_at = left_at, version = f.version + 1
           where f.id = filing and f.version = seen and platform.is_actor(f.entered_by) and f.assistance_ended_at is null
             and f.status in ('DRAFT', 'RETURNED');
          return found;
        end $function$
;

CREATE OR REPLACE FUNCTION filings.matching(fragment text, places text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT filing.id
    FROM filings.filing
   WHERE ((filing.status <> 'DRAFT'::text) AND (platform.search_terms(filing.name, ARRAY[filing.district]) @> platform.bigrams(matching.fragment)) AND ((matching.places IS NULL) OR (platform.search_terms(filing.name, ARRAY[filing.district]) && matching.places)) AND (strpos(lower(filing.name), lower(matching.fragment)) > 0));
END
;

CREATE OR REPLACE FUNCTION filings.name_verification()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
  begin
    select f.name into new.filing_name from filings.filing f where f.id = new.filing_id;
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION filings.note_hand()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    declare
      line jsonb := to_jsonb(new);
      of uuid := (line ->> tg_argv[0])::uuid;
    begin
      if tg_argv[0] = 'verification_id' then
        select v.filing_id into of from filings.verification v where v.id = of;
      elsif tg_argv[0] = 'commitment_id' then
        select c.filing_id into of from filings.commitment c where c.id = of;
      end if;
      insert into filings.hand (filing_id, person_id)
        select distinct of, p.id::uuid
          from unnest(tg_argv[1:]) as c (name)
         cross join lateral jsonb_array_elements_text(
                 case jsonb_typeof(line -> c.name)
                   when 'array' then line -> c.name
                   when 'string' then jsonb_build_array(line -> c.name)
                   else '[]'
                 end) as p (id)
         where of is not null and p.id::uuid <> '00000000-0000-0000-0000-000000000000'::uuid
        on conflict do nothing;
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION filings.open_filing_at(code text, place text, site text[], own uuid, applicant uuid)
 RETURNS TABLE(id uuid, applicant_id uuid, status text, submitted_on date, correct_by date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
          select f.id, f.applicant_id, f.status, (f.submitted_at at time zone 'Asia/Shanghai')::date, f.correct_by
            from filings.filing f
           where f.uscc = code and f.district = place and (own is null or f.institution_id is distinct from own)
             and f.address_key = any (site) and f.status in ('SUBMITTED', 'RETURNED')
             and (f.applicant_id = applicant or f.application ->> 'siteType' is distinct from 'HOME')
        $function$
;

CREATE OR REPLACE FUNCTION filings.refuse_own_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
    begin
      if exists (select from filings.filing f where f.id = new.filing_id and (new.actor_id in (f.applicant_id, f.entered_by, f.account_given_by) or new.actor_id = any (f.advised_by))) then
        raise exception 'who applied for, entered or gave an opinion on a filing does not decide it' using errcode = 'restrict_violation';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION filings.type_in_words(type text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
      select case type when 'CHANGE' then '变更备案，' when 'SUSPENSION' then '暂停服务，'
                       when 'RESUMPTION' then '恢复服务，' when 'CLOSURE' then '终止服务，' else '' end
    $function$
;

CREATE OR REPLACE FUNCTION filings.type_in_words(type text, regime text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
          select case when regime <> 'LICENCE' then filings.type_in_words(type)
                      when type = 'INITIAL' then '许可申请，' when type = 'CHANGE' then '变更许可，'
                      else filings.type_in_words(type) end
        $function$
;

CREATE OR REPLACE FUNCTION filings.type_in_words(type text, regime text, renewal boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
          select case when renewal and regime = 'LICENCE' and type = 'INITIAL' then '延续许可，'
                      else filings.type_in_words(type, regime) end
        $function$
;

CREATE OR REPLACE FUNCTION filings.type_in_words(type text, regime text, renewal boolean, prolonging boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
          select case when prolonging and type = 'SUSPENSION' then '延长暂停服务，'
                      else filings.type_in_words(type, regime, renewal) end
        $function$
;

CREATE OR REPLACE FUNCTION inspections.absences(drawn uuid, today date)
 RETURNS TABLE(certificate_number text, person_id uuid, cause text, since timestamp with time zone, caused_by uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
      select f.certificate_number, f.person_id,
             case when account.acts then coalesce(entry.cause, 'DIRECTORY') else 'ACCOUNT' end,
             case when account.acts then entry.ended_at else account.closed_at end,
             array(select n.changed_by
                     from inspections.directory_change n
                     join inspections.inspector i on i.id = n.inspector_id
                    where i.person_id = f.person_id and n.changed_by is not null
                   union
                   select n.changed_by from access.acting_change n
                    where n.person_id = f.person_id and n.changed_by is not null)
        from inspections.absent_inspectors(drawn, today) a
        join inspections.draw_inspector f on f.draw_id = drawn and f.certificate_number = a.certificate_number
       cross join lateral (
         select exists (select from access.acting_inspector i where i.id = o.id) as acts,
                coalesce((select n.changed_at from access.acting_change n
                           where n.person_id = o.id and not n.acts and n.seq > coalesce((
         select max(b.seq) from access.acting_change b where b.person_id = o.id and b.acts), 0)
       order by n.seq limit 1), o.disabled_at) as closed_at
           from access.person o where o.id = f.person_id) as account
        left join lateral (
         select case when i.active and i.department = f.department then 'CERTIFICATE' else 'DIRECTORY' end as cause,
                case when i.active and i.department = f.department
                     then greatest((i.valid_until + 1)::timestamp at time zone 'Asia/Shanghai', c.changed_at)
                     else c.changed_at end as ended_at
           from inspections.inspector i
           left join lateral (
             select max(n.changed_at) as changed_at from inspections.directory_change n
              where n.inspector_id = i.id
                and n.act = case when not i.active then 'SUSPENDED'
                                 when i.department <> f.department then 'MOVED' else 'SHORTENED' end) as c on true
          where i.person_id = f.person_id
          order by ended_at desc nulls last limit 1) as entry on true
    $function$
;

CREATE OR REPLACE FUNCTION inspections.absent_inspectors(drawn uuid, today date)
 RETURNS TABLE(certificate_number text, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
      select f.certificate_number, f.person_id
        from inspections.draw_inspector f
       where f.draw_id = drawn
         and (not exists (select from access.acting_inspector a where a.id = f.person_id)
              or not exists (select from inspections.inspector i
                              where i.person_id = f.person_id and i.department = f.department
                                and i.active and i.valid_until >= today))
    $function$
;

CREATE OR REPLACE FUNCTION inspections.acts_among(people uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.actor'::text, true), ''::text) = ANY ((people)::text[]))
;

CREATE OR REPLACE FUNCTION inspections.beacon_parts(source text, round text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT array_agg(((part.source || ':'::text) || part.round)) AS array_agg FROM UNNEST(string_to_array(beacon_parts.source, '+'::text), string_to_array(beacon_parts.round, '+'::text)) part(source, round))
;

CREATE OR REPLACE FUNCTION inspections.begin_draw()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.status <> 'ANNOUNCED' then
      raise exception 'a draw begins with its announcement' using errcode = 'restrict_violation';
    end if;
    new.announced_in := pg_current_xact_id();
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.covers_all(districts text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((cardinality(districts) > 0) AND ((current_setting('app.districts'::text, true) = '1,2,3,4,5,6,7,8,9'::text) OR (NOT (EXISTS (SELECT FROM unnest(covers_all.districts) d(d) WHERE ((d.d = '*'::text) OR (NOT platform.covers(d.d))))))))
;

CREATE OR REPLACE FUNCTION inspections.covers_institution(institution uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM institutions.institution i WHERE ((i.id = covers_institution.institution) AND platform.covers(COALESCE(i.township, i.district)))))
;

CREATE OR REPLACE FUNCTION inspections.directory_counts(drawn uuid, of_kind text, demanded text[], places text[], since timestamp with time zone)
 RETURNS TABLE(department text, counted_from timestamp with time zone, listed integer, inactive integer, available integer, recused_by_others integer, recusals_lifted integer, added integer, suspended integer, resumed integer, moved integer, shortened integer, renewed integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
      with span as (
        -- Back to the announcement before this one, where that is longer ago: nothing falls between two draws.
        select least(since, (select max(d.announced_at) from inspections.draw d
                              where d.kind = of_kind and d.districts && places and d.id <> drawn)) as began),
      lifted as (
        select e.person_id from inspections.recusal e, span
         where e.revokes is not null and e.declared_at >= span.began
           and exists (select from inspections.draw_target t where t.draw_id = drawn and t.target_id = e.institution_id))
      select w.department, span.began,
             (select count(*) from inspections.inspector i
               where i.active and i.department = w.department and inspections.touches(i.districts, places))::integer,
             (select count(*) from inspections.inspector i
               where not i.active and i.department = w.department and inspections.touches(i.districts, places)
                 and not exists (select from inspections.inspector o where o.person_id = i.person_id and o.active))::integer,
             (select count(*) from inspections.draw_inspector f
               where f.draw_id = drawn and f.department = w.department)::integer,
             (select count(*) from inspections.draw_conflict c
                join inspections.draw_inspector f
                  on f.draw_id = c.draw_id and f.certificate_number = c.certificate_number
               where c.draw_id = drawn and f.department = w.department and not exists (
                 select from inspections.recusal r
                  where r.person_id = f.person_id and r.institution_id = c.target_id and r.declared_by = f.person_id
                    and r.revokes is null and not exists (select from inspections.recusal e where e.revokes = r.id)))::integer,
             (select count(*) from lifted
               where exists (select from inspections.inspector i
                              where i.person_id = lifted.person_id and i.department = w.department))::integer,
             count(distinct c.inspector_id) filter (where c.act = 'LISTED')::integer,
             count(distinct c.inspector_id) filter (where c.act = 'SUSPENDED')::integer,
             count(distinct c.inspector_id) filter (where c.act = 'RESUMED')::integer,
             count(distinct c.inspector_id) filter (where c.act = 'MOVED')::integer,
             count(distinct c.inspector_id) filter (where c.act = 'SHORTENED')::integer,
             count(distinct c.inspector_id) filter (where c.act = 'RENEWED')::integer
        from span cross join unnest(demanded) as w(department)
        left join inspections.directory_change c
          on c.changed_at >= span.began and w.department = any (c.departments)
         and inspections.touches(c.districts, places)
       group by w.department, span.began
    $function$
;

CREATE OR REPLACE FUNCTION inspections.exchange_members()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  begin
    delete from inspections.task_member m where m.task_id = new.id and m.person_id <> all (new.assignees);
    insert into inspections.task_member (person_id, task_id)
      select distinct member, new.id from unnest(new.assignees) as member on conflict do nothing;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.has_recused(person uuid, institution uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
      select exists (select from inspections.recusal r
                      where r.person_id = person and r.institution_id = institution and r.declared_by = r.person_id
                        and r.revokes is null
                        and not exists (select from inspections.recusal e where e.revokes = r.id))
    $function$
;

CREATE OR REPLACE FUNCTION inspections.is_beacon_known(parts text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM inspections.draw
           WHERE ((draw.beacon_value IS NOT NULL) AND (inspections.beacon_parts(draw.beacon_source, draw.beacon_round) && is_beacon_known.parts)))) AS "exists";
END
;

CREATE OR REPLACE FUNCTION inspections.missing_members(drawn uuid, today date)
 RETURNS TABLE(task_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
      select t.id, m.person_id
        from inspections.task t
        join inspections.task_member m on m.task_id = t.id
       where t.draw_id = drawn and t.status in ('IN_PROGRESS', 'SUBMITTED')
         and (m.person_id in (select a.person_id from inspections.absent_inspectors(drawn, today) a)
              or inspections.has_recused(m.person_id, t.institution_id))
    $function$
;

CREATE OR REPLACE FUNCTION inspections.name_party()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    begin
      new.party_id := (select i.operator_id from institutions.institution i where i.id = new.institution_id);
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION inspections.note_account_return()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  begin
    perform pg_advisory_xact_lock(hashtextextended('absences', 0));
    perform inspections.note_return(new.person_id, new.changed_at);
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.note_directory_return()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  begin
    perform pg_advisory_xact_lock(hashtextextended('absences', 0));
    perform inspections.note_return((select i.person_id from inspections.inspector i where i.id = new.inspector_id), new.changed_at);
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.note_members()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into inspections.task_member (person_id, task_id)
      select distinct member, t.id from new_task t, unnest(t.assignees) as member;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.note_return(person uuid, returned_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
      insert into inspections.draw_absence_end (draw_id, seq, certificate_number, ended_at)
      select a.draw_id, a.seq, a.certificate_number, returned_at
        from inspections.draw_inspector f
        join inspections.draw_absence a on a.draw_id = f.draw_id and a.certificate_number = f.certificate_number
       where f.person_id = person and a.cause <> 'RECUSAL'
         and not exists (select from inspections.absent_inspectors(f.draw_id, (returned_at at time zone 'Asia/Shanghai')::date) o
                          where o.certificate_number = f.certificate_number)
      on conflict do nothing
    $function$
;

CREATE OR REPLACE FUNCTION inspections.note_return_meanwhile()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  begin
    perform pg_advisory_xact_lock(hashtextextended('absences', 0));
    perform inspections.note_return(f.person_id, s.decided_at)
       from inspections.draw_inspector f
       join inspections.draw_stand_in s on s.draw_id = new.draw_id and s.seq = new.seq
      where f.draw_id = new.draw_id and f.certificate_number = new.certificate_number;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.plans_matching(fragment text, places text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT plan.id
    FROM inspections.plan
   WHERE ((platform.search_terms(plan.title, plan.districts) @> platform.bigrams(plans_matching.fragment)) AND ((plans_matching.places IS NULL) OR (platform.search_terms(plan.title, plan.districts) && plans_matching.places)) AND (strpos(lower(plan.title), lower(plans_matching.fragment)) > 0));
END
;

CREATE OR REPLACE FUNCTION inspections.prefix_of(code text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN (length(code) = 9) THEN code ELSE regexp_replace(code, '(00){1,2}$'::text, ''::text) END
;

CREATE OR REPLACE FUNCTION inspections.reaches(districts text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM unnest(reaches.districts) d(d) WHERE ((d.d = '*'::text) OR platform.covers(d.d) OR (EXISTS (SELECT FROM unnest(string_to_array(NULLIF(current_setting('app.districts'::text, true), ''::text), ','::text)) p(p) WHERE (p.p ^@ inspections.prefix_of(d.d)))))))
;

CREATE OR REPLACE FUNCTION inspections.refuse_after_publication()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if old.status in ('PUBLISHED', 'WITHDRAWN') then
      raise exception 'a published result is not changed: correct it by a new row' using errcode = 'restrict_violation';
    end if;
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.refuse_after_submission()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if exists (select from inspections.task t where t.id = new.task_id and t.status <> 'IN_PROGRESS') then
      raise exception 'findings and evidence of a task that is not in progress are fixed' using errcode = 'restrict_violation';
    end if;
    return new;
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.refuse_late_inputs()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  begin
    if exists (select from (select distinct draw_id from added) as a join inspections.draw d on d.id = a.draw_id
                where d.announced_in <> pg_current_xact_id()) then
      raise exception 'rows of %.% are written in the transaction that announces their draw', tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
    end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.refuse_unless_draw_is()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  begin
    if exists (select from (select distinct draw_id from added) as a join inspections.draw d on d.id = a.draw_id
                where d.status <> tg_argv[0]) then
      raise exception 'rows of %.% are written while their draw is %', tg_table_schema, tg_table_name, tg_argv[0]
        using errcode = 'restrict_violation';
    end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.report_withdrawn()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if old.co_signed_by is null and new.started_at is not distinct from old.started_at
       and new.submitted_at is null and new.submitted_by is null and new.result_id is null and new.result_code is null and new.co_signed_by is null and new.co_signed_at is null
       and exists (select from inspections.result r where r.id = old.result_id and r.status = 'WITHDRAWN') then
      return new;
    end if;
    raise exception 'inspection % goes on, or ends, only when its report is withdrawn', new.id using errcode = 'restrict_violation';
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.rests_on_standing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if not exists (select from inspections.result r
                    where r.id = new.result_id and r.task_id = new.id and r.status <> 'WITHDRAWN') then
      raise exception 'inspection % is submitted with a result of its own that stands', new.id
        using errcode = 'restrict_violation';
    end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.result_follows_stand_in()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if old.status = 'PENDING' and new.members = (select t.assignees from inspections.task t where t.id = new.task_id)
       and exists (select from inspections.draw_stand_in s where s.task_id = new.task_id) then
      return new;
    end if;
    raise exception 'the team of result % changes by a stand-in only', new.id using errcode = 'restrict_violation';
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.take_party()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
    begin
      new.party_id := (select t.party_id from inspections.task t where t.id = new.task_id);
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION inspections.team_follows_stand_in()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.assignees = (
         select array_replace(old.assignees, l.person_id, j.person_id)
           from inspections.draw_stand_in s
           join inspections.draw_inspector l on l.draw_id = s.draw_id and l.certificate_number = s.left_number
           join inspections.draw_inspector j on j.draw_id = s.draw_id and j.certificate_number = s.joined_number
          where s.task_id = new.id order by s.seq desc limit 1)
       and new.assignees = array(select (m.member ->> 'personId')::uuid
                                   from jsonb_array_elements(new.team) with ordinality as m(member, place)
                                  order by m.place) then
      return new;
    end if;
    raise exception 'the team of task % changes by a stand-in only', new.id using errcode = 'restrict_violation';
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.took_part(of_result uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
      select exists (select from inspections.result r join inspections.task t on t.id = r.task_id
                      where r.id = of_result
                        and (person = any (t.assignees)
                             or exists (select from inspections.draw_stand_in s
                                          join inspections.draw_inspector l
                                            on l.draw_id = s.draw_id and l.certificate_number = s.left_number
                                         where s.task_id = t.id and l.person_id = person)))
    $function$
;

CREATE OR REPLACE FUNCTION inspections.touches(districts text[], places text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (('*'::text = ANY (districts)) OR (EXISTS (SELECT FROM unnest(touches.districts) d(code), unnest(touches.places) p(place) WHERE ((p.place ^@ inspections.prefix_of(d.code)) AND ((length(p.place) = 6) OR (NOT (EXISTS (SELECT FROM reference.entry e WHERE ((e.list = 'jurisdictions'::text) AND (NOT e.withdrawn) AND ((e.data ->> 'code'::text) = d.code) AND ((e.data -> 'excludedTownships'::text) ? p.place))))))))))
;

CREATE OR REPLACE FUNCTION inspections.was_listed(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
          select exists (select from inspections.inspector i where i.person_id = person)
        $function$
;

CREATE OR REPLACE FUNCTION inspections.withdrawn_unsigned()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if new.result_code in ('NOT_FOUND', 'CLOSED', 'DEREGISTERED', 'LICENCE_REVOKED', 'REGISTRATION_CANCELLED', 'RELOCATED') and exists (
         select from inspections.task t where t.id = new.task_id and t.result_id = new.id and t.co_signed_by is null) then
      return new;
    end if;
    raise exception 'result % stands: only an unsigned report that nobody is there is withdrawn', new.id
      using errcode = 'restrict_violation';
  end $function$
;

CREATE OR REPLACE FUNCTION inspections.withdrawn_with_task()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if exists (select from inspections.task t where t.id = new.task_id and t.result_id = new.id) then
      raise exception 'result % is withdrawn, but its inspection still rests on it', new.id
        using errcode = 'restrict_violation';
    end if;
    return null;
  end $function$
;

CREATE OR REPLACE FUNCTION institutions.area_of(place text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
          with recursive up as (
            select name, parent, 0 as above from reference.district where code = place
            union all
            select d.name, d.parent, up.above + 1 from up join reference.district d on d.code = up.parent)
          select string_agg(name, '' order by above desc) from up
        $function$
;

CREATE OR REPLACE FUNCTION institutions.imported_of_nobody(of_kind text, code text)
 RETURNS TABLE(id uuid, name text, district text, township text, address text, capacity integer, nursing_beds integer, service_phone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
          select p.id, p.name, p.district, p.township, p.address, p.capacity, p.nursing_beds, p.service_phone
            from institutions.institution i join institutions.institution_public p on p.id = i.id
           where i.uscc = code and i.kind = of_kind and i.source = 'IMPORT' and i.operator_id is null
             and i.status <> 'CLOSED' and i.filing_ended_as is null and p.site_type is null
           order by i.registered_at, i.id limit 20
        $function$
;

CREATE OR REPLACE FUNCTION institutions.is_dwelling_of_another(code text, place text, site text[], applicant uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
        select exists (select from institutions.institution i
                        where i.uscc = code and i.district = place and i.address_key = any (site)
                          and i.details ->> 'siteType' = 'HOME' and i.operator_id is distinct from applicant)
      $function$
;

CREATE OR REPLACE FUNCTION institutions.is_held_by_another(of_kind text, code text, applicant uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select exists (select from institutions.institution i
                    where i.uscc = code and i.kind = of_kind and i.operator_id <> applicant
                      and (i.status <> 'CLOSED' or not exists
                        (select from institutions.institution o where o.uscc = code and o.kind = of_kind and o.operator_id = applicant)))
       -- Who a partner platform's account stands for, the platform has asked: the legal person itself.
       and not exists (select from exchange.applicant a where a.person_id = applicant)
  $function$
;

CREATE OR REPLACE FUNCTION institutions.is_in_house(of uuid, of_kind text, place text, house text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
        select exists (select from institutions.institution i
                        where i.id = of and i.kind = of_kind and i.district = place and i.address_key = any (house))
      $function$
;

CREATE OR REPLACE FUNCTION institutions.is_site_taken(of_kind text, code text, place text, site text[], own uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
      select exists (select from institutions.institution i
                      where i.uscc = code and i.district = place and i.address_key = any (site) and i.id is distinct from own
                        and i.status <> 'CLOSED' and i.filing_ended_as is distinct from 'REVOKED'
                        and not (i.kind = of_kind and i.source = 'IMPORT' and i.operator_id is null))
    $function$
;

CREATE OR REPLACE FUNCTION institutions.keep_former_number()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
    begin
      insert into institutions.former_number (institution_id, filing_number)
      values (old.id, old.filing_number) on conflict do nothing;
      return null;
    end $function$
;

CREATE OR REPLACE FUNCTION institutions.matching(fragment text, terms text[], places text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT institution.id
    FROM institutions.institution
   WHERE ((institutions.search_terms(institution.name, institution.kind, (institution.grade)::text, institution.district) @> (platform.bigrams(matching.fragment) || matching.terms)) AND ((matching.places IS NULL) OR (institutions.search_terms(institution.name, institution.kind, (institution.grade)::text, institution.district) && matching.places)) AND (strpos(lower(institution.name), lower(matching.fragment)) > 0))
 UNION ALL
  SELECT f.institution_id
    FROM institutions.former_name f
   WHERE ((platform.search_terms(f.name, ARRAY[f.district]) @> platform.bigrams(matching.fragment)) AND ((matching.places IS NULL) OR (platform.search_terms(f.name, ARRAY[f.district]) && matching.places)) AND (strpos(lower(f.name), lower(matching.fragment)) > 0));
END
;

CREATE OR REPLACE FUNCTION institutions.others_in_house(of_kind text, code text, place text, house text[])
 RETURNS TABLE(id uuid, name text, filing_number text, status text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
        select i.id, i.name, i.filing_number, i.status
          from institutions.institution i
         where i.district = place and i.address_key = any (house) and i.kind = of_kind and i.uscc <> code
           and i.status <> 'CLOSED' and i.filing_ended_as is null
           and i.details ->> 'siteType' is distinct from 'HOME'
         order by i.registered_at desc, i.id desc limit 5
      $function$
;

CREATE OR REPLACE FUNCTION institutions.related(of uuid)
 RETURNS TABLE(relation text, id uuid, basis text, step integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 WITH RECURSIVE self AS (
          SELECT i.uscc,
             i.legal_representative_id_index AS head
            FROM institutions.institution i
           WHERE (i.id = related.of)
         ), before AS (
          SELECT l.other_id AS id,
             l.basis,
             1 AS step
            FROM institutions.standing_link l
           WHERE ((l.institution_id = related.of) AND (l.kind = 'PREDECESSOR'::text))
         UNION ALL
          SELECT l.other_id,
             l.basis,
             (b.step + 1)
            FROM (before b
              JOIN institutions.standing_link l ON (((l.institution_id = b.id) AND (l.kind = 'PREDECESSOR'::text))))
           WHERE (b.step < 20)
         ), after AS (
          SELECT l.institution_id AS id,
             l.basis,
             1 AS step
            FROM institutions.standing_link l
           WHERE ((l.other_id = related.of) AND (l.kind = 'PREDECESSOR'::text))
         UNION ALL
          SELECT l.institution_id,
             l.basis,
             (a.step + 1)
            FROM (after a
              JOIN institutions.standing_link l ON (((l.other_id = a.id) AND (l.kind = 'PREDECESSOR'::text))))
           WHERE (a.step < 20)
         ), headquarters AS (
          SELECT l.other_code AS code
            FROM institutions.standing_link l
           WHERE ((l.institution_id = related.of) AND (l.kind = 'BRANCH_OF'::text))
         ), found(relation, id, basis, step) AS (
          SELECT 'PREDECESSOR'::text AS "?column?",
             b.id,
             b.basis,
             b.step
            FROM before b
         UNION ALL
          SELECT 'SUCCESSOR'::text,
             a.id,
             a.basis,
             a.step
            FROM after a
         UNION ALL
          SELECT 'LEGAL_PERSON'::text,
             i.id,
             'CODE'::text,
             1
            FROM (self
              JOIN institutions.institution i ON ((i.uscc = self.uscc)))
         UNION ALL
          SELECT 'LEGAL_PERSON'::text,
             i.id,
             'HEADQUARTERS'::text,
             2
            FROM (headquarters h
              JOIN institutions.institution i ON ((i.uscc = h.code)))
         UNION ALL
          SELECT 'LEGAL_PERSON'::text,
             l.institution_id,
             'BRANCH'::text,
             3
            FROM (self
              JOIN institutions.standing_link l ON (((l.other_code = self.uscc) AND (l.kind = 'BRANCH_OF'::text))))
         UNION ALL
          SELECT 'LEGAL_PERSON'::text,
             l.institution_id,
             'SIBLING'::text,
             4
            FROM (headquarters h
              JOIN institutions.standing_link l ON (((l.other_code = h.code) AND (l.kind = 'BRANCH_OF'::text))))
         UNION ALL
          SELECT 'CONTROLLER'::text,
             i.id,
             'HEAD'::text,
             1
            FROM (self
              JOIN institutions.institution i ON ((i.legal_representative_id_index = self.head)))
         UNION ALL
          SELECT 'CONTROLLER'::text,
             l.other_id,
             'ENTERED'::text,
             2
            FROM institutions.standing_link l
           WHERE ((l.institution_id = related.of) AND (l.kind = 'CONTROLLER'::text))
         UNION ALL
          SELECT 'CONTROLLER'::text,
             l.institution_id,
             'ENTERED'::text,
             2
            FROM institutions.standing_link l
           WHERE ((l.other_id = related.of) AND (l.kind = 'CONTROLLER'::text))
         )
  SELECT DISTINCT ON (f.relation, f.id) f.relation,
     f.id,
     f.basis,
     f.step
    FROM found f
   WHERE (f.id <> related.of)
   ORDER BY f.relation, f.id, f.step;
END
;

CREATE OR REPLACE FUNCTION institutions.search_terms(name text, kind text, grade text, district text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (platform.bigrams(name) || ARRAY[('k:'::text || kind), ('g:'::text || grade), ('d:'::text || "left"(district, 2)), ('d:'::text || "left"(district, 4)), ('d:'::text || district)])
;

CREATE OR REPLACE FUNCTION institutions.stood_before(of uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT e.id
    FROM (institutions.institution i
      JOIN institutions.institution e ON (((e.district = i.district) AND (e.address_key = i.address_key) AND (e.id <> i.id))))
   WHERE ((i.id = stood_before.of) AND (e.registered_at <= i.registered_at) AND ((e.status = 'CLOSED'::text) OR (e.filing_ended_as IS NOT NULL)))
   ORDER BY (e.kind = i.kind) DESC, e.registered_at DESC, e.id DESC
  LIMIT 1;
END
;

CREATE OR REPLACE FUNCTION platform.address_key(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN (address !~ '[^0-9A-Za-z一-龥]|[號長區縣鎮鄉陝東門龍灣廣場樓層莊園橋開發經濟產業後連雲韋單棟樹馬頭鐵車華興寧陽陰漢溝嶺廟觀學醫養廈壩線環際實驗蘭灘澤鳳麗總組屬馮劉張陳楊趙黃吳鄭‐‒–—―−─━~〜]|[路街巷道段村组里弄区园庄]0|[楼层Ff](?:[0-9]|$)'::text) THEN address ELSE (SELECT COALESCE((SELECT (((part.part[1] || platform.house_number(part.part[2])) || '楼'::text) || part.part[3]) FROM regexp_match(spelled.bare, '^(|.*[^-0-9A-Za-z〇零一二三四五六七八九十百千甲乙丙丁])0*([1-9][0-9]?|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:楼|层|[Ff])((?:[0-9][^楼层Ff]*)?)$'::text) part(part)), spelled.bare) AS "coalesce" FROM (VALUES (regexp_replace(regexp_replace(regexp_replace(regexp_replace(platform.plain_signs(regexp_replace(NORMALIZE(address_key.address, NFKC), '[\u0001-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\ufff0-\ufffb\U000f0000-\U0010fffd]'::text, ''::text, 'g'::text)), '[-!"''(),./:;?\[\\\]_\u0060{|}·‘’“”„•‧′‹›«»、。〃〈-】〔-〗〝〞〟・]+$'::text, ''::text), '(?<![-0-9A-Za-z〇零一二三四五六七八九十百千甲乙丙丁!"''(),./:;?\[\\\]_\u0060{|}·‘’“”„•‧′‹›«»、。〃〈-】〔-〗〝〞〟・])[!"''(),./:;?\[\\\]_\u0060{|}·‘’“”„•‧′‹›«»、。〃〈-】〔-〗〝〞〟・]+|[!"''(),./:;?\[\\\]_\u0060{|}·‘’“”„•‧′‹›«»、。〃〈-】〔-〗〝〞〟・]+(?![-0-9A-Za-z〇零一二三四五六七八九十百千甲乙丙丁!"''(),./:;?\[\\\]_\u0060{|}·‘’“”„•‧′‹›«»、。〃〈-】〔-〗〝〞〟・])'::text, ''::text, 'g'::text), '(?<=[-0-9A-Za-z〇零一二三四五六七八九十百千甲乙丙丁])#'::text, '号'::text, 'g'::text), '([路街巷道段村组里弄区园庄])0+(?=[0-9][-0-9!"''(),./:;?\[\\\]_\u0060{|}·‘’“”„•‧′‹›«»、。〃〈-】〔-〗〝〞〟・]*(?:号|弄))'::text, '\1'::text, 'g'::text))) spelled(bare)) END
;

CREATE OR REPLACE FUNCTION platform.bigrams(t text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT COALESCE(array_agg(DISTINCT substr(lower(bigrams.t), i.i, 2)), '{}'::text[]) AS "coalesce" FROM generate_series(1, GREATEST((length(bigrams.t) - 1), 1)) i(i))
;

CREATE OR REPLACE FUNCTION platform.covers(district text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((current_setting('app.districts'::text, true) = '1,2,3,4,5,6,7,8,9'::text) OR (district ^@ ANY (string_to_array(NULLIF(current_setting('app.districts'::text, true), ''::text), ','::text))))
;

CREATE OR REPLACE FUNCTION platform.house_number(figures text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN (figures !~ '[十百]'::text) THEN translate(figures, '〇零一二两三四五六七八九'::text, '001223456789'::text) ELSE ((((100 * CASE WHEN (figures ~ '百'::text) THEN COALESCE(("substring"(translate(figures, '一二两三四五六七八九'::text, '1223456789'::text), '([1-9])百'::text))::integer, 1) ELSE 0 END) + (10 * CASE WHEN (figures ~ '十'::text) THEN COALESCE(("substring"(translate(figures, '一二两三四五六七八九'::text, '1223456789'::text), '([1-9])十'::text))::integer, 1) ELSE 0 END)) + COALESCE(("substring"(translate(figures, '一二两三四五六七八九'::text, '1223456789'::text), '([1-9])$'::text))::integer, 0)))::text END
;

CREATE OR REPLACE FUNCTION platform.is_actor(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (person = (NULLIF(current_setting('app.actor'::text, true), ''::text))::uuid)
;

CREATE OR REPLACE FUNCTION platform.is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (current_setting('app.actor'::text, true) = '00000000-0000-0000-0000-000000000000'::text)
;

CREATE OR REPLACE FUNCTION platform.lead_department(kind text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE kind WHEN 'ELDERLY_CARE'::text THEN 'civil-affairs'::text WHEN 'CHILDCARE'::text THEN 'health'::text ELSE NULL::text END
;

CREATE OR REPLACE FUNCTION platform.plain_address(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT CASE WHEN (plain.plain ~ '[〇零一二两三四五六七八九十百](?:号|弄)'::text) THEN COALESCE((SELECT ((part.part[1] || platform.house_number(part.part[2])) || part.part[3]) FROM regexp_match(plain.plain, '^(.*?)([〇零一二两三四五六七八九十百]+)((?:号|弄).*)$'::text) part(part)), plain.plain) ELSE plain.plain END AS plain FROM regexp_replace(regexp_replace(replace(replace(replace(translate(platform.address_key(plain_address.address), '號長區縣鎮鄉陝東門龍灣廣場樓層莊園橋開發經濟產業後連雲韋,、。.;:·'::text, '号长区县镇乡陕东门龙湾广场楼层庄园桥开发经济产业后连云韦'::text), '街道办事处'::text, '街道'::text), '街道办'::text, '街道'::text), '街办'::text, '街道'::text), '^(?:[0-9]{6}(?=[^0-9]))?(?:中华人民共和国|中国)?'::text, ''::text), '(?<![0-9])[-—0]+(?=[0-9])'::text, ''::text, 'g'::text) plain(plain))
;

CREATE OR REPLACE FUNCTION platform.plain_signs(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN (address ~ '[號長區縣鎮鄉陝東門龍灣廣場樓層莊園橋開發經濟產業後連雲韋單棟樹馬頭鐵車華興寧陽陰漢溝嶺廟觀學醫養廈壩線環際實驗蘭灘澤鳳麗總組屬馮劉張陳楊趙黃吳鄭‐‒–—―−─━~〜٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹߀߁߂߃߄߅߆߇߈߉०१२३४५६७८९০১২৩৪৫৬৭৮৯੦੧੨੩੪੫੬੭੮੯૦૧૨૩૪૫૬૭૮૯୦୧୨୩୪୫୬୭୮୯௦௧௨௩௪௫௬௭௮௯౦౧౨౩౪౫౬౭౮౯೦೧೨೩೪೫೬೭೮೯൦൧൨൩൪൫൬൭൮൯෦෧෨෩෪෫෬෭෮෯๐๑๒๓๔๕๖๗๘๙໐໑໒໓໔໕໖໗໘໙༠༡༢༣༤༥༦༧༨༩၀၁၂၃၄၅၆၇၈၉႐႑႒႓႔႕႖႗႘႙០១២៣៤៥៦៧៨៩᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙᥆᥇᥈᥉᥊᥋᥌᥍᥎᥏᧐᧑᧒᧓᧔᧕᧖᧗᧘᧙᪀᪁᪂᪃᪄᪅᪆᪇᪈᪉᪐᪑᪒᪓᪔᪕᪖᪗᪘᪙᭐᭑᭒᭓᭔᭕᭖᭗᭘᭙᮰᮱᮲᮳᮴᮵᮶᮷᮸᮹᱀᱁᱂᱃᱄᱅᱆᱇᱈᱉᱐᱑᱒᱓᱔᱕᱖᱗᱘᱙꘠꘡꘢꘣꘤꘥꘦꘧꘨꘩꣐꣑꣒꣓꣔꣕꣖꣗꣘꣙꤀꤁꤂꤃꤄꤅꤆꤇꤈꤉꧐꧑꧒꧓꧔꧕꧖꧗꧘꧙꧰꧱꧲꧳꧴꧵꧶꧷꧸꧹꩐꩑꩒꩓꩔꩕꩖꩗꩘꩙꯰꯱꯲꯳꯴꯵꯶꯷꯸꯹]'::text) THEN translate(address, '號長區縣鎮鄉陝東門龍灣廣場樓層莊園橋開發經濟產業後連雲韋單棟樹馬頭鐵車華興寧陽陰漢溝嶺廟觀學醫養廈壩線環際實驗蘭灘澤鳳麗總組屬馮劉張陳楊趙黃吳鄭‐‒–—―−─━~〜٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹߀߁߂߃߄߅߆߇߈߉०१२३४५६७८९০১২৩৪৫৬৭৮৯੦੧੨੩੪੫੬੭੮੯૦૧૨૩૪૫૬૭૮૯୦୧୨୩୪୫୬୭୮୯௦௧௨௩௪௫௬௭௮௯౦౧౨౩౪౫౬౭౮౯೦೧೨೩೪೫೬೭೮೯൦൧൨൩൪൫൬൭൮൯෦෧෨෩෪෫෬෭෮෯๐๑๒๓๔๕๖๗๘๙໐໑໒໓໔໕໖໗໘໙༠༡༢༣༤༥༦༧༨༩၀၁၂၃၄၅၆၇၈၉႐႑႒႓႔႕႖႗႘႙០១២៣៤៥៦៧៨៩᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙᥆᥇᥈᥉᥊᥋᥌᥍᥎᥏᧐᧑᧒᧓᧔᧕᧖᧗᧘᧙᪀᪁᪂᪃᪄᪅᪆᪇᪈᪉᪐᪑᪒᪓᪔᪕᪖᪗᪘᪙᭐᭑᭒᭓᭔᭕᭖᭗᭘᭙᮰᮱᮲᮳᮴᮵᮶᮷᮸᮹᱀᱁᱂᱃᱄᱅᱆᱇᱈᱉᱐᱑᱒᱓᱔᱕᱖᱗᱘᱙꘠꘡꘢꘣꘤꘥꘦꘧꘨꘩꣐꣑꣒꣓꣔꣕꣖꣗꣘꣙꤀꤁꤂꤃꤄꤅꤆꤇꤈꤉꧐꧑꧒꧓꧔꧕꧖꧗꧘꧙꧰꧱꧲꧳꧴꧵꧶꧷꧸꧹꩐꩑꩒꩓꩔꩕꩖꩗꩘꩙꯰꯱꯲꯳꯴꯵꯶꯷꯸꯹'::text, '号长区县镇乡陕东门龙湾广场楼层庄园桥开发经济产业后连云韦单栋树马头铁车华兴宁阳阴汉沟岭庙观学医养厦坝线环际实验兰滩泽凤丽总组属冯刘张陈杨赵黄吴郑----------01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789'::text) ELSE address END
;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        raise exception 'rows of %.% are append-only: correct them by a new row', tg_table_schema, tg_table_name
          using errcode = 'restrict_violation';
      end $function$
;

CREATE OR REPLACE FUNCTION platform.refuse_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    raise exception 'rows of %.% keep what they say: % refuses the change', tg_table_schema, tg_table_name, tg_name
      using errcode = 'restrict_violation';
  end $function$
;

CREATE OR REPLACE FUNCTION platform.search_terms(name text, districts text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (platform.bigrams(name) || (SELECT array_agg(DISTINCT ('d:'::text || "left"(district.district, digits.digits))) AS array_agg FROM unnest(search_terms.districts) district(district), unnest(ARRAY[2, 4, 6]) digits(digits) WHERE (district.district IS NOT NULL)))
;

CREATE OR REPLACE FUNCTION platform.site_key(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN COALESCE(regexp_replace("substring"(regexp_replace(regexp_replace(regexp_replace(platform.plain_address(address), '^([^0-9]{2,7}(省|自治区))?([^0-9省]{1,6}市)?'::text, ''::text), '^[^0-9路街巷道村]{1,8}(?<![社小园])(区|县|旗)(?![0-9])'::text, ''::text), '^[^0-9]{1,10}街道'::text, ''::text), '^[^0-9]{2,}(?:[0-9]+组)?[0-9]+(?:号|弄|$)'::text), '号$'::text, ''::text), platform.plain_address(address))
;

CREATE OR REPLACE FUNCTION publication.today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((NULLIF(current_setting('app.today'::text, true), ''::text))::date, ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date)
;

CREATE OR REPLACE FUNCTION reference.transition_end(of_kind text, site_type text, place text)
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
          select (e.data ->> 'transitionUntil')::date
            from reference.entry e
           where e.list = 'regimes' and not e.withdrawn and e.data ->> 'kind' = of_kind
             and e.data ->> 'siteType' is not distinct from site_type
             and e.data ->> 'jurisdiction' in (place, left(place, 4) || '00', left(place, 2) || '0000', '000000')
           order by case e.data ->> 'jurisdiction' when place then 0 when left(place, 4) || '00' then 1
                      when left(place, 2) || '0000' then 2 else 3 end, e.data ->> 'effectiveFrom' desc
           limit 1
        $function$
;

CREATE OR REPLACE FUNCTION removals.accepted_by(type text, number text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
RETURN CASE type WHEN 'REVOCATION'::text THEN filings.accepted_by(number) ELSE '{}'::uuid[] END
;

CREATE OR REPLACE FUNCTION removals.is_operator(institution uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM institutions.institution i WHERE ((i.id = is_operator.institution) AND platform.is_actor(i.operator_id))))
;

CREATE OR REPLACE FUNCTION removals.is_party(party uuid, institution uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (party IS NULL) THEN removals.is_operator(institution) ELSE platform.is_actor(party) END
;

CREATE OR REPLACE FUNCTION removals.is_unserved(removal uuid, issued timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN (EXISTS (SELECT FROM removals.transition t WHERE ((t.removal_id = is_unserved.removal) AND (t.action = 'prepare'::text) AND (t.at = is_unserved.issued) AND ('serve'::text IS DISTINCT FROM (SELECT n.action FROM removals.transition n WHERE ((n.removal_id = t.removal_id) AND (n.seq > t.seq)) ORDER BY n.seq LIMIT 1)))))
;

CREATE OR REPLACE FUNCTION removals.is_waived(removal uuid, noticed timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN (EXISTS (SELECT FROM removals.statement s WHERE ((s.removal_id = is_waived.removal) AND (s.nature = 'WAIVER'::text) AND (s.channel = 'PARTY'::text) AND (s.made_at >= is_waived.noticed))))
;

CREATE OR REPLACE FUNCTION removals.kept_from_deciding(removal uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
RETURN (removals.worked_on(removal) || (SELECT removals.accepted_by(r.type, r.filing_number) AS accepted_by FROM removals.removal r WHERE (r.id = kept_from_deciding.removal)))
;

CREATE OR REPLACE FUNCTION removals.refuse_own_acceptance()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
    begin
      if new.decided_by = any (removals.accepted_by(new.type, new.filing_number)) then
        raise exception 'who accepted a filing does not decide that it is revoked' using errcode = 'restrict_violation';
      end if;
      return new;
    end $function$
;

CREATE OR REPLACE FUNCTION removals.type_in_words(type text, regime text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN (CASE type WHEN 'CANCELLATION'::text THEN '注销'::text ELSE '撤销'::text END || CASE regime WHEN 'LICENCE'::text THEN '行政许可，'::text ELSE '备案，'::text END)
;

CREATE OR REPLACE FUNCTION removals.worked_on(removal uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN ARRAY(SELECT r.opened_by FROM removals.removal r WHERE (r.id = worked_on.removal) UNION SELECT t.actor_id FROM removals.transition t WHERE ((t.removal_id = worked_on.removal) AND (t.action <> ALL (ARRAY['state'::text, 'sendBack'::text, 'decide'::text, 'annul'::text]))) UNION SELECT f.uploaded_by FROM removals.file f WHERE ((f.removal_id = worked_on.removal) AND (f.purpose = 'EVIDENCE'::text)))
;


-- Tables

create table access.acting_change (
  seq bigint not null generated always as identity,
  person_id uuid not null,
  acts boolean not null,
  changed_by uuid,
  changed_at timestamp with time zone not null
);

create table access.disclosure (
  id uuid not null,
  person_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  fields text[] not null,
  reason text not null,
  at timestamp with time zone not null
);

create table access.known_device (
  token_hash text not null,
  person_id uuid not null,
  failed_count integer not null,
  locked_until timestamp with time zone,
  seen_at timestamp with time zone not null
);

create table access.password_giver (
  person_id uuid not null,
  giver_id uuid not null
);

create table access.person (
  id uuid not null,
  username text not null,
  name text not null,
  password_hash text not null,
  roles text[] not null,
  districts text[] not null,
  departments text[] not null,
  home_district text,
  must_change_password boolean not null,
  token_generation integer not null default 0,
  failed_count integer not null,
  locked_until timestamp with time zone,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  password_set_at timestamp with time zone,
  kept_token uuid,
  password_given_by uuid,
  has_password boolean not null default true
);

create table access.session (
  token_hash text not null,
  family uuid not null,
  person_id uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  parent_hash text
);

create table access.unknown_name (
  name_hash text not null,
  failed_count integer not null,
  locked_until timestamp with time zone,
  at timestamp with time zone not null
);

create table audit.checkpoint (
  size bigint not null,
  root bytea not null,
  at timestamp with time zone not null,
  note text not null,
  signature text not null
);

create table audit.entry (
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  district text,
  canonical text not null,
  leaf_hash bytea not null
);

create table audit.leaf (
  seq bigint not null,
  entry_id uuid not null,
  leaf_hash bytea not null
);

create table audit.node (
  level smallint not null,
  "position" bigint not null,
  hash bytea not null
);

create table audit.pending (
  entry_id uuid not null
);

create table credit.account (
  institution_id uuid not null,
  kind text not null,
  district text not null,
  opened_on date not null,
  score integer not null,
  grade character(1) not null,
  grade_since date not null,
  computed_on date not null,
  next_change_on date
);

create table credit.event (
  id uuid not null,
  institution_id uuid not null,
  district text not null,
  source_type text not null,
  source_id uuid not null,
  item text not null default ''::text,
  rule_code text not null,
  direction text not null,
  points integer not null,
  half_life_months integer not null,
  forces_grade character(1),
  effective_on date not null,
  expires_on date not null,
  text text not null,
  disclosed boolean not null,
  recorded_at timestamp with time zone not null
);

create table credit.event_lift (
  event_id uuid not null,
  institution_id uuid not null,
  district text not null,
  lifted_on date not null,
  note text not null,
  confirmed_by uuid not null,
  recorded_at timestamp with time zone not null
);

create table credit.grade_change (
  institution_id uuid not null,
  seq integer not null,
  district text not null,
  from_grade character(1),
  to_grade character(1) not null,
  score integer not null,
  changed_on date not null,
  at timestamp with time zone not null,
  cause text not null,
  events uuid[] not null
);

create table enforcement.case_finding (
  case_id uuid not null,
  finding_id uuid not null,
  department text not null,
  result_id uuid not null,
  item_code text not null,
  item_title text not null,
  legal_basis jsonb not null,
  severity text not null,
  note text,
  inspected_on date not null
);

create table enforcement.case_statement (
  id uuid not null,
  case_id uuid not null,
  nature text not null,
  channel text not null,
  text text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  file_ids uuid[] not null default '{}'::uuid[]
);

create table enforcement.case_transition (
  case_id uuid not null,
  seq integer not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  actor_id uuid not null,
  at timestamp with time zone not null,
  legal_basis text
);

create table enforcement.decision_service (
  case_id uuid not null,
  number integer not null,
  service text not null,
  service_note text,
  served_on date not null,
  received_on date not null,
  reconsideration_until date not null,
  litigation_until date not null,
  payment_due_on date,
  reason text,
  entered_by uuid,
  entered_at timestamp with time zone not null
);

create table enforcement.number_series (
  series text not null,
  last integer not null
);

create table enforcement.penalty_case (
  id uuid not null,
  case_number text not null,
  institution_id uuid not null,
  kind text not null,
  district text not null,
  department text not null,
  authority_name text not null,
  party_name text not null,
  party_uscc text not null,
  basis_code text not null,
  basis jsonb not null,
  investigators text[] not null,
  status text not null,
  opened_by uuid not null,
  opened_on date not null,
  decide_by date not null,
  notice_severity text,
  notice_measures text[],
  notice_amount_fen bigint,
  notice_facts text,
  notice_reasons text,
  noticed_on date,
  statement_until date,
  decision_number text,
  decision_measures text[],
  decision_measure_labels text[],
  decision_amount_fen bigint,
  decision_text text,
  statement_review text,
  publicity_class text,
  decided_by uuid,
  decided_on date,
  version integer not null,
  township text,
  prior_order_number text,
  prior_ordered_on date,
  prior_order_due_on date,
  party_address text not null,
  notice_service text,
  notice_service_note text,
  notice_served_on date,
  party_id uuid,
  notice_paper_on date,
  serve_by date
);

create table enforcement.statement_file (
  id uuid not null,
  case_id uuid not null,
  sm3 character(64) not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null
);

create table exchange.access_key (
  id text not null,
  partner_id uuid not null,
  secret text not null,
  created_at timestamp with time zone not null,
  ends_at timestamp with time zone
);

create table exchange.applicant (
  partner_id uuid not null,
  reference character(64) not null,
  person_id uuid not null,
  created_at timestamp with time zone not null
);

create table exchange.change (
  id uuid not null,
  case_id uuid not null,
  partner_id uuid not null,
  seq integer not null,
  "position" bigint,
  event text not null,
  status text not null,
  due_on date,
  correct_by date,
  filing_number text,
  at timestamp with time zone not null,
  institution_status text,
  effective_on date,
  filing_end text,
  removal jsonb,
  paper jsonb,
  verification jsonb
);

create table exchange.delivery (
  change_id uuid not null,
  case_id uuid not null,
  partner_id uuid not null,
  seq integer not null,
  state text not null,
  attempts integer not null default 0,
  next_at timestamp with time zone not null,
  last_error text,
  tried_at timestamp with time zone
);

create table exchange.folder (
  partner_id uuid not null,
  leased_until timestamp with time zone,
  made_as text,
  ignored integer not null default 0,
  read_at timestamp with time zone,
  written_at timestamp with time zone,
  last_file integer not null default 0,
  "position" bigint not null default 0,
  writing_to bigint,
  problem text,
  problem_at timestamp with time zone
);

create table exchange.folder_entry (
  partner_id uuid not null,
  reference text not null,
  content character(64) not null,
  round integer not null,
  begun_at timestamp with time zone not null,
  done_at timestamp with time zone
);

create table exchange.folder_file (
  id uuid not null,
  partner_id uuid not null,
  name text not null,
  mark text not null,
  state text not null,
  seen_at timestamp with time zone not null,
  rows integer not null default 0,
  faulty integer not null default 0,
  reason text,
  ended_at timestamp with time zone
);

create table exchange.nonce (
  key_id text not null,
  nonce text not null,
  at timestamp with time zone not null
);

create table exchange.partner (
  id uuid not null,
  name text not null,
  districts text[] not null,
  kinds text[] not null,
  algorithm text not null,
  webhook_url text,
  last_position bigint not null default 0,
  disabled_at timestamp with time zone,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  folder text
);

create table exchange.partner_case (
  id uuid not null,
  partner_id uuid not null,
  reference text not null,
  content character(64) not null,
  filing_id uuid not null,
  applicant_id uuid not null,
  last_seq integer not null default 0,
  created_at timestamp with time zone not null,
  institution_id uuid
);

create table feedback.addition (
  rating_id uuid not null,
  words text not null,
  unsettled boolean not null,
  added_at timestamp with time zone not null
);

create table feedback.follow_up (
  id uuid not null,
  rating_id uuid not null,
  filing_id uuid not null,
  applicant_id uuid not null,
  kind text not null,
  district text not null,
  township text,
  office text not null,
  status text not null,
  opened_at timestamp with time zone not null,
  due_on date not null,
  ended_at timestamp with time zone,
  version integer not null,
  raised_to text,
  unattended boolean not null default false,
  raised_for text
);

create table feedback.follow_up_transition (
  follow_up_id uuid not null,
  seq integer not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  actor_id uuid not null,
  at timestamp with time zone not null,
  note text not null
);

create table feedback.rating (
  id uuid not null,
  filing_id uuid not null,
  step integer not null,
  action text not null,
  applicant_id uuid not null,
  official_ids uuid[] not null,
  kind text not null,
  district text not null,
  township text,
  office text not null,
  level text not null,
  reasons text[] not null,
  words text,
  rated_at timestamp with time zone not null,
  contact_phone text,
  process text not null,
  record_id uuid not null
);

create table filings.assignment (
  filing_id uuid not null,
  seq integer not null,
  act text not null,
  person_id uuid,
  actor_id uuid not null,
  note text,
  at timestamp with time zone not null
);

create table filings.case_holder (
  filing_id uuid not null,
  person_id uuid not null,
  since timestamp with time zone not null
);

create table filings.case_note (
  id uuid not null,
  filing_id uuid not null,
  author_id uuid not null,
  text text not null,
  at timestamp with time zone not null
);

create table filings.closure_file (
  file_id uuid not null,
  filing_id uuid not null,
  uploaded_by uuid not null,
  at timestamp with time zone not null
);

create table filings.closure_follow_up (
  filing_id uuid not null,
  institution_id uuid not null,
  applicant_id uuid not null,
  kind text not null,
  district text not null,
  township text,
  filing_name text not null,
  ends_on date not null,
  status text not null,
  due_on date,
  since timestamp with time zone not null,
  successor_id uuid,
  successor_account uuid
);

create table filings.closure_record (
  filing_id uuid not null,
  seq integer not null,
  action text not null,
  from_status text not null,
  to_status text not null,
  checked_on date not null,
  placed text not null,
  refunded text not null,
  words text,
  reason text,
  actor_id uuid not null,
  at timestamp with time zone not null
);

create table filings.closure_report (
  filing_id uuid not null,
  seq integer not null,
  statement text not null,
  actor_id uuid not null,
  at timestamp with time zone not null
);

create table filings.commitment (
  id uuid not null,
  filing_id uuid not null,
  code text not null,
  name text not null,
  text text not null,
  days integer not null,
  basis_law text not null,
  basis_article text,
  status text not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  due_on date,
  material_id uuid,
  applicant_id uuid,
  kind text,
  district text,
  township text,
  filing_name text,
  check_by date
);

create table filings.commitment_transition (
  commitment_id uuid not null,
  seq integer not null,
  action text not null,
  from_status text not null,
  to_status text not null,
  actor_id uuid not null,
  at timestamp with time zone not null,
  reason text,
  removal_id uuid
);

create table filings.disclosure (
  filing_id uuid not null,
  seq integer not null,
  action text not null,
  to_status text not null,
  reason text,
  note text,
  actor_id uuid not null,
  at timestamp with time zone not null
);

create table filings.extension (
  id uuid not null,
  filing_id uuid not null,
  kind text not null,
  district text not null,
  township text,
  reason text not null,
  status text not null,
  days integer not null,
  due_before date not null,
  due_after date not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  answer text,
  ended_by uuid,
  ended_at timestamp with time zone
);

create table filings.filing (
  id uuid not null,
  type text not null,
  kind text not null,
  status text not null,
  name text not null,
  uscc text not null,
  address text,
  district text not null,
  township text,
  application jsonb not null,
  personal text not null,
  resident_id_index text,
  applicant_id uuid not null,
  round integer not null,
  due_on date,
  submitted_at timestamp with time zone,
  filing_number text,
  filed_on date,
  institution_id uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null,
  address_key text generated always as (platform.address_key(address)) stored,
  correct_by date,
  form_version integer not null default 1,
  base_application jsonb,
  base_personal text,
  entered_by uuid,
  assistance_ended_at timestamp with time zone,
  regime text not null default 'FILING'::text,
  licence_law text,
  valid_until date,
  extended_from date,
  admit_by date,
  admitted_on date,
  renews uuid,
  renews_until date,
  renews_in_time boolean,
  authority text,
  account_given_by uuid,
  advised_by uuid[] not null default '{}'::uuid[],
  licenses uuid,
  claims text[] not null default '{}'::text[],
  assistance_ended_by uuid,
  prolongs jsonb
);

create table filings.hand (
  filing_id uuid not null,
  person_id uuid not null
);

create table filings.material (
  id uuid not null,
  filing_id uuid not null,
  code text not null,
  version integer not null,
  file_id uuid not null,
  uploaded_at timestamp with time zone not null
);

create table filings.number_counter (
  district text not null,
  letters text not null,
  year integer not null,
  last integer not null
);

create table filings.opinion (
  id uuid not null,
  filing_id uuid not null,
  round integer not null,
  kind text not null,
  district text not null,
  township text,
  department text not null,
  question text not null,
  materials text[] not null,
  status text not null,
  due_on date not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  answer text,
  reasons text,
  ended_by uuid,
  ended_at timestamp with time zone
);

create table filings.opinion_file (
  file_id uuid not null,
  opinion_id uuid not null,
  at timestamp with time zone not null
);

create table filings.opinion_transition (
  opinion_id uuid not null,
  seq integer not null,
  action text not null,
  from_status text not null,
  to_status text not null,
  actor_id uuid not null,
  at timestamp with time zone not null,
  reason text
);

create table filings.paper (
  id uuid not null,
  filing_id uuid not null,
  kind text not null,
  round integer not null,
  is_public boolean not null,
  number text not null,
  spelling text not null,
  title text not null,
  authority text not null,
  addressee text not null,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  content jsonb not null,
  code_digest character(64) not null
);

create table filings.paper_counter (
  series text not null,
  last integer not null
);

create table filings.paper_print (
  paper_id uuid not null,
  file_id uuid not null,
  sm3 character(64) not null,
  unprintable text[] not null,
  printed_at timestamp with time zone not null
);

create table filings.receipt (
  filing_id uuid not null,
  file_id uuid not null,
  sm3 character(64) not null,
  issued_at timestamp with time zone not null,
  unprintable text[] not null,
  with_filed_items boolean not null default true,
  numbered_apart boolean not null default true
);

create table filings.remark (
  filing_id uuid not null,
  round integer not null,
  "position" integer not null,
  pointer text not null,
  message text not null
);

create table filings.retraction (
  id uuid not null,
  filing_id uuid not null,
  seq integer not null,
  kind text not null,
  district text not null,
  township text,
  reason text not null,
  status text not null,
  due_on date not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  answer text,
  ended_by uuid,
  ended_at timestamp with time zone
);

create table filings.submission (
  id uuid not null,
  filing_id uuid not null,
  round integer not null,
  application jsonb not null,
  personal text not null,
  materials uuid[] not null,
  submitted_at timestamp with time zone not null,
  resident_id_index text
);

create table filings.takeover (
  id uuid not null,
  filing_id uuid not null,
  relation text not null,
  ground text not null,
  explanation text not null,
  predecessor_id uuid,
  stated_by uuid not null,
  stated_at timestamp with time zone not null,
  uscc text,
  district text,
  address_key text,
  head text
);

create table filings.transition (
  filing_id uuid not null,
  seq integer not null,
  action text not null,
  from_status text not null,
  to_status text not null,
  actor_id uuid not null,
  at timestamp with time zone not null,
  reason text,
  legal_basis text not null
);

create table filings.unattended (
  filing_id uuid not null,
  district text not null,
  township text,
  since timestamp with time zone not null
);

create table filings.verification (
  id uuid not null,
  filing_id uuid not null,
  institution_id uuid,
  applicant_id uuid not null,
  kind text not null,
  district text not null,
  township text,
  status text not null,
  due_on date,
  correct_by date,
  opened_at timestamp with time zone not null,
  since timestamp with time zone not null,
  filing_name text not null,
  origin text not null default 'ACCEPTANCE'::text,
  purpose text,
  planned_on date,
  ordered_by uuid
);

create table filings.verification_file (
  file_id uuid not null,
  verification_id uuid not null,
  uploaded_by uuid not null,
  at timestamp with time zone not null
);

create table filings.verification_transition (
  verification_id uuid not null,
  seq integer not null,
  action text not null,
  from_status text not null,
  to_status text not null,
  actor_id uuid not null,
  at timestamp with time zone not null,
  reason text
);

create table filings.verification_visit (
  verification_id uuid not null,
  seq integer not null,
  visited_on date not null,
  officers text[] not null,
  facts jsonb not null,
  note text,
  files uuid[] not null,
  officer_ids uuid[],
  experts text[] not null default '{}'::text[]
);

create table inspections.directory_change (
  id uuid not null,
  inspector_id uuid not null,
  act text not null,
  departments text[] not null,
  districts text[] not null,
  reason text,
  changed_by uuid,
  changed_at timestamp with time zone not null
);

create table inspections.draw (
  id uuid not null,
  plan_id uuid not null,
  title text not null,
  kind text not null,
  districts text[] not null,
  status text not null,
  announcement text not null,
  announcement_sm3 character(64) not null,
  commitment character(64) not null,
  nonce_sealed text not null,
  beacon_source text not null,
  beacon_round text not null,
  target_count integer not null,
  announced_by uuid not null,
  announced_at timestamp with time zone not null,
  beacon_value text,
  beacon_source_url text,
  beacon_entered_by uuid,
  beacon_entered_at timestamp with time zone,
  beacon_confirmed_by uuid,
  beacon_confirmed_at timestamp with time zone,
  result_digest character(64),
  seed_sealed text,
  drawn_at timestamp with time zone,
  failure jsonb,
  nonce text,
  seed text,
  opened_at timestamp with time zone,
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null,
  announced_in xid8 not null default pg_current_xact_id(),
  beacon_not_before timestamp with time zone
);

create table inspections.draw_absence (
  draw_id uuid not null,
  seq integer not null,
  certificate_number text not null,
  cause text not null,
  since timestamp with time zone
);

create table inspections.draw_absence_end (
  draw_id uuid not null,
  seq integer not null,
  certificate_number text not null,
  ended_at timestamp with time zone not null
);

create table inspections.draw_conflict (
  draw_id uuid not null,
  certificate_number text not null,
  target_id uuid not null
);

create table inspections.draw_directory (
  draw_id uuid not null,
  department text not null,
  counted_from timestamp with time zone not null,
  listed integer not null,
  inactive integer not null,
  available integer not null,
  recused_by_others integer not null,
  recusals_lifted integer not null,
  added integer not null,
  suspended integer not null,
  resumed integer not null,
  moved integer not null,
  shortened integer not null,
  renewed integer not null
);

create table inspections.draw_inspector (
  draw_id uuid not null,
  certificate_number text not null,
  inspector_id uuid not null,
  person_id uuid not null,
  name text not null,
  department text not null,
  districts text[] not null
);

create table inspections.draw_replacement (
  draw_id uuid not null,
  seq integer not null,
  voided_target uuid not null,
  target_id uuid not null,
  stratum text not null,
  ticket character(64) not null,
  teams jsonb not null,
  reason text not null,
  replaced_by uuid not null,
  replaced_at timestamp with time zone not null
);

create table inspections.draw_reserve (
  draw_id uuid not null,
  stratum text not null,
  targets uuid[] not null,
  first integer not null
);

create table inspections.draw_selection (
  draw_id uuid not null,
  rank integer not null,
  target_id uuid not null,
  stratum text not null,
  ticket character(64) not null,
  teams jsonb not null
);

create table inspections.draw_stand_in (
  draw_id uuid not null,
  seq integer not null,
  task_id uuid not null,
  target_id uuid not null,
  department text not null,
  left_number text not null,
  joined_number text,
  absent text[] not null,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null
);

create table inspections.draw_target (
  draw_id uuid not null,
  target_id uuid not null,
  stratum text not null,
  district text not null
);

create table inspections.evidence (
  id uuid not null,
  task_id uuid not null,
  sm3 character(64) not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null
);

create table inspections.finding (
  id uuid not null,
  task_id uuid not null,
  item_id uuid not null,
  item_code text not null,
  item_title text not null,
  legal_basis jsonb not null,
  severity character(1) not null,
  outcome text not null,
  note text,
  evidence_ids uuid[] not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null
);

create table inspections.inspector (
  id uuid not null,
  person_id uuid not null,
  name text not null,
  certificate_number text not null,
  department text not null,
  districts text[] not null,
  valid_until date not null,
  active boolean not null,
  created_at timestamp with time zone not null,
  version integer not null
);

create table inspections.plan (
  id uuid not null,
  title text not null,
  year integer not null,
  kind text not null,
  districts text[] not null,
  items jsonb not null,
  strata jsonb not null,
  demands jsonb not null,
  max_load integer not null,
  task_working_days integer not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  version integer not null,
  excluded_townships text[] not null
);

create table inspections.recusal (
  id uuid not null,
  inspector_id uuid not null,
  institution_id uuid not null,
  revokes uuid,
  reason text not null,
  declared_by uuid not null,
  declared_at timestamp with time zone not null,
  person_id uuid not null
);

create table inspections.result (
  id uuid not null,
  task_id uuid not null,
  plan_id uuid not null,
  plan_title text not null,
  institution_id uuid not null,
  institution_name text not null,
  kind text not null,
  district text not null,
  inspected_on date not null,
  result_code text not null,
  result_label text not null,
  failures jsonb not null,
  agency text not null,
  certificate_numbers text[] not null,
  members uuid[] not null,
  due_on date not null,
  status text not null,
  submitted_by uuid not null,
  created_at timestamp with time zone not null,
  published_at timestamp with time zone,
  published_by uuid,
  corrects uuid,
  version integer not null,
  kept_findings jsonb,
  party_id uuid
);

create table inspections.task (
  id uuid not null,
  draw_id uuid not null,
  plan_id uuid not null,
  plan_title text not null,
  rank integer,
  institution_id uuid not null,
  institution_name text not null,
  institution_address text not null,
  kind text not null,
  district text not null,
  items jsonb not null,
  team jsonb not null,
  assignees uuid[] not null,
  due_on date not null,
  status text not null,
  started_at timestamp with time zone,
  submitted_at timestamp with time zone,
  result_id uuid,
  result_code text,
  created_at timestamp with time zone not null,
  version integer not null,
  submitted_by uuid,
  co_signed_by uuid,
  co_signed_at timestamp with time zone,
  party_id uuid
);

create table inspections.task_member (
  person_id uuid not null,
  task_id uuid not null
);

create table inspections.transition (
  subject text not null,
  subject_id uuid not null,
  seq integer not null,
  action text not null,
  from_status text not null,
  to_status text not null,
  actor_id uuid not null,
  at timestamp with time zone not null,
  reason text,
  legal_basis text,
  districts text[] not null
);

create table institutions.directory_import (
  id uuid not null,
  file_name text not null,
  size bigint not null,
  sm3 character(64) not null,
  districts text[] not null,
  state text not null,
  share double precision not null default 0,
  rows integer not null default 0,
  added integer not null default 0,
  unchanged integer not null default 0,
  faulty integer not null default 0,
  skipped integer not null default 0,
  ignored_columns text[] not null default '{}'::text[],
  problem text,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  remarked integer not null default 0
);

create table institutions.filing_end (
  removal_id uuid not null,
  institution_id uuid not null,
  filing_number text not null,
  ended_as text not null,
  ended_on date not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  regime text not null default 'FILING'::text
);

create table institutions.former_name (
  institution_id uuid not null,
  name text not null,
  district text not null,
  until timestamp with time zone not null
);

create table institutions.former_number (
  institution_id uuid not null,
  filing_number text not null
);

create table institutions.import_refusal (
  run_id uuid not null,
  "row" integer not null,
  outcome text not null,
  known text
);

create table institutions.import_run (
  id uuid not null,
  digest text not null,
  file_name text not null,
  state text not null,
  last_row integer not null,
  chain text not null,
  added integer not null,
  unchanged integer not null,
  refused integer not null,
  started_by uuid not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table institutions.institution (
  id uuid not null,
  kind text not null,
  name text not null,
  uscc text not null,
  legal_form text not null,
  legal_representative text,
  legal_representative_id text,
  legal_representative_id_index text,
  legal_representative_phone text,
  service_phone text,
  address text not null,
  district text not null,
  township text,
  capacity integer not null,
  nursing_beds integer,
  ownership text,
  floor_area_m2 numeric(12,2),
  details jsonb not null default '{}'::jsonb,
  filing_number text,
  filed_on date,
  status text not null,
  grade character(1) not null default 'B'::bpchar,
  grade_since date,
  operator_id uuid,
  source text not null,
  registered_at timestamp with time zone not null,
  version integer not null,
  address_key text not null generated always as (platform.address_key(address)) stored,
  filing_ended_as text,
  regime text not null default 'FILING'::text,
  valid_until date,
  authority text
);

create table institutions.link (
  id uuid not null,
  kind text not null,
  institution_id uuid not null,
  other_id uuid,
  other_code text,
  stands boolean not null,
  basis text not null,
  reason text,
  made_by uuid not null,
  made_at timestamp with time zone not null
);

create table institutions.status_step (
  id uuid not null,
  institution_id uuid not null,
  action text not null,
  from_status text not null,
  to_status text not null,
  effective_on date not null,
  filing_id uuid,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  removal_id uuid,
  expected_until date,
  retracted_at timestamp with time zone,
  held boolean not null default false
);

create table institutions.suspension_contact (
  id uuid not null,
  institution_id uuid not null,
  step_id uuid not null,
  contacted_on date not null,
  way text not null,
  whom text not null,
  words text not null,
  look_again_on date not null,
  made_by uuid not null,
  made_at timestamp with time zone not null
);

create table platform.dead_job (
  id uuid not null,
  job text not null,
  key text not null,
  payload jsonb not null,
  error text not null,
  failed_at timestamp with time zone not null,
  retried_at timestamp with time zone,
  retried_by uuid,
  retry_key text
);

create table platform.file_signature (
  sm3 character(64) not null,
  key_id text not null,
  signature text not null,
  authority text not null,
  signed_at timestamp with time zone not null
);

create table platform.idempotency (
  actor_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer,
  body jsonb,
  etag text,
  created_at timestamp with time zone not null
);

create table platform.job_done (
  job text not null,
  key text not null,
  done_at timestamp with time zone not null
);

create table platform.key_check (
  purpose text not null,
  fingerprint text,
  since timestamp with time zone not null default now()
);

create table platform.outbox (
  id bigint not null generated always as identity,
  nonce uuid not null default gen_random_uuid(),
  job text not null,
  payload jsonb not null,
  not_before timestamp with time zone not null,
  created_at timestamp with time zone not null,
  dispatched_at timestamp with time zone,
  settled_at timestamp with time zone
);

create table platform.schedule (
  job text not null,
  next_at timestamp with time zone not null
);

create table platform.signing_key (
  key_id text not null,
  public_key text not null,
  since timestamp with time zone not null
);

create table platform.stored_file (
  id uuid not null,
  sm3 character(64) not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null
);

create table publication.entry (
  subject_type text not null,
  subject_id uuid not null,
  seq integer not null,
  action text not null,
  district text not null,
  at timestamp with time zone not null,
  public_from date,
  public_until date,
  reason text not null,
  by uuid not null
);

create table reference.calendar_year (
  year integer not null
);

create table reference.district (
  code text not null,
  name text not null,
  level text not null,
  parent text
);

create table reference.entry (
  id uuid not null,
  list text not null,
  key text not null,
  "position" integer not null,
  data jsonb not null,
  withdrawn boolean not null default false
);

create table reference.loaded (
  list text not null,
  hash text not null,
  source jsonb not null,
  header jsonb
);

create table reference.special_day (
  date date not null,
  kind text not null,
  name text not null
);

create table removals.decision_service (
  removal_id uuid not null,
  number integer not null,
  service text not null,
  service_note text,
  served_on date not null,
  received_on date not null,
  reconsideration_until date not null,
  litigation_until date not null,
  payment_due_on date,
  reason text,
  entered_by uuid,
  entered_at timestamp with time zone not null
);

create table removals.file (
  id uuid not null,
  removal_id uuid not null,
  purpose text not null,
  sm3 character(64) not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null
);

create table removals.number_series (
  series text not null,
  last integer not null
);

create table removals.paper (
  id uuid not null,
  removal_id uuid not null,
  kind text not null,
  round integer not null,
  is_public boolean not null,
  number text not null,
  spelling text not null,
  title text not null,
  authority text not null,
  addressee text not null,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  content jsonb not null,
  code_digest character(64) not null
);

create table removals.paper_print (
  paper_id uuid not null,
  file_id uuid not null,
  sm3 character(64) not null,
  unprintable text[] not null,
  printed_at timestamp with time zone not null
);

create table removals.removal (
  id uuid not null,
  type text not null,
  ground jsonb not null,
  institution_id uuid not null,
  institution_name text not null,
  uscc text not null,
  filing_number text not null,
  kind text not null,
  district text not null,
  township text,
  authority_name text not null,
  status text not null,
  clue text not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  due_on date,
  notice_facts text,
  notice_service text,
  notice_service_note text,
  served_on date,
  statement_until date,
  noticed_by uuid,
  noticed_at timestamp with time zone,
  proposal text,
  statement_review text,
  proposed_by uuid,
  decision_number text,
  decided_by uuid,
  decided_on date,
  decided_at timestamp with time zone,
  annulment_document text,
  annulled_on date,
  version integer not null,
  annulled_by uuid,
  regime text not null default 'FILING'::text,
  decision_facts text,
  party_id uuid,
  prepared_facts text,
  prepared_by uuid,
  prepared_on date,
  serve_by date
);

create table removals.statement (
  id uuid not null,
  removal_id uuid not null,
  nature text not null,
  channel text not null,
  text text not null,
  file_ids uuid[] not null,
  made_by uuid not null,
  made_at timestamp with time zone not null
);

create table removals.transition (
  removal_id uuid not null,
  seq integer not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  actor_id uuid not null,
  at timestamp with time zone not null
);

create table staff.credential (
  id uuid not null,
  member_id uuid not null,
  type text not null,
  requirement text,
  title text not null,
  number_sealed text,
  issued_on date not null,
  valid_until date,
  result text,
  file_id uuid,
  entered_by uuid not null,
  entered_at timestamp with time zone not null
);

create table staff.expiry (
  id uuid not null,
  institution_id uuid not null,
  kind text not null,
  district text not null,
  township text,
  thing text not null,
  what text not null,
  member_id uuid,
  ends_on date not null,
  status text not null,
  stage smallint not null,
  next_look_on date,
  finding text,
  finding_note text,
  checked_on date,
  opened_at timestamp with time zone not null,
  version integer not null
);

create table staff.expiry_transition (
  expiry_id uuid not null,
  seq integer not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  finding text,
  reason text,
  actor_id uuid not null,
  at timestamp with time zone not null
);

create table staff.file (
  id uuid not null,
  member_id uuid not null,
  sm3 character(64) not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null
);

create table staff.member (
  id uuid not null,
  institution_id uuid not null,
  name_sealed text not null,
  name_index text not null,
  post text not null,
  employed_on date not null,
  left_on date,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  version integer not null
);

create table unfiled.site (
  id uuid not null,
  kind text not null,
  district text not null,
  township text,
  name text not null,
  address text not null,
  uscc text,
  source text not null,
  found_on date not null,
  clue text not null,
  status text not null,
  due_on date,
  institution_id uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  version integer not null
);

create table unfiled.site_transition (
  site_id uuid not null,
  seq integer not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  actor_id uuid not null,
  at timestamp with time zone not null,
  note text,
  visited_on date
);

create table workbench.form_draft (
  person_id uuid not null,
  key text not null,
  content_sealed text not null,
  version integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table workbench.inbox (
  person_id uuid not null,
  last integer not null
);

create table workbench.notification (
  person_id uuid not null,
  id integer not null,
  type text not null,
  subject_type text,
  subject_id uuid,
  title text not null,
  occasion text not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  awaits text,
  matter_id uuid,
  done_at timestamp with time zone
);

create table workbench.overdue (
  id uuid not null,
  type text not null,
  subject_type text not null,
  subject_id uuid not null,
  due_on date not null,
  title text not null,
  detail text not null,
  district text not null,
  township text,
  department text not null,
  permission text not null,
  assignees uuid[] not null,
  concerned uuid[] not null,
  level text not null,
  place text not null,
  status text not null,
  raised_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  version integer not null,
  lacking text
);

create table workbench.overdue_step (
  overdue_id uuid not null,
  seq integer not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  level text not null,
  actor_id uuid not null,
  at timestamp with time zone not null,
  note text
);


-- Constraints

alter table access.acting_change add constraint acting_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table access.acting_change add constraint acting_change_pkey PRIMARY KEY (seq);
alter table access.acting_change add constraint acting_change_ends_absence TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table access.disclosure add constraint disclosure_fields_check CHECK ((cardinality(fields) > 0));
alter table access.disclosure add constraint disclosure_reason_check CHECK ((reason <> ''::text));
alter table access.disclosure add constraint disclosure_subject_type_check CHECK ((subject_type = ANY (ARRAY['filing'::text, 'institution'::text, 'rating-follow-up'::text])));
alter table access.disclosure add constraint disclosure_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table access.disclosure add constraint disclosure_pkey PRIMARY KEY (id);
alter table access.known_device add constraint known_device_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table access.known_device add constraint known_device_pkey PRIMARY KEY (token_hash);
alter table access.password_giver add constraint password_giver_giver_id_fkey FOREIGN KEY (giver_id) REFERENCES access.person(id);
alter table access.password_giver add constraint password_giver_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table access.password_giver add constraint password_giver_pkey PRIMARY KEY (person_id, giver_id);
alter table access.person add constraint person_roles_check CHECK ((cardinality(roles) > 0));
alter table access.person add constraint person_username_check CHECK ((username = lower(username)));
alter table access.person add constraint person_password_given_by_fkey FOREIGN KEY (password_given_by) REFERENCES access.person(id);
alter table access.person add constraint person_pkey PRIMARY KEY (id);
alter table access.person add constraint person_username_key UNIQUE (username);
alter table access.session add constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table access.session add constraint session_pkey PRIMARY KEY (token_hash);
alter table access.unknown_name add constraint unknown_name_pkey PRIMARY KEY (name_hash);
alter table audit.checkpoint add constraint checkpoint_root_check CHECK ((length(root) = 32));
alter table audit.checkpoint add constraint checkpoint_signature_check CHECK ((signature ~ '^[0-9a-f]{128}$'::text));
alter table audit.checkpoint add constraint checkpoint_size_check CHECK ((size > 0));
alter table audit.checkpoint add constraint checkpoint_pkey PRIMARY KEY (size);
alter table audit.entry add constraint entry_leaf_hash_check CHECK ((length(leaf_hash) = 32));
alter table audit.entry add constraint entry_pkey PRIMARY KEY (id);
alter table audit.leaf add constraint leaf_leaf_hash_check CHECK ((length(leaf_hash) = 32));
alter table audit.leaf add constraint leaf_seq_check CHECK ((seq >= 0));
alter table audit.leaf add constraint leaf_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES audit.entry(id);
alter table audit.leaf add constraint leaf_pkey PRIMARY KEY (seq);
alter table audit.leaf add constraint leaf_entry_id_key UNIQUE (entry_id);
alter table audit.node add constraint node_hash_check CHECK ((length(hash) = 32));
alter table audit.node add constraint node_level_check CHECK (((level >= 1) AND (level <= 62)));
alter table audit.node add constraint node_position_check CHECK (("position" >= 0));
alter table audit.node add constraint node_pkey PRIMARY KEY (level, "position");
alter table audit.pending add constraint pending_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES audit.entry(id);
alter table audit.pending add constraint pending_pkey PRIMARY KEY (entry_id);
alter table credit.account add constraint account_grade_check CHECK ((grade = ANY (ARRAY['A'::bpchar, 'B'::bpchar, 'C'::bpchar, 'D'::bpchar])));
alter table credit.account add constraint account_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table credit.account add constraint account_score_check CHECK (((score >= 0) AND (score <= 100)));
alter table credit.account add constraint account_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table credit.account add constraint account_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table credit.account add constraint account_pkey PRIMARY KEY (institution_id);
alter table credit.event add constraint event_check CHECK ((expires_on > effective_on));
alter table credit.event add constraint event_direction_check CHECK ((direction = ANY (ARRAY['DEDUCT'::text, 'BONUS'::text])));
alter table credit.event add constraint event_forces_grade_check CHECK ((forces_grade = ANY (ARRAY['A'::bpchar, 'B'::bpchar, 'C'::bpchar, 'D'::bpchar])));
alter table credit.event add constraint event_half_life_months_check CHECK ((half_life_months > 0));
alter table credit.event add constraint event_points_check CHECK ((points > 0));
alter table credit.event add constraint event_source_type_check CHECK ((source_type = ANY (ARRAY['INSPECTION_RESULT'::text, 'PENALTY'::text, 'COMMITMENT'::text, 'IMPORT'::text])));
alter table credit.event add constraint event_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table credit.event add constraint event_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES credit.account(institution_id);
alter table credit.event add constraint event_pkey PRIMARY KEY (id);
alter table credit.event add constraint event_source_type_source_id_rule_code_item_key UNIQUE (source_type, source_id, rule_code, item);
alter table credit.event_lift add constraint event_lift_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table credit.event_lift add constraint event_lift_event_id_fkey FOREIGN KEY (event_id) REFERENCES credit.event(id);
alter table credit.event_lift add constraint event_lift_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES credit.account(institution_id);
alter table credit.event_lift add constraint event_lift_pkey PRIMARY KEY (event_id);
alter table credit.grade_change add constraint grade_change_from_grade_check CHECK ((from_grade = ANY (ARRAY['A'::bpchar, 'B'::bpchar, 'C'::bpchar, 'D'::bpchar])));
alter table credit.grade_change add constraint grade_change_score_check CHECK (((score >= 0) AND (score <= 100)));
alter table credit.grade_change add constraint grade_change_seq_check CHECK ((seq > 0));
alter table credit.grade_change add constraint grade_change_to_grade_check CHECK ((to_grade = ANY (ARRAY['A'::bpchar, 'B'::bpchar, 'C'::bpchar, 'D'::bpchar])));
alter table credit.grade_change add constraint grade_change_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table credit.grade_change add constraint grade_change_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES credit.account(institution_id);
alter table credit.grade_change add constraint grade_change_pkey PRIMARY KEY (institution_id, seq);
alter table enforcement.case_finding add constraint case_finding_severity_check CHECK ((severity = ANY (ARRAY['V'::text, 'H'::text, 'M'::text, 'L'::text])));
alter table enforcement.case_finding add constraint case_finding_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.penalty_case(id);
alter table enforcement.case_finding add constraint case_finding_pkey PRIMARY KEY (case_id, finding_id);
alter table enforcement.case_statement add constraint case_statement_channel_check CHECK ((channel = ANY (ARRAY['PARTY'::text, 'RECORDED'::text])));
alter table enforcement.case_statement add constraint case_statement_nature_check CHECK ((nature = ANY (ARRAY['STATEMENT'::text, 'WAIVER'::text])));
alter table enforcement.case_statement add constraint case_statement_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.penalty_case(id);
alter table enforcement.case_statement add constraint case_statement_pkey PRIMARY KEY (id);
alter table enforcement.case_transition add constraint case_transition_seq_check CHECK ((seq > 0));
alter table enforcement.case_transition add constraint case_transition_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.penalty_case(id);
alter table enforcement.case_transition add constraint case_transition_pkey PRIMARY KEY (case_id, seq);
alter table enforcement.decision_service add constraint decision_service_corrected CHECK (((number = 1) = (reason IS NULL)));
alter table enforcement.decision_service add constraint decision_service_entered CHECK (((entered_by IS NOT NULL) OR ((number = 1) AND (service = 'ONLINE'::text))));
alter table enforcement.decision_service add constraint decision_service_happened CHECK (((served_on <= ((entered_at AT TIME ZONE 'Asia/Shanghai'::text))::date) AND (received_on >= served_on)));
alter table enforcement.decision_service add constraint decision_service_noted CHECK (((service = 'ONLINE'::text) = (service_note IS NULL)));
alter table enforcement.decision_service add constraint decision_service_number_check CHECK ((number > 0));
alter table enforcement.decision_service add constraint decision_service_service_check CHECK ((service = ANY (ARRAY['ONLINE'::text, 'DELIVERED'::text])));
alter table enforcement.decision_service add constraint decision_service_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.penalty_case(id);
alter table enforcement.decision_service add constraint decision_service_pkey PRIMARY KEY (case_id, number);
alter table enforcement.number_series add constraint number_series_last_check CHECK ((last > 0));
alter table enforcement.number_series add constraint number_series_pkey PRIMARY KEY (series);
alter table enforcement.penalty_case add constraint case_decided CHECK ((((status = ANY (ARRAY['DECIDED'::text, 'NOT_PENALISED'::text])) = (decided_on IS NOT NULL)) AND ((status = 'DECIDED'::text) = (decision_measures IS NOT NULL)) AND ((status = 'DECIDED'::text) = (publicity_class IS NOT NULL)) AND ((decided_on IS NULL) = (decision_number IS NULL))));
alter table enforcement.penalty_case add constraint case_not_heavier CHECK (((decision_measures IS NULL) OR ((decision_measures <@ notice_measures) AND (decision_amount_fen <= notice_amount_fen))));
alter table enforcement.penalty_case add constraint case_notice_served CHECK ((((notice_service IS NULL) AND (notice_service_note IS NULL) AND (notice_served_on IS NULL)) OR ((noticed_on IS NOT NULL) AND (notice_service = ANY (ARRAY['ONLINE'::text, 'DELIVERED'::text])) AND ((notice_service = 'ONLINE'::text) = (notice_service_note IS NULL)) AND (notice_served_on IS NOT NULL) AND (notice_served_on <= noticed_on))));
alter table enforcement.penalty_case add constraint case_noticed CHECK ((((notice_paper_on IS NULL) = (notice_measures IS NULL)) AND ((noticed_on IS NULL) = (statement_until IS NULL)) AND ((noticed_on IS NULL) OR ((notice_paper_on IS NOT NULL) AND (notice_paper_on <= noticed_on))) AND ((noticed_on IS NOT NULL) OR (status = ANY (ARRAY['OPENED'::text, 'PREPARED'::text, 'NOT_PENALISED'::text]))) AND ((status <> 'OPENED'::text) OR (notice_paper_on IS NULL)) AND ((status <> 'PREPARED'::text) OR ((notice_paper_on IS NOT NULL) AND (noticed_on IS NULL)))));
alter table enforcement.penalty_case add constraint case_prior_order CHECK ((((prior_order_number IS NULL) = (prior_ordered_on IS NULL)) AND ((prior_order_number IS NULL) = (prior_order_due_on IS NULL)) AND ((prior_order_number IS NULL) OR (notice_paper_on IS NOT NULL)) AND (prior_ordered_on <= prior_order_due_on) AND (prior_order_due_on < notice_paper_on)));
alter table enforcement.penalty_case add constraint case_to_serve CHECK (((serve_by IS NULL) OR (decided_on IS NOT NULL)));
alter table enforcement.penalty_case add constraint penalty_case_decision_amount_fen_check CHECK ((decision_amount_fen >= 0));
alter table enforcement.penalty_case add constraint penalty_case_investigators_check CHECK ((cardinality(investigators) >= 2));
alter table enforcement.penalty_case add constraint penalty_case_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table enforcement.penalty_case add constraint penalty_case_notice_amount_fen_check CHECK ((notice_amount_fen >= 0));
alter table enforcement.penalty_case add constraint penalty_case_notice_severity_check CHECK ((notice_severity = ANY (ARRAY['GENERAL'::text, 'REFUSES'::text, 'SERIOUS'::text])));
alter table enforcement.penalty_case add constraint penalty_case_publicity_class_check CHECK ((publicity_class = ANY (ARRAY['MINOR'::text, 'GENERAL'::text, 'SERIOUS'::text])));
alter table enforcement.penalty_case add constraint penalty_case_status_check CHECK ((status = ANY (ARRAY['OPENED'::text, 'PREPARED'::text, 'NOTICED'::text, 'STATED'::text, 'DECIDED'::text, 'NOT_PENALISED'::text])));
alter table enforcement.penalty_case add constraint penalty_case_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table enforcement.penalty_case add constraint penalty_case_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table enforcement.penalty_case add constraint penalty_case_party_id_fkey FOREIGN KEY (party_id) REFERENCES access.person(id);
alter table enforcement.penalty_case add constraint penalty_case_pkey PRIMARY KEY (id);
alter table enforcement.penalty_case add constraint penalty_case_case_number_key UNIQUE (case_number);
alter table enforcement.penalty_case add constraint penalty_case_decision_number_key UNIQUE (decision_number);
alter table enforcement.statement_file add constraint statement_file_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement.penalty_case(id);
alter table enforcement.statement_file add constraint statement_file_id_fkey FOREIGN KEY (id) REFERENCES platform.stored_file(id);
alter table enforcement.statement_file add constraint statement_file_pkey PRIMARY KEY (id);
alter table exchange.access_key add constraint access_key_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES exchange.partner(id);
alter table exchange.access_key add constraint access_key_pkey PRIMARY KEY (id);
alter table exchange.applicant add constraint applicant_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES exchange.partner(id);
alter table exchange.applicant add constraint applicant_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table exchange.applicant add constraint applicant_pkey PRIMARY KEY (partner_id, reference);
alter table exchange.change add constraint change_seq_check CHECK ((seq > 0));
alter table exchange.change add constraint change_case_id_fkey FOREIGN KEY (case_id) REFERENCES exchange.partner_case(id);
alter table exchange.change add constraint change_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES exchange.partner(id);
alter table exchange.change add constraint change_pkey PRIMARY KEY (id);
alter table exchange.change add constraint change_case_id_seq_key UNIQUE (case_id, seq);
alter table exchange.delivery add constraint delivery_state_check CHECK ((state = ANY (ARRAY['PENDING'::text, 'DELIVERED'::text, 'DEAD'::text])));
alter table exchange.delivery add constraint delivery_case_id_fkey FOREIGN KEY (case_id) REFERENCES exchange.partner_case(id);
alter table exchange.delivery add constraint delivery_change_id_fkey FOREIGN KEY (change_id) REFERENCES exchange.change(id);
alter table exchange.delivery add constraint delivery_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES exchange.partner(id);
alter table exchange.delivery add constraint delivery_pkey PRIMARY KEY (change_id);
alter table exchange.folder add constraint folder_check CHECK ((writing_to > "position"));
alter table exchange.folder add constraint folder_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES exchange.partner(id);
alter table exchange.folder add constraint folder_pkey PRIMARY KEY (partner_id);
alter table exchange.folder_entry add constraint folder_entry_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES exchange.partner(id);
alter table exchange.folder_entry add constraint folder_entry_pkey PRIMARY KEY (partner_id, reference, content);
alter table exchange.folder_file add constraint folder_file_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'READ'::text, 'DONE'::text, 'FAILED'::text])));
alter table exchange.folder_file add constraint folder_file_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES exchange.partner(id);
alter table exchange.folder_file add constraint folder_file_pkey PRIMARY KEY (id);
alter table exchange.nonce add constraint nonce_key_id_fkey FOREIGN KEY (key_id) REFERENCES exchange.access_key(id);
alter table exchange.nonce add constraint nonce_pkey PRIMARY KEY (key_id, nonce);
alter table exchange.partner add constraint partner_algorithm_check CHECK ((algorithm = ANY (ARRAY['SM3'::text, 'SHA256'::text])));
alter table exchange.partner add constraint partner_districts_check CHECK ((cardinality(districts) > 0));
alter table exchange.partner add constraint partner_folder_check CHECK (((folder ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(folder) <= 64)));
alter table exchange.partner add constraint partner_kinds_check CHECK (((cardinality(kinds) > 0) AND (kinds <@ '{ELDERLY_CARE,CHILDCARE}'::text[])));
alter table exchange.partner add constraint partner_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)));
alter table exchange.partner add constraint partner_pkey PRIMARY KEY (id);
alter table exchange.partner_case add constraint partner_case_reference_check CHECK (((char_length(reference) >= 1) AND (char_length(reference) <= 64)));
alter table exchange.partner_case add constraint partner_case_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES access.person(id);
alter table exchange.partner_case add constraint partner_case_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES exchange.partner(id);
alter table exchange.partner_case add constraint partner_case_pkey PRIMARY KEY (id);
alter table exchange.partner_case add constraint partner_case_filing_id_key UNIQUE (filing_id);
alter table exchange.partner_case add constraint partner_case_partner_id_reference_key UNIQUE (partner_id, reference);
alter table feedback.addition add constraint addition_words_check CHECK ((char_length(words) <= 500));
alter table feedback.addition add constraint addition_rating_id_fkey FOREIGN KEY (rating_id) REFERENCES feedback.rating(id);
alter table feedback.addition add constraint addition_pkey PRIMARY KEY (rating_id);
alter table feedback.follow_up add constraint follow_up_ended CHECK (((ended_at IS NOT NULL) = (status = ANY (ARRAY['RESOLVED'::text, 'UNFOUNDED'::text]))));
alter table feedback.follow_up add constraint follow_up_raised_for_check CHECK ((raised_for = ANY (ARRAY['INVOLVED'::text, 'ABSENT'::text])));
alter table feedback.follow_up add constraint follow_up_status_check CHECK ((status = ANY (ARRAY['OPEN'::text, 'CONTACTED'::text, 'RESOLVED'::text, 'UNFOUNDED'::text])));
alter table feedback.follow_up add constraint follow_up_version_check CHECK ((version > 0));
alter table feedback.follow_up add constraint follow_up_rating_id_fkey FOREIGN KEY (rating_id) REFERENCES feedback.rating(id);
alter table feedback.follow_up add constraint follow_up_pkey PRIMARY KEY (id);
alter table feedback.follow_up add constraint follow_up_rating_id_key UNIQUE (rating_id);
alter table feedback.follow_up_transition add constraint follow_up_transition_action_check CHECK ((action = ANY (ARRAY['contact'::text, 'resolve'::text, 'dismiss'::text, 'reopen'::text])));
alter table feedback.follow_up_transition add constraint follow_up_transition_from_state_check CHECK ((from_state = ANY (ARRAY['OPEN'::text, 'CONTACTED'::text, 'RESOLVED'::text, 'UNFOUNDED'::text])));
alter table feedback.follow_up_transition add constraint follow_up_transition_seq_check CHECK ((seq > 0));
alter table feedback.follow_up_transition add constraint follow_up_transition_to_state_check CHECK ((to_state = ANY (ARRAY['OPEN'::text, 'CONTACTED'::text, 'RESOLVED'::text, 'UNFOUNDED'::text])));
alter table feedback.follow_up_transition add constraint follow_up_transition_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES feedback.follow_up(id);
alter table feedback.follow_up_transition add constraint follow_up_transition_pkey PRIMARY KEY (follow_up_id, seq);
alter table feedback.rating add constraint rating_action_check CHECK ((action = ANY (ARRAY['submit'::text, 'admit'::text, 'dismiss'::text, 'extend'::text, 'return'::text, 'refuse'::text, 'accept'::text, 'visit'::text, 'revisit'::text, 'recheck'::text, 'keepPromise'::text, 'returnPromise'::text, 'breakPromise'::text, 'checkClosure'::text, 'retract'::text])));
alter table feedback.rating add constraint rating_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table feedback.rating add constraint rating_level_check CHECK ((level = ANY (ARRAY['VERY_SATISFIED'::text, 'SATISFIED'::text, 'BASICALLY_SATISFIED'::text, 'DISSATISFIED'::text, 'VERY_DISSATISFIED'::text])));
alter table feedback.rating add constraint rating_process CHECK ((process = ANY (ARRAY['filing'::text, 'filing-verification'::text, 'commitment'::text, 'closure-follow-up'::text, 'filing-retraction'::text])));
alter table feedback.rating add constraint rating_step_check CHECK ((step > 0));
alter table feedback.rating add constraint rating_words_check CHECK ((char_length(words) <= 500));
alter table feedback.rating add constraint rating_pkey PRIMARY KEY (id);
alter table feedback.rating add constraint rating_once UNIQUE (process, record_id, step);
alter table filings.assignment add constraint assignment_act_check CHECK ((act = ANY (ARRAY['TAKEN'::text, 'TAKEN_OVER'::text, 'ASSIGNED'::text, 'HANDED_OVER'::text, 'RELEASED'::text, 'DECIDED'::text, 'LEFT'::text])));
alter table filings.assignment add constraint assignment_note CHECK (((note IS NOT NULL) OR (act <> ALL (ARRAY['HANDED_OVER'::text, 'RELEASED'::text]))));
alter table filings.assignment add constraint assignment_person CHECK (((person_id IS NULL) = (act = ANY (ARRAY['RELEASED'::text, 'LEFT'::text]))));
alter table filings.assignment add constraint assignment_seq_check CHECK ((seq > 0));
alter table filings.assignment add constraint assignment_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.assignment add constraint assignment_pkey PRIMARY KEY (filing_id, seq);
alter table filings.case_holder add constraint case_holder_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.case_holder add constraint case_holder_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table filings.case_holder add constraint case_holder_pkey PRIMARY KEY (filing_id);
alter table filings.case_note add constraint case_note_text_check CHECK ((text <> ''::text));
alter table filings.case_note add constraint case_note_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.case_note add constraint case_note_pkey PRIMARY KEY (id);
alter table filings.closure_file add constraint closure_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.stored_file(id);
alter table filings.closure_file add constraint closure_file_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.closure_follow_up(filing_id);
alter table filings.closure_file add constraint closure_file_pkey PRIMARY KEY (file_id);
alter table filings.closure_follow_up add constraint closure_follow_up_due CHECK (((due_on IS NOT NULL) = (status <> ALL (ARRAY['CALLED_OFF'::text, 'SETTLED'::text]))));
alter table filings.closure_follow_up add constraint closure_follow_up_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table filings.closure_follow_up add constraint closure_follow_up_status CHECK ((status = ANY (ARRAY['OPEN'::text, 'UNSETTLED'::text, 'REPORTED'::text, 'CALLED_OFF'::text, 'SETTLED'::text])));
alter table filings.closure_follow_up add constraint closure_follow_up_successor CHECK (((successor_id IS NULL) = (successor_account IS NULL)));
alter table filings.closure_follow_up add constraint closure_follow_up_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES access.person(id);
alter table filings.closure_follow_up add constraint closure_follow_up_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table filings.closure_follow_up add constraint closure_follow_up_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.closure_follow_up add constraint closure_follow_up_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table filings.closure_follow_up add constraint closure_follow_up_successor_account_fkey FOREIGN KEY (successor_account) REFERENCES access.person(id);
alter table filings.closure_follow_up add constraint closure_follow_up_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES institutions.institution(id);
alter table filings.closure_follow_up add constraint closure_follow_up_township_fkey FOREIGN KEY (township) REFERENCES reference.district(code);
alter table filings.closure_follow_up add constraint closure_follow_up_pkey PRIMARY KEY (filing_id);
alter table filings.closure_record add constraint closure_record_action_check CHECK ((action = ANY (ARRAY['settle'::text, 'remain'::text, 'correct'::text, 'reopen'::text])));
alter table filings.closure_record add constraint closure_record_from_status_check CHECK ((from_status = ANY (ARRAY['OPEN'::text, 'UNSETTLED'::text, 'REPORTED'::text, 'SETTLED'::text])));
alter table filings.closure_record add constraint closure_record_placed_check CHECK ((placed = ANY (ARRAY['ALL'::text, 'NOT_ALL'::text, 'NOBODY'::text])));
alter table filings.closure_record add constraint closure_record_refunded_check CHECK ((refunded = ANY (ARRAY['ALL'::text, 'NOT_ALL'::text, 'NOTHING'::text])));
alter table filings.closure_record add constraint closure_record_said CHECK ((((to_status = 'SETTLED'::text) = ((placed <> 'NOT_ALL'::text) AND (refunded <> 'NOT_ALL'::text))) AND ((to_status = 'SETTLED'::text) OR (words ~ '[^[:space:]]'::text))));
alter table filings.closure_record add constraint closure_record_seq_check CHECK ((seq > 0));
alter table filings.closure_record add constraint closure_record_to_status_check CHECK ((to_status = ANY (ARRAY['OPEN'::text, 'UNSETTLED'::text, 'SETTLED'::text])));
alter table filings.closure_record add constraint closure_record_why CHECK (((action = ANY (ARRAY['settle'::text, 'remain'::text])) OR (reason ~ '[^[:space:]]'::text)));
alter table filings.closure_record add constraint closure_record_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.closure_follow_up(filing_id);
alter table filings.closure_record add constraint closure_record_pkey PRIMARY KEY (filing_id, seq);
alter table filings.closure_report add constraint closure_report_seq_check CHECK ((seq > 1));
alter table filings.closure_report add constraint closure_report_statement_check CHECK ((statement ~ '[^[:space:]]'::text));
alter table filings.closure_report add constraint closure_report_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.closure_follow_up(filing_id);
alter table filings.closure_report add constraint closure_report_pkey PRIMARY KEY (filing_id, seq);
alter table filings.commitment add constraint commitment_bound CHECK (((num_nonnulls(applicant_id, kind, district, filing_name) =
CASE
    WHEN (due_on IS NULL) THEN 0
    ELSE 4
END) AND ((township IS NULL) OR (due_on IS NOT NULL))));
alter table filings.commitment add constraint commitment_checked_in_time CHECK (((check_by IS NOT NULL) = (status = 'HANDED_IN'::text)));
alter table filings.commitment add constraint commitment_days_check CHECK ((days > 0));
alter table filings.commitment add constraint commitment_due CHECK (((due_on IS NULL) = (status = ANY (ARRAY['GIVEN'::text, 'WITHDRAWN'::text]))));
alter table filings.commitment add constraint commitment_status_check CHECK ((status = ANY (ARRAY['GIVEN'::text, 'OPEN'::text, 'HANDED_IN'::text, 'KEPT'::text, 'BREACHED'::text, 'WITHDRAWN'::text, 'LAPSED'::text])));
alter table filings.commitment add constraint commitment_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.commitment add constraint commitment_material_id_fkey FOREIGN KEY (material_id) REFERENCES filings.material(id);
alter table filings.commitment add constraint commitment_pkey PRIMARY KEY (id);
alter table filings.commitment_transition add constraint commitment_transition_seq_check CHECK ((seq > 0));
alter table filings.commitment_transition add constraint commitment_transition_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES filings.commitment(id);
alter table filings.commitment_transition add constraint commitment_transition_pkey PRIMARY KEY (commitment_id, seq);
alter table filings.disclosure add constraint disclosure_action CHECK ((action = ANY (ARRAY['publish'::text, 'correct'::text, 'withdraw'::text])));
alter table filings.disclosure add constraint disclosure_seq_check CHECK ((seq > 0));
alter table filings.disclosure add constraint disclosure_status CHECK ((to_status = ANY (ARRAY['UNPUBLISHED'::text, 'PUBLISHED'::text, 'WITHDRAWN'::text])));
alter table filings.disclosure add constraint disclosure_words CHECK (((reason IS NOT NULL) = (to_status = 'PUBLISHED'::text)));
alter table filings.disclosure add constraint disclosure_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.disclosure add constraint disclosure_pkey PRIMARY KEY (filing_id, seq);
alter table filings.extension add constraint extension_answer CHECK (((answer IS NOT NULL) = (status = 'DECLINED'::text)));
alter table filings.extension add constraint extension_by_another CHECK (((status <> ALL (ARRAY['APPROVED'::text, 'DECLINED'::text])) OR (ended_by <> asked_by)));
alter table filings.extension add constraint extension_check CHECK ((due_after > due_before));
alter table filings.extension add constraint extension_days_check CHECK ((days > 0));
alter table filings.extension add constraint extension_ended CHECK ((((status = 'ASKED'::text) = (ended_at IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL))));
alter table filings.extension add constraint extension_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table filings.extension add constraint extension_reason_check CHECK ((reason <> ''::text));
alter table filings.extension add constraint extension_status CHECK ((status = ANY (ARRAY['ASKED'::text, 'APPROVED'::text, 'DECLINED'::text, 'LAPSED'::text])));
alter table filings.extension add constraint extension_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table filings.extension add constraint extension_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.extension add constraint extension_township_fkey FOREIGN KEY (township) REFERENCES reference.district(code);
alter table filings.extension add constraint extension_pkey PRIMARY KEY (id);
alter table filings.filing add constraint filing_accepted CHECK ((((status = 'ACCEPTED'::text) = (filing_number IS NOT NULL)) AND ((filing_number IS NULL) = (filed_on IS NULL)) AND ((institution_id IS NOT NULL) = ((type <> 'INITIAL'::text) OR (filing_number IS NOT NULL)))));
alter table filings.filing add constraint filing_admission CHECK (((admit_by IS NULL) OR (regime = 'LICENCE'::text)));
alter table filings.filing add constraint filing_admitted CHECK (((admitted_on IS NULL) OR (admit_by IS NOT NULL)));
alter table filings.filing add constraint filing_assistance CHECK ((((assistance_ended_at IS NULL) OR (entered_by IS NOT NULL)) AND (entered_by <> applicant_id)));
alter table filings.filing add constraint filing_authority CHECK (((authority IS NULL) OR ((kind = 'ELDERLY_CARE'::text) AND (authority ~~ '%00'::text))));
alter table filings.filing add constraint filing_base CHECK ((((base_application IS NOT NULL) = (type = 'CHANGE'::text)) AND ((base_personal IS NOT NULL) = (type = 'CHANGE'::text))));
alter table filings.filing add constraint filing_correction CHECK (((correct_by IS NOT NULL) = (status = 'RETURNED'::text)));
alter table filings.filing add constraint filing_due CHECK (((due_on IS NOT NULL) = (status = 'SUBMITTED'::text)));
alter table filings.filing add constraint filing_extended CHECK (((extended_from IS NULL) OR ((regime = 'LICENCE'::text) AND (extended_from < due_on))));
alter table filings.filing add constraint filing_form_version_check CHECK ((form_version > 0));
alter table filings.filing add constraint filing_handed_in CHECK ((((round = 0) = (status = ANY (ARRAY['DRAFT'::text, 'ABANDONED'::text]))) AND ((round = 0) = (submitted_at IS NULL))));
alter table filings.filing add constraint filing_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table filings.filing add constraint filing_licence CHECK ((((regime = 'LICENCE'::text) = (licence_law IS NOT NULL)) AND ((regime = 'FILING'::text) OR (kind = 'CHILDCARE'::text)) AND ((valid_until IS NULL) OR ((regime = 'LICENCE'::text) AND (status = 'ACCEPTED'::text)))));
alter table filings.filing add constraint filing_name_check CHECK ((name <> ''::text));
alter table filings.filing add constraint filing_prolongs CHECK (((prolongs IS NULL) OR (type = 'SUSPENSION'::text)));
alter table filings.filing add constraint filing_regime_check CHECK ((regime = ANY (ARRAY['FILING'::text, 'LICENCE'::text])));
alter table filings.filing add constraint filing_renewal CHECK ((((renews IS NULL) = (renews_until IS NULL)) AND ((renews IS NULL) = (renews_in_time IS NULL)) AND ((renews IS NULL) OR ((regime = 'LICENCE'::text) AND (type = 'INITIAL'::text)))));
alter table filings.filing add constraint filing_round_check CHECK ((round >= 0));
alter table filings.filing add constraint filing_status CHECK ((status = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'RETURNED'::text, 'DISMISSED'::text, 'REFUSED'::text, 'ACCEPTED'::text, 'LAPSED'::text, 'WITHDRAWN'::text, 'ABANDONED'::text])));
alter table filings.filing add constraint filing_type_check CHECK ((type = ANY (ARRAY['INITIAL'::text, 'CHANGE'::text, 'SUSPENSION'::text, 'RESUMPTION'::text, 'CLOSURE'::text])));
alter table filings.filing add constraint filing_uscc_check CHECK ((uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'::text));
alter table filings.filing add constraint filing_account_given_by_fkey FOREIGN KEY (account_given_by) REFERENCES access.person(id);
alter table filings.filing add constraint filing_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES access.person(id);
alter table filings.filing add constraint filing_authority_fkey FOREIGN KEY (authority) REFERENCES reference.district(code);
alter table filings.filing add constraint filing_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table filings.filing add constraint filing_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES access.person(id);
alter table filings.filing add constraint filing_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table filings.filing add constraint filing_township_fkey FOREIGN KEY (township) REFERENCES reference.district(code);
alter table filings.filing add constraint filing_pkey PRIMARY KEY (id);
alter table filings.hand add constraint hand_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id) ON DELETE CASCADE;
alter table filings.hand add constraint hand_pkey PRIMARY KEY (filing_id, person_id);
alter table filings.material add constraint material_version_check CHECK ((version > 0));
alter table filings.material add constraint material_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.stored_file(id);
alter table filings.material add constraint material_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.material add constraint material_pkey PRIMARY KEY (id);
alter table filings.material add constraint material_filing_id_code_version_key UNIQUE (filing_id, code, version);
alter table filings.number_counter add constraint number_counter_last_check CHECK ((last > 0));
alter table filings.number_counter add constraint number_counter_letters_check CHECK ((letters = ANY (ARRAY['YL'::text, 'TY'::text, 'JT'::text, 'TYXK'::text, 'JTXK'::text])));
alter table filings.number_counter add constraint number_counter_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table filings.number_counter add constraint number_counter_pkey PRIMARY KEY (district, letters, year);
alter table filings.opinion add constraint opinion_answer CHECK (((answer IS NOT NULL) = (status = 'ANSWERED'::text)));
alter table filings.opinion add constraint opinion_answer_check CHECK ((answer = ANY (ARRAY['AGREE'::text, 'DISAGREE'::text, 'NO_OPINION'::text])));
alter table filings.opinion add constraint opinion_ended CHECK ((((status = 'ASKED'::text) = (ended_at IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL))));
alter table filings.opinion add constraint opinion_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table filings.opinion add constraint opinion_question_check CHECK ((question <> ''::text));
alter table filings.opinion add constraint opinion_reasons CHECK (((reasons IS NOT NULL) OR (status = 'ASKED'::text) OR (answer = ANY (ARRAY['AGREE'::text, 'NO_OPINION'::text]))));
alter table filings.opinion add constraint opinion_round_check CHECK ((round > 0));
alter table filings.opinion add constraint opinion_status CHECK ((status = ANY (ARRAY['ASKED'::text, 'ANSWERED'::text, 'WITHDRAWN'::text, 'WAIVED'::text])));
alter table filings.opinion add constraint opinion_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table filings.opinion add constraint opinion_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.opinion add constraint opinion_township_fkey FOREIGN KEY (township) REFERENCES reference.district(code);
alter table filings.opinion add constraint opinion_pkey PRIMARY KEY (id);
alter table filings.opinion_file add constraint opinion_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.stored_file(id);
alter table filings.opinion_file add constraint opinion_file_opinion_id_fkey FOREIGN KEY (opinion_id) REFERENCES filings.opinion(id);
alter table filings.opinion_file add constraint opinion_file_pkey PRIMARY KEY (file_id);
alter table filings.opinion_transition add constraint opinion_transition_action_check CHECK ((action = ANY (ARRAY['answer'::text, 'withdraw'::text, 'waive'::text])));
alter table filings.opinion_transition add constraint opinion_transition_from_status_check CHECK ((from_status = ANY (ARRAY['ASKED'::text, 'ANSWERED'::text, 'WITHDRAWN'::text, 'WAIVED'::text])));
alter table filings.opinion_transition add constraint opinion_transition_seq_check CHECK ((seq > 0));
alter table filings.opinion_transition add constraint opinion_transition_to_status_check CHECK ((to_status = ANY (ARRAY['ASKED'::text, 'ANSWERED'::text, 'WITHDRAWN'::text, 'WAIVED'::text])));
alter table filings.opinion_transition add constraint opinion_transition_opinion_id_fkey FOREIGN KEY (opinion_id) REFERENCES filings.opinion(id);
alter table filings.opinion_transition add constraint opinion_transition_pkey PRIMARY KEY (opinion_id, seq);
alter table filings.paper add constraint paper_kind_check CHECK ((kind ~ '^[A-Z_]+$'::text));
alter table filings.paper add constraint paper_round_check CHECK ((round > 0));
alter table filings.paper add constraint paper_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.paper add constraint paper_pkey PRIMARY KEY (id);
alter table filings.paper add constraint paper_code_digest_key UNIQUE (code_digest);
alter table filings.paper add constraint paper_filing_id_kind_round_key UNIQUE (filing_id, kind, round);
alter table filings.paper add constraint paper_spelling_key UNIQUE (spelling);
alter table filings.paper_counter add constraint paper_counter_last_check CHECK ((last > 0));
alter table filings.paper_counter add constraint paper_counter_pkey PRIMARY KEY (series);
alter table filings.paper_print add constraint paper_print_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.stored_file(id);
alter table filings.paper_print add constraint paper_print_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES filings.paper(id);
alter table filings.paper_print add constraint paper_print_pkey PRIMARY KEY (paper_id);
alter table filings.receipt add constraint receipt_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.stored_file(id);
alter table filings.receipt add constraint receipt_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.receipt add constraint receipt_pkey PRIMARY KEY (filing_id);
alter table filings.remark add constraint remark_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.remark add constraint remark_filing_id_round_fkey FOREIGN KEY (filing_id, round) REFERENCES filings.submission(filing_id, round);
alter table filings.remark add constraint remark_pkey PRIMARY KEY (filing_id, round, "position");
alter table filings.retraction add constraint retraction_answer CHECK (((answer IS NOT NULL) = (status = 'DECLINED'::text)));
alter table filings.retraction add constraint retraction_by_another CHECK (((status <> ALL (ARRAY['GRANTED'::text, 'DECLINED'::text])) OR (ended_by <> asked_by)));
alter table filings.retraction add constraint retraction_ended CHECK ((((status = 'ASKED'::text) = (ended_at IS NULL)) AND ((ended_at IS NULL) = (ended_by IS NULL))));
alter table filings.retraction add constraint retraction_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table filings.retraction add constraint retraction_reason_check CHECK ((reason ~ '[^[:space:]]'::text));
alter table filings.retraction add constraint retraction_seq_check CHECK ((seq > 0));
alter table filings.retraction add constraint retraction_status CHECK ((status = ANY (ARRAY['ASKED'::text, 'GRANTED'::text, 'DECLINED'::text, 'TAKEN_BACK'::text, 'LAPSED'::text])));
alter table filings.retraction add constraint retraction_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table filings.retraction add constraint retraction_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.retraction add constraint retraction_township_fkey FOREIGN KEY (township) REFERENCES reference.district(code);
alter table filings.retraction add constraint retraction_pkey PRIMARY KEY (id);
alter table filings.retraction add constraint retraction_filing_id_seq_key UNIQUE (filing_id, seq);
alter table filings.submission add constraint submission_round_check CHECK ((round > 0));
alter table filings.submission add constraint submission_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.submission add constraint submission_pkey PRIMARY KEY (id);
alter table filings.submission add constraint submission_filing_id_round_key UNIQUE (filing_id, round);
alter table filings.takeover add constraint takeover_relation_check CHECK ((relation = ANY (ARRAY['SAME_PERSON'::text, 'SUCCESSOR'::text, 'BESIDE'::text])));
alter table filings.takeover add constraint takeover_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.takeover add constraint takeover_pkey PRIMARY KEY (id);
alter table filings.transition add constraint transition_action_check CHECK ((action = ANY (ARRAY['submit'::text, 'return'::text, 'refuse'::text, 'accept'::text, 'lapse'::text, 'withdraw'::text, 'abandon'::text, 'extend'::text, 'admit'::text, 'presume'::text, 'dismiss'::text, 'renew'::text])));
alter table filings.transition add constraint transition_from CHECK ((from_status = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'RETURNED'::text, 'DISMISSED'::text, 'REFUSED'::text, 'ACCEPTED'::text, 'LAPSED'::text, 'WITHDRAWN'::text, 'ABANDONED'::text])));
alter table filings.transition add constraint transition_seq_check CHECK ((seq > 0));
alter table filings.transition add constraint transition_to CHECK ((to_status = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'RETURNED'::text, 'DISMISSED'::text, 'REFUSED'::text, 'ACCEPTED'::text, 'LAPSED'::text, 'WITHDRAWN'::text, 'ABANDONED'::text])));
alter table filings.transition add constraint transition_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.transition add constraint transition_pkey PRIMARY KEY (filing_id, seq);
alter table filings.unattended add constraint unattended_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table filings.unattended add constraint unattended_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.unattended add constraint unattended_township_fkey FOREIGN KEY (township) REFERENCES reference.district(code);
alter table filings.unattended add constraint unattended_pkey PRIMARY KEY (filing_id);
alter table filings.verification add constraint verification_about CHECK (((institution_id IS NOT NULL) OR (origin <> 'ACCEPTANCE'::text)));
alter table filings.verification add constraint verification_correct_by CHECK (((correct_by IS NOT NULL) = (status = 'MISMATCH_FOUND'::text)));
alter table filings.verification add constraint verification_due CHECK (((due_on IS NOT NULL) = (status = ANY (ARRAY['OPEN'::text, 'RECHECK'::text]))));
alter table filings.verification add constraint verification_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table filings.verification add constraint verification_ordered CHECK (((purpose IS NULL) = (origin = 'ACCEPTANCE'::text)));
alter table filings.verification add constraint verification_origin CHECK ((origin = ANY (ARRAY['ACCEPTANCE'::text, 'REVIEW'::text, 'ORDERED'::text])));
alter table filings.verification add constraint verification_status CHECK ((status = ANY (ARRAY['OPEN'::text, 'MISMATCH_FOUND'::text, 'RECHECK'::text, 'VERIFIED'::text, 'CANCELLED'::text])));
alter table filings.verification add constraint verification_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES access.person(id);
alter table filings.verification add constraint verification_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table filings.verification add constraint verification_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings.filing(id);
alter table filings.verification add constraint verification_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table filings.verification add constraint verification_township_fkey FOREIGN KEY (township) REFERENCES reference.district(code);
alter table filings.verification add constraint verification_pkey PRIMARY KEY (id);
alter table filings.verification_file add constraint verification_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.stored_file(id);
alter table filings.verification_file add constraint verification_file_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES filings.verification(id);
alter table filings.verification_file add constraint verification_file_pkey PRIMARY KEY (file_id);
alter table filings.verification_transition add constraint verification_transition_action_check CHECK ((action = ANY (ARRAY['confirm'::text, 'mismatch'::text, 'correct'::text, 'amend'::text, 'refile'::text, 'settle'::text, 'withdraw'::text, 'cancel'::text])));
alter table filings.verification_transition add constraint verification_transition_from_status_check CHECK ((from_status = ANY (ARRAY['OPEN'::text, 'MISMATCH_FOUND'::text, 'RECHECK'::text, 'VERIFIED'::text, 'CANCELLED'::text])));
alter table filings.verification_transition add constraint verification_transition_seq_check CHECK ((seq > 0));
alter table filings.verification_transition add constraint verification_transition_to_status_check CHECK ((to_status = ANY (ARRAY['OPEN'::text, 'MISMATCH_FOUND'::text, 'RECHECK'::text, 'VERIFIED'::text, 'CANCELLED'::text])));
alter table filings.verification_transition add constraint verification_transition_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES filings.verification(id);
alter table filings.verification_transition add constraint verification_transition_pkey PRIMARY KEY (verification_id, seq);
alter table filings.verification_visit add constraint verification_visit_accounts CHECK ((cardinality(officer_ids) = cardinality(officers)));
alter table filings.verification_visit add constraint verification_visit_officers_check CHECK ((cardinality(officers) >= 2));
alter table filings.verification_visit add constraint verification_visit_verification_id_seq_fkey FOREIGN KEY (verification_id, seq) REFERENCES filings.verification_transition(verification_id, seq);
alter table filings.verification_visit add constraint verification_visit_pkey PRIMARY KEY (verification_id, seq);
alter table inspections.directory_change add constraint directory_change_act_check CHECK ((act = ANY (ARRAY['LISTED'::text, 'SUSPENDED'::text, 'RESUMED'::text, 'MOVED'::text, 'SHORTENED'::text, 'RENEWED'::text])));
alter table inspections.directory_change add constraint directory_change_departments_check CHECK ((cardinality(departments) > 0));
alter table inspections.directory_change add constraint directory_change_districts_check CHECK ((cardinality(districts) > 0));
alter table inspections.directory_change add constraint directory_change_says_why CHECK (((act = ANY (ARRAY['LISTED'::text, 'RESUMED'::text, 'RENEWED'::text])) OR (reason IS NOT NULL)));
alter table inspections.directory_change add constraint directory_change_inspector_id_fkey FOREIGN KEY (inspector_id) REFERENCES inspections.inspector(id);
alter table inspections.directory_change add constraint directory_change_pkey PRIMARY KEY (id);
alter table inspections.directory_change add constraint directory_change_ends_absence TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table inspections.draw add constraint draw_beacon_confirmed CHECK (((status <> ALL (ARRAY['BEACON_CONFIRMED'::text, 'DRAWN'::text, 'INFEASIBLE'::text, 'OPENED'::text])) OR (beacon_confirmed_by IS NOT NULL)));
alter table inspections.draw add constraint draw_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table inspections.draw add constraint draw_open_is_complete CHECK (((status <> 'OPENED'::text) OR ((nonce IS NOT NULL) AND (seed IS NOT NULL))));
alter table inspections.draw add constraint draw_result CHECK (((status <> ALL (ARRAY['DRAWN'::text, 'OPENED'::text])) OR ((result_digest IS NOT NULL) AND (seed_sealed IS NOT NULL))));
alter table inspections.draw add constraint draw_secret_until_opened CHECK (((status = ANY (ARRAY['OPENED'::text, 'VOIDED'::text])) OR ((nonce IS NULL) AND (seed IS NULL))));
alter table inspections.draw add constraint draw_status_check CHECK ((status = ANY (ARRAY['ANNOUNCED'::text, 'BEACON_ENTERED'::text, 'BEACON_CONFIRMED'::text, 'DRAWN'::text, 'INFEASIBLE'::text, 'OPENED'::text, 'VOIDED'::text])));
alter table inspections.draw add constraint draw_target_count_check CHECK ((target_count > 0));
alter table inspections.draw add constraint draw_two_officials CHECK ((beacon_confirmed_by <> beacon_entered_by));
alter table inspections.draw add constraint draw_void_has_reason CHECK (((status <> 'VOIDED'::text) OR (void_reason IS NOT NULL)));
alter table inspections.draw add constraint draw_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES inspections.plan(id);
alter table inspections.draw add constraint draw_pkey PRIMARY KEY (id);
alter table inspections.draw_absence add constraint draw_absence_cause_check CHECK ((cause = ANY (ARRAY['ACCOUNT'::text, 'DIRECTORY'::text, 'CERTIFICATE'::text, 'RECUSAL'::text])));
alter table inspections.draw_absence add constraint draw_absence_draw_id_seq_fkey FOREIGN KEY (draw_id, seq) REFERENCES inspections.draw_stand_in(draw_id, seq);
alter table inspections.draw_absence add constraint draw_absence_pkey PRIMARY KEY (draw_id, seq, certificate_number);
alter table inspections.draw_absence add constraint draw_absence_ended_meanwhile TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table inspections.draw_absence_end add constraint draw_absence_end_draw_id_seq_certificate_number_fkey FOREIGN KEY (draw_id, seq, certificate_number) REFERENCES inspections.draw_absence(draw_id, seq, certificate_number);
alter table inspections.draw_absence_end add constraint draw_absence_end_pkey PRIMARY KEY (draw_id, seq, certificate_number);
alter table inspections.draw_conflict add constraint draw_conflict_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES inspections.draw(id);
alter table inspections.draw_conflict add constraint draw_conflict_pkey PRIMARY KEY (draw_id, certificate_number, target_id);
alter table inspections.draw_directory add constraint draw_directory_counts CHECK ((LEAST(listed, inactive, available, recused_by_others, recusals_lifted, added, suspended, resumed, moved, shortened, renewed) >= 0));
alter table inspections.draw_directory add constraint draw_directory_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES inspections.draw(id);
alter table inspections.draw_directory add constraint draw_directory_pkey PRIMARY KEY (draw_id, department);
alter table inspections.draw_inspector add constraint draw_inspector_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES inspections.draw(id);
alter table inspections.draw_inspector add constraint draw_inspector_inspector_id_fkey FOREIGN KEY (inspector_id) REFERENCES inspections.inspector(id);
alter table inspections.draw_inspector add constraint draw_inspector_pkey PRIMARY KEY (draw_id, certificate_number);
alter table inspections.draw_replacement add constraint draw_replacement_seq_check CHECK ((seq > 0));
alter table inspections.draw_replacement add constraint draw_replacement_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES inspections.draw(id);
alter table inspections.draw_replacement add constraint draw_replacement_pkey PRIMARY KEY (draw_id, seq);
alter table inspections.draw_replacement add constraint draw_replacement_draw_id_target_id_key UNIQUE (draw_id, target_id);
alter table inspections.draw_replacement add constraint draw_replacement_draw_id_voided_target_key UNIQUE (draw_id, voided_target);
alter table inspections.draw_reserve add constraint draw_reserve_first_check CHECK ((first >= 1));
alter table inspections.draw_reserve add constraint draw_reserve_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES inspections.draw(id);
alter table inspections.draw_reserve add constraint draw_reserve_pkey PRIMARY KEY (draw_id, stratum, first);
alter table inspections.draw_selection add constraint draw_selection_rank_check CHECK ((rank >= 1));
alter table inspections.draw_selection add constraint draw_selection_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES inspections.draw(id);
alter table inspections.draw_selection add constraint draw_selection_pkey PRIMARY KEY (draw_id, rank);
alter table inspections.draw_selection add constraint draw_selection_draw_id_target_id_key UNIQUE (draw_id, target_id);
alter table inspections.draw_stand_in add constraint draw_stand_in_changes CHECK ((left_number <> joined_number));
alter table inspections.draw_stand_in add constraint draw_stand_in_seq_check CHECK ((seq >= 1));
alter table inspections.draw_stand_in add constraint draw_stand_in_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES inspections.draw(id);
alter table inspections.draw_stand_in add constraint draw_stand_in_task_id_fkey FOREIGN KEY (task_id) REFERENCES inspections.task(id);
alter table inspections.draw_stand_in add constraint draw_stand_in_pkey PRIMARY KEY (draw_id, seq);
alter table inspections.draw_target add constraint draw_target_district_check CHECK ((district ~ '^[A-Za-z0-9._-]{1,64}$'::text));
alter table inspections.draw_target add constraint draw_target_stratum_check CHECK ((stratum ~ '^[A-Za-z0-9._-]{1,64}$'::text));
alter table inspections.draw_target add constraint draw_target_pkey PRIMARY KEY (draw_id, target_id);
alter table inspections.evidence add constraint evidence_id_fkey FOREIGN KEY (id) REFERENCES platform.stored_file(id);
alter table inspections.evidence add constraint evidence_task_id_fkey FOREIGN KEY (task_id) REFERENCES inspections.task(id);
alter table inspections.evidence add constraint evidence_pkey PRIMARY KEY (id);
alter table inspections.finding add constraint finding_fail_has_note CHECK (((outcome <> 'FAIL'::text) OR (note IS NOT NULL)));
alter table inspections.finding add constraint finding_outcome_check CHECK ((outcome = ANY (ARRAY['PASS'::text, 'FAIL'::text, 'NOT_APPLICABLE'::text])));
alter table inspections.finding add constraint finding_severity_check CHECK ((severity = ANY (ARRAY['V'::bpchar, 'H'::bpchar, 'M'::bpchar, 'L'::bpchar])));
alter table inspections.finding add constraint finding_task_id_fkey FOREIGN KEY (task_id) REFERENCES inspections.task(id);
alter table inspections.finding add constraint finding_pkey PRIMARY KEY (id);
alter table inspections.finding add constraint finding_task_id_item_id_key UNIQUE (task_id, item_id);
alter table inspections.inspector add constraint inspector_certificate_number_check CHECK ((certificate_number ~ '^[A-Za-z0-9._-]{1,64}$'::text));
alter table inspections.inspector add constraint inspector_department_check CHECK ((department ~ '^[A-Za-z0-9._-]{1,64}$'::text));
alter table inspections.inspector add constraint inspector_districts_check CHECK (((cardinality(districts) > 0) AND ((NOT ('*'::text = ANY (districts))) OR (districts = '{*}'::text[]))));
alter table inspections.inspector add constraint inspector_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table inspections.inspector add constraint inspector_pkey PRIMARY KEY (id);
alter table inspections.inspector add constraint inspector_certificate_number_key UNIQUE (certificate_number);
alter table inspections.plan add constraint plan_demands_check CHECK ((jsonb_array_length(demands) > 0));
alter table inspections.plan add constraint plan_districts_check CHECK ((cardinality(districts) > 0));
alter table inspections.plan add constraint plan_items_check CHECK ((jsonb_array_length(items) > 0));
alter table inspections.plan add constraint plan_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table inspections.plan add constraint plan_max_load_check CHECK ((max_load >= 1));
alter table inspections.plan add constraint plan_strata_check CHECK ((jsonb_array_length(strata) > 0));
alter table inspections.plan add constraint plan_task_working_days_check CHECK ((task_working_days >= 1));
alter table inspections.plan add constraint plan_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table inspections.plan add constraint plan_pkey PRIMARY KEY (id);
alter table inspections.recusal add constraint recusal_inspector_id_fkey FOREIGN KEY (inspector_id) REFERENCES inspections.inspector(id);
alter table inspections.recusal add constraint recusal_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table inspections.recusal add constraint recusal_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table inspections.recusal add constraint recusal_revokes_fkey FOREIGN KEY (revokes) REFERENCES inspections.recusal(id);
alter table inspections.recusal add constraint recusal_pkey PRIMARY KEY (id);
alter table inspections.recusal add constraint recusal_revokes_key UNIQUE (revokes);
alter table inspections.result add constraint result_certificate_numbers_check CHECK ((cardinality(certificate_numbers) >= 2));
alter table inspections.result add constraint result_kept_findings CHECK (((kept_findings IS NOT NULL) = (status = 'WITHDRAWN'::text)));
alter table inspections.result add constraint result_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table inspections.result add constraint result_published CHECK (((status <> 'PUBLISHED'::text) OR ((published_at IS NOT NULL) AND (published_by IS NOT NULL))));
alter table inspections.result add constraint result_status_check CHECK ((status = ANY (ARRAY['PENDING'::text, 'PUBLISHED'::text, 'WITHDRAWN'::text])));
alter table inspections.result add constraint result_corrects_fkey FOREIGN KEY (corrects) REFERENCES inspections.result(id);
alter table inspections.result add constraint result_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table inspections.result add constraint result_party_id_fkey FOREIGN KEY (party_id) REFERENCES access.person(id);
alter table inspections.result add constraint result_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES inspections.plan(id);
alter table inspections.result add constraint result_task_id_fkey FOREIGN KEY (task_id) REFERENCES inspections.task(id);
alter table inspections.result add constraint result_pkey PRIMARY KEY (id);
alter table inspections.result add constraint result_withdrawn_with_task TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table inspections.result add constraint result_corrects_key UNIQUE (corrects);
alter table inspections.task add constraint task_co_signed CHECK ((((co_signed_by IS NULL) = (co_signed_at IS NULL)) AND (co_signed_by <> submitted_by) AND (co_signed_by = ANY (assignees))));
alter table inspections.task add constraint task_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table inspections.task add constraint task_started CHECK (((status <> ALL (ARRAY['IN_PROGRESS'::text, 'SUBMITTED'::text])) OR (started_at IS NOT NULL)));
alter table inspections.task add constraint task_status_check CHECK ((status = ANY (ARRAY['ASSIGNED'::text, 'IN_PROGRESS'::text, 'SUBMITTED'::text, 'REPLACED'::text, 'CANCELLED'::text])));
alter table inspections.task add constraint task_submitted CHECK (((status <> 'SUBMITTED'::text) OR ((submitted_at IS NOT NULL) AND (result_id IS NOT NULL) AND (result_code IS NOT NULL))));
alter table inspections.task add constraint task_two_inspectors CHECK ((cardinality(assignees) >= 2));
alter table inspections.task add constraint task_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES inspections.draw(id);
alter table inspections.task add constraint task_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table inspections.task add constraint task_party_id_fkey FOREIGN KEY (party_id) REFERENCES access.person(id);
alter table inspections.task add constraint task_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES inspections.plan(id);
alter table inspections.task add constraint task_pkey PRIMARY KEY (id);
alter table inspections.task add constraint task_rests_on_standing TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table inspections.task add constraint task_draw_id_institution_id_key UNIQUE (draw_id, institution_id);
alter table inspections.task_member add constraint task_member_pkey PRIMARY KEY (person_id, task_id);
alter table inspections.transition add constraint transition_seq_check CHECK ((seq > 0));
alter table inspections.transition add constraint transition_subject_check CHECK ((subject = ANY (ARRAY['draw'::text, 'task'::text, 'result'::text])));
alter table inspections.transition add constraint transition_pkey PRIMARY KEY (subject, subject_id, seq);
alter table institutions.directory_import add constraint directory_import_end CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text]))));
alter table institutions.directory_import add constraint directory_import_remarked_check CHECK ((remarked >= 0));
alter table institutions.directory_import add constraint directory_import_share_check CHECK (((share >= (0)::double precision) AND (share <= (1)::double precision)));
alter table institutions.directory_import add constraint directory_import_size_check CHECK ((size > 0));
alter table institutions.directory_import add constraint directory_import_state_check CHECK ((state = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text, 'DONE'::text, 'BROKEN_OFF'::text, 'UNREADABLE'::text])));
alter table institutions.directory_import add constraint directory_import_pkey PRIMARY KEY (id);
alter table institutions.filing_end add constraint filing_end_ended_as_check CHECK ((ended_as = ANY (ARRAY['CANCELLED'::text, 'REVOKED'::text, 'RESTORED'::text])));
alter table institutions.filing_end add constraint filing_end_regime_check CHECK ((regime = ANY (ARRAY['FILING'::text, 'LICENCE'::text])));
alter table institutions.filing_end add constraint filing_end_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table institutions.filing_end add constraint filing_end_pkey PRIMARY KEY (removal_id, ended_as);
alter table institutions.former_name add constraint former_name_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table institutions.former_name add constraint former_name_pkey PRIMARY KEY (institution_id, until, name);
alter table institutions.former_number add constraint former_number_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table institutions.former_number add constraint former_number_pkey PRIMARY KEY (institution_id, filing_number);
alter table institutions.import_refusal add constraint import_refusal_known CHECK (
CASE outcome
    WHEN 'SUSPECTED'::text THEN (known IS NOT NULL)
    WHEN 'DIFFERENT'::text THEN true
    ELSE (known IS NULL)
END);
alter table institutions.import_refusal add constraint import_refusal_outcome_check CHECK ((outcome = ANY (ARRAY['DIFFERENT'::text, 'FILING_NUMBER_TAKEN'::text, 'LICENCE_NUMBER'::text, 'SUSPECTED'::text])));
alter table institutions.import_refusal add constraint import_refusal_run_id_fkey FOREIGN KEY (run_id) REFERENCES institutions.import_run(id);
alter table institutions.import_refusal add constraint import_refusal_pkey PRIMARY KEY (run_id, "row");
alter table institutions.import_run add constraint import_run_added_check CHECK ((added >= 0));
alter table institutions.import_run add constraint import_run_end CHECK (((ended_at IS NULL) = (state = 'RUNNING'::text)));
alter table institutions.import_run add constraint import_run_last_row_check CHECK ((last_row > 0));
alter table institutions.import_run add constraint import_run_refused_check CHECK ((refused >= 0));
alter table institutions.import_run add constraint import_run_state_check CHECK ((state = ANY (ARRAY['RUNNING'::text, 'DONE'::text, 'FAILED'::text, 'ABANDONED'::text])));
alter table institutions.import_run add constraint import_run_unchanged_check CHECK ((unchanged >= 0));
alter table institutions.import_run add constraint import_run_pkey PRIMARY KEY (id);
alter table institutions.institution add constraint institution_authority CHECK (((authority IS NULL) OR ((kind = 'ELDERLY_CARE'::text) AND (authority ~~ '%00'::text))));
alter table institutions.institution add constraint institution_capacity_check CHECK ((capacity >= 0));
alter table institutions.institution add constraint institution_check CHECK (((nursing_beds >= 0) AND (nursing_beds <= capacity)));
alter table institutions.institution add constraint institution_filing_ended_as_check CHECK ((filing_ended_as = ANY (ARRAY['CANCELLED'::text, 'REVOKED'::text])));
alter table institutions.institution add constraint institution_floor_area_m2_check CHECK ((floor_area_m2 > (0)::numeric));
alter table institutions.institution add constraint institution_grade_check CHECK ((grade = ANY (ARRAY['A'::bpchar, 'B'::bpchar, 'C'::bpchar, 'D'::bpchar])));
alter table institutions.institution add constraint institution_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table institutions.institution add constraint institution_legal_form_check CHECK ((legal_form = ANY (ARRAY['ENTERPRISE'::text, 'SOLE_PROPRIETOR'::text, 'PRIVATE_NON_ENTERPRISE'::text, 'PUBLIC_INSTITUTION'::text])));
alter table institutions.institution add constraint institution_licence CHECK ((((regime = 'FILING'::text) OR (kind = 'CHILDCARE'::text)) AND ((valid_until IS NULL) OR (regime = 'LICENCE'::text))));
alter table institutions.institution add constraint institution_ownership_check CHECK ((ownership = ANY (ARRAY['PUBLIC'::text, 'PUBLIC_BUILT_PRIVATE_RUN'::text, 'PRIVATE_SUBSIDISED'::text, 'PRIVATE'::text])));
alter table institutions.institution add constraint institution_regime_check CHECK ((regime = ANY (ARRAY['FILING'::text, 'LICENCE'::text])));
alter table institutions.institution add constraint institution_source_check CHECK ((source = ANY (ARRAY['FILING'::text, 'IMPORT'::text])));
alter table institutions.institution add constraint institution_status_check CHECK ((status = ANY (ARRAY['OPERATING'::text, 'SUSPENDED'::text, 'CLOSED'::text])));
alter table institutions.institution add constraint institution_uscc_check CHECK ((uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'::text));
alter table institutions.institution add constraint institution_authority_fkey FOREIGN KEY (authority) REFERENCES reference.district(code);
alter table institutions.institution add constraint institution_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table institutions.institution add constraint institution_township_fkey FOREIGN KEY (township) REFERENCES reference.district(code);
alter table institutions.institution add constraint institution_pkey PRIMARY KEY (id);
alter table institutions.institution add constraint institution_filing_number_key UNIQUE (filing_number);
alter table institutions.link add constraint link_basis_check CHECK ((basis = ANY (ARRAY['PLACE'::text, 'ENTERED'::text, 'CLOSURE'::text])));
alter table institutions.link add constraint link_kind_check CHECK ((kind = ANY (ARRAY['PREDECESSOR'::text, 'BRANCH_OF'::text, 'CONTROLLER'::text])));
alter table institutions.link add constraint link_not_itself CHECK ((other_id <> institution_id));
alter table institutions.link add constraint link_other CHECK (((num_nonnulls(other_id, other_code) = 1) AND ((kind = 'BRANCH_OF'::text) = (other_code IS NOT NULL))));
alter table institutions.link add constraint link_reason CHECK ((((basis = 'PLACE'::text) AND (kind = 'PREDECESSOR'::text) AND stands) OR (reason ~ '[^[:space:]]'::text)));
alter table institutions.link add constraint link_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table institutions.link add constraint link_other_id_fkey FOREIGN KEY (other_id) REFERENCES institutions.institution(id);
alter table institutions.link add constraint link_pkey PRIMARY KEY (id);
alter table institutions.status_step add constraint status_step_action_check CHECK ((action = ANY (ARRAY['suspend'::text, 'prolong'::text, 'resume'::text, 'close'::text, 'reinstate'::text, 'reinstateSuspended'::text])));
alter table institutions.status_step add constraint status_step_cause CHECK ((num_nonnulls(filing_id, removal_id) = 1));
alter table institutions.status_step add constraint status_step_ends_once CHECK (((applied_at IS NULL) OR (retracted_at IS NULL)));
alter table institutions.status_step add constraint status_step_expected CHECK (((expected_until IS NULL) OR (action = ANY (ARRAY['suspend'::text, 'prolong'::text]))));
alter table institutions.status_step add constraint status_step_from_status_check CHECK ((from_status = ANY (ARRAY['OPERATING'::text, 'SUSPENDED'::text, 'CLOSED'::text])));
alter table institutions.status_step add constraint status_step_to_status_check CHECK ((to_status = ANY (ARRAY['OPERATING'::text, 'SUSPENDED'::text, 'CLOSED'::text])));
alter table institutions.status_step add constraint status_step_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table institutions.status_step add constraint status_step_pkey PRIMARY KEY (id);
alter table institutions.status_step add constraint status_step_filing_id_key UNIQUE (filing_id);
alter table institutions.suspension_contact add constraint suspension_contact_days CHECK ((look_again_on > contacted_on));
alter table institutions.suspension_contact add constraint suspension_contact_way_check CHECK ((way = ANY (ARRAY['PHONE'::text, 'VISIT'::text, 'OTHER'::text])));
alter table institutions.suspension_contact add constraint suspension_contact_whom_check CHECK ((whom ~ '[^[:space:]]'::text));
alter table institutions.suspension_contact add constraint suspension_contact_words_check CHECK ((words ~ '[^[:space:]]'::text));
alter table institutions.suspension_contact add constraint suspension_contact_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table institutions.suspension_contact add constraint suspension_contact_step_id_fkey FOREIGN KEY (step_id) REFERENCES institutions.status_step(id);
alter table institutions.suspension_contact add constraint suspension_contact_pkey PRIMARY KEY (id);
alter table platform.dead_job add constraint dead_job_pkey PRIMARY KEY (id);
alter table platform.dead_job add constraint dead_job_job_key_key UNIQUE (job, key);
alter table platform.file_signature add constraint file_signature_authority_check CHECK ((authority <> ''::text));
alter table platform.file_signature add constraint file_signature_signature_check CHECK ((signature ~ '^[0-9a-f]{128}$'::text));
alter table platform.file_signature add constraint file_signature_key_id_fkey FOREIGN KEY (key_id) REFERENCES platform.signing_key(key_id);
alter table platform.file_signature add constraint file_signature_pkey PRIMARY KEY (sm3);
alter table platform.idempotency add constraint idempotency_pkey PRIMARY KEY (actor_id, key);
alter table platform.job_done add constraint job_done_pkey PRIMARY KEY (job, key);
alter table platform.key_check add constraint key_check_fingerprint CHECK ((((fingerprint IS NULL) = (purpose = 'SEALED_BEFORE'::text)) AND (fingerprint ~ '^[0-9a-f]{64}$'::text)));
alter table platform.key_check add constraint key_check_purpose CHECK ((purpose = ANY (ARRAY['fieldKey'::text, 'fieldMacKey'::text, 'indexKey'::text, 'logKey'::text, 'SEALED_BEFORE'::text])));
alter table platform.key_check add constraint key_check_pkey PRIMARY KEY (purpose);
alter table platform.outbox add constraint outbox_pkey PRIMARY KEY (id);
alter table platform.schedule add constraint schedule_pkey PRIMARY KEY (job);
alter table platform.signing_key add constraint signing_key_key_id_check CHECK ((key_id ~ '^[0-9a-f]{16}$'::text));
alter table platform.signing_key add constraint signing_key_public_key_check CHECK ((public_key ~ '^04[0-9a-f]{128}$'::text));
alter table platform.signing_key add constraint signing_key_pkey PRIMARY KEY (key_id);
alter table platform.signing_key add constraint signing_key_public_key_key UNIQUE (public_key);
alter table platform.stored_file add constraint stored_file_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text])));
alter table platform.stored_file add constraint stored_file_size_check CHECK ((size > 0));
alter table platform.stored_file add constraint stored_file_pkey PRIMARY KEY (id);
alter table publication.entry add constraint entry_action_check CHECK ((action = ANY (ARRAY['PUBLISH'::text, 'WITHDRAW'::text])));
alter table publication.entry add constraint entry_seq_check CHECK ((seq > 0));
alter table publication.entry add constraint entry_subject_type_check CHECK ((subject_type = 'PENALTY'::text));
alter table publication.entry add constraint entry_term CHECK (((action = 'PUBLISH'::text) = ((public_from IS NOT NULL) AND (public_until IS NOT NULL) AND (public_until >= public_from))));
alter table publication.entry add constraint entry_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table publication.entry add constraint entry_pkey PRIMARY KEY (subject_type, subject_id, seq);
alter table reference.calendar_year add constraint calendar_year_pkey PRIMARY KEY (year);
alter table reference.district add constraint district_code_check CHECK ((code ~ '^[0-9]{6}([0-9]{3})?$'::text));
alter table reference.district add constraint district_level_check CHECK ((level = ANY (ARRAY['PROVINCE'::text, 'CITY'::text, 'COUNTY'::text, 'TOWNSHIP'::text])));
alter table reference.district add constraint district_parent_fkey FOREIGN KEY (parent) REFERENCES reference.district(code) DEFERRABLE INITIALLY DEFERRED;
alter table reference.district add constraint district_pkey PRIMARY KEY (code);
alter table reference.entry add constraint entry_pkey PRIMARY KEY (id);
alter table reference.entry add constraint entry_list_key_key UNIQUE (list, key);
alter table reference.loaded add constraint loaded_pkey PRIMARY KEY (list);
alter table reference.special_day add constraint special_day_kind_check CHECK ((kind = ANY (ARRAY['DAY_OFF'::text, 'WORKDAY'::text])));
alter table reference.special_day add constraint special_day_pkey PRIMARY KEY (date);
alter table removals.decision_service add constraint decision_service_corrected CHECK (((number = 1) = (reason IS NULL)));
alter table removals.decision_service add constraint decision_service_entered CHECK (((entered_by IS NOT NULL) OR ((number = 1) AND (service = 'ONLINE'::text))));
alter table removals.decision_service add constraint decision_service_happened CHECK (((served_on <= ((entered_at AT TIME ZONE 'Asia/Shanghai'::text))::date) AND (received_on >= served_on)));
alter table removals.decision_service add constraint decision_service_noted CHECK (((service = 'ONLINE'::text) = (service_note IS NULL)));
alter table removals.decision_service add constraint decision_service_number_check CHECK ((number > 0));
alter table removals.decision_service add constraint decision_service_service_check CHECK ((service = ANY (ARRAY['ONLINE'::text, 'DELIVERED'::text, 'ANNOUNCED'::text])));
alter table removals.decision_service add constraint decision_service_removal_id_fkey FOREIGN KEY (removal_id) REFERENCES removals.removal(id);
alter table removals.decision_service add constraint decision_service_pkey PRIMARY KEY (removal_id, number);
alter table removals.file add constraint file_purpose_check CHECK ((purpose = ANY (ARRAY['EVIDENCE'::text, 'STATEMENT'::text])));
alter table removals.file add constraint file_id_fkey FOREIGN KEY (id) REFERENCES platform.stored_file(id);
alter table removals.file add constraint file_removal_id_fkey FOREIGN KEY (removal_id) REFERENCES removals.removal(id);
alter table removals.file add constraint file_pkey PRIMARY KEY (id);
alter table removals.number_series add constraint number_series_last_check CHECK ((last > 0));
alter table removals.number_series add constraint number_series_pkey PRIMARY KEY (series);
alter table removals.paper add constraint paper_kind_check CHECK ((kind ~ '^[A-Z_]+$'::text));
alter table removals.paper add constraint paper_round_check CHECK ((round > 0));
alter table removals.paper add constraint paper_removal_id_fkey FOREIGN KEY (removal_id) REFERENCES removals.removal(id);
alter table removals.paper add constraint paper_pkey PRIMARY KEY (id);
alter table removals.paper add constraint paper_code_digest_key UNIQUE (code_digest);
alter table removals.paper add constraint paper_removal_id_kind_round_key UNIQUE (removal_id, kind, round);
alter table removals.paper add constraint paper_spelling_key UNIQUE (spelling);
alter table removals.paper_print add constraint paper_print_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.stored_file(id);
alter table removals.paper_print add constraint paper_print_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES removals.paper(id);
alter table removals.paper_print add constraint paper_print_pkey PRIMARY KEY (paper_id);
alter table removals.removal add constraint removal_annulled CHECK ((num_nonnulls(annulment_document, annulled_on) =
CASE
    WHEN (status = 'ANNULLED'::text) THEN 2
    ELSE 0
END));
alter table removals.removal add constraint removal_annulled_by_another CHECK ((annulled_by <> decided_by));
alter table removals.removal add constraint removal_by_another CHECK (((decided_by IS NULL) OR (((decided_by <> opened_by) AND (decided_by <> noticed_by)) AND (decided_by <> proposed_by))));
alter table removals.removal add constraint removal_decided CHECK (((num_nonnulls(decision_number, decided_by, decided_on, decided_at) = ANY (ARRAY[0, 4])) AND ((decision_number IS NOT NULL) = (status = ANY (ARRAY['DECIDED'::text, 'ANNULLED'::text])))));
alter table removals.removal add constraint removal_facts_of_decision CHECK (((decision_facts IS NULL) OR (decision_number IS NOT NULL)));
alter table removals.removal add constraint removal_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table removals.removal add constraint removal_licence CHECK (((regime = 'FILING'::text) OR (kind = 'CHILDCARE'::text)));
alter table removals.removal add constraint removal_notice_service_check CHECK ((notice_service = ANY (ARRAY['ONLINE'::text, 'DELIVERED'::text, 'ANNOUNCED'::text])));
alter table removals.removal add constraint removal_noticed CHECK (((num_nonnulls(notice_facts, notice_service, served_on, statement_until, noticed_by, noticed_at) = ANY (ARRAY[0, 6])) AND ((notice_facts IS NOT NULL) OR (status = ANY (ARRAY['OPENED'::text, 'PREPARED'::text, 'DROPPED'::text])))));
alter table removals.removal add constraint removal_prepared CHECK (((num_nonnulls(prepared_facts, prepared_by, prepared_on) = ANY (ARRAY[0, 3])) AND
CASE status
    WHEN 'PREPARED'::text THEN (prepared_facts IS NOT NULL)
    WHEN 'DROPPED'::text THEN true
    ELSE (prepared_facts IS NULL)
END));
alter table removals.removal add constraint removal_proposed CHECK ((((proposal IS NULL) = (proposed_by IS NULL)) AND ((proposal IS NOT NULL) OR (status <> ALL (ARRAY['PROPOSED'::text, 'DECIDED'::text, 'ANNULLED'::text])))));
alter table removals.removal add constraint removal_regime_check CHECK ((regime = ANY (ARRAY['FILING'::text, 'LICENCE'::text])));
alter table removals.removal add constraint removal_status_check CHECK ((status = ANY (ARRAY['OPENED'::text, 'PREPARED'::text, 'NOTICED'::text, 'STATED'::text, 'PROPOSED'::text, 'DECIDED'::text, 'DROPPED'::text, 'ANNULLED'::text])));
alter table removals.removal add constraint removal_term CHECK (((due_on IS NULL) = (status = ANY (ARRAY['DECIDED'::text, 'DROPPED'::text, 'ANNULLED'::text]))));
alter table removals.removal add constraint removal_to_serve CHECK (((serve_by IS NULL) OR (decided_on IS NOT NULL)));
alter table removals.removal add constraint removal_type_check CHECK ((type = ANY (ARRAY['CANCELLATION'::text, 'REVOCATION'::text])));
alter table removals.removal add constraint removal_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table removals.removal add constraint removal_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table removals.removal add constraint removal_party_id_fkey FOREIGN KEY (party_id) REFERENCES access.person(id);
alter table removals.removal add constraint removal_pkey PRIMARY KEY (id);
alter table removals.removal add constraint removal_decision_number_key UNIQUE (decision_number);
alter table removals.statement add constraint statement_channel_check CHECK ((channel = ANY (ARRAY['PARTY'::text, 'RECORDED'::text])));
alter table removals.statement add constraint statement_nature_check CHECK ((nature = ANY (ARRAY['STATEMENT'::text, 'WAIVER'::text])));
alter table removals.statement add constraint statement_removal_id_fkey FOREIGN KEY (removal_id) REFERENCES removals.removal(id);
alter table removals.statement add constraint statement_pkey PRIMARY KEY (id);
alter table removals.transition add constraint transition_seq_check CHECK ((seq > 0));
alter table removals.transition add constraint transition_removal_id_fkey FOREIGN KEY (removal_id) REFERENCES removals.removal(id);
alter table removals.transition add constraint transition_pkey PRIMARY KEY (removal_id, seq);
alter table staff.credential add constraint credential_days CHECK (((valid_until IS NULL) OR (valid_until >= issued_on)));
alter table staff.credential add constraint credential_experience CHECK (((type <> 'EXPERIENCE'::text) OR ((requirement IS NOT NULL) AND (valid_until IS NULL))));
alter table staff.credential add constraint credential_result CHECK (((result IS NOT NULL) = (type = 'BACKGROUND'::text)));
alter table staff.credential add constraint credential_result_check CHECK ((result = ANY (ARRAY['CLEAR'::text, 'BARRED'::text])));
alter table staff.credential add constraint credential_type_check CHECK ((type = ANY (ARRAY['PROFESSIONAL'::text, 'HEALTH'::text, 'BACKGROUND'::text, 'TRAINING'::text, 'EXPERIENCE'::text])));
alter table staff.credential add constraint credential_file_id_fkey FOREIGN KEY (file_id) REFERENCES staff.file(id);
alter table staff.credential add constraint credential_member_id_fkey FOREIGN KEY (member_id) REFERENCES staff.member(id);
alter table staff.credential add constraint credential_pkey PRIMARY KEY (id);
alter table staff.credential add constraint credential_file_id_key UNIQUE (file_id);
alter table staff.expiry add constraint expiry_checked CHECK (((num_nonnulls(finding, finding_note, checked_on) = ANY (ARRAY[0, 3])) AND ((finding IS NOT NULL) OR (status <> 'CHECKED'::text))));
alter table staff.expiry add constraint expiry_finding_check CHECK ((finding = ANY (ARRAY['RENEWED_UNFILED'::text, 'NOT_RENEWED'::text, 'NOT_NEEDED'::text])));
alter table staff.expiry add constraint expiry_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table staff.expiry add constraint expiry_look CHECK (((next_look_on IS NULL) OR (status = 'WATCHED'::text)));
alter table staff.expiry add constraint expiry_stage_check CHECK (((stage >= 0) AND (stage <= 3)));
alter table staff.expiry add constraint expiry_status_check CHECK ((status = ANY (ARRAY['WATCHED'::text, 'EXPIRED'::text, 'CHECKED'::text, 'RENEWED'::text, 'DROPPED'::text])));
alter table staff.expiry add constraint expiry_what_check CHECK ((what = ANY (ARRAY['LEASE'::text, 'FIRE_PROOF'::text, 'FOOD_LICENCE'::text, 'HEALTH_CERTIFICATES'::text, 'INSURANCE'::text, 'STAFF_PROFESSIONAL'::text, 'STAFF_HEALTH'::text, 'STAFF_BACKGROUND'::text, 'STAFF_TRAINING'::text, 'LICENCE'::text, 'FILING_TRANSITION'::text])));
alter table staff.expiry add constraint expiry_district_fkey FOREIGN KEY (district) REFERENCES reference.district(code);
alter table staff.expiry add constraint expiry_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table staff.expiry add constraint expiry_member_id_fkey FOREIGN KEY (member_id) REFERENCES staff.member(id);
alter table staff.expiry add constraint expiry_pkey PRIMARY KEY (id);
alter table staff.expiry_transition add constraint expiry_transition_seq_check CHECK ((seq > 0));
alter table staff.expiry_transition add constraint expiry_transition_expiry_id_fkey FOREIGN KEY (expiry_id) REFERENCES staff.expiry(id);
alter table staff.expiry_transition add constraint expiry_transition_pkey PRIMARY KEY (expiry_id, seq);
alter table staff.file add constraint file_id_fkey FOREIGN KEY (id) REFERENCES platform.stored_file(id);
alter table staff.file add constraint file_member_id_fkey FOREIGN KEY (member_id) REFERENCES staff.member(id);
alter table staff.file add constraint file_pkey PRIMARY KEY (id);
alter table staff.member add constraint member_days CHECK (((left_on IS NULL) OR (left_on >= employed_on)));
alter table staff.member add constraint member_post_check CHECK ((post = ANY (ARRAY['HEAD'::text, 'ELDERLY_CARER'::text, 'CHILD_CARER'::text, 'HEALTH_WORKER'::text, 'MEDIC'::text, 'COOK'::text, 'GUARD'::text, 'OTHER'::text])));
alter table staff.member add constraint member_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions.institution(id);
alter table staff.member add constraint member_pkey PRIMARY KEY (id);
alter table staff.member add constraint member_once UNIQUE (institution_id, name_index, employed_on, added_by);
alter table unfiled.site add constraint site_address_check CHECK (((char_length(address) >= 1) AND (char_length(address) <= 200)));
alter table unfiled.site add constraint site_clue_check CHECK ((char_length(clue) <= 1000));
alter table unfiled.site add constraint site_ended CHECK ((((status = ANY (ARRAY['FILED'::text, 'NOT_OBLIGED'::text])) = (ended_at IS NOT NULL)) AND ((due_on IS NULL) = (ended_at IS NOT NULL)) AND ((status = 'FILED'::text) = (institution_id IS NOT NULL))));
alter table unfiled.site add constraint site_kind_check CHECK ((kind = ANY (ARRAY['ELDERLY_CARE'::text, 'CHILDCARE'::text])));
alter table unfiled.site add constraint site_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)));
alter table unfiled.site add constraint site_source_check CHECK ((source = ANY (ARRAY['PATROL'::text, 'INSPECTION'::text, 'COMPLAINT'::text, 'REFERRAL'::text])));
alter table unfiled.site add constraint site_status_check CHECK ((status = ANY (ARRAY['FOUND'::text, 'URGED'::text, 'FILED'::text, 'NOT_OBLIGED'::text])));
alter table unfiled.site add constraint site_version_check CHECK ((version > 0));
alter table unfiled.site add constraint site_pkey PRIMARY KEY (id);
alter table unfiled.site_transition add constraint site_transition_action_check CHECK ((action = ANY (ARRAY['urge'::text, 'settle'::text, 'dismiss'::text])));
alter table unfiled.site_transition add constraint site_transition_from_state_check CHECK ((from_state = ANY (ARRAY['FOUND'::text, 'URGED'::text, 'FILED'::text, 'NOT_OBLIGED'::text])));
alter table unfiled.site_transition add constraint site_transition_note_check CHECK ((char_length(note) <= 1000));
alter table unfiled.site_transition add constraint site_transition_seq_check CHECK ((seq > 0));
alter table unfiled.site_transition add constraint site_transition_to_state_check CHECK ((to_state = ANY (ARRAY['FOUND'::text, 'URGED'::text, 'FILED'::text, 'NOT_OBLIGED'::text])));
alter table unfiled.site_transition add constraint visit_is_urged CHECK (((action = 'urge'::text) = (visited_on IS NOT NULL)));
alter table unfiled.site_transition add constraint site_transition_site_id_fkey FOREIGN KEY (site_id) REFERENCES unfiled.site(id);
alter table unfiled.site_transition add constraint site_transition_pkey PRIMARY KEY (site_id, seq);
alter table workbench.form_draft add constraint form_draft_key_check CHECK ((key ~ '^[a-z0-9:-]{1,100}$'::text));
alter table workbench.form_draft add constraint form_draft_version_check CHECK ((version > 0));
alter table workbench.form_draft add constraint form_draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table workbench.form_draft add constraint form_draft_pkey PRIMARY KEY (person_id, key);
alter table workbench.inbox add constraint inbox_last_check CHECK ((last > 0));
alter table workbench.inbox add constraint inbox_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table workbench.inbox add constraint inbox_pkey PRIMARY KEY (person_id);
alter table workbench.notification add constraint notification_id_check CHECK ((id > 0));
alter table workbench.notification add constraint notification_matter CHECK (((awaits IS NULL) = (matter_id IS NULL)));
alter table workbench.notification add constraint notification_subject CHECK (((subject_type IS NULL) = (subject_id IS NULL)));
alter table workbench.notification add constraint notification_title_check CHECK ((title <> ''::text));
alter table workbench.notification add constraint notification_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.person(id);
alter table workbench.notification add constraint notification_pkey PRIMARY KEY (person_id, id);
alter table workbench.notification add constraint notification_person_id_occasion_key UNIQUE (person_id, occasion);
alter table workbench.overdue add constraint overdue_ended CHECK (((ended_at IS NOT NULL) = (status = 'ENDED'::text)));
alter table workbench.overdue add constraint overdue_lacking_check CHECK ((lacking = ANY (ARRAY['ABOVE'::text, 'ALL'::text])));
alter table workbench.overdue add constraint overdue_level_check CHECK ((level = ANY (ARRAY['FIRST'::text, 'SECOND'::text])));
alter table workbench.overdue add constraint overdue_status_check CHECK ((status = ANY (ARRAY['RAISED'::text, 'URGED'::text, 'EXPLAINED'::text, 'ENDED'::text])));
alter table workbench.overdue add constraint overdue_version_check CHECK ((version > 0));
alter table workbench.overdue add constraint overdue_pkey PRIMARY KEY (id);
alter table workbench.overdue add constraint overdue_once UNIQUE (subject_id, type, due_on);
alter table workbench.overdue_step add constraint overdue_step_action_check CHECK ((action = ANY (ARRAY['raiseFurther'::text, 'keep'::text, 'urge'::text, 'explain'::text, 'end'::text, 'raiseAgain'::text])));
alter table workbench.overdue_step add constraint overdue_step_from_state_check CHECK ((from_state = ANY (ARRAY['RAISED'::text, 'URGED'::text, 'EXPLAINED'::text, 'ENDED'::text])));
alter table workbench.overdue_step add constraint overdue_step_level_check CHECK ((level = ANY (ARRAY['FIRST'::text, 'SECOND'::text])));
alter table workbench.overdue_step add constraint overdue_step_note_check CHECK ((char_length(note) <= 1000));
alter table workbench.overdue_step add constraint overdue_step_seq_check CHECK ((seq > 0));
alter table workbench.overdue_step add constraint overdue_step_to_state_check CHECK ((to_state = ANY (ARRAY['RAISED'::text, 'URGED'::text, 'EXPLAINED'::text, 'ENDED'::text])));
alter table workbench.overdue_step add constraint overdue_step_overdue_id_fkey FOREIGN KEY (overdue_id) REFERENCES workbench.overdue(id);
alter table workbench.overdue_step add constraint overdue_step_pkey PRIMARY KEY (overdue_id, seq);

-- Indexes

CREATE INDEX acting_change_person ON access.acting_change USING btree (person_id, seq DESC);
CREATE INDEX disclosure_person ON access.disclosure USING btree (person_id, at DESC);
CREATE INDEX known_device_person ON access.known_device USING btree (person_id, seen_at DESC);
CREATE INDEX password_giver_giver ON access.password_giver USING btree (giver_id);
CREATE INDEX person_districts ON access.person USING gin (districts) WHERE (disabled_at IS NULL);
CREATE INDEX person_newest ON access.person USING btree (id DESC);
CREATE INDEX person_password_given_by ON access.person USING btree (password_given_by) WHERE (password_given_by IS NOT NULL);
CREATE INDEX person_search_terms ON access.person USING gin (platform.search_terms(name, (districts || home_district)));
CREATE INDEX person_to_activate ON access.person USING btree (COALESCE(home_district, districts[1])) WHERE (must_change_password AND (disabled_at IS NULL));
CREATE INDEX session_family ON access.session USING btree (family);
CREATE INDEX session_parent ON access.session USING btree (parent_hash) WHERE (parent_hash IS NOT NULL);
CREATE INDEX session_person ON access.session USING btree (person_id) WHERE (revoked_at IS NULL);
CREATE INDEX unknown_name_age ON access.unknown_name USING btree (at);
CREATE INDEX entry_account_acts ON audit.entry USING btree (at) WHERE ((subject_type = 'person'::text) AND (action = ANY (ARRAY['access.person-created'::text, 'access.person-enabled'::text, 'access.rights-changed'::text, 'access.password-reset'::text])));
CREATE INDEX entry_actor ON audit.entry USING btree (actor_id, id DESC);
CREATE INDEX entry_newest ON audit.entry USING btree (id DESC, district);
CREATE INDEX entry_subject ON audit.entry USING btree (subject_type, subject_id, id);
CREATE INDEX account_district ON credit.account USING btree (district, grade);
CREATE INDEX account_due ON credit.account USING btree (next_change_on, institution_id) WHERE (next_change_on IS NOT NULL);
CREATE INDEX event_institution ON credit.event USING btree (institution_id, effective_on DESC, id);
CREATE INDEX event_lift_institution ON credit.event_lift USING btree (institution_id);
CREATE INDEX case_finding_result ON enforcement.case_finding USING btree (result_id);
CREATE UNIQUE INDEX case_finding_once ON enforcement.case_finding USING btree (finding_id, department);
CREATE INDEX case_statement_case ON enforcement.case_statement USING btree (case_id, id);
CREATE INDEX penalty_case_district ON enforcement.penalty_case USING btree (district, department, id DESC);
CREATE INDEX penalty_case_institution ON enforcement.penalty_case USING btree (institution_id, id DESC);
CREATE INDEX penalty_case_open ON enforcement.penalty_case USING btree (district, decide_by, id) WHERE (status = ANY (ARRAY['OPENED'::text, 'PREPARED'::text, 'NOTICED'::text, 'STATED'::text]));
CREATE INDEX penalty_case_party ON enforcement.penalty_case USING btree (party_id, id DESC) WHERE (party_id IS NOT NULL);
CREATE INDEX penalty_case_status ON enforcement.penalty_case USING btree (status, id DESC);
CREATE INDEX penalty_case_to_serve ON enforcement.penalty_case USING btree (district, serve_by, id) WHERE (serve_by IS NOT NULL);
CREATE INDEX penalty_case_undecided ON enforcement.penalty_case USING btree (decide_by, id) WHERE (decided_on IS NULL);
CREATE INDEX statement_file_case ON enforcement.statement_file USING btree (case_id, id);
CREATE INDEX access_key_partner ON exchange.access_key USING btree (partner_id, created_at DESC);
CREATE INDEX applicant_person ON exchange.applicant USING btree (person_id);
CREATE INDEX change_unplaced ON exchange.change USING btree (partner_id, id) WHERE ("position" IS NULL);
CREATE UNIQUE INDEX change_feed ON exchange.change USING btree (partner_id, "position");
CREATE INDEX delivery_dead ON exchange.delivery USING btree (partner_id, change_id DESC) WHERE (state = 'DEAD'::text);
CREATE INDEX delivery_due ON exchange.delivery USING btree (partner_id, next_at) WHERE (state = 'PENDING'::text);
CREATE INDEX delivery_over ON exchange.delivery USING btree (tried_at) WHERE (state <> 'PENDING'::text);
CREATE INDEX delivery_partner ON exchange.delivery USING btree (partner_id, change_id DESC);
CREATE INDEX delivery_waiting ON exchange.delivery USING btree (case_id, seq) WHERE (state = 'PENDING'::text);
CREATE INDEX folder_file_over ON exchange.folder_file USING btree (ended_at);
CREATE INDEX folder_file_partner ON exchange.folder_file USING btree (partner_id, id DESC);
CREATE UNIQUE INDEX folder_file_open ON exchange.folder_file USING btree (partner_id, name) WHERE (ended_at IS NULL);
CREATE INDEX nonce_at ON exchange.nonce USING btree (at);
CREATE UNIQUE INDEX partner_folder ON exchange.partner USING btree (folder);
CREATE INDEX partner_case_applicant ON exchange.partner_case USING btree (applicant_id);
CREATE UNIQUE INDEX partner_case_institution ON exchange.partner_case USING btree (institution_id);
CREATE INDEX follow_up_list ON feedback.follow_up USING btree (id DESC, status);
CREATE INDEX follow_up_open ON feedback.follow_up USING btree (district, due_on, id) WHERE (status = ANY (ARRAY['OPEN'::text, 'CONTACTED'::text]));
CREATE INDEX follow_up_place ON feedback.follow_up USING btree (district, id DESC);
CREATE INDEX follow_up_raised ON feedback.follow_up USING btree (raised_to, due_on, id) WHERE ((status = ANY (ARRAY['OPEN'::text, 'CONTACTED'::text])) AND (raised_to IS NOT NULL));
CREATE INDEX rating_district ON feedback.rating USING btree (district, rated_at) INCLUDE (kind, level, township, applicant_id, filing_id, id);
CREATE INDEX rating_filing ON feedback.rating USING btree (filing_id);
CREATE INDEX rating_office ON feedback.rating USING btree (office, rated_at) INCLUDE (level);
CREATE INDEX case_holder_person ON filings.case_holder USING btree (person_id);
CREATE INDEX case_note_filing ON filings.case_note USING btree (filing_id, id DESC);
CREATE INDEX closure_file_of ON filings.closure_file USING btree (filing_id);
CREATE INDEX closure_follow_up_applicant ON filings.closure_follow_up USING btree (applicant_id);
CREATE INDEX closure_follow_up_institution ON filings.closure_follow_up USING btree (institution_id);
CREATE INDEX closure_follow_up_successor ON filings.closure_follow_up USING btree (successor_id);
CREATE INDEX closure_follow_up_successor_account ON filings.closure_follow_up USING btree (successor_account);
CREATE INDEX closure_follow_up_waiting ON filings.closure_follow_up USING btree (district, due_on, filing_id) WHERE (status <> 'SETTLED'::text);
CREATE INDEX commitment_breached ON filings.commitment USING btree (filing_id) WHERE (status = 'BREACHED'::text);
CREATE INDEX commitment_filing ON filings.commitment USING btree (filing_id);
CREATE INDEX commitment_material ON filings.commitment USING btree (material_id) WHERE (material_id IS NOT NULL);
CREATE INDEX commitment_to_check ON filings.commitment USING btree (district, filing_id) WHERE (status = ANY (ARRAY['OPEN'::text, 'HANDED_IN'::text]));
CREATE INDEX commitment_to_fulfil ON filings.commitment USING btree (applicant_id) WHERE (status = 'OPEN'::text);
CREATE UNIQUE INDEX commitment_of_material ON filings.commitment USING btree (filing_id, code) WHERE (status <> 'WITHDRAWN'::text);
CREATE INDEX commitment_lapsed_by ON filings.commitment_transition USING btree (removal_id) WHERE (removal_id IS NOT NULL);
CREATE INDEX disclosure_at ON filings.disclosure USING btree (at DESC, filing_id);
CREATE INDEX extension_filing ON filings.extension USING btree (filing_id, id);
CREATE INDEX extension_waiting ON filings.extension USING btree (district, due_before, id) WHERE (status = 'ASKED'::text);
CREATE UNIQUE INDEX extension_once ON filings.extension USING btree (filing_id) WHERE (status = 'APPROVED'::text);
CREATE UNIQUE INDEX extension_open ON filings.extension USING btree (filing_id) WHERE (status = 'ASKED'::text);
CREATE INDEX filing_above ON filings.filing USING btree (authority) WHERE (authority IS NOT NULL);
CREATE INDEX filing_account_given_by ON filings.filing USING btree (account_given_by) WHERE (account_given_by IS NOT NULL);
CREATE INDEX filing_applicant ON filings.filing USING btree (applicant_id, created_at DESC, id DESC);
CREATE INDEX filing_assisted_return ON filings.filing USING btree (entered_by) WHERE ((status = 'RETURNED'::text) AND (entered_by IS NOT NULL) AND (assistance_ended_at IS NULL));
CREATE INDEX filing_at_applicant ON filings.filing USING btree (applicant_id) WHERE (status = ANY (ARRAY['DRAFT'::text, 'RETURNED'::text]));
CREATE INDEX filing_correction_due ON filings.filing USING btree (correct_by) WHERE (status = 'RETURNED'::text);
CREATE INDEX filing_district ON filings.filing USING btree (district text_pattern_ops, status);
CREATE INDEX filing_entered ON filings.filing USING btree (entered_by) WHERE (entered_by IS NOT NULL);
CREATE INDEX filing_entered_by ON filings.filing USING btree (entered_by) WHERE (entered_by IS NOT NULL);
CREATE INDEX filing_figures ON filings.filing USING btree (submitted_at) INCLUDE (kind, district, township, status, applicant_id, updated_at) WHERE (submitted_at IS NOT NULL);
CREATE INDEX filing_in_turn ON filings.filing USING btree (COALESCE(
CASE
    WHEN ((due_on IS NOT NULL) AND (admitted_on IS NULL)) THEN LEAST(due_on, admit_by)
    ELSE due_on
END, (correct_by + 1000000), ('9999-12-31'::date - (((created_at AT TIME ZONE 'UTC'::text))::date - '2000-01-01'::date))), id);
CREATE INDEX filing_institution ON filings.filing USING btree (institution_id) WHERE (institution_id IS NOT NULL);
CREATE INDEX filing_licenses ON filings.filing USING btree (licenses) WHERE (licenses IS NOT NULL);
CREATE INDEX filing_number ON filings.filing USING btree (filing_number) WHERE (filing_number IS NOT NULL);
CREATE INDEX filing_number_spelling ON filings.filing USING btree (upper(replace(NORMALIZE(filing_number, NFKC), ' '::text, ''::text))) WHERE (filing_number IS NOT NULL);
CREATE INDEX filing_refused_code ON filings.filing USING btree (uscc, district) WHERE (status = ANY (ARRAY['REFUSED'::text, 'DISMISSED'::text]));
CREATE INDEX filing_refused_site ON filings.filing USING btree (address_key, district) WHERE (status = ANY (ARRAY['REFUSED'::text, 'DISMISSED'::text]));
CREATE INDEX filing_renewal ON filings.filing USING btree (renews) WHERE (renews_in_time AND (status = ANY (ARRAY['SUBMITTED'::text, 'RETURNED'::text])));
CREATE INDEX filing_renewal_until ON filings.filing USING btree (renews_until) WHERE (renews_in_time AND (status = ANY (ARRAY['SUBMITTED'::text, 'RETURNED'::text])));
CREATE INDEX filing_renews ON filings.filing USING btree (renews) WHERE (renews IS NOT NULL);
CREATE INDEX filing_resident ON filings.filing USING btree (resident_id_index) WHERE (resident_id_index IS NOT NULL);
CREATE INDEX filing_search_terms ON filings.filing USING gin (platform.search_terms(name, ARRAY[district])) WHERE (status <> 'DRAFT'::text);
CREATE INDEX filing_to_admit ON filings.filing USING btree (district, admit_by) WHERE ((status = 'SUBMITTED'::text) AND (admitted_on IS NULL) AND (admit_by IS NOT NULL));
CREATE INDEX filing_to_decide ON filings.filing USING btree (district, due_on, id) WHERE (status = 'SUBMITTED'::text);
CREATE INDEX filing_to_decide_above ON filings.filing USING btree (authority, due_on, id) WHERE ((status = 'SUBMITTED'::text) AND (authority IS NOT NULL));
CREATE INDEX filing_uscc ON filings.filing USING btree (uscc);
CREATE INDEX filing_waiting_renewal ON filings.filing USING btree (renews) WHERE ((renews IS NOT NULL) AND (status = 'SUBMITTED'::text));
CREATE UNIQUE INDEX filing_number_first ON filings.filing USING btree (filing_number) WHERE (type = 'INITIAL'::text);
CREATE UNIQUE INDEX filing_open_of_institution ON filings.filing USING btree (institution_id) WHERE ((type <> 'INITIAL'::text) AND (status = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'RETURNED'::text])));
CREATE UNIQUE INDEX filing_open_site ON filings.filing USING btree (uscc, district, address_key, (
CASE
    WHEN ((application ->> 'siteType'::text) = 'HOME'::text) THEN (applicant_id)::text
    ELSE ''::text
END)) WHERE ((type = 'INITIAL'::text) AND (status = ANY (ARRAY['SUBMITTED'::text, 'RETURNED'::text])));
CREATE INDEX material_file ON filings.material USING btree (file_id);
CREATE INDEX opinion_department ON filings.opinion USING btree (department, id DESC);
CREATE INDEX opinion_filing ON filings.opinion USING btree (filing_id, id);
CREATE INDEX opinion_place ON filings.opinion USING btree (department, district, id DESC);
CREATE INDEX opinion_waiting ON filings.opinion USING btree (district, due_on, id) WHERE (status = 'ASKED'::text);
CREATE UNIQUE INDEX opinion_open ON filings.opinion USING btree (filing_id, department) WHERE (status = 'ASKED'::text);
CREATE INDEX opinion_file_of ON filings.opinion_file USING btree (opinion_id);
CREATE INDEX paper_print_file ON filings.paper_print USING btree (file_id);
CREATE INDEX paper_print_sm3 ON filings.paper_print USING btree (sm3);
CREATE INDEX receipt_file ON filings.receipt USING btree (file_id);
CREATE INDEX receipt_sm3 ON filings.receipt USING btree (sm3);
CREATE INDEX retraction_waiting ON filings.retraction USING btree (district, due_on, id) WHERE (status = 'ASKED'::text);
CREATE UNIQUE INDEX retraction_once ON filings.retraction USING btree (filing_id) WHERE (status = 'GRANTED'::text);
CREATE UNIQUE INDEX retraction_open ON filings.retraction USING btree (filing_id) WHERE (status = 'ASKED'::text);
CREATE INDEX submission_code ON filings.submission USING btree (((application ->> 'uscc'::text)));
CREATE INDEX submission_head ON filings.submission USING btree (resident_id_index) WHERE (resident_id_index IS NOT NULL);
CREATE INDEX submission_near_site ON filings.submission USING btree (((application ->> 'district'::text)), platform.site_key((application ->> 'address'::text)));
CREATE INDEX takeover_filing ON filings.takeover USING btree (filing_id, id DESC);
CREATE INDEX transition_actor ON filings.transition USING btree (actor_id, filing_id);
CREATE INDEX unattended_waiting ON filings.unattended USING btree (district, filing_id);
CREATE INDEX verification_applicant ON filings.verification USING btree (applicant_id);
CREATE INDEX verification_filing ON filings.verification USING btree (filing_id, opened_at);
CREATE INDEX verification_institution ON filings.verification USING btree (institution_id);
CREATE INDEX verification_mismatch ON filings.verification USING btree (district, correct_by, id) WHERE (status = 'MISMATCH_FOUND'::text);
CREATE INDEX verification_waiting ON filings.verification USING btree (district, due_on, id) WHERE (status = ANY (ARRAY['OPEN'::text, 'RECHECK'::text]));
CREATE UNIQUE INDEX verification_unfinished ON filings.verification USING btree (filing_id) WHERE (status <> ALL (ARRAY['VERIFIED'::text, 'CANCELLED'::text]));
CREATE INDEX verification_file_of ON filings.verification_file USING btree (verification_id);
CREATE INDEX directory_change_at ON inspections.directory_change USING btree (changed_at);
CREATE INDEX directory_change_inspector ON inspections.directory_change USING btree (inspector_id, id DESC);
CREATE INDEX draw_beacon_entered ON inspections.draw USING gin (inspections.beacon_parts(beacon_source, beacon_round)) WHERE (beacon_value IS NOT NULL);
CREATE INDEX draw_newest ON inspections.draw USING btree (announced_at DESC, id DESC);
CREATE INDEX draw_plan ON inspections.draw USING btree (plan_id, id DESC);
CREATE INDEX draw_waiting ON inspections.draw USING btree (status) WHERE (status = ANY (ARRAY['ANNOUNCED'::text, 'BEACON_ENTERED'::text, 'INFEASIBLE'::text, 'DRAWN'::text]));
CREATE UNIQUE INDEX draw_in_progress ON inspections.draw USING btree (plan_id) WHERE (status <> ALL (ARRAY['OPENED'::text, 'VOIDED'::text]));
CREATE INDEX draw_inspector_inspector ON inspections.draw_inspector USING btree (inspector_id);
CREATE INDEX draw_inspector_person ON inspections.draw_inspector USING btree (person_id);
CREATE INDEX draw_stand_in_task ON inspections.draw_stand_in USING btree (task_id, seq);
CREATE INDEX evidence_task ON inspections.evidence USING btree (task_id, id);
CREATE INDEX finding_failed ON inspections.finding USING btree (id DESC) WHERE (outcome = 'FAIL'::text);
CREATE INDEX inspector_department ON inspections.inspector USING btree (department, certificate_number) WHERE active;
CREATE UNIQUE INDEX inspector_person ON inspections.inspector USING btree (person_id) WHERE active;
CREATE INDEX plan_newest ON inspections.plan USING btree (kind, year, id DESC);
CREATE INDEX plan_search_terms ON inspections.plan USING gin (platform.search_terms(title, districts));
CREATE INDEX recusal_inspector ON inspections.recusal USING btree (inspector_id, id DESC);
CREATE INDEX recusal_institution ON inspections.recusal USING btree (institution_id);
CREATE INDEX recusal_person ON inspections.recusal USING btree (person_id, id DESC);
CREATE INDEX result_corrections ON inspections.result USING btree (corrects) WHERE (corrects IS NOT NULL);
CREATE INDEX result_district ON inspections.result USING btree (district, status, id DESC);
CREATE INDEX result_due ON inspections.result USING btree (due_on) WHERE (status = 'PENDING'::text);
CREATE INDEX result_failed ON inspections.result USING btree (district, inspected_on, id) WHERE (failures <> '[]'::jsonb);
CREATE INDEX result_figures ON inspections.result USING btree (inspected_on, id) INCLUDE (district, kind, result_code, result_label, members);
CREATE INDEX result_institution ON inspections.result USING btree (institution_id, inspected_on DESC);
CREATE INDEX result_of_task ON inspections.result USING btree (task_id) WHERE (status = 'PUBLISHED'::text);
CREATE INDEX result_party ON inspections.result USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX result_plan ON inspections.result USING btree (plan_id);
CREATE INDEX result_published ON inspections.result USING btree (published_at DESC, id DESC) WHERE (status = 'PUBLISHED'::text);
CREATE INDEX result_waiting ON inspections.result USING btree (district, due_on, id) WHERE (status = 'PENDING'::text);
CREATE UNIQUE INDEX result_task ON inspections.result USING btree (task_id) WHERE ((corrects IS NULL) AND (status <> 'WITHDRAWN'::text));
CREATE INDEX task_assignees ON inspections.task USING gin (assignees);
CREATE INDEX task_district ON inspections.task USING btree (district, status, due_on, id);
CREATE INDEX task_draw ON inspections.task USING btree (draw_id, status);
CREATE INDEX task_gone ON inspections.task USING btree (district, id) WHERE ((status = 'SUBMITTED'::text) AND (result_code = ANY (ARRAY['NOT_FOUND'::text, 'CLOSED'::text, 'DEREGISTERED'::text, 'LICENCE_REVOKED'::text, 'REGISTRATION_CANCELLED'::text, 'RELOCATED'::text])));
CREATE INDEX task_institution ON inspections.task USING btree (institution_id, id DESC);
CREATE INDEX task_list ON inspections.task USING btree (due_on, id);
CREATE INDEX task_party ON inspections.task USING btree (party_id, id DESC) WHERE (party_id IS NOT NULL);
CREATE INDEX task_plan ON inspections.task USING btree (plan_id);
CREATE INDEX task_submitted ON inspections.task USING btree (draw_id, submitted_at) WHERE (submitted_at IS NOT NULL);
CREATE INDEX directory_import_of_places ON institutions.directory_import USING btree (districts, id DESC);
CREATE UNIQUE INDEX directory_import_open ON institutions.directory_import USING btree (requested_by) WHERE (ended_at IS NULL);
CREATE INDEX filing_end_institution ON institutions.filing_end USING btree (institution_id, decided_at DESC);
CREATE INDEX filing_end_spelling ON institutions.filing_end USING btree (upper(replace(NORMALIZE(filing_number, NFKC), ' '::text, ''::text)), decided_at DESC);
CREATE INDEX former_name_name ON institutions.former_name USING btree (name);
CREATE INDEX former_name_search ON institutions.former_name USING gin (platform.search_terms(name, ARRAY[district]));
CREATE INDEX former_number_spelling ON institutions.former_number USING btree (upper(filing_number));
CREATE INDEX import_run_digest ON institutions.import_run USING btree (digest, started_at);
CREATE UNIQUE INDEX import_run_running ON institutions.import_run USING btree (digest) WHERE (state = 'RUNNING'::text);
CREATE INDEX institution_district_name ON institutions.institution USING btree (district, name, id);
CREATE INDEX institution_district_newest ON institutions.institution USING btree (district, registered_at DESC, id DESC);
CREATE INDEX institution_figures ON institutions.institution USING btree (district, kind, grade, status) INCLUDE (township, operator_id, capacity);
CREATE INDEX institution_head ON institutions.institution USING btree (legal_representative_id_index) WHERE (legal_representative_id_index IS NOT NULL);
CREATE INDEX institution_homes ON institutions.institution USING btree (registered_at DESC, id DESC) WHERE (NULLIF((details ->> 'siteType'::text), ''::text) = 'HOME'::text);
CREATE INDEX institution_name ON institutions.institution USING btree (name);
CREATE INDEX institution_near_site ON institutions.institution USING btree (district, platform.site_key(address));
CREATE INDEX institution_newest ON institutions.institution USING btree (registered_at DESC, id DESC);
CREATE INDEX institution_number ON institutions.institution USING btree (upper(filing_number) text_pattern_ops);
CREATE INDEX institution_number_spelling ON institutions.institution USING btree (upper(replace(NORMALIZE(filing_number, NFKC), ' '::text, ''::text))) WHERE (filing_number IS NOT NULL);
CREATE INDEX institution_operator ON institutions.institution USING btree (operator_id) WHERE (operator_id IS NOT NULL);
CREATE INDEX institution_place ON institutions.institution USING btree (district, address_key);
CREATE INDEX institution_search ON institutions.institution USING gin (institutions.search_terms(name, kind, (grade)::text, district));
CREATE INDEX institution_suspended ON institutions.institution USING btree (id) WHERE (status = 'SUSPENDED'::text);
CREATE INDEX institution_targets ON institutions.institution USING btree (kind, district, grade, id) WHERE (status = 'OPERATING'::text);
CREATE INDEX institution_uscc ON institutions.institution USING btree (uscc);
CREATE UNIQUE INDEX institution_site ON institutions.institution USING btree (uscc, district, address_key) WHERE (status <> 'CLOSED'::text);
CREATE INDEX link_institution ON institutions.link USING btree (institution_id, made_at DESC, id DESC);
CREATE INDEX link_other_code ON institutions.link USING btree (other_code) WHERE (other_code IS NOT NULL);
CREATE INDEX link_other_institution ON institutions.link USING btree (other_id, made_at DESC, id DESC) WHERE (other_id IS NOT NULL);
CREATE INDEX status_step_due ON institutions.status_step USING btree (effective_on, id) WHERE ((applied_at IS NULL) AND (retracted_at IS NULL) AND (NOT held));
CREATE INDEX status_step_institution ON institutions.status_step USING btree (institution_id, id DESC);
CREATE UNIQUE INDEX status_step_pending ON institutions.status_step USING btree (institution_id) WHERE ((applied_at IS NULL) AND (retracted_at IS NULL));
CREATE INDEX suspension_contact_institution ON institutions.suspension_contact USING btree (institution_id, id DESC);
CREATE INDEX suspension_contact_step ON institutions.suspension_contact USING btree (step_id, id DESC);
CREATE INDEX dead_job_newest ON platform.dead_job USING btree (failed_at DESC, id DESC);
CREATE INDEX dead_job_open ON platform.dead_job USING btree (failed_at) WHERE (retried_at IS NULL);
CREATE INDEX file_signature_key ON platform.file_signature USING btree (key_id);
CREATE INDEX idempotency_age ON platform.idempotency USING btree (created_at);
CREATE INDEX job_done_age ON platform.job_done USING btree (done_at);
CREATE INDEX outbox_settled ON platform.outbox USING btree (settled_at) WHERE (settled_at IS NOT NULL);
CREATE INDEX outbox_unsettled ON platform.outbox USING btree (job, dispatched_at) WHERE (settled_at IS NULL);
CREATE INDEX outbox_waiting ON platform.outbox USING btree (not_before, id) WHERE (dispatched_at IS NULL);
CREATE INDEX stored_file_sm3 ON platform.stored_file USING btree (sm3);
CREATE INDEX stored_file_uploaded ON platform.stored_file USING btree (uploaded_by, uploaded_at);
CREATE INDEX entry_district ON publication.entry USING btree (district);
CREATE INDEX entry_newest ON publication.entry USING btree (at DESC, subject_id DESC);
CREATE INDEX district_parent ON reference.district USING btree (parent);
CREATE INDEX entry_order ON reference.entry USING btree (list, "position");
CREATE INDEX file_removal ON removals.file USING btree (removal_id, id);
CREATE INDEX paper_print_file ON removals.paper_print USING btree (file_id);
CREATE INDEX paper_print_sm3 ON removals.paper_print USING btree (sm3);
CREATE INDEX removal_announced ON removals.removal USING btree (noticed_at DESC, id DESC) WHERE ((notice_service = 'ANNOUNCED'::text) AND (status = ANY (ARRAY['NOTICED'::text, 'STATED'::text, 'PROPOSED'::text])));
CREATE INDEX removal_decided_at ON removals.removal USING btree (decided_at DESC, id DESC) WHERE (decision_number IS NOT NULL);
CREATE INDEX removal_due ON removals.removal USING btree (district, due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX removal_institution ON removals.removal USING btree (institution_id, id DESC);
CREATE INDEX removal_party ON removals.removal USING btree (party_id, id DESC) WHERE (party_id IS NOT NULL);
CREATE INDEX removal_place ON removals.removal USING btree (district, kind, id DESC);
CREATE INDEX removal_to_serve ON removals.removal USING btree (district, serve_by, id) WHERE (serve_by IS NOT NULL);
CREATE UNIQUE INDEX removal_open ON removals.removal USING btree (institution_id) WHERE (status = ANY (ARRAY['OPENED'::text, 'PREPARED'::text, 'NOTICED'::text, 'STATED'::text, 'PROPOSED'::text]));
CREATE INDEX statement_removal ON removals.statement USING btree (removal_id, id);
CREATE INDEX credential_barred ON staff.credential USING btree (member_id) WHERE (result = 'BARRED'::text);
CREATE INDEX credential_member ON staff.credential USING btree (member_id, id DESC);
CREATE INDEX expiry_look_on ON staff.expiry USING btree (next_look_on, id) WHERE (next_look_on IS NOT NULL);
CREATE INDEX expiry_member ON staff.expiry USING btree (member_id) WHERE (member_id IS NOT NULL);
CREATE INDEX expiry_of_a_thing ON staff.expiry USING btree (what, ends_on, id) INCLUDE (kind, district, township, institution_id) WHERE (status = ANY (ARRAY['WATCHED'::text, 'EXPIRED'::text, 'CHECKED'::text]));
CREATE INDEX expiry_place ON staff.expiry USING btree (district, ends_on, id) WHERE (status = ANY (ARRAY['WATCHED'::text, 'EXPIRED'::text, 'CHECKED'::text]));
CREATE INDEX expiry_radar ON staff.expiry USING btree (ends_on, id) WHERE (status = ANY (ARRAY['WATCHED'::text, 'EXPIRED'::text, 'CHECKED'::text]));
CREATE INDEX expiry_to_check ON staff.expiry USING btree (district, institution_id) WHERE (status = 'EXPIRED'::text);
CREATE UNIQUE INDEX expiry_open ON staff.expiry USING btree (institution_id, thing) WHERE (status = ANY (ARRAY['WATCHED'::text, 'EXPIRED'::text, 'CHECKED'::text]));
CREATE INDEX file_member ON staff.file USING btree (member_id, id);
CREATE INDEX member_institution ON staff.member USING btree (institution_id, id DESC);
CREATE INDEX site_list ON unfiled.site USING btree (id DESC, status);
CREATE INDEX site_open ON unfiled.site USING btree (district, due_on, id) WHERE (status = ANY (ARRAY['FOUND'::text, 'URGED'::text]));
CREATE INDEX site_place ON unfiled.site USING btree (district, id DESC);
CREATE INDEX form_draft_age ON workbench.form_draft USING btree (updated_at);
CREATE INDEX notification_age ON workbench.notification USING btree (created_at);
CREATE INDEX notification_awaiting ON workbench.notification USING btree (matter_id) WHERE ((awaits IS NOT NULL) AND (done_at IS NULL));
CREATE INDEX notification_unread ON workbench.notification USING btree (person_id, id DESC) WHERE ((read_at IS NULL) AND (done_at IS NULL));
CREATE INDEX overdue_list ON workbench.overdue USING btree (due_on, id);
CREATE INDEX overdue_of_district ON workbench.overdue USING btree (district, due_on, id);
CREATE INDEX overdue_open ON workbench.overdue USING btree (id) WHERE (status <> 'ENDED'::text);
CREATE INDEX overdue_waiting ON workbench.overdue USING btree (place, raised_at) WHERE (status = ANY (ARRAY['RAISED'::text, 'EXPLAINED'::text]));

-- Triggers

CREATE TRIGGER acting_change_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.acting_change FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE CONSTRAINT TRIGGER acting_change_ends_absence AFTER INSERT ON access.acting_change DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION inspections.note_account_return();
CREATE TRIGGER disclosure_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.disclosure FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER password_giver_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.password_giver FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER person_acting_change AFTER UPDATE ON access.person FOR EACH ROW WHEN ((((old.disabled_at IS NULL) IS DISTINCT FROM (new.disabled_at IS NULL)) OR (('INSPECTOR'::text = ANY (old.roles)) IS DISTINCT FROM ('INSPECTOR'::text = ANY (new.roles))))) EXECUTE FUNCTION access.note_acting_change();
CREATE TRIGGER person_giver AFTER INSERT OR UPDATE ON access.person FOR EACH ROW WHEN ((new.password_given_by IS NOT NULL)) EXECUTE FUNCTION access.remember_giver();
CREATE TRIGGER checkpoint_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER entry_awaits_place AFTER INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.await_place();
CREATE TRIGGER leaf_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.leaf FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER node_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.node FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON credit.event FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER event_lift_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON credit.event_lift FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER grade_change_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON credit.grade_change FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER case_finding_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON enforcement.case_finding FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER case_statement_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON enforcement.case_statement FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER case_transition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON enforcement.case_transition FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER decision_service_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON enforcement.decision_service FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER penalty_case_has_ended BEFORE UPDATE ON enforcement.penalty_case FOR EACH ROW WHEN (((old.status = ANY (ARRAY['DECIDED'::text, 'NOT_PENALISED'::text])) AND (new.status <> old.status))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER penalty_case_keeps_decision BEFORE UPDATE ON enforcement.penalty_case FOR EACH ROW WHEN ((((old.decision_number IS NOT NULL) AND (new.decision_number IS DISTINCT FROM old.decision_number)) OR ((old.decision_measures IS NOT NULL) AND (new.decision_measures IS DISTINCT FROM old.decision_measures)) OR ((old.decision_measure_labels IS NOT NULL) AND (new.decision_measure_labels IS DISTINCT FROM old.decision_measure_labels)) OR ((old.decision_amount_fen IS NOT NULL) AND (new.decision_amount_fen IS DISTINCT FROM old.decision_amount_fen)) OR ((old.decision_text IS NOT NULL) AND (new.decision_text IS DISTINCT FROM old.decision_text)) OR ((old.statement_review IS NOT NULL) AND (new.statement_review IS DISTINCT FROM old.statement_review)) OR ((old.publicity_class IS NOT NULL) AND (new.publicity_class IS DISTINCT FROM old.publicity_class)) OR ((old.decided_by IS NOT NULL) AND (new.decided_by IS DISTINCT FROM old.decided_by)) OR ((old.decided_on IS NOT NULL) AND (new.decided_on IS DISTINCT FROM old.decided_on)))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER penalty_case_keeps_paper BEFORE UPDATE ON enforcement.penalty_case FOR EACH ROW WHEN (((old.status = 'PREPARED'::text) AND (new.status <> 'PREPARED'::text) AND ((old.notice_paper_on IS DISTINCT FROM new.notice_paper_on) OR (old.notice_severity IS DISTINCT FROM new.notice_severity) OR (old.notice_measures IS DISTINCT FROM new.notice_measures) OR (old.notice_amount_fen IS DISTINCT FROM new.notice_amount_fen) OR (old.notice_facts IS DISTINCT FROM new.notice_facts) OR (old.notice_reasons IS DISTINCT FROM new.notice_reasons) OR (old.prior_order_number IS DISTINCT FROM new.prior_order_number) OR (old.prior_ordered_on IS DISTINCT FROM new.prior_ordered_on) OR (old.prior_order_due_on IS DISTINCT FROM new.prior_order_due_on)))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER statement_file_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON enforcement.statement_file FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER change_stays BEFORE DELETE OR TRUNCATE ON exchange.change FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER addition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON feedback.addition FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER follow_up_stays BEFORE DELETE OR TRUNCATE ON feedback.follow_up FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER follow_up_transition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON feedback.follow_up_transition FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER rating_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON feedback.rating FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER assignment_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.assignment FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER assignment_is_a_hand AFTER INSERT ON filings.assignment FOR EACH ROW EXECUTE FUNCTION filings.note_hand('filing_id', 'person_id');
CREATE TRIGGER case_note_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.case_note FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER closure_file_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.closure_file FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER closure_record_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.closure_record FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER closure_record_is_a_hand AFTER INSERT ON filings.closure_record FOR EACH ROW EXECUTE FUNCTION filings.note_hand('filing_id', 'actor_id');
CREATE TRIGGER closure_report_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.closure_report FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER closure_report_is_a_hand AFTER INSERT ON filings.closure_report FOR EACH ROW EXECUTE FUNCTION filings.note_hand('filing_id', 'actor_id');
CREATE TRIGGER commitment_kept BEFORE DELETE OR TRUNCATE ON filings.commitment FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER commitment_stays BEFORE UPDATE ON filings.commitment FOR EACH ROW EXECUTE FUNCTION filings.keep_commitment();
CREATE TRIGGER commitment_transition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.commitment_transition FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER commitment_transition_is_a_hand AFTER INSERT ON filings.commitment_transition FOR EACH ROW EXECUTE FUNCTION filings.note_hand('commitment_id', 'actor_id');
CREATE TRIGGER disclosure_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.disclosure FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER disclosure_is_a_hand AFTER INSERT ON filings.disclosure FOR EACH ROW EXECUTE FUNCTION filings.note_hand('filing_id', 'actor_id');
CREATE TRIGGER extension_ends_once BEFORE UPDATE ON filings.extension FOR EACH ROW WHEN (((old.status <> 'ASKED'::text) OR ((((((((old.id IS DISTINCT FROM new.id) OR (old.filing_id IS DISTINCT FROM new.filing_id)) OR (old.reason IS DISTINCT FROM new.reason)) OR (old.days IS DISTINCT FROM new.days)) OR (old.due_before IS DISTINCT FROM new.due_before)) OR (old.due_after IS DISTINCT FROM new.due_after)) OR (old.asked_by IS DISTINCT FROM new.asked_by)) OR (old.asked_at IS DISTINCT FROM new.asked_at)))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER extension_is_a_hand AFTER INSERT OR UPDATE ON filings.extension FOR EACH ROW EXECUTE FUNCTION filings.note_hand('filing_id', 'asked_by', 'ended_by');
CREATE TRIGGER extension_stays BEFORE DELETE OR TRUNCATE ON filings.extension FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER filing_account_giver_stays BEFORE UPDATE ON filings.filing FOR EACH ROW WHEN ((old.account_given_by IS DISTINCT FROM new.account_given_by)) EXECUTE FUNCTION filings.keep_account_giver();
CREATE TRIGGER filing_assistance_stays BEFORE UPDATE ON filings.filing FOR EACH ROW WHEN (((old.entered_by IS DISTINCT FROM new.entered_by) OR ((old.assistance_ended_at IS NOT NULL) AND (old.assistance_ended_at IS DISTINCT FROM new.assistance_ended_at)))) EXECUTE FUNCTION filings.keep_assistance();
CREATE TRIGGER filing_authority_stays BEFORE UPDATE ON filings.filing FOR EACH ROW WHEN (((old.authority IS DISTINCT FROM new.authority) AND (old.round > 0))) EXECUTE FUNCTION filings.keep_authority();
CREATE TRIGGER filing_is_a_hand AFTER INSERT ON filings.filing FOR EACH ROW WHEN ((new.entered_by IS NOT NULL)) EXECUTE FUNCTION filings.note_hand('id', 'entered_by');
CREATE TRIGGER filing_regime_stays BEFORE UPDATE ON filings.filing FOR EACH ROW WHEN ((((old.regime IS DISTINCT FROM new.regime) OR (old.licence_law IS DISTINCT FROM new.licence_law)) AND ((old.status <> ALL (ARRAY['DRAFT'::text, 'RETURNED'::text])) OR ((old.type = 'INITIAL'::text) AND (old.round > 0))))) EXECUTE FUNCTION filings.keep_regime();
CREATE TRIGGER material_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.material FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER opinion_ends_once BEFORE UPDATE ON filings.opinion FOR EACH ROW WHEN (((old.status <> 'ASKED'::text) OR ((((((((old.id IS DISTINCT FROM new.id) OR (old.filing_id IS DISTINCT FROM new.filing_id)) OR (old.department IS DISTINCT FROM new.department)) OR (old.question IS DISTINCT FROM new.question)) OR (old.materials IS DISTINCT FROM new.materials)) OR (old.due_on IS DISTINCT FROM new.due_on)) OR (old.asked_by IS DISTINCT FROM new.asked_by)) OR (old.asked_at IS DISTINCT FROM new.asked_at)))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER opinion_is_a_hand AFTER INSERT OR UPDATE ON filings.opinion FOR EACH ROW EXECUTE FUNCTION filings.note_hand('filing_id', 'asked_by', 'ended_by');
CREATE TRIGGER opinion_file_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.opinion_file FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER opinion_transition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.opinion_transition FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER paper_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.paper FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER paper_print_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.paper_print FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER receipt_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.receipt FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER remark_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.remark FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER retraction_ends_once BEFORE UPDATE ON filings.retraction FOR EACH ROW WHEN (((old.status <> 'ASKED'::text) OR (((((((old.id IS DISTINCT FROM new.id) OR (old.filing_id IS DISTINCT FROM new.filing_id)) OR (old.seq IS DISTINCT FROM new.seq)) OR (old.reason IS DISTINCT FROM new.reason)) OR (old.due_on IS DISTINCT FROM new.due_on)) OR (old.asked_by IS DISTINCT FROM new.asked_by)) OR (old.asked_at IS DISTINCT FROM new.asked_at)))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER retraction_is_a_hand AFTER INSERT OR UPDATE ON filings.retraction FOR EACH ROW EXECUTE FUNCTION filings.note_hand('filing_id', 'asked_by', 'ended_by');
CREATE TRIGGER retraction_stays BEFORE DELETE OR TRUNCATE ON filings.retraction FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER submission_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.submission FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER takeover_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.takeover FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER transition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.transition FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER transition_is_a_hand AFTER INSERT ON filings.transition FOR EACH ROW EXECUTE FUNCTION filings.note_hand('filing_id', 'actor_id');
CREATE TRIGGER transition_not_by_who_entered BEFORE INSERT ON filings.transition FOR EACH ROW WHEN ((new.action = ANY (ARRAY['return'::text, 'refuse'::text, 'accept'::text, 'extend'::text, 'admit'::text, 'dismiss'::text]))) EXECUTE FUNCTION filings.refuse_own_decision();
CREATE TRIGGER verification_named BEFORE INSERT ON filings.verification FOR EACH ROW EXECUTE FUNCTION filings.name_verification();
CREATE TRIGGER verification_file_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.verification_file FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER verification_transition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.verification_transition FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER verification_transition_is_a_hand AFTER INSERT ON filings.verification_transition FOR EACH ROW EXECUTE FUNCTION filings.note_hand('verification_id', 'actor_id');
CREATE TRIGGER verification_visit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON filings.verification_visit FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER verification_visit_is_a_hand AFTER INSERT ON filings.verification_visit FOR EACH ROW EXECUTE FUNCTION filings.note_hand('verification_id', 'officer_ids');
CREATE TRIGGER directory_change_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.directory_change FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE CONSTRAINT TRIGGER directory_change_ends_absence AFTER INSERT ON inspections.directory_change DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION inspections.note_directory_return();
CREATE TRIGGER draw_begins BEFORE INSERT ON inspections.draw FOR EACH ROW EXECUTE FUNCTION inspections.begin_draw();
CREATE TRIGGER draw_confirmed_by_another BEFORE UPDATE ON inspections.draw FOR EACH ROW WHEN (((old.beacon_confirmed_by IS NULL) AND (new.beacon_confirmed_by = new.announced_by))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER draw_has_ended BEFORE UPDATE ON inspections.draw FOR EACH ROW WHEN ((old.status = ANY (ARRAY['OPENED'::text, 'VOIDED'::text]))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER draw_keeps_announcement BEFORE UPDATE ON inspections.draw FOR EACH ROW WHEN ((((((((((((((((old.id IS DISTINCT FROM new.id) OR (old.plan_id IS DISTINCT FROM new.plan_id)) OR (old.title IS DISTINCT FROM new.title)) OR (old.kind IS DISTINCT FROM new.kind)) OR (old.districts IS DISTINCT FROM new.districts)) OR (old.announcement IS DISTINCT FROM new.announcement)) OR (old.announcement_sm3 IS DISTINCT FROM new.announcement_sm3)) OR (old.commitment IS DISTINCT FROM new.commitment)) OR (old.nonce_sealed IS DISTINCT FROM new.nonce_sealed)) OR (old.beacon_source IS DISTINCT FROM new.beacon_source)) OR (old.beacon_round IS DISTINCT FROM new.beacon_round)) OR (old.target_count IS DISTINCT FROM new.target_count)) OR (old.announced_by IS DISTINCT FROM new.announced_by)) OR (old.announced_at IS DISTINCT FROM new.announced_at)) OR (old.announced_in IS DISTINCT FROM new.announced_in))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER draw_keeps_beacon BEFORE UPDATE ON inspections.draw FOR EACH ROW WHEN (((old.beacon_confirmed_at IS NOT NULL) AND ((((((old.beacon_value IS DISTINCT FROM new.beacon_value) OR (old.beacon_source_url IS DISTINCT FROM new.beacon_source_url)) OR (old.beacon_entered_by IS DISTINCT FROM new.beacon_entered_by)) OR (old.beacon_entered_at IS DISTINCT FROM new.beacon_entered_at)) OR (old.beacon_confirmed_by IS DISTINCT FROM new.beacon_confirmed_by)) OR (old.beacon_confirmed_at IS DISTINCT FROM new.beacon_confirmed_at)))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER draw_keeps_outcome BEFORE UPDATE ON inspections.draw FOR EACH ROW WHEN ((((old.result_digest IS NOT NULL) AND (new.result_digest IS DISTINCT FROM old.result_digest)) OR ((old.seed_sealed IS NOT NULL) AND (new.seed_sealed IS DISTINCT FROM old.seed_sealed)) OR ((old.drawn_at IS NOT NULL) AND (new.drawn_at IS DISTINCT FROM old.drawn_at)) OR ((old.failure IS NOT NULL) AND (new.failure IS DISTINCT FROM old.failure)) OR ((old.nonce IS NOT NULL) AND (new.nonce IS DISTINCT FROM old.nonce)) OR ((old.seed IS NOT NULL) AND (new.seed IS DISTINCT FROM old.seed)) OR ((old.opened_at IS NOT NULL) AND (new.opened_at IS DISTINCT FROM old.opened_at)) OR ((old.voided_at IS NOT NULL) AND (new.voided_at IS DISTINCT FROM old.voided_at)) OR ((old.void_reason IS NOT NULL) AND (new.void_reason IS DISTINCT FROM old.void_reason)))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER draw_steps BEFORE UPDATE ON inspections.draw FOR EACH ROW WHEN (((old.status <> new.status) AND (((((((((((old.status <> 'ANNOUNCED'::text) OR (new.status <> 'BEACON_ENTERED'::text)) AND ((old.status <> 'BEACON_ENTERED'::text) OR (new.status <> 'BEACON_CONFIRMED'::text))) AND ((old.status <> 'BEACON_CONFIRMED'::text) OR (new.status <> 'DRAWN'::text))) AND ((old.status <> 'BEACON_CONFIRMED'::text) OR (new.status <> 'INFEASIBLE'::text))) AND ((old.status <> 'DRAWN'::text) OR (new.status <> 'OPENED'::text))) AND ((old.status <> 'ANNOUNCED'::text) OR (new.status <> 'VOIDED'::text))) AND ((old.status <> 'BEACON_ENTERED'::text) OR (new.status <> 'VOIDED'::text))) AND ((old.status <> 'BEACON_CONFIRMED'::text) OR (new.status <> 'VOIDED'::text))) AND ((old.status <> 'DRAWN'::text) OR (new.status <> 'VOIDED'::text))) AND ((old.status <> 'INFEASIBLE'::text) OR (new.status <> 'VOIDED'::text))))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER draw_absence_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.draw_absence FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE CONSTRAINT TRIGGER draw_absence_ended_meanwhile AFTER INSERT ON inspections.draw_absence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION inspections.note_return_meanwhile();
CREATE TRIGGER draw_absence_end_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.draw_absence_end FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER draw_conflict_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.draw_conflict FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER draw_conflict_in_time AFTER INSERT ON inspections.draw_conflict REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION inspections.refuse_late_inputs();
CREATE TRIGGER draw_directory_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.draw_directory FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER draw_directory_in_time AFTER INSERT ON inspections.draw_directory REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION inspections.refuse_late_inputs();
CREATE TRIGGER draw_inspector_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.draw_inspector FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER draw_inspector_in_time AFTER INSERT ON inspections.draw_inspector REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION inspections.refuse_late_inputs();
CREATE TRIGGER draw_replacement_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.draw_replacement FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER draw_replacement_in_time AFTER INSERT ON inspections.draw_replacement REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION inspections.refuse_unless_draw_is('DRAWN');
CREATE TRIGGER draw_reserve_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.draw_reserve FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER draw_reserve_in_time AFTER INSERT ON inspections.draw_reserve REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION inspections.refuse_unless_draw_is('BEACON_CONFIRMED');
CREATE TRIGGER draw_selection_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.draw_selection FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER draw_selection_in_time AFTER INSERT ON inspections.draw_selection REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION inspections.refuse_unless_draw_is('BEACON_CONFIRMED');
CREATE TRIGGER draw_stand_in_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.draw_stand_in FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER draw_stand_in_in_time AFTER INSERT ON inspections.draw_stand_in REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION inspections.refuse_unless_draw_is('DRAWN');
CREATE TRIGGER draw_target_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.draw_target FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER draw_target_in_time AFTER INSERT ON inspections.draw_target REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION inspections.refuse_late_inputs();
CREATE TRIGGER evidence_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.evidence FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER evidence_fixed BEFORE INSERT ON inspections.evidence FOR EACH ROW EXECUTE FUNCTION inspections.refuse_after_submission();
CREATE TRIGGER finding_fixed BEFORE INSERT OR UPDATE ON inspections.finding FOR EACH ROW EXECUTE FUNCTION inspections.refuse_after_submission();
CREATE TRIGGER recusal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.recusal FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER result_names_party BEFORE INSERT ON inspections.result FOR EACH ROW EXECUTE FUNCTION inspections.take_party();
CREATE TRIGGER result_published_is_fixed BEFORE UPDATE ON inspections.result FOR EACH ROW EXECUTE FUNCTION inspections.refuse_after_publication();
CREATE TRIGGER result_steps BEFORE UPDATE ON inspections.result FOR EACH ROW WHEN (((old.status <> new.status) AND ((old.status <> 'PENDING'::text) OR (new.status <> 'PUBLISHED'::text)) AND ((old.status <> 'PENDING'::text) OR (new.status <> 'WITHDRAWN'::text)))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER result_team_follows_stand_in BEFORE UPDATE ON inspections.result FOR EACH ROW WHEN (((old.members IS DISTINCT FROM new.members) OR (old.certificate_numbers IS DISTINCT FROM new.certificate_numbers))) EXECUTE FUNCTION inspections.result_follows_stand_in();
CREATE TRIGGER result_withdrawn_unsigned BEFORE UPDATE ON inspections.result FOR EACH ROW WHEN (((old.status <> new.status) AND (new.status = 'WITHDRAWN'::text))) EXECUTE FUNCTION inspections.withdrawn_unsigned();
CREATE CONSTRAINT TRIGGER result_withdrawn_with_task AFTER UPDATE ON inspections.result DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.status = 'WITHDRAWN'::text)) EXECUTE FUNCTION inspections.withdrawn_with_task();
CREATE TRIGGER task_has_ended BEFORE UPDATE ON inspections.task FOR EACH ROW WHEN ((old.status = ANY (ARRAY['REPLACED'::text, 'CANCELLED'::text]))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER task_has_members AFTER INSERT ON inspections.task REFERENCING NEW TABLE AS new_task FOR EACH STATEMENT EXECUTE FUNCTION inspections.note_members();
CREATE TRIGGER task_keeps_report BEFORE UPDATE ON inspections.task FOR EACH ROW WHEN (((((old.started_at IS NOT NULL) AND (new.started_at IS DISTINCT FROM old.started_at)) OR ((old.submitted_at IS NOT NULL) AND (new.submitted_at IS DISTINCT FROM old.submitted_at)) OR ((old.submitted_by IS NOT NULL) AND (new.submitted_by IS DISTINCT FROM old.submitted_by)) OR ((old.result_id IS NOT NULL) AND (new.result_id IS DISTINCT FROM old.result_id)) OR ((old.result_code IS NOT NULL) AND (new.result_code IS DISTINCT FROM old.result_code)) OR ((old.co_signed_by IS NOT NULL) AND (new.co_signed_by IS DISTINCT FROM old.co_signed_by)) OR ((old.co_signed_at IS NOT NULL) AND (new.co_signed_at IS DISTINCT FROM old.co_signed_at))) AND (NOT ((old.status = 'SUBMITTED'::text) AND (new.status = ANY (ARRAY['IN_PROGRESS'::text, 'CANCELLED'::text])))))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER task_members_follow AFTER UPDATE ON inspections.task FOR EACH ROW WHEN ((old.assignees IS DISTINCT FROM new.assignees)) EXECUTE FUNCTION inspections.exchange_members();
CREATE TRIGGER task_names_party BEFORE UPDATE ON inspections.task FOR EACH ROW WHEN (((old.status = 'ASSIGNED'::text) AND (new.status = 'IN_PROGRESS'::text))) EXECUTE FUNCTION inspections.name_party();
CREATE TRIGGER task_report_withdrawn BEFORE UPDATE ON inspections.task FOR EACH ROW WHEN (((old.status = 'SUBMITTED'::text) AND (new.status = ANY (ARRAY['IN_PROGRESS'::text, 'CANCELLED'::text])))) EXECUTE FUNCTION inspections.report_withdrawn();
CREATE CONSTRAINT TRIGGER task_rests_on_standing AFTER UPDATE ON inspections.task DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.status = 'SUBMITTED'::text) AND (old.status <> 'SUBMITTED'::text))) EXECUTE FUNCTION inspections.rests_on_standing();
CREATE TRIGGER task_steps BEFORE UPDATE ON inspections.task FOR EACH ROW WHEN (((old.status <> new.status) AND ((old.status <> 'ASSIGNED'::text) OR (new.status <> 'IN_PROGRESS'::text)) AND ((old.status <> 'IN_PROGRESS'::text) OR (new.status <> 'SUBMITTED'::text)) AND ((old.status <> 'SUBMITTED'::text) OR (new.status <> 'REPLACED'::text)) AND ((old.status <> 'ASSIGNED'::text) OR (new.status <> 'CANCELLED'::text)) AND ((old.status <> 'IN_PROGRESS'::text) OR (new.status <> 'CANCELLED'::text)) AND ((old.status <> 'SUBMITTED'::text) OR (new.status <> 'IN_PROGRESS'::text)) AND ((old.status <> 'SUBMITTED'::text) OR (new.status <> 'CANCELLED'::text)))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER task_team_follows_stand_in BEFORE UPDATE ON inspections.task FOR EACH ROW WHEN (((old.team IS DISTINCT FROM new.team) OR (old.assignees IS DISTINCT FROM new.assignees))) EXECUTE FUNCTION inspections.team_follows_stand_in();
CREATE TRIGGER task_member_append_only BEFORE UPDATE OR TRUNCATE ON inspections.task_member FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER task_member_follows BEFORE DELETE ON inspections.task_member FOR EACH STATEMENT WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER transition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON inspections.transition FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER filing_end_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON institutions.filing_end FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER former_name_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON institutions.former_name FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER former_number_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON institutions.former_number FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER institution_keeps_former_number AFTER UPDATE OF filing_number ON institutions.institution FOR EACH ROW WHEN (((old.filing_number IS NOT NULL) AND (old.filing_number IS DISTINCT FROM new.filing_number))) EXECUTE FUNCTION institutions.keep_former_number();
CREATE TRIGGER link_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON institutions.link FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER status_step_applied_once BEFORE UPDATE ON institutions.status_step FOR EACH ROW WHEN (((old.applied_at IS NOT NULL) OR (old.retracted_at IS NOT NULL) OR ((((((((((old.id IS DISTINCT FROM new.id) OR (old.institution_id IS DISTINCT FROM new.institution_id)) OR (old.action IS DISTINCT FROM new.action)) OR (old.from_status IS DISTINCT FROM new.from_status)) OR (old.to_status IS DISTINCT FROM new.to_status)) OR (old.effective_on IS DISTINCT FROM new.effective_on)) OR (old.filing_id IS DISTINCT FROM new.filing_id)) OR (old.decided_by IS DISTINCT FROM new.decided_by)) OR (old.decided_at IS DISTINCT FROM new.decided_at)) OR (old.expected_until IS DISTINCT FROM new.expected_until)))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER status_step_stays BEFORE DELETE OR TRUNCATE ON institutions.status_step FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER suspension_contact_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON institutions.suspension_contact FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER file_signature_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.file_signature FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER key_check_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.key_check FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER signing_key_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.signing_key FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER stored_file_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.stored_file FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON publication.entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER decision_service_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON removals.decision_service FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER file_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON removals.file FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER paper_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON removals.paper FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER paper_print_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON removals.paper_print FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER removal_keeps_decision BEFORE UPDATE ON removals.removal FOR EACH ROW WHEN ((((old.decision_number IS NOT NULL) AND (((((((((((old.type IS DISTINCT FROM new.type) OR (old.ground IS DISTINCT FROM new.ground)) OR (old.institution_id IS DISTINCT FROM new.institution_id)) OR (old.filing_number IS DISTINCT FROM new.filing_number)) OR (old.notice_facts IS DISTINCT FROM new.notice_facts)) OR (old.proposal IS DISTINCT FROM new.proposal)) OR (old.statement_review IS DISTINCT FROM new.statement_review)) OR (old.decision_number IS DISTINCT FROM new.decision_number)) OR (old.decided_by IS DISTINCT FROM new.decided_by)) OR (old.decided_on IS DISTINCT FROM new.decided_on)) OR (old.decision_facts IS DISTINCT FROM new.decision_facts))) OR (old.status = ANY (ARRAY['DROPPED'::text, 'ANNULLED'::text])))) EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER removal_not_of_accepter BEFORE UPDATE ON removals.removal FOR EACH ROW WHEN (((new.decided_by IS NOT NULL) AND (old.decided_by IS NULL))) EXECUTE FUNCTION removals.refuse_own_acceptance();
CREATE TRIGGER removal_stays BEFORE DELETE OR TRUNCATE ON removals.removal FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER statement_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON removals.statement FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER transition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON removals.transition FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER credential_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON staff.credential FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER expiry_stays BEFORE DELETE OR TRUNCATE ON staff.expiry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER expiry_transition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON staff.expiry_transition FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER file_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON staff.file FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER member_stays BEFORE DELETE OR TRUNCATE ON staff.member FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER site_stays BEFORE DELETE OR TRUNCATE ON unfiled.site FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER site_transition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON unfiled.site_transition FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER overdue_stays BEFORE DELETE OR TRUNCATE ON workbench.overdue FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_rewriting();
CREATE TRIGGER overdue_step_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON workbench.overdue_step FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- Row-level security

alter table access.disclosure enable row level security;
create policy disclosure_own on access.disclosure as permissive for all to zhaoguan_app using (platform.is_actor(person_id)) with check (platform.is_actor(person_id));
alter table credit.account enable row level security;
create policy account_rights on credit.account as permissive for all to zhaoguan_app using ((platform.covers(district) OR credit.covers_township(institution_id) OR credit.is_own(institution_id))) with check ((platform.covers(district) OR credit.covers_township(institution_id)));
alter table credit.event enable row level security;
create policy event_rights on credit.event as permissive for all to zhaoguan_app using ((platform.covers(district) OR credit.covers_township(institution_id) OR credit.is_own(institution_id))) with check ((platform.covers(district) OR credit.covers_township(institution_id)));
alter table credit.event_lift enable row level security;
create policy event_lift_rights on credit.event_lift as permissive for all to zhaoguan_app using ((platform.covers(district) OR credit.covers_township(institution_id) OR credit.is_own(institution_id))) with check ((platform.covers(district) OR credit.covers_township(institution_id)));
alter table credit.grade_change enable row level security;
create policy grade_change_rights on credit.grade_change as permissive for all to zhaoguan_app using ((platform.covers(district) OR credit.covers_township(institution_id) OR credit.is_own(institution_id))) with check ((platform.covers(district) OR credit.covers_township(institution_id)));
alter table enforcement.case_finding enable row level security;
create policy case_finding_rights on enforcement.case_finding as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM enforcement.penalty_case c
  WHERE (c.id = case_finding.case_id))));
alter table enforcement.case_statement enable row level security;
create policy case_statement_rights on enforcement.case_statement as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM enforcement.penalty_case c
  WHERE (c.id = case_statement.case_id))));
alter table enforcement.case_transition enable row level security;
create policy case_transition_rights on enforcement.case_transition as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM enforcement.penalty_case c
  WHERE (c.id = case_transition.case_id))));
alter table enforcement.decision_service enable row level security;
create policy decision_service_enter on enforcement.decision_service as permissive for insert to zhaoguan_app with check ((EXISTS ( SELECT
   FROM enforcement.penalty_case c
  WHERE ((c.id = decision_service.case_id) AND (c.decided_on IS NOT NULL) AND platform.covers(COALESCE(c.township, c.district))))));
create policy decision_service_read on enforcement.decision_service as permissive for select to zhaoguan_app using ((EXISTS ( SELECT
   FROM enforcement.penalty_case c
  WHERE (c.id = decision_service.case_id))));
alter table enforcement.penalty_case enable row level security;
create policy penalty_case_rights on enforcement.penalty_case as permissive for all to zhaoguan_app using ((platform.covers(COALESCE(township, district)) OR ((noticed_on IS NOT NULL) AND enforcement.is_party(party_id, institution_id)))) with check ((platform.covers(COALESCE(township, district)) OR ((noticed_on IS NOT NULL) AND enforcement.is_party(party_id, institution_id))));
alter table enforcement.statement_file enable row level security;
create policy statement_file_insert on enforcement.statement_file as permissive for insert to zhaoguan_app with check ((platform.is_actor(uploaded_by) AND (EXISTS ( SELECT
   FROM enforcement.penalty_case c
  WHERE ((c.id = statement_file.case_id) AND enforcement.is_party(c.party_id, c.institution_id))))));
create policy statement_file_read on enforcement.statement_file as permissive for select to zhaoguan_app using ((EXISTS ( SELECT
   FROM enforcement.penalty_case c
  WHERE (c.id = statement_file.case_id))));
alter table feedback.addition enable row level security;
create policy addition_give on feedback.addition as permissive for insert to zhaoguan_app with check ((EXISTS ( SELECT
   FROM feedback.rating r
  WHERE ((r.id = addition.rating_id) AND platform.is_actor(r.applicant_id)))));
create policy addition_read on feedback.addition as permissive for select to zhaoguan_app using ((EXISTS ( SELECT
   FROM feedback.rating r
  WHERE (r.id = addition.rating_id))));
alter table feedback.follow_up enable row level security;
create policy follow_up_rights on feedback.follow_up as permissive for all to zhaoguan_app using ((platform.is_actor(applicant_id) OR (platform.covers(COALESCE(township, district)) AND (NOT (EXISTS ( SELECT
   FROM filings.hand h
  WHERE ((h.filing_id = follow_up.filing_id) AND platform.is_actor(h.person_id)))))))) with check ((platform.is_actor(applicant_id) OR (platform.covers(COALESCE(township, district)) AND (NOT (EXISTS ( SELECT
   FROM filings.hand h
  WHERE ((h.filing_id = follow_up.filing_id) AND platform.is_actor(h.person_id))))))));
alter table feedback.follow_up_transition enable row level security;
create policy follow_up_transition_rights on feedback.follow_up_transition as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM feedback.follow_up f
  WHERE (f.id = follow_up_transition.follow_up_id)))) with check ((EXISTS ( SELECT
   FROM feedback.follow_up f
  WHERE (f.id = follow_up_transition.follow_up_id))));
alter table feedback.rating enable row level security;
create policy rating_give on feedback.rating as permissive for insert to zhaoguan_app with check (platform.is_actor(applicant_id));
create policy rating_read on feedback.rating as permissive for select to zhaoguan_app using ((platform.is_actor(applicant_id) OR (platform.covers(COALESCE(township, district)) AND (NOT (EXISTS ( SELECT
   FROM filings.hand h
  WHERE ((h.filing_id = rating.filing_id) AND platform.is_actor(h.person_id))))))));
alter table filings.assignment enable row level security;
create policy assignment_rights on filings.assignment as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE ((f.id = assignment.filing_id) AND (f.status <> 'DRAFT'::text) AND platform.covers(COALESCE(f.township, f.district)))))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE ((f.id = assignment.filing_id) AND (f.status <> 'DRAFT'::text) AND platform.covers(COALESCE(f.township, f.district))))));
alter table filings.case_holder enable row level security;
create policy case_holder_rights on filings.case_holder as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE ((f.id = case_holder.filing_id) AND (f.status <> 'DRAFT'::text) AND platform.covers(COALESCE(f.township, f.district)))))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE ((f.id = case_holder.filing_id) AND (f.status <> 'DRAFT'::text) AND platform.covers(COALESCE(f.township, f.district))))));
alter table filings.case_note enable row level security;
create policy case_note_rights on filings.case_note as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE ((f.id = case_note.filing_id) AND (f.status <> 'DRAFT'::text) AND platform.covers(COALESCE(f.township, f.district)))))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE ((f.id = case_note.filing_id) AND (f.status <> 'DRAFT'::text) AND platform.covers(COALESCE(f.township, f.district))))));
alter table filings.closure_file enable row level security;
create policy closure_file_rights on filings.closure_file as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.closure_follow_up c
  WHERE (c.filing_id = closure_file.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.closure_follow_up c
  WHERE (c.filing_id = closure_file.filing_id))));
alter table filings.closure_follow_up enable row level security;
create policy closure_follow_up_rights on filings.closure_follow_up as permissive for all to zhaoguan_app using ((platform.is_actor(applicant_id) OR platform.covers(COALESCE(township, district)))) with check ((platform.is_actor(applicant_id) OR platform.covers(COALESCE(township, district))));
alter table filings.closure_record enable row level security;
create policy closure_record_rights on filings.closure_record as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.closure_follow_up c
  WHERE (c.filing_id = closure_record.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.closure_follow_up c
  WHERE (c.filing_id = closure_record.filing_id))));
alter table filings.closure_report enable row level security;
create policy closure_report_rights on filings.closure_report as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.closure_follow_up c
  WHERE (c.filing_id = closure_report.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.closure_follow_up c
  WHERE (c.filing_id = closure_report.filing_id))));
alter table filings.commitment enable row level security;
create policy commitment_rights on filings.commitment as permissive for all to zhaoguan_app using (
CASE
    WHEN (due_on IS NULL) THEN (EXISTS ( SELECT
       FROM filings.filing f
      WHERE (f.id = commitment.filing_id)))
    ELSE (platform.is_actor(applicant_id) OR platform.covers(COALESCE(township, district)))
END) with check (
CASE
    WHEN (due_on IS NULL) THEN (EXISTS ( SELECT
       FROM filings.filing f
      WHERE (f.id = commitment.filing_id)))
    ELSE (platform.is_actor(applicant_id) OR platform.covers(COALESCE(township, district)))
END);
alter table filings.commitment_transition enable row level security;
create policy commitment_transition_rights on filings.commitment_transition as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.commitment c
  WHERE (c.id = commitment_transition.commitment_id)))) with check ((EXISTS ( SELECT
   FROM filings.commitment c
  WHERE (c.id = commitment_transition.commitment_id))));
alter table filings.disclosure enable row level security;
create policy disclosure_rights on filings.disclosure as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = disclosure.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = disclosure.filing_id))));
alter table filings.extension enable row level security;
create policy extension_rights on filings.extension as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = extension.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = extension.filing_id))));
alter table filings.filing enable row level security;
create policy filing_rights on filings.filing as permissive for all to zhaoguan_app using ((platform.is_actor(applicant_id) OR ((status <> ALL (ARRAY['DRAFT'::text, 'ABANDONED'::text])) AND platform.covers(COALESCE(township, district))) OR (platform.is_actor(entered_by) AND (assistance_ended_at IS NULL) AND platform.covers(COALESCE(township, district))))) with check ((platform.is_actor(applicant_id) OR ((status <> ALL (ARRAY['DRAFT'::text, 'ABANDONED'::text])) AND platform.covers(COALESCE(township, district))) OR (platform.is_actor(entered_by) AND (assistance_ended_at IS NULL) AND platform.covers(COALESCE(township, district)))));
alter table filings.hand enable row level security;
create policy hand_own on filings.hand as permissive for select to zhaoguan_app using ((platform.is_actor(person_id) OR platform.is_system()));
alter table filings.material enable row level security;
create policy material_rights on filings.material as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = material.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = material.filing_id))));
alter table filings.opinion enable row level security;
create policy opinion_rights on filings.opinion as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = opinion.filing_id)
 OFFSET 0))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = opinion.filing_id)
 OFFSET 0)));
alter table filings.opinion_file enable row level security;
create policy opinion_file_rights on filings.opinion_file as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.opinion o
  WHERE (o.id = opinion_file.opinion_id)))) with check ((EXISTS ( SELECT
   FROM filings.opinion o
  WHERE (o.id = opinion_file.opinion_id))));
alter table filings.opinion_transition enable row level security;
create policy opinion_transition_rights on filings.opinion_transition as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.opinion o
  WHERE (o.id = opinion_transition.opinion_id)))) with check ((EXISTS ( SELECT
   FROM filings.opinion o
  WHERE (o.id = opinion_transition.opinion_id))));
alter table filings.paper enable row level security;
create policy paper_rights on filings.paper as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = paper.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = paper.filing_id))));
alter table filings.paper_print enable row level security;
create policy paper_print_rights on filings.paper_print as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.paper p
  WHERE (p.id = paper_print.paper_id)))) with check ((EXISTS ( SELECT
   FROM filings.paper p
  WHERE (p.id = paper_print.paper_id))));
alter table filings.receipt enable row level security;
create policy receipt_rights on filings.receipt as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = receipt.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = receipt.filing_id))));
alter table filings.remark enable row level security;
create policy remark_rights on filings.remark as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = remark.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = remark.filing_id))));
alter table filings.retraction enable row level security;
create policy retraction_rights on filings.retraction as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = retraction.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = retraction.filing_id))));
alter table filings.submission enable row level security;
create policy submission_rights on filings.submission as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = submission.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = submission.filing_id))));
alter table filings.takeover enable row level security;
create policy takeover_rights on filings.takeover as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = takeover.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = takeover.filing_id))));
alter table filings.transition enable row level security;
create policy transition_rights on filings.transition as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = transition.filing_id)))) with check ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE (f.id = transition.filing_id))));
alter table filings.unattended enable row level security;
create policy unattended_office on filings.unattended as permissive for select to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.filing f
  WHERE ((f.id = unattended.filing_id) AND platform.covers(COALESCE(f.authority, f.township, f.district))))));
create policy unattended_rights on filings.unattended as permissive for all to zhaoguan_app using (platform.covers(COALESCE(township, district))) with check (platform.covers(COALESCE(township, district)));
alter table filings.verification enable row level security;
create policy verification_rights on filings.verification as permissive for all to zhaoguan_app using ((platform.is_actor(applicant_id) OR platform.covers(COALESCE(township, district)))) with check ((platform.is_actor(applicant_id) OR platform.covers(COALESCE(township, district))));
alter table filings.verification_file enable row level security;
create policy verification_file_rights on filings.verification_file as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.verification v
  WHERE (v.id = verification_file.verification_id)))) with check ((EXISTS ( SELECT
   FROM filings.verification v
  WHERE (v.id = verification_file.verification_id))));
alter table filings.verification_transition enable row level security;
create policy verification_transition_rights on filings.verification_transition as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.verification v
  WHERE (v.id = verification_transition.verification_id)))) with check ((EXISTS ( SELECT
   FROM filings.verification v
  WHERE (v.id = verification_transition.verification_id))));
alter table filings.verification_visit enable row level security;
create policy verification_visit_rights on filings.verification_visit as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM filings.verification v
  WHERE (v.id = verification_visit.verification_id)))) with check ((EXISTS ( SELECT
   FROM filings.verification v
  WHERE (v.id = verification_visit.verification_id))));
alter table inspections.directory_change enable row level security;
create policy directory_change_insert on inspections.directory_change as permissive for insert to zhaoguan_app with check ((platform.is_actor(changed_by) AND (EXISTS ( SELECT
   FROM inspections.inspector i
  WHERE (i.id = directory_change.inspector_id)))));
create policy directory_change_read on inspections.directory_change as permissive for select to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.inspector i
  WHERE (i.id = directory_change.inspector_id))));
alter table inspections.draw enable row level security;
create policy draw_rights on inspections.draw as permissive for all to zhaoguan_app using (inspections.covers_all(districts)) with check (inspections.covers_all(districts));
alter table inspections.draw_absence enable row level security;
create policy draw_absence_rights on inspections.draw_absence as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_absence.draw_id)))) with check ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_absence.draw_id))));
alter table inspections.draw_absence_end enable row level security;
create policy draw_absence_end_rights on inspections.draw_absence_end as permissive for select to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_absence_end.draw_id))));
alter table inspections.draw_conflict enable row level security;
create policy draw_conflict_rights on inspections.draw_conflict as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_conflict.draw_id)))) with check ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_conflict.draw_id))));
alter table inspections.draw_directory enable row level security;
create policy draw_directory_rights on inspections.draw_directory as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_directory.draw_id)))) with check ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_directory.draw_id))));
alter table inspections.draw_inspector enable row level security;
create policy draw_inspector_rights on inspections.draw_inspector as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_inspector.draw_id)))) with check ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_inspector.draw_id))));
alter table inspections.draw_replacement enable row level security;
create policy draw_replacement_rights on inspections.draw_replacement as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_replacement.draw_id)))) with check ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_replacement.draw_id))));
alter table inspections.draw_reserve enable row level security;
create policy draw_reserve_rights on inspections.draw_reserve as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_reserve.draw_id)))) with check ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_reserve.draw_id))));
alter table inspections.draw_selection enable row level security;
create policy draw_selection_rights on inspections.draw_selection as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_selection.draw_id)))) with check ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_selection.draw_id))));
alter table inspections.draw_stand_in enable row level security;
create policy draw_stand_in_rights on inspections.draw_stand_in as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_stand_in.draw_id)))) with check ((EXISTS ( SELECT
   FROM inspections.draw d
  WHERE (d.id = draw_stand_in.draw_id))));
alter table inspections.draw_target enable row level security;
create policy draw_target_rights on inspections.draw_target as permissive for all to zhaoguan_app using (platform.covers(district)) with check (platform.covers(district));
alter table inspections.evidence enable row level security;
create policy evidence_insert on inspections.evidence as permissive for insert to zhaoguan_app with check ((EXISTS ( SELECT
   FROM inspections.task t
  WHERE ((t.id = evidence.task_id) AND inspections.acts_among(t.assignees)))));
create policy evidence_read on inspections.evidence as permissive for select to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.task t
  WHERE (t.id = evidence.task_id))));
alter table inspections.finding enable row level security;
create policy finding_rights on inspections.finding as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM inspections.task t
  WHERE (t.id = finding.task_id)))) with check ((EXISTS ( SELECT
   FROM inspections.task t
  WHERE ((t.id = finding.task_id) AND inspections.acts_among(t.assignees)))));
alter table inspections.inspector enable row level security;
create policy inspector_insert on inspections.inspector as permissive for insert to zhaoguan_app with check (inspections.covers_all(districts));
create policy inspector_read on inspections.inspector as permissive for select to zhaoguan_app using ((inspections.reaches(districts) OR platform.is_actor(person_id)));
create policy inspector_update on inspections.inspector as permissive for update to zhaoguan_app using (inspections.covers_all(districts)) with check (inspections.covers_all(districts));
alter table inspections.plan enable row level security;
create policy plan_rights on inspections.plan as permissive for all to zhaoguan_app using (inspections.covers_all(districts)) with check (inspections.covers_all(districts));
alter table inspections.recusal enable row level security;
create policy recusal_insert on inspections.recusal as permissive for insert to zhaoguan_app with check ((platform.is_actor(declared_by) AND (platform.is_actor(person_id) OR inspections.covers_institution(institution_id)) AND (EXISTS ( SELECT
   FROM inspections.inspector i
  WHERE ((i.id = recusal.inspector_id) AND (i.person_id = recusal.person_id))))));
create policy recusal_read on inspections.recusal as permissive for select to zhaoguan_app using ((platform.is_actor(person_id) OR inspections.covers_institution(institution_id)));
alter table inspections.result enable row level security;
create policy result_of_own_institution on inspections.result as permissive for select to zhaoguan_app using ((platform.is_actor(party_id) OR ((party_id IS NULL) AND (EXISTS ( SELECT
   FROM institutions.institution i
  WHERE ((i.id = result.institution_id) AND platform.is_actor(i.operator_id)))))));
create policy result_rights on inspections.result as permissive for all to zhaoguan_app using ((platform.covers(district) OR inspections.acts_among(members))) with check ((platform.covers(district) OR inspections.acts_among(members)));
alter table inspections.task enable row level security;
create policy task_rights on inspections.task as permissive for all to zhaoguan_app using ((platform.covers(district) OR inspections.acts_among(assignees) OR ((status = ANY (ARRAY['IN_PROGRESS'::text, 'SUBMITTED'::text])) AND (platform.is_actor(party_id) OR ((party_id IS NULL) AND (EXISTS ( SELECT
   FROM institutions.institution i
  WHERE ((i.id = task.institution_id) AND platform.is_actor(i.operator_id))))))))) with check ((platform.covers(district) OR inspections.acts_among(assignees)));
alter table inspections.task_member enable row level security;
create policy task_member_rights on inspections.task_member as permissive for all to zhaoguan_app using ((platform.is_actor(person_id) OR (EXISTS ( SELECT
   FROM inspections.task t
  WHERE (t.id = task_member.task_id))))) with check ((EXISTS ( SELECT
   FROM inspections.task t
  WHERE (t.id = task_member.task_id))));
alter table inspections.transition enable row level security;
create policy transition_insert on inspections.transition as permissive for insert to zhaoguan_app with check (platform.is_actor(actor_id));
create policy transition_read on inspections.transition as permissive for select to zhaoguan_app using ((inspections.reaches(districts) OR platform.is_actor(actor_id)));
alter table institutions.filing_end enable row level security;
create policy filing_end_rights on institutions.filing_end as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM institutions.institution i
  WHERE (i.id = filing_end.institution_id)))) with check ((EXISTS ( SELECT
   FROM institutions.institution i
  WHERE (i.id = filing_end.institution_id))));
alter table institutions.former_name enable row level security;
create policy former_name_rights on institutions.former_name as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM institutions.institution i
  WHERE (i.id = former_name.institution_id)))) with check ((EXISTS ( SELECT
   FROM institutions.institution i
  WHERE (i.id = former_name.institution_id))));
alter table institutions.institution enable row level security;
create policy institution_rights on institutions.institution as permissive for all to zhaoguan_app using ((platform.covers(COALESCE(township, district)) OR platform.is_actor(operator_id))) with check ((platform.covers(COALESCE(township, district)) OR platform.is_actor(operator_id)));
alter table institutions.link enable row level security;
create policy link_rights on institutions.link as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM institutions.institution i
  WHERE (i.id = link.institution_id)))) with check ((EXISTS ( SELECT
   FROM institutions.institution i
  WHERE (i.id = link.institution_id))));
alter table institutions.status_step enable row level security;
create policy status_step_rights on institutions.status_step as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM institutions.institution i
  WHERE (i.id = status_step.institution_id)))) with check ((EXISTS ( SELECT
   FROM institutions.institution i
  WHERE (i.id = status_step.institution_id))));
alter table institutions.suspension_contact enable row level security;
create policy suspension_contact_rights on institutions.suspension_contact as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM institutions.institution i
  WHERE ((i.id = suspension_contact.institution_id) AND platform.covers(COALESCE(i.township, i.district)))))) with check ((EXISTS ( SELECT
   FROM institutions.institution i
  WHERE ((i.id = suspension_contact.institution_id) AND platform.covers(COALESCE(i.township, i.district))))));
alter table publication.entry enable row level security;
create policy entry_rights on publication.entry as permissive for all to zhaoguan_app using (platform.covers(district));
alter table removals.decision_service enable row level security;
create policy decision_service_enter on removals.decision_service as permissive for insert to zhaoguan_app with check ((EXISTS ( SELECT
   FROM removals.removal c
  WHERE ((c.id = decision_service.removal_id) AND (c.decided_on IS NOT NULL) AND platform.covers(COALESCE(c.township, c.district))))));
create policy decision_service_read on removals.decision_service as permissive for select to zhaoguan_app using ((EXISTS ( SELECT
   FROM removals.removal c
  WHERE (c.id = decision_service.removal_id))));
alter table removals.file enable row level security;
create policy file_rights on removals.file as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM removals.removal r
  WHERE (r.id = file.removal_id)))) with check ((platform.is_actor(uploaded_by) AND (EXISTS ( SELECT
   FROM removals.removal r
  WHERE (r.id = file.removal_id)))));
alter table removals.paper enable row level security;
create policy paper_rights on removals.paper as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM removals.removal r
  WHERE ((r.id = paper.removal_id) AND (platform.covers(COALESCE(r.township, r.district)) OR (NOT removals.is_unserved(r.id, paper.issued_at))))))) with check ((EXISTS ( SELECT
   FROM removals.removal r
  WHERE ((r.id = paper.removal_id) AND (platform.covers(COALESCE(r.township, r.district)) OR (NOT removals.is_unserved(r.id, paper.issued_at)))))));
alter table removals.paper_print enable row level security;
create policy paper_print_rights on removals.paper_print as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM removals.paper p
  WHERE (p.id = paper_print.paper_id)))) with check ((EXISTS ( SELECT
   FROM removals.paper p
  WHERE (p.id = paper_print.paper_id))));
alter table removals.removal enable row level security;
create policy removal_rights on removals.removal as permissive for all to zhaoguan_app using ((platform.covers(COALESCE(township, district)) OR ((notice_facts IS NOT NULL) AND removals.is_party(party_id, institution_id)))) with check ((platform.covers(COALESCE(township, district)) OR ((notice_facts IS NOT NULL) AND removals.is_party(party_id, institution_id))));
alter table removals.statement enable row level security;
create policy statement_rights on removals.statement as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM removals.removal r
  WHERE (r.id = statement.removal_id))));
alter table removals.transition enable row level security;
create policy transition_rights on removals.transition as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM removals.removal r
  WHERE (r.id = transition.removal_id))));
alter table staff.credential enable row level security;
create policy credential_rights on staff.credential as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM staff.member m
  WHERE (m.id = credential.member_id)))) with check ((platform.is_actor(entered_by) AND (EXISTS ( SELECT
   FROM staff.member m
  WHERE (m.id = credential.member_id)))));
alter table staff.expiry enable row level security;
create policy expiry_rights on staff.expiry as permissive for all to zhaoguan_app using ((platform.covers(COALESCE(township, district)) OR (EXISTS ( SELECT
   FROM institutions.institution i
  WHERE ((i.id = expiry.institution_id) AND platform.is_actor(i.operator_id)))))) with check ((platform.covers(COALESCE(township, district)) OR (EXISTS ( SELECT
   FROM institutions.institution i
  WHERE ((i.id = expiry.institution_id) AND platform.is_actor(i.operator_id))))));
alter table staff.expiry_transition enable row level security;
create policy expiry_transition_rights on staff.expiry_transition as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM staff.expiry e
  WHERE (e.id = expiry_transition.expiry_id))));
alter table staff.file enable row level security;
create policy file_rights on staff.file as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM staff.member m
  WHERE (m.id = file.member_id)))) with check ((platform.is_actor(uploaded_by) AND (EXISTS ( SELECT
   FROM staff.member m
  WHERE (m.id = file.member_id)))));
alter table staff.member enable row level security;
create policy member_rights on staff.member as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM institutions.institution i
  WHERE ((i.id = member.institution_id) AND ((i.operator_id = member.added_by) OR (platform.is_actor(i.operator_id) IS NOT TRUE))))));
alter table unfiled.site enable row level security;
create policy site_rights on unfiled.site as permissive for all to zhaoguan_app using (platform.covers(COALESCE(township, district))) with check (platform.covers(COALESCE(township, district)));
alter table unfiled.site_transition enable row level security;
create policy site_transition_rights on unfiled.site_transition as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM unfiled.site s
  WHERE (s.id = site_transition.site_id)))) with check ((EXISTS ( SELECT
   FROM unfiled.site s
  WHERE (s.id = site_transition.site_id))));
alter table workbench.form_draft enable row level security;
create policy form_draft_rights on workbench.form_draft as permissive for all to zhaoguan_app using ((platform.is_actor(person_id) OR platform.is_system())) with check (platform.is_actor(person_id));
alter table workbench.inbox enable row level security;
create policy inbox_rights on workbench.inbox as permissive for all to zhaoguan_app using ((platform.is_actor(person_id) OR platform.is_system())) with check (platform.is_system());
alter table workbench.notification enable row level security;
create policy notification_mark on workbench.notification as permissive for update to zhaoguan_app using (platform.is_actor(person_id)) with check (platform.is_actor(person_id));
create policy notification_read on workbench.notification as permissive for select to zhaoguan_app using ((platform.is_actor(person_id) OR platform.is_system()));
create policy notification_settle on workbench.notification as permissive for update to zhaoguan_app using (platform.is_system()) with check (platform.is_system());
create policy notification_sweep on workbench.notification as permissive for delete to zhaoguan_app using (platform.is_system());
create policy notification_tell on workbench.notification as permissive for insert to zhaoguan_app with check (platform.is_system());
alter table workbench.overdue enable row level security;
create policy overdue_rights on workbench.overdue as permissive for all to zhaoguan_app using ((platform.is_system() OR (platform.covers(COALESCE(township, district)) AND ((type <> 'RATING_TO_FOLLOW_UP'::text) OR (EXISTS ( SELECT
   FROM feedback.follow_up_facts f
  WHERE (f.follow_up_id = overdue.subject_id))))))) with check ((platform.is_system() OR platform.covers(COALESCE(township, district))));
alter table workbench.overdue_step enable row level security;
create policy overdue_step_rights on workbench.overdue_step as permissive for all to zhaoguan_app using ((EXISTS ( SELECT
   FROM workbench.overdue o
  WHERE (o.id = overdue_step.overdue_id)))) with check ((EXISTS ( SELECT
   FROM workbench.overdue o
  WHERE (o.id = overdue_step.overdue_id))));

-- Views

create view access.acting_inspector as
 SELECT id
   FROM access.person
  WHERE ((disabled_at IS NULL) AND ('INSPECTOR'::text = ANY (roles)));

create view access.person_hit with (security_invoker=true) as
 SELECT 'person'::text AS subject_type,
    id AS subject_id,
    id AS found_by,
    name AS title,
    username AS detail,
    COALESCE(home_district, districts[1]) AS district,
    username AS number,
    NULL::text AS other_number,
    'person.manage'::text AS permission,
    NULL::text AS department,
    NULL::uuid AS assignee
   FROM access.person
  WHERE access.looks_after(districts, home_district);

create view access.person_name as
 SELECT id,
    name
   FROM access.person;

create view access.work_item with (security_invoker=true) as
 SELECT 'ACCOUNT_TO_ACTIVATE'::text AS type,
    'person'::text AS subject_type,
    id AS subject_id,
    name AS title,
    ('用户名 '::text || username) AS detail,
    COALESCE(home_district, districts[1]) AS district,
    NULL::text AS township,
    (COALESCE(password_set_at, created_at) + '7 days'::interval) AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'person.manage'::text AS permission,
    NULL::text AS department,
    NULL::uuid AS assignee,
    ARRAY[id] AS not_actors
   FROM access.person
  WHERE (must_change_password AND (disabled_at IS NULL) AND access.looks_after(districts, home_district));

create view audit.checkpoint_public as
 SELECT size,
    root,
    at,
    note
   FROM audit.checkpoint;

create view audit.leaf_public as
 SELECT seq,
    leaf_hash
   FROM audit.leaf;

create view audit.node_public as
 SELECT level,
    "position",
    hash
   FROM audit.node;

create view credit.credit_public as
 SELECT institution_id,
    grade,
    grade_since,
    COALESCE(( SELECT jsonb_agg(jsonb_build_object('text', e.text, 'direction', e.direction, 'on', e.effective_on) ORDER BY e.effective_on DESC, e.id) AS jsonb_agg
           FROM credit.event e
          WHERE ((e.institution_id = a.institution_id) AND e.disclosed AND (e.expires_on > a.computed_on))), '[]'::jsonb) AS reasons
   FROM credit.account a;

create view credit.grade_history_facts with (security_invoker=true) as
 SELECT i.operator_id,
    i.id AS institution_id,
    i.name AS institution_name,
    g.seq,
    g.from_grade,
    g.to_grade,
    g.score,
    g.changed_on,
    g.cause
   FROM (institutions.institution i
     JOIN credit.grade_change g ON ((g.institution_id = i.id)));

create view enforcement.case_facts with (security_invoker=true) as
 SELECT id AS case_id,
    case_number,
    institution_id,
    kind,
    district,
    department,
    status,
    statement_until,
    decision_number,
    party_id
   FROM enforcement.penalty_case;

create view enforcement.case_hit with (security_invoker=true) as
 SELECT 'penalty-case'::text AS subject_type,
    penalty_case.id AS subject_id,
    penalty_case.institution_id AS found_by,
    penalty_case.party_name AS title,
    penalty_case.case_number AS detail,
    penalty_case.district,
    penalty_case.case_number AS number,
    penalty_case.decision_number AS other_number,
    'case.read'::text AS permission,
    penalty_case.department,
    NULL::uuid AS assignee
   FROM enforcement.penalty_case
UNION ALL
 SELECT 'penalty-case'::text AS subject_type,
    c.id AS subject_id,
    c.institution_id AS found_by,
    c.party_name AS title,
    c.case_number AS detail,
    c.district,
    c.case_number AS number,
    c.decision_number AS other_number,
    'case.state'::text AS permission,
    NULL::text AS department,
    i.operator_id AS assignee
   FROM (institutions.institution i
     JOIN enforcement.penalty_case c ON ((c.institution_id = i.id)))
  WHERE ((i.operator_id IS NOT NULL) AND (c.noticed_on IS NOT NULL));

create view enforcement.open_problem_facts with (security_invoker=true) as
 SELECT result_id,
    institution_id,
    district,
    inspected_on
   FROM inspections.failed_result_facts r
  WHERE (NOT (EXISTS ( SELECT
           FROM (enforcement.case_finding f
             JOIN enforcement.penalty_case c ON ((c.id = f.case_id)))
          WHERE ((f.result_id = r.result_id) AND (c.status = ANY (ARRAY['DECIDED'::text, 'NOT_PENALISED'::text]))))));

create view enforcement.penalty_facts as
 SELECT id AS case_id,
    institution_id,
    party_name AS institution_name,
    party_uscc AS uscc,
    kind,
    district,
    authority_name,
    decision_number,
    decided_on,
    (basis ->> 'conduct'::text) AS violation,
    (basis ->> 'law'::text) AS basis_law,
    (basis ->> 'article'::text) AS basis_article,
    decision_measures AS measures,
    decision_measure_labels AS measure_labels,
    decision_amount_fen AS amount_fen,
    publicity_class
   FROM enforcement.penalty_case
  WHERE (status = 'DECIDED'::text);

create view enforcement.work_item with (security_invoker=true) as
 SELECT 'FINDING_TO_TAKE_UP'::text AS type,
    'inspection-result'::text AS subject_type,
    r.result_id AS subject_id,
    r.institution_name AS title,
    (enforcement.untaken_findings(r.failures, platform.lead_department(r.kind)) || ' 项不符合，尚未立案'::text) AS detail,
    r.district,
    NULL::text AS township,
    r.submitted_at AS since,
    ((r.inspected_on + '1 year'::interval))::date AS until,
    'infinity'::date AS due_on,
    'case.manage'::text AS permission,
    platform.lead_department(r.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM inspections.failed_result_facts r
  WHERE ((enforcement.untaken_findings(r.failures, platform.lead_department(r.kind)) > 0) AND jsonb_path_exists(r.failures, '$[*]."legalBasis"[*]?(@."binding" == true)'::jsonpath))
UNION ALL
 SELECT 'CASE_TO_NOTICE'::text AS type,
    'penalty-case'::text AS subject_type,
    penalty_case.id AS subject_id,
    penalty_case.party_name AS title,
    penalty_case.case_number AS detail,
    penalty_case.district,
    NULL::text AS township,
    ((penalty_case.opened_on)::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    'infinity'::date AS until,
    penalty_case.decide_by AS due_on,
    'case.manage'::text AS permission,
    penalty_case.department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM enforcement.penalty_case
  WHERE (penalty_case.status = 'OPENED'::text)
UNION ALL
 SELECT 'CASE_TO_DECIDE'::text AS type,
    'penalty-case'::text AS subject_type,
    penalty_case.id AS subject_id,
    penalty_case.party_name AS title,
    penalty_case.case_number AS detail,
    penalty_case.district,
    NULL::text AS township,
    (((penalty_case.statement_until + 1))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    'infinity'::date AS until,
    penalty_case.decide_by AS due_on,
    'case.decide'::text AS permission,
    penalty_case.department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM enforcement.penalty_case
  WHERE (penalty_case.status = 'NOTICED'::text)
UNION ALL
 SELECT 'CASE_TO_DECIDE'::text AS type,
    'penalty-case'::text AS subject_type,
    c.id AS subject_id,
    c.party_name AS title,
    c.case_number AS detail,
    c.district,
    NULL::text AS township,
        CASE
            WHEN (EXISTS ( SELECT
               FROM enforcement.case_transition t
              WHERE ((t.case_id = c.id) AND (t.action = 'state'::text)))) THEN ( SELECT max(s.made_at) AS max
               FROM enforcement.case_statement s
              WHERE (s.case_id = c.id))
            ELSE (((c.statement_until + 1))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text)
        END AS since,
    'infinity'::date AS until,
    c.decide_by AS due_on,
    'case.decide'::text AS permission,
    c.department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM enforcement.penalty_case c
  WHERE (c.status = 'STATED'::text)
UNION ALL
 SELECT 'STATEMENT_TO_MAKE'::text AS type,
    'penalty-case'::text AS subject_type,
    c.id AS subject_id,
    c.party_name AS title,
    c.case_number AS detail,
    c.district,
    NULL::text AS township,
    ((c.noticed_on)::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    c.statement_until AS until,
    c.statement_until AS due_on,
    'case.state'::text AS permission,
    NULL::text AS department,
    c.party_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM enforcement.penalty_case c
  WHERE ((c.status = 'NOTICED'::text) AND (c.party_id IS NOT NULL))
UNION ALL
 SELECT 'CASE_TO_SERVE'::text AS type,
    'penalty-case'::text AS subject_type,
    penalty_case.id AS subject_id,
    penalty_case.party_name AS title,
    penalty_case.case_number AS detail,
    penalty_case.district,
    NULL::text AS township,
    ((penalty_case.notice_paper_on)::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    'infinity'::date AS until,
    penalty_case.decide_by AS due_on,
    'case.manage'::text AS permission,
    penalty_case.department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM enforcement.penalty_case
  WHERE (penalty_case.status = 'PREPARED'::text)
UNION ALL
 SELECT 'CASE_DECISION_TO_SERVE'::text AS type,
    'penalty-case'::text AS subject_type,
    penalty_case.id AS subject_id,
    penalty_case.party_name AS title,
    penalty_case.decision_number AS detail,
    penalty_case.district,
    NULL::text AS township,
    ((penalty_case.decided_on)::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    'infinity'::date AS until,
    penalty_case.serve_by AS due_on,
    'case.manage'::text AS permission,
    penalty_case.department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM enforcement.penalty_case
  WHERE (penalty_case.serve_by IS NOT NULL);

create view feedback.follow_up_facts with (security_invoker=true) as
 SELECT id AS follow_up_id,
    applicant_id,
    filing_id,
    kind,
    district,
    township,
    status,
    due_on
   FROM feedback.follow_up;

create view feedback.rating_facts with (security_invoker=true) as
 SELECT r.id AS rating_id,
    r.kind,
    r.district,
    r.township,
    r.office,
    r.level,
    r.rated_at,
    f.status AS follow_up_status,
    f.due_on,
    f.ended_at
   FROM (feedback.rating r
     LEFT JOIN feedback.follow_up f ON ((f.rating_id = r.id)));

create view feedback.rating_public as
 SELECT r.office,
    r.level,
    r.rated_at,
    (NOT (f.status IS DISTINCT FROM 'UNFOUNDED'::text)) AS unfounded,
    (f.status IS NOT NULL) AS followed_up,
    COALESCE((f.status = ANY (ARRAY['RESOLVED'::text, 'UNFOUNDED'::text])), false) AS ended,
    COALESCE((((f.ended_at AT TIME ZONE 'Asia/Shanghai'::text))::date <= f.due_on), false) AS in_time
   FROM (feedback.rating r
     LEFT JOIN feedback.follow_up f ON ((f.rating_id = r.id)));

create view feedback.work_item with (security_invoker=true) as
 SELECT 'RATING_TO_FOLLOW_UP'::text AS type,
    'rating-follow-up'::text AS subject_type,
    f.id AS subject_id,
    COALESCE(( SELECT g.name
           FROM filings.filing g
          WHERE ((g.id = f.filing_id) AND (g.status <> ALL (ARRAY['SUBMITTED'::text, 'RETURNED'::text])))), '服务评价为差评，请回访核实（该件办结后显示机构名称）'::text) AS title,
    (
        CASE
            WHEN (NOT (EXISTS ( SELECT
               FROM filings.filing g
              WHERE ((g.id = f.filing_id) AND (g.status = ANY (ARRAY['SUBMITTED'::text, 'RETURNED'::text])))))) THEN ( SELECT (
                    CASE r.action
                        WHEN 'submit'::text THEN '提交申请'::text
                        WHEN 'admit'::text THEN '受理'::text
                        WHEN 'dismiss'::text THEN '不予受理'::text
                        WHEN 'extend'::text THEN '延长办理期限'::text
                        WHEN 'return'::text THEN '退回补正'::text
                        WHEN 'refuse'::text THEN '不予办理'::text
                        WHEN 'accept'::text THEN '准予办理'::text
                        WHEN 'visit'::text THEN '现场核查'::text
                        WHEN 'revisit'::text THEN '现场复核'::text
                        WHEN 'recheck'::text THEN '书面复核'::text
                        WHEN 'keepPromise'::text THEN '核实承诺的材料'::text
                        WHEN 'returnPromise'::text THEN '退回承诺的材料'::text
                        WHEN 'breakPromise'::text THEN '认定未履行承诺'::text
                        WHEN 'checkClosure'::text THEN '终止后续核实'::text
                        WHEN 'retract'::text THEN '答复撤回的申请'::text
                        ELSE '服务'::text
                    END || '被评为差评'::text)
               FROM feedback.rating r
              WHERE (r.id = f.rating_id))
            ELSE (to_char((f.opened_at AT TIME ZONE 'Asia/Shanghai'::text), 'FMMM月FMDD日HH24:MI'::text) || '收到'::text)
        END ||
        CASE f.status
            WHEN 'OPEN'::text THEN '，尚未回访'::text
            ELSE '，已回访，尚未办结'::text
        END) AS detail,
    f.district,
    f.township,
    f.opened_at AS since,
    'infinity'::date AS until,
    f.due_on,
    'rating.follow-up'::text AS permission,
    platform.lead_department(f.kind) AS department,
    NULL::uuid AS assignee,
    ARRAY( SELECT h.person_id
           FROM filings.hand h
          WHERE (h.filing_id = f.filing_id)) AS not_actors
   FROM feedback.follow_up f
  WHERE ((f.status = ANY (ARRAY['OPEN'::text, 'CONTACTED'::text])) AND (f.raised_to IS NULL))
UNION ALL
 SELECT 'RATING_TO_FOLLOW_UP'::text AS type,
    'rating-follow-up'::text AS subject_type,
    f.id AS subject_id,
    COALESCE(( SELECT g.name
           FROM filings.filing g
          WHERE ((g.id = f.filing_id) AND (g.status <> ALL (ARRAY['SUBMITTED'::text, 'RETURNED'::text])))), '服务评价为差评，请回访核实（该件办结后显示机构名称）'::text) AS title,
    ((
        CASE
            WHEN (NOT (EXISTS ( SELECT
               FROM filings.filing g
              WHERE ((g.id = f.filing_id) AND (g.status = ANY (ARRAY['SUBMITTED'::text, 'RETURNED'::text])))))) THEN ( SELECT (
                    CASE r.action
                        WHEN 'submit'::text THEN '提交申请'::text
                        WHEN 'admit'::text THEN '受理'::text
                        WHEN 'dismiss'::text THEN '不予受理'::text
                        WHEN 'extend'::text THEN '延长办理期限'::text
                        WHEN 'return'::text THEN '退回补正'::text
                        WHEN 'refuse'::text THEN '不予办理'::text
                        WHEN 'accept'::text THEN '准予办理'::text
                        WHEN 'visit'::text THEN '现场核查'::text
                        WHEN 'revisit'::text THEN '现场复核'::text
                        WHEN 'recheck'::text THEN '书面复核'::text
                        WHEN 'keepPromise'::text THEN '核实承诺的材料'::text
                        WHEN 'returnPromise'::text THEN '退回承诺的材料'::text
                        WHEN 'breakPromise'::text THEN '认定未履行承诺'::text
                        WHEN 'checkClosure'::text THEN '终止后续核实'::text
                        WHEN 'retract'::text THEN '答复撤回的申请'::text
                        ELSE '服务'::text
                    END || '被评为差评'::text)
               FROM feedback.rating r
              WHERE (r.id = f.rating_id))
            ELSE (to_char((f.opened_at AT TIME ZONE 'Asia/Shanghai'::text), 'FMMM月FMDD日HH24:MI'::text) || '收到'::text)
        END ||
        CASE f.status
            WHEN 'OPEN'::text THEN '，尚未回访'::text
            ELSE '，已回访，尚未办结'::text
        END) || '；被评价的机关没有可以回访的人员，由本机关回访'::text) AS detail,
    f.raised_to AS district,
    NULL::text AS township,
    f.opened_at AS since,
    'infinity'::date AS until,
    f.due_on,
    'rating.follow-up'::text AS permission,
    platform.lead_department(f.kind) AS department,
    NULL::uuid AS assignee,
    ARRAY( SELECT h.person_id
           FROM filings.hand h
          WHERE (h.filing_id = f.filing_id)) AS not_actors
   FROM feedback.follow_up f
  WHERE ((f.status = ANY (ARRAY['OPEN'::text, 'CONTACTED'::text])) AND (f.raised_to IS NOT NULL));

create view filings.adviser_facts with (security_invoker=true) as
 SELECT f.id AS filing_id,
    a.person_id
   FROM (filings.filing f
     CROSS JOIN LATERAL unnest(f.advised_by) a(person_id))
  WHERE ((f.status = 'SUBMITTED'::text) AND (NOT (EXISTS ( SELECT
           FROM filings.case_holder h
          WHERE (h.filing_id = f.id)))));

create view filings.asked_renewal_facts with (security_invoker=true) as
 SELECT COALESCE(renews, licenses) AS institution_id
   FROM filings.filing
  WHERE (((renews IS NOT NULL) OR (licenses IS NOT NULL)) AND (status = ANY (ARRAY['SUBMITTED'::text, 'RETURNED'::text])));

create view filings.concerned_facts with (security_invoker=true) as
 SELECT filing.id AS filing_id,
    filing.applicant_id AS person_id
   FROM filings.filing
UNION ALL
 SELECT filing.id AS filing_id,
    filing.entered_by AS person_id
   FROM filings.filing
  WHERE (filing.entered_by IS NOT NULL)
UNION ALL
 SELECT filing.id AS filing_id,
    filing.account_given_by AS person_id
   FROM filings.filing
  WHERE (filing.account_given_by IS NOT NULL);

create view filings.filing_facts with (security_invoker=true) as
 SELECT id AS filing_id,
    applicant_id,
    kind,
    name,
    district,
    township,
    status,
    filing_number,
    due_on,
    submitted_at,
        CASE
            WHEN (status = ANY (ARRAY['ACCEPTED'::text, 'REFUSED'::text])) THEN updated_at
            ELSE NULL::timestamp with time zone
        END AS decided_at,
    type,
    ( SELECT h.person_id
           FROM filings.case_holder h
          WHERE (h.filing_id = f.id)) AS holder_id,
    regime,
    authority,
    NULLIF((application ->> 'siteType'::text), ''::text) AS site_type,
    (renews IS NOT NULL) AS renewal,
    created_at AS begun_at,
    uscc,
    (prolongs IS NOT NULL) AS prolongs
   FROM filings.filing f;

create view filings.filing_hit with (security_invoker=true) as
 SELECT 'filing'::text AS subject_type,
    filing.id AS subject_id,
    filing.id AS found_by,
    filing.name AS title,
    COALESCE(filing.filing_number, filing.uscc) AS detail,
    filing.district,
    filing.filing_number AS number,
    filing.uscc AS other_number,
    'filing.read'::text AS permission,
    platform.lead_department(filing.kind) AS department,
    NULL::uuid AS assignee
   FROM filings.filing
  WHERE (filing.status <> ALL (ARRAY['DRAFT'::text, 'ABANDONED'::text]))
UNION ALL
 SELECT 'filing'::text AS subject_type,
    filing.id AS subject_id,
    filing.id AS found_by,
    filing.name AS title,
    COALESCE(filing.filing_number, filing.uscc) AS detail,
    filing.district,
    filing.filing_number AS number,
    filing.uscc AS other_number,
    'filing.read'::text AS permission,
    NULL::text AS department,
    filing.applicant_id AS assignee
   FROM filings.filing
  WHERE (filing.status <> 'ABANDONED'::text);

create view filings.granted_licence_public as
 SELECT p.spelling AS paper,
    upper(replace(NORMALIZE(f.filing_number, NFKC), ' '::text, ''::text)) AS licence
   FROM (filings.paper p
     JOIN filings.filing f ON ((f.id = p.filing_id)))
  WHERE ((p.kind = 'LICENCE_GRANT'::text) AND (f.filing_number IS NOT NULL));

create view filings.hand_facts with (security_invoker=true) as
 SELECT filing_id,
    person_id
   FROM filings.hand;

create view filings.nonconformity_public as
 SELECT p.id,
    p.number,
    p.addressee AS name,
    f.uscc,
    f.district,
    p.authority,
    p.issued_on,
    d.reason,
    d.at AS published_at,
    (d.action = 'correct'::text) AS corrected,
    ( SELECT i.filing_number
           FROM institutions.institution i
          WHERE ((i.uscc = f.uscc) AND (i.district = f.district) AND (i.kind = f.kind) AND (i.filed_on >= p.issued_on))
          ORDER BY i.filed_on
         LIMIT 1) AS filed_since
   FROM ((filings.disclosure d
     JOIN filings.filing f ON ((f.id = d.filing_id)))
     JOIN filings.paper p ON (((p.filing_id = d.filing_id) AND (p.kind = 'NONCONFORMITY_NOTICE'::text))))
  WHERE ((d.to_status = 'PUBLISHED'::text) AND (NOT (EXISTS ( SELECT
           FROM filings.disclosure l
          WHERE ((l.filing_id = d.filing_id) AND (l.seq > d.seq))))));

create view filings.opinion_facts with (security_invoker=true) as
 SELECT id AS opinion_id,
    filing_id,
    department,
    district,
    township,
    due_on,
    status,
    asked_by
   FROM filings.opinion;

create view filings.paper_public as
 SELECT p.kind,
    p.number,
    p.spelling,
    p.code_digest,
    p.title,
    p.authority,
    p.issued_on,
    p.is_public,
        CASE
            WHEN p.is_public THEN p.addressee
            ELSE NULL::text
        END AS addressee,
    r.sm3,
    ( SELECT later.number
           FROM filings.paper later
          WHERE ((later.filing_id = p.filing_id) AND ((later.kind = p.kind) OR ((p.kind = 'RETRACTION_REFUSAL'::text) AND (later.kind = 'RETRACTION_GRANT'::text))) AND (later.round > p.round))
          ORDER BY later.round DESC
         LIMIT 1) AS superseded_by,
    (p.is_public AND ((p.kind <> 'NONCONFORMITY_NOTICE'::text) OR (EXISTS ( SELECT
           FROM filings.nonconformity_public n
          WHERE (n.id = p.id))))) AS is_listed,
    e.ended_as,
    e.ended_on
   FROM ((filings.paper p
     LEFT JOIN filings.paper_print r ON ((r.paper_id = p.id)))
     LEFT JOIN LATERAL ( SELECT ends.rank,
            ends.ended_as,
            ends.ended_on
           FROM ( SELECT 1 AS rank,
                    'REPLACED'::text AS ended_as,
                    NULL::date AS ended_on
                   FROM filings.paper l
                  WHERE ((l.filing_id = p.filing_id) AND ((l.kind = p.kind) OR ((p.kind = 'RETRACTION_REFUSAL'::text) AND (l.kind = 'RETRACTION_GRANT'::text))) AND (l.round > p.round))
                UNION ALL
                 SELECT 2,
                    'ANSWERED'::text AS text,
                    ((s.submitted_at AT TIME ZONE 'Asia/Shanghai'::text))::date AS timezone
                   FROM filings.submission s
                  WHERE ((s.filing_id = p.filing_id) AND (s.round = (p.round + 1)) AND (p.kind = ANY (ARRAY['CORRECTION_NOTICE'::text, 'REGISTRATION_CORRECTION'::text, 'LICENCE_CORRECTION'::text])))
                UNION ALL
                 SELECT 3,
                        CASE c.status
                            WHEN 'LAPSED'::text THEN 'DROPPED'::text
                            WHEN 'WITHDRAWN'::text THEN 'DROPPED'::text
                            ELSE 'CONCLUDED'::text
                        END AS "case",
                    ((c.updated_at AT TIME ZONE 'Asia/Shanghai'::text))::date AS timezone
                   FROM filings.filing c
                  WHERE ((c.id = p.filing_id) AND (p.kind = ANY (ARRAY['CORRECTION_NOTICE'::text, 'REGISTRATION_CORRECTION'::text, 'LICENCE_CORRECTION'::text, 'LICENCE_ADMISSION'::text, 'LICENCE_EXTENSION'::text, 'INTAKE_SLIP'::text, 'LICENCE_INTAKE_SLIP'::text, 'REGISTRATION_INTAKE_SLIP'::text])) AND (c.status <> ALL (ARRAY['RETURNED'::text, 'SUBMITTED'::text])))
                UNION ALL
                 SELECT 0,
                    x.ended_as,
                    x.ended_on
                   FROM (filings.filing g
                     JOIN institutions.filing_end_public x ON ((x.spelling = upper(replace(NORMALIZE(g.filing_number, NFKC), ' '::text, ''::text)))))
                  WHERE ((g.id = p.filing_id) AND (p.kind = 'LICENCE_GRANT'::text))) ends
          ORDER BY ends.rank
         LIMIT 1) e ON (true));

create view filings.receipt_file_public as
 SELECT r.sm3,
    upper(replace(NORMALIZE(f.filing_number, NFKC), ' '::text, ''::text)) AS spelling
   FROM (filings.receipt r
     JOIN filings.filing f ON ((f.id = r.filing_id)));

create view filings.receipt_items_public as
 SELECT r.sm3,
    jsonb_strip_nulls(jsonb_build_object('legalForm', (f.application -> 'legalForm'::text), 'ownership', (f.application -> 'ownership'::text), 'floorAreaM2', (f.application -> 'floorAreaM2'::text), 'premisesTenure', (f.application -> 'premisesTenure'::text), 'serviceForms', (f.application -> 'serviceForms'::text), 'classes', (f.application -> 'classes'::text))) AS printed
   FROM (filings.receipt r
     JOIN filings.filing f ON ((f.id = r.filing_id)))
  WHERE ((f.type <> 'CLOSURE'::text) AND ((f.type = ANY (ARRAY['INITIAL'::text, 'CHANGE'::text])) OR COALESCE(r.with_filed_items, true)));

create view filings.receipt_public as
 SELECT f.filing_number,
    upper(replace(NORMALIZE(f.filing_number, NFKC), ' '::text, ''::text)) AS spelling,
    f.name,
    f.kind,
    f.district,
    f.filed_on,
    f.status,
    r.sm3,
    f.type,
    (row_number() OVER (PARTITION BY (upper(replace(NORMALIZE(f.filing_number, NFKC), ' '::text, ''::text))), ((f.regime = 'LICENCE'::text) AND (f.type = ANY (ARRAY['SUSPENSION'::text, 'RESUMPTION'::text, 'CLOSURE'::text])) AND COALESCE(r.numbered_apart, true)) ORDER BY f.updated_at, f.id))::integer AS version,
    f.regime,
    f.valid_until,
    ( SELECT l.filing_number
           FROM filings.filing l
          WHERE ((l.institution_id = f.institution_id) AND (l.type = 'INITIAL'::text) AND (l.status = 'ACCEPTED'::text) AND (l.regime = 'LICENCE'::text) AND (l.filing_number <> f.filing_number) AND (ROW(l.updated_at, l.id) > ROW(f.updated_at, f.id)))
          ORDER BY l.updated_at DESC, l.id DESC
         LIMIT 1) AS replaced_by,
    (f.application ->> 'uscc'::text) AS uscc,
        CASE
            WHEN ((f.application ->> 'siteType'::text) = 'HOME'::text) THEN institutions.area_of(COALESCE((f.application ->> 'township'::text), f.district))
            ELSE (f.application ->> 'address'::text)
        END AS address,
        CASE
            WHEN ((f.type <> 'CLOSURE'::text) AND ((f.type = ANY (ARRAY['INITIAL'::text, 'CHANGE'::text])) OR COALESCE(r.with_filed_items, true))) THEN (f.application #>> '{legalRepresentative,name}'::text[])
            ELSE NULL::text
        END AS legal_representative,
        CASE
            WHEN ((f.type <> 'CLOSURE'::text) AND ((f.type = ANY (ARRAY['INITIAL'::text, 'CHANGE'::text])) OR COALESCE(r.with_filed_items, true))) THEN ((f.application ->> 'capacity'::text))::integer
            ELSE NULL::integer
        END AS capacity,
        CASE
            WHEN ((f.type <> 'CLOSURE'::text) AND ((f.type = ANY (ARRAY['INITIAL'::text, 'CHANGE'::text])) OR COALESCE(r.with_filed_items, true))) THEN ((f.application ->> 'nursingBeds'::text))::integer
            ELSE NULL::integer
        END AS nursing_beds,
    NULLIF((f.application ->> 'siteType'::text), ''::text) AS site_type,
    ((f.regime = 'LICENCE'::text) AND (f.type = ANY (ARRAY['SUSPENSION'::text, 'RESUMPTION'::text, 'CLOSURE'::text]))) AS is_registration,
    ((f.regime = 'LICENCE'::text) AND (f.type = ANY (ARRAY['SUSPENSION'::text, 'RESUMPTION'::text, 'CLOSURE'::text])) AND COALESCE(r.numbered_apart, true)) AS numbered_apart,
        CASE
            WHEN ((f.regime = 'LICENCE'::text) AND (f.type = ANY (ARRAY['SUSPENSION'::text, 'RESUMPTION'::text, 'CLOSURE'::text]))) THEN COALESCE(((f.application #>> '{notice,startsOn}'::text[]))::date, f.filed_on)
            ELSE NULL::date
        END AS effective_on,
    (f.prolongs IS NOT NULL) AS prolongs,
    ((f.prolongs ->> 'since'::text))::date AS suspended_since,
    ( SELECT ((t.ended_at AT TIME ZONE 'Asia/Shanghai'::text))::date AS timezone
           FROM filings.retraction t
          WHERE ((t.filing_id = f.id) AND (t.status = 'GRANTED'::text))) AS retracted_on,
    ( SELECT t.number
           FROM filings.paper t
          WHERE ((t.filing_id = f.id) AND (t.kind = 'RETRACTION_GRANT'::text))) AS retracted_by
   FROM (filings.filing f
     LEFT JOIN filings.receipt r ON ((r.filing_id = f.id)))
  WHERE (f.filing_number IS NOT NULL);

create view filings.renewal_facts with (security_invoker=true) as
 SELECT renews AS institution_id,
    renews_until AS until
   FROM filings.filing
  WHERE (renews_in_time AND (status = ANY (ARRAY['SUBMITTED'::text, 'RETURNED'::text])));

create view filings.renewal_public as
 SELECT renews AS institution_id,
    renews_until AS until,
    (COALESCE((admit_by < renews_until), false) OR COALESCE((admitted_on <= renews_until), false)) AS taken_in
   FROM filings.filing
  WHERE (renews_in_time AND (status = 'SUBMITTED'::text) AND (EXISTS ( SELECT
           FROM institutions.institution i
          WHERE ((i.id = filing.renews) AND (i.status <> 'CLOSED'::text) AND (i.filing_ended_as IS NULL)))));

create view filings.step_facts with (security_invoker=true) as
 SELECT f.id AS filing_id,
    s.process,
    s.record_id,
    s.step,
    s.action,
    s.again,
    s.actor_ids,
    s.at,
    s.day,
    s.about,
    f.applicant_id,
    f.kind,
    f.name,
    COALESCE(f.authority, f.district) AS district,
        CASE
            WHEN (f.authority IS NULL) THEN f.township
            ELSE NULL::text
        END AS township
   FROM (filings.filing f
     JOIN ( SELECT t.filing_id,
            'filing'::text AS process,
            t.filing_id AS record_id,
            t.seq AS step,
            t.action,
            false AS again,
            ARRAY[t.actor_id] AS actor_ids,
            t.at,
            NULL::date AS day,
            NULL::text AS about
           FROM filings.transition t
        UNION ALL
         SELECT v.filing_id,
            'filing-verification'::text AS text,
            v.id,
            t.seq,
            t.action,
            (t.from_status <> 'OPEN'::text),
            COALESCE(w.officer_ids, ARRAY[t.actor_id]) AS "coalesce",
            t.at,
            w.visited_on,
            NULL::text AS text
           FROM ((filings.verification v
             JOIN filings.verification_transition t ON ((t.verification_id = v.id)))
             LEFT JOIN filings.verification_visit w ON (((w.verification_id = t.verification_id) AND (w.seq = t.seq))))
        UNION ALL
         SELECT c.filing_id,
            'commitment'::text AS text,
            c.id,
            t.seq,
            t.action,
            false,
            ARRAY[t.actor_id] AS "array",
            t.at,
            NULL::date AS date,
            c.name
           FROM (filings.commitment c
             JOIN filings.commitment_transition t ON ((t.commitment_id = c.id)))
        UNION ALL
         SELECT r.filing_id,
            'closure-follow-up'::text AS text,
            r.filing_id,
            r.seq,
            r.action,
            false,
            ARRAY[r.actor_id] AS "array",
            r.at,
            r.checked_on,
            NULL::text AS text
           FROM filings.closure_record r
        UNION ALL
         SELECT r.filing_id,
            'filing-retraction'::text AS text,
            r.id,
            1,
                CASE r.status
                    WHEN 'GRANTED'::text THEN 'grant'::text
                    ELSE 'decline'::text
                END AS "case",
            false,
            ARRAY[r.ended_by] AS "array",
            r.ended_at,
            NULL::date AS date,
                CASE r.status
                    WHEN 'GRANTED'::text THEN '准予撤回'::text
                    ELSE '不予撤回'::text
                END AS "case"
           FROM filings.retraction r
          WHERE (r.status = ANY (ARRAY['GRANTED'::text, 'DECLINED'::text]))) s ON ((s.filing_id = f.id)));

create view filings.taken_back_receipt_public as
 SELECT p.spelling AS paper,
    p.number AS by,
    upper(replace(NORMALIZE(f.filing_number, NFKC), ' '::text, ''::text)) AS receipt
   FROM (filings.paper p
     JOIN filings.filing f ON ((f.id = p.filing_id)))
  WHERE ((p.kind = 'RETRACTION_GRANT'::text) AND (f.filing_number IS NOT NULL));

create view filings.unattended_facts with (security_invoker=true) as
 SELECT u.filing_id,
    f.kind,
    COALESCE(f.authority, f.district) AS district,
        CASE
            WHEN (f.authority IS NULL) THEN f.township
            ELSE NULL::text
        END AS township,
    u.since,
    f.due_on
   FROM (filings.unattended u
     JOIN filings.filing f ON ((f.id = u.filing_id)))
  WHERE ((f.status = 'SUBMITTED'::text) AND (NOT (EXISTS ( SELECT
           FROM filings.case_holder h
          WHERE (h.filing_id = u.filing_id)))));

create view filings.waiting_renewal_facts with (security_invoker=true) as
 SELECT renews AS institution_id,
    renews_until AS until
   FROM filings.filing
  WHERE ((renews IS NOT NULL) AND (status = 'SUBMITTED'::text));

create view filings.window_facts with (security_invoker=true) as
 SELECT id AS filing_id,
    entered_by
   FROM filings.filing
  WHERE ((entered_by IS NOT NULL) AND (assistance_ended_at IS NULL));

create view filings.work_item with (security_invoker=true) as
 SELECT 'FILING_TO_DECIDE'::text AS type,
    'filing'::text AS subject_type,
    filing.id AS subject_id,
    filing.name AS title,
    (((filings.type_in_words(filing.type, filing.regime, (filing.renews IS NOT NULL), (filing.prolongs IS NOT NULL)) || '第'::text) || filing.round) || '次提交'::text) AS detail,
    filing.district,
    filing.township,
        CASE
            WHEN ((filing.admit_by IS NULL) OR (filing.admitted_on IS NOT NULL)) THEN filing.submitted_at
            ELSE ((LEAST((filing.admit_by + 1), filing.due_on))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text)
        END AS since,
    'infinity'::date AS until,
    filing.due_on,
    'filing.accept'::text AS permission,
    platform.lead_department(filing.kind) AS department,
    NULL::uuid AS assignee,
    (array_remove(ARRAY[filing.applicant_id, filing.entered_by, filing.account_given_by], NULL::uuid) || filing.advised_by) AS not_actors
   FROM filings.filing
  WHERE ((filing.status = 'SUBMITTED'::text) AND (filing.authority IS NULL) AND (NOT (EXISTS ( SELECT
           FROM filings.case_holder h
          WHERE (h.filing_id = filing.id)))))
UNION ALL
 SELECT 'FILING_TO_FINISH'::text AS type,
    'filing'::text AS subject_type,
    filing.id AS subject_id,
    filing.name AS title,
    '草稿，尚未提交'::text AS detail,
    filing.district,
    filing.township,
    filing.created_at AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'filing.file'::text AS permission,
    NULL::text AS department,
    filing.applicant_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM filings.filing
  WHERE (filing.status = 'DRAFT'::text)
UNION ALL
 SELECT 'FILING_TO_CORRECT'::text AS type,
    'filing'::text AS subject_type,
    f.id AS subject_id,
    f.name AS title,
    '请按补正意见修改后重新提交'::text AS detail,
    f.district,
    f.township,
    t.at AS since,
    'infinity'::date AS until,
    f.correct_by AS due_on,
    'filing.file'::text AS permission,
    NULL::text AS department,
    f.applicant_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (filings.filing f
     JOIN LATERAL ( SELECT transition.at
           FROM filings.transition
          WHERE (transition.filing_id = f.id)
          ORDER BY transition.seq DESC
         LIMIT 1) t ON (true))
  WHERE (f.status = 'RETURNED'::text)
UNION ALL
 SELECT 'FILING_TO_DECIDE'::text AS type,
    'filing'::text AS subject_type,
    f.id AS subject_id,
    f.name AS title,
    (((filings.type_in_words(f.type, f.regime, (f.renews IS NOT NULL), (f.prolongs IS NOT NULL)) || '第'::text) || f.round) || '次提交'::text) AS detail,
    COALESCE(f.authority, f.district) AS district,
        CASE
            WHEN (f.authority IS NULL) THEN f.township
            ELSE NULL::text
        END AS township,
        CASE
            WHEN ((f.admit_by IS NULL) OR (f.admitted_on IS NOT NULL)) THEN f.submitted_at
            ELSE ((LEAST((f.admit_by + 1), f.due_on))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text)
        END AS since,
    'infinity'::date AS until,
    f.due_on,
    'filing.accept'::text AS permission,
    platform.lead_department(f.kind) AS department,
    h.person_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (filings.case_holder h
     JOIN filings.filing f ON ((f.id = h.filing_id)))
  WHERE (f.status = 'SUBMITTED'::text)
UNION ALL
 SELECT 'FILING_TO_VERIFY'::text AS type,
    'filing'::text AS subject_type,
    v.filing_id AS subject_id,
    v.filing_name AS title,
        CASE v.status
            WHEN 'OPEN'::text THEN
            CASE v.origin
                WHEN 'REVIEW'::text THEN '审查中安排的现场核查'::text
                WHEN 'ORDERED'::text THEN '安排的现场核查'::text
                ELSE '准予以后的现场核查'::text
            END
            ELSE '申请人已改正或者变更，待复核'::text
        END AS detail,
    v.district,
    v.township,
    v.since,
    'infinity'::date AS until,
    v.due_on,
    'filing.verify'::text AS permission,
    platform.lead_department(v.kind) AS department,
    NULL::uuid AS assignee,
    ARRAY( SELECT m.id
           FROM (filings.filing f
             CROSS JOIN LATERAL unnest(ARRAY[f.applicant_id, f.entered_by, f.account_given_by]) m(id))
          WHERE ((f.id = v.filing_id) AND (m.id IS NOT NULL))) AS not_actors
   FROM filings.verification v
  WHERE (v.status = ANY (ARRAY['OPEN'::text, 'RECHECK'::text]))
UNION ALL
 SELECT 'FILING_MISMATCH_TO_CORRECT'::text AS type,
    'filing'::text AS subject_type,
    v.filing_id AS subject_id,
    v.filing_name AS title,
        CASE
            WHEN (v.institution_id IS NULL) THEN '现场核查不一致，请改正以后报告'::text
            ELSE '现场核查不一致，请办理变更或者改正'::text
        END AS detail,
    v.district,
    v.township,
    v.since,
    'infinity'::date AS until,
    v.correct_by AS due_on,
    'filing.file'::text AS permission,
    NULL::text AS department,
    v.applicant_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM filings.verification v
  WHERE (v.status = 'MISMATCH_FOUND'::text)
UNION ALL
 SELECT 'FILING_MISMATCH_OVERDUE'::text AS type,
    'filing'::text AS subject_type,
    v.filing_id AS subject_id,
    v.filing_name AS title,
    '核查不一致，期限内没有变更，也没有改正'::text AS detail,
    v.district,
    v.township,
    (((v.correct_by + 1))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'filing.verify'::text AS permission,
    platform.lead_department(v.kind) AS department,
    NULL::uuid AS assignee,
    ARRAY( SELECT m.id
           FROM (filings.filing f
             CROSS JOIN LATERAL unnest(ARRAY[f.applicant_id, f.entered_by, f.account_given_by]) m(id))
          WHERE ((f.id = v.filing_id) AND (m.id IS NOT NULL))) AS not_actors
   FROM filings.verification v
  WHERE (v.status = 'MISMATCH_FOUND'::text)
UNION ALL
 SELECT 'FILING_OPINION_TO_ANSWER'::text AS type,
    'filing-opinion'::text AS subject_type,
    o.id AS subject_id,
    f.name AS title,
    '征求本部门的意见'::text AS detail,
    o.district,
    o.township,
    o.asked_at AS since,
    'infinity'::date AS until,
    o.due_on,
    'opinion.answer'::text AS permission,
    o.department,
    NULL::uuid AS assignee,
    ((array_remove(ARRAY[o.asked_by, f.applicant_id, f.entered_by, f.account_given_by], NULL::uuid) || ARRAY( SELECT t.actor_id
           FROM filings.transition t
          WHERE (t.filing_id = f.id))) || ARRAY( SELECT h.person_id
           FROM filings.case_holder h
          WHERE (h.filing_id = f.id))) AS not_actors
   FROM (filings.opinion o
     JOIN filings.filing f ON ((f.id = o.filing_id)))
  WHERE (o.status = 'ASKED'::text)
UNION ALL
 SELECT 'FILING_OPINION_OVERDUE'::text AS type,
    'filing'::text AS subject_type,
    o.filing_id AS subject_id,
    f.name AS title,
    '征求的意见逾期没有答复'::text AS detail,
    o.district,
    o.township,
    (((o.due_on + 1))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'filing.consult'::text AS permission,
    platform.lead_department(o.kind) AS department,
    NULL::uuid AS assignee,
    (array_remove(ARRAY[f.applicant_id, f.entered_by, f.account_given_by], NULL::uuid) || f.advised_by) AS not_actors
   FROM (filings.opinion o
     JOIN filings.filing f ON ((f.id = o.filing_id)))
  WHERE ((o.status = 'ASKED'::text) AND (f.authority IS NULL))
UNION ALL
 SELECT 'FILING_OPINION_OVERDUE'::text AS type,
    'filing'::text AS subject_type,
    o.filing_id AS subject_id,
    f.name AS title,
    '征求的意见逾期没有答复'::text AS detail,
    f.authority AS district,
    NULL::text AS township,
    (((o.due_on + 1))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'filing.consult'::text AS permission,
    platform.lead_department(o.kind) AS department,
    NULL::uuid AS assignee,
    (array_remove(ARRAY[f.applicant_id, f.entered_by, f.account_given_by], NULL::uuid) || f.advised_by) AS not_actors
   FROM (filings.opinion o
     JOIN filings.filing f ON ((f.id = o.filing_id)))
  WHERE ((o.status = 'ASKED'::text) AND (f.authority IS NOT NULL))
UNION ALL
 SELECT 'COMMITMENT_TO_FULFIL'::text AS type,
    'filing'::text AS subject_type,
    c.filing_id AS subject_id,
    c.filing_name AS title,
    ('请补交：'::text || string_agg(c.name, '、'::text ORDER BY c.name)) AS detail,
    c.district,
    c.township,
    min(c.given_at) AS since,
    'infinity'::date AS until,
    min(c.due_on) AS due_on,
    'filing.file'::text AS permission,
    NULL::text AS department,
    c.applicant_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM filings.commitment c
  WHERE (c.status = 'OPEN'::text)
  GROUP BY c.filing_id, c.filing_name, c.district, c.township, c.applicant_id
UNION ALL
 SELECT 'COMMITMENT_TO_CHECK'::text AS type,
    'filing'::text AS subject_type,
    c.filing_id AS subject_id,
    c.filing_name AS title,
    ('告知承诺的材料：'::text || string_agg(c.name, '、'::text ORDER BY c.name)) AS detail,
    c.district,
    c.township,
    min(c.given_at) AS since,
    'infinity'::date AS until,
    LEAST(min(c.due_on) FILTER (WHERE (c.status = 'OPEN'::text)), min(c.check_by)) AS due_on,
    'filing.accept'::text AS permission,
    platform.lead_department(c.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM filings.commitment c
  WHERE ((c.status = 'HANDED_IN'::text) OR ((c.status = 'OPEN'::text) AND (c.due_on < ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date)))
  GROUP BY c.filing_id, c.filing_name, c.district, c.township, c.kind
UNION ALL
 SELECT 'EXTENSION_TO_DECIDE'::text AS type,
    'filing'::text AS subject_type,
    e.filing_id AS subject_id,
    f.name AS title,
    '报请延长办理期限'::text AS detail,
    e.district,
    e.township,
    e.asked_at AS since,
    e.due_before AS until,
    e.due_before AS due_on,
    'filing.extend'::text AS permission,
    platform.lead_department(e.kind) AS department,
    NULL::uuid AS assignee,
    (array_remove(ARRAY[e.asked_by, f.applicant_id, f.entered_by, f.account_given_by], NULL::uuid) || f.advised_by) AS not_actors
   FROM (filings.extension e
     JOIN filings.filing f ON ((f.id = e.filing_id)))
  WHERE (e.status = 'ASKED'::text)
UNION ALL
 SELECT 'LICENCE_TO_ADMIT'::text AS type,
    'filing'::text AS subject_type,
    f.id AS subject_id,
    f.name AS title,
    '逾期没有告知的，自收到材料之日起即为受理'::text AS detail,
    f.district,
    f.township,
    f.submitted_at AS since,
    f.admit_by AS until,
    f.admit_by AS due_on,
    'filing.admit'::text AS permission,
    platform.lead_department(f.kind) AS department,
    NULL::uuid AS assignee,
    (array_remove(ARRAY[f.applicant_id, f.entered_by, f.account_given_by], NULL::uuid) || f.advised_by) AS not_actors
   FROM filings.filing f
  WHERE ((f.status = 'SUBMITTED'::text) AND (f.admitted_on IS NULL) AND (f.admit_by IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM filings.case_holder h
          WHERE (h.filing_id = f.id)))))
UNION ALL
 SELECT 'LICENCE_TO_ADMIT'::text AS type,
    'filing'::text AS subject_type,
    f.id AS subject_id,
    f.name AS title,
    '逾期没有告知的，自收到材料之日起即为受理'::text AS detail,
    COALESCE(f.authority, f.district) AS district,
        CASE
            WHEN (f.authority IS NULL) THEN f.township
            ELSE NULL::text
        END AS township,
    f.submitted_at AS since,
    f.admit_by AS until,
    f.admit_by AS due_on,
    'filing.admit'::text AS permission,
    platform.lead_department(f.kind) AS department,
    h.person_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (filings.case_holder h
     JOIN filings.filing f ON ((f.id = h.filing_id)))
  WHERE ((f.status = 'SUBMITTED'::text) AND (f.admitted_on IS NULL) AND (f.admit_by IS NOT NULL))
UNION ALL
 SELECT 'FILING_TO_DECIDE'::text AS type,
    'filing'::text AS subject_type,
    filing.id AS subject_id,
    filing.name AS title,
    (((filings.type_in_words(filing.type, filing.regime, (filing.renews IS NOT NULL), (filing.prolongs IS NOT NULL)) || '第'::text) || filing.round) || '次提交'::text) AS detail,
    filing.authority AS district,
    NULL::text AS township,
        CASE
            WHEN ((filing.admit_by IS NULL) OR (filing.admitted_on IS NOT NULL)) THEN filing.submitted_at
            ELSE ((LEAST((filing.admit_by + 1), filing.due_on))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text)
        END AS since,
    'infinity'::date AS until,
    filing.due_on,
    'filing.accept'::text AS permission,
    platform.lead_department(filing.kind) AS department,
    NULL::uuid AS assignee,
    (array_remove(ARRAY[filing.applicant_id, filing.entered_by, filing.account_given_by], NULL::uuid) || filing.advised_by) AS not_actors
   FROM filings.filing
  WHERE ((filing.status = 'SUBMITTED'::text) AND (filing.authority IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM filings.case_holder h
          WHERE (h.filing_id = filing.id)))))
UNION ALL
 SELECT 'FILING_TO_CORRECT'::text AS type,
    'filing'::text AS subject_type,
    f.id AS subject_id,
    f.name AS title,
    '窗口代办的申请，请与申请人按补正意见修改后重新提交'::text AS detail,
    f.district,
    f.township,
    t.at AS since,
    'infinity'::date AS until,
    f.correct_by AS due_on,
    'filing.assist'::text AS permission,
    NULL::text AS department,
    f.entered_by AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (filings.filing f
     JOIN LATERAL ( SELECT transition.at
           FROM filings.transition
          WHERE (transition.filing_id = f.id)
          ORDER BY transition.seq DESC
         LIMIT 1) t ON (true))
  WHERE ((f.status = 'RETURNED'::text) AND (f.entered_by IS NOT NULL) AND (f.assistance_ended_at IS NULL))
UNION ALL
 SELECT 'FILING_CLOSURE_TO_CHECK'::text AS type,
    'filing'::text AS subject_type,
    c.filing_id AS subject_id,
    c.filing_name AS title,
        CASE c.status
            WHEN 'OPEN'::text THEN '终止服务后的人员安置、费用退还'::text
            WHEN 'REPORTED'::text THEN (('经办人 '::text || to_char((( SELECT max(l.at) AS max
               FROM filings.closure_report l
              WHERE (l.filing_id = c.filing_id)) AT TIME ZONE 'Asia/Shanghai'::text), 'YYYY"年"FMMM"月"FMDD"日"'::text)) || '报告已完成，请再次核实'::text)
            ELSE '人员安置或者费用退还尚未完成，请继续跟进'::text
        END AS detail,
    c.district,
    c.township,
    c.since,
    'infinity'::date AS until,
    c.due_on,
    'filing.verify'::text AS permission,
    platform.lead_department(c.kind) AS department,
    NULL::uuid AS assignee,
    ARRAY( SELECT m.id
           FROM (filings.filing f
             CROSS JOIN LATERAL unnest(ARRAY[f.applicant_id, f.entered_by, f.account_given_by]) m(id))
          WHERE ((f.id = c.filing_id) AND (m.id IS NOT NULL))) AS not_actors
   FROM filings.closure_follow_up c
  WHERE ((c.due_on IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM filings.retraction r
          WHERE ((r.filing_id = c.filing_id) AND (r.status = 'ASKED'::text))))))
UNION ALL
 SELECT 'FILING_TO_ARRANGE'::text AS type,
    'filing'::text AS subject_type,
    u.filing_id AS subject_id,
    f.name AS title,
    '本机关没有可以办理本件的工作人员，请安排'::text AS detail,
    u.district,
    u.township,
    u.since,
    'infinity'::date AS until,
    COALESCE(f.due_on, 'infinity'::date) AS due_on,
    'overdue.supervise'::text AS permission,
    platform.lead_department(f.kind) AS department,
    NULL::uuid AS assignee,
    ARRAY( SELECT m.id
           FROM unnest(ARRAY[f.applicant_id, f.entered_by, f.account_given_by]) m(id)
          WHERE (m.id IS NOT NULL)) AS not_actors
   FROM (filings.unattended u
     JOIN filings.filing f ON ((f.id = u.filing_id)))
  WHERE ((f.status = 'SUBMITTED'::text) AND (NOT (EXISTS ( SELECT
           FROM filings.case_holder h
          WHERE (h.filing_id = u.filing_id)))))
UNION ALL
 SELECT 'SUSPENSION_TO_END'::text AS type,
    'institution'::text AS subject_type,
    i.id AS subject_id,
    i.name AS title,
    (('预计 '::text || to_char((s.expected_until)::timestamp without time zone, 'YYYY"年"FMMM"月"FMDD"日"'::text)) || '恢复，这一天已过，请办理恢复服务、延长暂停服务或者终止服务'::text) AS detail,
    i.district,
    NULL::text AS township,
    (((s.expected_until + 1))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'filing.file'::text AS permission,
    NULL::text AS department,
    i.operator_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (institutions.institution i
     CROSS JOIN LATERAL ( SELECT s_1.expected_until
           FROM institutions.status_step s_1
          WHERE ((s_1.institution_id = i.id) AND (s_1.action = ANY (ARRAY['suspend'::text, 'prolong'::text])))
          ORDER BY s_1.decided_at DESC, s_1.id DESC
         LIMIT 1) s)
  WHERE ((i.status = 'SUSPENDED'::text) AND (i.filing_ended_as IS NULL) AND (s.expected_until IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM institutions.status_step p
          WHERE ((p.institution_id = i.id) AND (p.applied_at IS NULL) AND (p.retracted_at IS NULL))))) AND (NOT (EXISTS ( SELECT
           FROM filings.filing f
          WHERE ((f.institution_id = i.id) AND (f.type = ANY (ARRAY['SUSPENSION'::text, 'RESUMPTION'::text, 'CLOSURE'::text])) AND (f.status = ANY (ARRAY['SUBMITTED'::text, 'RETURNED'::text])))))) AND (i.operator_id IS NOT NULL))
UNION ALL
 SELECT 'SUSPENSION_TO_FOLLOW'::text AS type,
    'institution'::text AS subject_type,
    i.id AS subject_id,
    i.name AS title,
    (('预计 '::text || to_char((s.expected_until)::timestamp without time zone, 'YYYY"年"FMMM"月"FMDD"日"'::text)) ||
        CASE
            WHEN (c.id IS NULL) THEN '恢复，这一天已过，请向机构了解情况'::text
            ELSE (('恢复，这一天已过；'::text || to_char((c.contacted_on)::timestamp without time zone, 'YYYY"年"FMMM"月"FMDD"日"'::text)) || '了解过，请再次了解情况'::text)
        END) AS detail,
    COALESCE(i.authority, i.district) AS district,
        CASE
            WHEN (i.authority IS NULL) THEN i.township
            ELSE NULL::text
        END AS township,
    ((COALESCE(c.look_again_on, (s.expected_until + 1)))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'filing.accept'::text AS permission,
    platform.lead_department(i.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM ((institutions.institution i
     CROSS JOIN LATERAL ( SELECT s_1.id,
            s_1.expected_until
           FROM institutions.status_step s_1
          WHERE ((s_1.institution_id = i.id) AND (s_1.action = ANY (ARRAY['suspend'::text, 'prolong'::text])))
          ORDER BY s_1.decided_at DESC, s_1.id DESC
         LIMIT 1) s)
     LEFT JOIN LATERAL ( SELECT c_1.id,
            c_1.contacted_on,
            c_1.look_again_on
           FROM institutions.suspension_contact c_1
          WHERE (c_1.step_id = s.id)
          ORDER BY c_1.id DESC
         LIMIT 1) c ON (true))
  WHERE ((i.status = 'SUSPENDED'::text) AND (i.filing_ended_as IS NULL) AND (s.expected_until IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM institutions.status_step p
          WHERE ((p.institution_id = i.id) AND (p.applied_at IS NULL) AND (p.retracted_at IS NULL))))) AND (NOT (EXISTS ( SELECT
           FROM filings.filing f
          WHERE ((f.institution_id = i.id) AND (f.type = ANY (ARRAY['SUSPENSION'::text, 'RESUMPTION'::text, 'CLOSURE'::text])) AND (f.status = ANY (ARRAY['SUBMITTED'::text, 'RETURNED'::text])))))))
UNION ALL
 SELECT 'FILING_CLOSURE_TO_FINISH'::text AS type,
    'filing'::text AS subject_type,
    c.filing_id AS subject_id,
    c.filing_name AS title,
    '主管机关核实尚未全部完成，请在它再次核实以前安置人员、退还费用，并报告已完成'::text AS detail,
    c.district,
    c.township,
    ( SELECT max(l.at) AS max
           FROM filings.closure_record l
          WHERE (l.filing_id = c.filing_id)) AS since,
    'infinity'::date AS until,
    c.due_on,
    'filing.file'::text AS permission,
    NULL::text AS department,
    c.applicant_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM filings.closure_follow_up c
  WHERE (c.status = 'UNSETTLED'::text)
UNION ALL
 SELECT 'RETRACTION_TO_DECIDE'::text AS type,
    'filing'::text AS subject_type,
    r.filing_id AS subject_id,
    f.name AS title,
    (((('申请撤回已经准予的'::text || rtrim(filings.type_in_words(f.type), '，'::text)) || '，原定 '::text) || to_char((((f.application #>> '{notice,startsOn}'::text[]))::date)::timestamp without time zone, 'YYYY"年"FMMM"月"FMDD"日"'::text)) || '生效'::text) AS detail,
    r.district,
    r.township,
    r.asked_at AS since,
    'infinity'::date AS until,
    r.due_on,
    'filing.accept'::text AS permission,
    platform.lead_department(r.kind) AS department,
    NULL::uuid AS assignee,
    (array_remove(ARRAY[r.asked_by, f.applicant_id, f.entered_by, f.account_given_by], NULL::uuid) || f.advised_by) AS not_actors
   FROM (filings.retraction r
     JOIN filings.filing f ON ((f.id = r.filing_id)))
  WHERE (r.status = 'ASKED'::text);

create view inspections.assignment_facts with (security_invoker=true) as
 SELECT m.person_id,
    t.id AS task_id,
    t.draw_id,
    t.plan_title,
    t.status
   FROM (inspections.task_member m
     JOIN inspections.task t ON ((t.id = m.task_id)));

create view inspections.concerned_facts with (security_invoker=true) as
 WITH visit AS (
         SELECT task.id AS subject_id,
            task.institution_id,
            task.party_id
           FROM inspections.task
        UNION ALL
         SELECT result.id,
            result.institution_id,
            result.party_id
           FROM inspections.result
        )
 SELECT v.subject_id,
    i.operator_id AS person_id
   FROM (visit v
     JOIN institutions.institution i ON ((i.id = v.institution_id)))
  WHERE (i.operator_id IS NOT NULL)
UNION ALL
 SELECT v.subject_id,
    r.person_id
   FROM (visit v
     JOIN inspections.recusal r ON ((r.institution_id = v.institution_id)))
  WHERE ((r.revokes IS NULL) AND (NOT (EXISTS ( SELECT
           FROM inspections.recusal x
          WHERE (x.revokes = r.id)))))
UNION ALL
 SELECT visit.subject_id,
    visit.party_id AS person_id
   FROM visit
  WHERE (visit.party_id IS NOT NULL);

create view inspections.draw_account_public as
 SELECT d.id AS draw_id,
    (count(*) FILTER (WHERE (e.action = 'access.person-created'::text)))::integer AS created,
    (count(*) FILTER (WHERE (e.action = ANY (ARRAY['access.person-enabled'::text, 'access.rights-changed'::text]))))::integer AS changed,
    (count(*) FILTER (WHERE (e.action = 'access.password-reset'::text)))::integer AS reset
   FROM (inspections.draw d
     LEFT JOIN audit.entry e ON (((e.subject_type = 'person'::text) AND (e.action = ANY (ARRAY['access.person-created'::text, 'access.person-enabled'::text, 'access.rights-changed'::text, 'access.password-reset'::text])) AND (e.at > d.announced_at) AND (e.at <= COALESCE(d.opened_at, d.voided_at, 'infinity'::timestamp with time zone)) AND (((e.canonical)::jsonb #> '{detail,roles}'::text[]) <> '["OPERATOR"]'::jsonb) AND ((e.district IS NULL) OR (EXISTS ( SELECT
           FROM unnest(d.districts) p(code)
          WHERE ((p.code ^@ inspections.prefix_of(e.district)) OR (e.district ^@ inspections.prefix_of(p.code)))))))))
  GROUP BY d.id;

create view inspections.draw_conflict_public as
 SELECT c.draw_id,
    c.certificate_number,
    c.target_id
   FROM (inspections.draw_conflict c
     JOIN inspections.draw d ON (((d.id = c.draw_id) AND (d.seed IS NOT NULL))));

create view inspections.draw_directory_public as
 SELECT n.draw_id,
    n.department,
    n.counted_from,
    n.listed,
    n.inactive,
    n.available,
    n.recused_by_others,
    n.recusals_lifted,
    n.added,
    n.suspended,
    n.resumed,
    n.moved,
    n.shortened,
    n.renewed,
    later.returned,
    later.joined
   FROM ((inspections.draw_directory n
     JOIN inspections.draw d ON ((d.id = n.draw_id)))
     CROSS JOIN LATERAL ( SELECT (count(DISTINCT c.inspector_id) FILTER (WHERE (c.act = ANY (ARRAY['RESUMED'::text, 'MOVED'::text, 'RENEWED'::text]))))::integer AS returned,
            (count(DISTINCT c.inspector_id) FILTER (WHERE (c.act = 'LISTED'::text)))::integer AS joined
           FROM (inspections.directory_change c
             JOIN inspections.inspector i ON ((i.id = c.inspector_id)))
          WHERE ((c.changed_at > d.announced_at) AND (c.changed_at <= COALESCE(d.opened_at, d.voided_at, 'infinity'::timestamp with time zone)) AND (n.department = ANY (c.departments)) AND inspections.touches(c.districts, d.districts) AND (NOT (EXISTS ( SELECT
                   FROM inspections.draw_inspector f
                  WHERE ((f.draw_id = d.id) AND (f.person_id = i.person_id))))))) later);

create view inspections.draw_facts with (security_invoker=true) as
 SELECT id AS draw_id,
    plan_id,
    title,
    kind,
    districts,
    status,
    announced_at,
    drawn_at
   FROM inspections.draw;

create view inspections.draw_inspector_public as
 SELECT i.draw_id,
    i.certificate_number,
    i.department,
    i.districts
   FROM (inspections.draw_inspector i
     JOIN inspections.draw d ON (((d.id = i.draw_id) AND (d.seed IS NOT NULL))));

create view inspections.draw_opened_public as
 SELECT id AS draw_id,
    nonce,
    seed,
    result_digest,
    failure
   FROM inspections.draw
  WHERE (seed IS NOT NULL);

create view inspections.draw_public as
 SELECT id,
    title,
    kind,
    districts,
    status,
    announcement,
    announcement_sm3,
    announced_at,
    commitment,
    beacon_source,
    beacon_round,
    target_count,
    beacon_confirmed_at,
        CASE
            WHEN (beacon_confirmed_at IS NOT NULL) THEN beacon_value
            ELSE NULL::text
        END AS beacon_value,
        CASE
            WHEN (beacon_confirmed_at IS NOT NULL) THEN beacon_source_url
            ELSE NULL::text
        END AS beacon_source_url,
    result_digest,
    drawn_at,
    opened_at,
    voided_at,
    void_reason,
        CASE
            WHEN (beacon_confirmed_at IS NOT NULL) THEN beacon_entered_at
            ELSE NULL::timestamp with time zone
        END AS beacon_entered_at,
    (seed IS NOT NULL) AS disclosed,
        CASE
            WHEN (seed IS NOT NULL) THEN failure
            ELSE NULL::jsonb
        END AS failure,
    (( SELECT count(*) AS count
           FROM inspections.draw_conflict c
          WHERE (c.draw_id = d.id)))::integer AS recusal_count
   FROM inspections.draw d;

create view inspections.draw_replacement_public as
 SELECT r.draw_id,
    r.seq,
    r.voided_target,
    r.target_id,
    r.stratum,
    r.ticket,
    r.teams,
    r.reason,
    r.replaced_at
   FROM (inspections.draw_replacement r
     JOIN inspections.draw d ON (((d.id = r.draw_id) AND (d.seed IS NOT NULL))));

create view inspections.draw_reserve_public as
 SELECT r.draw_id,
    r.stratum,
    r.targets,
    r.first
   FROM (inspections.draw_reserve r
     JOIN inspections.draw d ON (((d.id = r.draw_id) AND (d.seed IS NOT NULL))));

create view inspections.draw_selection_public as
 SELECT s.draw_id,
    s.rank,
    s.target_id,
    s.stratum,
    s.ticket,
    s.teams
   FROM (inspections.draw_selection s
     JOIN inspections.draw d ON (((d.id = s.draw_id) AND (d.seed IS NOT NULL))));

create view inspections.draw_stand_in_public as
 SELECT s.draw_id,
    s.seq,
    s.target_id,
    s.department,
    s.left_number,
    s.joined_number,
    s.absent,
    s.reason,
    s.decided_at,
    COALESCE(( SELECT jsonb_agg(jsonb_build_object('certificateNumber', a.certificate_number, 'cause', a.cause, 'since', to_char((a.since AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), 'endedAt', to_char((e.ended_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text)) ORDER BY (a.certificate_number <> s.left_number), a.certificate_number) AS jsonb_agg
           FROM (inspections.draw_absence a
             LEFT JOIN inspections.draw_absence_end e USING (draw_id, seq, certificate_number))
          WHERE ((a.draw_id = s.draw_id) AND (a.seq = s.seq))), '[]'::jsonb) AS absences
   FROM (inspections.draw_stand_in s
     JOIN inspections.draw d ON (((d.id = s.draw_id) AND (d.seed IS NOT NULL))));

create view inspections.draw_target_public as
 SELECT draw_id,
    target_id,
    stratum,
    district
   FROM inspections.draw_target;

create view inspections.draw_task_public as
 SELECT t.draw_id,
    t.institution_id AS target_id,
    t.institution_name AS name,
    t.status,
    r.id AS result_id,
    r.result_code,
    r.result_label
   FROM ((inspections.task t
     JOIN inspections.draw d ON (((d.id = t.draw_id) AND (d.seed IS NOT NULL))))
     LEFT JOIN LATERAL ( SELECT r_1.id,
            r_1.result_code,
            r_1.result_label
           FROM inspections.result r_1
          WHERE ((r_1.task_id = t.id) AND (r_1.status = 'PUBLISHED'::text) AND (NOT (EXISTS ( SELECT
                   FROM inspections.result c
                  WHERE ((c.corrects = r_1.id) AND (c.status = 'PUBLISHED'::text))))))
         LIMIT 1) r ON (true));

create view inspections.failed_finding_facts with (security_invoker=true) as
 SELECT f.id AS finding_id,
    t.result_id,
    t.id AS task_id,
    t.institution_id,
    t.institution_name,
    t.district,
    t.kind,
    f.item_id,
    f.item_code,
    f.item_title,
    f.legal_basis,
    f.severity,
    f.note,
    r.inspected_on,
    r.status AS result_status,
    r.certificate_numbers
   FROM ((inspections.finding f
     JOIN inspections.task t ON (((t.id = f.task_id) AND (t.status = ANY (ARRAY['SUBMITTED'::text, 'REPLACED'::text])))))
     JOIN inspections.result r ON ((r.id = t.result_id)))
  WHERE ((f.outcome = 'FAIL'::text) AND ((r.status = 'PUBLISHED'::text) OR (r.result_code <> ALL (ARRAY['NOT_FOUND'::text, 'CLOSED'::text, 'DEREGISTERED'::text, 'LICENCE_REVOKED'::text, 'REGISTRATION_CANCELLED'::text, 'RELOCATED'::text])) OR (EXISTS ( SELECT
           FROM inspections.task s
          WHERE ((s.id = r.task_id) AND (s.co_signed_by IS NOT NULL))))));

create view inspections.failed_result_facts with (security_invoker=true) as
 SELECT id AS result_id,
    institution_id,
    institution_name,
    kind,
    district,
    plan_title,
    inspected_on,
    created_at AS submitted_at,
    failures,
    certificate_numbers
   FROM inspections.result r
  WHERE ((failures <> '[]'::jsonb) AND (NOT (EXISTS ( SELECT
           FROM inspections.result c
          WHERE ((c.corrects IS NOT NULL) AND (c.corrects = r.id))))) AND (status <> 'WITHDRAWN'::text) AND ((status = 'PUBLISHED'::text) OR (result_code <> ALL (ARRAY['NOT_FOUND'::text, 'CLOSED'::text, 'DEREGISTERED'::text, 'LICENCE_REVOKED'::text, 'REGISTRATION_CANCELLED'::text, 'RELOCATED'::text])) OR (EXISTS ( SELECT
           FROM inspections.task s
          WHERE ((s.id = r.task_id) AND (s.co_signed_by IS NOT NULL))))));

create view inspections.plan_hit with (security_invoker=true) as
 SELECT 'inspection-plan'::text AS subject_type,
    id AS subject_id,
    id AS found_by,
    title,
    (year || '年'::text) AS detail,
        CASE
            WHEN (cardinality(districts) = 1) THEN districts[1]
            ELSE NULL::text
        END AS district,
    NULL::text AS number,
    NULL::text AS other_number,
    'plan.read'::text AS permission,
    NULL::text AS department,
    NULL::uuid AS assignee
   FROM inspections.plan;

create view inspections.progress_facts with (security_invoker=true) as
 SELECT d.id AS draw_id,
    d.plan_id,
    d.title,
    d.kind,
    d.districts,
    max(t.due_on) AS due_on,
    (count(*) FILTER (WHERE (t.status = 'SUBMITTED'::text)))::integer AS done,
    (count(*) FILTER (WHERE (t.status = 'IN_PROGRESS'::text)))::integer AS begun,
    (count(*) FILTER (WHERE (t.status = 'ASSIGNED'::text)))::integer AS waiting
   FROM (inspections.draw d
     JOIN inspections.task t ON ((t.draw_id = d.id)))
  WHERE (d.status = 'DRAWN'::text)
  GROUP BY d.id;

create view inspections.result_facts with (security_invoker=true) as
 SELECT id AS result_id,
    institution_id,
    kind,
    district,
    inspected_on,
    result_code,
    result_label,
    failures,
    status,
    task_id,
    party_id
   FROM inspections.result r
  WHERE ((NOT (EXISTS ( SELECT
           FROM inspections.result c
          WHERE ((c.corrects IS NOT NULL) AND (c.corrects = r.id))))) AND (status <> 'WITHDRAWN'::text));

create view inspections.result_public as
 SELECT id,
    institution_id,
    institution_name,
    kind,
    district,
    plan_title,
    inspected_on,
    result_code,
    result_label,
    ( SELECT COALESCE(jsonb_agg(jsonb_build_object('code', (e.f ->> 'itemCode'::text), 'title', (e.f ->> 'title'::text), 'basis', (e.f -> 'legalBasis'::text)) ORDER BY e.n), '[]'::jsonb) AS "coalesce"
           FROM jsonb_array_elements(r.failures) WITH ORDINALITY e(f, n)) AS failed_items,
    published_at,
    agency,
    certificate_numbers,
    corrects
   FROM inspections.result r
  WHERE ((status = 'PUBLISHED'::text) AND (NOT (EXISTS ( SELECT
           FROM inspections.result c
          WHERE ((c.corrects = r.id) AND (c.status = 'PUBLISHED'::text))))));

create view inspections.task_hit with (security_invoker=true) as
 SELECT 'inspection-task'::text AS subject_type,
    task.id AS subject_id,
    task.institution_id AS found_by,
    task.institution_name AS title,
    task.plan_title AS detail,
    task.district,
    NULL::text AS number,
    NULL::text AS other_number,
    'draw.read'::text AS permission,
    NULL::text AS department,
    NULL::uuid AS assignee
   FROM inspections.task
  WHERE ((task.status <> ALL ('{ASSIGNED,CANCELLED}'::text[])) OR ((task.status = 'CANCELLED'::text) AND (NOT (EXISTS ( SELECT
           FROM inspections.draw d
          WHERE ((d.id = task.draw_id) AND (d.status = 'DRAWN'::text)))))))
UNION ALL
 SELECT 'inspection-task'::text AS subject_type,
    task.id AS subject_id,
    task.institution_id AS found_by,
    task.institution_name AS title,
    task.plan_title AS detail,
    task.district,
    NULL::text AS number,
    NULL::text AS other_number,
    'case.read'::text AS permission,
    NULL::text AS department,
    NULL::uuid AS assignee
   FROM inspections.task
  WHERE (task.status = 'SUBMITTED'::text)
UNION ALL
 SELECT 'inspection-task'::text AS subject_type,
    t.id AS subject_id,
    t.institution_id AS found_by,
    t.institution_name AS title,
    t.plan_title AS detail,
    t.district,
    NULL::text AS number,
    NULL::text AS other_number,
    'task.inspect'::text AS permission,
    NULL::text AS department,
    m.person_id AS assignee
   FROM (inspections.task_member m
     JOIN inspections.task t ON ((t.id = m.task_id)))
UNION ALL
 SELECT 'inspection-task'::text AS subject_type,
    t.id AS subject_id,
    t.institution_id AS found_by,
    t.institution_name AS title,
    t.plan_title AS detail,
    t.district,
    NULL::text AS number,
    NULL::text AS other_number,
    'task.own'::text AS permission,
    NULL::text AS department,
    t.party_id AS assignee
   FROM inspections.task t
  WHERE ((t.party_id IS NOT NULL) AND (t.status = ANY (ARRAY['IN_PROGRESS'::text, 'SUBMITTED'::text])));

create view inspections.work_item with (security_invoker=true) as
 SELECT 'BEACON_TO_ENTER'::text AS type,
    'draw'::text AS subject_type,
    draw.id AS subject_id,
    draw.title,
    (((('公开随机数：'::text || replace(replace(draw.beacon_source, 'fucai-ssq'::text, '双色球'::text), 'fucai-kl8'::text, '快乐8'::text)) || ' 第 '::text) || draw.beacon_round) || ' 期'::text) AS detail,
        CASE
            WHEN (cardinality(draw.districts) = 1) THEN draw.districts[1]
            ELSE NULL::text
        END AS district,
    NULL::text AS township,
    COALESCE(draw.beacon_not_before, draw.announced_at) AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'draw.enter-beacon'::text AS permission,
    platform.lead_department(draw.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM inspections.draw
  WHERE (draw.status = 'ANNOUNCED'::text)
UNION ALL
 SELECT 'BEACON_TO_CONFIRM'::text AS type,
    'draw'::text AS subject_type,
    draw.id AS subject_id,
    draw.title,
    (((('公开随机数：'::text || replace(replace(draw.beacon_source, 'fucai-ssq'::text, '双色球'::text), 'fucai-kl8'::text, '快乐8'::text)) || ' 第 '::text) || draw.beacon_round) || ' 期'::text) AS detail,
        CASE
            WHEN (cardinality(draw.districts) = 1) THEN draw.districts[1]
            ELSE NULL::text
        END AS district,
    NULL::text AS township,
    draw.beacon_entered_at AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'draw.confirm-beacon'::text AS permission,
    platform.lead_department(draw.kind) AS department,
    NULL::uuid AS assignee,
    (ARRAY[draw.announced_by, draw.beacon_entered_by] || ARRAY( SELECT h.actor_id
           FROM inspections.transition h
          WHERE ((h.subject = 'draw'::text) AND (h.subject_id = draw.id) AND (h.action = 'enterBeacon'::text)))) AS not_actors
   FROM inspections.draw
  WHERE (draw.status = 'BEACON_ENTERED'::text)
UNION ALL
 SELECT 'DRAW_TO_VOID'::text AS type,
    'draw'::text AS subject_type,
    draw.id AS subject_id,
    draw.title,
    '人员无法安排，须作废后重新公告'::text AS detail,
        CASE
            WHEN (cardinality(draw.districts) = 1) THEN draw.districts[1]
            ELSE NULL::text
        END AS district,
    NULL::text AS township,
    draw.beacon_confirmed_at AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'draw.discard'::text AS permission,
    platform.lead_department(draw.kind) AS department,
    NULL::uuid AS assignee,
    (ARRAY[draw.announced_by, draw.beacon_entered_by, draw.beacon_confirmed_by] || ARRAY( SELECT h.actor_id
           FROM inspections.transition h
          WHERE ((h.subject = 'draw'::text) AND (h.subject_id = draw.id) AND (h.action = 'enterBeacon'::text)))) AS not_actors
   FROM inspections.draw
  WHERE (draw.status = 'INFEASIBLE'::text)
UNION ALL
 SELECT 'DRAW_TO_OPEN'::text AS type,
    'draw'::text AS subject_type,
    d.id AS subject_id,
    d.title,
    '本批检查已全部提交'::text AS detail,
        CASE
            WHEN (cardinality(d.districts) = 1) THEN d.districts[1]
            ELSE NULL::text
        END AS district,
    NULL::text AS township,
    COALESCE(( SELECT max(t.submitted_at) AS max
           FROM inspections.task t
          WHERE (t.draw_id = d.id)), d.drawn_at) AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'draw.open'::text AS permission,
    platform.lead_department(d.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM inspections.draw d
  WHERE ((d.status = 'DRAWN'::text) AND (EXISTS ( SELECT
           FROM inspections.task t
          WHERE (t.draw_id = d.id))) AND (NOT (EXISTS ( SELECT
           FROM inspections.task t
          WHERE ((t.draw_id = d.id) AND (t.status = ANY (ARRAY['ASSIGNED'::text, 'IN_PROGRESS'::text])))))) AND (NOT (EXISTS ( SELECT
           FROM (inspections.task t
             JOIN inspections.result r ON ((r.id = t.result_id)))
          WHERE ((t.draw_id = d.id) AND (t.status = 'SUBMITTED'::text) AND (t.co_signed_by IS NULL) AND (t.result_code = ANY (ARRAY['NOT_FOUND'::text, 'CLOSED'::text, 'DEREGISTERED'::text, 'LICENCE_REVOKED'::text, 'REGISTRATION_CANCELLED'::text, 'RELOCATED'::text])) AND (r.status = 'PENDING'::text))))))
UNION ALL
 SELECT 'INSPECTION_TO_START'::text AS type,
    'inspection-task'::text AS subject_type,
    t.id AS subject_id,
    t.institution_name AS title,
    t.plan_title AS detail,
    t.district,
    NULL::text AS township,
    t.created_at AS since,
    'infinity'::date AS until,
    t.due_on,
    'task.inspect'::text AS permission,
    NULL::text AS department,
    m.person_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (inspections.task_member m
     JOIN inspections.task t ON ((t.id = m.task_id)))
  WHERE ((t.status = 'ASSIGNED'::text) AND (NOT inspections.has_recused(m.person_id, t.institution_id)))
UNION ALL
 SELECT 'INSPECTION_TO_SUBMIT'::text AS type,
    'inspection-task'::text AS subject_type,
    t.id AS subject_id,
    t.institution_name AS title,
    t.plan_title AS detail,
    t.district,
    NULL::text AS township,
    t.started_at AS since,
    'infinity'::date AS until,
    t.due_on,
    'task.inspect'::text AS permission,
    NULL::text AS department,
    m.person_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (inspections.task_member m
     JOIN inspections.task t ON ((t.id = m.task_id)))
  WHERE ((t.status = 'IN_PROGRESS'::text) AND (NOT inspections.has_recused(m.person_id, t.institution_id)))
UNION ALL
 SELECT 'INSPECTION_UNDER_WAY'::text AS type,
    'inspection-task'::text AS subject_type,
    t.id AS subject_id,
    t.institution_name AS title,
    t.plan_title AS detail,
    t.district,
    NULL::text AS township,
    t.started_at AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'task.own'::text AS permission,
    NULL::text AS department,
    t.party_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM inspections.task t
  WHERE ((t.status = 'IN_PROGRESS'::text) AND (t.party_id IS NOT NULL))
UNION ALL
 SELECT 'RESULT_TO_PUBLISH'::text AS type,
    'inspection-result'::text AS subject_type,
    result.id AS subject_id,
    result.institution_name AS title,
    result.result_label AS detail,
    result.district,
    NULL::text AS township,
    result.created_at AS since,
    'infinity'::date AS until,
    result.due_on,
    'result.publish'::text AS permission,
    platform.lead_department(result.kind) AS department,
    NULL::uuid AS assignee,
    result.members AS not_actors
   FROM inspections.result
  WHERE ((result.status = 'PENDING'::text) AND (NOT ((result.result_code = ANY (ARRAY['NOT_FOUND'::text, 'CLOSED'::text, 'DEREGISTERED'::text, 'LICENCE_REVOKED'::text, 'REGISTRATION_CANCELLED'::text, 'RELOCATED'::text])) AND (EXISTS ( SELECT
           FROM inspections.task t
          WHERE ((t.id = result.task_id) AND (t.status = 'SUBMITTED'::text) AND (t.co_signed_by IS NULL) AND (t.result_code = ANY (ARRAY['NOT_FOUND'::text, 'CLOSED'::text, 'DEREGISTERED'::text, 'LICENCE_REVOKED'::text, 'REGISTRATION_CANCELLED'::text, 'RELOCATED'::text]))))))))
UNION ALL
 SELECT 'INSPECTION_TO_CO_SIGN'::text AS type,
    'inspection-task'::text AS subject_type,
    t.id AS subject_id,
    t.institution_name AS title,
    t.plan_title AS detail,
    t.district,
    NULL::text AS township,
    t.submitted_at AS since,
    'infinity'::date AS until,
    r.due_on,
    'task.inspect'::text AS permission,
    NULL::text AS department,
    m.person_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM ((inspections.task_member m
     JOIN inspections.task t ON ((t.id = m.task_id)))
     JOIN inspections.result r ON ((r.id = t.result_id)))
  WHERE ((t.status = 'SUBMITTED'::text) AND (t.co_signed_at IS NULL) AND (m.person_id IS DISTINCT FROM t.submitted_by) AND (NOT inspections.has_recused(m.person_id, t.institution_id)) AND (r.status = 'PENDING'::text) AND (t.result_code = ANY (ARRAY['NOT_FOUND'::text, 'CLOSED'::text, 'DEREGISTERED'::text, 'LICENCE_REVOKED'::text, 'REGISTRATION_CANCELLED'::text, 'RELOCATED'::text])))
UNION ALL
 SELECT 'TARGET_TO_REPLACE'::text AS type,
    'inspection-task'::text AS subject_type,
    t.id AS subject_id,
    t.institution_name AS title,
    t.plan_title AS detail,
    t.district,
    NULL::text AS township,
    t.co_signed_at AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'task.replace'::text AS permission,
    platform.lead_department(t.kind) AS department,
    NULL::uuid AS assignee,
    t.assignees AS not_actors
   FROM (inspections.task t
     JOIN inspections.draw d ON ((d.id = t.draw_id)))
  WHERE ((d.status = 'DRAWN'::text) AND (t.status = 'SUBMITTED'::text) AND (t.co_signed_at IS NOT NULL) AND (t.result_code = ANY (ARRAY['NOT_FOUND'::text, 'CLOSED'::text, 'DEREGISTERED'::text, 'LICENCE_REVOKED'::text, 'REGISTRATION_CANCELLED'::text, 'RELOCATED'::text])))
UNION ALL
 SELECT 'INSPECTOR_TO_REPLACE'::text AS type,
    'inspection-task'::text AS subject_type,
    t.id AS subject_id,
    t.institution_name AS title,
    '检查人员不能参加检查'::text AS detail,
    t.district,
    NULL::text AS township,
    COALESCE(t.submitted_at, t.started_at, t.created_at) AS since,
    'infinity'::date AS until,
    t.due_on,
    'task.replace'::text AS permission,
    platform.lead_department(t.kind) AS department,
    NULL::uuid AS assignee,
    t.assignees AS not_actors
   FROM (inspections.draw d
     CROSS JOIN LATERAL ( SELECT DISTINCT ON (t_1.id) t_1.id,
            t_1.draw_id,
            t_1.plan_id,
            t_1.plan_title,
            t_1.rank,
            t_1.institution_id,
            t_1.institution_name,
            t_1.institution_address,
            t_1.kind,
            t_1.district,
            t_1.items,
            t_1.team,
            t_1.assignees,
            t_1.due_on,
            t_1.status,
            t_1.started_at,
            t_1.submitted_at,
            t_1.result_id,
            t_1.result_code,
            t_1.created_at,
            t_1.version,
            t_1.submitted_by,
            t_1.co_signed_by,
            t_1.co_signed_at
           FROM ((inspections.missing_members(d.id, ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date) a(task_id, person_id)
             JOIN inspections.task_member m ON (((m.person_id = a.person_id) AND (m.task_id = a.task_id))))
             JOIN inspections.task t_1 ON (((t_1.id = m.task_id) AND (t_1.draw_id = d.id))))
          WHERE ((t_1.status = 'IN_PROGRESS'::text) OR ((t_1.status = 'SUBMITTED'::text) AND (t_1.co_signed_by IS NULL) AND (t_1.submitted_by <> a.person_id) AND (t_1.result_code = ANY (ARRAY['NOT_FOUND'::text, 'CLOSED'::text, 'DEREGISTERED'::text, 'LICENCE_REVOKED'::text, 'REGISTRATION_CANCELLED'::text, 'RELOCATED'::text])) AND (EXISTS ( SELECT
                   FROM inspections.result r
                  WHERE ((r.id = t_1.result_id) AND (r.status = 'PENDING'::text))))))
          ORDER BY t_1.id) t)
  WHERE (d.status = 'DRAWN'::text)
UNION ALL
 SELECT 'INSPECTOR_TO_REPLACE'::text AS type,
    'draw'::text AS subject_type,
    d.id AS subject_id,
    d.title,
    '有检查人员不能参加检查'::text AS detail,
        CASE
            WHEN (cardinality(d.districts) = 1) THEN d.districts[1]
            ELSE NULL::text
        END AS district,
    NULL::text AS township,
    d.drawn_at AS since,
    'infinity'::date AS until,
    t.due_on,
    'task.replace'::text AS permission,
    platform.lead_department(d.kind) AS department,
    NULL::uuid AS assignee,
    ARRAY( SELECT f.person_id
           FROM inspections.draw_inspector f
          WHERE (f.draw_id = d.id)) AS not_actors
   FROM (inspections.draw d
     CROSS JOIN LATERAL ( SELECT t_1.due_on
           FROM inspections.task t_1
          WHERE ((t_1.draw_id = d.id) AND (t_1.status = 'ASSIGNED'::text))
         LIMIT 1) t)
  WHERE ((d.status = 'DRAWN'::text) AND ((EXISTS ( SELECT
           FROM inspections.absent_inspectors(d.id, ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date) absent_inspectors(certificate_number, person_id))) OR (EXISTS ( SELECT
           FROM ((inspections.draw_inspector f
             JOIN inspections.recusal r ON (((r.person_id = f.person_id) AND (r.declared_by = r.person_id))))
             JOIN inspections.draw_target h ON (((h.draw_id = d.id) AND (h.target_id = r.institution_id))))
          WHERE ((f.draw_id = d.id) AND (r.revokes IS NULL) AND (r.declared_at > d.announced_at) AND (NOT (EXISTS ( SELECT
                   FROM inspections.recusal e
                  WHERE (e.revokes = r.id)))))))));

create view institutions.expiry_facts with (security_invoker=true) as
 SELECT i.id AS institution_id,
    h.what AS thing,
    h.what,
    (h.day)::date AS ends_on
   FROM (institutions.institution i
     CROSS JOIN LATERAL ( VALUES ('LEASE'::text,(i.details ->> 'leaseEndsOn'::text)), ('FIRE_PROOF'::text,((i.details -> 'particulars'::text) ->> 'fireProofUntil'::text)), ('FOOD_LICENCE'::text,((i.details -> 'particulars'::text) ->> 'foodLicenceUntil'::text)), ('HEALTH_CERTIFICATES'::text,((i.details -> 'particulars'::text) ->> 'healthCertificatesUntil'::text)), ('INSURANCE'::text,((i.details -> 'particulars'::text) ->> 'insuranceEndsOn'::text)), ('LICENCE'::text,(i.valid_until)::text), ('FILING_TRANSITION'::text,
                CASE
                    WHEN (( SELECT (EXISTS ( SELECT
                               FROM reference.entry e
                              WHERE ((e.list = 'regimes'::text) AND (NOT e.withdrawn) AND ((e.data ->> 'regime'::text) = 'LICENCE'::text)))) AS "exists") AND (i.regime = 'FILING'::text) AND (i.filing_ended_as IS NULL) AND (i.kind = 'CHILDCARE'::text)) THEN (reference.transition_end(i.kind, (i.details ->> 'siteType'::text), i.district))::text
                    ELSE NULL::text
                END)) h(what, day))
  WHERE ((i.status <> 'CLOSED'::text) AND
        CASE
            WHEN (h.day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text) THEN pg_input_is_valid(h.day, 'date'::text)
            ELSE NULL::boolean
        END);

create view institutions.filing_end_public as
 SELECT institution_id,
    filing_number,
    upper(replace(NORMALIZE(filing_number, NFKC), ' '::text, ''::text)) AS spelling,
    ended_as,
    ended_on,
    regime
   FROM institutions.filing_end e
  WHERE ((ended_as <> 'RESTORED'::text) AND (NOT (EXISTS ( SELECT
           FROM institutions.filing_end r
          WHERE ((r.removal_id = e.removal_id) AND (r.ended_as = 'RESTORED'::text))))));

create view institutions.filing_number_facts with (security_invoker=true) as
 SELECT id AS institution_id,
    kind,
    district,
    filing_number,
    name,
    address,
    uscc
   FROM institutions.institution
  WHERE ((filing_number IS NOT NULL) AND (status <> 'CLOSED'::text) AND (filing_ended_as IS NULL));

create view institutions.filing_number_public as
 SELECT filing_number,
    upper(replace(NORMALIZE(filing_number, NFKC), ' '::text, ''::text)) AS spelling,
    id AS institution_id,
    name,
    kind,
    district,
    filed_on,
    NULLIF((details ->> 'siteType'::text), ''::text) AS site_type
   FROM institutions.institution
  WHERE (filing_number IS NOT NULL);

create view institutions.former_name_public as
 SELECT institution_id,
    name,
    district,
    until
   FROM institutions.former_name;

create view institutions.institution_facts with (security_invoker=true) as
 SELECT id AS institution_id,
    operator_id,
    kind,
    name,
    district,
    township,
    status,
    grade,
    capacity,
    uscc
   FROM institutions.institution;

create view institutions.institution_hit with (security_invoker=true) as
 SELECT 'institution'::text AS subject_type,
    institution.id AS subject_id,
    institution.id AS found_by,
    institution.name AS title,
    institution.uscc AS detail,
    institution.district,
    institution.filing_number AS number,
    institution.uscc AS other_number,
    'institution.read'::text AS permission,
    NULL::text AS department,
    NULL::uuid AS assignee
   FROM institutions.institution
UNION ALL
 SELECT 'institution'::text AS subject_type,
    institution.id AS subject_id,
    institution.id AS found_by,
    institution.name AS title,
    institution.uscc AS detail,
    institution.district,
    institution.filing_number AS number,
    institution.uscc AS other_number,
    'institution.read'::text AS permission,
    NULL::text AS department,
    institution.operator_id AS assignee
   FROM institutions.institution
  WHERE (institution.operator_id IS NOT NULL);

create view institutions.institution_public as
 SELECT id,
    kind,
    name,
    uscc,
    legal_form,
    legal_representative,
    service_phone,
        CASE
            WHEN ((details ->> 'siteType'::text) = 'HOME'::text) THEN institutions.area_of(COALESCE(township, district))
            ELSE address
        END AS address,
    district,
    township,
    capacity,
    nursing_beds,
    ownership,
    floor_area_m2,
    filing_number,
    filed_on,
    status,
    grade,
    grade_since,
    registered_at,
    ( SELECT COALESCE(jsonb_object_agg(jsonb_each.key, jsonb_each.value), '{}'::jsonb) AS "coalesce"
           FROM jsonb_each((institution.details -> 'particulars'::text)) jsonb_each(key, value)
          WHERE (jsonb_each.key = ANY (ARRAY['fees'::text, 'inclusive'::text, 'staff'::text]))) AS particulars,
    regime,
    valid_until,
    NULLIF((details ->> 'siteType'::text), ''::text) AS site_type,
    authority
   FROM institutions.institution;

create view institutions.predecessor_public as
 SELECT l.institution_id,
    l.other_id AS predecessor_id
   FROM ((( SELECT k.id,
            k.kind,
            k.institution_id,
            k.other_id,
            k.other_code,
            k.stands,
            k.basis,
            k.reason,
            k.made_by,
            k.made_at
           FROM institutions.link k
          WHERE (k.stands AND (NOT (EXISTS ( SELECT
                   FROM institutions.link l_1
                  WHERE ((l_1.institution_id = k.institution_id) AND (l_1.kind = k.kind) AND (NOT (l_1.other_id IS DISTINCT FROM k.other_id)) AND (NOT (l_1.other_code IS DISTINCT FROM k.other_code)) AND (ROW(l_1.made_at, l_1.id) > ROW(k.made_at, k.id)))))))) l
     JOIN institutions.institution i ON ((i.id = l.institution_id)))
     JOIN institutions.institution p ON ((p.id = l.other_id)))
  WHERE ((l.kind = 'PREDECESSOR'::text) AND ((p.status = 'CLOSED'::text) OR (p.filing_ended_as IS NOT NULL)) AND ((i.details ->> 'siteType'::text) IS DISTINCT FROM 'HOME'::text) AND ((p.details ->> 'siteType'::text) IS DISTINCT FROM 'HOME'::text));

create view institutions.site_type_public as
 SELECT id,
    NULLIF((details ->> 'siteType'::text), ''::text) AS site_type
   FROM institutions.institution;

create view institutions.standing_link with (security_invoker=true) as
 SELECT id,
    kind,
    institution_id,
    other_id,
    other_code,
    stands,
    basis,
    reason,
    made_by,
    made_at
   FROM institutions.link k
  WHERE (stands AND (NOT (EXISTS ( SELECT
           FROM institutions.link l
          WHERE ((l.institution_id = k.institution_id) AND (l.kind = k.kind) AND (NOT (l.other_id IS DISTINCT FROM k.other_id)) AND (NOT (l.other_code IS DISTINCT FROM k.other_code)) AND (ROW(l.made_at, l.id) > ROW(k.made_at, k.id)))))));

create view institutions.status_step_public as
 SELECT institution_id,
    action,
        CASE
            WHEN held THEN GREATEST(effective_on, ((applied_at AT TIME ZONE 'Asia/Shanghai'::text))::date)
            ELSE effective_on
        END AS effective_on,
    (applied_at IS NOT NULL) AS in_force,
    expected_until,
        CASE
            WHEN (action = 'prolong'::text) THEN ( SELECT
                    CASE
                        WHEN b.held THEN GREATEST(b.effective_on, ((b.applied_at AT TIME ZONE 'Asia/Shanghai'::text))::date)
                        ELSE b.effective_on
                    END AS effective_on
               FROM institutions.status_step b
              WHERE ((b.institution_id = s.institution_id) AND (b.action = 'suspend'::text) AND (ROW(b.decided_at, b.id) < ROW(s.decided_at, s.id)) AND (b.retracted_at IS NULL))
              ORDER BY b.decided_at DESC, b.id DESC
             LIMIT 1)
            ELSE NULL::date
        END AS suspended_since,
    (held AND (applied_at IS NULL)) AS held
   FROM institutions.status_step s
  WHERE ((NOT (EXISTS ( SELECT
           FROM institutions.status_step l
          WHERE ((l.institution_id = s.institution_id) AND (ROW(l.decided_at, l.id) > ROW(s.decided_at, s.id)) AND (l.retracted_at IS NULL))))) AND (retracted_at IS NULL));

create view platform.file_signature_public as
 SELECT s.sm3,
    s.key_id,
    k.public_key,
    s.signature,
    s.authority,
    s.signed_at
   FROM (platform.file_signature s
     JOIN platform.signing_key k ON ((k.key_id = s.key_id)));

create view platform.signing_key_public as
 SELECT key_id,
    public_key,
    since,
    lead(since) OVER (ORDER BY since, key_id) AS until
   FROM platform.signing_key;

create view platform.work_item with (security_invoker=true) as
 SELECT 'JOB_TO_RETRY'::text AS type,
    'job'::text AS subject_type,
    id AS subject_id,
    '后台任务多次失败'::text AS title,
    job AS detail,
    NULL::text AS district,
    NULL::text AS township,
    failed_at AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'job.manage'::text AS permission,
    NULL::text AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM platform.dead_job
  WHERE (retried_at IS NULL);

create view publication.penalty_public as
 SELECT f.case_id AS id,
    f.institution_id,
    f.institution_name,
    f.uscc,
    f.kind,
    f.district,
    f.authority_name,
    f.decision_number,
    f.decided_on,
    f.violation,
    f.basis_law,
    f.basis_article,
    f.measures,
    f.measure_labels,
    f.amount_fen,
    f.publicity_class,
    e.public_from,
    e.public_until,
    e.at AS published_at
   FROM (publication.entry e
     JOIN enforcement.penalty_facts f ON ((f.case_id = e.subject_id)))
  WHERE ((e.subject_type = 'PENALTY'::text) AND (e.action = 'PUBLISH'::text) AND (e.public_until >= publication.today()) AND (NOT (EXISTS ( SELECT
           FROM publication.entry later
          WHERE ((later.subject_type = e.subject_type) AND (later.subject_id = e.subject_id) AND (later.seq > e.seq))))));

create view removals.announcement_public as
 SELECT id,
    type,
    institution_id,
    institution_name,
    uscc,
    filing_number,
    kind,
    district,
    township,
    authority_name,
    (ground ->> 'label'::text) AS ground,
    ((ground -> 'basis'::text) ->> 'law'::text) AS law,
    served_on,
    statement_until,
    noticed_at,
    regime
   FROM removals.removal
  WHERE ((notice_service = 'ANNOUNCED'::text) AND (status = ANY (ARRAY['NOTICED'::text, 'STATED'::text, 'PROPOSED'::text])));

create view removals.paper_public as
 SELECT p.kind,
    p.number,
    p.spelling,
    p.code_digest,
    p.title,
    p.authority,
    p.issued_on,
    p.is_public,
        CASE
            WHEN p.is_public THEN p.addressee
            ELSE NULL::text
        END AS addressee,
    r.sm3,
    e.superseded_by,
    p.is_public AS is_listed,
    e.ended_as,
    e.ended_on
   FROM ((removals.paper p
     LEFT JOIN removals.paper_print r ON ((r.paper_id = p.id)))
     LEFT JOIN LATERAL ( SELECT ends.rank,
            ends.ended_as,
            ends.superseded_by,
            ends.ended_on,
            ends.round
           FROM ( SELECT 1 AS rank,
                    'REPLACED'::text AS ended_as,
                    l.number AS superseded_by,
                    NULL::date AS ended_on,
                    l.round
                   FROM removals.paper l
                  WHERE ((l.removal_id = p.removal_id) AND (l.kind = p.kind) AND (l.round > p.round) AND (NOT (EXISTS ( SELECT
                           FROM removals.transition t
                          WHERE ((t.removal_id = l.removal_id) AND (t.action = 'prepare'::text) AND (t.at = l.issued_at) AND ('serve'::text IS DISTINCT FROM ( SELECT n.action
                                   FROM removals.transition n
                                  WHERE ((n.removal_id = t.removal_id) AND (n.seq > t.seq))
                                  ORDER BY n.seq
                                 LIMIT 1)))))))
                UNION ALL
                 SELECT 2,
                    'ANNULLED'::text AS text,
                    COALESCE(l.number, c.annulment_document) AS "coalesce",
                    c.annulled_on,
                    1
                   FROM (removals.removal c
                     LEFT JOIN removals.paper l ON (((l.removal_id = c.id) AND (l.kind = ANY (ARRAY['RESTORATION_NOTICE'::text, 'LICENCE_RESTORATION_NOTICE'::text])))))
                  WHERE ((c.id = p.removal_id) AND (c.status = 'ANNULLED'::text) AND (p.kind ~~ '%_DECISION'::text))
                UNION ALL
                 SELECT 3,
                    'DROPPED'::text AS text,
                    NULL::text AS text,
                    ((t.at AT TIME ZONE 'Asia/Shanghai'::text))::date AS timezone,
                    1
                   FROM (removals.removal c
                     JOIN removals.transition t ON (((t.removal_id = c.id) AND (t.to_state = 'DROPPED'::text))))
                  WHERE ((c.id = p.removal_id) AND (c.status = 'DROPPED'::text))
                UNION ALL
                 SELECT 4,
                    'CONCLUDED'::text AS text,
                    NULL::text AS text,
                    c.decided_on,
                    1
                   FROM removals.removal c
                  WHERE ((c.id = p.removal_id) AND (c.status = ANY (ARRAY['DECIDED'::text, 'ANNULLED'::text])) AND (p.kind ~ '(CANCELLATION|REVOCATION)_NOTICE$'::text))) ends
          ORDER BY ends.rank, ends.round DESC
         LIMIT 1) e ON (true));

create view removals.removal_facts with (security_invoker=true) as
 SELECT id AS removal_id,
    institution_id,
    type,
    kind,
    district,
    township,
    status,
    statement_until,
    decision_number,
    removals.kept_from_deciding(id) AS not_deciders,
    regime,
    party_id
   FROM removals.removal;

create view removals.removal_public as
 SELECT id,
    type,
    institution_id,
    institution_name,
    uscc,
    filing_number,
    kind,
    district,
    township,
    authority_name,
    (ground ->> 'label'::text) AS ground,
    ((ground -> 'basis'::text) ->> 'law'::text) AS law,
    decision_number,
    decided_on,
    decided_at,
    annulled_on,
    regime
   FROM removals.removal
  WHERE (decision_number IS NOT NULL);

create view removals.work_item with (security_invoker=true) as
 SELECT 'REMOVAL_TO_NOTICE'::text AS type,
    'removal'::text AS subject_type,
    r.id AS subject_id,
    r.institution_name AS title,
    (removals.type_in_words(r.type, r.regime) || (r.ground ->> 'label'::text)) AS detail,
    r.district,
    r.township,
    COALESCE(( SELECT max(t.at) AS max
           FROM removals.transition t
          WHERE (t.removal_id = r.id)), r.opened_at) AS since,
    'infinity'::date AS until,
    r.due_on,
    'removal.manage'::text AS permission,
    platform.lead_department(r.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM removals.removal r
  WHERE (r.status = 'OPENED'::text)
UNION ALL
 SELECT 'REMOVAL_TO_PROPOSE'::text AS type,
    'removal'::text AS subject_type,
    r.id AS subject_id,
    r.institution_name AS title,
    (removals.type_in_words(r.type, r.regime) || (r.ground ->> 'label'::text)) AS detail,
    r.district,
    r.township,
    (((r.statement_until + 1))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    'infinity'::date AS until,
    r.due_on,
    'removal.manage'::text AS permission,
    platform.lead_department(r.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM removals.removal r
  WHERE (r.status = 'NOTICED'::text)
UNION ALL
 SELECT 'REMOVAL_TO_PROPOSE'::text AS type,
    'removal'::text AS subject_type,
    r.id AS subject_id,
    r.institution_name AS title,
    (removals.type_in_words(r.type, r.regime) || (r.ground ->> 'label'::text)) AS detail,
    r.district,
    r.township,
    ( SELECT max(t.at) AS max
           FROM removals.transition t
          WHERE (t.removal_id = r.id)) AS since,
    'infinity'::date AS until,
    r.due_on,
    'removal.manage'::text AS permission,
    platform.lead_department(r.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM removals.removal r
  WHERE (r.status = 'STATED'::text)
UNION ALL
 SELECT 'REMOVAL_TO_DECIDE'::text AS type,
    'removal'::text AS subject_type,
    r.id AS subject_id,
    r.institution_name AS title,
    (removals.type_in_words(r.type, r.regime) || (r.ground ->> 'label'::text)) AS detail,
    r.district,
    r.township,
    ( SELECT max(t.at) AS max
           FROM removals.transition t
          WHERE (t.removal_id = r.id)) AS since,
    'infinity'::date AS until,
    r.due_on,
    'removal.decide'::text AS permission,
    platform.lead_department(r.kind) AS department,
    NULL::uuid AS assignee,
    removals.kept_from_deciding(r.id) AS not_actors
   FROM removals.removal r
  WHERE (r.status = 'PROPOSED'::text)
UNION ALL
 SELECT 'REMOVAL_TO_ANSWER'::text AS type,
    'removal'::text AS subject_type,
    r.id AS subject_id,
    r.institution_name AS title,
    (removals.type_in_words(r.type, r.regime) || (r.ground ->> 'label'::text)) AS detail,
    r.district,
    NULL::text AS township,
    ( SELECT max(t.at) AS max
           FROM removals.transition t
          WHERE (t.removal_id = r.id)) AS since,
    r.statement_until AS until,
    r.statement_until AS due_on,
    'removal.state'::text AS permission,
    NULL::text AS department,
    i.operator_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (institutions.institution i
     JOIN removals.removal r ON ((r.institution_id = i.id)))
  WHERE ((r.status = 'NOTICED'::text) AND (i.operator_id IS NOT NULL))
UNION ALL
 SELECT 'REMOVAL_TO_SERVE'::text AS type,
    'removal'::text AS subject_type,
    r.id AS subject_id,
    r.institution_name AS title,
    (removals.type_in_words(r.type, r.regime) || (r.ground ->> 'label'::text)) AS detail,
    r.district,
    r.township,
    ( SELECT max(t.at) AS max
           FROM removals.transition t
          WHERE (t.removal_id = r.id)) AS since,
    'infinity'::date AS until,
    r.due_on,
    'removal.manage'::text AS permission,
    platform.lead_department(r.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM removals.removal r
  WHERE (r.status = 'PREPARED'::text)
UNION ALL
 SELECT 'REMOVAL_DECISION_TO_SERVE'::text AS type,
    'removal'::text AS subject_type,
    r.id AS subject_id,
    r.institution_name AS title,
    (removals.type_in_words(r.type, r.regime) || (r.ground ->> 'label'::text)) AS detail,
    r.district,
    r.township,
    r.decided_at AS since,
    'infinity'::date AS until,
    r.serve_by AS due_on,
    'removal.manage'::text AS permission,
    platform.lead_department(r.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM removals.removal r
  WHERE ((r.serve_by IS NOT NULL) AND (r.status = 'DECIDED'::text));

create view staff.staff_public as
 SELECT institution_id,
    post,
    (count(*))::integer AS people
   FROM staff.member
  WHERE (left_on IS NULL)
  GROUP BY institution_id, post;

create view staff.work_item with (security_invoker=true) as
 SELECT 'EXPIRY_TO_CHECK'::text AS type,
    'expiry'::text AS subject_type,
    e.institution_id AS subject_id,
    i.name AS title,
    (e.items || ' 项已到期'::text) AS detail,
    e.district,
    i.township,
    (((e.first + 1))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text) AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'expiry.check'::text AS permission,
    platform.lead_department(e.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (( SELECT expiry.institution_id,
            expiry.kind,
            expiry.district,
            count(*) AS items,
            min(expiry.ends_on) AS first
           FROM staff.expiry
          WHERE (expiry.status = 'EXPIRED'::text)
          GROUP BY expiry.institution_id, expiry.kind, expiry.district) e
     CROSS JOIN LATERAL ( SELECT i_1.name,
            i_1.township
           FROM institutions.institution i_1
          WHERE (i_1.id = e.institution_id)
         OFFSET 0) i)
UNION ALL
 SELECT 'EXPIRY_TO_RENEW'::text AS type,
    'expiry'::text AS subject_type,
    i.id AS subject_id,
    i.name AS title,
    (((count(*) || ' 项需要续期，最早 '::text) || to_char((min(e.ends_on))::timestamp with time zone, 'YYYY"年"FMMM"月"FMDD"日"'::text)) || '到期'::text) AS detail,
    i.district,
    NULL::text AS township,
    min(e.opened_at) AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'expiry.read'::text AS permission,
    NULL::text AS department,
    i.operator_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (institutions.institution i
     JOIN staff.expiry e ON ((e.institution_id = i.id)))
  WHERE ((e.status = ANY (ARRAY['WATCHED'::text, 'EXPIRED'::text, 'CHECKED'::text])) AND (e.stage >= 2) AND (i.operator_id IS NOT NULL) AND (e.finding IS DISTINCT FROM 'NOT_NEEDED'::text) AND (NOT ((e.what = 'LICENCE'::text) AND (EXISTS ( SELECT
           FROM filings.waiting_renewal_facts w
          WHERE (w.institution_id = i.id))))))
  GROUP BY i.id
UNION ALL
 SELECT 'BARRED_TO_FOLLOW'::text AS type,
    'institution'::text AS subject_type,
    i.id AS subject_id,
    i.name AS title,
    (b.people || ' 人经查询有禁止从业情形，仍登记为在职，请督促机构立即解除聘用'::text) AS detail,
    COALESCE(i.authority, i.district) AS district,
    i.township,
    b.since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'expiry.check'::text AS permission,
    platform.lead_department(i.kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (( SELECT m.institution_id,
            count(*) AS people,
            min(c.entered_at) AS since
           FROM (staff.credential c
             JOIN staff.member m ON ((m.id = c.member_id)))
          WHERE ((c.result = 'BARRED'::text) AND (m.left_on IS NULL) AND (NOT (EXISTS ( SELECT
                   FROM staff.credential n
                  WHERE ((n.member_id = c.member_id) AND (n.type = 'BACKGROUND'::text) AND (ROW(n.issued_on, n.id) > ROW(c.issued_on, c.id)))))))
          GROUP BY m.institution_id) b
     JOIN institutions.institution i ON ((i.id = b.institution_id)))
  WHERE (i.status <> 'CLOSED'::text)
UNION ALL
 SELECT 'BARRED_TO_DISMISS'::text AS type,
    'institution'::text AS subject_type,
    i.id AS subject_id,
    i.name AS title,
    (b.people || ' 人经查询有禁止从业情形，请立即解除聘用，登记离职日期'::text) AS detail,
    i.district,
    NULL::text AS township,
    b.since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'expiry.read'::text AS permission,
    NULL::text AS department,
    i.operator_id AS assignee,
    '{}'::uuid[] AS not_actors
   FROM (( SELECT m.institution_id,
            count(*) AS people,
            min(c.entered_at) AS since
           FROM (staff.credential c
             JOIN staff.member m ON ((m.id = c.member_id)))
          WHERE ((c.result = 'BARRED'::text) AND (m.left_on IS NULL) AND (NOT (EXISTS ( SELECT
                   FROM staff.credential n
                  WHERE ((n.member_id = c.member_id) AND (n.type = 'BACKGROUND'::text) AND (ROW(n.issued_on, n.id) > ROW(c.issued_on, c.id)))))))
          GROUP BY m.institution_id) b
     JOIN institutions.institution i ON ((i.id = b.institution_id)))
  WHERE ((i.status <> 'CLOSED'::text) AND (i.operator_id IS NOT NULL));

create view unfiled.work_item with (security_invoker=true) as
 SELECT
        CASE status
            WHEN 'FOUND'::text THEN 'UNFILED_TO_CHECK'::text
            ELSE 'UNFILED_TO_FOLLOW'::text
        END AS type,
    'unfiled-site'::text AS subject_type,
    id AS subject_id,
    name AS title,
    address AS detail,
    district,
    township,
    recorded_at AS since,
    'infinity'::date AS until,
    due_on,
    'unfiled.handle'::text AS permission,
    platform.lead_department(kind) AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM unfiled.site
  WHERE (status = ANY (ARRAY['FOUND'::text, 'URGED'::text]));

create view workbench.work_item with (security_invoker=true) as
 SELECT 'OVERDUE_TO_SUPERVISE'::text AS type,
    'overdue'::text AS subject_type,
    overdue.id AS subject_id,
    overdue.title,
    overdue.detail,
    overdue.place AS district,
        CASE
            WHEN (overdue.place = overdue.district) THEN overdue.township
            ELSE NULL::text
        END AS township,
    overdue.raised_at AS since,
    'infinity'::date AS until,
    'infinity'::date AS due_on,
    'overdue.supervise'::text AS permission,
    overdue.department,
    NULL::uuid AS assignee,
    overdue.concerned AS not_actors
   FROM workbench.overdue
  WHERE (overdue.status = ANY (ARRAY['RAISED'::text, 'EXPLAINED'::text]))
UNION ALL
 SELECT 'OFFICE_TO_STAFF'::text AS type,
    'office'::text AS subject_type,
    (md5(concat_ws('-'::text, u.district, u.township, u.kind)))::uuid AS subject_id,
        CASE u.kind
            WHEN 'CHILDCARE'::text THEN '卫生健康部门'::text
            ELSE '民政部门'::text
        END AS title,
    ((count(*) || ' 件申请没有可以办理的工作人员，请新建一名备案受理人'::text) || COALESCE((('，最早一件应在'::text || to_char((min(u.due_on))::timestamp with time zone, 'FMMM"月"FMDD"日"'::text)) || '前办结'::text), ''::text)) AS detail,
    u.district,
    u.township,
    min(u.since) AS since,
    'infinity'::date AS until,
    COALESCE(min(u.due_on), 'infinity'::date) AS due_on,
    'person.manage'::text AS permission,
    NULL::text AS department,
    NULL::uuid AS assignee,
    '{}'::uuid[] AS not_actors
   FROM filings.unattended_facts u
  GROUP BY u.district, u.township, u.kind;


-- Grants

grant usage on schema access to zhaoguan_app;
grant select on access.acting_inspector to zhaoguan_app;
grant insert, select on access.disclosure to zhaoguan_app;
grant delete, insert, select, update on access.known_device to zhaoguan_app;
grant execute on function access.looks_after(text[],text) to zhaoguan_app;
grant execute on function access.matching(text,text[]) to zhaoguan_app;
grant select on access.password_giver to zhaoguan_app;
grant insert, select, update on access.person to zhaoguan_app;
grant select on access.person_hit to zhaoguan_app;
grant select on access.person_name to zhaoguan_app;
grant insert, select, update on access.session to zhaoguan_app;
grant delete, insert, select, update on access.unknown_name to zhaoguan_app;
grant select on access.work_item to zhaoguan_app;
grant usage on schema audit to zhaoguan_app;
grant usage on schema audit to zhaoguan_public;
grant insert, select on audit.checkpoint to zhaoguan_app;
grant select on audit.checkpoint_public to zhaoguan_public;
grant insert, select on audit.entry to zhaoguan_app;
grant insert, select on audit.leaf to zhaoguan_app;
grant select on audit.leaf_public to zhaoguan_public;
grant insert, select on audit.node to zhaoguan_app;
grant select on audit.node_public to zhaoguan_public;
grant delete, insert, select on audit.pending to zhaoguan_app;
grant usage on schema credit to zhaoguan_app;
grant usage on schema credit to zhaoguan_public;
grant insert, select, update on credit.account to zhaoguan_app;
grant select on credit.credit_public to zhaoguan_app;
grant select on credit.credit_public to zhaoguan_public;
grant insert, select on credit.event to zhaoguan_app;
grant insert, select on credit.event_lift to zhaoguan_app;
grant insert, select on credit.grade_change to zhaoguan_app;
grant select on credit.grade_history_facts to zhaoguan_app;
grant usage on schema enforcement to zhaoguan_app;
grant usage on schema enforcement to zhaoguan_public;
grant select on enforcement.case_facts to zhaoguan_app;
grant insert, select on enforcement.case_finding to zhaoguan_app;
grant select on enforcement.case_hit to zhaoguan_app;
grant insert, select on enforcement.case_statement to zhaoguan_app;
grant insert, select on enforcement.case_transition to zhaoguan_app;
grant insert, select on enforcement.decision_service to zhaoguan_app;
grant execute on function enforcement.is_party(uuid,uuid) to zhaoguan_app;
grant insert, select, update on enforcement.number_series to zhaoguan_app;
grant select on enforcement.open_problem_facts to zhaoguan_app;
grant insert, select, update on enforcement.penalty_case to zhaoguan_app;
grant select on enforcement.penalty_facts to zhaoguan_app;
grant insert, select on enforcement.statement_file to zhaoguan_app;
grant execute on function enforcement.untaken_findings(jsonb,text) to zhaoguan_app;
grant select on enforcement.work_item to zhaoguan_app;
grant usage on schema exchange to zhaoguan_app;
grant insert, select, update on exchange.access_key to zhaoguan_app;
grant insert, select on exchange.applicant to zhaoguan_app;
grant insert, select, update on exchange.change to zhaoguan_app;
grant delete, insert, select, update on exchange.delivery to zhaoguan_app;
grant insert, select, update on exchange.folder to zhaoguan_app;
grant insert, select, update on exchange.folder_entry to zhaoguan_app;
grant delete, insert, select, update on exchange.folder_file to zhaoguan_app;
grant delete, insert, select on exchange.nonce to zhaoguan_app;
grant insert, select, update on exchange.partner to zhaoguan_app;
grant insert, select, update on exchange.partner_case to zhaoguan_app;
grant usage on schema feedback to zhaoguan_app;
grant usage on schema feedback to zhaoguan_public;
grant insert, select on feedback.addition to zhaoguan_app;
grant insert, select on feedback.follow_up to zhaoguan_app;
grant update (due_on) on feedback.follow_up to zhaoguan_app;
grant update (ended_at) on feedback.follow_up to zhaoguan_app;
grant update (raised_for) on feedback.follow_up to zhaoguan_app;
grant update (raised_to) on feedback.follow_up to zhaoguan_app;
grant update (status) on feedback.follow_up to zhaoguan_app;
grant update (unattended) on feedback.follow_up to zhaoguan_app;
grant update (version) on feedback.follow_up to zhaoguan_app;
grant select on feedback.follow_up_facts to zhaoguan_app;
grant insert, select on feedback.follow_up_transition to zhaoguan_app;
grant insert, select on feedback.rating to zhaoguan_app;
grant select on feedback.rating_facts to zhaoguan_app;
grant select on feedback.rating_public to zhaoguan_public;
grant select on feedback.work_item to zhaoguan_app;
grant usage on schema filings to zhaoguan_app;
grant usage on schema filings to zhaoguan_public;
grant execute on function filings.accepted_by(text) to zhaoguan_app;
grant select on filings.adviser_facts to zhaoguan_app;
grant select on filings.asked_renewal_facts to zhaoguan_app;
grant insert, select on filings.assignment to zhaoguan_app;
grant execute on function filings.assistance_was_ended(uuid) to zhaoguan_app;
grant delete, insert, select, update on filings.case_holder to zhaoguan_app;
grant insert, select on filings.case_note to zhaoguan_app;
grant insert, select on filings.closure_file to zhaoguan_app;
grant insert, select on filings.closure_follow_up to zhaoguan_app;
grant update (due_on) on filings.closure_follow_up to zhaoguan_app;
grant update (ends_on) on filings.closure_follow_up to zhaoguan_app;
grant update (since) on filings.closure_follow_up to zhaoguan_app;
grant update (status) on filings.closure_follow_up to zhaoguan_app;
grant insert, select on filings.closure_record to zhaoguan_app;
grant insert, select on filings.closure_report to zhaoguan_app;
grant execute on function filings.closures_naming(uuid) to zhaoguan_app;
grant execute on function filings.closures_sending(uuid) to zhaoguan_app;
grant insert, select on filings.commitment to zhaoguan_app;
grant update (check_by) on filings.commitment to zhaoguan_app;
grant update (due_on) on filings.commitment to zhaoguan_app;
grant update (material_id) on filings.commitment to zhaoguan_app;
grant update (status) on filings.commitment to zhaoguan_app;
grant insert, select on filings.commitment_transition to zhaoguan_app;
grant select on filings.concerned_facts to zhaoguan_app;
grant insert, select on filings.disclosure to zhaoguan_app;
grant execute on function filings.drafts_beside(uuid) to zhaoguan_app;
grant execute on function filings.drafts_of(uuid) to zhaoguan_app;
grant execute on function filings.drafts_of_clerks(uuid,text,text) to zhaoguan_app;
grant execute on function filings.drafts_unseen(uuid,text,text) to zhaoguan_app;
grant execute on function filings.duplicates(uuid,uuid,text,text,text,text,text[]) to zhaoguan_app;
grant insert, select on filings.extension to zhaoguan_app;
grant update (answer) on filings.extension to zhaoguan_app;
grant update (ended_at) on filings.extension to zhaoguan_app;
grant update (ended_by) on filings.extension to zhaoguan_app;
grant update (status) on filings.extension to zhaoguan_app;
grant insert, select, update on filings.filing to zhaoguan_app;
grant select on filings.filing_facts to zhaoguan_app;
grant select on filings.filing_hit to zhaoguan_app;
grant select on filings.granted_licence_public to zhaoguan_public;
grant select on filings.hand to zhaoguan_app;
grant select on filings.hand_facts to zhaoguan_app;
grant execute on function filings.has_broken_commitment(text,text) to zhaoguan_app;
grant execute on function filings.highest_serial(text) to zhaoguan_app;
grant execute on function filings.is_number_taken(text) to zhaoguan_app;
grant execute on function filings.leave_assistance(uuid,integer,timestamp with time zone) to zhaoguan_app;
grant execute on function filings.matching(text,text[]) to zhaoguan_app;
grant insert, select on filings.material to zhaoguan_app;
grant select on filings.nonconformity_public to zhaoguan_public;
grant insert, select, update on filings.number_counter to zhaoguan_app;
grant execute on function filings.open_filing_at(text,text,text[],uuid,uuid) to zhaoguan_app;
grant insert, select on filings.opinion to zhaoguan_app;
grant update (answer) on filings.opinion to zhaoguan_app;
grant update (ended_at) on filings.opinion to zhaoguan_app;
grant update (ended_by) on filings.opinion to zhaoguan_app;
grant update (reasons) on filings.opinion to zhaoguan_app;
grant update (status) on filings.opinion to zhaoguan_app;
grant select on filings.opinion_facts to zhaoguan_app;
grant insert, select on filings.opinion_file to zhaoguan_app;
grant insert, select on filings.opinion_transition to zhaoguan_app;
grant insert, select on filings.paper to zhaoguan_app;
grant insert, select, update on filings.paper_counter to zhaoguan_app;
grant insert, select on filings.paper_print to zhaoguan_app;
grant select on filings.paper_public to zhaoguan_public;
grant insert, select on filings.receipt to zhaoguan_app;
grant select on filings.receipt_file_public to zhaoguan_public;
grant select on filings.receipt_items_public to zhaoguan_public;
grant select on filings.receipt_public to zhaoguan_public;
grant insert, select on filings.remark to zhaoguan_app;
grant select on filings.renewal_facts to zhaoguan_app;
grant select on filings.renewal_public to zhaoguan_public;
grant insert, select on filings.retraction to zhaoguan_app;
grant update (answer) on filings.retraction to zhaoguan_app;
grant update (ended_at) on filings.retraction to zhaoguan_app;
grant update (ended_by) on filings.retraction to zhaoguan_app;
grant update (status) on filings.retraction to zhaoguan_app;
grant select on filings.step_facts to zhaoguan_app;
grant insert, select on filings.submission to zhaoguan_app;
grant select on filings.taken_back_receipt_public to zhaoguan_public;
grant insert, select on filings.takeover to zhaoguan_app;
grant insert, select on filings.transition to zhaoguan_app;
grant execute on function filings.type_in_words(text) to zhaoguan_app;
grant execute on function filings.type_in_words(text,text) to zhaoguan_app;
grant execute on function filings.type_in_words(text,text,boolean) to zhaoguan_app;
grant execute on function filings.type_in_words(text,text,boolean,boolean) to zhaoguan_app;
grant delete, insert, select on filings.unattended to zhaoguan_app;
grant update (district) on filings.unattended to zhaoguan_app;
grant update (township) on filings.unattended to zhaoguan_app;
grant select on filings.unattended_facts to zhaoguan_app;
grant insert, select on filings.verification to zhaoguan_app;
grant update (correct_by) on filings.verification to zhaoguan_app;
grant update (due_on) on filings.verification to zhaoguan_app;
grant update (filing_name) on filings.verification to zhaoguan_app;
grant update (institution_id) on filings.verification to zhaoguan_app;
grant update (since) on filings.verification to zhaoguan_app;
grant update (status) on filings.verification to zhaoguan_app;
grant insert, select on filings.verification_file to zhaoguan_app;
grant insert, select on filings.verification_transition to zhaoguan_app;
grant insert, select on filings.verification_visit to zhaoguan_app;
grant select on filings.waiting_renewal_facts to zhaoguan_app;
grant select on filings.window_facts to zhaoguan_app;
grant select on filings.work_item to zhaoguan_app;
grant usage on schema inspections to zhaoguan_app;
grant usage on schema inspections to zhaoguan_public;
grant execute on function inspections.absences(uuid,date) to zhaoguan_app;
grant execute on function inspections.absent_inspectors(uuid,date) to zhaoguan_app;
grant execute on function inspections.acts_among(uuid[]) to zhaoguan_app;
grant execute on function inspections.acts_among(uuid[]) to zhaoguan_public;
grant select on inspections.assignment_facts to zhaoguan_app;
grant execute on function inspections.beacon_parts(text,text) to zhaoguan_app;
grant select on inspections.concerned_facts to zhaoguan_app;
grant execute on function inspections.covers_all(text[]) to zhaoguan_app;
grant execute on function inspections.covers_all(text[]) to zhaoguan_public;
grant execute on function inspections.covers_institution(uuid) to zhaoguan_app;
grant insert, select on inspections.directory_change to zhaoguan_app;
grant execute on function inspections.directory_counts(uuid,text,text[],text[],timestamp with time zone) to zhaoguan_app;
grant insert, select on inspections.draw to zhaoguan_app;
grant update (beacon_confirmed_at) on inspections.draw to zhaoguan_app;
grant update (beacon_confirmed_by) on inspections.draw to zhaoguan_app;
grant update (beacon_entered_at) on inspections.draw to zhaoguan_app;
grant update (beacon_entered_by) on inspections.draw to zhaoguan_app;
grant update (beacon_source_url) on inspections.draw to zhaoguan_app;
grant update (beacon_value) on inspections.draw to zhaoguan_app;
grant update (drawn_at) on inspections.draw to zhaoguan_app;
grant update (failure) on inspections.draw to zhaoguan_app;
grant update (nonce) on inspections.draw to zhaoguan_app;
grant update (opened_at) on inspections.draw to zhaoguan_app;
grant update (result_digest) on inspections.draw to zhaoguan_app;
grant update (seed) on inspections.draw to zhaoguan_app;
grant update (seed_sealed) on inspections.draw to zhaoguan_app;
grant update (status) on inspections.draw to zhaoguan_app;
grant update (version) on inspections.draw to zhaoguan_app;
grant update (void_reason) on inspections.draw to zhaoguan_app;
grant update (voided_at) on inspections.draw to zhaoguan_app;
grant insert, select on inspections.draw_absence to zhaoguan_app;
grant select on inspections.draw_absence_end to zhaoguan_app;
grant select on inspections.draw_account_public to zhaoguan_public;
grant insert, select on inspections.draw_conflict to zhaoguan_app;
grant select on inspections.draw_conflict_public to zhaoguan_public;
grant insert, select on inspections.draw_directory to zhaoguan_app;
grant select on inspections.draw_directory_public to zhaoguan_public;
grant select on inspections.draw_facts to zhaoguan_app;
grant insert, select on inspections.draw_inspector to zhaoguan_app;
grant select on inspections.draw_inspector_public to zhaoguan_public;
grant select on inspections.draw_opened_public to zhaoguan_public;
grant select on inspections.draw_public to zhaoguan_public;
grant insert, select on inspections.draw_replacement to zhaoguan_app;
grant select on inspections.draw_replacement_public to zhaoguan_public;
grant insert, select on inspections.draw_reserve to zhaoguan_app;
grant select on inspections.draw_reserve_public to zhaoguan_public;
grant insert, select on inspections.draw_selection to zhaoguan_app;
grant select on inspections.draw_selection_public to zhaoguan_public;
grant insert, select on inspections.draw_stand_in to zhaoguan_app;
grant select on inspections.draw_stand_in_public to zhaoguan_public;
grant insert, select on inspections.draw_target to zhaoguan_app;
grant select on inspections.draw_target_public to zhaoguan_public;
grant select on inspections.draw_task_public to zhaoguan_public;
grant insert, select on inspections.evidence to zhaoguan_app;
grant select on inspections.failed_finding_facts to zhaoguan_app;
grant select on inspections.failed_result_facts to zhaoguan_app;
grant insert, select, update on inspections.finding to zhaoguan_app;
grant execute on function inspections.has_recused(uuid,uuid) to zhaoguan_app;
grant insert, select, update on inspections.inspector to zhaoguan_app;
grant execute on function inspections.is_beacon_known(text[]) to zhaoguan_app;
grant execute on function inspections.missing_members(uuid,date) to zhaoguan_app;
grant insert, select on inspections.plan to zhaoguan_app;
grant update (version) on inspections.plan to zhaoguan_app;
grant select on inspections.plan_hit to zhaoguan_app;
grant execute on function inspections.plans_matching(text,text[]) to zhaoguan_app;
grant execute on function inspections.prefix_of(text) to zhaoguan_app;
grant execute on function inspections.prefix_of(text) to zhaoguan_public;
grant select on inspections.progress_facts to zhaoguan_app;
grant execute on function inspections.reaches(text[]) to zhaoguan_app;
grant execute on function inspections.reaches(text[]) to zhaoguan_public;
grant insert, select on inspections.recusal to zhaoguan_app;
grant insert, select on inspections.result to zhaoguan_app;
grant update (certificate_numbers) on inspections.result to zhaoguan_app;
grant update (kept_findings) on inspections.result to zhaoguan_app;
grant update (members) on inspections.result to zhaoguan_app;
grant update (published_at) on inspections.result to zhaoguan_app;
grant update (published_by) on inspections.result to zhaoguan_app;
grant update (status) on inspections.result to zhaoguan_app;
grant update (version) on inspections.result to zhaoguan_app;
grant select on inspections.result_facts to zhaoguan_app;
grant select on inspections.result_public to zhaoguan_public;
grant insert, select on inspections.task to zhaoguan_app;
grant update (assignees) on inspections.task to zhaoguan_app;
grant update (co_signed_at) on inspections.task to zhaoguan_app;
grant update (co_signed_by) on inspections.task to zhaoguan_app;
grant update (result_code) on inspections.task to zhaoguan_app;
grant update (result_id) on inspections.task to zhaoguan_app;
grant update (started_at) on inspections.task to zhaoguan_app;
grant update (status) on inspections.task to zhaoguan_app;
grant update (submitted_at) on inspections.task to zhaoguan_app;
grant update (submitted_by) on inspections.task to zhaoguan_app;
grant update (team) on inspections.task to zhaoguan_app;
grant update (version) on inspections.task to zhaoguan_app;
grant select on inspections.task_hit to zhaoguan_app;
grant insert, select on inspections.task_member to zhaoguan_app;
grant execute on function inspections.took_part(uuid,uuid) to zhaoguan_app;
grant execute on function inspections.touches(text[],text[]) to zhaoguan_app;
grant insert, select on inspections.transition to zhaoguan_app;
grant execute on function inspections.was_listed(uuid) to zhaoguan_app;
grant select on inspections.work_item to zhaoguan_app;
grant usage on schema institutions to zhaoguan_app;
grant usage on schema institutions to zhaoguan_public;
grant execute on function institutions.area_of(text) to zhaoguan_public;
grant insert, select, update on institutions.directory_import to zhaoguan_app;
grant select on institutions.expiry_facts to zhaoguan_app;
grant insert, select on institutions.filing_end to zhaoguan_app;
grant select on institutions.filing_end_public to zhaoguan_app;
grant select on institutions.filing_end_public to zhaoguan_public;
grant select on institutions.filing_number_facts to zhaoguan_app;
grant select on institutions.filing_number_public to zhaoguan_public;
grant insert, select on institutions.former_name to zhaoguan_app;
grant select on institutions.former_name_public to zhaoguan_app;
grant select on institutions.former_name_public to zhaoguan_public;
grant insert, select on institutions.former_number to zhaoguan_app;
grant delete, insert, select on institutions.import_refusal to zhaoguan_app;
grant insert, select, update on institutions.import_run to zhaoguan_app;
grant execute on function institutions.imported_of_nobody(text,text) to zhaoguan_app;
grant insert, select, update on institutions.institution to zhaoguan_app;
grant select on institutions.institution_facts to zhaoguan_app;
grant select on institutions.institution_hit to zhaoguan_app;
grant select on institutions.institution_public to zhaoguan_app;
grant select on institutions.institution_public to zhaoguan_public;
grant execute on function institutions.is_dwelling_of_another(text,text,text[],uuid) to zhaoguan_app;
grant execute on function institutions.is_held_by_another(text,text,uuid) to zhaoguan_app;
grant execute on function institutions.is_in_house(uuid,text,text,text[]) to zhaoguan_app;
grant execute on function institutions.is_site_taken(text,text,text,text[],uuid) to zhaoguan_app;
grant insert, select on institutions.link to zhaoguan_app;
grant execute on function institutions.matching(text,text[],text[]) to zhaoguan_app;
grant execute on function institutions.others_in_house(text,text,text,text[]) to zhaoguan_app;
grant select on institutions.predecessor_public to zhaoguan_public;
grant execute on function institutions.related(uuid) to zhaoguan_app;
grant select on institutions.site_type_public to zhaoguan_app;
grant select on institutions.site_type_public to zhaoguan_public;
grant select on institutions.standing_link to zhaoguan_app;
grant insert, select on institutions.status_step to zhaoguan_app;
grant update (applied_at) on institutions.status_step to zhaoguan_app;
grant update (held) on institutions.status_step to zhaoguan_app;
grant update (retracted_at) on institutions.status_step to zhaoguan_app;
grant select on institutions.status_step_public to zhaoguan_app;
grant select on institutions.status_step_public to zhaoguan_public;
grant execute on function institutions.stood_before(uuid) to zhaoguan_app;
grant insert, select on institutions.suspension_contact to zhaoguan_app;
grant usage on schema platform to zhaoguan_app;
grant usage on schema platform to zhaoguan_public;
grant execute on function platform.address_key(text) to zhaoguan_app;
grant execute on function platform.bigrams(text) to zhaoguan_app;
grant execute on function platform.bigrams(text) to zhaoguan_public;
grant execute on function platform.covers(text) to zhaoguan_app;
grant execute on function platform.covers(text) to zhaoguan_public;
grant insert, select, update on platform.dead_job to zhaoguan_app;
grant insert, select on platform.file_signature to zhaoguan_app;
grant select on platform.file_signature_public to zhaoguan_public;
grant execute on function platform.house_number(text) to zhaoguan_app;
grant delete, insert, select, update on platform.idempotency to zhaoguan_app;
grant execute on function platform.is_actor(uuid) to zhaoguan_app;
grant execute on function platform.is_actor(uuid) to zhaoguan_public;
grant execute on function platform.is_system() to zhaoguan_app;
grant delete, insert, select, update on platform.job_done to zhaoguan_app;
grant insert, select on platform.key_check to zhaoguan_app;
grant execute on function platform.lead_department(text) to zhaoguan_app;
grant delete, insert, select, update on platform.outbox to zhaoguan_app;
grant execute on function platform.plain_address(text) to zhaoguan_app;
grant execute on function platform.plain_signs(text) to zhaoguan_app;
grant execute on function platform.refuse_change() to zhaoguan_app;
grant execute on function platform.refuse_change() to zhaoguan_public;
grant insert, select, update on platform.schedule to zhaoguan_app;
grant execute on function platform.search_terms(text,text[]) to zhaoguan_app;
grant execute on function platform.search_terms(text,text[]) to zhaoguan_public;
grant insert, select on platform.signing_key to zhaoguan_app;
grant select on platform.signing_key_public to zhaoguan_public;
grant execute on function platform.site_key(text) to zhaoguan_app;
grant insert, select on platform.stored_file to zhaoguan_app;
grant select on platform.work_item to zhaoguan_app;
grant usage on schema publication to zhaoguan_app;
grant usage on schema publication to zhaoguan_public;
grant insert, select on publication.entry to zhaoguan_app;
grant select on publication.penalty_public to zhaoguan_app;
grant select on publication.penalty_public to zhaoguan_public;
grant execute on function publication.today() to zhaoguan_app;
grant execute on function publication.today() to zhaoguan_public;
grant usage on schema reference to zhaoguan_app;
grant usage on schema reference to zhaoguan_public;
grant select on reference.calendar_year to zhaoguan_app;
grant select on reference.calendar_year to zhaoguan_public;
grant select on reference.district to zhaoguan_app;
grant select on reference.district to zhaoguan_public;
grant select on reference.entry to zhaoguan_app;
grant select on reference.entry to zhaoguan_public;
grant select on reference.loaded to zhaoguan_app;
grant select on reference.loaded to zhaoguan_public;
grant select on reference.special_day to zhaoguan_app;
grant select on reference.special_day to zhaoguan_public;
grant execute on function reference.transition_end(text,text,text) to zhaoguan_app;
grant usage on schema removals to zhaoguan_app;
grant usage on schema removals to zhaoguan_public;
grant execute on function removals.accepted_by(text,text) to zhaoguan_app;
grant select on removals.announcement_public to zhaoguan_public;
grant insert, select on removals.decision_service to zhaoguan_app;
grant insert, select on removals.file to zhaoguan_app;
grant execute on function removals.is_party(uuid,uuid) to zhaoguan_app;
grant execute on function removals.is_unserved(uuid,timestamp with time zone) to zhaoguan_app;
grant execute on function removals.is_waived(uuid,timestamp with time zone) to zhaoguan_app;
grant execute on function removals.kept_from_deciding(uuid) to zhaoguan_app;
grant insert, select, update on removals.number_series to zhaoguan_app;
grant insert, select on removals.paper to zhaoguan_app;
grant insert, select on removals.paper_print to zhaoguan_app;
grant select on removals.paper_public to zhaoguan_public;
grant insert, select, update on removals.removal to zhaoguan_app;
grant select on removals.removal_facts to zhaoguan_app;
grant select on removals.removal_public to zhaoguan_public;
grant insert, select on removals.statement to zhaoguan_app;
grant insert, select on removals.transition to zhaoguan_app;
grant execute on function removals.type_in_words(text,text) to zhaoguan_app;
grant select on removals.work_item to zhaoguan_app;
grant execute on function removals.worked_on(uuid) to zhaoguan_app;
grant usage on schema staff to zhaoguan_app;
grant usage on schema staff to zhaoguan_public;
grant insert, select on staff.credential to zhaoguan_app;
grant insert, select, update on staff.expiry to zhaoguan_app;
grant insert, select on staff.expiry_transition to zhaoguan_app;
grant insert, select on staff.file to zhaoguan_app;
grant insert, select, update on staff.member to zhaoguan_app;
grant select on staff.staff_public to zhaoguan_public;
grant select on staff.work_item to zhaoguan_app;
grant usage on schema unfiled to zhaoguan_app;
grant insert, select on unfiled.site to zhaoguan_app;
grant update (due_on) on unfiled.site to zhaoguan_app;
grant update (ended_at) on unfiled.site to zhaoguan_app;
grant update (institution_id) on unfiled.site to zhaoguan_app;
grant update (status) on unfiled.site to zhaoguan_app;
grant update (version) on unfiled.site to zhaoguan_app;
grant insert, select on unfiled.site_transition to zhaoguan_app;
grant select on unfiled.work_item to zhaoguan_app;
grant usage on schema workbench to zhaoguan_app;
grant delete, insert, select, update on workbench.form_draft to zhaoguan_app;
grant insert, select, update on workbench.inbox to zhaoguan_app;
grant delete, insert, select on workbench.notification to zhaoguan_app;
grant update (done_at) on workbench.notification to zhaoguan_app;
grant update (read_at) on workbench.notification to zhaoguan_app;
grant insert, select on workbench.overdue to zhaoguan_app;
grant update (assignees) on workbench.overdue to zhaoguan_app;
grant update (concerned) on workbench.overdue to zhaoguan_app;
grant update (ended_at) on workbench.overdue to zhaoguan_app;
grant update (lacking) on workbench.overdue to zhaoguan_app;
grant update (level) on workbench.overdue to zhaoguan_app;
grant update (place) on workbench.overdue to zhaoguan_app;
grant update (status) on workbench.overdue to zhaoguan_app;
grant update (version) on workbench.overdue to zhaoguan_app;
grant insert, select on workbench.overdue_step to zhaoguan_app;
grant select on workbench.work_item to zhaoguan_app;

-- Comments

comment on table access.acting_change is 'Accounts that ceased to be able to inspect, or can again; append-only';
comment on view access.acting_inspector is 'Accounts that can carry out an inspection, for the draw';
comment on table access.disclosure is 'Personal data that officials were shown in clear (查看个人信息明文); append-only';
comment on column access.disclosure.person_id is 'Who looked';
comment on column access.disclosure.fields is 'Names of the fields; their values are kept nowhere but sealed at their place';
comment on column access.disclosure.reason is 'Why, in the words of who looked; may name people, so it is not in the audit log';
comment on table access.known_device is 'Browsers from which a person has signed in; wrong passwords from elsewhere do not lock them';
comment on column access.known_device.token_hash is 'SM3 of the token, hex';
comment on column access.known_device.failed_count is 'Wrong passwords in a row from this browser';
comment on table access.password_giver is 'Officials who were ever shown a password of an account';
comment on table access.person is 'Accounts of officials, inspectors and operators';
comment on column access.person.password_hash is 'scrypt:N:r:p:salt:key';
comment on column access.person.home_district is 'District whose administrator looks after an account without districts of its own, i.e. an operator''s';
comment on column access.person.token_generation is 'Access tokens of an earlier generation are refused at once';
comment on column access.person.password_set_at is 'When the password in use was given or chosen; null for accounts older than this column';
comment on column access.person.kept_token is 'the access token with which the password was changed outlives its generation';
comment on column access.person.password_given_by is 'Official who was shown the initial password, at the opening of the account or when it was reset; null where nobody was';
comment on column access.person.has_password is 'False for accounts of applicants who sign in with a partner platform: no password opens them';
comment on view access.person_hit is 'What accounts are found as, by those who look after them';
comment on view access.person_name is 'Names of accounts, for what other modules show of who acted';
comment on table access.session is 'Refresh tokens by hash; each is used once, a repeat ends its family';
comment on column access.session.token_hash is 'SM3 of the refresh token, hex';
comment on column access.session.parent_hash is 'the token that was exchanged for this one; null after a password';
comment on table access.unknown_name is 'Attempts to sign in under names that nobody has: they rest like accounts do';
comment on column access.unknown_name.name_hash is 'SM3 of the name, hex';
comment on view access.work_item is 'Accounts still on the password that an administrator gave out';
comment on table audit.checkpoint is 'Signed heads of the tree';
comment on column audit.checkpoint.note is 'The published text: origin, size, root, time, signature';
comment on column audit.checkpoint.signature is 'SM2 over SM3, r || s, hex';
comment on view audit.checkpoint_public is 'Signed heads';
comment on table audit.entry is 'What was done, by whom, when; written in the transaction of the act';
comment on column audit.entry.canonical is 'The hashed bytes: JSON with sorted members';
comment on column audit.entry.leaf_hash is 'SM3(0x00 || canonical)';
comment on table audit.leaf is 'The place of each entry in the tree, without gaps';
comment on column audit.leaf.leaf_hash is 'SM3(0x00 || canonical)';
comment on view audit.leaf_public is 'Hashes only: what was done stays with those who may know it';
comment on table audit.node is 'Complete subtrees: 2^level leaves from position * 2^level on';
comment on column audit.node.hash is 'SM3(0x01 || left || right)';
comment on view audit.node_public is 'Hashes from which anyone computes proofs';
comment on table audit.pending is 'Entries that have no place yet; the sequencer empties it';
comment on table credit.account is 'Score and grade of each institution as computed last; follows from credit.event';
comment on column credit.account.next_change_on is 'First day on which the score may change by time alone; null when nothing runs out';
comment on view credit.credit_public is 'Grade and its published reasons in plain words, without points and persons';
comment on table credit.event is 'What counts for or against an institution; each source counts once';
comment on column credit.event.item is 'Part of the source, e.g. the code of the inspected item; empty when it is the whole';
comment on column credit.event.points is 'Points on the first day; halved at each half-life, nothing from expires_on on';
comment on column credit.event.forces_grade is 'Grade while the event stands and is not lifted, whatever the score';
comment on column credit.event.disclosed is 'Whether the public may read the text: not for what is itself unpublished';
comment on table credit.event_lift is 'From when an event forces no grade any more, e.g. after rectification';
comment on table credit.grade_change is 'Every change of grade with the events that stood behind it; the first row is the opening';
comment on view credit.grade_history_facts is 'Changes of grade with whom the institution belongs to';
comment on view enforcement.case_facts is 'Penalty cases without persons and free text';
comment on table enforcement.case_finding is 'Failed findings a case rests on, as they stood; one department takes up a finding once (行政处罚法 art. 29)';
comment on view enforcement.case_hit is 'What penalty cases are found as';
comment on table enforcement.case_statement is 'What the party said (陈述申辩) or that it waived it; PARTY: online by itself, RECORDED: on paper, entered by the official';
comment on column enforcement.case_statement.file_ids is 'Files that were handed in with it';
comment on table enforcement.case_transition is 'History of each case; its fold is the status';
comment on table enforcement.decision_service is 'How and when a decision reached its party (送达回证), and the last days that follow; the last record of a decision holds';
comment on column enforcement.decision_service.received_on is 'From which the periods run: an announcement is over then';
comment on column enforcement.decision_service.reason is 'Why the record before was wrong';
comment on column enforcement.decision_service.entered_by is 'Null where the system has served it together with the decision';
comment on table enforcement.number_series is 'Last number given in each series; taken in the transaction of the act, so a series has no gaps';
comment on view enforcement.open_problem_facts is 'Inspections at which something was found wrong, and of which no case has been decided';
comment on table enforcement.penalty_case is 'Penalty cases (行政处罚案件); the current state of each';
comment on column enforcement.penalty_case.party_name is 'Registered name of the party when the case was opened';
comment on column enforcement.penalty_case.basis is 'The clause as it stood when the case was opened (row of penalty-bases)';
comment on column enforcement.penalty_case.investigators is 'Certificate numbers of the officials who found the facts; at least two (行政处罚法 art. 42)';
comment on column enforcement.penalty_case.decide_by is 'Last day for the decision (行政处罚法 art. 60)';
comment on column enforcement.penalty_case.noticed_on is 'Day on which the service of the notice was entered; until then nothing of the case is the party''s to read';
comment on column enforcement.penalty_case.township is 'Township of the institution when the case was opened';
comment on column enforcement.penalty_case.prior_order_number is 'Document number of the order to correct that went before; null where none is claimed';
comment on column enforcement.penalty_case.prior_order_due_on is 'Last day for the correction; past when the notice is given';
comment on column enforcement.penalty_case.party_address is 'As registered when the case was opened';
comment on column enforcement.penalty_case.notice_service is 'How the notice reached the party; null for one from before that was asked';
comment on column enforcement.penalty_case.party_id is 'Whose account the institution was in when the case was opened; null where it was in nobody''s';
comment on column enforcement.penalty_case.notice_paper_on is 'Day that the paper of the notice bears';
comment on column enforcement.penalty_case.serve_by is 'Last day for the service of the decision (行政处罚法 art. 61); null once it is served';
comment on view enforcement.penalty_facts is 'Decided penalties without persons, for the publication module; whether they are public it decides';
comment on table enforcement.statement_file is 'Files of a party for its statements; officials read those that a statement names';
comment on view enforcement.work_item is 'Findings to take up, cases by their next act, statements awaited from the party';
comment on table exchange.access_key is 'Credentials of a partner; the one before a rotation ends by itself';
comment on column exchange.access_key.secret is 'Sealed: an HMAC needs the secret itself';
comment on table exchange.applicant is 'Which account stands for a user of the partner who acts for a legal person';
comment on column exchange.applicant.reference is 'Blind index of the user reference and the 统一社会信用代码';
comment on table exchange.change is 'What happened to the cases of a partner, in the transaction in which it happened';
comment on column exchange.change."position" is 'Place in the feed of the partner, given after the commit: a reader who goes on behind one misses none';
comment on column exchange.change.institution_status is 'State of the institution that came of the case; null in the steps of the case itself';
comment on column exchange.change.removal is 'Of a 注销 or 撤销: kind, number and day of the paper, how the notice is served, last day for an answer, code by which the paper is checked';
comment on column exchange.change.paper is 'The paper of the act on the case: id, kind, number, day, code by which it is checked; null where there is none';
comment on column exchange.change.verification is 'Of a visit on the spot: its day, names of the items that do not match, what is to be done; nothing of what was filed or found';
comment on table exchange.delivery is 'Webhooks to be sent, sent, or given up; those that are over are removed after their time';
comment on table exchange.folder is 'How the folder of a partner is served';
comment on column exchange.folder.leased_until is 'One job at a time; that of a killed process lapses';
comment on column exchange.folder.made_as is 'The name under which it was made: missing later, it is not made again, for a share may not be mounted';
comment on column exchange.folder."position" is 'Place in the feed up to which files were written';
comment on column exchange.folder.writing_to is 'Last place of the file being written: the same after a crash';
comment on table exchange.folder_entry is 'Rows of files: the same again has no effect a second time';
comment on column exchange.folder_entry.content is 'Blind index of the row and the files that it names';
comment on column exchange.folder_entry.round is 'How often the case had been handed in before';
comment on table exchange.folder_file is 'Files that partners laid into their folders; those that are over are removed after their time';
comment on column exchange.folder_file.mark is 'Which file it was, by node, size and time: one that still grows has another soon';
comment on table exchange.nonce is 'Signed requests of the last minutes: none is taken twice';
comment on table exchange.partner is 'Platforms that hand in cases for their users (对接平台)';
comment on column exchange.partner.algorithm is 'Hash of digests and of the HMAC in both directions';
comment on column exchange.partner.last_position is 'Place of the last change in the feed of the partner';
comment on column exchange.partner.folder is 'Name of its folder below EXCHANGE_FOLDER; null: it exchanges no files';
comment on table exchange.partner_case is 'A case of a partner and the filing that was made of it';
comment on column exchange.partner_case.content is 'Blind index of what was handed in: the same again is the same case';
comment on column exchange.partner_case.institution_id is 'The institution that came of it, while no other first filing has taken its place';
comment on table feedback.addition is 'What an applicant has added to a rating (追评), once; append-only';
comment on table feedback.follow_up is 'What is made of a bad rating (差评整改回访); the fold of its transitions is its status';
comment on column feedback.follow_up.raised_to is 'The division above whose office handles it, where nobody of the office rated may';
comment on column feedback.follow_up.unattended is 'Nobody of the office rated, and nobody above it, may handle it';
comment on column feedback.follow_up.raised_for is 'Why nobody of the office rated may handle it: all who could have had a hand in the filing, or nobody holds the right';
comment on view feedback.follow_up_facts is 'Follow-ups, for whom to tell';
comment on table feedback.follow_up_transition is 'What was done about a bad rating, one row an act; append-only';
comment on table feedback.rating is 'How an applicant rated a step of a filing (好差评); append-only';
comment on column feedback.rating.step is 'Number of the act in that record';
comment on column feedback.rating.official_ids is 'Who did the step, of a visit who verified; empty where the applicant handed in';
comment on column feedback.rating.office is 'Managing body whose service is rated, and for which kind, such as 610116/ELDERLY_CARE';
comment on column feedback.rating.words is 'With resident ids and telephone numbers masked';
comment on column feedback.rating.contact_phone is 'Where the applicant wants to be called about it; sealed (FieldCipher)';
comment on column feedback.rating.process is 'In which process of the filing it was done';
comment on column feedback.rating.record_id is 'The filing itself, the verification or the commitment';
comment on view feedback.rating_facts is 'Ratings without who gave them for what';
comment on view feedback.rating_public is 'Ratings by the office that was rated, for counting: nobody and nothing is named';
comment on view feedback.work_item is 'Bad ratings to follow up; they name the institution once the filing is decided';
comment on view filings.adviser_facts is 'Who gave an opinion on a filing that waits for a decision and that nobody conducts, and so does not decide it';
comment on view filings.asked_renewal_facts is 'Institutions whose licence was asked for, or asked to go on, in time or not, and of which nothing is decided';
comment on table filings.assignment is 'How a case came to the official who conducts it (承办人), one row a step; append-only, for officials alone';
comment on table filings.case_holder is 'Who conducts a case now: the last step of filings.assignment; no row while it lies in the queue';
comment on table filings.case_note is 'Internal notes (内部备注) of officials about a filing; append-only, for officials alone';
comment on table filings.closure_file is 'Papers by which who has ended shows that people are placed and fees given back; append-only';
comment on table filings.closure_follow_up is 'Whether everybody is placed and the fees are given back once an institution has ended (终止后续核实), one for a closure that was accepted';
comment on column filings.closure_follow_up.district is 'Of the authority that has the filing, as is the township';
comment on column filings.closure_follow_up.since is 'From when on it waits: the day of the end, or the acceptance after it';
comment on column filings.closure_follow_up.successor_id is 'Who takes over by the notice (承接机构), as it was found at the acceptance; null where none was';
comment on column filings.closure_follow_up.successor_account is 'In whose account it was then: told of it, where that is another than the applicant';
comment on table filings.closure_record is 'What an official found of those who lived there and of the fees; append-only, corrected by another one; their fold is closure_follow_up.status';
comment on table filings.closure_report is 'That what its office found unfinished is done, as who has ended reported it (报告已完成); append-only';
comment on column filings.closure_report.seq is 'Counted together with the records of filings.closure_record';
comment on table filings.commitment is 'Commitments (告知承诺) in place of materials, as they were shown and confirmed';
comment on column filings.commitment.days is 'Within how many days of the acceptance the material is handed in';
comment on column filings.commitment.material_id is 'The file that was handed in for it';
comment on column filings.commitment.applicant_id is 'Of the filing, as are the next four, from when it binds: for the indexes of what waits';
comment on column filings.commitment.check_by is 'Last day for looking at what was handed in; null while nothing waits to be looked at';
comment on table filings.commitment_transition is 'One row for each act on a commitment; its state is what they fold to';
comment on column filings.commitment_transition.removal_id is 'The removal (注销、撤销) by which, or by the annulment of which, it came';
comment on view filings.concerned_facts is 'Who filed, entered for the applicant, or gave them the account, and so has no say in it';
comment on table filings.disclosure is 'What the public was told of filings that do not meet the standards (不符合要求的公开); the last line counts';
comment on column filings.disclosure.reason is 'The words of the public, confirmed by an official';
comment on column filings.disclosure.note is 'Why they were told anew or taken down; not public';
comment on table filings.extension is 'That the term of a decision on a licence be extended (延长办理期限): why, until when, and what was answered; each is answered once';
comment on table filings.filing is 'Filings (登记备案件); the working copy of the application, submissions hold what was handed in';
comment on column filings.filing.application is 'The application without personal data of living persons but names';
comment on column filings.filing.personal is 'Resident id and phones of the application, JSON, sealed (FieldCipher)';
comment on column filings.filing.resident_id_index is 'Blind index of the resident id of the legal representative';
comment on column filings.filing.round is 'Number of the last submission; 0 for a draft never handed in';
comment on column filings.filing.due_on is 'Last day of the authority''s term; null while it has nothing to do';
comment on column filings.filing.address_key is 'By what two spellings of the address are known to be the same';
comment on column filings.filing.correct_by is 'Last day on which the applicant may hand in again what was returned; null in any other state';
comment on column filings.filing.form_version is 'Version of the form in force when it was drafted (reference list forms, by kind and type)';
comment on column filings.filing.base_application is 'Of a change filing: what the register held of the institution, parted like the application';
comment on column filings.filing.base_personal is 'Personal part of the base, sealed';
comment on column filings.filing.entered_by is 'Official who entered it at the window for the applicant (窗口代办); null where the applicant did it alone';
comment on column filings.filing.assistance_ended_at is 'When the applicant ended the assistance; null while it stands, or where there is none';
comment on column filings.filing.regime is 'Under which law it is handled: filed (备案) or licensed (许可); of a first one settled when it is first handed in';
comment on column filings.filing.licence_law is 'By which law it is licensed, as its papers cite it; null for a filing';
comment on column filings.filing.valid_until is 'Last day of the licence that it gave; null where the law sets none';
comment on column filings.filing.extended_from is 'While a term that was extended runs: its last day before that; null for any other';
comment on column filings.filing.admit_by is 'Of an application for a licence that was handed in: last day for saying whether it is taken in; null while it is returned, and for a filing';
comment on column filings.filing.admitted_on is 'Day on which it was said that it is taken in; after admit_by: nothing was said, and it counts as taken in';
comment on column filings.filing.renews is 'The institution whose licence it asks to go on (延续), settled when it is handed in; of a draft, as it was when it was last saved';
comment on column filings.filing.renews_until is 'Last day of the licence that it asks to go on';
comment on column filings.filing.renews_in_time is 'Whether that was first asked for as many days before its last day as the law wants';
comment on column filings.filing.authority is 'City or province whose authority takes it (与登记管理机关同级), settled when it is first handed in; null: that of the place';
comment on column filings.filing.account_given_by is 'Official who had been shown the password of the applicant''s account when it was drafted; null where nobody had';
comment on column filings.filing.advised_by is 'Officials who gave the opinion of another department on it, and so do not decide it';
comment on column filings.filing.licenses is 'The filed institution that a first application for a licence is about, settled when it is handed in; null for any other';
comment on column filings.filing.claims is 'What must be proved because of what stands in the register (ACCOUNT: another account under the code, SUCCESSOR: in place of another home)';
comment on column filings.filing.assistance_ended_by is 'Who ended the assistance: the applicant, or the official who assisted; null while it stands, and of what ended before this was kept';
comment on column filings.filing.prolongs is 'Of a suspension that prolongs another (延长暂停): since when that runs, and until when it was expected to; null for any other';
comment on view filings.filing_facts is 'Filings without what was filed; a decided filing is not changed any more, so its last change is the decision';
comment on view filings.filing_hit is 'What filings are found as';
comment on view filings.granted_licence_public is 'Of which licence a paper is the grant, both as they are looked up';
comment on table filings.hand is 'Who has had a hand in a filing, and so sees none of its ratings; kept by triggers';
comment on view filings.hand_facts is 'Who has had a hand in a filing; to each their own, to the system all';
comment on table filings.material is 'Uploaded materials (备案材料); the highest version of a code counts, older ones stay';
comment on view filings.nonconformity_public is 'Notices of nonconformity that the public reads today, in the words confirmed for it';
comment on table filings.number_counter is 'Last filing number given out; counted in the transaction of the acceptance, so without gaps';
comment on table filings.opinion is 'Opinions of other departments (并联意见) on what was handed in, each asked and answered once';
comment on view filings.opinion_facts is 'Who is asked for an opinion until when, without what is asked and said';
comment on table filings.opinion_file is 'Files that a department puts beside its answer; append-only';
comment on table filings.opinion_transition is 'What became of an opinion that was asked; the fold is opinion.status';
comment on table filings.paper is 'Papers (文书) given out about a filing; the later of a kind takes the place of the earlier';
comment on column filings.paper.is_public is 'Whether anybody who checks its number learns what it is and to whom';
comment on column filings.paper.spelling is 'The number in one spelling: how it is asked for';
comment on column filings.paper.content is 'What it says, as decided; and the code of its QR';
comment on column filings.paper.code_digest is 'SM3 of the code in its QR, without dashes';
comment on table filings.paper_counter is 'Last number of papers by authority, kind and year; counted in the transaction of the act, so without gaps';
comment on table filings.paper_print is 'The PDF of a paper; its signature is found by its SM3';
comment on view filings.paper_public is 'Whether a paper is genuine; what it says is in none of it';
comment on table filings.receipt is 'Receipts (备案回执) as issued';
comment on column filings.receipt.unprintable is 'Characters that the font lacks; the receipt prints their code points';
comment on column filings.receipt.with_filed_items is 'False for what was issued before notices (暂停、恢复) carried the filed items too; says nothing of a first filing or a change';
comment on column filings.receipt.numbered_apart is 'False for a registration (登记回执) that was printed as a version of the licence; says nothing of any other receipt';
comment on view filings.receipt_file_public is 'Of which number a file is the receipt';
comment on view filings.receipt_items_public is 'What is printed on a receipt beside name, address, head and size, by the SM3 of its file; nothing of a person';
comment on view filings.receipt_public is 'What anybody may ask about a receipt in their hand: is it genuine';
comment on column filings.receipt_public.spelling is 'The number in half width and capitals, without spaces: how it is asked for';
comment on column filings.receipt_public.version is 'Of the receipts or licences under the number; of registrations (登记回执) that are numbered apart, of these';
comment on table filings.remark is 'What the applicant must put right (补正意见) in a submission, by JSON pointer';
comment on view filings.renewal_facts is 'Renewals asked for in time and not decided: as long as there is one, a licence is not cancelled as ended';
comment on view filings.renewal_public is 'Renewals asked for in time that lie with the authority: why a licence holds beyond its last day';
comment on table filings.retraction is 'That what was accepted and is not in force yet be taken back (撤回): why, and what was answered; each is answered once';
comment on column filings.retraction.seq is 'Which of its filing; after one that was declined another may be asked for';
comment on column filings.retraction.district is 'Of the authority that has the filing, as is the township';
comment on view filings.step_facts is 'What was done with a filing, on the spot, about its promises and its end, with whose filing it is';
comment on table filings.submission is 'What was handed in, round by round; never changed';
comment on column filings.submission.materials is 'Rows of filings.material that belonged to it';
comment on column filings.submission.resident_id_index is 'Blind index of the resident id of the legal representative, as handed in';
comment on view filings.taken_back_receipt_public is 'Under which number a receipt was taken back by a paper, as both are looked up, and the paper as it is printed';
comment on table filings.takeover is 'What an applicant says of what stands in the register under the code or in the house (归属说明); append-only, the last one counts';
comment on column filings.takeover.uscc is 'Under which code it was said; null of what was said before that was kept';
comment on column filings.takeover.address_key is 'For which place it was said; null of none, and of what was said before that was kept';
comment on column filings.takeover.head is 'Blind index of the resident id of the head who was named then; null of none, and of what was said before that was kept';
comment on table filings.transition is 'What was done with a filing, one row an act; their fold is filing.status';
comment on table filings.unattended is 'Cases that wait for a decision and that nobody of their authority may decide, as long as that is so';
comment on column filings.unattended.district is 'Of the authority whose head is to arrange for somebody, as is the township';
comment on view filings.unattended_facts is 'Cases that nobody of their authority may decide, by that authority';
comment on table filings.verification is 'Verification on the spot (现场核查) of what was filed, one for a first filing and for each move';
comment on column filings.verification.filing_name is 'Of the filing, for lists of what waits';
comment on column filings.verification.origin is 'ACCEPTANCE: a rule sends officials after it; REVIEW: ordered while an application for a licence is examined; ORDERED: for a reason of the authority';
comment on column filings.verification.purpose is 'Why it was ordered; the applicant reads it';
comment on column filings.verification.planned_on is 'On which day one means to come';
comment on table filings.verification_file is 'Photos of a visit, and papers by which the applicant shows that a mismatch was put right; append-only';
comment on table filings.verification_transition is 'What was done in a verification, one row an act; their fold is verification.status';
comment on table filings.verification_visit is 'What two officials or more found on the spot, item by item, as it was filed and as it is; append-only';
comment on column filings.verification_visit.officers is 'Names of the officials, as they were then';
comment on column filings.verification_visit.files is 'Rows of filings.verification_file that belong to it';
comment on column filings.verification_visit.officer_ids is 'Their accounts; null where names were typed, before this was kept';
comment on column filings.verification_visit.experts is 'Names of experts who are no officials and went with them';
comment on view filings.waiting_renewal_facts is 'Licences that were asked to go on, in time or not, of which the authority has to decide';
comment on view filings.window_facts is 'Who entered a case at the window and still assists its applicant';
comment on view filings.work_item is 'Filings to decide, to finish and to correct';
comment on view inspections.assignment_facts is 'Who is sent on which task, without the institution';
comment on view inspections.concerned_facts is 'Who keeps the account of the institution inspected, or may not be sent there';
comment on table inspections.directory_change is 'What was done to entries of the 执法检查人员名录库, and why';
comment on column inspections.directory_change.departments is 'Of the entry, before and after';
comment on column inspections.directory_change.districts is 'Of the entry, before and after';
comment on column inspections.directory_change.changed_by is 'Null for entries that are older than this table; the system where it listed the demonstration';
comment on table inspections.draw is '抽取 (docs/spec/draw.md)';
comment on column inspections.draw.announcement is 'The published announcement, byte for byte (RFC 8785)';
comment on column inspections.draw.nonce_sealed is 'The nonce, sealed (FieldCipher) until the opening';
comment on column inspections.draw.seed_sealed is 'The seed, sealed (FieldCipher) until the opening';
comment on column inspections.draw.failure is 'INFEASIBLE: the target and the department that found nobody';
comment on column inspections.draw.nonce is 'The nonce, published at the opening';
comment on column inspections.draw.announced_in is 'Transaction of the announcement: what goes into the draw is written in it, and never after';
comment on column inspections.draw.beacon_not_before is 'Before this instant the announced beacon cannot be known, by its number; null where it may be entered at once, and for draws older than this column';
comment on table inspections.draw_absence is 'Why somebody counted as unable to go when a stand-in was picked';
comment on column inspections.draw_absence.since is 'Null: since before this was written down';
comment on table inspections.draw_absence_end is 'When somebody who had counted as unable to go could go again; written once, by triggers';
comment on view inspections.draw_account_public is 'How often accounts of officials of the area were made, changed or reset between announcement and opening';
comment on table inspections.draw_conflict is 'Recusals (回避) in force when the draw was announced';
comment on view inspections.draw_conflict_public is 'Who could not be sent where, once the draw is opened';
comment on table inspections.draw_directory is 'The directory of each department that takes part, in numbers, as it stood when the draw was announced';
comment on column inspections.draw_directory.counted_from is 'From when on changes of the directory are counted';
comment on column inspections.draw_directory.listed is 'Entries in use that cover part of the area, whether the certificate is valid or not';
comment on column inspections.draw_directory.inactive is 'Entries of the area that are out of use, since whenever';
comment on column inspections.draw_directory.available is 'Who could be sent';
comment on column inspections.draw_directory.recused_by_others is 'Recusals that went into the draw and that somebody else declared for the inspector';
comment on column inspections.draw_directory.recusals_lifted is 'Recusals at institutions of the hat that were lifted in that time';
comment on view inspections.draw_directory_public is 'The directory in numbers, with who came back or was added between the announcement and the opening';
comment on view inspections.draw_facts is 'Draws without their secrets';
comment on table inspections.draw_inspector is 'Inspectors as they stood when the draw was announced';
comment on view inspections.draw_inspector_public is 'Who could be sent, by certificate number, once the draw is opened';
comment on view inspections.draw_opened_public is 'The secrets of a draw, once it is opened, or discarded after it was drawn';
comment on view inspections.draw_public is 'What the public may know of a draw before it is opened';
comment on table inspections.draw_replacement is '补抽, in order';
comment on view inspections.draw_replacement_public is 'Who took the place of a closed institution, once the draw is opened';
comment on table inspections.draw_reserve is 'What was not drawn, in ticket order; the next in line for a replacement (补抽)';
comment on column inspections.draw_reserve.first is 'Place of the first of these targets in ticket order, from 1';
comment on view inspections.draw_reserve_public is 'Who stood next in each stratum, once the draw is opened';
comment on table inspections.draw_selection is 'What was drawn; secret until the opening';
comment on view inspections.draw_selection_public is 'What was drawn and who was sent, once the draw is opened';
comment on table inspections.draw_stand_in is '替补检查人员: who left a team of the draw, and whom its random numbers picked';
comment on column inspections.draw_stand_in.joined_number is 'Null: nobody could go, and the inspection was called off';
comment on column inspections.draw_stand_in.absent is 'Candidates who could not go either, by certificate number';
comment on view inspections.draw_stand_in_public is 'Who took the place of an inspector, why each absent one could not go, and when that ended; once the draw is opened';
comment on table inspections.draw_target is 'The hat: institutions as they stood when the draw was announced';
comment on view inspections.draw_target_public is 'The hat of every announced draw';
comment on view inspections.draw_task_public is 'What became of each drawn institution, with its published result, once the draw is opened';
comment on table inspections.evidence is 'Photos and documents taken at an inspection';
comment on view inspections.failed_finding_facts is 'Items found wrong at submitted inspections, for penalty cases; row-level security of the reader applies';
comment on view inspections.failed_result_facts is 'Results of submitted inspections at which something was found wrong; a corrected one is shown by its correction';
comment on table inspections.finding is 'What was found for each item; fixed once the task is submitted';
comment on table inspections.inspector is '执法检查人员名录库';
comment on column inspections.inspector.certificate_number is '执法证号: the inspector''s id in every draw';
comment on column inspections.inspector.districts is 'District codes of any level, or exactly {*}';
comment on table inspections.plan is '抽查计划';
comment on column inspections.plan.districts is 'County-level codes (GB/T 2260), or nine-digit codes of single townships';
comment on column inspections.plan.items is 'The lines of the 抽查事项清单 as they stood when the plan was made';
comment on column inspections.plan.task_working_days is 'Working days that an inspection may take after the draw';
comment on column inspections.plan.excluded_townships is 'Townships inside these counties that another managing body holds: not in the hat';
comment on view inspections.plan_hit is 'What plans are found as';
comment on view inspections.progress_facts is 'How far the inspections of each running draw are; which institutions are drawn it does not tell';
comment on table inspections.recusal is '回避: this person is not sent to this institution; ended by a row that names it in revokes';
comment on column inspections.recusal.inspector_id is 'The entry under which it was declared; it holds for every later one of the person';
comment on table inspections.result is '检查结果: one a task; a correction is a new row that names the one it corrects';
comment on column inspections.result.failures is 'Items found wrong: findingId, itemId, itemCode, title, severity, legalBasis';
comment on column inspections.result.due_on is 'Last day of publication (国发〔2019〕5号: 20 working days)';
comment on column inspections.result.kept_findings is 'Of a withdrawn result: what had been found when it was withdrawn, for the findings may be written anew';
comment on column inspections.result.party_id is 'As of its task';
comment on view inspections.result_facts is 'Results of inspections without persons; a corrected one is shown by its correction';
comment on view inspections.result_public is 'Published inspection results; a corrected one is shown by its correction';
comment on table inspections.task is '检查任务: one drawn institution and its team';
comment on column inspections.task.rank is 'Rank in the draw; null for a replacement (补抽)';
comment on column inspections.task.team is 'Members: personId, name, certificateNumber, department';
comment on column inspections.task.submitted_by is 'Member of the team who submitted the result';
comment on column inspections.task.co_signed_by is 'Another member of the team, who signed that the institution is closed, has moved or was not found (会签)';
comment on column inspections.task.party_id is 'Whose account the institution was in when the inspection began; null before, and where it was in nobody''s';
comment on view inspections.task_hit is 'What inspections are found as; what is drawn and not begun by its team alone';
comment on table inspections.task_member is 'The teams of the tasks, one row an inspector, written by a trigger: a person''s own tasks are found by index';
comment on table inspections.transition is 'Every act on a draw, a task or a result; the state is the fold of these rows';
comment on view inspections.work_item is 'Draws to bring forward, inspections to carry out, results to publish; a task not begun is shown to its team alone';
comment on table institutions.directory_import is 'Directory files (名录文件) that were handed in, and what became of them';
comment on column institutions.directory_import.districts is 'Of who handed it in: rows of other districts are refused';
comment on column institutions.directory_import.remarked is 'Rows that were taken and should be looked at; the report says why';
comment on view institutions.expiry_facts is 'What institutions have filed that ends on a day, of those that are not closed';
comment on table institutions.filing_end is 'Filings that the authority ended (注销、撤销), and those that came back because the decision was annulled; append-only';
comment on column institutions.filing_end.regime is 'Whether a filing (备案) or a licence (许可) ended under the number';
comment on view institutions.filing_end_public is 'Numbers whose filing the authority has ended and not restored';
comment on view institutions.filing_number_facts is 'Numbers in force, and the institutions that hold them';
comment on view institutions.filing_number_public is 'Filing numbers in the register, wherever their receipts were issued';
comment on column institutions.filing_number_public.spelling is 'The number in half width and capitals, without spaces: how it is asked for';
comment on table institutions.former_name is 'Names that an institution had (曾用名), until when; append-only';
comment on column institutions.former_name.district is 'Where it was, for the index';
comment on view institutions.former_name_public is 'Names that institutions had';
comment on table institutions.former_number is 'Numbers under which an institution was registered before the one that it has now; append-only';
comment on table institutions.import_refusal is 'Rows of running imports that the registry refused, for the report; gone when the import has ended';
comment on column institutions.import_refusal.known is 'Of a suspected row the number of the institution that it may be, its name when it has none; of a different one what differs';
comment on table institutions.import_run is 'Each import of a directory file (名录导入), and how far it has come';
comment on column institutions.import_run.digest is 'SM3 of the file: the same file goes on where it was interrupted';
comment on column institutions.import_run.last_row is 'Last row of the file that has been decided on';
comment on column institutions.import_run.chain is 'SM3 over the rows so far as they were understood; when they are understood otherwise the import begins anew';
comment on table institutions.institution is 'Supervised sites (养老机构, 托育机构); one row a site';
comment on column institutions.institution.legal_representative_id is 'Resident id of the legal representative, sealed (FieldCipher)';
comment on column institutions.institution.legal_representative_id_index is 'Blind index of that id';
comment on column institutions.institution.legal_representative_phone is 'Phone of the legal representative, sealed';
comment on column institutions.institution.service_phone is 'Phone that the institution publishes';
comment on column institutions.institution.capacity is 'Beds (床位) or childcare places (托位)';
comment on column institutions.institution.details is 'Other filed particulars by kind';
comment on column institutions.institution.operator_id is 'Person who files for it; null after an import';
comment on column institutions.institution.address_key is 'By what two spellings of the address are known to be the same';
comment on column institutions.institution.filing_ended_as is 'What its filing has become by the authority (注销、撤销); null while it is in force';
comment on column institutions.institution.regime is 'What it holds under its number: a filing (备案) or a licence (许可)';
comment on column institutions.institution.valid_until is 'Last day of its licence; null for a filing, or where the law sets none';
comment on column institutions.institution.authority is 'City or province whose authority took its filing (备案机关); null: that of the place';
comment on view institutions.institution_facts is 'Institutions without persons, for notices and figures';
comment on view institutions.institution_hit is 'What institutions are found as';
comment on view institutions.institution_public is 'What the public may know of an institution (政府信息公开条例; domain notes 11.1, 11.2)';
comment on table institutions.link is 'What an institution has to do with others (沿革与关联): the last row of a pair counts; append-only';
comment on column institutions.link.kind is 'The other one stood at the place before it, is the code of its headquarters, or has the same controller (实际控制人)';
comment on column institutions.link.stands is 'False: an official has found that it is not so';
comment on column institutions.link.basis is 'Found by the address at an acceptance, named by an accepted closure as taking over, or entered by an official for a reason';
comment on view institutions.predecessor_public is 'Which institution stood at the address before, or named it as taking over, and has ended; never of a dwelling (家庭托育点)';
comment on view institutions.site_type_public is 'What kind of site each institution is; HOME: 家庭托育点. Whoever reads a record of an institution is told it';
comment on view institutions.standing_link is 'Links as they count today';
comment on table institutions.status_step is 'Suspensions, resumptions and closures (暂停、恢复、终止) that were accepted, each in force from its day on';
comment on column institutions.status_step.removal_id is 'The removal (注销备案) or its annulment that it follows from';
comment on column institutions.status_step.expected_until is 'Of a suspension, the day on which the service is expected to go on (预计恢复服务日)';
comment on column institutions.status_step.retracted_at is 'When it was taken back before its day (撤回): it never comes into force';
comment on column institutions.status_step.held is 'Whether it is asked to be taken back: until that is answered it does not come into force, also when its day has come. Of one in force: that it was, beyond its day';
comment on view institutions.status_step_public is 'The last suspension, resumption or closure of each institution';
comment on table institutions.suspension_contact is 'What the office learnt of a suspension past its expected day (暂停期间了解的情况); append-only, the last of a step counts';
comment on column institutions.suspension_contact.step_id is 'The suspension, or what prolonged it, whose day had passed';
comment on column institutions.suspension_contact.look_again_on is 'From this day on it waits for the office again';
comment on table platform.dead_job is 'Jobs that failed for good, for an administrator to look at and retry';
comment on column platform.dead_job.retry_key is 'Key of the retry in the queue; null when it was not retried, or before this column was there';
comment on table platform.file_signature is 'Detached signatures of printed papers, by the SM3 of the file';
comment on column platform.file_signature.signature is 'SM2 over SM3 with user id 1234567812345678: r, then s, hex';
comment on column platform.file_signature.authority is 'In whose name it was signed';
comment on view platform.file_signature_public is 'Who holds a file knows its SM3, and finds its signature by that';
comment on table platform.idempotency is 'Idempotency-Key of a write, taken in its transaction, with the first answer';
comment on table platform.job_done is 'Jobs whose effect has been committed; a second delivery does nothing';
comment on table platform.key_check is 'Which keys the data is sealed with, one row a key; append-only';
comment on column platform.key_check.purpose is 'Key of secrets.json; SEALED_BEFORE: data was there before its keys were written down';
comment on column platform.key_check.fingerprint is 'HMAC-SM3 of a fixed text under the key; the key cannot be found from it';
comment on table platform.outbox is 'Jobs asked for by committed transactions; the relay moves them to the queue';
comment on column platform.outbox.nonce is 'Part of the key in the queue: after a restore the numbers begin anew, and the queue may still know the old ones';
comment on column platform.outbox.dispatched_at is 'When the queue last took it; a queue that loses it gets it again';
comment on column platform.outbox.settled_at is 'When its effect was committed, or it was put among the dead jobs';
comment on table platform.schedule is 'When each scheduled job is due next';
comment on table platform.signing_key is 'Public keys (SM2) that have signed printed papers, each from its first signature on';
comment on column platform.signing_key.key_id is 'First 8 bytes of the SM3 of the uncompressed point, hex';
comment on view platform.signing_key_public is 'Keys by which anybody checks a signature; the one without an end signs now';
comment on table platform.stored_file is 'Files of users; the content lies below DATA_DIR/files by its SM3';
comment on view platform.work_item is 'Jobs that failed for good and were not tried again';
comment on table publication.entry is 'Publications and withdrawals (公示, 撤回); the last row of a subject counts';
comment on column publication.entry.public_until is 'Last day on which the public sees it';
comment on view publication.penalty_public is 'Penalties in their term of publicity; no natural person is named in it';
comment on table reference.calendar_year is 'Years whose holiday arrangement has been published';
comment on table reference.district is 'Administrative divisions (GB/T 2260, nine digits for townships)';
comment on table reference.entry is 'Rows of the lists of seeds/reference; a row that left its file is withdrawn, not deleted';
comment on table reference.loaded is 'Which file of seeds/reference is loaded, by the SM3 of its content';
comment on column reference.loaded.header is 'What the file says beside its rows, e.g. measures of penalty-bases, engine of credit-rules';
comment on table reference.special_day is 'Weekdays off and weekend days worked, by the yearly notice of the State Council';
comment on view removals.announcement_public is 'Notices given by announcement (公告送达), while the case goes on';
comment on table removals.decision_service is 'How and when a decision reached its party (送达回证), and the last days that follow; the last record of a decision holds';
comment on column removals.decision_service.received_on is 'From which the periods run: an announcement is over then';
comment on column removals.decision_service.reason is 'Why the record before was wrong';
comment on column removals.decision_service.entered_by is 'Null where the system has served it together with the decision';
comment on table removals.file is 'Evidence of the authority, and what an institution puts beside its statement; officials read what a statement names';
comment on table removals.number_series is 'Last number of each series of decisions; taken in the transaction of the act, so a series has no gaps';
comment on table removals.paper is 'Papers (文书) given out in a removal; the later of a kind takes the place of the earlier';
comment on column removals.paper.is_public is 'Whether anybody who checks its number learns what it is and to whom';
comment on column removals.paper.spelling is 'The number in one spelling: how it is asked for';
comment on column removals.paper.content is 'What it says, as decided; and the code of its QR';
comment on column removals.paper.code_digest is 'SM3 of the code in its QR, without dashes';
comment on table removals.paper_print is 'The PDF of a paper; its signature is found by its SM3';
comment on view removals.paper_public is 'Whether a paper is genuine and in force; what it says is in none of it';
comment on table removals.removal is 'Removals of filings by the authority (注销备案、撤销备案); the current state of each';
comment on column removals.removal.ground is 'The ground as it stood when the case was opened (row of removal-grounds)';
comment on column removals.removal.regime is 'Whether it ends a filing (备案) or a licence (许可)';
comment on column removals.removal.decision_facts is 'What was found, in the words of who decided; null in decisions of before this column, which say what the notice says';
comment on column removals.removal.party_id is 'Whose account the institution was in when the removal was opened; null where it was in nobody''s';
comment on column removals.removal.prepared_facts is 'What a notice says that is drawn up and not served';
comment on column removals.removal.prepared_on is 'The day that its paper bears';
comment on column removals.removal.serve_by is 'Last day for the service of the decision; null once it is served, and of those from before that was asked';
comment on view removals.removal_facts is 'Removals without what was said in them';
comment on view removals.removal_public is 'Decisions that ended a filing, and those of them that were annulled';
comment on table removals.statement is 'What the institution said (陈述申辩), or that it waived it';
comment on table removals.transition is 'History of each removal; its fold is the status';
comment on view removals.work_item is 'What waits in removals of filings';
comment on table staff.credential is 'What somebody has shown for the post (证件和记录); append-only, a newer one takes the place of an older one of its kind';
comment on column staff.credential.requirement is 'Code in staff-requirements that it is shown for; null where nothing asks for it';
comment on column staff.credential.title is 'Its name; of a background check who answered it; of experience or background which of the two it is';
comment on column staff.credential.valid_until is 'Last day; null where it is valid for good (长期)';
comment on table staff.expiry is 'Days on which something that an institution holds ends (到期事项); one row a day, superseded by the next';
comment on column staff.expiry.thing is 'What it is, of this institution: one row is open for it at a time';
comment on column staff.expiry.stage is 'How many of its notices (90, 30 and 0 days before) are due and told';
comment on column staff.expiry.next_look_on is 'The next day on which there is something to say or to do about it';
comment on table staff.expiry_transition is 'History of each; its fold is the status';
comment on table staff.file is 'Scans of credentials; append-only';
comment on table staff.member is 'People who work in an institution (从业人员); no id number and no private detail is kept';
comment on column staff.member.name_index is 'Blind index of the name: the same person is not entered twice';
comment on column staff.member.added_by is 'Account in whose register of the institution the person stands';
comment on view staff.staff_public is 'People in post, by post; whose certificates are in order would point at single people in a small institution';
comment on view staff.work_item is 'What waits because something ends: renewal by the institution, a check by the authority';
comment on table unfiled.site is 'A place that offers its service without having filed; the fold of its transitions is its status';
comment on column unfiled.site.clue is 'What was seen or said, with resident ids and telephone numbers masked';
comment on table unfiled.site_transition is 'What was done about such a place, one row an act; append-only';
comment on view unfiled.work_item is 'Places without a filing to go to, and those that were urged to file';
comment on table workbench.form_draft is 'Forms as people left them; nothing of it has legal effect, and it goes after 90 days';
comment on column workbench.form_draft.key is 'Which form it is, e.g. plan:new or filing-remarks:<id>';
comment on column workbench.form_draft.content_sealed is 'What was typed, JSON, sealed (FieldCipher): it may name anybody';
comment on column workbench.form_draft.version is 'Begins anywhere, then counts: a page that holds the version of a draft thrown away meanwhile must not match a new one';
comment on table workbench.inbox is 'Number of each person''s last notification: locked while one is added, so that numbers become visible in their order and a stream resumes without a gap';
comment on table workbench.notification is 'What a person was told; never personal data of others, never a secret of a draw';
comment on column workbench.notification.id is 'Counts up for each person, in the order in which it became visible';
comment on column workbench.notification.occasion is 'What it was told for: told twice, it stands once';
comment on column workbench.notification.awaits is 'Type of the work item that it asks for; null where it is told for information';
comment on column workbench.notification.matter_id is 'Of what the work item is: mostly the subject, else what the person told has no page of';
comment on column workbench.notification.done_at is 'Since when what it asks for waits no more; unread ones only';
comment on table workbench.overdue is 'Last days that offices have let pass (超期督办); the fold of its steps is its status';
comment on column workbench.overdue.type is 'The work item that waits; with subject_id and due_on it is raised once';
comment on column workbench.overdue.concerned is 'Who has to do with the case, and does not supervise it';
comment on column workbench.overdue.place is 'The division whose officials supervise it now';
comment on column workbench.overdue.lacking is 'Who could urge it and is not on this platform: nobody of the levels above, or nobody at all; null where it lies with somebody';
comment on table workbench.overdue_step is 'What was done about it after it was raised, one row an act; append-only';
comment on column workbench.overdue_step.note is 'With resident ids and telephone numbers masked';
comment on view workbench.work_item is 'What is late and waits for the person above, at the level that it was raised to';
